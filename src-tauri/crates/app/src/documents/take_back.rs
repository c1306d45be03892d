//! Confirming and filing in one go is taken back in one go: the facts are open and the documents wait again, all or none.

use super::{
    Known,
    judge::{detail, read_of},
    summary, vendor_of,
};
use crate::{App, application::stamp, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, EffectiveFact, EffectiveFacts, FactKey, Filing, Judged, Judgement, JudgementId, Op, PersonId, Verdict,
};
use countersign_store::{Change, StoreError, Subject};
use serde_json::{Map, Value};

impl App {
    /// Takes back that documents were confirmed and filed. What somebody said otherwise since then stays as it is: a fact
    /// that was judged anew, a document that was placed elsewhere than with a vendor.
    pub(crate) fn take_back(&self, input: &w::TakeBack) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::JudgeFacts)?;
        let (person, permit) = opened.permit(Action::KeepDocuments)?;
        let now = self.clock.now();
        let mut changes = Vec::new();
        for confirmed in &input.documents {
            let known = self.known_document(confirmed.document)?;
            let facts = known.facts();
            let withdrawn: Vec<Judgement> = confirmed
                .facts
                .iter()
                .filter_map(|name| FactKey::from_name(name))
                .map(|key| facts.get(key))
                .filter(|fact| confirmed_by(fact, permit.actor()))
                .map(|fact| Judgement {
                    id: JudgementId::from_uuid(self.id(now)),
                    document: known.stored.document.id,
                    key: fact.key.into(),
                    verdict: Verdict::Withdrawn,
                    read: read_of(fact),
                    citations: Vec::new(),
                    reason: None,
                    by: permit.actor(),
                    at: now,
                })
                .collect();
            changes.push((known, withdrawn));
        }
        // The history shows it document by document; the last one's entry is the one of the change itself.
        let Some((last, rest)) = changes.split_last() else { return Ok(w::Nothing {}) };
        let stamp = stamp(&person, permit, now, Op::ReturnDocument, subject(&last.0));
        opened
            .store
            .write(&stamp, |db| {
                for (known, withdrawn) in rest {
                    undo(db, known, withdrawn)?;
                    db.also(Op::ReturnDocument, &subject(known), Value::Object(Map::new()))?;
                }
                undo(db, &last.0, &last.1)
            })
            .map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

fn subject(known: &Known) -> Subject {
    Subject::document(&known.stored.document, vendor_of(known))
}

/// Whether the fact is as that person confirmed it.
fn confirmed_by(fact: &EffectiveFact, person: PersonId) -> bool {
    fact.judgement.as_ref().is_some_and(|said| said.verdict == Verdict::Confirmed && said.by == person)
}

/// Opens the facts of one document again and puts it back into the inbox.
fn undo(db: &mut Change<'_>, known: &Known, withdrawn: &[Judgement]) -> Result<(), StoreError> {
    let document = known.stored.document.id;
    if !withdrawn.is_empty() {
        let mut said = Map::new();
        for judgement in withdrawn {
            if let Judged::Fact(key) = judgement.key {
                said.insert(key.as_str().to_owned(), detail(&Verdict::Withdrawn, Value::Null));
            }
            db.insert_judgement(judgement)?;
        }
        db.also(Op::JudgeFact, &subject(known), Value::Object(said))?;
        let judgements = db.judgements(document)?;
        let facts = EffectiveFacts::new(&known.stored.reading, &judgements);
        db.set_summary(document, &summary(&known.stored.reading, &facts))?;
    }
    match known.stored.document.filing {
        Filing::Filed { .. } => db.set_filing(document, Filing::Waiting),
        Filing::Waiting | Filing::SetAside => Ok(()),
    }
}
