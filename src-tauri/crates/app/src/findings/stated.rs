//! What is kept of a document for following up its exceptions: they, and the controls that it tests clean.

use countersign_domain::{
    EffectiveFacts, EffectiveLists, Entry, EntryId, FactKey, Judgement, ListName, Reading,
    finding::{ControlName, Said},
    reading::{Control, TestOutcome},
};
use serde::{Deserialize, Serialize};

/// What a document states that findings are made of.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Stated {
    /// The exceptions that hold, by the names of their entries.
    exceptions: Vec<(String, Said)>,
    /// The controls tested without exception, with the page.
    clean: Vec<(ControlName, u32)>,
    /// Why the opinion is modified, where it is.
    pub(crate) opinion_basis: Option<String>,
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
            Some((one.key.id.to_string(), Said { tests, ..said }))
        });
        let exceptions = exceptions.collect();
        let clean = lists.controls().filter(|control| control.outcome == TestOutcome::NoException);
        let clean =
            clean.map(|control| (name_of(control), control.citations.first().map_or(1, |at| at.page))).collect();
        Self { exceptions, clean, opinion_basis: facts.text(FactKey::OpinionBasis) }
    }

    /// The exceptions that hold.
    pub(crate) fn exceptions(&self) -> impl Iterator<Item = (EntryId, &Said)> {
        self.exceptions.iter().filter_map(|(entry, said)| Some((entry.parse().ok()?, said)))
    }

    /// The page on which the control is tested clean. One that is tested several times and once with an exception is not.
    pub(crate) fn clean(&self, control: &ControlName) -> Option<u32> {
        let failed = self.exceptions.iter().any(|(_, said)| said.control_name().is(control));
        self.clean.iter().find(|(name, _)| !failed && name.is(control)).map(|(_, page)| *page)
    }
}

fn name_of(control: &Control) -> ControlName {
    ControlName::new(control.id.as_deref(), Some(&control.text))
}
