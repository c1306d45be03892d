//! More matrices: controls over their tests, cards, heads in the words of many houses. All wording is invented.

use countersign_domain::reading::TestOutcome;

use super::matrices::{CLEAN, FOUR, THREE, ids, read};
use crate::table::testing::{Press, Ruling};

#[test]
fn the_control_may_stand_over_its_tests() {
    for ruling in [Ruling::Full, Ruling::Hairlines] {
        let head = ["Tests of operating effectiveness", "Results of tests"];
        let pages = Press::new(&[50.0, 330.0, 560.0], ruling)
            .heading("Control Objective 1: Entry")
            .head(&head)
            .band("1.1 Keys are lent only to gardeners whom the steward knows.")
            .row(&["Inspected the book of keys for 25 days.", CLEAN])
            .band("1.2 Keys come back on the day on which a gardener leaves.")
            .row(&["Inspected the book of keys for 20 leavers.", "For 3 of 20 leavers, the key came back late."])
            .row(&["Enquired of the steward.", CLEAN])
            .build();
        let (rows, exceptions) = read(&pages);
        assert_eq!(ids(&rows), ["1.1", "1.2"], "the band is the control: {ruling:?}");
        assert_eq!(rows[0].control.text, "Keys are lent only to gardeners whom the steward knows.");
        assert_eq!(rows[0].control.outcome, TestOutcome::NoException);
        assert_eq!(rows[1].control.tests.len(), 2, "both tests are its own: {ruling:?}");
        assert_eq!(rows[1].control.criteria, ["Control Objective 1"]);
        assert_eq!(exceptions.len(), 1, "{exceptions:?}");
        let pages = Press::new(&[50.0, 330.0, 560.0], ruling)
            .heading("Control Objective 1: Entry")
            .prose("1.1 Keys are lent only to gardeners whom the steward knows.")
            .head(&head)
            .row(&["Inspected the book of keys for 25 days.", CLEAN])
            .prose("1.2 Keys come back on the day on which a gardener leaves.")
            .head(&head)
            .row(&["Inspected the book of keys for 20 leavers.", "For 3 of 20 leavers, the key came back late."])
            .row(&["Enquired of the steward.", CLEAN])
            .build();
        let (rows, _) = read(&pages);
        assert_eq!(ids(&rows), ["1.1", "1.2"], "the paragraph is the control: {ruling:?}");
        assert_eq!(rows[1].control.outcome, TestOutcome::Exception);
        assert_eq!(rows[1].control.tests.len(), 2, "both tests are its own: {ruling:?}");
    }
}

#[test]
fn cards_are_a_matrix() {
    for ruling in [Ruling::Full, Ruling::Hairlines] {
        let pages = Press::new(&[50.0, 180.0, 560.0], ruling)
            .heading("Section IV: Tests of Controls")
            .heading("CC6.1 Who may enter")
            .row(&["Control Number", "E-1"])
            .row(&["Control Activity", "Keys are lent only to gardeners whom the steward knows."])
            .row(&["Test Procedures", "Inspected the book of keys for 25 days."])
            .row(&["Test Results", CLEAN])
            .prose(" ")
            .row(&["Control Number", "E-2"])
            .row(&["Control Activity", "Keys come back on the day on which a gardener leaves."])
            .row(&["Test Procedures", "Inspected the book of keys for 20 leavers."])
            .row(&["Test Results", "For 3 of 20 leavers, the key came back late."])
            .build();
        let (rows, _) = read(&pages);
        assert_eq!(ids(&rows), ["E-1", "E-2"], "each card is a row: {ruling:?}");
        assert_eq!(rows[0].control.text, "Keys are lent only to gardeners whom the steward knows.");
        assert_eq!(rows[0].control.outcome, TestOutcome::NoException);
        assert_eq!(rows[1].control.outcome, TestOutcome::Exception);
        assert_eq!(rows[1].control.tests, ["Inspected the book of keys for 20 leavers."]);
    }
}

#[test]
fn a_column_of_exceptions_is_one_of_results() {
    for head in ["Exceptions Noted", "Deviations Noted", "Exceptions Noted?", "Test Results / Exceptions Noted"] {
        let pages = Press::new(&FOUR, Ruling::Full)
            .heading("CC6.1 Who may enter")
            .head(&[
                "Control #",
                "Controls Specified by Customer Bank, Inc.",
                "Tests Performed by Technology Assurance LLP",
                head,
            ])
            .row(&["E-1", "Keys are lent to gardeners.", "Inspected the book of keys.", "None"])
            .row(&["E-2", "Badges are cut.", "Inspected 20 badges.", "Two of 20 badges had not been cut."])
            .row(&["E-3", "Doors are locked.", "Observed the doors.", "No exceptions noted"])
            .build();
        let (rows, _) = read(&pages);
        let outcomes: Vec<TestOutcome> = rows.iter().map(|r| r.control.outcome).collect();
        let expected = [TestOutcome::NoException, TestOutcome::Exception, TestOutcome::NoException];
        assert_eq!(outcomes, expected, "below {head}");
    }
}

#[test]
fn criteria_and_controls_may_share_a_column() {
    let pages = Press::new(&THREE, Ruling::Full)
        .head(&["Criteria and Related Controls", "Tests of Controls", "Results of Tests"])
        .band("CC6.1 Who may enter")
        .row(&["E-1 Keys are lent to gardeners.", "Inspected the book of keys.", CLEAN])
        .row(&["E-2 Badges are cut.", "Inspected 20 badges.", CLEAN])
        .build();
    let (rows, _) = read(&pages);
    assert_eq!(ids(&rows), ["E-1", "E-2"]);
    assert_eq!(rows[0].control.criteria, ["CC6.1"]);
}

#[test]
fn a_requirement_of_another_framework_ends_a_criterion() {
    for other in ["164.308(a)(5) Security awareness and training", "45 CFR §164.312(b) Audit controls"] {
        let pages = Press::new(&FOUR, Ruling::Full)
            .head(&["Control #", "Control activity", "Test performed", "Result of test"])
            .band("CC6.1 Who may enter")
            .row(&["E-1", "Keys are lent to gardeners.", "Inspected the book of keys.", CLEAN])
            .band(other)
            .row(&["E-2", "Gardeners are trained.", "Inspected 20 records.", CLEAN])
            .build();
        let (rows, _) = read(&pages);
        assert_eq!(rows[0].control.criteria, ["CC6.1"]);
        assert!(rows[1].control.criteria.is_empty(), "below {other}");
    }
}

#[test]
fn a_list_may_name_owners() {
    let pages = Press::new(&[50.0, 110.0, 170.0, 440.0, 560.0], Ruling::Full)
        .head(&["Criteria", "Control #", "Control Description", "Control Owner"])
        .row(&["CC5.1", "F-1", "The steward reads the list of risks each quarter.", "Steward"])
        .row(&["CC5.2", "F-2", "Each garden has a keeper.", "Keeper"])
        .build();
    assert_eq!(ids(&read(&pages).0), ["F-1", "F-2"]);
    let pages = Press::new(&[50.0, 110.0, 300.0, 560.0], Ruling::Full)
        .head(&["ID", "Location", "Description"])
        .row(&["H-1", "Leeds", "The first hall of the company stands by the river."])
        .row(&["H-2", "York", "The second hall of the company stands by the wall."])
        .build();
    assert!(read(&pages).0.is_empty(), "halls are no controls");
}
