//! The dated items as a calendar file. Written to the same path each time, it is what a calendar program subscribes to.

use super::{
    Attention,
    ics::{self, Entry},
    watch::Gathered,
};
use crate::{App, documents::write_whole, fail, session::file_stem};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{PersonId, WorkspaceId, attention::AttentionItem};
use std::{io::Write as _, path::Path};

impl App {
    /// Saves the dated items as a calendar where the person says.
    pub(crate) fn save_calendar(&self, input: &w::SaveCalendar) -> Result<w::SavedFile, Failure> {
        let Some(path) = self.host.choose_save(&self.calendar_name()?) else { return Ok(w::SavedFile { name: None }) };
        self.calendar_write(input.mine, &path)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// Writes the dated items, or only those that who acts has to see to, to a path, whole or not at all. What is put off for
    /// who acts is left out. Gives the number of entries.
    pub fn calendar_write(&self, mine: bool, path: &Path) -> Result<u32, Failure> {
        let (text, entries) = self.calendar_text(mine)?;
        let opened = self.opened()?;
        write_whole(&opened, path, |file| file.write_all(text.as_bytes()).map_err(|_| Failure::Inaccessible))?;
        Ok(entries)
    }

    /// The calendar as it is written, and how many entries it has.
    pub(super) fn calendar_text(&self, mine: bool) -> Result<(String, u32), Failure> {
        let opened = self.opened()?;
        let organisation = opened.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        let attention = self.attention(&opened)?;
        let entries = entries(&attention, opened.actor()?.id, opened.id, mine);
        let text = ics::calendar(&format!("Vendors of {organisation}"), &entries, self.clock.now());
        Ok((text, entries.len() as u32))
    }

    /// The name that is proposed for a calendar file.
    pub(super) fn calendar_name(&self) -> Result<String, Failure> {
        let organisation = self.opened()?.store.read(|db| db.workspace()).map_err(fail::store)?.organisation;
        Ok(format!("Vendor dates {}.ics", file_stem(organisation.as_str())))
    }
}

fn entries(attention: &Attention, actor: PersonId, workspace: WorkspaceId, mine: bool) -> Vec<Entry> {
    let Gathered { snoozes, today, .. } = &attention.gathered;
    let off = |item: &AttentionItem| snoozes.iter().any(|snooze| snooze.hides(item, actor, *today));
    let items = attention.items.iter().filter(|item| (!mine || item.is_for(actor)) && !off(item));
    items
        .filter_map(|item| {
            let summary = match attention.name_of(item.vendor) {
                Some(vendor) => format!("{vendor}: {}", item.kind.title()),
                None => item.kind.title().to_owned(),
            };
            let what = item.what.iter().map(|what| format!("{what}\n"));
            let description = what.chain([format!("{}.", item.reason)]).collect();
            Some(Entry { uid: format!("{}@{workspace}.countersign", item.key), day: item.date?, summary, description })
        })
        .collect()
}
