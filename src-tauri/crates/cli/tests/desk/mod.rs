//! A folder with a workspace in it, and the program in that folder.

use serde_json::Value;
use std::{
    path::PathBuf,
    process::{Command, Output},
};

/// A folder for a workspace.
pub(crate) struct Desk {
    folder: tempfile::TempDir,
}

impl Desk {
    /// A folder with nothing in it yet.
    pub(crate) fn empty() -> Self {
        Self { folder: tempfile::tempdir().expect("a folder") }
    }

    /// Typesets the sample, which takes its time.
    pub(crate) fn new() -> Self {
        let desk = Self::empty();
        let made = desk.run(&["sample"]);
        assert!(made.status.success(), "{}", String::from_utf8_lossy(&made.stderr));
        desk
    }

    /// A file of the folder.
    pub(crate) fn at(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The sample workspace.
    pub(crate) fn workspace(&self) -> PathBuf {
        self.at("s.countersign")
    }

    /// Runs the program on the workspace.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(env!("CARGO_BIN_EXE_countersign"));
        command.current_dir(self.folder.path()).env("COUNTERSIGN_WORKSPACE", self.workspace());
        command.args(arguments).output().expect("starts")
    }

    /// The objects that a command prints, and its exit status.
    pub(crate) fn objects(&self, arguments: &[&str]) -> (Vec<Value>, Option<i32>) {
        let output = self.run(&[arguments, &["--json"]].concat());
        let text = String::from_utf8(output.stdout).expect("UTF-8");
        let objects = serde_json::Deserializer::from_str(&text).into_iter();
        (objects.collect::<Result<_, _>>().unwrap_or_else(|error| panic!("{error}: {text}")), output.status.code())
    }
}
