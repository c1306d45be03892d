//! Opens an existing workspace, for writing where possible, else for reading, and says which.

use super::{Connections, Workspace, backup};
use crate::{
    Access, Holder, Passphrase, Protection, ReadOnlyReason, StoreError,
    connection::{self, Mode},
    error::Fault,
    in_process,
    lock::{Asked, Lock},
    migrate,
    protection::{
        change,
        head::Head,
        key::{COSTS, Key},
        pages,
    },
    schema,
};
use chrono::{DateTime, Utc};
use rusqlite::Connection;
use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, RwLock},
};

impl Workspace {
    /// Says, without a passphrase, whether the file can be a workspace and whether one is needed.
    pub fn probe(path: &Path) -> Result<Protection, StoreError> {
        Ok(in_process::head(&find(path)?)?.protection)
    }

    /// Opens a workspace. `holder` is what others are told who come second; `at` names the copy that is made before a
    /// migration. A passphrase given for a file that has none is not looked at.
    ///
    /// What cannot be written is opened for reading, see [`Workspace::access`]; [`StoreError::ReadOnly`] only where even that
    /// needs a write first: an older schema, or the unfinished write of a program that crashed.
    pub fn open(
        path: &Path,
        passphrase: Option<&Passphrase>,
        holder: &Holder,
        at: DateTime<Utc>,
    ) -> Result<Self, StoreError> {
        let path = find(path)?;
        let head = in_process::head(&path)?;
        if head.protection == Protection::Passphrase && passphrase.is_none() {
            return Err(Fault::PassphraseNeeded.into());
        }
        let opening = Opening { path, head, passphrase, holder, at, steps: migrate::STEPS };
        Ok(opening.open()?)
    }
}

fn find(path: &Path) -> Result<PathBuf, Fault> {
    path.canonicalize().map_err(|error| match error.kind() {
        io::ErrorKind::NotFound | io::ErrorKind::NotADirectory => Fault::NoSuchFile,
        _ => error.into(),
    })
}

/// What opening needs to know.
pub(crate) struct Opening<'a> {
    path: PathBuf,
    head: Head,
    passphrase: Option<&'a Passphrase>,
    holder: &'a Holder,
    at: DateTime<Utc>,
    /// The steps of migration; others than the program's own in tests.
    steps: &'a [&'a str],
}

impl Opening<'_> {
    fn open(self) -> Result<Workspace, Fault> {
        let (lock, reason) = self.ask_for_lock()?;
        let listed = in_process::list(&self.path, self.head);
        if lock.is_some() {
            change::clear_leftovers(&self.path);
        }
        let mut access = reason.map_or(Access::ReadWrite, |why| Access::ReadOnly { why });
        let (mut connection, key) = self.connect(mode(&access))?;
        let version = schema::version(&connection)?;
        connection::settle(&connection, mode(&access))?;
        let held = matches!(access, Access::ReadOnly { why: ReadOnlyReason::Held { .. } });
        // Who holds the file has checked it, and our check would keep them from writing while it lasts.
        if !held && let Some(detail) = schema::damage(&connection) {
            tracing::error!(detail, "the workspace is damaged and opened for reading only");
            access = Access::ReadOnly { why: ReadOnlyReason::Damaged { detail } };
        }
        if version < self.steps.len() as u32 {
            match &access {
                Access::ReadWrite => self.migrate(&mut connection, key.as_ref(), version)?,
                // An older file that may not be written cannot be led to the form that the queries need.
                Access::ReadOnly { why } => return Err(Fault::ReadOnly(why.clone())),
            }
        }
        let (writer, readers) = match access {
            Access::ReadWrite => (Some(connection), Vec::new()),
            Access::ReadOnly { .. } => {
                drop(connection);
                (None, vec![connection::open(&self.path, Mode::Read, key.as_ref())?])
            }
        };
        let connections = Connections { key, writer: Mutex::new(writer), readers: Mutex::new(readers) };
        Ok(Workspace { path: self.path, access, connections: RwLock::new(connections), _listed: listed, _lock: lock })
    }

    fn ask_for_lock(&self) -> Result<(Option<Lock>, Option<ReadOnlyReason>), Fault> {
        // Asked of the file itself too: the superuser may write what is marked read-only, and should not.
        if std::fs::metadata(&self.path)?.permissions().readonly() {
            return Ok((None, Some(ReadOnlyReason::Medium)));
        }
        Ok(match Lock::ask(&self.path, self.holder)? {
            Asked::Ours(lock) => (Some(lock), None),
            Asked::Held(holder) => (None, Some(ReadOnlyReason::Held { holder })),
            Asked::Unwritable => (None, Some(ReadOnlyReason::Medium)),
        })
    }

    /// Connects, with the key of the newest cost that fits.
    fn connect(&self, mode: Mode) -> Result<(Connection, Option<Key>), Fault> {
        let (Protection::Passphrase, Some(passphrase)) = (self.head.protection, self.passphrase) else {
            return Ok((connection::open_untouched(&self.path, mode, None)?, None));
        };
        let mut keys = Vec::new();
        for cost in COSTS {
            let key = Key::derive(passphrase, self.head.salt, *cost)?;
            match connection::open_untouched(&self.path, mode, Some(&key)) {
                Ok(connection) => return Ok((connection, Some(key))),
                Err(Fault::PassphraseWrong) => keys.push(key),
                Err(fault) => return Err(fault),
            }
        }
        // The connections are closed again: the file can be looked into.
        let fits =
            |file: &mut File| keys.iter().try_fold(false, |fits, key| Ok(fits || pages::bear_the_code_of(file, key)?));
        match in_process::look_into(&self.path, fits) {
            Ok(Some(true)) => Err(Fault::Damaged("the passphrase fits, but the first page is spoilt".to_owned())),
            Ok(Some(false) | None) | Err(_) => Err(Fault::PassphraseWrong),
        }
    }

    /// Leads the file to the current schema, after a copy of it was made beside it.
    fn migrate(&self, connection: &mut Connection, key: Option<&Key>, version: u32) -> Result<(), Fault> {
        let copy = backup::path_before_migration(&self.path, version, self.at);
        backup::copy(connection, &copy, key)?;
        tracing::info!(version, "the workspace is led to the current schema; a copy was made before");
        migrate::run(connection, version, self.steps)
    }
}

fn mode(access: &Access) -> Mode {
    match access {
        Access::ReadWrite => Mode::Write,
        Access::ReadOnly { .. } => Mode::Read,
    }
}

#[cfg(test)]
impl<'a> Opening<'a> {
    /// Opens with other steps than the program has.
    pub(crate) fn with_steps(
        path: &Path,
        holder: &'a Holder,
        at: DateTime<Utc>,
        steps: &'a [&'a str],
    ) -> Result<Workspace, Fault> {
        let path = find(path)?;
        let head = in_process::head(&path)?;
        Opening { path, head, passphrase: None, holder, at, steps }.open()
    }
}
