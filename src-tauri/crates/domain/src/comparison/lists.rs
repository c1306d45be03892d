//! Complementary controls and subservice organizations of both reports.

use super::{Change, Difference, Side, Statement, Subject, name_words, placed};
use crate::{
    Entry, FactKey, ListName,
    matching::{self, Change as Words},
    reading::SubserviceMethod,
};

pub(super) fn cuecs(before: Side<'_>, after: Side<'_>) -> Vec<Difference> {
    let none = |side| denies(side, FactKey::NoCuecs);
    worded(Subject::Cuecs, ListName::Cuecs, (before, none(before)), (after, none(after)))
}

/// Where a report states that there are none, an empty list is an answer: what the other lists is new, or gone.
fn denies(side: Side<'_>, key: FactKey) -> bool {
    side.facts.text(key).is_some()
}

pub(super) fn csocs(before: Side<'_>, after: Side<'_>) -> Vec<Difference> {
    let none = |side| denies(side, FactKey::NoCsocs) || denies(side, FactKey::NoSubserviceOrganizations);
    worded(Subject::Csocs, ListName::Csocs, (before, none(before)), (after, none(after)))
}

/// Entries that are told apart by their words. Each side with whether it states that there are none.
fn worded(subject: Subject, list: ListName, before: (Side<'_>, bool), after: (Side<'_>, bool)) -> Vec<Difference> {
    let (old, new) = (said(before.0, list), said(after.0, list));
    let silent = old.is_empty() && !before.1 || new.is_empty() && !after.1;
    let texts = |all: &[(Option<String>, Statement)]| all.iter().map(|(_, said)| said.text.clone()).collect::<Vec<_>>();
    let matching = matching::matched(&texts(&old), &texts(&new));
    let one = |change, was: Option<usize>, is: Option<usize>| Difference {
        subject,
        change: if silent { Change::NotStated } else { change },
        name: is.map(|at| &new[at]).or(was.map(|at| &old[at])).and_then(|(name, _)| name.clone()),
        before: was.map(|at| old[at].1.clone()),
        after: is.map(|at| new[at].1.clone()),
    };
    let mut all: Vec<Difference> = Vec::with_capacity(new.len());
    for (at, change) in matching.changes.iter().enumerate() {
        let what = match change {
            Words::Same { .. } => Change::Same,
            Words::Reworded { .. } | Words::Part { .. } => Change::Reworded,
            Words::New => Change::New,
        };
        all.push(one(what, change.before(), Some(at)));
    }
    all.extend(matching.dropped.iter().map(|at| one(Change::Gone, Some(*at), None)));
    all
}

/// What a list says, with the organization that it is said of.
fn said(side: Side<'_>, list: ListName) -> Vec<(Option<String>, Statement)> {
    let all = placed(side, list).into_iter();
    all.map(|one| {
        let name = if let Entry::Csocs(control) = one.entry { control.subservice.clone() } else { None };
        let said = Statement { text: one.entry.text().to_owned(), detail: None, citations: one.citations };
        (name, said)
    })
    .collect()
}

pub(super) fn subservice(before: Side<'_>, after: Side<'_>) -> Vec<Difference> {
    let (old, new) = (organizations(before), organizations(after));
    let none = |side| denies(side, FactKey::NoSubserviceOrganizations);
    let silent = old.is_empty() && !none(before) || new.is_empty() && !none(after);
    let one = |change, name: &str, was: Option<Statement>, is: Option<Statement>| Difference {
        subject: Subject::Subservice,
        change: if silent { Change::NotStated } else { change },
        name: Some(name.to_owned()),
        before: was,
        after: is,
    };
    let mut taken = vec![false; old.len()];
    let mut all = Vec::new();
    for (is, method) in new {
        let words = name_words(&is.text);
        let known = (0..old.len()).find(|at| !taken[*at] && name_words(&old[*at].0.text) == words);
        let name = is.text.clone();
        let Some(at) = known else {
            all.push(one(Change::New, &name, None, Some(is)));
            continue;
        };
        taken[at] = true;
        let (was, before) = &old[at];
        let change = match (before, method) {
            (Some(before), Some(method)) if *before != method => Change::Changed,
            (None, Some(_)) | (Some(_), None) => Change::NotStated,
            _ => Change::Same,
        };
        all.push(one(change, &name, Some(was.clone()), Some(is)));
    }
    let gone = old.into_iter().zip(taken).filter(|(_, taken)| !taken);
    all.extend(gone.map(|((was, _), _)| {
        let name = was.text.clone();
        one(Change::Gone, &name, Some(was), None)
    }));
    all
}

fn organizations(side: Side<'_>) -> Vec<(Statement, Option<SubserviceMethod>)> {
    let all = placed(side, ListName::Subservice).into_iter();
    all.filter_map(|one| {
        let Entry::Subservice(organization) = one.entry else { return None };
        let detail = organization.method.map(|method| match method {
            SubserviceMethod::CarveOut => "carve-out".to_owned(),
            SubserviceMethod::Inclusive => "inclusive".to_owned(),
        });
        let said = Statement { text: organization.name.clone(), detail, citations: one.citations };
        Some((said, organization.method))
    })
    .collect()
}
