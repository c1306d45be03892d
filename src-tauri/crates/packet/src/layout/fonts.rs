//! The fonts: which file draws which character.

use crate::typeset::Face;
use countersign_domain::Sha256;
use harfrust::{Font, GlyphId, ShaperFont};
use printpdf::ParsedFont;
use std::sync::{LazyLock, OnceLock, PoisonError, RwLock};

/// One font file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
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
    bytes: &'static [u8],
    /// Which of the fonts in the file.
    index: u32,
    tag: String,
    font: Font,
    /// How many units of the font are the size of its letters.
    units: i32,
    /// A bit for each character that it draws.
    draws: Vec<u64>,
    /// The advance of each glyph without kerning, in thousandths of the size.
    advances: Vec<i32>,
    /// The same font as the library that writes the file knows it, parsed when it is first asked for.
    parsed: OnceLock<Option<ParsedFont>>,
}

static LOADED: LazyLock<Vec<Loaded>> = LazyLock::new(|| {
    let load = |file: &File| load(file.bytes, 0, file.tag.to_owned()).expect("the fonts in the binary are fonts");
    FILES.iter().map(load).collect()
});

/// Fonts of the system, in the order in which they were met; never given back, as a place in here names them.
static OF_SYSTEM: RwLock<Vec<(Sha256, u32, &'static Loaded)>> = RwLock::new(Vec::new());

fn load(bytes: &'static [u8], index: u32, tag: String) -> Option<Loaded> {
    let font = Font::new(bytes, index)?;
    let units = i32::from(font.units_per_em());
    let mut draws = Vec::new();
    for (character, _) in font.charmap().unicodes() {
        let (word, bit) = (character as usize / 64, character % 64);
        if draws.len() <= word {
            draws.resize(word + 1, 0);
        }
        draws[word] |= 1 << bit;
    }
    let shaper = ShaperFont::new(&font);
    let advance = |glyph| thousandths(shaper.glyph_h_advance(GlyphId::new(glyph)), units);
    let advances = (0..font.num_glyphs()).map(advance).collect();
    Some(Loaded { bytes, index, tag, font, units, draws, advances, parsed: OnceLock::new() })
}

/// Turns units of a font into thousandths of the size.
fn thousandths(value: i32, units: i32) -> i32 {
    if units == 1000 { value } else { (f64::from(value) * 1000.0 / f64::from(units)).round() as i32 }
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

    /// Finds the file of a face that draws a character, the fonts of the system last. They have one face for all.
    pub(crate) fn that_draws(face: Face, character: char, of_system: &[Self]) -> Option<Self> {
        Self::stack(face).iter().chain(of_system).copied().find(|font| font.draws(character))
    }

    /// Takes a font of the system; `None` where it is none that can be embedded.
    pub(crate) fn of_system(bytes: Vec<u8>, index: u32, sha256: Sha256) -> Option<Self> {
        let mut known = OF_SYSTEM.write().unwrap_or_else(PoisonError::into_inner);
        let place = match known.iter().position(|(held, at, _)| (*held, *at) == (sha256, index)) {
            Some(place) => place,
            None => {
                // From the hash, so that a file is named in the same way whatever was printed before it.
                let letter = |byte: &u8| char::from(b'A' + byte % 26);
                let tag = std::iter::once('S').chain(sha256.as_bytes()[..5].iter().map(letter)).collect();
                // Looked at before it is kept for good.
                let found = Font::new(bytes.clone(), index)?;
                if found.units_per_em() == 0
                    || printpdf::ParsedFont::from_bytes(&bytes, index as usize, &mut Vec::new()).is_none()
                {
                    return None;
                }
                let loaded = load(Box::leak(bytes.into_boxed_slice()), index, tag)?;
                known.push((sha256, index, Box::leak(Box::new(loaded))));
                known.len() - 1
            }
        };
        u8::try_from(FILES.len() + place).ok().map(Self)
    }

    /// Says whether it draws a character.
    pub(crate) fn draws(self, character: char) -> bool {
        let (word, bit) = (u32::from(character) as usize / 64, u32::from(character) % 64);
        self.loaded().draws.get(word).is_some_and(|bits| bits >> bit & 1 == 1)
    }

    fn loaded(self) -> &'static Loaded {
        let at = usize::from(self.0);
        LOADED.get(at).unwrap_or_else(|| OF_SYSTEM.read().unwrap_or_else(PoisonError::into_inner)[at - FILES.len()].2)
    }

    /// Gives the font for shaping.
    pub(crate) fn font(self) -> &'static Font {
        &self.loaded().font
    }

    /// Gives the advance of a glyph in thousandths of the size, as the font says without kerning.
    pub(crate) fn advance(self, glyph: u16) -> i32 {
        self.loaded().advances[usize::from(glyph)]
    }

    /// Turns a measure of the font into thousandths of the size.
    pub(crate) fn thousandths(self, value: i32) -> i32 {
        thousandths(value, self.loaded().units)
    }

    /// Gives the font as the library that writes the file knows it; `None` where it is not understood.
    pub(crate) fn parsed(self) -> Option<&'static ParsedFont> {
        let loaded = self.loaded();
        let parse = || ParsedFont::from_bytes(loaded.bytes, loaded.index as usize, &mut Vec::new());
        loaded.parsed.get_or_init(parse).as_ref()
    }

    /// Gives six capitals that name it in the PDF.
    pub(crate) fn tag(self) -> &'static str {
        &self.loaded().tag
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn latin_greek_and_cyrillic_are_in_the_main_file_of_every_face() {
        for face in [Face::Regular, Face::Bold, Face::Italic] {
            for character in "Aÿşőłßžðþ Ωάς Жёїђ “”‘’–—…•·×§ 0123456789".chars() {
                assert_eq!(
                    FontId::that_draws(face, character, &[]),
                    Some(FontId::main(face)),
                    "{character} in {face:?}"
                );
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
        assert_eq!(FontId::that_draws(Face::Bold, 'ש', &[]), Some(FontId(4)));
        assert_eq!(FontId::that_draws(Face::Italic, 'ش', &[]), Some(FontId(5)), "there is no italic: upright");
        assert_eq!(FontId::that_draws(Face::Regular, '漢', &[]), None);
    }
}
