//! Lists set in columns: their items begin with bullets or numbers on both sides of the gutter, and what does not begin an
//! item hangs under its text. That is more than lines of prose show, so fewer lines are enough.

use countersign_domain::Rect;

use super::{BAND, GUTTER, crosses, is_bullet, is_ruled};
use crate::words::Piece;
use crate::words::lines::Line;

/// Fewest items in each column.
const FEWEST_ITEMS: usize = 3;
/// Marks of one column stand no farther apart, in points.
const SAME_EDGE: f32 = 2.0;
/// How far right of the marks the text of items may begin, as a share of the font size.
const MOST_HANGING: f32 = 4.0;
/// Letters of the longest mark: "(12)".
const LONGEST_MARK: usize = 4;

/// Finds the longest block of lines that is a list in two columns: its lines, and where the right column starts.
pub(super) fn find(lines: &[Line], rules: &[Rect]) -> Option<(usize, usize, f32)> {
    let mut best: Option<(usize, usize, f32)> = None;
    for edge in edges(lines) {
        let start = edge - 0.5;
        let mut from = 0;
        while from < lines.len() {
            let length = length(&lines[from..], start, edge);
            let block = &lines[from..from + length];
            if best.is_none_or(|(a, b, _)| length > b - a) && is_list(block, start, rules) {
                best = Some((from, from + length, start));
            }
            from += length.max(1);
        }
    }
    best
}

/// Where marks of items stand behind a gutter, in enough lines.
fn edges(lines: &[Line]) -> Vec<f32> {
    let mut marks: Vec<f32> = Vec::new();
    for line in lines {
        for pair in line.pieces.windows(2) {
            if pair[1].u0 - pair[0].u1 >= GUTTER * line.size && is_mark(&pair[1]) {
                marks.push(pair[1].u0);
            }
        }
    }
    marks.sort_by(f32::total_cmp);
    let mut edges = Vec::new();
    let mut from = 0;
    while from < marks.len() {
        let to = marks.partition_point(|mark| *mark <= marks[from] + SAME_EDGE);
        if to - from >= FEWEST_ITEMS {
            edges.push(marks[from]);
        }
        from = to;
    }
    edges
}

/// How many lines from the first on are a list in two columns. The first begins an item in each of them.
fn length(lines: &[Line], start: f32, edge: f32) -> usize {
    let Some(first) = lines.first().and_then(|line| line.pieces.first()) else { return 0 };
    let begins = begun(&lines[0], start).iter().all(Option::is_some);
    if !begins || crosses(&lines[0], start) {
        return 0;
    }
    let left = first.u0;
    let fits = |line: &Line| {
        let hangs = |piece: Option<&Piece>, edge: f32| {
            piece.is_none_or(|piece| {
                let right = piece.u0 - edge;
                if right.abs() <= SAME_EDGE {
                    is_mark(piece)
                } else {
                    (0.0..=MOST_HANGING * line.size).contains(&right)
                }
            })
        };
        hangs(line.pieces.first().filter(|p| p.u0 < start), left)
            && hangs(line.pieces.iter().find(|p| p.u0 >= start), edge)
    };
    lines.iter().take_while(|line| !crosses(line, start) && fits(line)).count()
}

/// The marks with which a line begins items, left and right.
fn begun(line: &Line, start: f32) -> [Option<&Piece>; 2] {
    let left = line.pieces.first().filter(|p| p.u0 < start);
    let right = line.pieces.iter().find(|p| p.u0 >= start);
    [left, right].map(|first| first.filter(|piece| is_mark(piece)))
}

/// Whether a block is a list and no table: its rows would hold several items, or be numbered alike on both sides.
fn is_list(block: &[Line], start: f32, rules: &[Rect]) -> bool {
    let mut bottom = f32::INFINITY;
    let (mut row, mut all, mut several) = ([0; 2], [0; 2], false);
    let mut rows = 1;
    for line in block {
        if line.top() - bottom > BAND * line.size {
            row = [0; 2];
            rows += 1;
        }
        bottom = if bottom.is_finite() { bottom.max(line.bottom()) } else { line.bottom() };
        let begun = begun(line, start);
        if let [Some(left), Some(right)] = begun
            && !is_bullet(left)
            && left.text() == right.text()
        {
            return false;
        }
        for (side, mark) in begun.into_iter().enumerate() {
            row[side] += usize::from(mark.is_some());
            all[side] += usize::from(mark.is_some());
            several |= row[side] > 1;
        }
    }
    all.into_iter().all(|items| items >= FEWEST_ITEMS) && (rows == 1 || !several) && !is_ruled(block, start, rules)
}

/// Whether a word is a bullet or the number of an item.
fn is_mark(piece: &Piece) -> bool {
    if is_bullet(piece) {
        return true;
    }
    if piece.letters.len() > LONGEST_MARK {
        return false;
    }
    let text = piece.text();
    let number = text.strip_prefix('(').unwrap_or(&text).strip_suffix(['.', ')']);
    number.is_some_and(|n| (1..=2).contains(&n.len()) && n.bytes().all(|b| b.is_ascii_digit()))
}

#[cfg(test)]
mod tests {
    use crate::page::Page;
    use crate::pdf::{RawGlyph, RawPage};
    use crate::words::page;

    const SIZE: f32 = 10.0;

    /// Sets texts, each at its place and with its rules.
    fn set(texts: &[(f32, f32, &str)]) -> Page {
        let mut glyphs = Vec::new();
        for (x, y, text) in texts {
            let mut x = *x;
            for letter in text.chars() {
                glyphs.push(RawGlyph {
                    text: letter.to_string().into(),
                    x,
                    y: *y,
                    dir_x: 1.0,
                    dir_y: 0.0,
                    advance: SIZE / 2.0,
                    size: SIZE,
                    bold: false,
                    hidden: false,
                });
                x += SIZE / 2.0;
            }
        }
        page(1, RawPage { width: 600.0, height: 800.0, glyphs, ..RawPage::default() })
    }

    fn lines(page: &Page) -> Vec<String> {
        let mut lines: Vec<String> = Vec::new();
        for word in &page.words {
            match lines.last_mut().filter(|_| !word.line_start) {
                Some(line) => *line = format!("{line} {}", word.text),
                None => lines.push(word.text.to_string()),
            }
        }
        lines
    }

    /// Items of two lines each in two columns, below a title, with this much between the items.
    fn two_columns(marks: [[&str; 3]; 2], between: f32) -> Vec<(f32, f32, String)> {
        let mut texts = vec![(60.0, 80.0, "User Entity Controls".to_owned())];
        for (column, marks) in marks.into_iter().enumerate() {
            for (nth, mark) in marks.into_iter().enumerate() {
                let (x, y) = (60.0 + 260.0 * column as f32, 100.0 + nth as f32 * (24.0 + between));
                texts.push((x, y, mark.to_owned()));
                texts.push((x + 18.0, y, format!("Users keep item {mark}{column}{nth}")));
                texts.push((x + 18.0, y + 12.0, format!("and its end {column}{nth}.")));
            }
        }
        texts.push((
            60.0,
            110.0 + 3.0 * (24.0 + between),
            "The list ends here, and the text goes on over both columns of it.".to_owned(),
        ));
        texts
    }

    fn read(texts: &[(f32, f32, String)]) -> Vec<String> {
        let texts: Vec<(f32, f32, &str)> = texts.iter().map(|(x, y, text)| (*x, *y, text.as_str())).collect();
        lines(&set(&texts))
    }

    #[test]
    fn short_lists_in_two_columns_are_read_one_after_the_other() {
        for (marks, between) in [
            ([["•"; 3]; 2], 0.0),
            ([["•"; 3]; 2], 10.0),
            ([["1.", "2.", "3."], ["4.", "5.", "6."]], 0.0),
            ([["(1)", "(3)", "(5)"], ["(2)", "(4)", "(6)"]], 6.0),
        ] {
            let found = read(&two_columns(marks, between));
            assert_eq!(found.len(), 14, "every line by itself: {found:?}");
            assert_eq!(found[0], "User Entity Controls");
            let ends: Vec<&str> = found.iter().filter_map(|line| line.strip_prefix("and its end ")).collect();
            assert_eq!(ends, ["00.", "01.", "02.", "10.", "11.", "12."], "column by column: {found:?}");
        }
    }

    #[test]
    fn rows_of_a_table_stay_together() {
        let numbered = read(&two_columns([["1.", "2.", "3."], ["1.", "2.", "3."]], 6.0));
        assert_eq!(numbered.len(), 8, "the numbers are those of rows: {numbered:?}");
        // Two items in each cell, and white between the rows.
        let mut texts = Vec::new();
        for row in 0..3 {
            for item in 0..2 {
                let y = 100.0 + row as f32 * 40.0 + item as f32 * 12.0;
                texts.push((60.0, y, format!("• control {row}{item}")));
                texts.push((320.0, y, format!("• test {row}{item}")));
            }
        }
        assert_eq!(read(&texts).len(), 6, "items of one row stand beside each other");
    }
}
