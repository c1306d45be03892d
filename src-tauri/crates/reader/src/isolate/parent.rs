//! One child seen from the parent: started, fed, listened to, and killed when it is late.

use std::io::{self, BufReader, Read, Write};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, SyncSender, sync_channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use tempfile::TempDir;

use super::protocol::{Answer, CHILD_ARGUMENT, Job};
use crate::error::ReadError;

/// How much of the child's error output is kept, to tell running out of memory from a crash.
const MAX_ERROR_OUTPUT: u64 = 4 << 10;
/// What Rust's runtime says when an allocation fails, before it aborts.
const OUT_OF_MEMORY: &str = "memory allocation of";
/// How often a waiting parent looks whether it is to stop.
const LOOK: Duration = Duration::from_millis(50);
/// Answers that wait for the parent; a child that is faster waits.
const QUEUE: usize = 16;

/// A running child. Dropping it kills it.
pub(super) struct Running {
    child: Child,
    answers: Receiver<io::Result<Heard>>,
    errors: Option<JoinHandle<String>>,
    _directory: TempDir,
}

/// What was heard from the child.
pub(super) enum Heard {
    /// An answer without bytes.
    Answer(Answer),
    /// A drawn page.
    Picture { width: u32, height: u32, png: Vec<u8> },
    /// A file with documents appended.
    Appended(Vec<u8>),
}

/// Why nothing was heard.
pub(super) enum Silence {
    /// Time is up.
    Late,
    /// The caller wants to stop.
    Stopped,
    /// The child ended, or said something that makes no sense.
    Ended(ReadError),
}

impl Running {
    /// Starts a child on a job. `bytes` are the file.
    pub(super) fn start(program: &Path, job: &Job, bytes: &Arc<[u8]>) -> Result<Self, ReadError> {
        Self::try_start(program, job, bytes)
            .map_err(|error| ReadError::Crashed(format!("the reading process could not be started: {error}")))
    }

    fn try_start(program: &Path, job: &Job, bytes: &Arc<[u8]>) -> io::Result<Self> {
        let directory = tempfile::tempdir()?;
        let mut command = Command::new(program);
        command.arg(CHILD_ARGUMENT).current_dir(directory.path()).env_clear();
        for name in KEPT {
            if let Some(value) = std::env::var_os(name) {
                command.env(name, value);
            }
        }
        if cfg!(target_os = "linux") {
            command.env("GLIBC_TUNABLES", KEEP_MEMORY);
        }
        without_window(&mut command);
        let mut child = command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped()).spawn()?;
        let (stdin, stdout, stderr) = (child.stdin.take(), child.stdout.take(), child.stderr.take());
        let mut running = Self { child, answers: sync_channel(0).1, errors: None, _directory: directory };
        let (Some(mut stdin), Some(stdout), Some(mut stderr)) = (stdin, stdout, stderr) else {
            return Err(io::Error::other("a pipe is missing"));
        };
        let mut line = serde_json::to_vec(job)?;
        line.push(b'\n');
        let bytes = Arc::clone(bytes);
        // A child that dies while it is fed closes the pipe; what it has to say is heard on the other one.
        thread("reader-feed", move || drop(stdin.write_all(&line).and_then(|()| stdin.write_all(&bytes))))?;
        let (sender, answers) = sync_channel(QUEUE);
        let most = job.limits.output_bytes;
        thread("reader-listen", move || listen(stdout, most, &sender))?;
        running.answers = answers;
        running.errors = Some(thread("reader-errors", move || {
            let mut text = Vec::new();
            let kept = stderr.by_ref().take(MAX_ERROR_OUTPUT).read_to_end(&mut text);
            let drained = io::copy(&mut stderr, &mut io::sink());
            drop((kept, drained));
            String::from_utf8_lossy(&text).into_owned()
        })?);
        Ok(running)
    }

    /// Waits for the next answer until `deadline`, as long as `go_on` says so.
    pub(super) fn hear(&mut self, deadline: Instant, mut go_on: impl FnMut() -> bool) -> Result<Heard, Silence> {
        loop {
            if !go_on() {
                return Err(Silence::Stopped);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            match self.answers.recv_timeout(left.min(LOOK)) {
                Ok(Ok(heard)) => return Ok(heard),
                Ok(Err(error)) => return Err(Silence::Ended(self.cause(&error.to_string()))),
                Err(RecvTimeoutError::Disconnected) => return Err(Silence::Ended(self.cause("no answer"))),
                Err(RecvTimeoutError::Timeout) if left.is_zero() => return Err(Silence::Late),
                Err(RecvTimeoutError::Timeout) => {}
            }
        }
    }

    /// Makes sure that the child is gone and tells why it went.
    fn cause(&mut self, otherwise: &str) -> ReadError {
        // A child that closed its output ends by itself; one that talks nonsense does not.
        drop(self.child.kill());
        let status = self.child.wait();
        let said = self.errors.take().and_then(|thread| thread.join().ok()).unwrap_or_default();
        if said.contains(OUT_OF_MEMORY) {
            return ReadError::OutOfMemory;
        }
        match status {
            Ok(status) if !status.success() => ReadError::Crashed(status.to_string()),
            _ => ReadError::Crashed(otherwise.to_owned()),
        }
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // Both fail only if the child is gone already.
        drop(self.child.kill());
        drop(self.child.wait());
    }
}

/// The environment that a program may need to start at all: the system folder on Windows, and on Linux the folders of
/// the libraries that a bundle brings along.
const KEPT: &[&str] = if cfg!(windows) { &["SystemRoot"] } else { &["LD_LIBRARY_PATH"] };

/// Tells the C library not to give memory back between pages: a child that takes it again for each page spends a tenth of
/// its time on that. How much it may have in all is limited elsewhere.
const KEEP_MEMORY: &str =
    "glibc.malloc.trim_threshold=268435456:glibc.malloc.mmap_threshold=33554432:glibc.malloc.top_pad=1048576";

/// Keeps Windows from opening a console for the child of a program that has none.
#[cfg(windows)]
fn without_window(command: &mut Command) {
    use std::os::windows::process::CommandExt;
    const CREATE_NO_WINDOW: u32 = 0x0800_0000;
    command.creation_flags(CREATE_NO_WINDOW);
}

#[cfg(not(windows))]
fn without_window(_: &mut Command) {}

fn thread<T: Send + 'static>(name: &str, work: impl FnOnce() -> T + Send + 'static) -> io::Result<JoinHandle<T>> {
    std::thread::Builder::new().name(name.to_owned()).spawn(work)
}

/// Passes on what the child says, up to `most` bytes in all.
fn listen(stdout: impl Read, most: u64, sender: &SyncSender<io::Result<Heard>>) {
    let mut output = BufReader::new(stdout.take(most));
    loop {
        let heard = match next(&mut output) {
            Ok(Some(heard)) => Ok(heard),
            Ok(None) => return,
            Err(error) => Err(error),
        };
        let ended = heard.is_err();
        if sender.send(heard).is_err() || ended {
            return;
        }
    }
}

fn next(output: &mut impl Read) -> io::Result<Option<Heard>> {
    match Answer::read(output)? {
        Some(Answer::Picture { width, height, bytes }) => {
            Ok(Some(Heard::Picture { width, height, png: following(output, bytes)? }))
        }
        Some(Answer::Appended { bytes }) => Ok(Some(Heard::Appended(following(output, bytes)?))),
        answer => Ok(answer.map(Heard::Answer)),
    }
}

/// Reads the bytes that follow an answer.
fn following(output: &mut impl Read, length: u64) -> io::Result<Vec<u8>> {
    let mut bytes = Vec::new();
    if output.take(length).read_to_end(&mut bytes)? as u64 != length {
        return Err(io::ErrorKind::UnexpectedEof.into());
    }
    Ok(bytes)
}
