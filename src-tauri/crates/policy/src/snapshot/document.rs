//! From a document's reading and what people judged of it to what the rules look at.
//!
//! Only what holds is taken over. What nobody has said of it (who signed a letter, whether a control applies) stays `None`;
//! the caller adds what the workspace knows besides.

use super::{
    Assessment, Certificate, Cited, CuecState, Cuecs, Evidence, Exceptions, LetterFacts, Questionnaire, SubserviceState,
};
use crate::organization;
use chrono::NaiveDate;
use countersign_domain::{
    Citation, DocumentId, EffectiveEntry, EffectiveFacts, EffectiveLists, EntryId, FactKey, Judgement, Kind, ListName,
    Reading,
    reading::{SectionRole, Severity, TestOutcome},
};
use std::collections::BTreeSet;

/// A document as it was read and judged.
#[derive(Debug)]
pub struct JudgedDocument<'a> {
    reading: &'a Reading,
    facts: EffectiveFacts,
    lists: EffectiveLists,
}

impl<'a> JudgedDocument<'a> {
    /// Lays the judgements, oldest first, over the reading.
    pub fn new(reading: &'a Reading, judgements: &[Judgement]) -> Self {
        let (facts, lists) = (EffectiveFacts::new(reading, judgements), EffectiveLists::new(reading, judgements));
        Self { reading, facts, lists }
    }

    fn cited<T>(&self, key: FactKey, value: Option<T>) -> Option<Cited<T>> {
        let fact = self.facts.get(key);
        let seen = fact.cited();
        let citations: &[Citation] = if seen.is_empty() { fact.citations() } else { &seen };
        Some(Cited { value: value?, pages: pages(citations) })
    }

    fn text(&self, key: FactKey) -> Option<Cited<String>> {
        self.cited(key, self.facts.text(key))
    }

    fn date(&self, key: FactKey) -> Option<Cited<NaiveDate>> {
        self.cited(key, self.facts.date(key))
    }

    /// What the rules look at of the document.
    pub fn evidence(&self, id: DocumentId, received_on: NaiveDate) -> Evidence {
        let kind = self.facts.kind();
        let type1 = kind == Kind::Soc2Type1;
        Evidence {
            received_on: Some(received_on),
            organization: self.text(FactKey::ServiceOrganization),
            system: self.text(FactKey::SystemName),
            firm: self.text(FactKey::AuditorFirm),
            firm_location: self.text(FactKey::AuditorLocation),
            as_of: self.date(FactKey::AsOfDate),
            // A Type 1 has no period, whatever was read elsewhere in it.
            period_start: self.date(FactKey::PeriodStart).filter(|_| !type1),
            period_end: self.date(FactKey::PeriodEnd).filter(|_| !type1),
            report_date: self.date(FactKey::ReportDate),
            opinion: self.cited(FactKey::Opinion, self.facts.opinion()),
            categories: self.cited(FactKey::TrustServicesCategories, self.facts.categories()),
            no_subservice_organizations: self.text(FactKey::NoSubserviceOrganizations),
            no_csocs: self.text(FactKey::NoCsocs),
            contradictions: self
                .reading
                .contradictions
                .iter()
                .map(|found| Cited { value: found.message.clone(), pages: pages(&found.citations) })
                .collect(),
            missing_parts: self.missing_parts(kind),
            exceptions: self.exceptions(kind),
            letter: (kind == Kind::BridgeLetter).then(|| self.letter()),
            certificate: self.certificate(),
            assessment: self.assessment(kind),
            questionnaire: self.questionnaire(kind),
            covers: self.facts.covers_services().map(|told| told.into_iter().map(|service| service.id).collect()),
            ..Evidence::new(id, kind)
        }
    }

    /// Nothing is missing where every part was found; a part that the reader did not find may be there all the same.
    fn missing_parts(&self, kind: Kind) -> Option<Vec<String>> {
        let has = |role: SectionRole| self.reading.sections.iter().any(|section| section.role == role);
        let parts = [SectionRole::AuditorReport, SectionRole::Assertion, SectionRole::Description];
        let whole = parts.into_iter().all(has) && (kind != Kind::Soc2Type2 || has(SectionRole::Tests));
        if !whole {
            return None;
        }
        let mut exceptions = self.lists.exceptions().peekable();
        let unanswered =
            exceptions.peek().is_some() && exceptions.all(|exception| exception.management_response.is_none());
        Some(if unanswered { vec!["Management's response".to_owned()] } else { Vec::new() })
    }

    /// The exceptions in numbers; `None` where the tests were not read. A list without entries is confirmed by the answer to
    /// question E1, which the caller knows.
    fn exceptions(&self, kind: Kind) -> Option<Exceptions> {
        let read = self.lists.controls().next().is_some() || self.lists.exceptions().next().is_some();
        if !read || kind == Kind::Soc2Type1 {
            return None;
        }
        let mut exceptions = Exceptions::default();
        for exception in self.lists.exceptions() {
            exceptions.count += 1;
            let families: BTreeSet<&str> = exception.criteria.iter().map(|criterion| family(criterion)).collect();
            for family in families {
                *exceptions.by_family.entry(family.to_owned()).or_default() += 1;
            }
            exceptions.pages.extend(pages(&exception.citations).first());
        }
        let untested = self.lists.controls().filter(|control| control.outcome == TestOutcome::DidNotOccur).count();
        exceptions.not_occurred = u32::try_from(untested).unwrap_or(u32::MAX);
        let listed = self.lists.list(ListName::Exceptions);
        exceptions.confirmed = !listed.is_empty() && listed.iter().all(|entry| !entry.is_open());
        Some(exceptions)
    }

    fn letter(&self) -> LetterFacts {
        LetterFacts {
            from: self.date(FactKey::LetterCoversFrom),
            to: self.date(FactKey::LetterCoversTo),
            signer: self.facts.letter_signer(),
            states_changes: self.facts.text(FactKey::LetterMaterialChanges).map(|_| true),
            contradicts_events: self.facts.yes(FactKey::LetterContradictsEvents),
            refused: None,
        }
    }

    fn certificate(&self) -> Option<Certificate> {
        let certificate = Certificate {
            expires: self.date(FactKey::CertificateExpires),
            accreditation: self.text(FactKey::CertificateAccreditation),
            scope: self.text(FactKey::CertificateScope),
            scope_covers_us: self.facts.yes(FactKey::CertificateCoversUs),
            soa_version: self.text(FactKey::CertificateSoaVersion),
        };
        (certificate != Certificate::default()).then_some(certificate)
    }

    fn assessment(&self, kind: Kind) -> Option<Assessment> {
        let independent = self.facts.yes(FactKey::AssessmentIndependent);
        let read = self.reading.assessment.as_ref().map(assessment);
        let told = || independent.filter(|_| kind != Kind::Other).map(|_| Assessment::default());
        read.or_else(told).map(|assessment| Assessment { independent, ..assessment })
    }

    fn questionnaire(&self, kind: Kind) -> Option<Questionnaire> {
        let is_one = self.reading.questionnaire.is_some() || matches!(kind, Kind::Caiq | Kind::Questionnaire);
        is_one.then(|| Questionnaire {
            answered_on: self.date(FactKey::ReportDate),
            sampled: self.facts.yes(FactKey::AnswersSampled),
            open_answers: self.facts.number(FactKey::AnswersUntreated),
        })
    }

    /// The complementary user entity controls, our side of which is still open; `None` where the document neither lists any
    /// nor says that there are none.
    pub fn cuecs(&self) -> Option<Cuecs> {
        let controls: Vec<CuecState> = self
            .lists
            .cuecs()
            .map(|control| CuecState {
                text: control.text.clone(),
                applies: None,
                about_access: about_access(&control.criteria),
                owner: None,
                status: None,
                page: pages(&control.citations).first().copied(),
            })
            .collect();
        let none = self.facts.text(FactKey::NoCuecs).is_some();
        let held = self.lists.list(ListName::Responsibilities).iter().filter_map(EffectiveEntry::held);
        let mut responsibilities: Vec<u32> =
            held.filter_map(|entry| pages(entry.citations()).first().copied()).collect();
        responsibilities.dedup();
        (none || !controls.is_empty()).then_some(Cuecs {
            stated: true,
            opinion_mentions: None,
            controls,
            responsibilities,
        })
    }

    /// The names of the complementary user entity controls, in the order of [`Self::cuecs`].
    pub fn cuec_names(&self) -> Vec<EntryId> {
        self.lists.list(ListName::Cuecs).iter().filter(|one| one.held().is_some()).map(|one| one.key.id).collect()
    }

    /// The subservice organizations, assurance on which is still open; empty where the document states that there are none, and
    /// `None` where it names none and does not say so, because that can also mean that the reader found none.
    pub fn subservice(&self) -> Option<Vec<SubserviceState>> {
        let none = self.facts.text(FactKey::NoSubserviceOrganizations).is_some();
        let unassumed = self.facts.text(FactKey::NoCsocs).is_some() && self.lists.csocs().next().is_none();
        let parties: Vec<SubserviceState> = self
            .lists
            .subservice_organizations()
            .map(|party| {
                let listed = self.lists.csocs().any(|control| {
                    let named = control.subservice.as_ref();
                    named.is_some_and(|named| organization::same(named, &party.name))
                });
                SubserviceState {
                    name: party.name.clone(),
                    services: party.services.clone(),
                    method: party.method,
                    has_our_data: None,
                    assurance: None,
                    controls_listed: if unassumed { Some(false) } else { listed.then_some(true) },
                    controls_mapped: None,
                    page: pages(&party.citations).first().copied(),
                }
            })
            .collect();
        (none || !parties.is_empty()).then_some(parties)
    }
}

fn pages(citations: &[Citation]) -> Vec<u32> {
    let mut pages: Vec<u32> = citations.iter().map(|citation| citation.page).collect();
    pages.dedup();
    pages
}

/// The family of a criterion: `CC6` of `CC6.1`.
fn family(criterion: &str) -> &str {
    criterion.split_once('.').map_or(criterion, |(family, _)| family).trim()
}

fn about_access(criteria: &[String]) -> Option<bool> {
    (!criteria.is_empty()).then(|| criteria.iter().any(|criterion| family(criterion) == "CC6"))
}

fn assessment(read: &countersign_domain::reading::Assessment) -> Assessment {
    let grave = read.findings.iter().filter(|count| matches!(count.severity, Severity::Critical | Severity::High));
    let remaining: Vec<Cited<u32>> = grave.filter_map(|count| count.remaining.as_ref().map(Cited::from)).collect();
    let open_high = (!remaining.is_empty()).then(|| Cited {
        value: remaining.iter().map(|count| count.value).sum(),
        pages: remaining.iter().flat_map(|count| count.pages.iter().copied()).collect(),
    });
    let tested = read.tested_to.as_ref().or(read.tested_from.as_ref());
    Assessment { tested_to: tested.map(Cited::from), independent: None, open_high }
}

#[cfg(test)]
mod tests;
