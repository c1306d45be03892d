//! Which names people said to be of one party, and which not. A name stands below the one into which it was merged, so that
//! splitting it again brings back exactly what was there before.

use super::PartyKey;
use std::collections::{BTreeMap, BTreeSet};

/// That a name is of the party of another name.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Merged {
    /// The name.
    pub name: PartyKey,
    /// The name into which it was merged.
    pub into: PartyKey,
}

/// Says that two names are of one party already.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("the names are of one party already")]
pub struct AlreadyOne;

/// What people said of names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Aliases {
    into: BTreeMap<PartyKey, PartyKey>,
    /// By the name at the top those below it, so that the names of a party are found without looking at all.
    below: BTreeMap<PartyKey, Vec<PartyKey>>,
    apart: BTreeSet<(PartyKey, PartyKey)>,
}

impl Aliases {
    /// Takes what was merged, and pairs of which was said that they are two parties.
    pub fn new(
        merged: impl IntoIterator<Item = Merged>,
        apart: impl IntoIterator<Item = (PartyKey, PartyKey)>,
    ) -> Self {
        let mut aliases = Self {
            into: merged.into_iter().map(|merged| (merged.name, merged.into)).collect(),
            below: BTreeMap::new(),
            apart: apart.into_iter().map(|(a, b)| Self::pair(a, b)).collect(),
        };
        let mut below: BTreeMap<PartyKey, Vec<PartyKey>> = BTreeMap::new();
        for name in aliases.into.keys() {
            below.entry(aliases.party(name).clone()).or_default().push(name.clone());
        }
        aliases.below = below;
        aliases
    }

    /// A pair in the order in which it is kept.
    pub fn pair(a: PartyKey, b: PartyKey) -> (PartyKey, PartyKey) {
        if a <= b { (a, b) } else { (b, a) }
    }

    /// The party of a name: the name at the top of those into which it was merged.
    pub fn party<'a>(&'a self, name: &'a PartyKey) -> &'a PartyKey {
        let mut top = name;
        // A circle is never made; were one in the data, the walk would still end.
        for _ in 0..=self.into.len() {
            match self.into.get(top) {
                Some(into) => top = into,
                None => return top,
            }
        }
        top
    }

    /// Whether the name stands below another one.
    pub fn is_merged(&self, name: &PartyKey) -> bool {
        self.into.contains_key(name)
    }

    /// The names of a party, its own among them.
    pub fn names_of(&self, party: &PartyKey) -> Vec<PartyKey> {
        let below = self.below.get(party).into_iter().flatten().cloned();
        std::iter::once(party.clone()).chain(below).collect()
    }

    /// Whether a person said of the two that they are not one.
    pub fn are_apart(&self, a: &PartyKey, b: &PartyKey) -> bool {
        self.apart.contains(&Self::pair(a.clone(), b.clone()))
    }

    /// What to keep so that the party of `name` becomes one with the party of `into`.
    pub fn merging(&self, name: &PartyKey, into: &PartyKey) -> Result<Merged, AlreadyOne> {
        let (name, into) = (self.party(name), self.party(into));
        if name == into { Err(AlreadyOne) } else { Ok(Merged { name: name.clone(), into: into.clone() }) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(name: &str) -> PartyKey {
        PartyKey::of(name)
    }

    fn merged(pairs: &[(&str, &str)]) -> Aliases {
        let all = pairs.iter().map(|(name, into)| Merged { name: key(name), into: key(into) });
        Aliases::new(all, [])
    }

    #[test]
    fn names_of_one_party_are_found_from_each_of_them() {
        let aliases = merged(&[("b", "a"), ("c", "b"), ("e", "d")]);
        for name in ["a", "b", "c"] {
            assert_eq!(aliases.party(&key(name)), &key("a"), "{name}");
        }
        assert_eq!(aliases.names_of(&key("a")), [key("a"), key("b"), key("c")]);
        assert_eq!(aliases.party(&key("unheard of")), &key("unheard of"));
    }

    #[test]
    fn two_parties_become_one_as_a_whole_and_come_apart_as_they_were() {
        let before = [("b", "a"), ("d", "c")];
        let aliases = merged(&before);
        let made = aliases.merging(&key("d"), &key("b")).expect("two parties");
        assert_eq!(made, Merged { name: key("c"), into: key("a") }, "the parties are merged, not the names");
        let after = merged(&[before[0], before[1], ("c", "a")]);
        assert_eq!(after.names_of(&key("a")).len(), 4);
        assert_eq!(after.merging(&key("d"), &key("b")), Err(AlreadyOne), "and never in a circle");
        // Taking the one line away again is all that splitting does.
        assert_eq!(merged(&before), aliases);
    }

    #[test]
    fn a_circle_in_the_data_ends() {
        let _ = merged(&[("a", "b"), ("b", "a")]).party(&key("a"));
    }

    #[test]
    fn what_is_said_to_be_two_is_so_in_both_orders() {
        let aliases = Aliases::new([], [(key("b"), key("a"))]);
        assert!(aliases.are_apart(&key("a"), &key("b")) && aliases.are_apart(&key("b"), &key("a")));
    }
}
