//! What the reports that count bring to what the rules look at: their lists, what was found in them, what a review said of them.
//! Where papers tell services apart, each has its own (`decisions/0043`).

use crate::{
    findings::{self, Item},
    fourth_parties::{Ground, OfReport, Rests},
};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, Vendor};
use countersign_policy::{
    Policy,
    answers::{self, Reviewed},
    rules::Case,
    snapshot::{Cuecs, Evidence, Snapshot as Facts, SubserviceState},
};
use std::collections::HashMap;

/// The lists of every document of a vendor.
#[derive(Default)]
pub(super) struct Lists {
    pub(super) cuecs: HashMap<DocumentId, Option<Cuecs>>,
    pub(super) subservice: HashMap<DocumentId, Option<Vec<SubserviceState>>>,
    pub(super) rests: HashMap<DocumentId, Rests>,
}

/// What is laid over the reports that count.
#[derive(Clone, Copy)]
pub(super) struct Around<'a> {
    pub(super) vendor: &'a Vendor,
    pub(super) items: &'a [Item],
    pub(super) reviewed: Reviewed<'a>,
    pub(super) ground: &'a Ground,
    pub(super) policy: &'a Policy,
    pub(super) today: NaiveDate,
}

/// Completes what the rules look at. Gives the reports on whose parties the vendor rests, and whether the review looked at all
/// of the main evidence.
pub(super) fn complete(facts: &mut Facts, mut lists: Lists, around: Around<'_>) -> (Vec<OfReport>, bool) {
    let mut parts = facts.split();
    if parts.is_empty() {
        facts.keep_deviations_for_all();
        let items: Vec<&Item> = around.items.iter().collect();
        let (rests, current) = one(facts, &mut lists, &items, around);
        return (rests.into_iter().collect(), current);
    }
    let (mut rests, mut current) = (Vec::<OfReport>::new(), true);
    for part in &mut parts {
        // What stands in no paper that is held here is of the vendor as a whole.
        let is_in = |facts: &Facts, document| facts.evidence.iter().any(|paper| paper.id == document);
        let held = |item: &&Item| {
            let document = item.finding.document();
            document.is_none_or(|document| is_in(&part.facts, document) || !is_in(facts, document))
        };
        let items: Vec<&Item> = around.items.iter().filter(held).collect();
        let mut of_part = lists.clone_of(&part.facts);
        let (of_report, seen) = one(&mut part.facts, &mut of_part, &items, around);
        let new = of_report.filter(|new| rests.iter().all(|known| known.document != new.document));
        rests.extend(new);
        current &= seen;
    }
    // What is asked of the vendor as a whole is asked of all its reports that count together.
    let reports: Vec<DocumentId> = {
        let counts = parts.iter().filter_map(|part| Some(case(&part.facts, around).soc2()?.id));
        counts.fold(Vec::new(), |mut once, id| {
            if !once.contains(&id) {
                once.push(id);
            }
            once
        })
    };
    let items: Vec<&Item> = around.items.iter().collect();
    one(facts, &mut Lists::default(), &items, around);
    facts.cuecs = None;
    facts.subservice = None;
    for report in &reports {
        let of = parts.iter().find(|part| case(&part.facts, around).soc2().is_some_and(|counts| counts.id == *report));
        let Some(of) = of.map(|part| &part.facts) else { continue };
        if let Some(cuecs) = &of.cuecs {
            join(&mut facts.cuecs, cuecs);
        }
        if let Some(parties) = &of.subservice {
            facts.subservice.get_or_insert_default().extend(parties.iter().cloned());
        }
        let said = of.evidence.iter().find(|paper| paper.id == *report);
        let whole = facts.evidence.iter_mut().find(|paper| paper.id == *report);
        if let (Some(said), Some(whole)) = (said, whole) {
            whole.clone_from(said);
        }
    }
    facts.of_services = parts;
    (rests, current)
}

fn case<'a>(facts: &'a Facts, around: Around<'a>) -> Case<'a> {
    Case::new(facts, around.policy, around.today)
}

fn join(all: &mut Option<Cuecs>, more: &Cuecs) {
    match all {
        None => *all = Some(more.clone()),
        Some(all) => {
            all.stated &= more.stated;
            all.controls.extend(more.controls.iter().cloned());
            all.responsibilities.extend(&more.responsibilities);
        }
    }
}

impl Lists {
    /// The lists of the documents of a part; another part may have the same.
    fn clone_of(&self, part: &Facts) -> Self {
        fn of<T: Clone>(all: &HashMap<DocumentId, T>, part: &Facts) -> HashMap<DocumentId, T> {
            part.evidence.iter().filter_map(|paper| Some((paper.id, all.get(&paper.id)?.clone()))).collect()
        }
        Self { cuecs: of(&self.cuecs, part), subservice: of(&self.subservice, part), rests: of(&self.rests, part) }
    }
}

/// Completes a vendor of whom one report counts, or one part of a vendor.
fn one(facts: &mut Facts, lists: &mut Lists, items: &[&Item], around: Around<'_>) -> (Option<OfReport>, bool) {
    let Around { vendor, reviewed, ground, policy, today, .. } = around;
    // The lists are those of the report that counts.
    let report = Case::new(facts, policy, today).soc2().map(|report| report.id);
    if let Some(report) = report {
        facts.cuecs = lists.cuecs.remove(&report).flatten();
        facts.subservice = lists.subservice.remove(&report).flatten();
    }
    let counts = report.or_else(|| latest_naming(&facts.evidence, &lists.rests));
    let rests = counts.and_then(|document| Some(OfReport { document, rests: lists.rests.remove(&document)? }));
    if let (Some(_), Some(of_report), Some(parties)) = (report, &rests, &mut facts.subservice) {
        ground.lay_over(vendor, &of_report.rests, parties);
    }
    findings::weigh(facts, items, policy);
    answers::lay_over(facts, policy, today, reviewed);
    let current = reviewed.is_of(&Case::new(facts, policy, today));
    let says_none = report.is_some_and(|report| {
        let report = facts.evidence.iter().find(|paper| paper.id == report);
        let exceptions = report.and_then(|report| report.exceptions.as_ref());
        exceptions.is_none_or(|exceptions| exceptions.count == 0 && !exceptions.confirmed)
    });
    facts.unrated = findings::unrated(facts, items, says_none);
    (rests, current)
}

/// Where no SOC 2 report counts, the latest document that names parties: a report on controls over financial reporting.
fn latest_naming(evidence: &[Evidence], rests: &HashMap<DocumentId, Rests>) -> Option<DocumentId> {
    let says = |rests: &Rests| !rests.parties.is_empty() || rests.denied.is_some();
    let names = |paper: &&Evidence| rests.get(&paper.id).is_some_and(says);
    let latest = evidence.iter().filter(names).max_by_key(|paper| paper.covers_to().map(|day| day.value));
    latest.map(|paper| paper.id)
}
