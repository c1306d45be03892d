//! Section V: management's responses.

use super::{Desk, matrix::answered};
use crate::generator::{
    house::Response,
    script::{Block, Cell, Row, Table, body, heading},
};

/// Writes it, if there is anything to say.
pub(crate) fn section(desk: &mut Desk<'_>) -> Vec<Block> {
    if desk.house.response != Response::SectionV {
        return Vec::new();
    }
    let mut rows: Vec<(String, String, String)> = Vec::new();
    for control in desk.report.controls() {
        if let Some(exception) = &control.exception
            && let Some(response) = &exception.response
            && !rows.iter().any(|row| row.1 == exception.result)
        {
            let name = control.id.clone().unwrap_or_else(|| control.text.clone());
            rows.push((name, exception.result.clone(), response.clone()));
        }
    }
    if rows.is_empty() {
        return Vec::new();
    }
    let mut blocks = vec![
        heading("Management\u{2019}s Response to Exceptions"),
        body("The information in this section was not examined by the service auditor, who gives no opinion on it."),
    ];
    if desk.house.words.is_multiple_of(2) {
        blocks.push(Block::Table(Table {
            heads: ["Control", "Exception", "Management\u{2019}s Response"].map(str::to_owned).to_vec(),
            widths: vec![2, 4, 4],
            rows: rows
                .into_iter()
                .map(|(a, b, c)| Row::Cells(vec![Cell::text(a), Cell::text(b), Cell::text(c)]))
                .collect(),
        }));
    } else {
        let answered = answered(desk);
        for (name, result, response) in rows {
            blocks.push(body(format!("Control {name}")));
            blocks.push(body(format!("Exception: {result}")));
            blocks.push(body(format!("{answered}: {response}")));
        }
    }
    blocks
}
