//! Our side of complementary user entity controls: from the list of a report to next year's.

use countersign_tests::{journey::Journey, report::Report};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const APPROVE: &str = "Accounts of the service are approved by a manager before they are created.";
const LEAVERS: &str = "Accounts of people who leave are removed within one business day.";
const REVIEW: &str = "Access rights to the service are reviewed at least yearly.";
const REVIEW_MORE: &str = "Access rights to the service are reviewed at least quarterly.";
const UPLOAD: &str = "Files are checked for completeness before they are uploaded.";
const LOGS: &str = "Audit logs are exported and looked at by security staff.";

const FIRST: &[(&str, &str)] = &[("CC6.1", APPROVE), ("CC6.2", LEAVERS), ("CC6.3", REVIEW), ("PI1.2", UPLOAD)];
const SECOND: &[(&str, &str)] = &[("CC6.1", APPROVE), ("CC6.2", LEAVERS), ("CC6.3", REVIEW_MORE), ("CC7.2", LOGS)];

fn first_report() -> Report {
    let responsibilities = &["Keep contact details up to date.", "Report outages to the support desk."];
    Report { cuecs: FIRST, responsibilities, ..Report::default() }
}

fn second_report() -> Report {
    Report {
        cuecs: SECOND,
        from: "January 1, 2026",
        to: "December 31, 2026",
        dated: "February 15, 2027",
        ..Report::default()
    }
}

struct Case {
    journey: Journey,
    vendor: Value,
}

impl Case {
    /// A critical vendor with the first report filed.
    fn begin() -> Self {
        let journey = Journey::with_workspace(READER);
        let vendor = json!({
            "id": null, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": "Payroll", "tier": "critical",
            "tier_reason": "Pays everybody.", "owner": null, "notes": null,
        });
        let vendor = journey.call("vendor_save", vendor)["row"]["id"].clone();
        let case = Self { journey, vendor };
        case.file("harbourlight 2025.pdf", &first_report());
        case
    }

    fn file(&self, name: &str, report: &Report) -> Value {
        let path = self.journey.file(name, &report.pdf());
        let job = self.journey.receive(&path);
        let document = job["state"]["document"].clone();
        let target = json!({ "target": "existing", "vendor": self.vendor });
        self.journey.call("document_file", json!({ "document": document, "vendor": target }));
        document
    }

    fn book(&self) -> Value {
        self.journey.call("cuecs", json!({ "vendor": self.vendor }))
    }

    /// What Today says of controls that nobody decided on: one item a vendor.
    fn undecided(&self) -> Value {
        let today = self.journey.call("today", json!({}));
        let items = today["items"].as_array().expect("items").iter().filter(|item| item["kind"] == "cuecs_undecided");
        items.map(|item| item["reason"].clone()).collect()
    }

    fn row(&self, text: &str) -> Value {
        let book = self.book();
        let rows = book["rows"].as_array().expect("rows");
        rows.iter().find(|row| row["text"] == text).unwrap_or_else(|| panic!("{text} is listed: {book}")).clone()
    }

    fn input(&self, text: &str, side: &Value) -> Value {
        let mut whole = json!({
            "applies": null, "why": null, "controls": [], "owner": null, "progress": null, "evidence": null,
            "proof": null, "due": null, "verified_on": null, "note": null,
        });
        for (name, value) in side.as_object().expect("an object") {
            whole[name] = value.clone();
        }
        json!({ "vendor": self.vendor, "entry": self.row(text)["entry"], "side": whole })
    }

    fn say(&self, text: &str, side: &Value) -> Value {
        self.journey.call("cuec_save", self.input(text, side))
    }

    fn own(&self, name: &str, owner: &Value) -> Value {
        let own = json!({
            "id": null, "name": name, "purpose": "Looks at who may what.", "owner": owner,
            "evidence": "Tickets in the access queue", "checked_on": "2026-02-01",
        });
        self.journey.call("own_control_save", own)["id"].clone()
    }

    fn actor(&self) -> Value {
        self.journey.call("session", json!({}))["workspace"]["actor"]["id"].clone()
    }

    fn rule(&self) -> Value {
        let view = self.journey.call("vendor_evaluation", json!({ "vendor": self.vendor }));
        let rules = view["rules"].as_array().unwrap_or_else(|| panic!("{view}"));
        rules.iter().find(|rule| rule["code"] == "CUEC-IMPLEMENTED").expect("the rule").clone()
    }

    /// Everything decided: two verified by one of our own controls, one planned, one that does not apply.
    fn decided(&self) -> Value {
        let own = self.own("Access review", &self.actor());
        let verified = json!({
            "applies": "yes", "controls": [own], "progress": "verified", "verified_on": "2026-03-02",
        });
        self.say(APPROVE, &verified);
        self.say(LEAVERS, &verified);
        self.say(REVIEW, &json!({ "applies": "yes", "controls": [own], "progress": "planned", "due": "2026-04-30" }));
        self.say(UPLOAD, &json!({ "applies": "no", "why": "We upload no files." }));
        own
    }
}

fn texts(values: &Value) -> Vec<&str> {
    values.as_array().expect("a list").iter().map(|one| one["text"].as_str().expect("words")).collect()
}

#[test]
fn what_the_report_lists_is_decided_assigned_and_verified() {
    let case = Case::begin();
    let book = case.book();
    assert_eq!(texts(&book["rows"]), [APPROVE, LEAVERS, REVIEW, UPLOAD], "in the order of the report: {book}");
    assert_eq!(book["rows"][0]["criteria"], json!(["CC6.1"]));
    assert!(book["rows"][0]["citations"][0]["page"].as_u64() > Some(1), "it says where it stands");
    assert_eq!(book["responsibilities"].as_array().map(Vec::len), Some(2), "apart, never among the controls");
    assert_eq!((&book["completion"]["undecided"], &book["completion"]["applying"]), (&json!(4), &json!(0)));
    assert_eq!(book["rows"][0]["change"]["change"], "first", "no earlier report");
    assert_eq!(case.rule()["outcome"], "warn", "nothing is judged yet: {}", case.rule());

    let wrong = |side: Value| {
        let failure = case.journey.fails("cuec_save", case.input(APPROVE, &side));
        (failure["field"].clone(), failure["problem"]["problem"].clone())
    };
    assert_eq!(wrong(json!({ "applies": "no" })), (json!("why"), json!("reason_missing")));
    assert_eq!(wrong(json!({ "applies": "yes", "progress": "planned" })), (json!("due"), json!("empty")));
    let tomorrow = json!({ "applies": "yes", "progress": "verified", "verified_on": "2026-03-18" });
    assert_eq!(wrong(tomorrow), (json!("verified_on"), json!("in_the_future")));

    case.say(APPROVE, &json!({ "applies": "yes", "progress": "not_started" }));
    assert_eq!(case.rule()["outcome"], "fail", "no owner and not in place on a critical vendor");
    case.decided();
    let book = case.book();
    let counted = &book["completion"];
    assert_eq!((&counted["in_place"], &counted["applying"]), (&json!(2), &json!(3)), "2 of 3: {counted}");
    assert_eq!((&counted["planned"], &counted["not_applying"]), (&json!(1), &json!(1)));
    let side = &book["rows"][0]["side"];
    assert_eq!(side["answerable"], "Mara Lind", "our own control lends its owner");
    assert_eq!((&side["has_evidence"], &side["recheck_on"]), (&json!(true), &json!("2027-03-02")), "after 12 months");
    assert_eq!(case.rule()["outcome"], "warn", "one is planned: {}", case.rule());
    let own = case.journey.call("own_controls", json!({}));
    assert_eq!(own[0]["meets"][0]["controls"], 3, "which vendors it serves: {own}");
    let used = case.journey.fails("own_control_remove", json!({ "control": own[0]["id"] }));
    assert_eq!(used["problem"]["problem"], "still_used");

    let history = case.journey.call("vendor", json!({ "vendor": case.vendor }))["history"].clone();
    let newest = &history[0];
    assert_eq!((&newest["op"], &newest["detail"]["control"]), (&json!("cuec.answer"), &json!(UPLOAD)), "{newest}");
    assert_eq!(newest["detail"]["why"]["became"], "We upload no files.");

    let taken_back = json!({ "vendor": case.vendor, "entry": case.row(UPLOAD)["entry"], "side": null });
    case.journey.call("cuec_save", taken_back);
    assert_eq!(case.book()["completion"]["undecided"], 1, "an answer can be taken back");
}

#[test]
fn the_review_takes_what_the_workbook_says() {
    let case = Case::begin();
    case.decided();
    let review = case.journey.call("review_start", json!({ "vendor": case.vendor, "correction": null }));
    let suggested = |id: &str| {
        let questions = review["questions"].as_array().expect("questions");
        let question = questions.iter().find(|one| one["id"] == id).unwrap_or_else(|| panic!("{id}: {review}"));
        (question["suggested"].clone(), question["suggested_result"].clone())
    };
    assert_eq!(suggested("F1"), (json!("Yes, 4"), json!("pass")));
    assert_eq!(suggested("F2"), (json!("3 apply, 0 in part, 1 do not, 0 open"), json!("pass")));
    assert_eq!(suggested("F3"), (json!("2 of 3 in place, 1 planned"), json!("warn")));
    assert_eq!(suggested("F4"), (json!("Yes"), json!("pass")), "responsibilities are listed apart");
}

#[test]
fn a_workbook_goes_out_and_its_answers_come_back() {
    let case = Case::begin();
    case.decided();
    case.own("Leaver checklist", &Value::Null);
    let saved = case.journey.call("cuecs_export", json!({ "vendor": null }));
    let path = case.journey.folder.path().join(saved["name"].as_str().expect("a name"));
    case.journey.host.answer(path);
    let same = case.journey.call("cuecs_import_choose", json!({}));
    assert_eq!(same["changes"], json!([]), "as it went out: {same}");
    assert_eq!((&same["refused"], &same["unchanged"]), (&json!([]), &json!(4)));

    let book = case.book();
    let key = |text: &str| {
        format!(
            "{}/{}",
            book["report"]["document"].as_str().unwrap_or(""),
            case.row(text)["entry"].as_str().unwrap_or("")
        )
    };
    let table = format!(
        "Key (leave as it is),Status,Verified on,Our controls\r\n{},Verified,2026-03-10,Leaver checklist; access review\r\n\
         {},Implemented,,Badge desk\r\n{}9,Planned,,\r\n{},Done,,\r\n",
        key(REVIEW),
        key(LEAVERS),
        key(APPROVE),
        key(APPROVE),
    );
    let file = case.journey.file("from the owners.csv", table.as_bytes());
    case.journey.host.answer(file);
    let preview = case.journey.call("cuecs_import_choose", json!({}));
    assert_eq!(preview["changes"].as_array().map(Vec::len), Some(1), "{preview}");
    let columns: Vec<&Value> =
        preview["changes"][0]["fields"].as_array().expect("fields").iter().map(|one| &one["column"]).collect();
    assert_eq!(columns, ["Our controls", "Status", "Verified on"]);
    let reasons: Vec<&Value> =
        preview["refused"].as_array().expect("rows").iter().map(|row| &row["why"]["reason"]).collect();
    assert_eq!(reasons, ["unknown_control", "unknown_key", "value"], "{preview}");
    assert_eq!(case.row(REVIEW)["side"]["progress"], "planned", "looked at, not taken");
    let apply = json!({ "file": preview["file"], "digest": preview["digest"] });
    let taken = case.journey.call("cuecs_import_apply", apply.clone());
    assert_eq!((&taken["changed"], &taken["refused"]), (&json!(1), &json!(3)));
    let side = case.row(REVIEW)["side"].clone();
    assert_eq!((&side["progress"], &side["verified_by"]), (&json!("verified"), &json!("Mara Lind")));
    assert_eq!(side["controls"][0]["name"], "Leaver checklist");
    assert_eq!(side["due"], "2026-04-30", "a column that is not there changes nothing");
    assert_eq!(case.journey.fails("cuecs_import_apply", apply)["code"], "preview_outdated", "once");
    let history = case.journey.call("history", json!({ "limit": 3, "before": null, "vendor": null }));
    let ops: Vec<&Value> = history.as_array().expect("entries").iter().map(|entry| &entry["op"]).take(2).collect();
    assert_eq!(ops, ["cuec.import", "cuec.answer"], "{history}");

    let strange = case.journey.file("no keys.csv", b"Vendor,Status\r\nA,Planned\r\n");
    case.journey.host.answer(strange);
    assert_eq!(case.journey.fails("cuecs_import_choose", json!({}))["reason"]["why"], "no_keys");
}

#[test]
fn a_document_that_is_read_again_keeps_its_answers() {
    let case = Case::begin();
    case.decided();
    // A person corrects what was read: the entry keeps its name, its words change.
    let document = case.book()["report"]["document"].clone();
    let fields = json!({
        "text": "Accounts of people who leave are removed within one working day.", "id": null, "criteria": ["CC6.2"],
        "control": null, "tests": [], "results": [], "outcome": null, "sample": null, "response": null,
        "subservice": null, "services": null, "method": null,
    });
    let correction = json!({
        "document": document, "list": "cuecs", "entry": case.row(LEAVERS)["entry"], "cite": [], "reason": null,
        "verdict": { "verdict": "correct", "fields": fields },
    });
    case.journey.call("entry_judge", correction);
    let book = case.book();
    assert_eq!(book["completion"]["in_place"], 2, "{book}");
    case.journey.call("documents_read_again", json!({ "which": "one", "document": document }));
    let again = |_: &u32| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        case.journey.call("document", json!({ "document": document }))["readings"] == 2
    };
    assert!((0..600).any(|turn| again(&turn)), "it is read again within a minute");
    assert_eq!(case.book()["completion"]["in_place"], 2);
}

#[test]
fn next_year_s_report_carries_answers_over_and_says_what_is_new() {
    let case = Case::begin();
    case.decided();
    case.journey.on("2027-03-17");
    let due = case.journey.call("cuecs_due", json!({ "vendor": null }));
    let days: Vec<(&Value, &Value)> =
        due.as_array().expect("days").iter().map(|day| (&day["on"], &day["why"])).collect();
    let again = (&json!("2027-03-02"), &json!("recheck"));
    assert_eq!(days, [(&json!("2026-04-30"), &json!("in_place")), again, again], "twelve months after: {due}");
    assert_eq!((&due[2]["overdue"], &due[2]["owner"]), (&json!(true), &json!("Mara Lind")));

    let first = case.book()["report"]["document"].clone();
    case.file("harbourlight 2026.pdf", &second_report());
    let book = case.book();
    assert_eq!(book["before"]["document"], first, "beside last year's: {book}");
    let changes: Vec<&Value> =
        book["rows"].as_array().expect("rows").iter().map(|row| &row["change"]["change"]).collect();
    assert_eq!(changes, ["same", "same", "reworded", "new"], "{book}");
    assert_eq!(texts(&book["dropped"]), [UPLOAD]);
    assert_eq!(book["dropped"][0]["side"]["applies"], "no", "what was said of it is still there");
    let words = book["rows"][2]["change"]["words"].as_array().expect("words");
    let gone: Vec<&Value> = words.iter().filter(|one| one["standing"] == "gone").map(|one| &one["text"]).collect();
    assert_eq!(gone, ["yearly."]);
    assert_eq!((&book["completion"]["undecided"], &book["completion"]["carried"]), (&json!(4), &json!(3)));
    assert_eq!(case.rule()["outcome"], "warn", "what nobody confirmed is not decided: {}", case.rule());
    assert_eq!(case.undecided(), json!([]), "of a vendor that we do not use nothing is asked");
    let ilse = json!({ "id": null, "name": "Ilse Brandt", "title": null, "roles": ["executive"], "active": true });
    let ilse = case.journey.call("person_save", ilse)["id"].clone();
    let decision = json!({
        "vendor": case.vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
        "signers": [case.actor(), ilse], "next_review": "2027-03-17",
        "residual": { "level": "medium", "words": "A late notice." },
    });
    case.journey.call("decision_record", decision);
    assert_eq!(case.undecided(), json!(["None of the 4 of its report is decided or confirmed"]));

    // A day does not go away because a new report came in: it holds until somebody confirms it, or answers otherwise.
    let carried = || {
        let due = case.journey.call("cuecs_due", json!({ "vendor": null }));
        let due = due.as_array().expect("days").clone();
        let carried = due.iter().filter(|day| day["carried"] == true).count();
        (carried, due.len())
    };
    assert_eq!(carried(), (3, 3), "none is confirmed");
    let all = case.journey.call("cuecs_all", json!({}));
    let waiting = |row: &&Value| row["carried"] == true && row["due"].is_string();
    assert_eq!(
        all["rows"].as_array().expect("rows").iter().filter(waiting).count(),
        3,
        "in the workbook of all: {all}"
    );
    let today = case.journey.call("today", json!({}));
    let items = today["items"].as_array().expect("items").iter();
    let said: Vec<&str> = items
        .filter(|item| item["kind"] == "cuec_due" || item["kind"] == "cuec_recheck")
        .map(|item| item["reason"].as_str().expect("a reason"))
        .collect();
    assert_eq!(said.len(), 3, "{said:?}");
    assert!(said.iter().all(|reason| reason.ends_with("carried over, not confirmed")), "{said:?}");

    let confirm = |entries: Value| json!({ "vendor": case.vendor, "entries": entries });
    let confirmed = case.journey.call("cuecs_confirm", confirm(json!([])));
    assert_eq!(confirmed["completion"]["in_place"], 2, "the two whose words are the same");
    assert!(confirmed["rows"][2]["side"].is_null(), "other words are looked at one by one");
    assert_eq!(confirmed["rows"][0]["side"]["verified_on"], "2026-03-02", "as it was verified then");
    assert_eq!(carried(), (1, 3), "the two that are confirmed are said now; the third still holds");
    case.journey.call("cuecs_confirm", confirm(json!([case.row(REVIEW_MORE)["entry"]])));
    assert_eq!(case.journey.fails("cuecs_confirm", confirm(json!([case.row(LOGS)["entry"]])))["code"], "not_found");
    let book = case.book();
    assert_eq!((&book["completion"]["undecided"], &book["completion"]["carried"]), (&json!(1), &json!(0)));
    assert_eq!(case.undecided(), json!(["1 of the 4 of its report is not decided or confirmed"]));
    let due = case.journey.call("cuecs_due", json!({ "vendor": case.vendor }));
    assert_eq!(due.as_array().map(Vec::len), Some(3), "of the newer report, not twice: {due}");
    assert_eq!(carried(), (0, 3), "all are confirmed");
}

#[test]
fn the_memo_is_paper() {
    let case = Case::begin();
    case.decided();
    for paper in ["a4", "letter"] {
        let saved = case.journey.call("cuecs_memo", json!({ "vendor": case.vendor, "paper": paper }));
        let path = case.journey.folder.path().join(saved["name"].as_str().expect("a name"));
        let bytes = std::fs::read(&path).expect("the memo was saved");
        assert!(bytes.starts_with(b"%PDF-1.7"), "{}", path.display());
        case.journey.call("cuecs_memo", json!({ "vendor": case.vendor, "paper": paper }));
        assert_eq!(std::fs::read(path).expect("again"), bytes, "the same content gives the same bytes");
    }
}
