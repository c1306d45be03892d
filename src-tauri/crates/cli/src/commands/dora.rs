//! `countersign dora`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use std::path::Path;

/// Writes the register of information; ends as "something to act on" where cells are missing.
pub(crate) fn run(common: &Common, output: &Path, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let written = app.register_to(output)?;
    let missing = written.missing.len();
    if out.is_json() {
        out.objects([written])?;
    } else {
        let rows: Vec<Vec<String>> =
            written.tables.iter().map(|table| vec![table.code.clone(), table.rows.to_string()]).collect();
        out.table(&["table", "rows"], &rows)?;
        out.note(&format!("missing: {missing} cells, named in What is missing.csv"));
        out.note(&format!("written: {}", output.display()));
    }
    Ok(if missing == 0 { Done::Clean } else { Done::Notable })
}
