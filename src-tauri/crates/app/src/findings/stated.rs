//! What is kept of a document for following up its exceptions: they, and the controls that it tests clean.

use countersign_domain::{
    EffectiveFacts, EffectiveLists, Entry, EntryId, FactKey, Judgement, ListName, Reading,
    finding::{ControlName, Said},
    reading::{Control, TestOutcome},
};
use serde::{Deserialize, Serialize};

/// What a document states that findings are made of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(from = "Kept", into = "Kept")]
pub(crate) struct Stated {
    /// The exceptions that hold.
    exceptions: Vec<Holding>,
    /// The controls tested without exception, with the page.
    clean: Vec<(ControlName, u32)>,
    /// Why the opinion is modified, where it is.
    pub(crate) opinion_basis: Option<String>,
}

/// An exception that holds; what its control is known by is worked out once.
#[derive(Debug, Clone)]
struct Holding {
    entry: EntryId,
    said: Said,
    name: ControlName,
}

impl Holding {
    fn new(entry: EntryId, said: Said) -> Self {
        let name = said.control_name();
        Self { entry, said, name }
    }
}

/// The form in which it is kept.
#[derive(Serialize, Deserialize)]
struct Kept {
    /// By the names of their entries.
    exceptions: Vec<(String, Said)>,
    clean: Vec<(ControlName, u32)>,
    opinion_basis: Option<String>,
}

impl From<Kept> for Stated {
    fn from(kept: Kept) -> Self {
        let exceptions = kept.exceptions.into_iter();
        let exceptions = exceptions.filter_map(|(entry, said)| Some(Holding::new(entry.parse().ok()?, said)));
        Self { exceptions: exceptions.collect(), clean: kept.clean, opinion_basis: kept.opinion_basis }
    }
}

impl From<Stated> for Kept {
    fn from(stated: Stated) -> Self {
        let exceptions = stated.exceptions.into_iter().map(|one| (one.entry.to_string(), one.said));
        Self { exceptions: exceptions.collect(), clean: stated.clean, opinion_basis: stated.opinion_basis }
    }
}

impl Stated {
    /// Lays the judgements over the reading.
    pub(crate) fn of(reading: &Reading, judgements: &[Judgement]) -> Self {
        let (facts, lists) = (EffectiveFacts::new(reading, judgements), EffectiveLists::new(reading, judgements));
        let tests_of = |said: &Said| {
            let name = said.control_name();
            let tested = lists.controls().find(|control| name_of(control).is(&name));
            tested.map(|control| control.tests.clone()).unwrap_or_default()
        };
        let exceptions = lists.list(ListName::Exceptions).iter().filter_map(|one| {
            let Some(Entry::Exceptions(exception)) = one.held() else { return None };
            let said = Said::of(exception, Vec::new());
            let tests = tests_of(&said);
            Some(Holding::new(one.key.id, Said { tests, ..said }))
        });
        let exceptions = exceptions.collect();
        let clean = lists.controls().filter(|control| control.outcome == TestOutcome::NoException);
        let clean =
            clean.map(|control| (name_of(control), control.citations.first().map_or(1, |at| at.page))).collect();
        Self { exceptions, clean, opinion_basis: facts.text(FactKey::OpinionBasis) }
    }

    /// The exceptions that hold.
    pub(crate) fn exceptions(&self) -> impl Iterator<Item = (EntryId, &Said)> {
        self.exceptions.iter().map(|one| (one.entry, &one.said))
    }

    /// Whether an exception of the control holds.
    pub(crate) fn fails(&self, control: &ControlName) -> bool {
        self.exceptions.iter().any(|one| one.name.is(control))
    }

    /// The page on which the control is tested clean. One that is tested several times and once with an exception is not.
    pub(crate) fn clean(&self, control: &ControlName) -> Option<u32> {
        let failed = self.fails(control);
        self.clean.iter().find(|(name, _)| !failed && name.is(control)).map(|(_, page)| *page)
    }
}

fn name_of(control: &Control) -> ControlName {
    ControlName::new(control.id.as_deref(), Some(&control.text))
}
