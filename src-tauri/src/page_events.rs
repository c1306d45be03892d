//! The way by which the page hears what the application says unasked.
//!
//! A channel of its own, not the events of tauri: who may listen to one of those may listen to all of them, and among them
//! is tauri's own message of a drop with the full paths of the files. Through this channel comes what is sent here and
//! nothing else; the page has no permission to listen to anything more (decisions/0006).

use countersign_contract::Event;
use std::sync::{Mutex, PoisonError};
use tauri::{State, ipc::Channel};

/// The channel of the page that is shown; a page that was reloaded replaces it.
#[derive(Default)]
pub(crate) struct PageEvents(Mutex<Option<Channel<Event>>>);

impl PageEvents {
    /// Sends an event. Before the page listens, or after the window closed, nobody misses it: the page asks for everything
    /// that it shows.
    pub(crate) fn send(&self, event: Event) {
        let channel = self.0.lock().unwrap_or_else(PoisonError::into_inner).clone();
        if let Some(Err(error)) = channel.map(|channel| channel.send(event)) {
            tracing::warn!(%error, "an event did not reach the window");
        }
    }
}

/// Lets the page hear, from now on.
#[tauri::command]
pub(crate) fn events(channel: Channel<Event>, page: State<'_, PageEvents>) {
    page.0.lock().unwrap_or_else(PoisonError::into_inner).replace(channel);
}
