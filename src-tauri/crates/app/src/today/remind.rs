//! The word outside the window, once a day and workspace. That it was shown, and what is wanted, belongs to the computer and
//! not to the workspace: it is remembered beside the list of recent ones.

use crate::{App, fail, session::Memory};
use countersign_contract::{Failure, wire as w};
use countersign_domain::notice::{DueToday, NoticeWish};

/// What stands over it.
const TITLE: &str = "Countersign";

impl App {
    /// Shows what is due today outside the window, if that is wanted and was not done today; says whether it was. The host asks
    /// from time to time while it runs; each time the calendar file that is kept is brought up to date.
    pub fn remind(&self) -> Result<bool, Failure> {
        if let Err(failure) = self.refresh_calendar() {
            tracing::warn!("the calendar file was not brought up to date: {}", failure.code());
        }
        let (Some(file), Ok(opened)) = (self.config.memory.as_deref(), self.opened()) else { return Ok(false) };
        let _turn = self.turn();
        let (today, memory) = (self.clock.today(), Memory::load(Some(file)));
        if !memory.notices.is_due(memory.shown_on(opened.id), today) {
            return Ok(false);
        }
        let actor = opened.actor()?.id;
        let attention = self.attention(&opened)?;
        let off = |item: &_| attention.gathered.snoozes.iter().any(|snooze| snooze.hides(item, actor, today));
        let mine = attention.items.iter().filter(|item| item.is_for(actor) && !off(item));
        let due = DueToday::of(mine, today);
        if let Some(due) = &due {
            let name = attention.name_of(due.worst.vendor).filter(|_| memory.notices.names);
            if let Err(error) = self.host.notify(TITLE, &due.words(today, name)) {
                // Asked again on this day it would fail again.
                tracing::warn!("the system shows no notification: {error}");
            }
        }
        // Nothing due is the day's word too. Meanwhile something else may have been remembered.
        let mut memory = Memory::load(Some(file));
        memory.show(opened.id, today);
        memory.save(Some(file));
        Ok(due.is_some())
    }

    /// What is wanted of it on this computer.
    pub(crate) fn notice_view(&self) -> w::NoticeView {
        let NoticeWish { on, names } = Memory::load(self.config.memory.as_deref()).notices;
        w::NoticeView { on, names }
    }

    /// Changes what is wanted of it.
    pub(crate) fn save_notice(&self, input: &w::NoticeView) -> Result<w::NoticeView, Failure> {
        let file = self.config.memory.as_deref().ok_or_else(|| fail::not_found("settings of this computer"))?;
        let mut memory = Memory::load(Some(file));
        memory.notices = NoticeWish { on: input.on, names: input.names };
        memory.save(Some(file));
        Ok(self.notice_view())
    }
}
