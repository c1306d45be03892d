//! Where a line may end.

use std::ops::Range;
use unicode_linebreak::{BreakOpportunity, linebreaks};

const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

/// Words that belong to the number after them.
const BEFORE_NUMBER: [&str; 14] = [
    "SOC", "Type", "p.", "pp.", "page", "pages", "Page", "section", "sections", "Section", "ISO", "ISO/IEC", "version",
    "No.",
];

/// Words that belong to the number before them.
const AFTER_NUMBER: [&str; 20] = [
    "%", "pt", "mm", "MB", "kB", "bytes", "day", "days", "week", "weeks", "month", "months", "year", "years", "page",
    "pages", "hours", "UTC", "€", "$",
];

/// Gives the places, as byte positions, where a line may end, the end of the text left out. `whole` are ranges that
/// must not be broken.
pub(crate) fn opportunities(text: &str, whole: &[Range<usize>]) -> Vec<usize> {
    linebreaks(text)
        .filter(|(at, _)| *at < text.len())
        .filter(|(_, kind)| *kind == BreakOpportunity::Allowed)
        .map(|(at, _)| at)
        .filter(|at| !whole.iter().any(|range| range.start < *at && *at < range.end))
        .filter(|at| !parts_a_phrase(text, *at))
        .collect()
}

/// Says whether a break there would part what is read as one: a date, a number and its unit, `SOC 2`.
fn parts_a_phrase(text: &str, at: usize) -> bool {
    let (before, after) = text.split_at(at);
    let Some(before) = before.strip_suffix(' ') else { return false };
    let last = before.rsplit(' ').next().unwrap_or_default().trim_start_matches(['(', '[', '“', '"']);
    let next = after.split(' ').next().unwrap_or_default();
    let next = next.trim_end_matches([',', '.', ';', ':', ')', ']', '”', '"']);
    let numeric = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let month = |word: &str| MONTHS.contains(&word);
    let short_number = |word: &str| word.len() <= 2 && !word.is_empty() && word.bytes().all(|b| b.is_ascii_digit());
    (short_number(last) && month(next))
        || (month(last) && numeric(next))
        || (BEFORE_NUMBER.contains(&last) && numeric(next))
        || (numeric(last) && AFTER_NUMBER.contains(&next))
        || (numeric(last) && last.contains(':') && next == "UTC")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parts(text: &str) -> Vec<&str> {
        let mut start = 0;
        let mut parts = Vec::new();
        for at in opportunities(text, &[]).into_iter().chain([text.len()]) {
            parts.push(text[start..at].trim_end());
            start = at;
        }
        parts
    }

    #[test]
    fn keeps_together_what_is_read_together() {
        let text = "a SOC 2 Type 2 report (30 Jun 2026), 25 days, 8 % of [D1 p. 6] at 15:20 UTC PD-21 P-0001";
        assert_eq!(
            parts(text),
            [
                "a",
                "SOC 2",
                "Type 2",
                "report",
                "(30 Jun 2026),",
                "25 days,",
                "8 %",
                "of",
                "[D1",
                "p. 6]",
                "at",
                "15:20 UTC",
                "PD-21",
                "P-0001"
            ]
        );
    }

    #[test]
    fn a_whole_range_is_not_broken() {
        let text = "see [D1 pp. 61, 63] there";
        let whole = 4..19;
        assert_eq!(opportunities(text, std::slice::from_ref(&whole)), [4, 20]);
    }
}
