//! Where the program keeps what is not in a workspace.

use countersign_reader::ocr::Tesseract;
use std::{
    fs, io,
    path::PathBuf,
    sync::{Arc, atomic::AtomicBool},
};

/// Where the program keeps what is not in a workspace.
#[derive(Debug, Clone)]
pub struct Config {
    /// Remembers which workspaces were open; `None` remembers nothing.
    pub(crate) memory: Option<PathBuf>,
    /// Holds the sample workspace.
    pub(crate) data: PathBuf,
    /// The program that is started as the reader's child; `None` starts this program again.
    pub(crate) reader: Option<PathBuf>,
    /// Recognises pages that are pictures while a file is read.
    pub(crate) engine: Option<Tesseract>,
    /// Stops what is under way when the program is interrupted.
    pub(crate) stop: Arc<AtomicBool>,
}

impl Config {
    /// Uses these folders and makes them.
    pub fn new(config: PathBuf, data: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&config)?;
        fs::create_dir_all(&data)?;
        Ok(Self { memory: Some(config.join("recent.json")), data, reader: None, engine: None, stop: Arc::default() })
    }

    /// Remembers nothing, for the command line.
    pub fn without_memory() -> io::Result<Self> {
        Ok(Self { memory: None, data: std::env::temp_dir(), reader: None, engine: None, stop: Arc::default() })
    }

    /// Starts this program as the reader's child, where the running one cannot be started so (tests).
    #[must_use]
    pub fn with_reader(mut self, program: PathBuf) -> Self {
        self.reader = Some(program);
        self
    }

    /// Recognises pages that are pictures with this engine while a file is read.
    #[must_use]
    pub fn with_engine(mut self, engine: Option<Tesseract>) -> Self {
        self.engine = engine;
        self
    }

    /// Stops what is under way once this is set.
    #[must_use]
    pub fn with_stop(mut self, stop: Arc<AtomicBool>) -> Self {
        self.stop = stop;
        self
    }
}
