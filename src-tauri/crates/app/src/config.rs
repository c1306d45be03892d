//! Where the program keeps what is not in a workspace.

use std::{fs, io, path::PathBuf};

/// Where the program keeps what is not in a workspace.
#[derive(Debug, Clone)]
pub struct Config {
    /// Remembers which workspaces were open; `None` remembers nothing.
    pub(crate) memory: Option<PathBuf>,
    /// Holds the sample workspace.
    pub(crate) data: PathBuf,
    /// The program that is started as the reader's child; `None` starts this program again.
    pub(crate) reader: Option<PathBuf>,
}

impl Config {
    /// Uses these folders and makes them.
    pub fn new(config: PathBuf, data: PathBuf) -> io::Result<Self> {
        fs::create_dir_all(&config)?;
        fs::create_dir_all(&data)?;
        Ok(Self { memory: Some(config.join("recent.json")), data, reader: None })
    }

    /// Remembers nothing, for the command line.
    pub fn without_memory() -> io::Result<Self> {
        Ok(Self { memory: None, data: std::env::temp_dir(), reader: None })
    }

    /// Starts this program as the reader's child, where the running one cannot be started so (tests).
    #[must_use]
    pub fn with_reader(mut self, program: PathBuf) -> Self {
        self.reader = Some(program);
        self
    }
}
