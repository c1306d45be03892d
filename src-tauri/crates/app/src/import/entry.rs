//! A vendor with its profile, as one thing that columns are written into and read from.

use super::cell;
use countersign_contract::wire::ImportField as F;
use countersign_domain::{
    PersonId, Vendor,
    register::{Contact, Contract, IdentifierScheme, NdaState, Profile},
};
use std::collections::HashMap;

/// A vendor with its profile.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Entry {
    pub(super) vendor: Vendor,
    pub(super) profile: Profile,
}

/// Which of several contracts and contacts the columns of a row mean.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(super) struct Focus {
    pub(super) contract: Option<usize>,
    pub(super) contact: Option<usize>,
}

/// The names of people by their id.
pub(super) type Names = HashMap<PersonId, String>;

/// The scheme whose number a column holds.
pub(super) const fn scheme(field: F) -> Option<IdentifierScheme> {
    Some(match field {
        F::Lei => IdentifierScheme::Lei,
        F::CompanyRegister => IdentifierScheme::CompanyRegister,
        F::Vat => IdentifierScheme::Vat,
        F::Euid => IdentifierScheme::Euid,
        F::Duns => IdentifierScheme::Duns,
        F::SupplierNumber => IdentifierScheme::Supplier,
        _ => return None,
    })
}

impl Entry {
    /// What an export speaks of: the contract that ends last, the first contact.
    pub(super) fn focus(&self) -> Focus {
        let contracts = self.profile.contracts.iter().enumerate();
        let last = contracts.rev().max_by_key(|(_, contract)| contract.term.end()).map(|(at, _)| at);
        Focus { contract: last, contact: (!self.profile.contacts.is_empty()).then_some(0) }
    }

    /// What the field says, as text that is read again as the same.
    pub(super) fn text(&self, field: F, focus: Focus, people: &Names) -> Option<String> {
        let (vendor, profile) = (&self.vendor, &self.profile);
        let person = |id: PersonId| people.get(&id).cloned().unwrap_or_else(|| id.to_string());
        let contract = || focus.contract.and_then(|at| profile.contracts.get(at));
        let contact = || focus.contact.and_then(|at| profile.contacts.get(at));
        let nda = profile.nda;
        let text = match field {
            F::VendorId => vendor.id.to_string(),
            F::Name => vendor.name.to_string(),
            F::Aliases => cell::list_text(vendor.aliases.iter().map(|alias| alias.as_str())),
            F::Service => vendor.service.as_ref()?.to_string(),
            F::Tier => capital(vendor.tier?.as_str()),
            F::TierReason => vendor.tier_reason.as_ref()?.to_string(),
            F::Owner => person(vendor.owner?),
            F::Notes => vendor.notes.as_ref()?.to_string(),
            F::LegalName => profile.legal_name.as_ref()?.to_string(),
            F::Website => profile.website.as_ref()?.to_string(),
            F::Tags => cell::list_text(profile.tags.iter().map(|tag| tag.as_str())),
            F::Requester => person(profile.requester?),
            F::Sponsor => person(profile.sponsor?),
            F::ContractTitle => contract().map(|contract: &Contract| contract.title.to_string())?,
            F::ContractStart => contract()?.term.start()?.to_string(),
            F::ContractEnd => contract()?.term.end()?.to_string(),
            F::NoticeDays => contract()?.term.notice_days()?.to_string(),
            F::ContractAmount => cell::amount_text(contract()?.amount_per_year?),
            F::ContractCurrency => contract()?.amount_per_year?.currency().to_string(),
            F::Nda => match nda?.state() {
                NdaState::ClickThrough => "Click-through".to_owned(),
                state => state.title().to_owned(),
            },
            F::NdaSigned => nda?.signed_on()?.to_string(),
            F::NdaUntil => nda?.until()?.to_string(),
            F::ContactName => contact().map(|contact: &Contact| contact.name.to_string())?,
            F::ContactEmail => contact()?.email.as_ref()?.to_string(),
            F::Lei | F::CompanyRegister | F::Vat | F::Euid | F::Duns | F::SupplierNumber => {
                let scheme = scheme(field)?;
                profile.identifiers.iter().find(|identifier| identifier.scheme == scheme)?.value.to_string()
            }
        };
        (!text.is_empty()).then_some(text)
    }
}

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
