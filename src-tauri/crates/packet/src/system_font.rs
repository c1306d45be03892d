//! Fonts of the system: for characters that the program's own fonts lack, such as those of Chinese, Japanese and Korean.
//!
//! A packet names each with the hash of its file, and is printed with that file or not at all: the same input and the same
//! file give the same bytes. This crate looks for no files; who prints hands them over.

use crate::input::FrozenFont;
use crate::layout::FontId;
use countersign_domain::Sha256;

/// A font of the system.
#[derive(Debug, Clone)]
pub struct SystemFont {
    /// Its name with the hash of its file.
    pub frozen: FrozenFont,
    pub(crate) id: FontId,
}

impl SystemFont {
    /// Takes a font of a file of that name; `None` where it is none, where its owner forbids to embed it, or where it cannot be embedded.
    ///
    /// The file is kept until the program ends: give the same one again rather than another copy.
    pub fn new(name: &str, bytes: Vec<u8>, index: u32) -> Option<Self> {
        if !may_be_embedded(&bytes, index) {
            return None;
        }
        let sha256 = Sha256::of(&bytes);
        let id = FontId::of_system(bytes, index, sha256)?;
        Some(Self { frozen: FrozenFont { name: name.to_owned(), sha256, index }, id })
    }

    /// Says whether it draws a character.
    pub fn draws(&self, character: char) -> bool {
        self.id.draws(character)
    }
}

/// Reads what the font's owner allows (OpenType, `OS/2`, `fsType`): neither restricted nor pictures of glyphs only. A font that
/// says nothing is not embedded.
fn may_be_embedded(bytes: &[u8], index: u32) -> bool {
    const RESTRICTED: u16 = 0x0002;
    const PICTURES_ONLY: u16 = 0x0200;
    const NO_SUBSET: u16 = 0x0100;
    let rights = || {
        let start = if bytes.starts_with(b"ttcf") { long(bytes, 12 + 4 * index as usize)? as usize } else { 0 };
        let tables = short(bytes, start + 4)?;
        let mut entries = (0..usize::from(tables)).map(|table| start + 12 + 16 * table);
        // A file that is cut off draws nothing where its tables should be.
        let is_whole = |entry: usize| {
            let end = long(bytes, entry + 8)?.checked_add(long(bytes, entry + 12)?)?;
            (end as usize <= bytes.len()).then_some(())
        };
        entries.clone().try_for_each(is_whole)?;
        let entry = entries.find(|entry| bytes.get(*entry..entry + 4) == Some(b"OS/2"))?;
        short(bytes, long(bytes, entry + 8)? as usize + 8)
    };
    rights().is_some_and(|rights| rights & (RESTRICTED | PICTURES_ONLY | NO_SUBSET) == 0)
}

fn short(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at.checked_add(2)?)?.try_into().ok()?))
}

fn long(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at.checked_add(4)?)?.try_into().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEBREW: &[u8] = include_bytes!("../fonts/NotoSansHebrew-Regular.ttf");

    #[test]
    fn a_font_is_known_by_its_bytes() {
        let font = SystemFont::new("file", HEBREW.to_vec(), 0).expect("a font that may be embedded");
        assert_eq!(font.frozen.sha256, Sha256::of(HEBREW));
        assert!(font.draws('ש') && !font.draws('漢'));
        let again = SystemFont::new("file", HEBREW.to_vec(), 0).expect("the same");
        assert!(again.id == font.id, "the same bytes are kept once");
    }

    #[test]
    fn what_is_no_font_or_may_not_be_embedded_is_refused() {
        assert!(SystemFont::new("file", Vec::new(), 0).is_none());
        assert!(SystemFont::new("file", b"not a font at all, but long enough to be looked at".to_vec(), 0).is_none());
        assert!(SystemFont::new("file", HEBREW[..2_000].to_vec(), 0).is_none(), "cut off");
        let tables = usize::from(short(HEBREW, 4).expect("a directory"));
        let entry = (0..tables).map(|table| 12 + 16 * table).find(|entry| &HEBREW[*entry..entry + 4] == b"OS/2");
        let rights = long(HEBREW, entry.expect("there is one") + 8).expect("an offset") as usize + 8;
        let mut restricted = HEBREW.to_vec();
        restricted[rights + 1] = 0x02;
        assert!(SystemFont::new("file", restricted, 0).is_none(), "its owner forbids it");
    }
}
