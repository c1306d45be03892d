//! Which control of a newer list is which of an older one, by their words alone.
//!
//! Words are folded: small letters, no marks, no plural s, without the little words that carry nothing. Two texts are alike
//! by the share of words that they have in common (Sørensen and Dice: twice the common words by all words, each counted as
//! often as it stands). Texts of the same words in the same order are the same; of the others the most alike pair is matched
//! first, each text once, down to [`REWORDED`]. What is left of the newer list and consists of little but words of one older
//! text, to [`PART`], is a part of it. The rest is new, or dropped. Equal scores are taken in the order of the lists, so that
//! the same lists always give the same answer.

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

/// What became of a control of the newer list.
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
    /// The control of the older list.
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
    /// What became of each control of the newer list, in its order.
    pub changes: Vec<Change>,
    /// Controls of the older list that the newer one does not have, in order.
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
        // A word broken at the end of a line is one word.
        let joined = text.replace("-\n", "").to_lowercase();
        let said: Vec<String> =
            joined.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).map(folded).collect();
        let mut bag: HashMap<String, usize> = HashMap::new();
        for word in said.iter().filter(|word| !LITTLE.contains(&word.as_str())) {
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

/// A word without the s of the plural.
fn folded(word: &str) -> String {
    let long = word.chars().count() > 3;
    word.strip_suffix('s').filter(|rest| long && !rest.ends_with('s')).unwrap_or(word).to_owned()
}

#[cfg(test)]
mod tests;
