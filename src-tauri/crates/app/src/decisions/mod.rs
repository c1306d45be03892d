//! Decisions: what stands on the sheet before, recording with frozen inputs, what was decided.

mod after;
mod concerns;
mod freeze;
mod record;
mod residual;
mod settles;
mod sheet;
mod stale;

use crate::{App, clock::Day, fail, names, packets, people, signed_copies};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Condition, ConditionDone, Decision, DecisionId, Finding, Person, PersonId, Signature, Vendor,
};
use countersign_packet::input::FrozenDecision;
use countersign_policy::Verdict;
use countersign_store::{PacketRow, Snapshot, StoreError};
use uuid::Uuid;

pub(crate) use freeze::number_of;
pub(crate) use stale::stale_of;

/// What is shown of a decision besides itself.
pub(crate) struct Following {
    signatures: Vec<Signature>,
    done: Vec<ConditionDone>,
    /// The vendor's findings, of a decision with conditions that settle some.
    findings: Vec<Finding>,
    stale: Vec<w::Stale>,
    copies: Vec<w::SignedCopyView>,
}

/// What followed a decision; `latest` says whether no later one supersedes it.
pub(crate) fn following(
    db: &Snapshot<'_>,
    decision: &Decision,
    vendor: &Vendor,
    people: &[Person],
    day: Day<'_>,
    latest: bool,
) -> Result<Following, StoreError> {
    Ok(Following {
        signatures: db.signatures(decision.id)?,
        done: db.conditions_done(decision.id)?,
        findings: if decision.conditions.iter().any(|duty| duty.finding.is_some()) {
            db.findings_of(vendor.id)?
        } else {
            Vec::new()
        },
        stale: if latest { stale::stale(db, decision, vendor, people, day)? } else { Vec::new() },
        copies: signed_copies::views(db, decision, vendor, people)?,
    })
}

impl App {
    /// A recorded decision.
    pub(crate) fn decision_view(&self, id: Uuid) -> Result<w::DecisionView, Failure> {
        let id = DecisionId::from_uuid(id);
        let opened = self.opened()?;
        let (actor, day) = (opened.actor()?.id, self.day());
        let shown = opened.store.read(|db| {
            let Some(decision) = db.decision(id)? else { return Ok(None) };
            let Some(vendor) = db.vendor(decision.vendor)? else { return Ok(None) };
            let people = db.persons()?;
            let latest = db.latest_decision(vendor.id)?.is_some_and(|latest| latest.id == id);
            let following = following(db, &decision, &vendor, &people, day, latest)?;
            Ok(Some(view(
                &Shown { decision: &decision, vendor: &vendor, people: &people, actor },
                &db.packets(id)?,
                following,
            )))
        });
        shown.map_err(fail::store)?.ok_or_else(|| fail::not_found("decision"))
    }
}

/// The frozen inputs of a decision.
fn frozen(decision: &Decision) -> Result<FrozenDecision, StoreError> {
    let unreadable =
        |error: serde_json::Error| StoreError::Unexpected { detail: format!("a frozen decision: {error}") };
    serde_json::from_str(&decision.frozen).map_err(unreadable)
}

/// A decision with those who stand in it.
pub(crate) struct Shown<'a> {
    pub(crate) decision: &'a Decision,
    pub(crate) vendor: &'a Vendor,
    pub(crate) people: &'a [Person],
    /// Who looks at it.
    pub(crate) actor: PersonId,
}

/// How a decision is shown; of `packets` its own are taken.
pub(crate) fn view(shown: &Shown<'_>, packets: &[PacketRow], following: Following) -> w::DecisionView {
    let Shown { decision, vendor, people, actor } = *shown;
    let frozen = frozen(decision).ok();
    let frozen = frozen.as_ref();
    w::DecisionView {
        id: decision.id.uuid(),
        number: decision.number,
        vendor: vendor.id.uuid(),
        vendor_name: vendor.name.to_string(),
        outcome: names::outcome_name(decision.outcome),
        reason: decision.reason.to_string(),
        conditions: decision.conditions.iter().map(|duty| condition(duty, people, &following)).collect(),
        signers: decision
            .signers
            .iter()
            .filter_map(|id| people.iter().find(|person| person.id == *id))
            .map(people::view)
            .collect(),
        residual: decision.residual.as_ref().map(|residual| w::ResidualInput {
            level: names::risk_name(residual.level),
            words: residual.words.to_string(),
        }),
        policy_version: frozen.and_then(|frozen| frozen.policy).map(|policy| policy.version),
        verdict: frozen
            .and_then(|frozen| Verdict::from_name(&frozen.verdict.as_ref()?.verdict))
            .map(|verdict| verdict.title().to_owned()),
        review: frozen.and_then(|frozen| frozen.review.as_ref()).map(|review| review.number),
        may_sign: after::may_sign(decision, &following.signatures, actor),
        signatures: following.signatures.iter().map(signature).collect(),
        signatures_printed: frozen.is_some_and(packets::say_sign_offs),
        stale: following.stale,
        next_review: decision.next_review,
        decided_on: decision.decided_on,
        recorded_by: people::name_in(people, decision.recorded_by),
        recorded_at: decision.recorded_at,
        frozen_sha256: decision.frozen_sha256.to_string(),
        packets: packets
            .iter()
            .filter(|packet| packet.decision == decision.id)
            .map(|packet| packets::view(packet, decision, vendor))
            .collect(),
        copies: following.copies,
    }
}

fn condition(duty: &Condition, people: &[Person], following: &Following) -> w::ConditionView {
    let done = following.done.iter().find(|done| done.condition == duty.id);
    let finding = following.findings.iter().find(|finding| Some(finding.id) == duty.finding);
    w::ConditionView {
        id: duty.id.uuid(),
        what: duty.what.to_string(),
        owner: people::name_in(people, duty.owner),
        due: duty.due,
        before_go_live: duty.before_go_live,
        rule: duty.rule.as_ref().map(ToString::to_string),
        finding: finding.map(settles::view),
        done: done.map(|done| w::ConditionDoneView {
            by: people::name_in(people, done.by),
            at: done.at,
            note: done.note.to_string(),
            proof: done.proof.map(countersign_domain::DocumentId::uuid),
        }),
    }
}

fn signature(signature: &Signature) -> w::SignatureView {
    w::SignatureView {
        person: signature.person.uuid(),
        name: signature.name.to_string(),
        role: signature.role.to_string(),
        agrees: signature.agrees,
        comment: signature.comment.as_ref().map(ToString::to_string),
        at: signature.at,
        frozen_sha256: signature.sha256.to_string(),
    }
}
