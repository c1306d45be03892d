//! `CONTINUITY-RECOVERY` (`practice.md` §6.8: RTO and RPO needed and offered).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::ContinuityDemand,
};
use countersign_domain::register::Hours;

pub(crate) const RULE: Rule = Rule {
    code: "CONTINUITY-RECOVERY",
    family: Family::Continuity,
    title: "Vendor recovers as soon as we need",
    help: Help {
        checks: "Whether the recovery time and recovery point that the vendor offers are within what we need.",
        why: "A vendor that promises to be back in three days does not serve those who stop working after one.",
        evidence: "The recovery objectives in the contract, the description or a test report, beside our own needs.",
        resolve: "Ask the vendor for its objectives and the last test. Where they fall short, agree on better ones or plan how to work meanwhile.",
    },
    source: "practice.md §6.8",
    questions: &["H2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Recovery offered within what we need";
    let limits = case.limits()?;
    if limits.continuity != ContinuityDemand::ExitExportEscrow {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    let continuity = &case.snapshot.profile.continuity;
    // Where nobody wrote down a recovery time, the outage that we tolerate says it.
    let outage = case.snapshot.profile.engagements.iter().filter_map(|engagement| engagement.tolerable_outage).min();
    let Some(needed) = continuity.rto_needed.or(outage) else {
        let task = Ask::ours("Record how soon we need the service back");
        return Ok(Ruling::missing(REQUIRED, "What we need is not recorded").ask(task));
    };
    let Some(offered) = continuity.rto_offered else {
        return Ok(Ruling::missing(REQUIRED, "What the vendor offers is not known").ask(Ask::RecoveryTimes));
    };
    let say = |what: &str, offered: Hours, needed: Hours| {
        format!("{what}: {} hours offered, {} needed", offered.get(), needed.get())
    };
    let time = say("Time", offered, needed);
    let point = continuity.rpo_needed.zip(continuity.rpo_offered);
    let found =
        point.map_or_else(|| time.clone(), |(needed, offered)| format!("{time}; {}", say("data", offered, needed)));
    let far = offered.get() > needed.get().saturating_mul(2).max(needed.get() + 24);
    if !far && continuity.rpo_needed.is_some() && continuity.rpo_offered.is_none() {
        let found = format!("{time}; how much data it may lose is not known");
        return Ok(Ruling::missing(REQUIRED, found).ask(Ask::RecoveryTimes));
    }
    let short = offered > needed || point.is_some_and(|(needed, offered)| offered > needed);
    Ok(if far {
        Ruling::fail(REQUIRED, found).ask(Ask::RecoveryTimes)
    } else if short {
        Ruling::warn(REQUIRED, found).ask(Ask::RecoveryTimes)
    } else {
        Ruling::pass(REQUIRED, found)
    })
}
