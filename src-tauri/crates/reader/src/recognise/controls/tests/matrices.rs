//! Whole matrices as auditors and typesetters set them, read from tables to entries. All wording is invented.

use countersign_domain::reading::{ReportedException, TestOutcome};

use crate::page::Page;
use crate::recognise::controls::{self, MatrixRow};
use crate::recognise::{Parts, exceptions};
use crate::table::testing::{Press, Ruling};
use crate::table::{self};
use crate::text::Text;

pub(crate) const FOUR: [f32; 5] = [50.0, 110.0, 270.0, 440.0, 560.0];
pub(crate) const THREE: [f32; 4] = [50.0, 230.0, 410.0, 560.0];
const ALL: [Ruling; 5] = [Ruling::Full, Ruling::Sliced, Ruling::Double, Ruling::Hairlines, Ruling::Gaps];

pub(crate) fn read(pages: &[Page]) -> (Vec<MatrixRow>, Vec<ReportedException>) {
    let text = Text::new(pages);
    let parts = Parts::new(&text);
    let tables = table::find(&text, 0..text.lines().len());
    let candidates = controls::candidates(&parts, &tables);
    let mut rows = controls::read(&parts, &candidates);
    controls::join_criteria(&tables, &mut rows);
    let exceptions = exceptions::read(&parts, &rows, &candidates);
    (rows, exceptions)
}

pub(crate) fn ids(rows: &[MatrixRow]) -> Vec<&str> {
    rows.iter().map(|r| r.control.id.as_deref().unwrap_or("none")).collect()
}

#[test]
fn a_head_that_ends_with_no_is_a_head() {
    for ruling in ALL {
        let pages = Press::new(&FOUR, ruling)
            .heading("CC6.1 - CC6.3 Who may enter")
            .head(&["Control No.", "Description of Control Activity", "Tests Performed", "Test Results"])
            .row(&[
                "LA-01",
                "Keys are lent only to gardeners whom the steward knows.",
                "Inspected the book of keys.",
                "No exceptions noted.",
            ])
            .row(&[
                "LA-02",
                "Keys come back on the day on which a gardener leaves.",
                "Inspected the book of keys for 20 leavers.",
                "For 3 of 20 leavers, the key came back late.",
            ])
            .row(&[
                "LA-03",
                "The spare key is sealed.",
                "Inspected the seal.",
                "Not tested. The seal could not be found.",
            ])
            .build();
        let (rows, exceptions) = read(&pages);
        assert_eq!(ids(&rows), ["LA-01", "LA-02", "LA-03"], "one entry per row: {ruling:?}");
        assert_eq!(rows[0].control.criteria, ["CC6.1", "CC6.2", "CC6.3"], "the range is expanded: {ruling:?}");
        let outcomes: Vec<TestOutcome> = rows.iter().map(|r| r.control.outcome).collect();
        assert_eq!(
            outcomes,
            [TestOutcome::NoException, TestOutcome::Exception, TestOutcome::NotTested],
            "in one word: {ruling:?}"
        );
        assert_eq!(exceptions.len(), 1, "one deviates: {ruling:?}");
        let sample = exceptions[0].sample.map(|s| (s.deviating, s.tested));
        assert_eq!(sample, Some((3, 20)), "how many of how many: {ruling:?}");
    }
}

#[test]
fn objectives_stand_over_the_rows_and_management_answers_in_the_cell() {
    let pages = Press::new(&THREE, Ruling::Full)
        .head(&["Control Activities Specified by Fern AG", "Tests Performed by the Service Auditor", "Results of Tests"])
        .band("Control Objective 1: Joiners - Controls provide reasonable assurance that joiners are entered completely.")
        .row(&["1.1 Forms are checked by a second clerk.", "Inspected 30 forms.", "No deviations noted."])
        .row(&["1.2 Lists are agreed with the client every month.", "Inspected the agreements of four months.", "Deviation noted. For one of the four months selected, the agreement was late. Management's response: Clients are now reminded by the third day."])
        .band("Control Objective 2: Runs - Controls provide reasonable assurance that runs are calculated correctly.")
        .row(&["2.1 New rates are tried before use.", "Enquired about new rates.", "There were no changes of rates during the period."])
        .build();
    let (rows, exceptions) = read(&pages);
    assert_eq!(ids(&rows), ["1.1", "1.2", "2.1"], "the number begins the text");
    assert_eq!(rows[0].control.text, "Forms are checked by a second clerk.", "and is no part of it");
    assert_eq!(rows[1].control.criteria, ["Control Objective 1"]);
    assert_eq!(rows[2].control.criteria, ["Control Objective 2"]);
    assert_eq!(rows[2].control.outcome, TestOutcome::DidNotOccur);
    assert_eq!(exceptions.len(), 1, "one deviation");
    assert!(exceptions[0].result.ends_with("the agreement was late."), "the auditor's words: {}", exceptions[0].result);
    let said = exceptions[0].management_response.as_ref().map(|r| r.value.as_str());
    assert_eq!(said, Some("Clients are now reminded by the third day."), "and management's");
}

#[test]
fn several_tests_of_one_control_are_one_entry() {
    let pages = Press::new(&FOUR, Ruling::Full)
        .heading("CC7.2 Watching")
        .head(&["Ref", "Control", "Test of Controls", "Result"])
        .row(&["W-1", "The gate is watched by night.", "Inspected the roster.", "No exceptions noted."])
        .row(&["^", "^", "Observed the watch.", "Exception noted. The watch was asleep."])
        .row(&["W-2", "The wall is walked by day.", "Observed the walk.", "No exceptions noted."])
        .build();
    let (rows, _) = read(&pages);
    assert_eq!(ids(&rows), ["W-1", "W-2"]);
    assert_eq!(rows[0].control.tests, ["Inspected the roster.", "Observed the watch."], "each test of its own");
    assert_eq!(rows[0].control.results.len(), 2, "with a result each");
    assert_eq!(rows[0].control.outcome, TestOutcome::Exception, "the gravest counts");
}

#[test]
fn what_the_subservice_organization_meets_is_no_control() {
    let pages = Press::new(&[50.0, 110.0, 170.0, 300.0, 440.0, 560.0], Ruling::Full)
        .head(&["Criteria", "Control ID", "Control", "Test Procedure", "Result"])
        .row(&["CC6.1", "P-1", "Drawers are locked.", "Observed the drawers.", "No exceptions noted."])
        .row(&[
            "CC6.4",
            "",
            "This criterion is the responsibility of the subservice organization.",
            "Not applicable.",
            "Not applicable.",
        ])
        .row(&["CC6.5, CC6.6", "P-1", "Drawers are locked.", "Observed the drawers.", "No exceptions noted."])
        .build();
    let (rows, _) = read(&pages);
    assert_eq!(ids(&rows), ["P-1", "P-1"], "the control counts under each criterion");
    assert_eq!(rows[1].control.criteria, ["CC6.5", "CC6.6"]);
}

#[test]
fn kinds_of_tests_are_no_controls() {
    let pages = Press::new(&[50.0, 150.0, 560.0], Ruling::Full)
        .head(&["Test Approach", "Description"])
        .row(&["Inquiry", "Inquired of gardeners who know how the control is performed."])
        .row(&["Observation", "Observed the gardeners while they performed the control."])
        .row(&["Inspection", "Inspected the books that the control leaves behind."])
        .build();
    assert!(read(&pages).0.is_empty(), "a table that explains what tests are");
}

#[test]
fn a_list_without_tests_states_no_outcome() {
    let pages = Press::new(&[50.0, 130.0, 210.0, 560.0], Ruling::Full)
        .head(&["Criteria", "Control #", "Control Description"])
        .row(&["CC5.1", "F-1", "The steward reads the list of risks each quarter."])
        .row(&["^", "F-2", "Each garden has a keeper."])
        .row(&["CC5.2", "F-3", "The steward approves what is planted."])
        .build();
    let (rows, exceptions) = read(&pages);
    assert_eq!(ids(&rows), ["F-1", "F-2", "F-3"]);
    assert_eq!(rows[1].control.criteria, ["CC5.1"], "the merged cell counts for both");
    assert!(rows.iter().all(|r| r.control.outcome == TestOutcome::NotStated), "nothing was tested");
    assert!(exceptions.is_empty(), "and nothing deviates");
}

#[test]
fn a_table_of_responses_answers_the_rows_of_the_matrix() {
    let pages = Press::new(&FOUR, Ruling::Full)
        .heading("CC6.2 Leavers")
        .head(&["Control #", "Control", "Test", "Result"])
        .row(&[
            "L-1",
            "Keys are returned.",
            "Inspected 20 receipts.",
            "Exceptions noted. For 3 of 20 leavers, no receipt was kept.",
        ])
        .row(&["L-2", "Badges are cut.", "Inspected 20 badges.", "Exception noted."])
        .columns(&[50.0, 130.0, 330.0, 560.0], Ruling::Full)
        .page()
        .head(&["Control #", "Exception", "Management's Response"])
        .row(&["L-1", "For 3 of 20 leavers, no receipt was kept.", "Receipts are now kept by the porter."])
        .row(&[
            "L-2",
            "One badge of the twenty had been cut but was still in the drawer of the porter in May.",
            "The drawer is emptied daily.",
        ])
        .build();
    let (_, exceptions) = read(&pages);
    assert_eq!(exceptions.len(), 2, "each told twice: {exceptions:?}");
    let said: Vec<_> = exceptions
        .iter()
        .map(|e| e.management_response.as_ref().map(|r| r.value.as_str()).unwrap_or_default())
        .collect();
    assert_eq!(said, ["Receipts are now kept by the porter.", "The drawer is emptied daily."]);
    assert!(exceptions.iter().all(|e| e.citations.len() == 2), "both places are cited");
    assert!(exceptions[1].result.starts_with("One badge"), "the place that tells more: {}", exceptions[1].result);
}

#[test]
fn labelled_paragraphs_are_a_matrix() {
    let pages = crate::text::sheet::document(
        "# Section IV: Tests of Controls\n## CC7.1 Finding\nControl 7.1.1: Walls are looked over weekly.\nTest: Inspected the reports of 10 weeks.\nResult: No exceptions noted.\nControl 7.1.2: Holes are filled in thirty days.\nTest: Inspected 12 holes.\nResult: Exception noted. Two of twelve holes were filled late.\nManagement's Response: A second mason was hired.",
    );
    let (rows, exceptions) = read(&pages);
    assert_eq!(ids(&rows), ["7.1.1", "7.1.2"]);
    assert_eq!(rows[1].control.criteria, ["CC7.1"]);
    let said = exceptions[0].management_response.as_ref().map(|r| r.value.as_str());
    assert_eq!(said, Some("A second mason was hired."));
}

const HEAD: [&str; 4] = ["Control #", "Control", "Test of Controls", "Result"];
pub(crate) const CLEAN: &str = "No exceptions noted.";

fn criteria(rows: &[MatrixRow]) -> Vec<String> {
    rows.iter().map(|r| r.control.criteria.join(" ")).collect()
}

#[test]
fn a_criterion_right_below_the_head_is_that_of_the_first_row() {
    for ruling in ALL {
        let pages = Press::new(&FOUR, ruling)
            .heading("Entry")
            .head(&HEAD)
            .band("CC6.1 Who may enter")
            .row(&["E-1", "Keys are lent only to gardeners whom the steward knows.", "Inspected the book.", CLEAN])
            .band("CC6.2 Who leaves")
            .row(&["E-2", "Keys come back on the day on which a gardener leaves.", "Inspected the book.", CLEAN])
            .build();
        assert_eq!(criteria(&read(&pages).0), ["CC6.1", "CC6.2"], "each its own: {ruling:?}");
    }
}

#[test]
fn a_criterion_at_the_end_of_a_page_is_that_of_the_rows_of_the_next() {
    for ruling in [Ruling::Full, Ruling::Hairlines, Ruling::Gaps] {
        let pages = Press::new(&FOUR, ruling)
            .heading("Entry")
            .head(&HEAD)
            .band("CC6.1 Who may enter")
            .row(&["E-1", "Keys are lent only to gardeners whom the steward knows.", "Inspected the book.", CLEAN])
            .row(&["E-2", "Spare keys are sealed and lie in the safe of the steward.", "Observed the safe.", CLEAN])
            .band("CC6.2 Who leaves")
            .page()
            .head(&HEAD)
            .row(&["E-1", "Keys are lent only to gardeners whom the steward knows.", "Inspected the book.", CLEAN])
            .row(&["E-3", "Keys come back on the day on which a gardener leaves.", "Inspected the book.", CLEAN])
            .build();
        let (rows, _) = read(&pages);
        assert_eq!(ids(&rows), ["E-1", "E-2", "E-1", "E-3"], "a control may come again: {ruling:?}");
        assert_eq!(criteria(&rows), ["CC6.1", "CC6.1", "CC6.2", "CC6.2"], "under the next criterion: {ruling:?}");
    }
}

#[test]
fn a_heading_above_the_repeated_head_is_the_criterion_of_what_follows() {
    for ruling in [Ruling::Full, Ruling::Hairlines, Ruling::Gaps] {
        let pages = Press::new(&FOUR, ruling)
            .heading("CC6.1 Who may enter")
            .head(&HEAD)
            .row(&["E-1", "Keys are lent only to gardeners whom the steward knows.", "Inspected the book.", CLEAN])
            .row(&["E-2", "Spare keys are sealed and lie in the safe of the steward.", "Observed the safe.", CLEAN])
            .page()
            .heading("CC6.2 Who leaves")
            .head(&HEAD)
            .row(&["E-1", "Keys are lent only to gardeners whom the steward knows.", "Inspected the book.", CLEAN])
            .build();
        let (rows, _) = read(&pages);
        assert_eq!(ids(&rows), ["E-1", "E-2", "E-1"], "the first control is no head: {ruling:?}");
        assert_eq!(criteria(&rows), ["CC6.1", "CC6.1", "CC6.2"], "of each page: {ruling:?}");
    }
}

#[test]
fn what_came_of_a_test_may_stand_below_it() {
    let pages = Press::new(&[50.0, 110.0, 300.0, 560.0], Ruling::Full)
        .heading("CC6.1 Who may enter")
        .head(&["Control #", "Control", "Tests of Controls and Results"])
        .row(&["E-1", "Keys are lent to gardeners.", "Inspected the book of keys.\nNo exceptions noted."])
        .row(&["E-2", "Badges are cut.", "Inspected 20 badges.\nTwo of 20 badges had not been cut."])
        .row(&["E-3", "Doors are locked.", "Observed the doors.\nWe noted that 1 of 12 doors was not locked."])
        .row(&["E-4", "Alarms are answered.", "Inspected the log.\nNo alarms occurred during the period."])
        .build();
    let (rows, _) = read(&pages);
    let outcomes: Vec<TestOutcome> = rows.iter().map(|r| r.control.outcome).collect();
    let expected = [TestOutcome::NoException, TestOutcome::Exception, TestOutcome::Exception, TestOutcome::DidNotOccur];
    assert_eq!(outcomes, expected, "of each row");
    assert_eq!(rows[1].control.tests, ["Inspected 20 badges."], "the test alone");
}

#[test]
fn what_management_answers_in_the_cell_is_no_result() {
    let pages = Press::new(&FOUR, Ruling::Full)
        .heading("CC6.2 Leavers")
        .head(&HEAD)
        .row(&[
            "L-1",
            "Badges are cut.",
            "Inspected 20 badges.",
            "For 2 of 20 leavers, the badge was cut late.\nManagement’s Response: The drawer is emptied daily.",
        ])
        .row(&["L-2", "Keys are returned.", "Inspected 20 receipts.", CLEAN])
        .build();
    let (rows, exceptions) = read(&pages);
    assert_eq!(rows[0].control.results, ["For 2 of 20 leavers, the badge was cut late."], "the auditor's words");
    let said = exceptions[0].management_response.as_ref().map(|r| r.value.as_str());
    assert_eq!(said, Some("The drawer is emptied daily."), "and management's");
}
