//! The path without a SOC 2 report: whether what stands in its place and the twelve core controls suffice
//! (`practice.md` §8.2, §8.3).

mod record;
mod substitute;

pub use record::{Duty, DutyKind, Record, Scored, UseLimit, latest_expiry};
pub use substitute::{AcceptAs, Counted, Dating, Substitute, SubstituteCheck, SubstituteKind};

use crate::{
    Ask, Policy, Snapshot,
    rules::{Basis, Case},
    snapshot::{AlternativePath, AlternativeReason, CoreControl, CoreScore},
    standard::MainEvidence,
    words,
};
use chrono::NaiveDate;
use countersign_domain::Tier;

/// Something that the path lacks for the class.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shortfall {
    /// What, as a sentence without its full stop.
    pub what: String,
    /// What would make it suffice, likewise.
    pub remedy: String,
    /// What to ask for.
    pub ask: Ask,
}

/// How far the path carries.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AlternativeAssessment {
    /// Whether substitutes and core controls suffice for the class; `None` while the answer depends on what is not known or
    /// not held.
    pub enough: Option<bool>,
    /// The controls that are too weak for the class.
    pub weak: Vec<CoreControl>,
    /// The controls that were not asked about and matter for the class.
    pub open: Vec<CoreControl>,
    /// The average of the scores given, in hundredths; `None` where none is given.
    pub average_hundredths: Option<u16>,
    /// How far each substitute goes, in their order.
    pub counted: Vec<Counted>,
    /// Everything that is lacking; empty where it suffices.
    pub shortfalls: Vec<Shortfall>,
    /// What should make one think, whether it suffices or not.
    pub red_flags: Vec<&'static str>,
    /// Whether somebody of a rank above the usual one has granted it and it has not run out.
    pub granted: bool,
    /// The last day on which it holds, where it was granted: never later than the policy, the record and the substitutes let
    /// it.
    pub until: Option<NaiveDate>,
}

/// Whether what the rules look at of the vendor, or of one of its services, is the path.
pub fn goes_without(snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> bool {
    let without = |facts| matches!(Case::new(facts, policy, today).basis, Basis::WithoutReport(_));
    snapshot.by_service().any(|(_, facts)| without(facts))
}

/// Assesses the path for a class.
///
/// Core controls: critical: none of the first nine below "shown"; high: none at "none"; medium: the average; low: whatever
/// they are. Substitutes: main evidence, with a supplement where it does not carry alone.
pub fn assess(tier: Tier, path: &AlternativePath, policy: &Policy, today: NaiveDate) -> AlternativeAssessment {
    let Controls { enough: controls, weak, open, average_hundredths } = controls(tier, path, policy);
    let counted = counted(tier, path, policy, today);
    let mut shortfalls = lacking(tier, path, &counted, policy);
    let carried = shortfalls.is_empty();
    shortfalls.extend(of_controls(tier, &weak, &open, average_hundredths, policy));
    let enough = match controls {
        Some(true) if !carried => None,
        other => other,
    };
    let usual = *policy.settings().acceptance.deviation_rank.of(tier);
    let grant = path.granted.as_ref().filter(|grant| grant.rank.is_some_and(|rank| rank >= usual.above()));
    let until = grant.map(|grant| {
        let granted = grant.expires_on.min(latest_expiry(tier, grant.granted_on, policy));
        latest_day(tier, path, policy, today).map_or(granted, |latest| latest.min(granted))
    });
    let granted = grant.is_some_and(|grant| grant.granted_on <= today) && until.is_some_and(|until| today <= until);
    let red_flags = red_flags(path);
    AlternativeAssessment { enough, weak, open, average_hundredths, counted, shortfalls, red_flags, granted, until }
}

/// The last day that an approval given today can have: the policy's, the record's, or that on which the substitutes stop
/// carrying it.
pub fn latest_approval(tier: Tier, path: &AlternativePath, policy: &Policy, today: NaiveDate) -> NaiveDate {
    let policy_allows = latest_expiry(tier, today, policy);
    latest_day(tier, path, policy, today).map_or(policy_allows, |latest| latest.min(policy_allows))
}

/// The last day on which the record holds and its substitutes carry it; `None` where nothing ends it.
fn latest_day(tier: Tier, path: &AlternativePath, policy: &Policy, today: NaiveDate) -> Option<NaiveDate> {
    let mut ends: Vec<NaiveDate> = counted(tier, path, policy, today)
        .iter()
        .filter(|one| one.against.is_empty())
        .filter_map(|one| one.until)
        .collect();
    ends.sort_unstable();
    let carries = |day: NaiveDate| lacking(tier, path, &counted(tier, path, policy, day), policy).is_empty();
    let substitutes = ends.into_iter().find(|end| end.succ_opt().is_some_and(|after| !carries(after)));
    [substitutes, path.expires_on].into_iter().flatten().min()
}

fn counted(tier: Tier, path: &AlternativePath, policy: &Policy, today: NaiveDate) -> Vec<Counted> {
    path.substitutes.iter().map(|substitute| substitute.counted(tier, policy, today)).collect()
}

/// What is lacking of the substitutes.
fn lacking(tier: Tier, path: &AlternativePath, counted: &[Counted], policy: &Policy) -> Vec<Shortfall> {
    let mut lacking = Vec::new();
    let mains: Vec<AcceptAs> = counted.iter().filter(|one| one.is_main()).map(|one| one.accept_as).collect();
    if mains.is_empty() {
        // What would be main evidence, if only what speaks against it were mended.
        let nearly =
            path.substitutes.iter().zip(counted).find(|(_, one)| !one.against.is_empty() && one.accept_as.carries());
        let (add, ask) = to_add(tier, policy, &MAIN_BY_EFFORT, AcceptAs::carries);
        lacking.push(match nearly {
            Some((substitute, one)) => Shortfall {
                what: format!("{} does not count: {}", substitute.kind.title(), one.against.join("; ")),
                remedy: format!("Settle that, or {}", words::lower_first(&add)),
                ask,
            },
            None => Shortfall { what: "No main evidence".to_owned(), remedy: add, ask },
        });
    }
    // Where the class takes nothing that carries alone, the supplement is lacking from the beginning.
    let alone = |accept_as: AcceptAs| accept_as == AcceptAs::Main;
    let needed = if mains.is_empty() {
        let reached = || SubstituteKind::ALL.iter().map(|kind| kind.accepted_as(tier, policy));
        reached().any(AcceptAs::carries) && !reached().any(alone)
    } else {
        !mains.into_iter().any(alone)
    };
    if needed && !counted.iter().any(Counted::is_supplement) {
        let (remedy, ask) = to_add(tier, policy, &SUPPLEMENT_BY_EFFORT, |accept_as| accept_as == AcceptAs::Supplement);
        lacking.push(Shortfall { what: "No supplement beside the main evidence".to_owned(), remedy, ask });
    }
    lacking
}

/// What can carry, that which takes the vendor the least effort first.
const MAIN_BY_EFFORT: [SubstituteKind; 6] = [
    SubstituteKind::Questionnaire,
    SubstituteKind::Iso27001,
    SubstituteKind::Soc3,
    SubstituteKind::Soc2Type1,
    SubstituteKind::OtherScheme,
    SubstituteKind::OwnAssessment,
];

/// What can support, that which tells the most first.
const SUPPLEMENT_BY_EFFORT: [SubstituteKind; 11] = [
    SubstituteKind::Pentest,
    SubstituteKind::Questionnaire,
    SubstituteKind::LiveEvidence,
    SubstituteKind::OtherScheme,
    SubstituteKind::Iso27001,
    SubstituteKind::Soc2Type1,
    SubstituteKind::Soc3,
    SubstituteKind::Soc1,
    SubstituteKind::PciAoc,
    SubstituteKind::OlderSoc2,
    SubstituteKind::OwnAssessment,
];

/// What would fill a place, as the policy has it for the class, and what to ask for: the first of them.
fn to_add(tier: Tier, policy: &Policy, kinds: &[SubstituteKind], fills: fn(AcceptAs) -> bool) -> (String, Ask) {
    let filling: Vec<SubstituteKind> =
        kinds.iter().copied().filter(|kind| fills(kind.accepted_as(tier, policy))).collect();
    let titles: Vec<&str> = filling.iter().map(|kind| kind.title()).collect();
    match (filling.first(), titles.as_slice()) {
        (Some(first), [only]) => (format!("Add: {only}"), first.ask()),
        (Some(first), several) => (format!("Add one of: {}", several.join("; ")), first.ask()),
        (None, _) => {
            let report = policy.tier(tier).accepted_evidence.first().map_or(MainEvidence::Soc2Type2, |form| *form);
            let ask = Ask::Report { form: report.title().to_owned(), ending_after: None };
            ("Ask for the report: the policy accepts nothing in its place for this class".to_owned(), ask)
        }
    }
}

/// What is lacking of the core controls.
fn of_controls(
    tier: Tier,
    weak: &[CoreControl],
    open: &[CoreControl],
    average: Option<u16>,
    policy: &Policy,
) -> Vec<Shortfall> {
    let mut lacking = Vec::new();
    if !open.is_empty() {
        lacking.push(Shortfall {
            what: format!("Not asked about: {}", words::list(&titles(open))),
            remedy: "Ask about them and score them".to_owned(),
            ask: Ask::CoreControls { controls: titles(open) },
        });
    }
    if !weak.is_empty() {
        let limits = &policy.settings().alternative;
        let wanted = limits.medium_average_tenths;
        let (why, remedy) = match tier {
            Tier::Critical => (String::new(), raise(limits.critical_lowest_score)),
            Tier::Medium => (
                average
                    .map_or_else(String::new, |average| format!(" (average {}.{:02})", average / 100, average % 100)),
                format!("Raise the average to {}.{}: have some of them shown", wanted / 10, wanted % 10),
            ),
            Tier::High | Tier::Low => (String::new(), raise(limits.high_lowest_score)),
        };
        lacking.push(Shortfall {
            what: format!("Core controls too weak{why}: {}", words::list(&titles(weak))),
            remedy,
            ask: Ask::CoreControls { controls: titles(weak) },
        });
    }
    lacking
}

/// What would bring a control to a score.
fn raise(lowest: CoreScore) -> String {
    match lowest {
        CoreScore::None | CoreScore::Said => "Have the vendor put them in place".to_owned(),
        CoreScore::Shown => "Have each of them shown (2) or tested (3)".to_owned(),
        CoreScore::Tested => "Have each of them tested by somebody independent (3)".to_owned(),
    }
}

fn titles(controls: &[CoreControl]) -> Vec<String> {
    controls.iter().map(|control| control.title().to_owned()).collect()
}

/// What should make one think (`practice.md` §8.3, last lines).
fn red_flags(path: &AlternativePath) -> Vec<&'static str> {
    let mut flags = Vec::new();
    if path.letter_only {
        flags.push("The vendor refuses the whole report and offers a letter of attestation only");
    }
    if path.reason == Some(AlternativeReason::Refused) {
        flags.push("The vendor has a report and refuses to share it");
    }
    flags
}

/// The core controls that decide for a class.
pub fn decisive(tier: Tier, policy: &Policy) -> &'static [CoreControl] {
    let first = usize::from(policy.settings().alternative.critical_shown_first).min(CoreControl::ALL.len());
    match tier {
        Tier::Critical => &CoreControl::ALL[..first],
        Tier::High | Tier::Medium => CoreControl::ALL,
        Tier::Low => &[],
    }
}

struct Controls {
    enough: Option<bool>,
    weak: Vec<CoreControl>,
    open: Vec<CoreControl>,
    average_hundredths: Option<u16>,
}

/// Whether the core controls suffice; `None` while the answer depends on what was not asked.
fn controls(tier: Tier, path: &AlternativePath, policy: &Policy) -> Controls {
    let limits = &policy.settings().alternative;
    let score = |control: &CoreControl| path.scores.get(control).copied();
    let decisive = decisive(tier, policy);
    let too_weak = |score: CoreScore| match tier {
        Tier::Critical => score < limits.critical_lowest_score,
        Tier::High => score < limits.high_lowest_score,
        Tier::Medium | Tier::Low => false,
    };
    let open: Vec<CoreControl> = decisive.iter().copied().filter(|control| score(control).is_none()).collect();
    let mut weak: Vec<CoreControl> =
        decisive.iter().copied().filter(|control| score(control).is_some_and(too_weak)).collect();
    let given: Vec<u16> = path.scores.values().map(|score| u16::from(score.points())).collect();
    let average_hundredths =
        u16::try_from(given.len()).ok().filter(|count| *count > 0).map(|count| given.iter().sum::<u16>() * 100 / count);
    let mut enough = if weak.is_empty() { open.is_empty().then_some(true) } else { Some(false) };
    if tier == Tier::Medium && open.is_empty() {
        let wanted = u16::from(limits.medium_average_tenths) * 10;
        let reached = average_hundredths.is_some_and(|average| average >= wanted);
        enough = Some(reached);
        if !reached {
            weak =
                CoreControl::ALL.iter().copied().filter(|c| score(c).is_some_and(|s| s < CoreScore::Shown)).collect();
        }
    }
    Controls { enough, weak, open, average_hundredths }
}

#[cfg(test)]
mod tests;
