//! The letter that asks a vendor for assurance on the parties on which it rests; written as every letter that asks for evidence.

use super::pool::open_parties;
use crate::{
    App,
    acceptance::{Assembled, hand_over},
    fail,
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::Vendor;
use countersign_policy::{
    Ask, Severity, due,
    request::{self, Correspondents},
};
use uuid::Uuid;

/// What is asked of a vendor about its parties.
pub(super) fn asks(assembled: &Assembled, vendor: &Vendor) -> Vec<Ask> {
    let open = open_parties(assembled, vendor);
    // That no expected control was read does not mean that the report lists none: that is asked of the document first.
    open.iter().map(|name| Ask::SubserviceAssurance { name: (*name).to_owned() }).collect()
}

impl App {
    /// The letter to a vendor about its parties.
    pub(crate) fn fourth_parties_letter_to(&self, vendor: Uuid) -> Result<w::RequestLetterView, Failure> {
        let opened = self.opened()?;
        let sender = opened.actor()?;
        let vendor = self.known_vendor(vendor)?.vendor;
        let assembled = self.assembled(&opened, Some(vendor.id))?;
        let (profile, organisation) =
            opened.store.read(|db| Ok((db.profile(vendor.id)?, db.workspace()?.organisation))).map_err(fail::store)?;
        let contact = profile.contacts.iter().find(|contact| contact.email.is_some());
        let who = Correspondents {
            vendor: vendor.name.as_str(),
            contact: contact.map(|contact| contact.name.as_str()),
            company: Some(organisation.as_str()),
            sender: Some(sender.name.as_str()),
            answer_by: due::first_answer(&assembled.policy, Severity::Medium, self.clock.today()),
        };
        let letter = request::letter(&asks(&assembled, &vendor), who).ok_or_else(|| fail::not_found("letter"))?;
        let to = contact.and_then(|contact| contact.email.as_ref()).map(ToString::to_string);
        Ok(w::RequestLetterView { to, subject: letter.subject, body: letter.body })
    }

    /// Opens it in the system's mail program.
    pub(crate) fn open_fourth_parties_letter(&self, vendor: Uuid) -> Result<w::OpenedLetter, Failure> {
        let letter = self.fourth_parties_letter_to(vendor)?;
        hand_over(self, letter.to.as_deref(), &letter.subject, &letter.body)
    }
}
