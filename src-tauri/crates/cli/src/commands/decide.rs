//! `countersign decide`

use super::name;
use crate::{
    Done,
    args::{Common, OutcomeArgument},
    open,
    out::Out,
    say::Trouble,
};
use chrono::NaiveDate;
use countersign_contract::{
    Commands as _,
    wire::{
        Caution, ConditionFinding, ConditionInput, DecisionChoice, DecisionSheet, Nothing, OutcomeName, RecordDecision,
        ResidualInput, RiskName, VendorRef,
    },
};
use uuid::Uuid;

/// What was asked for on the command line.
pub(crate) struct Asked<'a> {
    pub(crate) outcome: OutcomeArgument,
    pub(crate) reason: &'a str,
    pub(crate) conditions: &'a [String],
    pub(crate) signers: &'a [String],
    pub(crate) next_review: Option<NaiveDate>,
    pub(crate) residual: Option<&'a str>,
}

/// Records a decision.
pub(crate) fn run(common: &Common, wanted: &str, asked: &Asked<'_>, out: &mut Out) -> Result<Done, Trouble> {
    if common.as_of.is_some() {
        return Err(Trouble::Usage("a decision carries the day on which it is recorded: leave out --as-of".to_owned()));
    }
    let app = open::workspace_to_write(common)?;
    let vendor = super::vendor_exactly(&app, wanted)?.id;
    let sheet = app.decision_prepare(VendorRef { vendor })?;
    let owner = app.session(Nothing {})?.workspace.map(|workspace| workspace.actor.id).unwrap_or_default();
    let conditions = asked.conditions.iter().map(|text| condition(text, owner, &sheet.findings));
    let conditions = conditions.collect::<Result<_, _>>()?;
    let signers = signers(&sheet, asked.signers)?;
    let choice = DecisionChoice { vendor, outcome: outcome(asked.outcome), signers: signers.clone() };
    let concerns = app.decision_concerns(choice)?;
    let decision = app.decision_record(RecordDecision {
        vendor,
        outcome: outcome(asked.outcome),
        reason: asked.reason.to_owned(),
        conditions,
        signers,
        next_review: asked.next_review.or_else(|| looked_at_again(asked.outcome).then_some(sheet.next_review)),
        residual: stays(asked, sheet.residual)?,
    })?;
    for concern in concerns.iter().filter_map(concern) {
        out.note(&concern);
    }
    if out.is_json() {
        out.objects([decision])?;
    } else {
        out.note(&format!("recorded decision {} on {}", decision.number, decision.vendor_name));
        if sheet.in_use && decision.outcome == OutcomeName::Rejected {
            out.note("the vendor is in use: it goes into offboarding");
        }
    }
    Ok(Done::Clean)
}

/// What speaks against the decision, in words.
fn concern(caution: &Caution) -> Option<String> {
    match caution {
        Caution::RoleUncovered { role } => {
            Some(format!("nobody who signs holds a role of the policy: {}", name(*role)))
        }
        Caution::AgainstVerdict { verdict, .. } => Some(format!("the policy says: {}", name(*verdict))),
        Caution::RankTooLow { needed } => {
            Some(format!("nobody who signs stands high enough for what fails: {}", name(*needed)))
        }
        _ => None,
    }
}

/// The risk that stays: as it is said, else as the open exceptions say it. An approval says one.
fn stays(asked: &Asked<'_>, proposed: Option<ResidualInput>) -> Result<Option<ResidualInput>, Trouble> {
    let said = asked.residual.map(residual).transpose()?.or(proposed);
    let approves = matches!(asked.outcome, OutcomeArgument::Approved | OutcomeArgument::ApprovedWithConditions);
    if approves && said.is_none() {
        let how = "say which risk stays, such as --residual \"low: a notice of a breach may come late\"";
        return Err(Trouble::Usage(how.to_owned()));
    }
    Ok(said)
}

/// Whether somebody looks at the vendor again.
const fn looked_at_again(outcome: OutcomeArgument) -> bool {
    !matches!(outcome, OutcomeArgument::Rejected | OutcomeArgument::Withdrawn)
}

/// A duty as `DATE: TEXT`; after `DATE!` it must be done before the vendor is used, and `DATE EX-007` names the finding
/// that it settles.
fn condition(text: &str, owner: Uuid, findings: &[ConditionFinding]) -> Result<ConditionInput, Trouble> {
    let (head, what) = text.split_once(':').ok_or_else(|| Trouble::Usage(format!("write DATE: TEXT, not: {text}")))?;
    let (day, label) = head.trim().split_once(char::is_whitespace).unwrap_or((head.trim(), ""));
    let (label, after) = label.trim().strip_prefix('!').map_or((label.trim(), false), |label| (label.trim(), true));
    let (day, before_go_live) = day.strip_suffix('!').map_or((day, after), |day| (day, true));
    let due = day.parse().map_err(|_| Trouble::Usage(format!("not a day as 2026-03-31: {day}")))?;
    let finding = if label.is_empty() { None } else { Some(settled(label, findings)?) };
    Ok(ConditionInput { what: what.trim().to_owned(), owner, due, before_go_live, rule: None, finding })
}

/// The finding that a duty settles, by what it is called, "EX-007" or "7"; only one that is open can be settled.
fn settled(label: &str, findings: &[ConditionFinding]) -> Result<Uuid, Trouble> {
    let number = |label: &str| label.trim_start_matches(|c: char| !c.is_ascii_digit()).parse::<u32>().ok();
    let wanted = number(label);
    let found = findings.iter().find(|finding| wanted.is_some() && number(&finding.label) == wanted);
    found.map(|finding| finding.finding).ok_or_else(|| {
        let open: Vec<&str> = findings.iter().map(|finding| finding.label.as_str()).collect();
        let which = if open.is_empty() { "none is open".to_owned() } else { format!("open are {}", open.join(", ")) };
        Trouble::Usage(format!("no recorded finding of this vendor that is open: {label} ({which})"))
    })
}

/// The risk that stays, as `LEVEL: TEXT`.
fn residual(text: &str) -> Result<ResidualInput, Trouble> {
    let (level, words) =
        text.split_once(':').ok_or_else(|| Trouble::Usage(format!("write LEVEL: TEXT, not: {text}")))?;
    let level = match level.trim().to_lowercase().as_str() {
        "low" => RiskName::Low,
        "medium" => RiskName::Medium,
        "high" => RiskName::High,
        "critical" => RiskName::Critical,
        other => return Err(Trouble::Usage(format!("low, medium, high or critical, not: {other}"))),
    };
    Ok(ResidualInput { level, words: words.trim().to_owned() })
}

fn signers(sheet: &DecisionSheet, names: &[String]) -> Result<Vec<Uuid>, Trouble> {
    if names.is_empty() {
        return Ok(sheet.signers.clone());
    }
    names
        .iter()
        .map(|name| {
            sheet
                .people
                .iter()
                .find(|person| person.name.eq_ignore_ascii_case(name))
                .map(|person| person.id)
                .ok_or_else(|| Trouble::Usage(format!("nobody of that name is in the workspace: {name}")))
        })
        .collect()
}

const fn outcome(argument: OutcomeArgument) -> OutcomeName {
    match argument {
        OutcomeArgument::Approved => OutcomeName::Approved,
        OutcomeArgument::ApprovedWithConditions => OutcomeName::ApprovedWithConditions,
        OutcomeArgument::MoreEvidence => OutcomeName::MoreEvidence,
        OutcomeArgument::Escalated => OutcomeName::Escalated,
        OutcomeArgument::Rejected => OutcomeName::Rejected,
        OutcomeArgument::Withdrawn => OutcomeName::Withdrawn,
    }
}
