//! What a certificate states: standard, number, dates, certification body, accreditation, scope.
//!
//! **Reads** certificates of management systems (ISO), CSA STAR, Cyber Essentials, and attestations of compliance with
//! PCI DSS.
//! **Where**: the first pages box by box, running lines included: the number of a certificate is its running head.
//! **Accepts** the habits of the certification bodies; each file names those of its fact.
//! **Refuses** what belongs to something else on the same paper: the certifier's own standards, other certificates,
//! agreements, audits to come, the cycle before.

mod accreditation;
mod body;
mod dates;
mod holder;
mod number;
mod scope;
mod standard;
#[cfg(test)]
mod tests;

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::reading::Certificate;
use countersign_domain::{Fact, Kind};

use super::names;
use crate::pattern::{Pattern, pattern};

use crate::text::{Flow, Text};

/// Pages on which a certificate states what it is; the rest are lists of places and services.
const PAGES: usize = 3;
/// Pages of a form that does.
const FORM_PAGES: usize = 10;

/// A certificate as it is searched.
struct Paper<'t> {
    /// Its boxes.
    text: &'t Text<'t>,
    /// Its first pages.
    flow: Flow<'t>,
    /// Which certificate it is.
    kind: Kind,
    /// How many pages are searched.
    pages: usize,
}

/// What a certificate says: its own facts, and whom it is about.
pub(crate) struct Said {
    /// Its own facts.
    pub(crate) certificate: Certificate,
    /// The organization certified, as named.
    pub(crate) holder: Option<Fact<String>>,
}

/// Reads a certificate, given its pages in boxes.
pub(crate) fn read(text: &Text<'_>, kind: Kind) -> Said {
    let pages = if kind == Kind::PciAoc { FORM_PAGES } else { PAGES };
    let end = text.lines().partition_point(|l| l.page < pages);
    let paper = Paper { text, flow: Flow::new(text, 0..end), kind, pages };
    let holder = holder::read(&paper);
    let body = body::read(&paper, holder.as_ref().map(|h| h.value.as_str()));
    let dates = dates::read(&paper);
    let certificate = Certificate {
        standard: standard::read(&paper),
        number: number::read(&paper),
        issued: dates.issued,
        expires: dates.expires,
        first_issued: dates.first,
        body,
        accreditation: accreditation::read(&paper),
        scope: scope::read(&paper),
        soa_version: scope::soa_version(&paper),
    };
    Said { certificate, holder }
}

/// Tells whether a kind of document is a certificate in this sense.
pub(crate) const fn is_one(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Iso27001Certificate
            | Kind::IsoCertificate
            | Kind::CsaStarCertificate
            | Kind::CyberEssentialsCertificate
            | Kind::PciAoc
    )
}

static ADDRESS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r",\s*(?:no\.? ?)?\d|\s+\d{1,6},? (?:\w+ ){1,3}(?:street|st|road|rd|avenue|ave|way|lane|drive|parkway|blvd)\b",
    )
});

/// A name up to its address: what follows a legal form or stands after a comma before a number goes.
fn without_address(text: &str, range: Range<usize>) -> Range<usize> {
    let mut range = range;
    if let Some(found) = ADDRESS.find(&text[range.clone()]) {
        range.end = range.start + found.start();
    }
    let caught = &text[range.clone()];
    let cut = caught.match_indices(',').map(|(at, _)| at).find(|at| {
        let next = caught[at + 1..].split(',').next().unwrap_or_default().trim();
        names::has_legal_form(&caught[..*at]) && !names::has_legal_form(next) && !is_form(next)
    });
    range.start..cut.map_or(range.end, |at| range.start + at)
}

/// Tells whether words are a legal form and nothing else.
fn is_form(words: &str) -> bool {
    names::has_legal_form(&format!("X {words}")) && words.split(' ').count() <= 2
}
