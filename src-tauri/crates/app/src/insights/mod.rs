//! Figures of all vendors with their way over time (`practice.md` §9). The formulas are in `domain::metric`; here they get their
//! rows, of the workspace as it is or as it was on a day (`decisions/0024`).
//!
//! To add a figure: its name and words in `domain::metric`, its name in `contract/src/wire/insight.rs`, its rows in the file
//! of its family here.

mod board;
mod evidence;
mod findings;
mod fourth;
mod gather;
mod inventory;
mod own_side;
mod reviews;
mod show;
mod table;
mod trend;
mod worked;

pub(crate) use trend::PastFigures;

use crate::{
    App,
    acceptance::{self, Taking, assemble},
    application::Opened,
    fail, names,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::PersonId;
use countersign_store::{Snapshot, StoreError};
use gather::{Filter, Gathered, Population};
use std::sync::Arc;
use worked::Worked;

/// Which vendors are counted.
fn filter(input: &w::InsightsQuery) -> Filter {
    Filter { tier: input.tier.map(names::tier), owner: input.owner.map(PersonId::from_uuid), tag: input.tag.clone() }
}

/// Every figure, in the order in which they are shown.
fn worked(gathered: &Gathered, filter: &Filter) -> Vec<Worked> {
    let population = Population::of(gathered, filter);
    let families = [
        evidence::all(&population),
        reviews::all(&population),
        findings::all(&population),
        fourth::all(&population),
        own_side::all(&population),
    ];
    families.into_iter().flatten().collect()
}

impl App {
    /// The day from which on earlier states are known.
    fn known_since(&self, opened: &Opened) -> Result<Option<NaiveDate>, Failure> {
        let begins = opened.store.read(|db| db.past_begins()).map_err(fail::store)?;
        Ok(begins.map(|at| self.clock.day_of(at)))
    }

    /// The figures of all vendors on a day.
    pub(crate) fn insights_view(&self, input: &w::InsightsQuery) -> Result<w::InsightsView, Failure> {
        let opened = self.opened()?;
        let gathered = self.gathered_on(&opened, input.as_of.unwrap_or_else(|| self.clock.today()))?;
        let filter = filter(input);
        let population = Population::of(&gathered, &filter);
        let mut owners: Vec<w::InsightOwner> = Vec::new();
        let mut tags = std::collections::BTreeSet::new();
        for row in &gathered.rows {
            if let (Some(owner), Some(name)) = (row.vendor.owner, &row.owner_name)
                && !owners.iter().any(|known| known.person == owner.uuid())
            {
                owners.push(w::InsightOwner { person: owner.uuid(), name: name.clone() });
            }
            let facts = gathered.assembled.facts.get(&row.vendor.id);
            tags.extend(facts.iter().flat_map(|facts| &facts.profile.tags).map(ToString::to_string));
        }
        owners.sort_by(|a, b| a.name.cmp(&b.name));
        Ok(w::InsightsView {
            day: gathered.day,
            known_since: gathered.known_since,
            counted: population.in_use.len() as u32,
            of: population.of as u32,
            metrics: worked(&gathered, &filter).iter().map(show::view).collect(),
            owners,
            tags: tags.into_iter().collect(),
        })
    }

    /// A figure with everything of which it was counted.
    pub(crate) fn insight_detail(&self, input: &w::InsightQuery) -> Result<w::InsightDetail, Failure> {
        let (day, worked) = self.one_worked(input)?;
        Ok(w::InsightDetail { view: show::view(&worked), day, rows: worked.rows.iter().map(show::row).collect() })
    }

    fn one_worked(&self, input: &w::InsightQuery) -> Result<(NaiveDate, Worked), Failure> {
        let opened = self.opened()?;
        let gathered = self.gathered_on(&opened, input.of.as_of.unwrap_or_else(|| self.clock.today()))?;
        let metric = show::metric(input.metric);
        let found = worked(&gathered, &filter(&input.of)).into_iter().find(|worked| worked.metric == metric);
        Ok((gathered.day, found.ok_or_else(|| fail::not_found("figure"))?))
    }

    /// What is known on a day: of today and later what is known now, of an earlier one what was known at its end.
    fn gathered_on(&self, opened: &Opened, day: NaiveDate) -> Result<Arc<Gathered>, Failure> {
        if day >= self.clock.today() {
            let mut taking = Taking::from(&self.extracts);
            let read = |db: &Snapshot<'_>| {
                let assembled = self.assembled_in(db, self.on(day), &mut taking)?;
                Gathered::read(db, day, &self.clock, assembled)
            };
            let gathered = opened.store.read(read).map_err(fail::store)?;
            acceptance::keep(opened, &taking.fresh)?;
            return Ok(Arc::new(gathered));
        }
        if let Some(gathered) = self.past_figures.gathered(day) {
            return Ok(gathered);
        }
        let mut taking = Taking::of_past(&self.extracts);
        if let Some(earliest) = self.known_since(opened)?.filter(|earliest| day < *earliest) {
            return Err(fail::invalid("as_of", Problem::TooEarly { earliest }));
        }
        // What is worked out anew of documents as they were is not how they are.
        let gathered = opened
            .store
            .read_past(self.clock.end_of(day), |db| {
                let assembled = Arc::new(assemble(db, None, self.on(day), &mut taking)?);
                Gathered::read(db, day, &self.clock, assembled)
            })
            .map_err(|error: StoreError| fail::store(error))?;
        let gathered = Arc::new(gathered);
        self.past_figures.keep_gathered(&gathered);
        Ok(gathered)
    }
}
