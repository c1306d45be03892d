//! The rows of the tests matrix; in a report without tests, of the list of controls.
//!
//! **Reads** one entry per row: number, criteria, control, tests, results, outcome.
//! **Where**: in tables of the whole document whose head, or whose cells, say that they hold controls; where no table
//! does, in [`blocks`] of prose that are labelled "Control", "Test", "Result".
//! **Accepts** criteria in this order of trust: a column, a row over all columns, the heading above the table, the
//! control's number, and [`mapping`] of criteria to controls. Several tests of one control are one entry.
//! **Refuses** summaries of what the matrix has already, rows that leave a criterion to a subservice organization, and
//! tables that merely list criteria, complementary controls, infrastructure or vendors.

mod blocks;
mod cards;
pub(crate) mod columns;
mod entry;
mod heads;
mod mapping;
pub(crate) mod outcome;
mod over;
#[cfg(test)]
mod tests;

use std::collections::HashSet;

use countersign_domain::Fact;
use countersign_domain::reading::{Control, SectionRole};

use self::columns::{Columns, Shape};
use self::entry::Reader;
pub(crate) use self::entry::clean_id;
pub(crate) use self::mapping::join as join_criteria;
use super::{Parts, criteria};
use crate::table::Table;

/// How far the columns of a table without a head may stand from those of the one before, in points.
const SAME_EDGE: f32 = 20.0;
/// Lines above a table in which the heading of its criterion may stand.
const HEADING_LINES: usize = 40;

/// A row of the matrix with what the exceptions need besides.
#[derive(Debug, Clone)]
pub(crate) struct MatrixRow {
    /// The row.
    pub(crate) control: Control,
    /// The auditor's words on it.
    pub(crate) result: Option<Fact<String>>,
    /// What management said beside or below it.
    pub(crate) response: Option<Fact<String>>,
}

/// A table with what its columns hold.
pub(crate) struct Candidate<'a, 't> {
    pub(crate) table: &'a Table<'t>,
    pub(crate) columns: Columns,
    /// The first line that may belong to it: the one after the table before.
    from: usize,
}

/// Reads the rows from the tables that may hold controls.
pub(crate) fn read(parts: &Parts<'_>, candidates: &[Candidate<'_, '_>]) -> Vec<MatrixRow> {
    let tested: Vec<&Candidate<'_, '_>> = candidates.iter().filter(|c| c.columns.has_tests()).collect();
    let is_full = |c: &&Candidate<'_, '_>| c.columns.test.is_some() || c.columns.shape == Shape::Cards;
    if tested.iter().any(is_full) {
        let full: Vec<&Candidate<'_, '_>> = tested.iter().copied().filter(is_full).collect();
        return without_summaries(parts, &full);
    }
    let blocks = blocks::read(parts);
    if !blocks.is_empty() {
        return blocks;
    }
    if !tested.is_empty() {
        return read_all(parts, &tested);
    }
    let lists: Vec<&Candidate<'_, '_>> = candidates.iter().filter(|c| is_control_list(parts, c)).collect();
    read_all(parts, &lists)
}

/// Finds the tables that may hold controls, or exceptions.
pub(crate) fn candidates<'a, 't>(parts: &Parts<'_>, tables: &'a [Table<'t>]) -> Vec<Candidate<'a, 't>> {
    let mut found: Vec<Candidate<'a, 't>> = Vec::new();
    let mut last: Option<(&Table<'_>, Columns)> = None;
    let mut from = 0;
    for table in tables {
        let page = parts.text.lines()[table.lines.start].page;
        if parts.layout.contents.contains(&page) {
            continue;
        }
        let columns = match (0..table.rows.len().min(4)).find_map(|at| Some((at, columns::head(&table.rows[at..])?))) {
            Some((at, (head, rows))) => {
                let mut columns = columns::resolve(head, &table.rows[at + rows..]);
                columns.head_rows = at + rows;
                columns
            }
            None => match last.as_ref().filter(|(before, columns)| same_edges(before, table) && columns.has_tests()) {
                Some((_, columns)) => Columns { head_rows: 0, ..columns.clone() },
                None => columns::infer(table),
            },
        };
        let in_tests = parts.layout.part(SectionRole::Tests).is_some_and(|p| p.lines.contains(&table.lines.start));
        let unclear = in_tests && columns.id.is_none() && !columns.has_tests() && !columns.sums_up();
        let columns = if unclear { columns::infer_list(table).unwrap_or(columns) } else { columns };
        let columns = if !columns.has_tests() && cards::are(table) {
            Columns { shape: Shape::Cards, ..Columns::default() }
        } else {
            columns
        };
        let explains_tests = columns::tells_of_tests(table, &columns);
        if (columns.control.is_some() || columns.sums_up() || columns.has_tests()) && !explains_tests {
            last = Some((table, columns.clone()));
            found.push(Candidate { table, columns, from });
        }
        from = table.lines.end;
    }
    found
}

fn same_edges(a: &Table<'_>, b: &Table<'_>) -> bool {
    a.columns() == b.columns() && a.edges.iter().zip(&b.edges).all(|(x, y)| (x - y).abs() <= SAME_EDGE)
}

fn read_all(parts: &Parts<'_>, candidates: &[&Candidate<'_, '_>]) -> Vec<MatrixRow> {
    let mut reader = Reader::new(parts);
    for candidate in candidates {
        reader.heading(heading(parts, candidate));
        match candidate.columns.shape {
            Shape::Rows => reader.table(candidate.table, &candidate.columns),
            Shape::Over => reader.below(candidate.table, &candidate.columns, candidate.from),
            Shape::Cards => reader.cards(candidate.table),
        }
    }
    reader.finish()
}

/// A table that only names controls which the other tables have is a summary of them.
fn without_summaries(parts: &Parts<'_>, candidates: &[&Candidate<'_, '_>]) -> Vec<MatrixRow> {
    let sums_up =
        |at: &usize| candidates[*at].columns.exception.is_some() || candidates[*at].columns.response.is_some();
    if !(0..candidates.len()).any(|at| sums_up(&at)) {
        return read_all(parts, candidates);
    }
    let rows: Vec<Vec<MatrixRow>> = candidates.iter().map(|c| read_all(parts, &[*c])).collect();
    let ids = |rows: &[MatrixRow]| -> HashSet<String> { rows.iter().filter_map(|r| r.control.id.clone()).collect() };
    let summary = |at: usize| {
        let own = ids(&rows[at]);
        let others: HashSet<String> = (0..rows.len()).filter(|o| *o != at).flat_map(|o| ids(&rows[o])).collect();
        sums_up(&at) && !own.is_empty() && own.is_subset(&others)
    };
    let kept: Vec<&Candidate<'_, '_>> =
        (0..candidates.len()).filter(|at| !summary(*at)).map(|at| candidates[at]).collect();
    read_all(parts, &kept)
}

/// Whether a table without tests lists controls: in the part of the tests, or with a number for each of them.
fn is_control_list(parts: &Parts<'_>, candidate: &Candidate<'_, '_>) -> bool {
    let in_tests =
        parts.layout.part(SectionRole::Tests).is_some_and(|p| p.lines.contains(&candidate.table.lines.start));
    let numbered = candidate.columns.id.is_some_and(|id| {
        let rows = candidate.table.rows.iter().skip(candidate.columns.head_rows).filter(|r| !r.band);
        let (ids, all) = rows.fold((0, 0), |(ids, all), r| (ids + usize::from(columns::is_id(r.text(id))), all + 1));
        ids * 2 >= all
    });
    candidate.columns.is_list() && candidate.columns.exception.is_none() && (in_tests || numbered)
}

/// Finds the criterion in the heading nearest above a table.
fn heading(parts: &Parts<'_>, candidate: &Candidate<'_, '_>) -> Vec<String> {
    let start = candidate.table.lines.start;
    let lines = parts.text.lines();
    (candidate.from.max(start.saturating_sub(HEADING_LINES))..start)
        .rev()
        .filter(|at| !lines[*at].running || lines[*at].rect.y0 > 20.0)
        .map(|at| criteria::of_heading(&lines[at].text))
        .find(|found| !found.is_empty())
        .unwrap_or_default()
}
