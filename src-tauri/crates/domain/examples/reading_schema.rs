//! Prints the JSON Schema of a reading; `cargo xtask contract` keeps it in `reading.schema.json`.

use std::io::Write as _;

fn main() -> std::io::Result<()> {
    let schema = schemars::schema_for!(countersign_domain::Reading);
    let text = serde_json::to_string_pretty(&schema).map_err(std::io::Error::other)?;
    writeln!(std::io::stdout(), "{text}")
}
