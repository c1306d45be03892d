//! What the policy asks of a vendor of a class, in words (`practice.md` §4.3).

use crate::acceptance::Weighed;
use chrono::NaiveDate;
use countersign_domain::Tier;
use countersign_packet::input::FrozenAsk;
use countersign_policy::{
    rules::{Case, approvers},
    standard::{ContinuityDemand, CuecDemand, FirmDemand, OpenLimits, SubserviceDemand, TierPolicy},
    words,
};

/// Says what is asked, in the order of the policy; what is not asked for is said too where a reader would look for it.
pub(super) fn of(weighed: &Weighed, tier: Tier, today: NaiveDate) -> Vec<FrozenAsk> {
    let asked = weighed.policy.tier(tier);
    let case = Case::new(&weighed.facts, &weighed.policy, today);
    let approvers: Vec<&str> = approvers(&case).into_iter().map(countersign_domain::Role::title).collect();
    let rows = [
        ("Main evidence", evidence(asked)),
        ("Period and age", period(asked)),
        ("Opinion", titles(&asked.opinions.iter().map(|opinion| opinion.title()).collect::<Vec<_>>(), " or ")),
        ("Open findings", open(asked.max_open)),
        ("CUECs", not_asked(asked.cuec == CuecDemand::NotRequired, asked.cuec.title())),
        ("Subservice", not_asked(asked.subservice == SubserviceDemand::NotRequired, asked.subservice.title())),
        ("Service auditor", not_asked(asked.firm == FirmDemand::NotRequired, asked.firm.title())),
        ("Confidentiality", asked.nda.title().to_owned()),
        ("Continuity", not_asked(asked.continuity == ContinuityDemand::None, asked.continuity.title())),
        ("Penetration test", pentest(asked.pentest_max_age_months)),
        ("Full review", format!("Every {}; {}", months(asked.review_months), lower(asked.monitoring.title()))),
        ("Second reader", if asked.second_reader { "Yes" } else { "No" }.to_owned()),
        ("Approvers", if approvers.is_empty() { "None named".to_owned() } else { approvers.join(", ") }),
    ];
    rows.into_iter().map(|(what, asked)| FrozenAsk { what: what.to_owned(), asked }).collect()
}

fn evidence(asked: &TierPolicy) -> String {
    let accepted = titles(&asked.accepted_evidence.iter().map(|kind| kind.title()).collect::<Vec<_>>(), " or ");
    if asked.evidence_required { accepted } else { format!("None required; accepted: {}", lower(&accepted)) }
}

fn period(asked: &TierPolicy) -> String {
    let mut said = Vec::new();
    if let Some(least) = asked.min_observation_months {
        said.push(format!("at least {} examined", months(least)));
    }
    said.push(format!("not older than {}", months(asked.max_age_months)));
    said.push(format!("nothing uncovered for more than {}", months(asked.max_uncovered_gap_months)));
    sentence(&said.join("; "))
}

fn open(limits: OpenLimits) -> String {
    let limit = |name: &str, most: Option<u16>| match most {
        Some(most) => format!("{name} {most}"),
        None => format!("{name} any number"),
    };
    let all = [
        limit("critical", limits.critical),
        limit("high", limits.high),
        limit("medium", limits.medium),
        limit("low", limits.low),
    ];
    format!("At most: {}", all.join(", "))
}

fn pentest(oldest: Option<u16>) -> String {
    oldest.map_or_else(|| "Not asked for".to_owned(), |oldest| format!("Not older than {}", months(oldest)))
}

fn not_asked(nothing: bool, title: &str) -> String {
    if nothing { "Not asked for".to_owned() } else { title.to_owned() }
}

fn months(months: u16) -> String {
    words::count(i64::from(months), "month")
}

fn titles(all: &[&str], between: &str) -> String {
    match all {
        [] => "None".to_owned(),
        [first, rest @ ..] => {
            rest.iter().fold((*first).to_owned(), |said, next| format!("{said}{between}{}", lower(next)))
        }
    }
}

/// Begins with a small letter, unless the first word is a name such as SOC or ISO/IEC.
fn lower(text: &str) -> String {
    let name = text.chars().take(2).all(char::is_uppercase);
    let mut letters = text.chars();
    match letters.next() {
        Some(first) if !name => first.to_lowercase().chain(letters).collect(),
        _ => text.to_owned(),
    }
}

fn sentence(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
