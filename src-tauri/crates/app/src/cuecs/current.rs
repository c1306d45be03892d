//! The controls of the report that counts for a vendor with what was said of each, out of what is kept of documents: for
//! whoever looks at all vendors. No reading is opened.

use super::book::{Candidate, chosen};
use super::counting::Counting;
use crate::acceptance::{CuecList, ListedCuec};
use countersign_domain::{
    DocumentId, EntryId, VendorId,
    cuec::{CuecAnswer, settle},
    matching,
};
use countersign_store::{Snapshot, StoreError};
use std::collections::HashMap;

/// What was said of the controls of documents.
pub(super) struct Answers(HashMap<DocumentId, Vec<CuecAnswer>>);

impl Answers {
    /// Reads it, of all vendors or of one.
    pub(super) fn read(db: &Snapshot<'_>, vendor: Option<VendorId>) -> Result<Self, StoreError> {
        let mut answers: HashMap<DocumentId, Vec<CuecAnswer>> = HashMap::new();
        for filed in db.cuec_answers(vendor)? {
            answers.entry(filed.answer.document).or_default().push(filed.answer);
        }
        Ok(Self(answers))
    }

    /// Whether nothing was said of any.
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether anything was said of the controls of a document.
    pub(super) fn has(&self, document: DocumentId) -> bool {
        self.0.contains_key(&document)
    }

    /// What was said of each control of a document.
    fn of(&self, list: &CuecList) -> Vec<Option<&CuecAnswer>> {
        let Some(answers) = self.0.get(&list.document) else { return vec![None; list.controls.len()] };
        let named: Vec<(EntryId, &str)> = list.controls.iter().map(|one| (one.entry, one.text.as_str())).collect();
        settle::settled(&named, answers)
    }
}

/// A control with what was said of it.
pub(super) struct Row<'a> {
    /// Its place in the list, from 1.
    pub(super) number: u32,
    pub(super) listed: &'a ListedCuec,
    pub(super) said: Option<&'a CuecAnswer>,
    /// The answer to the earlier report that waits to be confirmed.
    pub(super) carried: Option<&'a CuecAnswer>,
}

/// The rows of the reports of a vendor that count, each with the document that lists them and the report that counts for the
/// policy.
pub(super) fn all_rows<'a>(
    documents: &'a [CuecList],
    counting: Option<&[Counting]>,
    answers: &'a Answers,
) -> Vec<(&'a CuecList, Vec<Row<'a>>, Option<DocumentId>)> {
    let none = [Counting::default()];
    let mut all: Vec<(&CuecList, Vec<Row<'_>>, Option<DocumentId>)> = Vec::new();
    for counts in counting.unwrap_or(&none) {
        let Some((list, rows)) = rows(documents, counts, answers) else { continue };
        if all.iter().all(|(known, ..)| known.document != list.document) {
            all.push((list, rows, counts.report));
        }
    }
    all
}

fn rows<'a>(
    documents: &'a [CuecList],
    counts: &Counting,
    answers: &'a Answers,
) -> Option<(&'a CuecList, Vec<Row<'a>>)> {
    let candidate = |list: &CuecList| Candidate { document: list.document, kind: list.kind, to: list.to };
    let candidates = counts.among(documents.iter().map(candidate));
    let (now, before) = chosen(&candidates, counts.report, |document| answers.has(document))?;
    let list = |at: usize| documents.iter().find(|list| list.document == candidates[at].document);
    let (list, before) = (list(now)?, before.and_then(list));
    let said = answers.of(list);
    let carried = waiting(list, &said, before, answers);
    let rows = list.controls.iter().zip(said).zip(carried).zip(1..);
    let row = |(((listed, said), carried), number)| Row { number, listed, said, carried };
    Some((list, rows.map(row).collect()))
}

/// The answers to the earlier report that wait to be confirmed, for each control.
fn waiting<'a>(
    list: &CuecList,
    said: &[Option<&CuecAnswer>],
    before: Option<&CuecList>,
    answers: &'a Answers,
) -> Vec<Option<&'a CuecAnswer>> {
    let none = || vec![None; list.controls.len()];
    let Some(before) = before.filter(|_| said.contains(&None)) else { return none() };
    let then = answers.of(before);
    if then.iter().all(Option::is_none) {
        return none();
    }
    let words = |list: &CuecList| list.controls.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
    let changes = matching::matched(&words(before), &words(list)).changes;
    let waits = |change: &matching::Change| change.before().and_then(|at| then[at]);
    changes.iter().zip(said).map(|(change, said)| if said.is_some() { None } else { waits(change) }).collect()
}
