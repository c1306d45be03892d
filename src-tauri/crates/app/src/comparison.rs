//! Two documents of the workspace beside each other.

use crate::{
    App,
    documents::{Known, values, vendor_of, view},
    fail,
    names::{change_name, subject_name},
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    EffectiveFacts, FactKey,
    comparison::{Comparison, Continuity, Difference, Side, Statement, Subject, in_order},
};
use serde_json::Value;

impl App {
    /// Lays two documents beside each other, the older one first.
    pub(crate) fn comparison_view(&self, input: &w::CompareDocuments) -> Result<w::ComparisonView, Failure> {
        let (first, second) = (self.known_document(input.first)?, self.known_document(input.second)?);
        let facts = (first.facts(), second.facts());
        let lists = (first.lists(), second.lists());
        let sides = (Side { facts: &facts.0, lists: &lists.0 }, Side { facts: &facts.1, lists: &lists.1 });
        let right = in_order(sides.0, sides.1);
        let ((before, was), (after, is)) =
            if right { ((&first, sides.0), (&second, sides.1)) } else { ((&second, sides.1), (&first, sides.0)) };
        let comparison = Comparison::new(was, is);
        let (continuity, days) = match comparison.continuity {
            Continuity::Follows => (w::ContinuityName::Follows, 0),
            Continuity::Gap { days } => (w::ContinuityName::Gap, days),
            Continuity::Overlap { days } => (w::ContinuityName::Overlap, days),
            Continuity::NotStated => (w::ContinuityName::NotStated, 0),
        };
        Ok(w::ComparisonView {
            before: self.compared(before, was.facts)?,
            after: self.compared(after, is.facts)?,
            continuity,
            days,
            differences: comparison.differences.iter().map(difference).collect(),
        })
    }

    fn compared(&self, known: &Known, facts: &EffectiveFacts) -> Result<w::ComparedDocument, Failure> {
        let document = &known.stored.document;
        let vendor = vendor_of(known);
        let named = self.opened()?.store.read(|db| vendor.map_or(Ok(None), |id| db.vendor(id))).map_err(fail::store)?;
        let span = facts.span();
        Ok(w::ComparedDocument {
            document: document.id.uuid(),
            file_name: document.file_name.to_string(),
            kind: crate::names::json_name(facts.kind()),
            pages: known.stored.reading.document.pages,
            from: span.map(|span| span.0),
            to: span.map(|span| span.1),
            vendor: vendor.map(countersign_domain::VendorId::uuid),
            vendor_name: named.map(|vendor| vendor.name.to_string()),
        })
    }
}

fn difference(one: &Difference) -> w::DifferenceView {
    let key = fact_of(one);
    w::DifferenceView {
        subject: subject_name(one.subject),
        change: change_name(one.change),
        name: key.map_or_else(|| one.name.clone(), |key| Some(values::label(key).to_owned())),
        before: one.before.as_ref().map(|said| statement(key, said)),
        after: one.after.as_ref().map(|said| statement(key, said)),
    }
}

/// The fact that a difference is of; `None` for an entry of a list.
fn fact_of(one: &Difference) -> Option<FactKey> {
    let of_facts = matches!(one.subject, Subject::Opinion | Subject::Scope | Subject::Auditor);
    one.name.as_deref().filter(|_| of_facts).and_then(FactKey::from_name)
}

fn statement(key: Option<FactKey>, said: &Statement) -> w::StatementView {
    // Categories are compared one by one and are named as they are printed.
    let coded = key.filter(|key| *key != FactKey::TrustServicesCategories);
    w::StatementView {
        text: coded.map_or_else(|| said.text.clone(), |key| values::printed(key, &Value::String(said.text.clone()))),
        detail: said.detail.clone(),
        citations: said.citations.iter().map(view::citation).collect(),
    }
}
