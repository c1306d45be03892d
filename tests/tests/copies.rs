//! A copy of the workspace, made while it is open.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};
use std::fs;

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn enter(journey: &Journey, name: &str) {
    let vendor = json!({
        "id": null, "name": name, "aliases": [], "service": null, "tier": null, "tier_reason": null, "owner": null, "notes": null,
    });
    journey.call("vendor_save", vendor);
}

fn names(journey: &Journey) -> Vec<String> {
    let rows = journey.call("vendors", json!({}));
    let name = |row: &Value| row["name"].as_str().expect("a name").to_owned();
    rows["rows"].as_array().or(rows.as_array()).expect("rows").iter().map(name).collect()
}

#[test]
fn a_copy_holds_what_was_there_and_opens_with_the_same_passphrase() {
    let journey = Journey::with_workspace(READER);
    journey.call("protection_set", json!({ "current": null, "new": "a long passphrase" }));
    enter(&journey, "Harbourlight Payroll");
    let path = journey.folder.path().join("kept.countersign");
    fs::write(&path, "an older copy").expect("writes");
    journey.host.answer(path.clone());
    assert_eq!(
        journey.call("workspace_copy", json!({})),
        json!({ "name": "kept.countersign" }),
        "its name, never its path"
    );
    enter(&journey, "Kelder Hosting");
    let left = fs::read_dir(journey.folder.path()).expect("a folder").count();

    journey.host.answer(journey.folder.path().join("Larkfield.countersign"));
    assert_eq!(journey.fails("workspace_copy", json!({}))["code"], "file_exists", "never over itself");
    journey.host.answer(journey.folder.path().join("nowhere").join("kept.countersign"));
    assert_eq!(journey.fails("workspace_copy", json!({}))["code"], "inaccessible");
    assert_eq!(fs::read_dir(journey.folder.path()).expect("a folder").count(), left, "nothing is left behind");
    assert_eq!(names(&journey), ["Harbourlight Payroll", "Kelder Hosting"]);

    journey.call("workspace_close", json!({}));
    journey.app.open_asked(&path).expect("it is a workspace and waits");
    let place = journey.call("session", json!({}))["asked"]["place"].clone();
    let open = |passphrase: Value| json!({ "place": place, "passphrase": passphrase });
    assert_eq!(journey.fails("workspace_open", open(json!("another one")))["code"], "passphrase_wrong");
    journey.call("workspace_open", open(json!("a long passphrase")));
    assert_eq!(names(&journey), ["Harbourlight Payroll"]);
}
