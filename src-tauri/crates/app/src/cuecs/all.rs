//! The controls of all vendors' current reports with our side of each, in one list.

use super::book::OwnControls;
use super::counting;
use super::current::{self, Answers, Row};
use super::show::{counted, overdue};
use super::{applies_name, progress_name};
use crate::{
    App,
    acceptance::{Taking, cuec_lists, keep},
    fail, names, people,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{DocumentId, Person, Stage, Vendor, cuec::OurSide};

/// What all rows are made from.
struct Ground {
    answers: Answers,
    own: OwnControls,
    people: Vec<Person>,
    today: NaiveDate,
}

impl App {
    /// The controls of all vendors that are not left behind.
    pub(crate) fn cuecs_of_all(&self) -> Result<w::CuecsOfAll, Failure> {
        let opened = self.opened()?;
        let today = self.clock.today();
        let counts = counting::of_assembled(&*self.assembled(&opened, None)?, today);
        let mut taking = Taking::from(&self.extracts);
        let (vendors, lists, ground) = opened
            .store
            .read(|db| {
                let answers = Answers::read(db, None)?;
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
            let lists = current::all_rows(documents, counts.get(&vendor.id).map(Vec::as_slice), &ground.answers);
            listing += u32::from(lists.iter().any(|(_, rows, _)| !rows.is_empty()));
            let of_vendor = lists.into_iter().flat_map(|(list, rows, _)| rows.into_iter().map(move |row| (list, row)));
            for (list, row) in of_vendor {
                carried += u32::from(row.carried.is_some());
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

fn view(vendor: &Vendor, document: DocumentId, row: &Row<'_>, ground: &Ground) -> w::CuecOfAll {
    let nothing = OurSide::default();
    let ours = row.said.map_or(&nothing, |said| &said.ours);
    // A day is due though nobody has confirmed that it holds for the new report, and so is who answers for it.
    let dated = row.said.or(row.carried).map_or(&nothing, |said| &said.ours);
    let own = |id| ground.own.get(id);
    let owner = dated.answerable(own);
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
        due: dated.due_on().or_else(|| dated.recheck_on()),
        overdue: overdue(dated, ground.today),
        carried: row.carried.is_some(),
    }
}
