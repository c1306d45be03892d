//! Measures reading, packets, the acceptance policy and the workspace, most of them beside a program or library of others that does the like in the same
//! run on the same files: a ratio says more than a time of a computer that nobody knows.
//!
//! `bench [--vendors N] [--only MEASURE] [FILE or FOLDER]…`; without files it also takes the folder in `COUNTERSIGN_CORPUS`.
//! `--vendors` is the full size of the large workspace, 2,000 where it is not said. It asserts nothing, and
//! what is not there, such as `pdftotext`, is said and left out. All other material is made on the way: the documents are
//! those of the sample workspace. `cargo xtask bench` builds and runs it. To add a measure: a line in the table of its
//! concept; to add a concept: a file with a `measure`, a line below.

mod drawn;
mod large;
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
mod typst;

use countersign_reader::isolate::{self, Allocator};
use material::Material;
use std::{error::Error, ffi::OsString, path::PathBuf, process::ExitCode};
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
    let mut asked = Asked::of(std::env::args_os().skip(1));
    if asked.places.is_empty() {
        asked.places.extend(std::env::var_os(CORPUS).map(PathBuf::from));
    }
    let files = countersign_app::walk(&asked.places, None).files;

    say(&machine::describe());
    if asked.wants("Large workspace") {
        told("Large workspace", large::measure(asked.vendors));
    }
    if !["Reading", "Packet", "Policy", "Workspace"].into_iter().any(|name| asked.wants(name)) {
        return ExitCode::SUCCESS;
    }
    let measured = Material::make().map(|material| {
        type Measure<'m> = &'m dyn Fn() -> Outcome<()>;
        let measures: [(&str, Measure<'_>); 4] = [
            ("Reading", &|| reading::measure(&material, &files)),
            ("Packet", &|| packet::measure(&material)),
            ("Policy", &rules::measure),
            ("Workspace", &|| store::measure(&material)),
        ];
        for (name, measure) in measures.into_iter().filter(|(name, _)| asked.wants(name)) {
            told(name, measure());
        }
    });
    if let Err(error) = measured {
        say(&format!("\nNothing was measured, the sample cannot be made: {error}"));
    }
    ExitCode::SUCCESS
}

/// Says where a measure ended early.
fn told(name: &str, outcome: Outcome<()>) {
    if let Err(error) = outcome {
        say(&format!("\n{name} was not measured to its end: {error}"));
    }
}

/// What is asked for on the command line.
#[derive(Debug)]
struct Asked {
    vendors: u32,
    only: Option<String>,
    places: Vec<PathBuf>,
}

impl Asked {
    fn of(mut arguments: impl Iterator<Item = OsString>) -> Self {
        let mut asked = Self { vendors: large::VENDORS, only: None, places: Vec::new() };
        while let Some(argument) = arguments.next() {
            let mut value = || arguments.next().and_then(|value| value.into_string().ok());
            match argument.to_str() {
                Some("--vendors") => {
                    asked.vendors = value().and_then(|number| number.parse().ok()).unwrap_or(large::VENDORS);
                }
                Some("--only") => asked.only = value(),
                _ => asked.places.push(PathBuf::from(argument)),
            }
        }
        asked
    }

    fn wants(&self, name: &str) -> bool {
        self.only.as_ref().is_none_or(|only| name.eq_ignore_ascii_case(only))
    }
}
