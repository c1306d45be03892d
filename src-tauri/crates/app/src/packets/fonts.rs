//! Fonts of this computer for what the program's own do not draw: names in Chinese, Japanese and Korean above all.
//!
//! They are looked for only when a packet needs one, by the names under which systems ship them, and read like every file of
//! the system: whoever can replace them can replace this program.

use countersign_packet::{
    input::FrozenFont,
    system_font::SystemFont,
    typeset::{Printed, TypesetError},
};
use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

/// File names, the better ones first. The first font of a collection is taken, but for those where another is the one for
/// simplified Chinese.
const KNOWN: &[(&str, u32)] = &[
    ("NotoSansCJK-Regular.ttc", 0),
    ("NotoSansCJKjp-Regular.otf", 0),
    ("NotoSansCJKsc-Regular.otf", 0),
    ("NotoSansCJKkr-Regular.otf", 0),
    ("SourceHanSans-Regular.ttc", 0),
    ("SourceHanSansSC-Regular.otf", 0),
    ("Hiragino Sans GB.ttc", 0),
    ("ヒラギノ角ゴシック W3.ttc", 0),
    ("AppleSDGothicNeo.ttc", 0),
    ("STHeiti Light.ttc", 0),
    ("YuGothR.ttc", 0),
    ("msyh.ttc", 0),
    ("malgun.ttf", 0),
    ("msjh.ttc", 0),
    ("meiryo.ttc", 0),
    ("wqy-microhei.ttc", 0),
    ("DroidSansFallbackFull.ttf", 0),
    ("DroidSansFallback.ttf", 0),
    ("Arial Unicode.ttf", 0),
];

/// Largest file of a font, and most entries of the folders that are looked through.
const MOST_BYTES: u64 = 64 << 20;
const MOST_ENTRIES: usize = 20_000;
const DEPTH: usize = 6;

/// Fonts that were read before: reading one takes some tenths of a second.
static READ: Mutex<Vec<(PathBuf, SystemFont)>> = Mutex::new(Vec::new());

/// Finds fonts of this computer that draw as many of these characters as can be, each one that is needed.
pub(super) fn that_draw(characters: &BTreeSet<char>) -> Vec<SystemFont> {
    let mut missing = characters.clone();
    let mut taken = Vec::new();
    for (path, index) in installed() {
        if missing.is_empty() {
            break;
        }
        let Some(font) = read(&path, index) else { continue };
        let before = missing.len();
        missing.retain(|character| !font.draws(*character));
        if missing.len() < before {
            taken.push(font);
        }
    }
    taken
}

/// Prints with the program's own fonts; only where those lack a character, with fonts of this computer too.
pub(crate) fn print(paper: impl Fn(&[SystemFont]) -> Result<Printed, TypesetError>) -> Result<Printed, TypesetError> {
    let plain = paper(&[])?;
    let found = that_draw(&plain.uncovered);
    if found.is_empty() {
        return Ok(plain);
    }
    // A font that turns out not to be usable after all costs its characters, not the paper.
    Ok(paper(&found).unwrap_or_else(|error| {
        tracing::warn!(%error, "a font of the system could not be used");
        plain
    }))
}

/// The characters that no font draws, as they are told to people.
pub(crate) fn told(uncovered: &BTreeSet<char>) -> Vec<String> {
    uncovered.iter().map(ToString::to_string).collect()
}

/// Finds the fonts with which something was printed, as far as they are on this computer.
pub(super) fn named(wanted: &[FrozenFont]) -> Vec<SystemFont> {
    if wanted.is_empty() {
        return Vec::new();
    }
    let known = installed()
        .into_iter()
        .filter(|(path, _)| wanted.iter().any(|font| Some(font.name.as_str()) == file_name(path)));
    let read = known.filter_map(|(path, index)| read(&path, index));
    read.filter(|font| wanted.contains(&font.frozen)).collect()
}

fn read(path: &Path, index: u32) -> Option<SystemFont> {
    let mut known = READ.lock().unwrap_or_else(PoisonError::into_inner);
    if let Some((_, font)) = known.iter().find(|(held, font)| held == path && font.frozen.index == index) {
        return Some(font.clone());
    }
    if fs::metadata(path).ok()?.len() > MOST_BYTES {
        return None;
    }
    let font = SystemFont::new(file_name(path)?, fs::read(path).ok()?, index)?;
    known.push((path.to_owned(), font.clone()));
    Some(font)
}

fn file_name(path: &Path) -> Option<&str> {
    path.file_name()?.to_str()
}

/// The known fonts that are here, in the order of preference.
fn installed() -> Vec<(PathBuf, u32)> {
    let mut found: Vec<(usize, PathBuf)> = Vec::new();
    let mut open: Vec<(PathBuf, usize)> = folders().into_iter().map(|folder| (folder, 0)).collect();
    let mut looked_at = 0;
    while let Some((folder, depth)) = open.pop() {
        let Ok(entries) = fs::read_dir(&folder) else { continue };
        for entry in entries.flatten() {
            looked_at += 1;
            if looked_at > MOST_ENTRIES {
                break;
            }
            let path = entry.path();
            if entry.file_type().is_ok_and(|kind| kind.is_dir()) && depth < DEPTH {
                open.push((path, depth + 1));
            } else if let Some(rank) =
                file_name(&path).and_then(|name| KNOWN.iter().position(|(known, _)| *known == name))
            {
                found.push((rank, path));
            }
        }
    }
    found.sort();
    found.into_iter().map(|(rank, path)| (path, KNOWN[rank].1)).collect()
}

/// Where systems keep fonts, for all and for this person.
fn folders() -> Vec<PathBuf> {
    let of = |name: &str, below: &str| std::env::var_os(name).map(|folder| PathBuf::from(folder).join(below));
    if cfg!(windows) {
        [of("SystemRoot", "Fonts"), of("LOCALAPPDATA", "Microsoft/Windows/Fonts")].into_iter().flatten().collect()
    } else if cfg!(target_os = "macos") {
        let own = of("HOME", "Library/Fonts");
        ["/System/Library/Fonts", "/Library/Fonts"].map(PathBuf::from).into_iter().chain(own).collect()
    } else {
        let own = [of("XDG_DATA_HOME", "fonts"), of("HOME", ".local/share/fonts"), of("HOME", ".fonts")];
        let all = ["/usr/share/fonts", "/usr/local/share/fonts"].map(PathBuf::from);
        all.into_iter().chain(own.into_iter().flatten()).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_found_draws_what_was_asked_and_what_no_font_draws_is_not_waited_for() {
        let asked: BTreeSet<char> = ['漢', 'か', '한', '\u{f8ff}'].into();
        let fonts = that_draw(&asked);
        for font in &fonts {
            assert!(asked.iter().any(|character| font.draws(*character)), "taken for nothing: {:?}", font.frozen);
            assert_eq!(named(std::slice::from_ref(&font.frozen)).len(), 1, "found again by its name and hash");
            let other = FrozenFont { sha256: countersign_domain::Sha256::of(b"another"), ..font.frozen.clone() };
            assert!(named(&[other]).is_empty(), "another file of that name is another font");
        }
        assert!(that_draw(&BTreeSet::new()).is_empty(), "nothing is asked, nothing is read");
        assert!(named(&[]).is_empty());
    }
}
