//! `FIRM-PEER-REVIEW` (`practice.md` §3.0 A7, §4.3, §4.6).

use super::{cited, firm};
use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::{Licence, PeerReview},
    standard::FirmDemand,
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "FIRM-PEER-REVIEW",
    family: Family::Firm,
    title: "CPA firm passed its peer review",
    help: Help {
        checks: "Whether the firm is enrolled in peer review, its rating, and whether that was accepted within three years. A firm new to this work has eighteen months.",
        why: "Peer review is the only regular look of somebody else at how the firm works.",
        evidence: "The entry in the AICPA's public file: rating pass, with the day of acceptance.",
        resolve: "Look the firm up in the public file and record rating and day. For a pass with deficiencies read what they are.",
    },
    source: "practice.md §3.0 A7, §4.3, §4.6",
    questions: &["A7"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Peer review passed and not too old";
    let limits = case.limits()?;
    if limits.firm != FirmDemand::LicenceAndPeerReview {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    let (report, named, check) = firm(case, REQUIRED)?;
    let settings = &case.policy.settings().firm;
    let task = || Ask::ours(format!("Look up the peer review of {}", named.value));
    let abroad = check.and_then(|check| check.licence) == Some(Licence::OtherJurisdiction);
    if abroad && settings.accept_other_jurisdiction {
        let found = format!("{} is outside the peer review of the AICPA", named.value);
        return Ok(Ruling::not_applicable(found).cite(report.id, named));
    }
    let Some((check, review)) = check.and_then(|check| Some((check, check.peer_review?))) else {
        let found = format!("{} not checked", named.value);
        return Ok(Ruling::warn(REQUIRED, found).cite(report.id, named).ask(task()));
    };
    let found = match check.peer_review_accepted_on {
        Some(day) => format!("{}: {}, accepted {}", named.value, review.title(), words::date(day)),
        None => format!("{}: {}", named.value, review.title()),
    };
    let ruling = match review {
        PeerReview::Fail | PeerReview::NotEnrolled => Ruling::fail(REQUIRED, found),
        PeerReview::PassWithDeficiencies => Ruling::warn(REQUIRED, found),
        PeerReview::TooNew => match check.first_report_on {
            Some(first) if case.today > months::add(first, settings.new_firm_months.into()) => {
                Ruling::fail(REQUIRED, format!("{found}, though its first report was on {}", words::date(first)))
            }
            Some(_) => Ruling::warn(REQUIRED, found),
            None => Ruling::warn(REQUIRED, format!("{found}; since when it works is not recorded")).ask(task()),
        },
        PeerReview::Pass => match check.peer_review_accepted_on {
            None => Ruling::missing(REQUIRED, format!("{found}; the day of acceptance is not recorded")).ask(task()),
            Some(day) if case.today > months::add(day, settings.peer_review_max_age_months.into()) => {
                Ruling::fail(REQUIRED, format!("{found}, too long ago")).ask(task())
            }
            Some(_) => Ruling::pass(REQUIRED, found),
        },
    };
    Ok(cited(case, ruling, (report, named), check.peer_review_proof))
}
