//! Which of several mentions names an organization best.
//!
//! **Reads** nothing itself: recognisers collect the places where a document may name its organization, the surest
//! first, and ask here.
//! **Accepts** the first that is a name; a fuller spelling of the same name at another place gives the full form, and up
//! to two more places are cited.
//! **Refuses** words that cannot be a company's name, auditors' firms, placeholders and defined terms.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;

use super::{names, places};
use crate::pattern::{Pattern, pattern};
use crate::text::Flow;

static NOT_IT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:report|soc ?[123]|type (?:1|2|i{1,2})|table of contents|section|confidential|internal use|trust services?|criteria|opinion|auditor'?s?|user entit\w+|customers?|clients?|valued|prospects?|whom|period|scope|description|assertion|attestation|letter|questionnaire|(?:security|risk|vulnerability|self)[- ]assessment|policy|overview|white ?paper|agreement|addendum|penetration|pentest|page|version|copyright|rights reserved|faq|certificate|date|purpose|confidentiality|classification|executive summary|public|proprietary|draft|sample|synthetic|fictional|security overview|security practices|frequently|register|statement|dear|sincerely|attn|attention)\b|\d{4}|^(?:it|this|that|these|those|we|they|our|its|which|there|here|what|such|the company|the service organi[sz]ation)$|^(?:security|availability|confidentiality|privacy|processing integrity|introduction|overview|scope|appendix|management|legal|compliance|engineering)$|@|[^a]/|/[^s]|/$|\wa/s|https?|www\.",
    )
});

/// Firms of accountants: they examine, and what they examine is another's.
static AUDITOR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\b(?:cpas?|llp|pllc|p\.?c\.?|certified public accountants?|chartered accountants?)\W*$")
});

static COPYRIGHT: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:(?:©|\bcopyright ?(?:©|\(c\))) ?(?:copyright )?(?:(?:19|20)\d\d(?: ?- ?\d{4})?,? )?|(?:\(c\)|\bcopyright) (?:19|20)\d\d(?: ?- ?\d{4})?,? )(?:by )?(?P<name>[^\n|;]{2,70}?(?:\b(?:inc|ltd|corp|co|pvt|pte)\.)?)(?:\s*\||\s-\s|,? (?:and/or|or|and) (?:its|their) |\. ?all rights|,? all rights|\. |\n|$|\.$)",
    )
});
static PUBLISHER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:cloud security alliance|csa|acord|aicpa|american institute|pci security standards|shared assessments|educause|iso|iec|iasme|nist|owasp|center for internet security|british standards|international organization)\b",
    )
});

/// A place that may name the organization.
pub(crate) struct Mention<'a, 't> {
    flow: &'a Flow<'t>,
    name: String,
    quote: Range<usize>,
}

impl<'a, 't> Mention<'a, 't> {
    /// Makes a mention of the words in `caught`, quoted with `quote`, if they can be a name.
    pub(crate) fn new(flow: &'a Flow<'t>, caught: Range<usize>, quote: Range<usize>) -> Option<Self> {
        let name = can_be(&flow.original(caught))?;
        Some(Self { flow, name, quote })
    }

    /// Tells whether the name has a stem.
    pub(crate) fn is_called(&self, stem: &str) -> bool {
        names::stem(&self.name) == stem
    }
}

/// Gives the name that words are, if an organization can be called so.
pub(crate) fn can_be(words: &str) -> Option<String> {
    let name = names::name(words)?;
    let plain: String = name.chars().map(crate::text::normal::plain).collect();
    let starts = name.chars().any(|c| c.is_uppercase() || c.is_ascii_digit());
    let place = places::find(&plain).is_some_and(|r| r.len() == plain.len());
    // "Cloud Service Provider: Heron B.V." is a label and a name.
    let labelled = name.contains(": ");
    (starts && !labelled && !place && !NOT_IT.is_match(&plain)).then_some(name)
}

/// Finds the first mentions that a pattern catches as `name`.
pub(crate) fn mentions<'a, 't>(flow: &'a Flow<'t>, wording: &Pattern) -> Vec<Mention<'a, 't>> {
    wording
        .captures_iter(flow.text())
        .take(12)
        .filter_map(|found| {
            let (caught, whole) = (found.name("name")?.range(), found.get(0)?.range());
            let start = whole.start + flow.text()[whole.clone()].len() - flow.text()[whole.clone()].trim_start().len();
            let quote = if whole.len() > 220 { caught.clone() } else { start..whole.end.max(caught.end) };
            Mention::new(flow, caught, quote)
        })
        .collect()
}

/// Finds the holders of copyright lines. Publishers of forms and standards hold theirs in everybody's papers.
pub(crate) fn copyright<'a, 't>(flow: &'a Flow<'t>) -> Vec<Mention<'a, 't>> {
    let mut found = mentions(flow, &COPYRIGHT);
    found.retain(|mention| !PUBLISHER.is_match(&mention.name));
    found
}

/// Chooses among mentions, the surest first.
pub(crate) fn choose(mentions: &[Mention<'_, '_>]) -> Option<Fact<String>> {
    let mentions: Vec<&Mention<'_, '_>> = mentions.iter().filter(|m| !AUDITOR.is_match(&m.name)).collect();
    let stem = names::stem(&mentions.first()?.name);
    let same: Vec<&Mention<'_, '_>> = mentions.into_iter().filter(|m| is_same(&stem, &m.name)).collect();
    // Of equally full ones the first, as the surest.
    let best = same.iter().rev().copied().max_by_key(|m| fullness(&m.name))?;
    let mut fact = best.flow.fact(best.name.clone(), best.quote.clone())?;
    for other in same.iter().filter(|m| !std::ptr::eq(**m, best)).take(2) {
        fact.citations.extend(other.flow.cite(other.quote.clone()));
    }
    Some(fact)
}

/// Equal without the legal form, or the same with more words behind.
fn is_same(stem: &str, name: &str) -> bool {
    let other = names::stem(name);
    other == *stem || (stem.len() >= 4 && other.starts_with(stem)) || (other.len() >= 4 && stem.starts_with(&other))
}

/// The full name has a legal form; of two, the one not in capitals alone.
fn fullness(name: &str) -> (bool, bool) {
    (names::has_legal_form(name), name.contains(char::is_lowercase))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_slash_is_part_of_a_legal_form_and_of_no_other_name() {
        assert_eq!(can_be("Alder Logistics A/S").as_deref(), Some("Alder Logistics A/S"));
        for other in ["Hosting/Support", "data/security", "www.alder.example/trust"] {
            assert_eq!(can_be(other), None, "{other}");
        }
    }
}
