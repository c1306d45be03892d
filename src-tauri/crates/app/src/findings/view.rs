//! How a finding is shown, with the steps that lead on for who acts.

use super::{
    Found, Gathered, Item, RiskTerms, accept, assumed,
    names::{
        extent_name, inputs_view, nature_name, recurrence_name, response_view, severity_name, status_name, step_name,
        term_name,
    },
};
use crate::{clock::Day, documents::view::citation, names as shared, people};
use chrono::NaiveDate;
use countersign_contract::wire as w;
use countersign_domain::{
    Action, FindingStatus, FindingStep, Permit, Person, Severity,
    finding::{Proof, Rate, Refused, SeverityInputs, Source, rating},
};
use countersign_policy::{Policy, due, rules::Rule};
use countersign_store::AcceptanceRow;

/// The order in which findings are shown: what is open first and the gravest before the rest; among them what is due sooner.
pub(super) fn rank(view: &w::FindingView) -> impl Ord + use<> {
    let severity = view.assessment.as_ref().map(|assessment| assessment.rating.severity);
    let grave = match severity {
        Some(w::SeverityName::Critical) => 0,
        Some(w::SeverityName::High) => 1,
        // What nobody has judged may be grave.
        None => 2,
        Some(w::SeverityName::Medium) => 3,
        Some(w::SeverityName::Low) => 4,
    };
    (view.settled, grave, view.due.unwrap_or(NaiveDate::MAX), view.vendor_name.clone(), view.number)
}

/// How a finding is shown.
pub(super) fn view(found: &Found, gathered: &Gathered, actor: &Person, day: Day<'_>) -> w::FindingView {
    let today = day.on;
    let Found { vendor, item } = found;
    let (finding, said, policy) = (&item.finding, &item.finding.said, &gathered.policy);
    let name = |id| people::name_in(&gathered.people, id);
    let (standing, days) = (item.standing(), item.days(policy));
    let link = |wanted: &dyn Fn(&Item) -> bool| {
        gathered.found.iter().map(|found| &found.item).find(|item| item.recorded && wanted(item)).map(link)
    };
    let follows = Permit::request(actor, Action::FollowFindings).is_ok();
    let open =
        !matches!(standing.status, FindingStatus::Closed | FindingStatus::NotApplicable | FindingStatus::Superseded);
    w::FindingView {
        key: item.key(),
        number: item.recorded.then_some(finding.number),
        vendor: vendor.id.uuid(),
        vendor_name: vendor.name.to_string(),
        tier: vendor.tier.map(shared::tier_name),
        title: finding.title.to_string(),
        source: source(item, gathered),
        control_id: said.control_id.clone(),
        criteria: said.criteria.clone(),
        control: said.control.clone(),
        tests: said.tests.clone(),
        result: said.result.clone(),
        citations: said.citations.iter().map(citation).collect(),
        deviating: said.rate.map(Rate::deviating),
        tested: said.rate.map(Rate::tested),
        response: said.response.clone(),
        response_citations: said.response_citations.iter().map(citation).collect(),
        remarks: remarks(item),
        proposed: proposed(item),
        assessment: finding.assessment.as_ref().map(|assessment| w::AssessmentView {
            inputs: inputs_view(&assessment.inputs),
            reason: assessment.reason.as_ref().map(ToString::to_string),
            rating: rated(&assessment.inputs, item, policy, today),
            by: name(assessment.by),
            at: assessment.at,
        }),
        status: status_name(standing.status),
        settled: standing.status.is_settled(),
        owner: finding.owner.map(|owner| owner.uuid()),
        owner_name: finding.owner.map(name),
        due: days.treat,
        due_is_set: finding.due.is_some(),
        overdue: days.treat.is_some_and(|day| day < today),
        escalate_on: days.escalate,
        answer_due: days.answer,
        answer_late: days.answer.is_some_and(|day| day < today),
        document: finding.document().map(|document| document.uuid()),
        proofs: finding.proofs.iter().map(|proof| self::proof(proof, gathered)).collect(),
        verified_by: finding.verified_by.map(name),
        settled_by: finding.settled_by.map(name),
        acceptance: item.acceptance.as_ref().map(|(row, terms)| acceptance(row, terms, item, gathered, today)),
        request: accept::view(item, gathered, actor, day),
        repeat_of: finding.repeat_of.and_then(|id| link(&|item| item.finding.id == id)),
        repeated_by: item.repeated_by.and_then(|id| link(&|item| item.finding.id == id)),
        tested_clean: item.tested_clean.map(|(document, page)| w::CitedPageView { document: document.uuid(), page }),
        conditions: conditions(item, gathered),
        recorded_at: item.recorded.then_some(finding.recorded_at),
        can_assess: follows && open,
        steps: steps(item, gathered, actor, today),
    }
}

/// The conditions under which the vendor is approved that settle it.
fn conditions(item: &Item, gathered: &Gathered) -> Vec<w::FindingCondition> {
    let own = gathered.duties.iter().filter(|duty| item.recorded && duty.finding == item.finding.id);
    own.map(|duty| w::FindingCondition {
        decision: duty.decision.uuid(),
        number: duty.number,
        what: duty.what.to_string(),
        owner: people::name_in(&gathered.people, duty.owner),
        due: duty.due,
        done_at: duty.done_at,
    })
    .collect()
}

fn link(item: &Item) -> w::FindingLink {
    w::FindingLink { key: item.key(), number: item.finding.number, title: item.finding.title.to_string() }
}

fn source(item: &Item, gathered: &Gathered) -> w::FindingSource {
    match &item.finding.source {
        Source::Exception { document, entry } => w::FindingSource::Exception {
            unrecorded: format!("{document}/{entry}"),
            document: document.uuid(),
            file_name: gathered.files.get(document).cloned().unwrap_or_default(),
            current: item.current,
            stated: item.stated,
        },
        Source::Rule(rule) => w::FindingSource::Rule {
            rule: rule.clone(),
            title: Rule::of_code(rule).map_or_else(|| rule.clone(), |rule| rule.title.to_owned()),
        },
        Source::Hand => w::FindingSource::Hand,
    }
}

fn proof(proof: &Proof, gathered: &Gathered) -> w::ProofView {
    w::ProofView {
        document: proof.document.uuid(),
        file_name: gathered.files.get(&proof.document).cloned().unwrap_or_default(),
        page: proof.page,
        by: proof.by.map(|by| people::name_in(&gathered.people, by)),
        at: proof.at,
    }
}

fn remarks(item: &Item) -> w::FindingRemarks {
    let remarks = &item.finding.remarks;
    w::FindingRemarks {
        population: remarks.population,
        root_cause: remarks.root_cause.as_ref().map(ToString::to_string),
        own_control: remarks.own_control.as_ref().map(ToString::to_string),
        note: remarks.note.as_ref().map(ToString::to_string),
    }
}

fn proposed(item: &Item) -> w::ProposedInputs {
    w::ProposedInputs {
        extent: extent_name(item.proposed.extent),
        nature: item.proposed.nature.map(nature_name),
        response: response_view(item.proposed.response),
        history: recurrence_name(item.proposed.history),
        opinion_modified: item.proposed.opinion_modified,
    }
}

/// The sum and what follows from it.
pub(super) fn rated(inputs: &SeverityInputs, item: &Item, policy: &Policy, today: NaiveDate) -> w::RatingView {
    let rating = rating::rate(inputs, item.finding.said.rate);
    let since = if item.recorded { item.recorded_on } else { today };
    w::RatingView {
        impact: inputs.impact.points(),
        exposure: inputs.exposure.points(),
        base: rating.base,
        terms: rating
            .terms
            .into_iter()
            .map(|term| w::TermView {
                term: term_name(term.name),
                title: term.name.title().to_owned(),
                points: term.points,
                reason: term.reason,
            })
            .collect(),
        score: rating.score,
        bounds: rating.bounds.iter().map(|bound| bound.title().to_owned()).collect(),
        severity: severity_name(rating.severity),
        due: item.finding.due.unwrap_or_else(|| due::treatment(policy, rating.severity, since)),
    }
}

fn acceptance(
    row: &AcceptanceRow,
    terms: &RiskTerms,
    item: &Item,
    gathered: &Gathered,
    today: NaiveDate,
) -> w::RiskAcceptanceView {
    let name = |id| people::name_in(&gathered.people, id);
    let state = match &row.ended {
        Some(end) => w::AcceptanceState::Ended { on: end.on, by: name(end.by), why: end.why.to_string() },
        None => match item.overtaken.filter(|_| row.expires >= today) {
            Some(overtaken) => w::AcceptanceState::Overtaken { with: overtaken.what() },
            None if item.accepted_until.is_some_and(|until| until >= today) => w::AcceptanceState::Holds,
            None => w::AcceptanceState::Expired,
        },
    };
    w::RiskAcceptanceView {
        id: row.id.uuid(),
        reason: terms.reason.clone(),
        worst_case: terms.worst_case.clone(),
        compensations: terms.compensations.clone(),
        plan: terms.plan.clone(),
        severity: severity_name(terms.severity),
        residual: shared::risk_name(terms.residual),
        requester: name(terms.requester),
        approver: name(row.approved_by),
        rank: shared::rank_name(terms.rank),
        granted_on: row.approved_on,
        expires: item.accepted_until.unwrap_or(row.expires),
        state,
    }
}

/// The steps that lead on from where it stands, for who acts.
fn steps(item: &Item, gathered: &Gathered, actor: &Person, today: NaiveDate) -> Vec<w::FindingStepView> {
    let policy = &gathered.policy;
    let waiting = item.recorded && gathered.waiting(item.finding.id, today);
    let standing = item.standing();
    let limits = standing.severity.map(|severity| item.risk_limits(policy, severity));
    let may = |step: FindingStep| {
        let action = if step == FindingStep::Accept { Action::Decide } else { Action::FollowFindings };
        Permit::request(actor, action).is_ok() && (step != FindingStep::Supersede || item.tested_clean.is_some())
    };
    FindingStep::ALL
        .iter()
        .filter(|step| may(**step))
        .filter_map(|step| {
            let alone = *step == FindingStep::Close
                && standing.severity >= Some(Severity::High)
                && standing.verified_by == Some(actor.id);
            let waits_for = match standing.leads(*step) {
                Ok(()) if alone => Some(w::StepWaits::SecondPerson),
                Ok(()) if waiting && *step == FindingStep::Accept => Some(w::StepWaits::Approval),
                Ok(()) => None,
                Err(Refused::NotAssessed) => Some(w::StepWaits::Assessment),
                Err(Refused::TouchesUs) => Some(w::StepWaits::TouchesUs),
                Err(_) => return None,
            };
            let day = match step {
                FindingStep::Ask => Some(due::first_answer(policy, assumed(standing.severity), today)),
                FindingStep::Accept => limits.map(|limits| limits.latest(today)),
                _ => None,
            };
            let rank = limits.filter(|_| *step == FindingStep::Accept).map(|limits| shared::rank_name(limits.rank));
            let again = *step == FindingStep::Accept && item.accepted_before;
            Some(w::FindingStepView { step: step_name(*step), waits_for, day, rank, again })
        })
        .collect()
}
