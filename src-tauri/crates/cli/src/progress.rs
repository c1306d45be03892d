//! How far work is that takes longer than a second, on standard error: at a terminal one line that is written over, else
//! a line a page.

use countersign_app::{Headless, Host, Printed, Step};
use countersign_contract::{
    Event,
    wire::{JobState, JobView},
};
use countersign_reader::isolate::Progress;
use std::{
    io::{self, IsTerminal as _, Write as _},
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
    time::{Duration, Instant},
};

/// Work that is done sooner needs no word.
const PATIENCE: Duration = Duration::from_secs(1);
/// How often the line at a terminal is written over.
const OFTEN: Duration = Duration::from_millis(100);

/// Shows how far one file after the other is.
#[derive(Debug)]
pub(crate) struct Meter {
    terminal: bool,
    file: String,
    begun: Instant,
    shown: Option<(String, Instant)>,
}

impl Meter {
    pub(crate) fn new() -> Self {
        let terminal = io::stderr().is_terminal();
        Self { terminal, file: String::new(), begun: Instant::now(), shown: None }
    }

    /// Says how far a file is.
    pub(crate) fn tell(&mut self, file: &str, step: Step) {
        self.write(&mut io::stderr(), file, step, Instant::now());
    }

    /// Takes the line away, before something else is printed.
    pub(crate) fn clear(&mut self) {
        if self.terminal && self.shown.take().is_some() {
            // Nobody listens at standard error: nothing to be done about it.
            let _nobody = write!(io::stderr(), "\r\x1b[K");
        }
    }

    fn write(&mut self, to: &mut impl io::Write, file: &str, step: Step, now: Instant) {
        if self.file != file {
            file.clone_into(&mut self.file);
            (self.begun, self.shown) = (now, None);
        }
        let wait = if self.terminal { OFTEN } else { PATIENCE };
        let soon = self.shown.as_ref().is_some_and(|(_, at)| now.duration_since(*at) < wait);
        if now.duration_since(self.begun) < PATIENCE || soon {
            return;
        }
        let line = format!("{file}: {}", words(step));
        if self.shown.as_ref().is_some_and(|(shown, _)| *shown == line) {
            return;
        }
        let _nobody = if self.terminal { write!(to, "\r\x1b[K{line}") } else { writeln!(to, "{line}") };
        self.shown = Some((line, now));
    }
}

fn words(step: Step) -> String {
    match step {
        Step::Reading(Progress { total: 0, .. }) => "opening".to_owned(),
        Step::Reading(Progress { done, total }) => format!("pages read: {done} of {total}"),
        Step::Searching => "looking for the code of a packet".to_owned(),
        Step::Recognising(Progress { done, total }) => format!("pictures of text read: {done} of {total}"),
    }
}

/// A host without a window that shows how far the files are which the application receives.
#[derive(Debug)]
pub(crate) struct Shown(Mutex<Meter>);

impl Shown {
    pub(crate) fn new() -> Self {
        Self(Mutex::new(Meter::new()))
    }

    /// Takes the line away, before something else is printed.
    pub(crate) fn clear(&self) {
        self.0.lock().unwrap_or_else(PoisonError::into_inner).clear();
    }
}

impl Host for Shown {
    fn choose_new_workspace(&self, suggested_name: &str) -> Option<PathBuf> {
        Headless.choose_new_workspace(suggested_name)
    }
    fn choose_workspace(&self) -> Option<PathBuf> {
        Headless.choose_workspace()
    }
    fn choose_documents(&self) -> Vec<PathBuf> {
        Headless.choose_documents()
    }
    fn choose_table(&self) -> Option<PathBuf> {
        None
    }
    fn choose_picture(&self) -> Option<PathBuf> {
        None
    }

    fn choose_packets(&self) -> Vec<PathBuf> {
        Vec::new()
    }

    fn choose_save(&self, suggested_name: &str) -> Option<PathBuf> {
        Headless.choose_save(suggested_name)
    }
    fn open_file(&self, path: &Path) -> io::Result<()> {
        Headless.open_file(path)
    }
    fn print_file(&self, path: &Path, title: &str) -> io::Result<Printed> {
        Headless.print_file(path, title)
    }
    fn drag_file(&self, path: &Path) -> io::Result<()> {
        Headless.drag_file(path)
    }
    fn open_letter(&self, mailto: &str) -> io::Result<()> {
        Headless.open_letter(mailto)
    }
    fn notify(&self, title: &str, body: &str) -> io::Result<()> {
        Headless.notify(title, body)
    }
    fn emit(&self, event: Event) {
        let Event::Job { job: JobView { file_name, state, .. } } = event else { return };
        let step = match state {
            JobState::Reading { done, total } => Step::Reading(Progress { done, total }),
            JobState::Recognising { done, total } => Step::Recognising(Progress { done, total }),
            _ => return,
        };
        self.0.lock().unwrap_or_else(PoisonError::into_inner).tell(&file_name, step);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(terminal: bool, steps: &[(u64, &str, Step)]) -> String {
        let begun = Instant::now();
        let mut meter = Meter { terminal, file: String::new(), begun, shown: None };
        let mut out = Vec::new();
        for (after, file, step) in steps {
            meter.write(&mut out, file, *step, begun + Duration::from_millis(*after));
        }
        String::from_utf8(out).expect("it is text")
    }

    fn page(done: u32) -> Step {
        Step::Recognising(Progress { done, total: 9 })
    }

    #[test]
    fn quick_work_is_not_spoken_of() {
        let steps =
            [(0, "a.pdf", page(0)), (990, "a.pdf", page(8)), (1_100, "b.pdf", page(0)), (2_000, "b.pdf", page(9))];
        assert_eq!(said(false, &steps), "", "each file took less than a second");
    }

    #[test]
    fn without_a_terminal_a_page_is_a_line_and_none_is_said_twice() {
        let steps =
            [(0, page(0)), (1_100, page(1)), (1_200, page(2)), (2_200, page(2)), (3_300, page(2)), (4_000, page(3))];
        let steps = steps.map(|(after, step)| (after, "a.pdf", step));
        let expected = [1, 2, 3].map(|done| format!("a.pdf: pictures of text read: {done} of 9\n")).concat();
        assert_eq!(said(false, &steps), expected, "at most a line a second");
    }

    #[test]
    fn at_a_terminal_the_line_is_written_over() {
        let reading = Step::Reading(Progress { done: 40, total: 80 });
        let steps =
            [(0, "a.pdf", reading), (1_100, "a.pdf", reading), (1_150, "a.pdf", page(1)), (1_300, "a.pdf", page(2))];
        let expected = "\r\x1b[Ka.pdf: pages read: 40 of 80\r\x1b[Ka.pdf: pictures of text read: 2 of 9";
        assert_eq!(said(true, &steps), expected, "no line ends, and not every page is shown");
    }
}
