//! Which reports of a vendor count: one, or where papers tell services apart one for each that has its own (`decisions/0043`).

use super::book::Candidate;
use crate::{
    acceptance::{Assembled, Taking, assemble},
    clock::Day,
};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, VendorId};
use countersign_policy::{Policy, rules::Case, snapshot::Snapshot as Facts};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// A report that counts, with the documents among which the list and the earlier one are chosen.
#[derive(Debug, Clone, Default)]
pub(crate) struct Counting {
    /// The report that counts for the policy; `None` where none does.
    pub(super) report: Option<DocumentId>,
    /// Those that cover the same services; `None`: all.
    among: Option<Vec<DocumentId>>,
}

impl Counting {
    /// Leaves those that cover the same services.
    pub(super) fn among(&self, candidates: impl Iterator<Item = Candidate>) -> Vec<Candidate> {
        let ours = |one: &Candidate| self.among.as_ref().is_none_or(|among| among.contains(&one.document));
        candidates.filter(ours).collect()
    }
}

/// The reports of a vendor that count, as the policy chooses among what is held; at least one, which may be none.
pub(crate) fn of_facts(facts: &Facts, policy: &Policy, today: NaiveDate) -> Vec<Counting> {
    let report = |facts| Case::new(facts, policy, today).soc2().map(|report| report.id);
    if facts.of_services.is_empty() {
        return vec![Counting { report: report(facts), among: None }];
    }
    let mut all: Vec<Counting> = Vec::new();
    for part in &facts.of_services {
        let report = report(&part.facts);
        let known = |one: &Counting| report.is_some() && one.report == report;
        if !all.iter().any(known) {
            let among = part.facts.evidence.iter().map(|paper| paper.id).collect();
            all.push(Counting { report, among: Some(among) });
        }
    }
    // The one that covers the latest day comes first, as it does where one counts.
    let to = |one: &Counting| {
        let paper = facts.evidence.iter().find(|paper| Some(paper.id) == one.report);
        paper.and_then(|paper| paper.covers_to()).map(|day| day.value)
    };
    all.sort_by_key(|one| std::cmp::Reverse(to(one)));
    all
}

/// The same for a vendor, or for all.
pub(super) fn read(
    db: &Snapshot<'_>,
    vendor: Option<VendorId>,
    day: Day<'_>,
) -> Result<HashMap<VendorId, Vec<Counting>>, StoreError> {
    Ok(of_assembled(&assemble(db, vendor, day, &mut Taking::default())?, day.on))
}

/// The same of what is assembled already.
pub(super) fn of_assembled(assembled: &Assembled, today: NaiveDate) -> HashMap<VendorId, Vec<Counting>> {
    let of = |facts| of_facts(facts, &assembled.policy, today);
    assembled.facts.iter().map(|(vendor, facts)| (*vendor, of(facts))).collect()
}
