//! Decisions in the second design, with what it prints beyond the first.

use super::{date, full, judged, low};
use countersign_domain::{Basis, FactKey, Kind};
use countersign_packet::input::{
    ClauseState, Design, FrozenClause, FrozenContract, FrozenCoverage, FrozenDecision, FrozenDocument, FrozenFact,
    FrozenFinding, FrozenLetter, FrozenPages, FrozenSignal, Span, Standing,
};

fn signal(what: &str, required: &str, found: &str, outcome: &str, looked: bool) -> FrozenSignal {
    FrozenSignal {
        what: what.to_owned(),
        required: required.to_owned(),
        found: found.to_owned(),
        outcome: outcome.to_owned(),
        by: looked.then(|| "Owen Laszlo".to_owned()),
        on: looked.then(|| date(2026, 11, 3)),
        cited: vec![FrozenPages { label: "D1".to_owned(), pages: vec![7] }],
    }
}

fn contract() -> FrozenContract {
    let clause = |what: &str, state, term: Option<&str>, asked| FrozenClause {
        what: what.to_owned(),
        state,
        term: term.map(str::to_owned),
        asked,
    };
    FrozenContract {
        title: "Master services agreement".to_owned(),
        term: Some("from 4 January 2027 to 3 January 2029, then it renews".to_owned()),
        notice_by: Some(date(2028, 10, 5)),
        law: Some("Ireland".to_owned()),
        clauses: vec![
            clause("Notice of breaches", ClauseState::Weaker, Some("Within 96 hours; up to 72 are usual"), true),
            clause("A report every year", ClauseState::Present, None, true),
            clause("Return or deletion of data", ClauseState::Missing, None, true),
            clause("Notice of new subprocessors", ClauseState::NotKnown, None, true),
            clause("Data processing", ClauseState::Present, Some("An agreement of its own is held"), true),
            clause("Right to audit or assess", ClauseState::Missing, None, false),
        ],
    }
}

fn finding(number: u32, severity: &str, score: i8, status: &str) -> FrozenFinding {
    let mut finding = judged().findings.remove(0);
    finding.label = Some(format!("EX-{number:03}"));
    finding.severity = Some(severity.to_owned());
    finding.score = Some(score);
    status.clone_into(&mut finding.status);
    finding
}

/// Everything, with findings of each severity and standing, two letters of which one is capped, and a contract.
pub(crate) fn full_second() -> FrozenDecision {
    let mut input = full();
    input.design = Design::Second;
    let unjudged = input.findings.remove(1);
    input.findings = vec![
        finding(4, "Critical", 14, "Open"),
        finding(3, "High", 9, "With vendor"),
        finding(5, "Medium", 6, "Accepted"),
        finding(6, "Low", 2, "Closed"),
        finding(7, "Low", 2, "Open"),
        unjudged,
    ];
    let second = FrozenDocument {
        label: "D3".to_owned(),
        file_name: "bridge-letter-2.pdf".to_owned(),
        sha256: countersign_domain::Sha256::of(b"bridge 2"),
        span: Some(Span { start: date(2026, 9, 1), end: date(2026, 10, 31) }),
        ..input.documents[1].clone()
    };
    input.documents.push(second);
    input.coverage = Some(FrozenCoverage {
        until: date(2026, 10, 10),
        uncovered: Some("1 month and 2 days".to_owned()),
        limit: Some("6 months".to_owned()),
        letters: vec![
            FrozenLetter {
                label: "D2".to_owned(),
                carries_to: Some(date(2026, 9, 30)),
                pages: vec![1],
                elsewhere: false,
            },
            FrozenLetter {
                label: "D3".to_owned(),
                carries_to: Some(date(2026, 10, 10)),
                pages: vec![1],
                elsewhere: false,
            },
        ],
    });
    input.reliance = vec![
        signal("Where it came from", "From the vendor", "From the vendor's portal", "pass", true),
        signal(
            "Licence of the firm",
            "Active licence, looked up",
            "Merrow & Lisle CPAs LLP not checked",
            "warn",
            false,
        ),
        signal("Structure, substance, source", "At least 75 of 100", "41 of 100", "fail", true),
    ];
    input.tests = Some(FrozenPages { label: "D1".to_owned(), pages: (40..=93).collect() });
    input.contracts = vec![contract()];
    input
}

/// So many findings of medium and low severity.
pub(crate) fn with_findings(count: u32) -> FrozenDecision {
    let mut input = full_second();
    let of =
        |number| if number % 3 == 0 { finding(number, "Medium", 7, "Open") } else { finding(number, "Low", 3, "Open") };
    input.findings = (1..=count).map(of).collect();
    input.findings.sort_by_key(|finding| std::cmp::Reverse(finding.score));
    input
}

/// Without exceptions and controls of ours, as the report states.
pub(crate) fn nothing_listed() -> FrozenDecision {
    let mut input = full_second();
    input.findings.clear();
    let cuecs = input.cuecs.as_mut().expect("a list");
    cuecs.controls.clear();
    cuecs.none_stated = true;
    let mut none: FrozenFact = input.documents[0].facts[0].clone();
    none.key = FactKey::NoCuecs;
    "No CUECs".clone_into(&mut none.label);
    none.value = Some("There are no complementary user entity controls.".to_owned());
    none.basis = Some(Basis::Stated);
    none.standing = Standing::Open;
    none.citations[0].page = 36;
    input.documents[0].facts.push(none);
    input
}

/// A vendor of little weight of which one fact was not confirmed.
pub(crate) fn low_second() -> FrozenDecision {
    let mut input = low();
    input.design = Design::Second;
    let mut facts = judged().documents.remove(0).facts;
    facts.truncate(3);
    input.documents[0].facts = facts;
    assert_eq!(input.documents[0].kind, Kind::Soc3, "the report is a public one");
    input
}
