//! Figures of exceptions and findings (`practice.md` §9).

use super::{
    gather::Population,
    worked::{Group, Headline, Row, Worked},
};
use crate::{findings::Item, today::Watched};
use chrono::NaiveDate;
use countersign_domain::{
    Severity,
    finding::{Recurrence, Source},
    metric::{
        AcceptanceStanding, FindingAge, Metric, Share, Spread, Timing, falls_due, severity_weight, vendor_points,
    },
};
use countersign_policy::due;
use std::collections::BTreeMap;

/// How many points make a response credible: the share of these is a figure (`practice.md` §9).
const CREDIBLE: u8 = 3;

/// All of them.
pub(super) fn all(population: &Population<'_>) -> Vec<Worked> {
    vec![
        per_report(population),
        repeated(population),
        open(population),
        treated(population),
        overdue(population),
        acceptances(population),
        residual(population),
    ]
}

fn items<'a>(population: &Population<'a>, vendor: &Watched<'a>) -> &'a [Item] {
    population.gathered.assembled.findings(vendor.row.vendor.id)
}

/// The findings of all vendors that are counted.
fn of_all<'p, 'a: 'p>(population: &'p Population<'a>) -> impl Iterator<Item = (&'p Watched<'a>, &'a Item)> {
    population.in_use.iter().flat_map(|vendor| items(population, vendor).iter().map(move |item| (vendor, item)))
}

/// The exceptions that the reports that count state.
fn of_counted_reports<'p, 'a: 'p>(population: &'p Population<'a>) -> impl Iterator<Item = (&'p Watched<'a>, &'a Item)> {
    of_all(population).filter(|(vendor, item)| {
        let counts = |document| vendor.reports().any(|(_, report)| report.id == document);
        item.stated && matches!(item.finding.source, Source::Exception { document, .. } if counts(document))
    })
}

/// The recorded ones that are open.
fn open_ones<'p, 'a: 'p>(population: &'p Population<'a>) -> impl Iterator<Item = (&'p Watched<'a>, &'a Item)> {
    of_all(population).filter(|(_, item)| item.recorded && item.standing().is_outstanding())
}

fn named(vendor: &Watched<'_>, item: &Item) -> Row {
    let finding = &item.finding;
    let title =
        if item.recorded { format!("{} {}", finding.label(), finding.title) } else { finding.title.to_string() };
    let row = Row { finding: Some(item.key()), ..Row::seen(vendor) }.saying(title);
    match finding.source {
        Source::Exception { document, .. } => row.with_document(document),
        _ => row,
    }
}

fn per_report(population: &Population<'_>) -> Worked {
    let (mut rows, mut families, mut exceptions) = (Vec::new(), BTreeMap::<String, u32>::new(), 0);
    for (vendor, _, report) in population.with_report() {
        let Some(found) = &report.exceptions else { continue };
        exceptions += found.count;
        for (family, count) in &found.by_family {
            *families.entry(family.clone()).or_default() += count;
        }
        let row = Row::seen(vendor).with_document(report.id).saying(report.kind.title()).valued(found.count);
        rows.push(row.on(report.covers_to().map(|end| end.value)));
    }
    let headline = Headline::PerReport(Share { count: exceptions, of: rows.len() as u32 });
    let groups =
        families.into_iter().map(|(label, count)| Group { label, count, of: None, parts: Vec::new() }).collect();
    let of_reports = of_counted_reports(population).filter(|(vendor, item)| {
        vendor.reports().any(|(_, report)| item.finding.document() == Some(report.id) && report.exceptions.is_some())
    });
    let credible = Share::of(of_reports.map(|(_, item)| item.response().points() >= CREDIBLE));
    let worked = Worked { metric: Metric::ExceptionsPerReport, headline, groups, notes: Vec::new(), rows };
    // A list that a person only counted has no words of its own for each: those are not known to have a response.
    let unlisted = match exceptions.saturating_sub(credible.of) {
        0 => String::new(),
        1 => "; 1 more is only counted".to_owned(),
        more => format!("; {more} more are only counted"),
    };
    worked.noting((credible.of > 0).then(|| {
        format!(
            "{} of {} exceptions with a response of {CREDIBLE} or more of 4 points{unlisted}",
            credible.count, credible.of
        )
    }))
}

fn repeated(population: &Population<'_>) -> Worked {
    let of_reports = of_counted_reports(population).filter(|(_, item)| item.has_predecessor);
    let rows = of_reports.map(|(vendor, item)| {
        let row = named(vendor, item).counted(item.proposed.history == Recurrence::Repeat);
        row.in_group(item.proposed.history.title())
    });
    Worked::share(Metric::RepeatRate, rows.collect())
}

/// The day from which the policy counts, as it does wherever it says until when something is to be treated.
fn recorded_on(item: &Item) -> NaiveDate {
    item.recorded_on
}

fn open(population: &Population<'_>) -> Worked {
    const UNJUDGED: &str = "Not judged";
    let rows: Vec<(Row, FindingAge)> = open_ones(population)
        .map(|(vendor, item)| {
            let recorded = population.gathered.day_of(item.finding.recorded_at);
            let days = (population.day - recorded).num_days();
            let severity = item.finding.severity().map_or(UNJUDGED, Severity::title);
            let age = FindingAge::of(days);
            (named(vendor, item).on(recorded).valued(days).in_group(severity), age)
        })
        .collect();
    let severities = Severity::ALL.iter().rev().map(|severity| severity.title()).chain([UNJUDGED]);
    let groups = severities.map(|label| {
        let of_group = || rows.iter().filter(|(row, _)| row.group.as_deref() == Some(label));
        let parts = FindingAge::ALL
            .iter()
            .map(|age| (age.title(), of_group().filter(|(_, known)| known == age).count() as u32));
        Group { label: label.to_owned(), count: of_group().count() as u32, of: None, parts: parts.collect() }
    });
    let groups = groups.collect();
    let mean = Spread::of(rows.iter().filter_map(|(row, _)| row.value));
    let rows: Vec<Row> = rows.into_iter().map(|(row, _)| row).collect();
    let headline = Headline::Count(rows.len() as u32);
    let worked = Worked { metric: Metric::OpenFindings, headline, groups, notes: Vec::new(), rows };
    worked.noting(mean.map(|mean| format!("mean age {:.0} days", mean.mean)))
}

/// By when a finding is or was to be treated.
fn due_of(population: &Population<'_>, item: &Item) -> Option<NaiveDate> {
    let severity = item.finding.severity()?;
    let by_policy = due::treatment(&population.gathered.assembled.policy, severity, recorded_on(item));
    Some(item.finding.due.unwrap_or(by_policy))
}

fn treated(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let mut rows = Vec::new();
    for (vendor, item) in of_all(population).filter(|(_, item)| item.recorded) {
        let Some(due) = due_of(population, item).filter(|due| falls_due(*due, population.day)) else { continue };
        // An acceptance that holds no longer, or that a later report overtook, leaves it open again.
        let open = item.standing().status.is_open();
        let treated = gathered.treated.get(&item.finding.id).copied().filter(|_| !open);
        if treated.is_none() && !open {
            // Treated before changes were followed: on which day is not known.
            continue;
        }
        let timing = Timing::of(due, treated, population.day);
        let row = named(vendor, item).on(due);
        rows.push(row.counted(timing == Timing::OnTime).in_group(timing.title()));
    }
    let order: Vec<&str> = Timing::ALL.iter().map(|timing| timing.title()).collect();
    let share = Worked::share(Metric::TreatedOnTime, rows);
    Worked::groups(Metric::TreatedOnTime, share.headline, share.rows, &order)
}

fn overdue(population: &Population<'_>) -> Worked {
    let policy = &population.gathered.assembled.policy;
    let dated = open_ones(population).filter_map(|(vendor, item)| {
        let day = item.days(policy).treat?;
        let severity = item.finding.severity().map_or("Not judged", Severity::title);
        Some(named(vendor, item).on(day).counted(day < population.day).in_group(severity))
    });
    let order: Vec<&str> = Severity::ALL.iter().rev().map(|severity| severity.title()).collect();
    let worked = Worked::share_by(Metric::OverdueFindings, dated.collect(), &order);
    let grave = worked
        .rows
        .iter()
        .filter(|row| row.counted == Some(true) && matches!(row.group.as_deref(), Some("Critical" | "High")));
    let grave: Vec<String> = grave
        .map(|row| format!("{}: {}", row.vendor.as_ref().map_or("", |(_, name)| name.as_str()), row.what))
        .collect();
    worked.noting((!grave.is_empty()).then(|| format!("critical and high: {}", grave.join("; "))))
}

fn acceptances(population: &Population<'_>) -> Worked {
    let mut rows = Vec::new();
    let (mut by_approver, mut by_severity) = (BTreeMap::<String, u32>::new(), BTreeMap::<&str, u32>::new());
    for (vendor, item) in of_all(population) {
        let Some((signed, terms)) = item
            .acceptance
            .as_ref()
            .filter(|(signed, _)| signed.ended.as_ref().is_none_or(|end| end.on > population.day))
        else {
            continue;
        };
        let open = item.standing().status.is_open();
        let until = item.accepted_until.filter(|_| !open);
        let Some(standing) = AcceptanceStanding::of(until, open, population.day) else { continue };
        let approver = population.person(signed.approved_by);
        let in_force = standing != AcceptanceStanding::RanOut;
        if in_force {
            *by_approver.entry(approver.clone()).or_default() += 1;
            *by_severity.entry(terms.severity.title()).or_default() += 1;
        }
        let row = named(vendor, item).on(until.unwrap_or(signed.expires)).counted(in_force).in_group(standing.title());
        let what = format!("{}, {}, approved by {approver}", row.what, terms.severity.title().to_lowercase());
        rows.push(row.saying(what));
    }
    let told = |counts: Vec<String>| (!counts.is_empty()).then(|| counts.join(", "));
    let approvers = told(by_approver.iter().map(|(name, count)| format!("{name} {count}")).collect());
    let severities = Severity::ALL.iter().rev().filter_map(|severity| {
        Some(format!("{} {}", severity.title().to_lowercase(), by_severity.get(severity.title())?))
    });
    let severities = told(severities.collect());
    let in_force = rows.iter().filter(|row| row.counted == Some(true)).count() as u32;
    let order: Vec<&str> = AcceptanceStanding::ALL.iter().map(|standing| standing.title()).collect();
    Worked::groups(Metric::Acceptances, Headline::Count(in_force), rows, &order)
        .noting(severities.map(|all| format!("by severity: {all}")))
        .noting(approvers.map(|all| format!("by approver: {all}")))
}

fn residual(population: &Population<'_>) -> Worked {
    let (mut rows, mut points, mut unweighed) = (Vec::new(), 0, 0);
    for vendor in &population.in_use {
        let open = items(population, vendor).iter().filter(|item| item.recorded && item.standing().is_outstanding());
        let severities: Vec<Severity> = open.filter_map(|item| item.finding.severity()).collect();
        let Some(tier) = vendor.row.vendor.tier else {
            unweighed += u32::from(!severities.is_empty());
            continue;
        };
        let of_vendor = vendor_points(tier, severities.iter().copied());
        if of_vendor > 0 {
            points += of_vendor;
            let weights = severities.iter().map(|severity| severity_weight(*severity).to_string());
            let weights = weights.collect::<Vec<_>>().join(" + ");
            let weight = countersign_domain::metric::tier_weight(tier);
            rows.push(Row::seen(vendor).valued(of_vendor).saying(format!("{weight} × ({weights})")));
        }
    }
    rows.sort_by_key(|row| std::cmp::Reverse(row.value));
    let headline = Headline::Points(points);
    let worked = Worked { metric: Metric::ResidualRisk, headline, groups: Vec::new(), notes: Vec::new(), rows };
    worked.noting((unweighed > 0).then(|| format!("{unweighed} vendors without a tier are not weighed")))
}
