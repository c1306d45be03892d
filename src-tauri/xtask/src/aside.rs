//! A program that runs beside others. What it prints is kept until somebody waits for it, so that lines do not mix.

use crate::{
    child::{Child, SILENCE, time},
    say::say,
    stop::Stop,
    tally::Tally,
};
use std::{
    sync::mpsc::{self, Receiver, RecvTimeoutError},
    thread::{self, JoinHandle},
    time::{Duration, Instant},
};

/// What a program counted, and until when it counted where it failed.
pub(crate) type Counted = Result<Tally, (Stop, Tally)>;

/// A program that runs beside others.
pub(crate) struct Aside {
    name: &'static str,
    since: Instant,
    lines: Receiver<String>,
    run: JoinHandle<(Duration, Counted)>,
}

impl Aside {
    /// Starts it; `name` says what one waits for.
    pub(crate) fn start(name: &'static str, child: Child) -> Self {
        let (sender, lines) = mpsc::channel();
        let since = Instant::now();
        let run = thread::spawn(move || {
            // Whoever no longer listens does not stop the program.
            let counted = child.count_into(&mut |line| drop(sender.send(line.to_owned())), None);
            (since.elapsed(), counted)
        });
        Self { name, since, lines, run }
    }

    /// Shows what it printed and prints, until it ends; gives how long it took and what it counted.
    pub(crate) fn wait(self) -> (Duration, Counted) {
        loop {
            match self.lines.recv_timeout(SILENCE) {
                Ok(line) => say(&line),
                Err(RecvTimeoutError::Timeout) => {
                    say(&format!("… still running {} ({})", self.name, time(self.since.elapsed())));
                }
                Err(RecvTimeoutError::Disconnected) => break,
            }
        }
        self.run.join().expect("counting does not panic")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runs_beside_is_counted_when_it_is_waited_for() {
        let cargo = || Child::cargo().args(["--version"]);
        let (one, other) = (Aside::start("one", cargo()), Aside::start("another", cargo().args(["--no-such-option"])));
        assert!(
            one.wait().1.is_ok_and(|tally| tally == Tally::default()),
            "a program that counts nothing and ends well"
        );
        assert!(other.wait().1.is_err(), "one that ends badly");
    }
}
