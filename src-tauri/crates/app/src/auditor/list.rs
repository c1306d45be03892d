//! A list of the bundle.

use countersign_contract::wire as w;

/// A list: what it holds, and its rows as text.
pub(super) struct List {
    /// Its place in the bundle, from 1.
    pub(super) number: usize,
    /// What it is called.
    pub(super) title: &'static str,
    /// Which population it is, in a sentence.
    pub(super) population: String,
    /// The headers.
    pub(super) heads: &'static [&'static str],
    /// A row for each, as long as the headers.
    pub(super) rows: Vec<Vec<String>>,
}

impl List {
    /// The name of its file.
    pub(super) fn file_name(&self) -> String {
        format!("{:02} {}.csv", self.number, self.title)
    }

    /// The headers, then the rows.
    pub(super) fn table(&self) -> Vec<Vec<String>> {
        let heads = self.heads.iter().map(|head| (*head).to_owned()).collect();
        std::iter::once(heads).chain(self.rows.iter().cloned()).collect()
    }

    pub(super) fn view(&self) -> w::EvidenceList {
        w::EvidenceList { title: self.title.to_owned(), rows: self.rows.len() as u32 }
    }
}

/// A day or a moment as text, or nothing.
pub(super) fn shown(value: Option<impl ToString>) -> String {
    value.map_or_else(String::new, |value| value.to_string())
}

/// "Yes" or "No".
pub(super) fn yes(holds: bool) -> String {
    if holds { "Yes" } else { "No" }.to_owned()
}
