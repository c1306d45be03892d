//! Settings in words: which are possible, what they are called, what a value says.

use countersign_contract::wire as w;
use countersign_domain::{Category, Kind, Opinion, Role};
use countersign_policy::{
    Rank,
    alternative::{AcceptAs, SubstituteCheck, SubstituteKind},
    snapshot::CoreScore,
    standard::{
        AcceptedOpinion, ChangedSetting, ContinuityDemand, CuecDemand, DataUse, FirmDemand, MainEvidence, Monitoring,
        NdaDemand, Setting, SubserviceDemand, Unit, reach,
    },
    words,
};
use serde::Serialize;
use serde_json::Value;

/// The words that are possible, where the setting is a choice.
pub(super) fn choices(path: &str, setting: &Setting) -> Vec<w::SettingChoice> {
    fn named<T: Copy + Serialize>(all: &[T], title: fn(T) -> &'static str) -> Vec<w::SettingChoice> {
        let choice = |one: &T| w::SettingChoice { value: crate::names::json_name(one), label: title(*one).to_owned() };
        all.iter().map(choice).collect()
    }
    if let Some((kind, tier)) = reach::of_path(path) {
        return match tier {
            Some(tier) => named(kind.can_be(tier), AcceptAs::title),
            None => named(kind.can_be_checked(), SubstituteCheck::title),
        };
    }
    match setting.path {
        "tiers.*.accepted_evidence" => named(MainEvidence::ALL, MainEvidence::title),
        "tiers.*.opinions" => named(AcceptedOpinion::ALL, AcceptedOpinion::title),
        "tiers.*.opinions_with_risk_acceptance" => {
            named(&[Opinion::Qualified, Opinion::Adverse, Opinion::Disclaimer], opinion)
        }
        "tiers.*.cuec" => named(CuecDemand::ALL, CuecDemand::title),
        "tiers.*.subservice" => named(SubserviceDemand::ALL, SubserviceDemand::title),
        "tiers.*.firm" => named(FirmDemand::ALL, FirmDemand::title),
        "tiers.*.nda" => named(NdaDemand::ALL, NdaDemand::title),
        "tiers.*.continuity" => named(ContinuityDemand::ALL, ContinuityDemand::title),
        "tiers.*.monitoring" => named(Monitoring::ALL, Monitoring::title),
        "tiers.*.approvers" => named(&Role::ALL, Role::title),
        "categories.by_use.*.categories" => named(&Category::ALL, Category::title),
        "categories.by_use.*.papers" | "categories.substitutes.*" => named(&Kind::ALL, Kind::title),
        // A control that is not there is accepted by nobody.
        "alternative.critical_lowest_score" | "alternative.high_lowest_score" => {
            named(&[CoreScore::Said, CoreScore::Shown, CoreScore::Tested], CoreScore::title)
        }
        "acceptance.rank.*" | "acceptance.deviation_rank.*" => named(Rank::ALL, Rank::title),
        _ => Vec::new(),
    }
}

const fn opinion(opinion: Opinion) -> &'static str {
    match opinion {
        Opinion::Unqualified => "Unqualified",
        Opinion::Qualified => "Qualified",
        Opinion::Adverse => "Adverse",
        Opinion::Disclaimer => "Disclaimer",
    }
}

/// What a setting is called, with all that it is of.
pub(super) fn label(path: &str, setting: &Setting) -> String {
    let of: Vec<String> = stars(path, setting)
        .map(|name| titled(name, setting).map_or_else(|| name.replace('_', " "), words::lower_first))
        .collect();
    if of.is_empty() { setting.label.to_owned() } else { format!("{}: {}", setting.label, of.join(", ")) }
}

/// The substitute, use or category that a setting is of; `None` where it is of none.
pub(super) fn of(path: &str, setting: &Setting) -> Option<&'static str> {
    stars(path, setting).find_map(|name| titled(name, setting))
}

/// The place of that in its list; `None` where it is of none, or of a class or severity alone.
pub(super) fn place(path: &str, setting: &Setting) -> Option<usize> {
    let of = of(path, setting)?;
    let uses = DataUse::ALL.iter().map(|it| it.title());
    let categories = Category::ALL.into_iter().map(Category::title);
    let substitutes = SubstituteKind::ALL.iter().map(|it| it.title());
    uses.chain(categories).chain(substitutes).position(|title| title == of)
}

/// What stands in the places of the stars.
fn stars<'p>(path: &'p str, setting: &Setting) -> impl Iterator<Item = &'p str> {
    let places = setting.path.split('.').zip(path.split('.'));
    places.filter(|(ours, _)| *ours == "*").map(|(_, given)| given)
}

/// What people read of a substitute, a use or a category; `None` for classes and severities.
fn titled(name: &str, setting: &Setting) -> Option<&'static str> {
    if setting.path.starts_with("categories.by_use.") {
        DataUse::from_name(name).map(DataUse::title)
    } else if setting.path.starts_with("categories.substitutes.") {
        let named = |category: &Category| category.title().to_lowercase().replace(' ', "_") == name;
        Category::ALL.into_iter().find(named).map(Category::title)
    } else {
        SubstituteKind::from_name(name).map(SubstituteKind::title)
    }
}

/// A value in words.
pub(super) fn value(path: &str, setting: &Setting, value: &Value) -> String {
    match value {
        Value::Null => "no limit".to_owned(),
        Value::Bool(on) => if *on { "on" } else { "off" }.to_owned(),
        Value::Number(number) => counted(setting.unit, number.as_i64().unwrap_or_default()),
        Value::String(word) => {
            let known = choices(path, setting).into_iter().find(|choice| choice.value == *word);
            known.map_or_else(|| word.clone(), |choice| choice.label)
        }
        Value::Array(values) if values.is_empty() => "none".to_owned(),
        Value::Array(values) => {
            words::list(&values.iter().map(|one| self::value(path, setting, one)).collect::<Vec<_>>())
        }
        Value::Object(_) => value.to_string(),
    }
}

fn counted(unit: Unit, number: i64) -> String {
    match unit {
        Unit::Months => words::count(number, "month"),
        Unit::Days => words::count(number, "day"),
        Unit::Hours => words::count(number, "hour"),
        Unit::Points => words::count(number, "point"),
        Unit::Count | Unit::Score | Unit::Switch | Unit::Choice | Unit::Choices => number.to_string(),
    }
}

/// A setting with two values, in words.
pub(super) fn changed(changed: &ChangedSetting) -> w::ChangedSettingView {
    w::ChangedSettingView {
        path: changed.path.clone(),
        label: label(&changed.path, changed.setting),
        unit: unit(changed.setting.unit),
        before: value(&changed.path, changed.setting, &changed.before),
        after: value(&changed.path, changed.setting, &changed.after),
    }
}

/// The name on the wire.
pub(super) const fn unit(unit: Unit) -> w::UnitName {
    match unit {
        Unit::Months => w::UnitName::Months,
        Unit::Days => w::UnitName::Days,
        Unit::Hours => w::UnitName::Hours,
        Unit::Points => w::UnitName::Points,
        Unit::Count => w::UnitName::Count,
        Unit::Score => w::UnitName::Score,
        Unit::Switch => w::UnitName::Switch,
        Unit::Choice => w::UnitName::Choice,
        Unit::Choices => w::UnitName::Choices,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_policy::{Policy, standard};

    #[test]
    fn every_choice_of_the_standard_policy_is_offered_in_words() {
        for (path, value) in standard::leaves(Policy::standard()) {
            let setting = standard::setting::of_path(&path).expect("every setting is described");
            let words: Vec<&Value> = match &value {
                Value::Array(values) => values.iter().filter(|value| value.is_string()).collect(),
                Value::String(_) => vec![&value],
                _ => Vec::new(),
            };
            let offered = choices(&path, setting);
            for word in words {
                let known = offered.iter().any(|choice| Some(choice.value.as_str()) == word.as_str());
                assert!(known, "{path} offers {word}");
            }
            let choice = matches!(setting.unit, Unit::Choice | Unit::Choices);
            assert_eq!(choice, !offered.is_empty(), "{path}: a choice has words, and nothing else has");
        }
    }

    #[test]
    fn a_setting_is_called_with_what_it_is_of() {
        let path = "tiers.critical.max_age_months";
        let setting = standard::setting::of_path(path).expect("a setting");
        assert_eq!(label(path, setting), "Maximum age of a report: critical");
        assert_eq!(value(path, setting, &Value::from(12)), "12 months");
        assert_eq!(value(path, setting, &Value::Null), "no limit");
    }
    #[test]
    fn a_substitute_is_called_by_its_title_and_offers_what_can_be_made_of_it() {
        let path = "alternative.substitutes.pentest.accept_as.high";
        let setting = standard::setting::of_path(path).expect("a setting");
        assert_eq!(label(path, setting), "Accepted as: penetration test summary, high");
        assert_eq!(of(path, setting), Some("Penetration test summary"));
        let offered: Vec<_> = choices(path, setting).into_iter().map(|choice| choice.label).collect();
        assert_eq!(offered, ["Supplement", "Not accepted"]);
        let path = "categories.substitutes.processing_integrity";
        assert_eq!(of(path, standard::setting::of_path(path).expect("a setting")), Some("Processing Integrity"));
        let path = "tiers.critical.max_open.high";
        assert_eq!(of(path, standard::setting::of_path(path).expect("a setting")), None);
    }

    #[test]
    fn settings_of_several_things_stand_in_the_order_of_these() {
        let place = |of: &str| {
            let path = format!("alternative.substitutes.{of}.checks");
            place(&path, standard::setting::of_path(&path).expect("a setting"))
        };
        assert!(place("iso27001").is_some() && place("iso27001") < place("soc3"), "the table's order");
        assert!(place("soc3") < place("live_evidence"), "not that of the alphabet");
    }
}
