//! A vendor under the acceptance policy, as journeys look at it.

use crate::journey::Journey;
use serde_json::{Value, json};

/// Files the invented report with a new critical vendor, "Harbourlight Payroll, Inc.", and gives its id. The report's period ended
/// on 31 December 2025; a journey begins on 17 March 2026.
pub fn critical_vendor(journey: &Journey) -> Value {
    let document = journey.received();
    let name = "Harbourlight Payroll, Inc.";
    let view =
        journey.call("document_file", json!({ "document": document, "vendor": { "target": "new", "name": name } }));
    let vendor = view["row"]["vendor"].clone();
    journey.call(
        "vendor_save",
        json!({
            "id": vendor, "name": name, "aliases": [], "service": "Payroll", "tier": "critical",
            "tier_reason": "Pays everybody; holds bank details.", "owner": null, "notes": null,
        }),
    );
    vendor
}

/// How a vendor stands with the policy.
pub fn evaluated(journey: &Journey, vendor: &Value) -> Value {
    journey.call("vendor_evaluation", json!({ "vendor": vendor }))
}

/// What came of the rule of that code.
pub fn rule<'v>(evaluation: &'v Value, code: &str) -> &'v Value {
    let rules = evaluation["rules"].as_array().expect("rules are a list");
    rules.iter().find(|rule| rule["code"] == code).unwrap_or_else(|| panic!("{code} is among {rules:?}"))
}
