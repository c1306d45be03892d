//! The log: one file a day in the system's folder for logs, seven kept. Ids and codes only, nothing that a document,
//! a vendor or a person is called, no path and no passphrase.

use std::{io, panic, path::Path};
use tracing::Level;
use tracing_appender::rolling::{Builder, Rotation};
use tracing_subscriber::filter::EnvFilter;

const DAYS_KEPT: usize = 7;

/// Begins to log into a folder. Each line is written at once: they are few, and the last one before an end matters most.
pub(crate) fn start(folder: &Path) -> io::Result<()> {
    std::fs::create_dir_all(folder)?;
    let file = Builder::new()
        .rotation(Rotation::DAILY)
        .filename_prefix("countersign")
        .filename_suffix("log")
        .max_log_files(DAYS_KEPT)
        .build(folder)
        .map_err(io::Error::other)?;
    // Libraries may name files in what they log, so nothing of theirs is kept, and ours from `info` on.
    let ours =
        ["countersign_desktop", "countersign_app", "countersign_store", "countersign_reader", "countersign_packet"];
    let filter = ours.iter().fold(EnvFilter::new("off"), |filter, name| {
        filter.add_directive(format!("{name}={}", Level::INFO).parse().expect("a crate's name and a level"))
    });
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(file).with_ansi(false).init();
    panic::set_hook(Box::new(|info| {
        // The place only: the message may quote what was being worked on.
        let place = info.location().map(ToString::to_string).unwrap_or_default();
        tracing::error!(place, "panic");
    }));
    Ok(())
}
