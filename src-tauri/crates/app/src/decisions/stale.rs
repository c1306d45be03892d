//! What has changed since a decision was made: its frozen inputs beside those of today. Computed each time, never stored.

mod register;

use super::{freeze, frozen};
use crate::{
    App,
    acceptance::{self, Assembled},
    clock::Day,
    fail, names, reviews,
};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Decision, DecisionId, Person, Vendor};
use countersign_packet::input::{FrozenDocument, FrozenRule};
use countersign_policy::{
    Conclusion, Policy, RuleOutcome, Verdict, conclude,
    rules::{Family, Rule},
    snapshot::Snapshot as Facts,
};
use countersign_store::{Snapshot, StoreError};
use w::Stale;

impl App {
    /// The latest decisions that rest on what has changed since, with what that is.
    pub(crate) fn stale_decisions(&self) -> Result<Vec<w::StaleDecision>, Failure> {
        let opened = self.opened()?;
        let today = self.clock.today();
        let assembled = self.assembled(&opened, None)?;
        let found = opened.store.read(|db| {
            let rows = db.vendors()?;
            let latest = rows.iter().filter_map(|row| Some((&row.vendor, row.decision.as_ref()?.id)));
            stale_of(db, latest, &assembled, today)
        });
        found.map_err(fail::store)
    }
}

/// Of vendors with their latest decisions, those that rest on what has changed since.
pub(crate) fn stale_of<'v>(
    db: &Snapshot<'_>,
    latest: impl IntoIterator<Item = (&'v Vendor, DecisionId)>,
    assembled: &Assembled,
    today: NaiveDate,
) -> Result<Vec<w::StaleDecision>, StoreError> {
    let people = db.persons()?;
    let mut found = Vec::new();
    for (vendor, id) in latest {
        let (Some(facts), Some(decision)) = (assembled.facts.get(&vendor.id), db.decision(id)?) else { continue };
        let verdict = |conclusion: &Conclusion| assembled.verdict(vendor.id, conclusion);
        let now = Now { facts: Facts::clone(facts), policy: &assembled.policy, verdict: &verdict };
        let stale = compared(db, &decision, vendor, &people, today, now)?;
        if !stale.is_empty() {
            found.push(w::StaleDecision { vendor: vendor.id.uuid(), decision: decision.id.uuid(), stale });
        }
    }
    Ok(found)
}

/// Says what has changed; `decision` is the vendor's latest.
pub(super) fn stale(
    db: &Snapshot<'_>,
    decision: &Decision,
    vendor: &Vendor,
    people: &[Person],
    day: Day<'_>,
) -> Result<Vec<Stale>, StoreError> {
    let assembled = acceptance::assemble(db, Some(vendor.id), day, &mut acceptance::Taking::default())?;
    let facts = assembled
        .facts
        .get(&vendor.id)
        .map(|facts| Facts::clone(facts))
        .ok_or(StoreError::Missing { what: "vendor" })?;
    let verdict = |conclusion: &Conclusion| assembled.verdict(vendor.id, conclusion);
    compared(db, decision, vendor, people, day.on, Now { facts, policy: &assembled.policy, verdict: &verdict })
}

/// What the rules look at today.
struct Now<'a> {
    facts: Facts,
    policy: &'a Policy,
    /// The verdict of the rules and the answers together.
    verdict: &'a dyn Fn(&Conclusion) -> Verdict,
}

/// Compares a decision with what the rules look at today.
fn compared(
    db: &Snapshot<'_>,
    decision: &Decision,
    vendor: &Vendor,
    people: &[Person],
    today: NaiveDate,
    Now { mut facts, policy, verdict }: Now<'_>,
) -> Result<Vec<Stale>, StoreError> {
    // What cannot be read is found by verifying the log; it must not keep the whole register from being shown.
    let Ok(frozen) = frozen(decision) else { return Ok(Vec::new()) };
    let mut stale = Vec::new();
    if frozen.vendor.tier != vendor.tier {
        let name = |tier: Option<countersign_domain::Tier>| tier.map(names::tier_name);
        stale.push(Stale::Tier { was: name(frozen.vendor.tier), now: name(vendor.tier) });
    }
    documents(&frozen.documents, &freeze::documents(db, vendor, people)?, &mut stale);
    // That the decision put the vendor into use is no change that it did not know of.
    facts.set_in_use(frozen.vendor.in_use);
    let conclusion = conclude(&facts, policy, today);
    if let Some(was) = &frozen.policy
        && was.version != policy.version()
    {
        stale.push(Stale::Policy { was: was.version, now: policy.version() });
    }
    let reviews = db.reviews(vendor.id)?;
    let last = reviews::latest_finished(&reviews);
    if let Some(last) = last.filter(|last| Some(last.id.to_string()) != frozen.review.as_ref().map(|r| r.id.clone())) {
        stale.push(Stale::Review { number: last.number });
    }
    if let Some(register) = &frozen.register {
        stale.extend(register::changes(register, &facts.profile, people));
    }
    let before = stale.len();
    let rules = frozen.verdict.iter().flat_map(|verdict| &verdict.rules);
    stale.extend(rules.filter_map(|was| rule(was, &conclusion)));
    let was = frozen.verdict.as_ref().and_then(|frozen| Verdict::from_name(&frozen.verdict));
    let now = verdict(&conclusion);
    // Where a rule says what got worse, the verdict only repeats it.
    if let Some(was) = was.filter(|was| now > *was && stale.len() == before) {
        stale.push(Stale::Verdict { was: names::verdict_name(was), now: names::verdict_name(now) });
    }
    Ok(stale)
}

/// What a rule gives otherwise: another outcome, something else that is found, or nothing that answers it any more. What was
/// found by the date alone moves every day: of that only another outcome counts.
fn rule(was: &FrozenRule, conclusion: &Conclusion) -> Option<Stale> {
    let rule = Rule::of_code(&was.code).filter(|rule| rule.family != Family::Process)?;
    let now = conclusion.results.iter().find(|now| now.result.code == was.code)?;
    let then = RuleOutcome::from_name(&was.outcome)?;
    let outcome = now.result.outcome;
    let unmet = matches!(outcome, RuleOutcome::Warn | RuleOutcome::Fail);
    let other = unmet && !matches!(rule.family, Family::Dates | Family::Supplement) && was.found != now.result.found;
    if then != outcome || other {
        return Some(Stale::Rule {
            code: was.code.clone(),
            title: rule.title.to_owned(),
            was: then.title().to_owned(),
            now: outcome.title().to_owned(),
            found: now.result.found.to_string(),
        });
    }
    let answered = was.answered.clone().filter(|answered| answered != "open")?;
    now.is_open().then(|| Stale::Answer { code: was.code.clone(), title: rule.title.to_owned(), was: answered })
}

/// Documents that came or went, and facts that say something else.
fn documents(was: &[FrozenDocument], now: &[FrozenDocument], stale: &mut Vec<Stale>) {
    for before in was {
        let Some(after) = now.iter().find(|after| after.sha256 == before.sha256) else {
            stale.push(Stale::DocumentGone { file_name: before.file_name.clone() });
            continue;
        };
        stale.extend(before.facts.iter().filter_map(|fact| {
            let now = after.facts.iter().find(|after| after.key == fact.key).and_then(|fact| fact.value.clone());
            (now != fact.value).then(|| Stale::Fact {
                file_name: before.file_name.clone(),
                label: fact.label.clone(),
                was: fact.value.clone(),
                now,
            })
        }));
    }
    let came = now.iter().filter(|after| !was.iter().any(|before| before.sha256 == after.sha256));
    stale.extend(came.map(|after| Stale::DocumentCame { file_name: after.file_name.clone() }));
}
