//! From the workspace to what the rules look at, for one vendor or for all of them in one pass.

use super::{
    cuec_sides::CuecSides,
    decided::{Decided, decided},
};
use super::{extract, grant::Terms};
use crate::{
    App, alternative,
    application::Opened,
    fail, firms, policy,
    reviews::{self, answer::Given},
};
use chrono::NaiveDate;
use countersign_contract::Failure;
use countersign_domain::{Outcome, Vendor, VendorId, register::Profile};
use countersign_policy::{
    Conclusion, Policy, Verdict,
    answers::{self, Answered},
    rules::Case,
    snapshot::{Deviation, FirmCheck, Review, Snapshot as Facts},
};
use countersign_store::{AcceptanceRow, AlternativeRow, KeptEvidence, ReviewRow, Snapshot, StoreError};
use extract::Extract;
use std::collections::HashMap;

/// The policy in force, and what it looks at.
pub(crate) struct Assembled {
    pub(crate) policy: Policy,
    pub(crate) facts: HashMap<VendorId, Facts>,
    /// The answers of the last finished review.
    answers: HashMap<VendorId, Vec<Answered>>,
}

impl Assembled {
    /// The verdict of the rules and the answers together.
    pub(crate) fn verdict(&self, vendor: VendorId, conclusion: &Conclusion) -> Verdict {
        let answers = self.answers.get(&vendor).map_or(&[][..], Vec::as_slice);
        answers::weigh(conclusion, answers).verdict
    }
}

/// What is known of many vendors, by vendor.
struct Known {
    profiles: HashMap<VendorId, Profile>,
    outcomes: HashMap<VendorId, Vec<Outcome>>,
    extracts: HashMap<VendorId, Vec<Extract>>,
    acceptances: HashMap<VendorId, Vec<AcceptanceRow>>,
    /// The latest version of the path without a report.
    alternatives: HashMap<VendorId, AlternativeRow>,
    checks: Vec<(String, FirmCheck)>,
    reviews: HashMap<VendorId, Vec<ReviewRow>>,
    /// The answers that count: those of the latest finished review, or of the one that is looked at.
    answers: HashMap<VendorId, Vec<Answered>>,
    decided: HashMap<VendorId, Decided>,
    cuec_sides: CuecSides,
}

impl App {
    /// Assembles what the rules look at, of one vendor or of all.
    pub(crate) fn assembled(&self, opened: &Opened, vendor: Option<VendorId>) -> Result<Assembled, Failure> {
        let today = self.clock.today();
        let mut fresh = Vec::new();
        let assembled = opened.store.read(|db| assemble(db, vendor, today, &mut fresh)).map_err(fail::store)?;
        if !fresh.is_empty() {
            // A workspace that cannot be written works it out each time.
            match opened.store.keep_evidence(extract::FORM, &fresh) {
                Ok(()) | Err(StoreError::ReadOnly { .. } | StoreError::Busy) => {}
                Err(error) => return Err(fail::store(error)),
            }
        }
        Ok(assembled)
    }
}

/// Assembles what the rules look at; `fresh` gets what was not kept and should be.
pub(crate) fn assemble(
    db: &Snapshot<'_>,
    only: Option<VendorId>,
    today: NaiveDate,
    fresh: &mut Vec<KeptEvidence>,
) -> Result<Assembled, StoreError> {
    let policy = policy::in_force(db)?;
    let vendors: Vec<Vendor> = match only {
        Some(id) => db.vendor(id)?.into_iter().collect(),
        None => db.vendors()?.into_iter().map(|row| row.vendor).collect(),
    };
    let mut known = known(db, only, fresh)?;
    let facts = vendors
        .into_iter()
        .map(|vendor| {
            let facts = facts(&vendor, &mut known, &policy, today);
            (vendor.id, facts)
        })
        .collect();
    Ok(Assembled { policy, facts, answers: known.answers })
}

fn known(db: &Snapshot<'_>, only: Option<VendorId>, fresh: &mut Vec<KeptEvidence>) -> Result<Known, StoreError> {
    let mut extracts: HashMap<VendorId, Vec<Extract>> = HashMap::new();
    for row in db.evidence(only, extract::FORM)? {
        extracts.entry(row.vendor).or_default().push(extract::taken(db, &row, fresh)?);
    }
    let (profiles, outcomes, signed) = match only {
        Some(id) => (
            HashMap::from([(id, db.profile(id)?)]),
            HashMap::from([(id, db.decisions(id)?.into_iter().map(|decision| decision.outcome).collect())]),
            db.acceptances_of(id)?,
        ),
        None => (db.profiles()?, db.outcomes()?, db.acceptances()?),
    };
    let mut acceptances: HashMap<VendorId, Vec<AcceptanceRow>> = HashMap::new();
    for row in signed {
        acceptances.entry(row.vendor).or_default().push(row);
    }
    let paths = match only {
        Some(id) => db.alternatives_of(id)?,
        None => db.alternatives()?,
    };
    let mut alternatives: HashMap<VendorId, AlternativeRow> = HashMap::new();
    for row in paths {
        alternatives.entry(row.vendor).or_insert(row);
    }
    let checks = db.firm_checks()?.iter().filter_map(|row| Some((row.firm.clone(), firms::fact(row)?))).collect();
    let mut reviews: HashMap<VendorId, Vec<ReviewRow>> = HashMap::new();
    let rows = match only {
        Some(id) => db.reviews(id)?,
        None => db.all_reviews()?,
    };
    for row in rows {
        reviews.entry(row.vendor).or_default().push(row);
    }
    let mut answers = HashMap::new();
    for (vendor, rows) in &reviews {
        if let Some(finished) = reviews::latest_finished(rows) {
            let given = reviews::answer::of_review(db, finished.id)?;
            answers.insert(*vendor, given.iter().map(Given::answered).collect());
        }
    }
    let (decided, cuec_sides) = (decided(db, only)?, CuecSides::read(db, only)?);
    Ok(Known { profiles, outcomes, extracts, acceptances, alternatives, checks, reviews, answers, decided, cuec_sides })
}

fn facts(vendor: &Vendor, known: &mut Known, policy: &Policy, today: NaiveDate) -> Facts {
    let profile = known.profiles.remove(&vendor.id).unwrap_or_default();
    let names = std::iter::once(&vendor.name).chain(&vendor.aliases).chain(profile.legal_name.as_ref());
    let names = names.map(ToString::to_string).collect();
    let decided = known.outcomes.remove(&vendor.id).unwrap_or_default();
    let (mut evidence, mut cuecs, mut subservice) = (Vec::new(), HashMap::new(), HashMap::new());
    for extract in known.extracts.remove(&vendor.id).unwrap_or_default() {
        let mut listed = extract.cuecs;
        if let Some(listed) = &mut listed {
            known.cuec_sides.lay_over(extract.evidence.id, &extract.cuec_names, &mut listed.controls);
        }
        cuecs.insert(extract.evidence.id, listed);
        subservice.insert(extract.evidence.id, extract.subservice);
        evidence.push(extract.evidence);
    }
    let named: Vec<String> =
        evidence.iter().filter_map(|paper| Some(firms::folded(&paper.firm.as_ref()?.value))).collect();
    let checks = known.checks.iter().filter(|(firm, _)| named.contains(firm));
    let signed = known.acceptances.remove(&vendor.id).unwrap_or_default();
    let path = known.alternatives.remove(&vendor.id).and_then(|row| alternative::of_row(&row, &signed, today));
    let mut facts = Facts {
        names,
        tier: vendor.tier,
        in_use: countersign_domain::in_use(vendor.stage, decided),
        profile,
        evidence,
        firm_checks: checks.map(|(_, check)| check.clone()).collect(),
        deviations: signed.iter().filter_map(|row| deviation(row, today)).collect(),
        alternative: path,
        reviews: reviewed(known.reviews.remove(&vendor.id).unwrap_or_default()),
        ..Facts::default()
    };
    let decided = known.decided.remove(&vendor.id).unwrap_or_default();
    facts.conditions = decided.conditions;
    facts.approvals = decided.approvals;
    // The lists are those of the report that counts.
    let report = Case::new(&facts, policy, today).soc2().map(|report| report.id);
    if let Some(report) = report {
        facts.cuecs = cuecs.remove(&report).flatten();
        facts.subservice = subservice.remove(&report).flatten();
    }
    answers::lay_over(&mut facts, policy, today, known.answers.get(&vendor.id).map_or(&[][..], Vec::as_slice));
    facts
}

/// Reviews as the rules look at them: who signed reviewed, and until then who started.
fn reviewed(rows: Vec<ReviewRow>) -> Vec<Review> {
    rows.into_iter()
        .map(|row| Review {
            finished_on: row.finished.map(|(at, _)| at.date_naive()),
            reviewer: row.signed.map_or(row.started.0, |(by, _)| by),
            second_reader: row.second_read.map(|(by, _)| by),
        })
        .collect()
}

/// What the rules look at while a review goes on: with its own answers in the place of those of the last one.
pub(crate) fn facts_under_review(
    db: &Snapshot<'_>,
    review: &ReviewRow,
    given: &[Given],
    today: NaiveDate,
) -> Result<(Policy, Facts), StoreError> {
    let vendor = db.vendor(review.vendor)?.ok_or(StoreError::Missing { what: "vendor" })?;
    let policy = policy::in_force(db)?;
    let mut known = known(db, Some(vendor.id), &mut Vec::new())?;
    known.answers.insert(vendor.id, given.iter().map(Given::answered).collect());
    let facts = facts(&vendor, &mut known, &policy, today);
    Ok((policy, facts))
}

/// A signed deviation as the rules look at it; `None` once it was ended, and for an approval of the path without a report,
/// which is part of the path.
fn deviation(row: &AcceptanceRow, today: NaiveDate) -> Option<Deviation> {
    if row.ended.as_ref().is_some_and(|end| end.on <= today) {
        return None;
    }
    let terms: Terms = serde_json::from_value(row.terms.clone()).ok()?;
    if terms.alternative.is_some() {
        return None;
    }
    Some(Deviation {
        rule: row.rule.clone(),
        found: terms.found,
        reason: terms.reason,
        compensations: terms.compensations,
        requester: Some(terms.requester),
        approver: row.approved_by,
        rank: Some(terms.rank),
        granted_on: row.approved_on,
        expires_on: row.expires,
    })
}
