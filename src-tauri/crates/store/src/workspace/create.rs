//! Makes a new workspace.

use super::{Connections, Workspace};
use crate::{
    Access, Change, Holder, Passphrase, ReadOnlyReason, Stamp, StoreError, Subject,
    audit::chain,
    column,
    connection::{self, Mode},
    crash,
    error::Fault,
    in_process,
    lock::{Asked, Lock},
    protection::{head::Head, key::Key},
    schema,
};
use chrono::{DateTime, Utc};
use countersign_domain::{Name, Op, Person, WorkspaceId};
use rusqlite::{Connection, TransactionBehavior, params};
use std::{
    fs::{File, OpenOptions},
    path::Path,
    sync::{Mutex, RwLock},
};

/// What a new workspace begins with.
#[derive(Debug, Clone)]
pub struct Founding {
    /// Its id.
    pub workspace: WorkspaceId,
    /// Our organisation.
    pub organisation: Name,
    /// The first person, who makes it.
    pub person: Person,
    /// When.
    pub at: DateTime<Utc>,
}

impl Workspace {
    /// Makes a workspace file and opens it. An existing file is never overwritten: [`StoreError::FileExists`].
    pub fn create(
        path: &Path,
        passphrase: Option<&Passphrase>,
        founding: &Founding,
        holder: &Holder,
    ) -> Result<Self, StoreError> {
        let key = passphrase.map(Key::fresh).transpose()?;
        // Takes the name: from here on the file is ours and empty, which no one can take for a workspace.
        OpenOptions::new().write(true).create_new(true).open(path).map_err(Fault::Io)?;
        crash::point("after the empty file");
        let created = fill(path, key, founding, holder);
        if created.is_err()
            && let Err(error) = std::fs::remove_file(path)
        {
            tracing::warn!(%error, "an unfinished new workspace stays");
        }
        Ok(created?)
    }
}

fn fill(path: &Path, key: Option<Key>, founding: &Founding, holder: &Holder) -> Result<Workspace, Fault> {
    let path = path.canonicalize()?;
    let lock = match Lock::ask(&path, holder)? {
        Asked::Ours(lock) => lock,
        Asked::Held(holder) => return Err(Fault::ReadOnly(ReadOnlyReason::Held { holder })),
        Asked::Unwritable => return Err(Fault::ReadOnly(ReadOnlyReason::Medium)),
    };
    let listed = in_process::list(&path, Head::of(key.as_ref()));
    let mut unproved = connection::open_unproved(&path, Mode::Write, key.as_ref())?;
    found(&mut unproved, founding)?;
    drop(unproved);
    // The file's name must survive a power failure as well as its content.
    sync_folder(&path)?;
    let writer = connection::open(&path, Mode::Write, key.as_ref())?;
    Ok(Workspace {
        path,
        access: Access::ReadWrite,
        connections: RwLock::new(Connections { key, writer: Mutex::new(Some(writer)), readers: Mutex::default() }),
        _listed: listed,
        _lock: Some(lock),
    })
}

/// Writes schema, workspace, first person and first audit entry in one transaction.
fn found(connection: &mut Connection, founding: &Founding) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
    schema::create(&transaction)?;
    transaction.execute(
        "INSERT INTO workspace (only_row, id, organisation, created_at, audit_count, audit_head) VALUES (1, ?, ?, ?, 0, ?)",
        params![
            founding.workspace.to_string(),
            founding.organisation.as_str(),
            column::of_time(founding.at),
            chain::start(founding.workspace).to_string(),
        ],
    )?;
    let stamp = Stamp {
        actor: founding.person.id,
        actor_name: founding.person.name.clone(),
        at: founding.at,
        op: Op::CreateWorkspace,
        subject: Subject::workspace(founding.workspace, &founding.organisation),
    };
    let mut db = Change::new(&transaction, &stamp);
    db.write_person(&founding.person)?;
    db.finish()?;
    crash::point("before the founding commit");
    Ok(transaction.commit()?)
}

/// Makes the folder's entries durable. Only Unix lets folders be synced; elsewhere the file system sees to it.
pub(crate) fn sync_folder(path: &Path) -> Result<(), Fault> {
    if cfg!(unix)
        && let Some(folder) = path.parent()
    {
        File::open(folder)?.sync_all()?;
    }
    Ok(())
}
