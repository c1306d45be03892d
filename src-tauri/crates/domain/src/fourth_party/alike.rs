//! Names that are clearly alike. It is only ever proposed that they are of one party: a person says so.

use super::PartyKey;

/// Why two names may be of one party.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Alike {
    /// The one is a part of the other: "Northfell" and "Northfell Cloud Services".
    Part,
    /// The one is the first letters of the other: "NCS" and "Northfell Cloud Services".
    Initials,
    /// They differ in one letter: "Northfel" and "Northfell".
    OneLetter,
}

/// A word that is as short as that tells no company apart when it stands alone.
const SHORT: usize = 3;
/// Names below this length that differ in one letter are too often two companies.
pub(super) const SHORTEST_MISSPELT: usize = 6;

/// Why two names that are not the same may be of one party; `None` where nothing speaks for it.
pub fn alike(a: &PartyKey, b: &PartyKey) -> Option<Alike> {
    let words = |key: &'_ PartyKey| key.as_str().split(' ').map(str::to_owned).collect::<Vec<_>>();
    let (a, b) = (words(a), words(b));
    let (short, long) = if a.len() <= b.len() { (&a, &b) } else { (&b, &a) };
    if short == long {
        return None;
    }
    if short.len() < long.len() && is_part(short, long) {
        return Some(Alike::Part);
    }
    if short.len() == 1 && is_initials(&short[0], long) {
        return Some(Alike::Initials);
    }
    let (a, b) = (a.concat(), b.concat());
    (a.chars().count().min(b.chars().count()) >= SHORTEST_MISSPELT && one_letter_apart(&a, &b))
        .then_some(Alike::OneLetter)
}

/// Whether the words stand in the other name beside each other, at its begin or at its end.
fn is_part(short: &[String], long: &[String]) -> bool {
    let tells = short.iter().any(|word| word.chars().count() > SHORT);
    tells && (long.starts_with(short) || long.ends_with(short))
}

fn is_initials(short: &str, long: &[String]) -> bool {
    initials_of(long).is_some_and(|initials| short == initials)
}

/// The first letters of a name of three words or more; of fewer they tell nothing.
pub(super) fn initials_of(words: &[String]) -> Option<String> {
    (words.len() >= 3).then(|| words.iter().filter_map(|word| word.chars().next()).collect())
}

/// Whether one letter was changed, added or left out. Numbers are never misspelt.
fn one_letter_apart(a: &str, b: &str) -> bool {
    let (a, b): (Vec<char>, Vec<char>) = (a.chars().collect(), b.chars().collect());
    let (short, long) = if a.len() <= b.len() { (a, b) } else { (b, a) };
    if long.len() - short.len() > 1 {
        return false;
    }
    let same = short.iter().zip(&long).take_while(|(a, b)| a == b).count();
    let rest = &long[(same + 1).min(long.len())..];
    let differs = long.get(same).is_some_and(|c| c.is_alphabetic());
    differs && if short.len() == long.len() { short[same..].get(1..) == Some(rest) } else { short[same..] == *rest }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn why(a: &str, b: &str) -> Option<Alike> {
        let found = alike(&PartyKey::of(a), &PartyKey::of(b));
        assert_eq!(found, alike(&PartyKey::of(b), &PartyKey::of(a)), "the order of {a} and {b} says nothing");
        found
    }

    #[test]
    fn what_is_clearly_alike_is_proposed() {
        assert_eq!(why("Northfell Cloud, Inc.", "Northfell Cloud Services"), Some(Alike::Part));
        assert_eq!(why("Azimuth", "Marlowe Azimuth"), Some(Alike::Part));
        assert_eq!(why("NCS", "Northfell Cloud Services LLC"), Some(Alike::Initials));
        assert_eq!(why("Northfel Cloud", "Northfell Cloud"), Some(Alike::OneLetter));
        assert_eq!(why("Northfall Cloud", "Northfell Cloud"), Some(Alike::OneLetter));
    }

    #[test]
    fn what_only_begins_alike_is_not() {
        assert_eq!(why("Northfell Cloud", "Northfell Backup"), None, "two companies of a group");
        assert_eq!(why("Sun", "Sun Harbour Data"), None, "a short word tells nothing apart");
        assert_eq!(why("Harbour 1 Data", "Harbour 2 Data"), None, "numbers are not misspelt");
        assert_eq!(why("Kelda", "Kelta"), None, "short names differ by one letter and are two companies");
        assert_eq!(why("Kelder", "Kelder, Inc."), None, "the same name is no proposal");
    }
}
