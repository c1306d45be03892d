//! Sets, changes or takes off the passphrase of an open workspace.
//!
//! The whole content goes into a new file beside the old one, which takes its place when it is proved: until the
//! rename the old file is untouched, after it the new one is whole. A crash leaves at most the unfinished new file,
//! which the next program that holds the lock removes. The audit entry is in the new file only, so that it stands exactly
//! where the change took place.

use super::{head::Head, key::Key};
use crate::{
    Change, Passphrase, Stamp, StoreError, Workspace,
    connection::{self, Mode},
    crash,
    error::Fault,
    in_process,
    lock::beside,
    schema,
    workspace::sync_folder,
};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    fs::{File, OpenOptions},
    path::Path,
};

/// What the new file is called until it takes the old one's place.
const SUFFIX: &str = "-protecting";

impl Workspace {
    /// Gives the file another passphrase, its first one, or none. `current` must be the present one where there is one:
    /// [`StoreError::PassphraseNeeded`], [`StoreError::PassphraseWrong`].
    ///
    /// Waits for readers, and keeps everybody out until it is done; needs as much disk again as the file has. What was on the
    /// disk in plain before cannot be wiped with certainty.
    pub fn set_protection(
        &self,
        current: Option<&Passphrase>,
        new: Option<&Passphrase>,
        stamp: &Stamp,
    ) -> Result<(), StoreError> {
        Ok(self.replace(current, new, stamp)?)
    }

    fn replace(&self, current: Option<&Passphrase>, new: Option<&Passphrase>, stamp: &Stamp) -> Result<(), Fault> {
        self.demand_writable()?;
        let mut connections = self.connections_alone();
        if let Some(key) = &connections.key {
            let current = current.ok_or(Fault::PassphraseNeeded)?;
            if !key.is_made_by(current)? {
                return Err(Fault::PassphraseWrong);
            }
        }
        let key = new.map(Key::fresh).transpose()?;
        let path = self.path();
        let unfinished = beside(path, SUFFIX);
        let written = write(path, connections.key.as_ref(), &unfinished, key.as_ref(), stamp);
        if written.is_err() {
            clear_leftovers(path);
        }
        written?;
        crash::point("before the rename");
        // Windows does not replace a file that is open; they are opened again when they are needed.
        connections.close();
        std::fs::rename(&unfinished, path).inspect_err(|_| clear_leftovers(path))?;
        crash::point("after the rename");
        in_process::replaced(path, Head::of(key.as_ref()));
        connections.key = key;
        sync_folder(path)
    }
}

/// Removes what a crash left.
pub(crate) fn clear_leftovers(path: &Path) {
    for suffix in [SUFFIX.to_owned(), format!("{SUFFIX}-journal")] {
        match std::fs::remove_file(beside(path, &suffix)) {
            Ok(()) => tracing::warn!("an unfinished change of protection was cleared away"),
            Err(error) if error.kind() == std::io::ErrorKind::NotFound => {}
            Err(error) => tracing::warn!(%error, "an unfinished change of protection stays"),
        }
    }
}

fn write(path: &Path, key: Option<&Key>, target: &Path, target_key: Option<&Key>, stamp: &Stamp) -> Result<(), Fault> {
    File::create(target)?;
    let source = connection::open(path, Mode::Copy, key)?;
    export(&source, target, target_key)?;
    crash::point("after the export");
    let before = contents(&source)?;
    drop(source);
    let mut copy = connection::open(target, Mode::Write, target_key)?;
    let after = contents(&copy)?;
    if before != after {
        return Err(Fault::UnsoundCopy("tables differ in their number of rows".to_owned()));
    }
    let transaction = copy.transaction_with_behavior(TransactionBehavior::Immediate)?;
    let mut db = Change::new(&transaction, stamp);
    db.note("protected", target_key.is_some());
    db.finish()?;
    transaction.commit()?;
    crash::point("after the audit entry");
    if let Some(detail) = schema::damage(&copy) {
        return Err(Fault::UnsoundCopy(detail));
    }
    drop(copy);
    Ok(OpenOptions::new().write(true).open(target)?.sync_all()?)
}

/// Copies everything into the file `target`, encrypted with its own key.
fn export(source: &Connection, target: &Path, key: Option<&Key>) -> Result<(), Fault> {
    let spelled = key.map(Key::spelled);
    let target = target.to_str().ok_or_else(|| Fault::UnsoundCopy("the path is no Unicode".to_owned()))?;
    source.execute(
        "ATTACH DATABASE ? AS target KEY ?",
        [target, spelled.as_ref().map_or("", |spelled| spelled.as_str())],
    )?;
    source.query_row("SELECT sqlcipher_export('target')", [], |_| Ok(())).map_err(without_code)?;
    // The export takes tables along, not what stands in the head of the file.
    source.pragma_update(Some("target"), "application_id", schema::APPLICATION_ID)?;
    let version: u32 = source.pragma_query_value(None, "user_version", |row| row.get(0))?;
    source.pragma_update(Some("target"), "user_version", version)?;
    source.execute_batch("DETACH DATABASE target")?;
    Ok(())
}

/// The export gives up with a text instead of a code.
fn without_code(error: rusqlite::Error) -> Fault {
    match &error {
        rusqlite::Error::SqliteFailure(_, Some(text)) if text.contains("disk is full") => Fault::DiskFull,
        _ => error.into(),
    }
}

/// Counts what is in every table, and gives every index, trigger and table with its text.
fn contents(connection: &Connection) -> Result<Vec<(String, Option<String>, u64)>, Fault> {
    let mut statement = connection.prepare("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name")?;
    let found = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut contents = Vec::new();
    for entry in found {
        let (kind, name, sql): (String, String, Option<String>) = entry?;
        let rows = if kind == "table" {
            let counting = format!("SELECT count(*) FROM \"{}\"", name.replace('"', "\"\""));
            connection.query_row(&counting, [], |row| row.get(0))?
        } else {
            0
        };
        contents.push((name, sql, rows));
    }
    Ok(contents)
}
