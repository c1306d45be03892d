//! A decision with everything that a packet can print, and one on a vendor of little weight.

use super::{date, judged, signer, time};
use countersign_domain::{
    Category, EngagementId, Kind, LongText, Name, Opinion, Outcome, RiskLevel, Sha256, Tier,
    cuec::{Applies, CuecProgress},
    reading::SubserviceMethod,
    register::{
        Access, AiUse, Continuity, ContinuityAlternative, DataClass, Day, Dependence, Engagement, EscrowStanding,
        Hours, Integration, LastDone, Nda, NdaState, Substitutability,
    },
};
use countersign_packet::input::{
    AcceptedKind, AnswerOrigin, FrozenAcceptance, FrozenAnswer, FrozenAsk, FrozenAssignment, FrozenCsoc, FrozenCuec,
    FrozenCuecs, FrozenDecision, FrozenDocument, FrozenFactor, FrozenGap, FrozenOverride, FrozenPages, FrozenParty,
    FrozenRegister, FrozenResidual, FrozenReview, FrozenScale, FrozenService, FrozenSubservice, FrozenTiering, Span,
};

fn words(text: &str) -> Option<LongText> {
    LongText::parse(text).ok()
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn day(year: i32, month: u32, day: u32) -> Day {
    Day::new(date(year, month, day)).expect("a plausible day")
}

fn on_page(page: u32) -> Vec<FrozenPages> {
    vec![FrozenPages { label: "D1".to_owned(), pages: vec![page] }]
}

fn service() -> Engagement {
    Engagement {
        purpose: words(
            "It takes hours and salaries from our staff system, works out pay and tax, and sends the pay files",
        ),
        users: words("finance, four people"),
        data: Some([DataClass::PaymentAccount, DataClass::PersonalAsProcessor].into()),
        data_locations: Some(vec![name("Ireland"), name("Netherlands")]),
        access: Some(Access::ProductionOrSystem),
        integration: Some(Integration::Moderate),
        dependence: Some(Dependence::StopsWork),
        substitutability: Some(Substitutability::Complex),
        regulated: Some(true),
        ai_on_our_data: Some(AiUse::No),
        ..Engagement::new(EngagementId::from_uuid(uuid::Uuid::nil()), name("Payroll Cloud (EU)"))
    }
}

fn register() -> FrozenRegister {
    FrozenRegister {
        services: vec![service()],
        nda: Nda::new(NdaState::Signed, Some(date(2026, 9, 9)), None).ok(),
        continuity: Continuity {
            exit_plan: Some(LastDone::On(day(2026, 10, 14))),
            exit_test: None,
            exit_effort_days: Some(15),
            export_known: Some(true),
            export_test: Some(LastDone::On(day(2026, 10, 20))),
            rto_needed: Hours::new(24).ok(),
            rto_offered: Hours::new(8).ok(),
            rpo_needed: Hours::new(24).ok(),
            rpo_offered: None,
            escrow: Some(EscrowStanding::None),
            alternatives: [ContinuityAlternative::VerifiedExport].into(),
        },
        requester: None,
    }
}

fn tiering() -> FrozenTiering {
    let factor = |factor: &str, answer: Option<&str>, least, most, points, by: Option<&str>| FrozenFactor {
        factor: factor.to_owned(),
        answer: answer.map(str::to_owned),
        least,
        most,
        points,
        by: by.map(str::to_owned),
        on: by.map(|_| date(2026, 9, 3)),
    };
    let lift = |rule: &str, applies, at_least| FrozenOverride { rule: rule.to_owned(), applies, at_least };
    let maeve = Some("Maeve Tierney");
    FrozenTiering {
        services: vec![FrozenService {
            name: "Payroll Cloud (EU)".to_owned(),
            factors: vec![
                factor("Most sensitive data", Some("Bank details"), 0, 4, Some(4), maeve),
                factor(
                    "Access",
                    Some("Production, administration or system to system"),
                    0,
                    4,
                    Some(4),
                    Some("Owen Laszlo"),
                ),
                factor("Business dependence", Some("Work stops within a day"), 1, 4, Some(4), maeve),
                factor("Integration", Some("Moderate"), 0, 2, Some(1), None),
                factor("Regulated scope", Some("Law, contract or our own scope gives it rules"), 0, 2, Some(2), maeve),
                factor("No ready substitute", None, 0, 1, None, None),
            ],
            score: 15,
            class: Tier::Critical,
            tier: Tier::Critical,
            at_most: Tier::Critical,
            overrides: vec![
                lift("Work stops within a business day without the service", Some(true), Tier::Critical),
                lift("The vendor has regulated data and access to production", Some(false), Tier::High),
                lift("The vendor alone handles our customers' data for our product", Some(false), Tier::Critical),
                lift("The vendor is a subservice organization of our own SOC 2 report", None, Tier::High),
            ],
        }],
        scale: FrozenScale { medium_from: 5, high_from: 9, critical_from: 13, most: 17 },
        assigned: Some(FrozenAssignment {
            by: "Jonas Adeyemi".to_owned(),
            on: date(2026, 9, 4),
            by_hand: false,
            computed: Some(Tier::Critical),
        }),
        changes: Vec::new(),
        asks: [
            ("Main evidence", "SOC 2 Type 2 report"),
            ("Period and age", "At least 6 months examined; not older than 12 months"),
            ("Opinion", "Unqualified"),
            ("Open findings", "At most: critical 0, high 0, medium 2, low 5"),
            ("Full review", "Every 12 months; quarterly touchpoint"),
            ("Second reader", "Yes"),
        ]
        .map(|(what, asked)| FrozenAsk { what: what.to_owned(), asked: asked.to_owned() })
        .into(),
    }
}

fn cuecs() -> FrozenCuecs {
    let control = |text: &str, criterion: &str, page, applies, progress| FrozenCuec {
        report: None,
        text: text.to_owned(),
        criteria: vec![criterion.to_owned()],
        pages: vec![page],
        applies,
        why: None,
        controls: Vec::new(),
        owner: None,
        progress,
        evidence: Vec::new(),
        due: None,
        verified_on: None,
        verified_by: None,
    };
    FrozenCuecs {
        document: Some("D1".to_owned()),
        none_stated: false,
        controls: vec![
            FrozenCuec {
                controls: vec!["Single sign-on with second factor".to_owned()],
                owner: Some("Owen Laszlo".to_owned()),
                evidence: vec!["D2".to_owned(), "Settings of the staff directory".to_owned()],
                verified_on: Some(date(2026, 10, 28)),
                verified_by: Some("Owen Laszlo".to_owned()),
                ..control(
                    "User entities enforce multi-factor sign-in for their own users.",
                    "CC6.1",
                    35,
                    Some(Applies::Yes),
                    Some(CuecProgress::Verified),
                )
            },
            FrozenCuec {
                why: Some("Hourly staff only; salaries are not changed by us.".to_owned()),
                controls: vec!["Approval of changes".to_owned()],
                owner: Some("Maeve Tierney".to_owned()),
                due: Some(date(2026, 12, 18)),
                ..control(
                    "User entities let a second person approve changes of bank details and the pay run.",
                    "CC8.1",
                    36,
                    Some(Applies::Partly),
                    Some(CuecProgress::Planned),
                )
            },
            FrozenCuec {
                why: Some("We use none of these gateways.".to_owned()),
                ..control(
                    "User entities secure time-clock gateways on their premises.",
                    "CC6.4",
                    36,
                    Some(Applies::No),
                    None,
                )
            },
            control("User entities review access of their own users.", "CC6.3", 36, None, None),
        ],
        responsibilities: vec![37],
    }
}

fn subservice() -> FrozenSubservice {
    let party = |name: &str, services: &str, method, assurance: Option<&str>, assured| FrozenParty {
        report: None,
        name: name.to_owned(),
        services: Some(services.to_owned()),
        method,
        has_our_data: Some(true),
        assurance: assurance.map(str::to_owned),
        assured,
        controls_mapped: assured,
        pages: vec![33],
        shared_by: None,
    };
    let csoc = |text: &str, criterion: &str, party: Option<&str>| FrozenCsoc {
        report: None,
        text: text.to_owned(),
        criteria: vec![criterion.to_owned()],
        party: party.map(str::to_owned),
        pages: vec![34],
    };
    let carve_out = Some(SubserviceMethod::CarveOut);
    FrozenSubservice {
        document: Some("D1".to_owned()),
        known: true,
        parties: vec![
            party(
                "Northmere Cloud, Inc.",
                "Servers, storage and network",
                carve_out,
                Some("Current report held"),
                Some(true),
            ),
            party("Tidewell Payments Ltd", "Sends pay files to the banks", carve_out, None, None),
        ],
        controls: vec![
            csoc("Physical access to data centres is restricted.", "CC6.4", Some("Northmere Cloud, Inc.")),
            csoc("Pay files are encrypted while they are sent.", "CC6.7", Some("Tidewell Payments Ltd")),
            csoc("Service is recovered within the agreed time.", "A1.2", None),
        ],
    }
}

fn answers() -> Vec<FrozenAnswer> {
    let answer = |id: &str, step: &str, question: &str, answer: &str, origin, result: &str| FrozenAnswer {
        id: id.to_owned(),
        step: step.to_owned(),
        question: question.to_owned(),
        answer: Some(answer.to_owned()),
        note: None,
        origin,
        by: Some("Ines Kavanagh".to_owned()),
        on: Some(date(2026, 9, 28)),
        result: Some(result.to_owned()),
        leads_to: Vec::new(),
        cited: on_page(4),
    };
    vec![
        answer("A1", "Intake", "Which document is it?", "SOC 2 Type 2 report", AnswerOrigin::Confirmed, "pass"),
        answer("A3", "Intake", "Under which confidentiality?", "NDA of 9 Sep 2026", AnswerOrigin::Entered, "pass"),
        FrozenAnswer {
            note: Some("Read as five categories; the opinion names three.".to_owned()),
            ..answer("B3", "Scope", "Which categories?", "Three of five", AnswerOrigin::Corrected, "pass")
        },
        FrozenAnswer {
            by: None,
            on: None,
            result: None,
            cited: Vec::new(),
            ..answer(
                "D2",
                "Opinion",
                "If modified: which part?",
                "The opinion is unqualified",
                AnswerOrigin::NotApplicable,
                "",
            )
        },
        FrozenAnswer {
            leads_to: vec!["EX-003".to_owned()],
            ..answer(
                "E1",
                "Exceptions",
                "How many tests reported an exception?",
                "One",
                AnswerOrigin::Confirmed,
                "warn",
            )
        },
        FrozenAnswer {
            leads_to: vec!["C1".to_owned()],
            ..answer(
                "F3",
                "CUECs",
                "What is our side of each that applies?",
                "One in place, one planned",
                AnswerOrigin::Entered,
                "fail",
            )
        },
    ]
}

/// With everything that a packet can print.
pub(crate) fn full() -> FrozenDecision {
    let mut input = judged();
    input.decision.conditions[0].rule = Some("EXCEPTION-OPEN".to_owned());
    input.decision.residual = Some(FrozenResidual {
        level: RiskLevel::Medium,
        words: "Somebody changes bank details and a pay run goes to another account; we could repeat last month’s pay \
                through our bank within a working day."
            .to_owned(),
    });
    let accepted = |kind, of: &str, found: &str| FrozenAcceptance {
        kind,
        of: of.to_owned(),
        found: found.to_owned(),
        reason: "The vendor plans it for the next period, and we compare every total ourselves.".to_owned(),
        worst_case: "A wrong pay is noticed after payment.".to_owned(),
        compensations: "Each pay run is compared with the previous one by a second person.".to_owned(),
        plan: (kind == AcceptedKind::Finding).then(|| "Look at it again in the next report.".to_owned()),
        residual: (kind == AcceptedKind::Finding).then_some(RiskLevel::Low),
        requester: "Ines Kavanagh".to_owned(),
        approver: "Ruairí Dolan".to_owned(),
        rank: "Executive".to_owned(),
        granted_on: date(2026, 11, 11),
        until: date(2027, 5, 11),
    };
    FrozenDecision {
        register: Some(register()),
        tiering: Some(tiering()),
        cuecs: Some(cuecs()),
        subservice: Some(subservice()),
        gaps: vec![
            FrozenGap {
                topic: "Security today".to_owned(),
                statement: "The report says nothing of the time after 30 Jun 2026".to_owned(),
                filled_by: Some("A statement of the vendor's management, not assurance, to 30 Sep 2026".to_owned()),
                cited: on_page(4),
            },
            FrozenGap {
                topic: "No breach".to_owned(),
                statement: "That there was no breach, and that there will be none".to_owned(),
                filled_by: None,
                cited: Vec::new(),
            },
        ],
        accepted: vec![
            accepted(AcceptedKind::Deviation, "Open exceptions", "1 of high severity"),
            accepted(AcceptedKind::Finding, "EX-003", "Access of leavers is removed late"),
        ],
        review: Some(FrozenReview {
            of_report: Some(true),
            id: "0192f0c4-7a51-7c7e-9b3a-51d0c1a2b3c5".to_owned(),
            number: 2,
            sha256: Sha256::of(b"review"),
            reviewer: Some("Ines Kavanagh".to_owned()),
            second_reader: Some("Owen Laszlo".to_owned()),
            answers: answers(),
        }),
        ..input
    }
}

/// A vendor of little weight: one signer, no conditions, a public report.
pub(crate) fn low() -> FrozenDecision {
    let mut input = full();
    "Papercrane Images".clone_into(&mut input.vendor.name);
    input.vendor.service = Some("Papercrane Library: stock pictures, four users".to_owned());
    input.vendor.tier = Some(Tier::Low);
    input.vendor.tier_reason = Some("2 of 17 points: Internal 1 · Little changes 1".to_owned());
    input.vendor.owner = Some("Dara Quill, Marketing Manager".to_owned());
    input.decision.outcome = Outcome::Approved;
    let reason = "Papercrane holds four names and work addresses and has no access to our systems. A public report by a \
                  service auditor gives a clean (“unqualified”) opinion on security for 2025.";
    reason.clone_into(&mut input.decision.reason);
    input.decision.conditions.clear();
    input.decision.residual = Some(FrozenResidual {
        level: RiskLevel::Low,
        words: "Four work addresses become public, or no new pictures for some days.".to_owned(),
    });
    input.signers = vec![signer("Dara Quill", "Marketing Manager", "Business owner")];
    input.findings.clear();
    input.accepted.clear();
    input.gaps.clear();
    input.review = None;
    input.cuecs =
        Some(FrozenCuecs { document: None, none_stated: false, controls: Vec::new(), responsibilities: Vec::new() });
    input.subservice =
        Some(FrozenSubservice { document: None, known: false, parties: Vec::new(), controls: Vec::new() });
    if let Some(register) = &mut input.register {
        register.nda = Nda::new(NdaState::NotNeeded, None, None).ok();
        register.services[0].data = Some([DataClass::Internal].into());
    }
    if let Some(verdict) = &mut input.verdict {
        verdict.rules.retain(|rule| rule.outcome == "pass" || rule.outcome == "not_applicable");
    }
    input.documents = vec![FrozenDocument {
        label: "D1".to_owned(),
        kind: Kind::Soc3,
        main: true,
        file_name: "papercrane-soc3.pdf".to_owned(),
        pages: 18,
        bytes: 410_200,
        sha256: Sha256::of(b"papercrane"),
        received_at: time(2026, 11, 12, 9, 1),
        received_by: "Ines Kavanagh".to_owned(),
        span: Some(Span { start: date(2025, 1, 1), end: date(2025, 12, 31) }),
        categories: Some(vec![Category::Security]),
        opinion: Some(Opinion::Unqualified),
        facts: Vec::new(),
        received_on: None,
        reported_on: None,
        source: None,
    }];
    input
}
