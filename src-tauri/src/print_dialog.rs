//! The print dialog of a Linux desktop, by its portal: it takes the file as it is and prints the very bytes that were hashed.

use ashpd::{
    Error,
    desktop::{
        ResponseError,
        print::{PrintOptions, PrintProxy},
    },
};
use countersign_app::Printed;
use std::{fs::File, path::Path};

/// Asks with the desktop's dialog and waits for the person; `None` where the desktop has none, or it fails.
pub(crate) fn ask(path: &Path, title: &str) -> Option<Printed> {
    let file = File::open(path).ok()?;
    match tauri::async_runtime::block_on(print(&file, title)) {
        Ok(()) => Some(Printed::Handed),
        Err(Error::Response(ResponseError::Cancelled)) => Some(Printed::Cancelled),
        Err(error) => {
            tracing::info!(%error, "no print dialog of the desktop");
            None
        }
    }
}

async fn print(file: &File, title: &str) -> Result<(), Error> {
    let portal = PrintProxy::new().await?;
    portal.print(None, title, file, PrintOptions::default()).await?.response()
}
