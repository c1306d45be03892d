//! Measures reading, packets, the acceptance policy and the workspace, most of them beside a program or library of others that does the like in the same
//! run on the same files: a ratio says more than a time of a computer that nobody knows.
//!
//! `bench [FILE or FOLDER]…`; without arguments it also takes the folder in `COUNTERSIGN_CORPUS`. It asserts nothing, and
//! what is not there, such as `pdftotext`, is said and left out. All other material is made on the way: the documents are
//! those of the sample workspace. `cargo xtask bench` builds and runs it. To add a measure: a line in the table of its
//! concept; to add a concept: a file with a `measure`, a line below.

mod drawn;
mod machine;
mod material;
mod packet;
mod plain;
mod process;
mod reading;
mod rules;
mod store;
mod table;
mod timing;

use countersign_reader::isolate::{self, Allocator};
use material::Material;
use std::{error::Error, path::PathBuf, process::ExitCode};
use table::say;

/// Lets this program be started as the reader's child, for the documents of the sample.
#[global_allocator]
static ALLOCATOR: Allocator = isolate::allocator();

/// The folder of further documents where none are named.
const CORPUS: &str = "COUNTERSIGN_CORPUS";

/// What a measure gives; a failure is said and ends that measure, not the others.
type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> ExitCode {
    isolate::run_if_child(&ALLOCATOR);
    let mut places: Vec<PathBuf> = std::env::args_os().skip(1).map(PathBuf::from).collect();
    if places.is_empty() {
        places.extend(std::env::var_os(CORPUS).map(PathBuf::from));
    }
    let files = countersign_app::walk(&places, None).files;

    say(&machine::describe());
    let measured = Material::make().map(|material| {
        let measures = [
            ("Reading", reading::measure(&material, &files)),
            ("Packet", packet::measure(&material)),
            ("Policy", rules::measure()),
            ("Workspace", store::measure(&material)),
        ];
        for (name, outcome) in measures {
            if let Err(error) = outcome {
                say(&format!("\n{name} was not measured to its end: {error}"));
            }
        }
    });
    if let Err(error) = measured {
        say(&format!("\nNothing was measured, the sample cannot be made: {error}"));
    }
    ExitCode::SUCCESS
}
