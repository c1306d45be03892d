use super::*;
use crate::{
    Basis, Category, Fact, Kind, Opinion, Reading,
    reading::{
        Control, FileFacts, ReportedException, SubserviceMethod, SubserviceOrganization, TestOutcome, TextLayer,
        UserEntityControl,
    },
};

fn place(page: u32) -> Citation {
    Citation { page, label: None, quote: "as printed".to_owned(), rects: Vec::new() }
}

fn reading(from: &str, to: &str) -> Reading {
    let document = FileFacts {
        sha256: crate::Sha256::of(from.as_bytes()),
        bytes: 1,
        pages: 90,
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
    let mut reading = Reading::new("r.pdf".to_owned(), document, Fact::stated(Kind::Soc2Type2, place(1)));
    reading.period_start = Some(Fact::stated(from.parse().expect("a day"), place(1)));
    reading.period_end = Some(Fact::stated(to.parse().expect("a day"), place(1)));
    reading
}

fn older() -> Reading {
    reading("2024-01-01", "2024-12-31")
}

fn newer() -> Reading {
    reading("2025-01-01", "2025-12-31")
}

fn control(id: &str, text: &str, outcome: TestOutcome, page: u32) -> Control {
    Control {
        id: (!id.is_empty()).then(|| id.to_owned()),
        criteria: vec!["CC6.1".to_owned()],
        text: text.to_owned(),
        tests: Vec::new(),
        results: Vec::new(),
        outcome,
        basis: Basis::Stated,
        citations: vec![place(page)],
    }
}

fn exception(id: &str, control: &str, result: &str) -> ReportedException {
    ReportedException {
        control_id: Some(id.to_owned()),
        criteria: Vec::new(),
        control: Some(control.to_owned()),
        result: result.to_owned(),
        sample: None,
        management_response: None,
        basis: Basis::Stated,
        citations: vec![place(40)],
    }
}

fn cuec(text: &str) -> UserEntityControl {
    UserEntityControl { text: text.to_owned(), criteria: Vec::new(), basis: Basis::Stated, citations: vec![place(30)] }
}

fn party(name: &str, method: Option<SubserviceMethod>) -> SubserviceOrganization {
    SubserviceOrganization {
        name: name.to_owned(),
        services: None,
        method,
        basis: Basis::Stated,
        citations: vec![place(20)],
    }
}

fn compared(before: &Reading, after: &Reading) -> Comparison {
    let facts = (EffectiveFacts::new(before, &[]), EffectiveFacts::new(after, &[]));
    let lists = (EffectiveLists::new(before, &[]), EffectiveLists::new(after, &[]));
    Comparison::new(Side { facts: &facts.0, lists: &lists.0 }, Side { facts: &facts.1, lists: &lists.1 })
}

fn changes(comparison: &Comparison, subject: Subject) -> Vec<Change> {
    comparison.of(subject).map(|one| one.change).collect()
}

const MFA: &str = "Administrators sign in with multi-factor authentication.";
const LEAVERS: &str = "Accounts of leavers are removed within one business day.";
const BACKUP: &str = "Databases are backed up daily and a restore is tested each quarter.";

#[test]
fn periods_follow_leave_a_gap_or_overlap() {
    assert_eq!(compared(&older(), &newer()).continuity, Continuity::Follows);
    let late = reading("2025-02-01", "2025-12-31");
    assert_eq!(compared(&older(), &late).continuity, Continuity::Gap { days: 31 }, "January is not covered");
    let early = reading("2024-12-01", "2025-11-30");
    assert_eq!(compared(&older(), &early).continuity, Continuity::Overlap { days: 31 });
    let point = reading("2024-06-30", "2024-06-30");
    assert_eq!(compared(&point, &newer()).continuity, Continuity::NotStated, "a day is no period");
    let mut silent = newer();
    (silent.period_start, silent.period_end) = (None, None);
    assert_eq!(compared(&older(), &silent).continuity, Continuity::NotStated);
}

#[test]
fn the_same_report_differs_in_nothing() {
    let mut report = older();
    report.opinion = Some(Fact::stated(Opinion::Unqualified, place(3)));
    report.auditor_firm = Some(Fact::stated("Merrow & Lisle LLP".to_owned(), place(3)));
    report.controls =
        vec![control("A-1", MFA, TestOutcome::NoException, 40), control("", LEAVERS, TestOutcome::Exception, 41)];
    report.exceptions = vec![exception("A-2", LEAVERS, "For 1 of 25 leavers the account was removed late.")];
    report.cuecs = vec![cuec("Accounts are reviewed yearly.")];
    report.subservice_organizations = vec![party("Halden Cloud", Some(SubserviceMethod::CarveOut))];
    let found = compared(&report, &report);
    let not_same: Vec<_> = found.differences.iter().filter(|one| one.change.differs()).collect();
    // Only that the exception is noted again is worth saying.
    assert_eq!(not_same.iter().map(|one| one.change).collect::<Vec<_>>(), [Change::Repeated]);
}

#[test]
fn facts_say_the_same_something_else_or_nothing() {
    let (mut before, mut after) = (older(), newer());
    before.opinion = Some(Fact::stated(Opinion::Unqualified, place(3)));
    after.opinion = Some(Fact::stated(Opinion::Qualified, place(4)));
    after.opinion_basis = Some(Fact::stated("Leavers were removed late.".to_owned(), place(4)));
    before.auditor_firm = Some(Fact::stated("Merrow & Lisle LLP".to_owned(), place(3)));
    after.auditor_firm = Some(Fact::stated("Merrow and Lisle, LLP".to_owned(), place(4)));
    before.system_name = Some(Fact::stated("Harbourlight Pay".to_owned(), place(1)));
    let found = compared(&before, &after);
    assert_eq!(changes(&found, Subject::Opinion), [Change::Changed, Change::New]);
    assert_eq!(changes(&found, Subject::Auditor), [Change::Same], "a comma is no other firm");
    let system = found.of(Subject::Scope).find(|one| one.name.as_deref() == Some("system_name")).expect("the system");
    assert_eq!(system.change, Change::NotStated, "that it is not read is no sign that it is gone");
    assert_eq!(system.before.as_ref().map(|said| said.citations[0].page), Some(1), "with its page");
}

#[test]
fn categories_come_and_go_one_by_one() {
    let (mut before, mut after) = (older(), newer());
    let stated = |all: &[Category]| Some(Fact::stated(all.to_vec(), place(2)));
    before.trust_services_categories = stated(&[Category::Security, Category::Availability]);
    after.trust_services_categories = stated(&[Category::Security, Category::Privacy]);
    let of = |found: &Comparison| -> Vec<(String, Change)> {
        let named = found.of(Subject::Scope).filter(|one| one.name.as_deref() == Some("trust_services_categories"));
        named.map(|one| (one.after.as_ref().or(one.before.as_ref()).expect("said").text.clone(), one.change)).collect()
    };
    let expected = [("Security", Change::Same), ("Availability", Change::Gone), ("Privacy", Change::New)];
    assert_eq!(of(&compared(&before, &after)), expected.map(|(name, change)| (name.to_owned(), change)));
    after.trust_services_categories = None;
    let unknown = of(&compared(&before, &after));
    assert!(unknown.iter().all(|(_, change)| *change == Change::NotStated), "{unknown:?}");
}

#[test]
fn controls_are_matched_by_number_and_words_or_by_words_alone() {
    let (mut before, mut after) = (older(), newer());
    before.controls = vec![
        control("AC-1", MFA, TestOutcome::NoException, 40),
        control("AC-2", LEAVERS, TestOutcome::NoException, 41),
        control("AC-3", BACKUP, TestOutcome::NoException, 42),
    ];
    after.controls = vec![
        control(
            "1.1",
            "Administrators sign in with multi-factor authentication and a hardware key.",
            TestOutcome::NoException,
            50,
        ),
        control("1.2", LEAVERS, TestOutcome::Exception, 51),
        // The number of another control of the year before.
        control("AC-3", "Visitors are signed in at the front desk.", TestOutcome::NoException, 52),
    ];
    let found = compared(&before, &after);
    let of: Vec<_> = found.of(Subject::Controls).map(|one| (one.name.as_deref(), one.change)).collect();
    let expected = [
        (Some("1.1"), Change::Reworded),
        (Some("1.2"), Change::Changed),
        (Some("AC-3"), Change::New),
        (Some("AC-3"), Change::Gone),
    ];
    assert_eq!(of, expected);
    let other = found.of(Subject::Controls).nth(1).expect("the second");
    let detail = |said: &Option<Statement>| said.as_ref().and_then(|said| said.detail.clone());
    assert_eq!(detail(&other.before).as_deref(), Some("no exception noted"));
    assert_eq!(detail(&other.after).as_deref(), Some("exception noted"));
}

#[test]
fn a_control_under_several_criteria_is_one_and_its_worst_row_counts() {
    let (mut before, mut after) = (older(), newer());
    before.controls = vec![control("A-1", MFA, TestOutcome::NoException, 40)];
    after.controls = vec![
        control("A-1", MFA, TestOutcome::NoException, 40),
        control("A-1", MFA, TestOutcome::Exception, 66),
        control("A-1", MFA, TestOutcome::NoException, 80),
    ];
    let found = compared(&before, &after);
    assert_eq!(changes(&found, Subject::Controls), [Change::Changed]);
    let places = found.of(Subject::Controls).next().and_then(|one| one.after.clone()).expect("said").citations;
    assert_eq!(places.iter().map(|place| place.page).collect::<Vec<_>>(), [66, 40, 80], "the exception's page first");
}

#[test]
fn an_exception_is_repeated_new_tested_clean_or_gone() {
    let (mut before, mut after) = (older(), newer());
    before.controls = vec![
        control("A-1", MFA, TestOutcome::Exception, 40),
        control("A-2", LEAVERS, TestOutcome::Exception, 41),
        control("A-3", BACKUP, TestOutcome::Exception, 42),
    ];
    before.exceptions = vec![
        exception("A-1", MFA, "2 of 8 administrators had no second factor."),
        exception("A-2", LEAVERS, "1 of 25 was late."),
        exception("A-3", BACKUP, "No restore was tested."),
    ];
    after.controls = vec![
        control("A-1", MFA, TestOutcome::NoException, 44),
        control("A-2", LEAVERS, TestOutcome::Exception, 45),
        control("A-9", "Visitors are signed in at the front desk.", TestOutcome::Exception, 46),
    ];
    after.exceptions = vec![
        exception("A-2", LEAVERS, "3 of 25 were late."),
        exception("A-9", "Visitors are signed in at the front desk.", "4 of 20 were not."),
    ];
    let found = compared(&before, &after);
    let of: Vec<_> = found.of(Subject::Exceptions).map(|one| (one.name.as_deref(), one.change)).collect();
    let expected = [
        (Some("A-2"), Change::Repeated),
        (Some("A-9"), Change::New),
        (Some("A-1"), Change::TestedClean),
        (Some("A-3"), Change::Gone),
    ];
    assert_eq!(of, expected);
    let clean = found.of(Subject::Exceptions).nth(2).and_then(|one| one.after.clone()).expect("the clean test");
    assert_eq!(clean.citations[0].page, 44, "with the page of the clean test");
    // Where no tests were read, nothing is said of what went well.
    (after.controls, after.exceptions) = (Vec::new(), Vec::new());
    assert_eq!(changes(&compared(&before, &after), Subject::Exceptions), [Change::NotStated; 3]);
}

#[test]
fn what_we_are_to_do_is_new_reworded_or_gone() {
    let (mut before, mut after) = (older(), newer());
    before.cuecs = vec![cuec(LEAVERS), cuec("Backups of exported data are kept by the user entity.")];
    after.cuecs =
        vec![cuec("Accounts of leavers are removed within two business days."), cuec("API keys are rotated.")];
    let found = compared(&before, &after);
    assert_eq!(changes(&found, Subject::Cuecs), [Change::Reworded, Change::New, Change::Gone]);
    after.cuecs.clear();
    let silent = compared(&before, &after);
    assert_eq!(changes(&silent, Subject::Cuecs), [Change::NotStated; 2], "a list that was not read is no empty list");
}

#[test]
fn a_carved_out_party_is_known_under_its_name_without_the_legal_form() {
    let (mut before, mut after) = (older(), newer());
    let (out, inside) = (Some(SubserviceMethod::CarveOut), Some(SubserviceMethod::Inclusive));
    before.subservice_organizations = vec![party("Halden Cloud, Inc. (Halden)", out), party("Ostara Mail", out)];
    after.subservice_organizations = vec![party("Halden Cloud", inside), party("Pell Telecom Ltd", out)];
    let found = compared(&before, &after);
    assert_eq!(changes(&found, Subject::Subservice), [Change::Changed, Change::New, Change::Gone]);
}

#[test]
fn the_older_one_is_the_one_that_ends_first() {
    let (first, second) = (older(), newer());
    let facts = (EffectiveFacts::new(&first, &[]), EffectiveFacts::new(&second, &[]));
    let lists = (EffectiveLists::new(&first, &[]), EffectiveLists::new(&second, &[]));
    let (first, second) = (Side { facts: &facts.0, lists: &lists.0 }, Side { facts: &facts.1, lists: &lists.1 });
    assert!(in_order(first, second));
    assert!(!in_order(second, first));
}

#[test]
fn an_exception_is_repeated_only_where_its_control_is_the_same_one() {
    let reviews = |of: &str| format!("Access to the {of} system is reviewed every quarter by its owner and signed.");
    let (ledger, payroll) = (reviews("ledger"), reviews("payroll"));
    let (mut before, mut after) = (older(), newer());
    before.controls = vec![
        control("AC-1", &ledger, TestOutcome::Exception, 40),
        control("AC-2", &payroll, TestOutcome::NoException, 41),
    ];
    before.exceptions = vec![exception("AC-1", &ledger, "The review of May was missed.")];
    after.controls = vec![
        control("AC-1", &ledger, TestOutcome::NoException, 40),
        control("AC-2", &payroll, TestOutcome::Exception, 41),
    ];
    after.exceptions = vec![exception("AC-2", &payroll, "The review of June was missed.")];
    let changes = changes(&compared(&before, &after), Subject::Exceptions);
    assert_eq!(
        changes,
        [Change::New, Change::TestedClean],
        "controls of nearly the same words are told apart by their numbers"
    );
}

#[test]
fn what_a_report_states_that_there_are_none_of_is_new_in_the_next_and_gone_from_it() {
    let (mut none, mut some) = (older(), newer());
    none.no_cuecs = Some(Fact::stated("No complementary user entity controls are assumed.".to_owned(), place(12)));
    some.cuecs = vec![cuec("Access is reviewed every quarter.")];
    assert_eq!(changes(&compared(&none, &some), Subject::Cuecs), [Change::New], "last year it stated none");
    let (mut before, mut after) = (older(), newer());
    before.cuecs = some.cuecs;
    after.no_cuecs = none.no_cuecs;
    assert_eq!(changes(&compared(&before, &after), Subject::Cuecs), [Change::Gone], "now it states none");
}

#[test]
fn that_a_report_states_no_subservice_organizations_is_an_answer_too() {
    let denied = || Some(Fact::stated("No subservice organizations are used.".to_owned(), place(12)));
    let (mut none, mut some) = (older(), newer());
    none.subservice_organizations.clear();
    none.csocs.clear();
    some.subservice_organizations = vec![party("Northfell Cloud", None)];
    assert_eq!(
        changes(&compared(&none, &some), Subject::Subservice),
        [Change::NotStated],
        "none was found, that is all"
    );
    none.no_subservice_organizations = denied();
    assert_eq!(changes(&compared(&none, &some), Subject::Subservice), [Change::New], "last year it stated none");
    let (mut before, mut after) = (older(), newer());
    before.subservice_organizations = some.subservice_organizations;
    after.subservice_organizations.clear();
    after.no_subservice_organizations = denied();
    assert_eq!(changes(&compared(&before, &after), Subject::Subservice), [Change::Gone], "now it states none");
}
