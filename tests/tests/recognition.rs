//! Pages that are pictures: what the user interface recognises on them is delivered, checked, kept and read.

use countersign_reader::isolate::Reader;
use countersign_tests::{journey::Journey, report::Report, scan::scan};
use serde_json::{Value, json};
use std::path::PathBuf;

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

/// The picture on which the invented engine works: US Letter at 100 dots per inch.
const PICTURE: [u32; 2] = [850, 1100];

/// What the invented engine finds on the first page.
const COVER: [&str; 8] = [
    "System and Organization Controls (SOC) 2 Type 2 Report",
    "Independent Service Auditor's Report",
    "To the Management of Quillback Freight, Inc.",
    "We have examined the description of the Quillback Board throughout the period",
    "April 1, 2031 to March 31, 2032, based on the trust services criteria relevant to security.",
    "In our opinion, in all material respects, the controls stated in the description operated",
    "effectively throughout the period April 1, 2031 to March 31, 2032.",
    "Tarn & Fell LLP",
];

fn reader() -> Reader {
    Reader::new().with_program(PathBuf::from(READER))
}

/// Receives the scanned report and gives the document's id.
fn received(journey: &Journey) -> Value {
    let path = journey.file("scanned.pdf", &scan(Report::default().pdf(), &reader()));
    let job = journey.receive(&path);
    assert_eq!(job["state"]["state"], "stored", "a scan is stored: {job}");
    job["state"]["document"].clone()
}

/// Lines as an engine finds them: words with boxes.
fn words(lines: &[&str]) -> Value {
    let mut found = Vec::new();
    for (line, text) in lines.iter().enumerate() {
        let (mut left, top) = (60, 100 + 40 * line);
        for word in text.split(' ') {
            let width = 6 * word.len();
            found.push(
                json!({ "text": word, "box": [left, top, left + width, top + 10], "confidence": 95.0, "line": line }),
            );
            left += width + 4;
        }
    }
    json!(found)
}

fn page(document: &Value, page: &Value, words: Value) -> Value {
    json!({ "document": document, "page": page, "width": PICTURE[0], "height": PICTURE[1], "words": words })
}

fn only(journey: &Journey) -> Value {
    let list = journey.call("recognition", json!({}));
    assert_eq!(list.as_array().map(Vec::len), Some(1), "one document wants it: {list}");
    list[0].clone()
}

fn fact<'v>(view: &'v Value, key: &str) -> &'v Value {
    let facts = view["facts"].as_array().expect("a list");
    facts.iter().find(|fact| fact["key"] == key).unwrap_or_else(|| panic!("{key} is among the facts"))
}

#[test]
fn a_scan_is_read_when_all_of_its_pages_are_delivered() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let asked = journey.call("document", json!({ "document": document }));
    assert_eq!(asked["row"]["kind"], "other", "nothing of it can be read at first");
    assert_eq!(asked["row"]["has_text"], false, "it has no text");

    let wanted = only(&journey);
    let left: Vec<Value> = wanted["left"].as_array().expect("a list").clone();
    assert!(left.len() >= 2, "every page is a picture: {wanted}");
    assert_eq!(wanted["pictures"], left.len(), "and all of them are wanted");
    let picture = journey.call("recognition_picture", json!({ "document": document, "page": left[0] }));
    assert!(picture["png"].as_str().is_some_and(|png| png.starts_with("iVBORw0KGgo")), "a PNG in Base64");
    assert!(picture["width"].as_u64() >= Some(2400), "as fine as an engine needs it: {}", picture["width"]);

    let last = left.len() - 1;
    for (at, number) in left.iter().enumerate() {
        let found = if at == 0 { words(&COVER) } else { words(&["In our opinion the controls operated effectively"]) };
        assert_eq!(only(&journey)["done"], at, "how far it is");
        journey.call("recognition_deliver", page(&document, number, found));
        if at < last {
            assert_eq!(
                journey.call("document", json!({ "document": document }))["readings"],
                1,
                "not read before its end"
            );
        }
    }
    assert_eq!(journey.call("recognition", json!({})), json!([]), "nothing is wanted any more");
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(view["row"]["kind"], "soc2_type2", "{view}");
    assert_eq!(view["row"]["has_text"], true, "what is read of it is text");
    assert_eq!(view["recognised_pages"], json!(left));
    let named = fact(&view, "service_organization");
    assert_eq!((&named["value"]["text"], &named["basis"]), (&json!("Quillback Freight, Inc."), &json!("ocr")));
    let cited = &named["citations"][0];
    assert_eq!(cited["page"], left[0], "the page is cited");
    let words = journey.call("page", json!({ "document": document, "page": left[0] }));
    assert!(words.to_string().contains("Quillback"), "the words lie over the page");
    let hits = journey.call("search", json!({ "text": "Quillback" }));
    assert!(hits.to_string().contains("scanned.pdf"), "and are found: {hits}");
    let chain = journey.call("history_verify", json!({}));
    assert_eq!(chain["broken_at"], Value::Null, "the audit log is whole");

    // Another reading puts the words on their pages again.
    journey.call("documents_read_again", json!({ "which": "one", "document": document }));
    let until = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while journey.call("document", json!({ "document": document }))["readings"] != 3 {
        assert!(std::time::Instant::now() < until, "it is read again in the background");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let again = journey.call("document", json!({ "document": document }));
    assert_eq!(fact(&again, "service_organization")["value"], named["value"], "nothing is recognised anew");
    assert_eq!(journey.call("recognition", json!({})), json!([]));
}

#[test]
fn judgements_stay_when_pictures_are_read() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let added = json!({
        "document": document, "key": "system_name", "reason": "It stands on page 1.", "cite": [],
        "verdict": { "verdict": "correct", "value": { "form": "text", "text": "The Board" } },
    });
    journey.call("fact_judge", added);
    for number in only(&journey)["left"].as_array().expect("a list").clone() {
        journey.call("recognition_deliver", page(&document, &number, words(&COVER)));
    }
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(fact(&view, "system_name")["value"]["text"], "The Board", "what a person said holds");
    assert_eq!(view["readings"], 2, "and the pictures were read");
}

#[test]
fn what_is_stopped_keeps_what_was_found_and_goes_on_when_asked() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let left = only(&journey)["left"].as_array().expect("a list").clone();
    journey.call("recognition_deliver", page(&document, &left[0], words(&COVER)));
    journey.call("recognition_stop", json!({ "document": document }));
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(view["row"]["kind"], "soc2_type2", "the first page was read");
    assert_eq!(view["recognised_pages"], json!([left[0]]));
    let stopped = only(&journey);
    assert_eq!((&stopped["stopped"], &stopped["done"]), (&json!(true), &json!(1)), "{stopped}");
    assert_eq!(stopped["left"], json!(left[1..]), "the others are left");

    journey.call("recognition_resume", json!({ "document": document }));
    for number in &left[1..] {
        assert_eq!(only(&journey)["stopped"], false, "it goes on");
        journey.call("recognition_deliver", page(&document, number, words(&["More words of the same report"])));
    }
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(view["recognised_pages"], json!(left), "all pages now");
    assert_eq!(view["row"]["kind"], "soc2_type2", "the first page is still read");
}

#[test]
fn a_page_that_no_engine_can_read_is_said_and_can_be_tried_again() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let left = only(&journey)["left"].as_array().expect("a list").clone();
    journey.call("recognition_deliver", page(&document, &left[0], Value::Null));
    for number in &left[1..] {
        journey.call("recognition_deliver", page(&document, number, words(&COVER)));
    }
    let failed = only(&journey);
    assert_eq!((&failed["failed"], &failed["left"]), (&json!([left[0]]), &json!([])), "{failed}");
    journey.call("recognition_resume", json!({ "document": document }));
    assert_eq!(only(&journey)["left"], json!([left[0]]), "it is wanted again");
}

#[test]
fn it_goes_on_after_the_workspace_was_closed() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let left = only(&journey)["left"].clone();
    journey.call("recognition_deliver", page(&document, &left[0], words(&COVER)));
    let recent = journey.call("session", json!({}))["workspace"]["label"].clone();
    assert!(recent.is_string());
    journey.call("workspace_close", json!({}));
    assert_eq!(journey.fails("recognition", json!({}))["code"], "no_workspace");
    let mut paths = std::fs::read_dir(journey.folder.path()).expect("a folder").flatten().map(|entry| entry.path());
    let path = paths.find(|path| path.extension().is_some_and(|end| end == "countersign")).expect("the file");
    journey.app.open_path(&path, None).expect("opens");
    assert_eq!(only(&journey)["left"], left, "what was not stored is wanted again");
}

#[test]
fn what_comes_from_the_window_is_no_more_trusted_than_a_file() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let path = journey.file("text.pdf", &Report { organization: "Gannet, Inc.", ..Report::default() }.pdf());
    let text = journey.receive(&path)["state"]["document"].clone();
    let left = only(&journey)["left"].as_array().expect("a list").clone();
    let deliver = |document: &Value, number: &Value, words: Value| {
        journey.fails("recognition_deliver", page(document, number, words))["code"].clone()
    };
    assert_eq!(deliver(&text, &json!(1), words(&COVER)), "not_found", "a page with text is never overwritten");
    assert_eq!(deliver(&document, &json!(900), words(&COVER)), "not_found", "there is no such page");
    assert_eq!(deliver(&json!(uuid::Uuid::nil()), &left[0], words(&COVER)), "not_found", "nor such a document");
    let fails = journey.fails("recognition_picture", json!({ "document": text, "page": 1 }));
    assert_eq!(fails["code"], "not_found", "pictures are given of what is wanted only");
    let many: Vec<Value> = vec![json!({ "text": "a", "box": [1, 1, 9, 9], "confidence": 9, "line": 0 }); 20_001];
    assert_eq!(deliver(&document, &left[0], json!(many)), "bad_request", "no page holds so many words");
    for side in [0, 40_000] {
        let mut wrong = page(&document, &left[0], words(&COVER));
        wrong["width"] = json!(side);
        assert_eq!(journey.fails("recognition_deliver", wrong)["code"], "bad_request", "no picture is {side} wide");
    }
    assert_eq!(only(&journey)["done"], 0, "nothing of this was taken");

    let odd = json!([
        { "text": "beyond", "box": [900, 9000, 9e30, 9e30], "confidence": 95, "line": 0 },
        { "text": "x".repeat(300), "box": [1, 1, 90, 20], "confidence": 95, "line": 0 },
        { "text": "kept", "box": [-50, 100, 90, 120], "confidence": 9e9, "line": 7 },
    ]);
    journey.call("recognition_deliver", page(&document, &left[0], odd));
    journey.call("recognition_stop", json!({ "document": document }));
    let found = journey.call("page", json!({ "document": document, "page": left[0] }));
    let found = found["words"].as_array().expect("a list");
    assert_eq!(found.len(), 1, "what is no word on the page is left out: {found:?}");
    assert_eq!(found[0]["text"], "kept");
}

#[test]
fn who_may_not_keep_documents_has_no_pictures_read() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let number = only(&journey)["left"][0].clone();
    let approver = journey.call(
        "person_save",
        json!({ "id": null, "name": "Odo Marsh", "title": null, "roles": ["executive"], "active": true }),
    );
    journey.call("actor_set", json!({ "person": approver["id"] }));
    for (name, input) in [
        ("recognition_deliver", page(&document, &number, words(&COVER))),
        ("recognition_stop", json!({ "document": document })),
        ("recognition_resume", json!({ "document": document })),
    ] {
        assert_eq!(journey.fails(name, input)["code"], "denied", "{name} needs a role");
    }
    assert_eq!(only(&journey)["unread"], only(&journey)["left"], "that pages are unread is said all the same");
}

#[test]
fn a_reading_that_began_before_the_words_came_does_not_hide_them() {
    let journey = Journey::with_workspace(READER);
    let document = received(&journey);
    let left: Vec<Value> = only(&journey)["left"].as_array().expect("a list").clone();
    let (last, first) = left.split_last().expect("pages");
    for number in first {
        journey.call("recognition_deliver", page(&document, number, words(&COVER)));
    }
    std::thread::scope(|scope| {
        scope.spawn(|| journey.call("recognition_deliver", page(&document, last, words(&COVER))));
        // While the last words are being read and stored, somebody asks for another reading.
        std::thread::sleep(std::time::Duration::from_millis(30));
        journey.call("documents_read_again", json!({ "which": "one", "document": document }));
    });
    let until = std::time::Instant::now() + std::time::Duration::from_mins(1);
    while journey.call("document", json!({ "document": document }))["readings"] != 3 {
        assert!(std::time::Instant::now() < until, "both readings are made");
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    let view = journey.call("document", json!({ "document": document }));
    assert_eq!(view["recognised_pages"], json!(left), "the words are part of the reading that holds");
    assert_eq!(journey.call("recognition", json!({})), json!([]), "nothing is asked for twice");
}
