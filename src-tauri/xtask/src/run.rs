//! `cargo xtask run`: from a fresh checkout to the open window.

use crate::{
    child::Child,
    root,
    say::{heading, say},
    setup::{self, Need},
    stop::Stop,
};

pub(crate) fn run(arguments: &[String]) -> Result<(), Stop> {
    let optimised = arguments.iter().any(|argument| argument == "--release");
    let for_the_program: Vec<&String> = arguments.iter().filter(|argument| *argument != "--release").collect();
    setup::set_up(Need::Build)?;
    setup::ui::build()?;
    heading("The program");
    say("The first build takes a few minutes.");
    let profile = if optimised { "release" } else { "dev" };
    Child::cargo().args(["build", "--workspace", "--bin", "countersign-desktop", "--profile", profile]).run()?;
    let no_screen = cfg!(target_os = "linux")
        && std::env::var_os("DISPLAY").is_none()
        && std::env::var_os("WAYLAND_DISPLAY").is_none();
    if no_screen {
        return Err(Stop::because(
            "There is no screen: neither DISPLAY nor WAYLAND_DISPLAY is set. The program is built",
        ));
    }
    heading("Countersign");
    let folder = if optimised { "release" } else { "debug" };
    let program = root::target().join(folder).join(format!("countersign-desktop{}", std::env::consts::EXE_SUFFIX));
    Child::new(program).args(for_the_program).hand_over()
}
