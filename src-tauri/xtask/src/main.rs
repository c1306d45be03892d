//! The project's own commands: `cargo xtask run`, `cargo xtask test` and the smaller ones they are made of.
//!
//! Each command is a file and says what it does while it does it. Setting up belongs to the commands: somebody with a
//! fresh machine types one of them and is told what is missing, or gets it. Nothing is fetched but from the package
//! registries. This program depends on the standard library alone, so that it is there within seconds.
//! To add a command: a file with a `run`, a line in [`COMMANDS`].

mod aside;
mod bench;
mod bundle;
mod check;
mod child;
mod contract;
mod e2e;
mod icons;
mod measure;
mod root;
mod run;
mod say;
mod seed;
mod setup;
mod stop;
mod tally;
mod test;

use say::say;
use std::process::ExitCode;
use stop::Stop;

/// A command: its name, what it does, and the function.
type Command = (&'static str, &'static str, fn(&[String]) -> Result<(), Stop>);

const COMMANDS: &[Command] = &[
    ("run", "sets up, builds and starts the program; --release for an optimised one", run::run),
    ("test", "sets up and runs every check and test, the window's included", test::run),
    ("check", "formatting, lints, types, generated files, licences", check::run),
    ("e2e", "drives the user interface in a browser and in the real window", e2e::run),
    ("bench", "measures reading, packets and the workspace in a release build", bench::run),
    ("measure", "measures what is read: on invented documents, and with --corpus DIR on real ones", measure::run),
    ("seed", "makes a large invented workspace: --vendors N FILE", seed::run),
    ("bundle", "makes installers for this system", bundle::run),
    ("contract", "writes what is generated from Rust types: TypeScript, capability, schema", contract::run),
    ("icons", "draws the icons of all sizes from their SVG", icons::run),
];

fn main() -> ExitCode {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next().unwrap_or_default();
    let rest: Vec<String> = arguments.collect();
    let Some((_, _, command)) = COMMANDS.iter().find(|(known, ..)| *known == name) else {
        say("Usage: cargo xtask <command>\n");
        for (name, what, _) in COMMANDS {
            say(&format!("  {name:<9} {what}"));
        }
        return if matches!(name.as_str(), "" | "help" | "--help" | "-h") {
            ExitCode::SUCCESS
        } else {
            ExitCode::from(2)
        };
    };
    match command(&rest) {
        Ok(()) => ExitCode::SUCCESS,
        Err(stop) => {
            say(&format!("\n✗ {stop}"));
            ExitCode::FAILURE
        }
    }
}
