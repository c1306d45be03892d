//! The facts that hold now: what was read, with what people said of it.

use crate::{
    Basis, Category, Citation, Fact, FactKey, Judged, Judgement, Kind, Opinion, Reading, ReportType, Verdict,
    reading::{Assessment, Severity},
    told::{CoveredService, LetterSigner, YesNo},
};
use chrono::NaiveDate;
use serde::{Serialize, de::DeserializeOwned};
use serde_json::Value;

/// One fact with what was read, what was said of it and what holds.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveFact {
    /// Which fact.
    pub key: FactKey,
    /// What the reader read.
    pub read: Option<Fact<Value>>,
    /// The latest judgement that was not withdrawn.
    pub judgement: Option<Judgement>,
}

impl EffectiveFact {
    /// What holds: the corrected or the confirmed value, nothing where the fact was rejected, else what was read.
    pub fn value(&self) -> Option<&Value> {
        match self.judgement.as_ref().map(|judgement| &judgement.verdict) {
            Some(Verdict::Corrected { value } | Verdict::Added { value }) => Some(value),
            Some(Verdict::Rejected) => None,
            Some(Verdict::Confirmed) => self.judged(),
            Some(Verdict::Withdrawn) | None => self.read_value(),
        }
    }

    fn read_value(&self) -> Option<&Value> {
        self.read.as_ref().map(|fact| &fact.value)
    }

    /// What the reader had read when it was judged.
    pub fn judged(&self) -> Option<&Value> {
        self.judgement.as_ref().and_then(|judgement| judgement.read.as_ref()).and_then(|fact| fact.get("value"))
    }

    /// Whether nobody has judged it.
    pub fn is_open(&self) -> bool {
        self.judgement.is_none()
    }

    /// Whether the reader reads something else now than when it was judged, and than what holds.
    pub fn differs(&self) -> bool {
        self.judgement.is_some() && self.read_value() != self.judged() && self.read_value() != self.value()
    }

    /// Where it is read.
    pub fn citations(&self) -> &[Citation] {
        self.read.as_ref().map_or(&[], |fact| &fact.citations)
    }

    /// Where what holds was seen, where it is not where it is read now: where a person saw it, or where it was read when
    /// it was confirmed.
    pub fn cited(&self) -> Vec<Citation> {
        let Some(judgement) = &self.judgement else { return Vec::new() };
        if judgement.verdict == Verdict::Confirmed && self.differs() {
            let read = judgement.read.as_ref().and_then(|fact| fact.get("citations"));
            return read.and_then(|value| serde_json::from_value(value.clone()).ok()).unwrap_or_default();
        }
        judgement.citations.clone()
    }

    /// How the reader came to it.
    pub fn basis(&self) -> Option<Basis> {
        self.read.as_ref().map(|fact| fact.basis)
    }
}

/// All facts of one document that hold now.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveFacts(Vec<EffectiveFact>);

impl EffectiveFacts {
    /// Lays the judgements, oldest first, over the reading.
    pub fn new(reading: &Reading, judgements: &[Judgement]) -> Self {
        let facts = FactKey::ALL.map(|key| EffectiveFact {
            key,
            read: read(reading, key),
            judgement: judgements
                .iter()
                .rfind(|judgement| judgement.key == Judged::Fact(key))
                .filter(|judgement| judgement.verdict != Verdict::Withdrawn)
                .cloned(),
        });
        Self(facts.into())
    }

    /// All facts, in the order in which a reviewer reads them.
    pub fn iter(&self) -> impl Iterator<Item = &EffectiveFact> {
        self.0.iter()
    }

    /// The facts that matter for this kind of document, and every other one that has a value or a judgement.
    pub fn relevant(&self) -> impl Iterator<Item = &EffectiveFact> {
        let kind = self.kind();
        let modified = matches!(self.opinion(), Some(Opinion::Qualified | Opinion::Adverse | Opinion::Disclaimer));
        self.0
            .iter()
            .filter(move |fact| fact.value().is_some() || fact.judgement.is_some() || asked(kind, fact.key, modified))
    }

    /// What only a person can tell of this kind of document, and nobody has told yet.
    pub fn untold(&self) -> impl Iterator<Item = &EffectiveFact> {
        let kind = self.kind();
        self.0.iter().filter(move |fact| told(kind, fact.key) && fact.value().is_none() && fact.judgement.is_none())
    }

    /// One fact.
    pub fn get(&self, key: FactKey) -> &EffectiveFact {
        self.0.iter().find(|fact| fact.key == key).expect("every key has an entry from the start")
    }

    /// How many facts are read otherwise than when people judged them.
    pub fn differing(&self) -> usize {
        self.0.iter().filter(|fact| fact.differs()).count()
    }

    fn typed<T: DeserializeOwned>(&self, key: FactKey) -> Option<T> {
        self.get(key).value().and_then(|value| serde_json::from_value(value.clone()).ok())
    }

    /// The kind of document; `other` where the fact was rejected.
    pub fn kind(&self) -> Kind {
        self.typed(FactKey::Kind).unwrap_or(Kind::Other)
    }

    /// The auditor's opinion.
    pub fn opinion(&self) -> Option<Opinion> {
        self.typed(FactKey::Opinion)
    }

    /// The categories examined.
    pub fn categories(&self) -> Option<Vec<Category>> {
        self.typed(FactKey::TrustServicesCategories)
    }

    /// A fact that is a day.
    pub fn date(&self, key: FactKey) -> Option<NaiveDate> {
        self.typed(key)
    }

    /// A fact that is a text.
    pub fn text(&self, key: FactKey) -> Option<String> {
        self.typed(key)
    }

    /// For whom a letter was signed.
    pub fn letter_signer(&self) -> Option<LetterSigner> {
        self.typed(FactKey::LetterSigner)
    }

    /// A fact that is yes or no.
    pub fn yes(&self, key: FactKey) -> Option<bool> {
        self.typed(key).map(YesNo::is_yes)
    }

    /// The services that a person told it covers, one or more; `None` where nobody did: it covers whatever we buy.
    pub fn covers_services(&self) -> Option<Vec<CoveredService>> {
        self.typed(FactKey::CoversServices)
    }

    /// A fact that is a number.
    pub fn number(&self, key: FactKey) -> Option<u32> {
        self.typed(key)
    }

    /// The first and the last day that it is about; the same day twice for a point in time.
    pub fn span(&self) -> Option<(NaiveDate, NaiveDate)> {
        let period = self.date(FactKey::PeriodStart).zip(self.date(FactKey::PeriodEnd));
        let end_only = || self.date(FactKey::PeriodEnd).map(|end| (end, end));
        let point = || self.date(FactKey::AsOfDate).map(|date| (date, date));
        let between = |from, to| move || self.date(from).zip(self.date(to)).filter(|(from, to)| from <= to);
        period
            .filter(|(start, end)| start <= end)
            .or_else(end_only)
            .or_else(point)
            .or_else(between(FactKey::LetterCoversFrom, FactKey::LetterCoversTo))
            .or_else(between(FactKey::CertificateIssued, FactKey::CertificateExpires))
            .or_else(between(FactKey::AssessmentTestedFrom, FactKey::AssessmentTestedTo))
    }
}

/// Whether a reviewer expects the fact in this kind of document.
const fn asked(kind: Kind, key: FactKey, modified: bool) -> bool {
    use FactKey as K;
    match key {
        K::Kind | K::ServiceOrganization => true,
        K::SystemName | K::AuditorFirm | K::AuditorLocation | K::ReportDate | K::Opinion => kind.is_attestation(),
        K::ReportType => matches!(kind, Kind::Soc1Type1 | Kind::Soc1Type2 | Kind::Soc2Type1 | Kind::Soc2Type2),
        K::AsOfDate => matches!(kind, Kind::Soc1Type1 | Kind::Soc2Type1),
        K::PeriodStart | K::PeriodEnd => {
            matches!(kind, Kind::Soc1Type2 | Kind::Soc2Type2 | Kind::Soc3 | Kind::SocCybersecurity)
        }
        K::OpinionBasis => modified,
        K::TrustServicesCategories => matches!(kind, Kind::Soc2Type1 | Kind::Soc2Type2 | Kind::Soc3),
        K::LetterCoversFrom | K::LetterCoversTo | K::LetterPeriodEnd | K::LetterMaterialChanges | K::LetterSignedBy => {
            matches!(kind, Kind::BridgeLetter)
        }
        K::CertificateStandard
        | K::CertificateNumber
        | K::CertificateIssued
        | K::CertificateExpires
        | K::CertificateBody
        | K::CertificateScope => matches!(kind, Kind::Iso27001Certificate | Kind::IsoCertificate),
        K::AssessmentTester | K::AssessmentTestedTo | K::AssessmentScope => {
            matches!(kind, Kind::PentestReport | Kind::SecurityAssessment | Kind::PciAoc)
        }
        K::FoundCritical | K::FoundHigh => matches!(kind, Kind::PentestReport),
        K::AssessmentExpires => matches!(kind, Kind::PciAoc),
        K::QuestionnaireName => matches!(kind, Kind::Caiq | Kind::Questionnaire),
        K::NoCuecs
        | K::NoSubserviceOrganizations
        | K::NoCsocs
        | K::AssessmentTestedFrom
        | K::AssessmentFindings
        | K::FoundMedium
        | K::FoundLow
        | K::FoundInformational
        | K::RemainingCritical
        | K::RemainingHigh
        | K::RemainingMedium
        | K::RemainingLow
        | K::RemainingInformational
        | K::QuestionnaireVersion
        | K::LetterPeriodStart
        | K::LetterReportDate
        | K::CertificateFirstIssued
        | K::CertificateAccreditation
        | K::CertificateSoaVersion
        | K::LetterSigner
        | K::LetterContradictsEvents
        | K::CertificateCoversUs
        | K::AssessmentIndependent
        | K::AnswersSampled
        | K::AnswersUntreated
        | K::CoversServices => false,
    }
}

/// Whether a rule asks a person for it in this kind of document, because it does not stand there.
const fn told(kind: Kind, key: FactKey) -> bool {
    use FactKey as K;
    match key {
        K::LetterSigner | K::LetterContradictsEvents => matches!(kind, Kind::BridgeLetter),
        K::CertificateCoversUs => matches!(kind, Kind::Iso27001Certificate),
        K::AssessmentIndependent => matches!(kind, Kind::PentestReport | Kind::SecurityAssessment),
        K::AnswersSampled | K::AnswersUntreated => matches!(kind, Kind::Caiq | Kind::Questionnaire),
        K::CoversServices => kind.is_attestation() || matches!(kind, Kind::BridgeLetter | Kind::Iso27001Certificate),
        _ => false,
    }
}

/// How many findings of a severity an assessment says there were, or are left.
fn findings(assessment: Option<&Assessment>, severity: Severity, left: bool) -> Option<&Fact<u32>> {
    let count = assessment?.findings.iter().find(|count| count.severity == severity)?;
    if left { count.remaining.as_ref() } else { count.found.as_ref() }
}

fn json<T: Serialize>(fact: Option<&Fact<T>>) -> Option<Fact<Value>> {
    fact.map(|fact| Fact {
        value: serde_json::to_value(&fact.value).expect("values of facts are plain data"),
        basis: fact.basis,
        citations: fact.citations.clone(),
    })
}

/// What the reader read of one fact.
fn read(reading: &Reading, key: FactKey) -> Option<Fact<Value>> {
    let (letter, certificate) = (reading.letter.as_ref(), reading.certificate.as_ref());
    let (assessment, questionnaire) = (reading.assessment.as_ref(), reading.questionnaire.as_ref());
    let found = |severity| json(findings(assessment, severity, false));
    let left = |severity| json(findings(assessment, severity, true));
    match key {
        FactKey::Kind => json(Some(&reading.kind)),
        FactKey::ServiceOrganization => json(reading.service_organization.as_ref()),
        FactKey::SystemName => json(reading.system_name.as_ref()),
        FactKey::AuditorFirm => json(reading.auditor_firm.as_ref()),
        FactKey::AuditorLocation => json(reading.auditor_location.as_ref()),
        FactKey::ReportType => json(reading.report_type.as_ref()),
        FactKey::AsOfDate => json(reading.as_of_date.as_ref()),
        FactKey::PeriodStart => json(reading.period_start.as_ref()),
        FactKey::PeriodEnd => json(reading.period_end.as_ref()),
        FactKey::ReportDate => json(reading.report_date.as_ref()),
        FactKey::Opinion => json(reading.opinion.as_ref()),
        FactKey::OpinionBasis => json(reading.opinion_basis.as_ref()),
        FactKey::TrustServicesCategories => json(reading.trust_services_categories.as_ref()),
        FactKey::NoCuecs => json(reading.no_cuecs.as_ref()),
        FactKey::NoSubserviceOrganizations => json(reading.no_subservice_organizations.as_ref()),
        FactKey::NoCsocs => json(reading.no_csocs.as_ref()),
        FactKey::LetterCoversFrom => json(letter?.covers_from.as_ref()),
        FactKey::LetterCoversTo => json(letter?.covers_to.as_ref()),
        FactKey::LetterPeriodStart => json(letter?.refers_to_period_start.as_ref()),
        FactKey::LetterPeriodEnd => json(letter?.refers_to_period_end.as_ref()),
        FactKey::LetterReportDate => json(letter?.refers_to_report_date.as_ref()),
        FactKey::LetterSignedBy => json(letter?.signed_by.as_ref()),
        FactKey::LetterMaterialChanges => json(letter?.material_changes.as_ref()),
        FactKey::CertificateStandard => json(certificate?.standard.as_ref()),
        FactKey::CertificateNumber => json(certificate?.number.as_ref()),
        FactKey::CertificateIssued => json(certificate?.issued.as_ref()),
        FactKey::CertificateExpires => json(certificate?.expires.as_ref()),
        FactKey::CertificateFirstIssued => json(certificate?.first_issued.as_ref()),
        FactKey::CertificateBody => json(certificate?.body.as_ref()),
        FactKey::CertificateAccreditation => json(certificate?.accreditation.as_ref()),
        FactKey::CertificateScope => json(certificate?.scope.as_ref()),
        FactKey::CertificateSoaVersion => json(certificate?.soa_version.as_ref()),
        FactKey::AssessmentTester => json(assessment?.tester.as_ref()),
        FactKey::AssessmentTestedFrom => json(assessment?.tested_from.as_ref()),
        FactKey::AssessmentTestedTo => json(assessment?.tested_to.as_ref()),
        FactKey::AssessmentExpires => json(assessment?.expires.as_ref()),
        FactKey::AssessmentScope => json(assessment?.scope.as_ref()),
        FactKey::AssessmentFindings => json(assessment?.findings_total.as_ref()),
        FactKey::FoundCritical => found(Severity::Critical),
        FactKey::FoundHigh => found(Severity::High),
        FactKey::FoundMedium => found(Severity::Medium),
        FactKey::FoundLow => found(Severity::Low),
        FactKey::FoundInformational => found(Severity::Informational),
        FactKey::RemainingCritical => left(Severity::Critical),
        FactKey::RemainingHigh => left(Severity::High),
        FactKey::RemainingMedium => left(Severity::Medium),
        FactKey::RemainingLow => left(Severity::Low),
        FactKey::RemainingInformational => left(Severity::Informational),
        FactKey::QuestionnaireName => json(questionnaire?.name.as_ref()),
        FactKey::QuestionnaireVersion => json(questionnaire?.version.as_ref()),
        FactKey::LetterSigner
        | FactKey::LetterContradictsEvents
        | FactKey::CertificateCoversUs
        | FactKey::AssessmentIndependent
        | FactKey::AnswersSampled
        | FactKey::AnswersUntreated
        | FactKey::CoversServices => None,
    }
}

/// Says that a value is not of the type of its fact.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("not a value of {}", .0.as_str())]
pub struct WrongValue(pub FactKey);

/// Parses a value that a person entered into the form in which the reading format writes it.
pub fn parse_value(key: FactKey, value: &Value) -> Result<Value, WrongValue> {
    fn through<T: DeserializeOwned + Serialize>(value: &Value) -> Option<Value> {
        serde_json::from_value::<T>(value.clone()).ok().and_then(|typed| serde_json::to_value(typed).ok())
    }
    let parsed = match key {
        FactKey::Kind => through::<Kind>(value),
        FactKey::ReportType => through::<ReportType>(value),
        FactKey::Opinion => through::<Opinion>(value),
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
        | FactKey::AssessmentExpires => through::<NaiveDate>(value)
            .filter(|_| serde_json::from_value(value.clone()).is_ok_and(crate::period::is_plausible)),
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
        | FactKey::AnswersUntreated => through::<u32>(value),
        FactKey::LetterSigner => through::<LetterSigner>(value),
        FactKey::LetterContradictsEvents
        | FactKey::CertificateCoversUs
        | FactKey::AssessmentIndependent
        | FactKey::AnswersSampled => through::<YesNo>(value),
        FactKey::CoversServices => through::<Vec<CoveredService>>(value).filter(|list| list != &Value::Array(vec![])),
        FactKey::TrustServicesCategories => {
            through::<Vec<Category>>(value).filter(|list| list != &Value::Array(vec![]))
        }
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
        | FactKey::QuestionnaireVersion => through::<crate::Name>(value),
        FactKey::OpinionBasis
        | FactKey::NoCuecs
        | FactKey::NoSubserviceOrganizations
        | FactKey::NoCsocs
        | FactKey::LetterMaterialChanges
        | FactKey::CertificateScope
        | FactKey::AssessmentScope => through::<crate::LongText>(value),
    };
    parsed.ok_or(WrongValue(key))
}

#[cfg(test)]
mod tests;
