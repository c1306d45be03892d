//! What needs attention: what is put off, and what is open after decisions.

use super::{Place, at, founder, stamp};
use countersign_domain::{
    LongText, Op,
    attention::{ItemKey, Snooze},
};

#[test]
fn an_item_is_put_off_once_for_each_person_and_once_for_all() {
    let place = Place::new();
    let workspace = place.create(None);
    let item = ItemKey::parse("evidence_ends:1").expect("a key");
    let day = |text: &str| text.parse().expect("a date");
    let snooze = |person, until: &str| Snooze {
        item: item.clone(),
        person,
        until: day(until),
        item_date: Some(day("2026-06-30")),
        reason: LongText::parse("It is on its way.").expect("a text"),
        by: founder().id,
        at: at(5),
    };
    let (mine, all) = (snooze(Some(founder().id), "2026-05-01"), snooze(None, "2026-04-01"));
    workspace
        .write(&stamp(Op::Snooze), |db| {
            db.insert_snooze(&snooze(None, "2026-03-01"))?;
            db.insert_snooze(&mine)?;
            db.insert_snooze(&all)
        })
        .expect("writes");
    let off = |on: &str| workspace.read(|db| db.snoozes(day(on))).expect("reads");
    assert_eq!(off("2026-03-17"), [mine.clone(), all], "the later word for all took the place of the earlier");
    assert_eq!(off("2026-04-01"), std::slice::from_ref(&mine), "on its day it is back");
    let ended = workspace.write(&stamp(Op::Wake), |db| db.end_snooze(&item, None)).expect("writes");
    assert!(ended, "it was put off for all");
    assert_eq!(off("2026-03-17"), [mine], "what a person put off for itself stays");
    let again = workspace.write(&stamp(Op::Wake), |db| db.end_snooze(&item, None)).expect("writes");
    assert!(!again, "nothing is put off for all any more");
}
