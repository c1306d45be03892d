//! Facts of both reports: opinion, auditor, what was examined.

use super::{Change, Difference, Side, Statement, Subject, name_words, same_words};
use crate::{Category, EffectiveFact, FactKey};
use serde_json::Value;

/// The facts that are compared, each with its subject. The categories are compared one by one.
const COMPARED: [(FactKey, Subject); 7] = [
    (FactKey::Opinion, Subject::Opinion),
    (FactKey::OpinionBasis, Subject::Opinion),
    (FactKey::Kind, Subject::Scope),
    (FactKey::ServiceOrganization, Subject::Scope),
    (FactKey::SystemName, Subject::Scope),
    (FactKey::AuditorFirm, Subject::Auditor),
    (FactKey::AuditorLocation, Subject::Auditor),
];

pub(super) fn compared(before: Side<'_>, after: Side<'_>) -> Vec<Difference> {
    let facts = COMPARED.into_iter().filter_map(|(key, subject)| {
        let (was, is) = (before.facts.get(key), after.facts.get(key));
        let (was, is) = (statement(was), statement(is));
        let change = match (&was, &is) {
            (None, None) => return None,
            (Some(was), Some(is)) if same(key, &was.text, &is.text) => Change::Same,
            (Some(_), Some(_)) => Change::Changed,
            // The paragraph that explains a modified opinion comes and goes with it.
            (None, Some(_)) if key == FactKey::OpinionBasis => Change::New,
            (Some(_), None) if key == FactKey::OpinionBasis => Change::Gone,
            _ => Change::NotStated,
        };
        Some(Difference { subject, change, name: Some(key.as_str().to_owned()), before: was, after: is })
    });
    let mut all: Vec<Difference> = facts.collect();
    all.extend(categories(before, after));
    all
}

/// Whether both say the same: names without their legal form, the rest by its words.
fn same(key: FactKey, a: &str, b: &str) -> bool {
    let named = matches!(key, FactKey::ServiceOrganization | FactKey::AuditorFirm);
    a == b || if named { name_words(a) == name_words(b) } else { same_words(a, b) }
}

/// Each category that one of both reports covers.
fn categories(before: Side<'_>, after: Side<'_>) -> Vec<Difference> {
    let (was, is) = (before.facts.categories(), after.facts.categories());
    let stated = was.is_some() && is.is_some();
    let has = |all: &Option<Vec<Category>>, category| all.as_ref().is_some_and(|all| all.contains(&category));
    let said = |side: Side<'_>, category: Category| Statement {
        text: category.title().to_owned(),
        detail: None,
        citations: places(side.facts.get(FactKey::TrustServicesCategories)),
    };
    let of = |category: Category| {
        let (was, is) = (has(&was, category), has(&is, category));
        let change = match (was, is) {
            (false, false) => return None,
            (true, true) => Change::Same,
            _ if !stated => Change::NotStated,
            (false, true) => Change::New,
            (true, false) => Change::Gone,
        };
        Some(Difference {
            subject: Subject::Scope,
            change,
            name: Some(FactKey::TrustServicesCategories.as_str().to_owned()),
            before: was.then(|| said(before, category)),
            after: is.then(|| said(after, category)),
        })
    };
    Category::ALL.into_iter().filter_map(of).collect()
}

/// What holds of a fact, with the places where it was seen.
fn statement(fact: &EffectiveFact) -> Option<Statement> {
    let text = match fact.value()? {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    Some(Statement { text, detail: None, citations: places(fact) })
}

fn places(fact: &EffectiveFact) -> Vec<crate::Citation> {
    let seen = fact.cited();
    if seen.is_empty() { fact.citations().to_vec() } else { seen }
}
