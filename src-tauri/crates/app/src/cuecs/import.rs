//! A table of answers that came back: what it would change, and taking it.

use super::at_field;
use super::book::{OwnControls, Row};
use super::save::{answer, differences, written};
use super::table::{CARRIED, CONFIRMED, Field, KEY, Sheet, TO_CONFIRM, Whose, key, parsed_key, sheets};
use super::undo::Changed;
use crate::{
    App,
    application::stamp,
    fail,
    import::{Chosen, cell},
};
use countersign_contract::{Failure, wire as w, wire::CuecRefusal as Refusal};
use countersign_domain::{
    Action, DocumentId, LongText, Op, Person, Sha256,
    cuec::{Applies, CuecProgress, OurSide, Verified},
};
use countersign_store::Subject;
use serde_json::{Map, json};
use std::collections::{BTreeSet, HashMap};
use std::path::Path;

/// A row that would change an answer.
struct Planned<'s> {
    sheet: &'s Sheet,
    row: &'s Row,
    becomes: OurSide,
}

impl App {
    /// Asks for a table of answers and says what it would change.
    pub(crate) fn choose_cuec_import(&self) -> Result<Option<w::CuecImport>, Failure> {
        self.opened()?.permit(Action::KeepVendors)?;
        self.host.choose_table().map(|path| self.cuec_import(&path)).transpose()
    }

    /// Reads a table of answers and says what it would change.
    pub fn cuec_import(&self, path: &Path) -> Result<w::CuecImport, Failure> {
        let person = self.opened()?.actor()?;
        let file = self.import_file(path)?;
        let chosen = self.chosen_table.get(file.file)?;
        let sheets = self.cuec_sheets()?;
        Ok(self.planned(&chosen, &sheets, &person)?.1)
    }

    /// Takes a table that was looked at; one that would do something else now is refused.
    pub(crate) fn apply_cuec_import(&self, input: &w::ApplyCuecImport) -> Result<w::CuecsImported, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let chosen = self.chosen_table.get(input.file)?;
        let sheets = self.cuec_sheets()?;
        let (planned, preview) = self.planned(&chosen, &sheets, &person)?;
        if preview.digest != input.digest || planned.is_empty() {
            return Err(Failure::PreviewOutdated);
        }
        let now = self.clock.now();
        let id = self.id(now);
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let stamp = stamp(&person, permit, now, Op::ImportCuecs, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                let (people, own) = (db.persons()?, OwnControls::read(db)?);
                let mut changes = Vec::with_capacity(planned.len());
                for plan in &planned {
                    let answer = answer(&plan.sheet.book, plan.row, plan.becomes.clone(), &person, now);
                    let said = plan.row.listed.said.as_ref();
                    let was = said.map(|said| &said.ours);
                    let detail: Map<_, _> = differences((&people, &own), &answer.text, was, Some(&answer.ours))
                        .into_iter()
                        .map(|(name, value)| (name.to_owned(), value))
                        .chain([("import".to_owned(), json!(id)), ("file".to_owned(), json!(chosen.file_name))])
                        .collect();
                    written(db, plan.row, Some(&answer))?;
                    db.also(Op::AnswerCuec, &Subject::vendor(&plan.sheet.vendor), detail.into())?;
                    changes.push(Changed { vendor: plan.sheet.vendor.id, was: said.cloned(), became: answer });
                }
                db.insert_cuec_import(id, &chosen.file_name, &json!(changes))?;
                db.note("import", id.to_string());
                db.note("file", chosen.file_name.as_str());
                db.note("changed", planned.len());
                db.note("unchanged", preview.unchanged);
                db.note("refused", preview.refused.len());
                Ok(())
            })
            .map_err(fail::store)?;
        Ok(w::CuecsImported { import: id, changed: planned.len() as u32, refused: preview.refused.len() as u32 })
    }

    fn cuec_sheets(&self) -> Result<Vec<Sheet>, Failure> {
        let today = self.clock.today();
        self.opened()?.store.read(|db| sheets(db, Whose::Everybody, self.on(today))).map_err(fail::store)
    }

    /// What the rows of a table would change, and how that is shown.
    fn planned<'s>(
        &self,
        chosen: &Chosen,
        sheets: &'s [Sheet],
        person: &Person,
    ) -> Result<(Vec<Planned<'s>>, w::CuecImport), Failure> {
        let table = chosen
            .sheets
            .iter()
            .find(|sheet| sheet.headers.iter().any(|header| is_header(header, KEY)))
            .ok_or(Failure::NoTable { reason: w::NoTable::NoKeys })?;
        let column = |label: &str| table.headers.iter().position(|header| is_header(header, label));
        let (keys, columns) = (column(KEY), Field::ALL.map(|field| column(field.label())));
        let waits = column(CARRIED);
        let (mut planned, mut changes, mut refused) = (Vec::new(), Vec::new(), Vec::new());
        let (mut unchanged, mut seen) = (0, BTreeSet::new());
        let by_document: HashMap<DocumentId, &Sheet> =
            sheets.iter().filter_map(|sheet| Some((sheet.book.report.as_ref()?.document.id, sheet))).collect();
        for cells in &table.rows {
            let at = |column: Option<usize>| column.map(|at| cells.cells.get(at).map_or("", String::as_str));
            let found = found(at(keys).unwrap_or_default(), &by_document, &mut seen);
            let outcome = found.and_then(|(sheet, row)| {
                let values = Field::ALL.into_iter().zip(columns);
                let values = values.filter_map(|(field, column)| Some((field, at(column)?)));
                let confirmed = confirmed(at(waits).unwrap_or_default())?;
                // A table made before answers were carried into it has nothing in these rows, and means nothing by that.
                let whole = waits.is_some() || row.carried().is_none();
                let values = values.filter(|(_, text)| whole || cell::said(text).is_some());
                Ok((sheet, row, said(sheet, row, values, person, self.clock.today())?, confirmed))
            });
            let (sheet, row, becomes, confirmed) = match outcome {
                Err(why) => {
                    refused.push(w::CuecRefusedRow { row: cells.number, why });
                    continue;
                }
                Ok(outcome) => outcome,
            };
            let nothing = OurSide::default();
            let was = row.listed.said.as_ref().map_or(&nothing, |said| &said.ours);
            // A proposal that comes back as it went out is still one, unless somebody says that it holds.
            let proposed = row.carried().is_some_and(|(carried, _)| carried.ours == becomes) && !confirmed;
            if *was == becomes || proposed {
                unchanged += 1;
                continue;
            }
            let fields = Field::ALL.into_iter().filter_map(|field| {
                let (was, becomes) = (field.text(was, &sheet.ground), field.text(&becomes, &sheet.ground));
                let column = field.label().to_owned();
                (was != becomes).then_some(w::CuecImportField { column, was, becomes })
            });
            changes.push(w::CuecImportRow {
                row: cells.number,
                vendor_name: sheet.vendor.name.to_string(),
                text: row.listed.control.text.clone(),
                fields: fields.collect(),
            });
            planned.push(Planned { sheet, row, becomes });
        }
        let shown = json!({ "changes": changes, "refused": refused, "unchanged": unchanged }).to_string();
        let preview = w::CuecImport {
            file: chosen.id,
            file_name: chosen.file_name.to_string(),
            changes,
            refused,
            unchanged,
            digest: Sha256::of(shown.as_bytes()).to_string(),
        };
        Ok((planned, preview))
    }
}

fn is_header(header: &str, label: &str) -> bool {
    header.trim().eq_ignore_ascii_case(label)
}

/// The control of a key.
fn found<'s>(
    text: &str,
    sheets: &HashMap<DocumentId, &'s Sheet>,
    seen: &mut BTreeSet<String>,
) -> Result<(&'s Sheet, &'s Row), Refusal> {
    let text = cell::said(text).ok_or(Refusal::NoKey)?;
    let unknown = || Refusal::UnknownKey { key: text.chars().take(120).collect() };
    let (document, entry) = parsed_key(text).ok_or_else(unknown)?;
    let sheet = *sheets.get(&document).ok_or_else(unknown)?;
    let row = sheet.book.row(entry).ok_or_else(unknown)?;
    if seen.insert(key(document, entry)) { Ok((sheet, row)) } else { Err(Refusal::Twice) }
}

/// Whether somebody says that an answer to the report before still holds.
fn confirmed(text: &str) -> Result<bool, Refusal> {
    match cell::said(text) {
        None => Ok(false),
        Some(text) if text.eq_ignore_ascii_case(TO_CONFIRM) => Ok(false),
        Some(text) if text.eq_ignore_ascii_case(CONFIRMED) => Ok(true),
        Some(text) => Err(Refusal::Value { column: CARRIED.to_owned(), value: text.chars().take(120).collect() }),
    }
}

/// What a row says: its columns over what was said, of the report before where nothing was said of this one. A column that is there and empty says that there is nothing.
fn said<'c>(
    sheet: &Sheet,
    row: &Row,
    values: impl Iterator<Item = (Field, &'c str)>,
    person: &Person,
    today: chrono::NaiveDate,
) -> Result<OurSide, Refusal> {
    let carried = row.carried().map(|(said, _)| said);
    let mut ours = row.listed.said.as_ref().or(carried).map(|said| said.ours.clone()).unwrap_or_default();
    for (field, text) in values {
        let text = cell::said(text);
        // As it was written, so that nothing is lost of what a cell does not hold.
        if text.unwrap_or_default() == field.text(&ours, &sheet.ground).trim() {
            continue;
        }
        let wrong = || Refusal::Value {
            column: field.label().to_owned(),
            value: text.unwrap_or_default().chars().take(120).collect(),
        };
        let long = || text.map(LongText::parse).transpose().map_err(|_| wrong());
        let day = || text.map(|text| cell::date(text, None)).transpose().map_err(|_| wrong());
        match field {
            Field::Applies => ours.applies = chosen(text, Applies::ALL, |one| one.title()).ok_or_else(wrong)?,
            Field::Progress => {
                ours.progress = chosen(text, CuecProgress::ALL, |one| one.title()).ok_or_else(wrong)?;
            }
            Field::Why => ours.why = long()?,
            Field::Evidence => ours.evidence = long()?,
            Field::Note => ours.note = long()?,
            Field::Due => ours.due = day()?,
            Field::VerifiedOn => ours.verified = day()?.map(|on| Verified { on, by: person.id }),
            Field::Owner => {
                let named = |name: &str| {
                    let called = |one: &&Person| one.active && one.name.as_str().to_lowercase() == name.to_lowercase();
                    let found = sheet.ground.people.iter().find(called).map(|one| one.id);
                    found.ok_or_else(|| Refusal::UnknownPerson { name: name.to_owned() })
                };
                ours.owner = text.map(named).transpose()?;
            }
            Field::Controls => {
                let names = text.unwrap_or_default().split([';', '\n']).map(str::trim).filter(|name| !name.is_empty());
                let named = |name: &str| {
                    let found = sheet.ground.own.named(name).map(|own| own.id);
                    found.ok_or_else(|| Refusal::UnknownControl { name: name.to_owned() })
                };
                let mut controls = Vec::new();
                for id in names.map(named) {
                    let id = id?;
                    if !controls.contains(&id) {
                        controls.push(id);
                    }
                }
                ours.controls = controls;
            }
        }
    }
    ours.check(today).map_err(|error| Refusal::Contradicts { field: at_field(error).0.to_owned() })?;
    Ok(ours)
}

/// One of a few words, whatever its capitals; `None` where it is none of them.
#[expect(clippy::option_option, reason = "an empty cell is an answer, a wrong one is none")]
fn chosen<T: Copy>(text: Option<&str>, all: &[T], title: fn(T) -> &'static str) -> Option<Option<T>> {
    match text {
        None => Some(None),
        Some(text) => all.iter().copied().find(|one| title(*one).eq_ignore_ascii_case(text)).map(Some),
    }
}
