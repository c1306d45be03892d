//! A calendar as other programs read it (RFC 5545): whole days, names that stay, lines folded and text escaped.

use chrono::{DateTime, NaiveDate, Utc};
use std::fmt::Write as _;

/// The longest line in bytes, without its end (§3.1).
const LINE: usize = 75;

/// An entry that lasts a whole day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Entry {
    /// Stays the same from one writing to the next, so that a program that reads the file again moves the entry.
    pub(super) uid: String,
    /// The day.
    pub(super) day: NaiveDate,
    /// What it is called.
    pub(super) summary: String,
    /// What else is said.
    pub(super) description: String,
}

/// Writes entries as a calendar of that name, as of a moment.
pub(super) fn calendar(name: &str, entries: &[Entry], at: DateTime<Utc>) -> String {
    let mut out = String::new();
    for text in ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Countersign//Countersign//EN", "CALSCALE:GREGORIAN"] {
        line(&mut out, text);
    }
    line(&mut out, "METHOD:PUBLISH");
    line(&mut out, &format!("X-WR-CALNAME:{}", escaped(name)));
    let stamp = at.format("%Y%m%dT%H%M%SZ");
    for entry in entries {
        line(&mut out, "BEGIN:VEVENT");
        line(&mut out, &format!("UID:{}", escaped(&entry.uid)));
        line(&mut out, &format!("DTSTAMP:{stamp}"));
        line(&mut out, &format!("DTSTART;VALUE=DATE:{}", compact(entry.day)));
        // The end of a whole day is the day after it (§3.6.1).
        if let Some(after) = entry.day.succ_opt() {
            line(&mut out, &format!("DTEND;VALUE=DATE:{}", compact(after)));
        }
        line(&mut out, &format!("SUMMARY:{}", escaped(&entry.summary)));
        if !entry.description.is_empty() {
            line(&mut out, &format!("DESCRIPTION:{}", escaped(&entry.description)));
        }
        // A deadline takes no time of the day.
        line(&mut out, "TRANSP:TRANSPARENT");
        line(&mut out, "CLASS:CONFIDENTIAL");
        line(&mut out, "END:VEVENT");
    }
    line(&mut out, "END:VCALENDAR");
    out
}

fn compact(day: NaiveDate) -> String {
    day.format("%Y%m%d").to_string()
}

/// Text as a value holds it (§3.3.11); other control characters than line ends and tabs have no place in one.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.replace("\r\n", "\n").chars() {
        match c {
            '\\' | ';' | ',' => {
                out.push('\\');
                out.push(c);
            }
            '\n' | '\r' => out.push_str("\\n"),
            '\t' => out.push(c),
            c if c.is_control() => {}
            c => out.push(c),
        }
    }
    out
}

/// Appends a line, folded so that none is longer than 75 bytes and none breaks within a character (§3.1).
fn line(out: &mut String, text: &str) {
    let mut length = 0;
    for c in text.chars() {
        if length + c.len_utf8() > LINE {
            out.push_str("\r\n ");
            // The space counts.
            length = 1;
        }
        let _infallible = out.write_char(c);
        length += c.len_utf8();
    }
    out.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(summary: &str) -> Entry {
        Entry {
            uid: "notice_deadline:1@2.countersign".to_owned(),
            day: "2028-02-29".parse().expect("a date"),
            summary: summary.to_owned(),
            description: "Notice is 60 days before;\nor it renews, \\ by itself".to_owned(),
        }
    }

    fn written(entries: &[Entry]) -> String {
        calendar("Countersign", entries, DateTime::from_timestamp(1_773_738_000, 0).expect("a moment"))
    }

    /// Joins folded lines again.
    fn unfolded(text: &str) -> Vec<String> {
        text.replace("\r\n ", "").split("\r\n").map(str::to_owned).collect()
    }

    #[test]
    fn an_entry_is_a_whole_day_with_a_name_that_stays() {
        let lines = unfolded(&written(&[entry("Contract notice deadline: Cresset, Ltd")]));
        for wanted in [
            "UID:notice_deadline:1@2.countersign",
            "DTSTAMP:20260317T090000Z",
            "DTSTART;VALUE=DATE:20280229",
            "DTEND;VALUE=DATE:20280301",
            r"SUMMARY:Contract notice deadline: Cresset\, Ltd",
            r"DESCRIPTION:Notice is 60 days before\;\nor it renews\, \\ by itself",
            "TRANSP:TRANSPARENT",
        ] {
            assert!(lines.iter().any(|line| line == wanted), "{wanted} is missing in {lines:#?}");
        }
        assert_eq!(lines.first().map(String::as_str), Some("BEGIN:VCALENDAR"));
        assert_eq!(lines.last().map(String::as_str), Some(""), "the last line ends too");
    }

    #[test]
    fn lines_are_folded_by_bytes_and_never_within_a_character() {
        let long = format!("{}{}", "Brückenbau 株式会社 ".repeat(12), "end");
        let text = written(&[entry(&long)]);
        assert!(text.split("\r\n").all(|line| line.len() <= LINE), "no line is longer than 75 bytes:\n{text}");
        assert!(!text.replace("\r\n", "").contains(['\r', '\n']), "every line ends as the format says");
        assert!(unfolded(&text).contains(&format!("SUMMARY:{long}")), "joined again it is what it was");
    }

    #[test]
    fn a_name_cannot_begin_a_line_of_its_own() {
        let text = written(&[entry("Evil\r\nEND:VEVENT\rBEGIN:VALARM\u{7}")]);
        assert_eq!(text.matches("\r\nEND:VEVENT").count(), 1, "{text}");
        assert!(!text.contains("\r\nBEGIN:VALARM") && !text.contains('\u{7}'), "{text}");
    }

    #[test]
    fn a_calendar_without_entries_is_one() {
        let lines = unfolded(&written(&[]));
        assert!(lines.contains(&"END:VCALENDAR".to_owned()) && !lines.contains(&"BEGIN:VEVENT".to_owned()));
    }
}
