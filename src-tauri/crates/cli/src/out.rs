//! What goes to the terminal.

use crate::{say::Trouble, table};
use serde::Serialize;
use serde_json::json;
use std::io::{self, Write as _};

/// Prints data to standard output and the rest to standard error.
#[derive(Debug)]
pub(crate) struct Out {
    json: bool,
    data: io::Stdout,
    notes: io::Stderr,
}

impl Out {
    pub(crate) fn new(json: bool) -> Self {
        Self { json, data: io::stdout(), notes: io::stderr() }
    }

    /// Whether JSON is asked for.
    pub(crate) const fn is_json(&self) -> bool {
        self.json
    }

    /// Prints a line of text.
    pub(crate) fn line(&mut self, text: &str) -> Result<(), Trouble> {
        written(writeln!(self.data, "{text}"))
    }

    /// Prints one object a line.
    pub(crate) fn objects<T: Serialize>(&mut self, objects: impl IntoIterator<Item = T>) -> Result<(), Trouble> {
        for object in objects {
            let text = serde_json::to_string(&object).map_err(|error| Trouble::Unexpected(error.to_string()))?;
            self.line(&text)?;
        }
        Ok(())
    }

    /// Prints rows as a table.
    pub(crate) fn table(&mut self, head: &[&str], rows: &[Vec<String>]) -> Result<(), Trouble> {
        written(write!(self.data, "{}", table::render(head, rows, table::line_width())))
    }

    /// Says something to the person, not to a program.
    pub(crate) fn note(&mut self, text: &str) {
        // Nobody listens at standard error: nothing to be done about it.
        let _nobody = writeln!(self.notes, "{text}");
    }

    /// Says what went wrong.
    pub(crate) fn trouble(&mut self, trouble: &Trouble) {
        self.note(&format!("countersign: {trouble}"));
        if self.json {
            let error = json!({ "error": { "code": trouble.code(), "message": trouble.to_string() } });
            let _nobody = writeln!(self.data, "{error}");
        }
    }
}

/// A reader that went away (`| head`) ends the output, not the program's work.
fn written(result: io::Result<()>) -> Result<(), Trouble> {
    match result {
        Err(error) if error.kind() != io::ErrorKind::BrokenPipe => Err(Trouble::Unexpected(error.to_string())),
        _ => Ok(()),
    }
}
