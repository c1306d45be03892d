//! What a decision freezes for its packet: from the register, the workbook of CUECs and the review to the manifest inside the file.

use countersign_packet::{
    FrozenDecision,
    input::{AnswerOrigin, ClauseState, Design},
    manifest,
};
use countersign_tests::{journey::Journey, report::Report};
use lopdf::Document;
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const CUECS: &[(&str, &str)] = &[
    ("CC6.2", "User entities remove the accounts of people who leave."),
    ("CC6.6", "User entities restrict who may upload files."),
];

/// A critical vendor with a service, an NDA and a report that lists two controls of ours.
fn vendor(journey: &Journey) -> Value {
    let path = journey.file("harbourlight soc 2.pdf", &Report { cuecs: CUECS, ..Report::default() }.pdf());
    let document = journey.receive(&path)["state"]["document"].clone();
    journey.call("facts_confirm", json!({ "document": document }));
    let name = "Harbourlight Payroll, Inc.";
    let target = json!({ "target": "new", "name": name });
    let view = journey.call("document_file", json!({ "document": document, "vendor": target }));
    let vendor = view["row"]["vendor"].clone();
    let save = |part: Value| journey.call("register_save", json!({ "vendor": vendor, "part": part }));
    save(json!({
        "part": "service", "id": null, "name": "Payroll", "purpose": "Pays everybody.", "users": null,
        "data": ["personal_as_processor", "payment_account"], "data_locations": null,
        "access": "production_or_system", "integration": "deep", "dependence": "stops_work", "tolerable_outage": 8,
        "substitutability": "not", "regulated": true, "feeds_financial_statements": null,
        "sole_processor_of_customer_data": false, "in_our_soc2": false, "sla_relied_on": null,
        "privacy_commitments_relied_on": null, "ai_on_our_data": "no", "subprocessors": [],
    }));
    save(json!({ "part": "nda", "state": "signed", "signed_on": "2026-01-05", "until": null }));
    save(json!({
        "part": "contract", "id": null, "title": "Services", "start": "2026-01-01", "end": "2026-12-31",
        "renewal": "automatic", "renewal_months": 12, "notice_days": 60,
        "amount_minor": 120_000, "currency": "EUR", "breach_notice": 96, "audit_right": null,
        "return_or_deletion": false, "right_to_reports": true, "subprocessor_notice": null,
        "data_processing_agreement": true, "ai_terms": null, "governing_law": "Ireland",
    }));
    let tier = json!({ "vendor": vendor, "tier": "critical", "reason": "Nobody is paid without it." });
    journey.call("tier_assign", tier);
    vendor
}

/// Reviews the vendor: what is suggested is confirmed, the rest is entered.
fn review(journey: &Journey, vendor: &Value) {
    let review = journey.call("review_start", json!({ "vendor": vendor, "correction": null }))["row"]["id"].clone();
    for _ in 0..3 {
        let view = journey.call("review", json!({ "review": review }));
        for id in view["open"].as_array().expect("a list") {
            let asked = view["questions"].as_array().and_then(|all| all.iter().find(|one| one["id"] == *id));
            let asked = asked.expect("it is asked");
            let value = asked["suggested"].as_str().unwrap_or("Looked at, nothing against it");
            let result =
                asked["suggested_result"].as_str().filter(|it| ["pass", "warn"].contains(it)).unwrap_or("pass");
            let answer = json!({ "value": value, "result": result, "note": "Seen.", "citations": [] });
            journey.call("review_answer", json!({ "review": review, "question": id, "answer": answer }));
        }
    }
    let session = journey.call("session", json!({}));
    let actor = &session["workspace"]["actor"]["id"];
    let roles = ["second_reader", "security_owner", "executive"];
    let second = json!({ "id": null, "name": "Ilse Brandt", "title": "CISO", "roles": roles, "active": true });
    let second = journey.call("person_save", second)["id"].clone();
    journey.call("review_sign", json!({ "review": review }));
    journey.call("actor_set", json!({ "person": second }));
    journey.call("review_read_again", json!({ "review": review }));
    journey.call("actor_set", json!({ "person": actor }));
    journey.call("review_finish", json!({ "review": review }));
    journey.call(
        "decision_record",
        json!({
            "vendor": vendor, "outcome": "approved_with_conditions", "reason": "It covers what we use.",
            "conditions": [{
                "what": "Agree on a breach notice.", "owner": actor, "due": "2026-05-29", "before_go_live": true,
                "rule": "LEGAL-CONTRACT",
            }],
            "signers": [actor, second], "next_review": "2027-03-17",
            "residual": { "level": "medium", "words": "A late notice of a breach." },
        }),
    );
}

/// The decision inside the packet of the vendor, with the number of its pages.
fn packet(journey: &Journey, vendor: &Value) -> (FrozenDecision, u64) {
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    let made = journey.call("packet_make", json!({ "decision": view["decisions"][0]["id"], "paper": "a4" }));
    (inside(journey, &made), made["pages"].as_u64().expect("a number"))
}

/// The decision inside a packet that was made, which is what was decided.
pub(crate) fn inside(journey: &Journey, made: &Value) -> FrozenDecision {
    let saved = journey.call("packet_save", json!({ "packet": made["id"] }));
    let path = journey.folder.path().join(saved["name"].as_str().expect("a name"));
    let checks = journey.app.check_packet(&path).expect("it is read").expect("it carries a decision");
    assert_eq!(checks.verdict(), countersign_app::PacketVerdict::Whole, "{checks:?}");
    let file = Document::load(&path).expect("a PDF");
    let streams = file.objects.values().filter_map(|object| object.as_stream().ok());
    let inside = streams.into_iter().find(|stream| stream.dict.has_type(b"EmbeddedFile")).expect("an attachment");
    manifest::read(&inside.get_plain_content().expect("it unpacks")).expect("a manifest").input
}

/// The vendor with its decision, as a packet can be made of it.
fn decided(journey: &Journey) -> Value {
    let vendor = vendor(journey);
    review(journey, &vendor);
    journey.call("vendor", json!({ "vendor": vendor }))["decisions"][0]["id"].clone()
}

fn saved(journey: &Journey, packet: &Value) -> std::path::PathBuf {
    let saved = journey.call("packet_save", json!({ "packet": packet["id"] }));
    journey.folder.path().join(saved["name"].as_str().expect("a name"))
}

#[test]
fn documents_are_appended_where_somebody_chooses_them_and_the_packet_is_still_shown_to_be_whole() {
    let journey = Journey::with_workspace(READER);
    let decision = decided(&journey);
    let listed = journey.call("packet_appendices", json!({ "decision": decision }));
    assert_eq!(listed[0]["label"], "D1");
    assert_eq!((listed[0]["refused"].clone(), listed[0]["nda"].clone()), (Value::Null, json!(true)), "{listed}");

    let plain = journey.call("packet_make", json!({ "decision": decision, "paper": "a4" }));
    let whole = json!({ "decision": decision, "paper": "a4", "append": ["D1"] });
    let made = journey.call("packet_make", whole.clone());
    assert_eq!(made["version"], 2, "another version of the packet");
    let pages = |view: &Value| view["pages"].as_u64().expect("a number");
    assert_eq!(
        pages(&made),
        pages(&plain) + 1 + listed[0]["pages"].as_u64().expect("a number"),
        "a leaf, and the pages"
    );
    assert_eq!(made["appended"][0]["first"], pages(&plain) + 2);
    assert_eq!(journey.call("packet_make", whole)["id"], made["id"], "asked again, it is there");
    assert_eq!(journey.call("packet_make", json!({ "decision": decision, "paper": "a4" }))["id"], plain["id"]);

    use countersign_app::{PacketOutcome as O, PacketPart as P, PacketVerdict as V};
    let path = saved(&journey, &made);
    let checks = journey.app.check_packet(&path).expect("it is read").expect("it carries a decision");
    assert_eq!(checks.verdict(), V::Whole, "{checks:?}");
    let of = |checks: &countersign_app::PacketChecks, part| {
        checks.checks.iter().find(|check| check.part == part).map(|check| check.outcome)
    };
    assert_eq!(of(&checks, P::Appendices), Some(O::Holds), "{checks:?}");

    let stranger = Journey::begin(READER);
    let alone = stranger.app.check_packet(&path).expect("it is read").expect("it carries a decision");
    assert_eq!((of(&alone, P::Pages), of(&alone, P::Appendices)), (Some(O::Holds), Some(O::NotChecked)), "{alone:?}");
    assert_eq!(alone.verdict(), V::Unproved, "nobody has shown that the copy is that of the document");

    // What stands behind the packet's bytes puts another page in the place of one of its own.
    let bytes = std::fs::read(&path).expect("it is there");
    let file = Document::load_mem(&bytes).expect("a PDF");
    let first = file.page_iter().next().expect("a page");
    let mut update = lopdf::IncrementalDocument::create_from(bytes, file);
    update.opt_clone_object_to_new_document(first).expect("it is there");
    let page = update.new_document.get_dictionary_mut(first).expect("a page");
    page.set("MediaBox", vec![0.into(), 0.into(), 595.into(), 500.into()]);
    page.set("CropBox", vec![0.into(), 0.into(), 595.into(), 500.into()]);
    let mut changed = Vec::new();
    update.save_to(&mut changed).expect("it is written");
    let path = journey.folder.path().join("changed.pdf");
    std::fs::write(&path, changed).expect("it is written");
    let checks = journey.app.check_packet(&path).expect("it is read").expect("it carries a decision");
    assert_eq!(of(&checks, P::Pages), Some(O::Differs), "{checks:?}");
    assert_eq!(checks.verdict(), V::Changed);
}

#[test]
fn what_cannot_be_appended_is_refused_by_name() {
    let journey = Journey::with_workspace(READER);
    let decision = decided(&journey);
    let asked = |append: Value| json!({ "decision": decision, "paper": "a4", "append": append });
    assert_eq!(journey.fails("packet_make", asked(json!(["D7"])))["code"], "not_found");
    let made = journey.call("packet_make", asked(json!([])));
    assert!(made["appended"].as_array().is_some_and(Vec::is_empty), "nothing is appended unless it is asked for");
}

#[test]
fn the_logo_is_frozen_with_the_decision() {
    let journey = Journey::with_workspace(READER);
    let mut png = Vec::new();
    let mut encoder = png::Encoder::new(&mut png, 120, 30);
    encoder.set_color(png::ColorType::Rgb);
    encoder.write_header().expect("a head").write_image_data(&[30; 120 * 30 * 3]).expect("pixels");
    journey.host.answer(journey.file("logo.png", &png));
    assert_eq!(journey.call("logo_choose", json!({}))["width"], 120);
    let bad = journey.file("photo.png", b"\xff\xd8\xff\xe0 not a PNG");
    journey.host.answer(bad);
    assert_eq!(journey.fails("logo_choose", json!({}))["reason"], "not_png");
    assert_eq!(journey.call("logo", json!({}))["height"], 30, "the one that was there stays");

    let vendor = vendor(&journey);
    review(&journey, &vendor);
    journey.call("logo_remove", json!({}));
    assert!(journey.call("logo", json!({})).is_null());
    let (frozen, _) = packet(&journey, &vendor);
    assert_eq!(frozen.logo.map(|logo| (logo.width, logo.height)), Some((120, 30)), "as on the day of the decision");
}

#[test]
fn a_decision_freezes_what_its_packet_says() {
    let journey = Journey::with_workspace(READER);
    let vendor = vendor(&journey);
    review(&journey, &vendor);
    let (frozen, pages) = packet(&journey, &vendor);

    let tiering = frozen.tiering.expect("how the class came about");
    let service = &tiering.services[0];
    assert_eq!((service.name.as_str(), service.factors.len(), service.overrides.len()), ("Payroll", 6, 4));
    for factor in &service.factors {
        assert_eq!(factor.by.as_deref(), Some("Mara Lind"), "the log tells who answered: {factor:?}");
        assert!(factor.points.is_some_and(|points| (factor.least..=factor.most).contains(&points)), "{factor:?}");
    }
    assert_eq!(service.score, service.factors.iter().filter_map(|factor| factor.points).sum::<u8>());
    assert!(tiering.assigned.is_some_and(|it| it.by == "Mara Lind" && it.by_hand));
    assert!(tiering.changes.is_empty(), "nothing changed since");
    assert!(tiering.asks.iter().any(|ask| ask.what == "Second reader" && ask.asked == "Yes"), "a critical vendor");

    let cuecs = frozen.cuecs.expect("the workbook");
    assert_eq!((cuecs.document.as_deref(), cuecs.controls.len()), (Some("D1"), CUECS.len()));
    assert!(cuecs.controls.iter().all(|control| !control.pages.is_empty()), "each with its page: {cuecs:?}");
    let register = frozen.register.expect("the register");
    assert!(register.nda.is_some());
    let service = serde_json::to_value(&register.services[0]).expect("plain data");
    assert_eq!(service["purpose"], "Pays everybody.");
    for unprinted in
        ["access", "integration", "dependence", "tolerable_outage", "regulated", "in_our_soc2", "subprocessors"]
    {
        assert!(service[unprinted].is_null(), "{unprinted} is not printed, and not frozen: {service}");
    }
    assert_eq!(frozen.design, Design::Sixth);
    let document = &frozen.documents[0];
    assert_eq!(document.received_on.map(|day| day.to_string()).as_deref(), Some("2026-03-17"), "a business day");
    assert!(document.reported_on.is_some(), "the date of the opinion as a date: {document:?}");
    assert!(frozen.earlier.is_empty() && frozen.previous.is_none(), "it is the first");
    let coverage = frozen.coverage.expect("what the rules count as covered");
    let report = frozen.documents[0].span.expect("a period");
    assert_eq!(coverage.until, report.end, "no letter is held");
    assert!(coverage.uncovered.is_some_and(|said| said.contains("month")), "the time since, in the words of the rules");
    let firm = frozen.reliance.iter().find(|sign| sign.what == "Licence of the firm").expect("it is looked at");
    assert_eq!((firm.outcome.as_str(), firm.by.as_deref()), ("warn", None), "nobody has looked the firm up");
    let contract = &frozen.contracts[0];
    let state = |what: &str| contract.clauses.iter().find(|clause| clause.what == what).map(|clause| clause.state);
    assert_eq!(state("Notice of breaches"), Some(ClauseState::Weaker), "{contract:?}");
    assert_eq!(state("A report every year"), Some(ClauseState::Present));
    assert_eq!(state("Return or deletion of data"), Some(ClauseState::Missing));
    assert_eq!(state("Right to audit or assess"), Some(ClauseState::NotKnown));
    assert!(!serde_json::to_string(contract).expect("plain data").contains("120000"), "what is paid is not frozen");
    assert!(!frozen.gaps.is_empty(), "what the report does not prove");

    let review = frozen.review.expect("the review");
    assert_eq!(review.answers.len(), 61, "every question of the review");
    assert_eq!((review.reviewer.as_deref(), review.second_reader.as_deref()), (Some("Mara Lind"), Some("Ilse Brandt")));
    let of = |origin| review.answers.iter().filter(|answer| answer.origin == origin).count();
    assert!(of(AnswerOrigin::Confirmed) > 10, "what was suggested and confirmed as it was");
    assert!(of(AnswerOrigin::Entered) > 5, "what a person entered alone");
    assert!(of(AnswerOrigin::NotApplicable) > 0, "an unmodified opinion has no modified part");
    assert_eq!(of(AnswerOrigin::Open), 0, "a finished review is answered");
    assert_eq!(frozen.decision.conditions[0].rule.as_deref(), Some("LEGAL-CONTRACT"));
    assert!(pages > 10, "all of it is printed: {pages} pages");
}

#[test]
fn a_change_after_the_decision_does_not_reach_its_packet() {
    let journey = Journey::with_workspace(READER);
    let vendor = vendor(&journey);
    review(&journey, &vendor);
    let nda = json!({ "part": "nda", "state": "missing", "signed_on": null, "until": null });
    journey.call("register_save", json!({ "vendor": vendor, "part": nda }));
    let (frozen, _) = packet(&journey, &vendor);
    let nda = frozen.register.and_then(|register| register.nda).expect("the NDA of the day of the decision");
    assert_eq!(nda.signed_on().map(|day| day.to_string()).as_deref(), Some("2026-01-05"));
}
