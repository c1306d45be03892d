//! Who signed a packet on paper, as a person confirms it with the copy before them. It stands beside what people signed in the
//! program and never counts as it: the one is a signature, the other says that there is one on paper.

use super::view;
use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, LongText, Op, PaperSignature, PersonId};
use countersign_store::Subject;
use serde_json::{Value, json};

impl App {
    /// Says who signed a packet on paper: exactly those named. What changes an earlier word says why.
    pub(crate) fn save_signed(&self, input: &w::SavePaperSignatures) -> Result<w::SignedCopyView, Failure> {
        let opened = self.opened()?;
        let (actor, permit) = opened.permit(Action::Decide)?;
        let packet = self.packet_to_copy(input.packet)?;
        let (copies, said) = opened
            .store
            .read(|db| Ok((db.signed_copies(Some(packet.row.id))?, db.paper_signatures(packet.row.id)?)))
            .map_err(fail::store)?;
        if copies.is_empty() {
            return Err(fail::not_found("copy"));
        }
        let decision = &packet.decision;
        let today = self.clock.today();
        for (at, signed) in input.signed.iter().enumerate() {
            let person = PersonId::from_uuid(signed.person);
            let again = input.signed[..at].iter().any(|other| other.person == signed.person);
            if again || !decision.signers.contains(&person) {
                return Err(fail::invalid("signed", Problem::NotToSign));
            }
            // What was confirmed before it was asked may stay as it is; what is said now says which box is ticked.
            let before = said.iter().find(|said| said.person == person && said.signed);
            if signed.agrees.is_none() && before.is_none_or(|before| before.agrees.is_some()) {
                return Err(fail::invalid("agrees", Problem::Empty));
            }
            match signed.on {
                Some(day) if day > today => return Err(fail::invalid("on", Problem::InTheFuture)),
                Some(day) if day < decision.decided_on => {
                    return Err(fail::invalid("on", Problem::TooEarly { earliest: decision.decided_on }));
                }
                _ => {}
            }
        }
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        let now = self.clock.now();
        let mut words: Vec<PaperSignature> = Vec::new();
        let printed = view::printed(decision);
        for (at, person) in decision.signers.iter().enumerate() {
            let wanted = input.signed.iter().find(|signed| signed.person == person.uuid());
            let before = said.iter().find(|said| said.person == *person);
            let stands = before.filter(|before| before.signed);
            let comment = people::optional_text("comment", wanted.and_then(|wanted| wanted.comment.as_deref()))?;
            let same = match (wanted, stands) {
                (None, None) => true,
                (Some(wanted), Some(stands)) => {
                    (wanted.on, wanted.agrees, &comment) == (stands.on, stands.agrees, &stands.comment)
                }
                _ => false,
            };
            if same {
                continue;
            }
            if stands.is_some() && reason.is_none() {
                return Err(fail::invalid("reason", Problem::ReasonMissing));
            }
            let (name, role) = printed.get(at).ok_or_else(|| fail::not_found("person"))?;
            words.push(PaperSignature {
                packet: packet.row.id,
                person: *person,
                name: people::name("name", name)?,
                role: people::name("role", role)?,
                signed: wanted.is_some(),
                agrees: wanted.and_then(|wanted| wanted.agrees),
                comment,
                on: wanted.and_then(|wanted| wanted.on),
                why: if before.is_some() { reason.clone() } else { None },
                by: actor.id,
                at: now,
            });
        }
        if words.is_empty() {
            return Err(fail::invalid("signed", Problem::NothingChanged));
        }
        let subject = Subject::packet(packet.row.id, &packet.number(), packet.vendor.id);
        let stamp = stamp(&actor, permit, now, Op::ConfirmSigned, subject);
        opened
            .store
            .write(&stamp, |db| {
                db.note("version", packet.row.version);
                let of =
                    |signed: bool| words.iter().filter(|word| word.signed == signed).map(noted).collect::<Vec<_>>();
                for (field, list) in [("signed", of(true)), ("taken_back", of(false))] {
                    if !list.is_empty() {
                        db.note(field, Value::Array(list));
                    }
                }
                if let Some(reason) = reason.as_ref().map(LongText::as_str) {
                    db.note("reason", reason);
                }
                words.iter().try_for_each(|word| db.insert_paper_signature(word))
            })
            .map_err(fail::store)?;
        self.copy_view(input.packet)
    }
}

/// What the log keeps of one signature.
fn noted(word: &PaperSignature) -> Value {
    json!({
        "name": word.name.as_str(),
        "role": word.role.as_str(),
        "agrees": word.agrees,
        "comment": word.comment.as_ref().map(LongText::as_str),
        "on": word.on.map(|day| day.to_string()),
    })
}
