//! What waits for somebody's approval, listed and answered as processes over the sample workspace.

mod desk;

use countersign_app::{App, Clock as _, Config, Headless, Ids, SystemClock};
use countersign_contract::dispatch;
use desk::Desk;
use serde_json::{Value, json};
use std::sync::Arc;

const VENDOR: &str = "Hollowmere";

/// What was asked for: whom, of which rule, of which finding.
struct Asked {
    approver: String,
    requester: String,
    rule: String,
    finding: u64,
}

impl Desk {
    /// Asks for a deviation and for the acceptance of a finding, as the window does.
    fn ask(&self) -> Asked {
        let config = Config::without_memory().expect("folders are known");
        let app = App::new(config, Arc::new(SystemClock), Ids::random(), Arc::new(Headless));
        app.open_path(&self.workspace(), None).expect("opens");
        let call = |name: &str, input: Value| {
            dispatch(&*app, name, input).unwrap_or_else(|failure| panic!("{name} failed: {failure:?}"))
        };
        let people = call("people", json!({}));
        let people = people.as_array().expect("a list");
        let executive = |person: &&Value| person["roles"].to_string().contains("executive");
        let approver = people.iter().find(executive).expect("the sample has an executive");
        let requester = people.iter().find(|person| person["id"] != approver["id"]).expect("the sample has two people");
        let vendors = call("vendors", json!({}));
        let named = |row: &&Value| row["name"].as_str().is_some_and(|name| name.starts_with(VENDOR));
        let vendor = vendors.as_array().expect("a list").iter().find(named).expect("in the sample")["id"].clone();
        let evaluation = call("vendor_evaluation", json!({ "vendor": vendor }));
        let broken = |rule: &&Value| rule["outcome"] == "fail" && !rule["deviation_until"].is_null();
        let rule = evaluation["rules"].as_array().expect("a list").iter().find(broken).expect("something is broken");
        call(
            "acceptance_request",
            json!({
                "vendor": vendor, "rule": rule["code"], "reason": "The next report comes soon.",
                "worst_case": "We learn of a breach late.", "compensations": "Few people use it.",
                "requester": requester["id"], "approver": approver["id"], "expires": rule["deviation_until"],
            }),
        );
        let findings = call("findings", json!({ "vendor": null }));
        let can = |finding: &&Value| {
            let steps = finding["steps"].as_array().expect("a list");
            let accept = steps.iter().any(|step| step["step"] == "accept" && step["waits_for"].is_null());
            !finding["assessment"].is_null() && finding["settled"] == false && accept
        };
        let finding = findings["findings"].as_array().expect("a list").iter().find(can).expect("one can be accepted");
        let until = (SystemClock.today() + chrono::Days::new(20)).to_string();
        call(
            "findings_move",
            json!({
                "keys": [finding["key"]],
                "step": {
                    "step": "accept", "reason": "Small.", "worst_case": "Little.", "compensations": "We look ourselves.",
                    "plan": "Ask again.", "residual": "low", "requester": requester["id"], "approver": approver["id"],
                    "expires": until,
                },
            }),
        );
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        Asked {
            approver: text(&approver["name"]),
            requester: text(&requester["name"]),
            rule: text(&rule["code"]),
            finding: finding["number"].as_u64().expect("it is recorded"),
        }
    }
}

#[test]
fn what_waits_is_listed_approved_and_refused_by_who_is_named() {
    let desk = Desk::new();
    let (before, status) = desk.objects(&["approvals"]);
    assert_eq!((before.len(), status), (0, Some(0)), "nothing waits in the sample: {before:?}");
    let asked = desk.ask();
    let (waiting, status) = desk.objects(&["approvals"]);
    assert_eq!((waiting.len(), status), (2, Some(1)), "two wait, which is something to act on: {waiting:?}");
    let of = |kind: &str| waiting.iter().find(|one| one["kind"] == kind).unwrap_or_else(|| panic!("{kind} waits"));
    assert_eq!(of("deviation")["of"], asked.rule.as_str());
    assert_eq!(of("finding")["of"], asked.finding.to_string());
    assert_eq!(of("finding")["residual"], "low");
    for one in &waiting {
        assert_eq!(one["approver"], asked.approver.as_str(), "{one}");
        assert_eq!(one["requester"], asked.requester.as_str(), "{one}");
    }
    let plain = String::from_utf8(desk.run(&["approvals"]).stdout).expect("UTF-8");
    assert!(plain.contains(&asked.rule) && plain.contains(&asked.approver), "{plain}");
    let (mine, status) = desk.objects(&["approvals", "--mine", "--actor", &asked.approver]);
    assert_eq!((mine.len(), status), (2, Some(1)), "both are theirs");
    let (others, status) = desk.objects(&["approvals", "--mine", "--actor", &asked.requester]);
    assert_eq!((others.len(), status), (0, Some(0)), "who asked approves nothing: {others:?}");

    // Refused in words: by somebody else, by nobody, twice.
    let number = asked.finding.to_string();
    for (arguments, status, said) in [
        (&["approve", &asked.rule][..], 2, "--actor"),
        (&["approve", &asked.rule, "--actor", &asked.requester][..], 3, "not named to sign"),
        (&["approve", "DATE-NOTHING", "--actor", &asked.approver][..], 2, "DATE-NOTHING"),
        (&["refuse", &number, "--actor", &asked.approver][..], 2, "--reason"),
    ] {
        let output = desk.run(arguments);
        let text = String::from_utf8_lossy(&output.stderr).into_owned();
        assert_eq!(output.status.code(), Some(status), "{arguments:?}: {text}");
        assert!(text.contains(said), "{arguments:?} says {said}: {text}");
    }

    let (approved, status) = desk.objects(&["approve", &asked.rule, "--actor", &asked.approver, "--comment", "Once."]);
    assert_eq!((approved[0]["answer"].as_str(), status), (Some("approved"), Some(0)), "{approved:?}");
    let vendor = approved[0]["vendor"].as_str().expect("a name");
    let (evaluated, _) = desk.objects(&["evaluate", vendor]);
    let results = evaluated[0]["results"].as_array().expect("a list");
    assert!(results.iter().any(|rule| rule["rule"] == asked.rule.as_str()), "{evaluated:?}");
    let id = of("finding")["id"].as_str().expect("an id");
    let refuse = ["refuse", id, "--actor", &asked.approver, "--reason", "Mend it."];
    let (refused, status) = desk.objects(&refuse);
    assert_eq!((refused[0]["answer"].as_str(), status), (Some("refused"), Some(0)), "{refused:?}");
    assert_eq!(desk.run(&refuse).status.code(), Some(2), "it is answered once");
    assert_eq!(desk.objects(&["approvals"]).0, Vec::<Value>::new(), "nothing waits any more");
    let (history, _) = desk.objects(&["history", "--limit", "2"]);
    let who = |entry: &Value| entry["who"].as_str().map(str::to_owned);
    assert!(history.iter().all(|entry| who(entry).as_deref() == Some(asked.approver.as_str())), "{history:?}");
    assert_eq!(desk.run(&["history", "--verify"]).status.code(), Some(0), "the log holds");
}
