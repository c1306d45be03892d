//! Undoes a table of answers as one step: each answer is again what it was before, unless somebody has changed it since.

use super::book::OwnControls;
use super::save::differences;
use crate::{App, application::stamp, fail};
use countersign_contract::{Failure, wire as w, wire::CuecLeftWhy as Why};
use countersign_domain::{Action, DocumentId, EntryId, Op, Person, Vendor, VendorId, cuec::CuecAnswer};
use countersign_store::{Change, CuecImportRow, StoreError, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Map, json};
use std::collections::HashMap;
use uuid::Uuid;

/// How many of the latest tables are listed.
const LISTED: u32 = 20;

/// What a table changed of an answer. A stored form.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(super) struct Changed {
    /// The vendor with which the document was filed.
    pub(super) vendor: VendorId,
    /// What was said before; it may stand under another name of the entry.
    pub(super) was: Option<CuecAnswer>,
    /// What the table made of it.
    pub(super) became: CuecAnswer,
}

/// What is known while answers are put back.
struct Ground {
    people: Vec<Person>,
    own: OwnControls,
    vendors: HashMap<VendorId, Vendor>,
    /// With whom documents are filed, and what is said of their entries.
    said: HashMap<(DocumentId, EntryId), (VendorId, CuecAnswer)>,
    filed: HashMap<DocumentId, VendorId>,
}

impl App {
    /// The latest tables of answers that were taken, newest first.
    pub(crate) fn cuec_import_views(&self) -> Result<Vec<w::CuecImportView>, Failure> {
        let rows = self.opened()?.store.read(|db| db.cuec_imports(LISTED)).map_err(fail::store)?;
        Ok(rows.iter().map(view).collect())
    }

    /// Undoes a table of answers.
    pub(crate) fn undo_cuec_import(&self, id: Uuid) -> Result<w::CuecImportUndone, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let (row, changes, organisation) = opened
            .store
            .read(|db| Ok((db.cuec_import(id)?, db.cuec_import_changes(id)?, db.workspace()?.organisation)))
            .map_err(fail::store)?;
        let row = row.filter(|row| row.undone_at.is_none()).ok_or_else(|| fail::not_found("import"))?;
        let changes: Vec<Changed> = serde_json::from_value(changes.unwrap_or_default()).map_err(fail::unexpected)?;
        let now = self.clock.now();
        let stamp = stamp(&person, permit, now, Op::UndoCuecImport, opened.as_subject(&organisation));
        let (restored, left, row) = opened
            .store
            .write(&stamp, |db| {
                db.set_cuec_import_undone(id)?;
                let ground = Ground::read(db)?;
                let (mut restored, mut left) = (0, Vec::new());
                for changed in &changes {
                    match put_back(db, &ground, id, changed)? {
                        None => restored += 1,
                        Some(why) => left.push(w::CuecLeft {
                            vendor_name: ground.name(changed.vendor),
                            text: changed.became.text.clone(),
                            why,
                        }),
                    }
                }
                db.note("import", id.to_string());
                db.note("file", row.file_name.as_str());
                db.note("restored", restored);
                db.note("left", json!(left));
                Ok((restored, left, db.cuec_import(id)?))
            })
            .map_err(fail::store)?;
        let row = row.ok_or_else(|| fail::not_found("import"))?;
        Ok(w::CuecImportUndone { import: view(&row), restored, left })
    }
}

impl Ground {
    fn read(db: &Change<'_>) -> Result<Self, StoreError> {
        let (mut said, mut filed) = (HashMap::new(), HashMap::new());
        for one in db.cuec_answers(None)? {
            filed.insert(one.answer.document, one.vendor);
            said.insert((one.answer.document, one.answer.entry), (one.vendor, one.answer));
        }
        let vendors = db.vendors()?.into_iter().map(|row| (row.vendor.id, row.vendor)).collect();
        Ok(Self { people: db.persons()?, own: OwnControls::read(db)?, vendors, said, filed })
    }

    fn name(&self, vendor: VendorId) -> String {
        self.vendors.get(&vendor).map_or_else(String::new, |vendor| vendor.name.to_string())
    }
}

/// Puts an answer back; says why where it stays.
fn put_back(db: &mut Change<'_>, ground: &Ground, import: Uuid, changed: &Changed) -> Result<Option<Why>, StoreError> {
    let Changed { was, became, .. } = changed;
    let Some((vendor, now)) = ground.said.get(&(became.document, became.entry)) else {
        // Taken back since, or its document went to the inbox with all that was said of it.
        let filed = ground.filed.contains_key(&became.document) || is_filed(db, became.document)?;
        return Ok(Some(if filed { Why::ChangedSince } else { Why::NotFiled }));
    };
    if now.ours != became.ours {
        return Ok(Some(Why::ChangedSince));
    }
    if was.as_ref().is_some_and(|was| was.ours.controls.iter().any(|id| ground.own.get(*id).is_none())) {
        return Ok(Some(Why::ControlGone));
    }
    if was.as_ref().is_none_or(|was| was.entry != became.entry) {
        db.remove_cuec_answer(became.document, became.entry)?;
    }
    if let Some(was) = was {
        db.save_cuec_answer(was)?;
    }
    let ours = was.as_ref().map(|was| &was.ours);
    let detail: Map<_, _> = differences((&ground.people, &ground.own), &became.text, Some(&became.ours), ours)
        .into_iter()
        .map(|(name, value)| (name.to_owned(), value))
        .chain([("import".to_owned(), json!(import))])
        .collect();
    if let Some(vendor) = ground.vendors.get(vendor) {
        db.also(Op::AnswerCuec, &Subject::vendor(vendor), detail.into())?;
    }
    Ok(None)
}

fn is_filed(db: &Change<'_>, document: DocumentId) -> Result<bool, StoreError> {
    let stored = db.document(document)?;
    Ok(stored.is_some_and(|stored| matches!(stored.document.filing, countersign_domain::Filing::Filed { .. })))
}

fn view(row: &CuecImportRow) -> w::CuecImportView {
    w::CuecImportView {
        import: row.id,
        file_name: row.file_name.to_string(),
        who: row.imported_by.clone(),
        at: row.imported_at,
        changed: row.changed,
        undone: row.undone_at,
    }
}
