//! What a policy that is not saved yet would change, before anybody saves it.

use super::words;
use crate::{App, acceptance::Assembled, fail, names};
use chrono::NaiveDate;
use countersign_contract::{Failure, wire as w};
use countersign_domain::VendorId;
use countersign_policy::{
    Conclusion, Policy, conclude,
    rules::Rule,
    standard::{self, InvalidPolicy, setting},
};
use std::collections::HashMap;

/// Makes the policy of a draft on top of the one in force, or says what is wrong with it.
pub(super) fn made(draft: &w::DraftPolicy, base: &Policy) -> Result<Policy, Vec<w::SettingProblem>> {
    let start = match &draft.whole {
        None => base.clone(),
        Some(text) => {
            let whole = Policy::from_json(text).map_err(problems)?;
            // Whatever version it says it is: here it follows the one in force.
            Policy::new(base.version(), whole.name().clone(), whole.settings().clone()).map_err(problems)?
        }
    };
    let changes: Vec<(&str, serde_json::Value)> =
        draft.changes.iter().map(|change| (change.path.as_str(), change.value.clone())).collect();
    start.with(&changes).map_err(problems)
}

fn problems(invalid: InvalidPolicy) -> Vec<w::SettingProblem> {
    match invalid {
        InvalidPolicy::Unreadable(problem) => {
            vec![w::SettingProblem { path: String::new(), label: "The policy".to_owned(), problem }]
        }
        InvalidPolicy::Settings(wrong) => wrong
            .into_iter()
            .map(|wrong| w::SettingProblem {
                label: setting::of_path(&wrong.path)
                    .map_or_else(|| wrong.path.clone(), |setting| words::label(&wrong.path, setting)),
                path: wrong.path,
                problem: wrong.problem,
            })
            .collect(),
    }
}

impl App {
    /// What a draft would change.
    pub(crate) fn check_policy(&self, draft: &w::DraftPolicy) -> Result<w::PolicyCheck, Failure> {
        let opened = self.opened()?;
        let mut problems = Vec::new();
        let (assembled, next) = self.assembled_twice(&opened, |base| match made(draft, base) {
            Ok(next) => Some(next),
            Err(wrong) => {
                problems = wrong;
                None
            }
        })?;
        let Some(next) = next else {
            return Ok(w::PolicyCheck {
                problems,
                changes: Vec::new(),
                flips: Vec::new(),
                moves: Vec::new(),
                unchanged: 0,
            });
        };
        let vendors = opened.store.read(|db| db.vendors()).map_err(fail::store)?;
        let called = vendors.into_iter().map(|row| (row.vendor.id, row.vendor.name.to_string())).collect();
        Ok(compared(&assembled, &next, &called, self.clock.today()))
    }
}

/// Compares what screens show of every vendor under both policies: the verdict of the rules and the answers together.
fn compared(
    before: &Assembled,
    after: &Assembled,
    called: &HashMap<VendorId, String>,
    today: NaiveDate,
) -> w::PolicyCheck {
    let changes: Vec<w::ChangedSettingView> =
        standard::diff(&before.policy, &after.policy).iter().map(words::changed).collect();
    let mut check =
        w::PolicyCheck { problems: Vec::new(), changes, flips: Vec::new(), moves: Vec::new(), unchanged: 0 };
    if check.changes.is_empty() {
        check.unchanged = before.facts.len() as u32;
        return check;
    }
    for (id, facts) in &before.facts {
        let Some(facts_after) = after.facts.get(id) else { continue };
        let was = conclude(facts, &before.policy, today);
        let becomes = conclude(facts_after, &after.policy, today);
        let (verdict, next) = (before.verdict(*id, &was), after.verdict(*id, &becomes));
        let name = called.get(id).cloned().unwrap_or_default();
        let day = |conclusion: &Conclusion| conclusion.evidence_until.map(|until| until.day);
        if verdict != next {
            check.flips.push(w::VerdictFlip {
                vendor: id.uuid(),
                name,
                tier: facts.tier.map(names::tier_name),
                before: names::verdict_name(verdict),
                after: names::verdict_name(next),
                why: changed_rules(&was, &becomes),
            });
        } else if day(&was) != day(&becomes) {
            check.moves.push(w::DateMove { vendor: id.uuid(), name, before: day(&was), after: day(&becomes) });
        } else {
            check.unchanged += 1;
        }
    }
    check.flips.sort_by_key(|flip| flip.name.to_lowercase());
    check.moves.sort_by_key(|moved| moved.name.to_lowercase());
    check
}

/// The rules whose outcome or answer differs.
fn changed_rules(before: &Conclusion, after: &Conclusion) -> Vec<w::ChangedRule> {
    before
        .results
        .iter()
        .zip(&after.results)
        .filter(|(before, after)| before.result.outcome != after.result.outcome || before.standing != after.standing)
        .map(|(_, after)| w::ChangedRule {
            code: after.result.code.to_owned(),
            title: Rule::of_code(after.result.code).map_or_else(String::new, |rule| rule.title.to_owned()),
            required: after.result.required.to_string(),
            found: after.result.found.to_string(),
        })
        .collect()
}
