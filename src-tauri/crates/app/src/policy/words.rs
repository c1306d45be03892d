//! Settings in words: which are possible, what they are called, what a value says.

use countersign_contract::wire as w;
use countersign_domain::{Category, Kind, Opinion, Role};
use countersign_policy::{
    Rank,
    standard::{
        AcceptedOpinion, ChangedSetting, ContinuityDemand, CuecDemand, DataUse, FirmDemand, MainEvidence, Monitoring,
        NdaDemand, Setting, SubserviceDemand, Unit,
    },
    words,
};
use serde::Serialize;
use serde_json::Value;

/// The words that are possible, where the setting is a choice.
pub(super) fn choices(setting: &Setting) -> Vec<w::SettingChoice> {
    fn named<T: Copy + Serialize>(all: &[T], title: fn(T) -> &'static str) -> Vec<w::SettingChoice> {
        let choice = |one: &T| w::SettingChoice { value: crate::names::json_name(one), label: title(*one).to_owned() };
        all.iter().map(choice).collect()
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

/// What a setting is called, with the class, severity or use of which it is.
pub(super) fn label(path: &str, setting: &Setting) -> String {
    let of = setting.path.split('.').zip(path.split('.')).find(|(ours, _)| *ours == "*").map(|(_, given)| given);
    let Some(of) = of else { return setting.label.to_owned() };
    let of = DataUse::from_name(of).map_or_else(|| of.replace('_', " "), |of| of.title().to_lowercase());
    format!("{}: {of}", setting.label)
}

/// A value in words.
pub(super) fn value(setting: &Setting, value: &Value) -> String {
    match value {
        Value::Null => "no limit".to_owned(),
        Value::Bool(on) => if *on { "on" } else { "off" }.to_owned(),
        Value::Number(number) => counted(setting.unit, number.as_i64().unwrap_or_default()),
        Value::String(word) => {
            let known = choices(setting).into_iter().find(|choice| choice.value == *word);
            known.map_or_else(|| word.clone(), |choice| choice.label)
        }
        Value::Array(values) if values.is_empty() => "none".to_owned(),
        Value::Array(values) => words::list(&values.iter().map(|one| self::value(setting, one)).collect::<Vec<_>>()),
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
        before: value(changed.setting, &changed.before),
        after: value(changed.setting, &changed.after),
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
            let offered = choices(setting);
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
        assert_eq!(value(setting, &Value::from(12)), "12 months");
        assert_eq!(value(setting, &Value::Null), "no limit");
    }
}
