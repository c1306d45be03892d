//! What is noted of vendors between reviews.

use crate::{Change, Snapshot, StoreError, column};
use countersign_domain::{
    LongText, VendorId,
    monitoring::{Closed, MonitoringEntry, MonitoringKind},
};
use rusqlite::{Row, named_params};

impl Snapshot<'_> {
    /// Lists what is noted of a vendor, or of all, the latest first.
    pub fn monitoring(&self, vendor: Option<VendorId>) -> Result<Vec<MonitoringEntry>, StoreError> {
        let vendor = vendor.map(|vendor| vendor.to_string());
        Ok(self.all(include_str!("list.sql"), [vendor], entry)?)
    }
}

impl Change<'_> {
    /// Writes an entry, in the place of what it was.
    pub fn save_monitoring(&mut self, it: &MonitoringEntry) -> Result<(), StoreError> {
        let closed = it.closed.as_ref();
        self.execute(
            include_str!("save.sql"),
            named_params! {
                ":id": it.id.to_string(),
                ":vendor": it.vendor.to_string(),
                ":kind": it.kind.as_str(),
                ":happened_on": it.on.to_string(),
                ":source": it.source.as_ref().map(LongText::as_str),
                ":what": it.what.as_str(),
                ":told_by_vendor": it.told_by_vendor,
                ":retier": it.retier,
                ":review_by": it.review_by.map(|day| day.to_string()),
                ":proposed_at": column::of_time(it.proposed_at),
                ":finding": it.finding.map(|finding| finding.to_string()),
                ":evidence": it.evidence.map(|document| document.to_string()),
                ":recorded_by": it.by.to_string(),
                ":recorded_at": column::of_time(it.at),
                ":closed_by": closed.map(|closed| closed.by.to_string()),
                ":closed_at": closed.map(|closed| column::of_time(closed.at)),
                ":closed_note": closed.map(|closed| closed.note.as_str()),
            },
        )?;
        Ok(())
    }
}

fn entry(row: &Row<'_>) -> rusqlite::Result<MonitoringEntry> {
    let closed = match (column::opt(row, 14, column::parsed)?, column::opt(row, 15, column::time)?) {
        (Some(by), Some(at)) => Some(Closed { by, at, note: column::get(row, 16, column::long_text)? }),
        _ => None,
    };
    Ok(MonitoringEntry {
        id: column::get(row, 0, column::parsed)?,
        vendor: column::get(row, 1, column::parsed)?,
        kind: column::get(row, 2, column::one_of(MonitoringKind::from_name))?,
        on: column::get(row, 3, column::day)?,
        source: column::opt(row, 4, column::long_text)?,
        what: column::get(row, 5, column::long_text)?,
        told_by_vendor: row.get(6)?,
        retier: row.get(7)?,
        review_by: column::opt(row, 8, column::day)?,
        proposed_at: column::get(row, 9, column::time)?,
        finding: column::opt(row, 10, column::parsed)?,
        evidence: column::opt(row, 11, column::parsed)?,
        by: column::get(row, 12, column::parsed)?,
        at: column::get(row, 13, column::time)?,
        closed,
    })
}
