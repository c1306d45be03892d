//! The paragraphs and the items of lists among lines.
//!
//! An item begins with a bullet, a number, a letter or a mark such as `UEC-01`, which may stand alone on its line; it goes
//! on over lines that hang under its text, and over a page end where its sentence is not finished. Numbers without a
//! point ("1 Access is …") begin items only where they count up. What begins with no mark is a paragraph.

use crate::pattern::{Pattern, exact};
use std::collections::HashSet;
use std::ops::Range;
use std::sync::LazyLock;

use super::{Flow, Line, Text};

static MARK: LazyLock<Pattern> = LazyLock::new(|| {
    exact(concat!(
        r"^(?:(?P<bullet>[•·∙⁃⮚*\u{25A0}-\u{25FF}\u{2700}-\u{27BF}\u{E000}-\u{F8FF}\u{FFFD}]|(?:-|o|§)(?:\s|$))",
        r"|(?P<number>\(?(?:\d{1,3}|[a-z]|[ivx]{1,5})[.)](?:\s|$))",
        r"|(?P<id>(?:(?i:cuec|cuecs|uec|uer|ucc|cuc|csoc|csc|ceuc)[\s#.:-]{0,3}\d{1,3}(?:\.\d{1,3})*|[A-Z]{2,6}-\d{1,3})(?:[.:)-]+\s|\s+-\s|\s|$)))",
    ))
});
static BARE_NUMBER: LazyLock<Pattern> = LazyLock::new(|| exact(r"^(?P<n>\d{1,3})(?:\s+[A-Z(]|$)"));

/// What an item begins with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mark {
    /// A bullet or a dash.
    Bullet,
    /// A number or a letter.
    Number,
    /// A number with letters, as `CUEC-1`.
    Id,
}

/// A paragraph or an item.
#[derive(Debug)]
pub(crate) struct Block<'t> {
    /// Its text, the mark included.
    pub(crate) flow: Flow<'t>,
    /// Where in the flow the text begins after the mark.
    pub(crate) body: usize,
    /// What it begins with; `None` for a paragraph.
    pub(crate) mark: Option<Mark>,
    /// Its lines, running ones between them included.
    pub(crate) lines: Range<usize>,
    /// How far left it begins, in points.
    pub(crate) left: f32,
}

impl Block<'_> {
    /// Gives the text without the mark.
    pub(crate) fn text(&self) -> &str {
        &self.flow.text()[self.body.min(self.flow.text().len())..]
    }
}

/// Cuts lines into blocks; running lines are left out.
pub(crate) fn blocks<'t>(text: &'t Text<'t>, lines: Range<usize>) -> Vec<Block<'t>> {
    let all: Vec<usize> = lines.filter(|at| !text.lines()[*at].running).collect();
    let counted = counted(text, &all);
    let mut found: Vec<Open> = Vec::new();
    for at in all {
        let line = &text.lines()[at];
        let mark = mark(&line.text, counted.contains(&at));
        match found.last_mut() {
            Some(open) if mark.is_none() && open.goes_on(text, at) => open.lines.push(at),
            _ => {
                let (mark, length) = mark.map_or((None, 0), |(mark, length)| (Some(mark), length));
                found.push(Open { lines: vec![at], mark, length, alone: length == line.text.len() && length > 0 });
            }
        }
    }
    found.into_iter().map(|open| open.close(text)).collect()
}

/// Finds the mark with which a line begins, and its length.
pub(crate) fn mark(line: &str, counted: bool) -> Option<(Mark, usize)> {
    if counted {
        let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
        return Some((Mark::Number, digits));
    }
    let found = MARK.captures(line)?;
    let mark = if found.name("bullet").is_some() {
        // The letter o is a bullet of some typesetters, and a word in no sentence that begins with it.
        Mark::Bullet
    } else if found.name("number").is_some() {
        Mark::Number
    } else {
        Mark::Id
    };
    Some((mark, found.get(0)?.end()))
}

/// The lines whose numbers without a point count up from one, or go on from an earlier one.
fn counted(text: &Text<'_>, lines: &[usize]) -> HashSet<usize> {
    let mut runs: Vec<(u32, Vec<usize>)> = Vec::new();
    for at in lines {
        let Some(found) = BARE_NUMBER.captures(&text.lines()[*at].text) else { continue };
        let Ok(number) = found["n"].parse::<u32>() else { continue };
        if let Some((last, run)) = runs.iter_mut().rev().find(|(last, _)| *last + 1 == number) {
            *last = number;
            run.push(*at);
        } else if number == 1 || runs.is_empty() {
            runs.push((number, vec![*at]));
        }
    }
    runs.into_iter().filter(|(_, run)| run.len() >= 2).flat_map(|(_, run)| run).collect()
}

struct Open {
    lines: Vec<usize>,
    mark: Option<Mark>,
    length: usize,
    alone: bool,
}

impl Open {
    fn goes_on(&self, text: &Text<'_>, at: usize) -> bool {
        let lines = text.lines();
        let (first, last, line) = (&lines[self.lines[0]], &lines[self.lines[self.lines.len() - 1]], &lines[at]);
        if self.alone && self.lines.len() == 1 {
            return true;
        }
        if self.mark.is_none() {
            return !line.opens_paragraph;
        }
        let left = first.rect.x0;
        let hangs = line.rect.x0 > left + 4.0;
        if last.page != line.page {
            return !is_finished(last) && (line.text.starts_with(char::is_lowercase) || (hangs && !line.bold));
        }
        let step = line.rect.y0 - last.rect.y0;
        let tight = step <= last.size.max(line.size) * 1.75 && step > 0.0;
        let same_type = (line.size - last.size).abs() <= 0.1 * last.size.max(1.0) && (!line.bold || last.bold);
        if !same_type || line.rect.x0 < left - 2.0 {
            return false;
        }
        (hangs && tight)
            || !line.opens_paragraph
            || (hangs && !is_finished(last) && step > 0.0 && step < last.size * 3.0)
            || (tight && !is_finished(last) && line.text.starts_with(char::is_lowercase))
    }

    fn close<'t>(self, text: &'t Text<'t>) -> Block<'t> {
        let lines = self.lines[0]..self.lines[self.lines.len() - 1] + 1;
        let left = text.lines()[lines.start].rect.x0;
        let flow = Flow::new(text, self.lines);
        let whole = flow.text();
        let mut body = self.length.min(whole.len());
        while !whole.is_char_boundary(body) {
            body += 1;
        }
        body += whole[body..].len() - whole[body..].trim_start().len();
        Block { body, mark: self.mark, lines, left, flow }
    }
}

fn is_finished(line: &Line) -> bool {
    line.text.trim_end_matches(['"', ')', '\'']).ends_with(['.', ';', ':', '?', '!'])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::page::Page;
    use crate::text::sheet::Sheet;

    fn read(pages: &[Page]) -> Vec<(Option<Mark>, String)> {
        let text = Text::new(pages);
        let all = 0..text.lines().len();
        blocks(&text, all).iter().map(|b| (b.mark, b.text().replace('\n', " "))).collect()
    }

    fn items(pages: &[Page]) -> Vec<String> {
        read(pages).into_iter().filter(|(mark, _)| mark.is_some()).map(|(_, text)| text).collect()
    }

    #[test]
    fn every_kind_of_mark_begins_an_item() {
        let page = Sheet::new(1)
            .line("The list:")
            .line("• first")
            .line("- second")
            .line("3. third")
            .line("(d) fourth")
            .line("iv) fifth")
            .line("CUEC-6: sixth")
            .line("UEC-07 seventh")
            .line("o eighth")
            .build();
        assert_eq!(
            items(&[page]),
            ["first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth"],
            "without their marks"
        );
    }

    #[test]
    fn a_mark_may_stand_alone_on_its_line() {
        let page = Sheet::new(1).line("•").line("Keeping the keys safe").line("•").line("Returning them").build();
        assert_eq!(items(&[page]), ["Keeping the keys safe", "Returning them"], "the next line is its text");
    }

    #[test]
    fn numbers_without_a_point_count_up() {
        let page = Sheet::new(1)
            .line("1 Access is kept")
            .line("2 Doors are shut")
            .gap(12.0)
            .line("2031 Report of the year")
            .build();
        assert_eq!(items(&[page]), ["Access is kept", "Doors are shut"], "a year does not count");
        let page = Sheet::new(1).line("24 Hours a day the doors are shut").build();
        assert!(items(&[page]).is_empty(), "one number alone is no list");
    }

    #[test]
    fn an_item_goes_on_over_a_page_end_and_a_heading_does_not_join_it() {
        let first = Sheet::new(1).line("• Keeping the list of people who may change bank").foot("Page 1").build();
        let second =
            Sheet::new(2).line("details up to date").bold("Next Section").line("Prose of it.").foot("Page 2").build();
        let found = read(&[first, second]);
        assert_eq!(found[0].1, "Keeping the list of people who may change bank details up to date", "whole");
        assert_eq!(found[1], (None, "Next Section".to_owned()), "the heading stands alone");
    }
}
