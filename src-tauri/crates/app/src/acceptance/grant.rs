//! Deviations from rules as they were signed: who may, until when, ending, showing (`practice.md` §4.5, §5.5).

use crate::{App, alternative, application::stamp, fail, names, people};
use chrono::{Days, NaiveDate};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{AcceptanceId, Action, AlternativeId, EngagementId, Op, Person, PersonId};
use countersign_policy::{
    Policy, Rank, RuleOutcome, RuleResult,
    rules::{Family, Rule},
    snapshot::Snapshot as Facts,
};
use countersign_store::{AcceptanceEnd, AcceptanceRow, Subject};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// What is signed besides rule, approver and days. A stored form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Terms {
    /// What was found.
    pub(crate) found: String,
    /// Why it is allowed.
    pub(crate) reason: String,
    /// The worst that can come of it.
    pub(crate) worst_case: String,
    /// What compensates.
    pub(crate) compensations: String,
    /// Who asked for it.
    pub(crate) requester: PersonId,
    /// The approver's rank when it was granted.
    pub(crate) rank: Rank,
    /// The version of the path without a report that it approves, where it does that (`decisions/0017`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) alternative: Option<AlternativeId>,
    /// The services for which it was asked; `None` = for all (`decisions/0043`).
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) services: Option<BTreeSet<EngagementId>>,
}

impl App {
    /// Ends a deviation before its day.
    pub(crate) fn end_acceptance(&self, input: &w::EndAcceptance) -> Result<w::EvaluationView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let id = AcceptanceId::from_uuid(input.acceptance);
        let why = people::long_text("why", &input.why)?;
        let found = opened.store.read(|db| {
            let Some(row) = db.acceptance(id)? else { return Ok(None) };
            let vendor = db.vendor(row.vendor)?;
            Ok(vendor.map(|vendor| (row, vendor)))
        });
        let (row, vendor) = found.map_err(fail::store)?.ok_or_else(|| fail::not_found("acceptance"))?;
        let end = AcceptanceEnd { on: self.clock.today(), by: person.id, why };
        let stamp = stamp(&person, permit, self.clock.now(), Op::EndAcceptance, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("rule", row.rule.as_str());
                db.note("why", end.why.as_str());
                db.end_acceptance(id, &end)
            })
            .map_err(fail::store)?;
        self.evaluation(row.vendor.uuid())
    }
}

/// The approver's rank, where it suffices and the requester is another person.
pub(super) fn may_grant(requester: PersonId, approver: &Person, needed: Rank) -> Result<Rank, Failure> {
    if requester == approver.id {
        return Err(fail::invalid("approver", Problem::SamePerson));
    }
    Rank::of(&approver.roles)
        .filter(|rank| *rank >= needed)
        .ok_or_else(|| fail::invalid("approver", Problem::RankTooLow { needed: names::rank_name(needed) }))
}

/// The last day of a deviation from the rule that is granted today, or why there can be none.
pub(super) fn deviation_until(
    result: &RuleResult,
    facts: &Facts,
    policy: &Policy,
    today: NaiveDate,
) -> Result<NaiveDate, Problem> {
    let broken = !matches!(result.outcome, RuleOutcome::Pass | RuleOutcome::NotApplicable);
    if !broken {
        return Err(Problem::NothingToAccept);
    }
    // Our own process is kept, not deviated from; and without a class nobody knows who may allow it.
    let Some(tier) = facts.tier.filter(|_| result.acceptable_by.is_some() && result.family != Family::Process) else {
        return Err(Problem::NeverAcceptable);
    };
    if let Some(latest) = alternative::approvable(facts, policy, today).filter(|_| result.code == alternative::RULE) {
        return Ok(latest);
    }
    let days = Days::new(u64::from(*policy.settings().acceptance.deviation_max_days.of(tier)));
    Ok(today.checked_add_days(days).unwrap_or(NaiveDate::MAX))
}

/// How a deviation is shown; `None` for what this program does not know how to read.
pub(super) fn view(row: &AcceptanceRow, people: &[Person], today: NaiveDate) -> Option<w::AcceptanceView> {
    let terms: Terms = serde_json::from_value(row.terms.clone()).ok()?;
    let name = |id| people::name_in(people, id);
    let state = match &row.ended {
        Some(end) => w::AcceptanceState::Ended { on: end.on, by: name(end.by), why: end.why.to_string() },
        None if row.expires < today => w::AcceptanceState::Expired,
        None => w::AcceptanceState::Holds,
    };
    Some(w::AcceptanceView {
        id: row.id.uuid(),
        rule: row.rule.clone(),
        title: Rule::of_code(&row.rule).map_or_else(|| row.rule.clone(), |rule| rule.title.to_owned()),
        found: terms.found,
        reason: terms.reason,
        worst_case: terms.worst_case,
        compensations: terms.compensations,
        requester: name(terms.requester),
        approver: name(row.approved_by),
        rank: names::rank_name(terms.rank),
        granted_on: row.approved_on,
        expires: row.expires,
        recorded_by: name(row.recorded_by),
        state,
    })
}
