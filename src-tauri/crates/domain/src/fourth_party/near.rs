//! Finds which of many names are clearly alike to one, without comparing it with each: a register has thousands.

use super::{
    PartyKey,
    alike::{SHORTEST_MISSPELT, initials_of},
};
use std::collections::{BTreeSet, HashMap};

/// Names by what makes others alike to them. What it finds is still to be compared ([`super::alike`]): it leaves out no name
/// that is alike, and gives few that are not.
#[derive(Debug, Clone, Default)]
pub struct Near {
    whole: HashMap<String, Vec<usize>>,
    /// By the words at the begin or the end of a longer name.
    parts: HashMap<String, Vec<usize>>,
    initials: HashMap<String, Vec<usize>>,
    /// By what is left without one letter, or by the whole: two names that differ in one letter share one of these.
    spelt: HashMap<String, Vec<usize>>,
}

impl Near {
    /// Takes names, each with the number of what it is a name of.
    pub fn of<'k>(names: impl IntoIterator<Item = (usize, &'k PartyKey)>) -> Self {
        let mut near = Self::default();
        for (at, name) in names {
            near.whole.entry(name.as_str().to_owned()).or_default().push(at);
            for part in parts(name) {
                near.parts.entry(part).or_default().push(at);
            }
            if let Some(initials) = initials_of(&words(name)) {
                near.initials.entry(initials).or_default().push(at);
            }
            for spelt in spelt(name) {
                near.spelt.entry(spelt).or_default().push(at);
            }
        }
        near
    }

    /// The numbers of those with a name that may be alike to this one, or is the same.
    pub fn to(&self, name: &PartyKey) -> BTreeSet<usize> {
        let mut found = BTreeSet::new();
        let mut take = |map: &HashMap<String, Vec<usize>>, key: &str| {
            found.extend(map.get(key).into_iter().flatten().copied());
        };
        take(&self.whole, name.as_str());
        take(&self.parts, name.as_str());
        take(&self.initials, name.as_str());
        for part in parts(name) {
            take(&self.whole, &part);
        }
        if let Some(initials) = initials_of(&words(name)) {
            take(&self.whole, &initials);
        }
        for spelt in spelt(name) {
            take(&self.spelt, &spelt);
        }
        found
    }
}

fn words(name: &PartyKey) -> Vec<String> {
    name.as_str().split(' ').map(str::to_owned).collect()
}

/// The words at the begin and at the end, without the whole.
fn parts(name: &PartyKey) -> BTreeSet<String> {
    let words = words(name);
    (1..words.len()).flat_map(|at| [words[..at].join(" "), words[at..].join(" ")]).collect()
}

fn spelt(name: &PartyKey) -> BTreeSet<String> {
    let letters: Vec<char> = words(name).concat().chars().collect();
    if letters.len() < SHORTEST_MISSPELT {
        return BTreeSet::new();
    }
    let without =
        |left: usize| letters.iter().enumerate().filter(|(at, _)| *at != left).map(|(_, letter)| letter).collect();
    let whole = letters.iter().collect();
    (0..letters.len()).map(without).chain([whole]).collect()
}

#[cfg(test)]
mod tests {
    use super::super::alike;
    use super::*;

    #[test]
    fn nothing_that_is_alike_is_left_out() {
        let begins = ["North", "Nort", "Northfell", "Northfel", "N", "Kelder", "Kelde"];
        let ends = ["", "Cloud", "Clouds", "Cloud Services", "Cloud 1", "Cloud 2", "Backup Cloud Services"];
        let more = ["NCS", "ncs", "Cloud", "Cloud Services", "KCS", "Klder", "Northfall"];
        let names: Vec<PartyKey> = begins
            .iter()
            .flat_map(|begin| ends.iter().map(move |end| PartyKey::of(&format!("{begin} {end}"))))
            .chain(more.iter().map(|name| PartyKey::of(name)))
            .collect();
        let near = Near::of(names.iter().enumerate());
        let mut pairs = 0;
        for (at, name) in names.iter().enumerate() {
            let found = near.to(name);
            for (other, second) in names.iter().enumerate() {
                if alike(name, second).is_some() {
                    pairs += 1;
                    assert!(found.contains(&other), "{name} and {second}");
                }
            }
            assert!(found.contains(&at), "the name itself");
        }
        assert!(pairs > 50, "the names are alike in many ways: {pairs}");
    }

    #[test]
    fn two_thousand_names_of_the_same_words_give_few_each() {
        let names: Vec<PartyKey> = (0..2_000).map(|at| PartyKey::of(&format!("Harbour{at} Cloud Services"))).collect();
        let near = Near::of(names.iter().enumerate());
        let found: usize = names.iter().map(|name| near.to(name).len()).sum();
        assert!(found < 2_000 * 100, "numbers that differ in one digit, and no more: {found}");
    }
}
