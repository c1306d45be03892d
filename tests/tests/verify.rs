//! A packet is checked by what it carries inside, and against the workspace in which it was made: whatever is changed is found.

use countersign_app::{
    App, Config, Founding, Headless, Ids, PacketChecks, PacketOutcome, PacketPart, PacketVerdict, SystemClock,
};
use countersign_domain::Sha256;
use countersign_packet::{FrozenDecision, manifest, print};
use countersign_tests::journey::Journey;
use lopdf::{Document, Object};
use rusqlite::Connection;
use serde_json::{Value, json};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

/// A workspace with a decision on a vendor whose report is held, and its packet on disk.
struct Case {
    journey: Journey,
    packet: PathBuf,
}

impl Case {
    fn begin() -> Self {
        let journey = Journey::with_workspace(READER);
        let document = journey.received();
        journey.call("facts_confirm", json!({ "document": document }));
        let name = "Harbourlight Payroll, Inc.";
        let view =
            journey.call("document_file", json!({ "document": document, "vendor": { "target": "new", "name": name } }));
        let vendor = view["row"]["vendor"].clone();
        journey.call(
            "vendor_save",
            json!({
                "id": vendor, "name": name, "aliases": [], "service": "Payroll", "tier": "medium",
                "tier_reason": "Holds names and hours.", "owner": null, "notes": null,
            }),
        );
        let actor = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let decision = journey.call(
            "decision_record",
            json!({
                "vendor": vendor, "outcome": "approved", "reason": "The examination covers what we use.",
                "conditions": [], "signers": [actor], "next_review": "2027-03-17",
                "residual": { "level": "low", "words": "A late notice." },
            }),
        );
        let made = journey.call("packet_make", json!({ "decision": decision["id"], "paper": "a4" }));
        let saved = journey.call("packet_save", json!({ "packet": made["id"] }));
        let packet = journey.folder.path().join(saved["name"].as_str().expect("a name"));
        Self { journey, packet }
    }

    fn checks(&self, path: &Path) -> PacketChecks {
        self.journey.app.check_packet(path).expect("it is read").expect("it carries a decision")
    }

    /// What is found of a changed copy.
    fn of(&self, bytes: &[u8]) -> PacketChecks {
        let path = self.journey.folder.path().join("changed.pdf");
        fs::write(&path, bytes).expect("it is written");
        self.checks(&path)
    }

    /// Changes the workspace's file behind its back and opens it again.
    fn tamper(&self, triggers: &[&str], sql: &str) {
        let files = fs::read_dir(self.journey.folder.path()).expect("a folder").flatten().map(|entry| entry.path());
        let path =
            files.into_iter().find(|path| path.extension().is_some_and(|it| it == "countersign")).expect("a file");
        self.journey.call("workspace_close", json!({}));
        let raw = Connection::open(&path).expect("it opens");
        for trigger in triggers {
            raw.execute_batch(&format!("DROP TRIGGER {trigger}")).expect("it is dropped");
        }
        raw.execute_batch(sql).expect("it is changed");
        drop(raw);
        self.journey.app.open_path(&path, None).expect("it opens again");
    }
}

fn outcome(checks: &PacketChecks, part: PacketPart) -> Option<PacketOutcome> {
    checks.checks.iter().find(|check| check.part == part).map(|check| check.outcome)
}

fn differing(checks: &PacketChecks) -> Vec<PacketPart> {
    let differing = checks.checks.iter().filter(|check| check.outcome == PacketOutcome::Differs);
    differing.map(|check| check.part).collect()
}

/// The manifest inside a packet.
fn manifest_of(bytes: &[u8]) -> Vec<u8> {
    let file = Document::load_mem(bytes).expect("a PDF");
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let found = streams.into_iter().find(|stream| stream.dict.has_type(b"EmbeddedFile")).expect("an attachment");
    found.get_plain_content().expect("it unpacks")
}

/// The packet with another manifest inside.
fn with_manifest(bytes: &[u8], manifest: &[u8]) -> Vec<u8> {
    let mut file = Document::load_mem(bytes).expect("a PDF");
    for object in file.objects.values_mut() {
        let Object::Stream(stream) = object else { continue };
        if stream.dict.has_type(b"EmbeddedFile") {
            stream.dict.remove(b"Filter");
            stream.set_content(manifest.to_vec());
        }
    }
    let mut out = Vec::new();
    file.save_to(&mut out).expect("it is written");
    out
}

/// An application with a workspace of its own: ids of journeys repeat, these do not.
fn elsewhere(case: &Case) -> Arc<App> {
    let config = Config::without_memory().expect("folders can be made").with_reader(PathBuf::from(READER));
    let app = App::new(config, Arc::new(SystemClock), Ids::random(), Arc::new(Headless));
    let founding = Founding {
        organisation: "Elsewhere Ltd".to_owned(),
        person: "Ada Example".to_owned(),
        title: None,
        passphrase: None,
    };
    app.create_at(&case.journey.folder.path().join("elsewhere.countersign"), founding).expect("it is made");
    app
}

#[test]
fn an_unchanged_packet_holds_with_and_without_its_workspace() {
    let case = Case::begin();
    let checks = case.checks(&case.packet);
    assert_eq!(checks.verdict(), PacketVerdict::Whole, "{checks:?}");
    let parts: Vec<PacketPart> = checks.checks.iter().map(|check| check.part).collect();
    use PacketPart as P;
    assert_eq!(parts, [P::Content, P::Pages, P::File, P::Decision, P::Audit, P::Documents]);
    assert!(checks.checks.iter().all(|check| check.outcome == PacketOutcome::Holds), "{checks:?}");

    let stranger = Journey::begin(READER);
    let alone = stranger.app.check_packet(&case.packet).expect("it is read").expect("it carries a decision");
    assert_eq!(alone.checks.len(), 2, "without a workspace it speaks for itself");
    assert_eq!(alone.verdict(), PacketVerdict::Whole, "{alone:?}");
    let there = elsewhere(&case).check_packet(&case.packet).expect("it is read").expect("it carries a decision");
    assert_eq!(outcome(&there, PacketPart::Decision), Some(PacketOutcome::NotChecked), "another workspace: {there:?}");
    assert_eq!(there.verdict(), PacketVerdict::Unproved, "a forged one agrees with itself, too: {there:?}");
    let report = case.journey.file("no packet.pdf", &countersign_tests::report::Report::default().pdf());
    assert_eq!(stranger.app.check_packet(&report).expect("it is read"), None, "a report carries no decision");
}

#[test]
fn the_window_checks_packets_of_the_workspace_and_chosen_ones() {
    let case = Case::begin();
    let stored = case.journey.call("packets", json!({}))[0]["id"].clone();
    let own = case.journey.call("packet_check", json!({ "packet": stored }));
    assert_eq!((&own["verdict"], &own["packet"]), (&json!("whole"), &stored), "{own}");
    assert_eq!(own["checks"].as_array().map(Vec::len), Some(6), "each part has its sentence: {own}");

    let choose = |path: &Path| {
        case.journey.host.answer(path.to_owned());
        case.journey.call("packet_check_choose", json!({}))[0].clone()
    };
    assert_eq!(choose(&case.packet)["number"], "P-0001");
    let bytes = fs::read(&case.packet).expect("it is read");
    let manifest = String::from_utf8(manifest_of(&bytes)).expect("text").replace("A late notice.", "No risk at all.");
    let forged = case.journey.file("forged.pdf", &with_manifest(&bytes, manifest.as_bytes()));
    assert_eq!(choose(&forged)["verdict"], "changed");
    let report = case.journey.file("a report.pdf", &countersign_tests::report::Report::default().pdf());
    assert_eq!(choose(&report)["verdict"], "document", "the report is held here");
    let text = case.journey.file("no pdf.pdf", b"nothing of the kind");
    assert_eq!(choose(&text)["verdict"], "no_packet");
    assert_eq!(choose(Path::new("/not/there.pdf"))["verdict"], "unreadable");
    assert_eq!(case.journey.call("packet_check_choose", json!({})), json!([]), "who cancels chooses nothing");
}

#[test]
fn a_packet_among_documents_is_checked_and_not_stored() {
    let case = Case::begin();
    let before = case.journey.call("inbox", json!({}))["waiting"].clone();
    let dropped = case.journey.receive(&case.packet);
    assert_eq!(dropped["state"]["state"], "own_packet", "{dropped}");
    assert_eq!(case.journey.call("inbox", json!({}))["waiting"], before, "nothing is stored");
    // Another workspace knows nothing of it but what it carries inside.
    let other = Journey::with_workspace(READER);
    let dropped = other.receive(&case.packet);
    assert_eq!(dropped["state"]["state"], "packet", "{dropped}");
    assert_eq!(dropped["state"]["check"]["number"], "P-0001", "{dropped}");
    assert_eq!(other.call("inbox", json!({}))["waiting"], json!([]), "nothing is stored there either");
}

#[test]
fn a_changed_byte_of_the_manifest_is_found_without_a_workspace() {
    let case = Case::begin();
    let bytes = fs::read(&case.packet).expect("it is there");
    let text = String::from_utf8(manifest_of(&bytes)).expect("JSON");
    let changed = text.replacen("The examination covers", "The examination c0vers", 1);
    assert_ne!(text, changed, "something was changed");
    let checks = case.of(&with_manifest(&bytes, changed.as_bytes()));
    case.journey.call("workspace_close", json!({}));
    let alone = case.of(&with_manifest(&bytes, changed.as_bytes()));
    assert_eq!(differing(&alone), [PacketPart::Content, PacketPart::Pages], "{alone:?}");
    assert!(differing(&checks).contains(&PacketPart::Decision), "the workspace froze something else: {checks:?}");
    let broken = case.of(&with_manifest(&bytes, b"{\"format\":\"nothing\"}"));
    assert_eq!(differing(&broken), [PacketPart::Content], "{broken:?}");
}

#[test]
fn a_page_that_is_gone_is_found_without_a_workspace() {
    let case = Case::begin();
    let mut file = Document::load(&case.packet).expect("a PDF");
    let last = u32::try_from(file.get_pages().len()).expect("few pages");
    file.delete_pages(&[last]);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("it is written");
    case.journey.call("workspace_close", json!({}));
    let checks = case.of(&bytes);
    assert_eq!(differing(&checks), [PacketPart::Pages], "the manifest is whole, the pages are not: {checks:?}");
}

#[test]
fn a_packet_printed_from_another_row_is_found_with_the_workspace() {
    let case = Case::begin();
    let bytes = fs::read(&case.packet).expect("it is there");
    let mut input: FrozenDecision = manifest::read(&manifest_of(&bytes)).expect("a manifest").input;
    let rule = input.verdict.as_mut().and_then(|verdict| verdict.rules.first_mut()).expect("a rule");
    rule.found = "Nothing to worry about".to_owned();
    let forged = print(&input).expect("it prints").bytes;
    let checks = case.of(&forged);
    assert_eq!(outcome(&checks, PacketPart::Content), Some(PacketOutcome::Holds), "it agrees with itself");
    assert_eq!(differing(&checks), [PacketPart::File, PacketPart::Decision], "{checks:?}");
}

#[test]
fn a_later_version_names_the_file_before_it_and_who_signed() {
    let case = Case::begin();
    let first = fs::read(&case.packet).expect("it is there");
    let shown = case.journey.call("packets", json!({}))[0].clone();
    let decision = shown["decision"].clone();
    let make = |decision: &Value, sign_offs: bool| {
        let input = json!({ "decision": decision, "paper": "a4", "append": [], "sign_offs": sign_offs });
        case.journey.call("packet_make", input)
    };
    assert_eq!(make(&decision, true)["id"], shown["id"], "nobody has signed: there is nothing to say");
    case.journey.call("decision_sign", json!({ "decision": decision, "agrees": true, "comment": "As discussed." }));
    let signed = make(&decision, true);
    assert_eq!((&signed["version"], &signed["sign_offs"]), (&json!(2), &json!(1)), "{signed}");
    assert_eq!(make(&decision, true)["id"], signed["id"], "the same gives the same");
    assert_eq!(make(&decision, false)["id"], shown["id"], "and without, the one from before");

    let saved = |packet: &Value| {
        let name = case.journey.call("packet_save", json!({ "packet": packet["id"] }));
        case.journey.folder.path().join(name["name"].as_str().expect("a name"))
    };
    let path = saved(&signed);
    let bytes = fs::read(&path).expect("it is there");
    let input = manifest::read(&manifest_of(&bytes)).expect("a manifest").input;
    let previous = input.previous.clone().expect("the file before");
    assert_eq!((previous.number.as_str(), previous.version, previous.sha256), ("P-0001", 1, Sha256::of(&first)));
    let comment = input.sign_offs[0].comment.as_deref();
    assert_eq!((input.sign_offs[0].place, input.sign_offs[0].agrees, comment), (1, true, Some("As discussed.")));
    assert_eq!(case.checks(&path).verdict(), PacketVerdict::Whole, "{:?}", case.checks(&path));

    // What the workspace does not bear out is found, though the packet agrees with itself.
    let forged = |change: fn(&mut FrozenDecision)| {
        let mut input = input.clone();
        change(&mut input);
        differing(&case.of(&print(&input).expect("it prints").bytes))
    };
    let by = [PacketPart::File, PacketPart::Decision];
    assert_eq!(forged(|input| input.sign_offs[0].agrees = false), by, "who agreed did not decline");
    assert_eq!(forged(|input| "Not a word.".clone_into(&mut input.sign_offs[0].name)), by, "nobody of that name");
    let other = |input: &mut FrozenDecision| input.previous.as_mut().expect("one").sha256 = Sha256::of(b"another");
    assert_eq!(forged(other), by, "no such file was before it");

    // The next decision: the last packet of this one is before its first, and what changed stands in it.
    let vendor = shown["vendor"].clone();
    case.journey.call(
        "vendor_save",
        json!({
            "id": vendor, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": "Payroll and pensions",
            "tier": "medium", "tier_reason": "Holds names and hours.", "owner": null, "notes": null,
        }),
    );
    let actor = case.journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let again = case.journey.call(
        "decision_record",
        json!({
            "vendor": vendor, "outcome": "approved", "reason": "Looked at again.", "conditions": [],
            "signers": [actor], "next_review": "2027-03-17", "residual": { "level": "low", "words": "A late notice." },
        }),
    );
    let path = saved(&make(&again["id"], false));
    let input = manifest::read(&manifest_of(&fs::read(&path).expect("it is there"))).expect("a manifest").input;
    let previous = input.previous.expect("the last packet of the decision before");
    assert_eq!((previous.number.as_str(), previous.version, previous.sha256), ("P-0001", 2, Sha256::of(&bytes)));
    assert_eq!((input.earlier.len(), input.earlier[0].number, input.earlier[0].packets), (1, 1, 2));
    let service = input.changes.iter().find(|change| change.what == "Service").expect("it changed");
    assert_eq!((service.was.as_deref(), service.is.as_deref()), (Some("Payroll"), Some("Payroll and pensions")));
    assert!(!input.changes.iter().any(|change| change.was == change.is), "only what is otherwise: {:?}", input.changes);
    assert_eq!(case.checks(&path).verdict(), PacketVerdict::Whole, "{:?}", case.checks(&path));
}

#[test]
fn a_changed_row_of_the_workspace_is_found() {
    let case = Case::begin();
    let sql = "UPDATE decision SET frozen = replace(frozen, 'The examination covers', 'The examination misses')";
    case.tamper(&["decision_keeps_values"], sql);
    let checks = case.checks(&case.packet);
    assert_eq!(differing(&checks), [PacketPart::Decision], "{checks:?}");
}

#[test]
fn a_row_changed_together_with_its_hash_is_found_by_the_log() {
    let case = Case::begin();
    case.tamper(&["decision_keeps_values"], &format!("UPDATE decision SET frozen_sha256 = '{}'", "ab".repeat(32)));
    let checks = case.checks(&case.packet);
    assert_eq!(differing(&checks), [PacketPart::Decision, PacketPart::Audit], "{checks:?}");
}

#[test]
fn a_changed_entry_of_the_log_is_found() {
    let case = Case::begin();
    let sql = "UPDATE audit SET actor_name = 'Somebody else' WHERE op = 'decision.record'";
    case.tamper(&["audit_keeps_values"], sql);
    let checks = case.checks(&case.packet);
    assert_eq!(differing(&checks), [PacketPart::Audit], "{checks:?}");
}

#[test]
fn a_changed_document_is_found() {
    let case = Case::begin();
    let sql = "UPDATE blob_piece SET bytes = CAST(X'00' || substr(bytes, 2) AS BLOB)
               WHERE position = 0 AND sha256 = (SELECT sha256 FROM document)";
    case.tamper(&["blob_piece_keeps_values"], sql);
    let checks = case.checks(&case.packet);
    assert_eq!(differing(&checks), [PacketPart::Documents], "{checks:?}");
    let found = checks.checks.last().map(|check| check.found.clone());
    assert_eq!(found.as_deref(), Some("the stored bytes of D1 are not those of its hash"));
    assert_eq!(case.journey.call("history_verify", json!({}))["broken_at"], Value::Null, "the log is whole");
}
