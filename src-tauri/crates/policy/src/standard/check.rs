//! Whether settings hold together: each number in its range, and none against another.

use super::{AcceptedOpinion, AlternativeLimits, InvalidSetting, MainEvidence, Settings, TierPolicy, reach, setting};
use crate::snapshot::CoreScore;
use countersign_domain::{Category, Opinion, Role, Tier};
use serde_json::Value;

/// Lists what is wrong; empty where everything holds.
pub(super) fn wrong(version: u32, settings: &Settings) -> Vec<InvalidSetting> {
    let mut wrong = Vec::new();
    if version == 0 {
        say(&mut wrong, "version", "versions count from 1: 0");
    }
    ranges(settings, &mut wrong);
    let classes = &settings.tiering;
    if !(classes.critical_from > classes.high_from && classes.high_from > classes.medium_from) {
        say(&mut wrong, "tiering.critical_from", "each class begins above the one below it");
    }
    let letters = &settings.bridge_letter;
    if letters.months_ok > letters.months_cap {
        say(&mut wrong, "bridge_letter.months_ok", "more than a letter can add at most");
    }
    let dates = &settings.dates;
    if dates.issue_lag_usual_from_days > dates.issue_lag_usual_to_days {
        say(&mut wrong, "dates.issue_lag_usual_from_days", "more than the end of what is usual");
    }
    if !dates.reminders_days_before_age_limit.windows(2).all(|pair| pair[0] > pair[1]) {
        say(&mut wrong, "dates.reminders_days_before_age_limit", "reminders come ever closer to the limit");
    }
    if settings.report.reliability_warn_from > settings.report.reliability_pass_from {
        say(&mut wrong, "report.reliability_warn_from", "more than what passes");
    }
    if settings.report.family_warn_from == 0 {
        say(&mut wrong, "report.family_warn_from", "no exception is no reason to warn: 0");
    }
    if !settings.categories.by_use.any.categories.contains(&Category::Security) {
        say(&mut wrong, "categories.by_use.any.categories", "security is always required");
    }
    for tier in Tier::ALL {
        tier_policy(tier, settings.tiers.of(tier), &mut wrong);
    }
    wrong.extend(reach::wrong(&settings.alternative.substitutes));
    core_scores(&settings.alternative, &mut wrong);
    let days = &settings.acceptance.max_days;
    if !(days.critical <= days.high && days.high <= days.medium && days.medium <= days.low) {
        say(&mut wrong, "acceptance.max_days.critical", "what is graver is not accepted for longer");
    }
    let ranks = &settings.acceptance.rank;
    if !(ranks.critical >= ranks.high && ranks.high >= ranks.medium && ranks.medium >= ranks.low) {
        say(&mut wrong, "acceptance.rank.critical", "what is graver is not accepted by a lower rank");
    }
    wrong
}

fn say(wrong: &mut Vec<InvalidSetting>, path: &str, problem: &str) {
    wrong.push(InvalidSetting { path: path.to_owned(), problem: problem.to_owned() });
}

/// Every number against the range that the setting's description gives.
fn ranges(settings: &Settings, wrong: &mut Vec<InvalidSetting>) {
    fn walk(path: &mut String, value: &Value, wrong: &mut Vec<InvalidSetting>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let length = path.len();
                    if length > 0 {
                        path.push('.');
                    }
                    path.push_str(name);
                    walk(path, value, wrong);
                    path.truncate(length);
                }
            }
            Value::Array(values) => {
                for (index, value) in values.iter().enumerate() {
                    if value.is_number() {
                        number(path, value, wrong);
                    } else if values[..index].contains(value) {
                        say(wrong, path, &format!("named twice: {value}"));
                    }
                }
            }
            Value::Number(_) => number(path, value, wrong),
            Value::Null | Value::Bool(_) | Value::String(_) => {}
        }
    }
    fn number(path: &str, value: &Value, wrong: &mut Vec<InvalidSetting>) {
        let range = setting::of_path(path).and_then(|setting| setting.range);
        let (Some((least, most)), Some(given)) = (range, value.as_u64()) else { return };
        if !(u64::from(least)..=u64::from(most)).contains(&given) {
            say(wrong, path, &format!("from {least} to {most} is possible: {given}"));
        }
    }
    walk(&mut String::new(), &serde_json::to_value(settings).expect("settings are plain data"), wrong);
}

/// How well core controls must be known.
fn core_scores(limits: &AlternativeLimits, wrong: &mut Vec<InvalidSetting>) {
    let (critical, high) = (limits.critical_lowest_score, limits.high_lowest_score);
    for (score, path) in [(critical, "alternative.critical_lowest_score"), (high, "alternative.high_lowest_score")] {
        if score == CoreScore::None {
            say(wrong, path, "a control that is not there is accepted by nobody");
        }
    }
    if critical < high {
        say(wrong, "alternative.critical_lowest_score", "less than what high vendors must reach");
    }
}

fn tier_policy(tier: Tier, policy: &TierPolicy, wrong: &mut Vec<InvalidSetting>) {
    let path = |field: &str| format!("tiers.{}.{field}", tier.as_str());
    let mut say = |field: &str, problem: &str| {
        wrong.push(InvalidSetting { path: path(field), problem: problem.to_owned() });
    };
    if policy.evidence_required && policy.accepted_evidence.is_empty() {
        say("accepted_evidence", "evidence is required, so that some must be accepted");
    }
    let plan_only = |form: &MainEvidence| matches!(form, MainEvidence::Soc2Type1WithPlan);
    if matches!(tier, Tier::Critical | Tier::High) && policy.accepted_evidence.iter().any(plan_only) {
        say("accepted_evidence", "a Type 1 alone is never enough for this class (practice.md §8.2)");
    }
    if policy.hard_stop_age_months.is_some_and(|stop| stop < policy.max_age_months) {
        say("hard_stop_age_months", "less than the age that is accepted");
    }
    if policy.min_observation_months.zip(policy.preferred_observation_months).is_some_and(|(min, best)| best < min) {
        say("preferred_observation_months", "less than the shortest period accepted");
    }
    if policy.bridge_wanted_after_months.is_some_and(|wanted| wanted > policy.max_uncovered_gap_months) {
        say("bridge_wanted_after_months", "a letter is wanted only after the gap is too long already");
    }
    if !policy.opinions.contains(&AcceptedOpinion::Unqualified) {
        say("opinions", "an unqualified opinion is always accepted");
    }
    let grave = |opinion: &Opinion| matches!(opinion, Opinion::Adverse | Opinion::Disclaimer);
    if tier == Tier::Critical && policy.opinions_with_risk_acceptance.iter().any(grave) {
        say("opinions_with_risk_acceptance", "an adverse opinion or a disclaimer is never accepted for this class");
    }
    if policy.approvers.is_empty() {
        say("approvers", "somebody must approve");
    }
    if policy.approvers.contains(&Role::Administrator) {
        say("approvers", "who keeps the workspace approves no vendor");
    }
}
