//! Answers that stand in for the system's dialogs when a test drives the real window. Not in release builds.
//!
//! `COUNTERSIGN_E2E_CHOOSE` is a list of paths in the system's list notation. Its `*.countersign` file answers the
//! questions for a workspace, its folder those for a place to save, and its other files those for documents.
//! `COUNTERSIGN_E2E_ALONE` lets several windows run beside each other, each with a home of its own.

use crate::host::WORKSPACE_EXTENSION;
use std::{
    env,
    ffi::OsStr,
    path::{Path, PathBuf},
};

/// What a test answers.
#[derive(Debug)]
pub(crate) struct Answers(Vec<PathBuf>);

/// Gives the answers, where a test set any.
pub(crate) fn answers() -> Option<Answers> {
    env::var_os("COUNTERSIGN_E2E_CHOOSE").map(|list| Answers(env::split_paths(&list).collect()))
}

/// Whether a test wants this window beside others.
pub(crate) fn alone() -> bool {
    env::var_os("COUNTERSIGN_E2E_ALONE").is_some()
}

impl Answers {
    pub(crate) fn workspace(&self) -> Option<PathBuf> {
        self.0.iter().find(|path| is_workspace(path)).cloned()
    }

    pub(crate) fn documents(&self) -> Vec<PathBuf> {
        self.0.iter().filter(|path| path.is_file() && !is_workspace(path)).cloned().collect()
    }

    pub(crate) fn table(&self) -> Option<PathBuf> {
        let is_table = |path: &&PathBuf| path.extension().is_some_and(|ending| ending == "csv" || ending == "xlsx");
        self.0.iter().find(is_table).cloned()
    }

    pub(crate) fn picture(&self) -> Option<PathBuf> {
        self.0.iter().find(|path| path.extension().is_some_and(|ending| ending == "png")).cloned()
    }

    pub(crate) fn save(&self, suggested_name: &str) -> Option<PathBuf> {
        self.0.iter().find(|path| path.is_dir()).map(|folder| folder.join(suggested_name))
    }
}

fn is_workspace(path: &Path) -> bool {
    path.extension() == Some(OsStr::new(WORKSPACE_EXTENSION))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_question_takes_the_answer_of_its_kind() {
        let folder = env::temp_dir();
        let document = env::current_exe().expect("the test itself is a file");
        let answers = Answers(vec![folder.clone(), PathBuf::from("/new/ours.countersign"), document.clone()]);
        assert_eq!(answers.workspace(), Some(PathBuf::from("/new/ours.countersign")), "it need not exist yet");
        assert_eq!(answers.documents(), [document], "files that exist and are no workspace");
        assert_eq!(answers.save("Packet.pdf"), Some(folder.join("Packet.pdf")));
    }
}
