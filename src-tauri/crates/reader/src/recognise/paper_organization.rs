//! The organization that a questionnaire, a white paper, a policy, an agreement or an insurance certificate is about.
//!
//! **Reads** its name where the paper plainly names it.
//! **Where**: labels and parties of the first pages, the copyright line, the letterhead, and for papers of a company about
//! itself the name that it uses of itself.
//! **Accepts** `Insured`, `Vendor`, `Company name`; "… (“we”, “us”)"; "between … and the Customer"; the party that an
//! agreement calls supplier, provider, vendor or processor; "At …, we"; a possessive that recurs before "security".
//! **Refuses** brokers and insurers, publishers of forms and standards, and an agreement between two parties of which
//! nothing says which one serves the other.

use std::collections::HashMap;
use std::sync::LazyLock;

use countersign_domain::{Fact, Kind};

use super::naming::{Mention, can_be, choose, copyright, mentions};
use super::{labels, names};
use crate::pattern::{Pattern, exact, pattern};
use crate::text::{Flow, Text};

/// Pages on which a paper says whose it is.
const PAGES: usize = 6;
/// Paragraphs of a letterhead.
const HEAD: usize = 4;
/// Mentions that make a name the one that a paper uses of itself.
const OFTEN: usize = 3;

const NAME: &str = r"\p{Lu}[\w&.'-]*(?:,?\x20(?:\p{Lu}[\w&.'-]*|of|and|&|de|\d+)){0,6}?";

static INSURED: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^\W*(?:(?:first )?named )?insured(?: name)?\s*(?::|$)"));
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^\W*(?:(?:(?:vendor|supplier|service provider|provider|company|organi[sz]ation|csp|processor|respondent|legal entity)(?: legal)? name|name of (?:the )?(?:vendor|company|organi[sz]ation|supplier|provider))\s*(?::|$)|(?:vendor|supplier|(?:cloud )?service provider|provider|csp|company|organi[sz]ation|respondent|completed (?:by|for))\s*:)",
    )
});
static PARTIES: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    let is_a = r"(?:,? (?:an?|with|having|incorporated|organi[sz]ed|registered|whose|located)\b[^\n()]{0,160}?)?,?";
    let bracket = r"\s?\([^()\n]{0,120}?";
    let serves = r"(?:supplier|provider|vendor|processor|licensor|contractor)";
    [
        format!(r#"(?P<name>{NAME}){is_a}{bracket}["'](?i:the )?(?i:{serves})["']"#),
        format!(r"(?P<name>{NAME}){is_a}{bracket}(?i:the|hereinafter|referred)[^()\n]{{0,40}}(?i:{serves})\b"),
        format!(r#"["'](?:Processor|Supplier|Vendor|Provider|Service Provider)["']\x20(?:means|is|shall mean)\x20(?P<name>{NAME})(?:,|\.|;|\n| which| who| and)"#),
        format!(r"\b[Bb]etween (?P<name>{NAME})(?: \([^()\n]{{1,100}}\))?,? and (?:the |its |you)(?i:customers?|client|subscriber|controller|you|user)?\b"),
        format!(r"\b[Bb]etween (?:the )?(?:Customer|Client|Subscriber|Controller)(?: \([^()\n]{{1,100}}\))?,? and (?P<name>{NAME})(?: \(|,|\.|\n| for| on| governing| dated)"),
    ]
    .iter()
    .map(|source| exact(source))
    .collect()
});
static ITSELF: LazyLock<Vec<Pattern>> = LazyLock::new(|| {
    [
        format!(r#"(?P<name>{NAME})\x20\((?:[^()\n]{{0,60}})["'](?i:we|us|our),?["'][^()\n]{{0,60}}\)"#),
        format!(r"\bAt (?P<name>{NAME}), (?:we|our|security|information|the)\b"),
        format!(r"\b(?:posture|practices|program|programme|overview|security|policies|commitment|controls) (?:of|at) (?P<name>{NAME})(?:\.|,|\n| and| to| is)"),
    ]
    .iter()
    .map(|source| exact(source))
    .collect()
});
static POSSESSIVE: LazyLock<Pattern> = LazyLock::new(|| {
    exact(&format!(
        r"\b(?P<name>{NAME})(?:'s|')\x20(?:\w+\x20){{0,2}}?(?i:security|platform|products?|services?|infrastructure|customers?|employees|policies|policy|information|data|systems?|team|network|compliance|response|privacy)\b"
    ))
});

/// Reads the name.
pub(crate) fn read(text: &Text<'_>, kind: Kind) -> Option<Fact<String>> {
    if kind == Kind::InsuranceCertificate {
        return labelled(text, &INSURED);
    }
    let end = text.lines().partition_point(|l| l.page < PAGES);
    let flow = Flow::new(text, 0..end);
    let parties: Vec<Mention<'_, '_>> = PARTIES.iter().flat_map(|p| mentions(&flow, p)).collect();
    if matches!(kind, Kind::Nda | Kind::Contract | Kind::Dpa) {
        // The holder of the form's copyright is the party that wrote it, and helps where nothing else tells.
        return choose(&parties).or_else(|| choose(&copyright(&flow)));
    }
    let mut found: Vec<Mention<'_, '_>> = ITSELF[..1].iter().flat_map(|p| mentions(&flow, p)).collect();
    found.extend(copyright(&flow));
    found.extend(letterhead(&flow));
    let last = text.flow(text.lines_on(text.pages().len().saturating_sub(1)));
    let own = matches!(kind, Kind::SecurityWhitepaper | Kind::Caiq | Kind::Questionnaire);
    labelled(text, &LABEL)
        .or_else(|| choose(&found))
        .or_else(|| choose(&copyright(&last)))
        .or_else(|| own.then(|| by_its_own_words(&flow)).flatten())
}

fn labelled(text: &Text<'_>, label: &Pattern) -> Option<Fact<String>> {
    labels::values(text, label, PAGES)
        .into_iter()
        .find_map(|value| value.fact(can_be(&value.original(0..value.text().len()))?))
}

/// The first paragraphs that are a company's name.
fn letterhead<'a, 't>(flow: &'a Flow<'t>) -> Vec<Mention<'a, 't>> {
    let mut at = 0;
    let mut found = Vec::new();
    for paragraph in flow.text().split('\n').take(HEAD) {
        let range = at..at + paragraph.len();
        at = range.end + 1;
        if names::has_legal_form(paragraph.trim()) {
            found.extend(Mention::new(flow, range.clone(), range));
        }
    }
    found
}

/// The name that a paper about a company uses of it, if it is one name.
fn by_its_own_words(flow: &Flow<'_>) -> Option<Fact<String>> {
    let said: Vec<Mention<'_, '_>> = ITSELF[1..].iter().flat_map(|p| mentions(flow, p)).collect();
    let mut often: HashMap<String, usize> = HashMap::new();
    for found in POSSESSIVE.captures_iter(flow.text()) {
        if let Some(name) = can_be(&found["name"]) {
            *often.entry(names::stem(&name)).or_default() += 1;
        }
    }
    let most = often.iter().max_by_key(|(stem, count)| (**count, std::cmp::Reverse((*stem).clone())));
    let (stem, count) = most?;
    let clear = often.iter().filter(|(other, _)| *other != stem).all(|(_, other)| other * 2 <= *count);
    let possessive: Vec<Mention<'_, '_>> = mentions(flow, &POSSESSIVE);
    let mut agreed: Vec<Mention<'_, '_>> = Vec::new();
    if *count >= OFTEN && clear {
        agreed.extend(possessive.into_iter().filter(|m| m.is_called(stem)));
    }
    let fact = choose(&said);
    match (fact, agreed.is_empty()) {
        (Some(fact), true) => Some(fact),
        // Two names: whose paper it is is not plain.
        (Some(fact), false) if names::stem(&fact.value) != *stem => None,
        (Some(fact), false) => Some(fact),
        (None, _) => choose(&agreed),
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::Kind;

    use crate::recognise::testing::{of_pages, reading};
    use crate::text::sheet::Sheet;

    #[test]
    fn papers_that_plainly_name_their_organization() {
        for (source, kind, expected) in [
            (
                "# Heron Platform Security Overview\nAt Heron Analytics, we protect what is yours.\nHeron Analytics’ security team is awake. Heron Analytics’ platform is hosted. Heron Analytics’ customers are many.",
                Kind::SecurityWhitepaper,
                Some("Heron Analytics"),
            ),
            (
                "# Security White Paper\nThis paper describes how data are protected.\n© 2031 Heron Analytics, Inc. All rights reserved.",
                Kind::SecurityWhitepaper,
                Some("Heron Analytics, Inc."),
            ),
            (
                "# Data Processing Agreement\nThis agreement is between Heron Analytics, Inc. and the Customer and is part of the terms.",
                Kind::Dpa,
                Some("Heron Analytics, Inc."),
            ),
            (
                "# Master Services Agreement\nThis agreement is made by and between Plover Health Limited, a company of England (“Supplier”) and Juniper Ledger LLC (“Customer”).",
                Kind::Contract,
                Some("Plover Health Limited"),
            ),
            (
                "# Mutual Non-Disclosure Agreement\nThis agreement is made between Plover Health Limited and Juniper Ledger LLC, each a party.",
                Kind::Nda,
                None,
            ),
            (
                "# Privacy Policy\nHeron Analytics, Inc. (“we,” “us,” or “our”) respects the privacy of persons.",
                Kind::Other,
                Some("Heron Analytics, Inc."),
            ),
            (
                "# Vendor Security Questionnaire\nVendor name: Heron Analytics, Inc.\nQ1. Do you have a policy? Yes.",
                Kind::Questionnaire,
                Some("Heron Analytics, Inc."),
            ),
            (
                "# Consensus Assessments Initiative Questionnaire v4\nCloud Service Provider: Heron Analytics, Inc.\nA&A-01.1 Are policies established? Yes",
                Kind::Caiq,
                Some("Heron Analytics, Inc."),
            ),
            (
                "# Consensus Assessments Initiative Questionnaire v4\nA&A-01.1 Are policies established?\n© 2021 Cloud Security Alliance. All rights reserved.",
                Kind::Caiq,
                None,
            ),
            (
                "# Privacy Policy\nWe may not: (a) sell data; (b) lend data; or\n(c) the Plover Handbook says more.",
                Kind::Other,
                None,
            ),
            ("# Information Security Policy\nAll staff keep passwords to themselves.", Kind::Other, None),
            ("# Security White Paper\nCloud security matters to everybody.", Kind::SecurityWhitepaper, None),
        ] {
            let found = reading(source);
            assert_eq!(found.kind.value, kind, "kind of: {source}");
            assert_eq!(found.service_organization.map(|f| f.value).as_deref(), expected, "organization of: {source}");
        }
    }

    #[test]
    fn the_insured_and_not_the_broker() {
        let page = Sheet::new(1)
            .title("CERTIFICATE OF LIABILITY INSURANCE")
            .cells(&[(60.0, "PRODUCER"), (320.0, "CONTACT NAME:")])
            .line("Wren Brokers, Inc.")
            .gap(20.0)
            .cells(&[(60.0, "INSURED"), (320.0, "INSURER A: Finch Casualty Company")])
            .line("Heron Analytics, Inc.")
            .line("14 Mill Lane")
            .build();
        let found = of_pages(&[page]);
        assert_eq!(found.kind.value, Kind::InsuranceCertificate, "kind");
        assert_eq!(found.service_organization.map(|f| f.value).as_deref(), Some("Heron Analytics, Inc."), "insured");
    }
}
