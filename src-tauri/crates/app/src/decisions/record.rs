//! Recording a decision: the lifecycle allows it, the person may do it, the inputs are frozen.

use super::{freeze, settles, sheet::draft_name};
use crate::{
    App,
    application::{Opened, stamp},
    fail, fourth_parties, names, people, policy,
    vendors::save::not_now,
};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, Condition, ConditionId, Decision, DecisionId, Finding, Name, Op, PersonId, Residual, Sha256, Stage, Vendor,
    decision,
};
use countersign_policy::rules::Rule;
use countersign_store::{StoreError, Subject};
use serde_json::json;
use std::collections::HashMap;

impl App {
    /// Records a decision and freezes its inputs.
    pub(crate) fn record_decision(&self, input: w::RecordDecision) -> Result<w::DecisionView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let (now, today) = (self.clock.now(), self.clock.today());
        let outcome = names::outcome(input.outcome);
        let in_use = opened.store.read(|db| db.in_use(&vendor)).map_err(fail::store)?;
        let way = vendor.stage.way_to_decision().ok_or_else(|| not_now(vendor.stage))?;
        let stage = way
            .into_iter()
            .chain([outcome.step(in_use)])
            .try_fold(vendor.stage, |stage, step| stage.after(step, in_use))
            .map_err(|_| not_now(vendor.stage))?;

        let reason = people::long_text("reason", &input.reason)?;
        let due: Vec<_> = input.conditions.iter().map(|condition| condition.due).collect();
        decision::check(outcome, &due, input.next_review, input.signers.len(), today).map_err(fail::decision)?;
        let everyone = opened.store.read(|db| db.persons()).map_err(fail::store)?;
        let acts = |id: uuid::Uuid, field: &str| {
            let id = PersonId::from_uuid(id);
            let known = everyone.iter().any(|person| person.id == id && person.active);
            if known { Ok(id) } else { Err(fail::invalid(field, Problem::WrongForm)) }
        };
        let mut signers = Vec::new();
        for signer in &input.signers {
            let signer = acts(*signer, "signers")?;
            if !signers.contains(&signer) {
                signers.push(signer);
            }
        }
        let (profile, policy) =
            opened.store.read(|db| Ok((db.profile(vendor.id)?, policy::in_force(db)?))).map_err(fail::store)?;
        let two = vendor.tier.is_some_and(|tier| *policy.settings().acceptance.two_people.of(tier));
        decision::check_signers(outcome, two, &signers, profile.requester).map_err(fail::decision)?;
        let residual = input
            .residual
            .as_ref()
            .map(|residual| {
                let words = people::long_text("residual", &residual.words)?;
                Ok::<_, Failure>(Residual { level: names::risk(residual.level), words })
            })
            .transpose()?;
        decision::check_residual(outcome, residual.as_ref()).map_err(fail::decision)?;
        let findings = opened.store.read(|db| db.findings_of(vendor.id)).map_err(fail::store)?;
        let conditions = input
            .conditions
            .iter()
            .map(|condition| {
                Ok(Condition {
                    id: ConditionId::from_uuid(self.id(now)),
                    what: people::long_text("conditions", &condition.what)?,
                    owner: acts(condition.owner, "conditions")?,
                    due: condition.due,
                    before_go_live: condition.before_go_live,
                    rule: condition.rule.as_deref().map(rule).transpose()?,
                    finding: settles::chosen(&findings, condition.finding)?,
                })
            })
            .collect::<Result<Vec<_>, Failure>>()?;

        let shared = self.parties_shared(&opened, &vendor)?;
        let draft = Decision {
            id: DecisionId::from_uuid(self.id(now)),
            number: 0,
            vendor: vendor.id,
            outcome,
            reason,
            conditions,
            signers,
            residual,
            next_review: input.next_review,
            decided_on: today,
            recorded_by: person.id,
            recorded_at: now,
            frozen: String::new(),
            frozen_sha256: Sha256::of(b""),
        };
        let id = draft.id;
        let stamp = stamp(&person, permit, now, Op::RecordDecision, Subject::decision(&draft, &vendor));
        opened
            .store
            .write(&stamp, |db| {
                let number = db.next_decision_number()?;
                let policy = policy::ensure_stored(db, person.id, now)?;
                let frozen =
                    freeze::freeze(db, &Decision { number, ..draft.clone() }, &vendor, &policy, &*self.clock, &shared)?;
                db.note("policy_version", policy.version);
                let frozen_sha256 = Sha256::of(frozen.as_bytes());
                db.note("number", number);
                db.note("outcome", outcome.as_str());
                db.note("frozen_sha256", frozen_sha256.to_string());
                let settled = draft.conditions.iter().filter_map(|duty| duty.finding);
                let label = |id| findings.iter().find(|finding| finding.id == id).map(Finding::label);
                let settled: Vec<_> = settled.filter_map(label).map(|label| json!({ "finding": label })).collect();
                if !settled.is_empty() {
                    db.note("settles", settled);
                }
                db.insert_decision(&Decision { number, frozen, frozen_sha256, ..draft })?;
                walk(db, &vendor, stage)?;
                db.delete_draft(&draft_name(vendor.id))
            })
            .map_err(fail::store)?;
        self.decision_view(id.uuid())
    }
}

impl App {
    /// How many other vendors rest on each party of the vendor's report.
    fn parties_shared(&self, opened: &Opened, vendor: &Vendor) -> Result<HashMap<String, u32>, Failure> {
        let assembled = self.assembled(opened, None)?;
        let rows = opened.store.read(|db| db.vendors()).map_err(fail::store)?;
        let vendors: Vec<Vendor> = rows.into_iter().map(|row| row.vendor).collect();
        Ok(fourth_parties::shared_by(&assembled, &vendors, vendor))
    }
}

/// A rule of the policy that a condition answers.
fn rule(code: &str) -> Result<Name, Failure> {
    let known = Rule::of_code(code).ok_or_else(|| fail::not_found("rule"))?;
    people::name("rule", known.code)
}

/// Brings the vendor to the stage that the decision leads to.
fn walk(db: &mut countersign_store::Change<'_>, vendor: &Vendor, end: Stage) -> Result<(), StoreError> {
    let detail = json!({ "was": vendor.stage.as_str(), "became": end.as_str() });
    db.also(Op::MoveVendor, &Subject::vendor(vendor), detail)?;
    db.update_vendor(&Vendor { stage: end, ..vendor.clone() })
}
