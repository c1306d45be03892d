//! How far the report itself can be relied on: the firm that signed it and the report as evidence, apart from what it says
//! (`practice.md` §0.1, §3.8, §4.6). In section 5, after the facts.

use super::words::{date, refer};
use super::{outline, policy};
use crate::input::{FrozenDecision, FrozenSignal};
use crate::typeset::{Block, Cell, Row, Table, TableColumn, Text};

/// Makes the table with its heading; empty where nothing of it was frozen.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    if input.reliance.is_empty() {
        return Vec::new();
    }
    let row = |signal: &FrozenSignal| {
        let found = signal
            .cited
            .iter()
            .fold(Text::from(signal.found.as_str()), |said, cited| refer(said, &cited.label, &cited.pages));
        let mut looked = signal.by.as_deref().map_or_else(Text::new, Text::from);
        if let Some(on) = signal.on {
            looked = if looked.is_empty() { Text::from(date(on)) } else { looked.and_break().and_second(date(on)) };
        }
        if looked.is_empty() {
            looked = Text::from("–");
        }
        Row::new([
            Cell::from(Text::new().and_second(signal.what.as_str())),
            Cell::from(found),
            Cell::from(Text::new().and_second(signal.required.as_str())),
            Cell::from(looked),
            Cell::from(policy::came(input.design, &signal.outcome)),
        ])
    };
    vec![
        Block::heading("How far the report itself can be relied on"),
        Block::Table(Table {
            columns: vec![
                TableColumn::new("Sign", 39.5),
                TableColumn::rest("What was found"),
                TableColumn::new("Asked for", 38.0),
                TableColumn::new("Looked at by", 29.0),
                TableColumn::new("Result", 22.0),
            ],
            rows: input.reliance.iter().map(row).collect(),
            name: format!("{} {}, reliability", outline::FACTS.0, outline::FACTS.1),
            note: Some(
                "What a report says is one question, whether it can be believed is another. The score is that of the worksheet of \
                 eleven signs after the SOC 2 Reliability Rubric 1.0 (SOC 2 Quality Guild, CC BY-SA 4.0), in our own words."
                    .into(),
            ),
            ..Table::default()
        }),
    ]
}
