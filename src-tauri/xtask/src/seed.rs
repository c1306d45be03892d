//! `cargo xtask seed`: a large invented workspace in a file, for trying out and measuring.

use crate::{child::Child, root, say::heading, stop::Stop};

pub(crate) fn run(arguments: &[String]) -> Result<(), Stop> {
    heading("A large workspace");
    Child::cargo().args(["build", "--workspace", "--bin", "seed"]).run()?;
    Child::new(root::built("seed")).args(arguments).run()
}
