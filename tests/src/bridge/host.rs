//! The host of the bridge: dialogs are answered from a queue that the test fills.

use countersign_app::{Host, Printed};
use countersign_contract::Event;
use std::{
    collections::VecDeque,
    io,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};
use tokio::sync::mpsc::{UnboundedReceiver, UnboundedSender, unbounded_channel};

/// The host of the bridge.
#[derive(Debug)]
pub struct BridgeHost {
    folder: PathBuf,
    answers: Mutex<VecDeque<PathBuf>>,
    opened: Mutex<Vec<PathBuf>>,
    letters: Mutex<Vec<String>>,
    notices: Mutex<Vec<String>>,
    listeners: Mutex<Vec<UnboundedSender<String>>>,
}

impl BridgeHost {
    /// Saves files that nobody named into `folder`.
    pub fn new(folder: PathBuf) -> Self {
        Self {
            folder,
            answers: Mutex::default(),
            opened: Mutex::default(),
            letters: Mutex::default(),
            notices: Mutex::default(),
            listeners: Mutex::default(),
        }
    }

    /// Queues the answer of the next dialog.
    pub fn answer(&self, path: PathBuf) {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).push_back(path);
    }

    /// The folder for files of this run.
    pub fn folder(&self) -> &Path {
        &self.folder
    }

    /// What was handed to the mail program so far.
    pub fn letters(&self) -> Vec<String> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// What was shown outside the window so far.
    pub fn notices(&self) -> Vec<String> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    /// Listens to events as JSON.
    pub fn listen(&self) -> UnboundedReceiver<String> {
        let (sender, receiver) = unbounded_channel();
        self.listeners.lock().unwrap_or_else(PoisonError::into_inner).push(sender);
        receiver
    }

    fn next(&self) -> Option<PathBuf> {
        self.answers.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
    }
}

impl Host for BridgeHost {
    fn choose_new_workspace(&self, suggested_name: &str) -> Option<PathBuf> {
        self.next().or_else(|| Some(self.folder.join(format!("{suggested_name}.countersign"))))
    }

    fn choose_workspace(&self) -> Option<PathBuf> {
        self.next()
    }

    fn choose_documents(&self) -> Vec<PathBuf> {
        self.next().into_iter().collect()
    }

    fn choose_table(&self) -> Option<PathBuf> {
        self.next()
    }

    fn choose_picture(&self) -> Option<PathBuf> {
        self.next()
    }

    fn choose_packets(&self) -> Vec<PathBuf> {
        self.next().into_iter().collect()
    }

    fn choose_save(&self, suggested_name: &str) -> Option<PathBuf> {
        self.next().or_else(|| Some(self.folder.join(suggested_name)))
    }

    fn open_file(&self, path: &Path) -> io::Result<()> {
        self.opened.lock().unwrap_or_else(PoisonError::into_inner).push(path.to_owned());
        Ok(())
    }

    fn print_file(&self, path: &Path, _title: &str) -> io::Result<Printed> {
        self.open_file(path)?;
        Ok(Printed::Opened)
    }

    fn drag_file(&self, path: &Path) -> io::Result<()> {
        self.open_file(path)
    }

    fn open_letter(&self, mailto: &str) -> io::Result<()> {
        self.letters.lock().unwrap_or_else(PoisonError::into_inner).push(mailto.to_owned());
        Ok(())
    }

    fn notify(&self, _title: &str, body: &str) -> io::Result<()> {
        self.notices.lock().unwrap_or_else(PoisonError::into_inner).push(body.to_owned());
        Ok(())
    }

    fn emit(&self, event: Event) {
        let Ok(text) = serde_json::to_string(&event) else { return };
        self.listeners
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .retain(|listener| listener.send(text.clone()).is_ok());
    }
}
