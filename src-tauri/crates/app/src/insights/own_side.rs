//! Figures of our own side (`practice.md` §9).

use super::{
    gather::Population,
    worked::{Row, TIERS, Worked, tier_title},
};
use countersign_domain::{
    Tier,
    checklist::{Checklist, Item, ItemId, Tick},
    metric::{Metric, Share, falls_due, prove_until, proved_in_time, tier_weight, went_live, within_a_year},
    register::{EscrowStanding, LastDone},
};
use countersign_policy::snapshot::{Applies, CuecStatus};

/// All of them.
pub(super) fn all(population: &Population<'_>) -> Vec<Worked> {
    vec![
        super::inventory::completeness(population),
        cuecs(population),
        onboarding(population),
        exits(population),
        continuity(population),
    ]
}

fn cuecs(population: &Population<'_>) -> Worked {
    let (mut rows, mut weighted) = (Vec::new(), Vec::new());
    for vendor in &population.in_use {
        let Some(cuecs) = &vendor.facts.cuecs else { continue };
        for control in &cuecs.controls {
            if !matches!(control.applies, Some(Applies::Yes | Applies::Partly)) {
                continue;
            }
            let mut reports = vendor.reports();
            let implemented = matches!(control.status, Some(CuecStatus::Implemented { .. }));
            let row = Row::seen(vendor).counted(implemented).saying(control.text.clone());
            // Where several reports count, the list does not say which lists it.
            let row = match (reports.next(), reports.next()) {
                (Some((_, report)), None) => row.with_document(report.id),
                _ => row,
            };
            rows.push(match vendor.row.vendor.tier {
                Some(tier) => {
                    weighted.push((implemented, tier_weight(tier)));
                    row.in_group(tier_title(tier))
                }
                None => row,
            });
        }
    }
    let weighted = Share::weighted(weighted);
    let note = weighted
        .percent()
        .map(|percent| format!("weighted by tier: {} of {} points, {percent} %", weighted.count, weighted.of));
    Worked::share_by(Metric::CuecCompletion, rows, &TIERS).noting(note)
}

fn onboarding(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let rows = population.all.iter().filter_map(|vendor| {
        let decisions = gathered.decisions.get(&vendor.vendor.id).map_or(&[][..], Vec::as_slice);
        let live = went_live(gathered.passed.get(&vendor.vendor.id)?)?;
        if !falls_due(live, population.day) {
            return None;
        }
        let first = decisions.iter().find(|decision| decision.outcome.is_approval()).map(|first| first.decided_on);
        let said = first.map_or_else(|| "never approved".to_owned(), |first| format!("approved on {first}"));
        Some(Row::of(vendor).on(live).counted(first.is_some_and(|first| first <= live)).saying(said))
    });
    Worked::share(Metric::OnboardingIntegrity, rows.collect())
}

fn exits(population: &Population<'_>) -> Worked {
    let gathered = population.gathered;
    let rows = population.all.iter().filter_map(|vendor| {
        let ends_on = gathered.offboardings.get(&vendor.vendor.id)?.ends_on.get();
        if !falls_due(ends_on, population.day) {
            return None;
        }
        let ticks = gathered.ticks.get(&vendor.vendor.id).map_or(&[][..], Vec::as_slice);
        // The check after the exit is done from the 30th day on: it is no proof by that day.
        let is_check = |item: &Item| item.id.as_str() == ItemId::POST_EXIT_CHECK;
        let asked = gathered.exit.items.iter();
        let asked = asked.filter(|item| item.mandatory && !is_check(item) && item.is_for(vendor.vendor.tier));
        let settled = |tick: &&Tick, item: &Item| {
            tick.checklist == Checklist::Offboarding && tick.item == item.id && item.is_settled_by(tick)
        };
        let days: Vec<_> = asked
            .map(|item| ticks.iter().find(|tick| settled(tick, item)).map(|tick| gathered.day_of(tick.at)))
            .collect();
        let open = days.iter().filter(|day| day.is_none()).count();
        if open > 0 && prove_until(ends_on) > population.day {
            return None;
        }
        let row = Row::of(vendor).on(ends_on).counted(proved_in_time(ends_on, days.iter().copied()));
        Some(row.saying(if open == 0 {
            "every item proved".to_owned()
        } else {
            format!("{open} of {} items open", days.len())
        }))
    });
    Worked::share(Metric::ExitCompleteness, rows.collect())
}

fn continuity(population: &Population<'_>) -> Worked {
    let critical = population.in_use.iter().filter(|vendor| vendor.row.vendor.tier == Some(Tier::Critical));
    let rows = critical.map(|vendor| {
        let known = &vendor.facts.profile.continuity;
        let exported = known.export_test.and_then(LastDone::day);
        let left = known.exit_test.and_then(LastDone::day);
        let verified = match &known.escrow {
            Some(EscrowStanding::Agreed(escrow)) => escrow.verification.map(|verification| verification.on.get()),
            _ => None,
        };
        let last = exported.max(left).max(verified);
        let row = Row::seen(vendor).on(last);
        let row = row.counted(last.is_some_and(|day| within_a_year(day, population.day)));
        row.saying(match last {
            None => "neither the plan to leave nor an export tested, nor a deposit verified",
            last if last == left => "plan to leave tried out",
            last if last == exported => "export tested",
            _ => "deposit verified",
        })
    });
    Worked::share(Metric::ContinuityCoverage, rows.collect())
}
