//! Section 6, the policy check: rule by rule what is required, what was found and where, and what came of it.

use super::outline;
use super::words::{capitalised, count, date, refer};
use crate::input::{Design, FrozenDecision, FrozenRule};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};

/// Says whether the section is printed: decisions recorded before rules were kept in words have none.
pub(super) fn is_printed(input: &FrozenDecision) -> bool {
    rules(input).next().is_some()
}

/// The rules that are kept in words.
pub(super) fn rules(input: &FrozenDecision) -> impl Iterator<Item = &FrozenRule> {
    input.verdict.iter().flat_map(|verdict| &verdict.rules).filter(|rule| rule.title.is_some())
}

/// Counts the rules that are met, and those that apply; `None` where the section is not printed.
pub(super) fn counted(input: &FrozenDecision) -> Option<(usize, usize)> {
    let applying = rules(input).filter(|rule| rule.outcome != "not_applicable");
    let met = rules(input).filter(|rule| rule.outcome == "pass").count();
    is_printed(input).then(|| (met, applying.count()))
}

/// Makes the section; empty where there is nothing to print.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    if !is_printed(input) {
        return Vec::new();
    }
    let (number, title, anchor) = outline::POLICY;
    let (applying, left): (Vec<&FrozenRule>, Vec<&FrozenRule>) =
        rules(input).partition(|rule| rule.outcome != "not_applicable");
    let version = input.policy.map_or_else(String::new, |policy| format!(", version {}", policy.version));
    let met = applying.iter().filter(|rule| rule.outcome == "pass").count();
    let table = Table {
        columns: vec![
            TableColumn::new("Result", 30.0),
            TableColumn::new("Rule, and what it asks for", 64.0),
            TableColumn::rest("What was found"),
        ],
        rows: applying.iter().map(|rule| row(input, rule)).collect(),
        name: format!("{number} {title}"),
        ..Table::default()
    };
    vec![
        Block::running_section(number, title, anchor),
        Block::lead(format!("The acceptance policy{version}: {met} of {} rules that apply are met.", applying.len())),
        Block::Table(table),
        Block::note(format!(
            "{} not apply to this vendor and {} left out.",
            capitalised(&count(left.len(), "rule does", "rules do")),
            if left.len() == 1 { "is" } else { "are" }
        )),
    ]
}

fn row(input: &FrozenDecision, rule: &FrozenRule) -> Row {
    let mut came = came(input.design, &rule.outcome);
    if let Some(until) = rule.accepted_until {
        came = came.and_break().and_second(format!("accepted until {}", date(until)));
    }
    for (at, condition) in input.decision.conditions.iter().enumerate() {
        if condition.rule.as_ref() == Some(&rule.code) {
            came = came.and_break().and_second(format!("condition C{}", at + 1));
        }
    }
    let mut asks = Text::bold(rule.title.as_deref().unwrap_or_default());
    if let Some(required) = &rule.required {
        asks = asks.and_break().and_second(required.as_str());
    }
    let found =
        rule.cited.iter().fold(Text::from(rule.found.as_str()), |said, cited| refer(said, &cited.label, &cited.pages));
    Row::new([Cell::from(came), Cell::from(asks), Cell::from(found)])
}

/// A result with its mark; what is not met stands in the signal colour from the second design on.
pub(super) fn came(design: Design, outcome: &str) -> Text {
    match result(outcome) {
        (Mark::CrossedSquare, word) if design == Design::Second => Text::new().and_mark(Mark::NotMet).and_signal(word),
        (mark, word) => Text::new().and_mark(mark).and(word),
    }
}

/// How a result is shown. What a later version of the program calls otherwise is printed as it is called.
fn result(outcome: &str) -> (Mark, &str) {
    match outcome {
        "pass" => (Mark::Tick, "met"),
        "warn" => (Mark::Triangle, "attention"),
        "fail" => (Mark::CrossedSquare, "not met"),
        "missing" => (Mark::DashedCircle, "not known"),
        other => (Mark::DashedCircle, other),
    }
}
