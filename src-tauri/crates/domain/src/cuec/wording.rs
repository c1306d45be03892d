//! Which words of a sentence are others than a year ago.

use serde::{Deserialize, Serialize};

/// Whether words stand in both sentences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// In both.
    Same,
    /// Only in the earlier one.
    Gone,
    /// Only in the later one.
    New,
}

/// Words in a row that stand alike.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// Whether they stand in both sentences.
    pub standing: Standing,
    /// The words with single spaces between them.
    pub text: String,
}

/// Longer sentences are shown whole, as gone and new: the comparison takes the product of both lengths.
const MOST_WORDS: usize = 400;

/// Compares two sentences word by word; what is gone stands before what is new.
pub fn compared(before: &str, now: &str) -> Vec<Piece> {
    let (old, new): (Vec<&str>, Vec<&str>) = (before.split_whitespace().collect(), now.split_whitespace().collect());
    let mut pieces: Vec<Piece> = Vec::new();
    if old.len() > MOST_WORDS || new.len() > MOST_WORDS {
        pieces.extend([
            Piece { standing: Standing::Gone, text: old.join(" ") },
            Piece { standing: Standing::New, text: new.join(" ") },
        ]);
        return pieces;
    }
    let alike = |i: usize, j: usize| bare(old[i]) == bare(new[j]);
    // The longest run of common words from each pair of places on.
    let mut common = vec![vec![0_usize; new.len() + 1]; old.len() + 1];
    for i in (0..old.len()).rev() {
        for j in (0..new.len()).rev() {
            common[i][j] = if alike(i, j) { common[i + 1][j + 1] + 1 } else { common[i + 1][j].max(common[i][j + 1]) };
        }
    }
    let (mut i, mut j) = (0, 0);
    while i < old.len() || j < new.len() {
        if i < old.len() && j < new.len() && alike(i, j) {
            push(&mut pieces, Standing::Same, new[j]);
            (i, j) = (i + 1, j + 1);
        } else if i < old.len() && (j == new.len() || common[i + 1][j] >= common[i][j + 1]) {
            push(&mut pieces, Standing::Gone, old[i]);
            i += 1;
        } else {
            push(&mut pieces, Standing::New, new[j]);
            j += 1;
        }
    }
    pieces
}

/// A word without case and the marks around it.
fn bare(word: &str) -> String {
    word.trim_matches(|c: char| !c.is_alphanumeric()).to_lowercase()
}

fn push(pieces: &mut Vec<Piece>, standing: Standing, word: &str) {
    match pieces.last_mut() {
        Some(last) if last.standing == standing => {
            last.text.push(' ');
            last.text.push_str(word);
        }
        _ => pieces.push(Piece { standing, text: word.to_owned() }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(before: &str, now: &str) -> String {
        let mark = |piece: &Piece| match piece.standing {
            Standing::Same => piece.text.clone(),
            Standing::Gone => format!("-{}-", piece.text),
            Standing::New => format!("+{}+", piece.text),
        };
        compared(before, now).iter().map(mark).collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn a_changed_word_stands_between_those_that_stay() {
        assert_eq!(
            marked("Access rights are reviewed at least yearly.", "Access rights are reviewed at least quarterly."),
            "Access rights are reviewed at least -yearly.- +quarterly.+"
        );
        assert_eq!(marked("Report leavers", "Report leavers,  at once"), "Report leavers, +at once+");
        assert_eq!(marked("", "New"), "+New+");
        assert_eq!(marked("Same.", "same"), "same", "case and marks are no news");
    }

    #[test]
    fn what_is_very_long_is_shown_whole() {
        let long = "word ".repeat(MOST_WORDS + 1);
        assert_eq!(compared(&long, "short").len(), 2);
    }
}
