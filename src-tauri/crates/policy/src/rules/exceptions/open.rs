//! `EXCEPTION-OPEN` (`practice.md` §4.3 row "max open findings", §4.5, §5).

use crate::{
    Rank, Severity,
    ask::Ask,
    due,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::{Acceptance, Finding, FindingStatus},
    words,
};
use chrono::NaiveDate;
use countersign_domain::finding::Granted;

pub(crate) const RULE: Rule = Rule {
    code: "EXCEPTION-OPEN",
    family: Family::Exceptions,
    title: "Open findings within the limits",
    help: Help {
        checks: "How many findings of each severity are neither settled nor covered by a valid acceptance, against the limits of the class.",
        why: "One open critical finding means that our data is exposed now. Many small ones mean that nobody follows up.",
        evidence: "Proof from the vendor, verified here, that closes the finding; the next report testing clean; or a signed acceptance by somebody of sufficient rank that has not run out.",
        resolve: "Ask the vendor for proof by the target date. What cannot be mended in time is accepted for a limited time by the right rank, with what compensates it.",
    },
    source: "practice.md §4.3, §4.5, §5.3, §5.5",
    questions: &[],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = case.limits()?;
    let max = limits.max_open;
    let limit_of = |severity: Severity| match severity {
        Severity::Critical => max.critical,
        Severity::High => max.high,
        Severity::Medium => max.medium,
        Severity::Low => max.low,
    };
    let limited: Vec<String> = Severity::ALL
        .iter()
        .rev()
        .filter_map(|severity| Some(format!("{} {}", severity.as_str(), limit_of(*severity)?)))
        .collect();
    let required = format!("At most: {}", limited.join(", "));
    let Some(findings) = &case.snapshot.findings else {
        if case.main().is_none() {
            return Ok(case.nothing_held(required));
        }
        let task = Ask::ours("Rate what the report says and enter findings, or record that there are none");
        return Ok(Ruling::missing(required, "Nobody has rated what the report says").ask(task));
    };
    let open: Vec<&Finding> = findings.iter().filter(|finding| counts(case, finding)).collect();
    let accepted_to: Vec<NaiveDate> = findings.iter().filter_map(|finding| accepted_until(case, finding)).collect();
    let accepted = accepted_to.len();
    let number = |severity: Severity| open.iter().filter(|finding| finding.severity == severity).count();
    let over: Vec<Severity> = Severity::ALL
        .iter()
        .rev()
        .copied()
        .filter(|severity| limit_of(*severity).is_some_and(|limit| number(*severity) > usize::from(limit)))
        .collect();
    let said: Vec<String> = Severity::ALL
        .iter()
        .rev()
        .filter(|severity| number(**severity) > 0)
        .map(|severity| format!("{} {}", severity.as_str(), number(*severity)))
        .collect();
    let mut found = if said.is_empty() { "None open".to_owned() } else { format!("Open: {}", said.join(", ")) };
    if accepted > 0 {
        found = format!("{found}; {accepted} accepted for a time");
    }
    let proved = |finding: &Finding| finding.status == FindingStatus::Verified;
    let waiting = open.iter().filter(|finding| proved(finding)).count();
    if waiting > 0 {
        found = format!("{found}; {waiting} of them verified and not closed");
    }
    let overdue = open.iter().any(|finding| finding.due_on.is_some_and(|due| due < case.today));
    let titles = |of: &dyn Fn(&Finding) -> bool| -> Vec<String> {
        open.iter().filter(|finding| of(finding)).map(|finding| finding.title.clone()).collect()
    };
    let mut ruling = if let Some(worst) = over.first() {
        let rank: Rank = *case.policy.settings().acceptance.rank.of(*worst);
        let unproved = titles(&|finding| over.contains(&finding.severity) && !proved(finding));
        let proof = if unproved.is_empty() {
            Ask::ours("Let a second person close what is verified, or say why it does not stand up")
        } else {
            Ask::FindingProof { titles: unproved }
        };
        Ruling::fail(required, found).only(rank).ask(proof)
    } else if let Some(left) = case.snapshot.unrated {
        let task = Ask::ours("Assess the findings that nobody has assessed yet");
        let left = match left {
            0 => "nobody has said that the report states no exception".to_owned(),
            left => format!("{} not assessed", words::count(left.into(), "finding")),
        };
        Ruling::missing(required, format!("{found}; {left}")).ask(task)
    } else if overdue {
        let late = titles(&|finding| finding.due_on.is_some_and(|due| due < case.today));
        Ruling::warn(required, format!("{found}; overdue: {}", words::list(&late)))
            .ask(Ask::FindingProof { titles: late })
    } else if let Some(until) = accepted_to.iter().min() {
        Ruling::warn(required, found).accepted_until(*until)
    } else {
        Ruling::pass(required, found)
    };
    for finding in &open {
        if let Some((document, pages)) = &finding.document {
            ruling = ruling.cite(*document, pages);
        }
    }
    Ok(ruling)
}

/// Whether a finding counts as open: nothing closed it and no acceptance holds.
fn counts(case: &Case<'_>, finding: &Finding) -> bool {
    match finding.status {
        FindingStatus::Open | FindingStatus::WithVendor | FindingStatus::EvidenceReceived => {
            accepted_until(case, finding).is_none()
        }
        // One whose acceptance ran out is open again, whatever its status says (§5.5).
        FindingStatus::Accepted => accepted_until(case, finding).is_none(),
        // Proved; of a critical or high one a second person says so too (§5.3).
        FindingStatus::Verified => finding.severity >= Severity::High,
        FindingStatus::Closed | FindingStatus::NotApplicable | FindingStatus::Superseded => false,
    }
}

/// The last day on which a valid acceptance covers a finding; `None` where none does, or nothing is left to accept.
fn accepted_until(case: &Case<'_>, finding: &Finding) -> Option<NaiveDate> {
    let settled = matches!(
        finding.status,
        FindingStatus::Verified | FindingStatus::Closed | FindingStatus::NotApplicable | FindingStatus::Superseded
    );
    let all = case.snapshot.acceptances.iter().filter(|_| !settled);
    all.filter_map(|acceptance| holds_until(case, acceptance, finding)).max()
}

/// Until when an acceptance covers a finding, if it does today.
fn holds_until(case: &Case<'_>, acceptance: &Acceptance, finding: &Finding) -> Option<NaiveDate> {
    let granted = Granted {
        requester: acceptance.requester,
        approver: acceptance.approver,
        rank: acceptance.rank,
        on: acceptance.granted_on,
        expires: acceptance.expires_on,
    };
    let covers = acceptance.findings.contains(&finding.key);
    covers.then(|| due::risk_limits(case.policy, finding.severity).holds_until(&granted, case.today)).flatten()
}
