//! `CUEC-IMPLEMENTED` (`practice.md` §3.5 F1-F3, §4.3, §4.5).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::{Applies, CuecState, CuecStatus},
    standard::CuecDemand,
};
use chrono::Days;

pub(crate) const RULE: Rule = Rule {
    code: "CUEC-IMPLEMENTED",
    family: Family::Cuecs,
    title: "Our own controls are in place",
    help: Help {
        checks: "Whether each complementary user entity control of the report has been judged to apply or not, and whether those that apply are in place here, with an owner and evidence, as the class asks.",
        why: "The vendor's controls work only together with ours. The opinion is given on the condition that we do our part; what we leave undone nobody does.",
        evidence: "For each control that applies: our control, who owns it, and evidence that it works.",
        resolve: "Decide which apply, name an owner for each, put them in place before going live or, where the class allows, plan them for a near day.",
    },
    source: "practice.md §3.5, §4.3",
    questions: &["F3"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let required = limits.cuec.title();
    if limits.cuec == CuecDemand::NotRequired {
        return Ok(Ruling::not_applicable("This class asks for none"));
    }
    let report = case.report()?;
    let task = Ask::ours("Confirm the list of complementary user entity controls");
    let Some(cuecs) = &case.snapshot.cuecs else {
        return Ok(Ruling::missing(required, "The list was not read").ask(task));
    };
    if cuecs.controls.is_empty() {
        return Ok(match (cuecs.stated, cuecs.opinion_mentions) {
            (true, _) => Ruling::pass(required, "The report says that there are none").by(report.id),
            (false, Some(true)) => {
                Ruling::warn(required, "The opinion mentions them, and the report lists none").ask(task)
            }
            (false, _) => Ruling::pass(required, "The report lists none").by(report.id),
        });
    }
    let total = cuecs.controls.len();
    let undecided = cuecs.controls.iter().filter(|control| control.applies.is_none()).count();
    let (mut bad, mut soft, mut unknown) = (Vec::new(), Vec::new(), Vec::new());
    for control in &cuecs.controls {
        if !matches!(control.applies, Some(Applies::Yes | Applies::Partly)) {
            continue;
        }
        let needed = limits.cuec != CuecDemand::AccessImplemented || control.about_access != Some(false);
        if !needed {
            continue;
        }
        match state(case, control, limits.cuec, limits.cuec_plan_max_days) {
            State::Good => {}
            State::Soft => soft.push(control),
            State::Bad => bad.push(control),
            State::Unknown => unknown.push(control),
        }
    }
    let pages = |ruling: Ruling, controls: &[&CuecState]| {
        ruling.pages(report.id, controls.iter().filter_map(|control| control.page))
    };
    let of = |number: usize, what: &str| format!("{number} of {total} {what}");
    Ok(if !bad.is_empty() {
        let task = Ask::ours("Name an owner for each complementary control that applies and put it in place");
        pages(Ruling::fail(required, of(bad.len(), "not in place or without an owner")), &bad).ask(task)
    } else if !unknown.is_empty() {
        let task = Ask::ours("Record where our own controls stand");
        pages(Ruling::missing(required, of(unknown.len(), "with nothing recorded")), &unknown).ask(task)
    } else if undecided > 0 {
        let task = Ask::ours("Decide which complementary user entity controls apply to our use");
        Ruling::warn(required, of(undecided, "not yet judged to apply or not")).ask(task)
    } else if !soft.is_empty() {
        pages(Ruling::warn(required, of(soft.len(), "planned or without evidence")), &soft)
            .ask(Ask::ours("Put the planned controls in place and keep evidence of them"))
    } else {
        Ruling::pass(required, format!("All {total} judged, those that apply are in place"))
    })
}

enum State {
    Good,
    Soft,
    Bad,
    Unknown,
}

fn state(case: &Case<'_>, control: &CuecState, demand: CuecDemand, plan_days: Option<u16>) -> State {
    let Some(status) = &control.status else { return State::Unknown };
    if control.owner.is_none() {
        return State::Bad;
    }
    match status {
        CuecStatus::Implemented { evidence: true } => State::Good,
        CuecStatus::Implemented { evidence: false } if demand == CuecDemand::ImplementedWithEvidence => State::Soft,
        CuecStatus::Implemented { evidence: false } => State::Good,
        CuecStatus::NotImplemented => State::Bad,
        CuecStatus::Planned { by: None } => State::Bad,
        CuecStatus::Planned { by: Some(by) } => {
            if *by < case.today {
                return State::Bad;
            }
            let latest = plan_days.and_then(|days| case.today.checked_add_days(Days::new(days.into())));
            match demand {
                // A near plan is what this class asks for (§4.3, high).
                CuecDemand::ImplementedOrPlanned if latest.is_none_or(|latest| *by <= latest) => State::Soft,
                CuecDemand::ImplementedOrPlanned => State::Bad,
                // Before go-live a plan can still be kept; in use it is too late for one.
                CuecDemand::ImplementedWithEvidence if case.snapshot.in_use => State::Bad,
                CuecDemand::ImplementedWithEvidence | CuecDemand::AccessImplemented | CuecDemand::NotRequired => {
                    State::Soft
                }
            }
        }
    }
}
