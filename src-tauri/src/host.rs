//! What the application needs of the window around it: the system's dialogs, its PDF program, a way to the page.

use countersign_app::{Host, Printed};
use countersign_contract::Event;
use std::{
    io,
    path::{Path, PathBuf},
};
use tauri::{AppHandle, Manager as _};
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};

#[cfg(target_os = "linux")]
use crate::print_dialog;
#[cfg(debug_assertions)]
use crate::rehearsal;
use crate::{drag_out, notice, page_events::PageEvents};

/// The label of the one window.
pub(crate) const WINDOW: &str = "main";

/// The extension of workspace files.
pub(crate) const WORKSPACE_EXTENSION: &str = "countersign";

/// The window as the application's host. All questions block, so they are asked on threads that may.
#[derive(Clone)]
pub(crate) struct WindowHost {
    handle: AppHandle,
}

impl WindowHost {
    pub(crate) const fn new(handle: AppHandle) -> Self {
        Self { handle }
    }

    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        let dialog = self.handle.dialog().file().set_title(title);
        match self.handle.get_webview_window(WINDOW) {
            Some(window) => dialog.set_parent(&window),
            None => dialog,
        }
    }
}

/// The path that a dialog gave; desktop systems give nothing else.
fn path(chosen: Option<FilePath>) -> Option<PathBuf> {
    chosen.and_then(|chosen| chosen.into_path().ok())
}

impl Host for WindowHost {
    fn choose_new_workspace(&self, suggested_name: &str) -> Option<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.workspace();
        }
        let dialog = self.dialog("New workspace").add_filter("Countersign workspace", &[WORKSPACE_EXTENSION]);
        path(dialog.set_file_name(format!("{suggested_name}.{WORKSPACE_EXTENSION}")).blocking_save_file())
    }

    fn choose_workspace(&self) -> Option<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.workspace();
        }
        let dialog = self.dialog("Open workspace").add_filter("Countersign workspace", &[WORKSPACE_EXTENSION]);
        path(dialog.blocking_pick_file())
    }

    fn choose_documents(&self) -> Vec<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.documents();
        }
        let dialog = self
            .dialog("Add documents")
            .add_filter("PDF documents, spreadsheets and pictures", &["pdf", "xlsx", "jpg", "jpeg", "png"])
            .add_filter("All files", &["*"]);
        let chosen = dialog.blocking_pick_files().unwrap_or_default();
        chosen.into_iter().filter_map(|file| path(Some(file))).collect()
    }

    fn choose_packets(&self) -> Vec<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.documents();
        }
        let dialog = self.dialog("Check packets").add_filter("Packets", &["pdf"]).add_filter("All files", &["*"]);
        let chosen = dialog.blocking_pick_files().unwrap_or_default();
        chosen.into_iter().filter_map(|file| path(Some(file))).collect()
    }

    fn choose_table(&self) -> Option<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.table();
        }
        let dialog = self
            .dialog("Import vendors")
            .add_filter("Tables (CSV, Excel, OpenDocument)", &["csv", "tsv", "txt", "xlsx", "xlsm", "ods"])
            .add_filter("All files", &["*"]);
        path(dialog.blocking_pick_file())
    }

    fn choose_picture(&self) -> Option<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.picture();
        }
        path(self.dialog("Choose the logo").add_filter("PNG pictures", &["png"]).blocking_pick_file())
    }

    fn choose_save(&self, suggested_name: &str) -> Option<PathBuf> {
        #[cfg(debug_assertions)]
        if let Some(answers) = rehearsal::answers() {
            return answers.save(suggested_name);
        }
        let (title, kind, ending) = match suggested_name.rsplit_once('.') {
            Some((_, "csv")) => ("Save table", "Text with commas (CSV)", "csv"),
            Some((_, "xlsx")) => ("Save workbook", "Excel workbooks", "xlsx"),
            Some((_, "json")) => ("Save question sheet", "JSON files", "json"),
            _ => ("Save PDF", "PDF documents", "pdf"),
        };
        let dialog = self.dialog(title).add_filter(kind, &[ending]);
        path(dialog.set_file_name(suggested_name).blocking_save_file())
    }

    fn open_file(&self, path: &Path) -> io::Result<()> {
        tauri_plugin_opener::open_path(path, None::<&str>).map_err(io::Error::other)
    }

    fn print_file(&self, path: &Path, title: &str) -> io::Result<Printed> {
        #[cfg(target_os = "linux")]
        if let Some(printed) = print_dialog::ask(path, title) {
            return Ok(printed);
        }
        let _: &str = title;
        self.open_file(path).map(|()| Printed::Opened)
    }

    fn drag_file(&self, path: &Path) -> io::Result<()> {
        let window = self.handle.get_webview_window(WINDOW).ok_or(io::ErrorKind::NotFound)?;
        drag_out::begin(&window, path)
    }

    fn open_letter(&self, mailto: &str) -> io::Result<()> {
        tauri_plugin_opener::open_url(mailto, None::<&str>).map_err(io::Error::other)
    }

    fn notify(&self, title: &str, body: &str) -> io::Result<()> {
        #[cfg(debug_assertions)]
        if rehearsal::answers().is_some() {
            return Ok(());
        }
        notice::show(&self.handle.config().identifier, title, body)
    }

    fn emit(&self, event: Event) {
        self.handle.state::<PageEvents>().send(event);
    }
}
