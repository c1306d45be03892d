//! Workspace files that the system opens with this program: by argument, by a second start, by a double click on macOS.

use crate::host::{WINDOW, WORKSPACE_EXTENSION, WindowHost};
use countersign_app::{App, Host as _};
use countersign_contract::{Event, Tag};
use std::{
    ffi::{OsStr, OsString},
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError},
};
use tauri::{AppHandle, Manager as _};

/// What an answer can be made of, all of which changes with the workspace.
const EVERYTHING: [Tag; 7] =
    [Tag::Session, Tag::People, Tag::Jobs, Tag::Documents, Tag::Vendors, Tag::Decisions, Tag::History];

/// Finds the workspace among a program's arguments, which begin with the program itself. A relative one is meant from
/// the folder in which that program was started.
pub(crate) fn in_arguments(arguments: impl IntoIterator<Item = OsString>, folder: &Path) -> Option<PathBuf> {
    let mut given = arguments.into_iter().skip(1).map(PathBuf::from);
    given.find(|path| path.extension() == Some(OsStr::new(WORKSPACE_EXTENSION))).map(|path| folder.join(path))
}

/// A workspace that the system gave before there was an application to open it, as macOS does at a start.
static EARLY: Mutex<Option<PathBuf>> = Mutex::new(None);

/// Takes the workspace that came too early.
pub(crate) fn early() -> Option<PathBuf> {
    EARLY.lock().unwrap_or_else(PoisonError::into_inner).take()
}

/// Opens a workspace file on a thread that may block, and tells the page that all it knew is stale.
pub(crate) fn open(handle: &AppHandle, path: PathBuf) {
    let Some(app) = handle.try_state::<Arc<App>>() else {
        *EARLY.lock().unwrap_or_else(PoisonError::into_inner) = Some(path);
        return;
    };
    let app = Arc::clone(&app);
    let host = WindowHost::new(handle.clone());
    tauri::async_runtime::spawn_blocking(move || match app.open_asked(&path) {
        Ok(()) => host.emit(Event::Stale { tags: EVERYTHING.to_vec() }),
        // A file that is no workspace, or cannot be opened, changes nothing.
        Err(failure) => tracing::warn!(code = failure.code(), "a workspace given by the system was not opened"),
    });
}

/// Puts the window in front of the others.
pub(crate) fn show(handle: &AppHandle) {
    if let Some(window) = handle.get_webview_window(WINDOW) {
        // Each may be refused by a window system; a window that stays behind is no reason to stop.
        drop(window.unminimize().and(window.show()).and(window.set_focus()));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(arguments: &[&str]) -> Option<PathBuf> {
        in_arguments(arguments.iter().map(OsString::from), Path::new("/home/mara"))
    }

    #[test]
    fn a_workspace_is_found_and_meant_from_the_folder_of_the_start() {
        assert_eq!(found(&["countersign", "ours.countersign"]), Some(PathBuf::from("/home/mara/ours.countersign")));
        assert_eq!(found(&["countersign", "-x", "/srv/a.countersign"]), Some(PathBuf::from("/srv/a.countersign")));
    }

    #[test]
    fn nothing_else_is_opened() {
        assert_eq!(found(&["own.countersign"]), None, "the program's own name is no argument");
        assert_eq!(found(&["countersign", "report.pdf", "--help"]), None, "only workspaces are opened by argument");
    }
}
