//! How the counts agree, so that an auditor sees that nothing is left out (`practice.md` §7.3).

use super::{bundle::Packets, gathered::Gathered, list::List};
use std::collections::HashMap;

/// A sentence with counts, and whether it holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Check {
    pub(super) what: String,
    pub(super) holds: bool,
}

/// All of them.
pub(super) fn all(it: &Gathered, lists: &[List]) -> Vec<Check> {
    let rows = |title: &str| lists.iter().find(|list| list.title == title).map_or(0, |list| list.rows.len());
    vec![register(it, rows("Inventory")), reviews(it), decisions(it), findings(it), log(it), chain(it)]
}

/// The register by its rows, and by the log: what was there before, what came, what went.
fn register(it: &Gathered, rows: usize) -> Check {
    let day = |at: &chrono::DateTime<chrono::Utc>| it.day_of(*at);
    let before = |at: &&chrono::DateTime<chrono::Utc>| day(at) < it.period.from;
    let within = |at: &&chrono::DateTime<chrono::Utc>| it.period.has(day(at));
    let start = it.entered.values().filter(before).count() - it.removed.values().filter(before).count();
    let (came, went) = (it.entered.values().filter(within).count(), it.removed.values().filter(within).count());
    let end = (start + came).saturating_sub(went);
    Check {
        what: format!(
            "Inventory: by the log {start} vendors before the period, {came} entered, {went} removed with an undone import, \
             {end} at its end; the list has {rows}."
        ),
        holds: end == rows,
    }
}

/// Reviews are counted for each vendor from 1.
fn reviews(it: &Gathered) -> Check {
    let mut numbers: HashMap<_, Vec<u32>> = HashMap::new();
    for review in &it.reviews {
        numbers.entry(review.vendor).or_default().push(review.number);
    }
    let holds = numbers.into_values().all(|numbers| unbroken(numbers, 1));
    numbered("Reviews", it.reviews.len(), "for each vendor from 1", holds)
}

fn decisions(it: &Gathered) -> Check {
    let numbers: Vec<u32> = it.decisions.iter().map(|decided| decided.decision.number).collect();
    numbered("Decisions", numbers.len(), "from 1", unbroken(numbers.clone(), 1))
}

fn findings(it: &Gathered) -> Check {
    let numbers: Vec<u32> = it.findings.iter().map(|finding| finding.number).collect();
    numbered("Findings", numbers.len(), "from 1", unbroken(numbers.clone(), 1))
}

/// Says of things that are numbered whether a number is missing or doubled.
fn numbered(what: &str, count: usize, how: &str, holds: bool) -> Check {
    let said = match (count, holds) {
        (0, _) => "none".to_owned(),
        (_, true) => format!("{count} in the workspace by then, numbered {how} without a gap"),
        (_, false) => format!("{count} in the workspace by then; a number {how} is missing or there twice"),
    };
    Check { what: format!("{what}: {said}."), holds }
}

fn log(it: &Gathered) -> Check {
    let numbers: Vec<u64> = it.log.iter().map(|entry| entry.seq).collect();
    let (first, last) = (numbers.first().copied().unwrap_or(1), numbers.last().copied().unwrap_or(0));
    let (count, holds) = (numbers.len(), unbroken(numbers, first));
    let what = match (count, holds) {
        (0, _) => "Change log: no entry in the period.".to_owned(),
        (_, true) => format!("Change log: {count} entries, {first} to {last} without a gap."),
        (_, false) => format!("Change log: {count} entries between {first} and {last}; some are missing."),
    };
    Check { what, holds }
}

fn chain(it: &Gathered) -> Check {
    let what = match it.chain.broken_at {
        None => format!("Audit log: the chain of all {} entries is whole.", it.chain.entries),
        Some(at) => format!("Audit log: of {} entries the chain is broken at {at}.", it.chain.entries),
    };
    Check { what, holds: it.chain.broken_at.is_none() }
}

/// The packets that are here of those that were asked for; nothing where none was.
pub(super) fn packets(packets: &Packets) -> Option<Check> {
    let Packets { of, taken, without, approved_without, copies, .. } = packets;
    let missing = match without.as_slice() {
        [] => String::new(),
        without => format!(" No packet was made of {}.", without.join("; ")),
    };
    let signed = match *copies {
        0 => "no signed copy of them came back".to_owned(),
        1 => "with 1 signed copy".to_owned(),
        many => format!("with {many} signed copies"),
    };
    (*of > 0).then(|| Check {
        what: format!("Packets: {taken} of {of} decisions, {signed}.{missing}"),
        holds: !approved_without,
    })
}

/// Whether the numbers, sorted, are `first`, the next, and so on.
fn unbroken<N: Copy + Ord + Into<u64>>(mut numbers: Vec<N>, first: N) -> bool {
    numbers.sort_unstable();
    (first.into()..).zip(numbers).all(|(expected, number)| expected == number.into())
}

#[cfg(test)]
mod tests {
    use super::unbroken;

    #[test]
    fn a_gap_and_a_double_are_seen() {
        assert!(unbroken(vec![3_u32, 1, 2], 1) && unbroken(Vec::<u32>::new(), 1));
        assert!(!unbroken(vec![1_u32, 3], 1) && !unbroken(vec![1_u32, 1, 2], 1) && !unbroken(vec![2_u32], 1));
    }
}
