//! The defaults are those of `practice.md` §4, and nothing absurd is a policy.

use super::{setting::ALL, *};
use crate::alternative::{AcceptAs, SubstituteKind};
use serde_json::json;

fn standard() -> &'static Policy {
    Policy::standard()
}

/// The figures of the table in §4.3, row by row: critical, high, medium, low.
#[test]
fn the_defaults_are_those_of_the_table() {
    let rows: [(&str, [Value; 4]); 12] = [
        ("min_observation_months", [json!(6), json!(6), json!(3), json!(null)]),
        ("preferred_observation_months", [json!(12), json!(12), json!(6), json!(null)]),
        ("max_age_months", [json!(12), json!(12), json!(15), json!(24)]),
        ("age_grace_months", [json!(3), json!(3), json!(3), json!(0)]),
        ("hard_stop_age_months", [json!(15), json!(15), json!(18), json!(null)]),
        ("bridge_wanted_after_months", [json!(3), json!(6), json!(12), json!(null)]),
        ("max_uncovered_gap_months", [json!(6), json!(12), json!(15), json!(24)]),
        ("max_open.high", [json!(0), json!(1), json!(2), json!(null)]),
        ("max_open.low", [json!(5), json!(8), json!(null), json!(null)]),
        ("pentest_max_age_months", [json!(12), json!(12), json!(24), json!(null)]),
        ("review_months", [json!(12), json!(12), json!(24), json!(36)]),
        ("second_reader", [json!(true), json!(true), json!(false), json!(false)]),
    ];
    for (field, values) in rows {
        for (tier, value) in Tier::ALL.into_iter().zip(values) {
            let path = format!("tiers.{}.{field}", tier.as_str());
            assert_eq!(standard().value(&path), Some(value), "{path}");
        }
    }
}

#[test]
fn every_setting_can_be_explained_and_no_explanation_is_left_over() {
    let leaves = diff::leaves(standard());
    for (path, value) in &leaves {
        let fitting = ALL.iter().filter(|setting| setting::of_path(path) == Some(setting)).count();
        assert_eq!(fitting, 1, "{path} = {value} has one description");
        let setting = setting::of_path(path).expect("counted above");
        let numeric = value.is_number() || value.as_array().is_some_and(|list| list.iter().any(Value::is_number));
        assert_eq!(setting.range.is_some(), numeric || (value.is_null() && setting.range.is_some()), "{path}");
    }
    for setting in ALL {
        assert!(leaves.iter().any(|(path, _)| setting::of_path(path) == Some(setting)), "{} is used", setting.path);
        assert!(!setting.source.is_empty() && !setting.label.is_empty(), "{} can be explained", setting.path);
    }
}

#[test]
fn a_policy_survives_being_written_down() {
    assert_eq!(Policy::from_json(&standard().to_json()).as_ref(), Ok(standard()));
    let value = serde_json::to_value(standard()).expect("plain data");
    assert_eq!(serde_json::from_value::<Policy>(value).expect("reads back"), *standard());
}

#[test]
fn what_is_unknown_or_absurd_is_refused_by_name() {
    let refused = |path: &str, value: Value| {
        let changed = standard().with(&[(path, value)]);
        changed.expect_err("refused").to_string()
    };
    let cases = [
        ("tiers.critical.max_age_months", json!(1200), "from 1 to 60 is possible: 1200"),
        ("tiers.critical.hard_stop_age_months", json!(6), "less than the age that is accepted"),
        ("tiers.critical.opinions_with_risk_acceptance", json!(["adverse"]), "never accepted"),
        ("tiers.high.accepted_evidence", json!(["soc2_type1_with_plan"]), "Type 1 alone is never enough"),
        ("tiers.high.approvers", json!([]), "somebody must approve"),
        ("tiers.high.approvers", json!(["executive", "executive"]), "named twice"),
        ("tiers.low.review_months", json!("soon"), "invalid type"),
        ("tiers.low.review_months", json!(-1), "invalid value"),
        ("bridge_letter.months_ok", json!(9), "more than a letter can add"),
        ("categories.by_use.any.categories", json!([]), "security is always required"),
        ("dates.reminders_days_before_age_limit", json!([0, 30, 60, 90]), "ever closer"),
        ("tiering.critical_from", json!(9), "above the one below"),
        ("acceptance.max_days.critical", json!(400), "not accepted for longer"),
        ("acceptance.rank.critical", json!("team_member"), "not accepted by a lower rank"),
        ("alternative.substitutes.pentest.accept_as.low", json!("main"), "cannot be made of it: Main evidence"),
        ("alternative.substitutes.soc2_type1.accept_as.high", json!("main"), "cannot be made of it: Main evidence"),
        ("alternative.substitutes.older_soc2.accept_as.medium", json!("main"), "cannot be made of it: Main evidence"),
        ("alternative.substitutes.pentest.checks", json!(["sampled"]), "cannot be told of it: Answers sampled"),
        ("alternative.critical_lowest_score", json!("none"), "accepted by nobody"),
        ("alternative.high_lowest_score", json!("tested"), "less than what high vendors must reach"),
        ("tiers.critical.no_such", json!(1), "there is no such setting"),
        ("tiers.critical", json!({}), "there is no such setting"),
    ];
    for (path, value, part) in cases {
        let said = refused(path, value);
        let named = if path == "alternative.high_lowest_score" { "alternative.critical_lowest_score" } else { path };
        assert!(said.contains(part) && said.contains(named), "{path}: {said}");
    }
    let text = standard().to_json();
    let unknown = text.replacen("\"chainable\"", "\"chained\"", 1);
    assert!(Policy::from_json(&unknown).expect_err("unknown").to_string().contains("chained"));
    let other = text.replacen(FORMAT, "countersign-policy/2", 1);
    assert!(Policy::from_json(&other).expect_err("newer").to_string().contains("countersign-policy/2"));
    assert!(matches!(Policy::from_json("{"), Err(InvalidPolicy::Unreadable(_))));
}

#[test]
fn a_change_is_the_next_version_and_names_what_changed() {
    let changes = [("tiers.critical.max_age_months", json!(10)), ("firm.accept_other_jurisdiction", json!(false))];
    let changed = standard().with(&changes).expect("a policy");
    assert_eq!(changed.version(), standard().version() + 1);
    let said = diff(standard(), &changed);
    let paths: Vec<_> = said.iter().map(|change| (change.path.as_str(), &change.before, &change.after)).collect();
    let expected = [
        ("firm.accept_other_jurisdiction", &json!(true), &json!(false)),
        ("tiers.critical.max_age_months", &json!(12), &json!(10)),
    ];
    assert_eq!(paths, expected);
    assert_eq!(said[1].setting.unit, Unit::Months);
    assert!(diff(standard(), standard()).is_empty());
}

#[test]
fn a_policy_saved_before_a_setting_existed_has_the_value_that_held_then() {
    let mut old: Value = serde_json::from_str(&standard().to_json()).expect("plain data");
    let settings = old["settings"].as_object_mut().expect("settings");
    settings.remove("continuity");
    settings["tiering"].as_object_mut().expect("a group").remove("lifts");
    settings["acceptance"].as_object_mut().expect("a group").remove("two_people");
    let path = settings["alternative"].as_object_mut().expect("a group");
    path.retain(|name, _| ["critical_shown_first", "medium_average_tenths", "max_months"].contains(&name.as_str()));
    assert_eq!(path.len(), 3, "what a policy of before says of the path");
    let read = Policy::from_json(&old.to_string()).expect("a policy of before");
    assert_eq!(read.settings(), standard().settings());
}

#[test]
fn what_is_fixed_says_why_and_where_it_comes_from() {
    for fixed in FIXED {
        assert!(fixed.why.len() > 20 && fixed.source.contains('\u{a7}'), "{}: {}", fixed.what, fixed.source);
    }
}

/// The table of §8.2, kind by kind: critical, high, medium, low.
#[test]
fn substitutes_go_as_far_as_the_table_says() {
    let rows: [(&str, [&str; 4]); 12] = [
        ("iso27001", ["main_supplemented", "main", "main", "main"]),
        ("soc2_type1", ["supplement", "supplement", "main", "main"]),
        ("older_soc2", ["within_grace"; 4]),
        ("plan_letter", ["plan_only"; 4]),
        ("soc3", ["ask_for_report", "ask_for_report", "ask_for_report", "main"]),
        ("soc1", ["financial_reporting"; 4]),
        ("other_scheme", ["supplement", "supplement", "main", "main"]),
        ("pci_aoc", ["card_data"; 4]),
        ("pentest", ["supplement"; 4]),
        ("questionnaire", ["supplement", "supplement", "main", "main"]),
        ("live_evidence", ["supplement"; 4]),
        ("own_assessment", ["supplement"; 4]),
    ];
    assert_eq!(
        rows.map(|(kind, _)| kind).to_vec(),
        SubstituteKind::ALL.iter().map(|kind| kind.as_str()).collect::<Vec<_>>()
    );
    for (kind, reaches) in rows {
        for (tier, reach) in Tier::ALL.into_iter().zip(reaches) {
            let path = format!("alternative.substitutes.{kind}.accept_as.{}", tier.as_str());
            assert_eq!(standard().value(&path), Some(json!(reach)), "{path}");
            assert_eq!(reach::of_path(&path), Some((SubstituteKind::from_name(kind).expect("a kind"), Some(tier))));
        }
    }
}

/// What a policy may make of a kind can be saved, and nothing else.
#[test]
fn every_way_that_is_offered_for_a_substitute_is_a_policy() {
    for kind in SubstituteKind::ALL {
        for tier in Tier::ALL {
            let path = format!("alternative.substitutes.{}.accept_as.{}", kind.as_str(), tier.as_str());
            for accept_as in AcceptAs::ALL {
                let saved = standard().with(&[(&path, json!(accept_as))]).is_ok();
                assert_eq!(saved, kind.can_be(tier).contains(accept_as), "{path}: {accept_as:?}");
            }
        }
    }
}
