//! `PROCESS-APPROVERS` (`practice.md` §4.3, §7.2).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::Role;
use std::collections::BTreeSet;

pub(crate) const RULE: Rule = Rule {
    code: "PROCESS-APPROVERS",
    family: Family::Process,
    title: "Those who must have approved",
    help: Help {
        checks: "Whether somebody has signed in each role that the class asks for; at least two different people where the class asks for two; never the requester alone.",
        why: "Each role answers for something else: the use, the risk, the law, the process. One person with three hats has one pair of eyes.",
        evidence: "Signatures with name, role and day under the same version of the packet.",
        resolve: "Ask the missing roles to sign. A later change of the packet voids signatures.",
    },
    source: "practice.md §4.3, §7.2",
    questions: &[],
    check,
};

/// The roles that must sign for a vendor: those of its class, and privacy and legal where people's data is handled.
pub fn roles(case: &Case<'_>) -> Vec<Role> {
    let Some((_, limits)) = case.class else { return Vec::new() };
    let mut roles = limits.approvers.clone();
    let personal = case.snapshot.profile.handles_personal_data() == Some(true);
    if limits.privacy_approves_personal_data && personal && !roles.contains(&Role::PrivacyLegal) {
        roles.push(Role::PrivacyLegal);
    }
    roles
}

fn check(case: &Case<'_>) -> Checked {
    case.limits()?;
    let roles = roles(case);
    let titles = |roles: &[Role]| words::list(&roles.iter().map(|role| role.title()).collect::<Vec<_>>());
    let required = titles(&roles);
    let signed = &case.snapshot.approvals;
    let open: Vec<Role> =
        roles.into_iter().filter(|role| !signed.iter().any(|approval| approval.role == *role)).collect();
    let people: BTreeSet<_> = signed.iter().map(|approval| approval.person).collect();
    let requester = case.snapshot.profile.requester;
    let alone = people.len() == 1 && people.iter().next().copied() == requester;
    if alone {
        let task = Ask::ours("Have somebody other than the requester approve");
        return Ok(Ruling::fail(required, "Only the requester has signed").never_acceptable().ask(task));
    }
    if !open.is_empty() {
        let task = Ask::ours(format!("Have the decision signed by: {}", titles(&open)));
        return Ok(Ruling::missing(required, format!("Not signed yet: {}", titles(&open))).ask(task));
    }
    let two = case.class.is_some_and(|(tier, _)| *case.policy.settings().acceptance.two_people.of(tier));
    if two && people.len() < 2 {
        let task = Ask::ours("Have a second person approve");
        return Ok(Ruling::fail(required, "One person in all roles; this class needs two").ask(task));
    }
    Ok(Ruling::pass(required, "All have signed"))
}
