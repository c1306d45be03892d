//! Deviations that are asked for: the one who is named approves or refuses as who acts, and until then nothing counts
//! (`practice.md` §4.5, §7.2; `decisions/0039`).

use super::grant::{Terms, deviation_until, may_grant};
use crate::{
    App, alternative,
    application::{Opened, stamp},
    fail, people,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    AcceptanceId, Action, AlternativeId, EngagementId, LongText, Op, Person, PersonId, Vendor, VendorId,
};
use countersign_policy::{
    Rank, RuleResult,
    rules::Rule,
    snapshot::OfServices,
    verdict::{for_service, result_of},
};
use countersign_store::{AcceptanceAnswer, AcceptanceKind, AcceptanceRequest, AcceptanceRow, Subject};
use serde_json::json;
use std::collections::BTreeSet;

/// What can be allowed of a rule on the day, and by whom.
struct Allowable {
    vendor: Vendor,
    people: Vec<Person>,
    rule: &'static Rule,
    found: String,
    latest: NaiveDate,
    needed: Rank,
    /// The services of which it was found; `None` = all.
    services: Option<BTreeSet<EngagementId>>,
    /// The version of the path without a report that would be approved, and who assessed it.
    path: Option<(AlternativeId, PersonId)>,
}

impl Allowable {
    /// The rank of whoever is to approve until that day, where all that can be checked allows it.
    fn check(
        &self,
        requester: PersonId,
        approver: &Person,
        expires: NaiveDate,
        today: NaiveDate,
    ) -> Result<Rank, Failure> {
        let rank = may_grant(requester, approver, self.needed)?;
        if self.path.is_some_and(|(_, assessed_by)| assessed_by == approver.id) {
            return Err(fail::invalid("approver", Problem::SamePerson));
        }
        if expires < today {
            return Err(fail::invalid("expires", Problem::InThePast));
        }
        if expires > self.latest {
            return Err(fail::invalid("expires", Problem::TooLate { latest: self.latest }));
        }
        Ok(rank)
    }
}

/// For which services something is to be allowed.
#[derive(Clone, Copy)]
enum For<'a> {
    All,
    /// Those of the part to which one belongs.
    PartOf(EngagementId),
    /// Exactly these.
    These(&'a BTreeSet<EngagementId>),
}

impl For<'_> {
    fn is(self, part: &OfServices) -> bool {
        match self {
            Self::All => false,
            Self::PartOf(service) => part.services.contains(&service),
            Self::These(these) => part.services.iter().copied().collect::<BTreeSet<_>>() == *these,
        }
    }
}

impl App {
    fn allowable(&self, opened: &Opened, id: VendorId, code: &str, of: For<'_>) -> Result<Allowable, Failure> {
        let today = self.clock.today();
        let assembled = self.assembled(opened, Some(id))?;
        let facts = assembled.facts.get(&id).ok_or_else(|| fail::not_found("vendor"))?;
        let rule = Rule::of_code(code).ok_or_else(|| fail::not_found("rule"))?;
        let part = facts.of_services.iter().find(|part| of.is(part));
        let result = match (of, part) {
            (For::All, _) => result_of(rule, facts, &assembled.policy, today),
            (_, Some(part)) => {
                let result = rule.evaluate(&part.facts, &assembled.policy, today);
                RuleResult { found: for_service(&part.name, &result.found).into(), ..result }
            }
            // Papers no longer tell them apart, or others: what was asked for some services cannot be allowed for more.
            (_, None) => return Err(fail::invalid("service", Problem::Outdated)),
        };
        let services = part.map(|part| part.services.iter().copied().collect());
        let latest = deviation_until(&result, facts, &assembled.policy, today)
            .map_err(|problem| fail::invalid("rule", problem))?;
        let needed = result.acceptable_by.ok_or_else(|| fail::invalid("rule", Problem::NeverAcceptable))?;
        let approves =
            rule.code == alternative::RULE && alternative::approvable(facts, &assembled.policy, today).is_some();
        let (vendor, people, paths) = opened
            .store
            .read(|db| Ok((db.vendor(id)?, db.persons()?, db.alternatives_of(id)?)))
            .map_err(fail::store)?;
        let path = paths.first().filter(|_| approves).map(|path| (path.id, path.assessed_by));
        let vendor = vendor.ok_or_else(|| fail::not_found("vendor"))?;
        Ok(Allowable { vendor, people, rule, found: result.found.to_string(), latest, needed, services, path })
    }

    /// Asks for a deviation from a rule.
    pub(crate) fn request_acceptance(&self, input: &w::RequestAcceptance) -> Result<w::EvaluationView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let (now, today) = (self.clock.now(), self.clock.today());
        let id = VendorId::from_uuid(input.vendor);
        let of = input.service.map_or(For::All, |service| For::PartOf(EngagementId::from_uuid(service)));
        let allowable = self.allowable(&opened, id, &input.rule, of)?;
        let reason = people::long_text("reason", &input.reason)?;
        let worst_case = people::long_text("worst_case", &input.worst_case)?;
        let compensations = people::long_text("compensations", &input.compensations)?;
        let acts = |id: uuid::Uuid, field: &str| {
            let found = allowable.people.iter().find(|person| person.active && person.id.uuid() == id);
            found.ok_or_else(|| fail::invalid(field, Problem::WrongForm))
        };
        let (requester, approver) = (acts(input.requester, "requester")?, acts(input.approver, "approver")?);
        let rank = allowable.check(requester.id, approver, input.expires, today)?;
        let terms = Terms {
            found: allowable.found.clone(),
            reason: reason.to_string(),
            worst_case: worst_case.to_string(),
            compensations: compensations.to_string(),
            requester: requester.id,
            rank,
            alternative: allowable.path.map(|(path, _)| path),
            services: allowable.services.clone(),
        };
        let row = AcceptanceRequest {
            id: AcceptanceId::from_uuid(self.id(now)),
            vendor: id,
            kind: AcceptanceKind::Deviation,
            rule: allowable.rule.code.to_owned(),
            approver: approver.id,
            expires: input.expires,
            recorded_by: person.id,
            recorded_at: now,
            terms: serde_json::to_value(&terms).map_err(fail::unexpected)?,
            answer: None,
        };
        let stamp = stamp(&person, permit, now, Op::RequestAcceptance, Subject::vendor(&allowable.vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("rule", row.rule.as_str());
                db.note("found", terms.found.as_str());
                db.note("approver", json!({ "name": approver.name, "rank": rank }));
                db.note("requester", requester.name.as_str());
                db.note("expires", row.expires.to_string());
                db.insert_acceptance_request(&row)
            })
            .map_err(fail::store)?;
        self.evaluation(input.vendor)
    }

    /// Approves or refuses what was asked for, as who acts: only who is named may approve, and once. Who asked may take it back.
    pub(crate) fn answer_acceptance(&self, input: &w::AnswerAcceptance) -> Result<w::EvaluationView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::SignDecisions)?;
        let now = self.clock.now();
        let id = AcceptanceId::from_uuid(input.request);
        let found = opened.store.read(|db| {
            let request = db.acceptance_request(id)?.filter(|request| request.kind == AcceptanceKind::Deviation);
            let Some(request) = request else { return Ok(None) };
            let vendor = db.vendor(request.vendor)?;
            Ok(vendor.map(|vendor| (request, vendor)))
        });
        let (request, vendor) = found.map_err(fail::store)?.ok_or_else(|| fail::not_found("request"))?;
        let terms: Terms = serde_json::from_value(request.terms.clone()).map_err(fail::unexpected)?;
        let comment = answer_comment(input, &request, terms.requester, person.id)?;
        let granted = input.agrees.then(|| self.granted(&opened, &request, terms, &person)).transpose()?;
        let answer =
            AcceptanceAnswer { by: person.id, at: now, comment, acceptance: granted.as_ref().map(|row| row.id) };
        let op = if granted.is_some() { Op::GrantAcceptance } else { Op::RefuseAcceptance };
        let stamp = stamp(&person, permit, now, op, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                db.note("rule", request.rule.as_str());
                db.note("expires", request.expires.to_string());
                if let Some(comment) = &answer.comment {
                    db.note("comment", comment.as_str());
                }
                match &granted {
                    Some(row) => db.approve_acceptance(id, row, &answer),
                    None => db.answer_acceptance(id, &answer),
                }
            })
            .map_err(fail::store)?;
        self.evaluation(request.vendor.uuid())
    }

    /// What counts once it is approved: everything is checked again as it is on that day.
    fn granted(
        &self,
        opened: &Opened,
        request: &AcceptanceRequest,
        terms: Terms,
        approver: &Person,
    ) -> Result<AcceptanceRow, Failure> {
        let (now, today) = (self.clock.now(), self.clock.today());
        let of = terms.services.as_ref().map_or(For::All, For::These);
        let allowable = self.allowable(opened, request.vendor, &request.rule, of)?;
        let rank = allowable.check(terms.requester, approver, request.expires, today)?;
        if allowable.path.map(|(path, _)| path) != terms.alternative {
            // Another version of the path, or none any more: what was asked for is not what would be approved.
            return Err(fail::invalid("request", Problem::Outdated));
        }
        Ok(AcceptanceRow {
            id: AcceptanceId::from_uuid(self.id(now)),
            vendor: request.vendor,
            kind: AcceptanceKind::Deviation,
            rule: request.rule.clone(),
            approved_by: approver.id,
            approved_on: today,
            expires: request.expires,
            recorded_by: approver.id,
            recorded_at: now,
            ended: None,
            terms: serde_json::to_value(Terms { rank, ..terms }).map_err(fail::unexpected)?,
        })
    }
}

/// Whether somebody asked for it, or recorded that somebody did.
fn asked(request: &AcceptanceRequest, requester: PersonId, person: PersonId) -> bool {
    request.recorded_by == person || requester == person
}

/// What is said with an answer, where this person may give it: only who is named approves, and once; who asked may take it back.
pub(crate) fn answer_comment(
    input: &w::AnswerAcceptance,
    request: &AcceptanceRequest,
    requester: PersonId,
    person: PersonId,
) -> Result<Option<LongText>, Failure> {
    let named = request.approver == person;
    if request.answer.is_some() || !(named || (!input.agrees && asked(request, requester, person))) {
        return Err(fail::invalid("person", Problem::NotToSign));
    }
    let comment = people::optional_text("comment", input.comment.as_deref())?;
    if !input.agrees && comment.is_none() {
        // Who refuses says why.
        return Err(fail::invalid("comment", Problem::ReasonMissing));
    }
    Ok(comment)
}

/// What became of something asked for; `None` once it is approved.
pub(crate) fn state(
    request: &AcceptanceRequest,
    requester: PersonId,
    people: &[Person],
    actor: PersonId,
    today: NaiveDate,
) -> Option<w::AcceptanceRequestState> {
    Some(match &request.answer {
        Some(answer) if answer.acceptance.is_some() => return None,
        Some(answer) => w::AcceptanceRequestState::Refused {
            by: people::name_in(people, answer.by),
            taken_back: answer.by != request.approver,
            comment: answer.comment.as_ref().map(ToString::to_string).unwrap_or_default(),
        },
        None if request.expires < today => w::AcceptanceRequestState::Lapsed,
        None => w::AcceptanceRequestState::Waiting {
            may_sign: request.approver == actor,
            may_take_back: asked(request, requester, actor),
        },
    })
}

/// How a deviation that is asked for is shown; `None` once it is approved, as it then stands among what is accepted.
pub(super) fn view(
    request: &AcceptanceRequest,
    people: &[Person],
    actor: PersonId,
    (asked_on, today): (NaiveDate, NaiveDate),
) -> Option<w::AcceptanceRequestView> {
    if request.kind != AcceptanceKind::Deviation {
        return None;
    }
    let terms: Terms = serde_json::from_value(request.terms.clone()).ok()?;
    let name = |id| people::name_in(people, id);
    let state = state(request, terms.requester, people, actor, today)?;
    Some(w::AcceptanceRequestView {
        id: request.id.uuid(),
        rule: request.rule.clone(),
        title: Rule::of_code(&request.rule).map_or_else(|| request.rule.clone(), |rule| rule.title.to_owned()),
        requester: name(terms.requester),
        found: terms.found,
        reason: terms.reason,
        worst_case: terms.worst_case,
        compensations: terms.compensations,
        approver: name(request.approver),
        asked_on,
        expires: request.expires,
        state,
    })
}
