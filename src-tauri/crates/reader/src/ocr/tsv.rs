//! What the `tesseract` program prints with `tsv`: one row per block, paragraph, line and word.
//!
//! Columns: level, page, block, paragraph, line, word, left, top, width, height, confidence, text. Only words (level 5)
//! are read; rows of another shape are skipped, as the program's version decides what else it prints.

use std::collections::HashMap;

use super::{Canvas, PageWords};

/// The level of a word.
const WORD: &str = "5";

/// Reads the words that were found on a page.
pub fn words(tsv: &str, page: u32, canvas: &Canvas) -> PageWords {
    let mut lines: HashMap<[&str; 3], u32> = HashMap::new();
    let found = tsv.lines().filter_map(|row| {
        let columns: Vec<&str> = row.splitn(12, '\t').collect();
        let [level, _, block, paragraph, line, _, left, top, width, height, confidence, text] = columns[..] else {
            return None;
        };
        if level != WORD {
            return None;
        }
        let number = |text: &str| text.parse::<f32>().ok();
        let (left, top) = (number(left)?, number(top)?);
        let pixels = [left, top, left + number(width)?, top + number(height)?];
        let next = lines.len() as u32;
        let line = *lines.entry([block, paragraph, line]).or_insert(next);
        Some((text.to_owned(), pixels, number(confidence)?, line))
    });
    canvas.words(page, found)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CANVAS: Canvas = Canvas { pixels_wide: 612, pixels_high: 792, width: 612.0, height: 792.0 };

    const HEAD: &str = "level\tpage_num\tblock_num\tpar_num\tline_num\tword_num\tleft\ttop\twidth\theight\tconf\ttext";

    #[test]
    fn words_are_read_with_box_confidence_and_line() {
        let tsv = format!(
            "{HEAD}\n1\t1\t0\t0\t0\t0\t0\t0\t612\t792\t-1\t\n4\t1\t1\t1\t1\t0\t72\t90\t100\t12\t-1\t\n\
             5\t1\t1\t1\t1\t1\t72\t90\t30\t10\t96.5\tHeron\n5\t1\t1\t1\t1\t2\t105\t91\t60\t9\t31.25\tAnalytics,\n\
             5\t1\t1\t1\t2\t1\t72\t104\t20\t10\t90\tLLC\n5\t1\t2\t1\t1\t1\t300\t90\t20\t10\t90\tRight\n"
        );
        let found = words(&tsv, 7, &CANVAS);
        assert_eq!(found.page, 7);
        let read: Vec<_> = found.words.iter().map(|w| (w.text.as_str(), w.confidence, w.line)).collect();
        assert_eq!(
            read,
            [("Heron", 96.5, 0), ("Analytics,", 31.25, 0), ("LLC", 90.0, 1), ("Right", 90.0, 2)],
            "the line of another block is another line"
        );
        assert_eq!(<[f32; 4]>::from(found.words[1].rect), [105.0, 91.0, 165.0, 100.0], "left, top, width, height");
    }

    #[test]
    fn blank_and_broken_rows_are_skipped() {
        let tsv = format!(
            "{HEAD}\r\n5\t1\t1\t1\t1\t1\t72\t90\t30\t10\t95\t \n5\t1\t1\t1\t1\t2\t72\t90\n\n5\t1\t1\t1\t1\t3\tx\t90\t30\t10\t95\tno\n\
             5\t1\t1\t1\t1\t4\t1e30\t0\t1\t1\t95\tfar\n5\t1\t1\t1\t1\t5\t1\t1\t5\t5\tnan\tno\ngarbage"
        );
        assert!(words(&tsv, 1, &CANVAS).words.is_empty(), "nothing of it is a word");
    }

    #[test]
    fn a_tab_in_a_word_stays_in_it() {
        let found = words("5\t1\t1\t1\t1\t1\t72\t90\t30\t10\t95\ta\tb", 1, &CANVAS);
        assert_eq!(found.words[0].text, "a\tb", "the text is the rest of the row");
    }
}
