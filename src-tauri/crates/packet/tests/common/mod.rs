//! Invented decisions. Every name, company and sentence is made up.

mod full;
mod second;
mod third;

pub(crate) use full::{full, low};
pub(crate) use second::{full_second, low_second, nothing_listed, with_findings};
pub(crate) use third::{full_third, in_fifth, in_fourth, in_sixth, low_third};

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use countersign_domain::{Basis, Category, FactKey, Kind, Opinion, Outcome, Sha256, Tier};
use countersign_packet::input::{
    Design, Event, FORMAT, FrozenCitation, FrozenCondition, FrozenDecision, FrozenDocument, FrozenFact, FrozenFinding,
    FrozenOutcome, FrozenPages, FrozenPolicy, FrozenRule, FrozenVendor, FrozenVerdict, Locale, PacketName, Paper,
    Signer, Span, Standing,
};

pub(crate) fn date(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).expect("a day of the calendar")
}

pub(crate) fn time(year: i32, month: u32, day: u32, hour: u32, minute: u32) -> DateTime<Utc> {
    date(year, month, day).and_hms_opt(hour, minute, 0).expect("a time of the day").and_utc()
}

pub(crate) fn condition(what: &str, owner: &str, due: NaiveDate) -> FrozenCondition {
    FrozenCondition {
        what: what.to_owned(),
        owner: owner.to_owned(),
        due,
        before_go_live: false,
        rule: None,
        finding: None,
    }
}

pub(crate) fn signer(name: &str, title: &str, role: &str) -> Signer {
    Signer { name: name.to_owned(), title: Some(title.to_owned()), role: role.to_owned() }
}

fn fact(key: FactKey, label: &str, value: Option<&str>, at: &[(u32, &str)], standing: Standing) -> FrozenFact {
    let cite = |(page, quote): &(u32, &str)| FrozenCitation { page: *page, label: None, quote: (*quote).to_owned() };
    FrozenFact {
        key,
        label: label.to_owned(),
        value: value.map(str::to_owned),
        basis: value.map(|_| Basis::Stated),
        citations: at.iter().map(cite).collect(),
        standing,
    }
}

fn facts() -> Vec<FrozenFact> {
    let ines = || Standing::Confirmed { by: "Ines Kavanagh".to_owned() };
    let corrected = Standing::Corrected { by: "Ines Kavanagh".to_owned(), was: Some("Merrow & Lisle".to_owned()) };
    let rejected = Standing::Rejected { by: "Jonas Adeyemi".to_owned(), was: Some("Portland, Maine".to_owned()) };
    let mut categories = fact(
        FactKey::TrustServicesCategories,
        "Trust services categories",
        Some("Security, Availability, Confidentiality"),
        &[(4, "the trust services criteria relevant to security, availability, and confidentiality")],
        ines(),
    );
    categories.basis = Some(Basis::Derived);
    vec![
        fact(FactKey::Kind, "Kind of document", Some("SOC 2 Type 2 report"), &[(1, "SOC 2 Type 2 Report")], ines()),
        fact(
            FactKey::ServiceOrganization,
            "Service organization",
            Some("Harbourlight Payroll, Inc."),
            &[(1, "Harbourlight Payroll, Inc."), (4, "To the management of Harbourlight Payroll, Inc.")],
            ines(),
        ),
        fact(
            FactKey::SystemName,
            "System",
            Some("Harbourlight Payroll Cloud"),
            &[(4, "description of its Harbourlight Payroll Cloud system")],
            Standing::Open,
        ),
        fact(
            FactKey::AuditorFirm,
            "Service auditor",
            Some("Merrow & Lisle CPAs LLP"),
            &[(7, "Merrow & Lisle CPAs LLP")],
            corrected,
        ),
        fact(FactKey::AuditorLocation, "Place of the auditor", None, &[(7, "Portland, Maine")], rejected),
        fact(FactKey::ReportType, "Type", Some("2"), &[(1, "Type 2"), (4, "a Type 2 examination")], ines()),
        fact(FactKey::AsOfDate, "As of", None, &[], ines()),
        fact(
            FactKey::PeriodStart,
            "Period from",
            Some("1 Jul 2025"),
            &[(4, "throughout the period July 1, 2025 to June 30, 2026")],
            ines(),
        ),
        fact(
            FactKey::PeriodEnd,
            "Period to",
            Some("30 Jun 2026"),
            &[(4, "throughout the period July 1, 2025 to June 30, 2026"), (5, "June 30, 2026"), (6, "June 30, 2026")],
            ines(),
        ),
        fact(FactKey::ReportDate, "Date of the opinion", Some("28 Aug 2026"), &[(7, "August 28, 2026")], ines()),
        fact(
            FactKey::Opinion,
            "Opinion",
            Some("unqualified"),
            &[(
                6,
                "In our opinion, in all material respects, the description fairly presents the system and the controls \
                 stated in it operated effectively throughout the period July 1, 2025 to June 30, 2026",
            )],
            ines(),
        ),
        categories,
    ]
}

pub(crate) fn report() -> FrozenDocument {
    FrozenDocument {
        label: "D1".to_owned(),
        kind: Kind::Soc2Type2,
        main: true,
        file_name: "harbourlight-soc2-2026.pdf".to_owned(),
        pages: 94,
        bytes: 3_460_112,
        sha256: Sha256::of(b"harbourlight"),
        received_at: time(2026, 9, 22, 9, 14),
        received_by: "Ines Kavanagh".to_owned(),
        span: Some(Span { start: date(2025, 7, 1), end: date(2026, 6, 30) }),
        categories: Some(vec![Category::Security, Category::Availability, Category::Confidentiality]),
        opinion: Some(Opinion::Unqualified),
        facts: facts(),
        received_on: None,
        reported_on: None,
        source: None,
    }
}

pub(crate) fn letter() -> FrozenDocument {
    FrozenDocument {
        label: "D2".to_owned(),
        kind: Kind::BridgeLetter,
        main: false,
        file_name: "bridge-letter.pdf".to_owned(),
        pages: 1,
        bytes: 81_200,
        sha256: Sha256::of(b"bridge"),
        received_at: time(2026, 10, 5, 16, 2),
        received_by: "Owen Laszlo".to_owned(),
        span: Some(Span { start: date(2026, 7, 1), end: date(2026, 9, 30) }),
        categories: None,
        opinion: None,
        facts: Vec::new(),
        received_on: None,
        reported_on: None,
        source: None,
    }
}

/// One condition, three signers, two documents.
pub(crate) fn decision() -> FrozenDecision {
    let event = |at, who: &str, what: &str| Event { at, who: who.to_owned(), what: what.to_owned() };
    FrozenDecision {
        format: FORMAT.to_owned(),
        organisation: "Larkhollow Instruments Ltd".to_owned(),
        workspace: "0192f0c4-7a51-7c7e-9b3a-51d0c1a2b3c4".to_owned(),
        packet: PacketName { number: "P-0047".to_owned(), version: 1 },
        paper: Paper::A4,
        policy: None,
        review: None,
        verdict: None,
        register: None,
        tiering: None,
        cuecs: None,
        subservice: None,
        gaps: Vec::new(),
        accepted: Vec::new(),
        locale: Locale::En,
        design: Design::First,
        coverage: None,
        reliance: Vec::new(),
        tests: None,
        contracts: Vec::new(),
        vendor: FrozenVendor {
            name: "Harbourlight Payroll".to_owned(),
            service: Some("Payroll Cloud (EU): monthly pay for 186 staff".to_owned()),
            tier: Some(Tier::Critical),
            tier_reason: Some("holds bank details; nobody is paid without it".to_owned()),
            owner: Some("Maeve Tierney, Head of Finance".to_owned()),
            in_use: false,
        },
        decision: FrozenOutcome {
            number: 47,
            outcome: Outcome::ApprovedWithConditions,
            reason: "An independent service auditor examined the twelve months to 30 Jun 2026 and gave a clean \
                     (“unqualified”) opinion on security, availability and confidentiality. One safeguard of ours is \
                     open; the condition closes it."
                .to_owned(),
            conditions: vec![condition(
                "Payroll access is reviewed each quarter, and a second person approves every change of bank details.",
                "Maeve Tierney",
                date(2026, 12, 18),
            )],
            residual: None,
            next_review: Some(date(2027, 8, 31)),
            evidence_good_until: Some(date(2027, 3, 30)),
            decided_on: date(2026, 11, 12),
            recorded_by: "Ines Kavanagh".to_owned(),
            recorded_at: time(2026, 11, 12, 15, 20),
        },
        signers: vec![
            signer("Maeve Tierney", "Head of Finance", "Business owner"),
            signer("Jonas Adeyemi", "Security Lead", "Security owner"),
            signer("Ruairí Dolan", "Chief Operating Officer", "Executive"),
        ],
        findings: Vec::new(),
        documents: vec![report(), letter()],
        events: vec![
            event(time(2026, 9, 22, 9, 14), "Ines Kavanagh", "D1 received: harbourlight-soc2-2026.pdf"),
            event(time(2026, 9, 23, 10, 30), "Ines Kavanagh", "D1: nine facts confirmed, one corrected"),
            event(time(2026, 10, 5, 16, 2), "Owen Laszlo", "D2 received: bridge-letter.pdf"),
            event(time(2026, 11, 12, 15, 20), "Ines Kavanagh", "Decision 47 recorded, packet P-0047 version 1 frozen"),
        ],
        events_left_out: 0,
        earlier: Vec::new(),
        changes: Vec::new(),
        previous: None,
        sign_offs: Vec::new(),
        appendices: Vec::new(),
        fonts: Vec::new(),
        logo: None,
    }
}

/// With rules in words and two exceptions, one of them judged.
pub(crate) fn judged() -> FrozenDecision {
    let rule = |code: &str, title: &str, required: &str, outcome: &str, found: &str, pages: &[u32]| FrozenRule {
        code: code.to_owned(),
        outcome: outcome.to_owned(),
        found: found.to_owned(),
        title: Some(title.to_owned()),
        required: Some(required.to_owned()),
        cited: vec![FrozenPages { label: "D1".to_owned(), pages: pages.to_vec() }],
        accepted_until: (outcome == "fail").then(|| date(2027, 5, 11)),
        answered: None,
    };
    let rules = vec![
        rule("OPINION-KIND", "Opinion", "Unqualified", "pass", "Unqualified", &[4]),
        rule("EXCEPTION-OPEN", "Open exceptions", "None of high severity", "fail", "1 of high severity", &[35, 36]),
        rule("LEGAL-NDA", "Confidentiality agreement", "In force", "missing", "Nothing is recorded", &[]),
        rule("DATE-LETTERS", "Bridge letters", "At most two", "not_applicable", "None is held", &[]),
    ];
    let noted = FrozenFinding {
        label: Some("EX-003".to_owned()),
        control: Some("CC6.2-1".to_owned()),
        result: "For 2 of 25 leavers access was removed four and nine days late.".to_owned(),
        document: Some("D1".to_owned()),
        citations: vec![FrozenCitation { page: 35, label: Some("33".to_owned()), quote: "For 2 of 25".to_owned() }],
        rate: Some([2, 25]),
        response: Some("The feed was automated on 3 Nov 2025.".to_owned()),
        credibility: Some(3),
        severity: Some("High".to_owned()),
        score: Some(9),
        status: "With vendor".to_owned(),
        owner: Some("Jonas Adeyemi".to_owned()),
        until: Some(date(2027, 1, 11)),
        response_pages: Vec::new(),
        origin: None,
        nature: None,
    };
    let unjudged = FrozenFinding {
        label: None,
        control: Some("A1.3-2".to_owned()),
        result: "The restore test was not performed.".to_owned(),
        rate: None,
        response: None,
        credibility: None,
        severity: None,
        score: None,
        status: "Open".to_owned(),
        owner: None,
        until: None,
        ..noted.clone()
    };
    let policy = FrozenPolicy { version: 3, sha256: Sha256::of(b"policy") };
    let verdict = FrozenVerdict { verdict: "accept_with_conditions".to_owned(), rules, services: Vec::new() };
    FrozenDecision { policy: Some(policy), verdict: Some(verdict), findings: vec![noted, unjudged], ..decision() }
}

/// So many conditions.
pub(crate) fn with_conditions(count: usize) -> FrozenDecision {
    let mut input = decision();
    let owners = ["Maeve Tierney", "Ines Kavanagh", "Jonas Adeyemi", "Owen Laszlo"];
    let texts = [
        "We hold and have reviewed the current report of the bank that executes the payments.",
        "A second person approves every change of bank details before the pay run.",
        "The leaver process closes payroll access on the last working day, and the proof is kept for a year.",
    ];
    let make = |index: usize| {
        let due = date(2026, 12, 1) + TimeDelta::days(i64::try_from(index).expect("small") * 7);
        condition(&format!("{} ({})", texts[index % 3], index + 1), owners[index % 4], due)
    };
    input.decision.conditions = (0..count).map(make).collect();
    if count == 0 {
        input.decision.outcome = Outcome::Approved;
    }
    input
}

/// Only what must be given.
pub(crate) fn shortest() -> FrozenDecision {
    let mut input = decision();
    input.vendor =
        FrozenVendor { name: "Q".to_owned(), service: None, tier: None, tier_reason: None, owner: None, in_use: false };
    input.decision.outcome = Outcome::Rejected;
    input.decision.conditions.clear();
    input.decision.next_review = None;
    input.decision.evidence_good_until = None;
    input.decision.reason = String::from("No report is held.");
    input.signers.clear();
    input.documents.clear();
    input.events.clear();
    input
}
