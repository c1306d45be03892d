//! How much a file in pieces would unpack to, counted before anything is kept.
//!
//! What a file declares of itself may be a lie, so every piece is unpacked and thrown away, up to the limit. That costs
//! a little time on good files and bounds the bad ones; the child's limits on memory and time stand behind it.

use std::io::{self, Cursor, Read};

use zip::ZipArchive;

use crate::error::ReadError;

/// Most bytes of all pieces together.
const MOST_BYTES: u64 = 256 << 20;
/// Most pieces.
const MOST_PIECES: usize = 4_096;

/// Refuses a file that would unpack to too much, or cannot be unpacked.
pub(crate) fn check(bytes: &[u8]) -> Result<(), ReadError> {
    within(bytes, MOST_BYTES)
}

fn within(bytes: &[u8], most: u64) -> Result<(), ReadError> {
    let mut pieces = ZipArchive::new(Cursor::new(bytes)).map_err(|_| ReadError::Damaged)?;
    if pieces.len() > MOST_PIECES {
        return Err(ReadError::TooLarge(format!("{} pieces", pieces.len())));
    }
    let mut left = most;
    for at in 0..pieces.len() {
        let piece = pieces.by_index(at).map_err(|_| ReadError::Damaged)?;
        let unpacked = io::copy(&mut piece.take(left + 1), &mut io::sink()).map_err(|_| ReadError::Damaged)?;
        left = left
            .checked_sub(unpacked)
            .ok_or_else(|| ReadError::TooLarge(format!("more than {most} bytes when unpacked")))?;
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn file(pieces: &[(&str, &[u8])]) -> Vec<u8> {
        let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in pieces {
            writer.start_file(*name, SimpleFileOptions::default()).expect("starts");
            writer.write_all(bytes).expect("writes");
        }
        writer.finish().expect("ends").into_inner()
    }

    #[test]
    fn what_unpacks_to_too_much_is_refused_whatever_it_declares() {
        let spaces = vec![b' '; 200_000];
        let bomb = file(&[("a", &spaces), ("b", &spaces)]);
        assert!(bomb.len() < 3_000, "small when packed");
        assert_eq!(within(&bomb, 400_000), Ok(()), "exactly the limit");
        assert!(matches!(within(&bomb, 399_999), Err(ReadError::TooLarge(_))), "one more");
    }

    #[test]
    fn what_cannot_be_unpacked_is_damaged() {
        assert_eq!(check(b"PK\x03\x04 and nothing"), Err(ReadError::Damaged), "no pieces");
        let mut broken = file(&[("a", &[7; 5_000])]);
        broken[40] ^= 0xFF;
        assert_eq!(check(&broken), Err(ReadError::Damaged), "a broken piece");
    }
}
