//! The workspace as it was: what rows that can change were before stands in `past_row`, written by triggers of the schema;
//! everything else carries its time. [`Workspace::read_past`] lays temporary tables of the same names over those of the file,
//! so that every question asked of the past is the one that is asked of the present (`decisions/0024`).

mod changes;
mod shadow;

pub use changes::{Became, StageChange, StatusChange};

use crate::{Snapshot, StoreError, Workspace, column, connection, connection::Mode, error::Fault};
use chrono::{DateTime, Utc};
use rusqlite::{Connection, OptionalExtension};

impl Snapshot<'_> {
    /// Gives the time of the entry of the audit log from which on every state of the workspace is known.
    pub fn past_begins(&self) -> Result<Option<DateTime<Utc>>, StoreError> {
        let sql =
            "SELECT audit.at FROM past_begins JOIN audit ON audit.seq >= past_begins.entry ORDER BY audit.seq LIMIT 1";
        Ok(self.one(sql, [], |row| column::get(row, 0, column::time))?)
    }
}

impl Workspace {
    /// Reads as [`Workspace::read`] does, what the workspace was just before `until`. Full-text search, what is put off,
    /// imports and answers of reviews that were not finished are those of the present.
    ///
    /// The state is known for every moment not before [`Snapshot::past_begins`].
    pub fn read_past<T, E: From<StoreError>>(
        &self,
        until: DateTime<Utc>,
        ask: impl FnOnce(&Snapshot<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connections = self.connections();
        // A connection of its own: what is laid over the tables goes with it.
        let connection =
            connection::open(self.path(), Mode::Read, connections.key.as_ref()).map_err(StoreError::from)?;
        let transaction = connection.unchecked_transaction().map_err(StoreError::from)?;
        lay_over(&transaction, until).map_err(StoreError::from)?;
        ask(&Snapshot::new(&transaction))
    }
}

fn lay_over(connection: &Connection, until: DateTime<Utc>) -> Result<(), Fault> {
    let until = column::of_time(until);
    let last = "SELECT seq FROM main.audit WHERE at < ? ORDER BY seq DESC LIMIT 1";
    let entry: i64 = connection.query_row(last, [&until], |row| row.get(0)).optional()?.unwrap_or(0);
    // The file itself is opened for reading only; the pragma would keep temporary tables from being made, too.
    connection.pragma_update(None, "query_only", false)?;
    shadow::rows_that_changed(connection, entry)?;
    shadow::rows_that_stay(connection, entry, &until)?;
    connection.pragma_update(None, "query_only", true)?;
    Ok(())
}
