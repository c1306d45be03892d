//! What the rules gave for each service, as it is frozen where papers tell services apart (`decisions/0043`).

use super::Labels;
use crate::acceptance::Weighed;
use chrono::NaiveDate;
use countersign_packet::input::FrozenServiceVerdict;
use countersign_policy::rules::{Case, Rule};

/// Freezes it; empty where nothing tells services apart.
pub(super) fn freeze(weighed: &Weighed, labels: &Labels, today: NaiveDate) -> Vec<FrozenServiceVerdict> {
    let parts = weighed.facts.of_services.iter().zip(&weighed.conclusion.services);
    parts
        .map(|(part, of)| FrozenServiceVerdict {
            name: of.name.clone(),
            verdict: of.conclusion.verdict.as_str().to_owned(),
            deciding: of
                .conclusion
                .deciding
                .iter()
                .filter_map(|code| Rule::of_code(code))
                .map(|rule| rule.title.to_owned())
                .collect(),
            evidence_good_until: of.conclusion.evidence_until.map(|until| until.day),
            report: Case::new(&part.facts, &weighed.policy, today)
                .soc2()
                .and_then(|report| labels.get(&report.id).cloned()),
        })
        .collect()
}

/// How the services are looked at on whose report the packet speaks first: the one that covers the latest day. Where several have
/// it, those of which least is covered.
pub(super) fn main(weighed: &Weighed, today: NaiveDate) -> Case<'_> {
    let of = |facts| Case::new(facts, &weighed.policy, today);
    let to = |case: &Case<'_>| case.soc2().and_then(|report| report.covers_to()).map(|day| day.value);
    let cases = || weighed.facts.by_service().map(|(_, facts)| of(facts)).filter(|case| case.soc2().is_some());
    let latest = cases().max_by_key(to).and_then(|case| case.soc2()).map(|report| report.id);
    let of_latest = cases().filter(|case| case.soc2().map(|report| report.id) == latest);
    let least = of_latest.min_by_key(|case| case.coverage.map(|coverage| coverage.cover_end));
    least.unwrap_or_else(|| of(&weighed.facts))
}
