//! The verdict (`practice.md` §4.5): what the rules give together, which of them decide, until when it holds, and what to ask
//! for next.
//!
//! The rules of our own process say whether a decision may be signed; they do not change what it should be.

mod answer;
mod services;
mod until;

pub use answer::Standing;
pub use services::{OfService, for_service, sentences};
pub use until::{EvidenceUntil, LimitedBy, evidence_until};

use crate::{
    Policy, Rank,
    ask::Ask,
    months,
    rules::{self, Case, Family, Rule, RuleOutcome, RuleResult},
    snapshot::Snapshot,
};
use chrono::NaiveDate;
use countersign_domain::{Outcome, Role, choices};
use serde::Serialize;

choices! {
    /// What the rules give together.
    Verdict {
        /// Nothing fails, and every warning has its note.
        Accept = "accept", "Accept";
        /// Nothing fails; warnings have or need a condition, an acceptance or a deviation.
        AcceptWithConditions = "accept_with_conditions", "Accept with conditions";
        /// Nothing fails, and something is not known.
        MoreEvidence = "more_evidence", "More evidence";
        /// Something fails that a named approver may accept.
        Escalate = "escalate", "Escalate";
        /// Something fails that nobody may accept.
        Reject = "reject", "Reject";
    }
}

impl Verdict {
    /// The decision that it proposes.
    pub const fn outcome(self) -> Outcome {
        match self {
            Self::Accept => Outcome::Approved,
            Self::AcceptWithConditions => Outcome::ApprovedWithConditions,
            Self::MoreEvidence => Outcome::MoreEvidence,
            Self::Escalate => Outcome::Escalated,
            Self::Reject => Outcome::Rejected,
        }
    }
}

/// A rule's result and what answers it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Weighed {
    /// The result.
    pub result: RuleResult,
    /// What answers it, where it is not met.
    pub standing: Standing,
}

impl Weighed {
    /// Whether nothing answers what is not met.
    pub fn is_open(&self) -> bool {
        self.standing == Standing::Open
    }
}

/// What the rules give together.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Conclusion {
    /// The verdict.
    pub verdict: Verdict,
    /// The codes of the rules that decide it, in the order of [`rules::ALL`]; empty for a plain accept.
    pub deciding: Vec<&'static str>,
    /// The warnings that still need a note, a condition or an acceptance before the vendor can be accepted.
    pub unanswered: Vec<&'static str>,
    /// Who may accept what fails; `None` where nothing does or nobody may.
    pub escalate_to: Option<Rank>,
    /// Every rule's result, those of the process too.
    pub results: Vec<Weighed>,
    /// The rules of our own process that are not met: the decision cannot be signed before they are.
    pub before_signing: Vec<&'static str>,
    /// The roles that must sign.
    pub approvers: Vec<Role>,
    /// Until when what is held suffices by its dates.
    pub evidence_until: Option<EvidenceUntil>,
    /// Until when the verdict holds if nothing else happens: the evidence, and every acceptance and deviation in it.
    pub holds_until: Option<NaiveDate>,
    /// When the next full review is due after one today.
    pub next_review: Option<NaiveDate>,
    /// What to ask for next, each thing once, what decides first.
    pub asks: Vec<Ask>,
    /// The same for each service, where papers tell them apart; the rest is then all of them together, the weakest deciding.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<OfService>,
}

/// Weighs the rules for a vendor on a day, service by service where papers tell services apart.
pub fn conclude(snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> Conclusion {
    let case = Case::new(snapshot, policy, today);
    if snapshot.of_services.is_empty() {
        return weighed(&case);
    }
    let parts = snapshot.of_services.iter();
    let concluded = parts.map(|part| weighed(&Case::new(&part.facts, policy, today))).collect();
    services::together(&case, &snapshot.of_services, concluded)
}

fn weighed(case: &Case<'_>) -> Conclusion {
    let today = case.today;
    let results: Vec<Weighed> = rules::apply_all(case)
        .into_iter()
        .map(|result| Weighed { standing: answer::standing(case, &result), result })
        .collect();
    let decides = |weighed: &&Weighed| weighed.result.family != Family::Process;
    let evidence: Vec<&Weighed> = results.iter().filter(decides).collect();
    let open = |outcome: RuleOutcome| -> Vec<&Weighed> {
        evidence.iter().copied().filter(|weighed| weighed.is_open() && weighed.result.outcome == outcome).collect()
    };
    let (fails, missing, warns) = (open(RuleOutcome::Fail), open(RuleOutcome::Missing), open(RuleOutcome::Warn));
    let never: Vec<&Weighed> = fails.iter().copied().filter(|weighed| weighed.result.acceptable_by.is_none()).collect();
    let answered: Vec<&Weighed> = evidence.iter().copied().filter(|weighed| weighed.standing.is_duty()).collect();
    let (verdict, deciding) = if !never.is_empty() {
        (Verdict::Reject, never)
    } else if !fails.is_empty() {
        (Verdict::Escalate, fails.clone())
    } else if !missing.is_empty() {
        (Verdict::MoreEvidence, missing.clone())
    } else if !warns.is_empty() || !answered.is_empty() {
        let decide = |weighed: &&&Weighed| {
            weighed.standing.is_duty() || weighed.is_open() && weighed.result.outcome == RuleOutcome::Warn
        };
        (Verdict::AcceptWithConditions, evidence.iter().filter(decide).copied().collect())
    } else {
        (Verdict::Accept, Vec::new())
    };
    let escalate_to = (verdict == Verdict::Escalate)
        .then(|| fails.iter().filter_map(|weighed| weighed.result.acceptable_by).max())
        .flatten();
    let codes = |weighed: &[&Weighed]| weighed.iter().map(|weighed| weighed.result.code).collect::<Vec<_>>();
    let (deciding, unanswered) = (codes(&deciding), codes(&warns));
    let evidence_until = evidence_until(case);
    let holds_until = evidence
        .iter()
        .filter_map(|weighed| weighed.standing.until())
        .chain(evidence_until.map(|until| until.day))
        .min();
    let before_signing = results
        .iter()
        .filter(|weighed| weighed.result.family == Family::Process && weighed.result.code != "PROCESS-CADENCE")
        .filter(|weighed| matches!(weighed.result.outcome, RuleOutcome::Fail | RuleOutcome::Missing))
        .map(|weighed| weighed.result.code)
        .collect();
    let asks = asks(&evidence);
    Conclusion {
        verdict,
        deciding,
        unanswered,
        escalate_to,
        before_signing,
        approvers: rules::approvers(case),
        evidence_until,
        holds_until,
        next_review: case.class.map(|(_, limits)| months::add(today, limits.review_months.into())),
        asks,
        results,
        services: Vec::new(),
    }
}

/// What comes of one rule for a vendor, of all services together where papers tell them apart.
pub fn result_of(rule: &Rule, snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> RuleResult {
    if snapshot.of_services.is_empty() {
        return rule.evaluate(snapshot, policy, today);
    }
    let mut results = conclude(snapshot, policy, today).results.into_iter().map(|weighed| weighed.result);
    results.find(|result| result.code == rule.code).expect("every rule has a result")
}

/// What would help, each once: for what fails first, then what is missing, then warnings. What is answered by a signature is
/// still asked for: an acceptance ends.
fn asks(evidence: &[&Weighed]) -> Vec<Ask> {
    let mut asks: Vec<Ask> = Vec::new();
    for outcome in [RuleOutcome::Fail, RuleOutcome::Missing, RuleOutcome::Warn] {
        let of_outcome = evidence.iter().filter(|weighed| weighed.result.outcome == outcome);
        for ask in of_outcome.flat_map(|weighed| &weighed.result.asks) {
            if !asks.contains(ask) {
                asks.push(ask.clone());
            }
        }
    }
    asks
}

#[cfg(test)]
mod tests;
