//! Why a command stopped: a sentence for the person at the terminal.

use std::{fmt, io};

/// Why a command stopped.
#[derive(Debug)]
pub(crate) struct Stop(String);

impl Stop {
    pub(crate) fn because(why: impl Into<String>) -> Self {
        Self(why.into())
    }

    /// Turns an I/O error around a named thing into a sentence.
    pub(crate) fn at(what: impl fmt::Display) -> impl FnOnce(io::Error) -> Self {
        move |error| Self(format!("{what}: {error}"))
    }
}

impl fmt::Display for Stop {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}
