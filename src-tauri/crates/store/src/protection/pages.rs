//! Whether a key fits a file whose first page it does not open.
//!
//! SQLCipher proves a key at the first page only: where that page is spoilt, the right passphrase looks like a wrong one.
//! But each page carries a code of its own, made with the key over what stands on it, and no wrong key makes one. So a
//! single page further on that bears the right code says: the passphrase is right, and the beginning of the file is
//! damaged. Where the first 16 bytes are spoilt, the salt, no key can be made any more and nothing tells the two apart.
//!
//! The format is that of SQLCipher 4, to which every connection is pinned: pages of 4096 bytes that end in a reserve of
//! 80: 16 bytes of start value and an HMAC-SHA512 over the page, the start value and the page's number (4 bytes, the
//! lowest first). The HMAC's key comes from the page key by PBKDF2-HMAC-SHA512 with two rounds, its salt being the
//! file's with every byte turned by 0x3A.

use super::key::Key;
use sha2::{Digest as _, Sha512};
use std::{
    fs::File,
    io::{self, Read as _, Seek as _, SeekFrom},
};
use zeroize::Zeroizing;

const PAGE: usize = 4096;
const CODE: usize = 64;

/// How many pages are looked at: they lie all over the file, so that no single damage covers them.
const LOOKED_AT: u64 = 16;

/// The size of a block of SHA-512.
const BLOCK: usize = 128;

/// Whether one of the pages after the first bears the code that this key makes.
pub(crate) fn bear_the_code_of(file: &mut File, key: &Key) -> io::Result<bool> {
    let pages = file.metadata()?.len() / PAGE as u64;
    let code_key = code_key(key);
    let mut page = vec![0; PAGE];
    let step = (pages / LOOKED_AT).max(1);
    for number in (2..=pages).step_by(step as usize) {
        file.seek(SeekFrom::Start((number - 1) * PAGE as u64))?;
        file.read_exact(&mut page)?;
        let (covered, code) = page.split_at(PAGE - CODE);
        // SQLite never writes more pages than a u32 counts.
        if hmac(code_key.as_slice(), &[covered, &(number as u32).to_le_bytes()]) == code {
            return Ok(true);
        }
    }
    Ok(false)
}

/// The key of the pages' codes.
fn code_key(key: &Key) -> Zeroizing<Vec<u8>> {
    let salt = key.salt().map(|byte| byte ^ 0x3A);
    let first = Zeroizing::new(hmac(key.bytes(), &[&salt, &1_u32.to_be_bytes()]));
    let second = Zeroizing::new(hmac(key.bytes(), &[first.as_slice()]));
    Zeroizing::new(first.iter().zip(second.iter()).map(|(a, b)| a ^ b).take(key.bytes().len()).collect())
}

/// HMAC-SHA512 (RFC 2104) over the parts one after the other; the key is never longer than a block here.
fn hmac(key: &[u8], parts: &[&[u8]]) -> [u8; CODE] {
    let padded = |turned: u8| {
        let mut block = Zeroizing::new([turned; BLOCK]);
        block.iter_mut().zip(key).for_each(|(byte, key)| *byte ^= key);
        block
    };
    let mut inner = Sha512::new().chain_update(padded(0x36).as_slice());
    for part in parts {
        inner.update(part);
    }
    Sha512::new().chain_update(padded(0x5C).as_slice()).chain_update(inner.finalize()).finalize().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_code_is_the_one_of_the_standard() {
        // The second test case of RFC 4231.
        let code = hmac(b"Jefe", &[b"what do ya want ", b"for nothing?"]);
        assert_eq!(code[..8], [0x16, 0x4b, 0x7a, 0x7b, 0xfc, 0xf8, 0x19, 0xe2], "as RFC 4231 prints it");
    }
}
