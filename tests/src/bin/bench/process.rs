//! Other programs: how long they take from start to end, and how much memory at most.

use crate::{Outcome, timing::timed};
use std::{
    ffi::OsStr,
    fs,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    thread,
    time::Duration,
};

/// How often a running program is looked at for its memory.
const LOOK: Duration = Duration::from_millis(1);

/// A program that is given a file among its arguments and prints something.
#[derive(Debug)]
pub(crate) struct Program {
    pub(crate) path: PathBuf,
    pub(crate) before: &'static [&'static str],
    pub(crate) after: &'static [&'static str],
}

/// The most memory in bytes that a program and the programs it started had resident; `None` where nothing can be learned.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Peak {
    pub(crate) own: Option<u64>,
    pub(crate) child: Option<u64>,
}

impl Program {
    fn command(&self, file: &Path) -> Command {
        let mut command = Command::new(&self.path);
        command.args(self.before).arg(file).args(self.after);
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command
    }

    /// Runs it on a file, whatever it thinks of the file.
    pub(crate) fn time(&self, file: &Path) -> Outcome<Duration> {
        timed(|| Ok(self.command(file).status()?))
    }

    /// Says whether it is content with a file.
    pub(crate) fn reads(&self, file: &Path) -> Outcome<bool> {
        Ok(self.command(file).status()?.success())
    }

    /// Runs it on a file and watches its memory. The system keeps the peak itself, so only what is allocated within the
    /// last look before the end is missed. Learns something on Linux alone.
    pub(crate) fn peak(&self, file: &Path) -> Outcome<Peak> {
        let mut running = self.command(file).spawn()?;
        let mut peak = Peak::default();
        while running.try_wait()?.is_none() {
            let folder = PathBuf::from(format!("/proc/{}", running.id()));
            peak.own = peak.own.max(resident(&folder));
            peak.child = peak.child.max(children(&folder).iter().filter_map(|child| resident(child)).max());
            thread::sleep(LOOK);
        }
        Ok(peak)
    }
}

/// The peak that the system keeps of a process.
fn resident(process: &Path) -> Option<u64> {
    let status = fs::read_to_string(process.join("status")).ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmHWM:"))?;
    line.split_whitespace().next()?.parse::<u64>().ok().map(|kib| kib * 1024)
}

/// The processes that the threads of a process started.
fn children(process: &Path) -> Vec<PathBuf> {
    let Ok(threads) = fs::read_dir(process.join("task")) else { return Vec::new() };
    let lists = threads.flatten().filter_map(|thread| fs::read_to_string(thread.path().join("children")).ok());
    lists.flat_map(|list| list.split_whitespace().map(|id| Path::new("/proc").join(id)).collect::<Vec<_>>()).collect()
}

/// Finds a program of ours that stands beside this one.
pub(crate) fn beside_us(name: &str) -> Option<PathBuf> {
    let us = std::env::current_exe().ok()?;
    let path = us.with_file_name(format!("{name}{}", std::env::consts::EXE_SUFFIX));
    path.is_file().then_some(path)
}

/// Says whether a program can be started at all.
pub(crate) fn is_there(program: impl AsRef<OsStr>) -> bool {
    Command::new(program).arg("-v").stdout(Stdio::null()).stderr(Stdio::null()).status().is_ok()
}
