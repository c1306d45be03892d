//! Looks for words in everything.

use crate::{App, fail, names::json_name};
use countersign_contract::{Failure, wire as w};
use countersign_store::Hit;

/// The most hits of each kind.
const MOST: u32 = 8;

impl App {
    /// Looks for words; nothing typed finds nothing.
    pub(crate) fn find(&self, input: &w::Search) -> Result<Vec<w::SearchHit>, Failure> {
        let hits = self.opened()?.store.read(|db| db.search(&input.text, MOST)).map_err(fail::store)?;
        Ok(hits.into_iter().map(hit).collect())
    }
}

fn hit(hit: Hit) -> w::SearchHit {
    match hit {
        Hit::Vendor { vendor, name, service } => w::SearchHit::Vendor { vendor: vendor.uuid(), name, service },
        Hit::Document { document, file_name, kind, organization } => {
            w::SearchHit::Document { document: document.uuid(), file_name, kind: json_name(kind), organization }
        }
        Hit::Page { document, file_name, page, snippet } => w::SearchHit::Page {
            document: document.uuid(),
            file_name,
            page,
            snippet: snippet
                .into_iter()
                .map(|piece| w::SnippetPiece { text: piece.text, matches: piece.matches })
                .collect(),
        },
    }
}
