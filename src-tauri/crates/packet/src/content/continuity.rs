//! The way on without the vendor, as the register has it: in section 10, after what is not proved (`practice.md` §6.8).

use super::words::{capitalised, count, date, joined};
use super::{outline, pairs};
use crate::input::{FrozenDecision, FrozenRegister};
use crate::typeset::Block;
use countersign_domain::register::{Day, Escrow, EscrowStanding, Hours, LastDone};

/// What stands where the register says nothing.
const NOT_KNOWN: &str = "not known";

/// Makes the record; empty where the decision was frozen before it was kept.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    let Some(register) = &input.register else { return Vec::new() };
    let name = format!("{} {}, continuity", outline::LIMITS.0, outline::LIMITS.1);
    vec![
        Block::heading(format!("Continuity: if {} is gone", input.vendor.name)),
        pairs::table(&rows(register), name, None),
    ]
}

fn rows(register: &FrozenRegister) -> Vec<(&'static str, String)> {
    let known = register.continuity.clone();
    let mut rows =
        vec![("Substitutes", substitutes(register)), ("Exit plan", exit_plan(known.exit_plan, known.exit_effort_days))];
    // Decisions that were frozen before it was asked say nothing of it.
    rows.extend(known.exit_test.map(|done| ("Exit test", last(done, "Tried out", "Never tried out"))));
    rows.extend([
        ("Restart time", needed_and_offered(known.rto_needed, known.rto_offered)),
        ("Data loss", needed_and_offered(known.rpo_needed, known.rpo_offered)),
        ("Data export", export(known.export_known)),
        (
            "Export test",
            known.export_test.map_or_else(|| NOT_KNOWN.to_owned(), |done| last(done, "Tested", "Never tested")),
        ),
        ("Instead of escrow", {
            let names: Vec<&str> = known.alternatives.iter().map(|alternative| alternative.title()).collect();
            if names.is_empty() { NOT_KNOWN.to_owned() } else { names.join("; ") }
        }),
    ]);
    match known.escrow {
        None => rows.push(("Escrow", NOT_KNOWN.to_owned())),
        Some(EscrowStanding::None) => rows.push(("Escrow", "None agreed".to_owned())),
        Some(EscrowStanding::Agreed(escrow)) => rows.extend(of_escrow(&escrow)),
    }
    rows
}

fn substitutes(register: &FrozenRegister) -> String {
    let said = register.services.iter().map(|service| {
        let said = service.substitutability.map_or(NOT_KNOWN, |answer| answer.title());
        if register.services.len() == 1 {
            said.to_owned()
        } else {
            format!("{}: {}", service.name, said.to_lowercase())
        }
    });
    let said: Vec<String> = said.collect();
    if said.is_empty() { NOT_KNOWN.to_owned() } else { format!("Replaceable: {}", said.join("; ").to_lowercase()) }
}

fn last(done: LastDone, on: &str, never: &str) -> String {
    done.day().map_or_else(|| never.to_owned(), |day| format!("{on} {}", date(day)))
}

fn exit_plan(plan: Option<LastDone>, days: Option<u16>) -> String {
    let mut said = plan.map_or_else(|| NOT_KNOWN.to_owned(), |done| last(done, "Of", "None written"));
    match days {
        Some(days) => said = format!("{said}; leaving takes about {}", count(days.into(), "day", "days")),
        None => said.push_str("; effort not known"),
    }
    said
}

fn needed_and_offered(needed: Option<Hours>, offered: Option<Hours>) -> String {
    if needed.is_none() && offered.is_none() {
        return NOT_KNOWN.to_owned();
    }
    let said = |hours: Option<Hours>| hours.map_or_else(|| NOT_KNOWN.to_owned(), |hours| span(hours.get()));
    format!("We bear {}; offered {}", said(needed), said(offered))
}

fn span(hours: u32) -> String {
    if hours >= 48 && hours.is_multiple_of(24) { format!("{} days", hours / 24) } else { format!("{hours} h") }
}

fn export(known: Option<bool>) -> String {
    match known {
        Some(true) => "The way is known",
        Some(false) => "No way is known",
        None => NOT_KNOWN,
    }
    .to_owned()
}

fn of_escrow(escrow: &Escrow) -> Vec<(&'static str, String)> {
    let or = |text: Option<String>| text.unwrap_or_else(|| NOT_KNOWN.to_owned());
    let day = |day: Option<Day>| or(day.map(|day| date(day.get())));
    let agreed = [
        Some(escrow.kind.title().to_owned()),
        escrow.agent.as_ref().map(|agent| format!("kept by {agent}")),
        escrow.agreed_on.map(|on| format!("agreed on {}", date(on.get()))),
    ];
    let deposit = escrow.deposit.as_ref().map(|parts| parts.iter().map(|part| part.title()).collect::<Vec<_>>());
    let conditions =
        escrow.release_conditions.as_ref().map(|all| all.iter().map(|one| one.title()).collect::<Vec<_>>());
    let listed = |all: Option<Vec<&str>>| {
        or(all.map(|all| capitalised(&joined(&all).to_lowercase())).filter(|said| !said.is_empty()))
    };
    let every = escrow.deposit_every_months.map_or_else(
        || "how often is not known".to_owned(),
        |months| format!("due every {}", count(months.into(), "month", "months")),
    );
    vec![
        ("Escrow", agreed.into_iter().flatten().collect::<Vec<_>>().join(", ")),
        ("Deposit", listed(deposit)),
        ("Last deposit", format!("{}; {every}", day(escrow.last_deposit_on))),
        ("Released on", listed(conditions)),
        ("Release", or(escrow.release_procedure.as_ref().map(ToString::to_string))),
        ("Rights then", or(escrow.rights_after_release.as_ref().map(ToString::to_string))),
        (
            "Verified",
            or(escrow.verification.map(|it| format!("Level {} of 4 on {}", it.level.get(), date(it.on.get())))),
        ),
        ("Could run it", or(escrow.operator.as_ref().map(ToString::to_string))),
        ("Last exercise", day(escrow.last_exercise_on)),
    ]
}
