//! Decisions in the third design, with what it prints beyond the second.

use super::{date, full_second, low_second, time};
use countersign_domain::{FactKey, Outcome, RiskLevel, Sha256};
use countersign_packet::input::{
    Design, FindingOrigin, FrozenChange, FrozenDecision, FrozenEarlier, FrozenFinding, FrozenPrevious, FrozenSignOff,
};

fn change(what: &str, was: Option<&str>, is: Option<&str>) -> FrozenChange {
    FrozenChange { what: what.to_owned(), was: was.map(str::to_owned), is: is.map(str::to_owned) }
}

fn sign_off(place: u32, name: &str, role: &str, agrees: bool, comment: Option<&str>) -> FrozenSignOff {
    FrozenSignOff {
        place,
        name: name.to_owned(),
        role: role.to_owned(),
        agrees,
        comment: comment.map(str::to_owned),
        at: time(2026, 11, 13, 8, 30 + place),
        on: date(2026, 11, 13),
        sha256: Sha256::of(b"decision 47"),
    }
}

/// With everything that the third design prints: decided otherwise than the policy says, the second version of the packet.
pub(crate) fn full_third() -> FrozenDecision {
    let mut input = full_second();
    input.design = Design::Third;
    input.packet.version = 2;
    let verdict = input.verdict.as_mut().expect("a verdict");
    "escalate".clone_into(&mut verdict.verdict);
    for rule in &mut verdict.rules {
        rule.answered = match rule.outcome.as_str() {
            "fail" => Some("accepted".to_owned()),
            "missing" => Some("open".to_owned()),
            "warn" => Some("note".to_owned()),
            _ => None,
        };
    }
    for document in &mut input.documents {
        document.received_on = Some(document.received_at.date_naive());
        let is_report = document.facts.iter().any(|fact| fact.key == FactKey::ReportDate);
        document.reported_on = is_report.then(|| date(2026, 8, 28));
        document.source = document.main.then(|| "Vendor's portal".to_owned());
    }
    for finding in &mut input.findings {
        finding.origin = Some(FindingOrigin::Document);
    }
    let first = &mut input.findings[0];
    first.response_pages = vec![36];
    first.nature = Some("Timing".to_owned());
    let ours = FrozenFinding {
        label: Some("EX-091".to_owned()),
        control: None,
        result: "The vendor names no deputy for the person who signs the pay files".to_owned(),
        document: None,
        citations: Vec::new(),
        rate: None,
        response: None,
        response_pages: Vec::new(),
        origin: Some(FindingOrigin::Person),
        nature: Some("Design".to_owned()),
        ..first.clone()
    };
    input.findings.push(ours);
    for party in &mut input.subservice.as_mut().expect("parties").parties {
        party.shared_by = Some(if party.assured == Some(true) { 3 } else { 0 });
    }
    input.previous =
        Some(FrozenPrevious { number: "P-0047".to_owned(), version: 1, sha256: Sha256::of(b"the file of version 1") });
    let earlier = |number, outcome, residual, decided_on, packets| FrozenEarlier {
        number,
        outcome,
        residual,
        decided_on,
        recorded_by: "Ines Kavanagh".to_owned(),
        packets,
    };
    input.earlier = vec![
        earlier(3, Outcome::MoreEvidence, None, date(2024, 10, 2), 0),
        earlier(21, Outcome::ApprovedWithConditions, Some(RiskLevel::High), date(2025, 11, 3), 2),
    ];
    input.changes = vec![
        change("Tier", Some("High"), Some("Critical")),
        change("Policy", Some("version 2"), Some("version 3")),
        change(
            "Main report",
            Some("SOC 2 Type 2 report, 1 Jul 2024 to 30 Jun 2025: harbourlight-soc2-2025.pdf"),
            Some("SOC 2 Type 2 report, 1 Jul 2025 to 30 Jun 2026: harbourlight-soc2-2026.pdf"),
        ),
        change("Open exceptions", Some("met"), Some("not met")),
        change("EX-003", None, Some("High, with vendor")),
    ];
    input.sign_offs = vec![
        sign_off(1, "Maeve Tierney", "Business owner", true, None),
        sign_off(2, "Jonas Adeyemi", "Security owner", false, Some("Not before the two late removals are explained.")),
    ];
    input.events_left_out = 37;
    input
}

/// A vendor of little weight, for which the policy asks more evidence.
pub(crate) fn low_third() -> FrozenDecision {
    let mut input = low_second();
    input.design = Design::Third;
    input.documents[0].received_on = Some(date(2026, 11, 12));
    "more_evidence".clone_into(&mut input.verdict.as_mut().expect("a verdict").verdict);
    input.previous = Some(FrozenPrevious {
        number: "P-0031".to_owned(),
        version: 3,
        sha256: Sha256::of(b"the file of the packet before"),
    });
    input.sign_offs = vec![sign_off(1, "Dara Quill", "Business owner", true, None)];
    input
}

/// The same in the fourth design, which says the same in another file.
pub(crate) fn in_fourth(input: FrozenDecision) -> FrozenDecision {
    FrozenDecision { design: Design::Fourth, ..input }
}

/// The same in the fifth design, which does so in a smaller one.
pub(crate) fn in_fifth(input: FrozenDecision) -> FrozenDecision {
    FrozenDecision { design: Design::Fifth, ..input }
}

/// The same in the sixth design, which writes that file in less time.
pub(crate) fn in_sixth(input: FrozenDecision) -> FrozenDecision {
    FrozenDecision { design: Design::Sixth, ..input }
}
