//! All that the register says of a vendor beyond [`crate::Vendor`].

use super::{Contact, Continuity, Contract, DataClass, Day, Engagement, Nda, NextExamination};
use crate::{Name, PersonId, choices};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choices! {
    /// Who gives out the numbers by which companies are told apart.
    IdentifierScheme {
        /// Legal Entity Identifier (ISO 17442).
        Lei = "lei", "LEI";
        /// Number in a commercial or company register.
        CompanyRegister = "company_register", "Company register";
        /// VAT number.
        Vat = "vat", "VAT number";
        /// European unique identifier.
        Euid = "euid", "EUID";
        /// Dun & Bradstreet number.
        Duns = "duns", "D-U-N-S";
        /// Number in our accounts.
        Supplier = "supplier", "Our supplier number";
        /// Another scheme.
        Other = "other", "Other";
    }
    /// How another company belongs to the vendor.
    Relation {
        /// It owns the vendor.
        Parent = "parent", "Parent";
        /// The vendor owns it.
        Subsidiary = "subsidiary", "Subsidiary";
        /// Both are owned by the same.
        Sister = "sister", "Sister company";
        /// The vendor's name before.
        FormerName = "former_name", "Former name";
    }
}

/// A number by which a company is told apart.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Identifier {
    /// Who gives it out.
    pub scheme: IdentifierScheme,
    /// The number.
    pub value: Name,
}

/// A company that belongs to the vendor, as somebody here has documented; a report in its name is the vendor's
/// (`practice.md` §3.0 A5).
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Affiliate {
    /// Its name.
    pub name: Name,
    /// How it belongs.
    pub relation: Relation,
}

/// All that the register says of a vendor beyond its name and class. Empty = not asked yet.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The name of the company that signs the contract.
    pub legal_name: Option<Name>,
    /// Numbers by which it is told apart.
    pub identifiers: Vec<Identifier>,
    /// Companies that belong to it.
    pub affiliates: Vec<Affiliate>,
    /// Its web site.
    pub website: Option<Name>,
    /// What we buy.
    pub engagements: Vec<Engagement>,
    /// Under which contracts.
    pub contracts: Vec<Contract>,
    /// Whom we talk to.
    pub contacts: Vec<Contact>,
    /// The confidentiality agreed.
    pub nda: Option<Nda>,
    /// Its next examination, as far as it was told.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub next_examination: Option<NextExamination>,
    /// How we would go on without it.
    pub continuity: Continuity,
    /// Who asked for the vendor; cannot be the only one to approve it (`practice.md` §7.2).
    pub requester: Option<PersonId>,
    /// Who carries the purchase above the owner.
    pub sponsor: Option<PersonId>,
    /// What it replaces.
    pub replaces: Option<Name>,
    /// When it is needed.
    pub needed_by: Option<Day>,
    /// Words by which we group vendors.
    pub tags: BTreeSet<Name>,
}

impl Profile {
    /// All data that the vendor can reach through any service; `None` while that of any service, or every service, is open.
    pub fn data(&self) -> Option<BTreeSet<DataClass>> {
        if self.engagements.is_empty() {
            return None;
        }
        let mut all = BTreeSet::new();
        for engagement in &self.engagements {
            all.extend(engagement.data.as_ref()?.iter().copied());
        }
        Some(all)
    }

    /// Whether the vendor is known to handle data of people for any service; `None` while that is open.
    pub fn handles_personal_data(&self) -> Option<bool> {
        let known = self.engagements.iter().filter_map(|engagement| engagement.data.as_ref()).flatten();
        if known.into_iter().any(|class| class.is_personal()) {
            return Some(true);
        }
        self.data().map(|_| false)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::EngagementId;

    #[test]
    fn data_is_known_only_when_every_service_has_answered() {
        let service = |data: Option<&[DataClass]>| {
            let name = Name::parse("Example Ledger").expect("a name");
            let mut engagement = Engagement::new(EngagementId::from_uuid(uuid::Uuid::nil()), name);
            engagement.data = data.map(|data| data.iter().copied().collect());
            engagement
        };
        let mut profile = Profile::default();
        assert_eq!(profile.data(), None, "no service entered yet");
        profile.engagements = vec![service(Some(&[DataClass::Internal])), service(None)];
        assert_eq!(profile.data(), None, "one is open");
        assert_eq!(profile.handles_personal_data(), None);
        profile.engagements[0] = service(Some(&[DataClass::SpecialPersonal]));
        assert_eq!(profile.handles_personal_data(), Some(true), "one is enough to know");
        let json = serde_json::to_string(&profile).expect("plain data");
        assert_eq!(serde_json::from_str::<Profile>(&json).expect("reads back"), profile);
        assert_eq!(serde_json::from_str::<Profile>("{}").expect("all open"), Profile::default());
    }
}
