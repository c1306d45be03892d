//! Printing packets, beside printpdf alone drawing the same lines.

use crate::{
    Outcome,
    drawn::Drawn,
    material::Material,
    table::{self, ms, ratio, say, time_ratio},
    timing::{in_turn, timed},
    typst,
};
use countersign_packet::{
    FrozenDecision,
    input::{FrozenCitation, FrozenFinding},
    print,
};

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
    tables(material)
}

/// Findings of a decision: what a year of one vendor gives, and what a heavy year of a large one gives thirty times over.
const ROWS: [(usize, usize); 2] = [(40, 11), (2_000, 5)];

const TABLE_HEADS: [&str; 8] =
    ["findings", "pages", "ours ms", "typst ms", "ours/typst", "ours kB", "typst kB", "ours/typst"];

/// Packets of many rows, beside Typst setting a table of the same words.
fn tables(material: &Material) -> Outcome<()> {
    say("\nPacket of so many findings, medians of 11 and 5 runs");
    say(
        "peer: Typst as the Python module `typst` (pip install typst), setting one table of the same findings and nothing else",
    );
    let mut rows = Vec::new();
    for (count, runs) in ROWS {
        let decision = with_findings(&material.decision, count);
        let packet = print(&decision)?;
        let [ours] = in_turn(runs, [&mut || timed(|| Ok(print(&decision)?))])?;
        let peer = typst::set(&decision.findings, runs, material.folder.path())?;
        let of_peer = |value: fn(&typst::Set) -> String| table::or_dash(peer.as_ref().map(value));
        rows.push(vec![
            count.to_string(),
            packet.pages.to_string(),
            ms(ours),
            of_peer(|set| ms(set.time)),
            table::or_dash(peer.as_ref().map(|set| time_ratio(ours, set.time))),
            (packet.bytes.len() / 1000).to_string(),
            of_peer(|set| (set.bytes / 1000).to_string()),
            table::or_dash(peer.as_ref().map(|set| ratio(packet.bytes.len() as f64, set.bytes as f64))),
        ]);
    }
    table::print(&TABLE_HEADS, &rows);
    Ok(())
}

/// The same decision with so many findings, each with its own words and page.
fn with_findings(decision: &FrozenDecision, count: usize) -> FrozenDecision {
    let mut decision = decision.clone();
    let document = decision.documents.first().map(|document| (document.label.clone(), document.pages.max(1)));
    let finding = |number: usize| {
        let page = document.as_ref().map_or(1, |(_, pages)| number as u32 % pages + 1);
        FrozenFinding {
            label: Some(format!("EX-{number:04}")),
            control: Some(format!("CC{}.{}-{number}", number % 9 + 1, number % 8 + 1)),
            result: format!(
                "For {} of 60 selected items the approval number {number} came after the change that it was for.",
                number % 7 + 1
            ),
            document: document.as_ref().map(|(label, _)| label.clone()),
            citations: vec![FrozenCitation { page, label: None, quote: format!("approval number {number}") }],
            rate: Some([number as u32 % 7 + 1, 60]),
            response: Some("Approvals are asked for by the tool since then.".to_owned()),
            credibility: Some(3),
            severity: Some("Medium".to_owned()),
            score: Some(5),
            status: "Open".to_owned(),
            owner: Some(decision.decision.recorded_by.clone()),
            until: Some(decision.decision.decided_on),
            response_pages: Vec::new(),
            origin: None,
            nature: None,
        }
    };
    decision.findings = (1..=count).map(finding).collect();
    decision
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
        finding: None,
    };
    decision.decision.conditions = (1..=CONDITIONS).map(condition).collect();
    let before: usize = decision.documents.iter().skip(1).map(|document| document.facts.len()).sum();
    if let Some(main) = decision.documents.first_mut() {
        main.facts = main.facts.iter().cycle().take(FACTS.saturating_sub(before)).cloned().collect();
    }
    decision
}
