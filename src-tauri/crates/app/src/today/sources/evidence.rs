//! Until when what is held suffices: age limit, uncovered time, hard stop (`practice.md` §4.2, §4.3); and that nothing is held.

use super::{Source, of_those_with_evidence};
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::{
    rules::{Basis, Case},
    snapshot::OfServices,
    verdict::{EvidenceUntil, LimitedBy},
    watch::EvidenceDays,
    words,
};

pub(super) const SOURCE: Source = |watch| {
    of_those_with_evidence(watch, |vendor| {
        let services = vendor.by_service();
        services
            .flat_map(|(service, case, days)| of(&Held { vendor, service, case, days }, watch.today))
            .collect::<Vec<_>>()
    })
};

/// What is held of a vendor, or of one of its services where papers tell them apart.
struct Held<'w, 'a> {
    vendor: &'w Watched<'a>,
    service: Option<&'a OfServices>,
    case: &'w Case<'a>,
    days: &'w EvidenceDays,
}

fn of(held: &Held<'_, '_>, today: NaiveDate) -> Vec<AttentionItem> {
    let Held { vendor, service, days, .. } = held;
    let Some(until) = days.until else { return missing(held).into_iter().collect() };
    let mut items = vec![
        vendor
            .about_service(*service, AttentionKind::EvidenceEnds, &why(held, until), Remedy::AskVendor)
            .named(until.limited_by.title())
            .on(until.day),
    ];
    // Until then the hard stop is further off than what runs out first, and afterwards it is what no letter moves.
    let stop = days.hard_stop.zip(days.report_end).filter(|(stop, _)| until.day < today && *stop >= until.day);
    items.extend(stop.map(|(stop, end)| {
        let reason = format!("The report ends on {}; beyond this day no letter and no plan helps", words::date(end));
        vendor.about_service(*service, AttentionKind::HardStop, &reason, Remedy::AskVendor).on(stop)
    }));
    items
}

fn why(held: &Held<'_, '_>, until: EvidenceUntil) -> String {
    let class = held.case.class.map(|(tier, limits)| (tier.as_str(), limits));
    let (tier, limits) = match class {
        Some((tier, limits)) => (tier, Some(limits)),
        None => ("this", None),
    };
    let months = |months: Option<u16>| words::count(months.unwrap_or_default().into(), "month");
    let since = |day: Option<NaiveDate>| day.map_or_else(|| "a day that is not known".to_owned(), words::date);
    match until.limited_by {
        LimitedBy::Age => format!(
            "The report ends on {}; the limit for {tier} vendors is {}",
            since(held.days.report_end),
            months(limits.map(|limits| limits.max_age_months))
        ),
        LimitedBy::Grace => format!(
            "The report ends on {}; letter and proof of the next examination give grace until then",
            since(held.days.report_end)
        ),
        LimitedBy::Gap => format!(
            "Nothing speaks of the time since {}; the limit for {tier} vendors is {}",
            since(held.days.cover_end),
            months(limits.map(|limits| limits.max_uncovered_gap_months))
        ),
        LimitedBy::Certificate => "The certificate that is relied on ends".to_owned(),
        LimitedBy::Answers => format!(
            "What the vendor answered is then older than {}, the limit for {tier} vendors",
            months(limits.map(|limits| limits.max_age_months))
        ),
        LimitedBy::Approval => "The approval to go without a report ends".to_owned(),
    }
}

/// That the class needs evidence and none that counts is held or dated.
fn missing(held: &Held<'_, '_>) -> Option<AttentionItem> {
    let Held { vendor, service, case, .. } = held;
    let (tier, _) = case.class?;
    let reason = match case.basis {
        Basis::None => format!("Nothing is held, and {} vendors need evidence", tier.as_str()),
        Basis::Insufficient(held) => format!("{} is not enough for {} vendors", held.kind.title(), tier.as_str()),
        Basis::WithoutReport(_) => "The path without a report is not complete".to_owned(),
        Basis::Accepted(_, held) => format!("The dates of the {} are not known", held.kind.title()),
    };
    let remedy = if matches!(case.basis, Basis::None) { Remedy::AskVendor } else { Remedy::CheckEvidence };
    Some(vendor.about_service(*service, AttentionKind::EvidenceMissing, &reason, remedy))
}
