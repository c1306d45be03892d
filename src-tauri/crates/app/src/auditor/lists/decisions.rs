//! Decisions with who signed them here, and the packet that was printed.

use crate::auditor::{
    gathered::{Decided, Gathered, one_line},
    list::{List, shown},
};

const HEADS: &[&str] = &[
    "Decision",
    "Vendor",
    "Tier",
    "Outcome",
    "Decided on",
    "Reason",
    "Conditions",
    "Risk that stays",
    "To be signed by",
    "Signed here",
    "Recorded by",
    "Next review",
    "SHA-256 of what it rests on",
    "SHA-256 of the packet",
    "Signed on paper, as confirmed",
    "SHA-256 of signed copies",
];

pub(super) fn list(it: &Gathered) -> List {
    let row = |Decided { decision, signatures }: &Decided| {
        let signed = signatures.iter().map(|signature| {
            let (agrees, day) = (if signature.agrees { "agrees" } else { "declines" }, it.day_of(signature.at));
            format!("{} {agrees} as {}, {day}", signature.name, signature.role)
        });
        let copies = it.copies_of(decision.id);
        let mut on_paper: Vec<String> = Vec::new();
        for said in copies.iter().filter_map(|(packet, _)| it.on_paper.get(&packet.id)).flatten() {
            let day = said.on.map_or_else(String::new, |day| format!(", {day}"));
            let confirmed = format!("{} as {}{day}, confirmed by {}", said.name, said.role, it.person(said.by));
            if !on_paper.contains(&confirmed) {
                on_paper.push(confirmed);
            }
        }
        let hashes: Vec<String> = copies.iter().map(|(_, row)| row.document.sha256.to_string()).collect();
        let named = decision.signers.iter().map(|signer| it.person(*signer));
        vec![
            decision.number.to_string(),
            it.vendor_name(decision.vendor),
            shown(it.vendor(decision.vendor).and_then(|vendor| vendor.tier).map(|tier| tier.as_str())),
            decision.outcome.as_str().replace('_', " "),
            decision.decided_on.to_string(),
            one_line(&decision.reason),
            decision.conditions.len().to_string(),
            shown(decision.residual.as_ref().map(|residual| residual.level.as_str())),
            named.collect::<Vec<_>>().join("; "),
            signed.collect::<Vec<_>>().join("; "),
            it.person(decision.recorded_by),
            shown(decision.next_review),
            decision.frozen_sha256.to_string(),
            shown(it.packet(decision.id).map(|packet| packet.sha256)),
            on_paper.join("; "),
            hashes.join("; "),
        ]
    };
    let made = it.decisions.iter().filter(|decided| it.in_period(decided.decision.recorded_at));
    List {
        number: 0,
        title: "Decisions",
        population: "Every decision that was recorded in the period. Who signed on paper is somebody's word on a copy that came \
                     back; the copies of the packets that are in here lie beside them."
            .to_owned(),
        heads: HEADS,
        rows: made.map(row).collect(),
    }
}
