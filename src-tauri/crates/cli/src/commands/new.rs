//! `countersign new`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_app::{Founding, Ids};
use countersign_contract::Failure;

/// Makes an empty workspace.
pub(crate) fn run(
    common: &Common,
    organisation: &str,
    person: &str,
    title: Option<&str>,
    protect: bool,
    out: &mut Out,
) -> Result<Done, Trouble> {
    let app = open::application(common, Ids::random())?;
    let path = open::path(common)?;
    let passphrase = if protect {
        Some(open::passphrase("New passphrase: ")?.ok_or(Trouble::Failed(Failure::PassphraseNeeded))?)
    } else {
        None
    };
    let founding = Founding {
        organisation: organisation.to_owned(),
        person: person.to_owned(),
        title: title.map(str::to_owned),
        passphrase,
    };
    let session = app.create_at(&path, founding)?;
    if out.is_json() {
        out.objects([session])?;
    } else {
        out.note(&format!("made {}", path.display()));
    }
    Ok(Done::Clean)
}
