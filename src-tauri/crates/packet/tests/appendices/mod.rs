//! Packets with documents to be appended: leaves, room for the pages, links to them, and nothing of it in other packets.

use crate::common;
use crate::read_back::ReadBack;
use countersign_packet::input::{FrozenAppendix, FrozenDecision};
use countersign_packet::{PacketError, print};

fn appendix(label: &str) -> FrozenAppendix {
    FrozenAppendix { label: label.to_owned(), signatures: 0, protected: false, layers: false }
}

fn with(labels: &[&str], input: FrozenDecision) -> FrozenDecision {
    FrozenDecision { appendices: labels.iter().copied().map(appendix).collect(), ..input }
}

#[test]
fn each_document_has_its_leaf_and_its_pages_after_it() {
    let own = print(&common::full()).expect("it prints").pages;
    let input = with(&["D1", "D2"], common::full());
    let packet = print(&input).expect("it prints");
    let pages: u32 = input.documents[..2].iter().map(|document| document.pages).sum();
    assert_eq!(packet.pages, own + 2 + pages, "a leaf for each, and its pages");
    let [first, second] = packet.appendices.as_slice() else { panic!("two of them: {:?}", packet.appendices) };
    assert_eq!((first.label.as_str(), first.first, first.pages), ("D1", own + 2, input.documents[0].pages));
    assert_eq!((second.label.as_str(), second.first), ("D2", first.first + first.pages + 1));
    assert_eq!(packet.own_pages().len() as u32, own + 2);

    let file = ReadBack::new(&packet.bytes);
    let page = |number: u32| &file.pages[number as usize - 1];
    assert!(page(own + 1).text.contains("Appendix D1"), "{}", page(own + 1).text);
    assert!(
        page(own + 1).furniture.contains(&format!("Page {} of {}", own + 1, own + 2)),
        "own pages are counted alone"
    );
    assert_eq!(page(first.first).text.trim(), format!("D1  ·  page 1 of {}", first.pages));
    let last = first.first + first.pages - 1;
    assert_eq!(page(last).text.trim(), format!("D1  ·  page {0} of {0}", first.pages));
    assert!(page(last + 1).text.contains("Appendix D2"), "{}", page(last + 1).text);
    assert!(page(last + 1).furniture.contains(&format!("Page {0} of {0}", own + 2)));
}

#[test]
fn references_lead_to_the_page_and_the_outline_lists_it() {
    let input = with(&["D1"], common::full());
    let packet = print(&input).expect("it prints");
    let theirs =
        packet.appendices[0].first as usize - 1..(packet.appendices[0].first + packet.appendices[0].pages) as usize - 1;
    let links = |input: &FrozenDecision| ReadBack::new(&print(input).expect("it prints").bytes).links();
    let (with_pages, without) = (links(&input), links(&common::full()));
    assert_eq!(with_pages.len(), without.len(), "the same references");
    let led = with_pages.iter().filter(|page| theirs.contains(page)).count();
    assert!(led > 5, "references to D1 lead to its pages: {led}");
    let d2 = with_pages.iter().zip(&without).filter(|(with, without)| with == without).count();
    assert!(d2 > 5, "references to what is not appended lead where they led: {d2}");
    let outline = ReadBack::new(&packet.bytes).outline();
    let at = outline.iter().position(|title| title.starts_with("Appendix D1")).expect("the leaf is listed");
    assert_eq!(outline[at + 1], "  What the copy does not carry");
    assert!(outline[at + 2..].iter().all(|title| title.starts_with("  D1 page ")), "{:?}", &outline[at..]);
    assert!(outline.contains(&"  D1 page 6".to_owned()) || outline.len() > at + 4, "{:?}", &outline[at..]);
}

#[test]
fn the_leaf_says_what_a_copy_does_not_carry() {
    let mut input = common::low();
    let label = input.documents[0].label.clone();
    input.appendices = vec![FrozenAppendix { label, signatures: 2, protected: true, layers: true }];
    let packet = print(&input).expect("it prints");
    let file = ReadBack::new(&packet.bytes);
    assert!(file.pages[0].furniture.contains("Page 1 of 2"), "a low vendor keeps its one page, and the leaf follows");
    let leaf = file.pages[1].text.replace('\n', " ");
    for said in ["two signatures", "protected against change", "can be switched on and off"] {
        assert!(leaf.contains(said), "{said}: {leaf}");
    }
}

#[test]
fn only_documents_behind_the_decision_are_appended_and_each_once() {
    for labels in [["D1", "D1"].as_slice(), &["D99"]] {
        let refused = print(&with(labels, common::decision()));
        assert!(matches!(refused, Err(PacketError::Appendix(_))), "{labels:?}");
    }
}
