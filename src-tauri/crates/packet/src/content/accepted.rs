//! Section 11, deviations from rules and acceptances of findings that hold (`practice.md` §4.5, §5.5; §7.1, page 11).

use super::outline;
use super::words::{capitalised, count, date, joined};
use crate::input::{AcceptedKind, FrozenAcceptance, FrozenDecision};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};

/// Says why the section is left out; `None` where it is printed.
pub(super) fn left_out(input: &FrozenDecision) -> Option<&'static str> {
    match (&input.register, input.accepted.is_empty()) {
        (None, _) => Some(outline::BEFORE),
        (Some(_), true) => Some("nothing was deviated from or accepted"),
        (Some(_), false) => None,
    }
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision) -> Vec<Block> {
    if left_out(input).is_some() {
        return Vec::new();
    }
    let (number, title, anchor) = outline::ACCEPTED;
    let of_kind = |kind| input.accepted.iter().filter(|one| one.kind == kind).count();
    let (deviations, findings) = (of_kind(AcceptedKind::Deviation), of_kind(AcceptedKind::Finding));
    let mut said = Vec::new();
    if deviations > 0 {
        said.push(count(deviations, "deviation from a rule", "deviations from rules"));
    }
    if findings > 0 {
        said.push(count(findings, "acceptance of a finding", "acceptances of findings"));
    }
    let said = joined(&said.iter().map(String::as_str).collect::<Vec<_>>());
    let table = Table {
        columns: vec![
            TableColumn::new("Rule or finding", 40.0),
            TableColumn::rest("Why, and what compensates"),
            TableColumn::new("Approver, rank", 38.0),
            TableColumn::new("Until", 23.0),
        ],
        rows: input.accepted.iter().map(row).collect(),
        name: format!("{number} {title}"),
        ..Table::default()
    };
    vec![
        Block::running_section(number, title, anchor),
        Block::lead(format!(
            "{}. Each ends by itself: after its last day the rule fails again, and the finding is open again.",
            capitalised(&said)
        )),
        Block::Table(table),
    ]
}

fn row(accepted: &FrozenAcceptance) -> Row {
    let (mark, kind) = match accepted.kind {
        AcceptedKind::Deviation => (Mark::Diamond, "deviation"),
        AcceptedKind::Finding => (Mark::Triangle, "acceptance"),
    };
    let of = Text::bold(accepted.of.as_str()).and_break().and_mark(mark).and(kind);
    let of = of.and_break().and_second(accepted.found.as_str());
    let part = |text: Text, head: &str, said: &str| text.and_break().and_bold(head).and(said);
    let mut why = Text::from(accepted.reason.as_str());
    why = part(why, "Compensates: ", &accepted.compensations);
    if let Some(plan) = &accepted.plan {
        why = part(why, "Plan: ", plan);
    }
    why = part(why, "Worst case: ", &accepted.worst_case);
    if let Some(residual) = accepted.residual {
        why = part(why, "Risk that stays: ", &residual.title().to_lowercase());
    }
    let approver = Text::from(accepted.approver.as_str())
        .and_break()
        .and_second(accepted.rank.as_str())
        .and_break()
        .and_second(format!("on {}", date(accepted.granted_on)))
        .and_break()
        .and_second(format!("asked for by {}", accepted.requester));
    Row::new([Cell::from(of), Cell::from(why), Cell::from(approver), Cell::from(Text::bold(date(accepted.until)))])
}
