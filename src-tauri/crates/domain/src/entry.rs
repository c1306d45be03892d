//! Entries of the lists that a report holds, and names for them that survive reading the report again.
//!
//! An entry has no number of its own in a reading. Its name is its list, a fingerprint of what it says, and its place among
//! entries that say the same: a reading in which the entry stands as before gives it the same name, whatever stands
//! around it. White space, case, hyphens and punctuation are no part of the fingerprint.

use crate::{
    Answer, Basis, Citation, JudgementId, Reading, Sha256,
    reading::{
        Control, DisclosedIncident, ReportedException, SubserviceControl, SubserviceOrganization, UserEntityControl,
    },
};
use serde::{Deserialize, Serialize, de::DeserializeOwned};
use serde_json::Value;
use std::{collections::HashMap, fmt, str::FromStr};

macro_rules! lists {
    ($($(#[$doc:meta])* $name:ident($entry:ty) = $text:literal of |$reading:ident| $read:expr;)*) => {
        /// One of the lists of a report.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        pub enum ListName {
            $($(#[$doc])* #[serde(rename = $text)] $name,)*
        }

        /// One entry of a list.
        #[derive(Debug, Clone, PartialEq)]
        pub enum Entry {
            $($(#[$doc])* $name($entry),)*
        }

        impl ListName {
            /// All of them, in the order in which a reviewer reads them.
            pub const ALL: &'static [Self] = &[$(Self::$name),*];

            /// The name used in the reading format, the database and on the wire.
            pub const fn as_str(self) -> &'static str {
                match self { $(Self::$name => $text),* }
            }

            /// Finds the list of that name.
            pub fn from_name(name: &str) -> Option<Self> {
                match name { $($text => Some(Self::$name),)* _ => None }
            }

            /// What a reading lists, in the order of the document.
            pub fn entries(self, reading: &Reading) -> Vec<Entry> {
                match self {
                    $(Self::$name => {
                        let $reading = reading;
                        $read.into_iter().map(Entry::$name).collect()
                    })*
                }
            }
        }

        impl Entry {
            /// The list to which it belongs.
            pub const fn list(&self) -> ListName {
                match self { $(Self::$name(_) => ListName::$name),* }
            }

            /// Where it stands.
            pub fn citations(&self) -> &[Citation] {
                match self { $(Self::$name(entry) => &entry.citations),* }
            }

            /// How it came about.
            pub const fn basis(&self) -> Basis {
                match self { $(Self::$name(entry) => entry.basis),* }
            }

            /// Says how it came about and where it stands.
            #[must_use]
            pub fn placed(mut self, basis: Basis, citations: Vec<Citation>) -> Self {
                match &mut self {
                    $(Self::$name(entry) => { entry.basis = basis; entry.citations = citations; })*
                }
                self
            }

            /// The entry as the reading format writes it.
            pub fn to_value(&self) -> Value {
                let value = match self { $(Self::$name(entry) => serde_json::to_value(entry)),* };
                value.expect("entries are plain data")
            }

            /// Reads what [`Entry::to_value`] wrote.
            pub fn from_value(list: ListName, value: &Value) -> Result<Self, WrongEntry> {
                match list { $(ListName::$name => parsed(value).map(Self::$name),)* }
                    .filter(|entry| !entry.text().trim().is_empty())
                    .ok_or(WrongEntry(list))
            }
        }
    };
}

lists! {
    /// A row of the tests matrix.
    Controls(Control) = "controls" of |reading| reading.controls.clone();
    /// A deviation that the auditor noted.
    Exceptions(ReportedException) = "exceptions" of |reading| reading.exceptions.clone();
    /// A complementary user entity control.
    Cuecs(UserEntityControl) = "cuecs" of |reading| reading.cuecs.clone();
    /// A responsibility of the customer on which no criterion depends.
    Responsibilities(UserEntityControl) = "user_entity_responsibilities" of |reading| reading.user_entity_responsibilities.clone();
    /// A complementary subservice organization control.
    Csocs(SubserviceControl) = "csocs" of |reading| reading.csocs.clone();
    /// A vendor of the vendor.
    Subservice(SubserviceOrganization) = "subservice_organizations" of |reading| reading.subservice_organizations.clone();
    /// An incident that the report discloses.
    Incidents(DisclosedIncident) = "incidents" of |reading| reading.incidents.clone();
    /// A question of a questionnaire with its answer.
    Answers(Answer) = "answers" of |reading| Answer::of(reading);
}

fn parsed<T: DeserializeOwned>(value: &Value) -> Option<T> {
    serde_json::from_value(value.clone()).ok()
}

/// Says that a value is no entry of its list: of another shape, or without its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("no entry of {}", .0.as_str())]
pub struct WrongEntry(pub ListName);

impl Entry {
    /// What it says, without numbers and criteria.
    pub fn text(&self) -> &str {
        match self {
            Self::Controls(entry) => &entry.text,
            Self::Exceptions(entry) => &entry.result,
            Self::Cuecs(entry) | Self::Responsibilities(entry) => &entry.text,
            Self::Csocs(entry) => &entry.text,
            Self::Subservice(entry) => &entry.name,
            Self::Incidents(entry) => &entry.text,
            Self::Answers(entry) => &entry.question,
        }
    }

    /// Whether both say the same, wherever it stands.
    pub fn says_same(&self, other: &Self) -> bool {
        self.bare() == other.bare()
    }

    fn bare(&self) -> Self {
        let mut bare = self.clone().placed(Basis::Stated, Vec::new());
        if let Self::Exceptions(ReportedException { management_response: Some(response), .. }) = &mut bare {
            response.basis = Basis::Stated;
            response.citations = Vec::new();
        }
        bare
    }

    fn fingerprint(&self) -> Fingerprint {
        // The number of the control or the question is part of what tells two rows of the same words apart.
        let number = match self {
            Self::Controls(entry) => entry.id.as_deref(),
            Self::Exceptions(entry) => entry.control_id.as_deref(),
            Self::Answers(entry) => entry.id.as_deref(),
            _ => None,
        };
        let letters = |text: &str| -> String {
            text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
        };
        let told = format!("{}\n{}", number.map(letters).unwrap_or_default(), letters(self.text()));
        let digest = Sha256::of(told.as_bytes());
        let mut first = [0; 8];
        first.copy_from_slice(&digest.as_bytes()[..8]);
        Fingerprint(first)
    }
}

/// What an entry says, in short.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Fingerprint([u8; 8]);

/// Names an entry within its list. Written as its text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum EntryId {
    /// One that the reader read.
    Read {
        /// What it says.
        fingerprint: Fingerprint,
        /// Which one among those that say the same, counted from 1.
        ordinal: u16,
    },
    /// One that a person added, named by the judgement that added it.
    Added(JudgementId),
}

/// Names an entry of a document's lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct EntryKey {
    /// The list.
    pub list: ListName,
    /// The entry.
    pub id: EntryId,
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Read { fingerprint, ordinal } => {
                f.write_str("r:")?;
                fingerprint.0.iter().try_for_each(|byte| write!(f, "{byte:02x}"))?;
                write!(f, ":{ordinal}")
            }
            Self::Added(judgement) => write!(f, "a:{judgement}"),
        }
    }
}

/// Says that a text names no entry.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not the name of an entry: {0}")]
pub struct InvalidEntryId(pub String);

impl FromStr for EntryId {
    type Err = InvalidEntryId;
    fn from_str(text: &str) -> Result<Self, InvalidEntryId> {
        let invalid = || InvalidEntryId(text.to_owned());
        if let Some(added) = text.strip_prefix("a:") {
            return added.parse().map(Self::Added).map_err(|_| invalid());
        }
        let (digits, ordinal) = text.strip_prefix("r:").and_then(|rest| rest.split_once(':')).ok_or_else(invalid)?;
        let number = u64::from_str_radix(digits, 16).ok().filter(|_| digits.len() == 16).ok_or_else(invalid)?;
        let ordinal = ordinal.parse().ok().filter(|ordinal| *ordinal > 0).ok_or_else(invalid)?;
        Ok(Self::Read { fingerprint: Fingerprint(number.to_be_bytes()), ordinal })
    }
}

impl From<EntryId> for String {
    fn from(id: EntryId) -> Self {
        id.to_string()
    }
}

impl TryFrom<String> for EntryId {
    type Error = InvalidEntryId;
    fn try_from(text: String) -> Result<Self, InvalidEntryId> {
        text.parse()
    }
}

/// Names the entries of a list in the order given.
pub fn named(list: ListName, entries: Vec<Entry>) -> Vec<(EntryKey, Entry)> {
    let mut seen: HashMap<Fingerprint, u16> = HashMap::new();
    entries
        .into_iter()
        .map(|entry| {
            let fingerprint = entry.fingerprint();
            let count = seen.entry(fingerprint).or_default();
            *count = count.saturating_add(1);
            (EntryKey { list, id: EntryId::Read { fingerprint, ordinal: *count } }, entry)
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn cuec(text: &str) -> Entry {
        let value = json!({ "text": text, "criteria": ["CC6.1"], "basis": "stated", "citations": [] });
        Entry::from_value(ListName::Cuecs, &value).expect("an entry")
    }

    fn names(entries: Vec<Entry>) -> Vec<String> {
        named(ListName::Cuecs, entries).into_iter().map(|(key, _)| key.id.to_string()).collect()
    }

    #[test]
    fn an_entry_keeps_its_name_whatever_is_read_around_it() {
        let before =
            names(vec![cuec("Review access quarterly."), cuec("Report leavers."), cuec("Review access quarterly.")]);
        let after = names(vec![cuec("New."), cuec("Review  access quar-\nterly"), cuec("REVIEW ACCESS quarterly.")]);
        assert_eq!([&before[0], &before[2]], [&after[1], &after[2]], "hyphens, case and white space are no news");
        assert_ne!(before[0], before[2], "the same words twice are two entries");
        assert!(!after.contains(&before[1]));
    }

    #[test]
    fn names_are_read_back_and_nothing_else_is() {
        for name in names(vec![cuec("One"), cuec("One")]) {
            assert_eq!(name.parse::<EntryId>().expect("a name").to_string(), name);
        }
        let added = EntryId::Added("00000000-0000-7000-8000-000000000001".parse().expect("an id"));
        assert_eq!(added.to_string().parse(), Ok(added));
        for other in ["", "r:12:1", "r:0123456789abcdef:0", "r:0123456789abcdef", "a:x", "0123456789abcdef:1"] {
            assert!(other.parse::<EntryId>().is_err(), "{other} names nothing");
        }
    }

    #[test]
    fn an_entry_without_its_text_is_none() {
        let value = json!({ "text": " ", "criteria": [], "basis": "stated", "citations": [] });
        assert_eq!(Entry::from_value(ListName::Cuecs, &value), Err(WrongEntry(ListName::Cuecs)));
        assert!(Entry::from_value(ListName::Controls, &value).is_err(), "a control has an outcome");
    }

    #[test]
    fn where_it_stands_is_not_what_it_says() {
        let citation = Citation { page: 9, label: None, quote: "Report leavers.".to_owned(), rects: vec![] };
        let moved = cuec("Report leavers.").placed(Basis::Ocr, vec![citation]);
        assert!(moved.says_same(&cuec("Report leavers.")));
        assert!(!moved.says_same(&cuec("Report leavers at once.")));
    }

    #[test]
    fn every_list_is_found_by_its_name() {
        for list in ListName::ALL {
            assert_eq!(ListName::from_name(list.as_str()), Some(*list));
        }
    }
}
