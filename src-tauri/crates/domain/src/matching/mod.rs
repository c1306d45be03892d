//! Which text of a newer list is which of an older one, by their words alone: complementary controls, controls, exceptions.
//!
//! Words are folded: small letters, no marks, no plural s, without the little words that carry nothing. Two texts are alike
//! by the share of words that they have in common (Sørensen and Dice: twice the common words by all words, each counted as
//! often as it stands). Texts of the same words in the same order are the same; of the others the most alike pair is matched
//! first, each text once, down to [`REWORDED`]. What is left of the newer list and consists of little but words of one older
//! text, to [`PART`], is a part of it. The rest is new, or dropped. Equal scores are taken in the order of the lists, so that
//! the same lists always give the same answer.

use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// From which share of common words on a text is the older one in other words. Below it two different duties of one kind
/// ("review access", "approve access") would be taken for each other. Our own judgement.
pub const REWORDED: f64 = 0.6;
/// From which share of its own words on, that also stand in an older text, a left-over text is a part of that one.
pub const PART: f64 = 0.75;
/// How many words that carry something a part needs: fewer stand in any text.
const PART_WORDS: usize = 2;

/// Words that carry nothing.
const LITTLE: &[&str] = &[
    "a",
    "all",
    "an",
    "and",
    "any",
    "are",
    "as",
    "at",
    "be",
    "been",
    "by",
    "entity",
    "entitie",
    "for",
    "from",
    "has",
    "have",
    "in",
    "is",
    "it",
    "its",
    "of",
    "on",
    "or",
    "responsible",
    "should",
    "shall",
    "must",
    "that",
    "the",
    "their",
    "them",
    "these",
    "they",
    "thi",
    "those",
    "to",
    "user",
    "was",
    "were",
    "which",
    "will",
    "with",
    "customer",
    "organization",
];

/// What became of a text of the newer list.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Change {
    /// The older list has it in the same words.
    Same {
        /// Which of the older list.
        before: usize,
    },
    /// The older list has it in other words.
    Reworded {
        /// Which of the older list.
        before: usize,
        /// The share of common words, below 1.
        alike: f64,
    },
    /// It is a part of one of the older list.
    Part {
        /// Which of the older list.
        before: usize,
    },
    /// The older list does not have it.
    New,
}

impl Change {
    /// The text of the older list.
    pub const fn before(self) -> Option<usize> {
        match self {
            Self::Same { before } | Self::Reworded { before, .. } | Self::Part { before } => Some(before),
            Self::New => None,
        }
    }
}

/// Two lists beside each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Matching {
    /// What became of each text of the newer list, in its order.
    pub changes: Vec<Change>,
    /// Texts of the older list that the newer one does not have, in order.
    pub dropped: Vec<usize>,
}

/// Lays a newer list beside an older one.
pub fn matched<T: AsRef<str>>(before: &[T], now: &[T]) -> Matching {
    let (old, new): (Vec<Words>, Vec<Words>) = (
        before.iter().map(|text| Words::of(text.as_ref())).collect(),
        now.iter().map(|text| Words::of(text.as_ref())).collect(),
    );
    let mut changes = vec![Change::New; new.len()];
    let mut taken = vec![false; old.len()];
    for (at, words) in new.iter().enumerate() {
        if let Some(same) = (0..old.len()).find(|one| !taken[*one] && old[*one].said == words.said) {
            changes[at] = Change::Same { before: same };
            taken[same] = true;
        }
    }
    let mut pairs: Vec<(f64, usize, usize)> = Vec::new();
    for (at, words) in new.iter().enumerate().filter(|(at, _)| changes[*at] == Change::New) {
        for (one, older) in old.iter().enumerate().filter(|(one, _)| !taken[*one]) {
            let alike = words.alike(older);
            if alike >= REWORDED {
                pairs.push((alike, one, at));
            }
        }
    }
    // The most alike first; of equals the one that stands first.
    pairs.sort_by(|a, b| b.0.total_cmp(&a.0).then((a.1, a.2).cmp(&(b.1, b.2))));
    for (alike, before, at) in pairs {
        if !taken[before] && changes[at] == Change::New {
            changes[at] = Change::Reworded { before, alike };
            taken[before] = true;
        }
    }
    // A part may be of an older text that another part, or its main half, has taken already; never of one that stands there
    // word for word.
    let whole: Vec<usize> = changes
        .iter()
        .filter_map(|change| if let Change::Same { before } = change { Some(*before) } else { None })
        .collect();
    let mut parted = Vec::new();
    for (at, words) in new.iter().enumerate().filter(|(at, _)| changes[*at] == Change::New) {
        let parts = (0..old.len()).filter(|one| !whole.contains(one)).map(|one| (words.part_of(&old[one]), one));
        let best = parts.filter(|(share, _)| *share >= PART).max_by(|a, b| a.0.total_cmp(&b.0).then(b.1.cmp(&a.1)));
        if let Some((_, before)) = best {
            parted.push((at, before));
        }
    }
    for (at, before) in parted {
        changes[at] = Change::Part { before };
        taken[before] = true;
    }
    Matching { changes, dropped: (0..old.len()).filter(|one| !taken[*one]).collect() }
}

/// The words of a text in short: enough to say how alike two texts are, and small enough to be kept of every control. Words are kept
/// as numbers of 16 bits; that two words share one changes a share of common words by little, and rarely.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Print {
    /// Of all words in their order.
    said: u32,
    /// Of those that carry something, sorted, each as often as it stands.
    bag: Vec<u16>,
}

impl Print {
    /// Takes the words of a text; `None` where there are none.
    pub fn of(text: &str) -> Option<Self> {
        let said = folded_words(text);
        if said.is_empty() {
            return None;
        }
        let mut bag: Vec<u16> =
            said.iter().filter(|word| !is_little(word)).map(|word| short(fnv(word.as_bytes()))).collect();
        bag.sort_unstable();
        Some(Self { said: fnv(said.join(" ").as_bytes()), bag })
    }

    /// Whether both are of the same words in the same order.
    pub fn is_same(&self, other: &Self) -> bool {
        self.said == other.said && self.bag == other.bag
    }

    /// How alike the texts are, in thousandths of common words; `None` below [`REWORDED`], where they are of two things.
    pub fn likeness(&self, other: &Self) -> Option<u16> {
        if self.is_same(other) {
            return Some(1000);
        }
        let all = self.bag.len() + other.bag.len();
        let per_mille =
            |common: usize| (2000 * common).checked_div(all).map_or(0, |share| u16::try_from(share).unwrap_or(1000));
        let enough = |share: u16| f64::from(share) >= REWORDED * 1000.0;
        if !enough(per_mille(self.bag.len().min(other.bag.len()))) {
            return None;
        }
        let (mut a, mut b, mut common) = (0, 0, 0);
        while let (Some(one), Some(two)) = (self.bag.get(a), other.bag.get(b)) {
            common += usize::from(one == two);
            a += usize::from(one <= two);
            b += usize::from(two <= one);
        }
        // The same words in another order are not the same text.
        Some(per_mille(common).min(999)).filter(|share| enough(*share))
    }
}

/// Says that a text is not a print.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not the print of a text")]
pub struct InvalidPrint;

impl From<Print> for String {
    fn from(print: Print) -> Self {
        use std::fmt::Write as _;
        let mut text = format!("{:08x}", print.said);
        for word in print.bag {
            // Writing to a text does not fail.
            let _ = write!(text, "{word:04x}");
        }
        text
    }
}

impl TryFrom<String> for Print {
    type Error = InvalidPrint;

    fn try_from(text: String) -> Result<Self, InvalidPrint> {
        let (said, words) = text.split_at_checked(8).ok_or(InvalidPrint)?;
        let said = u32::from_str_radix(said, 16).map_err(|_| InvalidPrint)?;
        let word = |at: usize| words.get(at..at + 4).and_then(|word| u16::from_str_radix(word, 16).ok());
        let bag = (0..words.len()).step_by(4).map(word).collect::<Option<_>>().ok_or(InvalidPrint)?;
        Ok(Self { said, bag })
    }
}

/// FNV-1a: the same on every computer, and what is told apart needs no more.
fn fnv(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |hash, byte| (hash ^ u32::from(*byte)).wrapping_mul(0x0100_0193))
}

const fn short(hash: u32) -> u16 {
    ((hash >> 16) ^ (hash & 0xffff)) as u16
}

/// The words of a text.
struct Words {
    /// All of them in order, folded.
    said: Vec<String>,
    /// Those that carry something, with how often they stand.
    bag: HashMap<String, usize>,
    /// How many those are.
    count: usize,
}

impl Words {
    fn of(text: &str) -> Self {
        let said = folded_words(text);
        let mut bag: HashMap<String, usize> = HashMap::new();
        for word in said.iter().filter(|word| !is_little(word)) {
            *bag.entry(word.clone()).or_default() += 1;
        }
        let count = bag.values().sum();
        Self { said, bag, count }
    }

    fn common(&self, other: &Self) -> usize {
        self.bag.iter().map(|(word, count)| other.bag.get(word).map_or(0, |there| *count.min(there))).sum()
    }

    #[expect(clippy::cast_precision_loss, reason = "a text has few words")]
    fn alike(&self, other: &Self) -> f64 {
        let all = self.count + other.count;
        if all == 0 { 0.0 } else { 2.0 * self.common(other) as f64 / all as f64 }
    }

    #[expect(clippy::cast_precision_loss, reason = "a text has few words")]
    fn part_of(&self, other: &Self) -> f64 {
        if self.count < PART_WORDS || self.count >= other.count {
            return 0.0;
        }
        self.common(other) as f64 / self.count as f64
    }
}

/// The words of a text in order, folded.
fn folded_words(text: &str) -> Vec<String> {
    // A word broken at the end of a line is one word.
    let joined = text.replace("-\n", "").to_lowercase();
    joined.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect()
}

fn is_little(word: &str) -> bool {
    LITTLE.contains(&word)
}

/// A word without the s of the plural.
fn folded(word: &str) -> String {
    let long = word.chars().count() > 3;
    word.strip_suffix('s').filter(|rest| long && !rest.ends_with('s')).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests;
