//! A document that is read again keeps what was read before, and what people said.

use super::{Place, add, assert_sound, at, founder, sample, stamp, uuid};
use crate::{Hit, ReadingRow, RecognisedRow, Reread, StoreError};
use countersign_domain::{FactKey, Judgement, JudgementId, Op, Verdict};

#[test]
fn another_reading_takes_the_place_of_the_first_and_the_first_stays() {
    let place = Place::new();
    let workspace = place.create(None);
    let first = sample(1, 10, &["plain words", ""]);
    add(&workspace, &first).expect("stores");
    let judgement = Judgement {
        id: JudgementId::from_uuid(uuid(5000)),
        document: first.document.id,
        key: FactKey::Opinion.into(),
        verdict: Verdict::Confirmed,
        read: Some(serde_json::json!({ "value": "qualified", "basis": "stated", "citations": [] })),
        citations: Vec::new(),
        reason: None,
        by: founder().id,
        at: at(60),
    };
    workspace.write(&stamp(Op::JudgeFact), |db| db.insert_judgement(&judgement)).expect("records");
    let mut second = sample(1, 10, &["plain words", "recognised in a picture"]);
    second.reading.document.extractor = "test 2".to_owned();
    second.reading.system_name = Some(super::fact("The Platform".to_owned()));
    second.summary.facts = 5;
    let new = Reread {
        reading: &second.reading,
        summary: &second.summary,
        pages: &second.pages,
        at: at(90),
        by: founder().id,
    };
    let number = workspace.write(&stamp(Op::ReadAgain), |db| db.replace_reading(first.document.id, &new));
    assert_eq!(number, Ok(2));
    workspace
        .read(|db| {
            let stored = db.document(first.document.id)?.expect("it is there");
            assert_eq!(stored.document, first.document, "what was received is as it was");
            assert_eq!((&stored.reading, &stored.summary), (&second.reading, &second.summary));
            assert_eq!((stored.reading_number, stored.read_at, stored.read_by), (2, at(90), founder().id));
            assert_eq!(db.page(first.document.id, 2)?.as_ref(), Some(&second.pages[1]));
            assert_eq!(db.reading(first.document.id, 1)?.as_ref(), Some(&first.reading), "the first reading stays");
            let row = |number, extractor: &str, read_at| ReadingRow {
                number,
                extractor: extractor.to_owned(),
                read_at,
                read_by: founder().id,
            };
            let rows = [row(1, "test", first.document.received_at), row(2, "test 2", at(90))];
            assert_eq!(db.readings(first.document.id)?, rows);
            assert_eq!(db.extractors()?, [(first.document.id, "test 2".to_owned())]);
            assert_eq!(db.judgements(first.document.id)?, [judgement], "judgements stay");
            let hits = db.search("recognised", 5)?;
            assert!(matches!(hits.as_slice(), [Hit::Page { page: 2, .. }]), "the new words are found: {hits:?}");
            assert_eq!(db.search("plain", 5)?.len(), 1, "a page is found once");
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    assert_sound(&workspace);
}

#[test]
fn other_pages_than_the_document_has_are_refused() {
    let place = Place::new();
    let workspace = place.create(None);
    let first = sample(1, 10, &["one", "two"]);
    add(&workspace, &first).expect("stores");
    let fewer = Reread {
        reading: &first.reading,
        summary: &first.summary,
        pages: &first.pages[..1],
        at: at(90),
        by: founder().id,
    };
    let refused = workspace.write(&stamp(Op::ReadAgain), |db| db.replace_reading(first.document.id, &fewer));
    assert_eq!(refused, Err(StoreError::Conflict { what: "document.pages".to_owned() }));
    let other = Reread { pages: &first.pages, ..fewer };
    let missing = super::sample(2, 10, &[]).document.id;
    let refused = workspace.write(&stamp(Op::ReadAgain), |db| db.replace_reading(missing, &other));
    assert_eq!(refused, Err(StoreError::Missing { what: "document" }));
    assert_eq!(workspace.read(|db| db.readings(first.document.id)).expect("reads").len(), 1, "nothing is half done");
    assert_sound(&workspace);
}

#[test]
fn what_was_recognised_is_kept_as_it_was_found_first() {
    let place = Place::new();
    let workspace = place.create(None);
    let first = sample(1, 10, &["", ""]);
    add(&workspace, &first).expect("stores");
    let found = |page, words: &[u8]| RecognisedRow { page, engine: "engine".to_owned(), words: words.to_vec() };
    let keep = |rows: &[RecognisedRow]| {
        workspace.write(&stamp(Op::ReadAgain), |db| db.insert_recognised(first.document.id, rows)).expect("keeps");
    };
    keep(&[found(2, b"two")]);
    keep(&[found(1, b"one"), found(2, b"other")]);
    let kept = workspace.read(|db| db.recognised(first.document.id)).expect("reads");
    assert_eq!(kept, [found(1, b"one"), found(2, b"two")], "in the order of pages, the first find stays");
    assert_sound(&workspace);
}

#[test]
fn documents_with_unread_pictures_are_listed_until_they_are_read() {
    let place = Place::new();
    let workspace = place.create(None);
    let mut documents = [1, 2, 3].map(|seed| sample(seed, 10, &["", "", ""]));
    for (document, pictures) in documents.iter_mut().zip([vec![], vec![2, 3], vec![1]]) {
        document.reading.document.image_only_pages = pictures;
        document.summary.warnings = 1;
        add(&workspace, document).expect("stores");
    }
    let aside = documents[2].document.id;
    let set_aside = |db: &mut crate::Change<'_>| db.set_filing(aside, countersign_domain::Filing::SetAside);
    workspace.write(&stamp(Op::SetDocumentAside), set_aside).expect("sets aside");
    let unread = || workspace.read(|db| db.unread_pictures()).expect("reads");
    let listed: Vec<_> = unread().into_iter().map(|row| (row.document, row.unread)).collect();
    let with_pictures = &documents[1];
    assert_eq!(listed, [(with_pictures.document.id, vec![2, 3])], "neither text nor what was set aside");

    let read = |recognised: Vec<u32>| {
        let mut reading = with_pictures.reading.clone();
        reading.document.ocr_pages = recognised;
        let (summary, pages) = (&with_pictures.summary, with_pictures.pages.as_slice());
        let new = Reread { reading: &reading, summary, pages, at: at(90), by: founder().id };
        workspace
            .write(&stamp(Op::ReadAgain), |db| db.replace_reading(with_pictures.document.id, &new))
            .expect("reads");
    };
    read(vec![2]);
    assert_eq!(unread()[0].unread, [3], "the latest reading counts, and one page is left");
    read(vec![2, 3]);
    assert_eq!(unread(), [], "nothing is left");
}
