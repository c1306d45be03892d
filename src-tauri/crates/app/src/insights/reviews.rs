//! Figures of reviews and decisions (`practice.md` §9).

use super::{
    gather::Population,
    worked::{Group, Headline, Row, TIERS, Worked, tier_title},
};
use crate::{acceptance::Terms, today::review_due};
use chrono::{Datelike as _, Months, NaiveDate};
use countersign_domain::{
    Stage,
    metric::{Metric, Spread, Timing, cycle, falls_due, month_ahead, within_a_year},
};
use countersign_policy::months;
use countersign_store::{AcceptanceKind, AcceptanceRow};

/// All of them.
pub(super) fn all(population: &Population<'_>) -> Vec<Worked> {
    vec![
        timeliness(population),
        currency(population),
        cycle_time(population),
        evidence_to_decision(population),
        response(population),
        deviations(population),
        workload(population),
    ]
}

fn timeliness(population: &Population<'_>) -> Worked {
    let (gathered, day) = (population.gathered, population.day);
    let mut rows = Vec::new();
    for vendor in population.in_use.iter().map(|vendor| vendor.row) {
        let decisions = gathered.decisions.get(&vendor.vendor.id).map_or(&[][..], Vec::as_slice);
        for decision in decisions.iter().filter(|decision| decision.outcome.is_approval()) {
            let Some(due) = decision.next_review.filter(|due| falls_due(*due, day)) else { continue };
            let done = gathered.finished(vendor.vendor.id).filter(|done| *done > decision.decided_on).min();
            // Where a later decision set another day before this one came, only a review finished until then was on this one.
            let later = decisions.iter().filter(|later| later.number > decision.number && later.decided_on < due);
            let replaced = later.map(|later| later.decided_on).min();
            if replaced.is_some_and(|replaced| done.is_none_or(|done| done > replaced)) {
                continue;
            }
            let timing = Timing::of(due, done, day);
            let said = done.filter(|done| *done <= day);
            let said = said.map_or_else(|| "not done".to_owned(), |done| format!("done on {done}"));
            let row = Row::of(vendor).on(due).counted(timing == Timing::OnTime).in_group(timing.title());
            rows.push(row.saying(format!("decision {}: {said}", decision.number)));
        }
    }
    let order: Vec<&str> = Timing::ALL.iter().map(|timing| timing.title()).collect();
    let share = Worked::share(Metric::ReviewTimeliness, rows);
    Worked::groups(Metric::ReviewTimeliness, share.headline, share.rows, &order)
}

fn currency(population: &Population<'_>) -> Worked {
    let rows = population.in_use.iter().filter_map(|vendor| {
        let (tier, limits) = vendor.case.class?;
        let last = population.gathered.finished(vendor.row.vendor.id).max();
        let until = last.map(|last| months::add(last, limits.review_months.into()));
        let row = Row::seen(vendor).on(last).counted(until.is_some_and(|until| population.day <= until));
        let said = last.map_or("no full review on record", |_| "last full review");
        Some(row.saying(said).in_group(tier_title(tier)))
    });
    Worked::share_by(Metric::AssessmentCurrency, rows.collect(), &TIERS)
}

fn cycle_time(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let mut waiting = Vec::new();
    let rows: Vec<Row> = population
        .all
        .iter()
        .filter_map(|vendor| {
            let first = gathered.decisions.get(&vendor.vendor.id)?.first()?;
            if !within_a_year(first.decided_on, population.day) {
                return None;
            }
            let took = cycle(gathered.passed.get(&vendor.vendor.id)?, first.decided_on)?;
            waiting.push(took.with_vendor);
            let row = Row::of(vendor).on(first.decided_on).valued(took.days);
            let row = row.saying(format!("of these {} days waiting for the vendor", took.with_vendor));
            Some(match vendor.vendor.tier {
                Some(tier) => row.in_group(tier_title(tier)),
                None => row,
            })
        })
        .collect();
    let waited = Spread::of(waiting).map(|waited| format!("of these waiting for the vendor: median {}", waited.median));
    days_by_tier(Metric::CycleTime, rows).noting(waited)
}

/// Days of decisions: median and 90th percentile, of all and by class.
fn days_by_tier(metric: Metric, rows: Vec<Row>) -> Worked {
    let spread = Spread::of(rows.iter().filter_map(|row| row.value));
    let groups = TIERS.iter().filter_map(|tier| {
        let days = rows.iter().filter(|row| row.group.as_deref() == Some(tier)).filter_map(|row| row.value);
        let spread = Spread::of(days)?;
        let label = format!("{tier}, {} decided, nine of ten within {} days", spread.of, spread.ninetieth);
        Some(Group { label, count: spread.median.round() as u32, of: None, parts: Vec::new() })
    });
    let worked = Worked { metric, headline: Headline::Days(spread), groups: groups.collect(), notes: Vec::new(), rows };
    worked.noting(spread.map(|spread| format!("nine of ten within {} days", spread.ninetieth)))
}

/// From the last document that was there to the decision: how long a decision lay with us.
fn evidence_to_decision(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let mut rows = Vec::new();
    for vendor in &population.all {
        let Some(facts) = gathered.assembled.facts.get(&vendor.vendor.id) else { continue };
        let received: Vec<(NaiveDate, _)> =
            facts.evidence.iter().filter_map(|paper| Some((*gathered.received.get(&paper.id)?, paper.id))).collect();
        let decisions = gathered.decisions.get(&vendor.vendor.id).map_or(&[][..], Vec::as_slice);
        for decision in decisions.iter().filter(|one| within_a_year(one.decided_on, population.day)) {
            let held = received.iter().filter(|(day, _)| *day <= decision.decided_on);
            let Some((last, document)) = held.max_by_key(|(day, _)| *day) else { continue };
            let row = Row::of(vendor).on(decision.decided_on).valued((decision.decided_on - *last).num_days());
            let row = row.saying(format!("decision {}: last document on {last}", decision.number));
            let row = row.with_document(*document);
            rows.push(match vendor.vendor.tier {
                Some(tier) => row.in_group(tier_title(tier)),
                None => row,
            });
        }
    }
    days_by_tier(Metric::EvidenceToDecision, rows)
}

fn response(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let mut rows = Vec::new();
    for vendor in &population.all {
        let Some(facts) = gathered.assembled.facts.get(&vendor.vendor.id) else { continue };
        let passed = gathered.passed.get(&vendor.vendor.id).map_or(&[][..], Vec::as_slice);
        let requests = passed.iter().filter(|at| matches!(at.stage, Stage::EvidenceRequested | Stage::MoreEvidence));
        for request in requests.filter(|at| within_a_year(at.on, population.day)) {
            let papers = facts.evidence.iter().filter_map(|paper| Some((*gathered.received.get(&paper.id)?, paper.id)));
            let later = papers.filter(|(received, _)| *received >= request.on);
            let Some((received, first)) = later.min_by_key(|(received, _)| *received) else { continue };
            let row = Row::of(vendor).on(request.on).valued((received - request.on).num_days()).with_document(first);
            rows.push(row.saying(format!("received on {received}")));
        }
    }
    let spread = Spread::of(rows.iter().filter_map(|row| row.value));
    let headline = Headline::Days(spread);
    let worked = Worked { metric: Metric::RequestResponse, headline, groups: Vec::new(), notes: Vec::new(), rows };
    worked.noting(spread.map(|spread| format!("nine of ten within {} days", spread.ninetieth)))
}

fn deviations(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let mut rows = Vec::new();
    for vendor in &population.all {
        let decisions = gathered.decisions.get(&vendor.vendor.id).map_or(&[][..], Vec::as_slice);
        for decision in decisions {
            let on = decision.decided_on;
            if !decision.outcome.is_approval() || !within_a_year(on, population.day) {
                continue;
            }
            let in_force = gathered.acceptances.iter().filter(|row| {
                row.vendor == vendor.vendor.id
                    && row.kind == AcceptanceKind::Deviation
                    && (row.approved_on..=row.expires).contains(&on)
                    && row.ended.as_ref().is_none_or(|end| end.on > on)
                    && !approves_path(row)
            });
            let rules: Vec<&str> = in_force.map(|row| row.rule.as_str()).collect();
            let said = if rules.is_empty() { "none".to_owned() } else { rules.join(", ") };
            let row = Row::of(vendor).on(on).counted(!rules.is_empty());
            rows.push(row.saying(format!("decision {}: {said}", decision.number)));
        }
    }
    Worked::share(Metric::DeviationRate, rows)
}

/// Whether a row approves the path without a report: that is part of the path and no deviation (`decisions/0017`).
fn approves_path(row: &AcceptanceRow) -> bool {
    serde_json::from_value::<Terms>(row.terms.clone()).is_ok_and(|terms| terms.alternative.is_some())
}

fn workload(population: &Population<'_>) -> Worked {
    let labels: Vec<String> = (0..12).map(|ahead| month_label(population.day, ahead)).collect();
    let rows: Vec<Row> = population
        .in_use
        .iter()
        .filter_map(|vendor| {
            let due = review_due(vendor)?;
            let month = month_ahead(due, population.day)?;
            let row = Row::seen(vendor).on(due).in_group(labels.get(month as usize)?.clone());
            Some(row.saying(if due < population.day { "past its day" } else { "" }))
        })
        .collect();
    let late = rows.iter().filter(|row| !row.what.is_empty()).count();
    let order: Vec<&str> = labels.iter().map(String::as_str).collect();
    let note = (late > 0).then(|| format!("{late} of these past their day"));
    Worked::groups(Metric::Workload, Headline::Count(rows.len() as u32), rows, &order).noting(note)
}

fn month_label(day: NaiveDate, ahead: u32) -> String {
    let first = day.with_day(1).unwrap_or(day);
    first.checked_add_months(Months::new(ahead)).unwrap_or(first).format("%b %Y").to_string()
}
