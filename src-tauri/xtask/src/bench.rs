//! `cargo xtask bench`: figures of a release build, as ratios to named programs measured in the same run.

use crate::{child::Child, say::heading, stop::Stop};

pub(crate) fn run(arguments: &[String]) -> Result<(), Stop> {
    heading("Measures");
    let bench = ["run", "--release", "--package", "countersign-tests", "--bin", "bench", "--"];
    Child::cargo().args(bench).args(arguments).run()
}
