//! The 61 questions, and what is suggested for a good vendor, an unknown one, and special cases.

use super::*;
use crate::{
    Policy,
    fixture::{day, document, good, host, letter, today},
    rules::{ALL, CitedPage, RuleOutcome},
    snapshot::{Cited, Snapshot, SubserviceAssurance, SubserviceState},
};
use countersign_domain::{Kind, Opinion, Tier, register::AiUse};
use std::collections::BTreeSet;

fn suggested(snapshot: &Snapshot, id: &str) -> Suggestion {
    suggest(of_id(id).expect("a question"), snapshot, Policy::standard(), today())
}

#[test]
fn there_are_sixty_one_questions_and_each_can_be_answered() {
    assert_eq!(all().len(), 61);
    let ids: BTreeSet<&str> = all().iter().map(|question| question.id.as_str()).collect();
    assert_eq!(ids.len(), 61, "ids are unique");
    for question in all() {
        let id = &question.id;
        assert!(!question.question.is_empty() && !question.source.is_empty(), "{id} is whole");
        let choices = matches!(question.answer, AnswerKind::Choice | AnswerKind::Choices);
        assert_eq!(choices, !question.choices.is_empty(), "{id} has choices exactly where it is a choice");
        assert!(question.pass.is_some() || question.warn.is_some(), "{id} says what is good");
    }
    let steps: Vec<Step> = all().iter().map(|question| question.step).collect();
    assert!(steps.is_sorted(), "the questions stand in the order of the review");
    let named: BTreeSet<&str> = ALL.iter().flat_map(|rule| rule.questions).copied().collect();
    assert!(named.is_subset(&ids), "rules name questions that exist");
}

#[test]
fn of_a_good_vendor_most_answers_can_be_suggested_and_none_is_bad() {
    let snapshot = good();
    let all = Suggestions::new(&snapshot, Policy::standard(), today()).all();
    for suggestion in &all {
        let bad = matches!(suggestion.result, Some(RuleOutcome::Fail | RuleOutcome::Missing));
        assert!(!bad, "{}: {:?} {}", suggestion.question, suggestion.answer, suggestion.why);
        assert_eq!(
            suggestion.applies,
            suggestion.result != Some(RuleOutcome::NotApplicable),
            "{}",
            suggestion.question
        );
    }
    let answered = all.iter().filter(|suggestion| suggestion.answer.is_some()).count();
    assert!(answered >= 35, "{answered} of 61 have an answer");
}

#[test]
fn a_suggestion_names_its_pages() {
    let period = suggested(&good(), "C2");
    assert_eq!(period.answer.as_deref(), Some("1 January 2025 to 31 December 2025"));
    assert!(period.citations.contains(&CitedPage { document: document(1), page: 3 }));
    let signed = suggested(&good(), "A8");
    assert_eq!(signed.answer.as_deref(), Some("Marlowe & Finch LLP, Springfield, 5 February 2026"));
    assert_eq!(signed.citations.len(), 3);
}

#[test]
fn of_an_unknown_vendor_nothing_is_suggested_as_good() {
    let unknown = Snapshot { tier: Some(Tier::High), ..Snapshot::default() };
    for suggestion in Suggestions::new(&unknown, Policy::standard(), today()).all() {
        // That there is no condition yet, and that more evidence is needed, is known.
        if matches!(suggestion.question.as_str(), "Z1" | "Z2" | "Z4") {
            continue;
        }
        let good = suggestion.result == Some(RuleOutcome::Pass);
        assert!(!good && suggestion.answer.is_none(), "{}: {:?}", suggestion.question, suggestion.answer);
    }
    assert_eq!(suggested(&unknown, "Z1").answer.as_deref(), Some("More evidence"));
}

#[test]
fn questions_that_do_not_apply_say_why() {
    let reason = |snapshot: &Snapshot, id: &str| {
        let suggestion = suggested(snapshot, id);
        (!suggestion.applies).then_some(suggestion.why)
    };
    assert_eq!(reason(&good(), "E3").as_deref(), Some("The report has no exception"));
    assert_eq!(reason(&good(), "D2").as_deref(), Some("The opinion is not modified"));
    let mut unconfirmed = good();
    unconfirmed.evidence[0].exceptions.as_mut().expect("listed").confirmed = false;
    assert_eq!(reason(&unconfirmed, "E3"), None, "nobody has confirmed that there are none");
    let mut type1 = good();
    type1.evidence[0].kind = Kind::Soc2Type1;
    assert!(reason(&type1, "C3").is_some() && reason(&type1, "E1").is_some() && reason(&type1, "D1").is_none());
    let mut modified = good();
    modified.evidence[0].opinion = Some(Cited::on(4, Opinion::Qualified));
    assert_eq!(reason(&modified, "D2"), None);
}

#[test]
fn lists_answer_the_questions_about_them() {
    let mut snapshot = good();
    snapshot.profile.engagements[0].subprocessors = Some(vec![crate::fixture::name("Tide Mail")]);
    let compared = suggested(&snapshot, "G5");
    let expected = "not in the report: Tide Mail; only in the report: Harbor Compute";
    assert_eq!((compared.answer.as_deref(), compared.result), (Some(expected), Some(RuleOutcome::Warn)));
    assert_eq!(suggested(&good(), "G1").answer.as_deref(), Some("Harbor Compute (carve-out)"));
    assert_eq!(suggested(&good(), "F2").answer.as_deref(), Some("1 apply, 0 in part, 0 do not, 0 open"));
    assert_eq!(suggested(&good(), "D5").answer.as_deref(), Some("Both"));
    snapshot.profile.engagements[0].ai_on_our_data = Some(AiUse::Yes);
    snapshot.profile.contracts[0].ai_terms = Some(false);
    assert_eq!(suggested(&snapshot, "H5").result, Some(RuleOutcome::Fail), "AI without terms");
}

#[test]
fn assurance_on_parties_is_looked_up_of_each_and_the_weakest_decides() {
    let mut snapshot = good();
    let with = |name: &str, assurance: Option<SubserviceAssurance>| SubserviceState {
        name: name.to_owned(),
        has_our_data: Some(true),
        assurance,
        controls_listed: Some(true),
        controls_mapped: Some(false),
        ..host()
    };
    let mut answered = |second: Option<SubserviceAssurance>| {
        let first = with("Harbor Compute", Some(SubserviceAssurance::ReportHeld));
        snapshot.subservice = Some(vec![first, with("Tide Mail", second)]);
        let said = suggested(&snapshot, "G2");
        (said.answer, said.result, said.why)
    };
    let (answer, result, why) = answered(Some(SubserviceAssurance::ReportHeld));
    assert_eq!((answer.as_deref(), result), (Some("Report held"), Some(RuleOutcome::Pass)));
    assert_eq!(why, "Harbor Compute: current report held; Tide Mail: current report held");
    let (answer, result, _) = answered(Some(SubserviceAssurance::MonitoringSaid));
    assert_eq!((answer.as_deref(), result), (Some("Vendor monitors"), Some(RuleOutcome::Warn)));
    let (answer, result, _) = answered(Some(SubserviceAssurance::None));
    assert_eq!((answer.as_deref(), result), (Some("None"), Some(RuleOutcome::Fail)));
    let (answer, result, why) = answered(None);
    assert_eq!((answer, result), (None, Some(RuleOutcome::Missing)), "what nobody recorded is not suggested");
    assert!(why.ends_with("Tide Mail: nothing recorded"), "{why}");
    let listed = suggested(&snapshot, "G3");
    assert_eq!((listed.answer.as_deref(), listed.result), (Some("No"), Some(RuleOutcome::Warn)));
    assert_eq!(listed.why, "Listed, not mapped: Harbor Compute and Tide Mail");
}

#[test]
fn what_is_not_proved_is_said_for_this_vendor() {
    let mut snapshot = good();
    snapshot.subservice = Some(vec![host()]);
    snapshot.evidence.push(letter(20, "2026-01-01", "2026-01-31"));
    let said = not_proved(&snapshot, Policy::standard(), day("2026-02-15"));
    let of = |topic: Topic| said.iter().find(|said| said.topic == topic).expect("said");
    assert_eq!(of(Topic::Today).statement, "The report says nothing of the time after 31 December 2025");
    let bridged = of(Topic::Today).filled_by.as_deref();
    assert_eq!(bridged, Some("A statement of the vendor's management, not assurance, to 31 January 2026"));
    let categories = &of(Topic::Categories).statement;
    assert!(categories.contains("Processing Integrity and Privacy"), "{categories}");
    assert!(of(Topic::Subservice).statement.contains("Harbor Compute"));
    assert_eq!(of(Topic::Technical).filled_by.as_deref(), Some("Tested on 10 October 2025"));
    assert_eq!(of(Topic::Breach).filled_by, None, "nothing proves that there was none");
    snapshot.evidence.clear();
    assert!(not_proved(&snapshot, Policy::standard(), today()).is_empty(), "no report, no limits of it");
}
