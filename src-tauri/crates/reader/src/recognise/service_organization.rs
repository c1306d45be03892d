//! The service organization: the vendor that was examined.
//!
//! **Reads** its name as the document gives it, without the short form in brackets.
//! **Where**: the addressee of the auditor's report ("To the Management of …"), its scope sentence ("We have examined
//! …'s description"), the assertion, the cover. The first that names it decides who it is; a longer spelling of the same
//! name in another of these places gives the full form.
//! **Accepts** the addressees of AT-C 205 and ISAE 3402 (management, board of directors, directors, members), labels
//! such as `Vendor:`, "Management of … is responsible", names alone on a line of the cover.
//! **Refuses** defined terms ("the Company"), placeholders, auditors, and names that stand only in the description.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;

use super::names;
use super::parts::Parts;
use crate::pattern::{Pattern, exact, pattern};
use crate::text::Flow;

/// A name where it stands.
struct Candidate<'a, 't> {
    flow: &'a Flow<'t>,
    name: String,
    range: Range<usize>,
    quote: Range<usize>,
}

/// Words that may make up a name, short forms in brackets included, up to where a possessive or a clause ends it.
const NAME: &str = r"(?P<name>[^\n:;]{2,110}?(?: \((?:[^()\n]{1,120})\))?)";

static ADDRESSEE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"(?:^|\n)\s*to\s*:?\s*(?:(?:the )?(?:board of directors|directors|management|members|board|shareholders|audit committee|board of managers|partners|stakeholders|trustees)(?:(?:,| and| &|,? and the) (?:the )?(?:board of directors|directors|management|members|shareholders|audit committee))* (?:of|at|:|,)?\s*(?:of )?)?{NAME}\s*(?:\n|:|$)"
    ))
});
static EXAMINED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:we have (?:examined|been engaged to (?:report on|examine))|we were engaged to (?:examine|report on)) (?:the )?(?:accompanying )?(?:management of )?{NAME}(?:'s|s'|') (?:\([^()\n]{{1,120}}\) )?(?:accompanying |attached |management'?s |statement |description |assertion |controls |system )"
    ))
});
static EXAMINED_BRACKET: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:we have (?:examined|been engaged to (?:report on|examine))|we were engaged to (?:examine|report on)) (?:the )?(?:accompanying )?(?P<name>[^\n:;()]{2,90}?)\s*(?:'s|')?\s*\([^()\n]{1,140}\)\s*(?:'s)? ?(?:accompanying |attached )?(?:description|assertion|management)",
    )
});
static DESCRIBED_BY: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:accompanying|attached) (?:description|assertion) (?:of|by) (?:the )?(?:management of )?{NAME}(?:'s|s'|')\s"
    ))
});
static TITLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\breports? on (?:management'?s? of )?{NAME}(?:'s|s'|') (?:description|assertion|controls|system|management)\b"
    ))
});
static MANAGEMENT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"(?:\b[Aa]s(?: the)? |[Ww]e,? (?:the|as)? ?|\b(?:the )?)?\b[Mm]anagement of (?:the )?(?P<name>[A-Z][^\n:;]{1,90}?(?: \([^()\n]{1,120}\))?),? (?:is responsible|are responsible|asserts|has prepared|confirms|have prepared|is also)",
    )
});
static FOR_MANAGEMENT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"(?:^|\n)\s*(?:(?i:assertion (?:of|by)(?: the)? )(?:(?i:management of ))?(?P<a>[A-Z][^\n:;]{1,80}?)(?:(?i:'s)? (?i:management))?|(?P<b>[A-Z][^\n:;]{1,80}?)(?i:'s? (?:management )?assertion)|(?i:management of )(?P<c>[A-Z][^\n:;]{1,80}?)|(?i:for )(?P<d>[A-Z][^\n:;]{1,80}?))\s*(?:\n|$)",
    )
});
static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:^|\n)\s*(?:vendor|service organi[sz]ation|service provider|organi[sz]ation|company|client|prepared for|report prepared for|entity|service organi[sz]ation name)\s*(?::|\n)\s*(?P<name>[^\n:;|]{2,90})",
    )
});
static AFTER_SOC: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bsoc ?[123]\b[^\n]{0,30}? - (?P<name>[^\n:;|]{2,80}?)\s*(?:\n|$)"));
static CONTROLS_AT: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"\b(?:controls|criteria|categories|effectiveness|system|examination|audit)[^.\n]{0,160}? (?:at|of|for) (?P<name>[A-Z][\w&.'-]*(?: (?:[A-Z][\w&.'-]*,?|of|and|&)){0,7}?)(?: \([^()\n]{1,80}\))? (?:for|throughout|during|over) the (?:\w+ )?period",
    )
});
static NOT_IT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:report|soc ?[123]|type (?:1|2|i{1,2})|table of contents|section|confidential|trust services?|criteria|controls?|opinion|auditor'?s?|user entit\w+|customers?|valued|whom|period|standards|independent|scope|description|assertion|attestation|relevant|whose)\b|\d{4}|^(?:security|availability|confidentiality|privacy|processing integrity)$|^management\b",
    )
});

/// Reads the name.
pub(crate) fn read(parts: &Parts<'_>) -> Option<Fact<String>> {
    let mut found: Vec<Candidate<'_, '_>> = Vec::new();
    if let Some(letter) = &parts.letter {
        found.extend(first(letter, &ADDRESSEE));
        found.extend(first(letter, &EXAMINED));
        found.extend(first(letter, &EXAMINED_BRACKET));
        found.extend(first(letter, &DESCRIBED_BY));
        found.extend(first(letter, &MANAGEMENT));
    }
    if let Some(assertion) = &parts.assertion {
        found.extend(first(assertion, &MANAGEMENT));
        found.extend(first(assertion, &FOR_MANAGEMENT));
    }
    found.extend(first(&parts.cover, &TITLE));
    found.extend(first(&parts.cover, &LABEL));
    found.extend(first(&parts.cover, &AFTER_SOC));
    found.extend(first(&parts.cover, &MANAGEMENT));
    found.extend(first(&parts.cover, &CONTROLS_AT));
    if let Some(letter) = &parts.letter {
        found.extend(first(letter, &CONTROLS_AT));
    }
    without_joined(&mut found);
    let stem = names::stem(&found.first()?.name);
    let lines = alone_on_a_line(parts);
    found.extend(lines);
    // Whether another spelling is the same name: equal stems, or one begins with the other.
    let same: Vec<&Candidate<'_, '_>> = found.iter().filter(|c| is_same(&stem, &c.name)).collect();
    // Of equally full ones the first: the auditor's report comes before the cover.
    let best = same.iter().rev().copied().max_by_key(|c| fullness(&c.name))?;
    let mut quotes: Vec<&Candidate<'_, '_>> = vec![best];
    quotes.extend(same.iter().filter(|c| !std::ptr::eq(**c, best)).take(2).copied());
    let mut fact = best.flow.fact(best.name.clone(), best.quote.clone())?;
    for other in quotes.into_iter().skip(1) {
        fact.citations.extend(other.flow.cite(other.quote.clone()));
    }
    Some(fact)
}

/// A report may be addressed to the vendor and to its subservice organization; the scope sentence says whose it is.
fn without_joined(found: &mut Vec<Candidate<'_, '_>>) {
    let names: Vec<String> = found.iter().map(|c| names::stem(&c.name)).collect();
    let joined = |name: &str| {
        name.match_indices(" and ").any(|(at, and)| {
            let (one, other) = (&name[..at], &name[at + and.len()..]);
            names::has_legal_form(one) && names::has_legal_form(other) && names.contains(&names::stem(one))
        })
    };
    found.retain(|c| !joined(&c.name));
}

fn is_same(stem: &str, name: &str) -> bool {
    let other = names::stem(name);
    other == *stem || (stem.len() >= 4 && other.starts_with(stem)) || (other.len() >= 4 && stem.starts_with(&other))
}

/// The full name is the one with a legal form; of two, the longer, but not one in capitals alone.
fn fullness(name: &str) -> (bool, bool, usize) {
    let capitals = !name.contains(char::is_lowercase);
    (names::has_legal_form(name), !capitals, name.split(' ').count().min(8))
}

fn first<'a, 't>(flow: &'a Flow<'t>, pattern: &Pattern) -> Option<Candidate<'a, 't>> {
    pattern.captures_iter(flow.text()).take(6).find_map(|found| {
        let caught = ["name", "a", "b", "c", "d"].iter().find_map(|n| found.name(n))?;
        let whole = found.get(0)?;
        candidate(flow, caught.range(), whole.range())
    })
}

fn candidate<'a, 't>(flow: &'a Flow<'t>, caught: Range<usize>, quote: Range<usize>) -> Option<Candidate<'a, 't>> {
    let caught_words = flow.original(caught.clone());
    // "To: The Directors, Heron Ltd, Leeds" is addressed as a letter is.
    let bare = ["The Directors, ", "Directors, ", "The Board of Directors, ", "The Management, "];
    let caught_words = bare.iter().find_map(|b| caught_words.strip_prefix(*b)).unwrap_or(&caught_words);
    let caught_words = without_city(caught_words);
    let name = names::name(caught_words.strip_suffix(", management").unwrap_or(caught_words))?;
    let capital = name.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
    let plain: String = name.chars().map(crate::text::normal::plain).collect();
    if !capital || !can_be(&plain) || super::places::find(&plain).is_some_and(|r| r.len() == plain.len()) {
        return None;
    }
    Some(Candidate { flow, name, range: caught, quote })
}

/// What follows a legal form and a comma is where the company is.
fn without_city(words: &str) -> &str {
    let ends = words.match_indices(", ").map(|(at, _)| at);
    let city = |at: &usize| {
        let rest = words[at + 2..].trim();
        names::has_legal_form(&words[..*at])
            && !rest.contains([' ', '.', '(', '"'])
            && rest.starts_with(char::is_uppercase)
            && !names::has_legal_form(&format!("A, {rest}"))
    };
    ends.filter(city).last().map_or(words, |at| &words[..at])
}

/// A legal form tells a name from a title: "Customer Bank, Inc." is one, "Report on Heron, Inc." is not.
fn can_be(name: &str) -> bool {
    static IN_NAMES: LazyLock<Pattern> =
        LazyLock::new(|| pattern(r"\b(?:controls?|customers?|independent|standards|scope|valued)\b"));
    const MOST_WORDS: usize = 5;
    if !NOT_IT.is_match(name) {
        return true;
    }
    let shaped = names::has_legal_form(name)
        && name.split(' ').count() <= MOST_WORDS
        && name
            .split(' ')
            .all(|w| w == "and" || w == "of" || w.starts_with(|c: char| c.is_uppercase() || "&(".contains(c)));
    shaped && !NOT_IT.is_match(&IN_NAMES.replace_all(name, ""))
}

/// Names with a legal form that fill a line of the cover or stand above the addressee.
fn alone_on_a_line<'a, 't>(parts: &'a Parts<'t>) -> Vec<Candidate<'a, 't>> {
    let mut found = Vec::new();
    for flow in [Some(&parts.cover), parts.letter.as_ref()].into_iter().flatten() {
        let mut at = 0;
        for paragraph in flow.text().split('\n').take(14) {
            let range = at..at + paragraph.len();
            at = range.end + 1;
            if paragraph.len() < 90
                && let Some(found_here) = candidate(flow, range.clone(), range)
            {
                found.push(found_here);
            }
        }
    }
    found.retain(|c| !c.range.is_empty());
    found
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use crate::recognise::testing::{Report, reading};

    fn organization(change: impl FnOnce(&mut Report)) -> Option<String> {
        let mut report = Report::default();
        change(&mut report);
        report.read().service_organization.map(|f| f.value)
    }

    #[test]
    fn every_form_of_address_names_it() {
        for addressee in [
            "To the Management of Heron Analytics, LLC:",
            "To: The Board of Directors of Heron Analytics, LLC",
            "To the Board of Directors and Management of Heron Analytics, LLC",
            "To: Heron Analytics, LLC",
            "To the Directors of Heron Analytics, LLC",
            "To: The Directors, Heron Analytics, LLC, Edinburgh",
            "To Management of Heron Analytics, LLC:",
            "To the Management of\nHeron Analytics, LLC\nTulsa, Oklahoma",
            "To the Members of Heron Analytics, LLC",
        ] {
            let found = organization(|r| {
                r.addressee = addressee.into();
                r.cover = "# SOC 2 Type 2 Report".into();
                r.scope = r.scope.replace("Juniper Ledger, Inc.’s (“Juniper”)", "the Company’s");
                r.assertion = "We have prepared the description.".into();
            });
            assert_eq!(found.as_deref(), Some("Heron Analytics, LLC"), "addressed: {addressee}");
        }
    }

    #[test]
    fn of_two_addressees_the_one_examined_is_it() {
        let found = organization(|r| r.addressee = "To: Juniper Ledger, Inc. and Elm Colocation Corp.".into());
        assert_eq!(found.as_deref(), Some("Juniper Ledger, Inc."), "the scope sentence says whose system it is");
    }

    #[test]
    fn a_name_may_hold_words_of_the_field() {
        for name in ["Customer Bank, Inc.", "Independent Controls LLC", "Open Standards Ltd"] {
            let found = organization(|r| {
                r.addressee = format!("To the Management of {name}:");
                r.cover = "# SOC 2 Type 2 Report".into();
                r.scope = r.scope.replace("Juniper Ledger, Inc.’s (“Juniper”)", "the Company’s");
                r.assertion = "We have prepared the description.".into();
            });
            assert_eq!(found.as_deref(), Some(name), "called so");
        }
    }

    #[test]
    fn a_short_form_in_the_address_gives_way_to_the_full_name() {
        let found =
            organization(|r| r.addressee = "Juniper Ledger, Inc.\n12 Elm Street\nTo the Management of Juniper:".into());
        assert_eq!(found.as_deref(), Some("Juniper Ledger, Inc."), "the full name above the addressee");
    }

    #[test]
    fn the_scope_sentence_names_it_where_nobody_is_addressed() {
        let found = organization(|r| {
            r.addressee = String::new();
            r.cover = "# SOC 2 Type 2".into();
            r.assertion = "We have prepared the description.".into();
        });
        assert_eq!(found.as_deref(), Some("Juniper Ledger, Inc."), "without its short form");
    }

    #[test]
    fn defined_terms_and_placeholders_are_nobody() {
        for addressee in [
            "To the Management of the Company:",
            "To: [Client Name]",
            "To our valued customers:",
            "To Whom It May Concern:",
        ] {
            let found = organization(|r| {
                r.addressee = addressee.into();
                r.cover = "# SOC 2 Type 2 Report".into();
                r.scope = r.scope.replace("Juniper Ledger, Inc.’s (“Juniper”)", "the Company’s");
                r.assertion = "We have prepared the description.".into();
            });
            assert_eq!(found, None, "no name in: {addressee}");
        }
    }

    #[test]
    fn the_assertion_names_it_where_the_auditors_report_is_a_picture() {
        let found = reading(
            "# SOC 3 Report\nFor the Period May 1, 2031 to April 30, 2032\n===\n# Management’s Assertion\nWe, as management of Heron Analytics, LLC, are responsible for designing controls within the Heron Cloud (System). We assert that they were effective.",
        );
        assert_eq!(
            found.service_organization.map(|f| f.value).as_deref(),
            Some("Heron Analytics, LLC"),
            "as management of"
        );
    }

    proptest! {
        #[test]
        fn no_address_makes_it_panic(addressee in "To (the )?(Management of )?\\PC{0,60}") {
            let _ = organization(|r| r.addressee = addressee);
        }
    }
}
