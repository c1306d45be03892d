//! Decisions: what stands on the sheet before, recording with frozen inputs, what was decided.

mod freeze;
mod record;
mod sheet;

use crate::{App, fail, names, packets, people};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Decision, DecisionId, Person, Vendor};
use countersign_store::PacketRow;
use uuid::Uuid;

pub(crate) use freeze::number_of;

impl App {
    /// A recorded decision.
    pub(crate) fn decision_view(&self, id: Uuid) -> Result<w::DecisionView, Failure> {
        let id = DecisionId::from_uuid(id);
        let found = self
            .opened()?
            .store
            .read(|db| {
                let Some(decision) = db.decision(id)? else { return Ok(None) };
                let vendor = db.vendor(decision.vendor)?;
                Ok(Some((decision, vendor, db.persons()?, db.packets(id)?)))
            })
            .map_err(fail::store)?;
        let (decision, vendor, people, packets) = found.ok_or_else(|| fail::not_found("decision"))?;
        let vendor = vendor.ok_or_else(|| fail::not_found("vendor"))?;
        Ok(view(&decision, &vendor, &people, &packets))
    }
}

/// How a decision is shown; of `packets` its own are taken.
pub(crate) fn view(decision: &Decision, vendor: &Vendor, people: &[Person], packets: &[PacketRow]) -> w::DecisionView {
    w::DecisionView {
        id: decision.id.uuid(),
        number: decision.number,
        vendor: vendor.id.uuid(),
        vendor_name: vendor.name.to_string(),
        outcome: names::outcome_name(decision.outcome),
        reason: decision.reason.to_string(),
        conditions: decision
            .conditions
            .iter()
            .map(|condition| w::ConditionView {
                what: condition.what.to_string(),
                owner: people::name_in(people, condition.owner),
                due: condition.due,
            })
            .collect(),
        signers: decision
            .signers
            .iter()
            .filter_map(|id| people.iter().find(|person| person.id == *id))
            .map(people::view)
            .collect(),
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
    }
}
