//! The path without a current SOC 2 report (`practice.md` §8): showing it, checking what is typed, recording it, withdrawing it. Its approval
//! is a deviation and lives in `acceptance/grant.rs`.

mod decision;
mod names;
mod path;
mod record;
mod suggest;
mod typed;
mod withdraw;

pub(crate) use decision::taken;
pub(crate) use path::of_row;

use crate::{App, fail, names as shared, people};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, Person, Tier, VendorId};
use countersign_policy::{
    Conclusion, Policy, RuleOutcome,
    alternative::{self, AlternativeAssessment, Dating, Record, SubstituteKind, latest_expiry},
    conclude,
    snapshot::{AlternativePath, CoreControl, Snapshot as Facts},
};
use countersign_store::{AlternativeRow, DocumentFilter};
use uuid::Uuid;

/// The rule that the path answers, and a deviation from which approves it.
pub(crate) const RULE: &str = "REPORT-EVIDENCE";

impl App {
    /// The path of a vendor: where it stands, its versions, what would go into the next.
    pub(crate) fn alternative_view(&self, vendor: Uuid) -> Result<w::AlternativeView, Failure> {
        let opened = self.opened()?;
        let today = self.clock.today();
        let id = VendorId::from_uuid(vendor);
        let assembled = self.assembled(&opened, Some(id))?;
        let facts = assembled.facts.get(&id).ok_or_else(|| fail::not_found("vendor"))?;
        let (known, people, held, rows, draft) = opened
            .store
            .read(|db| {
                let held = db.documents(DocumentFilter::FiledWith(id))?;
                Ok((db.vendor(id)?, db.persons()?, held, db.alternatives_of(id)?, db.draft(&draft_name(id))?))
            })
            .map_err(fail::store)?;
        let known = known.ok_or_else(|| fail::not_found("vendor"))?;
        let policy = &assembled.policy;
        let conclusion = conclude(facts, policy, today);
        let path = facts.alternative.as_ref();
        let assessed = path.zip(facts.tier).map(|(path, tier)| alternative::assess(tier, path, policy, today));
        Ok(w::AlternativeView {
            vendor,
            name: known.name.to_string(),
            tier: facts.tier.map(shared::tier_name),
            offered: !rows.is_empty() || lacks_a_report(&conclusion),
            standing: standing(facts, assessed.as_ref(), policy, today),
            versions: rows.iter().filter_map(|row| version(row, &people)).collect(),
            assessment: assessed.as_ref().map(assessment),
            kinds: facts.tier.map_or_else(Vec::new, |tier| kinds(tier, policy)),
            controls: controls(facts.tier, policy),
            suggested: facts.tier.map_or_else(Vec::new, |tier| suggest::substitutes(facts, (tier, policy), &held)),
            latest_expiry: facts.tier.map(|tier| latest_expiry(tier, today, policy)),
            // A draft of another version of the program is no draft.
            draft: draft.and_then(|draft| serde_json::from_value(draft).ok()),
        })
    }

    /// Whether what is typed would suffice.
    pub(crate) fn check_alternative(
        &self,
        input: &w::AlternativeInput,
    ) -> Result<w::AlternativeAssessmentView, Failure> {
        let opened = self.opened()?;
        let vendor = self.known_vendor(input.vendor)?.vendor;
        let tier = vendor.tier.ok_or_else(|| fail::invalid("tier", Problem::Empty))?;
        let policy = opened.store.read(crate::policy::in_force).map_err(fail::store)?;
        let assessed = alternative::assess(tier, &typed::path(&input.record), &policy, self.clock.today());
        Ok(assessment(&assessed))
    }

    /// Keeps what is typed.
    pub(crate) fn keep_alternative_draft(&self, input: &w::AlternativeDraft) -> Result<w::Nothing, Failure> {
        let opened = self.opened()?;
        opened.permit(Action::Decide)?;
        self.known_vendor(input.vendor)?;
        let draft = input.record.as_ref().map(serde_json::to_value).transpose().map_err(fail::unexpected)?;
        let name = draft_name(VendorId::from_uuid(input.vendor));
        opened.store.keep_draft(&name, draft.as_ref()).map_err(fail::store)?;
        Ok(w::Nothing {})
    }
}

/// The name under which the draft of a vendor's path is kept.
fn draft_name(vendor: VendorId) -> String {
    format!("alternative/{vendor}")
}

/// Whether no report is held that the class accepts, or the one that is held has run out.
fn lacks_a_report(conclusion: &Conclusion) -> bool {
    conclusion.results.iter().any(|weighed| match weighed.result.code {
        RULE => matches!(weighed.result.outcome, RuleOutcome::Fail | RuleOutcome::Missing),
        "DATE-AGE" => weighed.result.outcome == RuleOutcome::Fail,
        _ => false,
    })
}

fn standing(
    facts: &Facts,
    assessed: Option<&AlternativeAssessment>,
    policy: &Policy,
    today: NaiveDate,
) -> w::AlternativeStanding {
    let Some(path) = &facts.alternative else { return w::AlternativeStanding::None };
    if let Some(on) = path.expires_on.filter(|_| !path.is_current(today)) {
        return w::AlternativeStanding::RanOut { on };
    }
    if facts.tier.is_some() && !alternative::goes_without(facts, policy, today) {
        return w::AlternativeStanding::NotNeeded;
    }
    match (facts.tier, assessed) {
        (Some(tier), Some(assessed)) if assessed.enough == Some(true) => match assessed.until {
            Some(until) if assessed.granted => w::AlternativeStanding::Approved { until },
            _ => {
                let usual = *policy.settings().acceptance.deviation_rank.of(tier);
                w::AlternativeStanding::ToApprove { needed: shared::rank_name(usual.above()) }
            }
        },
        _ => w::AlternativeStanding::Insufficient,
    }
}

fn version(row: &AlternativeRow, people: &[Person]) -> Option<w::AlternativeVersion> {
    let record: Record = serde_json::from_value(row.record.clone()).ok()?;
    Some(w::AlternativeVersion {
        id: row.id.uuid(),
        version: row.version,
        assessed_by: people::name_in(people, row.assessed_by),
        assessed_on: row.assessed_on,
        expires: row.expires,
        record: typed::record(&record, row.expires),
        withdrawn: row.withdrawn.as_ref().map(|withdrawal| w::AlternativeWithdrawn {
            on: withdrawal.on,
            by: people::name_in(people, withdrawal.by),
            why: withdrawal.why.to_string(),
        }),
    })
}

fn assessment(assessed: &AlternativeAssessment) -> w::AlternativeAssessmentView {
    let owned = |text: &&str| (*text).to_owned();
    w::AlternativeAssessmentView {
        sufficient: assessed.enough == Some(true),
        lacking: assessed
            .shortfalls
            .iter()
            .map(|lack| w::LackView { what: lack.what.clone(), remedy: lack.remedy.clone() })
            .collect(),
        red_flags: assessed.red_flags.iter().map(owned).collect(),
        average_hundredths: assessed.average_hundredths,
        substitutes: assessed
            .counted
            .iter()
            .map(|one| w::CountedView {
                accept_as: one.accept_as.title().to_owned(),
                counts: one.is_main() || one.is_supplement(),
                against: one.against.clone(),
                until: one.until,
            })
            .collect(),
    }
}

fn kinds(tier: Tier, policy: &Policy) -> Vec<w::SubstituteKindView> {
    let kind = |kind: &SubstituteKind| {
        let dating = kind.dating(tier, policy);
        w::SubstituteKindView {
            kind: names::substitute_name(*kind),
            title: kind.title().to_owned(),
            accept_as: kind.accepted_as(tier, policy).title().to_owned(),
            checks: kind.checks(policy).iter().copied().map(names::check_name).collect(),
            has_end: dating == Dating::Until,
            has_day: matches!(dating, Dating::Months(_) | Dating::Days(_)),
        }
    };
    SubstituteKind::ALL.iter().map(kind).collect()
}

fn controls(tier: Option<Tier>, policy: &Policy) -> Vec<w::CoreControlView> {
    let decisive = tier.map_or(&[][..], |tier| alternative::decisive(tier, policy));
    let view = |control: &CoreControl| w::CoreControlView {
        control: names::control_name(*control),
        title: control.title().to_owned(),
        decisive: decisive.contains(control),
    };
    CoreControl::ALL.iter().map(view).collect()
}

/// The path of a vendor where it is what the rules look at and suffices: its approval is then what a deviation from
/// [`RULE`] grants, to that day at the latest.
pub(crate) fn approvable(facts: &Facts, policy: &Policy, today: NaiveDate) -> Option<NaiveDate> {
    let path: &AlternativePath = facts.alternative.as_ref()?;
    let tier = facts.tier?;
    let taken = alternative::goes_without(facts, policy, today);
    let enough = alternative::assess(tier, path, policy, today).enough == Some(true);
    (taken && enough).then(|| alternative::latest_approval(tier, path, policy, today))
}
