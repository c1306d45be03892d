//! From the workspace to what the rules look at, for one vendor or for all of them in one pass.

use super::{
    again::again,
    complete::{Around, Lists, complete},
    cuec_sides::CuecSides,
    decided::{Decided, decided},
};
use super::{extract, grant::Terms};
use crate::{
    App, alternative,
    application::Opened,
    clock::Day,
    fail, findings, firms,
    fourth_parties::{Ground, OfReport},
    kept::State,
    policy,
    reviews::{self, answer::Given},
};
use chrono::NaiveDate;
use countersign_contract::Failure;
use countersign_domain::{
    Finding, Looked, Outcome, ReviewId, Vendor, VendorId,
    monitoring::{self, MonitoringEntry, MonitoringKind},
    register::{NextExamination, Profile},
};
use countersign_policy::{
    Conclusion, Policy, Verdict,
    answers::{self, Answered, Reviewed},
    snapshot::{Deviation, Evidence, FirmCheck, NextAudit, Review, ReviewBy, Snapshot as Facts},
    words,
};
use countersign_store::{AcceptanceKind, AcceptanceRow, AlternativeRow, KeptEvidence, ReviewRow, Snapshot, StoreError};
use extract::{Ready, Taking};
use std::{collections::HashMap, sync::Arc};

/// The policy in force, and what it looks at.
#[derive(Clone)]
pub(crate) struct Assembled {
    pub(crate) policy: Policy,
    pub(crate) facts: HashMap<VendorId, Arc<Facts>>,
    /// What is found about each vendor.
    pub(super) findings: HashMap<VendorId, Arc<[findings::Item]>>,
    /// On whom each vendor rests, as its reports that count say.
    pub(crate) rests: HashMap<VendorId, Arc<[OfReport]>>,
    /// What is known of these parties.
    pub(crate) ground: Ground,
    /// Of vendors with an incident that nobody has settled, the day of the latest.
    pub(crate) incidents: HashMap<VendorId, NaiveDate>,
    /// The answers of the last finished review, and whether it looked at the main evidence that counts.
    answers: HashMap<VendorId, Arc<(Vec<Answered>, bool)>>,
}

impl Assembled {
    /// Puts what is assembled of one vendor in the place of what is here of it; of a vendor that is gone nothing stays.
    pub(super) fn put(&mut self, vendor: VendorId, one: Self) {
        fn place<T>(of: &mut HashMap<VendorId, T>, vendor: VendorId, new: HashMap<VendorId, T>) {
            of.remove(&vendor);
            of.extend(new);
        }
        place(&mut self.facts, vendor, one.facts);
        place(&mut self.findings, vendor, one.findings);
        place(&mut self.rests, vendor, one.rests);
        place(&mut self.incidents, vendor, one.incidents);
        place(&mut self.answers, vendor, one.answers);
    }

    /// What is found about a vendor.
    pub(crate) fn findings(&self, vendor: VendorId) -> &[findings::Item] {
        self.findings.get(&vendor).map_or(&[], |items| &**items)
    }

    /// The verdict of the rules and the answers together.
    pub(crate) fn verdict(&self, vendor: VendorId, conclusion: &Conclusion) -> Verdict {
        let (answers, current) = self.answers.get(&vendor).map_or((&[][..], true), |of| (&of.0[..], of.1));
        answers::weigh(conclusion, answers, current).verdict
    }
}

/// What is known of many vendors, by vendor.
struct Known {
    profiles: HashMap<VendorId, Profile>,
    outcomes: HashMap<VendorId, Vec<Outcome>>,
    extracts: HashMap<VendorId, Vec<Arc<Ready>>>,
    acceptances: HashMap<VendorId, Vec<AcceptanceRow>>,
    /// The latest version of the path without a report.
    alternatives: HashMap<VendorId, AlternativeRow>,
    findings: HashMap<VendorId, Vec<Finding>>,
    checks: Vec<(String, FirmCheck)>,
    reviews: HashMap<VendorId, Vec<ReviewRow>>,
    /// What finished reviews looked at.
    looked: HashMap<ReviewId, Looked>,
    /// The answers that count: those of the latest finished review with what it looked at, or of the one that goes on.
    answers: HashMap<VendorId, (Vec<Answered>, Option<Looked>)>,
    decided: HashMap<VendorId, Decided>,
    cuec_sides: CuecSides,
    ground: Ground,
    incidents: HashMap<VendorId, NaiveDate>,
    monitoring: HashMap<VendorId, Vec<MonitoringEntry>>,
}

/// What is assembled of a vendor.
struct OfVendor {
    facts: Facts,
    items: Vec<findings::Item>,
    /// The reports that count and name parties.
    rests: Vec<OfReport>,
    /// The answers that count, and whether their review looked at the main evidence.
    answers: (Vec<Answered>, bool),
}

impl App {
    /// What the rules look at, of one vendor or of all.
    pub(crate) fn assembled(&self, opened: &Opened, vendor: Option<VendorId>) -> Result<Arc<Assembled>, Failure> {
        let day = self.day();
        let mut taking = Taking::from(&self.extracts);
        let assembled = opened.store.read(|db| match vendor {
            Some(_) => assemble(db, vendor, day, &mut taking).map(Arc::new),
            None => self.assembled_in(db, day, &mut taking),
        });
        let assembled = assembled.map_err(fail::store)?;
        keep(opened, &taking.fresh)?;
        Ok(assembled)
    }

    /// What the rules look at of all vendors, as a snapshot of now has it.
    pub(crate) fn assembled_in(
        &self,
        db: &Snapshot<'_>,
        day: Day<'_>,
        taking: &mut Taking<'_>,
    ) -> Result<Arc<Assembled>, StoreError> {
        self.looks.assembled.at_after(State::of(db, day)?, |before| {
            let again = before.map(|before| again(db, before, day, taking)).transpose()?;
            again.flatten().map_or_else(|| assemble(db, None, day, taking), Ok)
        })
    }

    /// Assembles all vendors under the policy in force and under another one.
    pub(crate) fn assembled_twice(
        &self,
        opened: &Opened,
        other: impl FnOnce(&Policy) -> Option<Policy>,
    ) -> Result<(Arc<Assembled>, Option<Assembled>), Failure> {
        let day = self.day();
        let mut taking = Taking::from(&self.extracts);
        let both = opened.store.read(|db| {
            let assembled = self.assembled_in(db, day, &mut taking)?;
            let next = other(&assembled.policy).map(|next| under(db, None, next, day, &mut taking)).transpose()?;
            Ok((assembled, next))
        });
        let both = both.map_err(fail::store)?;
        keep(opened, &taking.fresh)?;
        Ok(both)
    }
}

/// Keeps what was worked out of documents. A workspace that cannot be written works it out each time.
pub(crate) fn keep(opened: &Opened, fresh: &[KeptEvidence]) -> Result<(), Failure> {
    if fresh.is_empty() {
        return Ok(());
    }
    match opened.store.keep_evidence(extract::FORM, fresh) {
        Ok(()) | Err(StoreError::ReadOnly { .. } | StoreError::Busy) => Ok(()),
        Err(error) => Err(fail::store(error)),
    }
}

/// Assembles what the rules look at, under the policy in force.
pub(crate) fn assemble(
    db: &Snapshot<'_>,
    only: Option<VendorId>,
    day: Day<'_>,
    taking: &mut Taking<'_>,
) -> Result<Assembled, StoreError> {
    under(db, only, policy::in_force(db)?, day, taking)
}

/// Assembles it under a policy: how grave a finding is treated, which report counts and what a party is worth follow from it.
pub(super) fn under(
    db: &Snapshot<'_>,
    only: Option<VendorId>,
    policy: Policy,
    day: Day<'_>,
    taking: &mut Taking<'_>,
) -> Result<Assembled, StoreError> {
    let vendors: Vec<Vendor> = match only {
        Some(id) => db.vendor(id)?.into_iter().collect(),
        None => db.vendors()?.into_iter().map(|row| row.vendor).collect(),
    };
    let mut known = known(db, only, (&policy, day), taking)?;
    let (mut facts, mut found) = (HashMap::new(), HashMap::new());
    let (mut rests, mut answers) = (HashMap::new(), HashMap::new());
    for vendor in vendors {
        let of_vendor = assembled_of(&vendor, &mut known, &policy, day);
        facts.insert(vendor.id, Arc::new(of_vendor.facts));
        found.insert(vendor.id, of_vendor.items.into());
        answers.insert(vendor.id, Arc::new(of_vendor.answers));
        if !of_vendor.rests.is_empty() {
            rests.insert(vendor.id, of_vendor.rests.into());
        }
    }
    let Known { ground, incidents, .. } = known;
    Ok(Assembled { policy, facts, findings: found, rests, ground, incidents, answers })
}

fn known(
    db: &Snapshot<'_>,
    only: Option<VendorId>,
    under: (&Policy, Day<'_>),
    taking: &mut Taking<'_>,
) -> Result<Known, StoreError> {
    let mut extracts: HashMap<VendorId, Vec<Arc<Ready>>> = HashMap::new();
    for row in db.evidence(only)? {
        extracts.entry(row.vendor).or_default().push(taking.take(db, row)?);
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
    // The latest version says where the path is; withdrawn, there is none, and no earlier one comes back.
    alternatives.retain(|_, row| row.withdrawn.is_none());
    let checks = db.firm_checks()?.iter().filter_map(|row| Some((row.firm.clone(), firms::fact(row)?))).collect();
    let mut reviews: HashMap<VendorId, Vec<ReviewRow>> = HashMap::new();
    let rows = match only {
        Some(id) => db.reviews(id)?,
        None => db.all_reviews()?,
    };
    for row in rows {
        reviews.entry(row.vendor).or_default().push(row);
    }
    let (mut answers, looked) = (HashMap::new(), db.looked_at(only)?);
    let mut of_all = if only.is_none() { reviews::answer::of_last_reviews(db)? } else { HashMap::new() };
    for (vendor, rows) in &reviews {
        if let Some(finished) = reviews::latest_finished(rows) {
            let given = match only {
                Some(_) => reviews::answer::of_review(db, finished.id)?,
                None => of_all.remove(&finished.id).unwrap_or_default(),
            };
            let given = given.iter().map(Given::answered).collect();
            answers.insert(*vendor, (given, looked.get(&finished.id).cloned()));
        }
    }
    let (decided, cuec_sides) = (decided(db, only, under.1)?, CuecSides::read(db, only)?);
    let findings = recorded(db, only)?;
    let mut monitoring: HashMap<VendorId, Vec<MonitoringEntry>> = HashMap::new();
    let mut incidents: HashMap<VendorId, NaiveDate> = HashMap::new();
    for entry in db.monitoring(only)? {
        if entry.is_open() && entry.kind == MonitoringKind::Incident {
            let latest = incidents.entry(entry.vendor).or_insert(entry.on);
            *latest = entry.on.max(*latest);
        }
        monitoring.entry(entry.vendor).or_default().push(entry);
    }
    let named: Vec<String> = extracts
        .values()
        .flatten()
        .flat_map(|extract| &extract.rests.parties)
        .map(|party| party.name.clone())
        .collect();
    let ground = Ground::read(db, only, named.iter().map(String::as_str), under, taking)?;
    Ok(Known {
        profiles,
        outcomes,
        extracts,
        acceptances,
        alternatives,
        findings,
        checks,
        reviews,
        looked,
        answers,
        decided,
        cuec_sides,
        ground,
        incidents,
        monitoring,
    })
}

fn assembled_of(vendor: &Vendor, known: &mut Known, policy: &Policy, day: Day<'_>) -> OfVendor {
    let today = day.on;
    let profile = known.profiles.remove(&vendor.id).unwrap_or_default();
    let names = std::iter::once(&vendor.name).chain(&vendor.aliases).chain(profile.legal_name.as_ref());
    let names = names.map(ToString::to_string).collect();
    let decided = known.outcomes.remove(&vendor.id).unwrap_or_default();
    let (mut evidence, mut lists) = (Vec::new(), Lists::default());
    let accepted = known.acceptances.remove(&vendor.id).unwrap_or_default();
    let noted = known.monitoring.remove(&vendor.id).unwrap_or_default();
    let mut followed = findings::Known {
        incidents: findings::Incident::among(&noted),
        recorded: known.findings.remove(&vendor.id).unwrap_or_default(),
        accepted: accepted.clone(),
        reports: Vec::new(),
    };
    for extract in known.extracts.remove(&vendor.id).unwrap_or_default() {
        let (paper, stated) = (Arc::clone(&extract.evidence), Arc::clone(&extract.stated));
        followed.reports.push(findings::Report { evidence: paper, stated });
        let mut listed = extract.cuecs.clone();
        if let Some(listed) = &mut listed {
            known.cuec_sides.lay_over(extract.evidence.id, &extract.cuec_names, &mut listed.controls);
        }
        lists.cuecs.insert(extract.evidence.id, listed);
        lists.subservice.insert(extract.evidence.id, extract.subservice.clone());
        lists.rests.insert(extract.evidence.id, extract.rests.clone());
        evidence.push(Evidence::clone(&extract.evidence));
    }
    let named: Vec<String> =
        evidence.iter().filter_map(|paper| Some(firms::folded(&paper.firm.as_ref()?.value))).collect();
    let checks = known.checks.iter().filter(|(firm, _)| named.contains(firm));
    let path = known.alternatives.remove(&vendor.id).and_then(|row| alternative::of_row(&row, &accepted, today));
    let next_audit = profile.next_examination.as_ref().and_then(|next| next_audit(next, &evidence));
    let mut facts = Facts {
        names,
        tier: vendor.tier,
        in_use: countersign_domain::in_use(vendor.stage, decided),
        profile,
        evidence,
        firm_checks: checks.map(|(_, check)| check.clone()).collect(),
        deviations: accepted.iter().filter_map(|row| deviation(row, today)).collect(),
        alternative: path,
        next_audit,
        reviews: reviewed(known.reviews.remove(&vendor.id).unwrap_or_default(), &mut known.looked, day),
        ..Facts::default()
    };
    facts.review_by = review_by(&noted, &facts.reviews, day);
    let decided = known.decided.remove(&vendor.id).unwrap_or_default();
    facts.conditions = decided.conditions;
    facts.approvals = decided.approvals;
    let items = findings::items(vendor.id, &followed, policy, day);
    let (answers, looked) = known.answers.remove(&vendor.id).unwrap_or_default();
    let reviewed = Reviewed { answers: &answers, looked: looked.as_ref() };
    let around = Around { vendor, items: &items, reviewed, ground: &known.ground, policy, today };
    let (rests, current) = complete(&mut facts, lists, around);
    OfVendor { facts, items, rests, answers: (answers, current) }
}

/// The next examination as the rules look at it; `None` where the document that alone proved it is not the vendor's any more.
fn next_audit(told: &NextExamination, evidence: &[Evidence]) -> Option<NextAudit> {
    let mut next = NextAudit::from(told);
    next.proof = next.proof.filter(|proof| evidence.iter().any(|paper| paper.id == *proof));
    (next.proof.is_some() || told.told().said.is_some()).then_some(next)
}

/// What brings the next full review forward.
fn review_by(noted: &[MonitoringEntry], reviews: &[Review], day: Day<'_>) -> Option<ReviewBy> {
    let last = reviews.iter().filter_map(|review| review.finished_on).max();
    let entry = monitoring::brings_forward(noted, last, |at| day.of(at))?;
    let reason = format!("{} on {}", entry.kind.title(), words::date(entry.on));
    entry.review_by.map(|day| ReviewBy { day, reason })
}

/// The findings that are recorded, by vendor.
pub(super) fn recorded(
    db: &Snapshot<'_>,
    only: Option<VendorId>,
) -> Result<HashMap<VendorId, Vec<Finding>>, StoreError> {
    let rows = match only {
        Some(vendor) => db.findings_of(vendor)?,
        None => db.findings()?,
    };
    let mut recorded: HashMap<VendorId, Vec<Finding>> = HashMap::new();
    for finding in rows {
        recorded.entry(finding.vendor).or_default().push(finding);
    }
    Ok(recorded)
}

/// Reviews as the rules look at them: who signed reviewed, and until then who started.
fn reviewed(rows: Vec<ReviewRow>, looked: &mut HashMap<ReviewId, Looked>, day: Day<'_>) -> Vec<Review> {
    rows.into_iter()
        .map(|row| Review {
            finished_on: row.finished.map(|(at, _)| day.of(at)),
            reviewer: row.signed.map_or(row.started.0, |(by, _)| by),
            second_reader: row.second_read.map(|(by, _)| by),
            saw: looked.remove(&row.id).map(|looked| looked.documents),
        })
        .collect()
}

/// What the rules look at while a review goes on: with its own answers in the place of those of the last one.
pub(crate) fn facts_under_review(
    db: &Snapshot<'_>,
    review: &ReviewRow,
    given: &[Given],
    day: Day<'_>,
) -> Result<(Policy, Facts), StoreError> {
    let vendor = db.vendor(review.vendor)?.ok_or(StoreError::Missing { what: "vendor" })?;
    let policy = policy::in_force(db)?;
    let mut known = known(db, Some(vendor.id), (&policy, day), &mut Taking::default())?;
    known.answers.insert(vendor.id, (given.iter().map(Given::answered).collect(), None));
    let OfVendor { facts, .. } = assembled_of(&vendor, &mut known, &policy, day);
    Ok((policy, facts))
}

/// A signed deviation as the rules look at it; `None` once it was ended, and for an approval of the path without a report,
/// which is part of the path.
fn deviation(row: &AcceptanceRow, today: NaiveDate) -> Option<Deviation> {
    if row.kind != AcceptanceKind::Deviation || row.ended.as_ref().is_some_and(|end| end.on <= today) {
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
        services: terms.services,
    })
}
