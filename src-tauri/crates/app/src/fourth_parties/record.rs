//! What is known of a vendor's dependence on a party.

use super::monitoring;
use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, Op,
    fourth_party::{Dependence, PartyKey},
};
use countersign_store::Subject;
use serde_json::{Value, json};

impl App {
    /// Says what is known of a dependence that the vendor's report states, or takes that back.
    pub(crate) fn record_dependence(&self, input: &w::RecordDependence) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let party = PartyKey::of(&input.name);
        let assembled = self.assembled(&opened, Some(vendor.id))?;
        let rests = assembled.rests.get(&vendor.id).ok_or_else(|| fail::not_found("party"))?;
        let named = rests.iter().flat_map(|of_report| &of_report.rests.parties);
        let mut named = named.filter(|named| PartyKey::of(&named.name) == party);
        let named = named.next().ok_or_else(|| fail::not_found("party"))?;
        let before = assembled.ground.said(vendor.id, &party);
        let said = Dependence {
            vendor: vendor.id,
            party,
            has_our_data: input.has_our_data,
            monitoring: input.monitoring.map(monitoring),
            mapped: input.mapped,
            note: people::optional_text("note", input.note.as_deref())?,
            by: person.id,
            at: now,
        };
        let stamp = stamp(&person, permit, now, Op::RecordFourthParty, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("party", named.name.as_str());
                db.note("was", before.map(audited));
                db.note("became", audited(&said));
                // What was said under another name of the party goes with it, or it would stand again once this is taken back.
                if let Some(before) = before.filter(|before| before.party != said.party) {
                    let nothing =
                        Dependence { has_our_data: None, monitoring: None, mapped: None, note: None, ..before.clone() };
                    db.save_party_dependence(&nothing)?;
                }
                db.save_party_dependence(&said)
            })
            .map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

fn audited(said: &Dependence) -> Value {
    json!({
        "has_our_data": said.has_our_data,
        "monitoring": said.monitoring,
        "mapped": said.mapped,
        "note": said.note.as_ref().map(ToString::to_string),
    })
}
