//! `cargo xtask check`: what can be said of the sources without running them.

use crate::{
    child::{Child, is_there},
    contract, root,
    say::{heading, say},
    setup::{npm, ui},
    stop::Stop,
};

/// A check and what it is called.
type Check = (&'static str, fn() -> Result<(), Stop>);

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    npm::install("ui")?;
    // The shell carries the user interface inside and does not compile without one.
    ui::build()?;
    let checks: [Check; 7] = [
        ("Formatting", formatting),
        ("Lints", lints),
        ("Generated files", || contract::compare().map(drop)),
        ("Structure", structure),
        ("Types of the user interface", || script("types")),
        ("Lints of the user interface", || script("lint")),
        ("Licences and advisories", licences),
    ];
    let mut failed = Vec::new();
    for (name, check) in checks {
        heading(name);
        if let Err(stop) = check() {
            say(&format!("✗ {stop}"));
            failed.push(name);
        }
    }
    if failed.is_empty() { Ok(()) } else { Err(Stop::because(format!("did not pass: {}", failed.join(", ")))) }
}

fn formatting() -> Result<(), Stop> {
    Child::cargo().args(["fmt", "--all", "--check"]).run()
}

fn lints() -> Result<(), Stop> {
    Child::cargo().args(["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"]).run()
}

/// The rules about who may know whom, file sizes and the shell's strictness are tests.
fn structure() -> Result<(), Stop> {
    Child::cargo().args(["test", "--workspace", "--test", "structure"]).run()
}

fn script(name: &str) -> Result<(), Stop> {
    Child::npm().args(["run", name]).within(root::at("ui")).run()
}

fn licences() -> Result<(), Stop> {
    if !is_there("cargo-deny") {
        say(
            "Not checked here: cargo-deny is not installed (`cargo install cargo-deny --locked`). The workflow does it.",
        );
        return Ok(());
    }
    Child::cargo().args(["deny", "check", "--config", ".cargo/deny.toml"]).run()
}
