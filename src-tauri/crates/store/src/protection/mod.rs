//! Protection by passphrase: how a file says whether it is protected, how the key is made, how protection changes.

pub(crate) mod change;
pub(crate) mod head;
pub(crate) mod key;
pub(crate) mod pages;

/// Whether a passphrase protects a file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Protection {
    /// Anyone with the file can read it.
    None,
    /// The whole file is encrypted. Seen from outside, this can also be a file of random bytes.
    Passphrase,
}
