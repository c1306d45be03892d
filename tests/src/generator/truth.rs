//! What a reader must find in an invented document, in the form of the truth files of a corpus.

use super::report::Report;
use countersign_domain::{
    Kind, ReportType,
    reading::{SectionRole, TestOutcome},
};
use serde_json::{Map, Value, json};

/// A section as printed.
pub type Part = (String, SectionRole);

/// The truth about a document.
pub fn truth(report: &Report, parts: &[Part], file: &str) -> Value {
    let mut truth = Map::new();
    let mut say = |key: &str, value: Value| {
        truth.insert(key.to_owned(), value);
    };
    say("file", json!(file));
    say("document_kind", json!(report.kind));
    say("service_organization", json!(report.organization));
    match report.kind {
        Kind::BridgeLetter => letter(report, &mut say),
        Kind::Iso27001Certificate => certificate(report, &mut say),
        _ => attestation(report, parts, &mut say),
    }
    Value::Object(truth)
}

fn attestation(report: &Report, parts: &[Part], say: &mut impl FnMut(&str, Value)) {
    let report_type = match report.kind {
        Kind::Soc2Type1 => ReportType::One,
        // A SOC 3 for a period, which all of ours are, rests on a Type 2 examination.
        _ => ReportType::Two,
    };
    say("system_name", json!(report.system));
    say("auditor_firm", json!(report.firm));
    say("auditor_location", json!(report.city));
    say("report_type", json!(report_type));
    say("as_of_date", json!(report.as_of));
    say("period_start", json!(report.period.map(|period| period.0)));
    say("period_end", json!(report.period.map(|period| period.1)));
    say("report_date", json!(report.dated));
    say("opinion", json!(report.opinion));
    say("trust_services_categories", json!(report.categories));
    let subservices =
        report.subservices.iter().map(|s| json!({ "name": s.name, "services": s.services, "method": s.method }));
    say("subservice_organizations", subservices.collect());
    say("cuecs", report.cuecs.iter().map(|c| json!({ "text": c.text })).collect());
    say("csocs", report.csocs.iter().map(|c| json!({ "text": c.text, "subservice": c.subservice })).collect());
    say("incidents", report.incidents.iter().map(|text| json!({ "text": text })).collect());
    let soc1 = report.kind == Kind::Soc1Type2;
    let type1 = report.kind == Kind::Soc2Type1;
    let rows = report.controls().map(|control| {
        let mut row = json!({
            "control_id": control.id, "control": control.text, "outcome": control.outcome,
            "tests": if type1 { &[][..] } else { &control.tests[..] }, "results": control.results,
        });
        if !soc1 {
            row["criteria"] = json!(control.criteria);
        }
        row
    });
    let rows: Vec<Value> = rows.collect();
    if report.kind == Kind::Soc3 {
        say("controls_tested", Value::Null);
    }
    say("control_tests", json!(rows));
    let mut exceptions: Vec<Value> = Vec::new();
    for control in report.controls().filter(|control| control.outcome == TestOutcome::Exception) {
        if let Some(exception) = &control.exception
            && !exceptions.iter().any(|other| other["control"] == json!(control.text))
        {
            exceptions.push(json!({
                "control_id": control.id, "control": control.text, "result": exception.result,
                "sample": exception.sample, "management_response": exception.response,
            }));
        }
    }
    say("exceptions", json!(exceptions));
    say("sections", parts.iter().map(|(title, role)| json!({ "title": title, "role": role })).collect());
}

fn letter(report: &Report, say: &mut impl FnMut(&str, Value)) {
    say("report_type", Value::Null);
    say("opinion", Value::Null);
    say("letter_date", json!(report.dated));
    say("coverage_start", json!(report.period.map(|period| period.1 + chrono::Days::new(1))));
    say("coverage_end", json!(report.until));
    say("referenced_report_period_start", json!(report.period.map(|period| period.0)));
    say("referenced_report_period_end", json!(report.period.map(|period| period.1)));
    say("signatory", json!(report.signatory.0));
    nothing(say);
}

fn certificate(report: &Report, say: &mut impl FnMut(&str, Value)) {
    say("opinion", Value::Null);
    let fields = json!({
        "standard": "ISO/IEC 27001:2022", "number": report.number, "issued": report.dated, "expires": report.until,
        "first_issued": report.first_issued, "body": report.firm,
    });
    say("certificate", fields);
    nothing(say);
}

fn nothing(say: &mut impl FnMut(&str, Value)) {
    for key in ["subservice_organizations", "cuecs", "csocs", "control_tests", "exceptions"] {
        say(key, json!([]));
    }
}
