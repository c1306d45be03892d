//! `countersign read`

use super::read_lists;
use crate::{Done, out::Out, progress::Meter, say::Trouble, stop::Stop};
use countersign_app::{ReadFile, read_file};
use countersign_domain::{Basis, EffectiveFacts, FactKey, Reading, reading::FORMAT};
use countersign_reader::ocr::Tesseract;
use serde::Serialize;
use serde_json::{Value, json, ser::Formatter};
use std::{
    io,
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
            let text = match &read {
                Ok(reading) if !asked.pretty => one_line(reading),
                _ if asked.pretty => serde_json::to_string_pretty(&as_json(&file, &read)),
                _ => serde_json::to_string(&as_json(&file, &read)),
            };
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

/// Writes a reading on one line: at once, as building a value of it first takes longer than reading its opinion.
fn one_line(reading: &impl Serialize) -> serde_json::Result<String> {
    let mut line = Vec::new();
    reading.serialize(&mut serde_json::Serializer::with_formatter(&mut line, Wide))?;
    String::from_utf8(line).map_err(serde::ser::Error::custom)
}

/// Writes a place on a page with all of its digits, as a value holds it.
struct Wide;

impl Formatter for Wide {
    fn write_f32<W: io::Write + ?Sized>(&mut self, writer: &mut W, value: f32) -> io::Result<()> {
        self.write_f64(writer, f64::from(value))
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

#[cfg(test)]
mod tests {
    use super::one_line;
    use countersign_domain::Rect;

    #[test]
    fn a_line_says_what_a_value_says() {
        let place = Rect { x0: 72.1, y0: 0.0, x1: 540.333, y1: 1.5 };
        let value = serde_json::to_value(place).expect("plain data");
        let line = one_line(&place).expect("plain data");
        let read: serde_json::Value = serde_json::from_str(&line).expect("it is JSON");
        assert_eq!(read, value, "with all digits: {line}");
        assert!(line.contains("72.09999"), "as it was printed before: {line}");
    }
}
