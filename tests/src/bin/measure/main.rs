//! Measures how well documents are read: on invented ones, whose truth is known, and on a folder of real ones.
//!
//! `measure [--seed N] [--count N] [--layouts a,b] [--python PATH] [--out DIR] [--verbose]
//! [--show-held-out]` prints documents of every
//! house whose producer is installed, reads them and compares; `measure --corpus DIR` takes `DIR/pdf` and
//! `DIR/truth` instead. It asserts nothing: it prints figures. `cargo xtask measure` builds and runs it.
//!
//! Some houses are held out: while somebody develops, their figures say whether what was learned on the others holds
//! elsewhere. What was misread there is printed with `--show-held-out` only.

mod corpus;
mod invented;
mod options;
mod read;
mod table;

use countersign_reader::isolate::{self, Allocator};
use options::Options;
use std::process::ExitCode;
use table::say;

/// Lets this program be started as the reader's child.
#[global_allocator]
static ALLOCATOR: Allocator = isolate::allocator();

fn main() -> ExitCode {
    isolate::run_if_child(&ALLOCATOR);
    let measured = Options::of(std::env::args().skip(1)).and_then(|options| match &options.corpus {
        Some(folder) => corpus::measure(folder, &options),
        None => invented::measure(&options),
    });
    match measured {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            say(&format!("Not measured: {error}"));
            ExitCode::FAILURE
        }
    }
}
