//! `FIRM-LICENCE` (`practice.md` §3.0 A6, §4.5, §4.6).

use super::{cited, firm};
use crate::{
    ask::Ask,
    months,
    rules::{Case, Checked, Family, Help, Rule, Ruling},
    snapshot::Licence,
    standard::FirmDemand,
    words,
};

pub(crate) const RULE: Rule = Rule {
    code: "FIRM-LICENCE",
    family: Family::Firm,
    title: "CPA firm is licensed",
    help: Help {
        checks: "Whether somebody has looked up the licence of the firm that signed, with what result, and not too long ago. A firm licensed outside the United States is marked as such.",
        why: "Only a licensed CPA firm may give the opinion. Reports by firms that do not exist, or by one firm in great numbers with the same text, have been exposed.",
        evidence: "An active firm licence in the stated state, found with CPAverify or the state board, with the day of the look-up.",
        resolve: "Look the firm up and record the result: CPAverify, or the board's own search for the states that do not report there. The check holds for every vendor of that firm.",
    },
    source: "practice.md §3.0 A6, §4.6",
    questions: &["A6"],
    check,
};

fn check(case: &Case<'_>) -> Checked {
    const REQUIRED: &str = "Active licence, looked up";
    let limits = case.limits()?;
    if limits.firm == FirmDemand::NotRequired {
        return Ok(Ruling::not_applicable("This class does not ask for it"));
    }
    let (report, named, check) = firm(case, REQUIRED)?;
    let settings = &case.policy.settings().firm;
    let task = || Ask::ours(format!("Look up the licence of {}", named.value));
    let Some((check, licence)) = check.and_then(|check| Some((check, check.licence?))) else {
        // Not checked is a warning by §4.5, because it is ours to do and no paper of the vendor's is missing.
        let found = format!("{} not checked", named.value);
        return Ok(Ruling::warn(REQUIRED, found).cite(report.id, named).ask(task()));
    };
    let found = format!("{}: {}, checked {}", named.value, licence.title(), words::date(check.checked_on));
    let old = case.today > months::add(check.checked_on, settings.recheck_months.into());
    let ruling = match licence {
        Licence::NotFound | Licence::Lapsed => Ruling::fail(REQUIRED, found),
        Licence::OtherJurisdiction if !settings.accept_other_jurisdiction => Ruling::fail(REQUIRED, found),
        Licence::OtherJurisdiction => Ruling::warn(REQUIRED, found),
        Licence::Active if old => Ruling::warn(REQUIRED, format!("{found}, too long ago")).ask(task()),
        Licence::Active => Ruling::pass(REQUIRED, found),
    };
    Ok(cited(case, ruling, (report, named), check.licence_proof))
}
