//! Remembers between starts which workspaces were open, who acted in them, and when the daily word was shown. It holds paths,
//! ids and days, nothing of their content.

use chrono::NaiveDate;
use countersign_domain::{PersonId, WorkspaceId, notice::NoticeWish};
use serde::{Deserialize, Serialize};
use std::{
    fs,
    io::Write as _,
    path::{Path, PathBuf},
};

/// How many workspaces are remembered.
const KEEP: usize = 8;

/// One workspace that was open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Remembered {
    pub(crate) path: PathBuf,
    pub(crate) workspace: WorkspaceId,
    pub(crate) actor: PersonId,
}

/// A calendar file that is kept up to date while the workspace is open.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct KeptCalendar {
    pub(crate) workspace: WorkspaceId,
    pub(crate) path: PathBuf,
    /// Only what who acts has to see to.
    pub(crate) mine: bool,
}

/// What is remembered, newest first.
#[derive(Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Memory {
    pub(crate) workspaces: Vec<Remembered>,
    /// What is wanted of the daily word outside the window.
    #[serde(default)]
    pub(crate) notices: NoticeWish,
    /// In which workspace it was shown last on which day.
    #[serde(default)]
    shown: Vec<(WorkspaceId, NaiveDate)>,
    /// The calendar files that are kept up to date.
    #[serde(default)]
    calendars: Vec<KeptCalendar>,
}

impl Memory {
    /// Reads it; what cannot be read was never remembered.
    pub(crate) fn load(file: Option<&Path>) -> Self {
        file.and_then(|file| fs::read(file).ok())
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Puts a workspace first.
    pub(crate) fn put(&mut self, entry: Remembered) {
        self.workspaces.retain(|known| known.path != entry.path);
        self.workspaces.insert(0, entry);
        self.workspaces.truncate(KEEP);
    }

    /// Writes it whole or not at all. A failure costs a convenience only and is logged.
    pub(crate) fn save(&self, file: Option<&Path>) {
        let Some(file) = file else { return };
        let written = || -> std::io::Result<()> {
            let folder = file.parent().unwrap_or_else(|| Path::new("."));
            let mut draft = tempfile::NamedTempFile::new_in(folder)?;
            draft.write_all(&serde_json::to_vec(self)?)?;
            draft.persist(file)?;
            Ok(())
        };
        if let Err(error) = written() {
            tracing::warn!("the list of recent workspaces was not written: {}", error.kind());
        }
    }

    /// On which day the daily word was shown last in a workspace.
    pub(crate) fn shown_on(&self, workspace: WorkspaceId) -> Option<NaiveDate> {
        self.shown.iter().find(|(known, _)| *known == workspace).map(|(_, day)| *day)
    }

    /// Remembers that it was shown.
    pub(crate) fn show(&mut self, workspace: WorkspaceId, day: NaiveDate) {
        self.shown.retain(|(known, _)| *known != workspace);
        self.shown.insert(0, (workspace, day));
        self.shown.truncate(KEEP);
    }

    /// The calendar file that is kept of a workspace.
    pub(crate) fn calendar_of(&self, workspace: WorkspaceId) -> Option<&KeptCalendar> {
        self.calendars.iter().find(|known| known.workspace == workspace)
    }

    /// Remembers the calendar file of a workspace, or none.
    pub(crate) fn keep_calendar(&mut self, workspace: WorkspaceId, kept: Option<KeptCalendar>) {
        self.calendars.retain(|known| known.workspace != workspace);
        self.calendars.splice(0..0, kept);
        self.calendars.truncate(KEEP);
    }

    /// Who acted last in a workspace.
    pub(crate) fn actor_in(&self, workspace: WorkspaceId) -> Option<PersonId> {
        self.workspaces.iter().find(|known| known.workspace == workspace).map(|known| known.actor)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn entry(path: &str) -> Remembered {
        let nobody = Uuid::nil();
        Remembered { path: path.into(), workspace: WorkspaceId::from_uuid(nobody), actor: PersonId::from_uuid(nobody) }
    }

    #[test]
    fn keeps_the_newest_and_survives_nonsense() {
        let folder = tempfile::tempdir().expect("a folder");
        let file = folder.path().join("recent.json");
        let mut memory = Memory::default();
        (0..12).for_each(|n| memory.put(entry(&format!("{n}"))));
        memory.put(entry("5"));
        memory.save(Some(&file));
        let loaded = Memory::load(Some(&file));
        assert_eq!(loaded.workspaces.len(), KEEP);
        assert_eq!(loaded.workspaces[0].path, PathBuf::from("5"));
        fs::write(&file, r#"{ "workspaces": [] }"#).expect("writes");
        assert_eq!(Memory::load(Some(&file)), Memory::default(), "an older one has no word of notices");
        fs::write(&file, "{ nonsense").expect("writes");
        assert_eq!(Memory::load(Some(&file)), Memory::default());
    }
}
