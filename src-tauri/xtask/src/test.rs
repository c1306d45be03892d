//! `cargo xtask test`: everything that can be checked on this machine, from a fresh checkout, with an honest summary.

use crate::{
    aside::{Aside, Counted},
    check,
    child::{Child, time},
    e2e,
    say::{heading, say},
    setup::{self, Need},
    stop::Stop,
    tally::Tally,
};
use std::time::{Duration, Instant};

/// What became of one part.
struct Part {
    name: &'static str,
    outcome: Result<(), Stop>,
    tally: Tally,
    took: Duration,
}

impl Part {
    /// A part that fails does not keep the others from saying what they know.
    fn new(name: &'static str, (took, counted): (Duration, Counted)) -> Self {
        let (outcome, tally) = match counted {
            Ok(tally) => (Ok(()), tally),
            Err((stop, tally)) => {
                say(&format!("✗ {stop}"));
                (Err(stop), tally)
            }
        };
        Self { name, outcome, tally, took }
    }
}

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    let begun = Instant::now();
    setup::set_up(Need::Test)?;
    setup::ui::build()?;

    // Cargo often builds one crate on which all others wait: the interface's tests use the cores that it leaves.
    let ui = ui();
    let mut parts = vec![Part::new("checks", timed(checks)), Part::new("Rust tests", timed(rust))];
    heading("User interface tests");
    parts.push(Part::new("user interface tests", ui.wait()));
    if cfg!(target_os = "linux") {
        parts.extend(from_outside());
    }
    summary(&parts, begun)
}

fn timed(work: impl FnOnce() -> Counted) -> (Duration, Counted) {
    let since = Instant::now();
    let counted = work();
    (since.elapsed(), counted)
}

fn checks() -> Counted {
    check::run(&[]).map(|()| Tally::default()).map_err(|stop| (stop, Tally::default()))
}

fn rust() -> Counted {
    heading("Rust tests");
    let tests = Child::cargo().args(["test", "--workspace", "--no-fail-fast"]);
    // What the setup installs is used: a test that finds it missing fails instead of passing without a word.
    if cfg!(target_os = "linux") { tests.env("COUNTERSIGN_TOOLS", "required").count() } else { tests.count() }
}

fn ui() -> Aside {
    let tests = Child::npm().args(["test"]).within(crate::root::at("ui")).env("NO_COLOR", "1");
    Aside::start("the user interface tests", tests)
}

/// The parts that drive what was built from outside.
fn from_outside() -> Vec<Part> {
    match e2e::begin() {
        Ok(notice) => vec![
            Part::new("end to end in a browser", timed(e2e::browser)),
            Part::new("end to end in the real window", timed(e2e::window)),
            Part::new("the word outside the window", e2e::noticed(notice)),
        ],
        Err(stop) => vec![Part::new("end to end", (Duration::ZERO, Err((stop, Tally::default()))))],
    }
}

fn summary(parts: &[Part], begun: Instant) -> Result<(), Stop> {
    heading("Summary");
    let mut all = Tally::default();
    let mut failed = Vec::new();
    for part in parts {
        let (mark, why) = match &part.outcome {
            Ok(()) => ("✓", String::new()),
            Err(stop) => ("✗", format!(": {stop}")),
        };
        let counted = if part.tally == Tally::default() { String::new() } else { format!(", {}", part.tally) };
        say(&format!("{mark} {}{counted} ({}){why}", part.name, time(part.took)));
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
    say(&format!("It took {}.", time(begun.elapsed())));
    say(&all.to_string());
    if failed.is_empty() { Ok(()) } else { Err(Stop::because(format!("failed: {}", failed.join(", ")))) }
}
