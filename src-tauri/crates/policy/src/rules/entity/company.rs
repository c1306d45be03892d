//! `ENTITY-COMPANY` (`practice.md` §3.0 A5).

use crate::{
    ask::Ask,
    organization,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::CompanyMatch,
    words,
};
use countersign_domain::Name;

pub(crate) const RULE: Rule = Rule {
    code: "ENTITY-COMPANY",
    family: Family::Entity,
    title: "Report is about the contracting company",
    help: Help {
        checks: "Whether the organization that the main evidence names is the company that signs with us, one of the names under which we know it, or a company of its group that somebody has documented.",
        why: "A report about another company says nothing about the one that holds our data. The report of a vendor's host is often handed over in place of the vendor's own.",
        evidence: "The title page and the addressee of the opinion, which name the vendor or a documented parent, subsidiary or former name.",
        resolve: "Enter the other name or the affiliate in the vendor's profile if they are the same; ask the vendor how the named company is related; or ask for its own report.",
    },
    source: "practice.md §3.0 A5, §4.5",
    questions: &["A5"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "The contracting company or a documented member of its group";
    let evidence = case.evidence(REQUIRED)?;
    let Some(named) = &evidence.organization else {
        let task = Ask::ours("Find the organization that the report names");
        return Ok(Ruling::missing(REQUIRED, "The organization that it names is not known").ask(task));
    };
    let ask = Ask::CompanyRelation { named: named.value.clone() };
    let about = |verdict: Ruling| verdict.cite(evidence.id, named);
    match evidence.judged.company {
        Some(CompanyMatch::Same) => {
            return Ok(about(Ruling::pass(REQUIRED, format!("{}, judged to be the same", named.value))).by(evidence.id));
        }
        Some(CompanyMatch::Unexplained) => {
            return Ok(about(Ruling::warn(REQUIRED, format!("{}, relation unexplained", named.value))).ask(ask));
        }
        Some(CompanyMatch::Different) => {
            let found = format!("{}, another company", named.value);
            return Ok(about(Ruling::fail(REQUIRED, found)).never_acceptable().ask(ask));
        }
        None => {}
    }
    let profile = &case.snapshot.profile;
    let known: Vec<&str> = case
        .snapshot
        .names
        .iter()
        .map(String::as_str)
        .chain(profile.legal_name.as_ref().map(Name::as_str))
        .chain(profile.affiliates.iter().map(|affiliate| affiliate.name.as_str()))
        .collect();
    if known.is_empty() {
        return Ok(Ruling::missing(REQUIRED, "The vendor has no name to compare with"));
    }
    if known.iter().any(|name| organization::same(name, &named.value)) {
        return Ok(about(Ruling::pass(REQUIRED, named.value.clone())).by(evidence.id));
    }
    if known.iter().any(|name| organization::akin(name, &named.value)) {
        let found = format!("{}, which is not among the names of the vendor", named.value);
        return Ok(about(Ruling::warn(REQUIRED, found)).ask(ask));
    }
    let found = format!("{} instead of {}", named.value, words::list(&known[..1]));
    let ruling = about(Ruling::fail(REQUIRED, found)).ask(ask);
    // That it is the report of the vendor's own host is sure; another name alone may be one that nobody has entered yet.
    let parties = case.snapshot.subservice.iter().flatten();
    let of_a_party = parties.into_iter().any(|party| organization::same(&party.name, &named.value));
    Ok(if of_a_party { ruling.never_acceptable() } else { ruling })
}
