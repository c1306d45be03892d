//! From the parts on the wire to what the register holds; what is wrong is said at its field.

use super::names;
use crate::{fail, people};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{ContractId, DocumentId, EngagementId, Name, PersonId, register as r};
use std::collections::BTreeSet;
use uuid::Uuid;

/// Writes who the vendor is into the profile; `acts` says whether a person is one of ours.
pub(super) fn company(
    profile: &mut r::Profile,
    it: &w::CompanyPart,
    acts: &dyn Fn(Uuid) -> bool,
) -> Result<(), Failure> {
    let person = |field: &str, id: Option<Uuid>| match id {
        Some(id) if !acts(id) => Err(fail::invalid(field, Problem::WrongForm)),
        id => Ok(id.map(PersonId::from_uuid)),
    };
    profile.legal_name = people::optional_name("legal_name", it.legal_name.as_deref())?;
    profile.website = people::optional_name("website", it.website.as_deref())?;
    profile.identifiers = numbered(&it.identifiers, |at, it| {
        let value = people::name(&format!("identifiers.{at}.value"), &it.value)?;
        Ok(r::Identifier { scheme: names::scheme(it.scheme), value })
    })?;
    profile.affiliates = numbered(&it.affiliates, |at, it| {
        let name = people::name(&format!("affiliates.{at}.name"), &it.name)?;
        Ok(r::Affiliate { name, relation: names::relation(it.relation) })
    })?;
    profile.tags = name_list("tags", &it.tags)?.into_iter().collect();
    profile.requester = person("requester", it.requester)?;
    profile.sponsor = person("sponsor", it.sponsor)?;
    profile.replaces = people::optional_name("replaces", it.replaces.as_deref())?;
    profile.needed_by = day("needed_by", it.needed_by)?;
    Ok(())
}

pub(super) fn service(id: EngagementId, it: &w::ServicePart) -> Result<r::Engagement, Failure> {
    Ok(r::Engagement {
        id,
        name: people::name("name", &it.name)?,
        purpose: people::optional_text("purpose", it.purpose.as_deref())?,
        users: people::optional_text("users", it.users.as_deref())?,
        data: it.data.as_ref().map(|data| data.iter().copied().map(names::data).collect()),
        data_locations: it.data_locations.as_deref().map(|all| name_list("data_locations", all)).transpose()?,
        access: it.access.map(names::access),
        integration: it.integration.map(names::integration),
        dependence: it.dependence.map(names::dependence),
        tolerable_outage: hours("tolerable_outage", it.tolerable_outage)?,
        substitutability: it.substitutability.map(names::substitutability),
        regulated: it.regulated,
        feeds_financial_statements: it.feeds_financial_statements,
        sole_processor_of_customer_data: it.sole_processor_of_customer_data,
        in_our_soc2: it.in_our_soc2,
        sla_relied_on: it.sla_relied_on,
        privacy_commitments_relied_on: it.privacy_commitments_relied_on,
        ai_on_our_data: it.ai_on_our_data.map(names::ai),
        subprocessors: it.subprocessors.as_deref().map(|all| name_list("subprocessors", all)).transpose()?,
    })
}

pub(super) fn contract(id: ContractId, it: &w::ContractPart) -> Result<r::Contract, Failure> {
    let (start, end) = (plausible("start", it.start)?, plausible("end", it.end)?);
    let renewal = it.renewal.map(names::renewal);
    let renewal_months = number("renewal_months", it.renewal_months, 1, 120)?;
    let notice_days = number("notice_days", it.notice_days, 0, 1095)?;
    let term = r::Term::new(start, end, renewal, renewal_months, notice_days).map_err(|error| match error {
        r::InvalidTerm::EndsBeforeItStarts => fail::invalid("end", Problem::EndsBeforeItStarts),
        r::InvalidTerm::ImplausibleDay => fail::invalid("end", Problem::ImplausibleDay),
        r::InvalidTerm::RenewalMonths => fail::invalid("renewal_months", Problem::EndsAndRenews),
        r::InvalidTerm::NoticeDays => fail::invalid("notice_days", range(0, 1095)),
    })?;
    Ok(r::Contract {
        id,
        title: people::name("title", &it.title)?,
        term,
        amount_per_year: amount(it)?,
        breach_notice: hours("breach_notice", it.breach_notice)?,
        audit_right: it.audit_right,
        return_or_deletion: it.return_or_deletion,
        right_to_reports: it.right_to_reports,
        subprocessor_notice: it.subprocessor_notice,
        data_processing_agreement: it.data_processing_agreement,
        ai_terms: it.ai_terms,
        governing_law: people::optional_name("governing_law", it.governing_law.as_deref())?,
    })
}

fn amount(it: &w::ContractPart) -> Result<Option<r::Money>, Failure> {
    let Some(minor) = it.amount_minor else { return Ok(None) };
    let code = it.currency.as_deref().unwrap_or_default();
    let currency = r::Currency::parse(code).map_err(|_| fail::invalid("currency", Problem::NoCurrency))?;
    let money = r::Money::new(minor, currency).map_err(|_| fail::invalid("amount_minor", range(0, i32::MAX)))?;
    Ok(Some(money))
}

pub(super) fn contacts(it: &w::ContactsPart) -> Result<Vec<r::Contact>, Failure> {
    numbered(&it.contacts, |at, it| {
        let field = |name: &str| format!("contacts.{at}.{name}");
        let email = filled(it.email.as_deref()).map(r::EmailAddress::parse).transpose();
        let phone = filled(it.phone.as_deref()).map(r::Phone::parse).transpose();
        Ok(r::Contact {
            name: people::name(&field("name"), &it.name)?,
            role: people::optional_name(&field("role"), it.role.as_deref())?,
            email: email.map_err(|_| fail::invalid(&field("email"), Problem::NoEmail))?,
            phone: phone.map_err(|_| fail::invalid(&field("phone"), Problem::NoPhone))?,
        })
    })
}

pub(super) fn nda(it: &w::NdaPart) -> Result<Option<r::Nda>, Failure> {
    let Some(state) = it.state else { return Ok(None) };
    let nda = r::Nda::new(names::nda(state), it.signed_on, it.until).map_err(|error| match error {
        r::InvalidNda::EndsBeforeItStarts => fail::invalid("until", Problem::EndsBeforeItStarts),
        r::InvalidNda::DayWithoutAgreement => fail::invalid("signed_on", Problem::NothingAgreed),
        r::InvalidNda::ImplausibleDay => fail::invalid("signed_on", Problem::ImplausibleDay),
    })?;
    Ok(Some(nda))
}

/// `filed` says whether a document is one of the vendor's.
pub(super) fn examination(
    it: &w::ExaminationPart,
    filed: &dyn Fn(DocumentId) -> bool,
) -> Result<Option<r::NextExamination>, Failure> {
    if *it == w::ExaminationPart::default() {
        return Ok(None);
    }
    let needed = |field: &str| fail::invalid(field, Problem::Empty);
    let proof = it.proof.map(DocumentId::from_uuid);
    if proof.is_some_and(|proof| !filed(proof)) {
        return Err(fail::invalid("proof", Problem::ProofMissing));
    }
    let told = r::Told {
        firm: people::optional_name("firm", it.firm.as_deref())?,
        kind: names::examination(it.kind.ok_or_else(|| needed("kind"))?),
        from: it.from,
        to: it.to,
        expected_on: it.expected_on.ok_or_else(|| needed("expected_on"))?,
        proof,
        said: people::optional_text("said", it.said.as_deref())?,
    };
    let taken = r::NextExamination::new(told).map_err(|error| match error {
        r::InvalidExamination::EndsBeforeItStarts => fail::invalid("to", Problem::EndsBeforeItStarts),
        r::InvalidExamination::ExpectedTooEarly => fail::invalid("expected_on", Problem::BeforeThePeriodEnds),
        r::InvalidExamination::ImplausibleDay => fail::invalid("expected_on", Problem::ImplausibleDay),
        r::InvalidExamination::ProofMissing => fail::invalid("said", Problem::ProofOrWordsMissing),
    })?;
    Ok(Some(taken))
}

pub(super) fn continuity(it: &w::ContinuityPart) -> Result<r::Continuity, Failure> {
    let escrow = match (it.escrow_agreed, it.escrow.as_deref()) {
        (None, _) => None,
        (Some(false), _) => Some(r::EscrowStanding::None),
        (Some(true), None) => return Err(fail::invalid("escrow.kind", Problem::Empty)),
        (Some(true), Some(record)) => Some(r::EscrowStanding::Agreed(Box::new(escrow(record)?))),
    };
    Ok(r::Continuity {
        exit_plan: last("exit_plan", it.exit_plan.as_ref())?,
        exit_test: last("exit_test", it.exit_test.as_ref())?,
        exit_effort_days: number("exit_effort_days", it.exit_effort_days, 0, 3650)?,
        export_known: it.export_known,
        export_test: last("export_test", it.export_test.as_ref())?,
        rto_needed: hours("rto_needed", it.rto_needed)?,
        rto_offered: hours("rto_offered", it.rto_offered)?,
        rpo_needed: hours("rpo_needed", it.rpo_needed)?,
        rpo_offered: hours("rpo_offered", it.rpo_offered)?,
        escrow,
        alternatives: it.alternatives.iter().copied().map(names::alternative).collect(),
    })
}

fn escrow(it: &w::EscrowPart) -> Result<r::Escrow, Failure> {
    let level: Option<u8> = number("escrow.verification_level", it.verification_level, 1, 4)?;
    let verified_on = day("escrow.verified_on", it.verified_on)?;
    let verification = match (level, verified_on) {
        (None, None) => None,
        (Some(level), Some(on)) => {
            let level = r::VerificationLevel::new(level);
            let level = level.map_err(|_| fail::invalid("escrow.verification_level", range(1, 4)))?;
            Some(r::EscrowVerification { level, on })
        }
        (Some(_), None) => return Err(fail::invalid("escrow.verified_on", Problem::Empty)),
        (None, Some(_)) => return Err(fail::invalid("escrow.verification_level", Problem::Empty)),
    };
    Ok(r::Escrow {
        kind: names::escrow(it.kind),
        agent: people::optional_name("escrow.agent", it.agent.as_deref())?,
        agreed_on: day("escrow.agreed_on", it.agreed_on)?,
        deposit: it.deposit.as_ref().map(|all| all.iter().copied().map(names::deposit).collect()),
        deposit_every_months: number("escrow.deposit_every_months", it.deposit_every_months, 1, 120)?,
        last_deposit_on: day("escrow.last_deposit_on", it.last_deposit_on)?,
        release_conditions: it
            .release_conditions
            .as_ref()
            .map(|all| all.iter().copied().map(names::release).collect::<BTreeSet<_>>()),
        release_procedure: people::optional_text("escrow.release_procedure", it.release_procedure.as_deref())?,
        rights_after_release: people::optional_text("escrow.rights_after_release", it.rights_after_release.as_deref())?,
        verification,
        operator: people::optional_name("escrow.operator", it.operator.as_deref())?,
        last_exercise_on: day("escrow.last_exercise_on", it.last_exercise_on)?,
    })
}

/// Parses a day that may be missing.
pub(super) fn day(field: &str, day: Option<NaiveDate>) -> Result<Option<r::Day>, Failure> {
    day.map(r::Day::new).transpose().map_err(|_| fail::invalid(field, Problem::ImplausibleDay))
}

fn plausible(field: &str, date: Option<NaiveDate>) -> Result<Option<NaiveDate>, Failure> {
    Ok(day(field, date)?.map(r::Day::get))
}

fn last(field: &str, it: Option<&w::LastDonePart>) -> Result<Option<r::LastDone>, Failure> {
    match it {
        None => Ok(None),
        Some(w::LastDonePart::Never) => Ok(Some(r::LastDone::Never)),
        Some(w::LastDonePart::On { day: on }) => {
            let on = day(field, *on)?.ok_or_else(|| fail::invalid(field, Problem::Empty))?;
            Ok(Some(r::LastDone::On(on)))
        }
    }
}

fn hours(field: &str, it: Option<i64>) -> Result<Option<r::Hours>, Failure> {
    let Some(number) = number(field, it, 0, r::Hours::LIMIT.cast_signed())? else { return Ok(None) };
    r::Hours::new(number).map(Some).map_err(|_| fail::invalid(field, range(0, r::Hours::LIMIT.cast_signed())))
}

fn number<T: TryFrom<i64>>(field: &str, it: Option<i64>, least: i32, most: i32) -> Result<Option<T>, Failure> {
    let Some(given) = it else { return Ok(None) };
    let fits = (i64::from(least)..=i64::from(most)).contains(&given).then(|| T::try_from(given).ok()).flatten();
    fits.map(Some).ok_or_else(|| fail::invalid(field, range(least, most)))
}

const fn range(least: i32, most: i32) -> Problem {
    Problem::OutOfRange { least, most }
}

fn filled(text: Option<&str>) -> Option<&str> {
    text.filter(|text| !text.trim().is_empty())
}

fn name_list(field: &str, all: &[String]) -> Result<Vec<Name>, Failure> {
    all.iter().filter(|name| !name.trim().is_empty()).map(|name| people::name(field, name)).collect()
}

fn numbered<A, B>(all: &[A], parse: impl Fn(usize, &A) -> Result<B, Failure>) -> Result<Vec<B>, Failure> {
    all.iter().enumerate().map(|(at, it)| parse(at, it)).collect()
}
