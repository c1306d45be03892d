//! What stands below a heading, in order: paragraphs, items of lists, tables.
//!
//! A table counts as one only where its columns say something of a list (see [`super::columns`]); numbered or bulleted
//! items that white space cuts into two columns are read as a list.

use std::ops::Range;
use std::sync::LazyLock;

use super::{columns, wording};
use crate::pattern::{Pattern, pattern};
use crate::recognise::criteria;
use crate::table::{self, Table};
use crate::text::Text;
use crate::text::list::{self, Block};

/// One of them.
#[derive(Debug)]
pub(crate) enum Piece<'t> {
    /// A paragraph or an item.
    Block(Block<'t>),
    /// A table.
    Table(Table<'t>),
}

impl Piece<'_> {
    /// Gives the lines among which it stands.
    pub(crate) fn lines(&self) -> Range<usize> {
        match self {
            Self::Block(block) => block.lines.clone(),
            Self::Table(table) => table.lines.clone(),
        }
    }

    /// Tells whether it is an item of a list.
    pub(crate) fn is_item(&self) -> bool {
        matches!(self, Self::Block(block) if block.mark.is_some())
    }
}

/// Cuts lines into pieces.
pub(crate) fn pieces<'t>(text: &'t Text<'t>, lines: Range<usize>) -> Vec<Piece<'t>> {
    let mut tables: Vec<Table<'t>> =
        table::find(text, lines.clone()).into_iter().filter(|t| !is_list(t) && columns::of(t).is_some()).collect();
    tables.sort_by_key(|t| t.lines.start);
    let mut pieces = Vec::new();
    let mut at = lines.start;
    for table in tables {
        if table.lines.start < at {
            continue;
        }
        let end = table.lines.end.min(lines.end);
        pieces.extend(list::blocks(text, at..table.lines.start).into_iter().map(Piece::Block));
        pieces.push(Piece::Table(table));
        at = end;
    }
    pieces.extend(list::blocks(text, at..lines.end.max(at)).into_iter().map(Piece::Block));
    pieces
}

/// A column of nothing but bullets or numbers makes a list.
fn is_list(table: &Table<'_>) -> bool {
    let firsts: Vec<&str> = table.rows.iter().map(|r| r.text(0)).filter(|t| !t.is_empty()).collect();
    let marks = firsts.iter().filter(|t| {
        t.chars().count() <= 4
            && list::mark(t, false).is_some_and(|(mark, length)| mark != list::Mark::Id && length == t.len())
    });
    table.columns() == 2 && firsts.len() >= 2 && marks.count() == firsts.len()
}

/// Tells whether a short line names a criterion or a control objective under which a list goes on.
pub(crate) fn is_label(words: &str) -> bool {
    static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
        pattern(
            r"^(?:(?:applicable |related )?(?:trust services? )?(?:criteri(?:on|a)|control objectives?|categor(?:y|ies))\b|(?:CC|PI|A|C|P) ?[1-9]\b)|^(?:logical|physical|change management|system operations|security|availability|confidentiality|privacy|processing integrity|risk|monitoring|communication|control environment|control activities|common criteria)[\w ,&/-]{0,50}$",
        )
    });
    words.split_whitespace().count() <= 24 && !words.ends_with('.') && (LABEL.is_match(words) || starts_with_id(words))
}

fn starts_with_id(words: &str) -> bool {
    words.split_whitespace().next().is_some_and(|first| !criteria::named(first).is_empty())
}

/// Tells whether a piece begins by saying what user entities are to do.
pub(crate) fn names_user_entities(piece: &Piece<'_>) -> bool {
    matches!(piece, Piece::Block(block) if wording::is_user_duty(block.text()))
}
