//! `countersign insights`

use super::{name, or_dash, tier};
use crate::{
    Done,
    args::{Common, TierArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::{
    Commands as _,
    wire::{InsightFigure, InsightQuery, InsightRow, InsightView, InsightsQuery, MetricName},
};
use serde_json::json;

/// Shows the figures of all vendors, or everything of which one was counted. A day of the past is answered with what was
/// known on it, so the clock is not set back as other commands do.
pub(crate) fn run(
    common: &Common,
    of_tier: Option<TierArgument>,
    rows: Option<&str>,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let now = Common { workspace: common.workspace.clone(), as_of: None, actor: common.actor.clone(), ..*common };
    let app = open::workspace(&now)?;
    let of = InsightsQuery { as_of: common.as_of, tier: of_tier.map(tier::tier), owner: None, tag: None };
    match rows {
        Some(figure) => {
            let metric = serde_json::from_value::<MetricName>(figure.into());
            let metric = metric.map_err(|_| Trouble::Usage(format!("no such figure: {figure}")))?;
            let detail = app.insight(InsightQuery { metric, of })?;
            print_rows(&detail.rows, out)?;
        }
        None => {
            let view = app.insights(of)?;
            let day = view.day;
            if out.is_json() {
                out.objects(view.metrics.iter().map(|metric| json!({ "day": day, "metric": metric })))?;
            } else {
                out.note(&format!("as of {day}, {} of {} vendors in use", view.counted, view.of));
                let cells: Vec<Vec<String>> = view.metrics.iter().map(cells).collect();
                out.table(&["figure", "", "of", "by"], &cells)?;
            }
        }
    }
    Ok(Done::Clean)
}

fn cells(metric: &InsightView) -> Vec<String> {
    let groups = metric.groups.iter().filter(|group| group.count > 0 || group.of.is_some());
    let groups = groups.map(|group| match group.of {
        Some(of) => format!("{} {} of {of}", group.label, group.count),
        None => format!("{} {}", group.label, group.count),
    });
    let said: Vec<String> = groups.chain(metric.notes.iter().cloned()).collect();
    vec![metric.title.clone(), said_of(&metric.figure), metric.population.clone(), said.join("; ")]
}

/// The figure in words; "3 of 7", because of small numbers a percentage says too much.
fn said_of(figure: &InsightFigure) -> String {
    match figure {
        InsightFigure::Share { of: 0, .. } => "none".to_owned(),
        InsightFigure::Share { count, of } => format!("{count} of {of}"),
        InsightFigure::Count { count } => count.to_string(),
        InsightFigure::Days { median, of } => {
            median.map_or_else(|| "none".to_owned(), |median| format!("{median} days (median of {of})"))
        }
        InsightFigure::Months { mean, longest, .. } => {
            mean.map_or_else(|| "none".to_owned(), |mean| format!("{mean:.1} months (longest {longest})"))
        }
        InsightFigure::PerReport { count, of } => format!("{count} in {of} reports"),
        InsightFigure::Points { points } => format!("{points} points"),
    }
}

fn print_rows(rows: &[InsightRow], out: &mut Out) -> Result<(), Trouble> {
    if out.is_json() {
        return out.objects(rows);
    }
    let cells: Vec<Vec<String>> = rows
        .iter()
        .map(|row| {
            let counted = row.counted.map(|counted| name(if counted { "yes" } else { "no" }));
            vec![
                or_dash(row.vendor_name.as_ref()),
                or_dash(row.group.as_ref()),
                or_dash(counted),
                or_dash(row.value),
                or_dash(row.day),
                row.what.clone(),
            ]
        })
        .collect();
    out.table(&["vendor", "group", "counted", "number", "day", "what"], &cells)
}
