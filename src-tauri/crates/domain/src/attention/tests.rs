use super::*;
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn group(date: &str, today: &str) -> Group {
    Group::of(Some(day(date)), day(today))
}

fn person(number: u128) -> PersonId {
    PersonId::from_uuid(Uuid::from_u128(number))
}

#[test]
fn a_day_is_overdue_from_the_day_after_and_the_windows_join() {
    let today = day("2026-03-17");
    let at = |days: i64| Group::of(Some(today + chrono::Duration::days(days)), today);
    assert_eq!(at(-1), Group::Overdue);
    assert_eq!((at(0), at(7)), (Group::Week, Group::Week), "today counts, and a week is seven days");
    assert_eq!((at(8), at(30)), (Group::Days30, Group::Days30));
    assert_eq!((at(31), at(60)), (Group::Days60, Group::Days60));
    assert_eq!((at(61), at(90)), (Group::Days90, Group::Days90));
    assert_eq!(at(91), Group::Later);
    assert_eq!(Group::of(None, today), Group::Undated, "what is missing has no day");
}

#[test]
fn windows_are_days_across_leap_days_month_ends_and_years() {
    assert_eq!(group("2028-03-06", "2028-02-28"), Group::Week, "29 February is one of the seven");
    assert_eq!(group("2028-03-07", "2028-02-28"), Group::Days30, "and pushes the eighth out");
    assert_eq!(group("2027-03-07", "2027-02-28"), Group::Week, "in a common year the same day is still within");
    assert_eq!(group("2028-02-29", "2028-03-01"), Group::Overdue);
    assert_eq!(group("2026-03-02", "2026-01-31"), Group::Days30, "30 days from the last of January");
    assert_eq!(group("2026-03-03", "2026-01-31"), Group::Days60);
    assert_eq!(group("2027-01-01", "2026-12-31"), Group::Week, "a year's end is no wall");
    assert_eq!(group("2026-12-31", "2027-01-01"), Group::Overdue);
    assert_eq!(group("2027-03-01", "2026-12-01"), Group::Days90, "31 + 31 + 28 days");
    assert_eq!(Group::of(Some(NaiveDate::MAX), NaiveDate::MIN), Group::Later, "no day is too far");
}

#[test]
fn what_is_put_off_comes_back_on_its_day_or_when_the_item_moves() {
    let mut item = AttentionItem::new(AttentionKind::EvidenceEnds, "v1", "Too old", Remedy::AskVendor);
    item.date = Some(day("2026-06-30"));
    let mut snooze = Snooze {
        item: item.key.clone(),
        person: Some(person(1)),
        until: day("2026-04-01"),
        item_date: item.date,
        reason: LongText::parse("Their report is at the printer.").expect("a text"),
        by: person(1),
        at: DateTime::UNIX_EPOCH,
    };
    assert!(snooze.hides(&item, person(1), day("2026-03-31")));
    assert!(!snooze.hides(&item, person(1), day("2026-04-01")), "on the day it is back");
    assert!(!snooze.hides(&item, person(2), day("2026-03-31")), "others still see it");
    snooze.person = None;
    assert!(snooze.hides(&item, person(2), day("2026-03-31")), "put off for all");
    item.date = Some(day("2026-05-31"));
    assert!(!snooze.hides(&item, person(1), day("2026-03-31")), "a new day is news");
    assert_eq!(Snooze::check_until(day("2026-03-17"), day("2026-03-17")), Err(InvalidSnooze::NotAhead));
    let latest = day("2027-03-18");
    assert_eq!(Snooze::check_until(day("2028-01-01"), day("2026-03-17")), Err(InvalidSnooze::TooLong { latest }));
    assert_eq!(Snooze::check_until(latest, day("2026-03-17")), Ok(()));
}

#[test]
fn an_item_is_its_owners_or_everybodys_and_its_key_is_plain() {
    let mut item = AttentionItem::new(AttentionKind::InboxWaiting, "all", "Three", Remedy::OpenInbox);
    assert!(item.is_for(person(1)), "nobody owns it, so everybody sees it");
    item.owner = Some(person(2));
    assert!(!item.is_for(person(1)) && item.is_for(person(2)));
    assert_eq!(item.key.as_str(), "inbox_waiting:all");
    assert_eq!(ItemKey::parse("inbox_waiting:all").as_ref(), Ok(&item.key));
    for wrong in ["", "inbox", "Inbox:all", "inbox:\r\nX", &"a:".repeat(80)] {
        assert!(ItemKey::parse(wrong).is_err(), "{wrong:?}");
    }
}
