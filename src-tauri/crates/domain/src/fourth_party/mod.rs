//! Fourth parties: the subservice organizations on which our vendors' services rest (`practice.md` §3.6, §9).
//!
//! Reports name them; what is kept here is what people add: which names are of one party, whether it has our data, how the
//! vendor monitors it.

mod aliases;
mod alike;
mod concentration;
mod dependence;
mod near;

pub use aliases::{Aliases, AlreadyOne, Merged};
pub use alike::{Alike, alike};
pub use concentration::{Concentration, Share, concentration};
pub use dependence::{Cover, Dependence, Held, Monitoring, Standing};
pub use near::Near;

use crate::organization;
use std::fmt;

/// The name of a party as it is folded: two names that differ in legal form, case or punctuation only are one key.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct PartyKey(String);

impl PartyKey {
    /// The longest key: a name has at most 200 letters.
    pub const LONGEST: usize = 400;

    /// Folds a name. One without letters and digits stays as it is.
    pub fn of(name: &str) -> Self {
        let words = organization::distinctive(name);
        let folded = if words.is_empty() { name.trim().to_lowercase() } else { words.join(" ") };
        Self(folded.chars().take(Self::LONGEST).collect())
    }

    /// The folded name.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for PartyKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_folds_to_itself_and_is_never_empty() {
        for name in ["Northfell Cloud, Inc.", "THE NORTHFELL CLOUD", "Inc.", "–", "Kelder & Sons B.V."] {
            let key = PartyKey::of(name);
            assert_eq!(PartyKey::of(key.as_str()), key, "{name}");
            assert!(!key.as_str().is_empty(), "{name}");
        }
        assert_eq!(PartyKey::of("Northfell Cloud, Inc."), PartyKey::of("northfell cloud"));
        assert_ne!(PartyKey::of("Northfell Cloud"), PartyKey::of("Northfell Backup"));
    }
}
