//! Compares a reading with the truth about its document.
//!
//! A key that the truth lacks is not compared; one that is null says that the document does not state it. Scalars are
//! right, wrong, missed or invented; entries of lists are matched one to one, and details of matched ones are compared.

use super::{
    figures::{Figures, SCALARS, Verdict},
    lists,
    words::{self, clean, likeness},
};
use serde_json::Value;

/// F1 of words from which on two texts are the same.
pub(crate) const SAME: f64 = 0.85;
/// F1 of words from which on two texts are about the same.
pub(crate) const ALIKE: f64 = 0.6;

/// Compares one reading; `None` where the file could not be read.
pub fn score(truth: &Value, reading: Option<&Value>) -> Figures {
    let mut figures = Figures { documents: 1, unread: u32::from(reading.is_none()), ..Figures::default() };
    let nothing = Value::Null;
    let reading = reading.unwrap_or(&nothing);
    if text(&truth["document_kind"]).starts_with("not a PDF") {
        // An error is the right answer.
        let verdict = if reading.is_null() { Verdict::Right } else { Verdict::Wrong };
        figures.note("kind", verdict, &reading["kind"]["value"], "an error");
        return figures;
    }
    for field in SCALARS {
        scalar(&mut figures, field, truth, reading);
    }
    lists::compare(&mut figures, truth, reading);
    papers(&mut figures, truth, reading);
    figures
}

fn scalar(figures: &mut Figures, field: &'static str, truth: &Value, reading: &Value) {
    let letter = truth["document_kind"] == "bridge_letter";
    let key = match field {
        "kind" => "document_kind",
        "report_date" if truth.get(field).is_none() => "letter_date",
        "service_organization" if truth.get(field).is_none() => "organization",
        "as_of_date" if letter => return,
        other => other,
    };
    let Some(want) = truth.get(key) else { return };
    let mut accepted = if field == "kind" { kinds(truth) } else { vec![want.clone()] };
    for ending in ["_alt", "_alts", "_accept", "_aliases"] {
        match truth.get(format!("{key}{ending}")) {
            Some(Value::Array(more)) if field != "trust_services_categories" => accepted.extend(more.iter().cloned()),
            Some(Value::Null) | None => {}
            Some(one) => accepted.push(one.clone()),
        }
    }
    let read = &reading[field]["value"];
    let verdict = match (is_empty(want), is_empty(read)) {
        (true, true) => return,
        (false, true) => Verdict::Missed,
        (empty, false) if accepted.iter().any(|value| !is_empty(value) && same(field, value, read)) => {
            debug_assert!(!empty || accepted.len() > 1, "nothing equals nothing only");
            Verdict::Right
        }
        (true, false) => Verdict::Invented,
        (false, false) => Verdict::Wrong,
    };
    figures.note(field, verdict, read, want);
}

fn is_empty(value: &Value) -> bool {
    value.is_null() || value == "" || value.as_array().is_some_and(Vec::is_empty)
}

fn same(field: &str, a: &Value, b: &Value) -> bool {
    match field {
        "trust_services_categories" => {
            let set = |value: &Value| {
                let mut all: Vec<String> = items(value).iter().map(|one| clean(text(one)).to_lowercase()).collect();
                all.sort();
                all
            };
            set(a) == set(b)
        }
        "system_name" => words::system(text(a)) == words::system(text(b)),
        "service_organization" | "auditor_firm" => words::name(text(a)) == words::name(text(b)),
        "report_type" => a == b,
        _ => clean(text(a)).to_lowercase() == clean(text(b)).to_lowercase(),
    }
}

/// The kinds of the reading's format that are right for a document; truth files may use finer names.
fn kinds(truth: &Value) -> Vec<Value> {
    let kind = text(&truth["document_kind"]);
    let kinds: &[&str] = match kind {
        "soc_for_cybersecurity_illustrative" | "soc_for_cybersecurity" => &["soc_cybersecurity"],
        "pentest_summary" | "pentest_letter" | "pentest_certificate" => &["pentest_report"],
        "security_assessment_report" => &["pentest_report", "security_assessment"],
        "casa_letter_of_validation" => &["other", "pentest_report", "security_assessment"],
        "cyber_essentials_plus_certificate" => &["cyber_essentials_certificate"],
        "csa_star_registry_screenshot" => &["csa_star_certificate", "other"],
        "security_questionnaire" => &["questionnaire"],
        "statement_of_applicability" => &["other", "statement_of_applicability"],
        "other_audit_report" => &["other"],
        "whitepaper" => &["security_whitepaper", "other"],
        "iso_certificate" if text(&truth["standard"]).contains("27001") => &["iso27001_certificate"],
        kind if kind.starts_with("negative") && kind.contains("insurance") => &["insurance_certificate"],
        kind if kind.starts_with("negative") && kind.contains("data processing") => &["dpa"],
        kind if kind.starts_with("negative") => &["other", "security_whitepaper"],
        kind if kind.starts_with("not_a_soc_report") => &["other"],
        _ => &[],
    };
    std::iter::once(kind).chain(kinds.iter().copied()).map(Value::from).collect()
}

/// The fields of letters, certificates, and the auditor's city.
fn papers(figures: &mut Figures, truth: &Value, reading: &Value) {
    let inside =
        |a: &str, b: &str| words::words(a).is_subset(&words::words(b)) || words::words(b).is_subset(&words::words(a));
    if let Some(want) = truth.get("auditor_location") {
        detail(figures, "extra.auditor_location", want, &reading["auditor_location"]["value"], inside);
    }
    if truth["document_kind"] == "bridge_letter" {
        for (field, key, known) in [
            ("letter.covers_from", "covers_from", "coverage_start"),
            ("letter.covers_to", "covers_to", "coverage_end"),
            ("letter.period_start", "refers_to_period_start", "referenced_report_period_start"),
            ("letter.period_end", "refers_to_period_end", "referenced_report_period_end"),
            ("letter.report_date", "refers_to_report_date", "referenced_report_date"),
            ("letter.signed_by", "signed_by", "signatory"),
        ] {
            if let Some(want) = truth.get(known) {
                detail(figures, field, want, &reading["letter"][key]["value"], |a, b| {
                    let (a, b) = (words::name(a), words::name(b));
                    a.contains(&b) || b.contains(&a)
                });
            }
        }
    }
    for (field, key, known) in [
        ("certificate.standard", "standard", "standard"),
        ("certificate.number", "number", "certificate_number"),
        ("certificate.issued", "issued", "issue_date"),
        ("certificate.expires", "expires", "expiry_date"),
        ("certificate.first_issued", "first_issued", "first_certified"),
        ("certificate.body", "body", "certification_body"),
    ] {
        let want = match &truth["certificate"] {
            Value::Object(certificate) => certificate.get(key),
            _ if truth.get("certificate_number").is_some() => truth.get(known),
            _ => None,
        };
        if let Some(want) = want {
            let equal = |a: &str, b: &str| words::name(a) == words::name(b) || likeness(a, b) >= SAME;
            detail(figures, field, want, &reading["certificate"][key]["value"], equal);
        }
    }
}

/// Compares a detail.
pub(crate) fn detail(
    figures: &mut Figures,
    field: &'static str,
    want: &Value,
    read: &Value,
    same: impl Fn(&str, &str) -> bool,
) {
    let verdict = match (is_empty(want), is_empty(read)) {
        (true, true) => return,
        (true, false) => Verdict::Invented,
        (false, true) => Verdict::Missed,
        _ if same(text(want), text(read)) => Verdict::Right,
        _ => Verdict::Wrong,
    };
    figures.note(field, verdict, read, want);
}

/// The text of a value, or nothing.
pub(crate) fn text(value: &Value) -> &str {
    value.as_str().unwrap_or_default()
}

/// The entries of a list, or none.
pub(crate) fn items(value: &Value) -> &[Value] {
    value.as_array().map_or(&[], Vec::as_slice)
}
