//! The packet's own file, written again by another program: signed in it, or altered.

use super::{READER, REASON, to_confirm};
use countersign_tests::paper::Case;
use lopdf::{
    Document,
    content::{Content, Operation},
};
use serde_json::{Value, json};

/// Writes the packet again with what its page 1 draws otherwise.
fn rewritten(case: &Case, otherwise: impl Fn(&mut Vec<Operation>)) -> Vec<u8> {
    let mut file = Document::load_mem(&case.pdf).expect("a PDF");
    let first = *file.get_pages().get(&1).expect("a page");
    let mut content = Content::decode(&file.get_page_content(first)).expect("operators");
    otherwise(&mut content.operations);
    file.change_page_content(first, content.encode().expect("operators")).expect("it is replaced");
    let mut bytes = Vec::new();
    file.save_to(&mut bytes).expect("memory can be written");
    bytes
}

fn is_text(operation: &Operation) -> bool {
    matches!(operation.operator.as_str(), "TJ" | "Tj")
}

#[test]
fn what_a_program_for_signatures_adds_is_told_and_the_copy_is_kept() {
    let case = Case::begin(READER, REASON);
    let signed = rewritten(&case, |operations| {
        let number = |number: i64| lopdf::Object::Integer(number);
        operations.extend([
            Operation::new("q", Vec::new()),
            Operation::new("m", vec![number(100), number(120)]),
            Operation::new("l", vec![number(220), number(160)]),
            Operation::new("S", Vec::new()),
            Operation::new("Q", Vec::new()),
        ]);
    });
    let state = case.drop("signed elsewhere.pdf", &signed);
    assert_eq!((&state["state"], &state["copy"]["found"]), (&json!("signed_copy"), &json!("short_code")), "{state}");
    let notes = case.copy()["documents"][0]["notes"].clone();
    let note = notes[0].as_str().unwrap_or_default().to_owned();
    assert!(note.starts_with("Page 1 looks otherwise than printed"), "{notes}");
    assert_eq!(notes.as_array().map(Vec::len), Some(1), "{notes}");
    assert_eq!(to_confirm(&case).len(), 1, "and somebody is to look at it");
}

#[test]
fn a_packet_that_was_altered_is_no_copy_of_it() {
    let case = Case::begin(READER, REASON);
    for gone in [12, 30] {
        let altered = rewritten(&case, |operations| {
            let texts: Vec<usize> = (0..operations.len()).filter(|at| is_text(&operations[*at])).collect();
            operations.remove(texts[gone]);
        });
        let state = case.drop("altered.pdf", &altered);
        assert_eq!((&state["state"], &state["check"]["verdict"]), (&json!("packet"), &json!("changed")), "{state}");
        let checks = state["check"]["checks"].as_array().expect("a list").clone();
        let pages = checks.iter().find(|check| check["part"] == "pages").expect("pages are checked");
        assert_eq!(pages["found"], "page 1 does not say what the manifest prints");
    }
    let view = case.journey.call("decision", json!({ "decision": case.decision["id"] }));
    assert_eq!(view["copies"], json!([]), "nothing is attached");
    let inbox = case.journey.call("inbox", json!({}));
    assert_eq!(inbox["waiting"], json!([]), "and nothing is kept as evidence on a vendor");
    assert_eq!(to_confirm(&case), Vec::<String>::new());
    let written_anew = rewritten(&case, |_| ());
    let state = case.drop("as it was.pdf", &written_anew);
    assert_eq!(state["state"], "signed_copy", "with every word in its place it is one: {state}");
    assert_eq!(case.copy()["documents"][0]["notes"], Value::Array(Vec::new()), "and it looks as printed");
}
