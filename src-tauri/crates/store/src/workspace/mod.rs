//! An open workspace: one writer, several readers, one file.

mod backup;
mod create;
mod open;

pub use create::Founding;
pub(crate) use create::sync_folder;
#[cfg(test)]
pub(crate) use open::Opening;

use crate::{
    Access, Change, Protection, ReadOnlyReason, Snapshot, Stamp, StoreError,
    connection::{self, Mode},
    crash,
    error::Fault,
    in_process::Listed,
    lock::Lock,
    protection::key::Key,
};
use rusqlite::{Connection, TransactionBehavior};
use std::{
    fmt,
    ops::Deref,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError, RwLock, RwLockReadGuard, RwLockWriteGuard},
};

/// How many idle readers are kept: more than there are cores at work on one screen is of no use.
const IDLE_READERS: usize = 4;

/// An open workspace file.
///
/// A read must not wait for a write of the same thread or the other way round: inside [`Workspace::read`] or
/// [`Workspace::write`], use the handle that the closure gets.
pub struct Workspace {
    path: PathBuf,
    access: Access,
    // The order of fields is the order of closing: the lock goes last.
    connections: RwLock<Connections>,
    _listed: Listed,
    _lock: Option<Lock>,
}

/// What changes when the file is replaced by one with another protection.
pub(crate) struct Connections {
    pub(crate) key: Option<Key>,
    writer: Mutex<Option<Connection>>,
    readers: Mutex<Vec<Connection>>,
}

impl Connections {
    /// Closes all of them; those that are needed are opened again.
    pub(crate) fn close(&mut self) {
        *self.writer.get_mut().unwrap_or_else(PoisonError::into_inner) = None;
        self.readers.get_mut().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl fmt::Debug for Workspace {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Workspace").field("path", &self.path).field("access", &self.access).finish_non_exhaustive()
    }
}

impl Workspace {
    /// Gives the path, with links followed.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Says whether the workspace can be written.
    pub fn access(&self) -> &Access {
        &self.access
    }

    /// Says whether a passphrase protects the file.
    pub fn protection(&self) -> Protection {
        if self.connections().key.is_some() { Protection::Passphrase } else { Protection::None }
    }

    /// Reads: all that the closure asks belongs to one moment.
    pub fn read<T, E: From<StoreError>>(&self, ask: impl FnOnce(&Snapshot<'_>) -> Result<T, E>) -> Result<T, E> {
        let connections = self.connections();
        let reader = self.reader(&connections).map_err(StoreError::from)?;
        // Never committed: it wrote nothing, and dropping it ends the snapshot.
        let transaction = reader.unchecked_transaction().map_err(StoreError::from)?;
        ask(&Snapshot::new(&transaction))
    }

    /// Writes: all that the closure does and the audit entry for `stamp` are recorded together, or, where the closure gives an
    /// error or panics, nothing.
    pub fn write<T, E: From<StoreError>>(
        &self,
        stamp: &Stamp,
        change: impl FnOnce(&mut Change<'_>) -> Result<T, E>,
    ) -> Result<T, E> {
        let connections = self.connections();
        let mut writer = self.writer(&connections)?;
        let writer = self.opened(&connections, &mut writer)?;
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        let mut db = Change::new(&transaction, stamp);
        let answer = change(&mut db)?;
        crash::point("before the audit entry");
        db.finish().map_err(StoreError::from)?;
        crash::point("before the commit");
        transaction.commit().map_err(StoreError::from)?;
        crash::point("after the commit");
        Ok(answer)
    }

    /// Keeps what is typed and not yet recorded, or throws it away. Not audited: it states nothing.
    pub fn keep_draft(&self, name: &str, draft: Option<&serde_json::Value>) -> Result<(), StoreError> {
        let connections = self.connections();
        let mut writer = self.writer(&connections)?;
        let writer = self.opened(&connections, &mut writer)?;
        match draft {
            Some(draft) => writer.execute(
                "INSERT INTO draft (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
                [name, &draft.to_string()],
            )?,
            None => writer.execute("DELETE FROM draft WHERE name = ?", [name])?,
        };
        Ok(())
    }

    /// Writes what states nothing of its own, in one transaction and without an audit entry.
    pub(crate) fn unaudited(&self, change: impl FnOnce(&Connection) -> Result<(), Fault>) -> Result<(), StoreError> {
        let connections = self.connections();
        let mut writer = self.writer(&connections)?;
        let writer = self.opened(&connections, &mut writer)?;
        let transaction = writer.transaction_with_behavior(TransactionBehavior::Immediate).map_err(StoreError::from)?;
        change(&transaction)?;
        transaction.commit().map_err(StoreError::from)
    }

    pub(crate) fn connections(&self) -> RwLockReadGuard<'_, Connections> {
        self.connections.read().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits until nobody reads or writes, and keeps everybody out.
    pub(crate) fn connections_alone(&self) -> RwLockWriteGuard<'_, Connections> {
        self.connections.write().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn demand_writable(&self) -> Result<(), Fault> {
        match &self.access {
            Access::ReadWrite => Ok(()),
            Access::ReadOnly { why } => Err(Fault::ReadOnly(ReadOnlyReason::clone(why))),
        }
    }

    fn writer<'g>(&self, connections: &'g Connections) -> Result<MutexGuard<'g, Option<Connection>>, StoreError> {
        self.demand_writable()?;
        // Poisoned by a panic inside a write: its transaction was rolled back while the stack unwound.
        Ok(connections.writer.lock().unwrap_or_else(PoisonError::into_inner))
    }

    /// Opens the writer where it is not open: after the file was replaced and could not be opened at once.
    fn opened<'g>(
        &self,
        connections: &Connections,
        writer: &'g mut Option<Connection>,
    ) -> Result<&'g mut Connection, StoreError> {
        if writer.is_none() {
            *writer = Some(connection::open(&self.path, Mode::Write, connections.key.as_ref())?);
        }
        Ok(writer.as_mut().expect("it was opened just now where it was not"))
    }

    fn reader<'g>(&self, connections: &'g Connections) -> Result<Reader<'g>, Fault> {
        let idle = idle(connections).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => connection::open(&self.path, Mode::Read, connections.key.as_ref())?,
        };
        Ok(Reader { connections, connection: Some(connection) })
    }
}

fn idle(connections: &Connections) -> MutexGuard<'_, Vec<Connection>> {
    connections.readers.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A reader that goes back to the idle ones, also when the closure panics.
struct Reader<'g> {
    connections: &'g Connections,
    connection: Option<Connection>,
}

impl Deref for Reader<'_> {
    type Target = Connection;

    fn deref(&self) -> &Connection {
        self.connection.as_ref().expect("taken only when dropped")
    }
}

impl Drop for Reader<'_> {
    fn drop(&mut self) {
        let mut idle = idle(self.connections);
        if idle.len() < IDLE_READERS {
            idle.extend(self.connection.take());
        }
    }
}
