//! Questionnaires in tables.
//!
//! **Reads** one answer for each row.
//! **Where**: tables of which one of the first rows is a head with a question and an answer; the following tables of as
//! many columns go on with it where they have no head of their own.
//! **Refuses** rows without a question, and bands over all columns: they are headings.

use countersign_domain::Citation;
use countersign_domain::reading::QuestionAnswer;

use super::columns::{self, Columns};
use crate::table::{Cell, Row, Table};

/// Rows among which the head may stand.
const HEAD_ROWS: usize = 3;

/// Reads the answers.
pub(super) fn read(tables: &[Table<'_>]) -> Vec<QuestionAnswer> {
    let mut answers = Vec::new();
    let mut going_on: Option<(Columns, usize)> = None;
    for table in tables {
        let width = table.columns();
        let head = table.rows.iter().take(HEAD_ROWS).enumerate().find_map(|(at, row)| {
            let heads: Vec<&str> = (0..width).map(|column| row.text(column)).collect();
            columns::find(heads).map(|columns| (at, columns))
        });
        let (first, columns) = match (head, going_on) {
            (Some((at, columns)), _) => (at + 1, columns),
            (None, Some((columns, before))) if before == width => (0, columns),
            _ => {
                going_on = None;
                continue;
            }
        };
        going_on = Some((columns, width));
        answers.extend(table.rows.iter().skip(first).filter_map(|row| answer(row, columns)));
    }
    answers
}

fn answer(row: &Row<'_>, columns: Columns) -> Option<QuestionAnswer> {
    if row.band {
        return None;
    }
    let cell = |column: usize| row.cells.get(column).filter(|c| !c.carried);
    let words = |cell: Option<&Cell<'_>>| {
        cell.map(|c| c.flow.original(0..c.flow.text().len())).filter(|w| w.contains(char::is_alphanumeric))
    };
    let question = words(cell(columns.question))?;
    let id = columns.id.and_then(|id| words(cell(id))).map(|id| id.split_whitespace().collect::<String>());
    let cite = |column: Option<usize>| -> Vec<Citation> {
        column.and_then(cell).map(|c| c.flow.cite(0..c.flow.text().len())).unwrap_or_default()
    };
    let mut citations = cite(Some(columns.question));
    citations.extend(cite(Some(columns.answer)));
    citations.extend(cite(columns.comment));
    Some(QuestionAnswer {
        id,
        question,
        answer: words(cell(columns.answer)),
        comment: columns.comment.and_then(|comment| words(cell(comment))),
        citations,
    })
}
