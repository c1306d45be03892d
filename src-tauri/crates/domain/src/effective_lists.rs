//! The lists that hold now: what was read, with what people said of it.

use crate::{
    Basis, Citation, Judged, Judgement, Reading, Verdict,
    entry::{Entry, EntryId, EntryKey, ListName, named},
    reading::{
        Control, DisclosedIncident, ReportedException, SubserviceControl, SubserviceOrganization, UserEntityControl,
    },
};
use std::collections::HashMap;

/// One entry with what was read, what was said of it and what holds.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveEntry {
    /// Its name.
    pub key: EntryKey,
    /// What the reader reads now; `None` for one that a person added, or that is read no longer.
    pub read: Option<Entry>,
    /// The latest judgement that was not withdrawn.
    pub judgement: Option<Judgement>,
    /// What holds: what a person said, else what was read; `None` where it was rejected.
    held: Option<Entry>,
    /// What the reader had read when it was judged.
    judged: Option<Entry>,
}

impl EffectiveEntry {
    fn new(key: EntryKey, read: Option<Entry>, judgement: Option<&Judgement>) -> Self {
        let judgement = judgement.filter(|judgement| judgement.verdict != Verdict::Withdrawn);
        let of = |value: &serde_json::Value| Entry::from_value(key.list, value).ok();
        let judged = judgement.and_then(|judgement| judgement.read.as_ref()).and_then(of);
        let held = match judgement.map(|judgement| &judgement.verdict) {
            Some(Verdict::Corrected { value } | Verdict::Added { value }) => of(value),
            Some(Verdict::Rejected) => None,
            Some(Verdict::Confirmed) => judged.clone(),
            Some(Verdict::Withdrawn) | None => read.clone(),
        };
        // Where the same is read again, it stands where it is read now.
        let held = match (held, &read) {
            (Some(held), Some(read)) if held.says_same(read) && !overruled(judgement) => Some(read.clone()),
            (held, _) => held,
        };
        Self { key, read, judgement: judgement.cloned(), held, judged }
    }

    /// What holds; `None` where a person said that the document does not say it.
    pub fn held(&self) -> Option<&Entry> {
        self.held.as_ref()
    }

    /// What to show: what holds, else what was read or had been read.
    pub fn shown(&self) -> Option<&Entry> {
        self.held.as_ref().or(self.read.as_ref()).or(self.judged.as_ref())
    }

    /// Whether nobody has judged it.
    pub fn is_open(&self) -> bool {
        self.judgement.is_none()
    }

    /// Whether a person entered it.
    pub fn is_added(&self) -> bool {
        matches!(self.key.id, EntryId::Added(_))
    }

    /// Whether the reader reads something else now than when it was judged, and than what holds.
    pub fn differs(&self) -> bool {
        let same = |a: Option<&Entry>, b: Option<&Entry>| match (a, b) {
            (Some(a), Some(b)) => a.says_same(b),
            (None, None) => true,
            _ => false,
        };
        self.judgement.is_some()
            && !same(self.read.as_ref(), self.judged.as_ref())
            && !same(self.read.as_ref(), self.held.as_ref())
    }

    /// Where the reader read it.
    pub fn citations(&self) -> &[Citation] {
        self.read.as_ref().or(self.judged.as_ref()).map_or(&[], Entry::citations)
    }

    /// Where a person saw what holds.
    pub fn cited(&self) -> &[Citation] {
        self.judgement.as_ref().map_or(&[], |judgement| &judgement.citations)
    }

    /// How the reader came to it.
    pub fn basis(&self) -> Option<Basis> {
        self.read.as_ref().map(Entry::basis)
    }
}

fn overruled(judgement: Option<&Judgement>) -> bool {
    judgement.is_some_and(|judgement| matches!(judgement.verdict, Verdict::Corrected { .. } | Verdict::Added { .. }))
}

/// All lists of one document that hold now.
#[derive(Debug, Clone, PartialEq)]
pub struct EffectiveLists(Vec<(ListName, Vec<EffectiveEntry>)>);

impl EffectiveLists {
    /// Lays the judgements, oldest first, over the reading.
    pub fn new(reading: &Reading, judgements: &[Judgement]) -> Self {
        let mut latest: HashMap<EntryKey, &Judgement> = HashMap::new();
        // In the order in which they were entered, for those that the reading does not have.
        let mut order: Vec<EntryKey> = Vec::new();
        for judgement in judgements {
            if let Judged::Entry(key) = judgement.key
                && latest.insert(key, judgement).is_none()
            {
                order.push(key);
            }
        }
        let lists = ListName::ALL.iter().map(|list| {
            let mut entries: Vec<EffectiveEntry> = named(*list, list.entries(reading))
                .into_iter()
                .map(|(key, entry)| EffectiveEntry::new(key, Some(entry), latest.remove(&key)))
                .collect();
            let others = order.iter().filter(|key| key.list == *list);
            let others = others
                .filter_map(|key| latest.get(key).map(|judgement| EffectiveEntry::new(*key, None, Some(judgement))));
            // What was rejected or taken back and is not read any more needs nobody's eye.
            entries.extend(others.filter(|entry| entry.held.is_some()));
            (*list, entries)
        });
        Self(lists.collect())
    }

    /// The entries of a list in the order of the document; what people added stands at the end.
    pub fn list(&self, list: ListName) -> &[EffectiveEntry] {
        self.0.iter().find(|(name, _)| *name == list).map_or(&[], |(_, entries)| entries)
    }

    /// One entry.
    pub fn get(&self, key: EntryKey) -> Option<&EffectiveEntry> {
        self.list(key.list).iter().find(|entry| entry.key == key)
    }

    /// Every entry of every list.
    pub fn iter(&self) -> impl Iterator<Item = &EffectiveEntry> {
        self.0.iter().flat_map(|(_, entries)| entries)
    }

    /// How many entries are read otherwise than when people judged them.
    pub fn differing(&self) -> usize {
        self.iter().filter(|entry| entry.differs()).count()
    }

    fn held(&self, list: ListName) -> impl Iterator<Item = &Entry> {
        self.list(list).iter().filter_map(EffectiveEntry::held)
    }

    /// The controls that hold.
    pub fn controls(&self) -> impl Iterator<Item = &Control> {
        self.held(ListName::Controls)
            .filter_map(|entry| if let Entry::Controls(entry) = entry { Some(entry) } else { None })
    }

    /// The exceptions that hold.
    pub fn exceptions(&self) -> impl Iterator<Item = &ReportedException> {
        self.held(ListName::Exceptions)
            .filter_map(|entry| if let Entry::Exceptions(entry) = entry { Some(entry) } else { None })
    }

    /// The complementary user entity controls that hold.
    pub fn cuecs(&self) -> impl Iterator<Item = &UserEntityControl> {
        self.held(ListName::Cuecs).filter_map(|entry| if let Entry::Cuecs(entry) = entry { Some(entry) } else { None })
    }

    /// The complementary subservice organization controls that hold.
    pub fn csocs(&self) -> impl Iterator<Item = &SubserviceControl> {
        self.held(ListName::Csocs).filter_map(|entry| if let Entry::Csocs(entry) = entry { Some(entry) } else { None })
    }

    /// The subservice organizations that hold.
    pub fn subservice_organizations(&self) -> impl Iterator<Item = &SubserviceOrganization> {
        self.held(ListName::Subservice)
            .filter_map(|entry| if let Entry::Subservice(entry) = entry { Some(entry) } else { None })
    }

    /// The incidents that hold.
    pub fn incidents(&self) -> impl Iterator<Item = &DisclosedIncident> {
        self.held(ListName::Incidents)
            .filter_map(|entry| if let Entry::Incidents(entry) = entry { Some(entry) } else { None })
    }
}

#[cfg(test)]
mod tests;
