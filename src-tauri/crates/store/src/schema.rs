//! The schema and its version.

use crate::{error::Fault, migrate};
use rusqlite::Connection;

/// Says in the file's head that it is a workspace of this program: "CSGN" in ASCII.
pub(crate) const APPLICATION_ID: u32 = 0x4353_474E;

/// The version that this program writes.
pub(crate) const VERSION: u32 = migrate::STEPS.len() as u32;

/// The schema of [`VERSION`], readable in one place.
pub(crate) const CURRENT: &str = include_str!("schema/current.sql");

/// Writes the current schema into an empty file, inside the caller's transaction.
pub(crate) fn create(connection: &Connection) -> Result<(), Fault> {
    connection.execute_batch(CURRENT)?;
    connection.pragma_update(None, "application_id", APPLICATION_ID)?;
    set_version(connection, VERSION)
}

/// Reads the version, after having made sure that the file is a workspace and not newer than this program.
pub(crate) fn version(connection: &Connection) -> Result<u32, Fault> {
    let application: u32 = connection.pragma_query_value(None, "application_id", |row| row.get(0))?;
    if application != APPLICATION_ID {
        return Err(Fault::NotAWorkspace("a database of another program"));
    }
    let found: u32 = connection.pragma_query_value(None, "user_version", |row| row.get(0))?;
    if found > VERSION {
        return Err(Fault::Newer { found, known: VERSION });
    }
    Ok(found)
}

/// Notes the version, inside the caller's transaction.
pub(crate) fn set_version(connection: &Connection, version: u32) -> Result<(), Fault> {
    Ok(connection.pragma_update(None, "user_version", version)?)
}

/// Looks for damage; `None` where there is none. Reads the whole file.
pub(crate) fn damage(connection: &Connection) -> Option<String> {
    match connection.query_row("PRAGMA quick_check(1)", [], |row| row.get::<_, String>(0)) {
        Ok(answer) if answer == "ok" => None,
        Ok(found) => Some(found),
        Err(error) => Some(error.to_string()),
    }
}
