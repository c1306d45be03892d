//! What a vendor misses before it may go a step of its lifecycle (`practice.md` §6, the table of guards).
//!
//! The steps themselves stand in [`crate::lifecycle`]: this says what must be known or done for them.

use crate::{
    ConditionId, ContractId, EngagementId, Name, PersonId, Stage, Step, Vendor,
    checklist::{Checklist, Item, ItemId, Template, Tick, TickState},
    offboarding::Offboarding,
    reading::Kind,
    register::{LastDone, NdaState, Profile},
};
use chrono::NaiveDate;

/// Something that is missing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Gap {
    /// Nobody answers for the vendor here.
    Owner,
    /// No service is entered.
    Service,
    /// It is not said what a service is used for.
    Purpose(EngagementId),
    /// It is not said which data the vendor reaches.
    Data(EngagementId),
    /// It is not said how far it gets into our systems.
    Access(EngagementId),
    /// It is not said what happens when it fails.
    Dependence(EngagementId),
    /// No class is assigned.
    Tier,
    /// No confidentiality is agreed, though the class asks for it before a report is received (`practice.md` §4.3).
    Nda,
    /// Neither a report nor a certificate is held, and no alternative path was chosen.
    Evidence,
    /// No contract is entered.
    Contract,
    /// A contract has neither a first nor a last day.
    ContractTerm(ContractId),
    /// No day is set for the next review.
    NextReview,
    /// Somebody who is named in the decision has not signed it.
    Signature(PersonId),
    /// Somebody who is named in the decision has declined it.
    Declined(PersonId),
    /// A condition that is to be met before go-live is open.
    GoLive(ConditionId),
    /// It is not said whether there is a plan to leave.
    ExitPlan,
    /// It is not said whether an export of our data was tested.
    ExportTest,
    /// Reason, owner, end and data plan of leaving are not entered.
    Offboarding,
    /// A mandatory item of the exit is open or not proved.
    ExitItem(ItemId),
    /// The check after the exit was not done on or after the day.
    PostExitCheck(Option<NaiveDate>),
}

/// What is open after the latest decision, each with what people read of it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct AfterDecision {
    /// Who is named in it and has not signed, by name.
    pub unsigned: Vec<(PersonId, Name)>,
    /// Who is named in it and has declined, by name.
    pub declined: Vec<(PersonId, Name)>,
    /// Conditions to be met before go-live that are open, with what is to be done.
    pub go_live: Vec<(ConditionId, String)>,
}

impl AfterDecision {
    fn signatures(&self) -> impl Iterator<Item = Gap> {
        let unsigned = self.unsigned.iter().map(|(person, _)| Gap::Signature(*person));
        unsigned.chain(self.declined.iter().map(|(person, _)| Gap::Declined(*person)))
    }
}

/// What the policy asks of a vendor of its class before a step (`practice.md` §4.3).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Asked {
    /// Confidentiality agreed before a report is received.
    pub nda: bool,
    /// Main evidence.
    pub evidence: bool,
    /// A plan to leave.
    pub exit_plan: bool,
    /// A test of an export of our data.
    pub export_test: bool,
}

impl Default for Asked {
    /// What is asked of a vendor whose class is not assigned.
    fn default() -> Self {
        Self { nda: false, evidence: true, exit_plan: false, export_test: false }
    }
}

/// What is known of a vendor when a step is asked for.
#[derive(Debug, Clone, Copy)]
pub struct Standing<'a> {
    /// What the policy asks of its class.
    pub asked: Asked,
    /// The vendor.
    pub vendor: &'a Vendor,
    /// What the register says of it.
    pub profile: &'a Profile,
    /// The kinds of the documents filed with it.
    pub held: &'a [Kind],
    /// When it is looked at again, as its last decision says.
    pub next_review: Option<NaiveDate>,
    /// What is open after that decision.
    pub after_decision: &'a AfterDecision,
    /// The plan to leave it.
    pub offboarding: Option<&'a Offboarding>,
    /// What was ticked on its lists.
    pub ticks: &'a [Tick],
    /// The business day on which it was last looked up, after the exit, that access is dead.
    pub exit_checked: Option<NaiveDate>,
    /// The list of exits as the organisation works with it.
    pub exit_list: &'a Template,
    /// The day on which it is asked.
    pub today: NaiveDate,
}

impl Standing<'_> {
    /// Lists what is missing for the step; empty where nothing is.
    pub fn missing(&self, step: Step) -> Vec<Gap> {
        match step {
            Step::AssignTier => self.intake(),
            Step::RequestEvidence => self.tier().into_iter().chain(self.nda()).collect(),
            Step::StartReview => self.tier().into_iter().chain(self.evidence()).collect(),
            Step::Onboard => self.after_decision.signatures().collect(),
            Step::Activate => self.onboarding(),
            Step::StartOffboarding => self.offboarding.is_none().then_some(Gap::Offboarding).into_iter().collect(),
            Step::Close if self.vendor.stage == Stage::Offboarding => self.exit(),
            Step::StartIntake
            | Step::AskForDecision
            | Step::Approve
            | Step::ApproveWithConditions
            | Step::AskForMoreEvidence
            | Step::Escalate
            | Step::Reject
            | Step::Withdraw
            | Step::ReviewFallsDue
            | Step::PutAtRisk
            | Step::ClearRisk
            | Step::Close => Vec::new(),
        }
    }

    /// Lists what is missing on the whole way that the vendor has come, and for its next step: what was passed without
    /// an answer stays on the list.
    pub fn open(&self) -> Vec<(Step, Vec<Gap>)> {
        let mut open: Vec<(Step, Vec<Gap>)> = Vec::new();
        for step in way_to(self.vendor.stage) {
            let mut gaps = self.missing(*step);
            gaps.retain(|gap| !open.iter().any(|(_, earlier)| earlier.contains(gap)));
            if !gaps.is_empty() {
                open.push((*step, gaps));
            }
        }
        open
    }

    fn intake(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if self.vendor.owner.is_none() {
            gaps.push(Gap::Owner);
        }
        if self.profile.engagements.is_empty() {
            gaps.push(Gap::Service);
        }
        for service in &self.profile.engagements {
            let id = service.id;
            let answers = [
                (service.purpose.is_some(), Gap::Purpose(id)),
                (service.data.is_some(), Gap::Data(id)),
                (service.access.is_some(), Gap::Access(id)),
                (service.dependence.is_some(), Gap::Dependence(id)),
            ];
            gaps.extend(answers.into_iter().filter(|(answered, _)| !answered).map(|(_, gap)| gap));
        }
        gaps
    }

    fn tier(&self) -> Option<Gap> {
        self.vendor.tier.is_none().then_some(Gap::Tier)
    }

    fn nda(&self) -> Option<Gap> {
        let agreed = self.profile.nda.is_some_and(|nda| nda.in_force(self.today));
        (self.asked.nda && !agreed).then_some(Gap::Nda)
    }

    fn evidence(&self) -> Option<Gap> {
        let needed = self.asked.evidence;
        let held = self.held.iter().any(|kind| kind.is_attestation() || *kind == Kind::Iso27001Certificate);
        let other_way = self.ticks.iter().any(|tick| {
            tick.checklist == Checklist::DueDiligence
                && tick.state == TickState::Done
                && tick.item.as_str() == ItemId::ALTERNATIVE_PATH
        });
        (needed && !held && !other_way).then_some(Gap::Evidence)
    }

    fn onboarding(&self) -> Vec<Gap> {
        let mut gaps: Vec<Gap> = self.after_decision.signatures().collect();
        gaps.extend(self.after_decision.go_live.iter().map(|(condition, _)| Gap::GoLive(*condition)));
        if self.profile.contracts.is_empty() {
            gaps.push(Gap::Contract);
        }
        let undated =
            |contract: &&crate::register::Contract| contract.term.start().is_none() && contract.term.end().is_none();
        gaps.extend(self.profile.contracts.iter().filter(undated).map(|contract| Gap::ContractTerm(contract.id)));
        if self.next_review.is_none() {
            gaps.push(Gap::NextReview);
        }
        let continuity = &self.profile.continuity;
        let unknown = |answer: Option<LastDone>| answer.is_none();
        if self.asked.exit_plan && unknown(continuity.exit_plan) {
            gaps.push(Gap::ExitPlan);
        }
        if self.asked.export_test && unknown(continuity.export_test) {
            gaps.push(Gap::ExportTest);
        }
        gaps
    }

    fn exit(&self) -> Vec<Gap> {
        let mut gaps = Vec::new();
        if self.offboarding.is_none() {
            gaps.push(Gap::Offboarding);
        }
        let is_check = |item: &Item| item.id.as_str() == ItemId::POST_EXIT_CHECK;
        let tick_of = |item: &ItemId| {
            self.ticks.iter().find(|tick| tick.checklist == Checklist::Offboarding && tick.item == *item)
        };
        for item in self.exit_list.items.iter().filter(|item| item.mandatory && !is_check(item)) {
            if item.is_for(self.vendor.tier) && !tick_of(&item.id).is_some_and(|tick| item.is_settled_by(tick)) {
                gaps.push(Gap::ExitItem(item.id.clone()));
            }
        }
        let from = self.offboarding.map(Offboarding::post_exit_check_from);
        let checked = self.exit_checked.zip(from).is_some_and(|(checked, from)| checked >= from);
        if !checked {
            gaps.push(Gap::PostExitCheck(from));
        }
        gaps
    }
}

/// Whether reports are held for which no confidentiality is agreed (`practice.md` §3.0 A3). An open question counts as
/// missing only where a report of restricted use is held.
pub fn held_without_nda(profile: &Profile, held: &[Kind], today: NaiveDate) -> bool {
    let restricted = held.iter().any(|kind| kind.is_attestation() && *kind != Kind::Soc3);
    restricted && !profile.nda.is_some_and(|nda| nda.state() != NdaState::Missing && nda.in_force(today))
}

/// The guarded steps on the way to the stage, and the one that comes next.
const fn way_to(stage: Stage) -> &'static [Step] {
    use Step::{Activate, AssignTier, Close, RequestEvidence, StartReview};
    match stage {
        Stage::Draft | Stage::Intake => &[AssignTier],
        Stage::Tiered => &[AssignTier, RequestEvidence],
        Stage::EvidenceRequested
        | Stage::MoreEvidence
        | Stage::InReview
        | Stage::DecisionPending
        | Stage::Escalated => &[AssignTier, RequestEvidence, StartReview],
        Stage::Approved
        | Stage::ApprovedWithConditions
        | Stage::Onboarding
        | Stage::Active
        | Stage::ReviewDue
        | Stage::AtRisk => &[AssignTier, RequestEvidence, StartReview, Activate],
        Stage::Offboarding => &[Close],
        Stage::Rejected | Stage::Withdrawn | Stage::Closed => &[],
    }
}

#[cfg(test)]
mod tests;
