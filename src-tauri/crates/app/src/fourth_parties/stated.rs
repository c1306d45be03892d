//! What a report says of the parties on which its system rests: as kept of the document beside the rest of its evidence.

use countersign_domain::{
    Citation, EffectiveEntry, EffectiveFacts, EffectiveLists, Entry, FactKey, Judgement, ListName, Reading,
    fourth_party::{Aliases, Alike, PartyKey, alike},
    reading::SubserviceMethod,
};
use serde::{Deserialize, Serialize};

/// A party that a report names.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Named {
    /// Its name as it stands there.
    pub(crate) name: String,
    /// What it does.
    pub(crate) services: Option<String>,
    /// How the report treats its controls.
    pub(crate) method: Option<SubserviceMethod>,
    /// Where it stands.
    pub(crate) citations: Vec<Citation>,
}

/// A control that is expected of a party (CSOC).
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct Expected {
    /// The control.
    pub(crate) text: String,
    /// The criteria that it complements.
    pub(crate) criteria: Vec<String>,
    /// The party of whom it is expected, where the report says so.
    pub(crate) of: Option<String>,
    /// Where it stands.
    pub(crate) citations: Vec<Citation>,
}

/// The parties that a report names and what it expects of them.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct Rests {
    pub(crate) parties: Vec<Named>,
    /// Where it says that there are no parties; `None` where it names some, or says nothing.
    pub(crate) denied: Option<Vec<Citation>>,
    expected: Vec<Expected>,
}

impl Rests {
    /// Lays the judgements over the reading.
    pub(crate) fn of(reading: &Reading, judgements: &[Judgement]) -> Self {
        let lists = EffectiveLists::new(reading, judgements);
        let parties = lists.list(ListName::Subservice).iter().filter_map(|one| {
            let Some(Entry::Subservice(party)) = one.held() else { return None };
            let (name, services) = (party.name.clone(), party.services.clone());
            Some(Named { name, services, method: party.method, citations: place(one, &party.citations) })
        });
        let parties: Vec<Named> = parties.collect();
        let facts = EffectiveFacts::new(reading, judgements);
        let none = facts.get(FactKey::NoSubserviceOrganizations);
        let denied = none.value().filter(|_| parties.is_empty()).map(|_| {
            let seen = none.cited();
            if seen.is_empty() { none.citations().to_vec() } else { seen }
        });
        let expected = lists.list(ListName::Csocs).iter().filter_map(|one| {
            let Some(Entry::Csocs(control)) = one.held() else { return None };
            let (text, criteria) = (control.text.clone(), control.criteria.clone());
            Some(Expected { text, criteria, of: control.subservice.clone(), citations: place(one, &control.citations) })
        });
        Self { parties, denied, expected: expected.collect() }
    }

    /// The controls that the report expects of the party of that place in its list.
    ///
    /// A control that names nobody is expected of the only party that is not examined too. One that names a party in short is
    /// expected of the only party whose name is clearly alike: inside one report a short name is of the long one beside it.
    pub(crate) fn expected_of(&self, at: usize, aliases: &Aliases) -> Vec<&Expected> {
        self.expected.iter().filter(|control| self.place_of(control, aliases) == Some(at)).collect()
    }

    /// The controls that belong to none of the parties.
    pub(crate) fn expected_of_nobody(&self, aliases: &Aliases) -> Vec<&Expected> {
        self.expected.iter().filter(|control| self.place_of(control, aliases).is_none()).collect()
    }

    fn place_of(&self, control: &Expected, aliases: &Aliases) -> Option<usize> {
        let Some(of) = &control.of else {
            return only(self.parties.iter().map(|party| party.method != Some(SubserviceMethod::Inclusive)));
        };
        let of = PartyKey::of(of);
        let keys: Vec<PartyKey> = self.parties.iter().map(|party| PartyKey::of(&party.name)).collect();
        let same = keys.iter().position(|key| aliases.party(key) == aliases.party(&of));
        let short = |key: &PartyKey| matches!(alike(key, &of), Some(Alike::Part | Alike::Initials));
        same.or_else(|| only(keys.iter().map(short)))
    }
}

/// The place of the only one that is.
fn only(are: impl Iterator<Item = bool>) -> Option<usize> {
    let mut places = are.enumerate().filter_map(|(at, is)| is.then_some(at));
    places.next().filter(|_| places.next().is_none())
}

/// The first place where what holds stands.
fn place(one: &EffectiveEntry, own: &[Citation]) -> Vec<Citation> {
    let cited = [own, one.cited(), one.citations()].into_iter().find(|places| !places.is_empty());
    cited.unwrap_or_default().iter().take(1).cloned().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rests(parties: &[(&str, SubserviceMethod)], expected: &[Option<&str>]) -> Rests {
        let named = |(name, method): &(&str, SubserviceMethod)| Named {
            name: (*name).to_owned(),
            services: None,
            method: Some(*method),
            citations: Vec::new(),
        };
        let control = |of: Option<&str>| Expected {
            text: "Keeps the halls closed.".to_owned(),
            criteria: Vec::new(),
            of: of.map(str::to_owned),
            citations: Vec::new(),
        };
        Rests {
            parties: parties.iter().map(named).collect(),
            denied: None,
            expected: expected.iter().copied().map(control).collect(),
        }
    }

    #[test]
    fn what_is_expected_belongs_to_whom_the_report_names() {
        use SubserviceMethod::{CarveOut, Inclusive};
        let parties = [("Northfell Cloud, Inc.", CarveOut), ("Kelder Backup", CarveOut)];
        let found = rests(&parties, &[Some("NORTHFELL CLOUD"), Some("Kelder"), None, Some("Somebody else")]);
        let none = Aliases::default();
        assert_eq!(found.expected_of(0, &none).len(), 1, "by its name");
        assert_eq!(found.expected_of(1, &none).len(), 1, "by its short name");
        assert_eq!(found.expected_of_nobody(&none).len(), 2, "nobody is named, or nobody who is listed");
        let one = rests(&[parties[0], ("Kelder Backup", Inclusive)], &[None]);
        assert_eq!(one.expected_of(0, &none).len(), 1, "the only one that is carved out");
    }
}
