//! A question sheet as a file: JSON with everything, CSV with one line for each question.

use super::{Known, Sheet};
use crate::{App, documents::write_whole, fail, import::put, session::file_stem, table};
use countersign_contract::{Failure, wire as w};
use countersign_domain::ReviewId;
use countersign_policy::{RuleOutcome, questions};
use std::path::Path;
use uuid::Uuid;

impl App {
    /// Saves the question sheet of a review where the person says.
    pub(crate) fn save_review(&self, input: &w::ExportReview) -> Result<w::SavedFile, Failure> {
        let (known, _) = self.review_sheet(ReviewId::from_uuid(input.review))?;
        let Some(path) = self.host.choose_save(&file_name(&known, input.form)) else {
            return Ok(w::SavedFile { name: None });
        };
        self.review_write(input.review, input.form, &path)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// Writes the question sheet of a review to a path, whole or not at all.
    pub fn review_write(&self, id: Uuid, form: w::SheetForm, path: &Path) -> Result<(), Failure> {
        let (_, sheet) = self.review_sheet(ReviewId::from_uuid(id))?;
        let bytes = match form {
            w::SheetForm::Json => sheet.canonical().map_err(fail::store)?.0.into_bytes(),
            w::SheetForm::Csv => table::csv(rows(&sheet))?,
        };
        let opened = self.opened()?;
        write_whole(&opened, path, |file| put(file, &bytes))
    }
}

fn file_name(known: &Known, form: w::SheetForm) -> String {
    let extension = match form {
        w::SheetForm::Json => "json",
        w::SheetForm::Csv => "csv",
    };
    format!("Review {} {}.{extension}", known.row.number, file_stem(known.vendor.name.as_str()))
}

/// The headers, then a row for each question in reading order.
fn rows(sheet: &Sheet) -> Vec<Vec<String>> {
    let head =
        ["id", "step", "question", "applies", "answer", "result", "note", "pages", "answered_by", "suggested", "why"];
    let mut rows = vec![head.map(str::to_owned).to_vec()];
    for asked in &sheet.questions {
        let answer = asked.answer.as_ref();
        let result = answer.and_then(|answer| answer.kept.result).map_or("", RuleOutcome::as_str);
        let cited = answer.map_or(&asked.citations, |answer| &answer.kept.citations);
        let pages: Vec<String> = cited.iter().map(|page| page.page.to_string()).collect();
        let step = questions::of_id(&asked.id).map_or("", |question| question.step.title());
        rows.push(vec![
            asked.id.clone(),
            step.to_owned(),
            asked.question.clone(),
            if asked.applies { "yes" } else { "no" }.to_owned(),
            answer.map_or_else(String::new, |answer| answer.kept.value.clone()),
            result.to_owned(),
            answer.map_or_else(String::new, |answer| answer.kept.note.clone()),
            pages.join(" "),
            answer.map_or_else(String::new, |answer| answer.by.clone()),
            asked.suggested.clone().unwrap_or_default(),
            asked.why.clone(),
        ]);
    }
    rows
}
