//! Labels and values in two columns side by side, for short facts of which there are many.

use crate::typeset::{Block, Cell, Row, Table, TableColumn, Text};

/// Makes the table: down the left column, then down the right one.
pub(super) fn table(rows: &[(&str, String)], name: String, note: Option<Text>) -> Block {
    let half = rows.len().div_ceil(2);
    let (left, right) = rows.split_at(half);
    let cells = |row: Option<&(&str, String)>| match row {
        Some((label, value)) => [Cell::from(Text::new().and_second(*label)), Cell::from(value.as_str())],
        None => [Cell::from(""), Cell::from("")],
    };
    Block::Table(Table {
        columns: vec![
            TableColumn::new("", 29.0),
            TableColumn::new("", 58.0),
            TableColumn::new("", 29.0),
            TableColumn::rest(""),
        ],
        rows: (0..half).map(|row| Row::new(cells(left.get(row)).into_iter().chain(cells(right.get(row))))).collect(),
        name,
        note,
        ..Table::default()
    })
}
