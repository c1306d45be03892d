//! Makes a machine ready, or says what is missing.

pub(crate) mod npm;
mod packages;
mod system;
mod toolchain;
pub(crate) mod ui;

use crate::stop::Stop;

/// What a command needs of the system.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Need {
    /// To build and start the program.
    Build,
    /// To run every test as well.
    Test,
}

/// Makes the machine ready: system packages, Rust, Node, the user interface's packages.
pub(crate) fn set_up(need: Need) -> Result<(), Stop> {
    system::set_up(need)?;
    toolchain::check()?;
    npm::install("ui")
}
