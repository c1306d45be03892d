//! What people do about the lists of a reading, by the commands that the user interface calls.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

/// A list of a document.
fn list(journey: &Journey, document: &Value, name: &str) -> Value {
    let lists = journey.call("document_lists", json!({ "document": document }));
    let lists = lists["lists"].as_array().cloned().unwrap_or_default();
    lists.into_iter().find(|one| one["list"] == name).unwrap_or_else(|| panic!("{name} is among the lists"))
}

fn fields(text: &str) -> Value {
    json!({
        "text": text, "id": null, "criteria": ["CC6.2"], "control": null, "tests": [], "results": [], "outcome": null,
        "sample": null, "response": null, "subservice": null, "services": null, "method": null,
    })
}

/// Says something of an entry and gives its name.
fn judge(journey: &Journey, document: &Value, entry: &Value, verdict: Value, cite: Value) -> Value {
    let said = json!({
        "document": document, "list": "cuecs", "entry": entry, "verdict": verdict, "cite": cite, "reason": null,
    });
    journey.call("entry_judge", said)["entries"][0].clone()
}

/// Two CUECs that a person added where they stand on the first page.
fn added(journey: &Journey, document: &Value) -> [Value; 2] {
    ["Users are approved before they are entered.", "Leavers are removed within a day."].map(|text| {
        let cite = json!([{ "from": "words", "page": 1, "first": 0, "last": 3 }]);
        judge(journey, document, &Value::Null, json!({ "verdict": "add", "fields": fields(text) }), cite)
    })
}

#[test]
fn what_is_added_says_where_it_stands_and_can_be_corrected_and_taken_back() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let before = list(&journey, &document, "cuecs")["entries"].as_array().map_or(0, Vec::len);
    let nowhere = json!({
        "document": document, "list": "cuecs", "entry": null, "cite": [], "reason": null,
        "verdict": { "verdict": "add", "fields": fields("Nowhere to be seen.") },
    });
    assert_eq!(journey.fails("entry_judge", nowhere)["field"], "cite", "no citation, no entry");

    let [first, _] = added(&journey, &document);
    let held = list(&journey, &document, "cuecs");
    let entries = held["entries"].as_array().cloned().unwrap_or_default();
    assert_eq!(entries.len(), before + 2, "both stand in the list, after what was read");
    let entry = entries.iter().find(|one| one["entry"] == first).cloned().unwrap_or_default();
    assert_eq!(entry["standing"]["standing"], "added");
    assert_eq!(entry["cited"][0]["page"], 1, "it says where the person saw it: {entry}");
    let quote = entry["cited"][0]["quote"].as_str().unwrap_or_default();
    assert_eq!(quote.split(' ').count(), 4, "the quote is the four words that were marked: {quote}");

    let correction = json!({ "verdict": "correct", "fields": fields("Users are approved by their manager.") });
    judge(&journey, &document, &first, correction, json!([]));
    let entry = list(&journey, &document, "cuecs")["entries"][before].clone();
    assert_eq!(entry["fields"]["text"], "Users are approved by their manager.");
    assert_eq!(entry["cited"][0]["quote"], quote, "a correction that says no place leaves the place: {entry}");

    let chain = journey.call("history_verify", json!({}));
    assert_eq!(chain["broken_at"], Value::Null, "the audit log is whole");
}

#[test]
fn many_judgements_are_taken_back_in_one_go() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let before = list(&journey, &document, "cuecs")["entries"].as_array().map_or(0, Vec::len);
    let entries = added(&journey, &document);
    let entries = json!({ "document": document, "list": "cuecs", "entries": entries });
    let confirmed = journey.call("entries_confirm", entries.clone());
    assert_eq!(confirmed["entries"], json!([]), "what a person added needs no second word");
    let history = |journey: &Journey| journey.call("history_verify", json!({}))["entries"].as_u64().unwrap_or(0);
    let length = history(&journey);
    let withdrawn = journey.call("entries_withdraw", entries.clone());
    assert_eq!(withdrawn["entries"], entries["entries"], "both are taken back");
    assert_eq!(history(&journey), length + 1, "in one step of the history");
    let left = list(&journey, &document, "cuecs")["entries"].as_array().map_or(0, Vec::len);
    assert_eq!(left, before, "what was added is gone");
}

#[test]
fn a_document_is_read_again_without_losing_what_was_said() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let [first, second] = added(&journey, &document);
    journey.call("facts_confirm", json!({ "document": document }));
    let before = journey.call("document", json!({ "document": document }));
    journey.call("documents_read_again", json!({ "which": "one", "document": document }));
    let view = (0..600)
        .find_map(|_| {
            std::thread::sleep(std::time::Duration::from_millis(100));
            let view = journey.call("document", json!({ "document": document }));
            (view["readings"] == 2).then_some(view)
        })
        .expect("it is read again within a minute");
    assert_eq!(view["differing_facts"], 0, "the same reader reads the same");
    assert_eq!(view["row"]["open_facts"], before["row"]["open_facts"], "confirmed facts stay confirmed");
    let entries = list(&journey, &document, "cuecs")["entries"].as_array().cloned().unwrap_or_default();
    let names: Vec<_> = entries.iter().map(|one| one["entry"].clone()).collect();
    assert!(names.contains(&first) && names.contains(&second), "what a person added stays: {names:?}");
}
