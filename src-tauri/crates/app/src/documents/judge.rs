//! What people say of facts.

use super::{draft, summary, values, vendor_of};
use crate::{
    App,
    application::{Opened, stamp},
    fail, people,
};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, DocumentId, EffectiveFacts, FactKey, Judgement, JudgementId, LongText, Op, Permit, Person, Verdict,
};
use countersign_store::Subject;
use uuid::Uuid;

/// One judgement to be recorded.
struct Said {
    key: FactKey,
    verdict: Verdict,
    reason: Option<LongText>,
}

impl App {
    /// Confirms, corrects or rejects a fact, or takes the last judgement back.
    pub(crate) fn judge_fact(&self, input: w::JudgeFact) -> Result<w::DocumentView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        let key = FactKey::from_name(&input.key).ok_or_else(|| fail::not_found("fact"))?;
        let verdict = match input.verdict {
            w::VerdictInput::Confirm => Verdict::Confirmed,
            w::VerdictInput::Reject => Verdict::Rejected,
            w::VerdictInput::Withdraw => Verdict::Withdrawn,
            w::VerdictInput::Correct { value } => {
                let value = values::from_wire(key, value).map_err(|_| fail::invalid("value", Problem::WrongForm))?;
                Verdict::Corrected { value }
            }
        };
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        self.record(&opened, &person, permit, input.document, |_| vec![Said { key, verdict, reason }])
    }

    /// Confirms every fact that the document states and nobody judged. What it does not state stays open: that something is
    /// missing is found by looking for it, one fact at a time.
    pub(crate) fn confirm_facts(&self, document: Uuid) -> Result<w::DocumentView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::JudgeFacts)?;
        self.record(&opened, &person, permit, document, |facts| {
            let open = facts.relevant().filter(|fact| fact.is_open() && fact.value().is_some());
            open.map(|fact| Said { key: fact.key, verdict: Verdict::Confirmed, reason: None }).collect()
        })
    }

    /// Records judgements, and with them what lists show, in one transaction.
    fn record(
        &self,
        opened: &Opened,
        person: &Person,
        permit: Permit,
        document: Uuid,
        said: impl FnOnce(&EffectiveFacts) -> Vec<Said>,
    ) -> Result<w::DocumentView, Failure> {
        let known = self.known_document(document)?;
        let said = said(&known.facts());
        if said.is_empty() {
            return Ok(known.view());
        }
        let now = self.clock.now();
        let id = DocumentId::from_uuid(document);
        let new: Vec<Judgement> = said
            .into_iter()
            .map(|said| Judgement {
                id: JudgementId::from_uuid(self.id(now)),
                document: id,
                key: said.key,
                verdict: said.verdict,
                reason: said.reason,
                by: permit.actor(),
                at: now,
            })
            .collect();
        let subject = Subject::document(&known.stored.document, vendor_of(&known));
        let stamp = stamp(person, permit, now, Op::JudgeFact, subject);
        let before = known.facts();
        opened
            .store
            .write(&stamp, |db| {
                for judgement in &new {
                    db.insert_judgement(judgement)?;
                    db.delete_draft(&draft::name_of(id, judgement.key))?;
                    let was = before.get(judgement.key).value().cloned().unwrap_or_default();
                    db.note(judgement.key.as_str(), detail(&judgement.verdict, was));
                    if let Some(reason) = &judgement.reason {
                        db.note("reason", reason.as_str());
                    }
                }
                let judgements = db.judgements(id)?;
                let facts = EffectiveFacts::new(&known.stored.reading, &judgements);
                db.set_summary(id, &summary(&known.stored.reading, &facts))
            })
            .map_err(fail::store)?;
        self.document_view(document)
    }
}

/// What the audit log keeps of a judgement: the verdict, and for a correction both values.
fn detail(verdict: &Verdict, was: serde_json::Value) -> serde_json::Value {
    match verdict {
        Verdict::Confirmed => serde_json::json!("confirmed"),
        Verdict::Rejected => serde_json::json!({ "rejected": was }),
        Verdict::Withdrawn => serde_json::json!("withdrawn"),
        Verdict::Corrected { value } => serde_json::json!({ "was": was, "became": value }),
    }
}
