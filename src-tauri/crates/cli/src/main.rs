//! Countersign on the command line: the same use cases without a window.
//!
//! Nothing but data goes to standard output; progress and errors go to standard error. Exit status: 0 done, 1 done and
//! there is something to act on, 2 wrong usage, 3 could not be done. To add a command: its arguments in `args.rs`, a file
//! in `commands/`.

mod args;
mod commands;
mod open;
mod out;
mod progress;
mod say;
mod stop;
mod table;

use args::Arguments;
use clap::Parser as _;
use countersign_reader::isolate::{self, Allocator};
use std::process::ExitCode;

/// Lets the reader's child limit its memory on every system.
#[global_allocator]
static ALLOCATOR: Allocator = isolate::allocator();

/// How a command ended when it could be done.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Done {
    /// Nothing to act on.
    Clean,
    /// There is something to act on.
    Notable,
}

fn main() -> ExitCode {
    isolate::run_if_child(&ALLOCATOR);
    let arguments = Arguments::parse();
    let mut out = out::Out::new(arguments.common.json);
    match commands::run(&arguments, &mut out) {
        Ok(Done::Clean) => ExitCode::SUCCESS,
        Ok(Done::Notable) => ExitCode::from(1),
        Err(trouble) => {
            out.trouble(&trouble);
            ExitCode::from(trouble.status())
        }
    }
}
