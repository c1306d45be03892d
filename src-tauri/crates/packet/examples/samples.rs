//! Prints invented packets into a folder, to be looked at: `cargo run -p countersign-packet --example samples -- DIR`.

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
    for (name, input) in samples {
        let packet = countersign_packet::print(&input).map_err(|error| format!("{name}: {error}"))?;
        std::fs::write(folder.join(format!("{name}.pdf")), packet.bytes)?;
    }
    Ok(())
}
