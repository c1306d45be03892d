//! `cargo xtask bundle`: installers for the system it runs on, in `target/release/bundle`.

use crate::{
    child::Child,
    root,
    say::{heading, say},
    setup::{self, Need},
    stop::Stop,
};

pub(crate) fn run(arguments: &[String]) -> Result<(), Stop> {
    setup::set_up(Need::Build)?;
    let bundler = root::at("ui/node_modules/@tauri-apps/cli/tauri.js");
    if !bundler.is_file() {
        return Err(Stop::because("the bundler is missing from the packages of ui: @tauri-apps/cli"));
    }
    heading("Installers");
    let (folder, ci) = (root::at("src-tauri"), "true");
    Child::new("node")
        .args([bundler.as_os_str()])
        .args(["build"])
        .args(arguments)
        .within(folder)
        .env("CI", ci)
        .run()?;
    say(&format!("They are in {}", root::target().join("release/bundle").display()));
    Ok(())
}
