//! Two reports of one vendor beside each other: what is new, what is gone, what says something else (`practice.md` §6.6).
//!
//! Each difference carries both places, so that a person can look at both pages. Where one of the reports says nothing of a
//! subject, nothing is called new or gone: it may be there and not have been read.

mod controls;
mod exceptions;
mod facts;
mod lists;

use crate::{Citation, EffectiveFacts, EffectiveLists, Entry, matching, organization};
use chrono::NaiveDate;
use serde::Serialize;

/// A report as it holds now: what was read, with what people said of it.
#[derive(Debug, Clone, Copy)]
pub struct Side<'a> {
    /// Its facts.
    pub facts: &'a EffectiveFacts,
    /// Its lists.
    pub lists: &'a EffectiveLists,
}

/// What a difference is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Subject {
    /// Who examined.
    Auditor,
    /// What the examination came to.
    Opinion,
    /// What was examined: whose, which system, which kind of report, which categories.
    Scope,
    /// Deviations that the auditor noted.
    Exceptions,
    /// Rows of the tests matrix.
    Controls,
    /// Complementary user entity controls.
    Cuecs,
    /// Subservice organizations and how they are treated.
    Subservice,
    /// Complementary subservice organization controls.
    Csocs,
}

impl Subject {
    /// All, in the order in which a reviewer reads them.
    pub const ALL: [Self; 8] = [
        Self::Opinion,
        Self::Scope,
        Self::Auditor,
        Self::Exceptions,
        Self::Controls,
        Self::Cuecs,
        Self::Subservice,
        Self::Csocs,
    ];

    /// The name on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Auditor => "auditor",
            Self::Opinion => "opinion",
            Self::Scope => "scope",
            Self::Exceptions => "exceptions",
            Self::Controls => "controls",
            Self::Cuecs => "cuecs",
            Self::Subservice => "subservice",
            Self::Csocs => "csocs",
        }
    }
}

/// What became of something from the older report to the newer one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "snake_case")]
pub enum Change {
    /// Both say the same.
    Same,
    /// Both say it, in other words.
    Reworded,
    /// Both say something of it, and not the same.
    Changed,
    /// Only the newer one has it.
    New,
    /// Only the older one has it.
    Gone,
    /// An exception of the older report that the newer one notes again, of the same control.
    Repeated,
    /// An exception of the older report whose control was tested in the newer one without exception.
    TestedClean,
    /// One of both does not say.
    NotStated,
}

impl Change {
    /// Whether a reader who looks for differences wants to see it.
    pub const fn differs(self) -> bool {
        !matches!(self, Self::Same)
    }
}

/// What one report says.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Statement {
    /// The value or the words.
    pub text: String,
    /// What stands beside the words: the result of the tests, the method, the organization.
    pub detail: Option<String>,
    /// Where it stands.
    pub citations: Vec<Citation>,
}

/// One subject in both reports.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Difference {
    /// What it is about.
    pub subject: Subject,
    /// What became of it.
    pub change: Change,
    /// What it is called: a fact's key, a control's number, an organization.
    pub name: Option<String>,
    /// What the older report says.
    pub before: Option<Statement>,
    /// What the newer report says.
    pub after: Option<Statement>,
}

/// How the period of the newer report follows the older one's.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "snake_case", tag = "continuity")]
pub enum Continuity {
    /// It begins the day after.
    Follows,
    /// Days lie between that no report covers.
    Gap {
        /// How many.
        days: i64,
    },
    /// Days are covered twice.
    Overlap {
        /// How many.
        days: i64,
    },
    /// One of both states no period, as a Type 1 does not.
    NotStated,
}

/// Two reports beside each other.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Comparison {
    /// First and last day of the older one.
    pub before: Option<(NaiveDate, NaiveDate)>,
    /// First and last day of the newer one.
    pub after: Option<(NaiveDate, NaiveDate)>,
    /// How the periods lie.
    pub continuity: Continuity,
    /// All that was compared, by subject; what is the same stands there, too.
    pub differences: Vec<Difference>,
}

impl Comparison {
    /// Lays the newer report beside the older one.
    pub fn new(before: Side<'_>, after: Side<'_>) -> Self {
        let mut differences = facts::compared(before, after);
        let rows = controls::Rows::matched(before, after);
        differences.extend(exceptions::compared(before, after, &rows));
        differences.extend(rows.differences());
        differences.extend(lists::cuecs(before, after));
        differences.extend(lists::subservice(before, after));
        differences.extend(lists::csocs(before, after));
        differences.sort_by_key(|one| Subject::ALL.iter().position(|subject| *subject == one.subject));
        let (was, is) = (before.facts.span(), after.facts.span());
        Self { before: was, after: is, continuity: continuity(was, is), differences }
    }

    /// What was compared of a subject.
    pub fn of(&self, subject: Subject) -> impl Iterator<Item = &Difference> {
        self.differences.iter().filter(move |one| one.subject == subject)
    }

    /// Whether anything differs.
    pub fn differs(&self) -> bool {
        self.differences.iter().any(|one| one.change.differs())
    }
}

/// Whether the first of two reports is the older one, by the last day that each covers; as given where a day is missing.
pub fn in_order(first: Side<'_>, second: Side<'_>) -> bool {
    match (first.facts.span(), second.facts.span()) {
        (Some((_, first)), Some((_, second))) => first <= second,
        _ => true,
    }
}

fn continuity(before: Option<(NaiveDate, NaiveDate)>, after: Option<(NaiveDate, NaiveDate)>) -> Continuity {
    // A report as of a day covers no period.
    let period = |span: Option<(NaiveDate, NaiveDate)>| span.filter(|(first, last)| first < last);
    let (Some((_, ended)), Some((begins, _))) = (period(before), period(after)) else { return Continuity::NotStated };
    match (begins - ended).num_days() - 1 {
        0 => Continuity::Follows,
        days if days > 0 => Continuity::Gap { days },
        days => Continuity::Overlap { days: -days },
    }
}

/// Whether two texts say the same, case, marks and the plural's s aside.
fn same_words(a: &str, b: &str) -> bool {
    matches!(matching::matched(&[a], &[b]).changes.first(), Some(matching::Change::Same { .. }))
}

/// Whether two texts say the same, or nearly.
fn like_words(a: &str, b: &str) -> bool {
    let change = matching::matched(&[a], &[b]).changes.first().copied();
    matches!(change, Some(matching::Change::Same { .. } | matching::Change::Reworded { .. }))
}

/// The words of a name without its legal form and what stands in brackets.
fn name_words(name: &str) -> Vec<String> {
    organization::distinctive(name.split('(').next().unwrap_or(name))
}

/// An entry of a list with the places where it stands: where a person saw it, else where it was read.
struct Placed<'a> {
    entry: &'a Entry,
    citations: Vec<Citation>,
}

/// The entries of a list that hold.
fn placed(side: Side<'_>, list: crate::ListName) -> Vec<Placed<'_>> {
    let entries = side.lists.list(list).iter();
    entries
        .filter_map(|one| {
            let citations = if one.cited().is_empty() { one.citations() } else { one.cited() };
            Some(Placed { entry: one.held()?, citations: citations.to_vec() })
        })
        .collect()
}

#[cfg(test)]
mod tests;
