//! `countersign backup`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use std::path::Path;

/// Copies the workspace, whole and with the same passphrase.
pub(crate) fn run(common: &Common, output: &Path, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    app.copy_to(output)?;
    out.note(&format!("written: {}", output.display()));
    Ok(Done::Clean)
}
