//! The rules of vendor acceptance: one file each, with a stable code and a help text of four paragraphs.
//!
//! A rule is pure: a snapshot, a policy and a day in, a result out. To add one: a file in the folder of its family with its
//! `RULE`, a line in [`ALL`], and its cases in `tests/`; a test finds what was forgotten. A code never changes its meaning,
//! because deviations on record name it.

mod case;
mod categories;
mod continuity;
mod cuecs;
mod dates;
mod entity;
mod exceptions;
mod firm;
mod legal;
mod opinion;
mod process;
mod report;
mod ruling;
mod subservice;
mod supplement;

pub use case::{Basis, CarryingLetter, Case};
pub(crate) use dates::{last_grace_month, wanted_after_months};
pub use legal::contract::Clause;
pub use process::approvers::roles as approvers;
pub(crate) use ruling::Ruling;
pub use ruling::{CitedPage, RuleOutcome};

use crate::{Policy, Rank, ask::Ask, snapshot::Snapshot};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, choices};
use ruling::Acceptable;
use serde::Serialize;
use std::borrow::Cow;

choices! {
    /// What a rule is about.
    Family {
        /// The right company and product.
        Entity = "entity", "Company and product";
        /// The kind of report and whether it is whole.
        Report = "report", "Report";
        /// Dates.
        Dates = "dates", "Dates";
        /// The opinion.
        Opinion = "opinion", "Opinion";
        /// Categories and papers that the data requires.
        Categories = "categories", "Categories";
        /// Exceptions and findings.
        Exceptions = "exceptions", "Exceptions";
        /// Our own controls.
        Cuecs = "cuecs", "CUECs";
        /// Subservice organizations.
        Subservice = "subservice", "Subservice organizations";
        /// The firm that examined.
        Firm = "firm", "CPA firm";
        /// Confidentiality and contract.
        Legal = "legal", "Confidentiality and contract";
        /// How we would go on without the vendor.
        Continuity = "continuity", "Continuity";
        /// Evidence besides the report.
        Supplement = "supplement", "Other evidence";
        /// Our own process. Its rules say whether a decision may be signed, not what it should be.
        Process = "process", "Process";
    }
}

/// What people read about a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Help {
    /// What it checks.
    pub checks: &'static str,
    /// Why that matters.
    pub why: &'static str,
    /// What evidence satisfies it.
    pub evidence: &'static str,
    /// How to resolve it.
    pub resolve: &'static str,
}

/// One rule.
#[derive(Debug, Clone, Copy)]
pub struct Rule {
    /// Its name, which never changes.
    pub code: &'static str,
    /// What it is about.
    pub family: Family,
    /// What people read.
    pub title: &'static str,
    /// What people read about it.
    pub help: Help,
    /// Where it comes from, e.g. `practice.md §4.2`.
    pub source: &'static str,
    /// The review questions that it helps to answer (`practice.md` §3).
    pub questions: &'static [&'static str],
    /// What it does.
    check: fn(&Case<'_>) -> Checked,
}

/// A rule's answer; an error is one that was given early, because something that it needs is not there.
type Checked = Result<Ruling, Box<Ruling>>;

/// What came of a rule.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct RuleResult {
    /// The rule's code.
    pub code: &'static str,
    /// What it is about.
    pub family: Family,
    /// What came of it.
    pub outcome: RuleOutcome,
    /// What the policy requires, in words.
    pub required: Cow<'static, str>,
    /// What was found, in words.
    pub found: Cow<'static, str>,
    /// Where that stands.
    pub citations: Vec<CitedPage>,
    /// The documents that meet it.
    pub satisfied_by: Vec<DocumentId>,
    /// Who may live with it where it is not met; `None` where nobody may.
    pub acceptable_by: Option<Rank>,
    /// What would help.
    pub asks: Vec<Ask>,
    /// Where somebody signed for what is found: the last day on which that holds.
    pub accepted_until: Option<NaiveDate>,
}

impl Rule {
    /// Applies the rule.
    pub fn evaluate(&self, snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> RuleResult {
        self.apply(&Case::new(snapshot, policy, today))
    }

    /// Applies the rule to a case that several rules share.
    pub fn apply(&self, case: &Case<'_>) -> RuleResult {
        let ruling = (self.check)(case).unwrap_or_else(|early| *early);
        let acceptable_by = match ruling.acceptable {
            Acceptable::Usual => Some(case.usual_rank()),
            Acceptable::By(rank) => Some(rank.max(case.usual_rank())),
            Acceptable::Never => None,
        };
        RuleResult {
            code: self.code,
            family: self.family,
            outcome: ruling.outcome,
            required: ruling.required,
            found: ruling.found,
            citations: ruling.citations,
            satisfied_by: ruling.satisfied_by,
            acceptable_by,
            asks: ruling.asks,
            accepted_until: ruling.accepted_until,
        }
    }

    /// Finds the rule of that code.
    pub fn of_code(code: &str) -> Option<&'static Self> {
        ALL.iter().copied().find(|rule| rule.code == code)
    }
}

/// Every rule, in the order in which a reviewer reads (`practice.md` §3).
pub const ALL: &[&Rule] = &[
    &entity::company::RULE,
    &entity::product::RULE,
    &report::evidence::RULE,
    &report::complete::RULE,
    &report::source::RULE,
    &report::certificate::RULE,
    &dates::order::RULE,
    &dates::observation::RULE,
    &dates::age::RULE,
    &dates::gap::RULE,
    &dates::letters::RULE,
    &dates::continuity::RULE,
    &dates::issue_lag::RULE,
    &dates::renewal::RULE,
    &opinion::kind::RULE,
    &categories::covered::RULE,
    &categories::papers::RULE,
    &exceptions::listed::RULE,
    &exceptions::open::RULE,
    &exceptions::family::RULE,
    &cuecs::implemented::RULE,
    &subservice::covered::RULE,
    &subservice::controls::RULE,
    &firm::licence::RULE,
    &firm::peer_review::RULE,
    &legal::nda::RULE,
    &legal::contract::RULE,
    &continuity::exit::RULE,
    &continuity::export::RULE,
    &continuity::escrow::RULE,
    &continuity::recovery::RULE,
    &supplement::pentest::RULE,
    &supplement::questionnaire::RULE,
    &supplement::reliability::RULE,
    &process::cadence::RULE,
    &process::second_reader::RULE,
    &process::approvers::RULE,
];

/// Applies every rule.
pub fn evaluate(snapshot: &Snapshot, policy: &Policy, today: NaiveDate) -> Vec<RuleResult> {
    apply_all(&Case::new(snapshot, policy, today))
}

/// Applies every rule to a case.
pub fn apply_all(case: &Case<'_>) -> Vec<RuleResult> {
    ALL.iter().map(|rule| rule.apply(case)).collect()
}

#[cfg(test)]
mod tests;
