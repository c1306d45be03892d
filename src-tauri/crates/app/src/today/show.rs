//! How an item is shown to who acts.

use super::{Attention, watch::Gathered};
use crate::{
    names::{self, outward},
    people,
};
use countersign_contract::wire as w;
use countersign_domain::{
    Action, Permit, Person, PersonId,
    attention::{AttentionItem, AttentionKind, Group, Remedy, Snooze},
};
use uuid::Uuid;

outward!(kind_name: w::AttentionKindName, AttentionKind {
    EvidenceEnds, HardStop, EvidenceMissing, LetterWanted, LetterEnds, NextReport, PaperEnds, ReviewDue, ReviewOpen,
    DecisionPending, DecisionStale, SignatureMissing, CopyUnconfirmed, PacketMissing, GoLiveCondition, Condition,
    ApprovalWaiting, AcceptanceEnds, FindingsUnjudged, FindingAnswer, FindingDue, FindingToClose, FindingsTestedClean,
    CuecsUndecided, CuecDue, CuecRecheck, SubserviceOpen,
    NoticeDeadline, ContractEnds, NdaEnds, NdaMissing, TierMissing, TierAgain, MonitoringOpen, OffboardingEnds, ExitCheck,
    Continuity, InboxWaiting,
    PicturesUnread,
});
outward!(group_name: w::AttentionGroup, Group { Overdue, Week, Undated, Days30, Days60, Days90, Later });

/// To whom, and with what else it is shown.
pub(super) struct Shown<'a> {
    pub(super) attention: &'a Attention,
    pub(super) actor: PersonId,
}

/// How an item is shown.
pub(super) fn item(shown: &Shown<'_>, item: &AttentionItem) -> w::AttentionView {
    let Shown { attention, actor } = *shown;
    let vendor = item.vendor.and_then(|id| attention.vendor(id));
    let Gathered { people, snoozes, today, .. } = &attention.gathered;
    let (remedy, target) = remedy(item.remedy);
    // What a person put off for itself is shown before what is put off for all.
    let mut off: Vec<&Snooze> = snoozes.iter().filter(|snooze| snooze.hides(item, actor, *today)).collect();
    off.sort_by_key(|snooze| snooze.person.is_none());
    w::AttentionView {
        key: item.key.to_string(),
        kind: kind_name(item.kind),
        vendor: vendor.map(|vendor| vendor.id.uuid()),
        vendor_name: vendor.map(|vendor| vendor.name.to_string()),
        tier: vendor.and_then(|vendor| vendor.tier).map(names::tier_name),
        what: item.what.clone(),
        reason: item.reason.clone(),
        date: item.date,
        days: item.date.and_then(|date| i32::try_from((date - *today).num_days()).ok()),
        group: group_name(Group::of(item.date, *today)),
        remedy,
        target,
        entry: if let Remedy::OpenCuec(_, entry) = item.remedy { Some(entry.to_string()) } else { None },
        owner: item.owner.map(|owner| people::name_in(people, owner)),
        informed: item.informed.iter().map(|one| people::name_in(people, *one)).collect(),
        mine: item.is_for(actor),
        snoozed: off.first().map(|off| snooze(off, people, actor)),
    }
}

fn snooze(snooze: &Snooze, people: &[Person], actor: PersonId) -> w::SnoozeView {
    let for_all = snooze.person.is_none();
    let acting = people.iter().find(|person| person.id == actor);
    let needed = if for_all { Action::KeepVendors } else { Action::Snooze };
    w::SnoozeView {
        until: snooze.until,
        reason: snooze.reason.to_string(),
        by: people::name_in(people, snooze.by),
        for_all,
        may_wake: acting.is_some_and(|person| Permit::request(person, needed).is_ok()),
    }
}

const fn remedy(remedy: Remedy) -> (w::RemedyName, Option<Uuid>) {
    match remedy {
        Remedy::AskVendor => (w::RemedyName::AskVendor, None),
        Remedy::CheckEvidence => (w::RemedyName::CheckEvidence, None),
        Remedy::AssignTier => (w::RemedyName::AssignTier, None),
        Remedy::StartReview => (w::RemedyName::StartReview, None),
        Remedy::ContinueReview(review) => (w::RemedyName::ContinueReview, Some(review.uuid())),
        Remedy::Decide => (w::RemedyName::Decide, None),
        Remedy::OpenDecision(decision) => (w::RemedyName::OpenDecision, Some(decision.uuid())),
        Remedy::OpenContracts => (w::RemedyName::OpenContracts, None),
        Remedy::OpenAcceptance => (w::RemedyName::OpenAcceptance, None),
        Remedy::OpenExceptions => (w::RemedyName::OpenExceptions, None),
        Remedy::OpenException(finding) => (w::RemedyName::OpenExceptions, Some(finding.uuid())),
        Remedy::OpenCuecs => (w::RemedyName::OpenCuecs, None),
        Remedy::OpenCuec(report, _) => (w::RemedyName::OpenCuecs, Some(report.uuid())),
        Remedy::OpenSubservice => (w::RemedyName::OpenSubservice, None),
        Remedy::OpenMonitoring => (w::RemedyName::OpenMonitoring, None),
        Remedy::OpenExit => (w::RemedyName::OpenExit, None),
        Remedy::OpenInbox => (w::RemedyName::OpenInbox, None),
        Remedy::OpenDocument(document) => (w::RemedyName::OpenDocument, Some(document.uuid())),
    }
}
