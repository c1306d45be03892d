//! Builds the user interface, and only when something in it changed: the shell carries it inside.

use crate::{
    child::Child,
    root,
    say::{heading, say},
    stop::Stop,
};
use std::{
    fs,
    hash::{DefaultHasher, Hash as _, Hasher as _},
    path::{Path, PathBuf},
};

/// What lies in `ui` and is not a source of it.
const NOT_SOURCES: [&str; 4] = ["node_modules", "dist", "coverage", ".vite"];

/// Builds the user interface.
pub(crate) fn build() -> Result<(), Stop> {
    heading("The user interface");
    let mut sources = Vec::new();
    collect(&root::at("ui"), &mut sources)?;
    sources.sort();
    let current = fingerprint_of(&sources)?;
    // Not in `ui/dist`, all of which becomes part of the program.
    let stamp = root::target().join("xtask/ui-built");
    let built = root::at("ui/dist/index.html").is_file();
    if built && fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == current) {
        say("Built already.");
        return Ok(());
    }
    Child::npm().args(["run", "build"]).within(root::at("ui")).run()?;
    fs::create_dir_all(root::target().join("xtask")).map_err(Stop::at(stamp.display()))?;
    fs::write(&stamp, current).map_err(Stop::at(stamp.display()))
}

fn collect(folder: &Path, sources: &mut Vec<PathBuf>) -> Result<(), Stop> {
    for entry in fs::read_dir(folder).map_err(Stop::at(folder.display()))? {
        let path = entry.map_err(Stop::at(folder.display()))?.path();
        let name = path.file_name().unwrap_or_default();
        if NOT_SOURCES.iter().any(|not| name == *not) {
            continue;
        }
        if path.is_dir() {
            collect(&path, sources)?;
        } else {
            sources.push(path);
        }
    }
    Ok(())
}

/// A short text that changes when one of the files does. A build that is skipped wrongly is a nuisance and no danger, so
/// the standard library's hash is good enough.
pub(super) fn fingerprint_of(files: &[PathBuf]) -> Result<String, Stop> {
    let mut hasher = DefaultHasher::new();
    for path in files {
        path.hash(&mut hasher);
        fs::read(path).map_err(Stop::at(path.display()))?.hash(&mut hasher);
    }
    Ok(format!("{:016x}", hasher.finish()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fingerprint_follows_names_and_contents() {
        let manifest = root::at("Cargo.toml");
        let ignore = root::at(".gitignore");
        let both = fingerprint_of(&[manifest.clone(), ignore.clone()]).expect("files of the repository");
        assert_eq!(both, fingerprint_of(&[manifest.clone(), ignore]).expect("files"), "the same files, the same text");
        assert_ne!(both, fingerprint_of(&[manifest]).expect("a file"), "a file that is gone is a change");
    }
}
