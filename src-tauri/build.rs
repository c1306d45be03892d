//! Tells tauri which commands there are, those of the contract and the one by which the page hears events, so that the
//! capability can name each of them and everything else is refused.

use countersign_contract::COMMANDS;
use tauri_build::{AppManifest, Attributes};

fn main() {
    let names: Vec<&'static str> = COMMANDS.iter().map(|command| command.name).chain(["events"]).collect();
    // The build script ends right after; tauri wants the list for as long as that.
    let names: &'static [&'static str] = names.leak();
    let attributes = Attributes::new().app_manifest(AppManifest::new().commands(names));
    tauri_build::try_build(attributes).expect("the configuration and the capability fit the list of commands");
}
