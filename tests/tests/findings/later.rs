//! What becomes of an exception when something comes later: a second person who disagrees, an incident, another report.

use super::{Case, case, clean, filed, person, person_as_founder};
use countersign_tests::report::{CHANGES, LEAVERS, RESTORE, Report, Tested};
use serde_json::{Value, json};

impl Case {
    /// Approves the vendor, so that it is in use.
    pub(super) fn approve(&self, signers: &[&Value]) {
        let decision = json!({
            "vendor": self.vendor, "outcome": "approved", "reason": "It covers what we use.", "conditions": [],
            "signers": signers, "next_review": "2027-03-17",
            "residual": { "level": "medium", "words": "A late notice." },
        });
        self.journey.call("decision_record", decision);
    }

    /// Files something that the vendor sent, of long ago and of that day.
    pub(super) fn proof(&self, dated: &'static str) -> Value {
        let sent = Report { from: "January 1, 2022", to: "June 30, 2022", dated, ..Report::default() };
        let path = self.journey.file(&format!("proof {dated}.pdf"), &sent.pdf());
        let proof = self.journey.receive(&path)["state"]["document"].clone();
        let vendor = json!({ "target": "existing", "vendor": self.vendor });
        self.journey.call("document_file", json!({ "document": proof, "vendor": vendor }));
        proof
    }

    /// What Today says of the vendor's exceptions of that kind.
    pub(super) fn today(&self, kind: &str) -> Vec<Value> {
        let today = self.journey.call("today", json!({}));
        let items = today["items"].as_array().expect("items");
        items.iter().filter(|item| item["kind"] == kind).cloned().collect()
    }
}

#[test]
fn a_second_person_who_disagrees_with_a_verification_sends_it_back() {
    let case = case();
    let journey = &case.journey;
    let security = person(journey, "Odo Brandt", &["security_owner"]);
    let executive = person(journey, "Runa Falk", &["executive"]);
    let high = case.assess("CC6.2.1", "severe", "direct");
    case.assess("A1.3.2", "limited", "indirect");
    case.approve(&[&security, &executive]);
    let asked = case.step(&high, json!({ "step": "ask", "answer_by": "2026-03-27" }));
    let received =
        case.step(&asked, json!({ "step": "receive", "evidence": case.proof("August 1, 2022"), "page": null }));
    let verify = json!({ "step": "verify", "by": security, "note": "Ten cases of February were looked at." });
    let verified = case.step(&received, verify.clone());
    assert_eq!(
        (&verified["status"], &verified["settled"]),
        (&json!("verified"), &json!(false)),
        "somebody is to close it"
    );
    let rule = case.rule();
    let found = rule["found"].as_str().expect("what is found");
    assert!(found.contains("high 1") && found.contains("1 of them verified and not closed"), "{rule}");
    let open = journey.call("vendors", json!({}))[0]["open_exceptions"].clone();
    assert_eq!(open, json!(2), "in the register, too");
    let waits = case.today("finding_to_close");
    assert_eq!(waits.len(), 1, "{waits:?}");
    let reason = waits[0]["reason"].as_str().expect("a reason");
    assert!(reason.contains("Verified by Odo Brandt") && reason.contains("second person"), "{reason}");

    let back = case.step(&verified, json!({ "step": "ask", "answer_by": "2026-04-10" }));
    assert_eq!((&back["status"], &back["verified_by"]), (&json!("with_vendor"), &Value::Null), "nobody vouches for it");
    assert_eq!(case.today("finding_to_close"), Vec::<Value>::new());
    let second = case.proof("August 2, 2022");
    let on_page = |page: u32| json!({ "step": "receive", "evidence": second, "page": page });
    assert_eq!(case.refused(&back, on_page(4000))["field"], "page", "it has no such page");
    let received = case.step(&back, on_page(2));
    let proofs = received["proofs"].as_array().expect("what was sent");
    assert_eq!(proofs.len(), 2, "the first stays: {proofs:#?}");
    assert_eq!((&proofs[1]["page"], &proofs[1]["by"]), (&json!(2), &json!("Mara Lind")));
    assert_eq!(proofs[1]["file_name"], "proof August 2, 2022.pdf");
    let verified = case.step(&received, verify);
    let opened = case.step(&verified, json!({ "step": "reopen", "reason": "The sample was of another service." }));
    assert_eq!((&opened["status"], &opened["verified_by"]), (&json!("open"), &Value::Null));
    let low = case.assess("A1.3.2", "limited", "indirect");
    let asked = case.step(&low, json!({ "step": "ask", "answer_by": "2026-04-10" }));
    let received =
        case.step(&asked, json!({ "step": "receive", "evidence": case.proof("August 3, 2022"), "page": null }));
    let verify = json!({ "step": "verify", "by": security, "note": "The restore of April was watched." });
    let verified = case.step(&received, verify);
    assert!(case.today("finding_to_close")[0]["reason"].as_str().is_some_and(|why| why.contains("can be closed")));
    let odo = person_as_founder(journey, "Ilse Brandt", &["security_owner"]);
    journey.call("actor_set", json!({ "person": odo }));
    assert_eq!(case.step(&verified, json!({ "step": "close" }))["settled"], true);
}

#[test]
fn an_incident_after_the_grant_opens_what_was_accepted() {
    let case = case();
    let journey = &case.journey;
    let security = person(journey, "Odo Brandt", &["security_owner"]);
    let executive = person(journey, "Runa Falk", &["executive"]);
    let incident = |on: &str| {
        let noted = json!({
            "id": null, "vendor": case.vendor, "kind": "incident", "on": on, "what": "Somebody got in.",
            "source": "A newspaper", "told_by_vendor": null, "retier": false, "review_by": null, "evidence": null,
            "open_finding": null,
        });
        journey.call("monitoring_save", noted)["entries"][0].clone()
    };
    let accept = json!({
        "step": "accept", "reason": "We look ourselves.", "worst_case": "A week without it.",
        "compensations": "We export every month.", "plan": "The vendor mends it.", "residual": "medium",
        "requester": security, "approver": executive, "expires": "2026-05-01",
    });
    incident("2026-03-01");
    let restore = case.assess("A1.3.2", "severe", "direct");
    case.assess("CC6.2.1", "limited", "indirect");
    journey.pass(1);
    assert_eq!(
        case.accepted(&restore, accept.clone())["status"],
        "accepted",
        "who grants it knows of what was noted before"
    );
    case.approve(&[&security, &executive]);
    assert_eq!(case.rule()["outcome"], "warn", "{}", case.rule());
    journey.pass(1);
    // It happened before the grant; nobody knew.
    let entry = incident("2026-03-16");
    let opened = case.of("A1.3.2");
    assert_eq!(opened["status"], "open", "{opened:#}");
    let state = json!({ "state": "overtaken", "with": "the incident of 16 March 2026" });
    assert_eq!(opened["acceptance"]["state"], state);
    assert_eq!(case.rule()["outcome"], "fail", "{}", case.rule());
    let due = case.today("finding_due");
    let fell =
        |item: &Value| item["reason"].as_str().is_some_and(|why| why.contains("fell with the incident of 16 March"));
    assert!(due.iter().any(fell), "{due:#?}");
    let risk = journey.call("vendors", json!({}))[0]["at_risk"].clone();
    assert!(risk.as_array().is_some_and(|all| all.iter().any(|one| one["why"] == "acceptance_ended")), "{risk:#}");
    journey.call("monitoring_close", json!({ "id": entry["id"], "note": "Nothing of ours was touched." }));
    assert_eq!(case.of("A1.3.2")["status"], "open", "who still takes the risk grants it anew");
    assert_eq!(case.accepted(&case.of("A1.3.2"), accept)["status"], "accepted");
}

/// The report of the next year on a system of that name.
fn next_year(system: &'static str, tested: Vec<Tested>) -> Report {
    Report {
        system,
        from: "January 1, 2026",
        to: "December 31, 2026",
        dated: "February 12, 2027",
        tested,
        ..Report::default()
    }
}

#[test]
fn the_next_report_is_known_though_the_name_of_the_system_grew() {
    let case = case();
    let recorded = case.assess("CC6.2.1", "limited", "indirect");
    case.journey.on("2027-03-01");
    let next = next_year("Harbourlight Pay and Time System", vec![clean(LEAVERS), CHANGES, RESTORE]);
    filed(&case.journey, &next, Some(&case.vendor));
    let old = case.findings().into_iter().find(|one| one["key"] == recorded["key"]).expect("it stays");
    assert_eq!(old["source"]["current"], false, "a later report has taken the place of its own: {old:#}");
    assert!(old["tested_clean"]["page"].is_u64(), "{old:#}");
    let restore: Vec<Value> = case.findings().into_iter().filter(|one| one["control_id"] == "A1.3.2").collect();
    assert_eq!(restore.len(), 1, "what nobody had recorded is stated by the later report alone: {restore:#?}");
    assert_eq!(restore[0]["proposed"]["history"], "repeat");
}

#[test]
fn what_was_accepted_before_is_accepted_anew_by_executives_only() {
    let case = case();
    let security = person(&case.journey, "Odo Brandt", &["security_owner"]);
    let executive = person(&case.journey, "Runa Falk", &["executive"]);
    let mara = case.journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let low = case.assess("CC6.2.1", "limited", "indirect");
    let accept = |approver: &Value, expires: &str| {
        json!({
            "step": "accept", "reason": "We look ourselves.", "worst_case": "A leaver reads on.",
            "compensations": "We list them every month.", "plan": "The vendor mends it.", "residual": "low",
            "requester": mara, "approver": approver, "expires": expires,
        })
    };
    let offered = |finding: &Value| {
        let steps = finding["steps"].as_array().expect("steps");
        steps.iter().find(|step| step["step"] == "accept").expect("it can be accepted").clone()
    };
    assert_eq!(offered(&low)["again"], false);
    // Taken back on the same day: that was a mistake of the pen, and no year of living with it.
    let mistaken = case.accepted(&low, accept(&security, "2026-03-20"));
    case.step(&mistaken, json!({ "step": "reopen", "reason": "The wrong day." }));
    let accepted = case.accepted(&case.of("CC6.2.1"), accept(&security, "2026-04-20"));
    assert_eq!(accepted["status"], "accepted");
    case.journey.on("2026-04-21");
    let open = case.of("CC6.2.1");
    let step = offered(&open);
    assert_eq!((&step["again"], &step["rank"]), (&json!(true), &json!("executive")), "{step}");
    let failure = case.refused(&open, accept(&security, "2026-06-20"));
    assert_eq!(failure["problem"], json!({ "problem": "rank_too_low", "needed": "executive" }));
    assert_eq!(case.accepted(&open, accept(&executive, "2026-06-20"))["status"], "accepted");
}

#[test]
fn what_is_found_by_hand_holds_what_a_report_says_and_is_compared_with_the_next_one() {
    let case = case();
    let journey = &case.journey;
    let add = |stated: Value| {
        json!({
            "vendor": case.vendor, "title": "Changes without approval", "description": "Three changes went live unseen.",
            "rule": null, "criteria": ["CC8.1"], "stated": stated,
        })
    };
    let stated = json!({
        "control_id": "CC8.1.1", "control": CHANGES.control, "test": "We asked for the approvals of June.",
        "deviating": 3, "tested": 10, "response": "It was a week without a lead.", "document": case.document, "page": 2,
    });
    let wrong = |field: &str, value: Value| {
        let mut stated = stated.clone();
        stated[field] = value;
        journey.fails("finding_add", add(stated))["field"].clone()
    };
    assert_eq!(wrong("page", json!(4000)), "page");
    assert_eq!(wrong("tested", Value::Null), "tested", "three of nobody knows how many");
    assert_eq!(wrong("deviating", json!(11)), "deviating", "eleven of ten");
    assert_eq!(wrong("document", Value::Null), "document", "a page of no document");
    let added = journey.call("finding_add", add(stated.clone()))["findings"][0].clone();
    assert_eq!((&added["deviating"], &added["tested"]), (&json!(3), &json!(10)));
    assert_eq!((&added["document"], &added["citations"][0]["page"]), (&case.document, &json!(2)), "{added:#}");
    assert_eq!((&added["tests"][0], &added["response"]), (&stated["test"], &stated["response"]));
    journey.on("2027-03-01");
    let next = next_year("Harbourlight Pay System", vec![clean(LEAVERS), CHANGES, RESTORE]);
    filed(journey, &next, Some(&case.vendor));
    let later = case.findings().into_iter().find(|one| one["key"] == added["key"]).expect("it stays");
    assert!(later["tested_clean"]["page"].is_u64(), "the next report tests the control: {later:#}");
}

#[test]
fn what_is_recorded_by_hand_counts_before_anybody_has_judged_it() {
    let case = case();
    case.assess("CC6.2.1", "limited", "indirect");
    case.assess("A1.3.2", "limited", "indirect");
    assert_ne!(case.rule()["outcome"], "missing", "all is judged: {}", case.rule());
    let added = case.journey.call(
        "finding_add",
        json!({
            "vendor": case.vendor, "title": "Mail was readable", "description": "The vendor said so.", "rule": null,
            "criteria": [],
        }),
    );
    let rule = case.rule();
    assert_eq!(rule["outcome"], "missing", "it may be grave: {rule}");
    assert!(rule["found"].as_str().is_some_and(|found| found.contains("1 finding not assessed")), "{rule}");
    let finding = &added["findings"][0];
    let inputs = Case::inputs(finding, "negligible", "none");
    case.journey.call("finding_assess", json!({ "key": finding["key"], "inputs": inputs, "reason": null }));
    assert_ne!(case.rule()["outcome"], "missing", "{}", case.rule());
}
