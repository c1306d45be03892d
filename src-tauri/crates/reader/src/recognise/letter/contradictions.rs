//! Statements of a bridge letter that cannot both hold.
//!
//! **Compares** the letter's date with the last day that it covers, and with the date and the period of the report that
//! it follows; what it claims with what it is: a bridge letter is a statement of management and gives no assurance
//! (`practice.md` §0, finding 5, and §3.2, C6).
//! **Refuses** to decide: both sides are cited and a person decides.

use std::sync::LazyLock;

use chrono::NaiveDate;
use countersign_domain::reading::{Contradiction, Letter};
use countersign_domain::{Citation, Fact};

use crate::pattern::{Pattern, pattern};
use crate::text::Flow;
use crate::text::sentence;

static CLAIM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:this|the) (?:bridge |gap |comfort )?letter\b[^.\n]{0,40}\b(?:provides?|gives?|offers?|constitutes?)\b[^.\n]{0,30}\b(?:assurance|an? (?:audit )?opinion|attestation)\b|\b(?:letter|we|hereby)\b[^.\n]{0,30}\bextends?\b[^.\n]{0,40}\b(?:opinion|attestation|assurance|certification)\b|\b(?:auditors?|cpa firm|service auditors?|accountants?|auditing firm|llp)\b[^.\n]{0,40}\b(?:tested|verified|validated|confirmed|examined|reviewed|attested)\b[^.\n]{0,60}\b(?:bridge|gap|interim|this) (?:period|letter|time)\b|\bin our opinion\b[^.\n]{0,60}\bcontrols\b",
    )
});
static DENIES: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:not|no|nor|neither|without (?:any )?(?:assurance|audit|testing)|never|cannot)\b"));
static SAYS_SO: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:representations?|statements?) (?:of|by|from) (?:the )?management\b|\bmanagement representation\b|\bnot (?:been )?(?:audited|examined|tested)\b|\b(?:does|do|did) not (?:provide|give|constitute)\b[^.\n]{0,40}\bassurance\b",
    )
});

/// Collects the contradictions.
pub(super) fn collect(
    flow: &Flow<'_>,
    letter: &Letter,
    dated: Option<&Fact<NaiveDate>>,
    kind: &[Citation],
) -> Vec<Contradiction> {
    let mut found = Vec::new();
    if let Some(dated) = dated {
        for (about, what, later) in [
            ("letter.covers_to", "covers days until", &letter.covers_to),
            ("letter.refers_to_report_date", "follows a report dated", &letter.refers_to_report_date),
            ("letter.refers_to_period_end", "follows a report on a period that ends on", &letter.refers_to_period_end),
        ] {
            found.extend(later.as_ref().filter(|later| later.value > dated.value).map(|later| {
                let message = format!("The letter is dated {} and {what} {}", dated.value, later.value);
                both(about, message, &dated.citations, &later.citations)
            }));
        }
    }
    found.extend(assurance(flow, kind));
    found
}

fn both(about: &str, message: String, a: &[Citation], b: &[Citation]) -> Contradiction {
    let citations = a.iter().take(1).chain(b.iter().take(1)).cloned().collect();
    Contradiction { about: about.to_owned(), message, citations }
}

/// A letter that claims an auditor's assurance, against what it calls itself.
fn assurance(flow: &Flow<'_>, kind: &[Citation]) -> Option<Contradiction> {
    let text = flow.text();
    let claim = CLAIM
        .find_iter(text)
        .map(|found| sentence::around(text, &found.range()))
        .find(|sentence| !DENIES.is_match(&text[sentence.clone()]))?;
    let other = flow.find(&SAYS_SO).map(|found| flow.cite(sentence::around(text, &found)));
    let message = "A bridge letter is a statement of management; this one claims assurance".to_owned();
    Some(both("letter.assurance", message, &flow.cite(claim), other.as_deref().unwrap_or(kind)))
}
