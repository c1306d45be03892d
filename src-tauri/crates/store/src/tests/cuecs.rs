//! What is said of our side of complementary user entity controls.

use super::{Place, add, add_vendor, at, founder, sample, stamp, uuid, vendor};
use chrono::NaiveDate;
use countersign_domain::{
    Filing, LongText, Name, Op, OwnControlId,
    cuec::{Applies, CarriedFrom, CuecAnswer, CuecProgress, OurSide, OwnControl, Verified},
};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn own(number: u128, name: &str) -> OwnControl {
    OwnControl {
        id: OwnControlId::from_uuid(uuid(number)),
        name: Name::parse(name).expect("a name"),
        purpose: LongText::parse("Looks at who may what.").ok(),
        owner: Some(founder().id),
        evidence: LongText::parse("Tickets").ok(),
        checked_on: Some(day("2026-01-31")),
    }
}

#[test]
fn answers_come_back_as_they_were_written_with_their_controls_in_order() {
    let place = Place::new();
    let workspace = place.create(None);
    let (known, sample) = (vendor(10, "Example Ledger"), sample(20, 100, &["text"]));
    let held = &sample.document;
    let (first, second) = (own(31, "Access review"), own(30, "Leaver checklist"));
    let entry = "r:0123456789abcdef:1".parse().expect("a name");
    let answer = CuecAnswer {
        document: held.id,
        entry,
        text: "Review access.".to_owned(),
        ours: OurSide {
            applies: Some(Applies::Partly),
            why: LongText::parse("Only for administrators.").ok(),
            controls: vec![first.id, second.id],
            owner: Some(founder().id),
            progress: Some(CuecProgress::Verified),
            evidence: LongText::parse("Minutes").ok(),
            proof: Some(held.id),
            due: Some(day("2026-02-01")),
            verified: Some(Verified { on: day("2026-02-02"), by: founder().id }),
            note: LongText::parse("Half-yearly.").ok(),
        },
        carried_from: Some(CarriedFrom { document: held.id, entry }),
        by: founder().id,
        at: at(9),
    };
    add(&workspace, &sample).expect("adds");
    add_vendor(&workspace, &known).expect("adds");
    workspace
        .write(&stamp(Op::AnswerCuec), |db| {
            db.set_filing(held.id, Filing::Filed { vendor: known.id })?;
            db.save_own_control(&first)?;
            db.save_own_control(&second)?;
            db.save_cuec_answer(&CuecAnswer { ours: OurSide::default(), ..answer.clone() })?;
            db.save_cuec_answer(&answer)
        })
        .expect("writes");
    let read = workspace.read(|db| db.cuec_answers(Some(known.id))).expect("reads");
    assert_eq!(read.len(), 1, "the last one holds");
    assert_eq!((read[0].vendor, &read[0].answer), (known.id, &answer));
    assert_eq!(workspace.read(|db| db.own_controls()).expect("reads"), [first.clone(), second], "by name");
    let used = workspace.write(&stamp(Op::SaveOwnControl), |db| db.remove_own_control(first.id));
    assert!(used.is_err(), "what meets something stays");
    workspace
        .write(&stamp(Op::AnswerCuec), |db| {
            db.remove_cuec_answer(held.id, entry)?;
            db.remove_own_control(first.id)
        })
        .expect("with its answer the use is gone");
    assert!(workspace.read(|db| db.cuec_answers(None)).expect("reads").is_empty());
}

#[test]
fn a_table_that_was_taken_stays_in_the_record_and_is_undone_once() {
    let place = Place::new();
    let workspace = place.create(None);
    let changes = serde_json::json!([{ "was": null }, { "was": null }]);
    let file = Name::parse("answers.xlsx").expect("a name");
    workspace.write(&stamp(Op::ImportCuecs), |db| db.insert_cuec_import(uuid(40), &file, &changes)).expect("records");
    let undo = || workspace.write(&stamp(Op::UndoCuecImport), |db| db.set_cuec_import_undone(uuid(40)));
    assert_eq!(workspace.read(|db| db.cuec_import_changes(uuid(40))).expect("reads"), Some(changes));
    undo().expect("undoes");
    assert!(undo().is_err(), "the file lets nobody undo it twice");
    let listed = workspace.read(|db| db.cuec_imports(10)).expect("reads");
    assert_eq!(listed.len(), 1, "it stays in the list");
    assert_eq!((listed[0].changed, listed[0].undone_at.is_some()), (2, true));
    assert_eq!(workspace.read(|db| db.cuec_import(uuid(40))).expect("reads"), listed.first().cloned());
    assert_eq!(workspace.read(|db| db.cuec_import(uuid(41))).expect("reads"), None);
}
