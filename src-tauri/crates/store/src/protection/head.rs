//! The first bytes of a file, and what they tell without a passphrase.
//!
//! Never called on a file that this process has open: on Unix, closing any handle of a file drops all locks that the
//! process holds on it, SQLite's included (`crate::in_process`).

use super::{Protection, key::Key};
use crate::{error::Fault, schema};
use std::{
    fs::File,
    io::{self, Read as _},
    path::Path,
};

/// The salt of a protected file: its first 16 bytes.
pub(crate) type Salt = [u8; 16];

/// How a plain SQLite file begins.
pub(crate) const SQLITE: &Salt = b"SQLite format 3\0";

/// The smallest page that SQLite and SQLCipher write; nothing shorter is a workspace.
const SMALLEST: u64 = 512;

/// What the head of a workspace file tells.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Head {
    pub(crate) protection: Protection,
    pub(crate) salt: Salt,
}

impl Head {
    /// How a plain workspace begins.
    const PLAIN: Self = Self { protection: Protection::None, salt: *SQLITE };

    /// The head of a file with that key.
    pub(crate) fn of(key: Option<&Key>) -> Self {
        key.map_or(Self::PLAIN, |key| Self { protection: Protection::Passphrase, salt: key.salt() })
    }

    /// Reads the head, or says what the file is instead.
    pub(crate) fn read(path: &Path) -> Result<Self, Fault> {
        let file = match File::open(path) {
            Ok(file) => file,
            Err(error) if error.kind() == io::ErrorKind::NotFound => return Err(Fault::NoSuchFile),
            Err(error) => return Err(error.into()),
        };
        let metadata = file.metadata()?;
        if metadata.is_dir() {
            return Err(Fault::NotAWorkspace("a folder"));
        }
        if !metadata.is_file() {
            return Err(Fault::NotAWorkspace("a device"));
        }
        let mut head = Vec::with_capacity(SMALLEST as usize);
        file.take(SMALLEST).read_to_end(&mut head)?;
        Self::tell(&head, metadata.len())
    }

    fn tell(head: &[u8], length: u64) -> Result<Self, Fault> {
        if length == 0 {
            return Err(Fault::NotAWorkspace("an empty file"));
        }
        if let Some(found) = foreign(head) {
            return Err(Fault::NotAWorkspace(found));
        }
        if length < SMALLEST || head.len() < SMALLEST as usize {
            return Err(Fault::NotAWorkspace("too short"));
        }
        let salt = *head.first_chunk().expect("the head has 512 bytes");
        let ours = head[68..72] == schema::APPLICATION_ID.to_be_bytes();
        match (salt == *SQLITE, ours) {
            (true, true) => Ok(Self { protection: Protection::None, salt }),
            (true, false) => Err(Fault::NotAWorkspace("a database of another program")),
            // Encrypted bytes match our number once in four milliards; a plain file with a spoilt beginning always does.
            (false, true) => Err(Fault::Damaged("the first bytes of the file are spoilt".to_owned())),
            (false, false) if is_text(head) => Err(Fault::NotAWorkspace("a text")),
            (false, false) => Ok(Self { protection: Protection::Passphrase, salt }),
        }
    }
}

/// Says which well-known kind of file begins like this. Marks of four bytes and more only, and a new salt avoids them all
/// (`key::fresh_salt`): a protected workspace is never mistaken for something else.
pub(crate) fn foreign(head: &[u8]) -> Option<&'static str> {
    const KINDS: &[(&[u8], &str)] = &[
        (b"%PDF", "a PDF document"),
        (b"PK\x03\x04", "a ZIP archive or an office document"),
        (b"PK\x05\x06", "a ZIP archive"),
        (b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", "an older office document"),
        (b"\x89PNG\r\n\x1a\n", "a picture"),
        (b"\xFF\xD8\xFF\xE0", "a picture"),
        (b"\xFF\xD8\xFF\xE1", "a picture"),
        (b"GIF8", "a picture"),
        (b"II*\0", "a picture"),
        (b"MM\0*", "a picture"),
        (b"7z\xBC\xAF\x27\x1C", "a 7-Zip archive"),
        (b"Rar!", "a RAR archive"),
        (b"\xFD7zXZ\0", "an XZ archive"),
        (b"\x28\xB5\x2F\xFD", "a Zstandard archive"),
        (b"{\\rtf", "a text document"),
        (b"\x7FELF", "a program"),
        (b"<?xml", "an XML document"),
        (b"<!DO", "a web page"),
        (b"<htm", "a web page"),
    ];
    KINDS.iter().find(|(mark, _)| head.starts_with(mark)).map(|(_, found)| *found)
}

/// Whether the bytes read like a text. 512 encrypted bytes without one control character do not occur.
fn is_text(head: &[u8]) -> bool {
    let control = |byte: &u8| *byte < 0x20 && !matches!(*byte, b'\n' | b'\r' | b'\t' | 0x0C) || *byte == 0x7F;
    if head.iter().any(control) {
        return false;
    }
    // A character may be cut at the end of what was read.
    std::str::from_utf8(head).map_or_else(|error| head.len() - error.valid_up_to() < 4, |_| true)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn other_files_are_told_apart() {
        let tell = |bytes: &[u8]| Head::tell(&bytes[..bytes.len().min(512)], bytes.len() as u64);
        let padded = |start: &[u8], fill: u8| [start, &vec![fill; 5000]].concat();
        assert!(matches!(tell(b""), Err(Fault::NotAWorkspace("an empty file"))));
        assert!(matches!(tell(b"short \0"), Err(Fault::NotAWorkspace("too short"))));
        assert!(matches!(tell(&padded(b"%PDF-1.7\n", 0)), Err(Fault::NotAWorkspace("a PDF document"))));
        assert!(matches!(tell("Größe ".repeat(400).as_bytes()), Err(Fault::NotAWorkspace("a text"))));
        assert!(
            matches!(tell(&padded(SQLITE, 0)), Err(Fault::NotAWorkspace("a database of another program"))),
            "a SQLite file without our number is not ours"
        );
        assert_eq!(
            tell(&padded(b"\x01\x9f", 0x80)).expect("looks like noise").protection,
            Protection::Passphrase,
            "noise can only be a protected workspace"
        );
    }
}
