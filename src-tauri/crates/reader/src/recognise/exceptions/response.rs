//! What management says of an exception, where it does not stand beside the test.
//!
//! **Reads** "Management's Response: …" in a paragraph, "Management's Responses to Exceptions" over paragraphs that begin
//! with the number of the exception or its control, and tables of responses.
//! **Where**: below the matrix, in management's section, anywhere behind the tests.
//! **Accepts** a response for the exception whose number stands with it or shortly before it; without any number, for the
//! only exception there is.
//! **Refuses** a response that could belong to two.

use std::sync::LazyLock;

use countersign_domain::Fact;

use super::{Told, numbers, whole};
use crate::pattern::{Pattern, exact};
use crate::recognise::Parts;
use crate::recognise::answers::label_of_answer;
use crate::recognise::controls::columns::Columns;
use crate::table::Row;
use crate::text::list::{self, Block};

/// Blocks before a response in which the number of its control may stand.
const NEAR: usize = 6;
/// Most blocks below a heading of responses.
const MOST_RESPONSES: usize = 120;
/// Characters within which a paragraph names its exception.
const OPENING: usize = 60;
/// Fewest words of a response.
const FEWEST_WORDS: usize = 4;

static SEPARATOR: LazyLock<Pattern> = LazyLock::new(|| exact(r"^[\s.:;)\]-]+"));

/// Takes the response of a row of a table that has a column of responses.
pub(super) fn of_table(row: &Row<'_>, columns: &Columns, found: &mut [Told]) {
    let Some(said) = columns.response.and_then(|c| row.cells.get(c)).and_then(|c| whole(&c.flow)) else { return };
    let (control, own) = numbers(row, columns);
    let own: Vec<String> = control.into_iter().chain(own).collect();
    let fits = |told: &Told| own.iter().any(|name| told.answers_to(name));
    let mut fitting = found.iter_mut().filter(|t| fits(t));
    if let (Some(told), None) = (fitting.next(), fitting.next()) {
        told.exception.management_response.get_or_insert(said);
    }
}

/// Gives exceptions the responses that stand in paragraphs of their own.
pub(super) fn of_paragraphs(parts: &Parts<'_>, found: &mut [Told]) {
    let lines = parts.text.lines();
    if found.iter().all(|t| t.exception.management_response.is_some())
        || !lines.iter().any(|l| label_of_answer(&l.text).is_some())
    {
        return;
    }
    let blocks = list::blocks(parts.text, 0..lines.len());
    let mut loose: Vec<Fact<String>> = Vec::new();
    let mut at = 0;
    while at < blocks.len() {
        let text = blocks[at].text();
        let Some(end) =
            label_of_answer(text).filter(|_| !parts.layout.contents.contains(&lines[blocks[at].lines.start].page))
        else {
            at += 1;
            continue;
        };
        let behind = text[end..].split_whitespace().count() >= 2;
        let taken = if behind { 0 } else { numbered(parts, &blocks[at + 1..], found) };
        if taken == 0 {
            let said = if behind { from(&blocks[at], end + blocks[at].body) } else { below(blocks.get(at + 1)) };
            match (said, near(&blocks, at, found)) {
                (Some(said), Some(nth)) => {
                    found[nth].exception.management_response.get_or_insert(said);
                }
                (Some(said), None) => loose.push(said),
                (None, _) => {}
            }
        }
        at += 1 + taken;
    }
    if let ([told], [said]) = (found, loose.as_slice()) {
        told.exception.management_response.get_or_insert_with(|| said.clone());
    }
}

/// Reads the paragraphs below a heading of responses that begin with a number; gives how many blocks they are.
fn numbered(parts: &Parts<'_>, blocks: &[Block<'_>], found: &mut [Told]) -> usize {
    let mut taken = 0;
    for (nth, block) in blocks.iter().take(MOST_RESPONSES).enumerate() {
        let starts = parts.layout.parts.iter().any(|p| p.lines.start == block.lines.start);
        if starts || label_of_answer(block.text()).is_some() {
            break;
        }
        let text = block.flow.text();
        let named = found.iter().enumerate().find_map(|(at, told)| Some((at, told.opens(text)?)));
        let Some((at, end)) = named else { continue };
        // "Control 2.1 and 2.2" over one answer.
        let others: Vec<usize> =
            (0..found.len()).filter(|o| *o != at && found[*o].opens(text).is_some_and(|e| e > end)).collect();
        let end = others.iter().filter_map(|o| found[*o].opens(text)).fold(end, usize::max);
        let said = match text[end..].split_whitespace().count() {
            0..FEWEST_WORDS => below(blocks.get(nth + 1)),
            _ => from(block, end),
        };
        if let Some(said) = said {
            for other in others {
                found[other].exception.management_response.get_or_insert_with(|| said.clone());
            }
            found[at].exception.management_response.get_or_insert(said);
            taken = nth + 1;
        }
    }
    taken
}

/// The exception whose number stands in a response's block or nearest before it.
fn near(blocks: &[Block<'_>], at: usize, found: &[Told]) -> Option<usize> {
    blocks[at.saturating_sub(NEAR)..=at].iter().rev().find_map(|block| {
        let text = block.flow.text();
        found.iter().position(|told| told.numbers().any(|name| place(text, name).is_some()))
    })
}

fn from(block: &Block<'_>, start: usize) -> Option<Fact<String>> {
    let text = block.flow.text();
    let start = start.min(text.len());
    let start = start + SEPARATOR.find(&text[start..]).map_or(0, |m| m.end());
    let value = block.flow.original(start..text.len());
    (value.split_whitespace().count() >= 2).then(|| block.flow.fact(value, start..text.len())).flatten()
}

fn below(block: Option<&Block<'_>>) -> Option<Fact<String>> {
    let block = block?;
    (block.text().split_whitespace().count() >= FEWEST_WORDS).then(|| whole(&block.flow)).flatten()
}

/// Where a text names a number, as a word of its own.
fn place(text: &str, id: &str) -> Option<usize> {
    text.match_indices(id).find_map(|(at, _)| {
        let before = text[..at].chars().next_back();
        let mut rest = text[at + id.len()..].chars();
        let (after, next) = (rest.next(), rest.next());
        let more = match after {
            Some('.' | '-') => next.is_some_and(char::is_alphanumeric),
            Some(c) => c.is_alphanumeric(),
            None => false,
        };
        let begins = before.is_none_or(|c| !c.is_alphanumeric() && c != '.' && c != '-');
        (begins && !more).then_some(at + id.len())
    })
}

impl Told {
    fn numbers(&self) -> impl Iterator<Item = &str> {
        self.names.iter().map(String::as_str).chain(self.exception.control_id.as_deref())
    }

    fn answers_to(&self, name: &str) -> bool {
        self.numbers().any(|own| own.eq_ignore_ascii_case(name))
    }

    /// Where the number ends with which a paragraph begins.
    fn opens(&self, text: &str) -> Option<usize> {
        let end = (0..=OPENING.min(text.len())).rev().find(|at| text.is_char_boundary(*at))?;
        self.numbers().find_map(|name| place(&text[..end], name))
    }
}
