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
    let mut spans: Vec<w::CoverageSpan> = held
        .iter()
        .filter_map(|row| {
            Some(w::CoverageSpan {
                document: row.document.id.uuid(),
                kind: json_name(row.summary.kind),
                from: row.summary.from?,
                to: row.summary.to?,
            })
        })
        .collect();
    spans.sort_by_key(|span| (span.from, span.to, span.document));
    Some(w::CoverageView {
        report: report.document.id.uuid(),
        ends,
        age_months: coverage.age(today),
        max_age_months: limits.map(|limits| limits.max_age.cast_signed()),
        evidence_until,
        hard_stop,
        spans,
    })
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
