//! Writes an import as one change, with an entry in the log for each vendor, and with what it takes to undo it.

use super::{Chosen, entry::Entry, plan, sheet::Sheet};
use crate::{App, application::stamp, fail};
use countersign_contract::{Failure, wire as w, wire::ImportOutcome};
use countersign_domain::{Action, Op, Vendor, VendorId, register::Profile};
use countersign_store::{Change, ImportRow, StoreError, Subject};
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};
use uuid::Uuid;

/// What an import changed. Kept with it, so that it can be undone.
#[derive(Debug, Default, Serialize, Deserialize)]
pub(super) struct Changes {
    /// Vendors as they were entered.
    pub(super) created: Vec<Created>,
    /// Vendors that were in the register.
    pub(super) changed: Vec<Changed>,
}

/// A vendor as it was entered.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Created {
    pub(super) vendor: Vendor,
    pub(super) profile: Profile,
}

/// What of a vendor was changed: by the names of the record, what it was and what it became.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Changed {
    pub(super) vendor: VendorId,
    pub(super) of_vendor: Map<String, Value>,
    pub(super) of_profile: Map<String, Value>,
}

impl Changed {
    fn between(before: &Entry, after: &Entry) -> Self {
        Self {
            vendor: after.vendor.id,
            of_vendor: differences(&json!(before.vendor), &json!(after.vendor)),
            of_profile: differences(&json!(before.profile), &json!(after.profile)),
        }
    }
}

fn differences(before: &Value, after: &Value) -> Map<String, Value> {
    let members = after.as_object().into_iter().flatten();
    members
        .filter(|(name, became)| before[name.as_str()] != **became)
        .map(|(name, became)| (name.clone(), json!({ "was": before[name.as_str()], "became": became })))
        .collect()
}

/// How an import is shown.
pub(super) fn view(row: &ImportRow) -> w::ImportView {
    w::ImportView {
        import: row.id,
        file_name: row.file_name.to_string(),
        who: row.imported_by.clone(),
        at: row.imported_at,
        added: row.created,
        changed: row.changed,
        undone: row.undone_at,
    }
}

impl App {
    /// Writes an import that was previewed; one that would do something else now is refused.
    pub(crate) fn apply_import(&self, input: &w::ApplyImport) -> Result<w::ImportView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let matched = &input.matched;
        let chosen = self.chosen_table.get(matched.file)?;
        let sheet = chosen.sheets.get(matched.sheet as usize).ok_or_else(|| fail::not_found("sheet"))?;
        let register = self.register()?;
        let problems = plan::column_problems(&matched.columns);
        let planned =
            if problems.is_empty() { self.plan_import(&chosen, sheet, matched, &register) } else { Vec::new() };
        let preview = plan::preview(&planned, problems);
        if preview.digest != input.digest || preview.added + preview.changed == 0 {
            return Err(Failure::PreviewOutdated);
        }
        let now = self.clock.now();
        let id = self.id(now);
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let stamp = stamp(&person, permit, now, Op::ImportVendors, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                let mut changes = Changes::default();
                for row in &planned {
                    let Some(after) = &row.after else { continue };
                    match (row.shown.outcome, row.before) {
                        (ImportOutcome::Added, _) => changes.created.push(create(db, id, after)?),
                        (ImportOutcome::Changed, Some(before)) => {
                            changes.changed.push(change(db, id, &register.entries[before], after)?);
                        }
                        _ => {}
                    }
                }
                record(db, id, &chosen, sheet, matched, &changes)?;
                db.note("import", id.to_string());
                db.note("file", chosen.file_name.as_str());
                db.note("added", preview.added);
                db.note("changed", preview.changed);
                db.note("unchanged", preview.unchanged);
                db.note("left_out", preview.problems);
                db.import(id)
            })
            .map_err(fail::store)?
            .map(|row| view(&row))
            .ok_or_else(|| fail::not_found("import"))
    }
}

fn create(db: &mut Change<'_>, import: Uuid, after: &Entry) -> Result<Created, StoreError> {
    db.insert_vendor(&after.vendor)?;
    let mut detail = json!({ "import": import, "vendor": after.vendor });
    if after.profile != Profile::default() {
        db.save_profile(after.vendor.id, &after.profile)?;
        detail["profile"] = json!(after.profile);
    }
    db.also(Op::CreateVendor, &Subject::vendor(&after.vendor), detail)?;
    Ok(Created { vendor: after.vendor.clone(), profile: after.profile.clone() })
}

fn change(db: &mut Change<'_>, import: Uuid, before: &Entry, after: &Entry) -> Result<Changed, StoreError> {
    if before.vendor != after.vendor {
        db.update_vendor(&after.vendor)?;
    }
    if before.profile != after.profile {
        db.save_profile(after.vendor.id, &after.profile)?;
    }
    let changed = Changed::between(before, after);
    let mut detail = changed.of_vendor.clone();
    detail.extend(changed.of_profile.clone());
    detail.insert("import".to_owned(), json!(import));
    db.also(Op::ChangeVendor, &Subject::vendor(&after.vendor), Value::Object(detail))?;
    Ok(changed)
}

fn record(
    db: &mut Change<'_>,
    id: Uuid,
    chosen: &Chosen,
    sheet: &Sheet,
    matched: &w::MatchedImport,
    changes: &Changes,
) -> Result<(), StoreError> {
    let entered: Vec<VendorId> = changes.created.iter().map(|created| created.vendor.id).collect();
    db.insert_import(id, &chosen.file_name, &json!(changes), &entered)?;
    db.set_setting(&sheet.setting(), Some(&sheet.to_remember(&matched.columns, matched.date_order)))
}
