//! What parent and child say to each other.
//!
//! The parent writes a [`Job`] as one line of JSON and then the bytes of the file. The child answers with one
//! [`Answer`] after the other, each behind its length; a picture's bytes follow its answer.

use std::io::{self, ErrorKind, Read, Write};

use serde::{Deserialize, Serialize};

use crate::append::{Appendable, NotAppendable};
use crate::extraction::{Attachment, Properties};
use crate::limits::Limits;
use crate::page::Page;
use crate::rows::{RowFile, RowsError};

/// The argument that makes the executable a child.
pub(super) const CHILD_ARGUMENT: &str = "--reader-child";

/// The longest line that starts a job: a password, the limits, and pages by their numbers.
pub(super) const MAX_JOB_LINE: u64 = 64 << 10;

/// What the child is to do.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub(super) struct Job {
    pub(super) task: Task,
    pub(super) password: Option<String>,
    /// Number of bytes that follow.
    pub(super) bytes: u64,
    pub(super) limits: Limits,
}

/// The kinds of work.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Task {
    /// Read every page from this one on, counted from 0, so many at the same time.
    Extract { first: u32, at_once: u32 },
    /// Draw a page, counted from 0, at this many pixels per point.
    Draw { page: u32, scale: f32 },
    /// Give the rows of a table.
    Rows,
    /// Give the files inside the file.
    Attachments,
    /// Say whether the pages can be appended to a packet.
    Appendable,
    /// Append documents to a packet. The bytes are the packet's and then theirs; of each its length and the page of the
    /// packet, counted from 0, that stands for its first.
    Append { packet: u64, documents: Vec<(u64, u32)> },
    /// Say what each of these pages looks like, counted from 0, by the hash of its pixels.
    Looks { pages: Vec<u32>, scale: f32 },
    /// Find the codes of packets on these pages, counted from 0, in every way or in the likeliest ones.
    Codes { pages: Vec<u32>, thorough: bool },
}

/// What the child says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Answer {
    /// The file is open.
    Opened { pages: u32, properties: Properties },
    /// Work on a page begins; counted from 0.
    Begin { page: u32, width: f32, height: f32 },
    /// A page is read.
    Page(Page),
    /// Reading the page that was begun ended in a panic; the next one follows.
    Failed { page: u32 },
    /// The file cannot be read.
    Refused(Refusal),
    /// A page is drawn; this many bytes of PNG follow the line.
    Picture { width: u32, height: u32, bytes: u64 },
    /// The rows of a table, or why there are none.
    Rows(Result<RowFile, RowsError>),
    /// All is said.
    Done,
    /// The files inside the file.
    Attachments(Vec<Attachment>),
    /// Whether the pages can be appended.
    Appendable(Result<Appendable, NotAppendable>),
    /// Documents are appended; this many bytes of the file follow the answer.
    Appended { bytes: u64 },
    /// The document of this place among those to append cannot be; 0 is the first.
    NotAppended(NotAppendable),
    /// What pages look like: for each the SHA-256 of its pixels, row by row; none for a page that there is not.
    Looks(Vec<Option<[u8; 32]>>),
    /// The texts of the codes on the page that was begun.
    Codes(Vec<String>),
}

/// The longest answer: a page of as many words as there may be glyphs is shorter.
const LONGEST: u32 = 128 << 20;
/// Room for an answer before it grows, in bytes: most pages take less.
const USUAL: usize = 128 << 10;

impl Answer {
    /// Writes the answer, at once: the parent must know the page that was begun when it kills the child.
    pub(super) fn write(&self, output: &mut impl Write) -> io::Result<()> {
        let answer = postcard::to_extend(self, Vec::with_capacity(USUAL)).map_err(io::Error::other)?;
        let length = u32::try_from(answer.len()).ok().filter(|length| *length <= LONGEST);
        output.write_all(&length.ok_or_else(|| io::Error::from(ErrorKind::FileTooLarge))?.to_le_bytes())?;
        output.write_all(&answer)?;
        output.flush()
    }

    /// Reads the next answer; `None` where there is none any more. Takes memory only for what is really there.
    pub(super) fn read(input: &mut impl Read) -> io::Result<Option<Self>> {
        let mut length = [0; 4];
        if input.by_ref().take(1).read(&mut length)? == 0 {
            return Ok(None);
        }
        input.read_exact(&mut length[1..])?;
        let length = u32::from_le_bytes(length);
        if length > LONGEST {
            return Err(ErrorKind::InvalidData.into());
        }
        let mut answer = Vec::with_capacity((length as usize).min(USUAL));
        if input.take(u64::from(length)).read_to_end(&mut answer)? != length as usize {
            return Err(ErrorKind::UnexpectedEof.into());
        }
        postcard::from_bytes(&answer).map(Some).map_err(io::Error::other)
    }
}

/// Why the child cannot read the file.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Refusal {
    /// Needs a password.
    Encrypted,
    /// Broken beyond repair.
    Damaged,
    /// Has more pages than allowed.
    TooManyPages(u32),
    /// Would unpack to more than allowed.
    TooLarge,
    /// Has no pictures of its pages.
    NoPicture,
    /// There is no such page to draw.
    NoSuchPage,
}
