//! What the reports of a vendor cover, by their dates alone.

use crate::names::json_name;
use chrono::NaiveDate;
use countersign_contract::wire as w;
use countersign_domain::Kind;
use countersign_policy::{AgeLimits, Coverage, Letter};
use countersign_store::DocumentRow;

/// Gives the coverage; `None` where no dated report is held.
pub(super) fn view(
    limits: Option<AgeLimits>,
    held: &[DocumentRow],
    (evidence_until, hard_stop): (Option<NaiveDate>, Option<NaiveDate>),
    today: NaiveDate,
) -> Option<w::CoverageView> {
    let report = main_report(held)?;
    let coverage = covered(held)?;
    let ends = coverage.report_end;
    // A certificate or a test window speaks of something else: it closes no gap between reports.
    let (spans, papers) = (dated(held, true), dated(held, false));
    Some(w::CoverageView {
        report: report.document.id.uuid(),
        ends,
        age_months: coverage.age(today),
        max_age_months: limits.map(|limits| limits.max_age.cast_signed()),
        evidence_until,
        hard_stop,
        spans,
        papers,
    })
}

/// Whether a document speaks of how controls worked in a time: a report does, and a bridge letter by the vendor's own word.
const fn speaks(kind: Kind) -> bool {
    kind.is_attestation() || matches!(kind, Kind::BridgeLetter)
}

/// What dated documents that speak of controls cover, or what the others do, oldest first.
fn dated(held: &[DocumentRow], speaking: bool) -> Vec<w::CoverageSpan> {
    let span = |row: &DocumentRow| {
        let (from, to) = (row.summary.from?, row.summary.to?);
        Some(w::CoverageSpan { document: row.document.id.uuid(), kind: json_name(row.summary.kind), from, to })
    };
    let mut spans: Vec<_> = held.iter().filter(|row| speaks(row.summary.kind) == speaking).filter_map(span).collect();
    spans.sort_by_key(|span| (span.from, span.to, span.document));
    spans
}

/// What the report that counts and the bridge letters after it cover; `None` where no dated report is held.
fn covered(held: &[DocumentRow]) -> Option<Coverage> {
    let letters: Vec<Letter> = held
        .iter()
        .filter(|row| row.summary.kind == Kind::BridgeLetter)
        .filter_map(|row| Some(Letter { from: row.summary.from?, to: row.summary.to?, dated: None }))
        .collect();
    Some(Coverage::new(main_report(held)?.summary.to?, &letters))
}

/// The report that counts: the attestation report that ends last; among equals the one received last.
pub(crate) fn main_report(held: &[DocumentRow]) -> Option<&DocumentRow> {
    held.iter()
        .filter(|row| row.summary.kind.is_attestation() && row.summary.to.is_some())
        .max_by_key(|row| (row.summary.to, row.document.received_at))
}
