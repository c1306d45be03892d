//! `countersign review`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _, Failure,
    wire::{ReviewRef, SheetForm, VendorRef},
};
use std::path::Path;

/// Lists the reviews of a vendor, or writes the question sheet of one.
pub(crate) fn run(
    common: &Common,
    wanted: &str,
    export: Option<&Path>,
    number: Option<u32>,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let vendor = super::vendor(&app, wanted)?.id;
    let reviews = app.reviews(VendorRef { vendor })?;
    let Some(path) = export else {
        if out.is_json() {
            out.objects(reviews)?;
            return Ok(Done::Clean);
        }
        let rows: Vec<Vec<String>> = reviews
            .into_iter()
            .map(|row| {
                vec![
                    row.number.to_string(),
                    super::name(row.state),
                    super::or_dash(row.verdict.map(super::name)),
                    super::or_dash(row.signed.map(|signed| signed.name)),
                    super::or_dash(row.second_read.map(|read| read.name)),
                    super::or_dash(row.finished_at.map(|at| app.day_of(at))),
                ]
            })
            .collect();
        out.table(&["no", "state", "verdict", "reviewer", "second reader", "finished"], &rows)?;
        return Ok(Done::Clean);
    };
    let form = match path.extension().and_then(|extension| extension.to_str()) {
        Some("json") => SheetForm::Json,
        Some("csv") => SheetForm::Csv,
        _ => return Err(Trouble::Usage(format!("end the file in .json or .csv, not: {}", path.display()))),
    };
    let row = reviews.into_iter().find(|row| number.is_none_or(|number| row.number == number));
    let row = row.ok_or(Trouble::Failed(Failure::NotFound { what: "review".to_owned() }))?;
    app.review_write(row.id, form, path)?;
    if out.is_json() {
        out.objects([app.review(ReviewRef { review: row.id })?.row])?;
    } else {
        out.note(&format!("wrote the questions of review {}: {}", row.number, path.display()));
    }
    Ok(Done::Clean)
}
