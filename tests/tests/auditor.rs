//! What the auditor of our own controls gets: lists of a period whose counts agree, with the log and the packets.

use countersign_contract::wire::{EvidenceRequest, PacketChoice, Paper};
use countersign_domain::Sha256;
use countersign_tests::journey::Journey;
use serde_json::{Value, json};
use std::{fs, path::Path};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn request(from: &str, to: &str, packets: PacketChoice) -> EvidenceRequest {
    let day = |text: &str| text.parse().expect("a day");
    EvidenceRequest { from: day(from), to: day(to), packets, decisions: Vec::new(), paper: Paper::A4 }
}

/// The rows of a list, without its headers.
fn rows(folder: &Path, title: &str) -> Vec<Vec<String>> {
    let mut files = fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry").path());
    let path = files.find(|path| path.to_string_lossy().ends_with(&format!("{title}.csv")));
    let text = fs::read_to_string(path.unwrap_or_else(|| panic!("{title} is there"))).expect("a text");
    let mut reader = csv::ReaderBuilder::new().from_reader(text.trim_start_matches('\u{feff}').as_bytes());
    reader.records().map(|row| row.expect("a row").iter().map(str::to_owned).collect()).collect()
}

/// A critical vendor that was reviewed by nobody, approved by two, and onboarded; another one that only was entered.
fn workspace() -> Journey {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let target = json!({ "target": "new", "name": "Harbourlight Payroll, Inc." });
    let vendor =
        journey.call("document_file", json!({ "document": document, "vendor": target }))["row"]["vendor"].clone();
    journey.call(
        "vendor_save",
        json!({
            "id": vendor, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": "Payroll", "tier": "critical",
            "tier_reason": "=Pays everybody.", "owner": null, "notes": null,
        }),
    );
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let person = json!({ "id": null, "name": "Runa Falk", "title": null, "roles": ["executive"], "active": true });
    let runa = journey.call("person_save", person)["id"].clone();
    journey.pass(30);
    journey.call(
        "vendor_save",
        json!({ "id": null, "name": "Still Water", "aliases": [], "service": null, "tier": null, "tier_reason": null,
            "owner": null, "notes": null }),
    );
    let decision = journey.call(
        "decision_record",
        json!({
            "vendor": vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
            "signers": [mara, runa], "next_review": "2027-03-17",
            "residual": { "level": "low", "words": "A late notice." },
        }),
    );
    journey.call("decision_sign", json!({ "decision": decision["id"], "agrees": true, "comment": null }));
    journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
    journey
}

#[test]
fn the_lists_of_a_period_agree_with_the_log_and_every_file_is_named_with_its_hash() {
    let journey = workspace();
    let folder = journey.file("x", b"").with_file_name("evidence");
    let made = journey.app.evidence_to(&folder, &request("2026-03-01", "2026-04-16", PacketChoice::Critical));
    let made = made.expect("it is written");
    assert!(made.checks.iter().all(|check| check.holds), "{:?}", made.checks);

    let inventory = rows(&folder, "Inventory");
    let names: Vec<&str> = inventory.iter().map(|row| row[0].as_str()).collect();
    assert_eq!(names, ["Harbourlight Payroll, Inc.", "Still Water"]);
    assert_eq!((inventory[0][2].as_str(), inventory[0][8].as_str()), ("critical", "2026-04-16"));
    assert_eq!(inventory[0][3], "'=Pays everybody.", "no program computes it");
    assert_eq!(rows(&folder, "Documents received").len(), 1);
    let decisions = rows(&folder, "Decisions");
    assert!(decisions[0][9].starts_with("Mara Lind agrees as "), "{:?}", decisions[0]);
    let log = rows(&folder, "Change log");
    assert_eq!(log.len() as u64, journey.call("history_verify", json!({}))["entries"].as_u64().expect("a number"));
    chain(&log);

    let index: Value = serde_json::from_slice(&fs::read(folder.join("00 Index.json")).expect("a file")).expect("JSON");
    let files = index["files"].as_array().expect("a list");
    for file in files {
        let bytes = fs::read(folder.join(file["name"].as_str().expect("a name"))).expect("it lies there");
        assert_eq!(Sha256::of(&bytes).to_string(), file["sha256"], "{}", file["name"]);
    }
    assert!(files.iter().any(|file| file["name"].as_str().is_some_and(|name| name.starts_with("Packets/P-0001"))));
    assert!(fs::read(folder.join("00 Index.pdf")).expect("a file").starts_with(b"%PDF-"));

    // Nothing is written over, and nothing half.
    let again = journey.app.evidence_to(&folder, &request("2026-03-01", "2026-04-16", PacketChoice::None));
    assert_eq!(again.expect_err("it is there").code(), "file_exists");
    let zip = folder.with_file_name("evidence.zip");
    journey.app.evidence_to(&zip, &request("2026-03-01", "2026-04-16", PacketChoice::Period)).expect("it is written");
    assert!(fs::read(zip).expect("a file").starts_with(b"PK"));
}

/// Computes the chain again from the list alone, as its index says.
fn chain(log: &[Vec<String>]) {
    let mut before: Option<String> = None;
    for entry in log {
        // An apostrophe before what a program would compute is not hashed.
        let exact = |at: usize| match entry[at].strip_prefix('\'') {
            Some(rest) if rest.starts_with(['=', '+', '-', '@']) => rest,
            _ => entry[at].as_str(),
        };
        let (earlier, hash) = (&entry[10], &entry[11]);
        assert!(before.is_none_or(|before| before == *earlier), "entry {} follows the one before", entry[0]);
        let mut bytes: Vec<u8> = Vec::new();
        for pair in earlier.as_bytes().chunks(2) {
            let digits = std::str::from_utf8(pair).expect("digits");
            bytes.push(u8::from_str_radix(digits, 16).expect("hexadecimal"));
        }
        for at in [0, 1, 6, 2, 3, 7, 8, 4, 9, 5] {
            bytes.extend((exact(at).len() as u64).to_be_bytes());
            bytes.extend(exact(at).as_bytes());
        }
        assert_eq!(Sha256::of(&bytes).to_string(), *hash, "entry {} is what its hash says", entry[0]);
        before = Some(hash.clone());
    }
    assert!(before.is_some(), "there are entries");
}

#[test]
fn packets_are_chosen_by_decision_and_those_that_are_not_there_are_named() {
    let journey = workspace();
    let vendors = journey.call("vendors", json!({}));
    let still =
        vendors.as_array().expect("a list").iter().find(|row| row["name"] == "Still Water").expect("it is there");
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let second = json!({
        "vendor": still["id"], "outcome": "rejected", "reason": "It is not needed.", "conditions": [], "signers": [mara],
        "next_review": null, "residual": null,
    });
    journey.call("decision_record", second);
    let folder = journey.file("x", b"").with_file_name("chosen");
    let asked = |decisions: &[u32]| EvidenceRequest {
        decisions: decisions.to_vec(),
        ..request("2026-03-01", "2026-04-16", PacketChoice::Chosen)
    };
    let made = journey.app.evidence_to(&folder, &asked(&[1, 2])).expect("it is written");
    let said = made.checks.iter().find(|check| check.what.starts_with("Packets: ")).expect("it is said");
    assert!(said.what.contains("1 of 2 decisions") && said.what.contains("P-0002 (Still Water)"), "{}", said.what);
    let lying = fs::read_dir(folder.join("Packets")).expect("a folder").count();
    assert_eq!(lying, 1, "the packet that there is");
    let unknown = journey.app.evidence_to(&folder.with_file_name("none"), &asked(&[7])).expect_err("there is none");
    assert_eq!(unknown.code(), "not_found");

    let contracts = rows(&folder, "Contracts");
    assert!(contracts.iter().all(|row| row.len() == 11), "{contracts:?}");
    let names = rows(&folder, "Names to compare");
    assert_eq!(names.iter().filter(|row| row[0] == "Still Water").count(), 1, "{names:?}");
    assert!(rows(&folder, "Fourth parties").iter().all(|row| row.len() == 16), "as the register has it");
}

#[test]
fn the_register_of_information_is_written_whole_and_told_in_the_log() {
    let journey = workspace();
    let folder = journey.folder.path().join("dora");
    let written = journey.app.register_to(&folder).expect("it is written");
    let codes: Vec<&str> = written.tables.iter().map(|table| table.code.as_str()).collect();
    assert_eq!(codes, ["B_01.01", "B_02.01", "B_02.02", "B_03.02", "B_05.01", "B_07.01"]);
    let text = fs::read_to_string(folder.join("reports/b_05.01.csv")).expect("a table");
    assert!(text.contains("Harbourlight Payroll, Inc."), "the vendor in use: {text}");
    assert!(!text.contains("Still Water"), "one that only was entered is not in use: {text}");
    assert!(written.missing.iter().any(|gap| gap.table == "B_02.01" && gap.what.contains("No contract")));
    let again = journey.app.register_to(&folder).expect_err("nothing is written over");
    assert_eq!(again, countersign_contract::Failure::FileExists);
    let entry = journey.call("history", json!({ "before": null, "vendor": null, "limit": 5 }));
    assert!(entry.as_array().is_some_and(|all| all.iter().any(|one| one["op"] == "register.export")), "{entry}");
    journey.host.answer(journey.folder.path().join("dora.zip"));
    assert_eq!(journey.call("dora_save", json!({}))["name"], "dora.zip");
}

#[test]
fn what_lies_outside_of_the_period_is_not_counted_and_absurd_days_are_refused() {
    let journey = workspace();
    let folder = journey.file("x", b"").with_file_name("early");
    let made = journey.app.evidence_to(&folder, &request("2026-03-01", "2026-03-31", PacketChoice::Period));
    let made = made.expect("it is written");
    assert!(made.checks.iter().all(|check| check.holds), "{:?}", made.checks);
    let inventory = rows(&folder, "Inventory");
    assert_eq!(inventory.len(), 1, "the second one came in April: {inventory:?}");
    assert_eq!(inventory[0][5], "tiered", "the stage of that day, not of today");
    assert_eq!(inventory[0][8], "", "not approved yet");
    assert!(rows(&folder, "Decisions").is_empty() && !folder.join("Packets").exists());
    for (from, to, field) in
        [("2026-04-01", "2026-03-01", "to"), ("2026-03-01", "2026-05-01", "to"), ("0026-03-01", "2026-03-31", "from")]
    {
        let refused = journey.app.evidence_to(&folder.with_file_name("no"), &request(from, to, PacketChoice::None));
        assert_eq!(json!(refused.expect_err("refused"))["field"], field, "{from} to {to}");
    }
}
