//! What needs attention, when, and what settles it (`practice.md` §3.9 no. 31, §6.5, §6.6).
//!
//! Nothing here is stored but a [`Snooze`]: what needs attention follows from the register, the documents and the policy of
//! the day, and vanishes when the work is done.

use crate::{DecisionId, DocumentId, EntryId, FindingId, LongText, PersonId, ReviewId, VendorId, choices};
use chrono::{DateTime, Days, NaiveDate, Utc};
use serde::{Deserialize, Serialize};
use std::fmt;

choices! {
    /// Why something needs attention. The title is what an entry of a calendar is called.
    AttentionKind {
        /// What is held on the vendor no longer suffices after that day.
        EvidenceEnds = "evidence_ends", "Evidence runs out";
        /// The report is too old whatever else is held.
        HardStop = "hard_stop", "Report reaches the hard stop";
        /// The class needs evidence and none that counts is held.
        EvidenceMissing = "evidence_missing", "Evidence is missing";
        /// A letter is wanted, as nothing speaks of the time since.
        LetterWanted = "letter_wanted", "Bridge letter wanted";
        /// The bridge letter speaks of no later day.
        LetterEnds = "letter_ends", "Bridge letter ends";
        /// The next report is expected.
        NextReport = "next_report", "Next report expected";
        /// A certificate or a penetration test is too old after that day.
        PaperEnds = "paper_ends", "Paper runs out";
        /// The full review is due.
        ReviewDue = "review_due", "Review due";
        /// A review was begun and is not finished.
        ReviewOpen = "review_open", "Review not finished";
        /// A review is finished and nothing is decided.
        DecisionPending = "decision_pending", "Decision pending";
        /// What a decision rests on has changed.
        DecisionStale = "decision_stale", "Decision rests on what has changed";
        /// Somebody named in a decision has not signed it.
        SignatureMissing = "signature_missing", "Signature missing";
        /// A signed copy came back, and nobody has said who signed it.
        CopyUnconfirmed = "copy_unconfirmed", "Signed copy to confirm";
        /// An approval has no packet.
        PacketMissing = "packet_missing", "Packet not made";
        /// A duty that must be done before the vendor is used.
        GoLiveCondition = "go_live_condition", "Condition before use";
        /// A duty of a decision.
        Condition = "condition", "Condition due";
        /// Somebody is asked to approve a deviation, or that a finding stands for a time.
        ApprovalWaiting = "approval_waiting", "Acceptance to be approved";
        /// A deviation or an acceptance holds until that day.
        AcceptanceEnds = "acceptance_ends", "Acceptance expires";
        /// Exceptions of the report are not judged.
        FindingsUnjudged = "findings_unjudged", "Exceptions not judged";
        /// The vendor is to answer what it was asked about an exception.
        FindingAnswer = "finding_answer", "Vendor's answer due";
        /// An exception is to be treated or accepted.
        FindingDue = "finding_due", "Exception to be treated";
        /// An exception is verified, and somebody is to close it or to say why it does not stand up.
        FindingToClose = "finding_to_close", "Exception to be closed";
        /// The next report tests the controls of exceptions without exception, and nobody has said what follows from it.
        FindingsTestedClean = "findings_tested_clean", "Exceptions tested clean since";
        /// Nobody has said whether controls that the report expects of us apply.
        CuecsUndecided = "cuecs_undecided", "CUECs not decided";
        /// Our side of a complementary user entity control is to be in place.
        CuecDue = "cuec_due", "CUEC to be in place";
        /// Our side of a complementary user entity control is to be checked again.
        CuecRecheck = "cuec_recheck", "CUEC to be checked again";
        /// Parties that a report carves out and nothing assures us of.
        SubserviceOpen = "subservice_open", "Carved-out parties without assurance";
        /// The last day on which notice can be given.
        NoticeDeadline = "notice_deadline", "Contract notice deadline";
        /// The contract ends.
        ContractEnds = "contract_ends", "Contract ends";
        /// The confidentiality agreement ends.
        NdaEnds = "nda_ends", "Confidentiality agreement ends";
        /// Reports are held for which no confidentiality is agreed.
        NdaMissing = "nda_missing", "Confidentiality agreement is missing";
        /// A vendor in use has no class.
        TierMissing = "tier_missing", "Tier is missing";
        /// Something was noted after which the class is worked out again.
        TierAgain = "tier_again", "Tier to be worked out again";
        /// What was noted of a vendor is not settled.
        MonitoringOpen = "monitoring_open", "Noted and not settled";
        /// The last day of use of a vendor that is left.
        OffboardingEnds = "offboarding_ends", "Last day of use";
        /// After an exit it is looked up that access is dead.
        ExitCheck = "exit_check", "Check after the exit";
        /// A proof that we could go on without the vendor is too old after that day.
        Continuity = "continuity", "Continuity proof due";
        /// Documents wait in the inbox.
        InboxWaiting = "inbox_waiting", "Documents wait";
        /// A document is pictures only, and its words are not recognised yet.
        PicturesUnread = "pictures_unread", "Document not read yet";
    }
    /// When, seen from today.
    Group {
        /// Its day has passed.
        Overdue = "overdue", "Overdue";
        /// Today or within seven days.
        Week = "week", "This week";
        /// Something is missing now; there is no day to wait for.
        Undated = "undated", "Waiting, without a date";
        /// Within 30 days.
        Days30 = "days30", "Next 30 days";
        /// Within 60 days.
        Days60 = "days60", "Next 60 days";
        /// Within 90 days.
        Days90 = "days90", "Next 90 days";
        /// Later.
        Later = "later", "Later";
    }
}

impl Group {
    /// Sorts a day in, seen from `today`. A day is the last on which all is well: it is overdue from the day after.
    pub fn of(date: Option<NaiveDate>, today: NaiveDate) -> Self {
        let Some(date) = date else { return Self::Undated };
        match (date - today).num_days() {
            ..0 => Self::Overdue,
            0..=7 => Self::Week,
            8..=30 => Self::Days30,
            31..=60 => Self::Days60,
            61..=90 => Self::Days90,
            _ => Self::Later,
        }
    }
}

/// What settles an item.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Remedy {
    /// The vendor is asked by letter.
    AskVendor,
    /// What is held is looked at beside the policy.
    CheckEvidence,
    /// A class is assigned.
    AssignTier,
    /// A review is begun.
    StartReview,
    /// A review goes on.
    ContinueReview(ReviewId),
    /// The vendor is decided on.
    Decide,
    /// The decision is opened: to sign it, to say that a duty is done, to make its packet.
    OpenDecision(DecisionId),
    /// Contract, confidentiality and continuity are opened.
    OpenContracts,
    /// What is accepted is opened: to renew or end it.
    OpenAcceptance,
    /// The vendor's exceptions are opened.
    OpenExceptions,
    /// One exception is opened.
    OpenException(FindingId),
    /// The vendor's complementary user entity controls are opened.
    OpenCuecs,
    /// They are opened at one of them, in the report that lists it.
    OpenCuec(DocumentId, EntryId),
    /// The vendor's subservice organizations are opened.
    OpenSubservice,
    /// What is noted of the vendor is opened.
    OpenMonitoring,
    /// The list of the exit is opened.
    OpenExit,
    /// The inbox is opened.
    OpenInbox,
    /// A document is opened.
    OpenDocument(DocumentId),
}

/// Says that a text is not the key of an item.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the key of an item: {0}")]
pub struct InvalidKey(String);

/// Names an item from one day to the next: its kind and what it is about.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct ItemKey(String);

impl ItemKey {
    /// Names an item of that kind about the thing of that id.
    pub fn new(kind: AttentionKind, about: impl fmt::Display) -> Self {
        Self(format!("{}:{about}", kind.as_str()))
    }

    /// Checks a key: small letters, digits, dashes, underscores and colons, at most 120.
    pub fn parse(text: &str) -> Result<Self, InvalidKey> {
        let fits = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || matches!(c, '-' | '_' | ':');
        if (3..=120).contains(&text.len()) && text.contains(':') && text.chars().all(fits) {
            Ok(Self(text.to_owned()))
        } else {
            Err(InvalidKey(text.to_owned()))
        }
    }

    /// Gives the key.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for ItemKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl TryFrom<String> for ItemKey {
    type Error = InvalidKey;
    fn try_from(text: String) -> Result<Self, InvalidKey> {
        Self::parse(&text)
    }
}

impl From<ItemKey> for String {
    fn from(key: ItemKey) -> String {
        key.0
    }
}

/// Something that needs attention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct AttentionItem {
    /// Its key.
    pub key: ItemKey,
    /// Why.
    pub kind: AttentionKind,
    /// The vendor that it is about.
    pub vendor: Option<VendorId>,
    /// The document, contract, condition that it is about, by the name people know it by.
    pub what: Option<String>,
    /// The last day on which all is well; `None` where something is missing now.
    pub date: Option<NaiveDate>,
    /// The day and the limit from which the date follows, as a sentence without its full stop.
    pub reason: String,
    /// What settles it.
    pub remedy: Remedy,
    /// Who answers for it; `None` where nobody is named, and then it is everybody's.
    pub owner: Option<PersonId>,
    /// Who is told of it besides, as it went a rank higher (`practice.md` §5.4).
    pub informed: Vec<PersonId>,
}

impl AttentionItem {
    /// Makes an item about the thing of that id; vendor, date, name and owner are set by who knows them.
    pub fn new(kind: AttentionKind, about: impl fmt::Display, reason: impl Into<String>, remedy: Remedy) -> Self {
        let key = ItemKey::new(kind, about);
        Self {
            key,
            kind,
            vendor: None,
            what: None,
            date: None,
            reason: reason.into(),
            remedy,
            owner: None,
            informed: Vec::new(),
        }
    }

    /// Sets the last day on which all is well.
    #[must_use]
    pub fn on(self, day: impl Into<Option<NaiveDate>>) -> Self {
        Self { date: day.into(), ..self }
    }

    /// Sets the name of what it is about.
    #[must_use]
    pub fn named(self, what: impl Into<String>) -> Self {
        Self { what: Some(what.into()), ..self }
    }

    /// Sets who answers for it.
    #[must_use]
    pub fn owned_by(self, person: PersonId) -> Self {
        Self { owner: Some(person), ..self }
    }

    /// Whether a person has to see to it: it is theirs, or nobody's, or went up to them.
    pub fn is_for(&self, person: PersonId) -> bool {
        self.owner.is_none_or(|owner| owner == person) || self.informed.contains(&person)
    }

    /// The order of the list: by group, then by day, then by how much hangs on it.
    pub fn order(&self, today: NaiveDate) -> (Group, Option<NaiveDate>, AttentionKind) {
        (Group::of(self.date, today), self.date, self.kind)
    }
}

/// That an item is put off until a day, for one person or for all.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snooze {
    /// The item.
    pub item: ItemKey,
    /// For whom; `None` = for all.
    pub person: Option<PersonId>,
    /// The day on which it comes back.
    pub until: NaiveDate,
    /// The item's own day when it was put off: another one brings it back.
    pub item_date: Option<NaiveDate>,
    /// Why.
    pub reason: LongText,
    /// Who put it off.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Says why an item was not put off.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidSnooze {
    /// Until today or a day before.
    #[error("an item is put off until a day to come")]
    NotAhead,
    /// For more than a year.
    #[error("an item is put off until {latest} at the latest")]
    TooLong {
        /// The last day that is possible.
        latest: NaiveDate,
    },
}

impl Snooze {
    /// For how many days at most: what is out of sight for longer is forgotten.
    pub const LONGEST_DAYS: u64 = 366;

    /// Checks until when an item is put off.
    pub fn check_until(until: NaiveDate, today: NaiveDate) -> Result<(), InvalidSnooze> {
        let latest = today.checked_add_days(Days::new(Self::LONGEST_DAYS)).unwrap_or(NaiveDate::MAX);
        match until {
            _ if until <= today => Err(InvalidSnooze::NotAhead),
            _ if until > latest => Err(InvalidSnooze::TooLong { latest }),
            _ => Ok(()),
        }
    }

    /// Whether it hides the item from a person on a day.
    pub fn hides(&self, item: &AttentionItem, person: PersonId, today: NaiveDate) -> bool {
        self.item == item.key
            && self.person.is_none_or(|of| of == person)
            && today < self.until
            && self.item_date == item.date
    }
}

#[cfg(test)]
mod tests;
