//! Text with a sign between its values: which sign, and the rows.

use csv::ReaderBuilder;

use super::{Delimiter, Kept, Row, RowsError};

/// How much of the text tells which sign is between the values.
const SAMPLED: usize = 64 << 10;
const SAMPLED_ROWS: usize = 60;

impl Delimiter {
    const ALL: [Self; 4] = [Self::Comma, Self::Semicolon, Self::Tab, Self::Pipe];

    const fn byte(self) -> u8 {
        match self {
            Self::Comma => b',',
            Self::Semicolon => b';',
            Self::Tab => b'\t',
            Self::Pipe => b'|',
        }
    }
}

/// Gives the sign between the values and the rows that hold anything.
pub(super) fn rows(text: String) -> Result<(Option<Delimiter>, Vec<Row>), RowsError> {
    // One kind of line break, so that lines can be counted; inside values as well.
    let mut text = text.replace("\r\n", "\n").replace('\r', "\n");
    // The last row ends like all others: the count of lines needs it.
    if !text.ends_with('\n') {
        text.push('\n');
    }
    let (said, skipped) = said(&text);
    let body = &text[skipped..];
    let delimiter = said.or_else(|| detect(body));
    let rows = parse(body, delimiter, u32::from(skipped > 0))?;
    Ok((delimiter, rows))
}

/// The sign that a first line `sep=;` names, as Excel writes and reads it, and how long that line is.
fn said(text: &str) -> (Option<Delimiter>, usize) {
    let Some((line, _)) = text.split_once('\n') else { return (None, 0) };
    let sign = line.trim_end_matches('\r').strip_prefix("sep=").and_then(|sign| match sign.as_bytes() {
        [byte] => Delimiter::ALL.into_iter().find(|delimiter| delimiter.byte() == *byte),
        _ => None,
    });
    (sign, if sign.is_some() { line.len() + 1 } else { 0 })
}

/// The sign by which most rows have the same number of values, of which there are several.
fn detect(text: &str) -> Option<Delimiter> {
    let mut end = text.len().min(SAMPLED);
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let mut best = None;
    for delimiter in Delimiter::ALL {
        let mut counts: Vec<usize> = Vec::new();
        for record in reader(&text[..end], delimiter.byte()).records().take(SAMPLED_ROWS).flatten() {
            counts.push(record.len());
        }
        let Some((columns, times)) = usual(&counts) else { continue };
        let share = times as f64 / counts.len() as f64;
        let score = share * share * (columns - 1).min(4) as f64;
        if best.is_none_or(|(_, most)| score > most) {
            best = Some((delimiter, score));
        }
    }
    best.map(|(delimiter, _)| delimiter)
}

/// The number of values above one that most rows have, and how many have it.
fn usual(counts: &[usize]) -> Option<(usize, usize)> {
    let times = |columns: usize| counts.iter().filter(|count| **count == columns).count();
    counts
        .iter()
        .copied()
        .filter(|columns| *columns > 1)
        .map(|columns| (columns, times(columns)))
        .max_by_key(|(c, t)| (*t, *c))
}

fn reader(text: &str, delimiter: u8) -> csv::Reader<&[u8]> {
    ReaderBuilder::new().has_headers(false).flexible(true).delimiter(delimiter).from_reader(text.as_bytes())
}

fn parse(text: &str, delimiter: Option<Delimiter>, before: u32) -> Result<Vec<Row>, RowsError> {
    // Without a sign between values a whole line is one; a byte that no text has never splits it.
    let mut reader = reader(text, delimiter.map_or(0, Delimiter::byte));
    let mut record = csv::StringRecord::new();
    let (mut rows, mut kept) = (Vec::new(), Kept::default());
    let mut number = before;
    let mut line = 1_u64;
    let mut last = (0, 0);
    while reader.read_record(&mut record).map_err(|_| RowsError::NotATable)? {
        let after = reader.position().line();
        let inside = record.iter().map(|cell| cell.bytes().filter(|byte| *byte == b'\n').count() as u64).sum::<u64>();
        // Lines that the record took beyond its own and the breaks inside its values were empty ones before it.
        let empty = (after - line).saturating_sub(1 + inside);
        number += 1 + empty as u32;
        (line, last) = (after, (number, inside));
        let mut cells: Vec<String> = record.iter().map(str::to_owned).collect();
        while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
            cells.pop();
        }
        if cells.is_empty() {
            continue;
        }
        kept.row()?;
        for (column, cell) in cells.iter().enumerate() {
            kept.cell(column, cell)?;
        }
        rows.push(Row { number, cells });
    }
    // Quotation marks that open and close are even in number; an odd one that swallowed lines was never closed.
    if last.1 > 0 && text.bytes().filter(|byte| *byte == b'"').count() % 2 == 1 {
        return Err(RowsError::QuoteOpen { row: last.0 });
    }
    Ok(rows)
}
