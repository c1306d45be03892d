//! What is printed: lines and tables.

use std::{io::Write as _, time::Duration};

/// Prints a line. Where nobody listens any more there is nobody to tell.
pub(crate) fn say(line: &str) {
    drop(writeln!(std::io::stdout(), "{line}"));
}

/// Prints rows under heads; the first column stands on the left, numbers on the right.
pub(crate) fn print(heads: &[&str], rows: &[Vec<String>]) {
    let width = |column: usize| {
        let cells = rows.iter().filter_map(|row| row.get(column)).map(|cell| cell.chars().count());
        cells.chain([heads[column].chars().count()]).max().unwrap_or_default()
    };
    let widths: Vec<usize> = (0..heads.len()).map(width).collect();
    let line = |cells: &mut dyn Iterator<Item = &str>| {
        let mut line = String::new();
        for ((column, cell), width) in cells.enumerate().zip(&widths) {
            let space = " ".repeat(width.saturating_sub(cell.chars().count()));
            let (before, after) = if column == 0 { ("", space.as_str()) } else { (space.as_str(), "") };
            line.extend([before, cell, after, "  "]);
        }
        say(line.trim_end());
    };
    line(&mut heads.iter().copied());
    for row in rows {
        line(&mut row.iter().map(String::as_str));
    }
}

/// Milliseconds, with as many digits as mean something.
pub(crate) fn ms(time: Duration) -> String {
    let ms = time.as_secs_f64() * 1000.0;
    if ms < 10.0 { format!("{ms:.2}") } else { format!("{ms:.0}") }
}

/// How many times the second the first is.
pub(crate) fn ratio(ours: f64, peer: f64) -> String {
    if peer > 0.0 { format!("{:.2}×", ours / peer) } else { "–".to_owned() }
}

/// The same of two times.
pub(crate) fn time_ratio(ours: Duration, peer: Duration) -> String {
    ratio(ours.as_secs_f64(), peer.as_secs_f64())
}

/// A value that may be missing.
pub(crate) fn or_dash(value: Option<String>) -> String {
    value.unwrap_or_else(|| "–".to_owned())
}
