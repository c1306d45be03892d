//! From what the register holds to its parts on the wire.

use super::names;
use chrono::NaiveDate;
use countersign_contract::wire as w;
use countersign_domain::{Name, PersonId, register as r};

pub(super) fn company(profile: &r::Profile) -> w::CompanyPart {
    w::CompanyPart {
        legal_name: text(profile.legal_name.as_ref()),
        website: text(profile.website.as_ref()),
        identifiers: profile
            .identifiers
            .iter()
            .map(|it| w::IdentifierPart { scheme: names::scheme_name(it.scheme), value: it.value.to_string() })
            .collect(),
        affiliates: profile
            .affiliates
            .iter()
            .map(|it| w::AffiliatePart { name: it.name.to_string(), relation: names::relation_name(it.relation) })
            .collect(),
        tags: profile.tags.iter().map(ToString::to_string).collect(),
        requester: profile.requester.map(PersonId::uuid),
        sponsor: profile.sponsor.map(PersonId::uuid),
        replaces: text(profile.replaces.as_ref()),
        needed_by: profile.needed_by.map(r::Day::get),
    }
}

pub(super) fn service(it: &r::Engagement) -> w::ServicePart {
    w::ServicePart {
        id: Some(it.id.uuid()),
        name: it.name.to_string(),
        purpose: text(it.purpose.as_ref()),
        users: text(it.users.as_ref()),
        data: it.data.as_ref().map(|data| data.iter().copied().map(names::data_name).collect()),
        data_locations: it.data_locations.as_ref().map(|places| list(places)),
        access: it.access.map(names::access_name),
        integration: it.integration.map(names::integration_name),
        dependence: it.dependence.map(names::dependence_name),
        tolerable_outage: hours(it.tolerable_outage),
        substitutability: it.substitutability.map(names::substitutability_name),
        regulated: it.regulated,
        feeds_financial_statements: it.feeds_financial_statements,
        sole_processor_of_customer_data: it.sole_processor_of_customer_data,
        in_our_soc2: it.in_our_soc2,
        sla_relied_on: it.sla_relied_on,
        privacy_commitments_relied_on: it.privacy_commitments_relied_on,
        ai_on_our_data: it.ai_on_our_data.map(names::ai_name),
        subprocessors: it.subprocessors.as_ref().map(|names| list(names)),
    }
}

pub(super) fn contract(it: &r::Contract, today: NaiveDate) -> w::ContractView {
    let notice_deadline = it.term.next_notice_deadline(today);
    w::ContractView {
        current_end: it.term.current_end(today),
        notice_deadline,
        days_left: notice_deadline.map(|day| (day - today).num_days()),
        contract: w::ContractPart {
            id: Some(it.id.uuid()),
            title: it.title.to_string(),
            start: it.term.start(),
            end: it.term.end(),
            renewal: it.term.renewal().map(names::renewal_name),
            renewal_months: it.term.renewal_months().map(i64::from),
            notice_days: it.term.notice_days().map(i64::from),
            amount_minor: it.amount_per_year.map(r::Money::minor),
            currency: it.amount_per_year.map(|amount| amount.currency().to_string()),
            breach_notice: hours(it.breach_notice),
            audit_right: it.audit_right,
            return_or_deletion: it.return_or_deletion,
            right_to_reports: it.right_to_reports,
            subprocessor_notice: it.subprocessor_notice,
            data_processing_agreement: it.data_processing_agreement,
            ai_terms: it.ai_terms,
            governing_law: text(it.governing_law.as_ref()),
        },
    }
}

pub(super) fn contact(it: &r::Contact) -> w::ContactPart {
    w::ContactPart {
        name: it.name.to_string(),
        role: text(it.role.as_ref()),
        email: text(it.email.as_ref()),
        phone: text(it.phone.as_ref()),
    }
}

pub(super) fn nda(it: Option<r::Nda>) -> w::NdaPart {
    w::NdaPart {
        state: it.map(|nda| names::nda_name(nda.state())),
        signed_on: it.and_then(r::Nda::signed_on),
        until: it.and_then(r::Nda::until),
    }
}

pub(super) fn examination(it: Option<&r::NextExamination>) -> w::ExaminationPart {
    let Some(told) = it.map(r::NextExamination::told) else { return w::ExaminationPart::default() };
    w::ExaminationPart {
        firm: text(told.firm.as_ref()),
        kind: Some(names::examination_name(told.kind)),
        from: told.from,
        to: told.to,
        expected_on: Some(told.expected_on),
        proof: told.proof.map(countersign_domain::DocumentId::uuid),
        said: text(told.said.as_ref()),
    }
}

pub(super) fn continuity(it: &r::Continuity) -> w::ContinuityPart {
    let (escrow_agreed, escrow) = match &it.escrow {
        None => (None, None),
        Some(r::EscrowStanding::None) => (Some(false), None),
        Some(r::EscrowStanding::Agreed(record)) => (Some(true), Some(Box::new(escrow(record)))),
    };
    w::ContinuityPart {
        exit_plan: it.exit_plan.map(last),
        exit_test: it.exit_test.map(last),
        exit_effort_days: it.exit_effort_days.map(i64::from),
        export_known: it.export_known,
        export_test: it.export_test.map(last),
        rto_needed: hours(it.rto_needed),
        rto_offered: hours(it.rto_offered),
        rpo_needed: hours(it.rpo_needed),
        rpo_offered: hours(it.rpo_offered),
        escrow_agreed,
        escrow,
        alternatives: it.alternatives.iter().copied().map(names::alternative_name).collect(),
    }
}

fn escrow(it: &r::Escrow) -> w::EscrowPart {
    w::EscrowPart {
        kind: names::escrow_name(it.kind),
        agent: text(it.agent.as_ref()),
        agreed_on: it.agreed_on.map(r::Day::get),
        deposit: it.deposit.as_ref().map(|all| all.iter().copied().map(names::deposit_name).collect()),
        deposit_every_months: it.deposit_every_months.map(i64::from),
        last_deposit_on: it.last_deposit_on.map(r::Day::get),
        release_conditions: it
            .release_conditions
            .as_ref()
            .map(|all| all.iter().copied().map(names::release_name).collect()),
        release_procedure: text(it.release_procedure.as_ref()),
        rights_after_release: text(it.rights_after_release.as_ref()),
        verification_level: it.verification.map(|verified| i64::from(verified.level.get())),
        verified_on: it.verification.map(|verified| verified.on.get()),
        operator: text(it.operator.as_ref()),
        last_exercise_on: it.last_exercise_on.map(r::Day::get),
    }
}

fn last(it: r::LastDone) -> w::LastDonePart {
    it.day().map_or(w::LastDonePart::Never, |day| w::LastDonePart::On { day: Some(day) })
}

fn text(it: Option<&impl ToString>) -> Option<String> {
    it.map(ToString::to_string)
}

fn list(names: &[Name]) -> Vec<String> {
    names.iter().map(ToString::to_string).collect()
}

fn hours(it: Option<r::Hours>) -> Option<i64> {
    it.map(|hours| i64::from(hours.get()))
}
