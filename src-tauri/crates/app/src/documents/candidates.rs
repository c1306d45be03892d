//! Which vendors of the register a document may belong to, and what speaks against the one with which it is filed.

use countersign_contract::wire::{self as w, SuggestionReason};
use countersign_domain::{DocumentId, EffectiveFacts, FactKey, Filing, Vendor, VendorId, organization};
use countersign_store::{FurtherNames, Snapshot, StoreError};
use std::collections::{HashMap, HashSet};

/// On how many pages at the front a number of a company is looked for: where title, letter head and addressee stand.
const PAGES_WITH_NUMBERS: u32 = 6;
/// Fewest letters and digits of a number that is no accident on a page.
const FEWEST_OF_NUMBER: usize = 6;
/// How many vendors are suggested.
const MOST_SUGGESTED: usize = 5;

/// The vendors of the register with all by which they can be found.
#[derive(Debug, Default)]
pub(crate) struct Candidates {
    pub(crate) vendors: Vec<Vendor>,
    further: HashMap<VendorId, FurtherNames>,
}

impl Candidates {
    /// Gathers them.
    pub(crate) fn of(db: &Snapshot<'_>) -> Result<Self, StoreError> {
        let vendors = db.vendors()?.into_iter().map(|row| row.vendor).collect();
        Ok(Self { vendors, further: db.further_names()? })
    }

    /// The vendor of the register.
    pub(crate) fn get(&self, id: VendorId) -> Option<&Vendor> {
        self.vendors.iter().find(|vendor| vendor.id == id)
    }

    /// Vendors one of whose numbers stands on the first pages of the document.
    pub(crate) fn numbered(&self, db: &Snapshot<'_>, document: DocumentId) -> Result<HashSet<VendorId>, StoreError> {
        if self.further.values().all(|names| names.identifiers.is_empty()) {
            return Ok(HashSet::new());
        }
        let text: String = db.first_page_texts(document, PAGES_WITH_NUMBERS)?.join(" ");
        let text = bare(&text);
        let printed = |number: &String| {
            let number = bare(number);
            number.chars().filter(|c| c.is_alphanumeric()).count() >= FEWEST_OF_NUMBER && text.contains(&number)
        };
        let found = self.further.iter().filter(|(_, names)| names.identifiers.iter().any(printed));
        Ok(found.map(|(vendor, _)| *vendor).collect())
    }

    /// Says why the document may belong to the vendor; `None` where nothing agrees.
    pub(crate) fn reason(
        &self,
        vendor: &Vendor,
        (facts, file_name): (&EffectiveFacts, &str),
        numbered: &HashSet<VendorId>,
    ) -> Option<SuggestionReason> {
        let further = self.further.get(&vendor.id);
        let names = || std::iter::once(&vendor.name).chain(&vendor.aliases);
        if let Some(named) = facts.text(FactKey::ServiceOrganization) {
            let is = |name: &str| organization::same(&named, name);
            if is(vendor.name.as_str()) {
                return Some(SuggestionReason::Name);
            }
            if further.and_then(|names| names.legal_name.as_deref()).is_some_and(is) {
                return Some(SuggestionReason::LegalName);
            }
            if vendor.aliases.iter().any(|alias| is(alias.as_str())) {
                return Some(SuggestionReason::Alias);
            }
            if further.is_some_and(|names| names.affiliates.iter().any(|name| is(name))) {
                return Some(SuggestionReason::Affiliate);
            }
        }
        if let Some(system) = facts.text(FactKey::SystemName) {
            let services = further.map_or(&[][..], |names| &names.services);
            let bought = vendor.service.iter().map(|name| name.as_str()).chain(services.iter().map(String::as_str));
            if bought.into_iter().any(|service| organization::same(&system, service))
                || names().any(|name| organization::stands_in(&system, name.as_str()))
            {
                return Some(SuggestionReason::System);
            }
        }
        if numbered.contains(&vendor.id) {
            return Some(SuggestionReason::Identifier);
        }
        names().any(|name| organization::stands_in(file_name, name.as_str())).then_some(SuggestionReason::FileName)
    }

    /// The likeliest vendors, best first.
    pub(crate) fn suggested(
        &self,
        (facts, file_name): (&EffectiveFacts, &str),
        numbered: &HashSet<VendorId>,
    ) -> Vec<w::VendorSuggestion> {
        let suggest = |vendor: &Vendor| {
            let why = self.reason(vendor, (facts, file_name), numbered)?;
            Some(w::VendorSuggestion { vendor: vendor.id.uuid(), name: vendor.name.to_string(), why })
        };
        let mut found: Vec<w::VendorSuggestion> = self.vendors.iter().filter_map(suggest).collect();
        found.sort_by(|a, b| (rank(a.why), &a.name).cmp(&(rank(b.why), &b.name)));
        found.truncate(MOST_SUGGESTED);
        found
    }

    /// What speaks against the document being that of the vendor with which it is filed (`practice.md` §3.0 A5, §3.1 B1).
    pub(crate) fn mismatches(&self, filing: Filing, facts: &EffectiveFacts) -> Vec<w::Mismatch> {
        let Filing::Filed { vendor } = filing else { return Vec::new() };
        let Some(vendor) = self.get(vendor) else { return Vec::new() };
        [self.other_company(vendor, facts), self.other_product(vendor, facts)].into_iter().flatten().collect()
    }

    fn other_company(&self, vendor: &Vendor, facts: &EffectiveFacts) -> Option<w::Mismatch> {
        let named = facts.text(FactKey::ServiceOrganization)?;
        let further = self.further.get(&vendor.id);
        let own = || {
            let affiliates = further.into_iter().flat_map(|names| &names.affiliates).map(String::as_str);
            let legal = further.and_then(|names| names.legal_name.as_deref());
            std::iter::once(&vendor.name)
                .chain(&vendor.aliases)
                .map(|name| name.as_str())
                .chain(legal)
                .chain(affiliates)
        };
        if own().any(|name| organization::same(name, &named)) {
            return None;
        }
        let akin = own().any(|name| organization::akin(name, &named));
        let is_named = |other: &&Vendor| {
            std::iter::once(&other.name).chain(&other.aliases).any(|name| organization::same(name.as_str(), &named))
        };
        let other = self.vendors.iter().filter(|other| other.id != vendor.id).find(is_named);
        let other = other.map(|other| w::NamedVendor { vendor: other.id.uuid(), name: other.name.to_string() });
        Some(w::Mismatch::Company { named, akin, other })
    }

    fn other_product(&self, vendor: &Vendor, facts: &EffectiveFacts) -> Option<w::Mismatch> {
        if !facts.kind().is_attestation() {
            return None;
        }
        let named = facts.text(FactKey::SystemName)?;
        let mut services: Vec<String> =
            self.further.get(&vendor.id).map(|names| names.services.clone()).unwrap_or_default();
        if services.is_empty() {
            services.extend(vendor.service.iter().map(|name| name.to_string()));
        }
        let covered = services.iter().any(|service| organization::contains(&named, service));
        (!services.is_empty() && !covered).then_some(w::Mismatch::Product { named, services })
    }
}

/// A text without what people put between the digits of a number.
fn bare(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect()
}

/// How good a reason is, best first: names read, then other names, then numbers, then the name of the file.
const fn rank(reason: SuggestionReason) -> u8 {
    match reason {
        SuggestionReason::Name => 0,
        SuggestionReason::LegalName => 1,
        SuggestionReason::Alias => 2,
        SuggestionReason::Affiliate => 3,
        SuggestionReason::System => 4,
        SuggestionReason::Identifier => 5,
        SuggestionReason::FileName => 6,
    }
}
