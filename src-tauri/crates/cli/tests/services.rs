//! A vendor of the sample whose report covers one of two services, evaluated as a process.

mod desk;

use countersign_app::{App, Config, Headless, Ids, SystemClock};
use countersign_contract::dispatch;
use desk::Desk;
use serde_json::{Value, json};
use std::sync::Arc;

const SECOND: &str = "Archive of old records";

impl Desk {
    /// Buys a second service of the first vendor with a report and one service, and tells that the report covers the first;
    /// gives the names of vendor and first service.
    fn tell(&self) -> (String, String) {
        let config = Config::without_memory().expect("folders are known");
        let app = App::new(config, Arc::new(SystemClock), Ids::random(), Arc::new(Headless));
        app.open_path(&self.workspace(), None).expect("opens");
        let call = |name: &str, input: Value| {
            dispatch(&*app, name, input).unwrap_or_else(|failure| panic!("{name} failed: {failure:?}"))
        };
        let vendors = call("vendors", json!({}));
        let with_report = |row: &Value| {
            let vendor = &row["id"];
            let view = call("vendor", json!({ "vendor": vendor }));
            let services = call("register", json!({ "vendor": vendor }))["services"].clone();
            let report = view["documents"].as_array()?.iter().find(|row| row["kind"] == "soc2_type2")?["id"].clone();
            let one = services.as_array().filter(|services| services.len() == 1 && !row["tier"].is_null())?[0].clone();
            Some((row.clone(), one["name"].clone(), report))
        };
        let found = vendors.as_array().expect("a list").iter().find_map(with_report);
        let (vendor, first, report) = found.expect("the sample has a vendor with a report and one service");
        let part = json!({
            "part": "service", "id": null, "name": SECOND, "purpose": null, "users": null, "data": null,
            "data_locations": null, "access": null, "integration": null, "dependence": null, "tolerable_outage": null,
            "substitutability": null, "regulated": null, "feeds_financial_statements": null,
            "sole_processor_of_customer_data": null, "in_our_soc2": null, "sla_relied_on": null,
            "privacy_commitments_relied_on": null, "ai_on_our_data": null, "subprocessors": null,
        });
        call("register_save", json!({ "vendor": vendor["id"], "part": part }));
        let value = json!({ "form": "choices", "choices": [first] });
        let verdict = json!({ "verdict": "correct", "value": value });
        call(
            "fact_judge",
            json!({ "document": report, "key": "covers_services", "cite": [], "reason": null, "verdict": verdict }),
        );
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        (text(&vendor["name"]), text(&first))
    }
}

#[test]
fn evaluate_says_for_which_service_what_holds() {
    let desk = Desk::new();
    let (vendors, _) = desk.objects(&["evaluate", "--all"]);
    assert!(vendors.iter().all(|one| one["services"] == json!([])), "nothing tells services apart: {vendors:?}");
    let (vendor, first) = desk.tell();
    let (evaluated, _) = desk.objects(&["evaluate", &vendor]);
    let services = evaluated[0]["services"].as_array().expect("a list");
    let names: Vec<&Value> = services.iter().map(|service| &service["service"]).collect();
    assert_eq!(names, [first.as_str(), SECOND], "{evaluated:?}");
    for key in ["id", "verdict", "open", "evidence_until", "report"] {
        assert!(services.iter().all(|service| service.get(key).is_some()), "{key} is part of the shape: {services:?}");
    }
    assert_eq!((&services[1]["report"], &services[1]["evidence_until"]), (&Value::Null, &Value::Null), "it has none");
    assert!(!services[0]["report"].is_null(), "{services:?}");
    let plain = String::from_utf8(desk.run(&["evaluate", &vendor]).stdout).expect("UTF-8");
    for line in [format!("For {first}: "), format!("For {SECOND}: ")] {
        assert!(plain.lines().any(|one| one.starts_with(&line)), "{line}: {plain}");
    }
    assert!(
        plain.contains(&format!("for {SECOND}: your current SOC 2 Type 2")),
        "what is asked says for which: {plain}"
    );
}
