use super::*;

fn of(before: &[&str], now: &[&str]) -> Matching {
    matched(before, now)
}

const LEAVERS: &str = "Accounts of leavers are removed within one business day.";
const REVIEW: &str = "User entities are responsible for reviewing access rights at least yearly.";
const KEYS: &str = "API keys are stored safely and rotated.";

#[test]
fn the_same_words_are_the_same_wherever_they_stand() {
    let found = of(
        &[LEAVERS, KEYS],
        &["API keys are stored safely\nand rotated", "accounts of LEAVERS are removed within one busi-\nness day"],
    );
    assert_eq!(found.changes, [Change::Same { before: 1 }, Change::Same { before: 0 }]);
    assert!(found.dropped.is_empty());
}

#[test]
fn other_words_for_the_same_duty_are_told_from_another_duty() {
    let found = of(
        &[REVIEW, LEAVERS],
        &[
            "User entities are responsible for reviewing access rights at least quarterly.",
            "Accounts of administrators are protected by a second factor.",
        ],
    );
    let Change::Reworded { before: 0, alike } = found.changes[0] else { panic!("{found:?}") };
    assert!((REWORDED..1.0).contains(&alike), "{alike}");
    assert_eq!(found.changes[1], Change::New, "accounts alone make no match");
    assert_eq!(found.dropped, [1]);
}

#[test]
fn the_most_alike_pair_is_matched_first_and_each_text_once() {
    let found = of(
        &["Review the access rights of administrators", "Review the access rights of all staff"],
        &["Review the access rights of all staff yearly", "Review the access rights of administrators yearly"],
    );
    let before: Vec<_> = found.changes.iter().map(|change| change.before()).collect();
    assert_eq!(before, [Some(1), Some(0)]);
    let twice = of(&[KEYS], &[KEYS, KEYS]);
    assert_eq!(twice.changes, [Change::Same { before: 0 }, Change::New], "one answer is not given twice");
}

#[test]
fn one_duty_split_in_two_keeps_what_it_came_from() {
    let whole = "Access to the service is approved by a manager, reviewed every quarter and removed when people leave.";
    let found = of(
        &[whole, KEYS],
        &["Access to the service is approved by a manager.", "Access is reviewed every quarter.", KEYS],
    );
    assert!(found.changes[..2].iter().all(|change| change.before() == Some(0)), "{found:?}");
    assert!(found.changes[..2].contains(&Change::Part { before: 0 }), "{found:?}");
    assert_eq!(found.changes[2], Change::Same { before: 1 });
    assert!(found.dropped.is_empty(), "its parts stand for it");
}

#[test]
fn what_is_new_and_what_is_dropped_is_said() {
    let found = of(&[KEYS, LEAVERS], &["Audit logs are exported.", KEYS]);
    assert_eq!(found.changes, [Change::New, Change::Same { before: 0 }]);
    assert_eq!(found.dropped, [1]);
    assert_eq!(of(&[], &[KEYS]).changes, [Change::New]);
    assert_eq!(of(&[KEYS], &[]), Matching { changes: vec![], dropped: vec![0] });
}

#[test]
fn a_part_of_what_still_stands_whole_is_new() {
    let found = of(&[LEAVERS], &[LEAVERS, "Leavers are removed."]);
    assert_eq!(found.changes, [Change::Same { before: 0 }, Change::New]);
}

#[test]
fn texts_of_little_words_are_not_alike() {
    assert_eq!(of(&["User entities"], &["The user entity should"]).changes, [Change::New]);
}

#[test]
fn the_print_of_a_text_says_what_its_words_say() {
    let texts = [
        KEYS,
        LEAVERS,
        "Review the access rights of all staff yearly",
        "Review the access rights of administrators yearly",
        "Access is reviewed every quarter.",
        "Access to the service is reviewed every quarter by a manager.",
        "User entities",
        "The user entity should",
    ];
    for (a, b) in texts.iter().flat_map(|a| texts.iter().map(move |b| (a, b))) {
        let prints = Print::of(a).zip(Print::of(b)).expect("they have words");
        let alike = matches!(of(&[a], &[b]).changes[0], Change::Same { .. } | Change::Reworded { .. });
        assert_eq!(prints.0.likeness(&prints.1).is_some(), alike, "{a} / {b}");
        let again = Print::try_from(String::from(prints.0.clone())).expect("as it is kept");
        assert_eq!(again, prints.0);
    }
    assert_eq!(Print::of(" – "), None);
    assert!(Print::try_from("0011223".to_owned()).is_err() && Print::try_from("00112233445".to_owned()).is_err());
}
