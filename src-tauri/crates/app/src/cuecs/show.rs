//! The workbook as it is shown.

use super::book::{self, Book, Listed, OwnControls, Row};
use super::counting;
use super::{applies_name, progress_name};
use crate::{App, documents::view, fail, names, people, policy};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    Action, Citation, DocumentId, Permit, Person, PersonId, Vendor,
    cuec::{Applies, Change, CuecAnswer, CuecProgress, OurSide, wording},
};
use countersign_store::{DocumentRow, Snapshot, StoreError};
use std::collections::HashMap;
use uuid::Uuid;

/// What the view of an answer needs beside it.
pub(super) struct Ground {
    pub(super) people: Vec<Person>,
    pub(super) own: OwnControls,
    pub(super) file_names: HashMap<DocumentId, String>,
    pub(super) today: NaiveDate,
}

impl Ground {
    pub(super) fn read(db: &Snapshot<'_>, book: &Book, today: NaiveDate) -> Result<Self, StoreError> {
        let mut file_names = HashMap::new();
        let said = book.rows.iter().flat_map(|row| [row.listed.said.as_ref(), row.carried().map(|(said, _)| said)]);
        let proofs = said.chain(book.dropped.iter().map(|one| one.said.as_ref())).flatten();
        for proof in proofs.filter_map(|said| said.ours.proof) {
            if let Some(stored) = db.document(proof)? {
                file_names.insert(proof, stored.document.file_name.to_string());
            }
        }
        Ok(Self { people: db.persons()?, own: OwnControls::read(db)?, file_names, today })
    }

    pub(super) fn name(&self, person: PersonId) -> String {
        people::name_in(&self.people, person)
    }
}

impl App {
    /// The workbook of a vendor, of a report that counts where several do.
    pub(crate) fn cuec_book(&self, vendor: Uuid, report: Option<Uuid>) -> Result<w::CuecBook, Failure> {
        let vendor = self.known_vendor(vendor)?.vendor;
        let opened = self.opened()?;
        let may = Permit::request(&opened.actor()?, Action::KeepVendors).is_ok();
        let today = self.clock.today();
        let view = opened
            .store
            .read(|db| {
                let counting = counting::read(db, Some(vendor.id), self.on(today))?.remove(&vendor.id);
                let books = book::open_all(db, &vendor, &counting.unwrap_or_default())?;
                let Some(book) = books.iter().find(|book| book.is_of(report)) else { return Ok(None) };
                let ground = Ground::read(db, book, today)?;
                let limits = policy::in_force(db)?;
                let demand = vendor.tier.map(|tier| limits.tier(tier).cuec.title().to_owned());
                Ok(Some(view(&vendor, (book, &books), &ground, demand, may)))
            })
            .map_err(fail::store)?;
        view.ok_or_else(|| fail::not_found("report"))
    }
}

fn view(
    vendor: &Vendor,
    (book, all): (&Book, &[Book]),
    ground: &Ground,
    demand: Option<String>,
    may_answer: bool,
) -> w::CuecBook {
    w::CuecBook {
        vendor: vendor.id.uuid(),
        vendor_name: vendor.name.to_string(),
        tier: vendor.tier.map(names::tier_name),
        demand,
        report: book.report.as_ref().map(report),
        reports: if all.len() > 1 {
            all.iter().filter_map(|one| one.report.as_ref().map(report)).collect()
        } else {
            Vec::new()
        },
        before: book.before.as_ref().map(report),
        none_stated: book.none_stated,
        rows: book.rows.iter().zip(1..).map(|(one, number)| row(one, number, ground)).collect(),
        dropped: book.dropped.iter().map(|one| dropped(one, ground)).collect(),
        responsibilities: book
            .responsibilities
            .iter()
            .map(|(text, places)| w::UserEntityResponsibility { text: text.clone(), citations: citations(places) })
            .collect(),
        completion: completion(book, ground.today),
        may_answer,
    }
}

fn report(row: &DocumentRow) -> w::CuecReport {
    w::CuecReport {
        document: row.document.id.uuid(),
        file_name: row.document.file_name.to_string(),
        from: row.summary.from,
        to: row.summary.to,
    }
}

fn citations(places: &[Citation]) -> Vec<w::CitationView> {
    places.iter().map(view::citation).collect()
}

fn row(row: &Row, number: u32, ground: &Ground) -> w::CuecRow {
    let Listed { entry, control, said } = &row.listed;
    w::CuecRow {
        entry: entry.to_string(),
        number,
        text: control.text.clone(),
        criteria: control.criteria.clone(),
        citations: citations(&control.citations),
        side: said.as_ref().map(|said| side(said, ground)),
        carried: row.carried().map(|(said, _)| side(said, ground)),
        change: change(row),
    }
}

fn change(row: &Row) -> w::CuecChange {
    let Some(since) = &row.since else { return w::CuecChange::First };
    let before = since.words.clone().unwrap_or_default();
    match since.change {
        Change::Same { .. } => w::CuecChange::Same,
        Change::New => w::CuecChange::New,
        Change::Part { .. } => w::CuecChange::Part { of: before },
        Change::Reworded { .. } => {
            let pieces = wording::compared(&before, &row.listed.control.text);
            let piece = |piece: wording::Piece| w::WordsPiece {
                standing: match piece.standing {
                    wording::Standing::Same => w::WordsStanding::Same,
                    wording::Standing::Gone => w::WordsStanding::Gone,
                    wording::Standing::New => w::WordsStanding::New,
                },
                text: piece.text,
            };
            w::CuecChange::Reworded { words: pieces.into_iter().map(piece).collect() }
        }
    }
}

fn dropped(one: &Listed, ground: &Ground) -> w::DroppedCuec {
    w::DroppedCuec {
        text: one.control.text.clone(),
        citations: citations(&one.control.citations),
        side: one.said.as_ref().map(|said| side(said, ground)),
    }
}

/// Whether the day of what is said has passed.
pub(super) fn overdue(ours: &OurSide, today: NaiveDate) -> bool {
    ours.due_on().into_iter().chain(ours.recheck_on()).any(|day| day < today)
}

fn side(said: &CuecAnswer, ground: &Ground) -> w::CuecSide {
    let ours = &said.ours;
    let own = |id| ground.own.get(id);
    let text = |text: Option<&countersign_domain::LongText>| text.map(ToString::to_string);
    w::CuecSide {
        applies: ours.applies.map(applies_name),
        why: text(ours.why.as_ref()),
        controls: ours
            .controls
            .iter()
            .filter_map(|id| own(*id))
            .map(|control| w::NamedOwnControl { id: control.id.uuid(), name: control.name.to_string() })
            .collect(),
        owner: ours.owner.map(PersonId::uuid),
        answerable: ours.answerable(own).map(|person| ground.name(person)),
        progress: ours.progress.map(progress_name),
        evidence: text(ours.evidence.as_ref()),
        proof: ours.proof.map(|proof| w::CuecProof {
            document: proof.uuid(),
            file_name: ground.file_names.get(&proof).cloned().unwrap_or_default(),
        }),
        has_evidence: ours.has_evidence(own),
        due: ours.due,
        verified_on: ours.verified.map(|verified| verified.on),
        verified_by: ours.verified.map(|verified| ground.name(verified.by)),
        recheck_on: ours.recheck_on(),
        overdue: overdue(ours, ground.today),
        note: text(ours.note.as_ref()),
        by: ground.name(said.by),
        at: said.at,
    }
}

/// Counts how much is in place.
pub(super) fn completion(book: &Book, today: NaiveDate) -> w::CuecCompletion {
    let sides: Vec<&OurSide> =
        book.rows.iter().filter_map(|row| row.listed.said.as_ref()).map(|said| &said.ours).collect();
    let carried = book.rows.iter().filter(|row| row.carried().is_some()).count() as u32;
    counted(book.rows.len() as u32, &sides, carried, today)
}

/// Counts how much is in place of so many controls, of which these sides are said.
pub(super) fn counted(listed: u32, sides: &[&OurSide], carried: u32, today: NaiveDate) -> w::CuecCompletion {
    let count = |which: &dyn Fn(&OurSide) -> bool| sides.iter().filter(|ours| which(ours)).count() as u32;
    let applying = count(&OurSide::is_ours);
    let not_applying = count(&|ours| ours.applies == Some(Applies::No));
    let in_place = count(&OurSide::is_in_place);
    let planned = count(&|ours| ours.is_ours() && ours.progress == Some(CuecProgress::Planned));
    w::CuecCompletion {
        listed,
        applying,
        in_place,
        verified: count(&|ours| ours.is_in_place() && ours.progress == Some(CuecProgress::Verified)),
        planned,
        open: applying - in_place - planned,
        not_applying,
        undecided: listed - applying - not_applying,
        carried,
        overdue: count(&|ours| overdue(ours, today)),
    }
}
