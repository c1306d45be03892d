//! How things are said: dates, numbers, references, verdicts.

use crate::input::{Design, FrozenCitation, FrozenCondition, FrozenDocument, Span};
use crate::typeset::{Mark, Text};
use chrono::{DateTime, Months, NaiveDate, Utc};
use countersign_domain::{Category, Outcome, Tier};

/// Says a date: `30 Jun 2026`.
pub(crate) fn date(date: NaiveDate) -> String {
    date.format("%-d %b %Y").to_string()
}

/// Says a time: `12 Nov 2026 15:20 UTC`.
pub(crate) fn time(time: DateTime<Utc>) -> String {
    time.format("%-d %b %Y %H:%M UTC").to_string()
}

/// Says a span: its days, or the one day that it is. The year is said once where it is the same.
pub(crate) fn span(span: Span) -> String {
    if span.start == span.end { date(span.start) } else { format!("{} – {}", date(span.start), date(span.end)) }
}

/// Says a number below ten as a word, in running text.
pub(super) fn number(number: usize) -> String {
    const WORDS: [&str; 10] = ["no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine"];
    WORDS.get(number).map_or_else(|| number.to_string(), |word| (*word).to_owned())
}

/// Says so many of something.
pub(crate) fn count(count: usize, one: &str, many: &str) -> String {
    format!("{} {}", number(count), if count == 1 { one } else { many })
}

/// Begins a sentence.
pub(crate) fn capitalised(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// Joins words: `a, b and c`.
pub(super) fn joined(words: &[&str]) -> String {
    match words {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}

/// Says the size of a file.
pub(super) fn size(bytes: u64) -> String {
    match bytes {
        0..1_000 => format!("{bytes} bytes"),
        1_000..1_000_000 => format!("{} kB", bytes.div_ceil(1_000)),
        _ => format!("{:.1} MB", bytes as f64 / 1_000_000.0),
    }
}

/// Says a tier.
pub(crate) fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Low => "Low",
        Tier::Medium => "Medium",
        Tier::High => "High",
        Tier::Critical => "Critical",
    }
}

/// Says the names of categories, in lower case as in running text.
pub(super) fn categories(categories: &[Category]) -> String {
    let names: Vec<String> = categories.iter().map(|category| category.title().to_lowercase()).collect();
    joined(&names.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Says what was decided, as large as it is printed.
pub(super) fn headline(outcome: Outcome, conditions: usize) -> String {
    match outcome {
        Outcome::Approved => "Approve".to_owned(),
        Outcome::ApprovedWithConditions => {
            // A no-break space: the number stays with its noun.
            format!("Approve with {}", count(conditions, "condition", "conditions").replace(' ', "\u{a0}"))
        }
        Outcome::MoreEvidence => "Do not decide yet".to_owned(),
        Outcome::Escalated => "For the executive to decide".to_owned(),
        Outcome::Rejected => "Reject".to_owned(),
        Outcome::Withdrawn => "Withdraw".to_owned(),
    }
}

/// Says what must be done, whether that is before the vendor is used, and which finding it settles.
pub(super) fn duty(condition: &FrozenCondition) -> Text {
    let what = Text::from(condition.what.as_str());
    let what = if condition.before_go_live { Text::bold("Before use: ").and(condition.what.as_str()) } else { what };
    match &condition.finding {
        Some(finding) => what.and_second(format!(" Settles {finding}.")),
        None => what,
    }
}

/// Says what a signer ticks to agree with what was decided, and what to disagree.
pub fn choices(outcome: Outcome) -> [&'static str; 2] {
    match outcome {
        Outcome::Approved | Outcome::ApprovedWithConditions => ["Approve", "Decline"],
        Outcome::MoreEvidence => ["Ask for more", "Decide now"],
        Outcome::Escalated => ["Escalate", "Do not escalate"],
        Outcome::Rejected => ["Reject", "Do not reject"],
        Outcome::Withdrawn => ["Withdraw", "Do not withdraw"],
    }
}

/// Says when what was decided holds.
pub(super) fn in_force(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Approved | Outcome::ApprovedWithConditions => "when all who are named have approved.",
        Outcome::MoreEvidence => "when all who are named have agreed to ask; nothing is approved by it.",
        Outcome::Escalated => "when all who are named have agreed to escalate; nothing is approved by it.",
        Outcome::Rejected => "when all who are named have agreed to reject.",
        Outcome::Withdrawn => "when all who are named have agreed to withdraw; nothing is bought.",
    }
}

/// Gives the name by which links find a document's row in the register.
pub(super) fn anchor(document: &FrozenDocument) -> String {
    format!("document-{}", document.label)
}

/// Adds the reference of a statement, such as `[D1 pp. 35–36]`, linked to the first of its pages where the document is
/// appended, else to the register.
pub(super) fn cite(text: Text, document: &FrozenDocument, citations: &[FrozenCitation]) -> Text {
    let numbers: Vec<u32> = citations.iter().map(|citation| citation.page).collect();
    refer(text, &document.label, &numbers)
}

/// Adds a reference to pages of a document by its label.
pub(super) fn refer(text: Text, label: &str, numbers: &[u32]) -> Text {
    let Some(first) = numbers.iter().min() else { return text };
    let said = said_pages(numbers.to_vec());
    text.and_reference(format!("[{label} {said}]"), page_anchor(label, *first))
}

/// Refers to pages of the report of a list, and of the others from which a part of it comes.
pub(super) fn refer_each<'a>(
    mut text: Text,
    own: Option<&'a str>,
    places: impl Iterator<Item = (Option<&'a str>, &'a [u32])>,
) -> Text {
    let mut by_label: Vec<(&str, Vec<u32>)> = Vec::new();
    for (other, pages) in places {
        let Some(label) = other.or(own) else { continue };
        match by_label.iter_mut().find(|(known, _)| *known == label) {
            Some((_, known)) => known.extend(pages),
            None => by_label.push((label, pages.to_vec())),
        }
    }
    for (label, pages) in by_label {
        text = refer(text, label, &pages);
    }
    text
}

/// Gives the name by which links find a page of a document; it leads to the register where there is no such page.
fn page_anchor(label: &str, page: u32) -> String {
    format!("document-{label}{}{page}", crate::typeset::PAGE)
}

/// Says pages: `p. 6`, `pp. 61, 63`, `pp. 35–36`.
fn said_pages(mut numbers: Vec<u32>) -> String {
    numbers.sort_unstable();
    numbers.dedup();
    let mut ranges: Vec<(u32, u32)> = Vec::new();
    for number in &numbers {
        match ranges.last_mut() {
            Some((_, end)) if *end + 1 == *number => *end = *number,
            _ => ranges.push((*number, *number)),
        }
    }
    let said: Vec<String> = ranges
        .into_iter()
        .map(|(start, end)| if start == end { start.to_string() } else { format!("{start}–{end}") })
        .collect();
    match numbers.len() {
        0 => String::new(),
        1 => format!("p. {}", said.join(", ")),
        _ => format!("pp. {}", said.join(", ")),
    }
}

/// Says a severity with its mark; a diamond of ink as it was printed in the first design.
pub(crate) fn severity(design: Design, name: &str) -> Text {
    let text = Text::new();
    if design == Design::First {
        return text.and_mark(Mark::Diamond).and(name);
    }
    match name {
        "Critical" => text.and_mark(Mark::SeverityCritical).and_signal(name),
        "High" => text.and_mark(Mark::SeverityHigh).and_signal(name),
        "Medium" => text.and_mark(Mark::SeverityMedium).and(name),
        _ => text.and_mark(Mark::SeverityLow).and(name),
    }
}

/// Months between two days, both of them counted, with one decimal: none only where the months of the calendar are whole.
pub(super) fn months(span: Span) -> String {
    let after = span.end.succ_opt().unwrap_or(span.end);
    let of = |months: u32| span.start.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX);
    let mut whole = 0;
    while of(whole + 1) <= after {
        whole += 1;
    }
    let (begun, next) = (of(whole), of(whole + 1));
    if begun == after {
        return whole.to_string();
    }
    let part = (after - begun).num_days() as f64 / (next - begun).num_days().max(1) as f64;
    format!("{:.1}", f64::from(whole) + part)
}

/// Ends a sentence.
pub(super) fn ended(text: &str) -> String {
    let text = text.trim();
    let end = if text.ends_with(['.', '!', '?', '…']) { "" } else { "." };
    format!("{text}{end}")
}

/// Shortens a quote to so many words.
pub(super) fn shortened(quote: &str, words: usize) -> String {
    let all: Vec<&str> = quote.split_whitespace().collect();
    if all.len() <= words { all.join(" ") } else { format!("{} …", all[..words].join(" ")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(pages_cited: &[u32]) -> String {
        said_pages(pages_cited.to_vec())
    }

    #[test]
    fn says_pages_as_the_field_does() {
        assert_eq!(at(&[6]), "p. 6");
        assert_eq!(at(&[63, 61, 61]), "pp. 61, 63");
        assert_eq!(at(&[35, 36, 40]), "pp. 35–36, 40");
        assert_eq!(at(&[]), "", "no page: the caller prints no bracket");
    }

    #[test]
    fn says_months_to_the_decimal_unless_they_are_whole() {
        let of = |start: &str, end: &str| {
            let day = |text: &str| text.parse().expect("a day");
            months(Span { start: day(start), end: day(end) })
        };
        assert_eq!(of("2025-07-01", "2026-06-30"), "12");
        assert_eq!(of("2026-01-15", "2026-03-14"), "2");
        assert_eq!(of("2026-01-31", "2026-02-27"), "1", "February ends the month that began on the 31st");
        assert_eq!(of("2025-07-01", "2026-06-27"), "11.9", "three days short of a year is no year");
        assert_eq!(of("2025-07-01", "2026-07-03"), "12.1");
        assert_eq!(of("2025-07-01", "2026-07-01"), "12.0", "a day more is not whole, and too little for a tenth");
        assert_eq!(of("2026-03-01", "2026-03-16"), "0.5");
    }

    #[test]
    fn says_verdicts() {
        assert_eq!(headline(Outcome::ApprovedWithConditions, 1), "Approve with one\u{a0}condition");
        assert_eq!(headline(Outcome::ApprovedWithConditions, 40), "Approve with 40\u{a0}conditions");
    }

    #[test]
    fn says_sizes() {
        assert_eq!(size(999), "999 bytes");
        assert_eq!(size(1_001), "2 kB");
        assert_eq!(size(3_460_000), "3.5 MB");
    }
}
