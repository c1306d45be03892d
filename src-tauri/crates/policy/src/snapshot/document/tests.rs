//! Readings as the reader makes them.

use super::*;
use crate::fixture::{day, document};
use serde_json::{Value, json};

fn fact(page: u32, value: Value) -> Value {
    json!({ "value": value, "basis": "stated", "citations": [{ "page": page, "label": null, "quote": "…", "rects": [] }] })
}

fn entry(page: u32, mut fields: Value) -> Value {
    fields["basis"] = json!("stated");
    fields["citations"] = json!([{ "page": page, "label": null, "quote": "…", "rects": [] }]);
    fields
}

fn reading() -> Reading {
    let roles = ["auditor_report", "assertion", "description", "tests"];
    let sections: Vec<Value> = roles.map(|role| json!({ "title": role, "page": 1, "role": role })).into();
    let control = |id: &str, outcome: &str| {
        entry(
            40,
            json!({ "id": id, "criteria": ["CC6.1"], "text": id, "tests": [], "results": [], "outcome": outcome }),
        )
    };
    let exception = |id: &str, criteria: &[&str]| {
        entry(
            41,
            json!({ "control_id": id, "criteria": criteria, "control": null, "result": id, "sample": null,
                          "management_response": null }),
        )
    };
    let value = json!({
        "format": "countersign-reading/1", "file": "report.pdf",
        "document": {
            "sha256": "0".repeat(64), "bytes": 1, "pages": 60, "producer": null, "title": null, "created": null,
            "text": "full", "image_only_pages": [], "ocr_pages": [], "encrypted": false, "signatures": 0,
            "revised_after_signing": null, "extractor": "test",
        },
        "kind": fact(1, json!("soc2_type2")),
        "service_organization": fact(1, json!("Northwind Ledger, Inc.")),
        "system_name": null, "auditor_firm": null, "auditor_location": null,
        "report_type": fact(1, json!(2)), "as_of_date": null,
        "period_start": fact(3, json!("2025-01-01")), "period_end": fact(3, json!("2025-12-31")),
        "report_date": null, "opinion": fact(4, json!("unqualified")), "opinion_basis": null,
        "trust_services_categories": fact(3, json!(["Security"])), "sections": sections,
        "subservice_organizations": [entry(28, json!({ "name": "Harbor Compute", "services": null, "method": "carve-out" }))],
        "cuecs": [entry(30, json!({ "text": "Remove leavers' accounts", "criteria": ["CC6.2"] }))],
        "csocs": [entry(29, json!({ "text": "Guard the halls", "criteria": [], "subservice": "Harbor Compute LLC" }))],
        "controls": [control("AC-1", "no_exception"), control("AC-2", "did_not_occur")],
        "exceptions": [exception("AC-3", &["CC6.1", "CC6.2", "CC7.1"]), exception("AC-4", &["CC6.3"])],
        "contradictions": [], "warnings": [],
    });
    serde_json::from_value(value).expect("a reading")
}

#[test]
fn what_was_read_becomes_evidence_with_its_pages() {
    let reading = reading();
    let evidence = JudgedDocument::new(&reading, &[]).evidence(document(1), day("2026-02-10"));
    assert_eq!(evidence.period_end, Some(Cited::on(3, day("2025-12-31"))));
    assert_eq!(evidence.firm, None, "what is not read is not known");
    assert_eq!(evidence.missing_parts, Some(vec!["Management's response".to_owned()]), "exceptions nobody answers");
    let exceptions = evidence.exceptions.expect("the tests were read");
    assert_eq!((exceptions.count, exceptions.not_occurred, exceptions.confirmed), (2, 1, false));
    let families: Vec<_> = exceptions.by_family.iter().map(|(family, count)| (family.as_str(), *count)).collect();
    assert_eq!(families, [("CC6", 2), ("CC7", 1)], "two criteria of one family count once");
}

#[test]
fn lists_come_with_what_nobody_has_said_left_open() {
    let reading = reading();
    let judged = JudgedDocument::new(&reading, &[]);
    let cuecs = judged.cuecs().expect("listed");
    assert_eq!((cuecs.controls[0].applies, cuecs.controls[0].about_access), (None, Some(true)));
    let parties = judged.subservice().expect("named");
    assert_eq!((parties[0].assurance, parties[0].controls_listed), (None, Some(true)), "its controls are listed");
    let mut bare = reading.clone();
    (bare.cuecs, bare.subservice_organizations, bare.controls, bare.exceptions) = Default::default();
    bare.sections.pop();
    let judged = JudgedDocument::new(&bare, &[]);
    assert!(judged.cuecs().is_none() && judged.subservice().is_none(), "found none is not there are none");
    let evidence = judged.evidence(document(1), day("2026-02-10"));
    assert!(
        evidence.exceptions.is_none() && evidence.missing_parts.is_none(),
        "tests not found are for a person to find"
    );
}

#[test]
fn what_a_document_states_that_there_are_none_of_is_known() {
    let mut reading = reading();
    let stated = |words: &str| {
        Some(countersign_domain::Fact::stated(
            words.to_owned(),
            reading.subservice_organizations[0].citations[0].clone(),
        ))
    };
    let (parties, controls) = (stated("No subservice organizations are used."), stated("No CSOCs are assumed."));
    reading.csocs.clear();
    reading.no_csocs = controls;
    let judged = JudgedDocument::new(&reading, &[]);
    let named = judged.subservice().expect("named");
    assert_eq!(named[0].controls_listed, Some(false), "the report assumes none");
    reading.subservice_organizations.clear();
    reading.no_subservice_organizations = parties;
    let judged = JudgedDocument::new(&reading, &[]);
    assert_eq!(judged.subservice(), Some(Vec::new()), "there are none, and that is known");
    let evidence = judged.evidence(document(1), day("2026-02-10"));
    assert!(evidence.no_subservice_organizations.is_some_and(|stated| !stated.pages.is_empty()), "with its page");
}
