//! The leaf before each appended document: what stands behind it, and what a copy of pages cannot carry.

use super::words::{anchor, count, date, size};
use crate::canonical::grouped;
use crate::input::{FrozenAppendix, FrozenDecision, FrozenDocument};
use crate::typeset::{Block, Insert, KeyValues, Text};

/// Makes the leaves, each on a page of its own.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    appended(input).flat_map(|(appendix, document)| leaf(appendix, document)).collect()
}

/// Says where the pages of the documents go.
pub(super) fn inserts(input: &FrozenDecision) -> Vec<Insert> {
    let insert = |(_, document): (&FrozenAppendix, &FrozenDocument)| Insert {
        after: leaf_anchor(document),
        anchor: anchor(document),
        label: document.label.clone(),
        pages: document.pages,
    };
    appended(input).map(insert).collect()
}

fn appended(input: &FrozenDecision) -> impl Iterator<Item = (&FrozenAppendix, &FrozenDocument)> {
    let document = |label: &str| input.documents.iter().find(|document| document.label == label);
    input.appendices.iter().filter_map(move |appendix| Some((appendix, document(&appendix.label)?)))
}

/// The anchor of a leaf, which always fits on its page.
fn leaf_anchor(document: &FrozenDocument) -> String {
    format!("appendix-{}", document.label)
}

fn leaf(appendix: &FrozenAppendix, document: &FrozenDocument) -> Vec<Block> {
    let label = document.label.as_str();
    let title = format!("Appendix {label}: {}", document.kind.title());
    let lead = format!(
        "The pages after this one are a copy of the document that the packet names {label}. The original is kept unchanged \
         in the workspace; its SHA-256 below tells it from every other file."
    );
    let row = |name: &str, value: String| (Text::from(name), Text::from(value));
    let rows = vec![
        row("File", format!("{}, {}", document.file_name, size(document.bytes))),
        row("Pages", pages(document)),
        row("Received", format!("{} by {}", date(document.day_received()), document.received_by)),
        row("SHA-256", grouped(&document.sha256)),
    ];
    vec![
        Block::section("", &title, &leaf_anchor(document)),
        Block::lead(lead),
        Block::KeyValues(KeyValues { label_width: 39.5, rows, name: title }),
        Block::heading("What the copy does not carry"),
        Block::Bullets(missing(appendix)),
    ]
}

fn pages(document: &FrozenDocument) -> String {
    let label = document.label.as_str();
    match document.pages {
        1 => format!("1, marked “{label} · page 1 of 1” at its lower edge"),
        all => format!("{all}, each marked “{label} · page 1 of {all}” and so on at its lower edge"),
    }
}

fn missing(appendix: &FrozenAppendix) -> Vec<Text> {
    let signatures = match appendix.signatures {
        0 => "Electronic signatures: the original carries none.".to_owned(),
        one => format!(
            "Electronic signatures: the original carries {}. No copy inside another file can carry a signature that \
             holds; check it on the original.",
            if one == 1 { "one".to_owned() } else { count(one as usize, "signature", "signatures") }
        ),
    };
    let mut said = vec![signatures];
    if appendix.protected {
        said.push("Protection: the original is protected against change, and allows printing and copying. This copy has no such protection.".to_owned());
    }
    if appendix.layers {
        said.push("Layers: the original has parts that can be switched on and off. All of them show here.".to_owned());
    }
    said.push(
        "Bookmarks, links, files inside the original and what its forms do. What was written into forms and notes is shown."
            .to_owned(),
    );
    said.into_iter().map(Text::from).collect()
}
