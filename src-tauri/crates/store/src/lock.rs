//! One writer per workspace file, across programs and computers.
//!
//! An advisory lock on `<file>-lock` says that a program writes; the operating system releases it when that program
//! ends in whatever way, so a killed process blocks nobody. A note beside it, `<file>-holder`, tells who it is: not in the locked
//! file itself, because Windows does not let others read what is locked. Both are removed on closing.

use crate::{access::Holder, error::Fault};
use std::{
    ffi::OsString,
    fs::{File, OpenOptions, TryLockError},
    io,
    path::{Path, PathBuf},
};

/// The lock while we hold it.
#[derive(Debug)]
pub(crate) struct Lock {
    /// Held open, never read: the system releases the lock with the handle.
    _file: File,
    guarded: PathBuf,
    note: PathBuf,
}

/// What became of asking for the lock.
#[derive(Debug)]
pub(crate) enum Asked {
    /// We have it.
    Ours(Lock),
    /// Another has it.
    Held(Option<Holder>),
    /// The folder cannot be written or knows no locks, so nobody can have it.
    Unwritable,
}

/// Gives the path of a file that stands beside the workspace.
pub(crate) fn beside(path: &Path, suffix: &str) -> PathBuf {
    let mut beside = OsString::from(path);
    beside.push(suffix);
    beside.into()
}

impl Lock {
    /// Asks for the lock of a workspace, without waiting.
    pub(crate) fn ask(workspace: &Path, holder: &Holder) -> Result<Asked, Fault> {
        let (guarded, note) = (beside(workspace, "-lock"), beside(workspace, "-holder"));
        loop {
            let file = match OpenOptions::new().create(true).truncate(false).write(true).open(&guarded) {
                Ok(file) => file,
                Err(error) if is_unwritable(&error) => return Ok(Asked::Unwritable),
                Err(error) => return Err(error.into()),
            };
            match file.try_lock() {
                Ok(()) => {}
                Err(TryLockError::WouldBlock) => return Ok(Asked::Held(read_note(&note))),
                // A drive that knows no locks cannot keep a second writer out, so nobody writes there.
                Err(TryLockError::Error(error)) => {
                    tracing::warn!(%error, "the medium knows no locks");
                    return Ok(Asked::Unwritable);
                }
            }
            // Whoever held it before may have removed the file between our opening and locking it.
            if is_still_there(&file, &guarded) {
                // Without the note others are only told less; a full disk must not keep a workspace from being opened.
                if let Err(error) = std::fs::write(&note, serde_json::to_vec(holder)?) {
                    tracing::warn!(%error, "the note of who holds the workspace could not be written");
                }
                return Ok(Asked::Ours(Self { _file: file, guarded, note }));
            }
        }
    }
}

impl Drop for Lock {
    fn drop(&mut self) {
        // What cannot be removed is only untidy: the lock itself goes with the handle.
        let removed = std::fs::remove_file(&self.note);
        if cfg!(unix) {
            let removed = removed.and(std::fs::remove_file(&self.guarded));
            if let Err(error) = removed {
                tracing::debug!(%error, "a file beside the workspace stays");
            }
        }
    }
}

fn read_note(path: &Path) -> Option<Holder> {
    serde_json::from_slice(&std::fs::read(path).ok()?).ok()
}

pub(crate) fn is_unwritable(error: &io::Error) -> bool {
    matches!(
        error.kind(),
        io::ErrorKind::PermissionDenied | io::ErrorKind::ReadOnlyFilesystem | io::ErrorKind::StorageFull
    )
}

#[cfg(unix)]
fn is_still_there(file: &File, path: &Path) -> bool {
    use std::os::unix::fs::MetadataExt as _;
    let named = std::fs::metadata(path).map(|m| (m.dev(), m.ino()));
    let locked = file.metadata().map(|m| (m.dev(), m.ino()));
    matches!((named, locked), (Ok(named), Ok(locked)) if named == locked)
}

/// Elsewhere the file is never removed.
#[cfg(not(unix))]
fn is_still_there(_file: &File, _path: &Path) -> bool {
    true
}
