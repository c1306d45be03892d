//! Who works at the company whose workspace the sample is, and which vendors it has.

use super::companies as c;
use countersign_contract::wire::{RoleName, SaveVendor, TierName};
use uuid::Uuid;

/// The company whose workspace it is.
pub(super) const ORGANISATION: &str = "Larkfield Instruments";

/// A person: name, title, roles.
pub(super) type Role = (&'static str, &'static str, &'static [RoleName]);

/// Leads procurement, made the workspace, does most of the work.
pub(super) const PROCUREMENT: Role =
    ("Maren Holt", "Procurement Lead", &[RoleName::Procurement, RoleName::Reviewer, RoleName::Administrator]);
/// Answers for security.
pub(super) const SECURITY: Role = ("Tobias Renn", "Head of Information Security", &[RoleName::SecurityOwner]);
/// Signs for the company.
pub(super) const EXECUTIVE: Role =
    ("Ingrid Aasland", "Chief Operating Officer", &[RoleName::Executive, RoleName::BusinessOwner]);
/// Answers for contracts and privacy.
pub(super) const LEGAL: Role = ("Samir Haddad", "General Counsel", &[RoleName::PrivacyLegal]);

/// The people by their ids.
#[derive(Debug, Clone, Copy)]
pub(super) struct People {
    pub(super) procurement: Uuid,
    pub(super) security: Uuid,
    pub(super) executive: Uuid,
    pub(super) legal: Uuid,
}

/// A vendor as it is entered.
pub(super) struct VendorCard {
    /// When, in days before today.
    pub(super) entered: u64,
    /// Name, service, class and its reason.
    name: &'static str,
    alias: Option<&'static str>,
    service: &'static str,
    class: Option<(TierName, &'static str)>,
    owner: fn(&People) -> Uuid,
    notes: Option<&'static str>,
}

impl VendorCard {
    /// What is typed.
    pub(super) fn typed(&self, people: &People) -> SaveVendor {
        SaveVendor {
            id: None,
            name: self.name.to_owned(),
            aliases: self.alias.map(str::to_owned).into_iter().collect(),
            service: Some(self.service.to_owned()),
            tier: self.class.map(|(tier, _)| tier),
            tier_reason: self.class.map(|(_, reason)| reason.to_owned()),
            owner: Some((self.owner)(people)),
            notes: self.notes.map(str::to_owned),
        }
    }
}

pub(super) const TIDEWRACK: VendorCard = VendorCard {
    entered: 408,
    name: c::TIDEWRACK.name,
    alias: Some("Tidewrack"),
    service: c::TIDEWRACK.system,
    class: Some((
        TierName::Critical,
        "Holds the readings of every instrument that we have sold; customers cannot work while it is down.",
    )),
    owner: |people| people.executive,
    notes: Some("Reports come from the vendor’s portal each year, about six weeks after the period ends."),
};

pub(super) const HOLLOWMERE: VendorCard = VendorCard {
    entered: 403,
    name: c::HOLLOWMERE.name,
    alias: None,
    service: c::HOLLOWMERE.system,
    class: Some((TierName::High, "Sends our invoices and knows every customer’s address.")),
    owner: |people| people.procurement,
    notes: Some("Asked for the new report twice; answer expected."),
};

pub(super) const OSPREYLINE: VendorCard = VendorCard {
    entered: 118,
    name: c::OSPREYLINE.name,
    alias: Some("Ospreyline"),
    service: c::OSPREYLINE.system,
    class: Some((TierName::High, "Personal data and pay of all employees.")),
    owner: |people| people.executive,
    notes: None,
};

pub(super) const BRAMBLEGATE: VendorCard = VendorCard {
    entered: 64,
    name: c::BRAMBLEGATE.name,
    alias: None,
    service: c::BRAMBLEGATE.system,
    class: Some((TierName::Critical, "Would open every system that we use.")),
    owner: |people| people.security,
    notes: Some("To replace our own sign-in by the end of the year."),
};

pub(super) const COBBLEWICK: VendorCard = VendorCard {
    entered: 58,
    name: c::COBBLEWICK.name,
    alias: None,
    service: c::COBBLEWICK.system,
    class: Some((
        TierName::Medium,
        "Contracts with customers and suppliers; no personal data beyond names and addresses.",
    )),
    owner: |people| people.legal,
    notes: None,
};

pub(super) const SALTMARROW: VendorCard = VendorCard {
    entered: 41,
    name: c::SALTMARROW.name,
    alias: None,
    service: c::SALTMARROW.system,
    class: Some((TierName::High, "The books of our British subsidiary.")),
    owner: |people| people.executive,
    notes: Some("Has a certificate, but no report of an auditor so far."),
};

pub(super) const LINTELBROOK: VendorCard = VendorCard {
    entered: 31,
    name: c::LINTELBROOK.name,
    alias: None,
    service: c::LINTELBROOK.system,
    class: Some((TierName::Medium, "Customers’ questions, sometimes with readings attached.")),
    owner: |people| people.procurement,
    notes: None,
};

pub(super) const QUERNSTONE: VendorCard = VendorCard {
    entered: 12,
    name: c::QUERNSTONE.name,
    alias: None,
    service: c::QUERNSTONE.system,
    class: Some((TierName::Medium, "Sales figures only; could be stopped for weeks without harm.")),
    owner: |people| people.procurement,
    notes: None,
};

pub(super) const THISTLECRANE: VendorCard = VendorCard {
    entered: 9,
    name: "Thistlecrane Print Company",
    alias: None,
    service: "Printing of manuals",
    class: None,
    owner: |people| people.procurement,
    notes: None,
};
