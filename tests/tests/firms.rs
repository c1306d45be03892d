//! Firms that examine vendors: one check serves every report of the firm, with what shows it.

use countersign_tests::{
    evaluation::{critical_vendor, evaluated, rule},
    journey::Journey,
    report::Report,
};
use serde_json::{Value, json};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

#[test]
fn one_check_of_a_firm_serves_every_report_of_it() {
    let journey = Journey::with_workspace(READER);
    let vendor = critical_vendor(&journey);
    assert_eq!(evaluated(&journey, &vendor)["firms"][0]["checks"], json!([]), "nobody has looked yet");
    let result = json!({
        "licence": "active", "licensed_by": "Ohio", "peer_review": "pass", "peer_review_accepted_on": "2025-03-01",
        "first_report_on": null, "signals": [], "note": null,
    });
    let with = |firm: &str, day: &str, proofs: Value| json!({ "firm": firm, "checked_on": day, "result": result, "proofs": proofs });
    let check = |firm: &str, day: &str| with(firm, day, json!({ "licence": null, "peer_review": null }));
    let failure = journey.fails("firm_check", check("Merrow & Lisle LLP", "2026-03-18"));
    assert_eq!(failure["problem"]["problem"], "in_the_future", "nobody has looked tomorrow");
    // Written otherwise than in the report.
    let firm = journey.call("firm_check", check("MERROW AND LISLE, L.L.P.", "2026-03-16"));
    assert_eq!(firm["vendors"], json!(["Harbourlight Payroll, Inc."]), "whose report names it");
    let evaluation = evaluated(&journey, &vendor);
    assert_eq!(evaluation["firms"][0]["checks"][0]["result"]["licence"], "active");
    assert_eq!(rule(&evaluation, "FIRM-LICENCE")["outcome"], "pass");
    assert_eq!(rule(&evaluation, "FIRM-PEER-REVIEW")["outcome"], "pass");
    assert_eq!(evaluation["firms"][0]["checks"][0]["proofs"], json!([]), "nothing shows it");

    // What was looked up is kept with the check, once it is filed.
    let path = journey.file("licence.pdf", &Report { firm: "Print & Page LLP", ..Report::default() }.pdf());
    let print = journey.receive(&path)["state"]["document"].clone();
    let shown = with("Merrow & Lisle LLP", "2026-03-17", json!({ "licence": print, "peer_review": null }));
    let failure = journey.fails("firm_check", shown.clone());
    assert_eq!(failure["field"], "proofs.licence", "it still waits in the inbox: {failure}");
    let target = json!({ "target": "existing", "vendor": vendor });
    journey.call("document_file", json!({ "document": print, "vendor": target }));
    let verdict = json!({ "verdict": "correct", "value": { "form": "choice", "choice": "other" } });
    let kind = json!({ "document": print, "key": "kind", "cite": [], "reason": null, "verdict": verdict });
    journey.call("fact_judge", kind);
    journey.call("firm_check", shown);
    let evaluation = evaluated(&journey, &vendor);
    let proofs = json!([{ "of": "licence", "document": print, "file_name": "licence.pdf" }]);
    assert_eq!(evaluation["firms"][0]["checks"][0]["proofs"], proofs);
    let cited = |code: &str| {
        let citations = rule(&evaluation, code)["citations"].as_array().cloned().expect("a list");
        citations.iter().any(|citation| citation["document"] == print)
    };
    assert!(cited("FIRM-LICENCE"), "the rule names what shows it: {evaluation}");
    assert!(!cited("FIRM-PEER-REVIEW"), "nothing shows the peer review: {evaluation}");
    let history = journey.call("history", json!({ "before": null, "vendor": null, "limit": 5 }));
    let noted = history.as_array().expect("a list").iter().find(|entry| entry["op"] == "firm.check");
    assert!(noted.expect("the check is in the log").to_string().contains("licence.pdf"), "{history}");
}
