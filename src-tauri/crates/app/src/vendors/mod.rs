//! Vendors: the register, one vendor with all that is held about it, entering, changing, moving on.

pub(crate) mod coverage;
pub(crate) mod save;

use crate::{
    App,
    acceptance::{Short, Taking, keep},
    clock::Day,
    decisions, documents, fail, history,
    kept::State,
    names, policy,
    register::standing::{self, Known},
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Decision, Stage, Vendor, VendorId, guard::Standing};
use countersign_policy::AgeLimits;
use countersign_store::{AuditFilter, DocumentFilter, Snapshot, StoreError, VendorRow};
use uuid::Uuid;

/// How many entries of its history a vendor's page shows.
const HISTORY: u32 = 50;

impl App {
    /// The register.
    pub(crate) fn vendor_rows(&self) -> Result<Vec<w::VendorRow>, Failure> {
        let opened = self.opened()?;
        let day = self.day();
        let mut taking = Taking::from(&self.extracts);
        let listed =
            opened.store.read(|db| self.looks.register.at(State::of(db, day)?, || self.listed(db, day, &mut taking)));
        let listed = listed.map_err(fail::store)?;
        keep(&opened, &taking.fresh)?;
        Ok(listed.to_vec())
    }

    /// The register as a snapshot of now has it.
    fn listed(
        &self,
        db: &Snapshot<'_>,
        day: Day<'_>,
        taking: &mut Taking<'_>,
    ) -> Result<Vec<w::VendorRow>, StoreError> {
        let assembled = self.assembled_in(db, day, taking)?;
        let (short, policy) = (self.verdicts_in(db, day, taking)?, &assembled.policy);
        let exit_list = standing::exit_list(db)?;
        let (mut held, mut ticks) = (db.kinds_held()?, db.all_ticks()?);
        let (mut exits, mut after) = (db.offboardings()?, standing::after_decisions(db, None)?);
        let rows = db.vendors()?;
        let listed = rows.iter().filter_map(|known| {
            let id = &known.vendor.id;
            let register = Known {
                asked: standing::asked(policy, known.vendor.tier),
                profile: assembled.facts.get(id)?.profile.clone(),
                held: held.remove(id).unwrap_or_default(),
                ticks: ticks.remove(id).unwrap_or_default(),
                offboarding: exits.remove(id),
                after_decision: after.remove(id).unwrap_or_default(),
            };
            Some(row(known, short.get(id)?.clone(), &register.standing(known, &exit_list, day)))
        });
        Ok(listed.collect())
    }

    /// The vendor's row, or says that there is none.
    pub(crate) fn known_vendor(&self, id: Uuid) -> Result<VendorRow, Failure> {
        let id = VendorId::from_uuid(id);
        let row = self.opened()?.store.read(|db| db.vendor_row(id)).map_err(fail::store)?;
        row.ok_or_else(|| fail::not_found("vendor"))
    }

    /// A vendor with all that is held about it.
    pub(crate) fn vendor_view(&self, id: Uuid) -> Result<w::VendorView, Failure> {
        let known = self.known_vendor(id)?;
        let opened = self.opened()?;
        let vendor = &known.vendor;
        let (mut held, people, decisions, packets, entries, register, exit_list) = opened
            .store
            .read(|db| {
                let filter = AuditFilter { vendor: Some(vendor.id), ..AuditFilter::default() };
                Ok((
                    db.documents(DocumentFilter::FiledWith(vendor.id))?,
                    db.persons()?,
                    db.decisions(vendor.id)?,
                    db.packets_of(vendor.id)?,
                    db.audit(&filter, HISTORY)?,
                    Known::of(db, vendor)?,
                    standing::exit_list(db)?,
                ))
            })
            .map_err(fail::store)?;
        let (actor, day) = (opened.actor()?.id, self.day());
        let followings = opened
            .store
            .read(|db| {
                let latest = decisions.first().map(|decision| decision.id);
                let following = |decision: &Decision| {
                    decisions::following(db, decision, vendor, &people, day, Some(decision.id) == latest)
                };
                decisions.iter().map(following).collect::<Result<Vec<_>, StoreError>>()
            })
            .map_err(fail::store)?;
        held.sort_by_key(|row| (std::cmp::Reverse(row.summary.to), std::cmp::Reverse(row.document.received_at)));
        let short = self.short_verdict(&opened, vendor.id)?;
        let policy = opened.store.read(policy::in_force).map_err(fail::store)?;
        let limits = vendor.tier.map(|tier| AgeLimits::from(policy.tier(tier)));
        let in_use = countersign_domain::in_use(vendor.stage, decisions.iter().map(|decision| decision.outcome));
        Ok(w::VendorView {
            row: row(&known, short.clone(), &register.standing(&known, &exit_list, self.day())),
            aliases: vendor.aliases.iter().map(ToString::to_string).collect(),
            tier_reason: vendor.tier_reason.as_ref().map(ToString::to_string),
            owner: vendor.owner.map(countersign_domain::PersonId::uuid),
            notes: vendor.notes.as_ref().map(ToString::to_string),
            documents: documents::rows(&held, &people),
            decisions: decisions
                .iter()
                .zip(followings)
                .map(|(decision, following)| {
                    let shown = decisions::Shown { decision, vendor, people: &people, actor };
                    decisions::view(&shown, &packets, following)
                })
                .collect(),
            coverage: coverage::view(limits, &held, (short.evidence_until, short.hard_stop), self.clock.today()),
            untold: short.untold.iter().map(|document| document.uuid()).collect(),
            steps: names::STEPS
                .into_iter()
                .filter(|(_, step)| vendor.stage.after(*step, in_use).is_ok())
                .map(|(name, _)| name)
                .collect(),
            open_to_review: vendor.stage.way_to_decision().is_some(),
            history: entries.iter().map(history::entry).collect(),
        })
    }
}

/// How a vendor is listed, with what the policy says of it and how much is missing.
pub(crate) fn row(known: &VendorRow, short: Short, standing: &Standing<'_>) -> w::VendorRow {
    let vendor = &known.vendor;
    let decision = known.decision.as_ref();
    w::VendorRow {
        id: vendor.id.uuid(),
        name: vendor.name.to_string(),
        service: vendor.service.as_ref().map(ToString::to_string),
        tier: vendor.tier.map(names::tier_name),
        stage: names::stage_name(vendor.stage),
        owner: known.owner_name.clone(),
        documents: known.documents,
        decision: decision.map(|decision| names::outcome_name(decision.outcome)),
        decided_on: decision.map(|decision| decision.decided_on),
        next_review: [decision.and_then(|decision| decision.next_review), short.review_by].into_iter().flatten().min(),
        verdict: names::verdict_name(short.verdict),
        evidence_until: short.evidence_until,
        open_exceptions: short.open_findings,
        tags: standing.profile.tags.iter().map(ToString::to_string).collect(),
        missing: standing::count(standing),
        at_risk: if vendor.stage == Stage::Offboarding { Vec::new() } else { short.at_risk },
    }
}

/// A vendor as it begins.
pub(crate) fn fresh(id: VendorId, name: countersign_domain::Name, now: chrono::DateTime<chrono::Utc>) -> Vendor {
    Vendor {
        id,
        name,
        aliases: Vec::new(),
        service: None,
        tier: None,
        tier_reason: None,
        owner: None,
        stage: Stage::Intake,
        notes: None,
        created_at: now,
    }
}
