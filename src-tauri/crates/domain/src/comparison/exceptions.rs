//! Exceptions of both reports: noted again, new, or gone; and of those that are gone whether the control was tested.

use super::{
    Change, Difference, Side, Statement, Subject,
    controls::{Row, Rows, same_id},
    like_words, placed,
};
use crate::{Entry, ListName, reading::TestOutcome};

/// One exception of a report.
struct Noted {
    id: Option<String>,
    control: Option<String>,
    said: Statement,
}

impl Noted {
    /// Whether both are of one control. The words decide where both are known, as numbers are used again for other controls.
    fn same_control(&self, other: &Self) -> bool {
        match (&self.control, &other.control) {
            (Some(a), Some(b)) => like_words(a, b),
            _ => same_id(self.id.as_deref(), other.id.as_deref()) || like_words(&self.said.text, &other.said.text),
        }
    }
}

pub(super) fn compared(before: Side<'_>, after: Side<'_>, rows: &Rows) -> Vec<Difference> {
    let (old, new) = (noted(before), noted(after));
    let mut taken = vec![false; old.len()];
    let mut all = Vec::new();
    for is in new {
        let again = (0..old.len()).find(|one| !taken[*one] && is_again(&old[*one], &is, rows));
        if let Some(one) = again {
            taken[one] = true;
        }
        // A report of which no controls were read says nothing of what went well in it.
        let fresh = if rows.before.is_empty() && old.is_empty() { Change::NotStated } else { Change::New };
        all.push(Difference {
            subject: Subject::Exceptions,
            change: again.map_or(fresh, |_| Change::Repeated),
            name: is.id.clone(),
            before: again.map(|one| old[one].said.clone()),
            after: Some(is.said),
        });
    }
    for (was, _) in old.into_iter().zip(taken).filter(|(_, taken)| !taken) {
        let (change, now) = what_became(&was, rows);
        all.push(Difference { subject: Subject::Exceptions, change, name: was.id, before: Some(was.said), after: now });
    }
    all
}

/// Whether the newer report notes it of the same control: by the rows of both where both have one, else by what each says of it.
fn is_again(was: &Noted, is: &Noted, rows: &Rows) -> bool {
    match row_of(&rows.before, was).zip(row_of(&rows.after, is)) {
        Some((before, after)) => rows.pairs[after] == Some(before),
        None => was.same_control(is),
    }
}

/// The control of its report that it is of: by number and nearly the same words, or else by one of both.
fn row_of(rows: &[Row], noted: &Noted) -> Option<usize> {
    let numbered = |row: &Row| same_id(row.id.as_deref(), noted.id.as_deref());
    let worded = |row: &Row| noted.control.as_ref().is_some_and(|control| like_words(&row.text, control));
    let both = rows.iter().position(|row| numbered(row) && (noted.control.is_none() || worded(row)));
    both.or_else(|| rows.iter().position(worded))
}

/// What the newer report says of the control of an exception that it does not note again.
fn what_became(was: &Noted, rows: &Rows) -> (Change, Option<Statement>) {
    if rows.after.is_empty() {
        return (Change::NotStated, None);
    }
    let Some(row) = row_of(&rows.before, was).and_then(|row| rows.now(row)) else { return (Change::Gone, None) };
    let said = Statement { text: row.text.clone(), detail: None, citations: row.citations.clone() };
    match row.outcome {
        TestOutcome::NoException => (Change::TestedClean, Some(said)),
        // The row notes an exception that is not among those read as such; whether it is this one is for a person.
        TestOutcome::Exception => (Change::Repeated, Some(said)),
        TestOutcome::NotTested | TestOutcome::DidNotOccur | TestOutcome::NotStated => (Change::Gone, Some(said)),
    }
}

fn noted(side: Side<'_>) -> Vec<Noted> {
    let all = placed(side, ListName::Exceptions).into_iter();
    all.filter_map(|one| {
        let Entry::Exceptions(exception) = one.entry else { return None };
        let detail = exception.management_response.as_ref().map(|response| response.value.clone());
        let said = Statement { text: exception.result.clone(), detail, citations: one.citations };
        Some(Noted { id: exception.control_id.clone(), control: exception.control.clone(), said })
    })
    .collect()
}
