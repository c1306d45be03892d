//! The conclusions on the services of one vendor laid together (`decisions/0043`): the weakest verdict decides, a rule has the
//! result that weighs most, and where the services differ it says of which it speaks.

use super::{Conclusion, EvidenceUntil, Standing, Verdict, Weighed};
use crate::{
    ask::Ask,
    rules::{ALL, Basis, Case, RuleResult},
    snapshot::OfServices,
    words,
};
use serde::Serialize;
use std::{borrow::Cow, cmp::Reverse};

/// The conclusion on one part of a vendor.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct OfService {
    /// What the services are called.
    pub name: String,
    /// What the rules give for them.
    pub conclusion: Conclusion,
}

/// Says something of services: "For Example Payroll: no evidence is held".
pub fn for_service(name: &str, what: &str) -> String {
    format!("For {name}: {what}")
}

/// Lays the conclusions on all parts together; `whole` is the case of the vendor as a whole.
pub(super) fn together(whole: &Case<'_>, parts: &[OfServices], concluded: Vec<Conclusion>) -> Conclusion {
    let services: Vec<OfService> = parts
        .iter()
        .zip(concluded)
        .map(|(part, conclusion)| OfService { name: part.name.clone(), conclusion })
        .collect();
    let all = || services.iter().map(|part| &part.conclusion);
    let verdict = all().map(|one| one.verdict).max().unwrap_or(Verdict::Accept);
    let weakest = || all().filter(|one| one.verdict == verdict);
    let codes = |named: &dyn Fn(&str) -> bool| -> Vec<&'static str> {
        ALL.iter().map(|rule| rule.code).filter(|code| named(code)).collect()
    };
    let results: Vec<Weighed> = (0..ALL.len())
        .map(|at| {
            let of_rule: Vec<(&str, &Weighed)> =
                services.iter().map(|part| (part.name.as_str(), &part.conclusion.results[at])).collect();
            rule(&of_rule)
        })
        .collect();
    Conclusion {
        verdict,
        deciding: codes(&|code| weakest().any(|one| one.deciding.contains(&code))),
        unanswered: codes(&|code| all().any(|one| one.unanswered.contains(&code))),
        escalate_to: weakest().filter_map(|one| one.escalate_to).max(),
        before_signing: codes(&|code| all().any(|one| one.before_signing.contains(&code))),
        approvers: crate::rules::approvers(whole),
        evidence_until: until(whole, parts, &services),
        holds_until: all().filter_map(|one| one.holds_until).min(),
        next_review: all().filter_map(|one| one.next_review).min(),
        asks: asks(&services),
        results,
        services,
    }
}

/// Until when the evidence of all suffices; not known where one that needs evidence has none that counts.
fn until(whole: &Case<'_>, parts: &[OfServices], services: &[OfService]) -> Option<EvidenceUntil> {
    let needs = whole.class.is_none_or(|(_, limits)| limits.evidence_required);
    let bare =
        |part: &OfServices| !needs && matches!(Case::new(&part.facts, whole.policy, whole.today).basis, Basis::None);
    let counted = parts.iter().zip(services).filter(|(part, _)| !bare(part));
    let days: Option<Vec<EvidenceUntil>> = counted.map(|(_, one)| one.conclusion.evidence_until).collect();
    days?.into_iter().min_by_key(|until| until.day)
}

/// One rule: the result that weighs most among those that nothing answers, else among all.
fn rule(parts: &[(&str, &Weighed)]) -> Weighed {
    let weight = |weighed: &Weighed| (weighed.is_open(), weighed.result.outcome.weight());
    // Of equals the first in the order of the register.
    let gravest = parts.iter().map(|(_, weighed)| *weighed).min_by_key(|weighed| Reverse(weight(weighed)));
    let gravest = gravest.expect("a vendor that is parted has parts");
    let equal = || parts.iter().map(|(_, weighed)| *weighed).filter(|weighed| weight(weighed) == weight(gravest));
    let said = |of: fn(&RuleResult) -> &Cow<'static, str>| -> Cow<'static, str> {
        if parts.iter().all(|(_, weighed)| of(&weighed.result) == of(&gravest.result)) {
            return of(&gravest.result).clone();
        }
        let each: Vec<String> = parts.iter().map(|(name, weighed)| for_service(name, of(&weighed.result))).collect();
        sentences(&each).into()
    };
    let nobody = equal().any(|weighed| weighed.result.acceptable_by.is_none());
    let result = RuleResult {
        required: said(|result| &result.required),
        found: said(|result| &result.found),
        citations: once(parts.iter().flat_map(|(_, weighed)| &weighed.result.citations)),
        satisfied_by: once(parts.iter().flat_map(|(_, weighed)| &weighed.result.satisfied_by)),
        acceptable_by: equal().filter_map(|weighed| weighed.result.acceptable_by).max().filter(|_| !nobody),
        asks: asks_of(&parts.iter().map(|(name, weighed)| (*name, &weighed.result.asks[..])).collect::<Vec<_>>()),
        accepted_until: equal().filter_map(|weighed| weighed.result.accepted_until).min(),
        ..gravest.result.clone()
    };
    let standing = equal().map(|weighed| weighed.standing).min_by_key(|standing| match standing {
        // What ends first is what holds it together.
        Standing::Accepted { until: day } | Standing::Condition { due: day } => (0, Some(*day)),
        Standing::Open | Standing::Note | Standing::Met => (1, None),
    });
    Weighed { standing: standing.unwrap_or(gravest.standing), result }
}

/// One statement after the other; a name that ends in a full stop ends its sentence as well.
pub fn sentences(each: &[String]) -> String {
    let stop = |one: &String| if one.ends_with('.') { one.clone() } else { format!("{one}.") };
    let all = each.iter().take(each.len().saturating_sub(1)).map(stop);
    all.chain(each.last().cloned()).collect::<Vec<_>>().join(" ")
}

/// What is to be asked for: of all services once, of some with their name; what decides first.
fn asks(services: &[OfService]) -> Vec<Ask> {
    let mut order: Vec<&OfService> = services.iter().collect();
    order.sort_by_key(|part| Reverse(part.conclusion.verdict));
    asks_of(&order.iter().map(|part| (part.name.as_str(), &part.conclusion.asks[..])).collect::<Vec<_>>())
}

fn asks_of(parts: &[(&str, &[Ask])]) -> Vec<Ask> {
    let mut all: Vec<Ask> = Vec::new();
    for ask in once(parts.iter().flat_map(|(_, asks)| *asks)) {
        let asking: Vec<&str> = parts.iter().filter(|(_, asks)| asks.contains(&ask)).map(|(name, _)| *name).collect();
        let of_all = asking.len() == parts.len();
        all.push(if of_all { ask } else { Ask::of_service(words::list(&asking), ask) });
    }
    all
}

fn once<'a, T: PartialEq + Clone + 'a>(all: impl Iterator<Item = &'a T>) -> Vec<T> {
    let mut once: Vec<T> = Vec::new();
    for one in all {
        if !once.contains(one) {
            once.push(one.clone());
        }
    }
    once
}

#[cfg(test)]
mod tests;
