//! Vendors under the acceptance policy: what the rules give, what to ask for next, and what somebody signed for.

mod again;
mod assemble;
mod at_risk;
mod complete;
mod cuec_lists;
mod cuec_sides;
mod decided;
mod extract;
mod grant;
mod known_findings;
mod letter;
mod own_evidence;
mod request;
mod view;

pub(crate) use assemble::{Assembled, assemble, facts_under_review, keep};
pub(crate) use at_risk::at_risk;
pub(crate) use cuec_lists::{CuecList, ListedCuec, cuec_lists};
pub(crate) use extract::{Extracts, Taking};
pub(crate) use grant::Terms;
pub(crate) use known_findings::known_findings;
pub(crate) use letter::hand_over;
pub(crate) use own_evidence::own_evidence;
pub(crate) use request::{answer_comment, state as request_state};

use crate::{
    App,
    application::Opened,
    clock::Day,
    fail,
    findings::{self, Item},
    kept::State,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{DocumentId, VendorId, succession::Succession};
use countersign_policy::{
    Conclusion, Policy, Verdict, conclude,
    snapshot::{Evidence, Snapshot as Facts},
    watch::EvidenceDays,
};
use countersign_store::{Snapshot, StoreError};
use std::{collections::HashMap, sync::Arc};
use uuid::Uuid;

/// What the register shows of a vendor's verdict.
#[derive(Debug, Clone)]
pub(crate) struct Short {
    /// What the rules give together.
    pub(crate) verdict: countersign_policy::Verdict,
    /// Until when what is held suffices.
    pub(crate) evidence_until: Option<NaiveDate>,
    /// The day to which something noted of the vendor brings the full review forward.
    pub(crate) review_by: Option<NaiveDate>,
    /// How many exceptions and other findings are open.
    pub(crate) open_findings: u32,
    /// The day after which its report is too old whatever else is held; only where one vendor is asked for.
    pub(crate) hard_stop: Option<NaiveDate>,
    /// Reports of which nobody has told which of several services they cover; only where one vendor is asked for.
    pub(crate) untold: Vec<DocumentId>,
    /// Why it is at risk, if it is.
    pub(crate) at_risk: Vec<w::AtRiskView>,
}

/// Concludes for every vendor that was assembled.
pub(crate) fn concluded(assembled: &Assembled, policy: &Policy, today: NaiveDate) -> HashMap<VendorId, Short> {
    let brought = |id: VendorId| assembled.facts.get(&id).and_then(|facts| facts.review_by.as_ref());
    let open = |id: VendorId| {
        let items = assembled.findings(id).iter();
        items.filter(|item| item.standing().is_outstanding()).count() as u32
    };
    let short = |id: VendorId, conclusion: &Conclusion| Short {
        open_findings: open(id),
        review_by: brought(id).map(|by| by.day),
        verdict: assembled.verdict(id, conclusion),
        evidence_until: conclusion.evidence_until.map(|until| until.day),
        hard_stop: None,
        untold: Vec::new(),
        at_risk: at_risk(assembled, id, conclusion.evidence_until.map(|until| until.day), today),
    };
    assembled.facts.iter().map(|(id, facts)| (*id, short(*id, &conclude(facts, policy, today)))).collect()
}

/// A vendor under the policy in force, with the answers of its last finished review.
pub(crate) struct Weighed {
    pub(crate) policy: Policy,
    pub(crate) facts: Arc<Facts>,
    pub(crate) conclusion: Conclusion,
    /// The verdict of the rules and the answers together.
    pub(crate) verdict: Verdict,
    /// What is found about it.
    pub(crate) findings: Arc<[Item]>,
}

/// Weighs a vendor, inside a change too.
pub(crate) fn weighed(db: &Snapshot<'_>, vendor: VendorId, day: Day<'_>) -> Result<Weighed, StoreError> {
    let mut assembled = assemble(db, Some(vendor), day, &mut Taking::default())?;
    let facts = assembled.facts.remove(&vendor).ok_or(StoreError::Missing { what: "vendor" })?;
    let conclusion = conclude(&facts, &assembled.policy, day.on);
    let verdict = assembled.verdict(vendor, &conclusion);
    let findings = assembled.findings.remove(&vendor).unwrap_or_else(|| Arc::new([]));
    Ok(Weighed { policy: assembled.policy, facts, conclusion, verdict, findings })
}

/// The reports of which nobody has told which services they cover, where several are bought: those that no later one follows.
fn untold(facts: &Facts) -> Vec<DocumentId> {
    if facts.profile.engagements.len() < 2 {
        return Vec::new();
    }
    let reports: Vec<&Evidence> = facts.evidence.iter().filter(|paper| paper.is_soc2()).collect();
    let succession = Succession::of(&reports.iter().map(|report| findings::subject(report)).collect::<Vec<_>>());
    let last = reports.iter().enumerate().filter(|(at, _)| succession.next(*at).is_none());
    last.filter(|(_, report)| report.covers.is_none()).map(|(_, report)| report.id).collect()
}

impl App {
    /// The verdict on a vendor in short.
    pub(crate) fn short_verdict(&self, opened: &Opened, vendor: VendorId) -> Result<Short, Failure> {
        let assembled = self.assembled(opened, Some(vendor))?;
        let today = self.clock.today();
        let mut all = concluded(&assembled, &assembled.policy, today);
        let mut short = all.remove(&vendor).ok_or_else(|| fail::not_found("vendor"))?;
        let facts = assembled.facts.get(&vendor);
        short.hard_stop = facts.and_then(|facts| EvidenceDays::of_whole(facts, &assembled.policy, today).1.hard_stop);
        short.untold = facts.map(|facts| untold(facts)).unwrap_or_default();
        Ok(short)
    }

    /// The verdicts on all vendors in short, as a snapshot of now has them.
    pub(crate) fn verdicts_in(
        &self,
        db: &Snapshot<'_>,
        day: Day<'_>,
        taking: &mut Taking<'_>,
    ) -> Result<Arc<HashMap<VendorId, Short>>, StoreError> {
        self.looks.verdicts.at(State::of(db, day)?, || {
            let assembled = self.assembled_in(db, day, taking)?;
            Ok(concluded(&assembled, &assembled.policy, day.on))
        })
    }

    /// A vendor under the policy in force.
    pub(crate) fn evaluation(&self, vendor: Uuid) -> Result<w::EvaluationView, Failure> {
        let opened = self.opened()?;
        let id = VendorId::from_uuid(vendor);
        let assembled = self.assembled(&opened, Some(id))?;
        let facts = assembled.facts.get(&id).ok_or_else(|| fail::not_found("vendor"))?;
        let mut conclusion = conclude(facts, &assembled.policy, self.clock.today());
        conclusion.verdict = assembled.verdict(id, &conclusion);
        self.evaluation_view(&opened, id, &assembled.policy, facts, &conclusion)
    }
}
