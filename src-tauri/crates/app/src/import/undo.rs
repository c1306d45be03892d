//! Undoes an import as one step: what it entered goes, what it changed gets its values back; what somebody has touched since
//! stays, and is named.

use super::apply::{self, Changed, Changes, Created};
use crate::{App, application::stamp, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Op, Vendor, register::Profile};
use countersign_store::{Change, StoreError, Subject};
use serde::{Serialize, de::DeserializeOwned};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// These belong together: a class, why, and the stage that it led to.
const OF_TIER: [&str; 3] = ["tier", "tier_reason", "stage"];

#[derive(Default)]
struct Undone {
    removed: u32,
    restored: u32,
    left: Vec<w::ImportLeft>,
}

impl Undone {
    fn leave(&mut self, vendor: &Vendor, why: impl Into<String>) {
        self.left.push(w::ImportLeft { vendor: vendor.id.uuid(), name: vendor.name.to_string(), why: why.into() });
    }
}

impl App {
    /// Undoes an import.
    pub(crate) fn undo_import(&self, id: Uuid) -> Result<w::ImportUndone, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let (row, changes) =
            opened.store.read(|db| Ok((db.import(id)?, db.import_changes(id)?))).map_err(fail::store)?;
        let row = row.filter(|row| row.undone_at.is_none()).ok_or_else(|| fail::not_found("import"))?;
        let changes: Changes = serde_json::from_value(changes.unwrap_or_default()).map_err(fail::unexpected)?;
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let stamp = stamp(&person, permit, self.clock.now(), Op::UndoImport, opened.as_subject(&organisation));
        let (undone, row) = opened
            .store
            .write(&stamp, |db| {
                db.set_import_undone(id)?;
                let mut undone = Undone::default();
                // First away, then back: a name that a vendor gets back may be that of one that goes.
                for created in &changes.created {
                    remove(db, id, created, &mut undone)?;
                }
                for changed in &changes.changed {
                    restore(db, id, changed, &mut undone)?;
                }
                db.note("import", id.to_string());
                db.note("file", row.file_name.as_str());
                db.note("removed", undone.removed);
                db.note("restored", undone.restored);
                db.note("left", json!(undone.left));
                Ok((undone, db.import(id)?))
            })
            .map_err(fail::store)?;
        let row = row.ok_or_else(|| fail::not_found("import"))?;
        let Undone { removed, restored, left } = undone;
        Ok(w::ImportUndone { import: apply::view(&row), removed, restored, left })
    }
}

fn remove(db: &mut Change<'_>, import: Uuid, created: &Created, undone: &mut Undone) -> Result<(), StoreError> {
    let Some(vendor) = db.vendor(created.vendor.id)? else { return Ok(()) };
    if vendor != created.vendor || db.profile(vendor.id)? != created.profile {
        undone.leave(&vendor, "changed since the import");
    } else if db.remove_imported_vendor(vendor.id)? {
        db.also(Op::RemoveVendor, &Subject::vendor(&vendor), json!({ "import": import }))?;
        undone.removed += 1;
    } else {
        undone.leave(&vendor, "documents, decisions or other records belong to it");
    }
    Ok(())
}

fn restore(db: &mut Change<'_>, import: Uuid, changed: &Changed, undone: &mut Undone) -> Result<(), StoreError> {
    let Some(vendor) = db.vendor(changed.vendor)? else { return Ok(()) };
    let profile = db.profile(vendor.id)?;
    let mut kept = Vec::new();
    let mut detail = Map::new();
    let mut old_vendor: Vendor = put_back(&vendor, &changed.of_vendor, &mut kept, &mut detail)?;
    let old_profile: Profile = put_back(&profile, &changed.of_profile, &mut kept, &mut detail)?;
    let twin = db.vendor_by_name(old_vendor.name.as_str())?;
    if twin
        .is_some_and(|twin| twin.id != vendor.id && twin.name.as_str().eq_ignore_ascii_case(old_vendor.name.as_str()))
    {
        kept.push("name".to_owned());
        detail.remove("name");
        old_vendor.name = vendor.name.clone();
    }
    if old_vendor != vendor {
        db.update_vendor(&old_vendor)?;
    }
    if old_profile != profile {
        db.save_profile(vendor.id, &old_profile)?;
    }
    if !detail.is_empty() {
        detail.insert("import".to_owned(), json!(import));
        db.also(Op::ChangeVendor, &Subject::vendor(&old_vendor), Value::Object(detail))?;
        undone.restored += 1;
    }
    if !kept.is_empty() {
        undone.leave(&vendor, format!("changed since the import: {}", kept.join(", ").replace('_', " ")));
    }
    Ok(())
}

/// Gives the value as it was before, as far as it is still what the import made of it; notes in `kept` what is not.
fn put_back<T: Serialize + DeserializeOwned>(
    present: &T,
    changes: &Map<String, Value>,
    kept: &mut Vec<String>,
    detail: &mut Map<String, Value>,
) -> Result<T, StoreError> {
    let unexpected = |error: serde_json::Error| StoreError::Unexpected { detail: error.to_string() };
    let mut value = serde_json::to_value(present).map_err(unexpected)?;
    let touched = |name: &str| changes.get(name).is_some_and(|change| value[name] != change["became"]);
    let tier_touched = OF_TIER.iter().any(|name| touched(name));
    let stays: Vec<&String> =
        changes.keys().filter(|name| touched(name) || (tier_touched && OF_TIER.contains(&name.as_str()))).collect();
    for (name, change) in changes.iter().filter(|(name, _)| !stays.contains(name)) {
        value[name.as_str()] = change["was"].clone();
        detail.insert(name.clone(), json!({ "was": change["became"], "became": change["was"] }));
    }
    kept.extend(stays.into_iter().cloned());
    serde_json::from_value(value).map_err(unexpected)
}
