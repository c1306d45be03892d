//! Values of facts between the reading format's JSON and the wire.

use super::services;
use countersign_contract::wire::{FactForm, FactValue};
use countersign_domain::{
    Category, FactKey, Kind, Opinion, effective,
    told::{LetterSigner, YesNo},
};
use serde_json::{Value, json};

/// Which form the value of a fact takes.
pub(crate) fn form(key: FactKey) -> FactForm {
    fn named<T: Copy>(all: &[T], name: fn(T) -> &'static str) -> FactForm {
        FactForm::Choice { choices: all.iter().map(|one| name(*one).to_owned()).collect() }
    }
    let names = |values: Vec<String>| FactForm::Choice { choices: values };
    match key {
        FactKey::Kind => names(Kind::ALL.into_iter().map(crate::names::json_name).collect()),
        FactKey::ReportType => names(vec!["1".to_owned(), "2".to_owned()]),
        FactKey::Opinion => names(
            [Opinion::Unqualified, Opinion::Qualified, Opinion::Adverse, Opinion::Disclaimer]
                .map(crate::names::json_name)
                .to_vec(),
        ),
        FactKey::LetterSigner => named(LetterSigner::ALL, LetterSigner::as_str),
        FactKey::LetterContradictsEvents
        | FactKey::CertificateCoversUs
        | FactKey::AssessmentIndependent
        | FactKey::AnswersSampled => named(YesNo::ALL, YesNo::as_str),
        FactKey::TrustServicesCategories => {
            FactForm::Choices { choices: Category::ALL.map(|category| category.title().to_owned()).to_vec() }
        }
        // What can be chosen is what is bought of the vendor: see `services`.
        FactKey::CoversServices => FactForm::Choices { choices: Vec::new() },
        FactKey::AsOfDate
        | FactKey::PeriodStart
        | FactKey::PeriodEnd
        | FactKey::ReportDate
        | FactKey::LetterCoversFrom
        | FactKey::LetterCoversTo
        | FactKey::LetterPeriodStart
        | FactKey::LetterPeriodEnd
        | FactKey::LetterReportDate
        | FactKey::CertificateIssued
        | FactKey::CertificateExpires
        | FactKey::CertificateFirstIssued
        | FactKey::AssessmentTestedFrom
        | FactKey::AssessmentTestedTo
        | FactKey::AssessmentExpires => FactForm::Date,
        FactKey::AssessmentFindings
        | FactKey::FoundCritical
        | FactKey::FoundHigh
        | FactKey::FoundMedium
        | FactKey::FoundLow
        | FactKey::FoundInformational
        | FactKey::RemainingCritical
        | FactKey::RemainingHigh
        | FactKey::RemainingMedium
        | FactKey::RemainingLow
        | FactKey::RemainingInformational
        | FactKey::AnswersUntreated => FactForm::Number,
        FactKey::OpinionBasis
        | FactKey::NoCuecs
        | FactKey::NoSubserviceOrganizations
        | FactKey::NoCsocs
        | FactKey::LetterMaterialChanges
        | FactKey::CertificateScope
        | FactKey::AssessmentScope => FactForm::LongText,
        FactKey::ServiceOrganization
        | FactKey::SystemName
        | FactKey::AuditorFirm
        | FactKey::AuditorLocation
        | FactKey::LetterSignedBy
        | FactKey::CertificateStandard
        | FactKey::CertificateNumber
        | FactKey::CertificateBody
        | FactKey::CertificateAccreditation
        | FactKey::CertificateSoaVersion
        | FactKey::AssessmentTester
        | FactKey::QuestionnaireName
        | FactKey::QuestionnaireVersion => FactForm::Text,
    }
}

/// Turns a value of the reading format into one of the wire; `None` where it is not of its fact's type.
pub(crate) fn to_wire(key: FactKey, value: &Value) -> Option<FactValue> {
    if key == FactKey::CoversServices {
        return services::names(value, &[]).map(|choices| FactValue::Choices { choices });
    }
    match form(key) {
        FactForm::Text | FactForm::LongText => value.as_str().map(|text| FactValue::Text { text: text.to_owned() }),
        FactForm::Date => serde_json::from_value(value.clone()).ok().map(|date| FactValue::Date { date }),
        FactForm::Number => serde_json::from_value(value.clone()).ok().map(|number| FactValue::Number { number }),
        FactForm::Choice { .. } => {
            let choice = value.as_str().map_or_else(|| value.to_string(), str::to_owned);
            Some(FactValue::Choice { choice })
        }
        FactForm::Choices { .. } => {
            serde_json::from_value(value.clone()).ok().map(|choices| FactValue::Choices { choices })
        }
    }
}

/// Turns what a person entered into a value of the reading format.
pub(crate) fn from_wire(key: FactKey, value: FactValue) -> Result<Value, effective::WrongValue> {
    let json = match value {
        FactValue::Text { text } => json!(text),
        FactValue::Date { date } => json!(date),
        FactValue::Number { number } => json!(number),
        FactValue::Choice { choice } if key == FactKey::ReportType => {
            choice.parse::<u8>().map_or(Value::Null, |number| json!(number))
        }
        FactValue::Choice { choice } => json!(choice),
        FactValue::Choices { choices } => json!(choices),
    };
    effective::parse_value(key, &json)
}

/// A value as it is printed, e.g. `30 Jun 2026` or `Security, Availability`.
pub fn printed(key: FactKey, value: &Value) -> String {
    match (key, form(key)) {
        (FactKey::Kind, _) => serde_json::from_value::<Kind>(value.clone())
            .map_or_else(|_| value.to_string(), |kind| kind.title().to_owned()),
        (FactKey::ReportType, _) => format!("Type {value}"),
        (FactKey::LetterSigner, _) => serde_json::from_value::<LetterSigner>(value.clone())
            .map_or_else(|_| value.to_string(), |signer| signer.title().to_owned()),
        (_, FactForm::Choice { .. }) => capitalised(value.as_str().unwrap_or_default()),
        (FactKey::CoversServices, _) => services::names(value, &[]).unwrap_or_default().join(", "),
        (_, FactForm::Choices { .. }) => value
            .as_array()
            .map(|names| names.iter().filter_map(Value::as_str).collect::<Vec<_>>().join(", "))
            .unwrap_or_default(),
        (_, FactForm::Date) => serde_json::from_value::<chrono::NaiveDate>(value.clone())
            .map_or_else(|_| value.to_string(), |date| date.format("%-d %b %Y").to_string()),
        (_, FactForm::Number) => value.to_string(),
        (_, FactForm::Text | FactForm::LongText) => value.as_str().unwrap_or_default().to_owned(),
    }
}

/// The word with a capital first letter.
fn capitalised(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// What a fact is called on paper.
pub const fn label(key: FactKey) -> &'static str {
    match key {
        FactKey::Kind => "Document",
        FactKey::ServiceOrganization => "Service organization",
        FactKey::SystemName => "System examined",
        FactKey::AuditorFirm => "Service auditor",
        FactKey::AuditorLocation => "Service auditor's location",
        FactKey::ReportType => "Type",
        FactKey::AsOfDate => "As of",
        FactKey::PeriodStart => "Period from",
        FactKey::PeriodEnd => "Period to",
        FactKey::ReportDate => "Date of the opinion",
        FactKey::Opinion => "Opinion",
        FactKey::OpinionBasis => "Basis for the modified opinion",
        FactKey::TrustServicesCategories => "Trust Services Categories",
        FactKey::NoCuecs => "No complementary user entity controls",
        FactKey::NoSubserviceOrganizations => "No subservice organizations",
        FactKey::NoCsocs => "No complementary subservice organization controls",
        FactKey::LetterCoversFrom => "Letter covers from",
        FactKey::LetterCoversTo => "Letter covers to",
        FactKey::LetterPeriodStart => "Refers to report from",
        FactKey::LetterPeriodEnd => "Refers to report to",
        FactKey::LetterReportDate => "Refers to report dated",
        FactKey::LetterSignedBy => "Signed by",
        FactKey::LetterMaterialChanges => "Material changes",
        FactKey::CertificateStandard => "Standard",
        FactKey::CertificateNumber => "Certificate number",
        FactKey::CertificateIssued => "Issued",
        FactKey::CertificateExpires => "Expires",
        FactKey::CertificateFirstIssued => "First issued",
        FactKey::CertificateBody => "Certification body",
        FactKey::CertificateAccreditation => "Accredited by",
        FactKey::CertificateScope => "Scope",
        FactKey::CertificateSoaVersion => "Statement of Applicability",
        FactKey::AssessmentTester => "Tested by",
        FactKey::AssessmentTestedFrom => "Tested from",
        FactKey::AssessmentTestedTo => "Tested to",
        FactKey::AssessmentExpires => "Valid until",
        FactKey::AssessmentScope => "Scope of the test",
        FactKey::AssessmentFindings => "Findings",
        FactKey::FoundCritical => "Critical findings",
        FactKey::FoundHigh => "High findings",
        FactKey::FoundMedium => "Medium findings",
        FactKey::FoundLow => "Low findings",
        FactKey::FoundInformational => "Informational findings",
        FactKey::RemainingCritical => "Critical findings left",
        FactKey::RemainingHigh => "High findings left",
        FactKey::RemainingMedium => "Medium findings left",
        FactKey::RemainingLow => "Low findings left",
        FactKey::RemainingInformational => "Informational findings left",
        FactKey::QuestionnaireName => "Questionnaire",
        FactKey::QuestionnaireVersion => "Version of the questionnaire",
        FactKey::LetterSigner => "Signed for",
        FactKey::LetterContradictsEvents => "Contradicts what is known to have happened",
        FactKey::CertificateCoversUs => "Scope covers the service we buy",
        FactKey::AssessmentIndependent => "Tested by somebody independent",
        FactKey::AnswersSampled => "A sample of the answers was verified",
        FactKey::AnswersUntreated => "Unfavourable answers not treated",
        FactKey::CoversServices => "Covers our services",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_goes_to_the_wire_and_back() {
        let values = [
            (FactKey::Kind, json!("soc2_type2")),
            (FactKey::ReportType, json!(2)),
            (FactKey::PeriodEnd, json!("2025-12-31")),
            (FactKey::Opinion, json!("unqualified")),
            (FactKey::TrustServicesCategories, json!(["Security", "Processing Integrity"])),
            (FactKey::AuditorFirm, json!("Example & Partners LLP")),
            (FactKey::FoundHigh, json!(0)),
        ];
        for (key, value) in values {
            let wire = to_wire(key, &value).expect("a value of its fact");
            assert_eq!(from_wire(key, wire), Ok(value), "{key:?} must come back as it was");
        }
    }

    #[test]
    fn values_print_as_people_write_them() {
        assert_eq!(printed(FactKey::PeriodEnd, &json!("2025-06-30")), "30 Jun 2025");
        assert_eq!(printed(FactKey::Opinion, &json!("unqualified")), "Unqualified");
        assert_eq!(printed(FactKey::ReportType, &json!(2)), "Type 2");
    }
}
