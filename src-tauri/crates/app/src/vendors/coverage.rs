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
    let last = spans.iter().map(|span| span.to).max().and_then(|day| day.succ_opt());
    Some(w::CoverageView {
        report: report.document.id.uuid(),
        ends,
        age_months: coverage.age(today),
        max_age_months: limits.map(|limits| limits.max_age.cast_signed()),
        evidence_until,
        hard_stop,
        gaps: between(&spans),
        uncovered_since: last.filter(|day| *day <= today),
        spans,
        papers,
    })
}

/// Whether a document speaks of how controls worked in a time: a report does, and a bridge letter by the vendor's own word.
const fn speaks(kind: Kind) -> bool {
    kind.is_attestation() || matches!(kind, Kind::BridgeLetter)
}

/// What dated documents that speak of controls cover, or what the others do, oldest first.
pub(crate) fn dated(held: &[DocumentRow], speaking: bool) -> Vec<w::CoverageSpan> {
    let span = |row: &DocumentRow| {
        let (from, to) = (row.summary.from?, row.summary.to?);
        Some(w::CoverageSpan { document: row.document.id.uuid(), kind: json_name(row.summary.kind), from, to })
    };
    let mut spans: Vec<_> = held.iter().filter(|row| speaks(row.summary.kind) == speaking).filter_map(span).collect();
    spans.sort_by_key(|span| (span.from, span.to, span.document));
    spans
}

/// The times between these papers, oldest first, of which none of them speaks.
pub(crate) fn between(spans: &[w::CoverageSpan]) -> Vec<w::UncoveredDays> {
    let mut gaps = Vec::new();
    let mut covered: Option<NaiveDate> = None;
    for span in spans {
        if let (Some(from), Some(to)) = (covered.and_then(|day| day.succ_opt()), span.from.pred_opt())
            && from <= to
        {
            gaps.push(w::UncoveredDays { from, to });
        }
        covered = covered.max(Some(span.to));
    }
    gaps
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

#[cfg(test)]
mod tests {
    use super::*;

    fn span(from: &str, to: &str) -> w::CoverageSpan {
        let day = |text: &str| text.parse().expect("a day");
        w::CoverageSpan { document: uuid::Uuid::nil(), kind: "soc2_type2".into(), from: day(from), to: day(to) }
    }

    #[test]
    fn every_time_between_papers_is_a_gap_and_what_adjoins_or_overlaps_is_none() {
        let held = [
            span("2022-01-01", "2022-12-31"),
            span("2023-01-01", "2023-12-31"),
            span("2023-06-01", "2023-09-30"),
            span("2024-04-01", "2025-02-28"),
            span("2025-04-01", "2026-03-31"),
        ];
        let gaps: Vec<_> = between(&held).iter().map(|gap| (gap.from.to_string(), gap.to.to_string())).collect();
        let expected = [("2024-01-01", "2024-03-31"), ("2025-03-01", "2025-03-31")];
        assert_eq!(gaps, expected.map(|(from, to)| (from.to_owned(), to.to_owned())));
        assert_eq!(between(&[]), []);
    }
}
