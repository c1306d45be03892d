//! `LEGAL-CONTRACT` (`practice.md` §3.7 H4, H5, §6.4).

use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    words,
};
use countersign_domain::{
    Kind, Tier,
    register::{AiUse, Contract},
};

pub(crate) const RULE: Rule = Rule {
    code: "LEGAL-CONTRACT",
    family: Family::Legal,
    title: "Contract holds the duties that the report does not prove",
    help: Help {
        checks: "Whether the contract says what we need of it: notice of breaches, the yearly report, return or deletion of data, notice of new subprocessors, a data processing agreement where people's data is handled, and terms on artificial intelligence where it works on our data.",
        why: "A report proves no legal duty. What the contract leaves out nobody has to do, at the moment when it matters.",
        evidence: "The clauses of the contract, or the data processing agreement on file.",
        resolve: "Ask for the missing clauses before signing, or at renewal; record what was agreed.",
    },
    source: "practice.md §3.7 H4, H5, §6.4",
    questions: &["H4"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    case.limits()?;
    if case.snapshot.tier == Some(Tier::Low) {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    let contracts = &case.snapshot.profile.contracts;
    let personal = case.snapshot.profile.handles_personal_data();
    let dpa = case.held(&[Kind::Dpa]).first().map(|document| document.id);
    let ai = case.snapshot.profile.engagements.iter().any(|engagement| engagement.ai_on_our_data == Some(AiUse::Yes));
    let mut terms: Vec<(&str, Option<bool>)> = vec![
        ("notice of breaches", any(contracts, |c| c.breach_notice.map(|_| true))),
        ("a report every year", any(contracts, |c| c.right_to_reports)),
        ("return or deletion of data", any(contracts, |c| c.return_or_deletion)),
        ("notice of new subprocessors", any(contracts, |c| c.subprocessor_notice)),
    ];
    if personal == Some(true) {
        let agreed = any(contracts, |c| c.data_processing_agreement);
        terms.push(("data processing", if dpa.is_some() { Some(true) } else { agreed }));
    }
    if ai {
        terms.push(("use of our data by artificial intelligence", any(contracts, |c| c.ai_terms)));
    }
    let required = words::list(&terms.iter().map(|(term, _)| *term).collect::<Vec<_>>());
    let pick = |wanted: Option<bool>| -> Vec<&str> {
        terms.iter().filter(|(_, held)| *held == wanted).map(|(term, _)| *term).collect()
    };
    let (absent, open) = (pick(Some(false)), pick(None));
    let asks = |terms: &[&str]| -> Vec<Ask> {
        terms.iter().map(|term| Ask::ContractTerm { term: (*term).to_owned() }).collect()
    };
    if contracts.is_empty() && !case.snapshot.in_use {
        return Ok(Ruling::not_applicable("There is no contract yet"));
    }
    let mut ruling = if absent.contains(&"data processing") {
        // The one duty without which the law forbids the use.
        Ruling::fail(required, format!("Not agreed: {}", words::list(&absent))).ask_all(asks(&absent))
    } else if !absent.is_empty() {
        Ruling::warn(required, format!("Not agreed: {}", words::list(&absent))).ask_all(asks(&absent))
    } else if !open.is_empty() {
        let task = Ask::ours(format!("Look up in the contract: {}", words::list(&open)));
        Ruling::missing(required, format!("Not looked up: {}", words::list(&open))).ask(task)
    } else {
        Ruling::pass(required, "All agreed")
    };
    ruling.satisfied_by.extend(dpa);
    Ok(ruling)
}

/// Whether any contract has the term; `None` where none is known to have it and one is not looked up.
fn any(contracts: &[Contract], term: fn(&Contract) -> Option<bool>) -> Option<bool> {
    let answers: Vec<Option<bool>> = contracts.iter().map(term).collect();
    if answers.contains(&Some(true)) {
        Some(true)
    } else if answers.is_empty() || answers.contains(&None) {
        None
    } else {
        Some(false)
    }
}
