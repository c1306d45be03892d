//! `countersign board`

use crate::{
    Done,
    args::{Common, PaperArgument},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::wire::BoardRequest;
use std::path::Path;

/// Prints the summary of all vendors for the board. A day of the past is answered with what was known on it, so the clock is not
/// set back as other commands do.
pub(crate) fn run(common: &Common, output: &Path, paper: PaperArgument, out: &mut Out) -> Result<Done, Trouble> {
    let now = Common { workspace: common.workspace.clone(), as_of: None, actor: common.actor.clone(), ..*common };
    let app = open::workspace(&now)?;
    let uncovered = app.board_to(output, &BoardRequest { as_of: common.as_of, paper: paper.into() })?;
    super::uncovered(&uncovered, out);
    out.note(&format!("written: {}", output.display()));
    Ok(Done::Clean)
}
