//! How far the report itself can be relied on, as it is frozen: signs of the report and of the firm that signed it, with who looked
//! (`practice.md` §3.8, §4.6).

use super::services;
use crate::{acceptance::Weighed, people};
use chrono::NaiveDate;
use countersign_domain::Person;
use countersign_packet::input::{FrozenReview, FrozenRule, FrozenSignal, FrozenVerdict};

/// The rules that weigh the report as evidence, what each is called here, and the question of the review that answers it.
const SIGNS: [(&str, &str, &str); 5] = [
    ("REPORT-SOURCE", "Where it came from", "A2"),
    ("REPORT-COMPLETE", "Its parts", "A4"),
    ("FIRM-LICENCE", "Licence of the firm", "A6"),
    ("FIRM-PEER-REVIEW", "Peer review of the firm", "A7"),
    ("REPORT-RELIABILITY", "Structure, substance, source", "R1"),
];

/// Freezes them; empty where no rule on them applies.
pub(super) fn freeze(
    weighed: &Weighed,
    verdict: &FrozenVerdict,
    review: Option<&FrozenReview>,
    people: &[Person],
    today: NaiveDate,
) -> Vec<FrozenSignal> {
    let case = services::main(weighed, today);
    let check = case.firm_check();
    let looked_up = || {
        let check = check?;
        Some((check.checked_by.map(|by| people::name_in(people, by)), Some(check.checked_on)))
    };
    let answered = |question: &str| {
        let answer = review?.answers.iter().find(|answer| answer.id == question)?;
        answer.by.as_ref().map(|by| (Some(by.clone()), answer.on))
    };
    let sign = |(code, what, question): &(&str, &str, &str)| {
        let rule: &FrozenRule = verdict.rules.iter().find(|rule| rule.code == *code)?;
        if rule.outcome == "not_applicable" {
            return None;
        }
        let of_firm = code.starts_with("FIRM-");
        let (by, on) = if of_firm { looked_up() } else { answered(question) }.unwrap_or((None, None));
        Some(FrozenSignal {
            what: (*what).to_owned(),
            required: rule.required.clone().unwrap_or_default(),
            found: rule.found.clone(),
            outcome: rule.outcome.clone(),
            by,
            on,
            cited: rule.cited.clone(),
        })
    };
    SIGNS.iter().filter_map(sign).collect()
}
