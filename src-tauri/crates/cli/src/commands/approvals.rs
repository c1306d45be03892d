//! `countersign approvals`, `countersign approve` and `countersign refuse`: deviations and acceptances of findings that wait for the
//! one who is named.

use super::name;
use crate::{Done, args::Common, open, out::Out, say::Trouble};
use chrono::NaiveDate;
use countersign_app::App;
use countersign_contract::{
    Commands as _,
    wire::{
        AcceptanceRequestState, AcceptanceRequestView, AnswerAcceptance, AttentionKindName, FindingView, FindingsQuery,
        Nothing, RiskRequestView, VendorRef,
    },
};
use serde_json::{Value, json};
use uuid::Uuid;

/// What is asked to be allowed.
#[derive(Clone, Copy, PartialEq, Eq)]
enum What {
    /// To depart from a rule.
    Deviation,
    /// To live with a finding.
    Finding,
}

/// Something that waits for an answer.
struct Waiting {
    id: Uuid,
    what: What,
    vendor: String,
    /// The code of the rule, or the number of the finding.
    of: String,
    title: String,
    found: Option<String>,
    reason: String,
    worst_case: String,
    compensations: String,
    /// What will be done about a finding, and the risk that stays.
    plan: Option<(String, String)>,
    requester: String,
    approver: String,
    asked_on: NaiveDate,
    expires: NaiveDate,
    may_sign: bool,
    may_take_back: bool,
}

/// Lists what waits; ends as "something to act on" where anything does.
pub(crate) fn list(common: &Common, mine: bool, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let mut waiting = all(&app)?;
    waiting.retain(|one| !mine || one.may_sign);
    if out.is_json() {
        out.objects(waiting.iter().map(as_json))?;
    } else if waiting.is_empty() {
        out.note(if mine { "nothing waits for your approval" } else { "nothing waits for an approval" });
    } else {
        let cells: Vec<Vec<String>> = waiting.iter().map(cells).collect();
        out.table(&["vendor", "of", "what", "approver", "asked by", "until", "request"], &cells)?;
    }
    Ok(if waiting.is_empty() { Done::Clean } else { Done::Notable })
}

/// An answer as it is given on the command line.
pub(crate) struct Answer<'a> {
    pub(crate) wanted: &'a str,
    pub(crate) vendor: Option<&'a str>,
    pub(crate) agrees: bool,
    pub(crate) comment: Option<&'a str>,
}

/// Approves or refuses as who acts.
pub(crate) fn answer(common: &Common, asked: &Answer<'_>, out: &mut Out) -> Result<Done, Trouble> {
    if common.as_of.is_some() {
        return Err(Trouble::Usage("an answer carries the day on which it is given: leave out --as-of".to_owned()));
    }
    let app = open::workspace_to_write(common)?;
    let vendor = asked.vendor.map(|wanted| super::vendor_exactly(&app, wanted)).transpose()?.map(|row| row.name);
    let request = the_one(all(&app)?, asked.wanted, vendor.as_deref())?;
    let input =
        AnswerAcceptance { request: request.id, agrees: asked.agrees, comment: asked.comment.map(str::to_owned) };
    match request.what {
        What::Deviation => drop(app.acceptance_answer(input)?),
        What::Finding => drop(app.finding_acceptance_answer(input)?),
    }
    let done = match (asked.agrees, request.may_sign) {
        (true, _) => "approved",
        (false, true) => "refused",
        (false, false) => "taken back",
    };
    if out.is_json() {
        let mut said = as_json(&request);
        said["answer"] = json!(done);
        out.objects([said])?;
    } else {
        out.note(&format!("{done}: {}, {} of {}", request.title, request.of, request.vendor));
        if asked.agrees {
            out.note(&format!("it holds until {}", request.expires));
        }
    }
    Ok(Done::Clean)
}

/// Everything that waits, by vendor. Today says which vendors it is of.
fn all(app: &App) -> Result<Vec<Waiting>, Trouble> {
    let mut vendors: Vec<Uuid> = Vec::new();
    for item in app.today(Nothing {})?.items {
        if item.kind == AttentionKindName::ApprovalWaiting {
            vendors.extend(item.vendor.filter(|vendor| !vendors.contains(vendor)));
        }
    }
    let mut waiting = Vec::new();
    for vendor in vendors {
        let evaluation = app.vendor_evaluation(VendorRef { vendor })?;
        waiting.extend(evaluation.requests.iter().filter_map(|request| deviation(&evaluation.name, request)));
        let findings = app.findings(FindingsQuery { vendor: Some(vendor) })?.findings;
        waiting.extend(findings.iter().filter_map(|finding| risk(finding, finding.request.as_ref()?)));
    }
    Ok(waiting)
}

/// Whether who acts may sign it, and take it back; `None` where it waits no more.
const fn waits(state: &AcceptanceRequestState) -> Option<(bool, bool)> {
    match state {
        AcceptanceRequestState::Waiting { may_sign, may_take_back } => Some((*may_sign, *may_take_back)),
        AcceptanceRequestState::Lapsed | AcceptanceRequestState::Refused { .. } => None,
    }
}

fn deviation(vendor: &str, request: &AcceptanceRequestView) -> Option<Waiting> {
    let (may_sign, may_take_back) = waits(&request.state)?;
    Some(Waiting {
        id: request.id,
        what: What::Deviation,
        vendor: vendor.to_owned(),
        of: request.rule.clone(),
        title: request.title.clone(),
        found: Some(request.found.clone()),
        reason: request.reason.clone(),
        worst_case: request.worst_case.clone(),
        compensations: request.compensations.clone(),
        plan: None,
        requester: request.requester.clone(),
        approver: request.approver.clone(),
        asked_on: request.asked_on,
        expires: request.expires,
        may_sign,
        may_take_back,
    })
}

fn risk(finding: &FindingView, request: &RiskRequestView) -> Option<Waiting> {
    let (may_sign, may_take_back) = waits(&request.state)?;
    Some(Waiting {
        id: request.id,
        what: What::Finding,
        vendor: finding.vendor_name.clone(),
        of: finding.number.map_or_else(|| finding.key.clone(), |number| number.to_string()),
        title: finding.title.clone(),
        found: None,
        reason: request.reason.clone(),
        worst_case: request.worst_case.clone(),
        compensations: request.compensations.clone(),
        plan: Some((request.plan.clone(), name(request.residual))),
        requester: request.requester.clone(),
        approver: request.approver.clone(),
        asked_on: request.asked_on,
        expires: request.expires,
        may_sign,
        may_take_back,
    })
}

/// The request of that id, or the only one of the rule or finding that is named.
fn the_one(waiting: Vec<Waiting>, wanted: &str, vendor: Option<&str>) -> Result<Waiting, Trouble> {
    let fits = |one: &Waiting| {
        let named = one.id.to_string() == wanted || one.of.eq_ignore_ascii_case(wanted);
        named && vendor.is_none_or(|vendor| one.vendor == vendor)
    };
    let mut fitting: Vec<Waiting> = waiting.into_iter().filter(fits).collect();
    match fitting.len() {
        1 => Ok(fitting.remove(0)),
        0 => Err(Trouble::Usage(format!("nothing of that name waits for an approval: {wanted}"))),
        _ => {
            let ids: Vec<String> = fitting.iter().map(|one| format!("{} of {}", one.id, one.vendor)).collect();
            Err(Trouble::Usage(format!("several requests fit {wanted}: {}", ids.join(", "))))
        }
    }
}

fn cells(one: &Waiting) -> Vec<String> {
    vec![
        one.vendor.clone(),
        one.of.clone(),
        one.title.clone(),
        if one.may_sign { format!("{} (you)", one.approver) } else { one.approver.clone() },
        one.requester.clone(),
        one.expires.to_string(),
        one.id.to_string(),
    ]
}

/// The published shape of a request on the command line.
fn as_json(one: &Waiting) -> Value {
    let kind = match one.what {
        What::Deviation => "deviation",
        What::Finding => "finding",
    };
    json!({
        "id": one.id,
        "kind": kind,
        "vendor": one.vendor,
        "of": one.of,
        "title": one.title,
        "found": one.found,
        "reason": one.reason,
        "worst_case": one.worst_case,
        "compensations": one.compensations,
        "plan": one.plan.as_ref().map(|(plan, _)| plan),
        "residual": one.plan.as_ref().map(|(_, residual)| residual),
        "requester": one.requester,
        "approver": one.approver,
        "asked_on": one.asked_on,
        "expires": one.expires,
        "may_sign": one.may_sign,
        "may_take_back": one.may_take_back,
    })
}
