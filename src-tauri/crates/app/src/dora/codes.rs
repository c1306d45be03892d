//! Codes of the closed lists of the reporting framework 4.0, as far as the register can name one.

use countersign_domain::register::{Identifier, IdentifierScheme, Substitutability};

/// Yes and no.
pub(super) const fn yes_no(yes: bool) -> &'static str {
    if yes { "eba_BT:x28" } else { "eba_BT:x29" }
}

/// A currency.
pub(super) fn currency(code: &str) -> String {
    format!("eba_CU:{code}")
}

/// A country by its code of two letters (ISO 3166-1).
pub(super) fn country(code: &str) -> String {
    format!("eba_GA:{code}")
}

/// How hard a provider is to replace. What takes much effort is "highly complex" in the list; its middle step is not asked here.
pub(super) const fn substitutability(answer: Substitutability) -> &'static str {
    match answer {
        Substitutability::Easily => "eba_ZZ:x962",
        Substitutability::Complex => "eba_ZZ:x960",
        Substitutability::Not => "eba_ZZ:x959",
    }
}

/// The number by which a provider is named, and the code of its kind: the LEI before the EUID. Others are not taken, because which
/// kind of national number they are is not recorded.
pub(super) fn identifier(known: &[Identifier]) -> Option<(String, &'static str)> {
    let of = |scheme, code| {
        let found = known.iter().find(|identifier| identifier.scheme == scheme)?;
        Some((found.value.to_string(), code))
    };
    of(IdentifierScheme::Lei, "eba_qCO:qx2000").or_else(|| of(IdentifierScheme::Euid, "eba_qCO:qx2002"))
}

/// Countries by the names that people write, with their codes: the European Economic Area and where providers often are.
const COUNTRIES: [(&str, &str); 50] = [
    ("austria", "AT"),
    ("belgium", "BE"),
    ("bulgaria", "BG"),
    ("croatia", "HR"),
    ("cyprus", "CY"),
    ("czechia", "CZ"),
    ("czech republic", "CZ"),
    ("denmark", "DK"),
    ("estonia", "EE"),
    ("finland", "FI"),
    ("france", "FR"),
    ("germany", "DE"),
    ("greece", "GR"),
    ("hungary", "HU"),
    ("iceland", "IS"),
    ("ireland", "IE"),
    ("italy", "IT"),
    ("latvia", "LV"),
    ("liechtenstein", "LI"),
    ("lithuania", "LT"),
    ("luxembourg", "LU"),
    ("malta", "MT"),
    ("netherlands", "NL"),
    ("the netherlands", "NL"),
    ("norway", "NO"),
    ("poland", "PL"),
    ("portugal", "PT"),
    ("romania", "RO"),
    ("slovakia", "SK"),
    ("slovenia", "SI"),
    ("spain", "ES"),
    ("sweden", "SE"),
    ("switzerland", "CH"),
    ("united kingdom", "GB"),
    ("uk", "GB"),
    ("england and wales", "GB"),
    ("united states", "US"),
    ("united states of america", "US"),
    ("usa", "US"),
    ("us", "US"),
    ("australia", "AU"),
    ("brazil", "BR"),
    ("canada", "CA"),
    ("india", "IN"),
    ("israel", "IL"),
    ("japan", "JP"),
    ("singapore", "SG"),
    ("south korea", "KR"),
    ("new zealand", "NZ"),
    ("south africa", "ZA"),
];

/// The code of a country that somebody wrote; `None` where it is none that is known for certain, such as a region or a state.
pub(super) fn country_named(text: &str) -> Option<String> {
    let text = text.trim();
    let lower = text.to_lowercase();
    let named = COUNTRIES.iter().find(|(name, _)| *name == lower).map(|(_, code)| (*code).to_owned());
    let code = || {
        let known = text.len() == 2 && COUNTRIES.iter().any(|(_, code)| *code == text);
        known.then(|| text.to_owned())
    };
    named.or_else(code)
}
