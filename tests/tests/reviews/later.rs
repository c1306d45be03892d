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
