//! What the reader does with a packet and the documents behind it: looks whether they can be appended, appends them, and says
//! what pages look like.

use std::sync::Arc;
use std::time::Instant;

use countersign_domain::Sha256;

use super::parent::{Heard, Running, Silence};
use super::protocol::{Answer, Task};
use super::reader::{Reader, out_of_turn, refused};
use crate::append::{Appendable, NotAppendable};
use crate::error::ReadError;

/// A document with the place where it is appended.
#[derive(Debug, Clone)]
pub struct ToAppend {
    /// Its bytes.
    pub bytes: Arc<[u8]>,
    /// The page of the packet, counted from 1, that stands for its first page.
    pub at: u32,
}

/// Why documents were not appended.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum AppendError {
    /// One of them cannot be.
    #[error(transparent)]
    NotAppendable(#[from] NotAppendable),
    /// They could not be read.
    #[error(transparent)]
    Read(#[from] ReadError),
}

impl Reader {
    /// Says whether the pages of a document can be appended to a packet, or why not.
    pub fn appendable(&self, bytes: impl Into<Arc<[u8]>>) -> Result<Appendable, AppendError> {
        let bytes = match self.check(bytes.into()) {
            Err(ReadError::NotAPdf) => return Err(NotAppendable::NoPages.into()),
            checked => checked?,
        };
        match self.ask(Task::Appendable, &bytes) {
            Ok(Heard::Answer(Answer::Appendable(found))) => Ok(found?),
            Ok(_) => Err(out_of_turn().into()),
            Err(ReadError::Encrypted) => Err(NotAppendable::Password.into()),
            Err(ReadError::Damaged) => Err(NotAppendable::Damaged.into()),
            Err(error) => Err(error.into()),
        }
    }

    /// Appends documents to a packet. The packet's own bytes are the beginning of the file that comes of it.
    pub fn append(&self, packet: &[u8], documents: &[ToAppend]) -> Result<Vec<u8>, AppendError> {
        let mut bytes = packet.to_vec();
        let mut parts = Vec::new();
        for document in documents {
            bytes.extend_from_slice(&document.bytes);
            parts.push((document.bytes.len() as u64, document.at.saturating_sub(1)));
        }
        let bytes = self.check(bytes.into())?;
        match self.ask(Task::Append { packet: packet.len() as u64, documents: parts }, &bytes)? {
            // The child has seen what strangers wrote: nothing it says is believed that can be looked at.
            Heard::Appended(file) if file.starts_with(packet) => Ok(file),
            Heard::Answer(Answer::NotAppended(why)) => Err(why.into()),
            _ => Err(out_of_turn().into()),
        }
    }

    /// Says what pages look like, counted from 1, drawn at so many pixels per point: two pages with the same hash show the
    /// same. `None` for a page that there is not.
    pub fn looks(
        &self,
        bytes: impl Into<Arc<[u8]>>,
        pages: &[u32],
        scale: f32,
    ) -> Result<Vec<Option<Sha256>>, ReadError> {
        let bytes = self.check(bytes.into())?;
        let pages: Vec<u32> = pages.iter().map(|page| page.saturating_sub(1)).collect();
        let asked = pages.len();
        match self.ask(Task::Looks { pages, scale }, &bytes)? {
            Heard::Answer(Answer::Looks(found)) if found.len() == asked => {
                Ok(found.into_iter().map(|look| look.map(Sha256::from_bytes)).collect())
            }
            _ => Err(out_of_turn()),
        }
    }

    /// Asks a child one thing and hears its one answer.
    fn ask(&self, task: Task, bytes: &Arc<[u8]>) -> Result<Heard, ReadError> {
        let mut child = Running::start(&self.program()?, &self.job(task, None, bytes), bytes)?;
        match child.hear(Instant::now() + self.limits.file, || true) {
            Ok(Heard::Answer(Answer::Refused(refusal))) => Err(refused(&refusal)),
            Ok(heard) => Ok(heard),
            Err(Silence::Late) => Err(ReadError::TimedOut),
            Err(Silence::Stopped) => Err(ReadError::Cancelled),
            Err(Silence::Ended(error)) => Err(error),
        }
    }
}
