//! How the class of a vendor came about, as it is frozen: the factors with their points and who answered them, what lifts the
//! class, what changed since, what the policy asks (`practice.md` §7.1, page 3).

use super::asks;
use crate::{acceptance::Weighed, clock::Day, people};
use chrono::NaiveDate;
use countersign_domain::{
    Op, Person, Vendor,
    register::{Engagement, TierAnswers},
};
use countersign_packet::input::{
    FrozenAssignment, FrozenFactor, FrozenOverride, FrozenScale, FrozenService, FrozenTiering,
};
use countersign_policy::{
    Policy, Tiering,
    tiering::{Factor, Override, changes},
};
use countersign_store::{AuditEntry, AuditFilter, Snapshot, StoreError};

/// How many changes of the register are looked through for who answered.
const ENTRIES: u32 = 1_000;

/// Freezes how the class came about.
pub(super) fn freeze(
    db: &Snapshot<'_>,
    vendor: &Vendor,
    weighed: &Weighed,
    people: &[Person],
    day: Day<'_>,
) -> Result<FrozenTiering, StoreError> {
    let filter = AuditFilter { vendor: Some(vendor.id), op: Some(Op::ChangeProfile), ..AuditFilter::default() };
    let log = db.audit(&filter, ENTRIES)?;
    let assigned = db.tier_assignment(vendor.id)?;
    let services = &weighed.facts.profile.engagements;
    Ok(FrozenTiering {
        services: services.iter().map(|service| of_service(service, &weighed.policy, &log, day)).collect(),
        scale: scale(&weighed.policy),
        changes: assigned.as_ref().map_or_else(Vec::new, |it| changed(&it.answers, services)),
        assigned: assigned.map(|it| FrozenAssignment {
            by: people::name_in(people, it.by),
            on: day.of(it.at),
            by_hand: it.overridden,
            computed: it.computed,
        }),
        asks: vendor.tier.map_or_else(Vec::new, |tier| asks::of(weighed, tier, day.on)),
    })
}

fn scale(policy: &Policy) -> FrozenScale {
    let limits = policy.settings().tiering;
    FrozenScale {
        medium_from: limits.medium_from,
        high_from: limits.high_from,
        critical_from: limits.critical_from,
        most: Factor::ALL.iter().map(|factor| factor.most()).sum(),
    }
}

fn of_service(service: &Engagement, policy: &Policy, log: &[AuditEntry], day: Day<'_>) -> FrozenService {
    let tiering = Tiering::of(service, policy);
    let factor = |factor: &Factor| {
        let given = tiering.factors.iter().find(|points| points.factor == *factor);
        let who = given.and_then(|_| answered(log, service, *factor, day));
        FrozenFactor {
            factor: factor.title().to_owned(),
            answer: given.map(|points| points.reason.to_owned()),
            least: factor.least(),
            most: factor.most(),
            points: given.map(|points| points.points),
            by: who.as_ref().map(|(by, _)| by.clone()),
            on: who.map(|(_, on)| on),
        }
    };
    let lift = |lift: &Override| FrozenOverride {
        rule: lift.reason().to_owned(),
        applies: (!tiering.open_overrides.contains(lift)).then(|| tiering.overrides.contains(lift)),
        at_least: lift.at_least(),
    };
    FrozenService {
        name: service.name.to_string(),
        factors: Factor::ALL.iter().map(factor).collect(),
        score: tiering.score,
        class: tiering.class,
        tier: tiering.tier,
        at_most: tiering.at_most,
        overrides: Override::ALL.iter().map(lift).collect(),
    }
}

/// Who answered a factor last, as the log tells: it keeps each changed field under `engagements.<service>.<field>`.
fn answered(log: &[AuditEntry], service: &Engagement, factor: Factor, day: Day<'_>) -> Option<(String, NaiveDate)> {
    let field = match factor {
        Factor::Concentration => "substitutability",
        Factor::Data | Factor::Access | Factor::Dependence | Factor::Integration | Factor::Regulated => factor.as_str(),
    };
    let changed = format!("engagements.{}.{field}", service.name);
    // The log comes newest first.
    let entry = log.iter().find(|entry| entry.detail.get(&changed).is_some())?;
    Some((entry.actor_name.clone(), day.of(entry.at)))
}

/// What changed in the services since the class was assigned, in words.
fn changed(then: &TierAnswers, now: &[Engagement]) -> Vec<String> {
    let of_service = |service: &Engagement| -> Vec<String> {
        let Some(before) = then.engagements.iter().find(|before| before.id == service.id) else {
            return vec![format!("{}: new service", service.name)];
        };
        changes(before, service).into_iter().map(|event| format!("{}: {}", service.name, event.title())).collect()
    };
    now.iter().flat_map(of_service).collect()
}
