//! What speaks against a decision as it is chosen: roles that nobody fills, a graver verdict, a rank too low (`practice.md` §4.5,
//! §7.2). Nothing of it forbids; who signs must have been told.

use crate::{App, acceptance, fail, names};
use countersign_contract::{
    Failure,
    wire::{self as w, Caution},
};
use countersign_domain::{Outcome, Person, Rank, Role, Vendor, VendorId, signing};
use countersign_policy::{Conclusion, Verdict};
use countersign_store::StoreError;

impl App {
    /// What speaks against a decision before it is recorded.
    pub(crate) fn decision_concerns(&self, input: &w::DecisionChoice) -> Result<Vec<Caution>, Failure> {
        let day = self.day();
        let concerns = self.opened()?.store.read(|db| {
            let id = VendorId::from_uuid(input.vendor);
            let vendor = db.vendor(id)?.ok_or(StoreError::Missing { what: "vendor" })?;
            let (weighed, people) = (acceptance::weighed(db, id, day)?, db.persons()?);
            let signers: Vec<&Person> =
                input.signers.iter().filter_map(|id| people.iter().find(|person| person.id.uuid() == *id)).collect();
            Ok(concerns(names::outcome(input.outcome), &vendor, &signers, weighed.verdict, &weighed.conclusion))
        });
        concerns.map_err(fail::store)
    }
}

fn concerns(
    outcome: Outcome,
    vendor: &Vendor,
    signers: &[&Person],
    verdict: Verdict,
    conclusion: &Conclusion,
) -> Vec<Caution> {
    if !outcome.is_approval() {
        return Vec::new();
    }
    let filled = signing::roles(signers, vendor.owner, &conclusion.approvers);
    let covers = |role: &Role| filled.iter().any(|roles| roles.contains(role));
    let uncovered = conclusion.approvers.iter().copied().filter(|role| !covers(role));
    let mut concerns: Vec<Caution> =
        uncovered.map(|role| Caution::RoleUncovered { role: names::role_name(role) }).collect();
    let offered = if outcome == Outcome::Approved { Verdict::Accept } else { Verdict::AcceptWithConditions };
    if verdict > offered {
        let never = verdict == Verdict::Reject;
        concerns.push(Caution::AgainstVerdict { verdict: names::verdict_name(verdict), never });
    }
    let needed = match verdict {
        // What a person fails has no rule that says who may accept it: the highest then.
        Verdict::Escalate => Some(conclusion.escalate_to.unwrap_or(Rank::Executive)),
        Verdict::Reject => Some(Rank::Executive),
        Verdict::Accept | Verdict::AcceptWithConditions | Verdict::MoreEvidence => None,
    };
    let highest = signers.iter().filter_map(|person| Rank::of(&person.roles)).max();
    if let Some(needed) = needed.filter(|needed| highest.is_none_or(|highest| highest < *needed)) {
        concerns.push(Caution::RankTooLow { needed: names::rank_name(needed) });
    }
    concerns
}
