//! The `tesseract` program, where it is installed.
//!
//! The picture goes in through a pipe and the words come back through one: no page is ever written to a disk. The
//! program works in an empty folder of its own that is removed afterwards, with hardly any environment, on one
//! processor, and is killed when it is late or says more than a page can hold.

use std::ffi::OsString;
use std::io::{self, Read, Write};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::time::{Duration, Instant};

use super::places::{Place, Places};
use super::{Canvas, PageWords, tsv};

/// Most pages that are recognised side by side: each takes a processor and some two hundred megabytes.
const MOST_AT_ONCE: usize = 2;

/// Longest time for one page: twenty times what a dense page takes.
const PAGE: Duration = Duration::from_mins(2);
/// Most bytes that the program may print for one page: a thousand times what a dense page takes.
const MOST_OUTPUT: u64 = 32 << 20;
/// How often the program is asked whether it is done.
const STEP: Duration = Duration::from_millis(15);
/// What the program needs of the environment: where its data is, and on Windows where the system is.
const KEPT: [&str; 4] = ["PATH", "TESSDATA_PREFIX", "SystemRoot", "LD_LIBRARY_PATH"];

/// The program. Clones share how many pages are recognised at once.
#[derive(Debug, Clone)]
pub struct Tesseract {
    program: PathBuf,
    page: Duration,
    at_once: usize,
    places: Arc<Places>,
}

/// Why a page was not recognised.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TesseractError {
    /// The program could not be started or spoken to.
    #[error("tesseract cannot be run: {0}")]
    NotRun(String),
    /// It ended with an error, of which this is the first line.
    #[error("tesseract failed: {0}")]
    Failed(String),
    /// It took too long.
    #[error("tesseract took too long")]
    TimedOut,
    /// It printed more than a page can hold.
    #[error("tesseract printed more than a page can hold")]
    TooMuch,
    /// The caller stopped it.
    #[error("stopped")]
    Cancelled,
}

impl Tesseract {
    /// Finds the program on the path; `None` where it is not installed.
    pub fn find() -> Option<Self> {
        let name = if cfg!(windows) { "tesseract.exe" } else { "tesseract" };
        let path = std::env::var_os("PATH")?;
        let program = std::env::split_paths(&path)
            // A program in the current folder is somebody's, not the system's.
            .filter(|folder| folder.is_absolute())
            .map(|folder| folder.join(name))
            .find(|program| is_program(program))?;
        Some(Self::at(program))
    }

    /// Uses the program at a path.
    pub fn at(program: PathBuf) -> Self {
        let at_once = std::thread::available_parallelism().map_or(1, usize::from).min(MOST_AT_ONCE);
        Self { program, page: PAGE, at_once, places: Arc::new(Places::new(at_once)) }
    }

    /// How many pages are recognised at once, over all files that share this engine.
    pub(super) const fn at_once(&self) -> usize {
        self.at_once
    }

    /// Waits until another page may be begun; `None` where `stop` says to give up.
    pub(super) fn place(&self, stop: impl Fn() -> bool) -> Option<Place<'_>> {
        self.places.take(stop)
    }

    /// Gives up on a page after another time than the usual one.
    #[must_use]
    pub fn with_page_time(self, page: Duration) -> Self {
        Self { page, ..self }
    }

    /// Finds the words on a picture (PNG) of a page. `stop` is asked often whether to give up.
    pub fn words(
        &self,
        png: &[u8],
        page: u32,
        canvas: &Canvas,
        stop: impl Fn() -> bool,
    ) -> Result<PageWords, TesseractError> {
        let not_run = |error: io::Error| TesseractError::NotRun(error.to_string());
        let folder = tempfile::Builder::new().prefix("countersign-ocr-").tempdir().map_err(not_run)?;
        let mut child = Ended(self.command(folder.path()).spawn().map_err(not_run)?);
        let said = std::thread::scope(|threads| {
            let (stdin, stdout, stderr) = (child.0.stdin.take(), child.0.stdout.take(), child.0.stderr.take());
            // The program may end before it has read everything; what matters is what it says.
            threads.spawn(move || stdin.map(|mut stdin| stdin.write_all(png)));
            let stdout = threads.spawn(move || most(stdout, MOST_OUTPUT + 1));
            let stderr = threads.spawn(move || most(stderr, 4096));
            let ended = self.wait(&mut child.0, &stop, || stdout.is_finished());
            // Kills it where it still runs, so that the threads come to their end.
            child.end();
            let (stdout, stderr) = (stdout.join().unwrap_or_default(), stderr.join().unwrap_or_default());
            ended.map(|success| (success, stdout, stderr))
        });
        let (success, stdout, stderr) = said?;
        if stdout.len() as u64 > MOST_OUTPUT {
            return Err(TesseractError::TooMuch);
        }
        if !success {
            let text = String::from_utf8_lossy(&stderr);
            let line = text.lines().map(str::trim).find(|line| !line.is_empty()).unwrap_or("no reason given");
            let shown = line.chars().filter(|c| !c.is_control()).take(200).collect();
            return Err(TesseractError::Failed(shown));
        }
        Ok(tsv::words(&String::from_utf8_lossy(&stdout), page, canvas))
    }

    /// The whole page is looked at for blocks of text (`--psm 3`): it finds as many words as taking the page for one
    /// block (6), and makes far fewer words out of logos, stamps and signatures. In which order it reads blocks does
    /// not matter, since the order is worked out from the places.
    fn command(&self, folder: &Path) -> Command {
        let mut command = Command::new(&self.program);
        command
            .args(["stdin", "stdout", "--psm", "3", "-l", "eng", "tsv"])
            .env_clear()
            .envs(KEPT.iter().filter_map(|name| Some((OsString::from(name), std::env::var_os(name)?))))
            // Several pages are recognised side by side; a page on several processors takes five times as long.
            .env("OMP_THREAD_LIMIT", "1")
            .env("LC_ALL", "C")
            .current_dir(folder)
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .stderr(Stdio::piped());
        command
    }

    /// Waits until the program ends; tells whether it did so well.
    fn wait(
        &self,
        child: &mut Child,
        stop: impl Fn() -> bool,
        silent: impl Fn() -> bool,
    ) -> Result<bool, TesseractError> {
        let deadline = Instant::now() + self.page;
        let mut silent_since: Option<Instant> = None;
        loop {
            if let Some(status) = child.try_wait().map_err(|error| TesseractError::NotRun(error.to_string()))? {
                return Ok(status.success());
            }
            if stop() {
                return Err(TesseractError::Cancelled);
            }
            let now = Instant::now();
            if now >= deadline {
                return Err(TesseractError::TimedOut);
            }
            // It is read no further: it has said too much, or has closed its output and should be gone.
            if silent() && now.duration_since(*silent_since.get_or_insert(now)) > Duration::from_secs(2) {
                return Ok(true);
            }
            std::thread::sleep(STEP);
        }
    }
}

/// A child that does not outlive its owner.
struct Ended(Child);

impl Ended {
    fn end(&mut self) {
        // Already gone is as good.
        let _gone = self.0.kill();
        let _gone = self.0.wait();
    }
}

impl Drop for Ended {
    fn drop(&mut self) {
        self.end();
    }
}

fn most(from: Option<impl Read>, most: u64) -> Vec<u8> {
    let mut bytes = Vec::new();
    if let Some(from) = from {
        // What was read before an error is kept: an incomplete answer of a failed program is not used anyway.
        let _partial = from.take(most).read_to_end(&mut bytes);
    }
    bytes
}

#[cfg(unix)]
fn is_program(path: &Path) -> bool {
    use std::os::unix::fs::PermissionsExt as _;
    path.metadata().is_ok_and(|data| data.is_file() && data.permissions().mode() & 0o111 != 0)
}

#[cfg(not(unix))]
fn is_program(path: &Path) -> bool {
    path.is_file()
}

#[cfg(all(test, unix))]
mod tests {
    use std::os::unix::fs::PermissionsExt as _;

    use super::*;

    const CANVAS: Canvas = Canvas { pixels_wide: 612, pixels_high: 792, width: 612.0, height: 792.0 };

    /// A program that behaves as the script says.
    fn program(script: &str) -> (tempfile::TempDir, Tesseract) {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("tesseract");
        std::fs::write(&path, format!("#!/bin/sh\n{script}\n")).expect("writes");
        std::fs::set_permissions(&path, std::fs::Permissions::from_mode(0o755)).expect("permits");
        (folder, Tesseract::at(path).with_page_time(Duration::from_secs(20)))
    }

    fn run(script: &str) -> Result<PageWords, TesseractError> {
        let (_folder, tesseract) = program(script);
        tesseract.words(&vec![7; 300_000], 2, &CANVAS, || false)
    }

    #[test]
    fn the_picture_goes_in_and_the_words_come_back() {
        let found = run(
            r#"n=$(wc -c); printf '5\t1\t1\t1\t1\t1\t72\t90\t30\t10\t96\t%s-%s-%s\n' $n $OMP_THREAD_LIMIT "$(ls | wc -l | tr -d ' ')""#,
        );
        let found = found.expect("works");
        assert_eq!(found.page, 2);
        assert_eq!(found.words[0].text, "300000-1-0", "all of the picture, one thread, an empty folder");
    }

    #[test]
    fn a_program_that_does_not_read_its_input_is_heard() {
        let found = run(r"exec 0<&-; printf '5\t1\t1\t1\t1\t1\t72\t90\t30\t10\t96\tHeron\n'").expect("works");
        assert_eq!(found.words.len(), 1, "it said something");
    }

    #[test]
    fn a_failure_is_told_in_its_first_line() {
        let failed = run(r"cat >/dev/null; printf '\n\033[1mno data for eng\nmore' >&2; exit 1");
        assert_eq!(failed, Err(TesseractError::Failed("[1mno data for eng".to_owned())), "without control characters");
    }

    #[test]
    fn a_program_that_never_ends_is_ended() {
        let (_folder, tesseract) = program("exec sleep 60");
        let begun = Instant::now();
        let late = tesseract.clone().with_page_time(Duration::from_millis(200)).words(b"", 1, &CANVAS, || false);
        assert_eq!(late, Err(TesseractError::TimedOut));
        let stopped = tesseract.words(b"", 1, &CANVAS, || begun.elapsed() > Duration::from_millis(500));
        assert_eq!(stopped, Err(TesseractError::Cancelled));
        assert!(begun.elapsed() < Duration::from_secs(20), "neither waited for the minute to pass");
    }

    #[test]
    fn endless_output_is_cut_off() {
        assert_eq!(run("exec yes"), Err(TesseractError::TooMuch), "no more is kept than a page can hold");
    }

    #[test]
    fn a_program_that_is_not_there_cannot_be_run() {
        let gone = Tesseract::at(PathBuf::from("/nonexistent/tesseract")).words(b"", 1, &CANVAS, || false);
        assert!(matches!(gone, Err(TesseractError::NotRun(_))), "{gone:?}");
    }
}
