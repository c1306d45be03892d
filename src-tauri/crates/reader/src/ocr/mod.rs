//! Pages that are pictures of text, and the words that somebody recognised on them.
//!
//! This crate recognises no letters itself. It says which pages [`wanted`] be recognised, at which [`SCALE`] they are to
//! be drawn, and takes what an engine found as [`FoundWord`]s: words with boxes and confidence, nothing else. [`apply`]
//! puts them through the same order of lines and columns as the words of a file, so that everything above reads a scan
//! as it reads a text. An engine is whoever can fill in [`FoundWord`]; [`tsv`] reads what the `tesseract` program prints.

mod found;
mod places;
mod recognise;
pub mod tesseract;
pub mod tsv;

pub use self::found::{Canvas, FoundWord, MOST_WORDS, PageWords, SURE};
pub use self::recognise::{Recognised, recognise};
pub use self::tesseract::Tesseract;
pub use crate::recognise::warnings::ranges;

use crate::page::Page;
use crate::recognise::warnings::is_only_a_picture;
use crate::words;

/// Pixels per point at which a page is drawn to be recognised: 300 dots per inch, the resolution that engines are
/// trained for. The reader's limit on the side of a picture bounds it for large pages.
pub const SCALE: f32 = 300.0 / 72.0;

/// Gives the numbers of the pages that are pictures and that nobody has recognised.
pub fn wanted(pages: &[Page]) -> Vec<u32> {
    pages.iter().filter(|page| is_only_a_picture(page) && !page.ocr).map(|page| page.number).collect()
}

/// Puts recognised words on the pages that want them. Words of other pages are left out: what a file says itself is
/// never overwritten by what a picture seems to say.
pub fn apply(pages: &mut [Page], found: &[PageWords]) {
    let wanted = wanted(pages);
    for page in pages.iter_mut().filter(|page| wanted.contains(&page.number)) {
        if let Some(found) = found.iter().find(|found| found.page == page.number) {
            words::recognised::fill(page, &found.words);
        }
    }
}

#[cfg(test)]
mod tests {
    use countersign_domain::Rect;

    use super::*;
    use crate::text::sheet::Sheet;

    fn word(text: &str) -> FoundWord {
        let rect = Rect { x0: 72.0, y0: 100.0, x1: 120.0, y1: 107.0 };
        FoundWord { text: text.to_owned(), rect, confidence: 96.0, line: 0 }
    }

    #[test]
    fn only_pictures_without_text_are_wanted() {
        let text = Sheet::new(1).line("A page of four words or more").picture().build();
        let mut read = Sheet::new(3).picture().build();
        read.ocr = true;
        let pages = [text, Sheet::new(2).picture().build(), read, Sheet::new(4).build()];
        assert_eq!(wanted(&pages), [2], "neither text over a picture, nor what was read, nor an empty page");
    }

    #[test]
    fn words_of_the_file_are_never_overwritten() {
        let mut pages = [Sheet::new(1).line("What the file says of itself").build(), Sheet::new(2).picture().build()];
        let found = [1, 2, 9].map(|page| PageWords { page, words: vec![word("Heron")] });
        apply(&mut pages, &found);
        assert_eq!(pages[0].words.len(), 6, "text stays");
        assert!(!pages[0].ocr, "and is no picture");
        assert_eq!(pages[1].words[0].text, "Heron", "the picture has its word");
        assert!(pages[1].ocr && wanted(&pages).is_empty(), "and is read");
    }
}
