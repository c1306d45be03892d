//! The register: services, contracts, continuity; the tier that follows; steps that say what is missing; checklists; the exit.

use countersign_tests::journey::Journey;
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn actor(journey: &Journey) -> Value {
    journey.call("session", json!({}))["workspace"]["actor"]["id"].clone()
}

fn entered(journey: &Journey, name: &str) -> Value {
    let vendor = json!({
        "id": null, "name": name, "aliases": [], "service": null, "tier": null, "tier_reason": null,
        "owner": actor(journey), "notes": null,
    });
    journey.call("vendor_save", vendor)["row"]["id"].clone()
}

/// A service with the answers that intake asks for; `more` overrides.
fn service(more: &Value) -> Value {
    let mut part = json!({
        "part": "service", "id": null, "name": "Payroll", "purpose": "Pays everybody.", "users": null,
        "data": ["personal_as_processor", "payment_account"], "data_locations": null,
        "access": "production_or_system", "integration": "deep", "dependence": "stops_work", "tolerable_outage": 8,
        "substitutability": "not", "regulated": true, "feeds_financial_statements": null,
        "sole_processor_of_customer_data": false, "in_our_soc2": false, "sla_relied_on": null,
        "privacy_commitments_relied_on": null, "ai_on_our_data": "no", "subprocessors": [],
    });
    merge(&mut part, more);
    part
}

fn contract(more: &Value) -> Value {
    let mut part = json!({
        "part": "contract", "id": null, "title": "Master agreement", "start": "2025-06-01", "end": "2026-05-31",
        "renewal": "automatic", "renewal_months": 12, "notice_days": 60, "amount_minor": 120_000, "currency": "EUR",
        "breach_notice": 72, "audit_right": null, "return_or_deletion": true, "right_to_reports": null,
        "subprocessor_notice": null, "data_processing_agreement": true, "ai_terms": null, "governing_law": null,
    });
    merge(&mut part, more);
    part
}

fn merge(part: &mut Value, more: &Value) {
    for (name, value) in more.as_object().expect("an object") {
        part[name] = value.clone();
    }
}

fn save(journey: &Journey, vendor: &Value, part: &Value) -> Value {
    journey.call("register_save", json!({ "vendor": vendor, "part": part }))
}

fn gaps(steps: &Value) -> Vec<(String, Vec<String>)> {
    let text = |value: &Value| value.as_str().expect("a name").to_owned();
    let steps = steps.as_array().expect("steps");
    steps
        .iter()
        .map(|step| {
            (text(&step["step"]), step["gaps"].as_array().expect("gaps").iter().map(|gap| text(&gap["gap"])).collect())
        })
        .collect()
}

#[test]
fn the_tier_follows_from_the_answers_and_is_worked_out_again_when_they_change() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    let none = journey.fails("tier_assign", json!({ "vendor": vendor, "tier": null, "reason": null }));
    assert_eq!((&none["code"], &none["missing"][0]["gap"]), (&json!("not_ready"), &json!("service")), "{none}");

    let half = save(&journey, &vendor, &service(&json!({ "dependence": null, "integration": null })));
    assert_eq!(half["tiering"]["proposed"], "high", "four, four, two and one, with regulated data in production");
    assert_eq!(half["tiering"]["settled"], false, "open answers could raise it");
    assert_eq!(gaps(&half["missing"])[0], ("assign_tier".to_owned(), vec!["dependence".to_owned()]));
    let id = half["services"][0]["id"].clone();
    let whole = save(&journey, &vendor, &service(&json!({ "id": id })));
    let arithmetic = &whole["tiering"]["services"][0];
    assert_eq!((&arithmetic["score"], &arithmetic["tier"]), (&json!(17), &json!("critical")), "practice.md §4.1");

    let assigned = journey.call("tier_assign", json!({ "vendor": vendor, "tier": null, "reason": null }));
    assert_eq!(assigned["tiering"]["assigned"]["tier"], "critical");
    assert_eq!(assigned["tiering"]["events"], json!([]), "nothing has changed since");
    let view = journey.call("vendor", json!({ "vendor": vendor }));
    assert_eq!(view["row"]["stage"], "tiered", "who has a class has passed intake");
    assert!(view["tier_reason"].as_str().is_some_and(|why| why.contains("17 of 17")), "the sum is the reason: {view}");

    let more = service(
        &json!({ "id": id, "data": ["personal_as_processor", "payment_account", "source_code"], "subprocessors": ["Lowmoor Hosting"] }),
    );
    let changed = save(&journey, &vendor, &more);
    let events: Vec<&Value> =
        changed["tiering"]["events"].as_array().expect("events").iter().map(|it| &it["event"]).collect();
    assert_eq!(events, ["new_data", "new_subprocessor"], "the class may not hold any more");

    let by_hand = json!({ "vendor": vendor, "tier": "high", "reason": null });
    assert_eq!(journey.fails("tier_assign", by_hand)["field"], "reason", "by hand only with a reason");
    let reasoned = json!({ "vendor": vendor, "tier": "high", "reason": "We keep a second payroll service ready." });
    let chosen = journey.call("tier_assign", reasoned);
    assert_eq!(chosen["tiering"]["assigned"]["overridden"], true);
    assert_eq!(chosen["tiering"]["assigned"]["computed"], "critical", "what the answers gave stays beside it");
    assert_eq!(chosen["tiering"]["events"], json!([]), "it was looked at with the new answers");
}

#[test]
fn what_is_wrong_is_said_at_its_field_and_the_log_names_the_field_that_changed() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    let wrong = |part: Value| {
        let failure = journey.fails("register_save", json!({ "vendor": vendor, "part": part }));
        (failure["field"].as_str().unwrap_or_default().to_owned(), failure["problem"]["problem"].clone())
    };
    let at = |field: &str, problem: &str| (field.to_owned(), json!(problem));
    assert_eq!(wrong(contract(&json!({ "end": "2024-01-01" }))), at("end", "ends_before_it_starts"));
    assert_eq!(wrong(contract(&json!({ "start": "0206-01-01" }))), at("start", "implausible_day"));
    assert_eq!(wrong(contract(&json!({ "notice_days": 99_999_999_999_i64 }))), at("notice_days", "out_of_range"));
    assert_eq!(wrong(contract(&json!({ "renewal": "ends" }))), at("renewal_months", "ends_and_renews"));
    assert_eq!(wrong(contract(&json!({ "currency": "euros" }))), at("currency", "no_currency"));
    assert_eq!(wrong(contract(&json!({ "title": " " }))), at("title", "empty"));
    assert_eq!(wrong(service(&json!({ "tolerable_outage": -1 }))), at("tolerable_outage", "out_of_range"));
    let contacts = json!({ "part": "contacts", "contacts": [{ "name": "Desk", "role": null, "email": "nowhere", "phone": null }] });
    assert_eq!(wrong(contacts), at("contacts.0.email", "no_email"));
    let nda = json!({ "part": "nda", "state": "missing", "signed_on": "2025-01-01", "until": null });
    assert_eq!(wrong(nda), at("signed_on", "nothing_agreed"));

    let view = save(&journey, &vendor, &contract(&json!({})));
    let saved = &view["contracts"][0];
    assert_eq!(
        (&saved["notice_deadline"], &saved["days_left"]),
        (&json!("2026-04-01"), &json!(15)),
        "60 days before the end"
    );
    let id = saved["contract"]["id"].clone();
    save(&journey, &vendor, &contract(&json!({ "id": id, "notice_days": 90 })));
    let entry = &journey.call("vendor", json!({ "vendor": vendor }))["history"][0];
    assert_eq!(entry["op"], "vendor.profile");
    let expected = json!({ "contracts.Master agreement.term.notice_days": { "was": 60, "became": 90 } });
    assert_eq!(entry["detail"], expected, "the field, and nothing else of the profile");
    journey.call("register_remove", json!({ "vendor": vendor, "item": id }));
    assert_eq!(journey.fails("register_remove", json!({ "vendor": vendor, "item": id }))["code"], "not_found");
}

#[test]
fn what_is_typed_survives_until_it_is_saved() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    let editor = json!({ "vendor": vendor, "part": "service", "item": null });
    let typed = service(&json!({ "name": "", "tolerable_outage": -5 }));
    journey.call("register_draft_keep", json!({ "editor": editor, "draft": typed }));
    assert_eq!(journey.call("register_draft", editor.clone()), typed, "as it was typed, right or wrong");
    save(&journey, &vendor, &service(&json!({})));
    assert_eq!(journey.call("register_draft", editor), Value::Null, "saved, so nothing is left to keep");
}

#[test]
fn a_step_for_which_something_is_missing_is_refused_with_the_list() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    save(&journey, &vendor, &service(&json!({})));
    journey.call("tier_assign", json!({ "vendor": vendor, "tier": null, "reason": null }));
    let register = journey.call("register", json!({ "vendor": vendor }));
    let steps = gaps(&register["steps"]);
    assert!(steps.contains(&("request_evidence".to_owned(), vec!["nda".to_owned()])), "{steps:?}");
    assert!(steps.contains(&("start_review".to_owned(), vec!["evidence".to_owned()])), "{steps:?}");
    let step = |step: &str| json!({ "vendor": vendor, "step": step });
    let refused = journey.fails("vendor_move", step("request_evidence"));
    assert_eq!((&refused["code"], &refused["missing"][0]["gap"]), (&json!("not_ready"), &json!("nda")));
    save(&journey, &vendor, &json!({ "part": "nda", "state": "signed", "signed_on": "2026-01-05", "until": null }));
    assert_eq!(journey.call("vendor_move", step("request_evidence"))["row"]["stage"], "evidence_requested");

    // Without a report the alternative path has to be chosen, with its reason on the checklist.
    assert_eq!(journey.fails("vendor_move", step("start_review"))["missing"][0]["gap"], "evidence");
    let tick = json!({
        "vendor": vendor, "checklist": "due_diligence", "item": "alternative-path", "state": "done",
        "note": "First report is due in autumn; questionnaire and test summary until then.", "proof": null,
    });
    journey.call("checklist_tick", tick);
    assert_eq!(journey.call("vendor_move", step("start_review"))["row"]["stage"], "in_review");
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor }));
    let told = |caution: &Value| caution["caution"] == "missing";
    assert!(!sheet["cautions"].as_array().is_some_and(|all| all.iter().any(told)), "all was answered: {sheet}");
}

#[test]
fn a_report_without_an_agreement_is_told_and_a_decision_stays_possible() {
    let journey = Journey::with_workspace(READER);
    let document = journey.received();
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    let filing = json!({ "document": document, "vendor": { "target": "existing", "vendor": vendor } });
    journey.call("document_file", filing);
    let register = journey.call("register", json!({ "vendor": vendor }));
    assert_eq!(register["held_without_nda"], true);
    let sheet = journey.call("decision_prepare", json!({ "vendor": vendor }));
    let told: Vec<&Value> =
        sheet["cautions"].as_array().expect("cautions").iter().filter(|it| it["caution"] == "missing").collect();
    assert_eq!(told.len(), 1, "no service was entered; the owner is known: {told:?}");
    let decision = json!({
        "vendor": vendor, "outcome": "approved", "reason": "Looked at together.", "conditions": [],
        "signers": [actor(&journey)], "next_review": "2027-03-17",
        "residual": { "level": "medium", "words": "A late notice of a breach." },
    });
    journey.call("decision_record", decision);
    let rows = journey.call("vendors", json!({}));
    assert!(rows[0]["missing"].as_u64() > Some(1), "what was passed without an answer stays on the list: {rows}");
}

#[test]
fn checklists_are_the_organisation_s_own_and_ticked_with_proof() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    let lists = journey.call("checklists", json!({ "vendor": vendor }));
    assert_eq!(lists.as_array().map(Vec::len), Some(7), "the seven lists of practice.md §6");
    assert_eq!((&lists[0]["checklist"], &lists[0]["current"]), (&json!("intake"), &json!(true)));

    let mut items = journey.call("checklist_templates", json!({}))[0]["items"].as_array().expect("items").clone();
    items.truncate(2);
    items.push(json!({ "id": null, "text": "Works council told", "from_tier": null, "mandatory": true, "proof": true, "source": null, "fixed": false }));
    let saved = journey.call("checklist_save", json!({ "checklist": "intake", "items": items }));
    assert_eq!((saved[0]["items"].as_array().map(Vec::len), &saved[0]["changed"]), (Some(3), &json!(true)));
    let own = saved[0]["items"][2]["id"].clone();
    let tick = |state: &str, note: Value, proof: Value| json!({ "vendor": vendor, "checklist": "intake", "item": own, "state": state, "note": note, "proof": proof });
    let refused = journey.fails("checklist_tick", tick("done", Value::Null, Value::Null));
    assert_eq!((&refused["field"], &refused["problem"]["problem"]), (&json!("proof"), &json!("proof_missing")));
    assert_eq!(journey.fails("checklist_tick", tick("not_needed", Value::Null, Value::Null))["field"], "note");
    let document = journey.received();
    let stranger = tick("done", Value::Null, document.clone());
    assert_eq!(
        journey.fails("checklist_tick", stranger)["field"],
        "proof",
        "only what is filed with this vendor proves it"
    );
    journey
        .call("document_file", json!({ "document": document, "vendor": { "target": "existing", "vendor": vendor } }));
    let ticked = journey.call("checklist_tick", tick("done", json!("Minutes of 3 March"), document));
    assert_eq!(ticked[0]["settled"], 1);

    let fixed = journey.fails("checklist_save", json!({ "checklist": "offboarding", "items": [] }));
    assert_eq!(fixed["field"], "items", "the check after the exit cannot be taken off its list");
    let back = journey.call("checklist_save", json!({ "checklist": "intake", "items": null }));
    assert_eq!(back[0]["changed"], false, "as the program brought it");
}

#[test]
fn an_exit_is_planned_proved_and_closed_after_thirty_days() {
    let journey = Journey::with_workspace(READER);
    let vendor = entered(&journey, "Harbourlight Payroll, Inc.");
    let document = journey.received();
    journey
        .call("document_file", json!({ "document": document, "vendor": { "target": "existing", "vendor": vendor } }));
    journey.call("tier_assign", json!({ "vendor": vendor, "tier": "medium", "reason": "Little depends on it." }));
    let decision = json!({
        "vendor": vendor, "outcome": "approved", "reason": "Fits.", "conditions": [], "signers": [actor(&journey)],
        "next_review": "2027-03-17",
        "residual": { "level": "medium", "words": "A late notice of a breach." },
    });
    journey.call("decision_record", decision);
    let step = |step: &str| json!({ "vendor": vendor, "step": step });
    assert_eq!(journey.fails("vendor_move", step("start_offboarding"))["missing"][0]["gap"], "offboarding");
    let plan = |ends_on: Value| {
        json!({ "vendor": vendor, "reason": "Replaced by our own system.", "owner": actor(&journey), "ends_on": ends_on,
                "data_plan": "Exported in March, deleted by the end." })
    };
    assert_eq!(journey.fails("offboarding_plan", plan(Value::Null))["field"], "ends_on");
    let planned = journey.call("offboarding_plan", plan(json!("2026-03-01")));
    assert_eq!(planned["offboarding"]["check_from"], "2026-03-31", "30 days after the end");
    assert_eq!(journey.call("vendor", json!({ "vendor": vendor }))["row"]["stage"], "offboarding");

    let refused = journey.fails("vendor_move", step("close"));
    assert_eq!(refused["code"], "not_ready");
    let lists = journey.call("checklists", json!({ "vendor": vendor }));
    let exit = lists.as_array().expect("lists").iter().find(|list| list["checklist"] == "offboarding").expect("a list");
    for entry in exit["items"].as_array().expect("items") {
        let proof = if entry["item"]["proof"] == true { document.clone() } else { Value::Null };
        journey.call(
            "checklist_tick",
            json!({ "vendor": vendor, "checklist": "offboarding", "item": entry["item"]["id"], "state": "done", "note": null, "proof": proof }),
        );
    }
    let early = journey.fails("vendor_move", step("close"));
    let missing = early["missing"].as_array().expect("a list");
    assert_eq!(missing.len(), 1, "all is proved but the check, which was too early: {missing:?}");
    assert_eq!((&missing[0]["gap"], &missing[0]["from"]), (&json!("post_exit_check"), &json!("2026-03-31")));
    // The end was earlier than first written: 30 days have passed since.
    journey.call("offboarding_plan", plan(json!("2026-02-13")));
    assert_eq!(journey.call("vendor_move", step("close"))["row"]["stage"], "closed");
}
