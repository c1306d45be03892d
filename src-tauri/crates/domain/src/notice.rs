//! A word outside the window, once a day: how much is due today. By itself it says numbers only, because it stands where
//! anybody can read it.

use crate::attention::{AttentionItem, Group};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

/// What a person wants of it on this computer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct NoticeWish {
    /// Whether it is wanted.
    pub on: bool,
    /// Whether it may name vendors.
    pub names: bool,
}

impl Default for NoticeWish {
    /// Wanted, numbers only.
    fn default() -> Self {
        Self { on: true, names: false }
    }
}

impl NoticeWish {
    /// Whether one is to be shown today; `last` is the day of the last one. Not again on a day to which the clock was set back.
    pub fn is_due(self, last: Option<NaiveDate>, today: NaiveDate) -> bool {
        self.on && last.is_none_or(|last| last < today)
    }
}

/// What is due on a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DueToday<'a> {
    /// How many items have this day as their last.
    pub today: u32,
    /// How many are past their day.
    pub overdue: u32,
    /// The most pressing one.
    pub worst: &'a AttentionItem,
}

impl<'a> DueToday<'a> {
    /// Looks through items; `None` where nothing is due.
    pub fn of(items: impl IntoIterator<Item = &'a AttentionItem>, today: NaiveDate) -> Option<Self> {
        let (mut on_this_day, mut overdue) = (0, 0);
        let mut worst: Option<&AttentionItem> = None;
        for item in items {
            let late = Group::of(item.date, today) == Group::Overdue;
            if !late && item.date != Some(today) {
                continue;
            }
            let counter = if late { &mut overdue } else { &mut on_this_day };
            *counter += 1;
            if worst.is_none_or(|known| item.date < known.date) {
                worst = Some(item);
            }
        }
        worst.map(|worst| Self { today: on_this_day, overdue, worst })
    }

    /// Says it in a sentence or two; `name` is the vendor of the most pressing item, where it may be named.
    pub fn words(&self, today: NaiveDate, name: Option<&str>) -> String {
        let things = |count: u32| if count == 1 { "1 thing is".to_owned() } else { format!("{count} things are") };
        let counts = match (self.today, self.overdue) {
            (0, overdue) => format!("{} overdue", things(overdue)),
            (due, 0) => format!("{} due today", things(due)),
            (due, overdue) => format!("{} due today, {overdue} overdue", things(due)),
        };
        let late = self.worst.date.map_or(0, |date| (today - date).num_days());
        let late = match late {
            ..=0 => None,
            1 => Some("1 day late".to_owned()),
            days => Some(format!("{days} days late")),
        };
        match (name, late) {
            (Some(name), Some(late)) => format!("{counts}. {name}: {}, {late}.", self.worst.kind.title()),
            (Some(name), None) => format!("{counts}. {name}: {}.", self.worst.kind.title()),
            (None, Some(late)) => format!("{counts}, the longest {late}."),
            (None, None) => format!("{counts}."),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::attention::{AttentionKind, Remedy};

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn item(date: Option<&str>) -> AttentionItem {
        AttentionItem::new(AttentionKind::ReviewDue, 1, "So it is", Remedy::StartReview).on(date.map(day))
    }

    #[test]
    fn once_a_day_and_not_again_when_the_clock_goes_back() {
        let (wish, today) = (NoticeWish::default(), day("2026-03-17"));
        assert!(wish.is_due(None, today) && wish.is_due(Some(day("2026-03-16")), today));
        assert!(!wish.is_due(Some(today), today), "it was shown this morning");
        assert!(!wish.is_due(Some(day("2026-03-18")), today));
        assert!(!NoticeWish { on: false, names: true }.is_due(None, today), "it is switched off");
    }

    #[test]
    fn numbers_only_unless_names_are_allowed() {
        let today = day("2026-03-17");
        let items = [item(Some("2026-03-05")), item(Some("2026-03-17")), item(Some("2026-03-18")), item(None)];
        let due = DueToday::of(&items, today).expect("two are");
        assert_eq!((due.today, due.overdue), (1, 1), "what waits without a day is not due today");
        assert_eq!(due.words(today, None), "1 thing is due today, 1 overdue, the longest 12 days late.");
        assert_eq!(
            due.words(today, Some("Marrowstone Data")),
            "1 thing is due today, 1 overdue. Marrowstone Data: Review due, 12 days late."
        );
        let alone = [item(Some("2026-03-17"))];
        assert_eq!(
            DueToday::of(&alone, today).map(|due| due.words(today, None)),
            Some("1 thing is due today.".to_owned())
        );
        assert_eq!(DueToday::of(&items[2..], today), None, "tomorrow is soon enough");
    }
}
