//! Files dropped anywhere on the window. Their paths go to the application; the user interface learns how many there are.

use countersign_app::{App, Host as _};
use countersign_contract::Event;
use std::{path::PathBuf, sync::Arc};
use tauri::{AppHandle, DragDropEvent, Manager as _, WebviewWindow, WindowEvent};

use crate::{drag_out, host::WindowHost};

/// Makes the whole window take files.
pub(crate) fn install(window: &WebviewWindow) {
    let handle = window.app_handle().clone();
    window.on_window_event(move |event| {
        if let WindowEvent::DragDrop(event) = event
            && !drag_out::is_on_its_way()
        {
            dragged(&handle, event);
        }
    });
}

fn dragged(handle: &AppHandle, event: &DragDropEvent) {
    match event {
        DragDropEvent::Enter { paths, .. } => tell(handle, paths.len()),
        DragDropEvent::Leave => tell(handle, 0),
        DragDropEvent::Drop { paths, .. } => {
            tell(handle, 0);
            receive(handle, paths.clone());
        }
        // Where exactly the files hover does not matter, the whole window is the target.
        _ => {}
    }
}

fn tell(handle: &AppHandle, files: usize) {
    WindowHost::new(handle.clone()).emit(Event::Drag { files: u32::try_from(files).unwrap_or(u32::MAX) });
}

/// Hands files over on a thread that may block: the event comes on the one that draws the window.
fn receive(handle: &AppHandle, paths: Vec<PathBuf>) {
    tracing::info!(files = paths.len(), "files dropped");
    let app = Arc::clone(&handle.state::<Arc<App>>());
    tauri::async_runtime::spawn_blocking(move || app.receive_paths(paths, None));
}
