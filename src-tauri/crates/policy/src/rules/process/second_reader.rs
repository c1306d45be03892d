//! `PROCESS-SECOND-READER` (`practice.md` §3.8b Z3, §4.3).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
};

pub(crate) const RULE: Rule = Rule {
    code: "PROCESS-SECOND-READER",
    family: Family::Process,
    title: "A second person has read the review",
    help: Help {
        checks: "Whether the latest review looked at the main evidence that counts now, whether it was read by a second person where the class asks for it, and whether the reviewer is somebody else than who asked for the vendor.",
        why: "Who wants a vendor does not see its faults. Two people find what one overlooks.",
        evidence: "Reviewer and second reader on record, two people, neither of whom reviewed their own request.",
        resolve: "Have the review read by somebody else; where the requester reviewed, have it done again.",
    },
    source: "practice.md §3.8b Z3, §4.3",
    questions: &["Z3"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let required = if limits.second_reader { "Two people, neither the requester" } else { "Not the requester" };
    // A review that goes on is the latest.
    let latest = case.snapshot.reviews.iter().max_by_key(|review| (review.finished_on.is_none(), review.finished_on));
    let Some(latest) = latest else {
        return Ok(Ruling::missing(required, "No review is on record").ask(Ask::ours("Make the review")));
    };
    if case.snapshot.profile.requester == Some(latest.reviewer) {
        return Ok(Ruling::fail(required, "The requester reviewed").ask(Ask::ours("Have somebody else review")));
    }
    let unseen = case.main().filter(|main| latest.saw.as_ref().is_some_and(|saw| !saw.contains(&main.id)));
    if let Some(main) = unseen {
        let found = format!("The last review did not look at what counts now: {}", main.kind.title());
        return Ok(Ruling::missing(required, found).ask(Ask::ours("Review what came since the last review")));
    }
    if !limits.second_reader {
        return Ok(Ruling::pass(required, "Reviewed by somebody else"));
    }
    let task = Ask::ours("Have the review read by a second person");
    Ok(match latest.second_reader {
        None => Ruling::missing(required, "Nobody has read it again yet").ask(task),
        Some(second) if second == latest.reviewer => Ruling::fail(required, "The reviewer read it again").ask(task),
        Some(second) if case.snapshot.profile.requester == Some(second) => {
            Ruling::warn(required, "The requester read it again").ask(task)
        }
        Some(_) => Ruling::pass(required, "Two people"),
    })
}
