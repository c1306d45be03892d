//! A vendor of whom everything is known and good, for tests. The companies are invented.

use crate::{
    Policy, Rank, Severity,
    alternative::{Substitute, SubstituteKind},
    snapshot::{
        Applies, ApprovalSigned, Assessment, Cited, CuecState, CuecStatus, Cuecs, Deviation, Evidence, Exceptions,
        Finding, FindingStatus, FirmCheck, LetterFacts, LetterSigner, Licence, NextAudit, PeerReview, Review, Snapshot,
        Source, SubserviceAssurance, SubserviceState,
    },
};
use chrono::NaiveDate;
use countersign_domain::{
    Category, ContractId, DocumentId, EngagementId, Kind, Name, Opinion, PersonId, Role, Tier,
    reading::SubserviceMethod,
    register::{
        Access, AiUse, Continuity, Contract, DataClass, Day, Dependence, Engagement, EscrowStanding, Hours,
        Integration, LastDone, Nda, NdaState, Profile, Substitutability, Term,
    },
};
use uuid::Uuid;

pub(crate) fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

pub(crate) fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

pub(crate) fn document(number: u128) -> DocumentId {
    DocumentId::from_uuid(Uuid::from_u128(number))
}

pub(crate) fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

pub(crate) const REPORT: u128 = 1;
pub(crate) const PENTEST: u128 = 3;
pub(crate) const OTHER: u128 = 9;

/// The day on which the good vendor is looked at.
pub(crate) fn today() -> NaiveDate {
    day("2026-02-15")
}

/// A SOC 2 Type 2 report on the calendar year 2025, with nothing wrong in it.
pub(crate) fn report() -> Evidence {
    let mut report = Evidence::new(document(REPORT), Kind::Soc2Type2);
    report.received_on = Some(day("2026-02-10"));
    report.source = Some(Source::Portal);
    report.organization = Some(Cited::on(1, "Northwind Ledger, Inc.".to_owned()));
    report.system = Some(Cited::on(1, "Northwind Ledger Platform".to_owned()));
    report.firm = Some(Cited::on(5, "Marlowe & Finch LLP".to_owned()));
    report.firm_location = Some(Cited::on(5, "Springfield".to_owned()));
    report.period_start = Some(Cited::on(3, day("2025-01-01")));
    report.period_end = Some(Cited::on(3, day("2025-12-31")));
    report.report_date = Some(Cited::on(5, day("2026-02-05")));
    report.opinion = Some(Cited::on(4, Opinion::Unqualified));
    report.categories = Some(Cited::on(3, vec![Category::Security, Category::Availability, Category::Confidentiality]));
    report.missing_parts = Some(Vec::new());
    report.exceptions = Some(Exceptions { confirmed: true, ..Exceptions::default() });
    report.judged.reliability = Some(88);
    report
}

/// A bridge letter signed by management.
pub(crate) fn letter(number: u128, from: &str, to: &str) -> Evidence {
    let mut letter = Evidence::new(document(number), Kind::BridgeLetter);
    letter.letter = Some(LetterFacts {
        from: Some(Cited::on(1, day(from))),
        to: Some(Cited::on(1, day(to))),
        signer: Some(LetterSigner::VendorManagement),
        states_changes: Some(true),
        contradicts_events: None,
        refused: None,
    });
    letter
}

pub(crate) fn pentest() -> Evidence {
    let mut test = Evidence::new(document(PENTEST), Kind::PentestReport);
    test.assessment = Some(Assessment {
        tested_to: Some(Cited::on(2, day("2025-10-10"))),
        independent: Some(true),
        open_high: Some(Cited::on(6, 0)),
    });
    test
}

pub(crate) fn engagement() -> Engagement {
    let id = EngagementId::from_uuid(Uuid::from_u128(1));
    Engagement {
        data: Some([DataClass::BusinessConfidential].into()),
        access: Some(Access::ProductionOrSystem),
        integration: Some(Integration::Deep),
        dependence: Some(Dependence::StopsWork),
        tolerable_outage: Some(Hours::new(24).expect("hours")),
        substitutability: Some(Substitutability::Complex),
        regulated: Some(false),
        feeds_financial_statements: Some(false),
        sole_processor_of_customer_data: Some(false),
        in_our_soc2: Some(false),
        sla_relied_on: Some(true),
        privacy_commitments_relied_on: Some(false),
        ai_on_our_data: Some(AiUse::No),
        subprocessors: Some(vec![name("Harbor Compute")]),
        ..Engagement::new(id, name("Northwind Ledger"))
    }
}

pub(crate) fn contract() -> Contract {
    let term = Term::new(Some(day("2025-07-01")), Some(day("2026-06-30")), None, None, Some(60)).expect("a term");
    Contract {
        term,
        breach_notice: Some(Hours::new(48).expect("hours")),
        return_or_deletion: Some(true),
        right_to_reports: Some(true),
        subprocessor_notice: Some(true),
        data_processing_agreement: Some(true),
        ai_terms: Some(true),
        ..Contract::new(ContractId::from_uuid(Uuid::from_u128(1)), name("Master agreement"))
    }
}

pub(crate) fn done_on(text: &str) -> LastDone {
    LastDone::On(Day::new(day(text)).expect("a plausible day"))
}

pub(crate) fn cuec(text: &str) -> CuecState {
    CuecState {
        text: text.to_owned(),
        applies: Some(Applies::Yes),
        about_access: Some(true),
        owner: Some(person(1)),
        status: Some(CuecStatus::Implemented { evidence: true }),
        page: Some(30),
    }
}

pub(crate) fn host() -> SubserviceState {
    SubserviceState {
        name: "Harbor Compute".to_owned(),
        services: None,
        method: Some(SubserviceMethod::CarveOut),
        has_our_data: Some(true),
        assurance: Some(SubserviceAssurance::ReportHeld),
        controls_listed: Some(true),
        controls_mapped: Some(true),
        page: Some(28),
    }
}

pub(crate) fn firm_check() -> FirmCheck {
    FirmCheck {
        firm: "Marlowe & Finch LLP".to_owned(),
        licence: Some(Licence::Active),
        peer_review: Some(PeerReview::Pass),
        peer_review_accepted_on: Some(day("2024-05-01")),
        first_report_on: Some(day("2015-01-01")),
        checked_on: day("2026-02-11"),
        checked_by: Some(person(1)),
        licence_proof: None,
        peer_review_proof: None,
    }
}

pub(crate) fn finding(key: &str, severity: Severity) -> Finding {
    Finding {
        key: key.to_owned(),
        title: format!("Finding {key}"),
        severity,
        status: FindingStatus::Open,
        due_on: None,
        document: Some((document(REPORT), Cited::on(40, ()))),
    }
}

pub(crate) fn deviation(rule: &str, rank: Rank, granted: &str, expires: &str) -> Deviation {
    Deviation {
        rule: rule.to_owned(),
        found: "as found".to_owned(),
        reason: "the next report is near".to_owned(),
        compensations: "no production data".to_owned(),
        requester: Some(person(1)),
        approver: person(2),
        rank: Some(rank),
        granted_on: day(granted),
        expires_on: day(expires),
        services: None,
    }
}

pub(crate) fn next_audit(expected: &str) -> NextAudit {
    NextAudit { proof: Some(document(OTHER)), type2: Some(true), expected_on: Some(day(expected)), period_to: None }
}

/// A critical vendor in use of whom everything is known and good: every rule passes or does not apply.
pub(crate) fn good() -> Snapshot {
    Snapshot {
        names: vec!["Northwind Ledger".to_owned()],
        tier: Some(Tier::Critical),
        in_use: true,
        profile: Profile {
            legal_name: Some(name("Northwind Ledger Inc.")),
            engagements: vec![engagement()],
            contracts: vec![contract()],
            nda: Some(Nda::new(NdaState::Signed, Some(day("2025-06-01")), None).expect("an agreement")),
            continuity: Continuity {
                exit_plan: Some(done_on("2025-09-01")),
                export_known: Some(true),
                export_test: Some(done_on("2025-09-10")),
                rto_needed: Some(Hours::new(24).expect("hours")),
                rto_offered: Some(Hours::new(8).expect("hours")),
                escrow: Some(EscrowStanding::None),
                ..Continuity::default()
            },
            requester: Some(person(5)),
            ..Profile::default()
        },
        evidence: vec![report(), pentest()],
        findings: Some(Vec::new()),
        firm_checks: vec![firm_check()],
        cuecs: Some(Cuecs {
            stated: true,
            opinion_mentions: Some(true),
            responsibilities: Vec::new(),
            controls: vec![cuec("Remove leavers' accounts")],
        }),
        subservice: Some(vec![host()]),
        reviews: vec![Review {
            finished_on: Some(day("2026-02-12")),
            reviewer: person(2),
            second_reader: Some(person(3)),
            saw: None,
        }],
        approvals: [(1, Role::BusinessOwner), (2, Role::SecurityOwner), (4, Role::Executive)]
            .map(|(number, role)| ApprovalSigned { person: person(number), role, on: day("2026-02-14") })
            .into(),
        ..Snapshot::default()
    }
}

/// The good vendor in another class.
pub(crate) fn good_in(tier: Tier) -> Snapshot {
    let mut snapshot = good();
    snapshot.tier = Some(tier);
    if tier == Tier::High {
        snapshot.approvals.push(ApprovalSigned { person: person(6), role: Role::Procurement, on: day("2026-02-14") });
    }
    snapshot
}

/// A certificate and a penetration test on the path without a report, of which everything was looked at.
pub(crate) fn relied_on() -> Vec<Substitute> {
    let one = |kind: SubstituteKind| Substitute {
        kind,
        document: None,
        described: Some("Seen in the vendor's portal".to_owned()),
        dated: Some(day("2026-01-15")),
        valid_until: Some(day("2028-01-31")),
        checks: kind.checks(Policy::standard()).clone(),
    };
    vec![one(SubstituteKind::Iso27001), one(SubstituteKind::Pentest)]
}
