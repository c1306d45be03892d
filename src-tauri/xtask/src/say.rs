//! Talks to the person: the one place that prints.
#![expect(clippy::print_stdout, reason = "talking on the terminal is what this program does")]

use std::io::Write as _;

/// Prints a line at once, also where the output is a file.
pub(crate) fn say(line: &str) {
    println!("{line}");
    // A closed pipe is noticed by the next line.
    drop(std::io::stdout().flush());
}

/// Announces the next part of the work.
pub(crate) fn heading(what: &str) {
    say(&format!("\n▸ {what}"));
}
