//! Vendors under the acceptance policy, by the commands that the user interface calls.

use countersign_tests::{
    evaluation::{critical_vendor, evaluated, rule},
    journey::Journey,
    report::Report,
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn person(journey: &Journey, name: &str, roles: &[&str]) -> Value {
    let saved =
        journey.call("person_save", json!({ "id": null, "name": name, "title": null, "roles": roles, "active": true }));
    saved["id"].clone()
}

/// The draft by which no report of a critical vendor is young enough.
fn stricter() -> Value {
    json!({ "changes": [{ "path": "tiers.critical.max_age_months", "value": 1 }], "whole": null })
}

#[test]
fn a_dropped_report_is_evaluated_rule_by_rule_with_its_pages() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    let evaluation = evaluated(&journey, &vendor);
    assert_eq!(evaluation["policy_version"], 1, "the standard policy is version 1");
    assert_eq!(evaluation["verdict"], "more_evidence", "nothing fails, and nobody has answered anything yet");
    let age = rule(&evaluation, "DATE-AGE");
    assert_eq!(age["outcome"], "pass", "two and a half months: {age}");
    assert!(!age["citations"].as_array().is_none_or(Vec::is_empty), "it says where the period stands: {age}");
    for part in ["checks", "why", "evidence", "resolve"] {
        assert!(age["help"][part].as_str().is_some_and(|text| text.len() > 20), "the help says what it {part}");
    }
    assert_eq!(evaluation["evidence_until"]["day"], "2026-06-30", "six months that nothing covers");
    let register = journey.call("vendors", json!({}));
    assert_eq!(register[0]["verdict"], evaluation["verdict"], "the register says the same");
    assert_eq!(register[0]["evidence_until"], evaluation["evidence_until"]["day"]);
    let letter = evaluation["letter"]["body"].as_str().expect("there is something to ask the vendor for");
    let asked = evaluation["asks"].as_array().expect("a list").iter().find(|ask| ask["of_vendor"] == true);
    let asked = asked.expect("the vendor is asked for something")["line"].as_str().expect("a line");
    assert!(letter.contains(asked), "the letter asks for what the list names: {letter}");
    let opened = journey.call("vendor_letter_open", json!({ "vendor": vendor }));
    let handed = journey.host.letters().pop().expect("the mail program was asked");
    assert!(handed.starts_with("mailto:?subject="), "nobody is known to write to: {handed}");
    assert_eq!(opened["with_text"], handed.contains("&body="), "it says whether the text went along");
}

/// Says what holds of a document.
pub(super) fn says(journey: &Journey, document: &Value, key: &str, value: &Value) {
    let verdict = json!({ "verdict": "correct", "value": value });
    let input = json!({ "document": document, "key": key, "cite": [], "reason": null, "verdict": verdict });
    journey.call("fact_judge", input);
}

/// A letter of management about these days, filed with the vendor; its bytes are those of a small invented report.
pub(super) fn letter(journey: &Journey, vendor: &Value, from: &str, to: &str, firm: &'static str) -> Value {
    let path = journey.file(&format!("letter to {to}.pdf"), &Report { firm, ..Report::default() }.pdf());
    let target = json!({ "target": "existing", "vendor": vendor });
    let job = journey.receive_for(&path, target).expect("the vendor is in the register");
    let document = job["state"]["document"].clone();
    let day = |day: &str| json!({ "form": "date", "date": day });
    says(journey, &document, "kind", &json!({ "form": "choice", "choice": "bridge_letter" }));
    says(journey, &document, "letter_covers_from", &day(from));
    says(journey, &document, "letter_covers_to", &day(to));
    says(journey, &document, "report_date", &day(to));
    document
}

#[test]
fn the_worked_line_of_grace_holds_in_a_workspace() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    let first = letter(&journey, &vendor, "2026-01-01", "2026-06-30", "First & Letter LLP");
    let second = letter(&journey, &vendor, "2026-07-01", "2026-12-31", "Second & Letter LLP");
    let shown = journey.call("document", json!({ "document": first }));
    let facts = shown["facts"].as_array().expect("a list");
    let signer = facts.iter().find(|fact| fact["key"] == "letter_signer").expect("a person is asked who signed");
    assert_eq!(signer["value"], Value::Null, "nobody has told yet: {signer}");
    journey.on("2027-01-15");
    assert_eq!(rule(&evaluated(&journey, &vendor), "DATE-LETTERS")["outcome"], "missing", "who signed is not known");
    for document in [&first, &second] {
        says(&journey, document, "letter_signer", &json!({ "form": "choice", "choice": "vendor_management" }));
    }
    let age = |why: &str, outcome: &str| {
        let evaluation = evaluated(&journey, &vendor);
        assert_eq!(rule(&evaluation, "DATE-AGE")["outcome"], outcome, "{why}: {evaluation}");
        evaluation
    };
    let without = age("the next examination is not proved", "fail");
    let asked = without["asks"].as_array().expect("a list").iter();
    assert!(asked.clone().any(|ask| ask["line"].as_str().is_some_and(|line| line.starts_with("proof that the next"))));
    let examination = json!({
        "part": "examination", "firm": "Merrow & Lisle LLP", "kind": "type2", "from": "2026-01-01", "to": "2026-12-31",
        "expected_on": "2027-02-20", "proof": null, "said": null,
    });
    let unproved = journey.fails("register_save", json!({ "vendor": vendor, "part": examination }));
    assert_eq!(unproved["problem"]["problem"], "proof_or_words_missing", "a hope is no proof: {unproved}");
    let mut told = examination.clone();
    told["expected_on"] = json!("2026-06-30");
    told["said"] = json!("The security lead, by e-mail.");
    let early = journey.fails("register_save", json!({ "vendor": vendor, "part": told }));
    assert_eq!(early["field"], "expected_on", "a report follows its period: {early}");
    told["expected_on"] = json!("2027-02-20");
    let register = journey.call("register_save", json!({ "vendor": vendor, "part": told }));
    assert_eq!(register["examination"]["expected_on"], "2027-02-20");
    let grace = age("two chained letters, and the next examination is proved", "warn");
    assert_eq!(grace["evidence_until"]["limited_by"], "Age of the report, in grace", "{grace}");
    let history = journey.call("history", json!({ "before": null, "vendor": null, "limit": 1 }));
    assert_eq!(history[0]["op"], "vendor.profile", "it is on record: {history}");
    says(&journey, &second, "letter_signer", &json!({ "form": "choice", "choice": "auditor" }));
    let alone = evaluated(&journey, &vendor);
    assert_eq!(rule(&alone, "DATE-GAP")["outcome"], "fail", "with one letter only: six and a half months");
    let letters = rule(&alone, "DATE-LETTERS");
    assert!(letters["found"].as_str().is_some_and(|found| found.contains("auditor")), "of the second alone: {letters}");
    says(&journey, &second, "letter_signer", &json!({ "form": "choice", "choice": "vendor_management" }));
    journey.on("2027-05-01");
    age("sixteen months: nothing helps", "fail");
}

#[test]
fn a_correction_of_a_fact_changes_the_verdict_at_once() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    assert_eq!(rule(&evaluated(&journey, &vendor), "DATE-AGE")["outcome"], "pass");
    let document = evaluated(&journey, &vendor)["documents"][0]["document"].clone();
    journey.call(
        "fact_judge",
        json!({
            "document": document, "key": "period_end", "cite": [], "reason": "The cover names another year.",
            "verdict": { "verdict": "correct", "value": { "form": "date", "date": "2023-12-31" } },
        }),
    );
    assert_ne!(rule(&evaluated(&journey, &vendor), "DATE-AGE")["outcome"], "pass", "more than two years old now");
}

#[test]
fn a_draft_of_the_policy_says_which_verdicts_flip_before_it_is_saved() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    let check = journey.call("policy_check", stricter());
    assert_eq!(check["changes"][0]["label"], "Maximum age of a report: critical");
    assert_eq!(check["flips"][0]["vendor"], vendor);
    assert_eq!(check["flips"][0]["before"], "more_evidence");
    assert!(check["flips"][0]["why"].as_array().is_some_and(|why| why.iter().any(|rule| rule["code"] == "DATE-AGE")));
    assert_eq!(evaluated(&journey, &vendor)["policy_version"], 1, "looking changes nothing");

    let save = |based_on: u32, reason: &str| json!({ "draft": stricter(), "based_on": based_on, "reason": reason });
    let failure = journey.fails("policy_save", save(1, " "));
    assert_eq!(failure["field"], "reason", "a version needs its reason: {failure}");
    let saved = journey.call("policy_save", save(1, "The board wants fresh reports."));
    assert_eq!(saved["version"], 2);
    let versions = saved["versions"].as_array().expect("a list");
    assert_eq!(versions.len(), 2, "the standard went on record as the first: {versions:?}");
    assert_eq!(versions[0]["changes"][0]["after"], "1 month");
    let evaluation = evaluated(&journey, &vendor);
    assert_eq!(evaluation["policy_version"], 2);
    assert_eq!(evaluation["verdict"], check["flips"][0]["after"], "as it was foretold");
    let failure = journey.fails("policy_save", save(1, "Once more."));
    assert_eq!(failure["problem"]["problem"], "outdated", "it was made from another version: {failure}");
    let history = journey.call("history", json!({ "before": null, "vendor": null, "limit": 1 }));
    assert_eq!(history[0]["op"], "policy.save");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null);
}

#[test]
fn settings_that_do_not_hold_together_are_named_and_not_saved() {
    let journey = Journey::with_workspace(READER);
    let draft = json!({ "changes": [{ "path": "tiers.critical.max_age_months", "value": 400 }], "whole": null });
    let check = journey.call("policy_check", draft.clone());
    assert_eq!(check["problems"][0]["path"], "tiers.critical.max_age_months", "{check}");
    let failure = journey.fails("policy_save", json!({ "draft": draft, "based_on": 1, "reason": "More time." }));
    assert_eq!(failure["problem"]["problem"], "settings_wrong");
    let reader = person(&journey, "Ines Hale", &["reviewer"]);
    journey.call("actor_set", json!({ "person": reader }));
    let failure = journey.fails("policy_save", json!({ "draft": stricter(), "based_on": 1, "reason": "Mine." }));
    assert_eq!(failure["ability"], "keep_policy", "a reviewer does not change what is asked: {failure}");
}

#[test]
fn a_deviation_needs_somebody_of_rank_who_did_not_ask_for_it() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    journey.call("policy_save", json!({ "draft": stricter(), "based_on": 1, "reason": "Fresh reports." }));
    let owner = person(&journey, "Odo Brandt", &["business_owner"]);
    let executive = person(&journey, "Runa Falk", &["executive"]);
    let grant = |requester: &Value, approver: &Value, expires: &str| {
        json!({
            "vendor": vendor, "rule": "DATE-AGE", "reason": "The next report comes in April.",
            "worst_case": "Something broke in January and we learn of it in April.",
            "compensations": "We read the vendor's incident page every week.",
            "requester": requester, "approver": approver, "expires": expires,
        })
    };
    let failure = journey.fails("acceptance_request", grant(&executive, &owner, "2026-04-30"));
    assert_eq!(failure["problem"], json!({ "problem": "rank_too_low", "needed": "executive" }), "refused in words");
    let failure = journey.fails("acceptance_request", grant(&executive, &executive, "2026-04-30"));
    assert_eq!(failure["problem"]["problem"], "same_person");
    let failure = journey.fails("acceptance_request", grant(&owner, &executive, "2036-04-30"));
    assert_eq!(failure["problem"]["problem"], "too_late", "no deviation is for ever: {failure}");

    assert_eq!(rule(&evaluated(&journey, &vendor), "DATE-AGE")["standing"]["by"], "open");
    let granted = journey.approved(grant(&owner, &executive, "2026-04-30"));
    assert_eq!(rule(&granted, "DATE-AGE")["standing"], json!({ "by": "accepted", "until": "2026-04-30" }));
    assert_eq!(granted["acceptances"][0]["rank"], "executive");
    let ended = journey.call(
        "acceptance_end",
        json!({ "acceptance": granted["acceptances"][0]["id"], "why": "The new report is here." }),
    );
    assert_eq!(rule(&ended, "DATE-AGE")["standing"]["by"], "open", "what was ended counts no more");
    let again = json!({ "acceptance": granted["acceptances"][0]["id"], "why": "Again." });
    assert_eq!(journey.fails("acceptance_end", again)["code"], "not_found", "it is ended once");
}

#[test]
fn what_is_asked_for_counts_once_whoever_is_named_approves_it_and_not_before() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    journey.call("policy_save", json!({ "draft": stricter(), "based_on": 1, "reason": "Fresh reports." }));
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let owner = person(&journey, "Odo Brandt", &["business_owner"]);
    let executive = person(&journey, "Runa Falk", &["executive"]);
    let acts = |person: &Value| journey.call("actor_set", json!({ "person": person }));
    let asked = || {
        let request = json!({
            "vendor": vendor, "rule": "DATE-AGE", "reason": "The next report comes in April.",
            "worst_case": "We learn of it in April.", "compensations": "We read the incident page every week.",
            "requester": owner, "approver": executive, "expires": "2026-04-30",
        });
        journey.call("acceptance_request", request)
    };
    let answer = |view: &Value, agrees: bool, comment: Value| json!({ "request": view["requests"][0]["id"], "agrees": agrees, "comment": comment });
    let waits = || {
        let today = journey.call("today", json!({}));
        let all = today["items"].as_array().expect("a list").clone();
        all.into_iter().filter(|item| item["kind"] == "approval_waiting").collect::<Vec<_>>()
    };

    let first = asked();
    assert_eq!(rule(&first, "DATE-AGE")["standing"]["by"], "open", "asked for is not allowed");
    assert_eq!(first["acceptances"], json!([]));
    let state = json!({ "state": "waiting", "may_sign": false, "may_take_back": true });
    assert_eq!(first["requests"][0]["state"], state, "who recorded it can take it back, not approve it");
    let [item] = &waits()[..] else { panic!("somebody has something to do") };
    let said = item["reason"].as_str().expect("a text");
    assert_eq!(said, "Runa Falk is asked to approve it; it would hold until 30 April 2026");
    let failure = journey.fails("acceptance_answer", answer(&first, true, Value::Null));
    assert_eq!(failure["problem"]["problem"], "not_to_sign", "only who is named: {failure}");
    acts(&owner);
    let failure = journey.fails("acceptance_answer", answer(&first, true, Value::Null));
    assert_eq!(failure["problem"]["problem"], "not_to_sign", "who asks does not approve: {failure}");

    acts(&executive);
    let failure = journey.fails("acceptance_answer", answer(&first, false, Value::Null));
    assert_eq!(failure["field"], "comment", "who refuses says why: {failure}");
    let refused = journey.call("acceptance_answer", answer(&first, false, json!("Ask for the draft report.")));
    let state = json!({
        "state": "refused", "by": "Runa Falk", "taken_back": false, "comment": "Ask for the draft report.",
    });
    assert_eq!(refused["requests"][0]["state"], state);
    assert_eq!(rule(&refused, "DATE-AGE")["standing"]["by"], "open");
    assert_eq!(waits(), Vec::<Value>::new(), "it is answered");
    let failure = journey.fails("acceptance_answer", answer(&first, true, Value::Null));
    assert_eq!(failure["problem"]["problem"], "not_to_sign", "it is answered once: {failure}");

    acts(&mara);
    let second = asked();
    let back = journey.call("acceptance_answer", answer(&second, false, json!("Asked by mistake.")));
    assert_eq!(back["requests"][0]["state"]["taken_back"], true);

    let third = asked();
    let ranked =
        |roles: &[&str]| json!({ "id": executive, "name": "Runa Falk", "title": null, "roles": roles, "active": true });
    journey.call("person_save", ranked(&["reviewer"]));
    acts(&executive);
    let failure = journey.fails("acceptance_answer", answer(&third, true, Value::Null));
    let problem = json!({ "problem": "rank_too_low", "needed": "executive" });
    assert_eq!(failure["problem"], problem, "the rank counts on the day of the signature");
    acts(&mara);
    journey.call("person_save", ranked(&["executive"]));
    acts(&executive);
    let granted = journey.call("acceptance_answer", answer(&third, true, json!("Until April.")));
    assert_eq!(rule(&granted, "DATE-AGE")["standing"], json!({ "by": "accepted", "until": "2026-04-30" }));
    assert_eq!(granted["acceptances"][0]["recorded_by"], "Runa Falk", "signed as who acts");
    let history = journey.call("history", json!({ "before": null, "vendor": null, "limit": 1 }));
    assert_eq!(history[0]["op"], "acceptance.grant");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null);
}
