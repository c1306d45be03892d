//! An acceptance that is asked for: who may answer, and what lets it fall before anybody has.

use super::{Case, case, person};
use serde_json::{Value, json};

impl Case {
    fn acts(&self, person: &Value) {
        self.journey.call("actor_set", json!({ "person": person }));
    }

    /// Asks that the finding of the leavers be accepted.
    fn asks(&self, requester: &Value, approver: &Value) -> Value {
        let accept = json!({
            "step": "accept", "reason": "We look ourselves.", "worst_case": "A leaver reads on.",
            "compensations": "We list them every month.", "plan": "The vendor mends it.", "residual": "low",
            "requester": requester, "approver": approver, "expires": "2026-04-20",
        });
        self.step(&self.of("CC6.2.1"), accept)["request"].clone()
    }

    /// What is known of the latest request.
    fn state(&self) -> Value {
        self.of("CC6.2.1")["request"]["state"].clone()
    }
}

fn answer(request: &Value, agrees: bool, comment: Option<&str>) -> Value {
    json!({ "request": request["id"], "agrees": agrees, "comment": comment })
}

#[test]
fn a_request_is_refused_with_a_reason_or_taken_back_by_who_asked() {
    let case = case();
    let journey = &case.journey;
    let security = person(journey, "Odo Brandt", &["security_owner"]);
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    case.assess("CC6.2.1", "limited", "indirect");
    let command = "finding_acceptance_answer";
    let asked = case.asks(&mara, &security);
    assert_eq!(case.of("CC6.2.1")["status"], "open", "nothing counts before it is approved");
    let failure = journey.fails(command, answer(&asked, true, None));
    assert_eq!(failure["problem"]["problem"], "not_to_sign", "who asked does not approve: {failure}");
    case.acts(&security);
    let failure = journey.fails(command, answer(&asked, false, None));
    assert_eq!(failure["field"], "comment", "who refuses says why");
    journey.call(command, answer(&asked, false, Some("Not before their report.")));
    let refused =
        json!({ "state": "refused", "by": "Odo Brandt", "taken_back": false, "comment": "Not before their report." });
    assert_eq!((case.state(), &case.of("CC6.2.1")["status"]), (refused, &json!("open")));
    let failure = journey.fails(command, answer(&asked, true, None));
    assert_eq!(failure["problem"]["problem"], "not_to_sign", "it is answered once: {failure}");
    case.acts(&mara);
    let again = case.asks(&mara, &security);
    journey.call(command, answer(&again, false, Some("It is mended.")));
    assert_eq!(case.state()["taken_back"], true);
    assert_eq!(case.of("CC6.2.1")["status"], "open");
}

#[test]
fn a_request_falls_when_the_finding_is_judged_anew_or_its_day_goes_by() {
    let case = case();
    let journey = &case.journey;
    let security = person(journey, "Odo Brandt", &["security_owner"]);
    let mara = journey.call("session", json!({}))["workspace"]["actor"]["id"].clone();
    let low = case.assess("CC6.2.1", "limited", "indirect");
    let asked = case.asks(&mara, &security);
    let inputs = Case::inputs(&low, "severe", "direct");
    let anew = json!({ "key": low["key"], "inputs": inputs, "reason": "It is about admins." });
    journey.call("finding_assess", anew);
    case.acts(&security);
    let failure = journey.fails("finding_acceptance_answer", answer(&asked, true, None));
    assert_eq!(failure["problem"]["problem"], "outdated", "something graver is no longer what was asked: {failure}");
    assert_eq!(case.of("CC6.2.1")["status"], "open");
    journey.on("2026-04-21");
    assert_eq!(case.state(), json!({ "state": "lapsed" }));
    journey.fails("finding_acceptance_answer", answer(&asked, true, None));
    assert_eq!(case.of("CC6.2.1")["status"], "open");
}
