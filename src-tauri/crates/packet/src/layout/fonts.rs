//! The fonts: which file draws which character.

use crate::typeset::Face;
use harfrust::{Font, GlyphId, ShaperFont};
use std::sync::LazyLock;

/// One font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct FontId(u8);

struct File {
    /// Six capitals, as the mark of a subset in the PDF asks for.
    tag: &'static str,
    bytes: &'static [u8],
}

macro_rules! file {
    ($tag:literal, $name:literal) => {
        File { tag: $tag, bytes: include_bytes!(concat!("../../fonts/", $name, ".ttf")) }
    };
}

const FILES: [File; 7] = [
    file!("CSREGU", "NotoSans-Regular"),
    file!("CSBOLD", "NotoSans-Bold"),
    file!("CSITAL", "NotoSans-Italic"),
    file!("CSHEBR", "NotoSansHebrew-Regular"),
    file!("CSHEBB", "NotoSansHebrew-Bold"),
    file!("CSARAB", "NotoSansArabic-Regular"),
    file!("CSARBB", "NotoSansArabic-Bold"),
];

/// A font with what is asked of it for every letter.
struct Loaded {
    font: Font,
    /// A bit for each character that it draws.
    draws: Vec<u64>,
    /// The advance of each glyph without kerning.
    advances: Vec<i32>,
}

static LOADED: LazyLock<Vec<Loaded>> = LazyLock::new(|| FILES.iter().map(load).collect());

fn load(file: &File) -> Loaded {
    let font = Font::new(file.bytes, 0).expect("the fonts in the binary are fonts");
    let mut draws = Vec::new();
    for (character, _) in font.charmap().unicodes() {
        let (word, bit) = (character as usize / 64, character % 64);
        if draws.len() <= word {
            draws.resize(word + 1, 0);
        }
        draws[word] |= 1 << bit;
    }
    let shaper = ShaperFont::new(&font);
    let advances = (0..font.num_glyphs()).map(|glyph| shaper.glyph_h_advance(GlyphId::new(glyph))).collect();
    Loaded { font, draws, advances }
}

/// Height above and below the baseline, in thousandths of the size, of the main family. All lines are set by it, so
/// that a name in another script does not move the lines around it.
pub(crate) const ASCENT: f64 = 1069.0;
pub(crate) const DESCENT: f64 = 293.0;

/// The height of capitals, in thousandths of the size.
pub(crate) const CAPITALS: f64 = 714.0;

impl FontId {
    /// Gives the files of a face, the main one first. There is no italic of the other scripts.
    fn stack(face: Face) -> [Self; 3] {
        match face {
            Face::Regular => [Self(0), Self(3), Self(5)],
            Face::Bold => [Self(1), Self(4), Self(6)],
            Face::Italic => [Self(2), Self(3), Self(5)],
        }
    }

    /// Gives the main file of a face.
    pub(crate) fn main(face: Face) -> Self {
        Self::stack(face)[0]
    }

    /// Finds the file of a face that draws a character.
    pub(crate) fn that_draws(face: Face, character: char) -> Option<Self> {
        Self::stack(face).into_iter().find(|font| font.draws(character))
    }

    /// Says whether it draws a character.
    pub(crate) fn draws(self, character: char) -> bool {
        let (word, bit) = (u32::from(character) as usize / 64, u32::from(character) % 64);
        self.loaded().draws.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    fn loaded(self) -> &'static Loaded {
        &LOADED[usize::from(self.0)]
    }

    /// Gives the font for shaping.
    pub(crate) fn font(self) -> &'static Font {
        &self.loaded().font
    }

    /// Gives the advance of a glyph in thousandths of the size, as the font says without kerning.
    pub(crate) fn advance(self, glyph: u16) -> i32 {
        self.loaded().advances[usize::from(glyph)]
    }

    /// Gives the bytes of the file.
    pub(crate) fn bytes(self) -> &'static [u8] {
        FILES[usize::from(self.0)].bytes
    }

    /// Gives six capitals that name it in the PDF.
    pub(crate) fn tag(self) -> &'static str {
        FILES[usize::from(self.0)].tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_greek_and_cyrillic_are_in_the_main_file_of_every_face() {
        for face in [Face::Regular, Face::Bold, Face::Italic] {
            for character in "Aÿşőłßžðþ Ωάς Жёїђ “”‘’–—…•·×§ 0123456789".chars() {
                assert_eq!(FontId::that_draws(face, character), Some(FontId::main(face)), "{character} in {face:?}");
            }
        }
    }

    #[test]
    fn every_file_counts_a_thousand_units() {
        for (index, loaded) in LOADED.iter().enumerate() {
            assert_eq!(loaded.font.units_per_em(), 1000, "advances are taken as thousandths: file {index}");
        }
    }

    #[test]
    fn hebrew_and_arabic_have_a_file() {
        assert_eq!(FontId::that_draws(Face::Bold, 'ש'), Some(FontId(4)));
        assert_eq!(FontId::that_draws(Face::Italic, 'ش'), Some(FontId(5)), "there is no italic: upright");
        assert_eq!(FontId::that_draws(Face::Regular, '漢'), None);
    }
}
