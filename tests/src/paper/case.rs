//! A workspace with a decision and its packet, which is printed, signed and scanned.

use super::{Grey, Wear, drawn};
use crate::{generator::dice::Dice, journey::Journey};
use countersign_reader::isolate::Reader;
use serde_json::{Value, json};
use std::{path::PathBuf, sync::Arc};

/// A decision on a vendor, and its packet.
#[derive(Debug)]
pub struct Case {
    /// The application; Mara Lind acts.
    pub journey: Journey,
    /// What reads and draws.
    pub reader: Reader,
    /// The vendor's id.
    pub vendor: Value,
    /// The decision as it was recorded.
    pub decision: Value,
    /// The packet as the contract shows it.
    pub packet: Value,
    /// The packet's bytes.
    pub pdf: Arc<[u8]>,
    /// The people who sign, in order: Mara Lind and Ilse Brandt.
    pub signers: [Value; 2],
}

impl Case {
    /// Decides on a vendor whose report is held. `reader` is a program that can be started as the reader's child; another
    /// `reason` gives another short code.
    pub fn begin(reader: &str, reason: &str) -> Self {
        let journey = Journey::with_workspace(reader);
        let document = journey.received();
        journey.call("facts_confirm", json!({ "document": document }));
        let name = "Harbourlight Payroll, Inc.";
        let target = json!({ "target": "new", "name": name });
        let view = journey.call("document_file", json!({ "document": document, "vendor": target }));
        let vendor = view["row"]["vendor"].clone();
        journey.call(
            "vendor_save",
            json!({
                "id": vendor, "name": name, "aliases": [], "service": "Payroll", "tier": "medium",
                "tier_reason": "Holds names and hours.", "owner": null, "notes": null,
            }),
        );
        let actor = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let second =
            json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": ["executive"], "active": true });
        let signers = [actor, journey.call("person_save", second)["id"].clone()];
        let decision = decided(&journey, &vendor, &signers, reason);
        let packet = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
        let saved = journey.call("packet_save", json!({ "packet": packet["id"] }));
        let path = journey.folder.path().join(saved["name"].as_str().expect("a name"));
        let pdf = std::fs::read(path).expect("it was saved").into();
        let reader = Reader::new().with_program(PathBuf::from(reader));
        Self { journey, reader, vendor, decision, packet, pdf, signers }
    }

    /// Decides on the vendor again.
    pub fn decide_again(&self) -> Value {
        decided(&self.journey, &self.vendor, &self.signers, "Looked at again.")
    }

    /// How many pages the packet has.
    pub fn pages(&self) -> u32 {
        self.packet["pages"].as_u64().and_then(|pages| u32::try_from(pages).ok()).expect("a number")
    }

    /// A page of the packet as a scanner gives it.
    pub fn scanned(&self, page: u32, dpi: u32, wear: &Wear) -> Grey {
        drawn(&self.reader, &self.pdf, page, dpi).worn(wear, &mut Dice::new(u64::from(page), "scanned"))
    }

    /// Receives bytes under a name and gives what became of them.
    pub fn drop(&self, name: &str, bytes: &[u8]) -> Value {
        self.journey.receive(&self.journey.file(name, bytes))["state"].clone()
    }

    /// The one copy that the decision shows.
    pub fn copy(&self) -> Value {
        let view = self.journey.call("decision", json!({ "decision": self.decision["id"] }));
        let copies = view["copies"].as_array().expect("a list");
        assert_eq!(copies.len(), 1, "one packet came back: {copies:?}");
        copies[0].clone()
    }
}

fn decided(journey: &Journey, vendor: &Value, signers: &[Value; 2], reason: &str) -> Value {
    journey.call(
        "decision_record",
        json!({
            "vendor": vendor, "outcome": "approved", "reason": reason, "conditions": [], "signers": signers,
            "next_review": "2027-03-17", "residual": { "level": "low", "words": "A late notice." },
        }),
    )
}
