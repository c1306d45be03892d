//! Exceptions of vendors that we use (`practice.md` §5.3–5.5): to be judged, answered, treated, or accepted anew.

use super::{Source, of_those_in_use};
use crate::{findings::Item, people::name_in, today::watch::Watched};
use countersign_domain::{
    FindingStatus, Person, PersonId, Rank, Severity,
    attention::{AttentionItem, AttentionKind, Remedy},
};
use countersign_policy::words;

pub(super) const SOURCE: Source = |watch| {
    let of = |vendor: &Watched<'_>| {
        let (policy, items) = (&watch.gathered.assembled.policy, watch.findings(vendor));
        let recorded = || items.iter().filter(|item| item.recorded);
        let people = &watch.gathered.people;
        let mut all: Vec<AttentionItem> = recorded().flat_map(|item| followed(vendor, item, policy, people)).collect();
        all.extend(recorded().filter_map(|item| to_close(vendor, item, people)));
        all.extend(unjudged(vendor, items));
        all.extend(tested_clean(vendor, items));
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

/// Exceptions whose controls the next report tests clean: a person says that they are superseded, or not.
fn tested_clean(vendor: &Watched<'_>, items: &[Item]) -> Option<AttentionItem> {
    let clean = |item: &&Item| item.recorded && !item.standing().status.is_settled() && item.tested_clean.is_some();
    let reason = match items.iter().filter(clean).count() {
        0 => return None,
        1 => "The next report tests the control of 1 exception without exception".to_owned(),
        more => format!("The next report tests the controls of {more} exceptions without exception"),
    };
    Some(vendor.about(AttentionKind::FindingsTestedClean, reason, Remedy::OpenExceptions))
}

/// To whom an exception goes up (`practice.md` §5.4): a critical one to the executives, another to the rank above its owner's.
/// Where nobody holds that rank, the next one that somebody holds.
fn told_higher(severity: Option<Severity>, owner: Option<PersonId>, people: &[Person]) -> Vec<PersonId> {
    let of_owner = people.iter().find(|person| Some(person.id) == owner).and_then(|person| Rank::of(&person.roles));
    let wanted = match severity {
        Some(Severity::Critical) => Rank::Executive,
        _ => of_owner.map_or(Rank::RiskOwner, Rank::above),
    };
    let acting = || people.iter().filter(|person| person.active);
    let rank = acting().filter_map(|person| Rank::of(&person.roles)).filter(|rank| *rank >= wanted).min();
    let holds = |person: &&Person| rank.is_some() && Rank::of(&person.roles) == rank;
    acting().filter(holds).map(|person| person.id).collect()
}

/// What is verified waits for who closes it: of a critical or high one that is somebody else than who verified it (`practice.md`
/// §5.3), so that it is not an owner's who did.
fn to_close(vendor: &Watched<'_>, item: &Item, people: &[Person]) -> Option<AttentionItem> {
    let (finding, standing) = (&item.finding, item.standing());
    let by = standing.verified_by.filter(|_| standing.status == FindingStatus::Verified)?;
    let second = standing.severity >= Some(Severity::High);
    let waits = match standing.severity {
        None => "it is to be judged first",
        Some(_) if second => "a second person closes it, or opens it again",
        Some(_) => "it can be closed",
    };
    let reason = format!("Verified by {}, {waits}", name_in(people, by));
    let named = vendor.item(AttentionKind::FindingToClose, finding.id, reason, Remedy::OpenException(finding.id));
    let named = named.named(format!("{} {}", finding.label(), finding.title));
    let owner = finding.owner.or(named.owner).filter(|owner| !second || *owner != by);
    Some(AttentionItem { owner, ..named })
}

fn followed(
    vendor: &Watched<'_>,
    item: &Item,
    policy: &countersign_policy::Policy,
    people: &[Person],
) -> Vec<AttentionItem> {
    let (finding, days) = (&item.finding, item.days(policy));
    let severity = finding.severity().map_or("not judged", countersign_domain::Severity::title);
    let about = |kind, reason: String| {
        let named = vendor.item(kind, finding.id, reason, Remedy::OpenException(finding.id));
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
        let ended = ended.filter(|row| row.ended.is_none() && row.expires < vendor.case.today);
        let fallen = item.overtaken.filter(|_| finding.status == FindingStatus::Accepted);
        let reason = match (ended, fallen) {
            (_, Some(overtaken)) => format!("{severity}, its acceptance fell with {}{higher}", overtaken.what()),
            (Some(row), None) => format!("{severity}, its acceptance ran out on {}{higher}", words::date(row.expires)),
            (None, None) => format!("{severity}, recorded on {}{higher}", words::date(item.recorded_on)),
        };
        let due = about(AttentionKind::FindingDue, reason).on(day);
        let went_up = days.escalate.is_some_and(|from| from <= vendor.case.today);
        let informed = if went_up { told_higher(finding.severity(), due.owner, people) } else { Vec::new() };
        all.push(AttentionItem { informed, ..due });
    }
    if let Some(day) = days.acceptance_ends.filter(|_| item.standing().status == FindingStatus::Accepted) {
        all.push(about(AttentionKind::AcceptanceEnds, format!("{severity}, accepted for a time")).on(day));
    }
    all
}
