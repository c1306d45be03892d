//! The desktop shell: a window around the application, and nothing that the application could do itself.
//!
//! This is the only package that knows tauri. It must hold no rule and no sentence about vendors: a command takes its
//! input to `countersign_app` and brings the answer back. To add a command, see `countersign_contract`; it appears here
//! by itself.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod commands;
mod document_scheme;
mod drag_out;
mod drop_target;
mod host;
mod logging;
mod notice;
mod opened;
mod page_events;
#[cfg(target_os = "linux")]
mod print_dialog;
#[cfg(debug_assertions)]
mod rehearsal;
mod window;

use countersign_app::{App, Config, Ids, SystemClock};
use countersign_contract::{Commands as _, wire::Nothing};
use countersign_reader::isolate::{self, Allocator};
use host::WindowHost;
use page_events::PageEvents;
use std::{error::Error, path::Path, process::ExitCode, sync::Arc};
use tauri::{AppHandle, Manager as _, RunEvent, plugin::TauriPlugin};
use tauri_plugin_window_state::StateFlags;

/// Lets the reader's child limit its memory on every system.
#[global_allocator]
static ALLOCATOR: Allocator = isolate::allocator();

fn main() -> ExitCode {
    // Documents are read in a child process that is this program again; it must not get as far as a window.
    isolate::run_if_child(&ALLOCATOR);
    match run() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            #[expect(clippy::print_stderr, reason = "without a window there is no other way to say so")]
            {
                eprintln!("Countersign cannot start: {error}");
            }
            ExitCode::FAILURE
        }
    }
}

fn run() -> Result<(), Box<dyn Error>> {
    let mut builder = tauri::Builder::default();
    #[cfg(debug_assertions)]
    let one_at_a_time = !rehearsal::alone();
    #[cfg(not(debug_assertions))]
    let one_at_a_time = true;
    if one_at_a_time {
        // First of all plugins: a second start must not get as far as the others.
        builder = builder.plugin(second_start());
    }
    let tauri_app = builder
        .plugin(tauri_plugin_dialog::init())
        // Hidden windows are nobody's wish: a window that was closed while minimised comes back.
        .plugin(
            tauri_plugin_window_state::Builder::new().with_state_flags(StateFlags::all() - StateFlags::VISIBLE).build(),
        )
        .register_asynchronous_uri_scheme_protocol(document_scheme::NAME, document_scheme::answer)
        .manage(PageEvents::default())
        .invoke_handler(commands::handler())
        .setup(set_up)
        .build(tauri::generate_context!())?;
    tauri_app.run(|handle, event| match event {
        #[cfg(target_os = "macos")]
        RunEvent::Opened { urls } => {
            for path in urls.iter().filter_map(|url| url.to_file_path().ok()) {
                opened::open(handle, path);
            }
        }
        // The process ends without dropping what it holds; a workspace wants to be closed.
        RunEvent::Exit => drop(handle.try_state::<Arc<App>>().map(|app| app.workspace_close(Nothing {}))),
        _ => {}
    });
    Ok(())
}

/// Takes what a second start was given and shows the window that is there.
fn second_start() -> TauriPlugin<tauri::Wry> {
    tauri_plugin_single_instance::init(|handle: &AppHandle, arguments, folder| {
        opened::show(handle);
        let arguments = arguments.into_iter().map(Into::into);
        if let Some(path) = opened::in_arguments(arguments, Path::new(&folder)) {
            opened::open(handle, path);
        }
    })
}

fn set_up(tauri_app: &mut tauri::App) -> Result<(), Box<dyn Error>> {
    let paths = tauri_app.path();
    // A log that cannot be written is no reason not to start.
    drop(logging::start(&paths.app_log_dir()?));
    tracing::info!(version = %tauri_app.package_info().version, "started");
    let config = Config::new(paths.app_config_dir()?, paths.app_data_dir()?)?;
    let host = Arc::new(WindowHost::new(tauri_app.handle().clone()));
    let app = App::new(config, Arc::new(SystemClock), Ids::random(), host);
    tauri_app.manage(Arc::clone(&app));
    window::open(tauri_app)?;
    // Without it the program does all the rest.
    drop(notice::keep_asking(app));
    let folder = std::env::current_dir().unwrap_or_default();
    if let Some(path) = opened::in_arguments(std::env::args_os(), &folder).or_else(opened::early) {
        opened::open(tauri_app.handle(), path);
    }
    Ok(())
}
