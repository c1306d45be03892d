//! The standard to which an organization is certified, with its edition.
//!
//! **Reads** the standard as printed, e.g. `ISO/IEC 27001:2022`, `CSA STAR CCM v4.0`, `Cyber Essentials Plus`,
//! `PCI DSS v4.0.1`.
//! **Where**: the first pages; a mention beside "requirements of", "standard" or a title before any other.
//! **Accepts** national prefixes (`BS EN ISO/IEC`), amendments, blanks around the colon.
//! **Refuses** the standards of the certifier (ISO/IEC 17021, 27006), guidance named by the way, and for a kind of
//! certificate the standards of other kinds.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::{Basis, Fact, Kind};

use super::Paper;
use crate::pattern::{Pattern, pattern};

static ISO: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:\b(?:bs|en|din|ns|une|nen|jis q|sni)[ -](?:en[ -])?)?\biso(?: ?/ ?iec)?[ -]?(?P<number>\d{4,5})(?:-\d{1,2})?(?:\s*:\s*(?:19|20)\d\d)?(?: ?(?:/ ?amd|\+ ?a) ?\d(?::(?:19|20)\d\d)?)?",
    )
});
static CLAIM: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"(?:requirements(?: [\w ]{0,40})?(?: of| in)?|standards?|conform\w*(?: to| with)?|complies with|comply with|compliant with|accordance with|against|certified to|management system|fulfil\w*|meets?)[^\n.]{0,24}[\s:(,-]*$",
    )
});
static STAR: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcsa[ -]?star(?: (?:certification|attestation|self-assessment))?(?:,? level (?:\d|one|two))?(?:,? ?\(?(?:ccm|cloud controls matrix)(?: \(ccm\))?,? ?(?:v|version )?\.?\d(?:\.\d{1,2}){0,2}\)?)?",
    )
});
static MATRIX: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"\b(?:cloud controls matrix(?: \(ccm\))?|ccm),? ?(?:v|version )?\.? ?\d(?:\.\d{1,2}){0,2}")
});
static ESSENTIALS: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bcyber essentials(?: plus)?\b"));
static PCI: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\bpci dss,? ?(?:requirements,? )?(?:v|version )\.? ?(?P<v>\d(?:\.\d){1,2})"));
static PCI_NAME: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bpci dss\b|\bpci\)? data security standard\b"));
static PCI_VERSION: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\bversion (?P<v>\d(?:\.\d){1,2})\b"));

/// Reads the standard.
pub(super) fn read(paper: &Paper<'_>) -> Option<Fact<String>> {
    let flow = &paper.flow;
    let range = match paper.kind {
        Kind::Iso27001Certificate => iso(flow.text(), |number| number == "27001"),
        Kind::IsoCertificate => {
            iso(flow.text(), |number| !matches!(number, "17021" | "27006" | "17065" | "17024" | "19011" | "27001"))
        }
        Kind::CsaStarCertificate => longest(flow.text(), &STAR).or_else(|| longest(flow.text(), &MATRIX)),
        Kind::CyberEssentialsCertificate => longest(flow.text(), &ESSENTIALS),
        Kind::PciAoc => return pci(paper),
        _ => None,
    }?;
    let value = tidy(&flow.original(range.clone()));
    flow.fact(value, around(flow.text(), range))
}

/// The mention that says most: claimed before mentioned, with an edition before without, the first before the next.
fn iso(text: &str, wanted: impl Fn(&str) -> bool) -> Option<Range<usize>> {
    ISO.captures_iter(text)
        .filter(|c| wanted(&c["number"]))
        .filter_map(|c| c.get(0))
        .map(|m| (CLAIM.is_match(&text[..m.start()]), m.as_str().contains(':'), m.range()))
        .reduce(|best, next| if (next.1, next.0) > (best.1, best.0) { next } else { best })
        .map(|(_, _, range)| range)
}

fn longest(text: &str, pattern: &Pattern) -> Option<Range<usize>> {
    pattern.find_iter(text).map(|m| m.range()).reduce(|best, next| if next.len() > best.len() { next } else { best })
}

fn pci(paper: &Paper<'_>) -> Option<Fact<String>> {
    let flow = &paper.flow;
    if let Some(found) = PCI.captures(flow.text()) {
        return flow.fact(format!("PCI DSS v{}", &found["v"]), found.get(0)?.range());
    }
    let name = flow.find(&PCI_NAME)?;
    let version = PCI_VERSION.captures(flow.text())?;
    let fact = flow.fact(format!("PCI DSS v{}", &version["v"]), name)?;
    let mut citations = fact.citations;
    citations.extend(flow.cite(version.get(0)?.range()));
    Some(Fact { value: fact.value, basis: Basis::Derived, citations })
}

fn tidy(found: &str) -> String {
    let joined = found.split(':').map(str::trim).collect::<Vec<_>>().join(":");
    joined.trim_end_matches([',', '(']).to_owned()
}

/// The paragraph if it is short.
fn around(text: &str, range: Range<usize>) -> Range<usize> {
    let start = text[..range.start].rfind('\n').map_or(0, |p| p + 1);
    let end = text[range.end..].find('\n').map_or(text.len(), |p| range.end + p);
    if end - start > 200 { range } else { start..end }
}
