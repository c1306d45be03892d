//! Whether Rust and Node are new enough.

use crate::{child::Child, root, say::say, stop::Stop};
use std::fs;

/// The oldest Node that the user interface's build tool runs on.
const NODE: Version = Version(20, 19, 0);

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
struct Version(u32, u32, u32);

impl Version {
    /// Finds the first version in what a program says of itself: `rustc 1.95.0 (…)`, `v20.20.2`, `1.92`.
    fn in_text(text: &str) -> Option<Self> {
        text.split([' ', '\n']).find_map(|word| {
            let word = word.strip_prefix('v').unwrap_or(word);
            let mut numbers = word.split(['.', '-']).map(str::parse::<u32>);
            let (major, minor) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
            Some(Self(major, minor, numbers.next().and_then(Result::ok).unwrap_or(0)))
        })
    }
}

impl std::fmt::Display for Version {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}.{}", self.0, self.1, self.2)
    }
}

/// Compares what is there with what we need.
pub(super) fn check() -> Result<(), Stop> {
    let rust = oldest_rust()?;
    require("rustc", rust, "Rust", "https://rustup.rs, or `rustup update`")?;
    require("node", NODE, "Node.js", "https://nodejs.org, or your system's package manager")?;
    if Child::npm().args(["--version"]).output().is_err() {
        return Err(Stop::because("npm is missing. It comes with Node.js: https://nodejs.org"));
    }
    Ok(())
}

fn require(program: &str, oldest: Version, name: &str, place: &str) -> Result<(), Stop> {
    let Ok(said) = Child::new(program).args(["--version"]).output() else {
        return Err(Stop::because(format!(
            "{name} is missing: version {oldest} or newer is needed. Get it from {place}"
        )));
    };
    let Some(found) = Version::in_text(&said) else {
        return Err(Stop::because(format!("{name} does not say its version: {said}")));
    };
    if found < oldest {
        return Err(Stop::because(format!(
            "{name} is too old: {found}, needed is {oldest}. Get a newer one from {place}"
        )));
    }
    say(&format!("{name} {found}"));
    Ok(())
}

/// The oldest Rust that the workspace says it builds with.
fn oldest_rust() -> Result<Version, Stop> {
    let manifest = root::at("Cargo.toml");
    let text = fs::read_to_string(&manifest).map_err(Stop::at(manifest.display()))?;
    let line = text.lines().find_map(|line| line.strip_prefix("rust-version"));
    let version = line.and_then(|line| line.split('"').nth(1)).and_then(Version::in_text);
    version.ok_or_else(|| Stop::because("Cargo.toml names no rust-version"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_found_where_programs_put_them() {
        assert_eq!(Version::in_text("rustc 1.95.0 (f2d3ce0bd 2026-03-21)"), Some(Version(1, 95, 0)));
        assert_eq!(Version::in_text("v20.20.2\n"), Some(Version(20, 20, 2)));
        assert_eq!(Version::in_text("rustc 1.97.0-nightly (x)"), Some(Version(1, 97, 0)));
        assert_eq!(Version::in_text("1.92"), Some(Version(1, 92, 0)));
        assert_eq!(Version::in_text("no version here"), None);
        assert!(Version(20, 9, 0) < Version(20, 19, 0), "numbers are compared as numbers");
    }
}
