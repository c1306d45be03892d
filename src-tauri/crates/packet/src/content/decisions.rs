//! The decisions on the vendor, what is otherwise than at the one before, and what was signed in the program: the first part of
//! section 14 (`practice.md` §7.1, page 14; §7.2).

use super::outline;
use super::words::{capitalised, choices, count, date, headline, time};
use crate::canonical::grouped;
use crate::input::{FrozenChange, FrozenDecision, FrozenEarlier, FrozenSignOff};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};
use countersign_domain::{Outcome, RiskLevel};

/// Makes the tables.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let mut blocks = vec![Block::heading("Decisions on this vendor")];
    if input.earlier.is_empty() {
        blocks.push(Block::body("This is the first decision on this vendor that is recorded here."));
    } else {
        blocks.push(Block::Table(decisions(input)));
    }
    if let Some(last) = input.earlier.last() {
        blocks.push(Block::heading(format!("What changed since decision {}", last.number)));
        blocks.push(match input.changes.as_slice() {
            [] => Block::body("Nothing of what the packets of both decisions say has changed."),
            changes => Block::Table(changed(changes, last)),
        });
    }
    if !input.sign_offs.is_empty() {
        blocks.push(Block::heading("Signed in the program"));
        blocks.push(Block::Table(signed(input)));
    }
    blocks
}

fn name(of: &str) -> String {
    format!("{} {}, {of}", outline::HISTORY.0, outline::HISTORY.1)
}

fn decisions(input: &FrozenDecision) -> Table {
    let risk = |level: Option<RiskLevel>| level.map_or("not asked", RiskLevel::title);
    let said = |outcome: Outcome, conditions: Option<usize>| match (outcome, conditions) {
        // How many conditions an earlier decision set stands in its own packet.
        (Outcome::ApprovedWithConditions, None) => "Approve with conditions".to_owned(),
        (outcome, conditions) => headline(outcome, conditions.unwrap_or_default()),
    };
    let before = |earlier: &FrozenEarlier| {
        let packets = match earlier.packets {
            0 => "none made".to_owned(),
            made => capitalised(&count(made as usize, "version", "versions")),
        };
        Row::new([
            Cell::from(earlier.number.to_string()),
            Cell::from(date(earlier.decided_on)),
            Cell::from(said(earlier.outcome, None)),
            Cell::from(risk(earlier.residual)),
            Cell::from(packets),
            Cell::from(earlier.recorded_by.as_str()),
        ])
    };
    let decision = &input.decision;
    let this = Row::new([
        Cell::from(Text::bold(decision.number.to_string())),
        Cell::from(Text::bold(date(decision.decided_on))),
        Cell::from(Text::bold(said(decision.outcome, Some(decision.conditions.len())))),
        Cell::from(risk(decision.residual.as_ref().map(|residual| residual.level))),
        Cell::from(format!("this one, version {}", input.packet.version)),
        Cell::from(decision.recorded_by.as_str()),
    ]);
    Table {
        columns: vec![
            TableColumn::new("No.", 12.0).right(),
            TableColumn::new("Day", 25.0),
            TableColumn::rest("Decision"),
            TableColumn::new("Risk that stays", 25.0),
            TableColumn::new("Packet", 33.0),
            TableColumn::new("Recorded by", 33.0),
        ],
        rows: input.earlier.iter().map(before).chain([this]).collect(),
        name: name("decisions"),
        ..Table::default()
    }
}

fn changed(changes: &[FrozenChange], last: &FrozenEarlier) -> Table {
    let cell = |text: &Option<String>| match text {
        Some(text) => Cell::from(text.as_str()),
        None => Cell::from(Text::new().and_second("–")),
    };
    let row = |change: &FrozenChange| {
        Row::new([Cell::from(Text::bold(change.what.as_str())), cell(&change.was), cell(&change.is)])
    };
    Table {
        columns: vec![
            TableColumn::new("What", 43.5),
            TableColumn::new(format!("On {}", date(last.decided_on)), 61.0),
            TableColumn::rest("Now"),
        ],
        rows: changes.iter().map(row).collect(),
        name: name("changes"),
        ..Table::default()
    }
}

fn signed(input: &FrozenDecision) -> Table {
    let [agree, disagree] = choices(input.decision.outcome);
    let row = |sign_off: &FrozenSignOff| {
        let who = Text::bold(sign_off.name.as_str()).and_break().and_second(sign_off.role.as_str());
        let said = if sign_off.agrees {
            Text::new().and_mark(Mark::Tick).and(agree)
        } else {
            Text::new().and_mark(Mark::CrossedSquare).and(disagree)
        };
        let comment = sign_off.comment.as_deref().map_or_else(|| Text::new().and_second("–"), Text::from);
        Row::new([Cell::from(who), Cell::from(said), Cell::from(time(sign_off.at)), Cell::from(comment)])
    };
    let of = input.sign_offs.first().map(|sign_off| grouped(&sign_off.sha256));
    let open = input.signers.len().saturating_sub(input.sign_offs.len());
    let open = match open {
        0 => "All who are named have answered.".to_owned(),
        _ => format!(
            "{} not answered in the program.",
            capitalised(&count(open, "who is named has", "who are named have"))
        ),
    };
    Table {
        columns: vec![
            TableColumn::new("Who", 51.0),
            TableColumn::new("Decision", 29.0),
            TableColumn::new("Time", 40.0),
            TableColumn::rest("Comment"),
        ],
        rows: input.sign_offs.iter().map(row).collect(),
        name: name("sign-offs"),
        note: of.map(|of| {
            Text::from(format!(
                "As it stood when this version was made. {open} Each signed the decision as it was frozen, SHA-256 {of}."
            ))
        }),
        ..Table::default()
    }
}
