//! What an engine found on the picture of a page.

use countersign_domain::Rect;
use serde::{Deserialize, Serialize};

/// A word below this confidence is doubtful: it is shown and found, but no date, number or name rests on it.
pub const SURE: f32 = 60.0;

/// Most words that are taken from one page; the densest page of a report has some two thousand.
pub const MOST_WORDS: usize = 20_000;
/// Longest word in characters.
const LONGEST_WORD: usize = 200;

/// One word as an engine found it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FoundWord {
    /// Its characters.
    pub text: String,
    /// The box around its ink, in points from the top left of the page as shown.
    pub rect: Rect,
    /// How sure the engine is, 0 to 100.
    pub confidence: f32,
    /// Which line of the engine it belongs to; only equal or not equal matters.
    pub line: u32,
}

/// The words found on one page.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct PageWords {
    /// 1-based page of the file.
    pub page: u32,
    /// Its words in any order.
    pub words: Vec<FoundWord>,
}

/// The picture on which an engine worked, and the page that it shows.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Canvas {
    /// Width of the picture in pixels.
    pub pixels_wide: u32,
    /// Height of the picture in pixels.
    pub pixels_high: u32,
    /// Width of the page in points.
    pub width: f32,
    /// Height of the page in points.
    pub height: f32,
}

impl Canvas {
    /// Leads a box in pixels to the page. `None` where it is no box on this picture: what an engine says is no more to
    /// be trusted than the file.
    pub fn to_points(&self, [x0, y0, x1, y1]: [f32; 4]) -> Option<Rect> {
        if ![x0, y0, x1, y1].iter().all(|side| side.is_finite()) || self.pixels_wide == 0 || self.pixels_high == 0 {
            return None;
        }
        let (across, down) = (self.width / self.pixels_wide as f32, self.height / self.pixels_high as f32);
        let rect = Rect {
            x0: (x0 * across).clamp(0.0, self.width),
            y0: (y0 * down).clamp(0.0, self.height),
            x1: (x1 * across).clamp(0.0, self.width),
            y1: (y1 * down).clamp(0.0, self.height),
        };
        (rect.width() > 0.0 && rect.height() > 0.0).then_some(rect)
    }

    /// Gathers the words of a page from `(text, box in pixels, confidence, line)`; leaves out what is no word and what
    /// is more than a page can hold.
    pub fn words(&self, page: u32, found: impl IntoIterator<Item = (String, [f32; 4], f32, u32)>) -> PageWords {
        let words = found.into_iter().filter_map(|(text, pixels, confidence, line)| {
            let text = text.trim();
            let readable = !text.is_empty() && text.chars().count() <= LONGEST_WORD && confidence.is_finite();
            let rect = self.to_points(pixels).filter(|_| readable)?;
            Some(FoundWord { text: text.to_owned(), rect, confidence: confidence.clamp(0.0, 100.0), line })
        });
        PageWords { page, words: words.take(MOST_WORDS).collect() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LETTER: Canvas = Canvas { pixels_wide: 2550, pixels_high: 3300, width: 612.0, height: 792.0 };

    #[test]
    fn pixels_become_points() {
        let rect = LETTER.to_points([300.0, 600.0, 850.0, 650.0]).expect("a box");
        assert_eq!(<[f32; 4]>::from(rect), [72.0, 144.0, 204.0, 156.0], "300 dots per inch");
    }

    #[test]
    fn what_is_no_box_on_the_picture_is_refused() {
        for pixels in
            [[9.0, 9.0, 9.0, 20.0], [9.0, 20.0, 20.0, 9.0], [f32::NAN, 0.0, 1.0, 1.0], [2550.0, 0.0, 9e9, 9.0]]
        {
            assert_eq!(LETTER.to_points(pixels), None, "no box: {pixels:?}");
        }
        let empty = Canvas { pixels_wide: 0, ..LETTER };
        assert_eq!(empty.to_points([0.0, 0.0, 1.0, 1.0]), None, "no picture");
    }

    #[test]
    fn a_page_takes_no_more_than_it_can_hold() {
        let one = |text: &str, confidence| (text.to_owned(), [1.0, 1.0, 9.0, 9.0], confidence, 0);
        let found =
            LETTER.words(3, [one("  ", 90.0), one("a", f32::NAN), one(&"x".repeat(201), 90.0), one(" b ", 140.0)]);
        assert_eq!(found.page, 3);
        assert_eq!(found.words.len(), 1, "blank, without confidence and endless words are none");
        assert_eq!((found.words[0].text.as_str(), found.words[0].confidence), ("b", 100.0), "trimmed and bounded");
        assert_eq!(LETTER.words(1, (0..30_000).map(|_| one("a", 9.0))).words.len(), MOST_WORDS, "bounded in number");
    }
}
