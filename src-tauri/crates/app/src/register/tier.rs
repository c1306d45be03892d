//! The class of a vendor: how it comes about, assigning it, and what proposes to work it out again.

use super::names;
use crate::{App, application::stamp, fail, names as shared, people};
use chrono::{DateTime, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, LongText, Op, Person, Step, Tier, Vendor,
    monitoring::MonitoringEntry,
    register::{Profile, Relation, TierAnswers, TierAssignment},
};
use countersign_policy::{
    Policy, Tiering,
    tiering::{self, Factor, Override, RetierEvent},
};
use countersign_store::{Change, StoreError, Subject};
use serde_json::json;

impl App {
    /// Assigns a class: the one that the answers give, or one chosen by hand with a reason.
    pub(crate) fn assign_tier(&self, input: &w::AssignTier) -> Result<w::RegisterView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let row = self.known_vendor(input.vendor)?;
        let (profile, policy) = opened
            .store
            .read(|db| Ok((db.profile(row.vendor.id)?, crate::policy::in_force(db)?)))
            .map_err(fail::store)?;
        let tierings = tiering::of_profile(&profile, &policy);
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        let (tier, reason, overridden) = match input.tier {
            Some(_) if reason.is_none() => return Err(fail::invalid("reason", Problem::ReasonMissing)),
            Some(tier) => (shared::tier(tier), reason.unwrap_or_else(|| arithmetic(&tierings)), true),
            None => {
                let missing = self.gaps_of(&row, Step::AssignTier)?;
                let proposed = tiering::proposed(&tierings);
                let (Some(proposed), true) = (proposed, missing.is_empty()) else {
                    return Err(Failure::NotReady { missing });
                };
                (proposed, arithmetic(&tierings), false)
            }
        };
        let stage = row.vendor.stage.after(Step::AssignTier, false).unwrap_or(row.vendor.stage);
        let before = row.vendor;
        let vendor = Vendor { tier: Some(tier), tier_reason: Some(reason), stage, ..before.clone() };
        let stamp = stamp(&person, permit, now, Op::AssignTier, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("tier", json!({ "was": before.tier, "became": vendor.tier }));
                db.note("reason", vendor.tier_reason.as_ref().map(ToString::to_string));
                db.note("by_hand", overridden);
                if before.stage != stage {
                    db.note("stage", json!({ "was": before.stage, "became": stage }));
                }
                db.update_vendor(&vendor)?;
                record(db, &vendor, &profile, &person, now, overridden)
            })
            .map_err(fail::store)?;
        self.register_view(input.vendor)
    }
}

/// Records the class that the vendor has now, with the answers that it rests on.
pub(crate) fn record(
    db: &mut Change<'_>,
    vendor: &Vendor,
    profile: &Profile,
    person: &Person,
    at: DateTime<Utc>,
    overridden: bool,
) -> Result<(), StoreError> {
    let (Some(tier), Some(reason)) = (vendor.tier, vendor.tier_reason.clone()) else { return Ok(()) };
    let answers = TierAnswers { engagements: profile.engagements.clone(), affiliates: profile.affiliates.clone() };
    let policy = crate::policy::in_force(db)?;
    let computed = tiering::proposed(&tiering::of_profile(profile, &policy));
    let it = TierAssignment { tier, computed, reason, overridden, by: person.id, at, answers };
    db.insert_tier_assignment(vendor.id, &it)
}

/// The reason of a class that the answers give: the arithmetic of the service that decides it.
fn arithmetic(tierings: &[Tiering]) -> LongText {
    let deciding = tierings.iter().max_by_key(|tiering| (tiering.tier, tiering.score));
    let words = deciding.map_or_else(String::new, |tiering| {
        let terms: Vec<String> = tiering
            .factors
            .iter()
            .filter(|factor| factor.points > 0)
            .map(|factor| format!("{} {}", factor.reason, factor.points))
            .collect();
        let lifts: Vec<&str> = tiering.overrides.iter().map(|lift| lift.reason()).collect();
        let sum = format!("{} of {} points: {}", tiering.score, most(), terms.join(" · "));
        if lifts.is_empty() { sum } else { format!("{sum}. {}.", lifts.join(". ")) }
    });
    LongText::parse(&words).expect("a sum is text, short and without control characters")
}

fn most() -> u8 {
    Factor::ALL.iter().map(|factor| factor.most()).sum()
}

/// How the class comes about.
pub(super) fn view(
    profile: &Profile,
    policy: &Policy,
    assigned: Option<&TierAssignment>,
    noted: &[MonitoringEntry],
    people: &[Person],
) -> w::TieringView {
    let limits = &policy.settings().tiering;
    let tierings = tiering::of_profile(profile, policy);
    w::TieringView {
        proposed: tiering::proposed(&tierings).map(shared::tier_name),
        settled: settled(&tierings),
        limits: w::TierLimits {
            critical: limits.critical_from,
            high: limits.high_from,
            medium: limits.medium_from,
            most: most(),
        },
        assigned: assigned.map(|it| w::AssignedTier {
            tier: shared::tier_name(it.tier),
            computed: it.computed.map(shared::tier_name),
            reason: it.reason.to_string(),
            overridden: it.overridden,
            by: people::name_in(people, it.by),
            at: it.at,
        }),
        events: assigned.map_or_else(Vec::new, |assigned| {
            let mut events = events(&assigned.answers, profile);
            let proposing = noted.iter().filter(|entry| entry.proposes_tier(Some(assigned.at)));
            events.extend(proposing.map(|entry| w::RetierEvent {
                event: names::event_name(tiering::of_entry(entry.kind)),
                service: None,
            }));
            events
        }),
        services: tierings.iter().zip(&profile.engagements).map(|(tiering, service)| one(tiering, service)).collect(),
    }
}

/// The highest class of all services holds where none of them could still go above it.
fn settled(tierings: &[Tiering]) -> bool {
    let at_most: Option<Tier> = tierings.iter().map(|tiering| tiering.at_most).max();
    at_most.is_some() && at_most == tiering::proposed(tierings)
}

fn one(tiering: &Tiering, service: &countersign_domain::register::Engagement) -> w::ServiceTiering {
    let lifts = |all: &[Override]| {
        all.iter()
            .map(|lift| w::OverrideView {
                lift: names::override_name(*lift),
                at_least: shared::tier_name(lift.at_least()),
            })
            .collect()
    };
    w::ServiceTiering {
        service: tiering.engagement.uuid(),
        name: service.name.to_string(),
        factors: Factor::ALL
            .iter()
            .map(|factor| {
                let points = factor.points(service);
                w::FactorView {
                    factor: names::factor_name(*factor),
                    points: points.map(|points| points.points),
                    most: factor.most(),
                    reason: points.map(|points| points.reason.to_owned()),
                }
            })
            .collect(),
        score: tiering.score,
        class: shared::tier_name(tiering.class),
        overrides: lifts(&tiering.overrides),
        open_overrides: lifts(&tiering.open_overrides),
        tier: shared::tier_name(tiering.tier),
        at_most: shared::tier_name(tiering.at_most),
    }
}

/// What happened since the class was assigned that proposes to work it out again (`practice.md` §4.1, last line).
fn events(then: &TierAnswers, now: &Profile) -> Vec<w::RetierEvent> {
    let mut events = Vec::new();
    for service in &now.engagements {
        let found = match then.engagements.iter().find(|before| before.id == service.id) {
            Some(before) => tiering::changes(before, service),
            None => vec![RetierEvent::ChangedUse],
        };
        let called = service.name.to_string();
        let told = found
            .into_iter()
            .map(|event| w::RetierEvent { event: names::event_name(event), service: Some(called.clone()) });
        events.extend(told);
    }
    let owned = |it: &&countersign_domain::register::Affiliate| it.relation == Relation::Parent;
    if now.affiliates.iter().filter(owned).any(|parent| !then.affiliates.contains(parent)) {
        events.push(w::RetierEvent { event: w::RetierEventName::Merger, service: None });
    }
    events
}
