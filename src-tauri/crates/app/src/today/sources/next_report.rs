//! When the next report is expected (`practice.md` §3.2 C9, §6.5 "report calendar").

use super::{Source, of_those_with_evidence};
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::{snapshot::OfServices, watch::EvidenceDays, words};

pub(super) const SOURCE: Source = |watch| {
    of_those_with_evidence(watch, |vendor| {
        let services = vendor.by_service();
        services.filter_map(|(service, _, days)| of(vendor, service, days, watch.today)).collect::<Vec<_>>()
    })
};

fn of(
    vendor: &Watched<'_>,
    service: Option<&OfServices>,
    days: &EvidenceDays,
    today: NaiveDate,
) -> Option<AttentionItem> {
    // Once nothing suffices any more, that is said and not this.
    let next = days.next_report.filter(|_| days.suffices(today))?;
    let reason = if next.stated {
        "The vendor or its auditor has named the day".to_owned()
    } else {
        let end = days.report_end.map_or_else(String::new, |end| format!(" that ended on {}", words::date(end)));
        format!("The report{end} is followed by one as long, issued after as long")
    };
    Some(vendor.about_service(service, AttentionKind::NextReport, &reason, Remedy::AskVendor).on(next.on))
}
