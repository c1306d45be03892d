//! What the application needs of the program that hosts it: dialogs, the system's viewer, a way to tell the interface.

use countersign_contract::Event;
use std::{
    io,
    path::{Path, PathBuf},
};

/// The program around the application. The desktop shell, the browser bridge and the command line each have one.
pub trait Host: Send + Sync {
    /// Asks where a new workspace shall be; `None` where the person cancelled.
    fn choose_new_workspace(&self, suggested_name: &str) -> Option<PathBuf>;
    /// Asks which workspace to open.
    fn choose_workspace(&self) -> Option<PathBuf>;
    /// Asks for documents to receive.
    fn choose_documents(&self) -> Vec<PathBuf>;
    /// Asks for a table of vendors to import.
    fn choose_table(&self) -> Option<PathBuf>;
    /// Asks for a picture.
    fn choose_picture(&self) -> Option<PathBuf>;
    /// Asks for packets to check.
    fn choose_packets(&self) -> Vec<PathBuf>;
    /// Asks where to save a file; the ending of the name says of which kind.
    fn choose_save(&self, suggested_name: &str) -> Option<PathBuf>;
    /// Opens a file in the system's own program for it.
    fn open_file(&self, path: &Path) -> io::Result<()>;
    /// Prints a PDF with the system's own dialog, whose title is given; opens it in the system's program where there is none.
    fn print_file(&self, path: &Path, title: &str) -> io::Result<Printed>;
    /// Lets the person drag a file out of the window, while the button of the mouse is down; comes back when that has begun.
    fn drag_file(&self, path: &Path) -> io::Result<()>;
    /// Opens a letter, written as a `mailto:` address (RFC 6068), in the system's mail program. Nothing is sent.
    fn open_letter(&self, mailto: &str) -> io::Result<()>;
    /// Shows a notification of the system: a word outside the window.
    fn notify(&self, title: &str, body: &str) -> io::Result<()>;
    /// Tells the user interface.
    fn emit(&self, event: Event);
}

/// What became of a file that was to be printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Printed {
    /// The person printed it with the system's dialog.
    Handed,
    /// The person closed the dialog.
    Cancelled,
    /// There is no dialog to be had: it is open in the system's program for such files, from which it is printed.
    Opened,
}

/// A host that nobody sits at: the command line and tests.
#[derive(Debug, Clone, Copy, Default)]
pub struct Headless;

impl Host for Headless {
    fn choose_new_workspace(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn choose_workspace(&self) -> Option<PathBuf> {
        None
    }
    fn choose_documents(&self) -> Vec<PathBuf> {
        Vec::new()
    }
    fn choose_table(&self) -> Option<PathBuf> {
        None
    }
    fn choose_picture(&self) -> Option<PathBuf> {
        None
    }

    fn choose_packets(&self) -> Vec<PathBuf> {
        Vec::new()
    }
    fn choose_save(&self, _: &str) -> Option<PathBuf> {
        None
    }
    fn open_file(&self, _: &Path) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
    fn print_file(&self, _: &Path, _: &str) -> io::Result<Printed> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
    fn drag_file(&self, _: &Path) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
    fn open_letter(&self, _: &str) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
    fn notify(&self, _: &str, _: &str) -> io::Result<()> {
        Err(io::Error::from(io::ErrorKind::Unsupported))
    }
    fn emit(&self, _: Event) {}
}
