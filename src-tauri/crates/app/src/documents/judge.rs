//! What people say of facts, and how a judgement is recorded.

use super::{Known, draft, services, summary, values, vendor_of};
use crate::{
    App,
    application::{Opened, stamp},
    fail, people,
};
use chrono::{DateTime, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, Citation, DocumentId, EffectiveFact, EffectiveFacts, FactKey, Judged, Judgement, JudgementId, LongText, Op,
    Permit, Person, Verdict,
};
use countersign_store::Subject;
use serde_json::{Value, json};
use uuid::Uuid;

/// One judgement to be recorded.
pub(super) struct Said {
    pub(super) id: JudgementId,
    pub(super) key: Judged,
    pub(super) verdict: Verdict,
    pub(super) read: Option<Value>,
    pub(super) citations: Vec<Citation>,
    pub(super) reason: Option<LongText>,
}

impl App {
    /// Confirms, corrects or rejects a fact, or takes the last judgement back.
    pub(crate) fn judge_fact(&self, input: w::JudgeFact) -> Result<w::DocumentView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        let key = FactKey::from_name(&input.key).ok_or_else(|| fail::not_found("fact"))?;
        let known = self.known_document(input.document)?;
        let facts = known.facts();
        let fact = facts.get(key);
        let mut citations = self.cite(input.document, &input.cite)?;
        let verdict = match input.verdict {
            w::VerdictInput::Confirm => Verdict::Confirmed,
            w::VerdictInput::Reject => Verdict::Rejected,
            w::VerdictInput::Withdraw => Verdict::Withdrawn,
            w::VerdictInput::Keep => match fact.value() {
                Some(value) => {
                    // It stays where it was seen.
                    citations = fact.cited();
                    Verdict::Corrected { value: value.clone() }
                }
                None => Verdict::Rejected,
            },
            w::VerdictInput::Correct { value } => {
                let value = match key {
                    FactKey::CoversServices => {
                        let read = opened.store.read(|db| services::bought(db, vendor_of(&known)));
                        services::value(&read.map_err(fail::store)?, &value)
                    }
                    _ => values::from_wire(key, value).ok(),
                };
                let value = value.ok_or_else(|| fail::invalid("value", Problem::WrongForm))?;
                Verdict::Corrected { value }
            }
        };
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        let now = self.clock.now();
        let note = (key.as_str(), detail(&verdict, fact.value().cloned().unwrap_or_default()));
        let id = JudgementId::from_uuid(self.id(now));
        let said = Said { id, key: key.into(), verdict, read: read_of(fact), citations, reason };
        record(&opened, (&person, permit), &known, now, Op::JudgeFact, vec![said], vec![note])?;
        self.document_view(input.document)
    }

    /// Confirms every fact that the document states and nobody judged. What it does not state stays open: that something is
    /// missing is found by looking for it, one fact at a time.
    pub(crate) fn confirm_facts(&self, document: Uuid) -> Result<w::DocumentView, Failure> {
        self.confirm_stated(document)?;
        self.document_view(document)
    }

    /// Does that, and says which facts they are.
    pub(super) fn confirm_stated(&self, document: Uuid) -> Result<Vec<FactKey>, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        let known = self.known_document(document)?;
        let (facts, now) = (known.facts(), self.clock.now());
        let stated: Vec<&EffectiveFact> =
            facts.relevant().filter(|fact| fact.is_open() && fact.value().is_some()).collect();
        let (said, notes) = stated
            .iter()
            .map(|fact| {
                let said = Said {
                    id: JudgementId::from_uuid(self.id(now)),
                    key: fact.key.into(),
                    verdict: Verdict::Confirmed,
                    read: read_of(fact),
                    citations: Vec::new(),
                    reason: None,
                };
                (said, (fact.key.as_str(), detail(&Verdict::Confirmed, Value::Null)))
            })
            .unzip();
        record(&opened, (&person, permit), &known, now, Op::JudgeFact, said, notes)?;
        Ok(stated.iter().map(|fact| fact.key).collect())
    }
}

/// Records judgements, and with them what lists show, in one transaction; nothing where nothing was said.
pub(super) fn record(
    opened: &Opened,
    (person, permit): (&Person, Permit),
    known: &Known,
    now: DateTime<Utc>,
    op: Op,
    said: Vec<Said>,
    notes: Vec<(&str, Value)>,
) -> Result<(), Failure> {
    if said.is_empty() {
        return Ok(());
    }
    let document: DocumentId = known.stored.document.id;
    let subject = Subject::document(&known.stored.document, vendor_of(known));
    let stamp = stamp(person, permit, now, op, subject);
    opened
        .store
        .write(&stamp, |db| {
            for (name, detail) in notes {
                db.note(name, detail);
            }
            for said in said {
                if let Some(reason) = &said.reason {
                    db.note("reason", reason.as_str());
                }
                if !said.citations.is_empty() {
                    let pages: Vec<u32> = said.citations.iter().map(|citation| citation.page).collect();
                    db.note("cited_on_page", pages);
                }
                if let Judged::Fact(key) = said.key {
                    db.delete_draft(&draft::name_of(document, key))?;
                }
                db.insert_judgement(&Judgement {
                    id: said.id,
                    document,
                    key: said.key,
                    verdict: said.verdict,
                    read: said.read,
                    citations: said.citations,
                    reason: said.reason,
                    by: permit.actor(),
                    at: now,
                })?;
            }
            let judgements = db.judgements(document)?;
            let facts = EffectiveFacts::new(&known.stored.reading, &judgements);
            db.set_summary(document, &summary(&known.stored.reading, &facts))
        })
        .map_err(fail::store)
}

/// What is read of a fact, as a judgement keeps it.
pub(super) fn read_of(fact: &EffectiveFact) -> Option<Value> {
    fact.read.as_ref().map(|read| json!(read))
}

/// What the audit log keeps of a judgement: the verdict, and for a correction both values.
pub(super) fn detail(verdict: &Verdict, was: Value) -> Value {
    match verdict {
        Verdict::Confirmed => json!("confirmed"),
        Verdict::Rejected => json!({ "rejected": was }),
        Verdict::Withdrawn => json!("withdrawn"),
        Verdict::Corrected { value } | Verdict::Added { value } => json!({ "was": was, "became": value }),
    }
}
