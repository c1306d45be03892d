//! What is typed in dialogs and not recorded: kept as it is, apart, until it is dropped.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn entered(journey: &Journey) -> Value {
    let vendor = json!({
        "id": null, "name": "Harbourlight Payroll, Inc.", "aliases": [], "service": null, "tier": null,
        "tier_reason": null, "owner": null, "notes": null,
    });
    journey.call("vendor_save", vendor)["row"]["id"].clone()
}

/// Each dialog by its name, with something half typed.
fn typed(vendor: &Value) -> Vec<(Value, Value)> {
    let result = json!({
        "licence": "active", "licensed_by": null, "peer_review": null, "peer_review_accepted_on": null,
        "first_report_on": null, "signals": [], "note": "half a sen",
    });
    let entry = json!({
        "dialog": "vendor", "name": "Nor", "aliases": "One\n", "service": "", "tier": null, "tier_reason": "",
        "owner": null, "notes": "",
    });
    let deviation = json!({
        "dialog": "deviation", "reason": "", "worst_case": "we", "compensations": "", "requester": null,
        "approver": null, "expires": null, "service": null,
    });
    vec![
        (json!({ "dialog": "vendor", "vendor": null }), entry),
        (json!({ "dialog": "tier", "vendor": vendor }), json!({ "dialog": "tier", "tier": "high", "reason": "they" })),
        (
            json!({ "dialog": "firm_check", "firm": "Merrow & Lisle LLP" }),
            json!({
                "dialog": "firm_check", "checked_on": null, "result": result,
                "proofs": { "licence": null, "peer_review": null },
            }),
        ),
        (json!({ "dialog": "deviation", "vendor": vendor, "rule": "DATE-AGE" }), deviation),
        (
            json!({ "dialog": "offboarding", "vendor": vendor }),
            json!({ "dialog": "offboarding", "reason": "dear", "owner": null, "ends_on": null, "data_plan": "" }),
        ),
    ]
}

#[test]
fn each_dialog_keeps_what_is_typed_until_it_is_dropped_and_the_log_knows_nothing_of_it() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey);
    let all = typed(&vendor);
    let history = || journey.call("history", json!({ "before": null, "vendor": null, "limit": 100 }));
    let before = history();
    for (at, draft) in &all {
        assert_eq!(journey.call("dialog_draft", at.clone()), Value::Null, "nothing is typed yet: {at}");
        journey.call("dialog_draft_keep", json!({ "at": at, "draft": draft }));
    }
    for (at, draft) in &all {
        assert_eq!(&journey.call("dialog_draft", at.clone()), draft, "as it was typed, right or wrong");
    }
    let another = json!({ "dialog": "vendor", "vendor": vendor });
    assert_eq!(journey.call("dialog_draft", another), Value::Null, "each vendor has a dialog of its own");
    assert_eq!(history(), before, "what is typed states nothing");

    journey.call("dialog_draft_keep", json!({ "at": all[2].0, "draft": null }));
    assert_eq!(journey.call("dialog_draft", all[2].0.clone()), Value::Null, "dropped");
    assert_eq!(journey.call("dialog_draft", all[3].0.clone()), all[3].1, "and no other with it");
}

#[test]
fn a_draft_of_another_dialog_or_by_somebody_who_may_not_record_it_is_refused() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey);
    let all = typed(&vendor);
    let crossed = json!({ "at": all[0].0, "draft": all[1].1 });
    assert_eq!(journey.fails("dialog_draft_keep", crossed)["code"], "invalid", "a tier is no vendor");
    let endless = json!({ "dialog": "firm_check", "firm": "x".repeat(301) });
    assert_eq!(journey.fails("dialog_draft_keep", json!({ "at": endless, "draft": all[2].1 }))["code"], "invalid");

    let privacy = json!({ "id": null, "name": "Ines Hale", "title": null, "roles": ["privacy_legal"], "active": true });
    let privacy = journey.call("person_save", privacy)["id"].clone();
    journey.call("actor_set", json!({ "person": privacy }));
    let keep = |of: usize| json!({ "at": all[of].0, "draft": all[of].1 });
    assert_eq!(journey.fails("dialog_draft_keep", keep(4))["ability"], "keep_vendors");
    assert_eq!(journey.fails("dialog_draft_keep", keep(3))["ability"], "decide");
    journey.call("dialog_draft_keep", keep(2));
}
