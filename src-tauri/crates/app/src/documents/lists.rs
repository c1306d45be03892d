//! What a document lists, as a person works on it, and what it means when a list is empty.

use super::{Known, view};
use crate::{
    App,
    names::{answer_kind_name, basis_name, method_name, test_outcome_name},
    people,
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Citation, EffectiveEntry, EffectiveLists, Entry, Fact, FactKey, Kind, ListName, PersonId, Reading,
    reading::SectionRole,
};
use uuid::Uuid;

impl App {
    /// Everything that a document lists.
    pub(crate) fn list_views(&self, document: Uuid) -> Result<w::DocumentLists, Failure> {
        let known = self.known_document(document)?;
        let (lists, name_of) = (known.lists(), |id| people::name_in(&known.people, id));
        let lists = ListName::ALL.iter().map(|list| w::ListView {
            list: list.as_str().to_owned(),
            fields: fields_of(*list),
            entries: lists.list(*list).iter().filter_map(|one| entry(one, name_of)).collect(),
            absence: absence(&known, &lists, *list),
        });
        Ok(w::DocumentLists { lists: lists.collect() })
    }
}

/// How long the lists are.
pub(super) fn counts(lists: &EffectiveLists) -> Vec<w::ListCount> {
    let count = |list: ListName, which: fn(&EffectiveEntry) -> bool| {
        lists.list(list).iter().filter(|entry| which(entry)).count() as u32
    };
    ListName::ALL
        .iter()
        .map(|list| w::ListCount {
            list: list.as_str().to_owned(),
            entries: count(*list, |entry| entry.held().is_some()),
            open: count(*list, EffectiveEntry::is_open),
            differing: count(*list, EffectiveEntry::differs),
        })
        .collect()
}

/// What an entry of a list can say besides its text.
fn fields_of(list: ListName) -> Vec<w::EntryFieldName> {
    use w::EntryFieldName as F;
    match list {
        ListName::Controls => vec![F::Id, F::Criteria, F::Outcome, F::Tests, F::Results],
        ListName::Exceptions => vec![F::Id, F::Criteria, F::Control, F::Sample, F::Response],
        ListName::Cuecs | ListName::Responsibilities => vec![F::Criteria],
        ListName::Csocs => vec![F::Subservice, F::Criteria],
        ListName::Subservice => vec![F::Services, F::Method],
        ListName::Incidents => Vec::new(),
        ListName::Answers => vec![F::Id, F::Answer, F::Comment],
    }
}

fn entry(one: &EffectiveEntry, name_of: impl Fn(PersonId) -> String) -> Option<w::EntryView> {
    let shown = one.shown()?;
    let other = one.read.as_ref().filter(|read| !read.says_same(shown));
    Some(w::EntryView {
        entry: one.key.id.to_string(),
        fields: fields(shown),
        answered: if let Entry::Answers(answer) = shown { Some(answer_kind_name(answer.kind())) } else { None },
        read: other.map(fields),
        basis: one.basis().map(basis_name),
        citations: places(one.citations()),
        response_citations: response(shown).map_or_else(Vec::new, |response| places(&response.citations)),
        cited: places(one.cited()),
        standing: view::standing(one.judgement.as_ref(), name_of),
        differs: one.differs(),
    })
}

fn places(citations: &[Citation]) -> Vec<w::CitationView> {
    citations.iter().map(view::citation).collect()
}

fn response(entry: &Entry) -> Option<&Fact<String>> {
    match entry {
        Entry::Exceptions(exception) => exception.management_response.as_ref(),
        _ => None,
    }
}

/// What an entry says.
pub(super) fn fields(entry: &Entry) -> w::EntryFields {
    let mut fields = w::EntryFields {
        text: entry.text().to_owned(),
        id: None,
        criteria: Vec::new(),
        control: None,
        tests: Vec::new(),
        results: Vec::new(),
        outcome: None,
        sample: None,
        response: response(entry).map(|response| response.value.clone()),
        subservice: None,
        services: None,
        method: None,
        answer: None,
        comment: None,
    };
    match entry {
        Entry::Controls(control) => {
            fields.id.clone_from(&control.id);
            fields.criteria.clone_from(&control.criteria);
            fields.tests.clone_from(&control.tests);
            fields.results.clone_from(&control.results);
            fields.outcome = Some(test_outcome_name(control.outcome));
        }
        Entry::Exceptions(exception) => {
            fields.id.clone_from(&exception.control_id);
            fields.criteria.clone_from(&exception.criteria);
            fields.control.clone_from(&exception.control);
            fields.sample =
                exception.sample.map(|sample| w::SampleView { tested: sample.tested, deviating: sample.deviating });
        }
        Entry::Cuecs(control) | Entry::Responsibilities(control) => fields.criteria.clone_from(&control.criteria),
        Entry::Csocs(control) => {
            fields.criteria.clone_from(&control.criteria);
            fields.subservice.clone_from(&control.subservice);
        }
        Entry::Subservice(organization) => {
            fields.services.clone_from(&organization.services);
            fields.method = organization.method.map(method_name);
        }
        Entry::Incidents(_) => {}
        Entry::Answers(question) => {
            fields.id.clone_from(&question.id);
            fields.answer.clone_from(&question.answer);
            fields.comment.clone_from(&question.comment);
        }
    }
    fields
}

/// What it means that nothing of a list holds.
fn absence(known: &Known, lists: &EffectiveLists, list: ListName) -> Option<w::Absence> {
    if lists.list(list).iter().any(|entry| entry.held().is_some()) {
        return None;
    }
    let facts = known.facts();
    let kind = facts.kind();
    if !is_expected(kind, list) {
        return Some(w::Absence::NotExpected);
    }
    // Without subservice organizations nothing is expected of them.
    let denied: &[FactKey] = match list {
        ListName::Cuecs => &[FactKey::NoCuecs],
        ListName::Subservice => &[FactKey::NoSubserviceOrganizations],
        ListName::Csocs => &[FactKey::NoCsocs, FactKey::NoSubserviceOrganizations],
        _ => &[],
    };
    if let Some(stated) = denied.iter().map(|key| facts.get(*key)).find(|fact| fact.value().is_some()) {
        return Some(w::Absence::Stated { citations: places(stated.citations()) });
    }
    let controls = lists.controls().count() as u32;
    if list == ListName::Exceptions && controls > 0 {
        return Some(w::Absence::NoneAmong { controls });
    }
    Some(w::Absence::NotFound { pages: pages_to_look_at(&known.stored.reading, list) })
}

/// Whether documents of the kind have the list. A SOC 3 leaves out what a SOC 2 lists; a Type 1 has no tests.
const fn is_expected(kind: Kind, list: ListName) -> bool {
    match kind {
        Kind::Soc2Type2 | Kind::Soc1Type2 => !matches!(list, ListName::Answers),
        Kind::Soc2Type1 | Kind::Soc1Type1 => !matches!(list, ListName::Exceptions | ListName::Answers),
        Kind::Caiq | Kind::Questionnaire => matches!(list, ListName::Answers),
        Kind::Soc3 | Kind::SocCybersecurity => matches!(list, ListName::Subservice | ListName::Incidents),
        _ => false,
    }
}

fn pages_to_look_at(reading: &Reading, list: ListName) -> Vec<u32> {
    let role = match list {
        // The questions are the document; no part of it is theirs.
        ListName::Answers => return Vec::new(),
        ListName::Controls | ListName::Exceptions => SectionRole::Tests,
        _ => SectionRole::Description,
    };
    reading.sections.iter().filter(|section| section.role == role).map(|section| section.page).collect()
}
