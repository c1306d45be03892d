//! Bridge letters: from when one is wanted, and when the one that is held ends (`practice.md` §4.2, §4.3).

use super::{Source, of_those_with_evidence};
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::{snapshot::OfServices, watch::EvidenceDays, words};

pub(super) const SOURCE: Source = |watch| {
    of_those_with_evidence(watch, |vendor| {
        let services = vendor.by_service();
        services.flat_map(|(service, _, days)| of(vendor, service, days, watch.today)).collect::<Vec<_>>()
    })
};

fn of(vendor: &Watched<'_>, service: Option<&OfServices>, days: &EvidenceDays, today: NaiveDate) -> Vec<AttentionItem> {
    // Once nothing suffices any more, a letter is no longer what is missing.
    if !days.suffices(today) {
        return Vec::new();
    }
    let ends = days.letter_ends.filter(|ends| *ends >= today).map(|ends| {
        let reason = "What the vendor says of the time after its report ends";
        vendor.about_service(service, AttentionKind::LetterEnds, reason, Remedy::AskVendor).on(ends)
    });
    let runs_out = days.until.map(|until| until.day);
    let wanted = days.letter_wanted.zip(days.cover_end).filter(|(wanted, _)| runs_out.is_none_or(|day| *wanted < day));
    let wanted = wanted.map(|(wanted, end)| {
        let reason =
            format!("Nothing speaks of the time since {}; from then on a letter is asked for", words::date(end));
        vendor.about_service(service, AttentionKind::LetterWanted, &reason, Remedy::AskVendor).on(wanted)
    });
    ends.into_iter().chain(wanted).collect()
}
