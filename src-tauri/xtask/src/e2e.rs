//! `cargo xtask e2e`: the user interface driven from outside, with the real program behind it.
//!
//! In a browser over the development bridge, which is fast and shows every screen; and once in the real window on a
//! screen of its own, which proves the drop, the shell and the packet on disk. Cargo is always asked about the whole
//! workspace: asked about one package it would build other variants of the same libraries.

use crate::{
    child::Child,
    root,
    say::{heading, say},
    setup::{self, Need, npm},
    stop::Stop,
    tally::Tally,
};

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    setup::set_up(Need::Test)?;
    setup::ui::build()?;
    let mut all = Tally::default();
    all.add(browser().map_err(|(stop, _)| stop)?);
    all.add(window().map_err(|(stop, _)| stop)?);
    say(&all.to_string());
    Ok(())
}

/// Drives a browser over the bridge.
pub(crate) fn browser() -> Result<Tally, (Stop, Tally)> {
    heading("End to end in a browser");
    let ready = || {
        npm::install("tests/e2e")?;
        Child::cargo().args(["build", "--workspace", "--bin", "bridge"]).run()
    };
    ready().map_err(|stop| (stop, Tally::default()))?;
    Child::new("node").args(["tests/e2e/run.mjs"]).env("COUNTERSIGN_BRIDGE", root::built("bridge")).at_most(15).count()
}

/// Drives the real window on a screen that nobody sees.
pub(crate) fn window() -> Result<Tally, (Stop, Tally)> {
    heading("End to end in the real window");
    // The bridge typesets the report that is dropped, the command line looks at what the window left behind.
    let programs = ["countersign-desktop", "bridge", "countersign"].into_iter().flat_map(|name| ["--bin", name]);
    let program = Child::cargo().args(["build", "--workspace"]).args(programs).run();
    program.map_err(|stop| (stop, Tally::default()))?;
    Child::new("xvfb-run")
        .args(["--auto-servernum", "--server-args=-screen 0 1440x900x24 -nolisten tcp", "node", "tests/window/run.mjs"])
        .env("COUNTERSIGN_DESKTOP", root::built("countersign-desktop"))
        .at_most(10)
        .count()
}
