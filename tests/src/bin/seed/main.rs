//! Makes a large invented workspace: `seed --vendors N FILE`. `cargo xtask seed` builds and runs it. Each vendor has three
//! reports of fifty pages and fifty controls, ten findings, a contract and a decision; the same number gives the same file.

use countersign_tests::seed;
use std::{
    io::{self, Write as _},
    path::PathBuf,
    process::ExitCode,
    time::Instant,
};

const USAGE: &str = "Usage: seed [--vendors N] FILE";
/// As many vendors as the measures of `cargo xtask bench` have.
const VENDORS: u32 = 2_000;

fn main() -> ExitCode {
    let (mut vendors, mut file) = (VENDORS, None);
    let mut arguments = std::env::args().skip(1);
    while let Some(argument) = arguments.next() {
        if argument == "--vendors" {
            match arguments.next().and_then(|number| number.parse().ok()) {
                Some(number) => vendors = number,
                None => return stop(USAGE),
            }
        } else {
            file = Some(PathBuf::from(argument));
        }
    }
    let Some(file) = file else { return stop(USAGE) };
    let clock = Instant::now();
    let told = |written| {
        // Nobody listens at standard error: nothing to be done about it.
        let _nobody = write!(io::stderr(), "\r{written} of {vendors} vendors");
    };
    match seed::make(&file, vendors, told) {
        Ok(_) => {
            let _nobody = writeln!(io::stderr(), "\r{}: {:.1} s", file.display(), clock.elapsed().as_secs_f64());
            ExitCode::SUCCESS
        }
        Err(error) => stop(&format!("\n{error}")),
    }
}

fn stop(text: &str) -> ExitCode {
    let _nobody = writeln!(io::stderr(), "{text}");
    ExitCode::FAILURE
}
