//! `countersign evidence`

use crate::{
    Done,
    args::{Common, PacketsArgument, PaperArgument},
    open,
    out::Out,
    say::Trouble,
};
use chrono::NaiveDate;
use countersign_contract::wire::{EvidenceRequest, PacketChoice};
use std::path::Path;

/// What was asked for on the command line.
pub(crate) struct Asked<'a> {
    pub(crate) from: NaiveDate,
    pub(crate) to: NaiveDate,
    pub(crate) output: &'a Path,
    pub(crate) packets: PacketsArgument,
    pub(crate) decisions: &'a [u32],
    pub(crate) paper: PaperArgument,
}

/// Writes what the auditor of our own controls asks for; ends as "something to act on" where counts do not agree.
pub(crate) fn run(common: &Common, asked: &Asked<'_>, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let written = app.evidence_to(
        asked.output,
        &EvidenceRequest {
            from: asked.from,
            to: asked.to,
            packets: match asked.packets {
                _ if !asked.decisions.is_empty() => PacketChoice::Chosen,
                PacketsArgument::None => PacketChoice::None,
                PacketsArgument::Critical => PacketChoice::Critical,
                PacketsArgument::Period => PacketChoice::Period,
            },
            decisions: asked.decisions.to_vec(),
            paper: asked.paper.into(),
        },
    )?;
    let agrees = written.checks.iter().all(|check| check.holds);
    super::uncovered(&written.uncovered, out);
    if out.is_json() {
        out.objects([written])?;
    } else {
        let rows: Vec<Vec<String>> =
            written.lists.iter().map(|list| vec![list.title.clone(), list.rows.to_string()]).collect();
        out.table(&["list", "rows"], &rows)?;
        for check in &written.checks {
            out.note(&format!("{}: {}", if check.holds { "agrees" } else { "does not agree" }, check.what));
        }
        out.note(&format!("written: {}", asked.output.display()));
    }
    Ok(if agrees { Done::Clean } else { Done::Notable })
}
