//! `countersign read`

use crate::{Done, out::Out, say::Trouble};
use countersign_app::{ReadFile, read_file};
use countersign_domain::{EffectiveFacts, FactKey, reading::FORMAT};
use serde_json::{Value, json};
use std::path::{Path, PathBuf};

/// Prints what each file says.
pub(crate) fn run(files: &[PathBuf], pretty: bool, password: Option<&str>, out: &mut Out) -> Result<Done, Trouble> {
    let mut done = Done::Clean;
    for file in super::walk(files, out)? {
        let read = read_file(&file, password);
        if read.is_err() {
            done = Done::Notable;
        }
        if out.is_json() || pretty {
            let object = as_json(&file, &read);
            let text = if pretty { serde_json::to_string_pretty(&object) } else { serde_json::to_string(&object) };
            out.line(&text.map_err(|error| Trouble::Unexpected(error.to_string()))?)?;
        } else {
            as_text(&file, &read, out)?;
        }
    }
    Ok(done)
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
        let pages: Vec<String> = fact.citations().iter().map(|citation| citation.page.to_string()).collect();
        let value =
            fact.value().map_or_else(|| "not stated".to_owned(), |value| countersign_app::printed(fact.key, value));
        let quote = fact.citations().first().map(|citation| citation.quote.clone()).unwrap_or_default();
        let quote = if fact.key == FactKey::OpinionBasis { String::new() } else { quote };
        rows.push(vec![countersign_app::label(fact.key).to_owned(), value, pages.join(", "), quote]);
    }
    out.table(&["fact", "value", "pages", "read from"], &rows)?;
    for contradiction in &reading.contradictions {
        out.line(&format!("contradiction: {}", contradiction.message))?;
    }
    for warning in &reading.warnings {
        out.line(&format!("warning: {}", warning.message))?;
    }
    out.line("")
}
