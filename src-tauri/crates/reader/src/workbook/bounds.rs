//! How much a file in pieces would unpack to, counted before anything is kept, and whether its cells are such as there are.
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
        let sheet = piece.name().is_ok_and(|name| name.contains("sheet"));
        let mut piece = piece.take(left + 1);
        let unpacked = if sheet {
            io::copy(&mut piece, &mut References::default())
        } else {
            io::copy(&mut piece, &mut io::sink())
        };
        let unpacked = unpacked.map_err(|_| ReadError::Damaged)?;
        left = left
            .checked_sub(unpacked)
            .ok_or_else(|| ReadError::TooLarge(format!("more than {most} bytes when unpacked")))?;
    }
    Ok(())
}

/// Longest column of a reference in letters and longest row in digits with which a number of 32 bits still holds it. Real
/// ones have three and seven; the library counts on without looking, and would take another cell for the one that is named.
const MOST_LETTERS: u32 = 6;
const MOST_DIGITS: u32 = 9;

/// Looks through a sheet for references (`r="B7"`, `ref="A1:C7"`) that no sheet can have. Keeps nothing.
#[derive(Default)]
struct References {
    /// Whether a tag is open.
    tag: bool,
    name: Name,
    letters: u32,
    digits: u32,
}

/// How much of an attribute's name has been seen.
#[derive(Default, Clone, Copy, PartialEq, Eq)]
enum Name {
    #[default]
    Other,
    Space,
    R,
    Re,
    Ref,
    Equals,
    Value,
}

impl References {
    /// Takes a byte; `false` where a reference is none.
    fn take(&mut self, byte: u8) -> bool {
        if self.name == Name::Value {
            match byte {
                b'"' | b'\'' => self.name = Name::Other,
                b'a'..=b'z' | b'A'..=b'Z' => self.letters += 1,
                b'0'..=b'9' => self.digits += 1,
                _ => (self.letters, self.digits) = (0, 0),
            }
            return self.letters <= MOST_LETTERS && self.digits <= MOST_DIGITS;
        }
        self.name = match (self.name, byte) {
            (_, b'<') => {
                self.tag = true;
                Name::Other
            }
            (_, b'>') => {
                self.tag = false;
                Name::Other
            }
            _ if !self.tag => Name::Other,
            (Name::R | Name::Ref | Name::Equals, b' ' | b'\t' | b'\r' | b'\n') => self.name,
            (_, b' ' | b'\t' | b'\r' | b'\n') => Name::Space,
            (Name::Space, b'r') => Name::R,
            (Name::R, b'e') => Name::Re,
            (Name::Re, b'f') => Name::Ref,
            (Name::R | Name::Ref, b'=') => Name::Equals,
            (Name::Equals, b'"' | b'\'') => {
                (self.letters, self.digits) = (0, 0);
                Name::Value
            }
            _ => Name::Other,
        };
        true
    }
}

impl io::Write for References {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        if bytes.iter().all(|byte| self.take(*byte)) { Ok(bytes.len()) } else { Err(io::ErrorKind::InvalidData.into()) }
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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
    fn a_cell_that_no_sheet_has_is_a_damage() {
        let sheet = |content: &str| check(&file(&[("xl/worksheets/sheet1.xml", content.as_bytes())]));
        for good in [
            "<row r=\"1048576\"><c r=\"XFD1048576\" t=\"s\"><v>0</v></c></row>",
            "<dimension ref='A1:XFD1048576'/><mergeCell ref=\"A3:C4\"/>",
            "<c r=\"A1\"><is><t>The order=\"ABCDEFGHIJK\" and r=\"ABCDEFGHIJK\"</t></is></c>",
            "<c order=\"ABCDEFGHIJKL\" xr=\"ABCDEFGHIJKL\"/>",
        ] {
            assert_eq!(sheet(good), Ok(()), "there is such a cell: {good}");
        }
        for bad in [
            "<row r=\"1\"><c r=\"BIIIIIIIIIIIII1\" t=\"s\"><v>1</v></c></row>",
            "<row r=\"1\"><c t=\"s\"\nr = 'biiiiii1'><v>1</v></c></row>",
            "<row r=\"11111111111\"/>",
            "<dimension ref=\"A1:ZZZZZZZZZ9\"/>",
            "<c r=\"dimension><v>0</v></c>",
        ] {
            assert_eq!(sheet(bad), Err(ReadError::Damaged), "there is no such cell: {bad}");
        }
    }

    #[test]
    fn what_cannot_be_unpacked_is_damaged() {
        assert_eq!(check(b"PK\x03\x04 and nothing"), Err(ReadError::Damaged), "no pieces");
        let mut broken = file(&[("a", &[7; 5_000])]);
        broken[40] ^= 0xFF;
        assert_eq!(check(&broken), Err(ReadError::Damaged), "a broken piece");
    }
}
