//! How a document is shown: rows for lists, facts for work.

use super::{services, values};
use crate::names::{basis_name, json_name};
use crate::receive::is_older;
use countersign_contract::wire as w;
use countersign_domain::{
    Citation, Document, EffectiveFact, EffectiveFacts, EffectiveLists, FactKey, Filing, Judgement, PersonId, Verdict,
    register::Engagement,
};
use countersign_store::{StoredDocument, Summary};

/// Gives the row of a document.
pub(crate) fn row(document: &Document, summary: &Summary, name_of: impl Fn(PersonId) -> String) -> w::DocumentRow {
    w::DocumentRow {
        id: document.id.uuid(),
        file_name: document.file_name.to_string(),
        kind: json_name(summary.kind),
        organization: summary.organization.clone(),
        from: summary.from,
        to: summary.to,
        opinion: summary.opinion.map(json_name),
        pages: document.pages,
        received_at: document.received_at,
        received_by: name_of(document.received_by),
        vendor: match document.filing {
            Filing::Filed { vendor } => Some(vendor.uuid()),
            Filing::Waiting | Filing::SetAside => None,
        },
        facts: summary.facts,
        open_facts: summary.open_facts,
        contradictions: summary.contradictions,
        warnings: summary.warnings,
        has_text: summary.has_text,
    }
}

/// Gives one fact as a person works on it.
pub(crate) fn fact(fact: &EffectiveFact, name_of: impl Fn(PersonId) -> String) -> w::FactView {
    let to_wire = |value| values::to_wire(fact.key, value);
    w::FactView {
        key: fact.key.as_str().to_owned(),
        value: fact.value().and_then(to_wire),
        read: fact.read.as_ref().and_then(|read| to_wire(&read.value)),
        basis: fact.basis().map(basis_name),
        citations: fact.citations().iter().map(citation).collect(),
        cited: fact.cited().iter().map(citation).collect(),
        standing: standing(fact.judgement.as_ref(), name_of),
        differs: fact.differs(),
        form: values::form(fact.key),
        proposed: None,
    }
}

/// Gives which services it covers, of those that are bought.
fn covers(told: &EffectiveFact, shown: &Shown<'_>, name_of: impl Fn(PersonId) -> String) -> w::FactView {
    let called = |value| services::names(value, shown.bought).map(|choices| w::FactValue::Choices { choices });
    w::FactView {
        value: told.value().and_then(called),
        form: services::form(shown.bought),
        proposed: services::proposal(shown.facts, shown.bought).filter(|_| told.is_open()),
        ..fact(told, name_of)
    }
}

/// Gives a place in the document.
pub(crate) fn citation(citation: &Citation) -> w::CitationView {
    w::CitationView {
        page: citation.page,
        label: citation.label.clone(),
        quote: citation.quote.clone(),
        rects: citation.rects.iter().map(|rect| (*rect).into()).collect(),
    }
}

/// Gives what people said of a fact or an entry.
pub(crate) fn standing(judgement: Option<&Judgement>, name_of: impl Fn(PersonId) -> String) -> w::Standing {
    let Some(judgement) = judgement else { return w::Standing::Open };
    let (by, at) = (name_of(judgement.by), judgement.at);
    let reason = judgement.reason.as_ref().map(ToString::to_string);
    match judgement.verdict {
        Verdict::Confirmed => w::Standing::Confirmed { by, at },
        Verdict::Added { .. } => w::Standing::Added { by, at, reason },
        Verdict::Corrected { .. } => w::Standing::Corrected { by, at, reason },
        Verdict::Rejected => w::Standing::Rejected { by, at, reason },
        Verdict::Withdrawn => w::Standing::Open,
    }
}

/// What is needed to show a document.
pub(crate) struct Shown<'a> {
    pub(crate) stored: &'a StoredDocument,
    pub(crate) facts: &'a EffectiveFacts,
    pub(crate) lists: &'a EffectiveLists,
    pub(crate) vendor_name: Option<String>,
    pub(crate) suggestions: Vec<w::VendorSuggestion>,
    pub(crate) mismatches: Vec<w::Mismatch>,
    pub(crate) related: Vec<w::RelatedDocument>,
    /// The services that are bought of the vendor with which it is filed.
    pub(crate) bought: &'a [Engagement],
}

/// Gives a document as a person works on it.
pub(crate) fn document(shown: Shown<'_>, name_of: impl Fn(PersonId) -> String + Copy) -> w::DocumentView {
    let Shown { stored, facts, lists, .. } = shown;
    let (document, reading) = (&stored.document, &stored.reading);
    let summary = super::summary(reading, facts);
    let untold = facts.untold().filter(|one| one.key != FactKey::CoversServices || services::is_asked(shown.bought));
    let view = |one: &EffectiveFact| match one.key {
        FactKey::CoversServices => covers(one, &shown, name_of),
        _ => fact(one, name_of),
    };
    let facts_shown = facts.relevant().chain(untold).map(view).collect();
    w::DocumentView {
        row: row(document, &summary, name_of),
        vendor_name: shown.vendor_name,
        set_aside: document.filing == Filing::SetAside,
        copy_of: None,
        sha256: document.sha256.to_string(),
        bytes: document.bytes,
        producer: reading.document.producer.clone(),
        encrypted: reading.document.encrypted,
        unread_pages: reading.document.unread_pages(),
        recognised_pages: reading.document.ocr_pages.clone(),
        extractor: reading.document.extractor.clone(),
        read_by_older: is_older(&reading.document.extractor),
        readings: stored.reading_number,
        read_at: stored.read_at,
        facts: facts_shown,
        differing_facts: facts.differing() as u32,
        lists: super::lists::counts(lists),
        sections: reading
            .sections
            .iter()
            .map(|section| w::SectionView {
                title: section.title.clone(),
                page: section.page,
                role: json_name(section.role),
            })
            .collect(),
        contradictions: reading
            .contradictions
            .iter()
            .map(|contradiction| w::ContradictionView {
                about: contradiction.about.clone(),
                message: contradiction.message.clone(),
                citations: contradiction.citations.iter().map(citation).collect(),
            })
            .collect(),
        warnings: reading
            .warnings
            .iter()
            .map(|warning| w::WarningView {
                code: warning.code.clone(),
                message: warning.message.clone(),
                page: warning.page,
            })
            .collect(),
        suggestions: shown.suggestions,
        mismatches: shown.mismatches,
        related: shown.related,
    }
}
