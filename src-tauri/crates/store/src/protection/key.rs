//! From passphrase to key.
//!
//! SQLCipher gets a raw key: 32 bytes that Argon2id makes from the passphrase and the 16 bytes of salt that stand in
//! clear at the head of the file. So the derivation is ours, documented here, and memory-hard.
//!
//! | cost | memory | passes | lanes | in use since |
//! |------|--------|--------|-------|--------------|
//! | 1    | 64 MiB | 3      | 1     | version 0.1  |
//!
//! The file cannot say which row it was made with without giving something away or needing a second file, so opening
//! tries the rows from the newest to the oldest. New and changed passphrases use the newest.

use super::head::{self, Salt};
use crate::{Passphrase, error::Fault};
use argon2::{Algorithm, Argon2, Params, Version};
use std::fmt::Write as _;
use zeroize::Zeroizing;

/// A row of the table above.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Cost {
    memory_kib: u32,
    passes: u32,
    lanes: u32,
}

/// The table, newest first.
pub(crate) const COSTS: &[Cost] = &[Cost { memory_kib: 64 * 1024, passes: 3, lanes: 1 }];

/// What SQLCipher needs to open a protected file.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Key {
    key: Zeroizing<[u8; 32]>,
    salt: Salt,
}

impl Key {
    /// Derives the key of a file with that salt.
    pub(crate) fn derive(passphrase: &Passphrase, salt: Salt, cost: Cost) -> Result<Self, Fault> {
        let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).map_err(Fault::KeyDerivation)?;
        let mut key = Zeroizing::new([0; 32]);
        Argon2::new(Algorithm::Argon2id, Version::V0x13, params)
            .hash_password_into(passphrase.as_bytes(), &salt, key.as_mut_slice())
            .map_err(Fault::KeyDerivation)?;
        Ok(Self { key, salt })
    }

    /// Makes the key of a new file: a fresh salt and the newest cost.
    pub(crate) fn fresh(passphrase: &Passphrase) -> Result<Self, Fault> {
        Self::derive(passphrase, fresh_salt()?, COSTS[0])
    }

    /// The key as SQLCipher's `PRAGMA key` and `ATTACH … KEY` take it: `x'key salt'` in hexadecimal.
    pub(crate) fn spelled(&self) -> Zeroizing<String> {
        let mut spelled = Zeroizing::new(String::with_capacity(100));
        spelled.push_str("x'");
        for byte in self.key.iter().chain(&self.salt) {
            write!(spelled, "{byte:02x}").expect("writing to a string cannot fail");
        }
        spelled.push('\'');
        spelled
    }

    /// The 32 bytes themselves.
    pub(super) fn bytes(&self) -> &[u8] {
        self.key.as_slice()
    }

    /// The salt that stands at the head of the file.
    pub(crate) const fn salt(&self) -> Salt {
        self.salt
    }

    /// Whether the passphrase makes this key. All 32 bytes are compared whatever they hold.
    pub(crate) fn is_made_by(&self, passphrase: &Passphrase) -> Result<bool, Fault> {
        for cost in COSTS {
            let other = Self::derive(passphrase, self.salt, *cost)?;
            let difference = self.key.iter().zip(other.key.iter()).fold(0, |all, (a, b)| all | (a ^ b));
            if difference == 0 {
                return Ok(true);
            }
        }
        Ok(false)
    }
}

/// Draws a salt that no one can take for the beginning of another kind of file.
fn fresh_salt() -> Result<Salt, Fault> {
    loop {
        let mut salt = Salt::default();
        getrandom::fill(&mut salt).map_err(Fault::Randomness)?;
        if head::foreign(&salt).is_none() && salt != *head::SQLITE {
            return Ok(salt);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_derivation_is_pinned() {
        let key = Key::derive(&Passphrase::new("correct horse"), *b"0123456789abcdef", COSTS[COSTS.len() - 1])
            .expect("the parameters are valid");
        assert_eq!(
            key.spelled().as_str(),
            "x'92599c67f23f1d9dce9b6f0cfb5a9b18ce110336de00799947472465edd9e49a30313233343536373839616263646566'",
            "another derivation would lock everyone out of their files"
        );
    }

    #[test]
    fn composed_and_decomposed_letters_make_the_same_key() {
        let composed = Key::fresh(&Passphrase::new("Schl\u{fc}ssel")).expect("a key");
        assert!(
            composed.is_made_by(&Passphrase::new("Schlu\u{308}ssel")).expect("derives"),
            "the same passphrase typed on another system must open the file"
        );
        assert!(!composed.is_made_by(&Passphrase::new("Schlussel")).expect("derives"), "another passphrase must not");
    }
}
