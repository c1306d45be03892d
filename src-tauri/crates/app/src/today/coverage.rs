//! The reports and letters of all vendors in use, in one picture.

use super::watch::{Watch, Watched};
use crate::{App, fail, names, names::json_name, vendors::coverage};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Filing, Kind, VendorId, attention::Group};
use countersign_store::{DocumentFilter, DocumentRow};
use std::collections::HashMap;

impl App {
    /// What the reports and letters of all vendors in use cover.
    pub(crate) fn coverage_picture(&self) -> Result<w::CoveragePicture, Failure> {
        let opened = self.opened()?;
        let attention = self.attention(&opened)?;
        let gathered = &attention.gathered;
        let mut held: HashMap<VendorId, Vec<DocumentRow>> = HashMap::new();
        for row in opened.store.read(|db| db.documents(DocumentFilter::Filed)).map_err(fail::store)? {
            if let Filing::Filed { vendor } = row.document.filing {
                held.entry(vendor).or_default().push(row);
            }
        }
        let watch = Watch::of(gathered);
        let mut vendors: Vec<w::VendorCoverage> = watch
            .in_use()
            .map(|vendor| of(vendor, held.get(&vendor.row.vendor.id).map_or(&[][..], Vec::as_slice), watch.today))
            .collect();
        // Those of whom nothing is asked come last; of the others, who has nothing comes first.
        vendors.sort_by_key(|vendor| (vendor.standing == w::CoverageStanding::NotNeeded, vendor.evidence_until));
        Ok(w::CoveragePicture { vendors })
    }
}

fn of(vendor: &Watched<'_>, held: &[DocumentRow], today: NaiveDate) -> w::VendorCoverage {
    let days = &vendor.days;
    let known = &vendor.row.vendor;
    let mut spans: Vec<w::CoverageSpan> = held.iter().filter_map(span).collect();
    spans.sort_by_key(|span| (span.from, span.to, span.document));
    let between = coverage::between(&coverage::dated(held, true)).into_iter();
    let between = between.map(|gap| w::CoverageGap { from: gap.from, to: gap.to, grade: w::GapGrade::Between });
    w::VendorCoverage {
        vendor: known.id.uuid(),
        name: known.name.to_string(),
        tier: known.tier.map(names::tier_name),
        spans,
        main: days.main.map(countersign_domain::DocumentId::uuid),
        gaps: between.chain(gap(vendor, today)).collect(),
        evidence_until: days.until.map(|until| until.day),
        hard_stop: days.hard_stop,
        next_report: days.next_report.map(|next| next.on),
        in_review: vendor.reviews.iter().any(|review| review.finished.is_none()),
        standing: standing(vendor, today),
    }
}

/// Reports, letters and certificates speak of a time; other papers do not.
fn span(row: &DocumentRow) -> Option<w::CoverageSpan> {
    let kind = row.summary.kind;
    let speaks = kind.is_attestation() || matches!(kind, Kind::BridgeLetter | Kind::Iso27001Certificate);
    let (from, to) = (row.summary.from?, row.summary.to?);
    speaks.then(|| w::CoverageSpan { document: row.document.id.uuid(), kind: json_name(kind), from, to })
}

/// The time since coverage ended that nothing speaks of.
fn gap(vendor: &Watched<'_>, today: NaiveDate) -> Option<w::CoverageGap> {
    let from = vendor.days.cover_end?.succ_opt()?;
    let grade = if !vendor.days.suffices(today) {
        w::GapGrade::Over
    } else if vendor.days.letter_wanted.is_some_and(|wanted| wanted < today) {
        w::GapGrade::LetterWanted
    } else {
        w::GapGrade::Within
    };
    (from <= today).then_some(w::CoverageGap { from, to: today, grade })
}

fn standing(vendor: &Watched<'_>, today: NaiveDate) -> w::CoverageStanding {
    if vendor.case.class.is_some() && !vendor.needs_evidence() {
        return w::CoverageStanding::NotNeeded;
    }
    let Some(until) = vendor.days.until else { return w::CoverageStanding::Nothing };
    match Group::of(Some(until.day), today) {
        Group::Overdue => w::CoverageStanding::RanOut,
        Group::Week | Group::Days30 | Group::Days60 | Group::Days90 | Group::Undated => w::CoverageStanding::RunsOut,
        Group::Later => w::CoverageStanding::Current,
    }
}
