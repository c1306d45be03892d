//! What is kept of a document for following up its exceptions: they, and the controls that it tests clean.

use countersign_domain::{
    EffectiveFacts, EffectiveLists, Entry, EntryId, FactKey, Judgement, ListName, Reading,
    finding::{ControlName, Likeness, Said},
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

    /// What here may be a control of another report, with what it is known by: the most alike. The same number is looked for first.
    fn most_alike(&self, control: &ControlName) -> Option<(Likeness, &ControlName)> {
        let names = || self.exceptions.iter().map(|one| &one.name).chain(self.clean.iter().map(|(name, _)| name));
        let alike = |name| Some((control.likeness(name)?, name));
        let numbered = names().filter(|name| name.same_number(control)).filter_map(alike).max_by_key(|(how, _)| *how);
        numbered.or_else(|| names().filter_map(alike).max_by_key(|(how, _)| *how))
    }

    /// How much speaks for the likeness of the control of another report that is most alike here.
    pub(crate) fn likeness(&self, control: &ControlName) -> Option<Likeness> {
        self.most_alike(control).map(|(how, _)| how)
    }

    /// Whether an exception of the control of another report holds.
    pub(crate) fn fails(&self, control: &ControlName) -> bool {
        self.most_alike(control).is_some_and(|(_, here)| self.fails_here(here))
    }

    /// Whether an exception of this control holds. One that is tested several times and once with an exception does not pass.
    fn fails_here(&self, here: &ControlName) -> bool {
        self.exceptions.iter().any(|one| one.name.is(here))
    }

    /// The page on which the control of another report is tested clean.
    pub(crate) fn clean(&self, control: &ControlName) -> Option<u32> {
        let (_, here) = self.most_alike(control).filter(|(_, here)| !self.fails_here(here))?;
        self.clean.iter().find(|(name, _)| name.is(here)).map(|(_, page)| *page)
    }
}

fn name_of(control: &Control) -> ControlName {
    ControlName::new(control.id.as_deref(), Some(&control.text))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn stated(failed: &[(&str, &str)], clean: &[(&str, &str)]) -> Stated {
        let exceptions = failed.iter().zip(0_u128..).map(|((number, words), at)| {
            let said =
                Said { control_id: Some((*number).to_owned()), control: Some((*words).to_owned()), ..Said::default() };
            Holding::new(format!("r:{at:016x}:1").parse().expect("an entry"), said)
        });
        let clean =
            clean.iter().zip(7..).map(|((number, words), page)| (ControlName::new(Some(number), Some(words)), page));
        Stated { exceptions: exceptions.collect(), clean: clean.collect(), opinion_basis: None }
    }

    #[test]
    fn a_control_of_another_report_is_known_by_its_words_and_its_number() {
        let (ledger, payroll) =
            ("Access to the ledger is reviewed every quarter.", "Access to payroll is reviewed every quarter.");
        let backups = "Backups are restored once a year into an empty environment.";
        let name = |number: &str, words: &str| ControlName::new(Some(number), Some(words));
        let next = stated(&[("AC-2", payroll)], &[("AC-1", ledger), ("AC-3", backups)]);
        assert_eq!(next.clean(&name("AC-1", ledger)), Some(7));
        assert!(!next.fails(&name("AC-1", ledger)), "the other one of nearly these words fails");
        assert!(next.fails(&name("AC-2", payroll)));
        assert_eq!(
            next.clean(&name("X-9", "Backups are restored each year into an empty environment.")),
            Some(8),
            "numbered anew"
        );
        let reused = name("AC-3", "Visitors are signed in at the door.");
        assert!(!next.fails(&reused) && next.clean(&reused).is_none(), "its number is another control's now");
        let twice = stated(&[("AC-1", ledger)], &[("AC-1", ledger)]);
        assert!(twice.fails(&name("AC-1", ledger)) && twice.clean(&name("AC-1", ledger)).is_none(), "tested twice");
    }
}
