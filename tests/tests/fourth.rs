//! Fourth parties: from the reports that name them to what is asked about them.

use countersign_tests::{
    journey::Journey,
    report::{Report, RestsOn},
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const HALLS: (&str, &str) = ("CC6.4", "Data centers are entered only by people who are authorized and registered.");
const MEDIA: (&str, &str) = ("CC6.5", "Storage media are erased or destroyed before they leave a data center.");

const HOST: RestsOn = RestsOn {
    name: "Northfell Compute, Inc.",
    provides: "virtual machines and data centers",
    assumed: &[HALLS, MEDIA],
};
const HOST_AGAIN: RestsOn =
    RestsOn { name: "NORTHFELL COMPUTE", provides: "data centers and managed databases", assumed: &[HALLS] };
const HOST_IN_SHORT: RestsOn =
    RestsOn { name: "Northfell Compute Services", provides: "hosting of servers", assumed: &[HALLS] };
const RELAY: RestsOn =
    RestsOn { name: "Kelder Relay Ltd.", provides: "sending of e-mail and text messages", assumed: &[] };

struct Case {
    journey: Journey,
}

impl Case {
    fn begin() -> Self {
        Self { journey: Journey::with_workspace(READER) }
    }

    fn vendor(&self, name: &str, tier: &str) -> Value {
        let vendor = json!({
            "id": null, "name": name, "aliases": [], "service": "Payroll", "tier": tier, "tier_reason": "Told so.",
            "owner": null, "notes": null,
        });
        self.journey.call("vendor_save", vendor)["row"]["id"].clone()
    }

    fn file(&self, vendor: &Value, report: &Report) -> Value {
        let name = format!("{} {}.pdf", report.organization, report.to);
        let path = self.journey.file(&name, &report.pdf());
        let document = self.journey.receive(&path)["state"]["document"].clone();
        let target = json!({ "target": "existing", "vendor": vendor });
        self.journey.call("document_file", json!({ "document": document, "vendor": target }));
        document
    }

    /// A vendor with a report that names these.
    fn resting(&self, name: &'static str, tier: &str, rests_on: &'static [RestsOn]) -> Value {
        let vendor = self.vendor(name, tier);
        self.file(&vendor, &Report { organization: name, rests_on, ..Report::default() });
        vendor
    }

    fn view(&self) -> Value {
        self.journey.call("fourth_parties", json!({ "vendor": null }))
    }

    fn party(&self, key: &str) -> Value {
        let view = self.view();
        let parties = view["parties"].as_array().expect("parties");
        parties.iter().find(|party| party["key"] == key).unwrap_or_else(|| panic!("{key} is there: {view}")).clone()
    }

    fn record(&self, vendor: &Value, name: &str, said: &Value) {
        let mut whole = json!({
            "vendor": vendor, "name": name, "has_our_data": null, "monitoring": null, "mapped": null, "note": null,
        });
        for (field, value) in said.as_object().expect("an object") {
            whole[field] = value.clone();
        }
        self.journey.call("fourth_party_record", whole);
    }

    /// A figure of all vendors, which says what the register of parties says.
    fn figure(&self, metric: &str) -> Value {
        let of = json!({ "as_of": null, "tier": null, "owner": null, "tag": null });
        self.journey.call("insight", json!({ "metric": metric, "of": of }))["view"]["figure"].clone()
    }

    fn rule(&self, vendor: &Value, code: &str) -> (Value, Value) {
        let view = self.journey.call("vendor_evaluation", json!({ "vendor": vendor }));
        let rules = view["rules"].as_array().expect("rules").clone();
        let rule = rules.iter().find(|rule| rule["code"] == code).expect("the rule").clone();
        (rule["outcome"].clone(), rule["found"].clone())
    }

    /// The question of a review of the vendor.
    fn question(&self, vendor: &Value, id: &str) -> Value {
        let review = self.journey.call("review_start", json!({ "vendor": vendor, "correction": null }));
        let questions = review["questions"].as_array().expect("questions").clone();
        questions.into_iter().find(|question| question["id"] == id).expect("the question")
    }
}

fn keys(values: &Value) -> Vec<&str> {
    values.as_array().expect("a list").iter().map(|one| one["key"].as_str().expect("a key")).collect()
}

#[test]
fn the_parties_of_all_reports_stand_in_one_register_with_what_is_expected_of_each() {
    let case = Case::begin();
    case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST, RELAY]);
    case.resting("Tidewrack Hosting, Inc.", "high", &[HOST_AGAIN]);
    case.resting("Marrowstone Data, Inc.", "low", &[]);
    let view = case.view();
    assert_eq!(keys(&view["parties"]), ["northfell compute", "kelder relay"], "folded, the most depended on first");
    let host = case.party("northfell compute");
    assert_eq!((&host["vendors"], &host["gravest"]), (&json!(2), &json!(2)));
    assert_eq!(
        case.figure("concentration"),
        json!({ "kind": "share", "count": 2, "of": 2 }),
        "both that weigh rest on it"
    );
    let of_first = &host["dependants"][0];
    assert_eq!(of_first["vendor_name"], "Harbourlight Payroll, Inc.");
    assert_eq!(of_first["method"], "carve_out");
    assert!(of_first["citations"][0]["page"].as_u64().is_some(), "it says where it stands: {of_first}");
    let expected: Vec<&str> = of_first["csocs"]
        .as_array()
        .expect("controls")
        .iter()
        .map(|control| control["text"].as_str().expect("words"))
        .collect();
    assert_eq!(expected, [HALLS.1, MEDIA.1]);
    assert!(of_first["csocs"][0]["citations"][0]["page"].as_u64() > Some(1), "each with its page");
    let counted = &view["concentration"];
    assert_eq!(
        (&counted["vendors"], &counted["naming"], &counted["gravest"], &counted["dependences"]),
        (&json!(3), &json!(2), &json!(2), &json!(3)),
        "of whom it was counted"
    );
    // (2/3)² + (1/3)²
    let index = counted["herfindahl"].as_f64().expect("an index");
    assert!((index - 5.0 / 9.0).abs() < 1e-9, "{index}");
    assert_eq!(host["own"], Value::Null, "it is no vendor of ours");
}

#[test]
fn names_are_merged_by_people_only_and_come_apart_as_they_were() {
    let case = Case::begin();
    case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST]);
    case.resting("Tidewrack Hosting, Inc.", "high", &[HOST_IN_SHORT]);
    let before = case.view();
    assert_eq!(before["parties"].as_array().map(Vec::len), Some(2), "alike is not the same: {before}");
    let proposal = &before["proposals"][0];
    assert_eq!(proposal["why"], "part", "{before}");
    let (name, into) = (proposal["other"].clone(), proposal["party"].clone());
    let merged = case.journey.call("fourth_parties_merge", json!({ "name": name, "into": into }));
    let one = case.view();
    assert_eq!(one["parties"].as_array().map(Vec::len), Some(1));
    assert_eq!(one["parties"][0]["vendors"], 2);
    assert_eq!(one["proposals"], json!([]));
    let twice = case.journey.fails("fourth_parties_merge", json!({ "name": name, "into": into }));
    assert_eq!(twice["problem"]["problem"], "already_done");
    case.journey.call("fourth_party_split", json!({ "name": merged["name"] }));
    assert_eq!(case.view(), before, "splitting brings back exactly what was there");

    let pair = json!({ "name": name, "other": into, "apart": true });
    case.journey.call("fourth_parties_apart", pair);
    assert_eq!(case.view()["proposals"], json!([]), "what is said to be two is not proposed again");
    case.journey.call("fourth_parties_apart", json!({ "name": name, "other": into, "apart": false }));
    assert_eq!(case.view(), before);
    let log = case.journey.call("history", json!({ "before": null, "vendor": null, "limit": 50 }));
    let named = log.as_array().expect("entries").iter().filter(|entry| entry["op"] == "fourth_party.name");
    assert_eq!(named.count(), 4, "each is in the record: {log}");
}

#[test]
fn a_carved_out_party_is_chased_until_something_assures_us_of_it() {
    let case = Case::begin();
    let vendor = case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST, RELAY]);
    let chased = |view: &Value| view["chase"][0]["parties"].as_array().map_or(0, Vec::len);
    let view = case.view();
    assert_eq!(chased(&view), 2, "nothing is known of either: {}", view["chase"]);
    assert_eq!((&view["coverage"]["count"], &view["coverage"]["of"]), (&json!(0), &json!(2)));
    assert_eq!(case.figure("carve_out_coverage"), json!({ "kind": "share", "count": 0, "of": 2 }));
    let letter = case.journey.call("fourth_parties_letter", json!({ "vendor": vendor }));
    let body = letter["body"].as_str().expect("a text");
    assert!(body.contains("the current report of Northfell Compute, Inc., or your own monitoring"), "{body}");
    assert!(body.contains("the current report of Kelder Relay Ltd."), "{body}");
    assert_eq!(case.question(&vendor, "G2")["suggested"], Value::Null, "nothing is recorded");

    case.record(&vendor, RELAY.name, &json!({ "has_our_data": false, "note": "Sends no payslips." }));
    assert_eq!(case.rule(&vendor, "SUBSERVICE-COVERED").0, "missing");
    case.record(&vendor, HOST.name, &json!({ "has_our_data": true, "monitoring": "said", "mapped": true }));
    assert_eq!(case.rule(&vendor, "SUBSERVICE-COVERED").0, "warn", "saying so is no test");
    assert_eq!(chased(&case.view()), 1);
    case.record(&vendor, HOST.name, &json!({ "has_our_data": true, "monitoring": "tested", "mapped": true }));
    let (outcome, found) = case.rule(&vendor, "SUBSERVICE-COVERED");
    assert_eq!((outcome, found), (json!("pass"), json!("Covered: Northfell Compute, Inc.")));
    assert_eq!(case.rule(&vendor, "SUBSERVICE-CONTROLS").0, "pass", "listed and mapped");
    let view = case.view();
    assert_eq!(chased(&view), 0, "{}", view["chase"]);
    assert_eq!((&view["coverage"]["count"], &view["coverage"]["of"]), (&json!(1), &json!(1)));
    assert_eq!(case.figure("carve_out_coverage"), json!({ "kind": "share", "count": 1, "of": 1 }));
    let question = case.question(&vendor, "G2");
    assert_eq!((&question["suggested"], &question["suggested_result"]), (&json!("Vendor monitors"), &json!("pass")));
    assert!(
        question["why"]
            .as_str()
            .is_some_and(|why| why.contains("Northfell Compute, Inc.: vendor's monitoring tested clean"))
    );
    assert!(case.question(&vendor, "G1")["suggested"].as_str().is_some_and(|said| said.contains("data centers")));

    let nobody = json!({
        "vendor": vendor, "name": "Somebody else", "has_our_data": true, "monitoring": null, "mapped": null, "note": null,
    });
    assert_eq!(case.journey.fails("fourth_party_record", nobody)["code"], "not_found");
    case.record(&vendor, HOST.name, &json!({}));
    assert_eq!(chased(&case.view()), 1, "what was said is taken back");
}

#[test]
fn a_party_that_is_a_vendor_too_is_assured_by_its_own_current_report_once_it_is_reviewed() {
    let case = Case::begin();
    let vendor = case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST]);
    let host = case.vendor("Northfell Compute", "high");
    let own = |case: &Case| case.party("northfell compute")["own"].clone();
    assert_eq!(own(&case)["held"], "nothing", "a vendor without evidence");
    case.file(&host, &Report { organization: HOST.name, system: "Northfell Compute Platform", ..Report::default() });
    let held = own(&case);
    assert_eq!((&held["held"], &held["vendor"]), (&json!("unread"), &host), "held, and nobody has reviewed it: {held}");
    assert!(held["until"].as_str().is_some(), "until when it counts");
    case.record(&vendor, HOST.name, &json!({ "has_our_data": true }));
    assert_eq!(case.rule(&vendor, "SUBSERVICE-COVERED").0, "missing", "a report that nobody read assures nobody");
    case.journey.on("2027-12-01");
    assert_eq!(own(&case)["held"], "nothing", "it has run out");
}

#[test]
fn a_vendor_that_reports_name_in_two_ways_is_the_vendor_of_both() {
    let case = Case::begin();
    case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST, RELAY]);
    let host = json!({
        "id": null, "name": HOST.name, "aliases": [RELAY.name], "service": "Hosting", "tier": "high",
        "tier_reason": "Told so.", "owner": null, "notes": null,
    });
    let host = case.journey.call("vendor_save", host)["row"]["id"].clone();
    for party in ["northfell compute", "kelder relay"] {
        assert_eq!(case.party(party)["own"]["vendor"], host, "{party}");
    }
}

#[test]
fn what_a_report_names_in_short_is_said_of_a_vendor_by_its_name_in_the_register() {
    let case = Case::begin();
    case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST_IN_SHORT]);
    let host = case.vendor("Northfell Compute, Inc.", "high");
    let view = case.view();
    let proposal = &view["proposals"][0];
    assert_eq!((&proposal["vendor"], &proposal["why"]), (&host, &json!("part")), "{view}");
    assert_eq!(view["parties"][0]["own"], Value::Null, "proposed only");
    case.journey.call("fourth_parties_merge", json!({ "name": proposal["other"], "into": proposal["party"] }));
    assert_eq!(case.view()["parties"][0]["own"]["vendor"], host);
}

#[test]
fn the_register_is_written_as_a_table() {
    let case = Case::begin();
    case.resting("Harbourlight Payroll, Inc.", "critical", &[HOST, RELAY]);
    let path = case.journey.folder.path().join("parties.csv");
    assert_eq!(case.journey.app.export_fourth_parties_to(&path).expect("written"), 2);
    let text = std::fs::read_to_string(&path).expect("a table");
    assert!(
        text.contains("Northfell Compute, Inc.") && text.contains("1 of 1") && text.contains("carve-out"),
        "{text}"
    );
}

#[test]
fn a_report_that_states_that_it_uses_none_is_told_from_one_in_which_nothing_was_found() {
    let case = Case::begin();
    let (denying, silent) = ("Harbourlight Payroll, Inc.", "Marrowstone Data, Inc.");
    let stating = case.vendor(denying, "critical");
    let document = case.file(&stating, &Report { organization: denying, denies_others: true, ..Report::default() });
    let saying_nothing = case.resting(silent, "critical", &[]);
    let view = case.view();
    let of = |name: &str| {
        let vendors = view["vendors"].as_array().expect("vendors");
        vendors.iter().find(|vendor| vendor["name"] == name).expect("the vendor").clone()
    };
    assert_eq!(of(denying)["document"], document, "its report was looked at");
    assert!(of(denying)["denied"][0]["page"].as_u64().is_some_and(|page| page >= 1), "with its page: {}", of(denying));
    assert_eq!(of(silent)["denied"], Value::Null, "nothing found is nothing said");
    let path = case.journey.folder.path().join("parties.csv");
    assert_eq!(case.journey.app.export_fourth_parties_to(&path).expect("written"), 1, "a row for who states none");
    let text = std::fs::read_to_string(&path).expect("a table");
    let row = text.lines().find(|line| line.contains(denying)).expect("its row");
    assert!(row.starts_with("\"none, as the report states\","), "{row}");
    let (outcome, found) = case.rule(&stating, "SUBSERVICE-COVERED");
    assert_eq!((outcome, found), (json!("pass"), json!("The report states that it uses none")));
    assert_eq!(case.rule(&saying_nothing, "SUBSERVICE-COVERED").0, json!("missing"), "a person should look");
    assert_eq!(case.rule(&stating, "SUBSERVICE-CONTROLS").0, json!("not_applicable"), "nobody is carved out");
    let answered = case.question(&stating, "G1");
    assert_eq!(answered["suggested"], json!("The report states that it uses none"), "{answered}");
    let lists = case.journey.call("document_lists", json!({ "document": document }));
    let absence = |list: &str| {
        let lists = lists["lists"].as_array().expect("lists");
        lists.iter().find(|one| one["list"] == list).expect("the list")["absence"]["absence"].clone()
    };
    assert_eq!(absence("subservice_organizations"), json!("stated"));
    assert_eq!(absence("csocs"), json!("stated"), "of nobody anything is expected");
    assert_eq!(absence("cuecs"), json!("not_found"), "that is another matter");

    let judged = json!({
        "document": document, "key": "no_subservice_organizations", "verdict": { "verdict": "reject" }, "cite": [],
        "reason": "It is said of one product only.",
    });
    case.journey.call("fact_judge", judged);
    assert_eq!(case.rule(&stating, "SUBSERVICE-COVERED").0, json!("missing"), "a person said that it does not say so");
}
