//! `countersign history`

use crate::{Done, args::Common, open, out::Out, say::Trouble};
use countersign_contract::{
    Commands as _,
    wire::{HistoryQuery, Nothing},
};

/// Shows the audit log, newest first, or checks its chain.
pub(crate) fn run(common: &Common, verify: bool, limit: u32, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    if verify {
        let report = app.history_verify(Nothing {})?;
        let broken = report.broken_at;
        if out.is_json() {
            out.objects([report])?;
        } else {
            match broken {
                None => out.line(&format!("{} entries, the chain is whole", report.entries))?,
                Some(at) => out.line(&format!("the chain is broken at entry {at}"))?,
            }
        }
        return Ok(if broken.is_some() { Done::Notable } else { Done::Clean });
    }
    let mut entries = Vec::new();
    let mut before = None;
    while entries.len() < limit as usize {
        let page =
            app.history(HistoryQuery { before, vendor: None, limit: (limit - entries.len() as u32).min(200) })?;
        before = page.last().map(|entry| entry.seq);
        if page.is_empty() {
            break;
        }
        entries.extend(page);
    }
    if out.is_json() {
        out.objects(entries)?;
    } else {
        let rows: Vec<Vec<String>> = entries
            .into_iter()
            .map(|entry| {
                let at = entry.at.format("%Y-%m-%d %H:%M:%S").to_string();
                vec![entry.seq.to_string(), at, entry.who, entry.op, entry.subject]
            })
            .collect();
        out.table(&["no", "at (UTC)", "who", "what", "about"], &rows)?;
    }
    Ok(Done::Clean)
}
