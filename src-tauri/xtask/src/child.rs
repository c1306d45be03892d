//! Runs other programs: shows what they print, says every minute that they are still at it, counts the tests they report.

use crate::{
    aside::Counted,
    root::root,
    say::say,
    stop::Stop,
    tally::{self, Tally},
};
use std::{
    ffi::OsStr,
    io::{BufRead, BufReader, Read},
    path::Path,
    process::{Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

/// After this long without a line we say that the program is still running.
pub(crate) const SILENCE: Duration = Duration::from_secs(50);

/// How often we look whether it ended.
const LOOK: Duration = Duration::from_millis(500);

/// How long after its end we wait for lines that are still on their way.
const GRACE: Duration = Duration::from_secs(2);

/// A program to run in the repository's root, with what to call it when it fails.
pub(crate) struct Child {
    name: String,
    command: Command,
    limit: Option<Duration>,
}

impl Child {
    pub(crate) fn new(program: impl AsRef<OsStr>) -> Self {
        let mut command = Command::new(&program);
        command.current_dir(root()).stdin(Stdio::null());
        Self { name: program.as_ref().to_string_lossy().into_owned(), command, limit: None }
    }

    /// The cargo that runs us.
    pub(crate) fn cargo() -> Self {
        let mut child = Self::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        "cargo".clone_into(&mut child.name);
        child
    }

    /// npm, which is a batch file on Windows.
    pub(crate) fn npm() -> Self {
        Self::new(if cfg!(windows) { "npm.cmd" } else { "npm" })
    }

    pub(crate) fn args<A: AsRef<OsStr>>(mut self, arguments: impl IntoIterator<Item = A>) -> Self {
        for argument in arguments {
            self.name.push(' ');
            self.name.push_str(&argument.as_ref().to_string_lossy());
            self.command.arg(argument);
        }
        self
    }

    pub(crate) fn within(mut self, folder: impl AsRef<Path>) -> Self {
        self.command.current_dir(folder);
        self
    }

    pub(crate) fn env(mut self, name: &str, value: impl AsRef<OsStr>) -> Self {
        self.command.env(name, value);
        self
    }

    /// Ends it where it takes longer than this.
    pub(crate) const fn at_most(mut self, minutes: u64) -> Self {
        self.limit = Some(Duration::from_secs(60 * minutes));
        self
    }

    /// Runs it to its end and shows what it prints.
    pub(crate) fn run(self) -> Result<(), Stop> {
        self.count().map(drop).map_err(|(stop, _)| stop)
    }

    /// The same, and counts the tests it reports, also where it fails.
    pub(crate) fn count(self) -> Counted {
        self.count_into(&mut say, Some(SILENCE))
    }

    /// The same with its lines handed to somebody, who is told that it is still at it after so long without one.
    pub(crate) fn count_into(mut self, show: &mut dyn FnMut(&str), silence: Option<Duration>) -> Counted {
        let since = Instant::now();
        self.command.stdout(Stdio::piped()).stderr(Stdio::piped());
        let mut child = self.command.spawn().map_err(|error| (self.cannot_start(&error), Tally::default()))?;
        let (stdout, stderr) = (child.stdout.take().expect("piped"), child.stderr.take().expect("piped"));
        let (sender, lines) = mpsc::channel();
        let other = sender.clone();
        thread::spawn(move || forward(stdout, &sender));
        thread::spawn(move || forward(stderr, &other));

        let mut tally = Tally::default();
        let (mut heard, mut ended) = (Instant::now(), None);
        loop {
            match lines.recv_timeout(LOOK) {
                Ok(line) => {
                    heard = Instant::now();
                    show(&line);
                    tally.add(tally::of_line(&line).unwrap_or_default());
                }
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => break,
            }
            // What it started may live on and hold the pipes; we do not wait for that.
            match ended {
                None if matches!(child.try_wait(), Ok(Some(_))) => ended = Some(Instant::now()),
                Some(ended) if ended.elapsed() > GRACE && heard.elapsed() > GRACE => break,
                _ => {}
            }
            if self.limit.is_some_and(|limit| since.elapsed() > limit) {
                // If it is gone already, so much the better.
                drop(child.kill());
                drop(child.wait());
                return Err((
                    Stop::because(format!("{} took longer than {}", self.name, time(since.elapsed()))),
                    tally,
                ));
            }
            if silence.is_some_and(|silence| heard.elapsed() > silence) {
                heard = Instant::now();
                show(&format!("… still running {} ({})", self.name, time(since.elapsed())));
            }
        }
        match child.wait() {
            Ok(status) if status.success() => Ok(tally),
            Ok(status) => Err((Stop::because(format!("{} ended with {status}", self.name)), tally)),
            Err(error) => Err((self.cannot_start(&error), tally)),
        }
    }

    /// Runs it with our terminal until it ends by itself.
    pub(crate) fn hand_over(mut self) -> Result<(), Stop> {
        match self.command.stdin(Stdio::inherit()).status() {
            Ok(status) if status.success() => Ok(()),
            Ok(status) => Err(Stop::because(format!("{} ended with {status}", self.name))),
            Err(error) => Err(self.cannot_start(&error)),
        }
    }

    /// Runs it silently and gives what it printed.
    pub(crate) fn output(mut self) -> Result<String, Stop> {
        let output = self.command.stderr(Stdio::inherit()).output().map_err(|error| self.cannot_start(&error))?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(Stop::because(format!("{} ended with {}", self.name, output.status)))
        }
    }

    fn cannot_start(&self, error: &std::io::Error) -> Stop {
        Stop::because(format!("{} cannot be started: {error}", self.name))
    }
}

/// Sends a pipe's lines on, until it is closed or nobody listens any more.
fn forward(pipe: impl Read, lines: &mpsc::Sender<String>) {
    for line in BufReader::new(pipe).split(b'\n').map_while(Result::ok) {
        let line = String::from_utf8_lossy(&line);
        if lines.send(line.trim_end_matches('\r').to_owned()).is_err() {
            return;
        }
    }
}

/// How long something took, for people.
pub(crate) fn time(took: Duration) -> String {
    let seconds = took.as_secs();
    if seconds < 60 { format!("{seconds} s") } else { format!("{} min {} s", seconds / 60, seconds % 60) }
}

/// Whether a program of this name can be found.
pub(crate) fn is_there(program: &str) -> bool {
    let name = format!("{program}{}", std::env::consts::EXE_SUFFIX);
    std::env::var_os("PATH").is_some_and(|path| std::env::split_paths(&path).any(|folder| folder.join(&name).is_file()))
}
