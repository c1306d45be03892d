//! Tables: words and ruling lines → columns → cells → rows that run over page ends.
//!
//! Reads fully ruled tables, tables with level rules alone and tables that only white space divides, upright or turned.
//! Knows nothing of what a table means: a recogniser finds out from its head which column holds what.
//!
//! A page is cut into [`strip`]s of words on one height. Where upright rules stand, [`grid`] makes cells of them; what is
//! left is searched for [`gutter`]s; [`cut`] divides what no rule divides into rows, where cells are [`centred`] by white space, and [`join`] puts together what goes
//! on over pages, with what stands alone between its parts, and heads that a page end [`parted`] from their rows. Positions alone decide, never the order in which a file paints.

mod centred;
mod cut;
mod grid;
mod gutter;
mod join;
mod parted;
mod strip;
#[cfg(test)]
pub(crate) mod testing;
#[cfg(test)]
mod tests;

use std::ops::Range;

use crate::text::{Flow, Text};

/// A table, which may run over several pages.
#[derive(Debug)]
pub(crate) struct Table<'t> {
    /// Where its columns begin and the last one ends, in points on its first page: one more than there are columns.
    pub(crate) edges: Vec<f32>,
    /// Its rows in order, the head among them; a head that is repeated on a later page is left out.
    pub(crate) rows: Vec<Row<'t>>,
    /// The lines among which its words stand: from the first to the last, running ones included.
    pub(crate) lines: Range<usize>,
}

/// One row as the table means it: what a page end divides is one row.
#[derive(Debug)]
pub(crate) struct Row<'t> {
    /// One cell for each column.
    pub(crate) cells: Vec<Cell<'t>>,
    /// Whether it is one text over all columns.
    pub(crate) band: bool,
}

/// What stands in one column of a row.
#[derive(Debug)]
pub(crate) struct Cell<'t> {
    /// Its text; empty where nothing stands.
    pub(crate) flow: Flow<'t>,
    /// Over how many columns it reaches; 0 for a column that the cell before it covers.
    pub(crate) span: usize,
    /// Whether it is one cell with the one above: its text is that cell's.
    pub(crate) carried: bool,
}

impl Table<'_> {
    /// Gives the number of columns.
    pub(crate) fn columns(&self) -> usize {
        self.edges.len().saturating_sub(1)
    }
}

impl<'t> Row<'t> {
    /// Gives the text of a column, empty where nothing stands.
    pub(crate) fn text(&self, column: usize) -> &str {
        self.cells.get(column).map_or("", |c| c.flow.text())
    }

    /// Gives the cells in which something stands.
    pub(crate) fn filled(&self) -> impl Iterator<Item = &Cell<'t>> {
        self.cells.iter().filter(|c| c.span > 0 && !c.flow.text().is_empty())
    }
}

/// Finds the tables among lines.
pub(crate) fn find<'t>(text: &'t Text<'t>, lines: Range<usize>) -> Vec<Table<'t>> {
    let all = text.lines();
    let (Some(first), Some(last)) = (all.get(lines.start), lines.end.checked_sub(1).and_then(|at| all.get(at))) else {
        return Vec::new();
    };
    let mut pages = Vec::new();
    for page in first.page..=last.page {
        let on_page = text.lines_on(page);
        let wanted = lines.start.max(on_page.start)..lines.end.min(on_page.end);
        let (strips, rules) = strip::of_page(text, page, wanted);
        let (mut pieces, rest) = grid::find(strips, &rules);
        let (more, loose) = gutter::find(rest, &rules);
        pieces.extend(more);
        pieces.sort_by(|a, b| a.top.total_cmp(&b.top));
        pages.push(join::PageTables { page, pieces, loose });
    }
    join::join(text, pages)
}

/// A table on one page, in the coordinates of its direction of writing.
#[derive(Debug, Clone)]
struct Piece {
    edges: Vec<f32>,
    /// Whether upright rules divide its columns.
    ruled: bool,
    rows: Vec<RawRow>,
    top: f32,
    bottom: f32,
}

#[derive(Debug, Clone)]
struct RawRow {
    cells: Vec<RawCell>,
    band: bool,
}

#[derive(Debug, Clone, Default)]
struct RawCell {
    bits: Vec<strip::Bit>,
    span: usize,
    /// Whether no rule divides it from the cell above.
    carried: bool,
    /// Whether no rule divides it from the cell below.
    open: bool,
}

impl RawRow {
    fn is_empty(&self) -> bool {
        self.cells.iter().all(|c| c.bits.is_empty())
    }
}
