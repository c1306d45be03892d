//! `cargo xtask e2e`: the user interface driven from outside, with the real program behind it.
//!
//! In a browser over the development bridge, which is fast and shows every screen; and once in the real window on a
//! screen of its own, which proves the drop, the shell and the packet on disk, while a second window waits for the word
//! that it says outside itself. Cargo is always asked about the whole
//! workspace: asked about one package it would build other variants of the same libraries.

use crate::{
    aside::{Aside, Counted},
    child::Child,
    root,
    say::{heading, say},
    setup::{self, Need, npm},
    stop::Stop,
    tally::Tally,
};
use std::time::Duration;

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    setup::set_up(Need::Test)?;
    setup::ui::build()?;
    let notice = begin()?;
    let (browser, window, notice) = (browser(), window(), noticed(notice).1);
    let mut all = Tally::default();
    for part in [browser, window, notice] {
        all.add(part.map_err(|(stop, _)| stop)?);
    }
    say(&all.to_string());
    Ok(())
}

/// Makes ready what is driven, and starts what mostly waits beside the rest: the word outside the window, which comes once a day.
pub(crate) fn begin() -> Result<Aside, Stop> {
    heading("What is driven from outside");
    npm::install("tests/e2e")?;
    // The bridge typesets the report that is dropped, the command line looks at what the window left behind.
    let programs = ["countersign-desktop", "bridge", "countersign"].into_iter().flat_map(|name| ["--bin", name]);
    Child::cargo().args(["build", "--workspace"]).args(programs).run()?;
    Ok(Aside::start("the word outside the window", on_a_screen(120, "tests/window/notice.mjs")))
}

/// Drives a browser over the bridge, then opens packets in it.
pub(crate) fn browser() -> Counted {
    heading("End to end in a browser");
    let screens =
        Child::new("node").args(["tests/e2e/run.mjs"]).env("COUNTERSIGN_BRIDGE", root::built("bridge")).at_most(15);
    let mut all = screens.count()?;
    let packets = packets();
    all.add(packets.as_ref().map_or_else(|(_, counted)| *counted, |counted| *counted));
    packets.map(|_| all).map_err(|(stop, _)| (stop, all))
}

/// Prints packets and opens them in pdf.js, beside poppler.
fn packets() -> Counted {
    heading("Packets in pdf.js");
    let folder = root::target().join("packets");
    let print = || {
        Child::cargo().args(["build", "--workspace", "--example", "samples"]).run()?;
        Child::new(root::built("examples/samples")).args([folder.as_os_str(), "sixth".as_ref()]).run()
    };
    print().map_err(|stop| (stop, Tally::default()))?;
    Child::new("node").args(["tests/e2e/pdfjs.mjs".as_ref(), folder.as_os_str()]).at_most(5).count()
}

/// Drives the real window on a screen that nobody sees.
pub(crate) fn window() -> Counted {
    heading("End to end in the real window");
    on_a_screen(99, "tests/window/run.mjs").count()
}

/// Waits for what the window says outside itself.
pub(crate) fn noticed(notice: Aside) -> (Duration, Counted) {
    heading("The word outside the window");
    notice.wait()
}

/// A script with the built program and a screen of its own; two that start at once look for one from different numbers on.
fn on_a_screen(number: u32, script: &str) -> Child {
    Child::new("xvfb-run")
        .args(["--auto-servernum", &format!("--server-num={number}")])
        .args(["--server-args=-screen 0 1440x900x24 -nolisten tcp", "node", script])
        .env("COUNTERSIGN_DESKTOP", root::built("countersign-desktop"))
        .at_most(10)
}
