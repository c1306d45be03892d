//! Controls of our own that meet what vendors expect of us.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{LongText, OwnControlId, cuec::OwnControl};
use rusqlite::{Row, named_params};

const COLUMNS: &str = "SELECT id, name, purpose, owner, evidence, checked_on FROM own_control";

impl Snapshot<'_> {
    /// Lists our own controls by name.
    pub fn own_controls(&self) -> Result<Vec<OwnControl>, StoreError> {
        Ok(self.all(&format!("{COLUMNS} ORDER BY name COLLATE NOCASE"), [], own_control)?)
    }

    /// Whether it meets anything, in a document of whatever place.
    pub fn own_control_is_used(&self, id: OwnControlId) -> Result<bool, StoreError> {
        let sql = "SELECT 1 FROM cuec_control WHERE control = ? LIMIT 1";
        Ok(self.one(sql, [id.to_string()], |_| Ok(()))?.is_some())
    }
}

impl Change<'_> {
    /// Enters a control of our own, or changes it.
    pub fn save_own_control(&mut self, control: &OwnControl) -> Result<(), StoreError> {
        self.execute(
            include_str!("save.sql"),
            named_params! {
                ":id": control.id.to_string(),
                ":name": control.name.as_str(),
                ":purpose": control.purpose.as_ref().map(LongText::as_str),
                ":owner": control.owner.map(|owner| owner.to_string()),
                ":evidence": control.evidence.as_ref().map(LongText::as_str),
                ":checked_on": control.checked_on.map(|day| day.to_string()),
            },
        )?;
        Ok(())
    }

    /// Removes a control of our own; the file keeps one that meets anything.
    pub fn remove_own_control(&mut self, id: OwnControlId) -> Result<(), StoreError> {
        Ok(self.update("own control", "DELETE FROM own_control WHERE id = ?", [id.to_string()])?)
    }
}

fn own_control(row: &Row<'_>) -> rusqlite::Result<OwnControl> {
    Ok(OwnControl {
        id: column::get(row, 0, column::parsed)?,
        name: column::get(row, 1, column::name)?,
        purpose: column::opt(row, 2, column::long_text)?,
        owner: column::opt(row, 3, column::parsed)?,
        evidence: column::opt(row, 4, column::long_text)?,
        checked_on: column::opt(row, 5, column::day)?,
    })
}
