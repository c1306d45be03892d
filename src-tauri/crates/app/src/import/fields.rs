//! What a column of a register can hold: how people call it, and under which headers it comes.

use countersign_contract::wire::{ImportField as F, ImportFieldView};

/// What is known of a field.
pub(super) struct FieldWords {
    pub(super) field: F,
    /// How people read it; the header of an export.
    pub(super) label: &'static str,
    group: &'static str,
    /// Other headers under which it comes, in small letters and without signs.
    headers: &'static [&'static str],
}

/// Every field, in the order of an export's columns.
pub(super) const FIELDS: &[FieldWords] = &[
    words(
        F::Name,
        "Vendor",
        "Vendor",
        &[
            "vendor name",
            "supplier",
            "supplier name",
            "company",
            "company name",
            "name",
            "third party",
            "third party name",
            "provider",
            "provider name",
            "service provider",
            "counterparty",
            "organisation",
            "organization",
            "business name",
            "vendor supplier",
        ],
    ),
    words(
        F::LegalName,
        "Legal name",
        "Vendor",
        &[
            "legal entity",
            "legal entity name",
            "registered name",
            "contracting party",
            "contracting entity",
            "legal vendor name",
        ],
    ),
    words(
        F::Aliases,
        "Other names",
        "Vendor",
        &["aliases", "alias", "also known as", "aka", "brands", "former names", "dba"],
    ),
    words(
        F::Service,
        "Product or service",
        "Vendor",
        &[
            "service",
            "services",
            "product",
            "products",
            "product service",
            "service product",
            "service name",
            "product name",
            "service provided",
            "services provided",
            "service description",
            "description of service",
            "description of services",
            "what we buy",
            "solution",
            "software",
            "application",
            "offering",
        ],
    ),
    words(
        F::Tier,
        "Tier",
        "Vendor",
        &[
            "criticality",
            "risk tier",
            "vendor tier",
            "supplier tier",
            "risk level",
            "risk rating",
            "criticality rating",
            "criticality level",
            "inherent risk",
            "inherent risk rating",
            "risk class",
            "policy class",
            "business criticality",
        ],
    ),
    words(
        F::TierReason,
        "Why that tier",
        "Vendor",
        &[
            "tier reason",
            "reason for tier",
            "tier rationale",
            "criticality reason",
            "risk rationale",
            "rationale",
            "justification",
        ],
    ),
    words(
        F::Owner,
        "Owner",
        "Vendor",
        &[
            "business owner",
            "vendor owner",
            "relationship owner",
            "relationship manager",
            "vendor manager",
            "internal owner",
            "responsible",
            "responsible person",
            "owner here",
            "contract owner",
        ],
    ),
    words(F::Website, "Website", "Vendor", &["web site", "url", "homepage", "domain", "web address"]),
    words(F::Tags, "Tags", "Vendor", &["tag", "labels", "keywords"]),
    words(F::Notes, "Notes", "Vendor", &["note", "comments", "comment", "remarks", "remark"]),
    words(F::Requester, "Requester", "People", &["requested by", "requestor", "requesting person"]),
    words(F::Sponsor, "Sponsor", "People", &["executive sponsor", "business sponsor", "budget owner"]),
    words(
        F::ContractTitle,
        "Contract",
        "Contract",
        &["contract title", "contract name", "agreement", "agreement name", "contract reference"],
    ),
    words(
        F::ContractStart,
        "Contract start",
        "Contract",
        &[
            "contract start date",
            "start date",
            "contract begin",
            "effective date",
            "contract effective date",
            "term start",
            "agreement start",
            "start",
        ],
    ),
    words(
        F::ContractEnd,
        "Contract end",
        "Contract",
        &[
            "contract end date",
            "end date",
            "expiry",
            "expiry date",
            "expiration",
            "expiration date",
            "contract expiry",
            "contract expiry date",
            "contract expiration",
            "contract expiration date",
            "term end",
            "renewal date",
            "contract renewal date",
            "end",
        ],
    ),
    words(
        F::NoticeDays,
        "Notice days",
        "Contract",
        &[
            "notice",
            "notice period",
            "notice period days",
            "notice days before end",
            "termination notice",
            "cancellation notice",
            "termination notice days",
        ],
    ),
    words(
        F::ContractAmount,
        "Amount per year",
        "Contract",
        &[
            "amount",
            "annual amount",
            "annual spend",
            "annual cost",
            "yearly cost",
            "annual value",
            "annual contract value",
            "acv",
            "cost per year",
            "spend",
            "contract value per year",
        ],
    ),
    words(F::ContractCurrency, "Currency", "Contract", &["contract currency", "ccy", "currency code"]),
    words(
        F::Nda,
        "NDA",
        "Confidentiality",
        &["nda status", "non disclosure agreement", "confidentiality agreement", "nda signed", "nda in place"],
    ),
    words(F::NdaSigned, "NDA signed on", "Confidentiality", &["nda date", "nda signed date", "nda signature date"]),
    words(F::NdaUntil, "NDA until", "Confidentiality", &["nda expiry", "nda expiration", "nda end", "nda end date"]),
    words(
        F::ContactName,
        "Contact",
        "Contact",
        &[
            "contact name",
            "vendor contact",
            "vendor contact name",
            "supplier contact",
            "contact person",
            "primary contact",
            "account manager",
            "security contact",
        ],
    ),
    words(
        F::ContactEmail,
        "Contact e-mail",
        "Contact",
        &[
            "contact email",
            "e mail",
            "email",
            "email address",
            "contact email address",
            "vendor email",
            "vendor contact email",
        ],
    ),
    words(F::Lei, "LEI", "Identifiers", &["legal entity identifier", "lei code"]),
    words(
        F::CompanyRegister,
        "Company register",
        "Identifiers",
        &[
            "company number",
            "registration number",
            "company registration number",
            "register number",
            "commercial register",
        ],
    ),
    words(F::Vat, "VAT number", "Identifiers", &["vat", "vat id", "vat no", "vat registration number"]),
    words(F::Euid, "EUID", "Identifiers", &["european unique identifier"]),
    words(F::Duns, "D-U-N-S", "Identifiers", &["duns", "duns number", "d u n s number"]),
    words(
        F::SupplierNumber,
        "Our supplier number",
        "Identifiers",
        &[
            "supplier number",
            "supplier no",
            "supplier id",
            "vendor number",
            "vendor no",
            "creditor number",
            "vendor code",
        ],
    ),
    words(F::VendorId, "Countersign id", "Identifiers", &[]),
];

const fn words(field: F, label: &'static str, group: &'static str, headers: &'static [&'static str]) -> FieldWords {
    FieldWords { field, label, group, headers }
}

/// All fields for the person who matches columns.
pub(super) fn views() -> Vec<ImportFieldView> {
    FIELDS
        .iter()
        .map(|words| ImportFieldView {
            field: words.field,
            label: words.label.to_owned(),
            group: words.group.to_owned(),
        })
        .collect()
}

/// A header without case and signs.
pub(super) fn folded(header: &str) -> String {
    let plain: String = header.to_lowercase().chars().map(|c| if c.is_alphanumeric() { c } else { ' ' }).collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The field that a header names.
pub(super) fn named(header: &str) -> Option<F> {
    let folded = folded(header);
    let exactly = |text: &str| {
        FIELDS.iter().find(|words| self::folded(words.label) == text || words.headers.contains(&text)).map(|w| w.field)
    };
    exactly(&folded).or_else(|| {
        // "Vendor website", "Supplier tier": whose it is goes without saying.
        ["vendor ", "supplier ", "company "].iter().find_map(|whose| exactly(folded.strip_prefix(whose)?))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_in_everyday_words_are_understood() {
        for (header, field) in [
            ("Vendor", F::Name),
            ("SUPPLIER NAME *", F::Name),
            ("Company", F::Name),
            ("Legal Entity Name", F::LegalName),
            ("Product/Service", F::Service),
            ("Business Owner", F::Owner),
            ("Criticality", F::Tier),
            ("Vendor Risk Level", F::Tier),
            ("Contract End Date", F::ContractEnd),
            ("Notice period (days)", F::NoticeDays),
            ("E-Mail", F::ContactEmail),
            ("Supplier website", F::Website),
            ("D-U-N-S", F::Duns),
        ] {
            assert_eq!(named(header), Some(field), "{header}");
        }
        for other in ["", "Country", "Status", "Risk score", "Last review"] {
            assert_eq!(named(other), None, "{other} is no field of the register");
        }
    }

    #[test]
    fn no_header_means_two_fields() {
        let mut seen = std::collections::HashMap::new();
        for words in FIELDS {
            for header in words.headers.iter().map(|header| (*header).to_owned()).chain([folded(words.label)]) {
                let before = seen.insert(header.clone(), words.field);
                assert!(before.is_none_or(|field| field == words.field), "{header} is of two fields");
                assert_eq!(folded(&header), header, "written as it is compared");
            }
        }
    }
}
