//! `countersign export`

use crate::{
    Done,
    args::{Common, FormatArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::wire::ExportFormat;
use serde_json::json;
use std::path::Path;

/// Writes the register into a folder.
pub(crate) fn run(common: &Common, folder: &Path, format: FormatArgument, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let format = match format {
        FormatArgument::Csv => ExportFormat::Csv,
        FormatArgument::Xlsx => ExportFormat::Xlsx,
    };
    if !folder.is_dir() {
        return Err(Trouble::Usage(format!("there is no such folder: {}", folder.display())));
    }
    let path = folder.join(app.export_name(format)?);
    let vendors = app.export_to(&path, format)?;
    if out.is_json() {
        out.objects([json!({ "file": path, "vendors": vendors })])?;
    } else {
        out.note(&format!("wrote {vendors} vendors to {}", path.display()));
    }
    Ok(Done::Clean)
}
