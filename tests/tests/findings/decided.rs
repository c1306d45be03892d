//! Findings of a report followed up together, and what a decision makes of one that is assessed later.

use super::*;

#[test]
fn all_are_followed_up_at_once_and_changed_together_or_not_at_all() {
    let case = case();
    let journey = &case.journey;
    let owner = person(journey, "Odo Brandt", &["security_owner"]);
    let all = journey.call("findings_follow_up", json!({ "vendor": case.vendor }));
    let keys: Vec<Value> =
        all["findings"].as_array().expect("a list").iter().map(|finding| finding["key"].clone()).collect();
    assert_eq!(keys.len(), 2);
    assert_eq!(case.rule()["outcome"], "missing", "recorded is not judged: {}", case.rule());
    let change = json!({ "keys": keys, "change": { "change": "owner", "owner": owner } });
    let changed = journey.call("findings_change", change);
    assert!(changed["findings"].as_array().is_some_and(|all| all.iter().all(|one| one["owner_name"] == "Odo Brandt")));
    let asked =
        journey.call("findings_move", json!({ "keys": keys, "step": { "step": "ask", "answer_by": "2026-04-01" } }));
    assert!(asked["findings"].as_array().is_some_and(|all| all.iter().all(|one| one["status"] == "with_vendor")));
    case.assess("CC6.2.1", "limited", "indirect");
    let reason = json!({ "step": "not_applicable", "reason": "We do not use it." });
    let failure = journey.fails("findings_move", json!({ "keys": keys, "step": reason }));
    assert_eq!(failure["problem"]["problem"], "not_assessed", "one of them is not judged: {failure}");
    assert!(case.findings().iter().all(|one| one["status"] == "with_vendor"), "so none of them went");
    let touching = case.assess("A1.3.2", "severe", "direct");
    let failure = case.refused(&touching, reason.clone());
    assert_eq!(failure["problem"]["problem"], "touches_us");
    assert_eq!(case.step(&case.of("CC6.2.1"), reason)["status"], "not_applicable");
    let added = journey.call(
        "finding_add",
        json!({
            "vendor": case.vendor, "title": "No agreement on data processing", "description": "The contract has none.",
            "rule": null, "criteria": [],
        }),
    );
    assert_eq!(
        (&added["findings"][0]["source"]["source"], &added["findings"][0]["number"]),
        (&json!("hand"), &json!(3))
    );
}

#[test]
fn a_finding_that_is_assessed_after_the_decision_makes_it_stale() {
    let case = case();
    let journey = &case.journey;
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let executive = person(journey, "Runa Falk", &["executive"]);
    case.assess("CC6.2.1", "limited", "indirect");
    case.assess("A1.3.2", "limited", "indirect");
    let sheet = journey.call("decision_prepare", json!({ "vendor": case.vendor }));
    let words = sheet["residual"]["words"].as_str().expect("what the exceptions say");
    assert!(words.contains("EX-001 (") && words.contains("EX-002 ("), "{words}");
    let decision = json!({
        "vendor": case.vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
        "signers": [mara, executive], "next_review": "2027-03-17", "residual": sheet["residual"],
    });
    journey.call("decision_record", decision);
    let stale = || {
        let today = journey.call("today", json!({}));
        today["items"].as_array().is_some_and(|items| items.iter().any(|item| item["kind"] == "decision_stale"))
    };
    assert!(!stale(), "nothing has changed yet");
    case.assess("A1.3.2", "severe", "direct");
    assert!(stale(), "what it rested on is graver now");
}
