//! `countersign read`

use super::read_lists;
use crate::{Done, out::Out, progress::Meter, say::Trouble, stop::Stop};
use countersign_app::{ReadFile, read_file};
use countersign_domain::{Basis, EffectiveFacts, FactKey, Reading, reading::FORMAT};
use countersign_reader::ocr::Tesseract;
use serde_json::{Value, json};
use std::{
    ops::ControlFlow,
    path::{Path, PathBuf},
};

/// How the files are to be read.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Asked<'a> {
    /// JSON over several lines.
    pub(crate) pretty: bool,
    /// Opens encrypted files.
    pub(crate) password: Option<&'a str>,
    /// Whether pages that are pictures are read, too.
    pub(crate) ocr: bool,
}

/// Prints what each file says.
pub(crate) fn run(files: &[PathBuf], asked: &Asked<'_>, out: &mut Out) -> Result<Done, Trouble> {
    let mut done = Done::Clean;
    let stop = Stop::listen()?;
    let engine = Tesseract::find().filter(|_| asked.ocr);
    let mut meter = Meter::new();
    for file in super::walk(files, out)? {
        let name = file.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let mut read = read_file(&file, asked.password, engine.as_ref(), |step| {
            meter.tell(&name, step);
            if stop.is_set() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        meter.clear();
        // Before its end is looked at: a terminal that interrupts this program interrupts its children, too.
        stop.check()?;
        match &mut read {
            Ok(reading) if asked.ocr && engine.is_none() => say_what_is_missing(reading),
            Ok(_) => {}
            Err(_) => done = Done::Notable,
        }
        if out.is_json() || asked.pretty {
            let object = as_json(&file, &read);
            let text =
                if asked.pretty { serde_json::to_string_pretty(&object) } else { serde_json::to_string(&object) };
            out.line(&text.map_err(|error| Trouble::Unexpected(error.to_string()))?)?;
        } else {
            as_text(&file, &read, out)?;
        }
    }
    Ok(done)
}

/// Says in the warning about pages that are pictures what would have them read.
fn say_what_is_missing(reading: &mut Reading) {
    let unread = reading.document.unread_pages();
    for warning in reading.warnings.iter_mut().filter(|warning| warning.code == "image_only_pages") {
        warning.message = super::install_tesseract(&unread);
    }
}

fn as_json(file: &Path, read: &ReadFile) -> Value {
    match read {
        Ok(reading) => serde_json::to_value(reading).unwrap_or(Value::Null),
        Err(error) => json!({
            "format": FORMAT,
            "file": file.file_name().map(|name| name.to_string_lossy()),
            "error": { "code": error.code(), "message": error.to_string() },
        }),
    }
}

fn as_text(file: &Path, read: &ReadFile, out: &mut Out) -> Result<(), Trouble> {
    out.line(&file.display().to_string())?;
    let reading = match read {
        Ok(reading) => reading,
        Err(error) => return out.line(&format!("  not read ({}): {error}\n", error.code().unwrap_or("cancelled"))),
    };
    let facts = EffectiveFacts::new(reading, &[]);
    let mut rows = Vec::new();
    for fact in facts.relevant() {
        let mut pages: Vec<String> = fact.citations().iter().map(|citation| citation.page.to_string()).collect();
        if fact.basis() == Some(Basis::Ocr) {
            pages.push("a picture".to_owned());
        }
        let value =
            fact.value().map_or_else(|| "not stated".to_owned(), |value| countersign_app::printed(fact.key, value));
        let quote = fact.citations().first().map(|citation| citation.quote.clone()).unwrap_or_default();
        let quote = if fact.key == FactKey::OpinionBasis { String::new() } else { quote };
        rows.push(vec![countersign_app::label(fact.key).to_owned(), value, pages.join(", "), quote]);
    }
    out.table(&["fact", "value", "pages", "read from"], &rows)?;
    for table in read_lists::tables(reading) {
        table.print(out)?;
    }
    if !reading.warnings.is_empty() {
        out.line("")?;
    }
    for warning in &reading.warnings {
        out.line(&format!("warning: {}", warning.message))?;
    }
    out.line("")
}
