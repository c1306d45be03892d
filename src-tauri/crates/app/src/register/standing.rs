//! All that decides whether a vendor may go on, gathered for the guards of the lifecycle.

use super::names;
use crate::{checklists, clock::Day, names::STEPS, policy};
use countersign_contract::wire as w;
use countersign_domain::{
    Gap, Kind, Name, Offboarding, PersonId, Step, Tier, Vendor, VendorId,
    checklist::{Template, Tick},
    guard::{self, AfterDecision},
    register::Profile,
};
use countersign_policy::{
    Policy,
    standard::{ContinuityDemand, NdaDemand},
};
use countersign_store::{DocumentFilter, Snapshot, StoreError, UnsignedRow, VendorRow};
use std::collections::HashMap;

/// What is known of a vendor besides its row.
#[derive(Debug, Clone, Default)]
pub(crate) struct Known {
    pub(crate) asked: guard::Asked,
    pub(crate) profile: Profile,
    pub(crate) held: Vec<Kind>,
    pub(crate) ticks: Vec<Tick>,
    pub(crate) offboarding: Option<Offboarding>,
    pub(crate) after_decision: AfterDecision,
}

impl Known {
    /// Gathers it for one vendor.
    pub(crate) fn of(db: &Snapshot<'_>, vendor: &Vendor) -> Result<Self, StoreError> {
        let documents = db.documents(DocumentFilter::FiledWith(vendor.id))?;
        Ok(Self {
            asked: asked(&policy::in_force(db)?, vendor.tier),
            profile: db.profile(vendor.id)?,
            held: documents.iter().map(|row| row.summary.kind).collect(),
            ticks: db.ticks(vendor.id)?,
            offboarding: db.offboarding(vendor.id)?,
            after_decision: after_decisions(db, Some(vendor.id))?.remove(&vendor.id).unwrap_or_default(),
        })
    }

    /// What the guards look at.
    pub(crate) fn standing<'a>(&'a self, row: &'a VendorRow, exit: &'a Template, day: Day<'_>) -> guard::Standing<'a> {
        guard::Standing {
            asked: self.asked,
            vendor: &row.vendor,
            profile: &self.profile,
            held: &self.held,
            next_review: row.decision.as_ref().and_then(|decision| decision.next_review),
            after_decision: &self.after_decision,
            offboarding: self.offboarding.as_ref(),
            ticks: &self.ticks,
            exit_checked: self.ticks.iter().filter(|tick| tick.is_exit_check()).map(|tick| day.of(tick.at)).max(),
            exit_list: exit,
            today: day.on,
        }
    }
}

/// What is open after the latest decisions, or after that of one vendor.
pub(crate) fn after_decisions(
    db: &Snapshot<'_>,
    vendor: Option<VendorId>,
) -> Result<HashMap<VendorId, AfterDecision>, StoreError> {
    let (unsigned, declined) = (db.unsigned(vendor)?, db.declined(vendor)?);
    let mut after: HashMap<VendorId, AfterDecision> = HashMap::new();
    if !unsigned.is_empty() || !declined.is_empty() {
        let names: HashMap<PersonId, Name> = db.persons()?.into_iter().map(|person| (person.id, person.name)).collect();
        let named = |row: &UnsignedRow| names.get(&row.person).map(|name| (row.person, name.clone()));
        for row in &unsigned {
            after.entry(row.vendor).or_default().unsigned.extend(named(row));
        }
        for row in &declined {
            after.entry(row.vendor).or_default().declined.extend(named(row));
        }
    }
    for duty in db.open_duties(vendor)?.into_iter().filter(|duty| duty.before_go_live) {
        after.entry(duty.vendor).or_default().go_live.push((duty.condition, duty.what.to_string()));
    }
    Ok(after)
}

/// What the policy asks of a vendor of that class before a step.
pub(crate) fn asked(policy: &Policy, tier: Option<Tier>) -> guard::Asked {
    let Some(tier) = tier else { return guard::Asked::default() };
    let asked = policy.tier(tier);
    let whole = asked.continuity == ContinuityDemand::ExitExportEscrow;
    guard::Asked {
        nda: asked.nda == NdaDemand::BeforeReceipt,
        evidence: asked.evidence_required,
        exit_plan: whole || asked.continuity == ContinuityDemand::ExitPlan,
        export_test: whole,
    }
}

/// How many things are missing: for the next step, and what was passed without an answer.
pub(crate) fn count(standing: &guard::Standing<'_>) -> u32 {
    let open = standing.open();
    open.iter().map(|(_, gaps)| gaps.len() as u32).sum()
}

/// What is missing, step by step.
pub(super) fn missing(standing: &guard::Standing<'_>) -> Vec<w::StepGaps> {
    let open = standing.open().into_iter();
    open.filter_map(|(step, gaps)| Some(w::StepGaps { step: names::step_name(step)?, gaps: views(standing, gaps) }))
        .collect()
}

/// The steps that the stage allows by hand, each with what is missing for it.
pub(super) fn steps(standing: &guard::Standing<'_>, in_use: bool) -> Vec<w::StepGaps> {
    let stage = standing.vendor.stage;
    STEPS
        .into_iter()
        .filter(|(_, step)| stage.after(*step, in_use).is_ok())
        .map(|(name, step)| w::StepGaps { step: name, gaps: views(standing, standing.missing(step)) })
        .collect()
}

/// What the guards say is missing for a step.
pub(crate) fn gaps(standing: &guard::Standing<'_>, step: Step) -> Vec<w::GapView> {
    views(standing, standing.missing(step))
}

/// What was passed without an answer on the way to a decision.
pub(crate) fn passed(standing: &guard::Standing<'_>) -> Vec<w::GapView> {
    [Step::AssignTier, Step::RequestEvidence]
        .into_iter()
        .flat_map(|step| standing.missing(step))
        // The sheet has its own words for a missing class.
        .filter(|gap| *gap != Gap::Tier)
        .map(|gap| view(standing, &gap))
        .collect()
}

fn views(standing: &guard::Standing<'_>, gaps: Vec<Gap>) -> Vec<w::GapView> {
    gaps.iter().map(|gap| view(standing, gap)).collect()
}

fn view(standing: &guard::Standing<'_>, gap: &Gap) -> w::GapView {
    let plain = |gap| w::GapView { gap, item: None, name: None, from: None };
    let service = |name, id: &countersign_domain::EngagementId| {
        let service = standing.profile.engagements.iter().find(|service| service.id == *id);
        let called = service.map(|service| service.name.to_string());
        w::GapView { item: Some(id.uuid()), name: called, ..plain(name) }
    };
    let signer = |name, among: &[(PersonId, Name)], id: PersonId| {
        let called = among.iter().find(|(person, _)| *person == id).map(|(_, name)| name.to_string());
        w::GapView { item: Some(id.uuid()), name: called, ..plain(name) }
    };
    match gap {
        Gap::Owner => plain(w::GapName::Owner),
        Gap::Service => plain(w::GapName::Service),
        Gap::Purpose(id) => service(w::GapName::Purpose, id),
        Gap::Data(id) => service(w::GapName::Data, id),
        Gap::Access(id) => service(w::GapName::Access, id),
        Gap::Dependence(id) => service(w::GapName::Dependence, id),
        Gap::Tier => plain(w::GapName::Tier),
        Gap::Nda => plain(w::GapName::Nda),
        Gap::Evidence => plain(w::GapName::Evidence),
        Gap::Contract => plain(w::GapName::Contract),
        Gap::ContractTerm(id) => {
            let contract = standing.profile.contracts.iter().find(|contract| contract.id == *id);
            let called = contract.map(|contract| contract.title.to_string());
            w::GapView { item: Some(id.uuid()), name: called, ..plain(w::GapName::ContractTerm) }
        }
        Gap::NextReview => plain(w::GapName::NextReview),
        Gap::Signature(person) => signer(w::GapName::Signature, &standing.after_decision.unsigned, *person),
        Gap::Declined(person) => signer(w::GapName::Declined, &standing.after_decision.declined, *person),
        Gap::GoLive(id) => {
            let duty = standing.after_decision.go_live.iter().find(|(duty, _)| duty == id);
            let called = duty.map(|(_, what)| what.clone());
            w::GapView { item: Some(id.uuid()), name: called, ..plain(w::GapName::GoLive) }
        }
        Gap::ExitPlan => plain(w::GapName::ExitPlan),
        Gap::ExportTest => plain(w::GapName::ExportTest),
        Gap::Offboarding => plain(w::GapName::Offboarding),
        Gap::ExitItem(id) => {
            let item = standing.exit_list.items.iter().find(|item| item.id == *id);
            let called = item.map(|item| item.text.to_string());
            w::GapView { name: called, ..plain(w::GapName::ExitItem) }
        }
        Gap::PostExitCheck(from) => w::GapView { from: *from, ..plain(w::GapName::PostExitCheck) },
    }
}

/// The list of exits as the organisation works with it.
pub(crate) fn exit_list(db: &Snapshot<'_>) -> Result<Template, StoreError> {
    checklists::template(db, countersign_domain::checklist::Checklist::Offboarding)
}
