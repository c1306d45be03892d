//! A contract with a vendor: its term, and the duties that vendor management looks for (`practice.md` §6.4).

use super::{Hours, Money};
use crate::{ContractId, Name, choices, period};
use chrono::{Days, Months, NaiveDate};
use serde::{Deserialize, Serialize};

choices! {
    /// What happens at the end of the term.
    Renewal {
        /// It ends.
        Ends = "ends", "Ends";
        /// It goes on unless somebody gives notice.
        Automatic = "automatic", "Renews unless notice is given";
    }
}

/// Says why a term was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidTerm {
    /// Over before it starts.
    #[error("the contract ends before it starts")]
    EndsBeforeItStarts,
    /// A day of no plausible year.
    #[error("a day is of no plausible year")]
    ImplausibleDay,
    /// Renewed for no time, for more than ten years, or though it ends.
    #[error("a renewal is for 1 to 120 months, and only of a contract that renews")]
    RenewalMonths,
    /// A notice of more than three years.
    #[error("a notice is of at most 1095 days")]
    NoticeDays,
}

/// From when until when a contract holds, and how it is ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(try_from = "RawTerm", into = "RawTerm")]
pub struct Term {
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    renewal: Option<Renewal>,
    renewal_months: Option<u16>,
    notice_days: Option<u16>,
}

#[derive(Serialize, Deserialize)]
struct RawTerm {
    start: Option<NaiveDate>,
    end: Option<NaiveDate>,
    renewal: Option<Renewal>,
    renewal_months: Option<u16>,
    notice_days: Option<u16>,
}

impl Term {
    /// Takes first and last day, what happens then, for how many months it renews, and how many days before the end notice
    /// must be given.
    pub fn new(
        start: Option<NaiveDate>,
        end: Option<NaiveDate>,
        renewal: Option<Renewal>,
        renewal_months: Option<u16>,
        notice_days: Option<u16>,
    ) -> Result<Self, InvalidTerm> {
        if !start.iter().chain(&end).copied().all(period::is_plausible) {
            return Err(InvalidTerm::ImplausibleDay);
        }
        if start.zip(end).is_some_and(|(start, end)| end < start) {
            return Err(InvalidTerm::EndsBeforeItStarts);
        }
        let ends = renewal == Some(Renewal::Ends);
        if renewal_months.is_some_and(|months| ends || !(1..=120).contains(&months)) {
            return Err(InvalidTerm::RenewalMonths);
        }
        if notice_days.is_some_and(|days| days > 1095) {
            return Err(InvalidTerm::NoticeDays);
        }
        Ok(Self { start, end, renewal, renewal_months, notice_days })
    }

    /// The first day.
    pub const fn start(self) -> Option<NaiveDate> {
        self.start
    }

    /// The last day as the paper says; a renewal moves it, see [`Term::current_end`].
    pub const fn end(self) -> Option<NaiveDate> {
        self.end
    }

    /// What happens at the end.
    pub const fn renewal(self) -> Option<Renewal> {
        self.renewal
    }

    /// For how many months it renews.
    pub const fn renewal_months(self) -> Option<u16> {
        self.renewal_months
    }

    /// How many days before the end notice must be given.
    pub const fn notice_days(self) -> Option<u16> {
        self.notice_days
    }

    /// The last day of the term that runs on `today`: where it renews by itself, moved on by whole renewals, counted from
    /// the end on the paper so that a term ending on the 31st keeps doing so.
    pub fn current_end(self, today: NaiveDate) -> Option<NaiveDate> {
        let end = self.end?;
        let (Some(Renewal::Automatic), Some(months)) = (self.renewal, self.renewal_months) else { return Some(end) };
        let months = u32::from(months);
        (0u32..=3600)
            .map_while(|times| end.checked_add_months(Months::new(times * months)))
            .find(|end| *end >= today)
            .or(Some(end))
    }

    /// The last day on which notice can be given for the end on the paper; never before the first day.
    pub fn notice_deadline(self) -> Option<NaiveDate> {
        self.deadline_before(self.end?)
    }

    /// The last day on which notice can be given next: of the term that runs on `today`, or of the one after it where that
    /// day has passed and the contract renews by itself. `None` where it has passed and none follows.
    pub fn next_notice_deadline(self, today: NaiveDate) -> Option<NaiveDate> {
        let end = self.current_end(today)?;
        let deadline = self.deadline_before(end)?;
        if deadline >= today {
            return Some(deadline);
        }
        if self.renewal != Some(Renewal::Automatic) {
            return None;
        }
        let after = self.current_end(end.succ_opt()?)?;
        self.deadline_before(after).filter(|deadline| *deadline >= today)
    }

    fn deadline_before(self, end: NaiveDate) -> Option<NaiveDate> {
        let deadline = end.checked_sub_days(Days::new(u64::from(self.notice_days?)))?;
        Some(self.start.map_or(deadline, |start| deadline.max(start)))
    }
}

impl TryFrom<RawTerm> for Term {
    type Error = InvalidTerm;
    fn try_from(raw: RawTerm) -> Result<Self, InvalidTerm> {
        Self::new(raw.start, raw.end, raw.renewal, raw.renewal_months, raw.notice_days)
    }
}

impl From<Term> for RawTerm {
    fn from(term: Term) -> Self {
        let Term { start, end, renewal, renewal_months, notice_days } = term;
        Self { start, end, renewal, renewal_months, notice_days }
    }
}

/// A contract. `None` = not looked up yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Contract {
    /// Its id.
    pub id: ContractId,
    /// What it is called.
    pub title: Name,
    /// From when until when it holds.
    #[serde(default)]
    pub term: Term,
    /// What we pay for a year.
    pub amount_per_year: Option<Money>,
    /// Within how many hours the vendor must tell us of a breach.
    pub breach_notice: Option<Hours>,
    /// Whether we may audit or assess.
    pub audit_right: Option<bool>,
    /// Whether data is returned or deleted at the end, with a certificate.
    pub return_or_deletion: Option<bool>,
    /// Whether a report must be given to us every year.
    pub right_to_reports: Option<bool>,
    /// Whether new subprocessors must be announced.
    pub subprocessor_notice: Option<bool>,
    /// Whether a data processing agreement is part of it.
    pub data_processing_agreement: Option<bool>,
    /// Whether it says that our data does not train models, or under which terms it may.
    pub ai_terms: Option<bool>,
    /// The law that governs it.
    pub governing_law: Option<Name>,
}

impl Contract {
    /// Enters a contract of which nothing is looked up yet.
    pub const fn new(id: ContractId, title: Name) -> Self {
        Self {
            id,
            title,
            term: Term { start: None, end: None, renewal: None, renewal_months: None, notice_days: None },
            amount_per_year: None,
            breach_notice: None,
            audit_right: None,
            return_or_deletion: None,
            right_to_reports: None,
            subprocessor_notice: None,
            data_processing_agreement: None,
            ai_terms: None,
            governing_law: None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn term(start: &str, end: &str, months: Option<u16>, notice: u16) -> Term {
        let renewal = if months.is_some() { Renewal::Automatic } else { Renewal::Ends };
        Term::new(Some(day(start)), Some(day(end)), Some(renewal), months, Some(notice)).expect("a term")
    }

    #[test]
    fn notice_is_counted_back_from_the_end_and_never_before_the_start() {
        assert_eq!(term("2025-01-01", "2025-12-31", None, 90).notice_deadline(), Some(day("2025-10-02")));
        let short = term("2025-01-01", "2025-02-28", None, 90);
        assert_eq!(
            short.notice_deadline(),
            Some(day("2025-01-01")),
            "one cannot give notice before there is a contract"
        );
        assert_eq!(Term::default().notice_deadline(), None, "nothing known, nothing computed");
    }

    #[test]
    fn a_contract_that_renews_has_a_next_deadline() {
        let renewing = term("2023-02-01", "2024-01-31", Some(12), 60);
        assert_eq!(renewing.current_end(day("2026-05-01")), Some(day("2027-01-31")));
        assert_eq!(renewing.next_notice_deadline(day("2026-05-01")), Some(day("2026-12-02")));
        assert_eq!(renewing.next_notice_deadline(day("2026-12-20")), Some(day("2027-12-02")), "too late for this term");
        let over = term("2023-02-01", "2024-01-31", None, 60);
        assert_eq!(over.next_notice_deadline(day("2026-05-01")), None);
        let monthly = term("2025-01-01", "2025-01-31", Some(1), 0);
        assert_eq!(monthly.current_end(day("2025-02-10")), Some(day("2025-02-28")), "clamped to the month's end");
        assert_eq!(monthly.current_end(day("2025-03-10")), Some(day("2025-03-31")), "and not shortened for ever");
    }

    #[test]
    fn terms_that_cannot_be_are_refused() {
        let (early, late) = (Some(day("2025-01-01")), Some(day("2026-01-01")));
        assert_eq!(Term::new(late, early, None, None, None), Err(InvalidTerm::EndsBeforeItStarts));
        assert_eq!(Term::new(None, None, Some(Renewal::Ends), Some(12), None), Err(InvalidTerm::RenewalMonths));
        assert_eq!(Term::new(None, None, None, Some(0), None), Err(InvalidTerm::RenewalMonths));
        assert_eq!(Term::new(None, None, None, None, Some(9000)), Err(InvalidTerm::NoticeDays));
    }
}
