//! When the next report is expected (`practice.md` §3.2 C9, §6.5 "report calendar").

use super::{Source, of_those_with_evidence};
use crate::today::watch::Watched;
use chrono::NaiveDate;
use countersign_domain::attention::{AttentionItem, AttentionKind, Remedy};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| of_those_with_evidence(watch, |vendor| of(vendor, watch.today));

fn of(vendor: &Watched<'_>, today: NaiveDate) -> Option<AttentionItem> {
    // Once nothing suffices any more, that is said and not this.
    let next = vendor.days.next_report.filter(|_| vendor.days.suffices(today))?;
    let reason = if next.stated {
        "The vendor or its auditor has named the day".to_owned()
    } else {
        let end = vendor.days.report_end.map_or_else(String::new, |end| format!(" that ended on {}", words::date(end)));
        format!("The report{end} is followed by one as long, issued after as long")
    };
    Some(vendor.about(AttentionKind::NextReport, reason, Remedy::AskVendor).on(next.on))
}
