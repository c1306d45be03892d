//! `cargo xtask bench`: figures of a release build, as ratios to named programs measured in the same run.

use crate::{child::Child, root, say::heading, stop::Stop};

pub(crate) fn run(arguments: &[String]) -> Result<(), Stop> {
    heading("Measures");
    // Built as part of the whole workspace: alone they would need other variants of the same libraries. The measures
    // start the command line, which they find beside themselves.
    let build = ["build", "--release", "--workspace", "--bin", "bench", "--bin", "countersign"];
    Child::cargo().args(build).run()?;
    let program = format!("release/bench{}", std::env::consts::EXE_SUFFIX);
    Child::new(root::target().join(program)).args(arguments).run()
}
