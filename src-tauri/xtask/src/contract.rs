//! `cargo xtask contract`: writes what is generated from Rust types, so that nothing has to be kept equal by hand.

use crate::{
    child::Child,
    root,
    say::{heading, say},
    stop::Stop,
};
use std::{fmt::Write as _, fs, path::PathBuf};

/// What the window may do besides the commands: hear the application's own events through a channel, and zoom itself as
/// browsers do. Never `core:event:allow-listen`, which would let it hear the paths of dropped files.
const OF_THE_WINDOW: [&str; 2] = ["allow-events", "core:webview:allow-set-webview-zoom"];

/// A file and what should stand in it.
struct Generated {
    path: PathBuf,
    text: String,
}

pub(crate) fn run(_: &[String]) -> Result<(), Stop> {
    heading("Generated files");
    for Generated { path, text } in generate()? {
        let before = fs::read_to_string(&path).unwrap_or_default();
        let what = if before == text { "unchanged" } else { "written" };
        if before != text {
            fs::write(&path, text).map_err(Stop::at(path.display()))?;
        }
        say(&format!("{what}: {}", path.strip_prefix(root::root()).unwrap_or(&path).display()));
    }
    Ok(())
}

/// Compares the committed files with what they should be.
pub(crate) fn compare() -> Result<(), Stop> {
    let generated = generate()?;
    let stale = generated.iter().filter(|file| !fs::read_to_string(&file.path).is_ok_and(|text| text == file.text));
    let stale: Vec<String> = stale.map(|file| file.path.display().to_string()).collect();
    if stale.is_empty() {
        return Ok(());
    }
    Err(Stop::because(format!("not what the types say, run `cargo xtask contract`: {}", stale.join(", "))))
}

fn generate() -> Result<Vec<Generated>, Stop> {
    // Built as part of the whole workspace: alone they would need other variants of the same libraries.
    let examples = ["--example", "contract", "--example", "reading_schema"];
    Child::cargo().args(["build", "--quiet", "--workspace"]).args(examples).run()?;
    let commands = example("contract", &["commands"])?;
    Ok(vec![
        Generated { path: root::at("ui/src/contract/generated.ts"), text: example("contract", &[])? },
        Generated { path: root::at("src-tauri/capabilities/main.json"), text: capability(commands.lines()) },
        Generated {
            path: root::at("src-tauri/crates/domain/reading.schema.json"),
            text: example("reading_schema", &[])?,
        },
    ])
}

/// Runs an example, which prints what is generated.
fn example(name: &str, arguments: &[&str]) -> Result<String, Stop> {
    Child::new(root::built(&format!("examples/{name}"))).args(arguments).output()
}

/// The capability that names exactly our commands.
fn capability<'a>(commands: impl Iterator<Item = &'a str>) -> String {
    let own = OF_THE_WINDOW.iter().map(ToString::to_string);
    let ours = commands.map(|name| format!("allow-{}", name.replace('_', "-")));
    let permissions: Vec<String> = own.chain(ours).map(|name| format!("    \"{name}\"")).collect();
    let mut text = String::from("{\n  \"identifier\": \"main\",\n");
    text.push_str(
        "  \"description\": \"What the one window may ask for: the commands of the contract, the application's events, ",
    );
    text.push_str("and its own zoom. Written by `cargo xtask contract`.\",\n");
    text.push_str("  \"local\": true,\n  \"windows\": [\"main\"],\n");
    write!(text, "  \"permissions\": [\n{}\n  ]\n}}\n", permissions.join(",\n")).expect("writing to a string");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_becomes_a_permission_in_tauris_spelling() {
        let text = capability(["vendor_save", "inbox"].into_iter());
        assert!(
            text.contains("\"allow-vendor-save\",\n    \"allow-inbox\"\n  ]"),
            "dashes, in order, closed well: {text}"
        );
    }
}
