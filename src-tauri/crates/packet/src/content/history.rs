//! Section 14: the decisions on the vendor and what changed between them, what was signed in the program, what happened, what
//! sections 1 and 2 had to cut, and how this packet is checked.

use super::words::time;
use super::{ATTACHMENT, Cuts, Frozen, decisions, outline, summary};
use crate::canonical::grouped;
use crate::input::{Design, FrozenDecision};
use crate::typeset::{Block, Cell, KeyValues, Row, Table, TableColumn, Text};

/// Makes the section.
pub(super) fn blocks(frozen: &Frozen<'_>, cuts: Cuts) -> Vec<Block> {
    let input = frozen.input;
    let (number, title, anchor) = outline::HISTORY;
    let mut blocks = vec![Block::running_section(number, title, anchor)];
    if input.design >= Design::Third {
        blocks.extend(decisions::blocks(input));
    }
    if !input.events.is_empty() {
        blocks.push(Block::heading("Events"));
        blocks.push(Block::Table(events(input)));
    }
    blocks.extend(in_full(input, cuts));
    blocks.push(Block::heading("Checking this packet"));
    let mut rows = vec![
        (Text::from("Content SHA-256"), Text::from(grouped(&frozen.hash))),
        (Text::from("Short code"), Text::from(frozen.short_code.as_str())),
        (Text::from("Workspace"), Text::from(input.workspace.as_str())),
    ];
    if input.design >= Design::Third {
        let before = match &input.previous {
            Some(before) => format!(
                "{}, version {}: the SHA-256 of its file is {}",
                before.number,
                before.version,
                grouped(&before.sha256)
            ),
            None => "none: this is the first packet on this vendor".to_owned(),
        };
        rows.push((Text::from("Packet before"), Text::from(before)));
    }
    blocks.push(Block::KeyValues(KeyValues { label_width: 39.5, rows, name: String::new() }));
    blocks.push(Block::note(format!(
        "The content hash is the SHA-256 of the file {ATTACHMENT} inside this PDF, which holds everything that is \
         printed here. The hashes of the documents stand in section 4. The same decision printed again gives the same \
         file."
    )));
    blocks.push(Block::Space(12.0));
    let name = &input.packet;
    blocks.push(Block::note(format!("End of packet {}, version {}.", name.number, name.version)));
    blocks
}

fn events(input: &FrozenDecision) -> Table {
    let row = |event: &crate::input::Event| {
        Row::new([Cell::from(time(event.at)), Cell::from(event.what.as_str()), Cell::from(event.who.as_str())])
    };
    Table {
        columns: vec![TableColumn::new("Time", 43.5), TableColumn::rest("Event"), TableColumn::new("By", 43.5)],
        rows: input.events.iter().map(row).collect(),
        name: format!("{} {}, events", outline::HISTORY.0, outline::HISTORY.1),
        note: left_out(input).map(Text::from),
        ..Table::default()
    }
}

/// Says how many events are not listed.
fn left_out(input: &FrozenDecision) -> Option<String> {
    let left = input.events_left_out;
    let (events, are) = if left == 1 { ("event", "is") } else { ("events", "are") };
    (left > 0).then(|| {
        format!(
            "The latest {} events. {left} earlier {events} {are} not listed; the history of the workspace has them.",
            input.events.len()
        )
    })
}

/// Says in full what sections 1 and 2 had to cut.
fn in_full(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    let mut blocks = Vec::new();
    if cuts.reasons {
        blocks.push(Block::heading("The reasons in full"));
        blocks.push(Block::body(input.decision.reason.as_str()));
    }
    let worst = input.decision.residual.as_ref().filter(|_| input.design >= Design::Second);
    if let Some(worst) = worst.filter(|_| cuts.reasons || cuts.risks) {
        blocks.push(Block::heading("The worst case in full"));
        blocks.push(Block::body(worst.words.as_str()));
    }
    if cuts.names {
        let vendor = &input.vendor;
        let mut rows = vec![(Text::from("Vendor"), Text::from(vendor.name.as_str()))];
        let optional = [
            ("Service", vendor.service.as_deref()),
            ("Reason of the tier", vendor.tier_reason.as_deref()),
            ("Business owner", vendor.owner.as_deref()),
            ("Recorded by", Some(input.decision.recorded_by.as_str())),
        ];
        let given =
            optional.into_iter().filter_map(|(label, text)| text.map(|text| (Text::from(label), Text::from(text))));
        rows.extend(given);
        let signer = |signer: &crate::input::Signer| {
            let title = signer.title.as_deref().map_or_else(String::new, |title| format!(", {title}"));
            (Text::from("Signer"), Text::from(format!("{}{title}: {}", signer.name, signer.role)))
        };
        rows.extend(input.signers.iter().map(signer));
        blocks.push(Block::heading("Names in full"));
        blocks.push(Block::KeyValues(KeyValues {
            label_width: 39.5,
            rows,
            name: "14 History, names in full".to_owned(),
        }));
    }
    let summary = summary::in_full(input, cuts);
    if !summary.is_empty() {
        blocks.push(Block::heading("The summary in full"));
        blocks.push(Block::KeyValues(KeyValues {
            label_width: 39.5,
            rows: summary,
            name: "14 History, the summary in full".to_owned(),
        }));
    }
    blocks
}
