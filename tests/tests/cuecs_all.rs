//! Complementary user entity controls of all vendors together, and a table of answers that is undone as a whole.

use countersign_tests::{journey::Journey, report::Report};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const APPROVE: &str = "Accounts of the service are approved by a manager before they are created.";
const LEAVERS: &str = "Accounts of people who leave are removed within one business day.";
const REVIEW: &str = "Access rights to the service are reviewed at least yearly.";
const LISTED: &[(&str, &str)] = &[("CC6.1", APPROVE), ("CC6.2", LEAVERS), ("CC6.3", REVIEW)];

struct Case {
    journey: Journey,
    first: Value,
    second: Value,
}

impl Case {
    /// Two vendors, each with a report that lists three controls.
    fn begin() -> Self {
        let journey = Journey::with_workspace(READER);
        let first = vendor(&journey, "Harbourlight Payroll, Inc.");
        let second = vendor(&journey, "Marrowstone Hosting LLC");
        let case = Self { journey, first, second };
        case.file(&case.first, "harbourlight.pdf", Report { cuecs: LISTED, ..Report::default() });
        let organization = "Marrowstone Hosting LLC";
        case.file(&case.second, "marrowstone.pdf", Report { cuecs: LISTED, organization, ..Report::default() });
        case
    }

    fn file(&self, vendor: &Value, name: &str, report: Report) {
        let path = self.journey.file(name, &report.pdf());
        let document = self.journey.receive(&path)["state"]["document"].clone();
        let target = json!({ "target": "existing", "vendor": vendor });
        self.journey.call("document_file", json!({ "document": document, "vendor": target }));
    }

    fn all(&self) -> Value {
        self.journey.call("cuecs_all", json!({}))
    }

    fn row(&self, vendor: &Value, text: &str) -> Value {
        let all = self.all();
        let rows = all["rows"].as_array().expect("rows");
        let is = |row: &&Value| &row["vendor"] == vendor && row["text"] == text;
        rows.iter().find(is).unwrap_or_else(|| panic!("{text} of {vendor}: {all}")).clone()
    }

    fn say(&self, vendor: &Value, text: &str, side: &Value) {
        let mut whole = json!({
            "applies": "yes", "why": null, "controls": [], "owner": null, "progress": null, "evidence": null,
            "proof": null, "due": null, "verified_on": null, "note": null,
        });
        for (name, value) in side.as_object().expect("an object") {
            whole[name] = value.clone();
        }
        let entry = self.row(vendor, text)["entry"].clone();
        self.journey.call("cuec_save", json!({ "vendor": vendor, "entry": entry, "side": whole }));
    }

    fn own(&self, name: &str) -> Value {
        let actor = self.journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let own = json!({
            "id": null, "name": name, "purpose": null, "owner": actor, "evidence": "Tickets", "checked_on": null,
        });
        self.journey.call("own_control_save", own)["id"].clone()
    }

    /// Takes a table of these rows, each a key and the cells of Status, Due, Verified on, Our controls and Applies.
    fn take(&self, rows: &[(Value, &str)]) -> Value {
        let mut table = "Key (leave as it is),Status,Due,Verified on,Our controls,Applies\r\n".to_owned();
        for (row, cells) in rows {
            let text = |name: &str| row[name].as_str().expect("a text").to_owned();
            table += &[
                text("document"),
                "/".to_owned(),
                text("entry"),
                ",".to_owned(),
                (*cells).to_owned(),
                "\r\n".to_owned(),
            ]
            .concat();
        }
        self.journey.host.answer(self.journey.file("answers.csv", table.as_bytes()));
        let preview = self.journey.call("cuecs_import_choose", json!({}));
        assert_eq!(preview["refused"], json!([]), "{preview}");
        let apply = json!({ "file": preview["file"], "digest": preview["digest"] });
        self.journey.call("cuecs_import_apply", apply)
    }
}

fn vendor(journey: &Journey, name: &str) -> Value {
    let vendor = json!({
        "id": null, "name": name, "aliases": [], "service": "A service", "tier": "critical",
        "tier_reason": "Much rests on it.", "owner": null, "notes": null,
    });
    journey.call("vendor_save", vendor)["row"]["id"].clone()
}

/// What both lists say of a control.
fn said(row: &Value) -> Value {
    let side = &row["side"];
    json!([row["entry"], row["number"], row["text"], side["applies"], side["progress"], side["answerable"]])
}

#[test]
fn the_controls_of_all_vendors_stand_in_one_list_as_in_the_workbook_of_each() {
    let case = Case::begin();
    let all = case.all();
    assert_eq!((all["rows"].as_array().map(Vec::len), &all["vendors"]), (Some(6), &json!(2)), "{all}");
    assert_eq!(all["completion"]["undecided"], 6);
    let own = case.own("Access review");
    case.say(&case.first, REVIEW, &json!({ "controls": [own], "progress": "verified", "verified_on": "2025-03-01" }));
    case.say(&case.second, LEAVERS, &json!({ "progress": "planned", "due": "2026-04-30" }));

    for vendor in [&case.first, &case.second] {
        let book = case.journey.call("cuecs", json!({ "vendor": vendor }));
        let of_book: Vec<Value> = book["rows"].as_array().expect("rows").iter().map(said).collect();
        let all = case.all();
        let of_all: Vec<Value> = all["rows"]
            .as_array()
            .expect("rows")
            .iter()
            .filter(|row| &row["vendor"] == vendor)
            .map(|row| {
                json!([row["entry"], row["number"], row["text"], row["applies"], row["progress"], row["owner_name"]])
            })
            .collect();
        assert_eq!(of_all, of_book, "one list says what the other says");
    }
    let checked = case.row(&case.first, REVIEW);
    assert_eq!((&checked["controls"], &checked["owner_name"]), (&json!(["Access review"]), &json!("Mara Lind")));
    assert_eq!((&checked["due"], &checked["overdue"]), (&json!("2026-03-01"), &json!(true)), "to be checked again");
    assert!(checked["page"].as_u64() > Some(1), "it says where it stands: {checked}");
    let planned = case.row(&case.second, LEAVERS);
    assert_eq!((&planned["due"], &planned["in_place"]), (&json!("2026-04-30"), &json!(false)));
    let completion = case.all()["completion"].clone();
    assert_eq!(
        (&completion["applying"], &completion["in_place"], &completion["planned"]),
        (&json!(2), &json!(1), &json!(1))
    );

    // The next report: what was said before waits to be confirmed.
    let next = Report {
        cuecs: LISTED,
        from: "January 1, 2026",
        to: "December 31, 2026",
        dated: "February 15, 2027",
        ..Report::default()
    };
    case.file(&case.first, "harbourlight 2026.pdf", next);
    let waiting = case.row(&case.first, REVIEW);
    assert_eq!((&waiting["carried"], &waiting["applies"]), (&json!(true), &Value::Null), "{waiting}");
    assert_eq!(case.row(&case.first, APPROVE)["carried"], false, "nothing was said of it");
    assert_eq!(case.all()["completion"]["carried"], 1);
}

#[test]
fn who_was_left_expects_nothing_any_more() {
    let case = Case::begin();
    let gone = json!({ "vendor": case.second, "step": "withdraw" });
    case.journey.call("vendor_move", gone);
    let all = case.all();
    assert_eq!((all["rows"].as_array().map(Vec::len), &all["vendors"]), (Some(3), &json!(1)), "{all}");
}

#[test]
fn a_table_of_answers_is_undone_as_a_whole() {
    let case = Case::begin();
    let removed = case.own("Badge desk");
    case.say(&case.first, APPROVE, &json!({ "controls": [removed], "progress": "implemented" }));
    case.say(&case.first, LEAVERS, &json!({ "progress": "planned", "due": "2026-04-30" }));
    let before = [&case.first, &case.second].map(|vendor| case.journey.call("cuecs", json!({ "vendor": vendor })));
    case.journey.pass(1);
    let taken = case.take(&[
        (case.row(&case.first, LEAVERS), "Verified,2026-04-30,2026-03-10,,Yes"),
        (case.row(&case.second, LEAVERS), "Planned,2026-05-31,,,Yes"),
        (case.row(&case.second, REVIEW), "Planned,2026-06-30,,,Yes"),
    ]);
    assert_eq!(taken["changed"], 3);
    let listed = case.journey.call("cuecs_imports", json!({}));
    assert_eq!(
        (&listed[0]["import"], &listed[0]["changed"], &listed[0]["undone"]),
        (&taken["import"], &json!(3), &Value::Null)
    );
    assert_eq!((&listed[0]["who"], &listed[0]["file_name"]), (&json!("Mara Lind"), &json!("answers.csv")));

    let undo = json!({ "import": taken["import"] });
    let undone = case.journey.call("cuecs_import_undo", undo.clone());
    assert_eq!((&undone["restored"], &undone["left"]), (&json!(3), &json!([])), "{undone}");
    let after = [&case.first, &case.second].map(|vendor| case.journey.call("cuecs", json!({ "vendor": vendor })));
    assert_eq!(after, before, "who said it and when is as before, too");
    assert_eq!(case.journey.fails("cuecs_import_undo", undo)["code"], "not_found", "once");
    let history = case.journey.call("history", json!({ "limit": 8, "before": null, "vendor": null }));
    let ops: Vec<&Value> = history.as_array().expect("entries").iter().map(|entry| &entry["op"]).collect();
    assert_eq!(ops[..4], ["cuec.import_undo", "cuec.answer", "cuec.answer", "cuec.answer"], "each is named: {history}");

    // What somebody has touched since stays, and so does what cannot be as it was.
    let again = case.take(&[
        (case.row(&case.first, APPROVE), "Implemented,,,,Yes"),
        (case.row(&case.first, LEAVERS), "Implemented,,,,Yes"),
        (case.row(&case.second, REVIEW), "Planned,2026-06-30,,,Yes"),
    ]);
    case.journey.call("own_control_remove", json!({ "control": removed }));
    case.say(&case.second, REVIEW, &json!({ "progress": "implemented", "evidence": "Minutes" }));
    let undone = case.journey.call("cuecs_import_undo", json!({ "import": again["import"] }));
    assert_eq!(undone["restored"], 1, "{undone}");
    let left: Vec<(&Value, &Value)> =
        undone["left"].as_array().expect("a list").iter().map(|one| (&one["text"], &one["why"])).collect();
    assert_eq!(left, [(&json!(APPROVE), &json!("control_gone")), (&json!(REVIEW), &json!("changed_since"))]);
    assert_eq!(case.row(&case.first, LEAVERS)["progress"], "planned", "again as before");
    assert_eq!(case.row(&case.second, REVIEW)["progress"], "implemented", "what was said since holds");
}

#[test]
fn a_table_carries_last_years_answers_over_and_leaves_out_whom_we_left() {
    let case = Case::begin();
    let own = case.own("Access review");
    case.say(
        &case.first,
        REVIEW,
        &json!({ "controls": [own], "progress": "planned", "due": "2026-12-01", "note": "Every May." }),
    );
    case.say(
        &case.first,
        LEAVERS,
        &json!({ "controls": [own], "progress": "planned", "due": "2026-12-01", "note": "By the list." }),
    );
    let (from, to, dated) = ("January 1, 2026", "December 31, 2026", "February 15, 2027");
    case.file(&case.first, "next.pdf", Report { cuecs: LISTED, from, to, dated, ..Report::default() });
    assert_eq!(case.all()["completion"]["carried"], 2, "they wait to be confirmed");
    let export = |vendor: Value| {
        let saved = case.journey.call("cuecs_export", json!({ "vendor": vendor }));
        case.journey.host.answer(case.journey.folder.path().join(saved["name"].as_str().expect("a name")));
        case.journey.call("cuecs_import_choose", json!({}))
    };
    let same = export(Value::Null);
    assert_eq!(
        (&same["changes"], &same["refused"]),
        (&json!([]), &json!([])),
        "left as it is it confirms nothing: {same}"
    );
    assert_eq!(same["unchanged"], 6);

    // One cell is filled in, in a table that was made before answers stood in it: the rest of the answer comes along.
    case.take(&[(case.row(&case.first, REVIEW), "Implemented,,,,")]);
    let row = case.row(&case.first, REVIEW);
    assert_eq!((&row["carried"], &row["progress"]), (&json!(false), &json!("implemented")), "{row}");
    let book = case.journey.call("cuecs", json!({ "vendor": case.first }));
    let listed = book["rows"].as_array().expect("rows").iter().find(|row| row["text"] == REVIEW).expect("it is there");
    assert_eq!(listed["side"]["answerable"].as_str(), Some("Mara Lind"), "its own control came along: {listed}");
    assert_eq!(listed["side"]["note"], "Every May.");
    let leavers = case.row(&case.first, LEAVERS);
    let text = |name: &str| leavers[name].as_str().expect("a text").to_owned();
    let table = format!("Key (leave as it is),Carried over\r\n{}/{},confirmed\r\n", text("document"), text("entry"));
    case.journey.host.answer(case.journey.file("confirmed.csv", table.as_bytes()));
    let preview = case.journey.call("cuecs_import_choose", json!({}));
    case.journey.call("cuecs_import_apply", json!({ "file": preview["file"], "digest": preview["digest"] }));
    assert_eq!(case.all()["completion"]["carried"], 0, "who answers says that it holds: {preview}");

    let gone = json!({ "vendor": case.second, "step": "withdraw" });
    case.journey.call("vendor_move", gone);
    assert_eq!(export(Value::Null)["unchanged"], 3, "as the list of all leaves it out");
    assert_eq!(export(case.second.clone())["unchanged"], 3, "asked for by name it is there");
}
