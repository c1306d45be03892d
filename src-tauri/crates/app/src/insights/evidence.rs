//! Figures of what is held (`practice.md` §9).

use super::{
    gather::{Population, firm_checked},
    worked::{Headline, Row, TIERS, Worked, tier_title},
};
use countersign_domain::{
    Opinion, Tier,
    metric::{Ending, Metric, ReportAge, Spread, within_a_year},
};
use countersign_policy::{RuleOutcome, months, rules::Rule, watch::assured, words};

/// The rule that says which categories are needed.
const CATEGORIES: &str = "CATEGORY-COVERED";

/// All of them.
pub(super) fn all(population: &Population<'_>) -> Vec<Worked> {
    let mut all = vec![
        assured_share(population, Metric::AssuredShare),
        assured_share(population, Metric::CriticalAssuredShare),
        ageing(population),
        expiring(population),
        gap(population),
        opinions(population),
    ];
    all.extend(categories(population));
    all.extend([reliability(population), firms(population)]);
    all
}

fn assured_share(population: &Population<'_>, metric: Metric) -> Worked {
    let counted = population.in_use.iter().filter(|vendor| match metric {
        Metric::CriticalAssuredShare => vendor.row.vendor.tier == Some(Tier::Critical),
        _ => vendor.needs_evidence(),
    });
    let rows = counted.map(|vendor| {
        let until = vendor.days.until.map(|until| until.day);
        let row = Row::seen(vendor).counted(assured(&vendor.case, &vendor.days)).on(until);
        let row = match vendor.case.main() {
            Some(main) => row.saying(main.kind.title()).with_document(main.id),
            None => row.saying("nothing that counts"),
        };
        match vendor.row.vendor.tier {
            Some(tier) => row.in_group(tier_title(tier)),
            None => row,
        }
    });
    let rows = rows.collect();
    if metric == Metric::CriticalAssuredShare {
        Worked::share(metric, rows)
    } else {
        Worked::share_by(metric, rows, &TIERS)
    }
}

fn ageing(population: &Population<'_>) -> Worked {
    let rows: Vec<Row> = population
        .with_report()
        .filter_map(|(vendor, case, report)| {
            let coverage = case.coverage?;
            let months = coverage.age(population.day);
            let row = Row::seen(vendor).with_document(report.id).saying(report.kind.title()).on(coverage.report_end);
            Some(row.valued(months).in_group(ReportAge::of(months).title()))
        })
        .collect();
    let ages = Spread::of(rows.iter().filter_map(|row| row.value));
    let order: Vec<&str> = ReportAge::ALL.iter().map(|band| band.title()).collect();
    let old = rows.iter().filter(|row| row.value >= Some(12)).count() as u32;
    Worked::groups(Metric::EvidenceAgeing, Headline::Months(ages, old), rows, &order)
        .noting(Some(format!("{old} of 12 months or more")))
}

fn expiring(population: &Population<'_>) -> Worked {
    let needing = population.in_use.iter().filter(|vendor| vendor.needs_evidence());
    let rows: Vec<Row> = needing
        .filter_map(|vendor| {
            let until = vendor.days.until?;
            let ending = Ending::of(until.day, population.day);
            let row = Row::seen(vendor).saying(until.limited_by.title()).on(until.day).in_group(ending.title());
            let row = row.counted(ending.is_near());
            Some(match vendor.days.main {
                Some(main) => row.with_document(main),
                None => row,
            })
        })
        .collect();
    let near = rows.iter().filter(|row| row.counted == Some(true)).count() as u32;
    let order: Vec<&str> = Ending::ALL.iter().map(|ending| ending.title()).collect();
    let upto = |days: i64| {
        rows.iter()
            .filter(|row| row.day.is_some_and(|day| (0..=days).contains(&(day - population.day).num_days())))
            .count()
    };
    let note = format!("within 30 days {}, within 60 days {}, within 90 days {near}", upto(30), upto(60));
    Worked::groups(Metric::Expiring, Headline::Count(near), rows, &order).noting(Some(note))
}

fn gap(population: &Population<'_>) -> Worked {
    let rows: Vec<Row> = population
        .with_report()
        .filter_map(|(vendor, case, report)| {
            let coverage = case.coverage?;
            let (end, today) = (coverage.cover_end, population.day);
            let months = coverage.uncovered_gap(today);
            let limit = case.class.map(|(_, limits)| limits.max_uncovered_gap_months);
            // As the policy counts: one day beyond the limit is over it, and one day without coverage is not covered.
            let over = limit.is_some_and(|limit| today > months::add(end, limit.into()));
            let row = Row::seen(vendor).with_document(report.id).valued(months).counted(over).on(coverage.cover_end);
            let row = row.in_group(if over {
                "over the limit"
            } else if today > end {
                "within the limit"
            } else {
                "covered"
            });
            let limit = limit.map_or_else(
                || "no tier, no limit".to_owned(),
                |limit| format!("limit {}", words::count(limit.into(), "month")),
            );
            Some(row.saying(if today > end {
                format!("{} uncovered, {limit}", words::span(end, today))
            } else {
                limit
            }))
        })
        .collect();
    let over = rows.iter().filter(|row| row.counted == Some(true)).count() as u32;
    let spread = Spread::of(rows.iter().filter_map(|row| row.value));
    let longest = rows.iter().filter_map(|row| row.day).min().map(|end| {
        if population.day > end {
            format!("longest {}", words::span(end, population.day))
        } else {
            "nothing uncovered".to_owned()
        }
    });
    let note = longest.map(|longest| format!("{longest}, {over} over the limit of its tier"));
    let order = ["covered", "within the limit", "over the limit"];
    Worked::groups(Metric::UncoveredGap, Headline::Months(spread, over), rows, &order).noting(note)
}

const fn opinion_title(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Unqualified => "Unqualified",
        Opinion::Qualified => "Qualified",
        Opinion::Adverse => "Adverse",
        Opinion::Disclaimer => "Disclaimer",
    }
}

fn opinions(population: &Population<'_>) -> Worked {
    let rows: Vec<Row> = population
        .with_report()
        .filter_map(|(vendor, _, report)| {
            let opinion = report.opinion.as_ref()?.value;
            let row = Row::seen(vendor).with_document(report.id).saying(report.kind.title());
            let row = row.counted(opinion == Opinion::Unqualified);
            Some(row.on(report.report_date.as_ref().map(|day| day.value)).in_group(opinion_title(opinion)))
        })
        .collect();
    let order = ["Unqualified", "Qualified", "Adverse", "Disclaimer"];
    let share = Worked::share(Metric::OpinionMix, rows);
    Worked::groups(Metric::OpinionMix, share.headline, share.rows, &order)
        .noting(Some("the figure counts unqualified opinions".to_owned()))
}

fn categories(population: &Population<'_>) -> Option<Worked> {
    let rule = Rule::of_code(CATEGORIES)?;
    let rows = population.with_report().filter_map(|(vendor, case, report)| {
        let ruling = rule.apply(case);
        if ruling.outcome == RuleOutcome::NotApplicable {
            return None;
        }
        let met = ruling.outcome == RuleOutcome::Pass;
        Some(Row::seen(vendor).with_document(report.id).counted(met).saying(ruling.found))
    });
    Some(Worked::share(Metric::CategoryCoverage, rows.collect()))
}

fn reliability(population: &Population<'_>) -> Worked {
    const ORDER: [&str; 4] = ["passes", "asks for more", "no evidence", "not scored"];
    let limits = population.gathered.assembled.policy.settings();
    let (pass, warn) = (limits.report.reliability_pass_from, limits.report.reliability_warn_from);
    let rows: Vec<Row> = population
        .with_report()
        .map(|(vendor, _, report)| {
            let row = Row::seen(vendor).with_document(report.id).saying(report.kind.title());
            match report.judged.reliability {
                None => row.in_group(ORDER[3]),
                Some(score) => row.valued(score).counted(score >= pass).in_group(match score {
                    score if score >= pass => ORDER[0],
                    score if score >= warn => ORDER[1],
                    _ => ORDER[2],
                }),
            }
        })
        .collect();
    let scored = rows.iter().filter(|row| row.value.is_some()).count();
    let share = Worked::share(Metric::ReliabilityMix, rows);
    Worked::groups(Metric::ReliabilityMix, share.headline, share.rows, &ORDER)
        .noting(Some(format!("{pass} points or more; {scored} scored")))
}

fn firms(population: &Population<'_>) -> Worked {
    let rows = population.with_report().map(|(vendor, _, report)| {
        let checked = firm_checked(vendor, report);
        let row = Row::seen(vendor).with_document(report.id).on(checked);
        let row = row.counted(checked.is_some_and(|day| within_a_year(day, population.day)));
        row.saying(report.firm.as_ref().map_or_else(|| "the firm is not known".to_owned(), |firm| firm.value.clone()))
    });
    Worked::share(Metric::FirmChecks, rows.collect())
}
