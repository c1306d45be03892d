//! What follows a decision: who is named signs it, duties are done.

use super::frozen;
use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, ConditionDone, ConditionId, Decision, DecisionId, Op, PersonId, Signature, Vendor};
use countersign_store::Subject;

impl App {
    fn decision_to_follow(&self, id: DecisionId) -> Result<(Decision, Vendor), Failure> {
        let found = self.opened()?.store.read(|db| {
            let Some(decision) = db.decision(id)? else { return Ok(None) };
            let vendor = db.vendor(decision.vendor)?;
            Ok(vendor.map(|vendor| (decision, vendor)))
        });
        found.map_err(fail::store)?.ok_or_else(|| fail::not_found("decision"))
    }

    /// Signs a decision as who acts: only who is named may, and once (`practice.md` §7.2).
    pub(crate) fn sign_decision(&self, input: &w::SignDecision) -> Result<w::DecisionView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::SignDecisions)?;
        let id = DecisionId::from_uuid(input.decision);
        let (decision, vendor) = self.decision_to_follow(id)?;
        let signed = opened.store.read(|db| db.signatures(id)).map_err(fail::store)?;
        let named = decision.signers.iter().position(|signer| *signer == person.id);
        let Some(named) = named.filter(|_| !signed.iter().any(|known| known.person == person.id)) else {
            return Err(fail::invalid("person", Problem::NotToSign));
        };
        let comment = people::optional_text("comment", input.comment.as_deref())?;
        if !input.agrees && comment.is_none() {
            // Who declines says why.
            return Err(fail::invalid("comment", Problem::ReasonMissing));
        }
        let now = self.clock.now();
        // The role is the one that was frozen with the decision, as its packet prints it.
        let mut signers = frozen(&decision).map_err(fail::store)?.signers.into_iter();
        let role = signers.nth(named).ok_or_else(|| fail::not_found("person"))?.role;
        let signature = Signature {
            decision: id,
            person: person.id,
            name: person.name.clone(),
            role: people::name("role", &role)?,
            agrees: input.agrees,
            comment,
            at: now,
            sha256: decision.frozen_sha256,
        };
        let stamp = stamp(&person, permit, now, Op::SignDecision, Subject::decision(&decision, &vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("number", decision.number);
                db.note("agrees", signature.agrees);
                db.note("frozen_sha256", signature.sha256.to_string());
                if let Some(comment) = &signature.comment {
                    db.note("comment", comment.as_str());
                }
                db.insert_signature(&signature)
            })
            .map_err(fail::store)?;
        self.decision_view(input.decision)
    }

    /// Says that a duty of a decision is done.
    pub(crate) fn meet_condition(&self, input: &w::MeetCondition) -> Result<w::DecisionView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let condition = ConditionId::from_uuid(input.condition);
        let id = opened.store.read(|db| db.decision_of_condition(condition)).map_err(fail::store)?;
        let (decision, vendor) = self.decision_to_follow(id.ok_or_else(|| fail::not_found("condition"))?)?;
        let note = people::long_text("note", &input.note)?;
        let proof = input.proof.map(|proof| self.proof_of(vendor.id, proof)).transpose()?;
        let done = opened.store.read(|db| db.conditions_done(decision.id)).map_err(fail::store)?;
        if done.iter().any(|done| done.condition == condition) {
            return Err(fail::invalid("condition", Problem::AlreadyDone));
        }
        let now = self.clock.now();
        let done = ConditionDone { condition, note, proof, by: person.id, at: now };
        let stamp = stamp(&person, permit, now, Op::MeetCondition, Subject::decision(&decision, &vendor));
        opened
            .store
            .write(&stamp, |db| {
                let what = decision.conditions.iter().find(|duty| duty.id == condition);
                db.note("number", decision.number);
                db.note("condition", what.map_or("", |duty| duty.what.as_str()));
                db.note("note", done.note.as_str());
                if let Some(finding) = what.and_then(|duty| duty.finding) {
                    let finding = db.finding(finding)?;
                    db.note("finding", finding.map_or_else(String::new, |finding| finding.label()));
                }
                db.meet_condition(&done)
            })
            .map_err(fail::store)?;
        self.decision_view(decision.id.uuid())
    }
}

/// Whether who acts is named in a decision and has not signed yet.
pub(super) fn may_sign(decision: &Decision, signed: &[Signature], actor: PersonId) -> bool {
    decision.signers.contains(&actor) && !signed.iter().any(|signature| signature.person == actor)
}
