//! `cargo xtask test`: everything that can be checked on this machine, from a fresh checkout, with an honest summary.

use crate::{
    check,
    child::{Child, time},
    e2e,
    say::{heading, say},
    setup::{self, Need},
    stop::Stop,
    tally::Tally,
};
use std::time::Instant;

/// What became of one part.
struct Part {
    name: &'static str,
    outcome: Result<Tally, Stop>,
    tally: Tally,
    took: String,
}

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    let begun = Instant::now();
    setup::set_up(Need::Test)?;
    setup::ui::build()?;

    let mut parts = Vec::new();
    let mut part = |name, work: fn() -> Result<Tally, (Stop, Tally)>| {
        let since = Instant::now();
        let (outcome, tally) = match work() {
            Ok(tally) => (Ok(tally), tally),
            Err((stop, tally)) => {
                say(&format!("✗ {stop}"));
                (Err(stop), tally)
            }
        };
        parts.push(Part { name, outcome, tally, took: time(since) });
    };
    // A part that fails does not keep the others from saying what they know.
    part("checks", || check::run(&[]).map(|()| Tally::default()).map_err(|stop| (stop, Tally::default())));
    part("Rust tests", rust);
    part("user interface tests", ui);
    if cfg!(target_os = "linux") {
        part("end to end in a browser", e2e::browser);
        part("end to end in the real window", e2e::window);
    }
    summary(&parts, begun)
}

fn rust() -> Result<Tally, (Stop, Tally)> {
    heading("Rust tests");
    let tests = Child::cargo().args(["test", "--workspace", "--no-fail-fast"]);
    // What the setup installs is used: a test that finds it missing fails instead of passing without a word.
    if cfg!(target_os = "linux") { tests.env("COUNTERSIGN_TOOLS", "required").count() } else { tests.count() }
}

fn ui() -> Result<Tally, (Stop, Tally)> {
    heading("User interface tests");
    Child::npm().args(["test"]).within(crate::root::at("ui")).env("NO_COLOR", "1").count()
}

fn summary(parts: &[Part], begun: Instant) -> Result<(), Stop> {
    heading("Summary");
    let mut all = Tally::default();
    let mut failed = Vec::new();
    for part in parts {
        let (mark, why) = match &part.outcome {
            Ok(_) => ("✓", String::new()),
            Err(stop) => ("✗", format!(": {stop}")),
        };
        let counted = if part.tally == Tally::default() { String::new() } else { format!(", {}", part.tally) };
        say(&format!("{mark} {}{counted} ({}){why}", part.name, part.took));
        all.add(part.tally);
        if part.outcome.is_err() {
            failed.push(part.name);
            // A part that ended badly without counting a failed test is one failure.
            all.failed += u32::from(part.tally.failed == 0);
        }
    }
    if !cfg!(target_os = "linux") {
        say("– end to end: not on this system, the window's driver is there on Linux only");
    }
    say(&format!("It took {}.", time(begun)));
    say(&all.to_string());
    if failed.is_empty() { Ok(()) } else { Err(Stop::because(format!("failed: {}", failed.join(", ")))) }
}
