//! The auditor's signature block: firm, city and date at the end of the auditor's report.
//!
//! **Reads** the line with the date and the lines around it.
//! **Where**: after the opinion, in the auditor's report alone (AT-C 205.63: the report carries the firm's signature,
//! its city and state, and the date).
//! **Accepts** a line that is a date, with a label (`Date:`), a place or a firm before or behind it; placeholder dates
//! mark the block too.
//! **Refuses** dates in sentences, "as of" and periods, and stamps of electronic signatures with a time.

use std::ops::Range;
use std::sync::LazyLock;

use chrono::NaiveDate;

use super::dates;
use super::opinion;
use super::parts::Parts;
use super::places;
use crate::pattern::{Pattern, exact, pattern};

/// Lines above and below the date that belong to the block.
const ABOVE: usize = 7;
const BELOW: usize = 4;
/// Lines at the end of an auditor's report without an opinion in which its signature may stand.
const LAST_LINES: usize = 14;

static STAMP: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"signed by|docusign|docu sign|envelope|adobe|e-?sign|\d\d?:\d\d|next report|as of|as at|\bperiod\b|through|effective|expir|version|copyright|page \d|certified since",
    )
});
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:report )?dated?(?: this)?|dated at(?: this)?|date of (?:the )?(?:report|signature)|(?:report|signature) date|date signed|date of (?:issue|signing|issuance)|signed(?: on)?|(?:report )?issued(?: on)?|on|place|this|and)?\W*$",
    )
});

/// "Amsterdam 20 June 2032": a city needs no comma before a day.
static CITY_ALONE: LazyLock<Pattern> = LazyLock::new(|| exact(r"^(?:\p{Lu}\p{L}+ )?\p{Lu}\p{L}{3,} $"));
static NO_CITY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:updated?|revised|revision|published|printed|until|since|before|after|from|during|ending|ended|beginning|starting|release[sd]?|draft|approved|reviewed|created|modified|valid|last|next|page|release|section)\b",
    )
});
static AT_CITY: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^Dated at (?:\p{Lu}[\p{L}.'-]+ ?){1,4}(?:, \p{Lu}[\p{L}.'-]+(?: \p{Lu}[\p{L}.'-]+)?)?,? (?:this )?(?:the )?$",
    )
});
static CITY: LazyLock<Pattern> = LazyLock::new(|| exact(r"^(?:\p{Lu}[\p{L}.'-]+ ){0,2}\p{Lu}[\p{L}.'-]+, $"));

/// The block, as lines of the document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Signature {
    /// Lines of the block.
    pub(crate) lines: Range<usize>,
    /// The line with the date, the place of the date in the line's text, and the day if it is one.
    pub(crate) date: Option<(usize, Range<usize>, Option<NaiveDate>)>,
}

/// Finds the block.
pub(crate) fn find(parts: &Parts<'_>) -> Option<Signature> {
    let letter = parts.letter.as_ref()?;
    let after = opinion::passage(letter).map(|p| p.start).and_then(|start| letter.line_at(start));
    let end = parts.letter_lines.end;
    let first = after.unwrap_or(end.saturating_sub(LAST_LINES).max(parts.letter_lines.start));
    let lines: Vec<usize> = (first..parts.letter_lines.end).filter(|at| !parts.text.lines()[*at].running).collect();
    let date = (0..lines.len()).find(|nth| {
        let line = &parts.text.lines()[lines[*nth]];
        let above = nth.checked_sub(1).map(|above| &parts.text.lines()[lines[above]]);
        // The last line of a sentence may be but a date: it follows a line that fills the column.
        let tail = !line.opens_paragraph
            && above.is_some_and(|a| a.page == line.page && a.rect.width() > parts.text.pages()[a.page].width * 0.5);
        !tail && date_line(&line.text).is_some()
    });
    if let Some(at) = date {
        let (range, day) = date_line(&parts.text.lines()[lines[at]].text)?;
        let block = lines[at.saturating_sub(ABOVE)]..lines[(at + BELOW).min(lines.len() - 1)] + 1;
        return Some(Signature { lines: block, date: Some((lines[at], range, day)) });
    }
    let last = *lines.last()?;
    let start = lines[lines.len().saturating_sub(ABOVE)];
    Some(Signature { lines: start..last + 1, date: None })
}

/// The date of a line that is a date.
pub(crate) fn date_line(text: &str) -> Option<(Range<usize>, Option<NaiveDate>)> {
    if text.chars().count() > 100 || STAMP.is_match(text) || text.ends_with([';', ',', ':']) {
        return None;
    }
    let mut found = dates::find(text);
    let one = found.pop().filter(|_| found.is_empty())?;
    let mut rest = format!("{} {}", &text[..one.range.start], &text[one.range.end..]);
    if let Some(place) = places::find(&rest) {
        rest.replace_range(place, " ");
    }
    // The end of a sentence that breaks before its last date.
    if one.range.start == 0 && text.ends_with('.') {
        return None;
    }
    // "Zürich, 4 May 2031": the habit of letters on the continent.
    let begins_with_day = text[one.range.clone()].starts_with(|c: char| c.is_ascii_digit())
        && !NO_CITY.is_match(&text[..one.range.start]);
    let (before, after) = (&text[..one.range.start], text[one.range.end..].trim());
    let city = after.is_empty() && (CITY.is_match(before) || begins_with_day && CITY_ALONE.is_match(before))
        || AT_CITY.is_match(before);
    let words = rest.split_whitespace().count();
    let firm = super::auditor_firm::is_firm(rest.trim_matches(|c: char| !c.is_alphanumeric() && c != '.'));
    (city
        || LABEL.is_match(&rest)
        || (firm && words <= 8)
        || rest.trim_matches(|c: char| !c.is_alphanumeric()).is_empty())
    .then_some((one.range, one.date))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_that_are_a_date_are_told_from_sentences() {
        for line in [
            "May 4, 2031",
            "Date: 4th May 2031",
            "Tulsa, Oklahoma - May 4, 2031",
            "Dated this 4th day of May 2031",
            "Leeds, United Kingdom 4 May 2031",
            "Birch & Cedar LLP, May 4, 2031",
            "March 1, 20X2",
            "Zürich, 4 May 2031",
            "Date Signed: May 4, 2031",
            "Signature date: May 4, 2031",
            "Dated at Leeds this 4th day of May 2031",
            "Amsterdam 4 May 2031",
            "Report issued: 4 May 2031",
            "2031-05-04",
        ] {
            assert!(date_line(line).is_some(), "a date line: {line}");
        }
        for line in [
            "As of May 4, 2031",
            "for the period May 4, 2031 to June 4, 2031",
            "Signed by: A. Person May 4, 2031 10:22:33",
            "Next Report Issue Date: May 4, 2031",
            "Updated 4 May 2031",
            "Revised May 4, 2031",
            "The system was changed on May 4, 2031 by the company's own staff.",
            "through May 4, 2031",
            "user entities during May 4, 2031",
            "no date here",
            "May 4, 2031;",
            "May 4, 2031.",
        ] {
            assert!(date_line(line).is_none(), "no date line: {line}");
        }
    }
}
