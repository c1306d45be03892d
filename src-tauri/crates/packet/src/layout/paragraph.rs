//! Lines: where they break, and in which order their runs stand.

use super::breaks::opportunities;
use super::cache::{Asked, Known};
use super::fonts::{ASCENT, CAPITALS, DESCENT};
use super::item::{Glyph, Item};
use super::shape::{Context, MARK_WIDTH, Shaped, shape};
use crate::typeset::{Span, Text, TextStyle};
use std::{ops::Range, sync::Arc};
use unicode_bidi::{Level, ParagraphBidiInfo};

/// A line with its items; x from the left of the box, y from the top of the line.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Line {
    pub(crate) items: Vec<Item>,
    pub(crate) width: f64,
}

/// Room for rounding: a line that fills its box exactly must not break.
const SLACK: f64 = 0.001;

/// Sets a text in lines of at most `width` points. With `max`, what does not fit ends in "…".
pub(crate) fn set(text: &Text, style: TextStyle, width: f64, max: Option<usize>, context: &mut Context) -> Vec<Line> {
    if says_a_page(text) {
        return set_anew(text, style, width, max, context);
    }
    let asked = Asked { style, width, max };
    if let Some(known) = context.cache.lines(text, asked) {
        context.uncovered.extend(known.uncovered.iter());
        return known.lines.clone();
    }
    let before = std::mem::take(&mut context.uncovered);
    let lines = set_anew(text, style, width, max, context);
    let uncovered = std::mem::replace(&mut context.uncovered, before);
    context.uncovered.extend(uncovered.iter());
    context.cache.keep(text, asked, Known { lines: lines.clone(), uncovered });
    lines
}

/// Whether a text prints what layout finds out: it is set anew each time.
fn says_a_page(text: &Text) -> bool {
    text.0.iter().any(|span| matches!(span, Span::PageOf(_) | Span::PageCount))
}

fn set_anew(text: &Text, style: TextStyle, width: f64, max: Option<usize>, context: &mut Context) -> Vec<Line> {
    let ellipsis = max.map(|_| shape(&Text::from("…"), style, context).remove(0));
    let shaped = shape(text, style, context);
    let mut lines = Vec::new();
    for (index, paragraph) in shaped.iter().enumerate() {
        let ranges = fill(paragraph, width);
        for (at, range) in ranges.iter().enumerate() {
            let more = at + 1 < ranges.len() || index + 1 < shaped.len();
            match &ellipsis {
                Some(ellipsis) if max == Some(lines.len() + 1) && more => {
                    lines.push(shortened(paragraph, range.start, style, width, ellipsis));
                    return lines;
                }
                _ => lines.push(place(paragraph, range.clone(), style)),
            }
        }
        if let (true, Some(line)) = (index + 1 < shaped.len(), lines.last_mut()) {
            line.items.extend(space(style, context));
        }
    }
    lines
}

/// Sets a text on one line, shortened with "…" where it is too wide.
pub(crate) fn set_fitted(text: &str, style: TextStyle, width: f64, context: &mut Context) -> Line {
    set(&Text::from(text.replace(['\n', '\r'], " ")), style, width, Some(1), context).remove(0)
}

/// Measures a text on one line.
pub(crate) fn measure(text: &Text, style: TextStyle, context: &mut Context) -> f64 {
    shape(text, style, context).iter().map(|line| line.before[line.text.len()]).fold(0.0, f64::max)
}

/// Fills lines greedily; a word that is wider than a line is broken where it must.
fn fill(line: &Shaped, width: f64) -> Vec<Range<usize>> {
    let whole = line.whole();
    let mut places = opportunities(&line.text, &whole);
    places.push(line.text.len());
    let measure = |range: Range<usize>| {
        let end = range.start + line.text[range.clone()].trim_end_matches(' ').len();
        line.before[end] - line.before[range.start]
    };
    let mut ranges = Vec::new();
    let mut start = 0;
    let mut end = 0;
    for place in places {
        if measure(start..place) <= width + SLACK {
            end = place;
            continue;
        }
        if end > start {
            ranges.push(start..end);
            start = end;
        }
        while measure(start..place) > width + SLACK {
            let cut = last_that_fits(line, start, place, width);
            ranges.push(start..cut);
            start = cut;
        }
        end = place;
    }
    if start < line.text.len() || ranges.is_empty() {
        ranges.push(start..line.text.len());
    }
    ranges
}

/// Finds the last glyph boundary up to which the text fits; at least one glyph, so that it always goes on.
fn last_that_fits(line: &Shaped, start: usize, end: usize, width: f64) -> usize {
    let boundaries = || (start + 1..=end).filter(|at| line.boundary[*at] && line.text.is_char_boundary(*at));
    let fits = boundaries().take_while(|at| line.before[*at] - line.before[start] <= width + SLACK).last();
    fits.or_else(|| boundaries().next()).unwrap_or(end)
}

fn shortened(line: &Shaped, start: usize, style: TextStyle, width: f64, ellipsis: &Shaped) -> Line {
    let own = ellipsis.before[ellipsis.text.len()];
    let cut = last_that_fits(line, start, line.text.len(), width - own);
    let end = start + line.text[start..cut].trim_end().len();
    let mut placed = place(line, start..end, style);
    let dots = place(ellipsis, 0..ellipsis.text.len(), style);
    placed.items.extend(dots.items.into_iter().map(|item| item.moved(placed.width, 0.0)));
    placed.width += own;
    placed
}

/// Gives the distance from the top of a line to its baseline.
pub(crate) fn baseline(style: TextStyle) -> f64 {
    let height = (ASCENT + DESCENT) * style.size / 1000.0;
    (style.leading - height) / 2.0 + ASCENT * style.size / 1000.0
}

/// Places the glyphs of a range in visual order.
fn place(line: &Shaped, range: Range<usize>, style: TextStyle) -> Line {
    let end = range.start + line.text[range.clone()].trim_end_matches(' ').len();
    let space = (end < range.end).then(|| space_at(line, end)).flatten();
    let range = range.start..end;
    let y = baseline(style);
    let mut placed = Line { items: Vec::new(), width: 0.0 };
    for visual in visual_ranges(line, range) {
        let rtl = line.levels.as_ref().is_some_and(|levels| levels[visual.start].is_rtl());
        let mut pieces = pieces_of(line, &visual);
        if rtl {
            pieces.reverse();
        }
        for piece in pieces {
            place_piece(line, piece, style, y, &mut placed);
        }
    }
    placed.items.extend(space);
    placed
}

/// The space of a style, for where a line ends without one.
fn space(style: TextStyle, context: &mut Context) -> Option<Item> {
    space_at(&shape(&Text::from(" "), style, context).remove(0), 0)
}

/// The space with which a line ends; none where some of it runs from right to left, and its end is not at its right.
fn space_at(line: &Shaped, at: usize) -> Option<Item> {
    let run = line.runs.iter().find(|run| line.levels.is_none() && run.range.contains(&at))?;
    let (glyph, _) = run.glyphs.iter().zip(&run.clusters).find(|(_, cluster)| **cluster == at)?;
    (glyph.text == " ").then(|| Item::Space(run.font, glyph.clone()))
}

/// A part of a line that is one run or one mark.
enum PieceOf {
    Mark(usize),
    Run(usize, Range<usize>),
}

fn pieces_of(line: &Shaped, range: &Range<usize>) -> Vec<PieceOf> {
    let overlap = |other: &Range<usize>| other.start.max(range.start)..other.end.min(range.end);
    let marks = line.parts.iter().enumerate().filter(|(_, part)| part.mark.is_some());
    let marks = marks.filter(|(_, part)| !overlap(&part.range).is_empty());
    let mut pieces: Vec<(usize, PieceOf)> =
        marks.map(|(index, part)| (part.range.start, PieceOf::Mark(index))).collect();
    for (index, run) in line.runs.iter().enumerate() {
        let shared = overlap(&run.range);
        if !shared.is_empty() {
            pieces.push((shared.start, PieceOf::Run(index, shared)));
        }
    }
    pieces.sort_by_key(|(start, _)| *start);
    pieces.into_iter().map(|(_, piece)| piece).collect()
}

fn place_piece(line: &Shaped, piece: PieceOf, style: TextStyle, y: f64, placed: &mut Line) {
    match piece {
        PieceOf::Mark(index) => {
            let mark = line.parts[index].mark.expect("only parts with a mark become marks");
            // The mark stands in the middle of the height of capitals.
            let top = y - f64::midpoint(CAPITALS * style.size / 1000.0, 7.5);
            placed.items.push(Item::Mark { x: placed.width, y: top, mark });
            placed.width += MARK_WIDTH;
        }
        PieceOf::Run(index, range) => {
            let run = &line.runs[index];
            let part = &line.parts[run.part];
            let inside = run.glyphs.iter().zip(&run.clusters).filter(|(_, cluster)| range.contains(cluster));
            let glyphs: Arc<[Glyph]> = inside.map(|(glyph, _)| glyph.clone()).collect();
            if glyphs.is_empty() {
                return;
            }
            let x = placed.width;
            let width = glyphs.iter().map(|glyph| f64::from(glyph.advance)).sum::<f64>() * part.size / 1000.0;
            placed.width += width;
            let (font, size, tone) = (run.font, part.size, part.tone);
            placed.items.push(Item::Glyphs { x, y, font, size, tone, glyphs });
            if let Some(to) = part.link.clone() {
                placed.items.push(Item::Link { x, y: 0.0, width, height: style.leading, to });
            }
        }
    }
}

/// Gives the ranges of a line from left to right, each of one direction (UAX 9, rules L1 and L2).
fn visual_ranges(line: &Shaped, range: Range<usize>) -> Vec<Range<usize>> {
    if range.is_empty() {
        return Vec::new();
    }
    if line.levels.is_none() {
        return vec![range];
    }
    ParagraphBidiInfo::new(&line.text, Some(Level::ltr())).visual_runs(range).1
}

/// Makes the glyphs of a line that is placed by hand, such as a number in a header.
pub(crate) fn items_at(line: Line, x: f64, y: f64) -> impl Iterator<Item = Item> {
    line.items.into_iter().map(move |item| item.moved(x, y))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::typeset::{Mark, Style};
    use proptest::prelude::*;

    fn text_of(line: &Line) -> String {
        let glyphs = |item: &Item| match item {
            Item::Glyphs { glyphs, .. } => glyphs.iter().map(|glyph| glyph.text.as_str()).collect::<String>(),
            _ => String::new(),
        };
        line.items.iter().map(glyphs).collect()
    }

    fn lines(text: &Text, width: f64, max: Option<usize>) -> Vec<String> {
        let lines = set(text, Style::Body.text_style(), width, max, &mut Context::default());
        lines.iter().map(text_of).collect()
    }

    #[test]
    fn breaks_at_words_and_keeps_wholes() {
        let text =
            Text::from("The period ended on").and(" ").and_whole("30 Jun 2026").and_reference("[D1 pp. 4, 6]", "x");
        assert_eq!(lines(&text, 100.0, None), ["The period ended on", "30 Jun 2026", "[D1 pp. 4, 6]"]);
    }

    #[test]
    fn shortens_with_an_ellipsis_inside_the_box() {
        let text = Text::from("one two three four five six seven eight nine ten");
        let context = &mut Context::default();
        let set = set(&text, Style::Body.text_style(), 60.0, Some(2), context);
        assert_eq!(set.iter().map(text_of).collect::<Vec<_>>(), ["one two", "three four…"]);
        assert!(set.iter().all(|line| line.width <= 60.0), "the dots stand inside the box too");
    }

    #[test]
    fn a_text_that_fits_is_not_shortened() {
        assert_eq!(lines(&Text::from("one two"), 60.0, Some(1)), ["one two"]);
    }

    #[test]
    fn right_to_left_words_stand_in_their_order_inside_a_latin_line() {
        let found = lines(&Text::from("to אבג דהו 12 and"), 400.0, None);
        assert_eq!(found, ["to 12 והד גבא and"], "as seen from left to right: numbers after Hebrew stand left of it");
    }

    #[test]
    fn ligatures_carry_all_their_letters_and_no_break_characters_copy_as_ordinary_ones() {
        assert_eq!(lines(&Text::from("office\u{a0}affluent\u{2011}fi"), 400.0, None), ["office affluent-fi"]);
    }

    #[test]
    fn a_mark_takes_its_place() {
        let set = set(
            &Text::new().and_mark(Mark::Tick).and("Met"),
            Style::Body.text_style(),
            400.0,
            None,
            &mut Context::default(),
        );
        let [line] = set.as_slice() else { panic!("one line") };
        assert!(matches!(line.items[0], Item::Mark { x: 0.0, .. }));
        assert!(matches!(line.items[1], Item::Glyphs { x, .. } if x == MARK_WIDTH), "words begin after the mark");
    }

    proptest! {
        #[test]
        fn no_line_is_wider_than_its_box_and_no_text_is_lost(
            text in "([a-zäöüéфжω]{1,30}[ -]|[0-9a-f]{64}|אבגד |SOC 2 |30 Jun 2026|[A-Z]{1,3}\\. |\n){0,12}",
            width in 30.0_f64..400.0,
        ) {
            let set = set(&Text::from(text.as_str()), Style::Table.text_style(), width, None, &mut Context::default());
            for line in &set {
                prop_assert!(line.width <= width + 0.01, "{} > {width}: {}", line.width, text_of(line));
            }
            // Order inside a line is that of the eye; what must not change is which letters there are.
            let sorted = |text: &str| {
                let mut letters: Vec<char> = text.chars().filter(|c| !c.is_whitespace()).collect();
                letters.sort_unstable();
                letters
            };
            let found: String = set.iter().map(text_of).collect();
            prop_assert_eq!(sorted(&found), sorted(&text));
        }

        #[test]
        fn nothing_that_can_be_typed_breaks_the_setter(text in "\\PC{0,60}", width in 20.0_f64..200.0) {
            let set = set(&Text::from(text), Style::Table.text_style(), width, Some(3), &mut Context::default());
            prop_assert!(!set.is_empty() && set.len() <= 3);
        }
    }
}
