//! The reader: what the rest of the program calls.

use std::fs::File;
use std::io::Read;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::time::Instant;

use super::parent::{Heard, Running, Silence};
use super::protocol::{Answer, Job, Refusal, Task};
use crate::error::ReadError;
use crate::extraction::{Attachment, Extraction, Properties, looks_readable};
use crate::limits::Limits;
use crate::page::{Page, PageTrouble};
use crate::rows::{MOST_BYTES, RowFile, RowsError};

/// Most pages that a child reads at once. Documents are read side by side as well; more than this gains little.
const MOST_AT_ONCE: usize = 4;

/// Reads and draws PDFs in child processes. Cheap to clone and to share; holds no state between files.
#[derive(Debug, Clone, Default)]
pub struct Reader {
    program: Option<PathBuf>,
    pub(super) limits: Limits,
}

/// How far the reading of a file has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Progress {
    /// Pages that are read.
    pub done: u32,
    /// Pages of the file; 0 until it is open.
    pub total: u32,
}

/// A drawn page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Picture {
    /// The picture as PNG, opaque.
    pub png: Vec<u8>,
    /// Width in pixels.
    pub width: u32,
    /// Height in pixels.
    pub height: u32,
}

impl Reader {
    /// Makes a reader whose child is this very program, which must call [`super::run_if_child`].
    pub fn new() -> Self {
        Self::default()
    }

    /// Runs another program as the child. It must call [`super::run_if_child`], too.
    #[must_use]
    pub fn with_program(self, program: PathBuf) -> Self {
        Self { program: Some(program), ..self }
    }

    /// Sets other limits than the usual ones.
    #[must_use]
    pub fn with_limits(self, limits: Limits) -> Self {
        Self { limits, ..self }
    }

    /// Reads a file from disk. `progress` is called between pages and at least every tenth of a second; when it breaks,
    /// the reading ends with [`ReadError::Cancelled`].
    pub fn extract_file(
        &self,
        path: &Path,
        password: Option<&str>,
        progress: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Extraction, ReadError> {
        self.extract(self.load(path)?, password, progress)
    }

    /// Gives the bytes of a file on disk, if it is a file and not larger than the limit.
    pub fn load(&self, path: &Path) -> Result<Arc<[u8]>, ReadError> {
        let not_found = |error: std::io::Error| ReadError::NotFound(error.to_string());
        // Asked before it is opened: opening a pipe waits for whoever writes into it.
        let metadata = std::fs::metadata(path).map_err(not_found)?;
        if !metadata.is_file() {
            return Err(ReadError::NotFound("not a file".to_owned()));
        }
        self.check_size(metadata.len())?;
        let file = File::open(path).map_err(not_found)?;
        let mut bytes = Vec::new();
        // A file may grow while it is read.
        file.take(self.limits.bytes.saturating_add(1)).read_to_end(&mut bytes).map_err(not_found)?;
        self.check_size(bytes.len() as u64)?;
        Ok(bytes.into())
    }

    /// Reads the bytes of a file. `progress` as for [`Reader::extract_file`].
    ///
    /// A page that cannot be read is there with its trouble; only if no page at all can be read this is an error.
    pub fn extract(
        &self,
        bytes: impl Into<Arc<[u8]>>,
        password: Option<&str>,
        mut progress: impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<Extraction, ReadError> {
        let bytes = self.check(bytes.into())?;
        let mut reading = Reading { deadline: Instant::now() + self.limits.file, ..Reading::default() };
        let mut at_once = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_AT_ONCE) as u32;
        // The first start again after several pages at once blames no page.
        for _ in 0..=self.limits.restarts + 1 {
            let task = Task::Extract { first: reading.pages.len() as u32, at_once };
            let child = Running::start(&self.program()?, &self.job(task, password, &bytes), &bytes)?;
            match reading.follow(child, &self.limits, at_once > 1, &mut progress)? {
                ControlFlow::Break(()) => return reading.finish(),
                ControlFlow::Continue(()) => at_once = 1,
            }
        }
        Err(reading.trouble.unwrap_or_else(|| ReadError::Crashed("too many pages cannot be read".to_owned())))
    }

    /// Draws a page, counted from 1, on white. `scale` is pixels per point (1.0 is 72 dpi) and is lowered where a side
    /// would grow beyond the limit.
    pub fn draw(
        &self,
        bytes: impl Into<Arc<[u8]>>,
        password: Option<&str>,
        page: u32,
        scale: f32,
    ) -> Result<Picture, ReadError> {
        let bytes = self.check(bytes.into())?;
        let no_such_page = || ReadError::NotFound(format!("page {page}"));
        let task = Task::Draw { page: page.checked_sub(1).ok_or_else(no_such_page)?, scale };
        let mut child = Running::start(&self.program()?, &self.job(task, password, &bytes), &bytes)?;
        let deadline = Instant::now() + self.limits.open + self.limits.page;
        match child.hear(deadline, || true) {
            Ok(Heard::Picture { width, height, png }) => Ok(Picture { png, width, height }),
            Ok(Heard::Answer(Answer::Refused(Refusal::NoSuchPage))) => Err(no_such_page()),
            Ok(Heard::Answer(Answer::Refused(refusal))) => Err(refused(&refusal)),
            Ok(Heard::Answer(_) | Heard::Appended(_)) => Err(out_of_turn()),
            Err(Silence::Late) => Err(ReadError::TimedOut),
            Err(Silence::Stopped) => Err(ReadError::Cancelled),
            Err(Silence::Ended(error)) => Err(error),
        }
    }

    /// Gives the files inside a file, such as the data from which a packet was printed.
    pub fn attachments(&self, bytes: impl Into<Arc<[u8]>>) -> Result<Vec<Attachment>, ReadError> {
        let bytes = self.check(bytes.into())?;
        let mut child = Running::start(&self.program()?, &self.job(Task::Attachments, None, &bytes), &bytes)?;
        match child.hear(Instant::now() + self.limits.open, || true) {
            Ok(Heard::Answer(Answer::Attachments(found))) => Ok(found),
            Ok(Heard::Answer(Answer::Refused(refusal))) => Err(refused(&refusal)),
            Ok(_) => Err(out_of_turn()),
            Err(Silence::Late) => Err(ReadError::TimedOut),
            Err(Silence::Stopped) => Err(ReadError::Cancelled),
            Err(Silence::Ended(error)) => Err(error),
        }
    }

    /// Gives the rows of a table on disk: delimited text or a workbook.
    pub fn rows_of_file(&self, path: &Path) -> Result<RowFile, RowsError> {
        let bytes = self.for_rows().load(path)?;
        self.rows(bytes)
    }

    /// Gives the rows of a table.
    pub fn rows(&self, bytes: impl Into<Arc<[u8]>>) -> Result<RowFile, RowsError> {
        let reader = self.for_rows();
        let bytes = bytes.into();
        reader.check_size(bytes.len() as u64)?;
        let mut child = Running::start(&reader.program()?, &reader.job(Task::Rows, None, &bytes), &bytes)?;
        match child.hear(Instant::now() + reader.limits.open, || true) {
            Ok(Heard::Answer(Answer::Rows(rows))) => rows,
            Ok(_) => Err(out_of_turn().into()),
            Err(Silence::Late) => Err(ReadError::TimedOut.into()),
            Err(Silence::Stopped) => Err(ReadError::Cancelled.into()),
            Err(Silence::Ended(error)) => Err(error.into()),
        }
    }

    /// The same reader with the size that a table may have.
    fn for_rows(&self) -> Self {
        Self { limits: Limits { bytes: self.limits.bytes.min(MOST_BYTES), ..self.limits.clone() }, ..self.clone() }
    }

    pub(super) fn check(&self, bytes: Arc<[u8]>) -> Result<Arc<[u8]>, ReadError> {
        self.check_size(bytes.len() as u64)?;
        if looks_readable(&bytes) { Ok(bytes) } else { Err(ReadError::NotAPdf) }
    }

    fn check_size(&self, bytes: u64) -> Result<(), ReadError> {
        if bytes > self.limits.bytes {
            return Err(ReadError::TooLarge(format!("{bytes} bytes, {} are allowed", self.limits.bytes)));
        }
        Ok(())
    }

    pub(super) fn program(&self) -> Result<PathBuf, ReadError> {
        match &self.program {
            Some(program) => Ok(program.clone()),
            // Still this very program when its file was replaced by an update while it runs.
            None if cfg!(target_os = "linux") => Ok(PathBuf::from("/proc/self/exe")),
            None => std::env::current_exe().map_err(|error| ReadError::Crashed(error.to_string())),
        }
    }

    pub(super) fn limits(&self) -> &Limits {
        &self.limits
    }

    pub(super) fn job(&self, task: Task, password: Option<&str>, bytes: &[u8]) -> Job {
        Job { task, password: password.map(str::to_owned), bytes: bytes.len() as u64, limits: self.limits.clone() }
    }
}

/// The reading of one file over the children it takes.
struct Reading {
    deadline: Instant,
    pages: Vec<Page>,
    properties: Option<Properties>,
    total: u32,
    /// The first reason why a page could not be read.
    trouble: Option<ReadError>,
}

impl Default for Reading {
    fn default() -> Self {
        Self { deadline: Instant::now(), pages: Vec::new(), properties: None, total: 0, trouble: None }
    }
}

impl Reading {
    /// Follows one child. Breaks when the file is done; continues when a new child must go on: after a page that is now
    /// recorded as troubled, or, where several are read at once, with each page by itself to find the troubled one.
    fn follow(
        &mut self,
        mut child: Running,
        limits: &Limits,
        several: bool,
        progress: &mut impl FnMut(Progress) -> ControlFlow<()>,
    ) -> Result<ControlFlow<()>, ReadError> {
        let mut begun: Option<Page> = None;
        let mut late = Instant::now() + limits.open;
        loop {
            let state = Progress { done: self.pages.len() as u32, total: self.total };
            let heard = child.hear(late.min(self.deadline), || progress(state).is_continue());
            match heard {
                Ok(Heard::Answer(Answer::Opened { pages, properties })) if begun.is_none() => {
                    if pages > limits.pages {
                        return Err(refused(&Refusal::TooManyPages(pages)));
                    }
                    self.total = pages;
                    self.properties.get_or_insert(properties);
                    late = Instant::now() + limits.page;
                }
                Ok(Heard::Answer(Answer::Begin { page, width, height }))
                    if page as usize == self.pages.len() && page < self.total =>
                {
                    begun = Some(empty(page + 1, width, height));
                    late = Instant::now() + limits.page;
                }
                Ok(Heard::Answer(Answer::Page(page))) if begun.take().is_some_and(|b| b.number == page.number) => {
                    self.pages.push(page);
                }
                Ok(Heard::Answer(Answer::Failed { .. })) => {
                    let page = begun.take().ok_or_else(out_of_turn)?;
                    self.record(page, PageTrouble::Failed, ReadError::Crashed("a page could not be read".to_owned()));
                }
                Ok(Heard::Answer(Answer::Done)) if self.pages.len() == self.total as usize => {
                    return Ok(ControlFlow::Break(()));
                }
                Ok(Heard::Answer(Answer::Refused(refusal))) => return Err(refused(&refusal)),
                Ok(_) => return Err(out_of_turn()),
                Err(Silence::Stopped) => return Err(ReadError::Cancelled),
                Err(_) if several && self.properties.is_some() && Instant::now() < self.deadline => {
                    return Ok(ControlFlow::Continue(()));
                }
                Err(silence) => {
                    let (trouble, error) = match silence {
                        Silence::Ended(error) => (PageTrouble::Failed, error),
                        Silence::Late | Silence::Stopped => (PageTrouble::TimedOut, ReadError::TimedOut),
                    };
                    let page = begun.take().filter(|_| Instant::now() < self.deadline).ok_or_else(|| error.clone())?;
                    self.record(page, trouble, error);
                    let done = self.pages.len() == self.total as usize;
                    return Ok(if done { ControlFlow::Break(()) } else { ControlFlow::Continue(()) });
                }
            }
        }
    }

    fn record(&mut self, page: Page, trouble: PageTrouble, error: ReadError) {
        self.trouble.get_or_insert(error);
        self.pages.push(Page { trouble: Some(trouble), ..page });
    }

    fn finish(self) -> Result<Extraction, ReadError> {
        let lost = |page: &Page| matches!(page.trouble, Some(PageTrouble::Failed | PageTrouble::TimedOut));
        match self.trouble {
            Some(error) if self.pages.iter().all(lost) => Err(error),
            _ => Ok(Extraction { pages: self.pages, properties: self.properties.unwrap_or_default() }),
        }
    }
}

/// A page of which nothing is known but its size.
fn empty(number: u32, width: f32, height: f32) -> Page {
    Page {
        number,
        width,
        height,
        words: Vec::new(),
        rules: Vec::new(),
        picture_share: 0.0,
        unmapped_glyphs: 0,
        ocr: false,
        trouble: None,
    }
}

pub(super) fn refused(refusal: &Refusal) -> ReadError {
    match refusal {
        Refusal::Encrypted => ReadError::Encrypted,
        Refusal::Damaged | Refusal::NoSuchPage => ReadError::Damaged,
        Refusal::TooManyPages(pages) => ReadError::TooLarge(format!("{pages} pages")),
        Refusal::TooLarge => ReadError::TooLarge("it unpacks to more than is allowed".to_owned()),
        Refusal::NoPicture => ReadError::NotFound("a spreadsheet has no picture of its sheets".to_owned()),
    }
}

pub(super) fn out_of_turn() -> ReadError {
    ReadError::Crashed("the reading process spoke out of turn".to_owned())
}
