//! Full-text search over vendors, documents and page text. Case and diacritics do not matter.

mod query;

use crate::{Snapshot, StoreError, column};
use countersign_domain::{DocumentId, Kind, VendorId};
use rusqlite::params;
use std::collections::HashMap;

/// Something found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Hit {
    /// A vendor, by its name, an alias or what we buy.
    Vendor {
        /// Its id.
        vendor: VendorId,
        /// Its name.
        name: String,
        /// What we buy.
        service: Option<String>,
    },
    /// A document, by its file name or the organisation it is about.
    Document {
        /// Its id.
        document: DocumentId,
        /// Its file name.
        file_name: String,
        /// Its kind.
        kind: Kind,
        /// The organisation it is about.
        organization: Option<String>,
    },
    /// Words on a page.
    Page {
        /// The document.
        document: DocumentId,
        /// Its file name.
        file_name: String,
        /// 1-based page of the file.
        page: u32,
        /// The text around the words.
        snippet: Vec<SnippetPiece>,
    },
}

/// A piece of a snippet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SnippetPiece {
    /// The text.
    pub text: String,
    /// Whether it is what was looked for.
    pub matches: bool,
}

/// Marks the begin of a match inside a snippet. Control characters: page text has none that mean anything.
const BEGIN: char = '\u{1}';
/// Marks its end.
const END: char = '\u{2}';

impl Snapshot<'_> {
    /// Looks for all words of `text`, the last one also as the beginning of a word: vendors first, then documents, then
    /// pages, the best first, at most `limit` of each. Whatever is typed is words, never an operator.
    pub fn search(&self, text: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let Some(query) = query::from_typed(text) else { return Ok(Vec::new()) };
        let mut hits = self.all(include_str!("vendors.sql"), params![query, limit], |row| {
            Ok(Hit::Vendor { vendor: column::get(row, 0, column::parsed)?, name: row.get(1)?, service: row.get(2)? })
        })?;
        hits.extend(self.all(include_str!("documents.sql"), params![query, limit], |row| {
            Ok(Hit::Document {
                document: column::get(row, 0, column::parsed)?,
                file_name: row.get(1)?,
                kind: column::get(row, 2, column::serde_name)?,
                organization: row.get(3)?,
            })
        })?);
        hits.extend(self.pages(&query, limit)?);
        Ok(hits)
    }

    /// The pages on which the words stand, the best first.
    fn pages(&self, query: &str, limit: u32) -> Result<Vec<Hit>, StoreError> {
        let found: Vec<i64> = self.all(include_str!("pages_found.sql"), params![query, limit], |row| row.get(0))?;
        let (Some(first), Some(last)) = (found.iter().min(), found.iter().max()) else { return Ok(Vec::new()) };
        let rows = serde_json::json!(found).to_string();
        let mut shown: HashMap<i64, Hit> = HashMap::new();
        for (row, hit) in self.all(include_str!("pages_shown.sql"), params![query, first, last, rows], |row| {
            let hit = Hit::Page {
                document: column::get(row, 1, column::parsed)?,
                file_name: row.get(2)?,
                page: row.get(3)?,
                snippet: pieces(row.get_ref(4)?.as_str()?),
            };
            Ok((row.get(0)?, hit))
        })? {
            shown.insert(row, hit);
        }
        Ok(found.iter().filter_map(|row| shown.remove(row)).collect())
    }
}

fn pieces(snippet: &str) -> Vec<SnippetPiece> {
    let mut pieces = Vec::new();
    let mut matches = false;
    for part in snippet.split_inclusive([BEGIN, END]) {
        let text = part.trim_end_matches([BEGIN, END]);
        if !text.is_empty() {
            pieces.push(SnippetPiece { text: text.to_owned(), matches });
        }
        matches = part.ends_with(BEGIN);
    }
    pieces
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_snippet_falls_into_pieces() {
        let cut: Vec<_> =
            pieces("a \u{1}b\u{2} c \u{1}d\u{2}").into_iter().map(|piece| (piece.text, piece.matches)).collect();
        let expected = [("a ", false), ("b", true), (" c ", false), ("d", true)].map(|(t, m)| (t.to_owned(), m));
        assert_eq!(cut, expected, "the marks are gone and what stood between them is marked");
    }
}
