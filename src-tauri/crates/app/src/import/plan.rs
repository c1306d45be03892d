//! What an import would do, row by row. Made anew from the register each time it is asked for, so that what is written is what
//! was shown or nothing.

use super::{
    entry::{Entry, Focus, Names},
    fields,
    row::{self, FilledRow, Ground, Trouble},
};
use crate::vendors::fresh;
use chrono::{DateTime, Utc};
use countersign_contract::wire as w;
use countersign_contract::wire::{ImportField as F, ImportOutcome};
use countersign_domain::{ContractId, Name, PersonId, Sha256, VendorId, organization};
use countersign_reader::rows::Row;
use std::collections::{BTreeMap, HashMap};
use uuid::Uuid;

/// The register as an import finds it.
pub(super) struct Register {
    pub(super) entries: Vec<Entry>,
    pub(super) people: Names,
}

/// A row with what it does.
pub(super) struct PlannedRow {
    pub(super) shown: w::ImportRow,
    pub(super) before: Option<usize>,
    pub(super) after: Option<Entry>,
    ambiguous: usize,
}

/// The vendors that a name can mean.
#[derive(Default)]
struct Index {
    ids: HashMap<String, usize>,
    /// By own name, by other names, by legal name: the first that knows the name answers.
    names: [HashMap<String, Vec<usize>>; 3],
}

/// A name without case, signs and company forms.
fn key(name: &str) -> String {
    let words = organization::distinctive(name);
    if words.is_empty() { row::fold(name) } else { words.join(" ") }
}

impl Index {
    fn of(entries: &[Entry]) -> Self {
        let mut index = Self::default();
        for (at, entry) in entries.iter().enumerate() {
            index.ids.insert(entry.vendor.id.to_string(), at);
            let own = [&entry.vendor.name];
            for (level, names) in [
                own.into_iter().collect::<Vec<&Name>>(),
                entry.vendor.aliases.iter().collect(),
                entry.profile.legal_name.iter().collect(),
            ]
            .into_iter()
            .enumerate()
            {
                for name in names {
                    let found = index.names[level].entry(key(name.as_str())).or_default();
                    if !found.contains(&at) {
                        found.push(at);
                    }
                }
            }
        }
        index
    }

    /// The vendor that the row is about; an error where several could be meant.
    fn find(&self, id: Option<&str>, name: Option<&str>) -> Result<Option<usize>, String> {
        if let Some(at) = id.and_then(|id| self.ids.get(&id.to_lowercase())) {
            return Ok(Some(*at));
        }
        let Some(name) = name else { return Ok(None) };
        let key = key(name);
        match self.names.iter().find_map(|level| level.get(&key)).map(Vec::as_slice) {
            None => Ok(None),
            Some([one]) => Ok(Some(*one)),
            Some(several) => Err(format!("fits {} vendors of the register: {name}", several.len())),
        }
    }
}

/// What is wrong with the matching of the columns, in words.
pub(super) fn column_problems(columns: &[Option<F>]) -> Vec<String> {
    let mut problems = Vec::new();
    if !columns.iter().flatten().any(|field| matches!(field, F::Name | F::VendorId)) {
        problems.push("Say which column holds the vendor.".to_owned());
    }
    for words in fields::FIELDS {
        if columns.iter().filter(|column| **column == Some(words.field)).count() > 1 {
            problems.push(format!("Two columns are matched with: {}", words.label));
        }
    }
    problems
}

/// Plans every row. `new_id` makes ids of what is new.
pub(super) fn plan(
    rows: &[Row],
    columns: &[Option<F>],
    headers: &[String],
    register: &Register,
    (order, file_name, now): (Option<w::DateOrder>, &str, DateTime<Utc>),
    mut new_id: impl FnMut() -> Uuid,
) -> Vec<PlannedRow> {
    let index = Index::of(&register.entries);
    let mut people: HashMap<String, Vec<PersonId>> = HashMap::new();
    for (id, name) in &register.people {
        people.entry(row::fold(name)).or_default().push(*id);
    }
    let ground = Ground { people: &people, order, file_name };
    let mut planned: Vec<PlannedRow> = Vec::with_capacity(rows.len());
    let mut about: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (at, row) in rows.iter().enumerate() {
        let cells =
            columns.iter().zip(&row.cells).filter_map(|(field, cell)| Some(((*field)?, cell.as_str()))).collect();
        let filled = FilledRow { cells };
        let one = plan_row(row.number, &filled, &index, register, &ground, now, &mut new_id);
        let (planned_row, troubles) = one;
        let whose = match (planned_row.before, &planned_row.after) {
            (Some(before), _) => Some(format!("id {before}")),
            (None, Some(after)) => Some(key(after.vendor.name.as_str())),
            (None, None) => None,
        };
        if let Some(whose) = whose {
            about.entry(whose).or_default().push(at);
        }
        planned.push(planned_row);
        note(&mut planned[at], &troubles, columns, headers);
    }
    for group in about.values().filter(|group| group.len() > 1) {
        for at in group {
            let others: Vec<String> =
                group.iter().filter(|other| *other != at).map(|other| planned[*other].shown.row.to_string()).collect();
            let word = if others.len() == 1 { "row" } else { "rows" };
            let text = format!("the same vendor is in {word} {}", others.join(", "));
            note(&mut planned[*at], &[Trouble { field: Some(F::Name), text, ambiguous: false }], columns, headers);
        }
    }
    planned
}

fn plan_row(
    number: u32,
    filled: &FilledRow<'_>,
    index: &Index,
    register: &Register,
    ground: &Ground<'_>,
    now: DateTime<Utc>,
    new_id: &mut impl FnMut() -> Uuid,
) -> (PlannedRow, Vec<Trouble>) {
    let trouble = |text: String| Trouble { field: Some(F::Name), text, ambiguous: false };
    let said = filled.said(F::Name);
    let mut shown = w::ImportRow {
        row: number,
        name: said.unwrap_or_default().to_owned(),
        vendor: None,
        outcome: ImportOutcome::Problem,
        changes: Vec::new(),
        problems: Vec::new(),
    };
    let refused = |shown, text| (PlannedRow { shown, before: None, after: None, ambiguous: 0 }, vec![trouble(text)]);
    let before = match index.find(filled.said(F::VendorId), said) {
        Ok(before) => before,
        Err(text) => return refused(shown, text),
    };
    let mut entry = match (before, said.map(Name::parse)) {
        (Some(at), _) => register.entries[at].clone(),
        (None, Some(Ok(name))) => Entry {
            vendor: fresh(VendorId::from_uuid(new_id()), name, now),
            profile: countersign_domain::register::Profile::default(),
        },
        (None, Some(Err(error))) => return refused(shown, format!("no name of a vendor: {error}")),
        (None, None) => return refused(shown, "the row names no vendor".to_owned()),
    };
    let mut troubles = Vec::new();
    if let Some(at) = before {
        let known = &register.entries[at].vendor;
        shown.vendor = Some(known.id.uuid());
        // Only the id tells that a name was changed; a row found by its name keeps the register's spelling.
        match said.map(Name::parse) {
            Some(Ok(name)) if index.find(None, Some(name.as_str())) == Ok(None) => entry.vendor.name = name,
            Some(Ok(name)) if index.find(None, Some(name.as_str())) != Ok(Some(at)) => {
                troubles.push(trouble(format!("another vendor of the register has this name: {name}")));
            }
            Some(Ok(name)) if filled.said(F::VendorId).is_some() && key(name.as_str()) == key(known.name.as_str()) => {
                entry.vendor.name = name;
            }
            Some(Err(error)) => troubles.push(trouble(format!("no name of a vendor: {error}"))),
            _ => {}
        }
        if shown.name.is_empty() {
            shown.name = known.name.to_string();
        }
    }
    let (focus, filling) = row::fill(filled, ground, &mut entry, ContractId::from_uuid(new_id()));
    troubles.extend(filling);
    let old = before.map(|at| &register.entries[at]);
    shown.changes = changes(old, &entry, focus, &register.people);
    shown.outcome = match old {
        None => ImportOutcome::Added,
        Some(old) if *old == entry => ImportOutcome::Unchanged,
        Some(_) => ImportOutcome::Changed,
    };
    (PlannedRow { shown, before, after: Some(entry), ambiguous: 0 }, troubles)
}

/// Puts troubles to a row, which is left out then.
fn note(planned: &mut PlannedRow, troubles: &[Trouble], columns: &[Option<F>], headers: &[String]) {
    for trouble in troubles {
        let column = columns.iter().position(|column| column.is_some() && *column == trouble.field);
        let column = column.and_then(|at| headers.get(at)).filter(|header| !header.is_empty()).cloned();
        planned.shown.problems.push(w::ImportProblem { column, text: trouble.text.clone() });
        planned.shown.outcome = ImportOutcome::Problem;
        planned.ambiguous += usize::from(trouble.ambiguous);
    }
}

/// What becomes another, field by field, in words.
fn changes(old: Option<&Entry>, new: &Entry, focus: Focus, people: &Names) -> Vec<w::ImportChange> {
    let mut changes = Vec::new();
    for words in fields::FIELDS.iter().filter(|words| words.field != F::VendorId) {
        let was = old.and_then(|old| old.text(words.field, focus, people));
        let becomes = new.text(words.field, focus, people);
        if let Some(becomes) = becomes.filter(|becomes| Some(becomes) != was.as_ref()) {
            changes.push(w::ImportChange { label: words.label.to_owned(), was, becomes });
        }
    }
    changes
}

/// The preview of a plan.
pub(super) fn preview(planned: &[PlannedRow], column_problems: Vec<String>) -> w::ImportPreview {
    let count = |outcome| planned.iter().filter(|row| row.shown.outcome == outcome).count() as u32;
    let rows: Vec<w::ImportRow> = planned.iter().map(|row| row.shown.clone()).collect();
    w::ImportPreview {
        digest: Sha256::of(&serde_json::to_vec(&rows).unwrap_or_default()).to_string(),
        added: count(ImportOutcome::Added),
        changed: count(ImportOutcome::Changed),
        unchanged: count(ImportOutcome::Unchanged),
        problems: count(ImportOutcome::Problem),
        ambiguous_dates: planned.iter().map(|row| row.ambiguous as u32).sum(),
        column_problems,
        rows,
    }
}
