//! Documents that look like a report of an auditor and say themselves that they are none.
//!
//! **Reads** the sentence in which a document says that it is no examination by a firm of accountants, or that it is a
//! sample.
//! **Where**: such a disclaimer decides where it stands in the opening pages; elsewhere it is a warning.
//! **Accepts** "not an official SOC 2", "not a report of a CPA firm", "not an examination under attestation standards",
//! "does not constitute a … examination"; the headings of a decision packet, which quotes a report; for samples "for testing only", "sample report", "fictional".
//! **Refuses** the restricted-use paragraph and the limits that every auditor states.

use std::sync::LazyLock;

use countersign_domain::Citation;

use super::parts::Parts;
use crate::pattern::{Pattern, pattern};

/// Pages whose disclaimers speak of the whole document.
const OPENING_PAGES: usize = 3;

static DISCLAIMER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bnot (?:an? )?(?:official|formal|actual|real|genuine|valid) (?:soc\b|aicpa|attestation|audit report)|\bnot (?:a |the )?reports? (?:of|by|from|issued by|signed by) (?:a |an )?(?:licensed )?(?:cpa|certified public)|\bnot (?:an? )?(?:examinations? |engagements? )?(?:conducted |performed )?under (?:the )?(?:aicpa'?s? )?attestation standards|\bdoes not constitute (?:an? )?(?:formal |official |actual )?[^.\n]{0,30}(?:soc ?[123]|attestation|cpa) [^.\n]{0,20}(?:report|examination|audit|opinion|engagement)|\bmust not be (?:presented|used|relied (?:up)?on) as (?:an? )?(?:one|soc)|\bthis (?:document|paper|sample|template) is not an? (?:soc ?[123]|attestation|audit)|\bvendor approval packet\b|\brecommended decision\b",
    )
});
static SAMPLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bfor (?:testing|demonstration|demo|illustration|illustrative|portfolio|academic|training|educational)(?: (?:and|or) (?:\w+))?(?: (?:use|purposes))?(?: only)?\b|\b(?:sample|synthetic|fictitious|fictional|mock|dummy|illustrative) (?:soc|report|document|attestation|type|company|cybersecurity)|\bsoc ?[123][^.\n]{0,24} sample report",
    )
});

/// What the document says of itself.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Says {
    /// It is no report, said where it counts for the whole.
    NoReport(Citation),
    /// It is no report, said somewhere else.
    NoReportElsewhere(Citation),
    /// It is a sample.
    Sample(Citation),
}

/// Looks for what the document says of itself, the strongest first.
pub(crate) fn find(parts: &Parts<'_>) -> Option<Says> {
    let text = parts.text;
    let opening_end =
        text.lines().partition_point(|l| l.page < OPENING_PAGES.min(text.pages().len().div_ceil(2).max(1)));
    let opening = text.flow(0..opening_end);
    let cite = |flow: &crate::text::Flow<'_>, found: crate::pattern::Match<'_>| {
        let start = flow.text()[..found.start()].rfind(['.', '\n']).map_or(0, |at| at + 1);
        flow.cite(start..found.end()).into_iter().next()
    };
    if let Some(found) = DISCLAIMER.find(opening.text()) {
        return cite(&opening, found).map(Says::NoReport);
    }
    let all = text.all();
    if let Some(found) = DISCLAIMER.find(all.text()) {
        return cite(&all, found).map(Says::NoReportElsewhere);
    }
    SAMPLE.find(opening.text()).and_then(|found| cite(&opening, found)).map(Says::Sample)
}
