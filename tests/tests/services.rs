//! A vendor that gives us two services with a report for each, by the commands that the user interface calls.

use super::{
    acceptance::{letter, says},
    packet::inside,
};
use countersign_tests::{
    evaluation::{critical_vendor, evaluated, rule},
    journey::{Journey, fact},
    report::{Report, RestsOn},
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const CUECS: &[(&str, &str)] = &[
    ("CC6.2", "User entities remove the accounts of people who leave."),
    ("CC6.6", "User entities restrict who may upload files."),
];

const HOST: RestsOn = RestsOn { name: "Lowmoor Hosting", provides: "Data centres", assumed: &[] };

/// Enters a service that the vendor gives us; gives its id.
fn buys(journey: &Journey, vendor: &Value, name: &str) -> Value {
    let part = json!({
        "part": "service", "id": null, "name": name, "purpose": "Our people need it.", "users": null,
        "data": [], "data_locations": null, "access": "none", "integration": "none",
        "dependence": "degraded", "tolerable_outage": 48, "substitutability": "easily", "regulated": false,
        "feeds_financial_statements": false, "sole_processor_of_customer_data": false, "in_our_soc2": false,
        "sla_relied_on": false, "privacy_commitments_relied_on": false, "ai_on_our_data": "no", "subprocessors": [],
    });
    let register = journey.call("register_save", json!({ "vendor": vendor, "part": part }));
    let services = register["services"].as_array().expect("a list");
    services.iter().find(|service| service["name"] == name).expect("it was entered")["id"].clone()
}

/// The report on the second service, whose period ended a month before the other's.
fn second_report() -> Report {
    Report {
        system: "Harbourlight Time System",
        from: "December 1, 2024",
        to: "November 30, 2025",
        dated: "January 12, 2026",
        cuecs: CUECS,
        rests_on: &[HOST],
        ..Report::default()
    }
}

fn filed(journey: &Journey, vendor: &Value, name: &str, report: &Report) -> Value {
    let path = journey.file(name, &report.pdf());
    let job = journey.receive_for(&path, json!({ "target": "existing", "vendor": vendor }));
    job.expect("the vendor is in the register")["state"]["document"].clone()
}

/// What is asked of the document.
fn asked(journey: &Journey, document: &Value) -> Option<Value> {
    let view = journey.call("document", json!({ "document": document }));
    let facts = view["facts"].as_array().expect("a list");
    facts.iter().find(|fact| fact["key"] == "covers_services").cloned()
}

/// Says which services a document covers.
fn covers(journey: &Journey, document: &Value, services: &[&str]) {
    let value = json!({ "form": "choices", "choices": services });
    let verdict = json!({ "verdict": "correct", "value": value });
    let input =
        json!({ "document": document, "key": "covers_services", "cite": [], "reason": null, "verdict": verdict });
    journey.call("fact_judge", input);
}

/// The vendor with two services and two reports, each told to cover its own; gives the vendor and the documents.
fn two(journey: &Journey) -> (Value, Value, Value) {
    let vendor = critical_vendor(journey);
    let first = evaluated(journey, &vendor)["documents"][0]["document"].clone();
    buys(journey, &vendor, "Harbourlight Pay");
    assert_eq!(asked(journey, &first), None, "with one service there is nothing to tell");
    buys(journey, &vendor, "Harbourlight Time");
    let second = filed(journey, &vendor, "harbourlight time soc 2.pdf", &second_report());
    for (document, service) in [(&first, "Harbourlight Pay"), (&second, "Harbourlight Time")] {
        let asked = asked(journey, document).expect("with two it is asked");
        assert_eq!(asked["value"], Value::Null, "nobody told: {asked}");
        assert_eq!(asked["form"]["choices"], json!(["Harbourlight Pay", "Harbourlight Time"]), "{asked}");
        assert_eq!(asked["proposed"]["value"]["choices"], json!([service]), "{asked}");
        assert!(asked["proposed"]["why"].as_str().is_some_and(|why| why.contains(" System”, which names ")), "{asked}");
    }
    let untold = journey.call("vendor", json!({ "vendor": vendor }))["untold"].clone();
    assert_eq!(untold.as_array().map(Vec::len), Some(2), "the vendor's documents say so: {untold}");
    covers(journey, &first, &["Harbourlight Pay"]);
    covers(journey, &second, &["Harbourlight Time"]);
    (vendor, first, second)
}

fn service<'v>(evaluation: &'v Value, name: &str) -> &'v Value {
    let services = evaluation["services"].as_array().expect("a list");
    services.iter().find(|service| service["name"] == name).unwrap_or_else(|| panic!("{name} is among {services:?}"))
}

fn lines(list: &Value, key: &str) -> Vec<String> {
    list.as_array().expect("a list").iter().map(|one| one[key].as_str().expect("a text").to_owned()).collect()
}

#[test]
fn each_service_is_judged_on_its_report_and_only_the_one_that_runs_out_asks_for_more() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    let before = evaluated(&journey, &vendor);
    assert_eq!(before["services"], json!([]), "one service");
    let journey = Journey::with_workspace(READER);
    let (vendor, first, second) = two(&journey);
    let told = journey.call("document", json!({ "document": second }));
    let told_apart = [first.clone(), second.clone()];
    assert_eq!(fact(&told, "covers_services")["value"]["choices"], json!(["Harbourlight Time"]));

    let both = evaluated(&journey, &vendor);
    let (pay, time) = (service(&both, "Harbourlight Pay"), service(&both, "Harbourlight Time"));
    assert_eq!((&pay["report"], &time["report"]), (&first, &second), "each has its own");
    assert_eq!(pay["evidence_until"]["day"], "2026-06-30");
    assert_eq!(time["evidence_until"]["day"], "2026-05-30", "six months after the end of November");
    assert_eq!(both["evidence_until"]["day"], "2026-05-30", "the vendor's is what ends first");
    assert_eq!(rule(&both, "ENTITY-PRODUCT")["outcome"], "pass", "it was told what each covers");

    // Both lists count: the controls and the parties of the second report beside those of the first.
    let book = journey.call("cuecs", json!({ "vendor": vendor, "report": second }));
    assert_eq!(book["rows"].as_array().map(Vec::len), Some(2), "{book}");
    assert_eq!(book["reports"].as_array().map(Vec::len), Some(2), "{book}");
    assert_eq!(book["before"], Value::Null, "the report on another service is not the one before");
    let parties = rule(&both, "SUBSERVICE-COVERED");
    assert!(parties["found"].as_str().is_some_and(|found| found.contains("For Harbourlight Time: ")), "{parties}");
    assert!(parties["found"].to_string().contains("Lowmoor Hosting"), "{parties}");

    let person = json!({ "id": null, "name": "Ilse Brandt", "title": null, "roles": ["executive"], "active": true });
    let executive = journey.call("person_save", person)["id"].clone();
    let actor = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let decision = json!({
        "vendor": vendor, "outcome": "approved", "reason": "Both cover what we use.", "conditions": [],
        "signers": [actor, executive], "next_review": "2027-03-17",
        "residual": { "level": "medium", "words": "A late notice of a breach." },
    });
    journey.call("decision_record", decision);

    // In June nothing covers the second service any more, and the first goes on.
    journey.on("2026-06-15");
    let later = evaluated(&journey, &vendor);
    let (pay, time) = (service(&later, "Harbourlight Pay"), service(&later, "Harbourlight Time"));
    assert_eq!(time["verdict"], "escalate", "{time}");
    assert_ne!(pay["verdict"], "escalate", "{pay}");
    assert_eq!(later["verdict"], time["verdict"], "the weakest decides");
    let found = rule(&later, "DATE-GAP")["found"].as_str().expect("a text").to_owned();
    assert!(found.starts_with("For Harbourlight Pay: ") && found.contains(". For Harbourlight Time: "), "{found}");
    let letter = later["letter"]["body"].as_str().expect("the vendor is asked");
    assert!(
        letter.contains("for Harbourlight Time: a bridge letter signed by your management for 1 December"),
        "{letter}"
    );
    let register = journey.call("vendors", json!({}))[0].clone();
    assert_eq!(register["verdict"], "escalate", "so does the register");
    let risks = lines(&register["at_risk"], "what");
    assert_eq!(risks, ["For Harbourlight Time: Evidence ran out on 30 May 2026"]);
    let today = journey.call("today", json!({}));
    let items = today["items"].as_array().expect("items").iter();
    let ends: Vec<(&Value, &Value)> =
        items.filter(|item| item["kind"] == "evidence_ends").map(|item| (&item["group"], &item["reason"])).collect();
    let [(overdue, first), (_, other)] = ends[..] else { panic!("one for each service: {ends:?}") };
    assert_eq!(overdue, "overdue");
    assert!(first.as_str().is_some_and(|why| why.starts_with("For Harbourlight Time: Nothing speaks")), "{first}");
    assert!(other.as_str().is_some_and(|why| why.starts_with("For Harbourlight Pay: Nothing speaks")), "{other}");

    // A deviation that is asked for the one service says so, and does not answer for the other.
    let request = |service: &Value| {
        json!({
            "vendor": vendor, "rule": "DATE-GAP", "reason": "The next report is near.", "worst_case": "Late news.",
            "compensations": "We look.", "requester": actor, "approver": executive, "expires": "2026-07-31",
            "service": service,
        })
    };
    let unknown = journey.fails("acceptance_request", request(&vendor));
    assert_eq!((&unknown["field"], &unknown["problem"]["problem"]), (&json!("service"), &json!("outdated")));
    let granted = journey.approved(request(&time["service"]));
    let signed = lines(&granted["acceptances"], "found");
    assert!(signed[0].starts_with("For Harbourlight Time: "), "{signed:?}");
    let open = |name: &str| service(&granted, name)["open"].to_string().contains("DATE-GAP");
    assert_eq!(
        (open("Harbourlight Time"), open("Harbourlight Pay")),
        (false, true),
        "it answers for the one: {granted}"
    );
    // Nor does it answer for both once nobody tells them apart any more.
    for document in told_apart {
        let taken_back = json!({ "verdict": "withdraw" });
        let input = json!({ "document": document, "key": "covers_services", "cite": [], "reason": null, "verdict": taken_back });
        journey.call("fact_judge", input);
    }
    let together = evaluated(&journey, &vendor);
    assert_eq!(together["services"], json!([]));
    let gap = rule(&together, "DATE-GAP");
    assert_eq!(gap["standing"]["by"], "open", "{gap}");
}

#[test]
fn a_service_that_only_the_other_report_could_cover_needs_evidence() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    let first = evaluated(&journey, &vendor)["documents"][0]["document"].clone();
    buys(&journey, &vendor, "Harbourlight Pay");
    buys(&journey, &vendor, "Harbourlight Time");
    let silent = evaluated(&journey, &vendor);
    assert_eq!(silent["services"], json!([]), "nobody told: it counts for both");
    let wrong = json!({ "verdict": "correct", "value": { "form": "choices", "choices": ["Somebody's"] } });
    let input = json!({ "document": first, "key": "covers_services", "cite": [], "reason": null, "verdict": wrong });
    assert_eq!(journey.fails("fact_judge", input)["field"], "value", "we do not buy that");
    covers(&journey, &first, &["Harbourlight Pay"]);
    let told = evaluated(&journey, &vendor);
    let time = service(&told, "Harbourlight Time");
    assert_eq!((&time["verdict"], &time["report"]), (&json!("more_evidence"), &Value::Null), "{time}");
    assert_eq!(told["evidence_until"], Value::Null, "until when is not known, whatever the other has");
    let letter = told["letter"]["body"].as_str().expect("the vendor is asked");
    assert!(letter.contains("for Harbourlight Time: your current SOC 2 Type 2"), "{letter}");
    // Taken back, it counts for both again.
    let back = json!({
        "document": first, "key": "covers_services", "cite": [], "reason": null, "verdict": { "verdict": "withdraw" },
    });
    journey.call("fact_judge", back);
    assert_eq!(evaluated(&journey, &vendor)["verdict"], silent["verdict"]);
    assert_eq!(evaluated(&journey, &vendor)["services"], json!([]));
}

#[test]
fn a_review_and_a_packet_say_for_which_service() {
    let journey = Journey::with_workspace(READER);
    let (vendor, first, second) = two(&journey);
    let review = journey.call("review_start", json!({ "vendor": vendor, "correction": null }));
    assert_eq!(lines(&review["services"], "name"), ["Harbourlight Pay", "Harbourlight Time"], "{}", review["services"]);
    let time = &review["buyers"][1]["answer"];
    let said = "For Harbourlight Pay: 1 January 2025 to 31 December 2025. \
                For Harbourlight Time: 1 December 2024 to 30 November 2025";
    assert_eq!(time, said, "each has its period");
    let counts: Vec<&Value> = review["documents"]
        .as_array()
        .expect("a list")
        .iter()
        .filter(|document| document["main"] == true)
        .map(|document| &document["document"])
        .collect();
    assert_eq!(counts, [&first, &second], "both count, the later period first");

    let actor = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let decision = json!({
        "vendor": vendor, "outcome": "more_evidence", "reason": "Something is not known.", "conditions": [],
        "signers": [actor], "next_review": null, "residual": null,
    });
    let recorded = journey.call("decision_record", decision);
    assert_eq!(recorded["stale"], json!([]), "nothing changed since: {recorded}");
    journey.signed_by_all(&vendor);
    let made = journey.call("packet_make", json!({ "decision": recorded["id"], "paper": "a4" }));
    let frozen = inside(&journey, &made);
    let of = frozen.verdict.expect("the rules were applied").services;
    let of: Vec<(&str, Option<&str>)> = of.iter().map(|one| (one.name.as_str(), one.report.as_deref())).collect();
    assert_eq!(of, [("Harbourlight Pay", Some("D1")), ("Harbourlight Time", Some("D2"))]);
    let cuecs = frozen.cuecs.expect("lists were looked at").controls;
    assert_eq!(cuecs.iter().map(|control| control.report.as_deref()).collect::<Vec<_>>(), [Some("D2"); 2]);
    let parties = frozen.subservice.expect("lists were looked at").parties;
    let parties: Vec<_> = parties.iter().map(|party| (party.name.as_str(), party.report.as_deref())).collect();
    assert_eq!(parties, [("Lowmoor Hosting", Some("D2"))]);
}

#[test]
fn a_letter_for_one_service_carries_nothing_for_the_other_in_the_packet() {
    let journey = Journey::with_workspace(READER);
    let (vendor, ..) = two(&journey);
    // It would join the report on the other service, too.
    let bridge = letter(&journey, &vendor, "2025-12-01", "2026-02-28", "Bridge & Letter LLP");
    says(&journey, &bridge, "letter_signer", &json!({ "form": "choice", "choice": "vendor_management" }));
    let coverage = || {
        let actor = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        let decision = json!({
            "vendor": vendor, "outcome": "more_evidence", "reason": "Something is not known.", "conditions": [],
            "signers": [actor], "next_review": null, "residual": null,
        });
        let recorded = journey.call("decision_record", decision);
        let made = journey.call("packet_make", json!({ "decision": recorded["id"], "paper": "a4" }));
        let coverage = inside(&journey, &made).coverage.expect("a report with dates is held");
        let letters: Vec<_> = coverage.letters.iter().map(|one| (one.carries_to.is_some(), one.elsewhere)).collect();
        (coverage.until.to_string(), letters)
    };
    assert_eq!(coverage(), ("2026-02-28".to_owned(), vec![(true, false)]), "nobody told: it is of both");
    covers(&journey, &bridge, &["Harbourlight Time"]);
    assert_eq!(coverage(), ("2025-12-31".to_owned(), vec![(true, true)]), "it counts, and not for the main report");
}
