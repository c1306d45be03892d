//! A copy of the workspace, whole and with the same protection: what a person opens when the file itself is lost or spoilt.

use super::file_stem;
use crate::{App, documents::refuse_workspace, fail};
use countersign_contract::{Failure, wire as w};
use std::{fs, io, path::Path};

impl App {
    /// Saves a copy of the workspace where the person says; no name where the person cancelled.
    pub(crate) fn save_copy(&self) -> Result<w::SavedFile, Failure> {
        let opened = self.opened()?;
        let facts = opened.store.read(|db| db.workspace()).map_err(fail::store)?;
        let suggested = format!("{} copy {}.countersign", file_stem(facts.organisation.as_str()), self.clock.today());
        let Some(path) = self.host.choose_save(&suggested) else { return Ok(w::SavedFile { name: None }) };
        self.copy_to(&path)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// Copies the workspace as it is at this moment. What is at the path is replaced once the copy is whole and was checked; the
    /// workspace that is open is never.
    pub fn copy_to(&self, path: &Path) -> Result<(), Failure> {
        let opened = self.opened()?;
        refuse_workspace(opened.store.path(), path)?;
        let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        let place = tempfile::tempdir_in(folder).map_err(inaccessible)?;
        let draft = place.path().join("copy.countersign");
        opened.store.backup_to(&draft).map_err(fail::store)?;
        fs::rename(&draft, path).map_err(inaccessible)
    }
}

fn inaccessible(error: io::Error) -> Failure {
    if error.kind() == io::ErrorKind::StorageFull { Failure::DiskFull } else { Failure::Inaccessible }
}
