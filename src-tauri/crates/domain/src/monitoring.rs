//! What is noted of a vendor between reviews (`practice.md` §6.5): incidents, news, changes, with what follows from it. That a
//! vendor did not tell us of a public incident is a signal of its own.

use crate::{DocumentId, FindingId, LongText, MonitoringId, PersonId, VendorId, choices, period::is_plausible};
use chrono::{DateTime, NaiveDate, Utc};

choices! {
    /// What was noted.
    MonitoringKind {
        /// Something happened to the vendor's security or availability.
        Incident = "incident", "Incident or breach";
        /// Something was written about it.
        News = "news", "News";
        /// It employs another subprocessor, or one otherwise.
        Subprocessor = "subprocessor", "Subprocessor change";
        /// Its service got another integration or permission with us.
        Access = "access", "New integration or permission";
        /// Artificial intelligence began to work in its service.
        Ai = "ai", "New AI feature";
        /// A rating or its outward posture got worse.
        Posture = "posture", "Rating or posture drift";
        /// What it promised of its service was missed.
        Sla = "sla", "Service level missed";
        /// It is sold, merges or is taken over.
        Ownership = "ownership", "Merger or new owner";
        /// Signs of financial trouble.
        Financial = "financial", "Financial signs";
        /// Something about the contract.
        Contract = "contract", "Contract event";
    }
}

/// That an entry is settled.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Closed {
    /// Who closed it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// What came of it.
    pub note: LongText,
}

/// Something noted of a vendor.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MonitoringEntry {
    /// Its id.
    pub id: MonitoringId,
    /// The vendor.
    pub vendor: VendorId,
    /// What it is.
    pub kind: MonitoringKind,
    /// When it happened, or became known.
    pub on: NaiveDate,
    /// Where it is known from: an address, a paper, a person.
    pub source: Option<LongText>,
    /// What happened.
    pub what: LongText,
    /// Whether the vendor told us itself; `None` where that cannot be said.
    pub told_by_vendor: Option<bool>,
    /// Whether it proposes to work out the class again.
    pub retier: bool,
    /// The day to which it brings the full review forward.
    pub review_by: Option<NaiveDate>,
    /// When these two were proposed as they are: with the entry, or when one of them was changed.
    pub proposed_at: DateTime<Utc>,
    /// The finding that it opened.
    pub finding: Option<FindingId>,
    /// A document that shows it.
    pub evidence: Option<DocumentId>,
    /// Who noted it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
    /// That it is settled.
    pub closed: Option<Closed>,
}

/// Why an entry does not hold together.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidEntry {
    /// It happens after today.
    #[error("what is noted has happened")]
    InTheFuture,
    /// The review is brought forward to a day that has passed.
    #[error("a review is brought forward to a day to come")]
    ReviewInThePast,
    /// A day of no plausible year.
    #[error("the year is not plausible")]
    ImplausibleDay,
}

impl MonitoringEntry {
    /// Checks its days; `before` is the entry as it was, whose review day may have passed meanwhile.
    pub fn check(&self, before: Option<&Self>, today: NaiveDate) -> Result<(), InvalidEntry> {
        if !is_plausible(self.on) || self.review_by.is_some_and(|day| !is_plausible(day)) {
            return Err(InvalidEntry::ImplausibleDay);
        }
        if self.on > today {
            return Err(InvalidEntry::InTheFuture);
        }
        let stays = before.is_some_and(|before| before.review_by == self.review_by);
        if self.review_by.is_some_and(|day| day < today) && !stays {
            return Err(InvalidEntry::ReviewInThePast);
        }
        Ok(())
    }

    /// Whether it waits to be settled.
    pub const fn is_open(&self) -> bool {
        self.closed.is_none()
    }

    /// Whether an incident came to us from elsewhere: that is a signal of its own (`practice.md` §6.5).
    pub fn is_silent(&self) -> bool {
        self.kind == MonitoringKind::Incident && self.told_by_vendor == Some(false)
    }

    /// Whether it proposes to work out the class that was assigned then: until it is closed or the class assigned anew.
    pub fn proposes_tier(&self, assigned_at: Option<DateTime<Utc>>) -> bool {
        self.is_open() && self.retier && assigned_at.is_none_or(|assigned| assigned < self.proposed_at)
    }
}

/// The entry that brings the full review forward the most: open, and proposed since the day on which the last one was finished.
/// `day_of` gives the business day of a moment.
pub fn brings_forward(
    entries: &[MonitoringEntry],
    last_review: Option<NaiveDate>,
    day_of: impl Fn(DateTime<Utc>) -> NaiveDate,
) -> Option<&MonitoringEntry> {
    let since = |entry: &&MonitoringEntry| last_review.is_none_or(|last| last <= day_of(entry.proposed_at));
    let open = entries.iter().filter(|entry| entry.is_open() && entry.review_by.is_some());
    open.filter(since).min_by_key(|entry| entry.review_by)
}

#[cfg(test)]
mod tests {
    use super::*;
    use uuid::Uuid;

    fn day(text: &str) -> NaiveDate {
        text.parse().expect("a date")
    }

    fn entry(at: &str) -> MonitoringEntry {
        MonitoringEntry {
            id: MonitoringId::from_uuid(Uuid::from_u128(1)),
            vendor: VendorId::from_uuid(Uuid::from_u128(2)),
            kind: MonitoringKind::Incident,
            on: day("2026-03-01"),
            source: None,
            what: LongText::parse("Mail was readable by others for a day.").expect("a text"),
            told_by_vendor: Some(false),
            retier: true,
            review_by: None,
            proposed_at: format!("{at}T09:00:00Z").parse().expect("a moment"),
            finding: None,
            evidence: None,
            by: PersonId::from_uuid(Uuid::from_u128(3)),
            at: format!("{at}T09:00:00Z").parse().expect("a moment"),
            closed: None,
        }
    }

    #[test]
    fn what_is_noted_has_happened_and_a_review_lies_ahead() {
        let (today, good) = (day("2026-03-17"), entry("2026-03-17"));
        assert_eq!(good.check(None, today), Ok(()));
        assert_eq!(
            MonitoringEntry { on: day("2026-03-18"), ..good.clone() }.check(None, today),
            Err(InvalidEntry::InTheFuture)
        );
        let late = MonitoringEntry { review_by: Some(day("2026-03-16")), ..good };
        assert_eq!(late.check(None, today), Err(InvalidEntry::ReviewInThePast));
        assert_eq!(late.check(Some(&late), today), Ok(()), "a day that has passed meanwhile stays");
    }

    #[test]
    fn an_incident_that_we_heard_of_elsewhere_is_a_signal() {
        assert!(entry("2026-03-17").is_silent());
        assert!(!MonitoringEntry { told_by_vendor: None, ..entry("2026-03-17") }.is_silent(), "nobody has said so");
        assert!(!MonitoringEntry { kind: MonitoringKind::News, ..entry("2026-03-17") }.is_silent());
    }

    #[test]
    fn a_proposal_to_tier_again_ends_with_the_class_assigned_anew_or_the_entry_closed() {
        let noted = entry("2026-03-17");
        assert!(noted.proposes_tier(None) && noted.proposes_tier(Some(entry("2026-03-01").at)));
        assert!(!noted.proposes_tier(Some(entry("2026-03-18").at)));
        let note = LongText::parse("Looked at.").expect("a text");
        let closed = MonitoringEntry { closed: Some(Closed { by: noted.by, at: noted.at, note }), ..noted };
        assert!(!closed.proposes_tier(None));
    }

    #[test]
    fn the_earliest_day_counts_until_a_review_is_finished_since() {
        let on = |at: &str, by: &str| MonitoringEntry { review_by: Some(day(by)), ..entry(at) };
        let entries = [on("2026-03-17", "2026-06-01"), on("2026-03-20", "2026-05-01"), entry("2026-03-21")];
        let utc = |at: DateTime<Utc>| at.date_naive();
        let brought =
            |last: Option<&str>| brings_forward(&entries, last.map(day), utc).and_then(|entry| entry.review_by);
        assert_eq!(brought(None), Some(day("2026-05-01")));
        assert_eq!(
            brought(Some("2026-03-20")),
            Some(day("2026-05-01")),
            "finished on the same day is not known to be after"
        );
        assert_eq!(brought(Some("2026-03-21")), None);
        let added = MonitoringEntry { proposed_at: entry("2026-03-22").at, ..on("2026-03-17", "2026-06-01") };
        assert!(
            brings_forward(std::slice::from_ref(&added), Some(day("2026-03-21")), utc).is_some(),
            "added afterwards"
        );
        assert!(added.proposes_tier(Some(entry("2026-03-21").at)), "added afterwards");
    }
}
