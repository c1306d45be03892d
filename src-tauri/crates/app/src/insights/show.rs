//! How figures are shown.

use super::worked::{Group, Headline, Row, Worked};
use crate::names::pair;
use countersign_contract::wire as w;
use countersign_domain::metric::{Family, Metric, Spread};

pair!(metric_name, metric: w::MetricName, Metric {
    AssuredShare, CriticalAssuredShare, EvidenceAgeing, Expiring, UncoveredGap, OpinionMix, CategoryCoverage,
    ReliabilityMix, FirmChecks, ReviewTimeliness, AssessmentCurrency, CycleTime, EvidenceToDecision, RequestResponse, DeviationRate,
    Workload, ExceptionsPerReport, RepeatRate, OpenFindings, TreatedOnTime, OverdueFindings, Acceptances,
    ResidualRisk, Concentration, CarveOutCoverage, InventoryCompleteness, CuecCompletion, OnboardingIntegrity, ExitCompleteness, ContinuityCoverage,
});
crate::names::outward!(family_name: w::MetricFamily, Family { Evidence, Reviews, Findings, FourthParties, OwnSide });

/// How a figure is shown.
pub(super) fn view(worked: &Worked) -> w::InsightView {
    let metric = worked.metric;
    w::InsightView {
        metric: metric_name(metric),
        title: metric.title().to_owned(),
        family: family_name(metric.family()),
        population: metric.population().to_owned(),
        formula: metric.formula().to_owned(),
        figure: figure(worked.headline),
        groups: worked.groups.iter().map(group).collect(),
        notes: worked.notes.clone(),
    }
}

fn figure(headline: Headline) -> w::InsightFigure {
    let of = |spread: Option<Spread>| spread.map_or(0, |spread| spread.of);
    match headline {
        Headline::Share(share) => w::InsightFigure::Share { count: share.count, of: share.of },
        Headline::Count(count) => w::InsightFigure::Count { count },
        Headline::Days(spread) => w::InsightFigure::Days { median: spread.map(|spread| spread.median), of: of(spread) },
        Headline::Months(spread, over) => w::InsightFigure::Months {
            mean: spread.map(|spread| spread.mean),
            longest: spread.map_or(0, |spread| u32::try_from(spread.max).unwrap_or(0)),
            over,
            of: of(spread),
        },
        Headline::PerReport(share) => w::InsightFigure::PerReport { count: share.count, of: share.of },
        Headline::Points(points) => w::InsightFigure::Points { points },
    }
}

fn group(group: &Group) -> w::InsightGroup {
    let part = |(label, count): &(&str, u32)| w::InsightPart { label: (*label).to_owned(), count: *count };
    w::InsightGroup {
        label: group.label.clone(),
        count: group.count,
        of: group.of,
        parts: group.parts.iter().map(part).collect(),
    }
}

/// How a row is shown.
pub(super) fn row(row: &Row) -> w::InsightRow {
    w::InsightRow {
        vendor: row.vendor.as_ref().map(|(id, _)| id.uuid()),
        vendor_name: row.vendor.as_ref().map(|(_, name)| name.clone()),
        document: row.document.map(countersign_domain::DocumentId::uuid),
        finding: row.finding.clone(),
        what: row.what.clone(),
        group: row.group.clone(),
        counted: row.counted,
        value: row.value.and_then(|value| i32::try_from(value).ok()),
        day: row.day,
    }
}

/// A figure's number on a day.
pub(super) fn trend(worked: &Worked) -> w::TrendFigure {
    let share = match worked.headline {
        Headline::Share(share) | Headline::PerReport(share) => Some(share),
        _ => None,
    };
    w::TrendFigure {
        metric: metric_name(worked.metric),
        value: worked.headline.value(),
        count: share.map(|share| share.count),
        of: share.map(|share| share.of),
    }
}
