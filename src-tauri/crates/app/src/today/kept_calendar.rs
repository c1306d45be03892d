//! A calendar file that is kept up to date while the workspace is open: calendar programs subscribe to it. Which file it is
//! belongs to the computer, as the list of recent workspaces does.

use crate::{App, fail, session::KeptCalendar, session::Memory};
use countersign_contract::{Failure, wire as w};
use std::{fs, path::Path};

impl App {
    /// The file that is kept of the open workspace.
    pub(crate) fn kept_calendar(&self) -> Result<w::CalendarKept, Failure> {
        let workspace = self.opened()?.id;
        let memory = Memory::load(self.config.memory.as_deref());
        let kept = memory.calendar_of(workspace);
        Ok(w::CalendarKept {
            file: kept.and_then(|kept| Some(kept.path.file_name()?.to_string_lossy().into_owned())),
            mine: kept.is_some_and(|kept| kept.mine),
        })
    }

    /// Asks for a file, writes it and keeps it.
    pub(crate) fn keep_calendar(&self, input: &w::SaveCalendar) -> Result<w::CalendarKept, Failure> {
        let file = self.config.memory.as_deref().ok_or_else(|| fail::not_found("settings of this computer"))?;
        let Some(path) = self.host.choose_save(&self.calendar_name()?) else { return self.kept_calendar() };
        self.calendar_write(input.mine, &path)?;
        let workspace = self.opened()?.id;
        let mut memory = Memory::load(Some(file));
        memory.keep_calendar(workspace, Some(KeptCalendar { workspace, path, mine: input.mine }));
        memory.save(Some(file));
        self.kept_calendar()
    }

    /// Keeps none any more.
    pub(crate) fn keep_no_calendar(&self) -> Result<w::CalendarKept, Failure> {
        let workspace = self.opened()?.id;
        if let Some(file) = self.config.memory.as_deref() {
            let mut memory = Memory::load(Some(file));
            memory.keep_calendar(workspace, None);
            memory.save(Some(file));
        }
        self.kept_calendar()
    }

    /// Writes the kept file again where anything in it has changed; says whether it did. A drive that is not there now may be
    /// there the next time: it stays kept.
    pub(super) fn refresh_calendar(&self) -> Result<bool, Failure> {
        let workspace = self.opened()?.id;
        let memory = Memory::load(self.config.memory.as_deref());
        let Some(kept) = memory.calendar_of(workspace) else { return Ok(false) };
        let (text, _) = self.calendar_text(kept.mine)?;
        if says_the_same(&kept.path, &text) {
            return Ok(false);
        }
        self.calendar_write(kept.mine, &kept.path)?;
        Ok(true)
    }
}

/// Whether the file holds the same but for the moment of writing.
fn says_the_same(path: &Path, text: &str) -> bool {
    let told = |text: &str| -> Vec<String> {
        text.lines().filter(|line| !line.starts_with("DTSTAMP:")).map(str::to_owned).collect()
    };
    fs::read_to_string(path).is_ok_and(|written| told(&written) == told(text))
}
