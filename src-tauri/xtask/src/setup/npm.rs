//! Installs npm packages exactly as a lock file says, and only when it changed.

use super::ui::fingerprint_of;
use crate::{
    child::Child,
    root,
    say::{heading, say},
    stop::Stop,
};
use std::fs;

/// Installs the packages of a folder of the repository.
pub(crate) fn install(folder: &str) -> Result<(), Stop> {
    heading(&format!("Packages of {folder}"));
    let folder = root::at(folder);
    let lock = folder.join("package-lock.json");
    if !lock.is_file() {
        return Err(Stop::because(format!("{} is missing, so packages would be anything", lock.display())));
    }
    // Beside the packages, so that it goes where they go.
    let stamp = folder.join("node_modules/.countersign-stamp");
    let current = fingerprint_of(&[lock, folder.join("package.json")])?;
    if fs::read_to_string(&stamp).is_ok_and(|stamped| stamped == current) {
        say("All there.");
        return Ok(());
    }
    Child::npm().args(["ci", "--no-audit", "--no-fund"]).within(&folder).run()?;
    fs::write(&stamp, current).map_err(Stop::at(stamp.display()))
}
