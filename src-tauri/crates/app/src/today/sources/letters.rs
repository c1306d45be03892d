//! Bridge letters: from when one is wanted, and when the one that is held ends (`practice.md` §4.2, §4.3).

use super::{Source, of_those_with_evidence};
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| of_those_with_evidence(watch, |vendor| of(vendor, watch.today));

fn of(vendor: &Watched<'_>, today: NaiveDate) -> Vec<AttentionItem> {
    let days = &vendor.days;
    // Once nothing suffices any more, a letter is no longer what is missing.
    if !days.suffices(today) {
        return Vec::new();
    }
    let ends = days.letter_ends.filter(|ends| *ends >= today).map(|ends| {
        let reason = "What the vendor says of the time after its report ends".to_owned();
        vendor.about(AttentionKind::LetterEnds, reason, Remedy::AskVendor).on(ends)
    });
    let runs_out = days.until.map(|until| until.day);
    let wanted = days.letter_wanted.zip(days.cover_end).filter(|(wanted, _)| runs_out.is_none_or(|day| *wanted < day));
    let wanted = wanted.map(|(wanted, end)| {
        let reason =
            format!("Nothing speaks of the time since {}; from then on a letter is asked for", words::date(end));
        vendor.about(AttentionKind::LetterWanted, reason, Remedy::AskVendor).on(wanted)
    });
    ends.into_iter().chain(wanted).collect()
}
