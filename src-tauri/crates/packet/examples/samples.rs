//! Prints invented packets into a folder, to be looked at: `cargo run -p countersign-packet --example samples -- DIR`, and where a name
//! follows, those whose names begin with it.

#[path = "../tests/common/mod.rs"]
mod common;
#[path = "../tests/extremes/mod.rs"]
mod extremes;

use countersign_domain::Outcome;
use countersign_packet::input::Paper;
use std::path::PathBuf;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let folder = PathBuf::from(std::env::args().nth(1).ok_or("name a folder")?);
    let on_letter = |mut input: countersign_packet::FrozenDecision| {
        input.paper = Paper::Letter;
        input
    };
    let outcome = |outcome, signers| {
        let mut input = common::with_conditions(0);
        input.decision.outcome = outcome;
        input.vendor.in_use = true;
        input.signers = input.signers.into_iter().cycle().take(signers).collect();
        input
    };
    let samples = vec![
        ("one", common::decision()),
        ("judged", common::judged()),
        ("full", common::full()),
        ("full-letter", on_letter(common::full())),
        ("low", common::low()),
        ("low-letter", on_letter(common::low())),
        ("second", common::full_second()),
        ("second-letter", on_letter(common::full_second())),
        ("second-low", common::low_second()),
        ("second-many", on_letter(common::with_findings(2_000))),
        ("second-none", common::nothing_listed()),
        ("third", common::full_third()),
        ("third-letter", on_letter(common::full_third())),
        ("third-low", common::low_third()),
        ("fourth", common::in_fourth(common::full_third())),
        ("fourth-low", common::in_fourth(common::low_third())),
        ("fourth-many", common::in_fourth(common::with_findings(40))),
        ("fifth", common::in_fifth(common::full_third())),
        ("sixth", common::in_sixth(common::full_third())),
        ("sixth-low", common::in_sixth(common::low_third())),
        ("sixth-many", common::in_sixth(common::with_findings(40))),
        ("sixth-none", common::in_sixth(common::nothing_listed())),
        ("sixth-scripts", common::in_sixth(extremes::many_scripts())),
        ("sixth-shortest", common::in_sixth(common::shortest())),
        ("letter", on_letter(common::with_conditions(3))),
        ("none", common::with_conditions(0)),
        ("six", common::with_conditions(6)),
        ("forty", common::with_conditions(40)),
        ("more-evidence", outcome(Outcome::MoreEvidence, 3)),
        ("escalated", on_letter(outcome(Outcome::Escalated, 5))),
        ("rejected", outcome(Outcome::Rejected, 1)),
        ("longest", extremes::longest()),
        ("longest-letter", on_letter(extremes::longest())),
        ("shortest", common::shortest()),
        ("scripts", extremes::many_scripts()),
    ];
    std::fs::create_dir_all(&folder)?;
    let asked = std::env::args().nth(2).unwrap_or_default();
    for (name, input) in samples.into_iter().filter(|(name, _)| name.starts_with(&asked)) {
        let packet = countersign_packet::print(&input).map_err(|error| format!("{name}: {error}"))?;
        std::fs::write(folder.join(format!("{name}.pdf")), packet.bytes)?;
    }
    if "board".starts_with(&asked) {
        std::fs::write(folder.join("board.pdf"), countersign_packet::board::print(&board(), &[])?.bytes)?;
    }
    Ok(())
}

/// A summary for the board.
fn board() -> countersign_packet::board::BoardSummary {
    use countersign_domain::Tier;
    use countersign_packet::board::{BoardAcceptance, BoardAction, BoardFigure, BoardSummary, BoardVendor};
    let figure = |what: &str, now: &str, before: Option<&str>, note: &str| BoardFigure {
        what: what.to_owned(),
        now: now.to_owned(),
        before: before.map(str::to_owned),
        note: note.to_owned(),
    };
    let vendor = |name: &str, tier, assured: bool, open, worst: Option<&str>| BoardVendor {
        name: name.to_owned(),
        service: Some("Payroll Cloud (EU): monthly pay for 186 staff".to_owned()),
        tier: Some(tier),
        decision: Some(("Approved with conditions".to_owned(), common::date(2026, 3, 5))),
        evidence_until: assured.then(|| common::date(2027, 3, 30)),
        assured,
        open,
        worst: worst.map(str::to_owned),
    };
    let action = |ask: &str, why: &str| BoardAction { ask: ask.to_owned(), why: why.to_owned() };
    BoardSummary {
        organisation: "Larkhollow Instruments Ltd".to_owned(),
        as_of: common::date(2026, 11, 12),
        made_by: "Ines Kavanagh".to_owned(),
        made_at: common::time(2026, 11, 12, 15, 20),
        paper: Paper::A4,
        in_use: 24,
        tiers: vec![(Some(Tier::Critical), 4), (Some(Tier::High), 7), (Some(Tier::Medium), 9), (Some(Tier::Low), 4)],
        figures: vec![
            figure("Assured share", "9 of 20 (45 %)", Some("7 of 18 (39 %)"), "Vendors in use that need evidence"),
            figure("Critical assured share", "3 of 4", Some("2 of 4"), "Critical vendors in use"),
            figure("Open findings", "7", None, "Recorded findings of vendors in use"),
        ],
        actions: vec![
            action("Decide on Tidewell Payments", "Escalated on 5 October 2026; nothing was decided since."),
            action(
                "Settle how Northmere Cloud is used without evidence",
                "Critical; no evidence that suffices is held.",
            ),
        ],
        vendors: vec![
            vendor("Harbourlight Payroll", Tier::Critical, true, 2, Some("High")),
            vendor("Northmere Cloud", Tier::Critical, false, 0, None),
        ],
        more_vendors: 9,
        accepted: vec![BoardAcceptance {
            vendor: "Harbourlight Payroll".to_owned(),
            what: "EX-003 (high): access of leavers is removed late".to_owned(),
            approver: "Ruairí Dolan, Executive".to_owned(),
            until: common::date(2026, 12, 11),
        }],
    }
}
