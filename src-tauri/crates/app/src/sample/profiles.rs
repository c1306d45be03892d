//! What the register of the sample says of its vendors: services, contracts, contacts, confidentiality, continuity.

use super::{cast::People, companies as c};
use chrono::{Days, NaiveDate};
use countersign_contract::wire as w;
use w::{AccessName as A, DataClassName as D, DependenceName as P, IntegrationName as I, SubstitutabilityName as S};

/// A service in short: what decides its class.
struct Use {
    vendor: &'static str,
    service: &'static str,
    purpose: &'static str,
    data: &'static [D],
    access: A,
    integration: I,
    dependence: P,
    substitutability: S,
    regulated: bool,
    in_our_soc2: bool,
    /// Agreement: how many days after it was entered it ends, and the days of notice.
    term: Option<(u64, i64)>,
    /// Whether confidentiality is agreed.
    nda: bool,
}

const USES: [Use; 7] = [
    Use {
        vendor: c::TIDEWRACK.name,
        service: c::TIDEWRACK.system,
        purpose: "Keeps the readings of the instruments that we sold and shows them to our customers.",
        data: &[D::BusinessConfidential, D::PersonalAsProcessor],
        access: A::ProductionOrSystem,
        integration: I::Deep,
        dependence: P::StopsWork,
        substitutability: S::Complex,
        regulated: true,
        in_our_soc2: true,
        term: Some((720, 90)),
        nda: true,
    },
    Use {
        vendor: c::HOLLOWMERE.name,
        service: c::HOLLOWMERE.system,
        purpose: "Sends invoices and reminders to customers.",
        data: &[D::PersonalAsProcessor, D::BusinessConfidential],
        access: A::ProductionOrSystem,
        integration: I::Moderate,
        dependence: P::Degraded,
        substitutability: S::Easily,
        regulated: false,
        in_our_soc2: false,
        term: Some((450, 30)),
        nda: true,
    },
    Use {
        vendor: c::OSPREYLINE.name,
        service: c::OSPREYLINE.system,
        purpose: "Works out and pays the wages of all employees.",
        data: &[D::PersonalAsProcessor, D::PaymentAccount, D::MoneyMovement],
        access: A::NetworkOrUser,
        integration: I::Moderate,
        dependence: P::Degraded,
        substitutability: S::Easily,
        regulated: true,
        in_our_soc2: false,
        term: Some((365, 90)),
        nda: true,
    },
    Use {
        vendor: c::BRAMBLEGATE.name,
        service: c::BRAMBLEGATE.system,
        purpose: "Signs our people in to every system.",
        data: &[D::Credentials, D::Internal],
        access: A::ProductionOrSystem,
        integration: I::Deep,
        dependence: P::StopsWork,
        substitutability: S::Complex,
        regulated: true,
        in_our_soc2: true,
        term: None,
        nda: true,
    },
    Use {
        vendor: c::COBBLEWICK.name,
        service: c::COBBLEWICK.system,
        purpose: "Lets customers and suppliers sign contracts.",
        data: &[D::BusinessConfidential],
        access: A::None,
        integration: I::None,
        dependence: P::Degraded,
        substitutability: S::Easily,
        regulated: false,
        in_our_soc2: false,
        term: None,
        nda: false,
    },
    Use {
        vendor: c::SALTMARROW.name,
        service: c::SALTMARROW.system,
        purpose: "Keeps the books of our British subsidiary.",
        data: &[D::BusinessConfidential, D::MoneyMovement],
        access: A::NetworkOrUser,
        integration: I::Moderate,
        dependence: P::Degraded,
        substitutability: S::Complex,
        regulated: true,
        in_our_soc2: false,
        term: Some((365, 60)),
        nda: false,
    },
    Use {
        vendor: c::LINTELBROOK.name,
        service: c::LINTELBROOK.system,
        purpose: "Answers customers’ questions.",
        data: &[D::PersonalAsProcessor],
        access: A::None,
        integration: I::Moderate,
        dependence: P::Degraded,
        substitutability: S::Easily,
        regulated: false,
        in_our_soc2: false,
        term: None,
        nda: false,
    },
];

/// The parts of a vendor's register entry, as they are typed on the day it is entered.
pub(super) fn parts(vendor: &str, people: &People, today: NaiveDate) -> Vec<w::RegisterPart> {
    let Some(it) = USES.iter().find(|it| it.vendor == vendor) else { return Vec::new() };
    let mut parts = vec![w::RegisterPart::Service(Box::new(service(it)))];
    if let Some((days, notice)) = it.term {
        parts.push(w::RegisterPart::Contract(Box::new(contract(today, today + Days::new(days), notice))));
    }
    if it.nda {
        let nda = w::NdaPart { state: Some(w::NdaStateName::Signed), signed_on: Some(today), until: None };
        parts.push(w::RegisterPart::Nda(nda));
    }
    if it.dependence == P::StopsWork || it.term.is_some() {
        parts.push(w::RegisterPart::Continuity(Box::new(continuity(it.dependence == P::StopsWork, today))));
    }
    parts.push(w::RegisterPart::Company(w::CompanyPart {
        legal_name: Some(it.vendor.to_owned()),
        website: None,
        identifiers: Vec::new(),
        affiliates: Vec::new(),
        tags: if it.regulated { vec!["regulated".to_owned()] } else { Vec::new() },
        requester: Some(people.procurement),
        sponsor: Some(people.executive),
        replaces: None,
        needed_by: None,
    }));
    let desk = |name: &str, role: &str, at: &str| w::ContactPart {
        name: name.to_owned(),
        role: Some(role.to_owned()),
        email: Some(format!("{at}@{}.example", it.vendor.split([' ', ',']).next().unwrap_or_default().to_lowercase())),
        phone: None,
    };
    let contacts = vec![desk("Trust desk", "Reports and questionnaires", "trust")];
    parts.push(w::RegisterPart::Contacts(w::ContactsPart { contacts }));
    parts
}

fn service(it: &Use) -> w::ServicePart {
    w::ServicePart {
        id: None,
        name: it.service.to_owned(),
        purpose: Some(it.purpose.to_owned()),
        users: None,
        data: Some(it.data.to_vec()),
        data_locations: None,
        access: Some(it.access),
        integration: Some(it.integration),
        dependence: Some(it.dependence),
        tolerable_outage: Some(if it.dependence == P::StopsWork { 8 } else { 72 }),
        substitutability: Some(it.substitutability),
        regulated: Some(it.regulated),
        feeds_financial_statements: Some(it.data.contains(&D::MoneyMovement)),
        sole_processor_of_customer_data: Some(false),
        in_our_soc2: Some(it.in_our_soc2),
        sla_relied_on: Some(it.dependence == P::StopsWork),
        privacy_commitments_relied_on: Some(false),
        ai_on_our_data: Some(w::AiUseName::No),
        subprocessors: None,
    }
}

fn contract(start: NaiveDate, end: NaiveDate, notice: i64) -> w::ContractPart {
    w::ContractPart {
        id: None,
        title: "Master service agreement".to_owned(),
        start: Some(start),
        end: Some(end),
        renewal: Some(w::RenewalName::Automatic),
        renewal_months: Some(12),
        notice_days: Some(notice),
        amount_minor: Some(4_800_000),
        currency: Some("USD".to_owned()),
        breach_notice: Some(72),
        audit_right: Some(false),
        return_or_deletion: Some(true),
        right_to_reports: Some(true),
        subprocessor_notice: Some(true),
        data_processing_agreement: Some(true),
        ai_terms: None,
        governing_law: Some("New York".to_owned()),
    }
}

/// How we would go on, looked at and tested on that day; where no work stops without the vendor nothing was tested.
pub(super) fn continuity(critical: bool, today: NaiveDate) -> w::ContinuityPart {
    let on = || Some(w::LastDonePart::On { day: Some(today) });
    w::ContinuityPart {
        exit_plan: if critical { on() } else { Some(w::LastDonePart::Never) },
        exit_test: None,
        exit_effort_days: critical.then_some(120),
        export_known: Some(true),
        export_test: if critical { on() } else { None },
        rto_needed: critical.then_some(8),
        rto_offered: critical.then_some(4),
        rpo_needed: critical.then_some(24),
        rpo_offered: critical.then_some(1),
        escrow_agreed: critical.then_some(false),
        escrow: None,
        alternatives: if critical { vec![w::AlternativeName::VerifiedExport] } else { Vec::new() },
    }
}
