//! Rows of the tests matrix of both reports.
//!
//! A control that is printed under several criteria is one control; its result is the worst of its rows. Two controls are one
//! where they have the same number and nearly the same words, or else by their words alone: many auditors number anew.

use super::{Change, Difference, Side, Statement, Subject, like_words, placed, same_words};
use crate::{
    Citation, Entry, ListName,
    matching::{self, Change as Words},
    reading::TestOutcome,
};

/// One control of a report.
#[derive(Debug, Clone)]
pub(super) struct Row {
    pub(super) id: Option<String>,
    pub(super) text: String,
    pub(super) outcome: TestOutcome,
    pub(super) citations: Vec<Citation>,
}

/// The controls of both reports, and which is which.
pub(super) struct Rows {
    pub(super) before: Vec<Row>,
    pub(super) after: Vec<Row>,
    /// For each control of the newer report the one of the older.
    pub(super) pairs: Vec<Option<usize>>,
}

impl Rows {
    pub(super) fn matched(before: Side<'_>, after: Side<'_>) -> Self {
        let (before, after) = (rows(before), rows(after));
        let mut pairs: Vec<Option<usize>> = vec![None; after.len()];
        let mut taken = vec![false; before.len()];
        for (at, row) in after.iter().enumerate() {
            let numbered =
                |old: &Row| same_id(old.id.as_deref(), row.id.as_deref()) && like_words(&old.text, &row.text);
            if let Some(one) = (0..before.len()).find(|one| !taken[*one] && numbered(&before[*one])) {
                pairs[at] = Some(one);
                taken[one] = true;
            }
        }
        let old: Vec<usize> = (0..before.len()).filter(|one| !taken[*one]).collect();
        let new: Vec<usize> = (0..after.len()).filter(|at| pairs[*at].is_none()).collect();
        let texts = |rows: &[Row], of: &[usize]| of.iter().map(|at| rows[*at].text.clone()).collect::<Vec<_>>();
        let matching = matching::matched(&texts(&before, &old), &texts(&after, &new));
        for (change, at) in matching.changes.iter().zip(new) {
            if let Words::Same { before: one } | Words::Reworded { before: one, .. } = change {
                pairs[at] = Some(old[*one]);
            }
        }
        Self { before, after, pairs }
    }

    /// The control of the newer report that is this one of the older.
    pub(super) fn now(&self, before: usize) -> Option<&Row> {
        let at = self.pairs.iter().position(|pair| *pair == Some(before))?;
        self.after.get(at)
    }

    pub(super) fn differences(&self) -> Vec<Difference> {
        let silent = self.before.is_empty() || self.after.is_empty();
        let one = |change, was: Option<&Row>, is: Option<&Row>| Difference {
            subject: Subject::Controls,
            change: if silent { Change::NotStated } else { change },
            name: is.or(was).and_then(|row| row.id.clone()),
            before: was.map(said),
            after: is.map(said),
        };
        let mut all: Vec<Difference> = Vec::with_capacity(self.after.len());
        for (row, pair) in self.after.iter().zip(&self.pairs) {
            let old = pair.map(|one| &self.before[one]);
            let change = match old {
                None => Change::New,
                Some(old) if !same_words(&old.text, &row.text) => Change::Reworded,
                Some(old) if old.outcome != row.outcome => Change::Changed,
                Some(_) => Change::Same,
            };
            all.push(one(change, old, Some(row)));
        }
        let gone = self.before.iter().enumerate().filter(|(at, _)| !self.pairs.contains(&Some(*at)));
        all.extend(gone.map(|(_, row)| one(Change::Gone, Some(row), None)));
        all
    }
}

fn said(row: &Row) -> Statement {
    Statement {
        text: row.text.clone(),
        detail: Some(outcome(row.outcome).to_owned()),
        citations: row.citations.clone(),
    }
}

/// A result in words.
const fn outcome(outcome: TestOutcome) -> &'static str {
    match outcome {
        TestOutcome::NoException => "no exception noted",
        TestOutcome::Exception => "exception noted",
        TestOutcome::NotTested => "not tested",
        TestOutcome::DidNotOccur => "nothing occurred to test",
        TestOutcome::NotStated => "no result stated",
    }
}

/// Whether both have the same number.
pub(super) fn same_id(a: Option<&str>, b: Option<&str>) -> bool {
    let folded = |id: &str| id.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_uppercase).collect::<String>();
    matches!((a, b), (Some(a), Some(b)) if !folded(a).is_empty() && folded(a) == folded(b))
}

/// The controls of a report, each once.
fn rows(side: Side<'_>) -> Vec<Row> {
    let mut rows: Vec<Row> = Vec::new();
    for one in placed(side, ListName::Controls) {
        let Entry::Controls(control) = one.entry else { continue };
        let known = rows.iter_mut().find(|row| {
            (row.id.is_none() && control.id.is_none() || same_id(row.id.as_deref(), control.id.as_deref()))
                && row.text.len().abs_diff(control.text.len()) < 8
                && same_words(&row.text, &control.text)
        });
        match known {
            Some(row) => {
                if weight(control.outcome) > weight(row.outcome) {
                    row.outcome = control.outcome;
                    row.citations.splice(0..0, one.citations);
                } else {
                    row.citations.extend(one.citations);
                }
            }
            None => rows.push(Row {
                id: control.id.clone(),
                text: control.text.clone(),
                outcome: control.outcome,
                citations: one.citations,
            }),
        }
    }
    rows
}

/// Which result of several stands for all: an exception before everything, a test before none.
const fn weight(outcome: TestOutcome) -> u8 {
    match outcome {
        TestOutcome::Exception => 4,
        TestOutcome::NoException => 3,
        TestOutcome::NotTested => 2,
        TestOutcome::DidNotOccur => 1,
        TestOutcome::NotStated => 0,
    }
}
