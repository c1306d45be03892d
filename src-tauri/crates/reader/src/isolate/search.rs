//! Searching pages for the codes of packets, over the children it takes.

use std::sync::Arc;
use std::time::{Duration, Instant};

use super::parent::{Heard, Running, Silence};
use super::protocol::{Answer, Task};
use super::reader::{Reader, out_of_turn, refused};
use crate::codes::{self, FoundCode};
use crate::error::ReadError;
use crate::page::Page;

/// Longest time for all pages of a file. What is not searched by then can still be told by its text.
const LONGEST: Duration = Duration::from_mins(1);
/// How often the search starts again after a page that killed the child.
const RESTARTS: usize = 3;

impl Reader {
    /// Finds the codes of packets on those of a file's pages that are pictures. `go_on` is asked at least every tenth of a
    /// second; when it says no, the search ends with [`ReadError::Cancelled`]. A page that cannot be searched has no code.
    pub fn codes(
        &self,
        bytes: impl Into<Arc<[u8]>>,
        pages: &[Page],
        mut go_on: impl FnMut() -> bool,
    ) -> Result<Vec<FoundCode>, ReadError> {
        let bytes = bytes.into();
        let (mut left, thorough) = codes::to_search(pages);
        let deadline = Instant::now() + LONGEST;
        let mut found = Vec::new();
        for _ in 0..=RESTARTS {
            if left.is_empty() {
                break;
            }
            let task = Task::Codes { pages: left.iter().map(|page| page - 1).collect(), thorough };
            let child = Running::start(&self.program()?, &self.job(task, None, &bytes), &bytes)?;
            self.follow_search(child, &mut left, deadline, &mut found, &mut go_on)?;
        }
        Ok(found)
    }

    /// Follows one child; what it has searched, or died on, is taken from `left`.
    fn follow_search(
        &self,
        mut child: Running,
        left: &mut Vec<u32>,
        deadline: Instant,
        found: &mut Vec<FoundCode>,
        go_on: &mut impl FnMut() -> bool,
    ) -> Result<(), ReadError> {
        let limits = self.limits();
        let mut begun = None;
        let mut late = Instant::now() + limits.open;
        loop {
            match child.hear(late.min(deadline), &mut *go_on) {
                Ok(Heard::Answer(Answer::Begin { page, .. }))
                    if begun.is_none() && left.first() == Some(&(page + 1)) =>
                {
                    begun = Some(left.remove(0));
                    late = Instant::now() + limits.page;
                }
                Ok(Heard::Answer(Answer::Codes(texts))) => {
                    let page = begun.take().ok_or_else(out_of_turn)?;
                    let bounded = texts.into_iter().filter(|text| text.len() <= codes::LONGEST).take(codes::MOST);
                    found.extend(bounded.map(|text| FoundCode { page, text }));
                }
                Ok(Heard::Answer(Answer::Failed { .. })) if begun.is_some() => begun = None,
                Ok(Heard::Answer(Answer::Done)) => {
                    left.clear();
                    return Ok(());
                }
                Ok(Heard::Answer(Answer::Refused(refusal))) => return Err(refused(&refusal)),
                Ok(_) => return Err(out_of_turn()),
                Err(Silence::Stopped) => return Err(ReadError::Cancelled),
                Err(_) if Instant::now() >= deadline => {
                    tracing::warn!(pages = left.len(), "the search for codes took too long");
                    left.clear();
                    return Ok(());
                }
                // The page that was begun has been taken off; a child that died before any leaves nothing to go on with.
                Err(_) => {
                    if begun.is_none() {
                        left.clear();
                    }
                    return Ok(());
                }
            }
        }
    }
}
