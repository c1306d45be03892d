//! What becomes of a review and its decision when something comes later: another report, another policy, another answer.

use super::vendor;
use countersign_tests::report::Report;
use serde_json::{Value, json};

fn rule<'v>(evaluation: &'v Value, code: &str) -> &'v Value {
    let rules = evaluation["rules"].as_array().expect("rules are a list");
    rules.iter().find(|rule| rule["code"] == code).unwrap_or_else(|| panic!("{code} is among {rules:?}"))
}

#[test]
fn a_report_that_comes_after_the_review_is_not_passed_by_its_answers() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let service = json!({
        "part": "service", "id": null, "name": "Payroll for everybody", "purpose": null, "users": null, "data": null,
        "data_locations": null, "access": null, "integration": null, "dependence": null, "tolerable_outage": null,
        "substitutability": null, "regulated": null, "feeds_financial_statements": null,
        "sole_processor_of_customer_data": null, "in_our_soc2": null, "sla_relied_on": null,
        "privacy_commitments_relied_on": null, "ai_on_our_data": null, "subprocessors": null,
    });
    journey.call("register_save", json!({ "vendor": vendor.id, "part": service }));
    vendor.reviewed();
    let evaluation = journey.call("vendor_evaluation", json!({ "vendor": vendor.id }));
    for code in ["ENTITY-COMPANY", "ENTITY-PRODUCT", "REPORT-COMPLETE"] {
        assert_eq!(rule(&evaluation, code)["outcome"], "pass", "{code} is answered by the review: {evaluation}");
    }
    let report = Report {
        organization: "Tidewrack Freight Ltd",
        system: "Tidewrack Planner",
        from: "February 1, 2025",
        to: "January 31, 2026",
        dated: "March 2, 2026",
        ..Report::default()
    };
    let target = json!({ "target": "existing", "vendor": vendor.id });
    let path = journey.file("tidewrack.pdf", &report.pdf());
    journey.receive_for(&path, target).expect("the vendor is in the register");
    let evaluation = journey.call("vendor_evaluation", json!({ "vendor": vendor.id }));
    assert_eq!(
        rule(&evaluation, "ENTITY-COMPANY")["outcome"],
        "fail",
        "nobody said that this is the vendor: {evaluation}"
    );
    assert_eq!(rule(&evaluation, "ENTITY-PRODUCT")["outcome"], "missing", "{evaluation}");
    assert_eq!(evaluation["verdict"], "escalate");
    let reader = rule(&evaluation, "PROCESS-SECOND-READER");
    assert_eq!(reader["outcome"], "missing", "the review did not look at it: {reader}");
}

#[test]
fn what_a_draft_of_the_policy_would_change_is_what_screens_show() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let review = vendor.start()["row"]["id"].clone();
    vendor.answer_all(&review);
    vendor.answer(&review, "B5", "No", "fail", "The contract promises more.");
    vendor.sign_and_finish(&review);
    let shown = journey.call("vendor_evaluation", json!({ "vendor": vendor.id }));
    assert_eq!(shown["verdict"], "escalate", "a person failed it");
    let stricter = json!({ "changes": [{ "path": "tiers.critical.max_age_months", "value": 1 }], "whole": null });
    let check = journey.call("policy_check", stricter);
    assert_eq!(check["flips"], json!([]), "it escalates before and after: {check}");
}

#[test]
fn a_change_in_the_register_and_a_graver_verdict_make_a_decision_stale() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let stale = |decision: &Value| journey.call("decision", json!({ "decision": decision["id"] }))["stale"].clone();
    vendor.reviewed();
    let decision = vendor.decide(&[&vendor.mara, &vendor.second]);
    assert_eq!(stale(&decision), json!([]), "nothing has changed yet");
    let nda = json!({ "part": "nda", "state": "signed", "signed_on": "2026-03-01", "until": null });
    journey.call("register_save", json!({ "vendor": vendor.id, "part": nda }));
    let said = stale(&decision);
    let register = said.as_array().expect("a list").iter().find(|one| one["stale"] == "register");
    assert_eq!(register.expect("the register says otherwise")["what"], "Confidentiality", "{said}");
}

#[test]
fn who_signs_is_told_what_speaks_against_an_approval() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let told = |outcome: &str, signers: &[&Value]| {
        let choice = json!({ "vendor": vendor.id, "outcome": outcome, "signers": signers });
        let cautions = journey.call("decision_concerns", choice);
        let names = cautions.as_array().expect("a list").iter().map(|one| one["caution"].clone());
        names.collect::<Vec<_>>()
    };
    let reader = journey.call(
        "person_save",
        json!({ "id": null, "name": "Ines Hale", "title": null, "roles": ["reviewer"], "active": true }),
    )["id"]
        .clone();
    let concerns = told("approved", &[&reader]);
    assert!(concerns.contains(&json!("role_uncovered")), "a reviewer fills no role of the policy: {concerns:?}");
    assert!(concerns.contains(&json!("against_verdict")), "nothing is answered yet: {concerns:?}");
    assert_eq!(told("rejected", &[&reader]), Vec::<Value>::new(), "nothing is approved");
}

#[test]
fn a_deviation_that_is_ended_makes_the_decision_that_rested_on_it_stale() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let stricter = json!({ "changes": [{ "path": "tiers.critical.max_age_months", "value": 1 }], "whole": null });
    journey.call("policy_save", json!({ "draft": stricter, "based_on": 1, "reason": "Fresh reports." }));
    let granted = journey.approved(json!({
        "vendor": vendor.id, "rule": "DATE-AGE", "reason": "The next report comes in April.",
        "worst_case": "We learn of it in April.", "compensations": "We read the incident page every week.",
        "requester": vendor.mara, "approver": vendor.second, "expires": "2026-04-30",
    }));
    vendor.reviewed();
    let decision = vendor.decide(&[&vendor.mara, &vendor.second]);
    let stale = || journey.call("decision", json!({ "decision": decision["id"] }))["stale"].clone();
    assert_eq!(stale(), json!([]), "nothing has changed yet");
    let end = json!({ "acceptance": granted["acceptances"][0]["id"], "why": "The incident page is gone." });
    journey.call("acceptance_end", end);
    let said = stale();
    let [answer] = &said.as_array().expect("a list")[..] else { panic!("one thing changed: {said}") };
    assert_eq!(
        (&answer["stale"], &answer["code"], &answer["was"]),
        (&json!("answer"), &json!("DATE-AGE"), &json!("accepted"))
    );
}

#[test]
fn another_requester_makes_a_decision_stale() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let asked_by = |person: &Value| {
        let part = json!({
            "part": "company", "legal_name": null, "identifiers": [], "affiliates": [], "website": null, "sponsor": null,
            "requester": person, "replaces": null, "needed_by": null, "tags": [],
        });
        journey.call("register_save", json!({ "vendor": vendor.id, "part": part }));
    };
    asked_by(&vendor.second);
    vendor.reviewed();
    let decision = vendor.decide(&[&vendor.mara, &vendor.second]);
    let stale = || journey.call("decision", json!({ "decision": decision["id"] }))["stale"].clone();
    assert_eq!(stale(), json!([]), "nothing has changed yet");
    asked_by(&vendor.mara);
    let said = stale();
    let asked = said.as_array().expect("a list").iter().find(|one| one["what"] == "Asked for by");
    let asked = asked.unwrap_or_else(|| panic!("who asked is another: {said}"));
    assert_eq!((&asked["was"], &asked["now"]), (&json!("Ilse Brandt"), &json!("Mara Lind")));
}

#[test]
fn who_signs_below_the_rank_that_a_failure_needs_is_told_which_one_it_is() {
    let vendor = vendor();
    let journey = &vendor.journey;
    let stricter = json!({ "changes": [{ "path": "tiers.critical.max_age_months", "value": 1 }], "whole": null });
    journey.call("policy_save", json!({ "draft": stricter, "based_on": 1, "reason": "Fresh reports." }));
    assert_eq!(journey.call("vendor_evaluation", json!({ "vendor": vendor.id }))["verdict"], "escalate");
    let reader = journey.call(
        "person_save",
        json!({ "id": null, "name": "Ines Hale", "title": null, "roles": ["reviewer"], "active": true }),
    )["id"]
        .clone();
    let ranks = |signer: &Value| {
        let choice = json!({ "vendor": vendor.id, "outcome": "approved", "signers": [signer] });
        let concerns = journey.call("decision_concerns", choice);
        let all = concerns.as_array().expect("a list").iter().filter(|one| one["caution"] == "rank_too_low");
        all.cloned().collect::<Vec<_>>()
    };
    assert_eq!(ranks(&reader), [json!({ "caution": "rank_too_low", "needed": "executive" })]);
    assert_eq!(ranks(&vendor.second), Vec::<Value>::new(), "an executive stands high enough");
}
