//! `countersign sample`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_app::Ids;

/// Makes the sample workspace.
pub(crate) fn run(common: &Common, seed: u64, vendors: Option<u32>, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::application(common, Ids::seeded(seed))?;
    let path = open::path(common)?;
    out.note("typesetting and reading the sample reports");
    let session = app.sample_at(&path, vendors.unwrap_or(0))?;
    if out.is_json() {
        out.objects([session])?;
    } else {
        out.note(&format!("made {}", path.display()));
    }
    Ok(Done::Clean)
}
