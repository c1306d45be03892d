//! What a report and the bridge letters after it cover, and until when that suffices (`practice.md` §4.2).

use crate::{defaults::AgeLimits, months};
use chrono::NaiveDate;

/// The longest time that one bridge letter can add, in months (`practice.md` §4.2: three are usual, up to six count).
const LETTER_CAP: u32 = 6;

/// A bridge letter signed by the vendor's management.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Letter {
    /// First day it speaks of.
    pub from: NaiveDate,
    /// Last day it speaks of.
    pub to: NaiveDate,
    /// Its own date: it can say nothing of later days.
    pub dated: Option<NaiveDate>,
}

/// What is covered without a break.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Coverage {
    /// Period end of a Type 2, date of a Type 1.
    pub report_end: NaiveDate,
    /// The last day covered without a break by the report and the letters after it.
    pub cover_end: NaiveDate,
}

impl Coverage {
    /// Chains the letters to the report in the order of their first days, each up to six months.
    pub fn new(report_end: NaiveDate, letters: &[Letter]) -> Self {
        Self::under(report_end, letters, LETTER_CAP, true)
    }

    /// Joins the letters to the report in the order of their first days, each up to `cap` months; where they are not
    /// `chainable`, the one that covers the latest day counts alone.
    pub fn under(report_end: NaiveDate, letters: &[Letter], cap: u32, chainable: bool) -> Self {
        let carried = Self::carried(report_end, letters, cap, chainable);
        Self { report_end, cover_end: carried.into_iter().flatten().fold(report_end, NaiveDate::max) }
    }

    /// Until when each letter carries what is covered, in the order in which they are given; `None` for one that joins nothing or
    /// adds nothing. Counted as [`Coverage::under`] does.
    pub fn carried(report_end: NaiveDate, letters: &[Letter], cap: u32, chainable: bool) -> Vec<Option<NaiveDate>> {
        let mut carried = vec![None; letters.len()];
        let mut order: Vec<usize> = (0..letters.len()).collect();
        if !chainable {
            let alone = |at: &usize| Self::carried(report_end, &[letters[*at]], cap, true)[0];
            if let Some(best) = order.into_iter().max_by_key(alone) {
                carried[best] = alone(&best);
            }
            return carried;
        }
        order.sort_by_key(|at| (letters[*at].from, letters[*at].to));
        let mut cover_end = report_end;
        for at in order {
            let letter = letters[at];
            let to = letter.dated.map_or(letter.to, |dated| dated.min(letter.to));
            let joins = cover_end.succ_opt().is_some_and(|next| letter.from <= next);
            if joins && to > cover_end {
                cover_end = to.min(months::add(cover_end.max(letter.from), cap));
                carried[at] = Some(cover_end);
            }
        }
        carried
    }

    /// Full months from the end of the report to `today`.
    pub fn age(self, today: NaiveDate) -> i32 {
        months::full_between(self.report_end, today)
    }

    /// Full months from the end of unbroken coverage to `today`; 0 while covered.
    pub fn uncovered_gap(self, today: NaiveDate) -> i32 {
        months::full_between(self.cover_end, today).max(0)
    }

    /// The last day on which the report suffices by its dates alone, without grace.
    pub fn evidence_until(self, limits: AgeLimits) -> NaiveDate {
        months::add(self.report_end, limits.max_age).min(months::add(self.cover_end, limits.max_uncovered_gap))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_domain::Tier;
    use proptest::prelude::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn letter(from: &str, to: &str) -> Letter {
        Letter { from: day(from), to: day(to), dated: None }
    }

    /// The worked line of practice.md §4.2 for a critical vendor whose period ended on 31 December 2025.
    #[test]
    fn the_worked_line_holds() {
        let end = day("2025-12-31");
        let bare = Coverage::new(end, &[]);
        assert_eq!(bare.uncovered_gap(day("2026-05-01")), 4, "1 May without a letter");
        assert_eq!(bare.uncovered_gap(day("2026-08-01")), 7, "1 August without a letter");
        let to_march = Coverage::new(end, &[letter("2026-01-01", "2026-03-31")]);
        assert_eq!(to_march.uncovered_gap(day("2026-08-01")), 4, "1 August with a letter to 31 March");
        let chained = Coverage::new(end, &[letter("2026-01-01", "2026-06-30"), letter("2026-07-01", "2026-12-31")]);
        assert_eq!(chained.cover_end, day("2026-12-31"));
        assert_eq!(chained.age(day("2027-01-15")), 12);
        assert_eq!(chained.age(day("2027-05-01")), 16, "too old whatever the letters say");
        assert_eq!(bare.evidence_until(AgeLimits::of(Tier::Critical)), day("2026-06-30"));
    }

    #[test]
    fn each_letter_carries_as_far_as_it_counts() {
        let end = day("2025-12-31");
        let letters = [
            letter("2026-07-01", "2026-08-31"),
            letter("2026-01-01", "2026-12-31"),
            letter("2025-06-01", "2025-11-30"),
        ];
        let carried = |chainable| Coverage::carried(end, &letters, 6, chainable);
        assert_eq!(
            carried(true),
            [Some(day("2026-08-31")), Some(day("2026-07-01")), None],
            "capped, joined, of before"
        );
        assert_eq!(carried(false), [None, Some(day("2026-07-01")), None], "one counts alone");
    }

    #[test]
    fn a_letter_covers_no_day_after_its_own_date_and_no_gap_before_it() {
        let end = day("2025-12-31");
        let early = Letter { dated: Some(day("2026-02-10")), ..letter("2026-01-01", "2026-03-31") };
        assert_eq!(Coverage::new(end, &[early]).cover_end, day("2026-02-10"));
        assert_eq!(Coverage::new(end, &[letter("2026-02-01", "2026-03-31")]).cover_end, end, "January is not covered");
    }

    proptest! {
        #[test]
        fn a_letter_never_shortens_and_never_adds_more_than_its_cap(from in 0u64..800, length in 0u64..800) {
            let end = day("2025-12-31");
            let from = end + chrono::Days::new(from);
            let coverage = Coverage::new(end, &[Letter { from, to: from + chrono::Days::new(length), dated: None }]);
            prop_assert!(coverage.cover_end >= end);
            prop_assert!(coverage.cover_end <= months::add(end.max(from), LETTER_CAP));
        }
    }
}
