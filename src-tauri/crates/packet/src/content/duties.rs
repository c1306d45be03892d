//! Section 12, the conditions in full, when the decision sheet has no room for them.

use super::words::{date, duty};
use super::{Cuts, outline};
use crate::input::FrozenDecision;
use crate::typeset::{Block, Cell, Row, Table, TableColumn, Text};

/// Says whether the section is printed.
pub(super) fn are_printed(input: &FrozenDecision, cuts: Cuts) -> bool {
    (cuts.conditions || cuts.names) && !input.decision.conditions.is_empty()
}

/// Makes the section; empty when the sheet says it all.
pub(super) fn blocks(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    if !are_printed(input, cuts) {
        return Vec::new();
    }
    let (number, title, anchor) = outline::DUTIES;
    let row = |(index, condition): (usize, &crate::input::FrozenCondition)| {
        Row::new([
            Cell::from(Text::bold(format!("C{}", index + 1))),
            Cell::from(duty(condition)),
            Cell::from(condition.owner.as_str()),
            Cell::from(Text::bold(date(condition.due))),
        ])
    };
    let table = Table {
        columns: vec![
            TableColumn::new("", 10.5),
            TableColumn::rest("Condition"),
            TableColumn::new("Owner", 40.0),
            TableColumn::new("By", 24.0),
        ],
        rows: input.decision.conditions.iter().enumerate().map(row).collect(),
        name: format!("{number} {title}"),
        ..Table::default()
    };
    vec![
        Block::running_section(number, title, anchor),
        Block::lead("All conditions of section 1 in full."),
        Block::Table(table),
    ]
}
