//! Exceptions of vendors that we use (`practice.md` §5.3–5.5): to be judged, answered, treated, or accepted anew.

use super::{Source, of_those_in_use};
use crate::{findings::Item, today::watch::Watched};
use countersign_domain::{
    FindingStatus,
    attention::{AttentionItem, AttentionKind, Remedy},
};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let of = |vendor: &Watched<'_>| {
        let (policy, items) = (&watch.gathered.assembled.policy, watch.findings(vendor));
        let mut all: Vec<AttentionItem> =
            items.iter().filter(|item| item.recorded).flat_map(|item| followed(vendor, item, policy)).collect();
        all.extend(unjudged(vendor, items));
        all
    };
    of_those_in_use(watch, of)
};

/// Exceptions of current reports that nobody has judged.
fn unjudged(vendor: &Watched<'_>, items: &[Item]) -> Option<AttentionItem> {
    let left = items.iter().filter(|item| item.current && item.stated && !item.is_rated()).count();
    let reason = match left {
        0 => return None,
        1 => "1 exception of its report waits to be judged".to_owned(),
        more => format!("{more} exceptions of its report wait to be judged"),
    };
    Some(vendor.about(AttentionKind::FindingsUnjudged, reason, Remedy::OpenExceptions))
}

fn followed(vendor: &Watched<'_>, item: &Item, policy: &countersign_policy::Policy) -> Vec<AttentionItem> {
    let (finding, days) = (&item.finding, item.days(policy));
    let severity = finding.severity().map_or("not judged", countersign_domain::Severity::title);
    let about = |kind, reason: String| {
        let named = vendor.item(kind, finding.id, reason, Remedy::OpenExceptions);
        let named = named.named(format!("{} {}", finding.label(), finding.title));
        match finding.owner {
            Some(owner) => named.owned_by(owner),
            None => named,
        }
    };
    let mut all = Vec::new();
    if let Some(day) = days.answer {
        all.push(about(AttentionKind::FindingAnswer, "The vendor was asked about it".to_owned()).on(day));
    }
    if let Some(day) = days.treat {
        let higher = days.escalate.map_or_else(String::new, |day| format!(", a rank higher from {}", words::date(day)));
        let ended = item.acceptance.as_ref().map(|(row, _)| row);
        let reason = match ended.filter(|row| row.ended.is_none() && row.expires < vendor.case.today) {
            Some(row) => format!("{severity}, its acceptance ran out on {}{higher}", words::date(row.expires)),
            None => format!("{severity}, recorded on {}{higher}", words::date(item.recorded_on)),
        };
        all.push(about(AttentionKind::FindingDue, reason).on(day));
    }
    if let Some(day) = days.acceptance_ends.filter(|_| item.standing().status == FindingStatus::Accepted) {
        all.push(about(AttentionKind::AcceptanceEnds, format!("{severity}, accepted for a time")).on(day));
    }
    all
}
