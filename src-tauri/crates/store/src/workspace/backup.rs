//! Copies of a workspace, whole and consistent, with the same protection.

use super::Workspace;
use crate::{
    StoreError,
    connection::{self, Mode},
    error::Fault,
    lock::beside,
    protection::key::Key,
    schema,
    workspace::create::sync_folder,
};
use chrono::{DateTime, Utc};
use rusqlite::{
    Connection,
    backup::{Backup, StepResult},
};
use std::{
    fs::{File, OpenOptions},
    path::{Path, PathBuf},
};

impl Workspace {
    /// Copies the workspace, as it is at one moment, to a new file with the same passphrase. An existing file is never
    /// overwritten. What is written meanwhile waits.
    pub fn backup_to(&self, path: &Path) -> Result<(), StoreError> {
        let connections = self.connections();
        let source = connection::open(&self.path, Mode::Read, connections.key.as_ref())?;
        Ok(copy(&source, path, connections.key.as_ref())?)
    }
}

/// Names the copy that is made before a migration: beside the file, with version and time.
pub(super) fn path_before_migration(path: &Path, version: u32, at: DateTime<Utc>) -> PathBuf {
    let stem = path.file_stem().unwrap_or_default().to_string_lossy();
    path.with_file_name(format!("{stem} (version {version}, {}).countersign", at.format("%Y-%m-%d %H%M%S%.9f")))
}

/// Copies page by page into a file beside the target, checks the copy, and only then gives it the name.
pub(super) fn copy(source: &Connection, target: &Path, key: Option<&Key>) -> Result<(), Fault> {
    OpenOptions::new().write(true).create_new(true).open(target)?;
    let unfinished = beside(target, "-unfinished");
    let copied = copy_to(source, &unfinished, key).and_then(|()| {
        std::fs::rename(&unfinished, target)?;
        sync_folder(target)
    });
    if copied.is_err() {
        for left in [unfinished.as_path(), target] {
            if let Err(error) = std::fs::remove_file(left) {
                tracing::debug!(%error, "nothing to clear, or it stays");
            }
        }
    }
    copied
}

fn copy_to(source: &Connection, target: &Path, key: Option<&Key>) -> Result<(), Fault> {
    File::create(target)?;
    let mut connection = connection::open_unproved(target, Mode::Copy, key)?;
    // All pages in one step: one moment, and no writer makes the copy begin anew.
    match Backup::new(source, &mut connection)?.step(-1)? {
        StepResult::Done => {}
        _ => return Err(Fault::Busy),
    }
    drop(connection);
    let connection = connection::open(target, Mode::Read, key)?;
    if let Some(detail) = schema::damage(&connection) {
        return Err(Fault::UnsoundCopy(detail));
    }
    drop(connection);
    Ok(OpenOptions::new().write(true).open(target)?.sync_all()?)
}
