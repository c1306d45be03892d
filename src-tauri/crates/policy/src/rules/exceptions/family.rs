//! `EXCEPTION-FAMILY` (`practice.md` §3.4 E9).

use crate::rules::{Case, Checked, Family, Help, Rule, Ruling};
use countersign_domain::Kind;

/// The family of criteria about logical and physical access.
const ACCESS: &str = "CC6";

pub(crate) const RULE: Rule = Rule {
    code: "EXCEPTION-FAMILY",
    family: Family::Exceptions,
    title: "Exceptions do not pile up in one area",
    help: Help {
        checks: "How many exceptions stand under one family of criteria, such as access (CC6).",
        why: "Several small failures in one area are one large failure: nobody runs that process.",
        evidence: "Fewer than three exceptions in any family; or the vendor's account of the common cause and its fix.",
        resolve: "Ask for the common cause. Rate the exceptions together as one finding.",
    },
    source: "practice.md §3.4 E9",
    questions: &["E9"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    let limits = &case.policy.settings().report;
    let required = format!(
        "Fewer than {} in a family, at most {} about access",
        limits.family_warn_from, limits.access_family_max
    );
    let report = case.report()?;
    if report.kind == Kind::Soc2Type1 {
        return Ok(Ruling::not_applicable("A Type 1 has no tests of operation"));
    }
    let Some(exceptions) = &report.exceptions else {
        return Ok(Ruling::missing(required, "The exceptions are not listed"));
    };
    let most = exceptions.by_family.iter().max_by_key(|(family, count)| (**count, *family == ACCESS));
    let found = match most {
        Some((family, count)) if *count > 0 => format!("{count} in {family}"),
        _ => "None".to_owned(),
    };
    let access = exceptions.by_family.get(ACCESS).copied().unwrap_or(0);
    let ruling = if access > u32::from(limits.access_family_max) {
        Ruling::fail(required, format!("{access} in {ACCESS}"))
    } else if most.is_some_and(|(_, count)| *count >= u32::from(limits.family_warn_from)) {
        Ruling::warn(required, found)
    } else {
        Ruling::pass(required, found).by(report.id)
    };
    Ok(ruling.pages(report.id, exceptions.pages.iter().copied()))
}
