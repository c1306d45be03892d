//! What a rule answers.

use crate::{Rank, ask::Ask, snapshot::Cited};
use chrono::NaiveDate;
use countersign_domain::{DocumentId, choices};
use serde::Serialize;
use std::borrow::Cow;

choices! {
    /// What came of a rule.
    RuleOutcome {
        /// It is met.
        Pass = "pass", "Met";
        /// It is met with something that needs a note, a condition or an acceptance.
        Warn = "warn", "Needs attention";
        /// It is not met.
        Fail = "fail", "Not met";
        /// It does not apply to this vendor.
        NotApplicable = "not_applicable", "Does not apply";
        /// What would answer it is not known.
        Missing = "missing", "Not known";
    }
}

impl RuleOutcome {
    /// How much an outcome weighs where the worst of several stands for all: what is not met weighs most.
    pub(crate) const fn weight(self) -> u8 {
        match self {
            Self::NotApplicable => 0,
            Self::Pass => 1,
            Self::Warn => 2,
            Self::Missing => 3,
            Self::Fail => 4,
        }
    }
}

/// A page of a document that is held.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize)]
pub struct CitedPage {
    /// The document.
    pub document: DocumentId,
    /// Its page, counted from 1.
    pub page: u32,
}

/// What a rule answers, before it has the rule's name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Ruling {
    pub(super) outcome: RuleOutcome,
    pub(super) required: Cow<'static, str>,
    pub(super) found: Cow<'static, str>,
    pub(super) citations: Vec<CitedPage>,
    pub(super) satisfied_by: Vec<DocumentId>,
    pub(super) acceptable: Acceptable,
    pub(super) asks: Vec<Ask>,
    pub(super) accepted_until: Option<NaiveDate>,
}

/// Who may live with a rule that is not met.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Acceptable {
    /// Whoever the policy names for deviations of the class.
    Usual,
    /// At least that rank.
    By(Rank),
    /// Nobody.
    Never,
}

impl Ruling {
    pub(crate) fn new(
        outcome: RuleOutcome,
        required: impl Into<Cow<'static, str>>,
        found: impl Into<Cow<'static, str>>,
    ) -> Self {
        Self {
            outcome,
            required: required.into(),
            found: found.into(),
            citations: Vec::new(),
            satisfied_by: Vec::new(),
            acceptable: Acceptable::Usual,
            asks: Vec::new(),
            accepted_until: None,
        }
    }

    pub(crate) fn pass(required: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Self {
        Self::new(RuleOutcome::Pass, required, found)
    }

    pub(crate) fn warn(required: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Self {
        Self::new(RuleOutcome::Warn, required, found)
    }

    pub(crate) fn fail(required: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Self {
        Self::new(RuleOutcome::Fail, required, found)
    }

    pub(crate) fn missing(required: impl Into<Cow<'static, str>>, found: impl Into<Cow<'static, str>>) -> Self {
        Self::new(RuleOutcome::Missing, required, found)
    }

    pub(crate) fn not_applicable(why: impl Into<Cow<'static, str>>) -> Self {
        Self::new(RuleOutcome::NotApplicable, "Nothing", why)
    }

    /// Names the pages of a value.
    pub(crate) fn cite<T>(mut self, document: DocumentId, value: &Cited<T>) -> Self {
        self.citations.extend(value.pages.iter().map(|page| CitedPage { document, page: *page }));
        self
    }

    /// Names the pages of a value that may not be there.
    pub(crate) fn cite_if<T>(self, document: DocumentId, value: Option<&Cited<T>>) -> Self {
        match value {
            Some(value) => self.cite(document, value),
            None => self,
        }
    }

    /// Names pages.
    pub(crate) fn pages(mut self, document: DocumentId, pages: impl IntoIterator<Item = u32>) -> Self {
        self.citations.extend(pages.into_iter().map(|page| CitedPage { document, page }));
        self
    }

    /// Names a document that meets the rule.
    pub(crate) fn by(mut self, document: DocumentId) -> Self {
        self.satisfied_by.push(document);
        self
    }

    /// Says what would help.
    pub(crate) fn ask(mut self, ask: Ask) -> Self {
        self.asks.push(ask);
        self
    }

    /// Says what would help, where something would.
    pub(crate) fn ask_all(mut self, asks: impl IntoIterator<Item = Ask>) -> Self {
        self.asks.extend(asks);
        self
    }

    /// Says that what is found was accepted by signature, and to which day.
    pub(crate) fn accepted_until(mut self, day: NaiveDate) -> Self {
        self.accepted_until = Some(day);
        self
    }

    /// Says that only that rank may live with it.
    pub(crate) fn only(mut self, rank: Rank) -> Self {
        self.acceptable = Acceptable::By(rank);
        self
    }

    /// Says that nobody may live with it.
    pub(crate) fn never_acceptable(mut self) -> Self {
        self.acceptable = Acceptable::Never;
        self
    }
}
