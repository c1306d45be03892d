//! Printing packets, beside printpdf alone drawing the same lines.

use crate::{
    Outcome,
    drawn::Drawn,
    material::Material,
    table::{self, ms, ratio, say, time_ratio},
    timing::{in_turn, timed},
};
use countersign_packet::{FrozenDecision, print};

const RUNS: usize = 11;

/// What a heavy decision holds.
const CONDITIONS: usize = 40;
const FACTS: usize = 200;

const HEADS: [&str; 9] =
    ["packet", "pages", "lines", "ours ms", "peer ms", "ours/peer", "ours kB", "peer kB", "ours/peer"];

pub(crate) fn measure(material: &Material) -> Outcome<()> {
    say(&format!("\nPacket, from the frozen decision to the bytes, medians of {RUNS} runs in turn"));
    say(
        "peer: printpdf alone drawing the same lines of text at the same places, without layout, links, marks or attachment",
    );
    let facts =
        |decision: &FrozenDecision| decision.documents.iter().map(|document| document.facts.len()).sum::<usize>();
    let mut rows = Vec::new();
    for decision in [&material.decision, &heavy(&material.decision)] {
        let name = format!("{} conditions, {} facts", decision.decision.conditions.len(), facts(decision));
        let packet = print(decision)?;
        let drawn = Drawn::of(&packet.bytes)?;
        let bytes = drawn.print()?.len();
        let [ours, peer] = in_turn(RUNS, [&mut || timed(|| Ok(print(decision)?)), &mut || timed(|| drawn.print())])?;
        rows.push(vec![
            name,
            packet.pages.to_string(),
            drawn.lines().to_string(),
            ms(ours),
            ms(peer),
            time_ratio(ours, peer),
            (packet.bytes.len() / 1000).to_string(),
            (bytes / 1000).to_string(),
            ratio(packet.bytes.len() as f64, bytes as f64),
        ]);
    }
    table::print(&HEADS, &rows);
    Ok(())
}

/// The same decision with many conditions, and with the facts of its main report again and again.
fn heavy(decision: &FrozenDecision) -> FrozenDecision {
    let mut decision = decision.clone();
    let due = decision.decision.decided_on;
    let condition = |number: usize| countersign_packet::input::FrozenCondition {
        what: format!("The vendor shows that the exception is closed, with the evidence that we asked for ({number})."),
        owner: decision.decision.recorded_by.clone(),
        due,
        before_go_live: false,
        rule: None,
    };
    decision.decision.conditions = (1..=CONDITIONS).map(condition).collect();
    let before: usize = decision.documents.iter().skip(1).map(|document| document.facts.len()).sum();
    if let Some(main) = decision.documents.first_mut() {
        main.facts = main.facts.iter().cycle().take(FACTS.saturating_sub(before)).cloned().collect();
    }
    decision
}
