//! The controls of all vendors' current reports with our side of each, in one list.

use super::book::{Candidate, OwnControls, chosen, counting_of};
use super::show::{counted, overdue};
use super::{applies_name, progress_name};
use crate::{
    App,
    acceptance::{CuecList, ListedCuec, Taking, cuec_lists, keep},
    fail, names, people,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{
    DocumentId, EntryId, Person, Stage, Vendor,
    cuec::{CuecAnswer, OurSide, settle},
    matching,
};
use std::collections::HashMap;

/// What all rows are made from.
struct Ground {
    answers: HashMap<DocumentId, Vec<CuecAnswer>>,
    own: OwnControls,
    people: Vec<Person>,
    today: NaiveDate,
}

/// A control with what was said of it.
struct Row<'a> {
    number: u32,
    listed: &'a ListedCuec,
    said: Option<&'a CuecAnswer>,
    /// Whether the answer to the earlier report waits.
    carried: bool,
}

impl App {
    /// The controls of all vendors that are not left behind.
    pub(crate) fn cuecs_of_all(&self) -> Result<w::CuecsOfAll, Failure> {
        let opened = self.opened()?;
        let today = self.clock.today();
        let counts = counting_of(&*self.assembled(&opened, None)?, today);
        let mut taking = Taking::from(&self.extracts);
        let (vendors, lists, ground) = opened
            .store
            .read(|db| {
                let mut answers: HashMap<DocumentId, Vec<CuecAnswer>> = HashMap::new();
                for filed in db.cuec_answers(None)? {
                    answers.entry(filed.answer.document).or_default().push(filed.answer);
                }
                let ground = Ground { answers, own: OwnControls::read(db)?, people: db.persons()?, today };
                Ok((db.vendors()?, cuec_lists(db, &mut taking)?, ground))
            })
            .map_err(fail::store)?;
        keep(&opened, &taking.fresh)?;
        let mut vendors: Vec<Vendor> = vendors.into_iter().map(|row| row.vendor).collect();
        vendors.retain(|vendor| !is_left_behind(vendor.stage));
        vendors.sort_by(|a, b| a.name.cmp(&b.name));
        let (mut rows, mut sides, mut carried, mut listing) = (Vec::new(), Vec::new(), 0, 0);
        for vendor in &vendors {
            let Some(documents) = lists.get(&vendor.id) else { continue };
            let Some((list, of_vendor)) = rows_of(documents, counts.get(&vendor.id).copied(), &ground) else {
                continue;
            };
            listing += u32::from(!of_vendor.is_empty());
            for row in of_vendor {
                carried += u32::from(row.carried);
                sides.extend(row.said.map(|said| &said.ours));
                rows.push(view(vendor, list.document, &row, &ground));
            }
        }
        let completion = counted(rows.len() as u32, &sides, carried, today);
        Ok(w::CuecsOfAll { rows, vendors: listing, completion })
    }
}

/// Whether nothing is expected of us any more.
pub(super) const fn is_left_behind(stage: Stage) -> bool {
    matches!(stage, Stage::Rejected | Stage::Withdrawn | Stage::Closed)
}

/// The rows of a vendor, with the document that lists them.
fn rows_of<'a>(
    documents: &'a [CuecList],
    counts: Option<DocumentId>,
    ground: &'a Ground,
) -> Option<(&'a CuecList, Vec<Row<'a>>)> {
    let candidate = |list: &CuecList| Candidate { document: list.document, kind: list.kind, to: list.to };
    let candidates: Vec<Candidate> = documents.iter().map(candidate).collect();
    let (now, before) = chosen(&candidates, counts, |document| ground.answers.contains_key(&document))?;
    let (list, before) = (&documents[now], before.map(|at| &documents[at]));
    let said = said_of(list, ground);
    let carried = waiting(list, &said, before, ground);
    let rows = list.controls.iter().zip(said).zip(carried).zip(1..);
    let row = |(((listed, said), carried), number)| Row { number, listed, said, carried };
    Some((list, rows.map(row).collect()))
}

/// What was said of each control of a document.
fn said_of<'a>(list: &CuecList, ground: &'a Ground) -> Vec<Option<&'a CuecAnswer>> {
    let Some(answers) = ground.answers.get(&list.document) else { return vec![None; list.controls.len()] };
    let named: Vec<(EntryId, &str)> = list.controls.iter().map(|one| (one.entry, one.text.as_str())).collect();
    settle::settled(&named, answers)
}

/// For which controls an answer to the earlier report waits to be confirmed.
fn waiting(list: &CuecList, said: &[Option<&CuecAnswer>], before: Option<&CuecList>, ground: &Ground) -> Vec<bool> {
    let none = || vec![false; list.controls.len()];
    let Some(before) = before.filter(|_| said.contains(&None)) else { return none() };
    let then = said_of(before, ground);
    if then.iter().all(Option::is_none) {
        return none();
    }
    let words = |list: &CuecList| list.controls.iter().map(|one| one.text.clone()).collect::<Vec<_>>();
    let changes = matching::matched(&words(before), &words(list)).changes;
    let waits = |(change, said): (&matching::Change, Option<&CuecAnswer>)| {
        said.is_none() && change.before().is_some_and(|at| then[at].is_some())
    };
    changes.iter().zip(said.iter().copied()).map(waits).collect()
}

fn view(vendor: &Vendor, document: DocumentId, row: &Row<'_>, ground: &Ground) -> w::CuecOfAll {
    let nothing = OurSide::default();
    let ours = row.said.map_or(&nothing, |said| &said.ours);
    let own = |id| ground.own.get(id);
    let owner = ours.answerable(own);
    w::CuecOfAll {
        vendor: vendor.id.uuid(),
        vendor_name: vendor.name.to_string(),
        tier: vendor.tier.map(names::tier_name),
        document: document.uuid(),
        entry: row.listed.entry.to_string(),
        number: row.number,
        text: row.listed.text.clone(),
        page: row.listed.page,
        applies: ours.applies.map(applies_name),
        controls: ours.controls.iter().filter_map(|id| own(*id)).map(|own| own.name.to_string()).collect(),
        owner: owner.map(countersign_domain::PersonId::uuid),
        owner_name: owner.map(|owner| people::name_in(&ground.people, owner)),
        progress: ours.progress.map(progress_name),
        has_evidence: ours.has_evidence(own),
        in_place: ours.is_in_place(),
        due: ours.due_on().or_else(|| ours.recheck_on()),
        overdue: overdue(ours, ground.today),
        carried: row.carried,
    }
}
