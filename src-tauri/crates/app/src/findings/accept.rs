//! Living with a finding for a time: it is asked for, and counts once the one who is named approves it as who acts
//! (`practice.md` §5.5, `decisions/0042`).

use super::{
    Found, Gathered, Item, RiskTerms, assumed,
    record::{Becomes, Writer},
    steps::{in_force, refusal},
};
use crate::{App, acceptance, clock::Day, fail, names, people};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    AcceptanceId, Action, Finding, FindingId, FindingStatus, FindingStep, LongText, Op, Person, Rank, RiskLevel,
    finding::{Move, rating},
};
use countersign_store::{AcceptanceAnswer, AcceptanceEnd, AcceptanceKind, AcceptanceRequest, AcceptanceRow};
use std::collections::HashMap;

/// What is asked for.
pub(super) struct Asked<'g> {
    pub(super) requester: &'g Person,
    pub(super) approver: &'g Person,
    pub(super) rank: Rank,
    pub(super) reason: LongText,
    pub(super) worst_case: LongText,
    pub(super) compensations: LongText,
    pub(super) plan: LongText,
    pub(super) residual: RiskLevel,
    pub(super) expires: NaiveDate,
}

/// The latest request to accept each finding, of requests of which the latest come first.
pub(super) fn latest(requests: Vec<AcceptanceRequest>) -> HashMap<String, AcceptanceRequest> {
    let risks = requests.into_iter().filter(|row| row.kind == AcceptanceKind::Risk);
    risks.rev().map(|row| (row.rule.clone(), row)).collect()
}

impl Gathered {
    /// The latest request to accept a finding that was not approved; nothing where it can be accepted no more.
    pub(super) fn request(&self, finding: FindingId) -> Option<&AcceptanceRequest> {
        let latest = self.requests.get(&finding.to_string())?;
        latest.answer.as_ref().is_none_or(|answer| answer.acceptance.is_none()).then_some(latest)
    }

    /// Whether somebody is asked to accept a finding and has not answered.
    pub(super) fn waiting(&self, finding: FindingId, today: NaiveDate) -> bool {
        self.request(finding).is_some_and(|row| row.answer.is_none() && row.expires >= today)
    }
}

impl App {
    /// What is kept of a request.
    pub(super) fn asked_for(
        &self,
        finding: &Finding,
        it: &Asked<'_>,
        person: &Person,
        now: DateTime<Utc>,
    ) -> Result<AcceptanceRequest, Failure> {
        // The guard lets only what is assessed be accepted.
        let assessment = finding.assessment.as_ref().ok_or_else(|| fail::invalid("key", Problem::NotAssessed))?;
        let (score, severity) = rating::score(&assessment.inputs);
        let terms = RiskTerms {
            found: finding.title.to_string(),
            severity,
            score,
            reason: it.reason.to_string(),
            worst_case: it.worst_case.to_string(),
            compensations: it.compensations.to_string(),
            plan: it.plan.to_string(),
            residual: it.residual,
            requester: it.requester.id,
            rank: it.rank,
        };
        Ok(AcceptanceRequest {
            id: AcceptanceId::from_uuid(self.id(now)),
            vendor: finding.vendor,
            kind: AcceptanceKind::Risk,
            rule: finding.id.to_string(),
            approver: it.approver.id,
            expires: it.expires,
            recorded_by: person.id,
            recorded_at: now,
            terms: serde_json::to_value(&terms).map_err(fail::unexpected)?,
            answer: None,
        })
    }

    /// Approves or refuses that a finding is accepted, as who acts; who asked may take it back.
    pub(crate) fn answer_risk_acceptance(&self, input: &w::AnswerAcceptance) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::SignDecisions)?;
        let (now, id) = (self.clock.now(), AcceptanceId::from_uuid(input.request));
        let request = opened.store.read(|db| db.acceptance_request(id)).map_err(fail::store)?;
        let request = request.filter(|request| request.kind == AcceptanceKind::Risk);
        let request = request.ok_or_else(|| fail::not_found("request"))?;
        let terms: RiskTerms = serde_json::from_value(request.terms.clone()).map_err(fail::unexpected)?;
        let comment = acceptance::answer_comment(input, &request, terms.requester, person.id)?;
        let (gathered, named) = self.named(&opened, std::slice::from_ref(&request.rule))?;
        let found = &gathered.found[named[0]];
        let mut becomes = Becomes::of(self, found, &person, now);
        becomes.note("expires", request.expires.to_string());
        becomes.note("requester", people::name_in(&gathered.people, terms.requester));
        becomes.note("comment", comment.as_ref().map(ToString::to_string));
        let mut answer = AcceptanceAnswer { by: person.id, at: now, comment, acceptance: None };
        let writer = |person: Person| Writer { person, permit, now };
        let keys = if input.agrees {
            let row = self.accepted(found, &request, terms, &person, &gathered)?;
            answer.acceptance = Some(row.id);
            let today = self.clock.today();
            let again = in_force(&found.item, today).map(|row| row.id).zip(LongText::parse("Accepted anew.").ok());
            let end = again.map(|(id, why)| (id, AcceptanceEnd { on: today, by: person.id, why }));
            becomes.changed("status", found.item.standing().status.as_str(), FindingStatus::Accepted.as_str());
            becomes.finding.status = FindingStatus::Accepted;
            becomes.finding.verified_by = None;
            writer(person).write(&opened, Op::GrantAcceptance, vec![becomes], |db, _| {
                if let Some((id, end)) = &end {
                    db.end_acceptance(*id, end)?;
                }
                db.approve_acceptance(id, &row, &answer)
            })?
        } else {
            writer(person)
                .write(&opened, Op::RefuseAcceptance, vec![becomes], |db, _| db.answer_acceptance(id, &answer))?
        };
        self.views_of(&opened, &keys)
    }

    /// What counts once it is approved: everything is checked again as it is on that day.
    fn accepted(
        &self,
        found: &Found,
        request: &AcceptanceRequest,
        terms: RiskTerms,
        approver: &Person,
        gathered: &Gathered,
    ) -> Result<AcceptanceRow, Failure> {
        let (standing, today) = (found.item.standing(), self.clock.today());
        if standing.severity != Some(terms.severity) {
            // It was judged anew: what was asked for is not what would be approved.
            return Err(fail::invalid("request", Problem::Outdated));
        }
        let limits = found.item.risk_limits(&gathered.policy, assumed(standing.severity));
        let step = Move::Accept { requester: terms.requester, approver, expires: request.expires, limits };
        standing.after(&step, today).map_err(|refused| refusal(FindingStep::Accept, refused))?;
        let rank = Rank::of(&approver.roles).unwrap_or(Rank::TeamMember);
        Ok(AcceptanceRow {
            id: AcceptanceId::from_uuid(self.id(self.clock.now())),
            vendor: request.vendor,
            kind: AcceptanceKind::Risk,
            rule: request.rule.clone(),
            approved_by: approver.id,
            approved_on: today,
            expires: request.expires,
            recorded_by: approver.id,
            recorded_at: self.clock.now(),
            ended: None,
            terms: serde_json::to_value(RiskTerms { rank, ..terms }).map_err(fail::unexpected)?,
        })
    }
}

/// How a request to accept a finding is shown; `None` once it is approved, and where it waits for an answer that the finding no
/// longer needs.
pub(super) fn view(item: &Item, gathered: &Gathered, actor: &Person, day: Day<'_>) -> Option<w::RiskRequestView> {
    let request = gathered.request(item.finding.id).filter(|_| item.recorded)?;
    if request.answer.is_none() && item.standing().leads(FindingStep::Accept).is_err() {
        return None;
    }
    let terms: RiskTerms = serde_json::from_value(request.terms.clone()).ok()?;
    let name = |id| people::name_in(&gathered.people, id);
    Some(w::RiskRequestView {
        id: request.id.uuid(),
        state: acceptance::request_state(request, terms.requester, &gathered.people, actor.id, day.on)?,
        reason: terms.reason,
        worst_case: terms.worst_case,
        compensations: terms.compensations,
        plan: terms.plan,
        residual: names::risk_name(terms.residual),
        requester: name(terms.requester),
        approver: name(request.approver),
        asked_on: day.of(request.recorded_at),
        expires: request.expires,
    })
}
