//! What becomes of an exception after the report is read, by the commands that the user interface calls.

mod asked;
mod conditions;
mod decided;
mod later;

use countersign_tests::{
    journey::Journey,
    report::{CHANGES, LEAVERS, RESTORE, Report, Tested},
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

fn clean(control: Tested) -> Tested {
    Tested { result: "No exceptions noted.", response: None, ..control }
}

fn person(journey: &Journey, name: &str, roles: &[&str]) -> Value {
    let saved =
        journey.call("person_save", json!({ "id": null, "name": name, "title": null, "roles": roles, "active": true }));
    saved["id"].clone()
}

/// Files a report with the vendor of its name and gives the document.
fn filed(journey: &Journey, report: &Report, vendor: Option<&Value>) -> Value {
    let path = journey.file(&format!("report {}.pdf", report.to), &report.pdf());
    let document = journey.receive(&path)["state"]["document"].clone();
    let target = vendor.map_or_else(
        || json!({ "target": "new", "name": report.organization }),
        |vendor| json!({ "target": "existing", "vendor": vendor }),
    );
    journey.call("document_file", json!({ "document": document, "vendor": target }));
    document
}

struct Case {
    journey: Journey,
    vendor: Value,
    document: Value,
}

/// A high vendor whose report of 2025 states two exceptions.
fn case() -> Case {
    let journey = Journey::with_workspace(READER);
    let report = Report::with_exceptions();
    let document = filed(&journey, &report, None);
    let vendor = journey.call("vendors", json!({}))[0]["id"].clone();
    journey.call(
        "vendor_save",
        json!({
            "id": vendor, "name": report.organization, "aliases": [], "service": "Payroll", "tier": "high",
            "tier_reason": "Pays everybody.", "owner": null, "notes": null,
        }),
    );
    Case { journey, vendor, document }
}

impl Case {
    fn findings(&self) -> Vec<Value> {
        let all = self.journey.call("findings", json!({ "vendor": self.vendor }));
        all["findings"].as_array().cloned().unwrap_or_default()
    }

    /// The finding of a control, in the report that was filed last where several state it.
    fn of(&self, control: &str) -> Value {
        let all = self.findings();
        let mut of = all.iter().filter(|one| one["control_id"] == control && one["repeated_by"] == Value::Null);
        of.next().cloned().unwrap_or_else(|| panic!("{control} is among {all:#?}"))
    }

    fn inputs(finding: &Value, impact: &str, exposure: &str) -> Value {
        let proposed = &finding["proposed"];
        json!({
            "impact": impact, "exposure": exposure, "extent": proposed["extent"], "nature": proposed["nature"],
            "late_found_nothing": false, "history": proposed["history"], "harm": "unknown", "vendor_compensation": false,
            "own_compensation": "none", "response": proposed["response"], "fix_verified": false,
            "opinion_modified": proposed["opinion_modified"],
        })
    }

    fn assess(&self, control: &str, impact: &str, exposure: &str) -> Value {
        let finding = self.of(control);
        let inputs = Self::inputs(&finding, impact, exposure);
        let assessed =
            self.journey.call("finding_assess", json!({ "key": finding["key"], "inputs": inputs, "reason": null }));
        assessed["findings"][0].clone()
    }

    fn step(&self, finding: &Value, step: Value) -> Value {
        let moved = self.journey.call("findings_move", json!({ "keys": [finding["key"]], "step": step }));
        moved["findings"][0].clone()
    }

    /// Asks for an acceptance and approves it as whoever is named.
    fn accepted(&self, finding: &Value, step: Value) -> Value {
        let approver = step["approver"].clone();
        let asked = self.step(finding, step);
        let actor = self.journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
        self.journey.call("actor_set", json!({ "person": approver }));
        let answer = json!({ "request": asked["request"]["id"], "agrees": true, "comment": null });
        let accepted = self.journey.call("finding_acceptance_answer", answer);
        self.journey.call("actor_set", json!({ "person": actor }));
        accepted["findings"][0].clone()
    }

    fn refused(&self, finding: &Value, step: Value) -> Value {
        self.journey.fails("findings_move", json!({ "keys": [finding["key"]], "step": step }))
    }

    fn rule(&self) -> Value {
        let evaluation = self.journey.call("vendor_evaluation", json!({ "vendor": self.vendor }));
        let rules = evaluation["rules"].as_array().cloned().unwrap_or_default();
        rules.into_iter().find(|rule| rule["code"] == "EXCEPTION-OPEN").expect("the rule about open findings")
    }
}

#[test]
fn an_exception_is_followed_from_the_page_to_the_second_person_who_closes_it() {
    let case = case();
    let journey = &case.journey;
    let found = case.findings();
    assert_eq!(found.len(), 2, "every exception is there before anybody has done anything: {found:#?}");
    let leavers = case.of("CC6.2.1");
    assert_eq!((&leavers["number"], &leavers["assessment"]), (&Value::Null, &Value::Null), "and nobody has judged it");
    assert_eq!((&leavers["deviating"], &leavers["tested"]), (&json!(2), &json!(25)));
    assert!(leavers["citations"][0]["page"].as_u64().is_some_and(|page| page > 0), "it says where it stands");
    let response = json!({ "cause": true, "fix": true, "dated": true, "proof": false });
    assert_eq!(leavers["proposed"]["response"], response, "the points of the response as its words give them");
    assert_eq!(case.rule()["outcome"], "missing", "nobody has rated what the report says");

    let what_if = json!({ "key": leavers["key"], "inputs": Case::inputs(&leavers, "severe", "direct") });
    let rating = journey.call("finding_rate", what_if);
    assert_eq!((&rating["base"], &rating["score"], &rating["severity"]), (&json!(12), &json!(11), &json!("high")));
    assert_eq!(case.findings(), found, "looking records nothing");
    let high = case.assess("CC6.2.1", "severe", "direct");
    assert_eq!(high["assessment"]["rating"], rating, "what was shown is what is recorded");
    assert_eq!((&high["number"], &high["due"]), (&json!(1), &json!("2026-05-16")), "60 days for a high one");
    assert_eq!(case.findings().len(), 2, "recording doubles nothing");
    assert_eq!(case.rule()["found"], "Open: high 1; 1 finding not assessed", "{}", case.rule());
    journey.call("documents_read_again", json!({ "which": "one", "document": case.document }));
    let again = (0..600).any(|_| {
        std::thread::sleep(std::time::Duration::from_millis(100));
        journey.call("document", json!({ "document": case.document }))["readings"] == 2
    });
    assert!(again, "it is read again within a minute");
    assert_eq!(case.findings().len(), 2, "nor does reading again");

    let changed =
        json!({ "inputs": Case::inputs(&high, "severe", "main_barrier"), "key": high["key"], "reason": null });
    let mut milder = changed.clone();
    milder["inputs"]["extent"] = json!("small");
    let failure = journey.fails("finding_assess", milder);
    assert_eq!((&failure["field"], &failure["problem"]["problem"]), (&json!("reason"), &json!("reason_missing")));

    let letter = journey.call("findings_letter", json!({ "keys": [high["key"]], "answer_by": null }));
    let body = letter["body"].as_str().expect("a text");
    assert!(body.contains("EX-001") && body.contains("was it tested again?"), "the missing point is asked: {body}");
    assert!(!body.contains("What caused it?"), "what the response says is not asked: {body}");
    assert_eq!(letter["answer_by"], "2026-03-27", "10 days for a high one");

    let asked = case.step(&high, json!({ "step": "ask", "answer_by": letter["answer_by"] }));
    assert_eq!((&asked["status"], &asked["answer_due"]), (&json!("with_vendor"), &json!("2026-03-27")));
    let ada = person(journey, "Ada Bell", &["reviewer"]);
    let verify = |by: &Value| json!({ "step": "verify", "by": by, "note": "Ten cases of February were looked at." });
    assert_eq!(case.refused(&asked, verify(&ada))["code"], "finding_not_now", "there is nothing to verify yet");
    let proof = journey.file("proof.txt.pdf", &Report { dated: "March 20, 2026", ..Report::default() }.pdf());
    let proof = journey.receive(&proof)["state"]["document"].clone();
    let receive = json!({ "step": "receive", "evidence": proof, "page": null });
    assert_eq!(case.refused(&asked, receive.clone())["field"], "evidence", "proof is filed with the vendor");
    journey
        .call("document_file", json!({ "document": proof, "vendor": { "target": "existing", "vendor": case.vendor } }));
    assert_eq!(case.step(&asked, receive)["status"], "evidence_received");
    journey.call("actor_set", json!({ "person": ada }));
    let verified = case.step(&asked, verify(&ada));
    assert_eq!((&verified["status"], &verified["verified_by"]), (&json!("verified"), &json!("Ada Bell")));
    let failure = case.refused(&verified, json!({ "step": "close" }));
    assert_eq!(failure["problem"]["problem"], "second_person_closes", "{failure}");
    let odo = person_as_founder(journey, "Odo Brandt", &["security_owner"]);
    journey.call("actor_set", json!({ "person": odo }));
    let closed = case.step(&verified, json!({ "step": "close" }));
    assert_eq!((&closed["status"], &closed["settled_by"]), (&json!("closed"), &json!("Odo Brandt")));

    let history = journey.call("finding_history", json!({ "key": closed["key"] }));
    let ops: Vec<&str> = history.as_array().expect("a list").iter().filter_map(|entry| entry["op"].as_str()).collect();
    let moves = ["finding.move"; 4];
    assert_eq!(ops, [&moves[..], &["finding.assess"]].concat(), "the newest first: {history}");
    assert_eq!(journey.call("history_verify", json!({}))["broken_at"], Value::Null);
}

/// Enters a person while somebody else acts: the founder keeps the workspace.
fn person_as_founder(journey: &Journey, name: &str, roles: &[&str]) -> Value {
    let people = journey.call("people", json!({}));
    let founder = people.as_array().expect("a list").iter().find(|one| one["name"] == "Mara Lind");
    journey.call("actor_set", json!({ "person": founder.expect("the founder")["id"] }));
    person(journey, name, roles)
}

#[test]
fn what_is_accepted_by_rank_opens_again_on_its_day_and_a_repeat_is_a_new_finding() {
    let case = case();
    let journey = &case.journey;
    let security = person(journey, "Odo Brandt", &["security_owner"]);
    let executive = person(journey, "Runa Falk", &["executive"]);
    let restore = case.of("A1.3.2");
    let accept = |requester: &Value, approver: &Value, expires: &str| {
        json!({
            "step": "accept", "reason": "The restore of June covers it.", "worst_case": "A restore takes a week.",
            "compensations": "We export every month.", "plan": "The vendor restores in May.", "residual": "medium",
            "requester": requester, "approver": approver, "expires": expires,
        })
    };
    let failure = case.refused(&restore, accept(&security, &executive, "2026-05-01"));
    assert_eq!(failure["problem"]["problem"], "not_assessed", "{failure}");
    let critical = case.assess("A1.3.2", "severe", "direct");
    assert_eq!(critical["assessment"]["rating"]["severity"], "critical", "{critical:#}");
    case.assess("CC6.2.1", "limited", "indirect");
    assert_eq!(case.rule()["outcome"], "fail", "business impact decides what blocks: {}", case.rule());

    let failure = case.refused(&critical, accept(&executive, &security, "2026-05-01"));
    assert_eq!(failure["problem"], json!({ "problem": "rank_too_low", "needed": "executive" }));
    let failure = case.refused(&critical, accept(&executive, &executive, "2026-05-01"));
    assert_eq!(failure["problem"]["problem"], "same_person");
    let failure = case.refused(&critical, accept(&security, &executive, "2026-06-16"));
    assert_eq!(
        failure["problem"],
        json!({ "problem": "too_late", "latest": "2026-06-15" }),
        "90 days for a critical one"
    );
    let asked = case.step(&critical, accept(&security, &executive, "2026-05-01"));
    assert_eq!((&asked["status"], &asked["acceptance"]), (&json!("open"), &Value::Null), "asked for is not accepted");
    let state = json!({ "state": "waiting", "may_sign": false, "may_take_back": true });
    assert_eq!(asked["request"]["state"], state, "who recorded it takes it back and does not approve it");
    assert_eq!(case.rule()["outcome"], "fail", "it counts not yet: {}", case.rule());
    let failure = case.refused(&asked, accept(&security, &executive, "2026-05-01"));
    assert_eq!(failure["problem"]["problem"], "approval_waits", "it is asked for once: {failure}");
    let waits = || {
        let today = journey.call("today", json!({}));
        let all = today["items"].as_array().expect("a list").clone();
        all.into_iter().filter(|item| item["kind"] == "approval_waiting").collect::<Vec<_>>()
    };
    let answer = json!({ "request": asked["request"]["id"], "agrees": true, "comment": null });
    let failure = journey.fails("finding_acceptance_answer", answer.clone());
    assert_eq!(failure["problem"]["problem"], "not_to_sign", "only who is named: {failure}");
    assert_eq!(waits().len(), 1, "somebody has something to do");
    let founder = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    journey.call("actor_set", json!({ "person": executive }));
    let accepted = journey.call("finding_acceptance_answer", answer)["findings"][0].clone();
    journey.call("actor_set", json!({ "person": founder }));
    assert_eq!(waits(), Vec::<Value>::new(), "it is answered");
    assert_eq!((&accepted["request"], &accepted["acceptance"]["approver"]), (&Value::Null, &json!("Runa Falk")));
    assert_eq!((&accepted["status"], &accepted["acceptance"]["expires"]), (&json!("accepted"), &json!("2026-05-01")));
    assert_eq!(case.rule()["outcome"], "warn", "an acceptance is no pass: {}", case.rule());
    let evaluation = journey.call("vendor_evaluation", json!({ "vendor": case.vendor }));
    assert_eq!(evaluation["acceptances"], json!([]), "it is no deviation from a rule");

    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    case.approve(&[&mara, &executive]);
    journey.pass(46);
    assert_eq!(case.of("A1.3.2")["status"], "open", "the day after its last day, with nothing written");
    assert_eq!(case.of("A1.3.2")["acceptance"]["state"]["state"], "expired");
    assert_eq!(case.rule()["outcome"], "fail", "{}", case.rule());
    // It went up to the executives, whoever it belongs to, and it leads to itself.
    let own = json!({ "keys": [critical["key"]], "change": { "change": "owner", "owner": security } });
    journey.call("findings_change", own);
    let ada = person(journey, "Ada Bell", &["reviewer"]);
    for (who, theirs) in [(&executive, true), (&security, true), (&ada, false)] {
        journey.call("actor_set", json!({ "person": who }));
        let due = case.today("finding_due");
        let due = due.iter().find(|one| one["target"] == critical["key"]).expect("it is due, and leads to itself");
        assert_eq!(due["mine"], theirs, "{due:#}");
        assert_eq!(due["informed"].as_array().map(Vec::len), Some(2), "the founder holds every role: {due:#}");
    }
    journey.call("actor_set", json!({ "person": mara }));
    let again = case.accepted(&case.of("A1.3.2"), accept(&security, &executive, "2026-07-01"));
    assert_eq!(again["status"], "accepted", "it can be accepted anew");

    // The report of the next year: the restore test failed again, access is removed in time.
    journey.pass(300);
    let next = Report {
        from: "January 1, 2026",
        to: "December 31, 2026",
        dated: "February 12, 2027",
        tested: vec![clean(LEAVERS), CHANGES, RESTORE],
        ..Report::default()
    };
    filed(journey, &next, Some(&case.vendor));
    let repeated: Vec<Value> = case.findings().into_iter().filter(|one| one["control_id"] == "A1.3.2").collect();
    assert_eq!(repeated.len(), 2, "the old one stays and the new one is another: {repeated:#?}");
    let of_next = repeated.iter().find(|one| one["number"] == Value::Null).expect("nobody has recorded the new one");
    assert_eq!(of_next["proposed"]["history"], "repeat");
    assert_eq!(of_next["repeat_of"]["number"], critical["number"], "linked with the one before");
    let inputs = Case::inputs(of_next, "severe", "direct");
    let judged = journey.call("finding_assess", json!({ "key": of_next["key"], "inputs": inputs, "reason": null }));
    assert_eq!(judged["findings"][0]["assessment"]["rating"]["score"], 16, "two points for failing again");
    let old = case.findings().into_iter().find(|one| one["key"] == critical["key"]).expect("it stays");
    assert_eq!(old["repeated_by"]["number"], 3, "{old:#}");
    assert_eq!(case.rule()["found"].as_str().map(|found| found.contains("critical 1")), Some(true), "counted once");

    let leavers = case.of("CC6.2.1");
    assert!(leavers["tested_clean"]["page"].is_u64(), "the next report tests it clean: {leavers:#}");
    let waits = case.today("findings_tested_clean");
    assert_eq!(waits[0]["reason"], "The next report tests the control of 1 exception without exception", "{waits:?}");
    let superseded = case.step(&leavers, json!({ "step": "supersede" }));
    assert_eq!(superseded["status"], "superseded");
    assert_eq!(case.today("findings_tested_clean"), Vec::<Value>::new(), "the item goes with the work done");
    let failure = case.refused(&judged["findings"][0], json!({ "step": "supersede" }));
    assert_eq!(failure["problem"]["problem"], "not_tested_clean", "{failure}");
}
