//! Judgements over readings, and over the reading after it.

use super::*;
use crate::{
    DocumentId, Fact, JudgementId, Kind, PersonId, Sha256,
    reading::{FileFacts, TextLayer},
};
use serde_json::{Value, json};
use uuid::Uuid;

fn citation(page: u32) -> Citation {
    Citation { page, label: None, quote: "words".to_owned(), rects: Vec::new() }
}

fn reading(cuecs: &[&str]) -> Reading {
    let file = FileFacts {
        sha256: Sha256::of(b""),
        bytes: 0,
        pages: 9,
        producer: None,
        title: None,
        created: None,
        text: TextLayer::Full,
        image_only_pages: Vec::new(),
        ocr_pages: Vec::new(),
        encrypted: false,
        signatures: 0,
        revised_after_signing: None,
        extractor: "test".to_owned(),
    };
    let mut reading = Reading::new("a.pdf".to_owned(), file, Fact::stated(Kind::Soc2Type2, citation(1)));
    reading.cuecs = cuecs
        .iter()
        .zip(3..)
        .map(|(text, page)| UserEntityControl {
            text: (*text).to_owned(),
            criteria: Vec::new(),
            basis: Basis::Stated,
            citations: vec![citation(page)],
        })
        .collect();
    reading
}

fn said(number: u128, key: EntryKey, read: Option<Value>, verdict: Verdict) -> Judgement {
    Judgement {
        id: JudgementId::from_uuid(Uuid::from_u128(number)),
        document: DocumentId::from_uuid(Uuid::nil()),
        key: Judged::Entry(key),
        verdict,
        read,
        citations: Vec::new(),
        reason: None,
        by: PersonId::from_uuid(Uuid::nil()),
        at: "2026-03-01T09:00:00Z".parse().expect("a time"),
    }
}

fn texts(lists: &EffectiveLists) -> Vec<&str> {
    lists.cuecs().map(|entry| entry.text.as_str()).collect()
}

/// The name and the value of an entry of the reading.
fn entry(reading: &Reading, at: usize) -> (EntryKey, Value) {
    let lists = EffectiveLists::new(reading, &[]);
    let entry = &lists.list(ListName::Cuecs)[at];
    (entry.key, entry.read.as_ref().expect("read").to_value())
}

fn cuec(text: &str) -> Value {
    json!({ "text": text, "criteria": [], "basis": "stated", "citations": [] })
}

#[test]
fn corrected_rejected_added_and_taken_back() {
    let reading = reading(&["One", "Two", "Three"]);
    let ((one, _), (two, was)) = (entry(&reading, 0), entry(&reading, 1));
    let added = EntryKey { list: ListName::Cuecs, id: EntryId::Added(JudgementId::from_uuid(Uuid::from_u128(9))) };
    let mut judgements = vec![
        said(1, one, None, Verdict::Rejected),
        said(2, two, Some(was), Verdict::Corrected { value: cuec("Two, corrected") }),
        said(9, added, None, Verdict::Added { value: cuec("Four") }),
    ];
    let lists = EffectiveLists::new(&reading, &judgements);
    assert_eq!(texts(&lists), ["Two, corrected", "Three", "Four"]);
    assert_eq!(lists.list(ListName::Cuecs).len(), 4, "what was rejected is still shown");
    assert_eq!(lists.list(ListName::Cuecs)[0].shown().map(Entry::text), Some("One"));
    assert!(lists.get(added).is_some_and(EffectiveEntry::is_added));
    judgements.push(said(10, added, None, Verdict::Withdrawn));
    judgements.push(said(11, one, None, Verdict::Withdrawn));
    let lists = EffectiveLists::new(&reading, &judgements);
    assert_eq!(texts(&lists), ["One", "Two, corrected", "Three"]);
}

#[test]
fn what_was_judged_holds_when_it_is_read_otherwise_and_says_so() {
    let before = reading(&["Review access.", "Report leavers."]);
    let (review, read) = entry(&before, 0);
    let confirmed = [said(1, review, Some(read), Verdict::Confirmed)];
    assert_eq!(EffectiveLists::new(&before, &confirmed).differing(), 0);

    let moved = reading(&["Report leavers.", "Review access"]);
    let lists = EffectiveLists::new(&moved, &confirmed);
    let found = lists.get(review).expect("the same entry");
    assert!(found.differs(), "a full stop is part of what is confirmed");
    assert_eq!(found.held().map(Entry::text), Some("Review access."), "what a person confirmed holds");
    assert_eq!(found.read.as_ref().map(Entry::text), Some("Review access"));

    let gone = reading(&["Report leavers."]);
    let lists = EffectiveLists::new(&gone, &confirmed);
    assert_eq!(texts(&lists), ["Report leavers.", "Review access."], "it is not lost");
    assert_eq!(lists.differing(), 1, "but somebody should look");
    assert_eq!(lists.get(review).map(|entry| entry.citations()[0].page), Some(3), "where it had been read");

    // Kept against the new reading: nothing to look at any more.
    let kept = [confirmed[0].clone(), said(2, review, None, Verdict::Corrected { value: cuec("Review access.") })];
    let lists = EffectiveLists::new(&gone, &kept);
    assert_eq!((lists.differing(), texts(&lists).len()), (0, 2));
}
