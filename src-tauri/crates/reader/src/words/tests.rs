//! What must hold for any text, however it is painted.

use proptest::collection::vec;
use proptest::prelude::*;

use super::page;
use crate::pdf::{RawGlyph, RawPage};

/// Width of a letter as a share of the font size.
const ADVANCE: f32 = 0.5;

/// How a line is painted.
#[derive(Debug, Clone, Copy)]
struct Manner {
    size: f32,
    /// Gap between letters, as a share of the font size.
    spacing: f32,
    /// Gap between words on top of that.
    word_gap: f32,
    /// Whether spaces are painted as glyphs.
    spaces: bool,
    /// A quarter turn, so many times.
    turns: u8,
}

fn manner() -> impl Strategy<Value = Manner> {
    (6.0..24.0_f32, prop_oneof![-0.05..0.05_f32, 0.2..0.4_f32], 0.0..0.4_f32, any::<bool>(), 0..4_u8).prop_map(
        |(size, spacing, extra, spaces, turns)| Manner {
            size,
            spacing,
            word_gap: 0.25 + spacing.max(0.0) + extra,
            spaces,
            turns,
        },
    )
}

/// Paints lines of words one under the other.
fn paint(lines: &[Vec<String>], manner: Manner) -> RawPage {
    let Manner { size, spacing, word_gap, spaces, turns } = manner;
    let (dir_x, dir_y) = [(1.0, 0.0), (0.0, 1.0), (-1.0, 0.0), (0.0, -1.0)][turns as usize];
    let mut glyphs = Vec::new();
    let mut glyph = |text: String, u: f32, v: f32| {
        glyphs.push(RawGlyph {
            text: text.into(),
            x: 5_000.0 + u * dir_x - v * dir_y,
            y: 5_000.0 + u * dir_y + v * dir_x,
            dir_x,
            dir_y,
            advance: ADVANCE * size,
            size,
            bold: false,
            hidden: false,
        });
    };
    for (row, words) in lines.iter().enumerate() {
        let v = row as f32 * size * 1.3;
        let mut u = 0.0;
        for word in words {
            for letter in word.chars() {
                glyph(letter.to_string(), u, v);
                u += (ADVANCE + spacing) * size;
            }
            if spaces {
                glyph(" ".to_owned(), u, v);
            }
            u += word_gap * size;
        }
    }
    RawPage { width: 10_000.0, height: 10_000.0, glyphs, ..RawPage::default() }
}

fn said(page: &crate::page::Page) -> Vec<Vec<String>> {
    let mut lines: Vec<Vec<String>> = Vec::new();
    for word in &page.words {
        if word.line_start {
            lines.push(Vec::new());
        }
        lines.last_mut().expect("the first word starts a line").push(word.text.to_string());
    }
    lines
}

proptest! {
    #[test]
    fn words_come_back_as_they_were_painted(
        lines in vec(vec("[A-Za-z]{4,9}", 1..7), 1..6),
        manner in manner(),
        seed in any::<u64>(),
    ) {
        let mut raw = paint(&lines, manner);
        prop_assert_eq!(said(&page(1, raw.clone())), lines.clone(), "painted in order");
        // Any order of painting whole glyphs gives the same page.
        let mut state = seed;
        for at in (1..raw.glyphs.len()).rev() {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            raw.glyphs.swap(at, (state >> 33) as usize % (at + 1));
        }
        prop_assert_eq!(said(&page(1, raw)), lines, "painted in any order");
    }

    #[test]
    fn no_glyph_is_lost_or_made_up(
        marks in vec(("[a-z]", 0.0..600.0_f32, 0.0..800.0_f32, 4.0..30.0_f32, -1.0..1.0_f32, -1.0..1.0_f32), 0..60)
    ) {
        let glyphs: Vec<RawGlyph> = marks
            .into_iter()
            .map(|(text, x, y, size, dir_x, dir_y)| {
                RawGlyph { text: text.into(), x, y, dir_x, dir_y, advance: size / 2.0, size, bold: false, hidden: false }
            })
            .collect();
        let mut painted: Vec<char> = glyphs.iter().flat_map(|g| g.text.chars()).collect();
        let page = page(1, RawPage { width: 600.0, height: 800.0, glyphs, ..RawPage::default() });
        let mut read: Vec<char> = page.words.iter().flat_map(|w| w.text.chars()).collect();
        painted.sort_unstable();
        read.sort_unstable();
        // Only what is painted twice may go.
        prop_assert!(read.len() <= painted.len(), "nothing is made up");
        painted.dedup();
        read.dedup();
        prop_assert_eq!(read, painted, "every letter is still there");
        for word in &page.words {
            prop_assert!(!word.text.is_empty(), "a word has text");
            let r = word.rect;
            prop_assert!(0.0 <= r.x0 && r.x0 <= r.x1 && r.x1 <= 600.0, "a word lies on the page: {:?}", r);
            prop_assert!(0.0 <= r.y0 && r.y0 <= r.y1 && r.y1 <= 800.0, "a word lies on the page: {:?}", r);
        }
    }
}
