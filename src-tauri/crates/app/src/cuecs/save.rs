//! Saying our side of a control.

use super::book::{self, Book, Row};
use super::counting;
use super::{applies, progress, refused};
use crate::{App, application::stamp, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, DocumentId, EntryId, Filing, Op, OwnControlId, Person, PersonId, Vendor,
    cuec::{CuecAnswer, OurSide, Verified},
};
use countersign_store::{Change, Snapshot, StoreError, Subject};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use uuid::Uuid;

impl App {
    /// Says our side of a control, or takes it back.
    pub(crate) fn save_cuec(&self, input: &w::SaveCuec) -> Result<w::CuecBook, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let book = self.open_book(&vendor, input.report)?;
        let entry: EntryId = input.entry.parse().map_err(|_| fail::not_found("entry"))?;
        let row = book.row(entry).ok_or_else(|| fail::not_found("entry"))?;
        let side = input.side.as_ref().map(|side| self.parsed_side(&vendor, row, side, &person)).transpose()?;
        let answer = side.map(|ours| answer(&book, row, ours, &person, now));
        let stamp = stamp(&person, permit, now, Op::AnswerCuec, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                for (name, value) in noted(db, row, answer.as_ref())? {
                    db.note(name, value);
                }
                written(db, row, answer.as_ref())
            })
            .map_err(fail::store)?;
        self.cuec_book(input.vendor, input.report)
    }

    /// Confirms answers that were carried over.
    pub(crate) fn confirm_cuecs(&self, input: &w::ConfirmCuecs) -> Result<w::CuecBook, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepVendors)?;
        let now = self.clock.now();
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let book = self.open_book(&vendor, input.report)?;
        let named: Vec<EntryId> = input
            .entries
            .iter()
            .map(|entry| entry.parse().map_err(|_| fail::not_found("entry")))
            .collect::<Result<_, Failure>>()?;
        let chosen = |row: &&Row| if named.is_empty() { row.is_same() } else { named.contains(&row.listed.entry) };
        let carried: Vec<(&Row, CuecAnswer)> = book
            .rows
            .iter()
            .filter(chosen)
            .filter_map(|row| Some((row, answer(&book, row, row.carried()?.0.ours.clone(), &person, now))))
            .collect();
        if carried.is_empty() || (!named.is_empty() && carried.len() != named.len()) {
            return Err(fail::not_found("entry"));
        }
        let stamp = stamp(&person, permit, now, Op::AnswerCuec, Subject::vendor(&vendor));
        opened
            .store
            .write(&stamp, |db| {
                let words: Vec<&str> = carried.iter().map(|(row, _)| row.listed.control.text.as_str()).collect();
                db.note("confirmed", json!(words));
                db.note("carried_from", book.before.as_ref().map(|row| row.document.file_name.to_string()));
                carried.iter().try_for_each(|(row, answer)| written(db, row, Some(answer)))
            })
            .map_err(fail::store)?;
        self.cuec_book(input.vendor, input.report)
    }

    /// Opens the workbook of a vendor, of a report that counts where several do.
    fn open_book(&self, vendor: &Vendor, report: Option<Uuid>) -> Result<Book, Failure> {
        let day = self.day();
        let read = |db: &Snapshot<'_>| {
            let counting = counting::read(db, Some(vendor.id), day)?.remove(&vendor.id).unwrap_or_default();
            book::open_all(db, vendor, &counting)
        };
        let books = self.opened()?.store.read(read).map_err(fail::store)?;
        books.into_iter().find(|book| book.is_of(report)).ok_or_else(|| fail::not_found("report"))
    }

    fn parsed_side(
        &self,
        vendor: &Vendor,
        row: &Row,
        input: &w::CuecSideInput,
        actor: &Person,
    ) -> Result<OurSide, Failure> {
        let (people, own) =
            self.opened()?.store.read(|db| Ok((db.persons()?, db.own_controls()?))).map_err(fail::store)?;
        let before = row.listed.said.as_ref().or_else(|| row.carried().map(|(said, _)| said));
        let known = before.and_then(|said| said.ours.verified);
        let mut seen = BTreeSet::new();
        let controls: Vec<OwnControlId> =
            input.controls.iter().filter(|id| seen.insert(**id)).map(|id| OwnControlId::from_uuid(*id)).collect();
        if controls.iter().any(|id| !own.iter().any(|own| own.id == *id)) {
            return Err(fail::invalid("controls", Problem::WrongForm));
        }
        let owner = input.owner.map(PersonId::from_uuid);
        // Who has left stays where they stood, and is not named anew.
        let stays = |id: PersonId| before.is_some_and(|said| said.ours.owner == Some(id));
        if let Some(id) = owner
            && !people.iter().any(|person| person.id == id && (person.active || stays(id)))
        {
            return Err(fail::invalid("owner", Problem::WrongForm));
        }
        let verified =
            input.verified_on.map(|on| known.filter(|known| known.on == on).unwrap_or(Verified { on, by: actor.id }));
        let ours = OurSide {
            applies: input.applies.map(applies),
            why: people::optional_text("why", input.why.as_deref())?,
            controls,
            owner,
            progress: input.progress.map(progress),
            evidence: people::optional_text("evidence", input.evidence.as_deref())?,
            proof: input.proof.map(|proof| self.evidence_of(vendor, proof)).transpose()?,
            due: input.due,
            verified,
            note: people::optional_text("note", input.note.as_deref())?,
        };
        ours.check(self.clock.today()).map_err(refused)?;
        Ok(ours)
    }

    /// A document is evidence only where it is filed with the vendor.
    fn evidence_of(&self, vendor: &Vendor, document: uuid::Uuid) -> Result<DocumentId, Failure> {
        let filing = self.known_document(document)?.stored.document.filing;
        let filed = filing == Filing::Filed { vendor: vendor.id };
        if filed { Ok(DocumentId::from_uuid(document)) } else { Err(fail::invalid("proof", Problem::WrongForm)) }
    }
}

/// The answer to a control of the report that counts.
pub(super) fn answer(
    book: &Book,
    row: &Row,
    ours: OurSide,
    person: &Person,
    at: chrono::DateTime<chrono::Utc>,
) -> CuecAnswer {
    let report = book.report.as_ref().expect("a row stands in a report");
    let carried = row.carried().map(|(_, from)| *from);
    CuecAnswer {
        document: report.document.id,
        entry: row.listed.entry,
        text: row.listed.control.text.clone(),
        ours,
        carried_from: row.listed.said.as_ref().map_or(carried, |said| said.carried_from),
        by: person.id,
        at,
    }
}

/// Writes an answer, or takes it back; one that was kept under the name that the entry had before goes.
pub(super) fn written(db: &mut Change<'_>, row: &Row, answer: Option<&CuecAnswer>) -> Result<(), StoreError> {
    if let Some(said) = &row.listed.said
        && answer.is_none_or(|answer| answer.entry != said.entry)
    {
        db.remove_cuec_answer(said.document, said.entry)?;
    }
    answer.map_or(Ok(()), |answer| db.save_cuec_answer(answer))
}

/// What the audit log keeps of a change: the control in its words and each field that became another.
pub(super) fn noted(
    db: &Snapshot<'_>,
    row: &Row,
    answer: Option<&CuecAnswer>,
) -> Result<Vec<(&'static str, Value)>, StoreError> {
    let (people, own) = (db.persons()?, book::OwnControls::read(db)?);
    let was = row.listed.said.as_ref().map(|said| &said.ours);
    Ok(differences((&people, &own), &row.listed.control.text, was, answer.map(|answer| &answer.ours)))
}

/// The same of a control of these words, whose answer was one and is another.
pub(super) fn differences(
    (people, own): (&[Person], &book::OwnControls),
    text: &str,
    was: Option<&OurSide>,
    is: Option<&OurSide>,
) -> Vec<(&'static str, Value)> {
    let fields = |ours: &OurSide| -> [(&'static str, Value); 11] {
        let text = |text: Option<&countersign_domain::LongText>| json!(text.map(ToString::to_string));
        let name = |person: Option<PersonId>| json!(person.map(|person| people::name_in(people, person)));
        let controls: Vec<String> =
            ours.controls.iter().filter_map(|id| own.get(*id)).map(|own| own.name.to_string()).collect();
        [
            ("applies", json!(ours.applies)),
            ("why", text(ours.why.as_ref())),
            ("controls", json!(controls)),
            ("owner", name(ours.owner)),
            ("progress", json!(ours.progress)),
            ("evidence", text(ours.evidence.as_ref())),
            ("proof", json!(ours.proof.map(|proof| proof.to_string()))),
            ("due", json!(ours.due)),
            ("verified_on", json!(ours.verified.map(|verified| verified.on))),
            ("verified_by", name(ours.verified.map(|verified| verified.by))),
            ("note", text(ours.note.as_ref())),
        ]
    };
    let mut noted = vec![("control", json!(text))];
    let nothing = OurSide::default();
    let (was, is) = (fields(was.unwrap_or(&nothing)), fields(is.unwrap_or(&nothing)));
    for ((field, was), (_, is)) in was.into_iter().zip(is) {
        if was != is {
            noted.push((field, json!({ "was": was, "became": is })));
        }
    }
    noted
}
