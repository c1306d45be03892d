//! `CATEGORY-COVERED` (`practice.md` §3.1 B3, §4.4, §4.5).

use super::uses;
use crate::{
    ask::Ask,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    standard::DataUse,
    words,
};
use countersign_domain::{Category, DocumentId, Kind};
use std::collections::BTreeSet;

pub(crate) const RULE: Rule = Rule {
    code: "CATEGORY-COVERED",
    family: Family::Categories,
    title: "Opinion covers the categories our data requires",
    help: Help {
        checks: "Whether the opinion covers every Trust Services Category that the policy requires for what the vendor handles and how we use it.",
        why: "A category that was not examined was not proved. Every report names all five in the title of the framework; only the opinion's scope says which were examined.",
        evidence: "The words \"relevant to …\" in the opinion's scope with all required categories; or evidence that the policy accepts in place of one. Confidentiality with a data processing agreement can stand in for privacy where the vendor is a processor.",
        resolve: "Ask for a report that covers the category, or for evidence on it. One missing category may be compensated; without security the report does not do.",
    },
    source: "practice.md §3.1 B3, §4.4",
    questions: &["B3"],
    check,
};

/// How a category that the report does not cover is met otherwise.
enum Otherwise {
    Dpa(DocumentId),
    Paper(DocumentId, Kind),
}

fn check(case: &Case<'_>) -> Checked {
    let report = case.report()?;
    let (uses, open) = uses(case);
    let table = &case.policy.settings().categories;
    let needed: BTreeSet<Category> =
        uses.iter().flat_map(|data_use| table.by_use.of(*data_use).categories.iter().copied()).collect();
    let titles = |categories: &[Category]| -> String {
        words::list(&categories.iter().map(|category| category.title()).collect::<Vec<_>>())
    };
    let required = titles(&needed.iter().copied().collect::<Vec<_>>());
    let Some(covered) = &report.categories else {
        let task = Ask::ours("Find the categories in the scope paragraph of the opinion");
        return Ok(Ruling::missing(required, "The categories examined are not known").ask(task));
    };
    let cited = |ruling: Ruling| ruling.cite(report.id, covered);
    let absent: Vec<Category> = needed.into_iter().filter(|category| !covered.value.contains(category)).collect();
    let (mut met, mut unmet) = (Vec::new(), Vec::new());
    for category in absent {
        match otherwise(case, category, &covered.value, &uses) {
            Some(means) => met.push((category, means)),
            None => unmet.push(category),
        }
    }
    let found = format!("Covers {}", titles(&covered.value));
    let asks = |categories: &[Category]| -> Vec<Ask> {
        categories.iter().map(|category| Ask::CategoryEvidence { category: *category }).collect()
    };
    if !unmet.is_empty() {
        let found = format!("{found}; not covered: {}", titles(&unmet));
        return Ok(cited(Ruling::fail(required, found)).ask_all(asks(&unmet)));
    }
    if open {
        let found = format!("{found}; what the vendor handles is not fully answered");
        let task = Ask::ours("Answer what data the vendor handles and how we depend on it");
        return Ok(cited(Ruling::missing(required, found)).ask(task));
    }
    let mut ruling = cited(if met.iter().all(|(_, means)| matches!(means, Otherwise::Dpa(_))) {
        // What the switch accepts is met, not compensated (§4.4).
        Ruling::pass(
            required,
            if met.is_empty() { found } else { format!("{found}; privacy by confidentiality and DPA") },
        )
    } else {
        let by: Vec<String> = met
            .iter()
            .filter_map(|(category, means)| match means {
                Otherwise::Paper(_, kind) => Some(format!("{} by {}", category.title(), kind.title())),
                Otherwise::Dpa(_) => None,
            })
            .collect();
        Ruling::warn(required, format!("{found}; compensated: {}", words::list(&by)))
    })
    .by(report.id);
    for (_, means) in met {
        let (Otherwise::Dpa(document) | Otherwise::Paper(document, _)) = means;
        ruling = ruling.by(document);
    }
    Ok(ruling)
}

fn otherwise(case: &Case<'_>, category: Category, covered: &[Category], uses: &BTreeSet<DataUse>) -> Option<Otherwise> {
    let table = &case.policy.settings().categories;
    let processor = !uses.contains(&DataUse::PersonalAsController);
    let confidential = covered.contains(&Category::Confidentiality);
    let switch = table.accept_confidentiality_and_dpa_for_privacy && processor && confidential;
    let dpa = if category == Category::Privacy && switch { case.held(&[Kind::Dpa]).first().copied() } else { None };
    if let Some(dpa) = dpa {
        return Some(Otherwise::Dpa(dpa.id));
    }
    let paper = case.held(table.substitutes.of(category)).into_iter().find(|paper| {
        let expires = paper.certificate.as_ref().and_then(|facts| facts.expires.as_ref());
        expires.is_none_or(|expires| case.today <= expires.value)
    })?;
    Some(Otherwise::Paper(paper.id, paper.kind))
}
