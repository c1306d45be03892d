//! A few figures of all vendors (`practice.md` §9), each with the vendors or items of which it was counted.

use super::{sources::review_due, watch::Watch, watch::Watched};
use crate::acceptance::at_risk;
use chrono::{Days, NaiveDate};
use countersign_contract::wire as w;
use countersign_domain::{
    Tier,
    attention::{AttentionItem, AttentionKind, Group},
};
use countersign_policy::watch::{assured, assured_by_type2};

/// How far ahead reviews are counted.
const REVIEWS_WITHIN_DAYS: u64 = 30;

/// Counts them. Who is in use and not being left is the population.
pub(super) fn figures(watch: &Watch<'_>, items: &[AttentionItem]) -> Vec<w::FigureView> {
    let until = |vendor: &Watched<'_>| vendor.days.until.map(|until| until.day);
    let critical = watch.in_use().filter(|vendor| vendor.row.vendor.tier == Some(Tier::Critical));
    let needing = watch.in_use().filter(|vendor| vendor.needs_evidence());
    let soon = watch.today.checked_add_days(Days::new(REVIEWS_WITHIN_DAYS)).unwrap_or(NaiveDate::MAX);
    let overdue = |item: &&AttentionItem| Group::of(item.date, watch.today) == Group::Overdue;
    let conditions =
        || items.iter().filter(|item| matches!(item.kind, AttentionKind::Condition | AttentionKind::GoLiveCondition));
    vec![
        of_vendors(
            w::FigureName::CriticalType2,
            critical,
            |vendor| assured_by_type2(&vendor.case, &vendor.days),
            until,
        ),
        of_vendors(w::FigureName::Assured, needing, |vendor| assured(&vendor.case, &vendor.days), until),
        risky(watch),
        of_items(w::FigureName::Overdue, items.iter().filter(overdue), None),
        of_vendors(w::FigureName::ReviewsDue, watch.in_use(), |vendor| is_due(vendor, soon), review_due),
        of_items(w::FigureName::ConditionsOverdue, conditions().filter(overdue), Some(conditions().count() as u32)),
    ]
}

/// Vendors at risk, each with its reasons.
fn risky(watch: &Watch<'_>) -> w::FigureView {
    let mut figure = of_vendors(w::FigureName::AtRisk, watch.in_use(), |_| false, |_| None);
    for (shown, vendor) in figure.vendors.iter_mut().zip(watch.in_use()) {
        let until = vendor.days.until.map(|until| until.day);
        let reasons = at_risk(&watch.gathered.assembled, vendor.row.vendor.id, until, watch.today);
        shown.counted = !reasons.is_empty();
        let reasons: Vec<String> = reasons.into_iter().map(|reason| reason.what).collect();
        shown.why = shown.counted.then(|| reasons.join("; "));
    }
    figure.count = figure.vendors.iter().filter(|vendor| vendor.counted).count() as u32;
    figure
}

/// Whether the full review is due by that day; one of which nothing is on record is.
fn is_due(vendor: &Watched<'_>, by: NaiveDate) -> bool {
    review_due(vendor).is_none_or(|due| due <= by)
}

fn of_vendors<'w, 'a: 'w>(
    figure: w::FigureName,
    population: impl Iterator<Item = &'w Watched<'a>>,
    counts: impl Fn(&Watched<'a>) -> bool,
    day: impl Fn(&Watched<'a>) -> Option<NaiveDate>,
) -> w::FigureView {
    let vendors: Vec<w::FigureVendor> = population
        .map(|vendor| w::FigureVendor {
            vendor: vendor.row.vendor.id.uuid(),
            name: vendor.row.vendor.name.to_string(),
            counted: counts(vendor),
            why: None,
            day: day(vendor),
        })
        .collect();
    let count = vendors.iter().filter(|vendor| vendor.counted).count() as u32;
    w::FigureView { figure, count, of: Some(vendors.len() as u32), vendors, items: Vec::new() }
}

fn of_items<'i>(
    figure: w::FigureName,
    items: impl Iterator<Item = &'i AttentionItem>,
    of: Option<u32>,
) -> w::FigureView {
    let items: Vec<String> = items.map(|item| item.key.to_string()).collect();
    w::FigureView { figure, count: items.len() as u32, of, vendors: Vec::new(), items }
}
