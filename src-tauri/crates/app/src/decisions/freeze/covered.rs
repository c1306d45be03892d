//! What the report and the letters after it cover, as the rules count it on the day of the decision (`practice.md` §4.2), and where
//! its tests stand.

use super::{Labels, services};
use crate::acceptance::Weighed;
use chrono::NaiveDate;
use countersign_domain::reading::{Reading, SectionRole};
use countersign_packet::input::{FrozenCoverage, FrozenLetter, FrozenPages};
use countersign_policy::{rules::Case, words};

/// Freezes it; `None` where no report with dates is held. Where papers tell services apart it is what the main report and its own
/// letters cover; letters that count for another report are told apart.
pub(super) fn freeze(weighed: &Weighed, labels: &Labels, today: NaiveDate) -> Option<FrozenCoverage> {
    let case = services::main(weighed, today);
    let until = case.coverage?.cover_end;
    let limit = case.class.map(|(_, limits)| i64::from(limits.max_uncovered_gap_months));
    let mut letters: Vec<FrozenLetter> = letters(&case, labels).collect();
    for part in &weighed.facts.of_services {
        for other in self::letters(&Case::new(&part.facts, &weighed.policy, today), labels) {
            let other = FrozenLetter { elsewhere: other.carries_to.is_some(), ..other };
            match letters.iter_mut().find(|known| known.label == other.label) {
                Some(known) if known.carries_to.is_none() => *known = other,
                Some(_) => {}
                None => letters.push(other),
            }
        }
    }
    letters.sort_by(|a, b| (a.label.len(), &a.label).cmp(&(b.label.len(), &b.label)));
    Some(FrozenCoverage {
        until,
        uncovered: (today > until).then(|| words::span(until, today)),
        limit: limit.map(|limit| words::count(limit, "month")),
        letters,
    })
}

/// The letters that count in a case.
fn letters<'a>(case: &Case<'a>, labels: &'a Labels) -> impl Iterator<Item = FrozenLetter> + use<'a> {
    case.carried().into_iter().filter_map(|letter| {
        let (label, mut pages) = (labels.get(&letter.document)?.clone(), letter.pages);
        pages.sort_unstable();
        pages.dedup();
        Some(FrozenLetter { label, carries_to: letter.to, pages, elsewhere: false })
    })
}

/// The pages from the beginning of the tests to the next part; `None` where the parts are not found.
pub(super) fn tests(label: &str, reading: &Reading, pages: u32) -> Option<FrozenPages> {
    let at = reading.sections.iter().position(|section| section.role == SectionRole::Tests)?;
    let first = reading.sections[at].page;
    let next = reading.sections[at + 1..].iter().map(|section| section.page).find(|page| *page > first);
    let last = next.map_or(pages, |next| next - 1);
    (first <= last && last <= pages).then(|| FrozenPages { label: label.to_owned(), pages: (first..=last).collect() })
}
