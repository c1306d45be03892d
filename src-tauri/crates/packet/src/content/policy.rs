//! Section 6, the policy check: rule by rule what is required, what was found and where, and what came of it.

use super::outline;
use super::words::{capitalised, count, date, headline, refer};
use crate::input::{Design, FrozenDecision, FrozenRule, FrozenServiceVerdict};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};
use countersign_domain::Outcome;

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
    let mut lead = format!("The acceptance policy{version}: {met} of {} rules that apply are met.", applying.len());
    if let Some(verdict) = verdict(input) {
        lead = format!("{lead} {verdict}");
    }
    let left = Block::note(format!(
        "{} not apply to this vendor and {} left out.",
        capitalised(&count(left.len(), "rule does", "rules do")),
        if left.len() == 1 { "is" } else { "are" }
    ));
    let mut blocks = vec![Block::running_section(number, title, anchor), Block::lead(lead)];
    blocks.extend(services(input));
    blocks.extend([Block::Table(table), left]);
    blocks
}

/// How many rules that decide are named for a service; the table of rules has all.
const DECIDING: usize = 3;

/// What the rules gave for each service, where papers tell services apart.
fn services(input: &FrozenDecision) -> Option<Block> {
    let services = &input.verdict.as_ref()?.services;
    let row = |service: &FrozenServiceVerdict| {
        let known = VERDICTS.iter().find(|(name, ..)| *name == service.verdict);
        let said = known.map_or_else(|| service.verdict.replace('_', " "), |(_, said, ..)| (*said).to_owned());
        let mut came = Text::bold(capitalised(&said));
        if !service.deciding.is_empty() {
            let named = service.deciding.iter().take(DECIDING).map(String::as_str).collect::<Vec<_>>().join("; ");
            let more = service.deciding.len().saturating_sub(DECIDING);
            let more = if more > 0 { format!("; and {more} more") } else { String::new() };
            came = came.and_break().and_second(format!("{named}{more}"));
        }
        let until = service.evidence_good_until.map_or_else(|| "not known".to_owned(), date);
        Row::new([
            Cell::from(format!("For {}", service.name)),
            Cell::from(service.report.clone().unwrap_or_else(|| "no report counts".to_owned())),
            Cell::from(came),
            Cell::from(until),
        ])
    };
    (!services.is_empty()).then(|| {
        Block::Table(Table {
            columns: vec![
                TableColumn::new("Service", 52.0),
                TableColumn::new("Report", 22.0),
                TableColumn::rest("Verdict, and the rules that decide it"),
                TableColumn::new("Evidence suffices until", 34.0),
            ],
            rows: services.iter().map(row).collect(),
            name: format!("{} {}, by service", outline::POLICY.0, outline::POLICY.1),
            note: Some("Where the services differ, the weakest verdict is that of the vendor.".into()),
            ..Table::default()
        })
    })
}

/// The verdicts of the policy by name, with what each says and what follows from what, and the decision that each proposes.
const VERDICTS: [(&str, &str, &str, Outcome); 5] = [
    ("accept", "accept", "nothing fails, and what needs attention has its note", Outcome::Approved),
    (
        "accept_with_conditions",
        "accept with conditions",
        "nothing fails, and what needs attention has or needs a condition or somebody who signs for it",
        Outcome::ApprovedWithConditions,
    ),
    ("more_evidence", "more evidence", "nothing fails, and something is not known", Outcome::MoreEvidence),
    ("escalate", "escalate", "something fails that only a named rank may accept", Outcome::Escalated),
    ("reject", "reject", "something fails that nobody may accept", Outcome::Rejected),
];

/// The verdict of the policy as a sentence, and whether the decision is another; `None` before the third design.
fn verdict(input: &FrozenDecision) -> Option<String> {
    let given = input.verdict.as_ref().filter(|_| input.design >= Design::Third)?;
    let known = VERDICTS.iter().find(|(name, ..)| *name == given.verdict);
    // What a later version of the program calls otherwise is printed as it is called.
    let said = known.map_or_else(
        || format!("The verdict that follows: {}.", given.verdict.replace('_', " ")),
        |(_, said, why, _)| format!("The verdict that follows: {said}, because {why}."),
    );
    let open = rules(input).filter(|rule| is_unanswered(input, rule)).count();
    let open = match open {
        0 => String::new(),
        _ => format!(" {} unanswered.", capitalised(&count(open, "rule is", "rules are"))),
    };
    let other = differs(input).map_or_else(String::new, |_| {
        let decided = headline(input.decision.outcome, input.decision.conditions.len()).to_lowercase();
        format!(" The decision is another: {decided}.")
    });
    Some(format!("{said}{open}{other}"))
}

/// What the policy's verdict is, where the decision is another; `None` where they agree, or nothing is known of it. To withdraw
/// is no word on what the policy says.
pub(super) fn differs(input: &FrozenDecision) -> Option<&'static str> {
    let given = input.verdict.as_ref().filter(|_| input.design >= Design::Third)?;
    let (_, said, _, proposed) = VERDICTS.iter().find(|(name, ..)| *name == given.verdict)?;
    let decided = input.decision.outcome;
    (*proposed != decided && decided != Outcome::Withdrawn).then_some(said)
}

/// Whether a rule that is not met has no condition, acceptance or note. The conditions of the decision itself were not there yet
/// when the rules were weighed.
fn is_unanswered(input: &FrozenDecision, rule: &FrozenRule) -> bool {
    let has_condition = input.decision.conditions.iter().any(|condition| condition.rule.as_ref() == Some(&rule.code));
    rule.answered.as_deref() == Some("open") && !has_condition
}

fn row(input: &FrozenDecision, rule: &FrozenRule) -> Row {
    let mut came = came(input.design, &rule.outcome);
    if input.design >= Design::Third {
        came = match rule.answered.as_deref() {
            _ if is_unanswered(input, rule) => came.and_break().and_second("unanswered"),
            Some("note") => came.and_break().and_second("answered by a note"),
            _ => came,
        };
    }
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
        (Mark::CrossedSquare, word) if design >= Design::Second => Text::new().and_mark(Mark::NotMet).and_signal(word),
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
