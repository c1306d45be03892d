//! Paths that the person chose, under ids: the user interface never sees a path.

use std::{
    collections::HashMap,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};
use uuid::Uuid;

/// Paths under ids, for as long as the program runs.
#[derive(Debug, Default)]
pub(crate) struct Places(Mutex<HashMap<Uuid, PathBuf>>);

impl Places {
    /// Gives the id of a path; the same path has the same id.
    pub(crate) fn id_of(&self, path: &Path, fresh: impl FnOnce() -> Uuid) -> Uuid {
        let mut places = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((id, _)) = places.iter().find(|(_, known)| known.as_path() == path) {
            return *id;
        }
        let id = fresh();
        places.insert(id, path.to_owned());
        id
    }

    /// Gives the path of an id.
    pub(crate) fn path_of(&self, id: Uuid) -> Option<PathBuf> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned()
    }
}
