//! What was before a decision, as it is frozen: earlier decisions, and what is otherwise than at the last of them.

use crate::people;
use chrono::NaiveDate;
use countersign_domain::{Decision, Opinion, Person, Sha256, Tier, Vendor};
use countersign_packet::input::{
    FrozenChange, FrozenDecision, FrozenDocument, FrozenEarlier, FrozenFinding, FrozenRule, FrozenSubservice, Span,
};
use countersign_policy::Verdict;
use countersign_store::{Snapshot, StoreError};
use std::collections::BTreeSet;

/// How many findings that changed are named one by one; of more the number is said.
const FINDINGS: usize = 40;

/// Gives the decisions before one, in their order, and what changed since the last of them.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    decision: &Decision,
    vendor: &Vendor,
    people: &[Person],
    now: &FrozenDecision,
) -> Result<(Vec<FrozenEarlier>, Vec<FrozenChange>), StoreError> {
    let mut before = db.decisions(vendor.id)?;
    before.retain(|one| one.number < decision.number);
    before.sort_by_key(|one| one.number);
    let packets = db.packets_of(vendor.id)?;
    let earlier = before.iter().map(|one| FrozenEarlier {
        number: one.number,
        outcome: one.outcome,
        residual: one.residual.as_ref().map(|residual| residual.level),
        decided_on: one.decided_on,
        recorded_by: people::name_in(people, one.recorded_by),
        packets: packets.iter().filter(|packet| packet.decision == one.id).count() as u32,
    });
    // What cannot be read any more is not compared; verifying the workspace finds it.
    let last = before.last().and_then(|last| serde_json::from_str::<FrozenDecision>(&last.frozen).ok());
    Ok((earlier.collect(), last.map_or_else(Vec::new, |last| changes(&last, now))))
}

/// What one decision's packet says otherwise than another's, as far as both say something of it.
fn changes(was: &FrozenDecision, is: &FrozenDecision) -> Vec<FrozenChange> {
    let mut all = Changes(Vec::new());
    all.one("Tier", was.vendor.tier.map(tier), is.vendor.tier.map(tier));
    all.one("Business owner", was.vendor.owner.as_deref(), is.vendor.owner.as_deref());
    all.one("Service", was.vendor.service.as_deref(), is.vendor.service.as_deref());
    let version = |of: &FrozenDecision| of.policy.map(|policy| format!("version {}", policy.version));
    all.both("Policy", version(was), version(is));
    let verdict = |of: &FrozenDecision| {
        let name = &of.verdict.as_ref()?.verdict;
        Some(Verdict::from_name(name).map_or_else(|| name.clone(), |verdict| verdict.title().to_owned()))
    };
    all.both("Verdict of the policy", verdict(was), verdict(is));
    let until = |of: &FrozenDecision| of.decision.evidence_good_until.map(day);
    all.one("Evidence is good until", until(was).as_deref(), until(is).as_deref());
    documents(&was.documents, &is.documents, &mut all);
    rules(was, is, &mut all);
    findings(&was.findings, &is.findings, &mut all);
    if let (Some(was), Some(is)) = (&was.subservice, &is.subservice) {
        subservice(was, is, &mut all);
    }
    all.0
}

struct Changes(Vec<FrozenChange>);

impl Changes {
    /// Adds what is otherwise.
    fn one(&mut self, what: &str, was: Option<&str>, is: Option<&str>) {
        if was != is {
            let owned = |text: Option<&str>| text.map(str::to_owned);
            self.0.push(FrozenChange { what: what.to_owned(), was: owned(was), is: owned(is) });
        }
    }

    /// Adds what is otherwise, where both say something of it.
    fn both(&mut self, what: &str, was: Option<String>, is: Option<String>) {
        if let (Some(was), Some(is)) = (was, is) {
            self.one(what, Some(&was), Some(&is));
        }
    }
}

const fn tier(tier: Tier) -> &'static str {
    match tier {
        Tier::Low => "Low",
        Tier::Medium => "Medium",
        Tier::High => "High",
        Tier::Critical => "Critical",
    }
}

const fn opinion(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Unqualified => "Unqualified",
        Opinion::Qualified => "Qualified",
        Opinion::Adverse => "Adverse",
        Opinion::Disclaimer => "Disclaimer",
    }
}

/// As the packet says days.
fn day(day: NaiveDate) -> String {
    day.format("%-d %b %Y").to_string()
}

fn said(document: &FrozenDocument) -> String {
    let span = match document.span {
        Some(Span { start, end }) if start == end => format!(", {}", day(end)),
        Some(Span { start, end }) => format!(", {} to {}", day(start), day(end)),
        None => String::new(),
    };
    format!("{}{span}: {}", document.kind.title(), document.file_name)
}

/// The report on which the decision rests with what it says, and other documents that came or went.
fn documents(was: &[FrozenDocument], is: &[FrozenDocument], all: &mut Changes) {
    let main = |of: &[FrozenDocument]| of.iter().find(|document| document.main).cloned();
    let (before, now) = (main(was), main(is));
    let hash = |of: &Option<FrozenDocument>| of.as_ref().map(|document| document.sha256);
    if hash(&before) != hash(&now) {
        all.one("Main report", before.as_ref().map(said).as_deref(), now.as_ref().map(said).as_deref());
    }
    if let (Some(before), Some(now)) = (&before, &now) {
        all.one("Opinion", before.opinion.map(opinion), now.opinion.map(opinion));
        let scope = |of: &FrozenDocument| {
            let held = of.categories.as_ref()?;
            Some(held.iter().map(|category| category.title()).collect::<Vec<_>>().join(", "))
        };
        all.one("Categories in scope", scope(before).as_deref(), scope(now).as_deref());
    }
    let mains: BTreeSet<Sha256> = [hash(&before), hash(&now)].into_iter().flatten().collect();
    let others = |of: &[FrozenDocument], than: &[FrozenDocument]| -> Vec<String> {
        let known = |one: &FrozenDocument| than.iter().any(|other| other.sha256 == one.sha256);
        of.iter().filter(|one| !mains.contains(&one.sha256) && !known(one)).map(said).collect()
    };
    for gone in &others(was, is) {
        all.one("Document gone", Some(gone), None);
    }
    for came in &others(is, was) {
        all.one("Document new", None, Some(came));
    }
}

/// Rules with another outcome.
fn rules(was: &FrozenDecision, is: &FrozenDecision, all: &mut Changes) {
    let (Some(was), Some(is)) = (&was.verdict, &is.verdict) else { return };
    let outcome = |rule: &FrozenRule| match rule.outcome.as_str() {
        "pass" => "met".to_owned(),
        "warn" => "attention".to_owned(),
        "fail" => "not met".to_owned(),
        "missing" => "not known".to_owned(),
        "not_applicable" => "does not apply".to_owned(),
        other => other.to_owned(),
    };
    for now in &is.rules {
        let Some(before) = was.rules.iter().find(|before| before.code == now.code) else { continue };
        let title = now.title.as_deref().unwrap_or(&now.code);
        all.one(title, Some(&outcome(before)), Some(&outcome(now)));
    }
}

/// Recorded findings that came, went, or stand elsewhere, and how many nobody has recorded.
fn findings(was: &[FrozenFinding], is: &[FrozenFinding], all: &mut Changes) {
    let stands = |finding: &FrozenFinding| {
        let severity = finding.severity.as_deref().unwrap_or("not judged");
        format!("{severity}, {}", finding.status.to_lowercase())
    };
    let of = |label: &str, among: &[FrozenFinding]| {
        among.iter().find(|finding| finding.label.as_deref() == Some(label)).map(stands)
    };
    let mut labels: Vec<&str> = was.iter().chain(is).filter_map(|finding| finding.label.as_deref()).collect();
    labels.sort_unstable();
    labels.dedup();
    let mut found = Changes(Vec::new());
    for label in labels {
        found.one(label, of(label, was).as_deref(), of(label, is).as_deref());
    }
    let more = found.0.len().saturating_sub(FINDINGS);
    all.0.extend(found.0.into_iter().take(FINDINGS));
    if more > 0 {
        all.one("Further findings", None, Some(&format!("{more} more stand otherwise; section 7 has those of now")));
    }
    let unrecorded = |of: &[FrozenFinding]| of.iter().filter(|finding| finding.label.is_none()).count().to_string();
    all.one("Exceptions that nobody has recorded", Some(&unrecorded(was)), Some(&unrecorded(is)));
}

/// Parties that came or went.
fn subservice(was: &FrozenSubservice, is: &FrozenSubservice, all: &mut Changes) {
    let names = |of: &FrozenSubservice| -> BTreeSet<String> { of.parties.iter().map(|it| it.name.clone()).collect() };
    let (before, now) = (names(was), names(is));
    before.difference(&now).for_each(|gone| all.one("Subservice organization", Some(gone), None));
    now.difference(&before).for_each(|came| all.one("Subservice organization", None, Some(came)));
}
