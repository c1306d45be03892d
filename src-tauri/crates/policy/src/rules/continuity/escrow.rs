//! `CONTINUITY-ESCROW` (`practice.md` §4.3, §6.8).

use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::ContinuityDemand,
    words,
};
use countersign_domain::register::{Escrow, EscrowKind, EscrowStanding, LastDone, Substitutability};

pub(crate) const RULE: Rule = Rule {
    code: "CONTINUITY-ESCROW",
    family: Family::Continuity,
    title: "What cannot be replaced is secured",
    help: Help {
        checks: "For a critical vendor that cannot be substituted: whether an escrow with a verified deposit exists, or an alternative such as a verified export on schedule, a second supplier, a step-in right or a hosting continuation, or a plan to leave that was tried out lately.",
        why: "If nobody else offers the service and the vendor goes, only a deposit that has been proved to run, or an arrangement made before, keeps us working. Source code alone rarely restores a hosted service.",
        evidence: "The escrow agreement, a deposit made on schedule, and a verification of the level and age that the policy asks for (level 3 built and ran it); the alternative arrangement; or the day on which the plan to leave was tried out.",
        resolve: "Agree on escrow for the environment and not only the code, have the deposit verified by a build and run exercise, set up an alternative and record it, or try the plan to leave out: export, restore elsewhere, work there.",
    },
    source: "practice.md §4.3, §6.8",
    questions: &["H2"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let proof = case.policy.settings().continuity;
    let required = format!(
        "Escrow, verified to level {} within {}, or an alternative",
        proof.escrow_level,
        words::count(proof.escrow_proof_months.into(), "month")
    );
    let limits = case.limits()?;
    if limits.continuity != ContinuityDemand::ExitExportEscrow {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    let profile = &case.snapshot.profile;
    let answers: Vec<_> = profile.engagements.iter().map(|engagement| engagement.substitutability).collect();
    if !answers.contains(&Some(Substitutability::Not)) {
        return Ok(if answers.is_empty() || answers.contains(&None) {
            let task = Ask::ours("Answer how hard the service would be to replace");
            Ruling::missing(required, "Whether it can be replaced is not answered").ask(task)
        } else {
            Ruling::not_applicable("The service can be replaced")
        });
    }
    let continuity = &profile.continuity;
    let alternatives: Vec<&str> = continuity.alternatives.iter().map(|alternative| alternative.title()).collect();
    if !alternatives.is_empty() {
        return Ok(Ruling::pass(required, format!("Alternative: {}", words::list(&alternatives))));
    }
    let tried = continuity.exit_test.and_then(LastDone::day);
    if let (Some(LastDone::On(_)), Some(day)) = (continuity.exit_plan, tried)
        && case.today <= months::add(day, proof.escrow_proof_months.into())
    {
        return Ok(Ruling::pass(required, format!("The plan to leave was tried out on {}", words::date(day))));
    }
    Ok(match &continuity.escrow {
        None => Ruling::missing(required, "Nobody has answered").ask(Ask::EscrowProof),
        Some(EscrowStanding::None) => Ruling::fail(required, "No escrow and no alternative").ask(Ask::EscrowProof),
        Some(EscrowStanding::Agreed(escrow)) => agreed(case, escrow, required),
    })
}

fn agreed(case: &Case<'_>, escrow: &Escrow, required: String) -> Ruling {
    let limits = case.policy.settings().continuity;
    let mut flaws = Vec::new();
    if escrow.kind == EscrowKind::SourceCode {
        flaws.push("source code only, which rarely restores a hosted service".to_owned());
    }
    let late = escrow
        .last_deposit_on
        .zip(escrow.deposit_every_months)
        .filter(|(last, every)| case.today > months::add(last.get(), u32::from(*every)));
    if let Some((last, _)) = late {
        flaws.push(format!("deposit overdue, last on {}", words::date(last.get())));
    } else if escrow.last_deposit_on.is_none() {
        flaws.push("no deposit recorded".to_owned());
    }
    match escrow.verification {
        None => flaws.push("deposit not verified".to_owned()),
        Some(proof) if case.today > months::add(proof.on.get(), limits.escrow_proof_months.into()) => {
            flaws.push(format!("verified last on {}", words::date(proof.on.get())));
        }
        Some(proof) if proof.level.get() < limits.escrow_level => {
            flaws.push(format!("verified to level {} only", proof.level.get()));
        }
        Some(_) => {}
    }
    let found = escrow.kind.title();
    if flaws.is_empty() {
        Ruling::pass(required, format!("{found}, verified"))
    } else {
        Ruling::warn(required, format!("{found}: {}", flaws.join("; "))).ask(Ask::EscrowProof)
    }
}
