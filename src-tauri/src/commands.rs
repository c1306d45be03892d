//! The tauri commands: one per line of the contract's list, generated, with nothing in them but the way to the
//! application and back.

use crate::page_events;
use countersign_app::App;
use countersign_contract::{Commands, Failure};
use serde::Deserialize;
use std::sync::{
    Arc,
    atomic::{AtomicU32, Ordering},
};
use tauri::{
    Runtime, State, Wry,
    ipc::{CommandArg, CommandItem, Invoke, InvokeError},
};

/// A command's input, taken from the argument `input`. What does not fit is a [`Failure`] like any other, where tauri's
/// own extractor would answer with a bare sentence that the user interface cannot tell apart.
struct Input<T>(T);

impl<'de, R: Runtime, T: Deserialize<'de>> CommandArg<'de, R> for Input<T> {
    fn from_command(command: CommandItem<'de, R>) -> Result<Self, InvokeError> {
        let name = command.name;
        T::deserialize(command)
            .map(Self)
            .map_err(|error| InvokeError::from(Failure::BadRequest { message: format!("{name}: {error}") }))
    }
}

/// How many commands panicked, to tell them apart in the log.
static PANICS: AtomicU32 = AtomicU32::new(0);

/// Runs a use case on a thread that may block: it reads files, asks the person by dialog, waits for the database.
async fn apart<T: Send + 'static>(
    app: State<'_, Arc<App>>,
    use_case: impl FnOnce(&App) -> Result<T, Failure> + Send + 'static,
) -> Result<T, Failure> {
    let app = Arc::clone(&app);
    tokio::task::spawn_blocking(move || use_case(&app)).await.unwrap_or_else(|_| {
        // A panic, whose place the log has already and whose message it must not have.
        let report = format!("panic-{}", PANICS.fetch_add(1, Ordering::Relaxed) + 1);
        tracing::error!(report, "a command's thread ended before its answer");
        Err(Failure::Unexpected { report })
    })
}

macro_rules! tauri_commands {
    ($($(#[$doc:meta])* $kind:ident $name:ident($input:ty) -> $answer:ty [$($tag:ident),*];)*) => {
        $(
            #[tauri::command]
            async fn $name(input: Input<$input>, app: State<'_, Arc<App>>) -> Result<$answer, Failure> {
                apart(app, move |app| app.$name(input.0)).await
            }
        )*

        /// Gives what answers the user interface's calls.
        pub(crate) fn handler() -> impl Fn(Invoke<Wry>) -> bool + Send + Sync + 'static {
            tauri::generate_handler![page_events::events, $($name),*]
        }
    };
}
countersign_contract::for_each_command!(tauri_commands);
