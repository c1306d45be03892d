//! The path without a current SOC 2 report, from the reason to the decision and to its end.

use countersign_app::{App, AsOf, Config, Host, Ids};
use countersign_contract::dispatch;
use countersign_tests::{bridge::BridgeHost, journey::Journey};
use serde_json::{Value, json};
use std::sync::Arc;

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const CONTROLS: [&str; 12] = [
    "identity",
    "leavers",
    "least_privilege",
    "encryption",
    "logging",
    "patching",
    "change",
    "backup",
    "incident",
    "vendor_management",
    "training",
    "continuity",
];

/// A high vendor of which nothing is held; today is 17 March 2026.
fn vendor(journey: &Journey) -> Value {
    let view = journey.call(
        "vendor_save",
        json!({
            "id": null, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": "Payroll", "tier": "high",
            "tier_reason": "Pays everybody.", "owner": null, "notes": null,
        }),
    );
    view["row"]["id"].clone()
}

fn person(journey: &Journey, name: &str, roles: &[&str]) -> Value {
    let saved =
        journey.call("person_save", json!({ "id": null, "name": name, "title": null, "roles": roles, "active": true }));
    saved["id"].clone()
}

/// A certificate to the day, and a questionnaire.
fn record(score: &str, until: &str, checks: &[&str]) -> Value {
    let scores: Vec<Value> = CONTROLS
        .iter()
        .map(|control| json!({ "control": control, "score": score, "note": null, "document": null, "page": null }))
        .collect();
    json!({
        "reason": "too_small", "note": "Twelve people.", "report_expected": null, "letter_only": true,
        "substitutes": [
            { "kind": "iso27001", "document": null, "described": "Seen in the portal", "dated": null,
              "valid_until": until, "checks": checks },
            { "kind": "questionnaire", "document": null, "described": "CAIQ, read together", "dated": "2026-02-02",
              "valid_until": null, "checks": ["sampled"] },
        ],
        "scores": scores, "limits": ["restricted_users"], "limit_note": null,
        "duties": [{ "kind": "obtain_type2", "what": "By the end of the year", "owner": null, "due": "2026-12-31" }],
        "expires": "2026-12-31",
    })
}

const SEEN: [&str; 3] = ["scope_covers_us", "statement_seen", "accredited"];

fn rule<'v>(evaluation: &'v Value, code: &str) -> &'v Value {
    let rules = evaluation["rules"].as_array().expect("rules are a list");
    rules.iter().find(|rule| rule["code"] == code).unwrap_or_else(|| panic!("{code} is among {rules:?}"))
}

fn evaluated(journey: &Journey, vendor: &Value) -> Value {
    journey.call("vendor_evaluation", json!({ "vendor": vendor }))
}

fn grant(vendor: &Value, rule: &str, (requester, approver): (&Value, &Value), expires: &str) -> Value {
    json!({
        "vendor": vendor, "rule": rule, "reason": "We cannot wait.", "worst_case": "We learn of a breach late.",
        "compensations": "Few users, no production data.", "requester": requester, "approver": approver,
        "expires": expires,
    })
}

/// What the same workspace says on another day.
fn on(journey: &Journey, day: &str, name: &str, input: Value) -> Value {
    journey.call("workspace_close", json!({}));
    let entries =
        std::fs::read_dir(journey.folder.path()).expect("the folder").map(|entry| entry.expect("a file").path());
    let path = entries.into_iter().find(|path| path.is_file()).expect("the workspace is the one file");
    let config = Config::new(journey.folder.path().join("config"), journey.folder.path().join("data"))
        .expect("folders can be made")
        .with_reader(READER.into());
    let host = Arc::new(BridgeHost::new(journey.folder.path().to_owned()));
    let clock = Arc::new(AsOf(day.parse().expect("a day")));
    let app = App::new(config, clock, Ids::seeded(8), host as Arc<dyn Host>);
    app.open_path(&path, None).expect("opens");
    dispatch(&*app, name, input).unwrap_or_else(|failure| panic!("{name} failed: {failure:?}"))
}

#[test]
fn a_vendor_without_a_report_is_accepted_for_a_time_and_falls_back() {
    let journey = Journey::with_workspace(READER);
    let vendor = vendor(&journey);
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let owner = person(&journey, "Odo Brandt", &["business_owner"]);
    let executive = person(&journey, "Runa Falk", &["executive", "security_owner"]);
    let ask = || journey.call("alternative", json!({ "vendor": vendor }));
    assert_eq!((&ask()["offered"], &ask()["standing"]["state"]), (&json!(true), &json!("none")));
    assert_eq!(evaluated(&journey, &vendor)["verdict"], "more_evidence");

    // Kept as typed, and checked while it is typed.
    let weak = record("none", "2028-01-31", &SEEN);
    journey.call("alternative_draft_keep", json!({ "vendor": vendor, "record": weak }));
    assert_eq!(ask()["draft"]["note"], "Twelve people.");
    let check = journey.call("alternative_check", json!({ "vendor": vendor, "record": weak }));
    assert_eq!(check["sufficient"], false, "a high vendor has no control at none: {check}");
    let unseen = record("shown", "2028-01-31", &SEEN[..1]);
    let check = journey.call("alternative_check", json!({ "vendor": vendor, "record": unseen }));
    assert_eq!(check["lacking"].as_array().map(Vec::len), Some(1), "the certificate was not looked at: {check}");
    let ran_out = record("shown", "2026-03-16", &SEEN);
    let check = journey.call("alternative_check", json!({ "vendor": vendor, "record": ran_out }));
    assert_eq!(check["sufficient"], false, "it ran out yesterday: {check}");

    // Refused in words, then recorded: insufficient first.
    let mut long = unseen.clone();
    long["expires"] = json!("2027-03-18");
    let failure = journey.fails("alternative_record", json!({ "vendor": vendor, "record": long }));
    assert_eq!(failure["problem"], json!({ "problem": "too_late", "latest": "2027-03-17" }));
    let recorded = journey.call("alternative_record", json!({ "vendor": vendor, "record": unseen }));
    assert_eq!(recorded["standing"]["state"], "insufficient");
    assert_eq!(recorded["draft"], Value::Null, "what was typed is recorded");
    let evaluation = evaluated(&journey, &vendor);
    let found = rule(&evaluation, "REPORT-EVIDENCE")["found"].as_str().expect("a text").to_owned();
    assert!(found.contains("Statement of Applicability seen") && found.contains("Red flag"), "{found}");

    let sound = record("shown", "2026-09-30", &SEEN);
    let recorded = journey.call("alternative_record", json!({ "vendor": vendor, "record": sound }));
    assert_eq!(recorded["standing"], json!({ "state": "to_approve", "needed": "executive" }));
    assert_eq!(recorded["versions"].as_array().map(Vec::len), Some(2), "every version is kept");

    // Approved by somebody of rank, who neither asked nor assessed, not for longer than the certificate holds.
    let approve = |approver: &Value, expires: &str| grant(&vendor, "REPORT-EVIDENCE", (&owner, approver), expires);
    let failure = journey.fails("acceptance_request", grant(&vendor, "REPORT-EVIDENCE", (&mara, &owner), "2026-09-30"));
    assert_eq!(failure["problem"], json!({ "problem": "rank_too_low", "needed": "executive" }));
    let failure = journey.fails("acceptance_request", approve(&executive, "2026-10-01"));
    assert_eq!(failure["problem"], json!({ "problem": "too_late", "latest": "2026-09-30" }));
    let granted = journey.approved(approve(&executive, "2026-09-30"));
    let standing = &rule(&granted, "REPORT-EVIDENCE")["standing"];
    assert_eq!(*standing, json!({ "by": "accepted", "until": "2026-09-30" }));
    assert_eq!(ask()["standing"], json!({ "state": "approved", "until": "2026-09-30" }));

    // Whatever else is open is signed for, so that the verdict rests on the path.
    for open in granted["rules"].as_array().expect("a list") {
        if open["standing"]["by"] == "open" && !open["deviation_until"].is_null() {
            let code = open["code"].as_str().expect("a code");
            let until = open["deviation_until"].as_str().expect("a day");
            journey.approved(grant(&vendor, code, (&owner, &executive), until));
        }
    }
    assert_eq!(evaluated(&journey, &vendor)["verdict"], "accept_with_conditions");

    // Its duties, limits and end are proposed to the decision.
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor }));
    assert_eq!(sheet["next_review"], "2026-09-30");
    let mut conditions = sheet["proposed"].clone();
    assert_eq!(conditions[0]["what"], "Obtain a SOC 2 Type 2 report: By the end of the year");
    assert_eq!(conditions[1]["what"], "Use is limited: Restricted users");
    for condition in conditions.as_array_mut().expect("a list") {
        condition["owner"] = owner.clone();
        condition["due"] = json!("2026-12-31");
    }
    let decided = journey.call(
        "decision_record",
        json!({
            "vendor": vendor, "outcome": "approved_with_conditions", "reason": "Enough for a time.",
            "conditions": conditions, "signers": [owner, executive], "next_review": sheet["next_review"], "residual": { "level": "medium", "words": "A late notice of a breach." },
        }),
    );
    assert!(decided["id"].is_string(), "{decided}");

    let later = on(&journey, "2026-10-01", "vendor_evaluation", json!({ "vendor": vendor }));
    assert_ne!(later["verdict"], "accept_with_conditions", "the certificate has run out, and with it the approval");
    assert_eq!(rule(&later, "REPORT-EVIDENCE")["standing"]["by"], "open");
}

#[test]
fn an_approval_covers_the_version_that_was_approved_and_nobody_approves_what_they_assessed() {
    let journey = Journey::with_workspace(READER);
    let vendor = vendor(&journey);
    let owner = person(&journey, "Odo Brandt", &["business_owner"]);
    let executive = person(&journey, "Runa Falk", &["executive"]);
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let sound = json!({ "vendor": vendor, "record": record("shown", "2028-01-31", &SEEN) });
    journey.call("actor_set", json!({ "person": executive }));
    journey.call("alternative_record", sound.clone());
    let approve = || grant(&vendor, "REPORT-EVIDENCE", (&owner, &executive), "2026-12-31");
    assert_eq!(journey.fails("acceptance_request", approve())["problem"]["problem"], "same_person");
    journey.call("actor_set", json!({ "person": mara }));
    journey.call("alternative_record", sound.clone());
    journey.approved(approve());
    let ask = || journey.call("alternative", json!({ "vendor": vendor }))["standing"]["state"].clone();
    assert_eq!(ask(), "approved");
    journey.call("alternative_record", sound);
    assert_eq!(ask(), "to_approve", "what was approved was the version before");
    let withdraw = |version: u32, why: &str| json!({ "vendor": vendor, "version": version, "why": why });
    assert_eq!(journey.fails("alternative_withdraw", withdraw(3, " "))["problem"]["problem"], "empty");
    assert_eq!(journey.fails("alternative_withdraw", withdraw(2, "Old"))["problem"]["problem"], "wrong_form");
    let gone = journey.call("alternative_withdraw", withdraw(3, "Recorded for another vendor."));
    assert_eq!((&gone["standing"]["state"], &gone["offered"]), (&json!("none"), &json!(true)));
    assert_eq!(gone["versions"][0]["withdrawn"]["why"], "Recorded for another vendor.");
    assert_eq!(journey.fails("alternative_withdraw", withdraw(3, "Again"))["problem"]["problem"], "already_done");
    let evaluation = evaluated(&journey, &vendor);
    let standing = &rule(&evaluation, "REPORT-EVIDENCE")["standing"]["by"];
    assert_eq!(standing, "open", "no earlier version and no earlier approval comes back: {evaluation}");
    journey.call("alternative_record", json!({ "vendor": vendor, "record": record("shown", "2028-01-31", &SEEN) }));
    assert_eq!(ask(), "to_approve", "a fourth version begins anew");
    let later = on(&journey, "2027-01-01", "alternative", json!({ "vendor": vendor }));
    assert_eq!(later["standing"], json!({ "state": "ran_out", "on": "2026-12-31" }));
}

#[test]
fn what_the_policy_makes_of_a_substitute_is_foretold_and_then_holds() {
    let journey = Journey::with_workspace(READER);
    let vendor = vendor(&journey);
    let sound = record("shown", "2026-12-31", &SEEN);
    let recorded = journey.call("alternative_record", json!({ "vendor": vendor, "record": sound }));
    assert_eq!(recorded["standing"]["state"], "to_approve", "the certificate carries for a high vendor");
    let path = "alternative.substitutes.iso27001.accept_as.high";
    let policy = journey.call("policy", json!({}));
    let settings = policy["settings"].as_array().expect("a list");
    let setting = settings.iter().find(|setting| setting["path"] == path).expect("it can be set");
    assert_eq!(setting["of"], "ISO/IEC 27001 certificate");
    assert_eq!((&setting["value"], &setting["default"]), (&json!("main"), &json!("main")));
    assert!(setting["source"].as_str().is_some_and(|source| source.starts_with("Our own default")), "{setting}");
    let draft = json!({ "changes": [{ "path": path, "value": "supplement" }], "whole": null });
    let check = journey.call("policy_check", draft.clone());
    let said = json!({
        "path": path, "label": "Accepted as: ISO/IEC 27001 certificate, high", "unit": "choice",
        "before": "Main evidence", "after": "Supplement",
    });
    assert_eq!(check["changes"], json!([said]));
    journey.call("policy_save", json!({ "draft": draft, "based_on": 1, "reason": "Two bodies disappointed us." }));
    let after = journey.call("alternative", json!({ "vendor": vendor }));
    assert_eq!(after["standing"]["state"], "insufficient", "nothing carries any more: {after}");
    assert_eq!(after["assessment"]["lacking"][0]["what"], "No main evidence");
    assert_eq!(after["assessment"]["substitutes"][0]["accept_as"], "Supplement");
    let beyond = json!({ "changes": [{ "path": "alternative.substitutes.pentest.accept_as.high", "value": "main" }], "whole": null });
    let check = journey.call("policy_check", beyond);
    assert_eq!(check["problems"][0]["label"], "Accepted as: penetration test summary, high", "{check}");
}
