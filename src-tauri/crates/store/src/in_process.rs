//! Which workspace files this process has open.
//!
//! POSIX drops all of a process's locks on a file as soon as the process closes any handle of it. SQLite knows that and
//! guards itself, but we also read the first bytes of files by hand, so we must not do that to a file that is open:
//! what its head says is remembered here instead.

use crate::protection::head::Head;
use std::{
    fs::File,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

static OPEN: Mutex<Vec<(PathBuf, Head)>> = Mutex::new(Vec::new());

/// Keeps a file on the list until it is dropped.
#[derive(Debug)]
pub(crate) struct Listed(PathBuf);

fn open() -> MutexGuard<'static, Vec<(PathBuf, Head)>> {
    OPEN.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Gives the head of a file, read or remembered.
pub(crate) fn head(path: &Path) -> Result<Head, crate::error::Fault> {
    // The list stays locked while the file is read, so that nobody opens it meanwhile.
    let open = open();
    match open.iter().find(|(listed, _)| listed == path) {
        Some((_, head)) => Ok(*head),
        None => Head::read(path),
    }
}

/// Reads by hand in a file that only one has listed here and that it has not open; `None` where others have it open.
pub(crate) fn look_into<T>(path: &Path, look: impl FnOnce(&mut File) -> io::Result<T>) -> io::Result<Option<T>> {
    let open = open();
    let listed = open.iter().filter(|(listed, _)| listed == path).count();
    if listed > 1 { Ok(None) } else { Ok(Some(look(&mut File::open(path)?)?)) }
}

/// Puts a file on the list, before it is opened.
pub(crate) fn list(path: &Path, head: Head) -> Listed {
    open().push((path.to_owned(), head));
    Listed(path.to_owned())
}

/// Notes that the file at that path was replaced.
pub(crate) fn replaced(path: &Path, head: Head) {
    for (_, listed) in open().iter_mut().filter(|(listed, _)| listed == path) {
        *listed = head;
    }
}

impl Drop for Listed {
    fn drop(&mut self) {
        let mut open = open();
        if let Some(at) = open.iter().position(|(listed, _)| *listed == self.0) {
            open.swap_remove(at);
        }
    }
}
