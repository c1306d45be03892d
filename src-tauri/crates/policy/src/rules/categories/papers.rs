//! `CATEGORY-PAPERS` (`practice.md` §4.4, right-hand "+" entries).

use super::uses;
use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::Evidence,
    words,
};
use countersign_domain::Kind;

pub(crate) const RULE: Rule = Rule {
    code: "CATEGORY-PAPERS",
    family: Family::Categories,
    title: "Papers that SOC 2 does not replace are held",
    help: Help {
        checks: "Whether the papers that the data requires besides a SOC 2 report are held and current: a PCI DSS attestation of compliance for card data, a SOC 1 for what feeds our financial statements.",
        why: "These answer other questions. A SOC 2 report does not show PCI compliance and does not serve the audit of financial statements, and the other way round.",
        evidence: "The PCI DSS attestation of compliance with its responsibility matrix; a SOC 1 Type 2 report for the period.",
        resolve: "Ask the vendor for the paper. If it has none, the data concerned cannot be given to it.",
    },
    source: "practice.md §4.4, §8.2",
    questions: &[],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let (uses, open) = uses(case);
    let table = &case.policy.settings().categories.by_use;
    let mut needed: Vec<Kind> = Vec::new();
    for kind in uses.iter().flat_map(|data_use| table.of(*data_use).papers.iter().copied()) {
        if !needed.contains(&kind) {
            needed.push(kind);
        }
    }
    if needed.is_empty() {
        return Ok(if open {
            let task = Ask::ours("Answer what data the vendor handles and how we depend on it");
            Ruling::missing("What the data requires", "What the vendor handles is not fully answered").ask(task)
        } else {
            Ruling::not_applicable("The data requires no paper besides the report")
        });
    }
    let required = words::list(&needed.iter().map(|kind| kind.title()).collect::<Vec<_>>());
    let (mut satisfied, mut absent, mut old) = (Vec::new(), Vec::new(), Vec::new());
    for kind in needed {
        let held = case.held(&[kind]);
        match held.iter().find(|paper| current(case, paper, limits.max_age_months.into())) {
            Some(paper) => satisfied.push(paper.id),
            None if held.is_empty() => absent.push(kind),
            None => old.push(kind),
        }
    }
    let say =
        |kinds: &[Kind]| words::list(&kinds.iter().map(|kind| words::lower_first(kind.title())).collect::<Vec<_>>());
    let asks = absent.iter().chain(&old).map(|kind| Ask::Paper { kind: *kind });
    let mut ruling = if !old.is_empty() {
        Ruling::fail(required, format!("Not current: {}", say(&old)))
    } else if !absent.is_empty() {
        Ruling::missing(required, format!("Not held: {}", say(&absent)))
    } else {
        Ruling::pass(required, "Held and current")
    }
    .ask_all(asks);
    ruling.satisfied_by = satisfied;
    Ok(ruling)
}

/// Whether a paper holds today: to its last day where it has one, else as long as a report of that class.
fn current(case: &Case<'_>, paper: &Evidence, max_age: u32) -> bool {
    if let Some(expires) = paper.certificate.as_ref().and_then(|facts| facts.expires.as_ref()) {
        return case.today <= expires.value;
    }
    let day = paper.covers_to().or(paper.report_date.as_ref()).map(|day| day.value).or(paper.received_on);
    day.is_some_and(|day| case.today <= months::add(day, max_age))
}
