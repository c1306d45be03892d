//! `countersign cuecs`

use super::{name, or_dash};
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{CuecBook, CuecBookRef, CuecChange, CuecDue, CuecMemoRequest, CuecRow, CuecScope, CuecSide, Paper},
};
use std::path::Path;

/// Shows our side of what is expected of us, and writes it out where that was asked for.
pub(crate) fn run(
    common: &Common,
    wanted: Option<&str>,
    export: Option<&Path>,
    memo: Option<&Path>,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendor = wanted.map(|wanted| super::vendor(&app, wanted)).transpose()?.map(|row| row.id);
    if let Some(path) = export {
        let controls = app.export_cuecs_to(path, vendor)?;
        out.note(&format!("wrote {controls} controls to {}", path.display()));
    }
    if let Some(path) = memo {
        super::uncovered(&app.cuec_memo_to(path, &CuecMemoRequest { vendor, paper: Paper::A4 })?, out);
        out.note(&format!("wrote the memo to {}", path.display()));
    }
    match vendor {
        Some(vendor) => {
            let first = app.cuecs(CuecBookRef { vendor, report: None })?;
            let mut done = book(&first, out)?;
            for report in first.reports.iter().skip(1) {
                let next = app.cuecs(CuecBookRef { vendor, report: Some(report.document) })?;
                if book(&next, out)? == Done::Notable {
                    done = Done::Notable;
                }
            }
            Ok(done)
        }
        None => due(&app.cuecs_due(CuecScope { vendor: None })?, out),
    }
}

fn book(book: &CuecBook, out: &mut Out) -> Result<Done, Trouble> {
    let counted = &book.completion;
    if out.is_json() {
        out.objects([book])?;
    } else if let Some(report) = &book.report {
        let cells: Vec<Vec<String>> = book.rows.iter().map(cells).collect();
        out.table(&["no.", "control", "page", "applies", "our control", "owner", "status", "day", "since"], &cells)?;
        for gone in &book.dropped {
            out.line(&format!("not listed any more: {}", gone.text))?;
        }
        if !book.responsibilities.is_empty() {
            out.line(&format!("user entity responsibilities, listed apart: {}", book.responsibilities.len()))?;
        }
        if book.rows.is_empty() {
            let none =
                if book.none_stated { "the report says that there are none" } else { "none was read in the report" };
            out.line(none)?;
        }
        out.line(&format!(
            "{} of {} that apply are in place; {} undecided, {} of them carried over to be confirmed; {}",
            counted.in_place, counted.applying, counted.undecided, counted.carried, report.file_name
        ))?;
    } else {
        out.line("no report is filed that could list complementary user entity controls")?;
    }
    let act = counted.undecided + counted.open + counted.overdue > 0;
    Ok(if act { Done::Notable } else { Done::Clean })
}

fn cells(row: &CuecRow) -> Vec<String> {
    let side = row.side.as_ref();
    let own = |side: &CuecSide| side.controls.iter().map(|own| own.name.clone()).collect::<Vec<_>>().join("; ");
    let day = side.and_then(|side| side.recheck_on.or(side.due));
    vec![
        row.number.to_string(),
        row.text.clone(),
        or_dash(row.citations.first().map(|place| place.page)),
        side.and_then(|side| side.applies).map_or_else(|| "undecided".to_owned(), name),
        or_dash(side.map(own).filter(|own| !own.is_empty())),
        or_dash(side.and_then(|side| side.answerable.as_ref())),
        or_dash(side.and_then(|side| side.progress).map(|progress| name(progress).replace('_', " "))),
        or_dash(day),
        since(row).to_owned(),
    ]
}

fn since(row: &CuecRow) -> &'static str {
    match (&row.change, &row.carried) {
        (CuecChange::First, _) => "–",
        (CuecChange::Same, None) => "same",
        (CuecChange::Same, Some(_)) => "same, to be confirmed",
        (CuecChange::Reworded { .. }, None) => "reworded",
        (CuecChange::Reworded { .. }, Some(_)) => "reworded, to be confirmed",
        (CuecChange::Part { .. }, None) => "part of an earlier one",
        (CuecChange::Part { .. }, Some(_)) => "part of an earlier one, to be confirmed",
        (CuecChange::New, _) => "new",
    }
}

fn due(days: &[CuecDue], out: &mut Out) -> Result<Done, Trouble> {
    if out.is_json() {
        out.objects(days)?;
    } else {
        let cells: Vec<Vec<String>> = days
            .iter()
            .map(|day| {
                vec![
                    day.on.to_string(),
                    if day.overdue { "overdue".to_owned() } else { String::new() },
                    name(day.why).replace('_', " "),
                    if day.carried { "to be confirmed".to_owned() } else { String::new() },
                    day.vendor_name.clone(),
                    day.text.clone(),
                    or_dash(day.owner.as_ref()),
                ]
            })
            .collect();
        out.table(&["day", "", "what", "vendor", "control", "owner"], &cells)?;
    }
    Ok(if days.iter().any(|day| day.overdue) { Done::Notable } else { Done::Clean })
}
