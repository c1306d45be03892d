//! Right-to-left text: from the order in which it stands on the page to the order in which it is read.

use unicode_bidi::{BidiClass, BidiInfo, Level, bidi_class};

use super::{Letter, Piece};

/// Characters before the Hebrew block are never written to the left.
const FIRST_LEFTWARDS: char = '\u{590}';

/// Puts the words of a line, and the letters of its words, into reading order.
///
/// The bidi algorithm goes from reading order to the order on the page. Its last step, turning runs around, undoes
/// itself, so running it over the line as it stands gives reading order back for all but deliberately nested text.
pub(super) fn logical_order(line: Vec<Piece>) -> Vec<Piece> {
    if line.iter().flat_map(|p| &p.letters).all(|l| l.text.chars().all(|c| c < FIRST_LEFTWARDS)) {
        return line;
    }
    let (mut rightwards, mut leftwards) = (0_usize, 0_usize);
    for c in line.iter().flat_map(|p| &p.letters).flat_map(|l| l.text.chars()) {
        match bidi_class(c) {
            BidiClass::R | BidiClass::AL => leftwards += 1,
            BidiClass::L => rightwards += 1,
            _ => {}
        }
    }
    if leftwards == 0 {
        return line;
    }
    let base = if leftwards > rightwards { Level::rtl() } else { Level::ltr() };

    // One character stands for each letter, and a space for each gap, so that a letter of several characters stays whole.
    let mut text = String::new();
    let mut sources: Vec<Option<(usize, Letter)>> = Vec::new();
    for (word, piece) in line.into_iter().enumerate() {
        if word > 0 {
            text.push(' ');
            sources.push(None);
        }
        for letter in piece.letters {
            text.push(letter.text.chars().next().unwrap_or(' '));
            sources.push(Some((word, letter)));
        }
    }
    let info = BidiInfo::new(&text, Some(base));
    let levels: Vec<Level> = text.char_indices().map(|(at, _)| info.levels[at]).collect();
    let mut words: Vec<(usize, Vec<Letter>)> = Vec::new();
    for at in BidiInfo::reorder_visual(&levels) {
        let Some((word, letter)) = sources[at].take() else { continue };
        match words.iter_mut().find(|(known, _)| *known == word) {
            Some((_, letters)) => letters.push(letter),
            None => words.push((word, vec![letter])),
        }
    }
    words.into_iter().map(|(_, letters)| Piece::new(letters)).collect()
}
