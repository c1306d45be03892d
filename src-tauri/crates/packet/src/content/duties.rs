//! Section 12: which duties the contract holds, and what is to be done by when. In the first design only the conditions, where the
//! decision sheet has no room for them.

use super::words::{capitalised, count, date, duty, joined, shortened};
use super::{Cuts, outline};
use crate::input::{ClauseState, Design, FrozenClause, FrozenContract, FrozenDecision};
use crate::typeset::{Block, Cell, Mark, Row, Table, TableColumn, Text};
use chrono::NaiveDate;
use countersign_domain::{
    FindingStatus,
    cuec::{Applies, CuecProgress},
};

/// How many words of a duty are printed; its section has the rest.
const WORDS: usize = 30;

/// Says whether the section is printed.
pub(super) fn are_printed(input: &FrozenDecision, cuts: Cuts) -> bool {
    if input.design >= Design::Second {
        !input.contracts.is_empty() || !to_do(input).is_empty()
    } else {
        (cuts.conditions || cuts.names) && !input.decision.conditions.is_empty()
    }
}

/// Why it is left out where it is.
pub(super) fn left_out(input: &FrozenDecision) -> &'static str {
    if input.design >= Design::Second {
        "no contract is recorded and nothing is to be done"
    } else {
        "section 1 says all there is to do"
    }
}

/// Its title.
pub(super) fn title(input: &FrozenDecision) -> (&'static str, &'static str, &'static str) {
    if input.design >= Design::Second {
        (outline::DUTIES.0, "Contract and duties", outline::DUTIES.2)
    } else {
        outline::DUTIES
    }
}

/// Makes the section; empty where it is left out.
pub(super) fn blocks(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    if !are_printed(input, cuts) {
        return Vec::new();
    }
    let (number, title, anchor) = title(input);
    let mut blocks = vec![Block::running_section(number, title, anchor)];
    if input.design == Design::First {
        blocks.push(Block::lead("All conditions of section 1 in full."));
        blocks.push(Block::Table(conditions(input, format!("{number} {title}"))));
        return blocks;
    }
    blocks.push(Block::lead(lead(input)));
    for contract in &input.contracts {
        blocks.push(Block::heading(contract.title.as_str()));
        blocks.extend(known(contract).map(Block::body));
        blocks.push(Block::Table(clauses(contract, format!("{number} {title}, {}", contract.title))));
    }
    let due = to_do(input);
    if !due.is_empty() {
        blocks.push(Block::heading("To do, by date"));
        blocks.push(Block::Table(table(&due, format!("{number} {title}, to do"))));
    }
    blocks
}

fn lead(input: &FrozenDecision) -> String {
    if input.contracts.is_empty() {
        return "No contract with this vendor is recorded.".to_owned();
    }
    let of = |state| {
        let asked = |clause: &&FrozenClause| clause.asked && clause.state == state;
        input.contracts.iter().flat_map(|contract| &contract.clauses).filter(asked).count()
    };
    let mut parts = Vec::new();
    for (state, one, many) in [
        (ClauseState::Present, "is present", "are present"),
        (ClauseState::Weaker, "is weaker than usual", "are weaker than usual"),
        (ClauseState::Missing, "is missing", "are missing"),
        (ClauseState::NotKnown, "was not looked up", "were not looked up"),
    ] {
        let many = (of(state) > 0).then(|| count(of(state), one, many));
        parts.extend(many);
    }
    let contracts = count(input.contracts.len(), "contract is recorded", "contracts are recorded");
    if parts.is_empty() {
        return format!("{}.", capitalised(&contracts));
    }
    let parts = joined(&parts.iter().map(String::as_str).collect::<Vec<_>>());
    format!("{}. Of the clauses that the policy asks of this vendor {parts}.", capitalised(&contracts))
}

/// Term, notice and law, where anything of it is recorded.
fn known(contract: &FrozenContract) -> Option<String> {
    let term = contract.term.clone();
    let notice = contract.notice_by.map(|day| format!("notice can be given until {}", date(day)));
    let law = contract.law.as_ref().map(|law| format!("law of {law}"));
    let parts: Vec<String> = [term, notice, law].into_iter().flatten().collect();
    (!parts.is_empty()).then(|| format!("{}.", capitalised(&parts.join("; "))))
}

fn clauses(contract: &FrozenContract, name: String) -> Table {
    let row = |clause: &FrozenClause| {
        let state = match clause.state {
            ClauseState::Present => Text::new().and_mark(Mark::Tick).and("Present"),
            ClauseState::Weaker => Text::new().and_mark(Mark::Triangle).and("Weaker"),
            ClauseState::Missing if clause.asked => Text::new().and_mark(Mark::NotMet).and_signal("Missing"),
            ClauseState::Missing => Text::new().and_mark(Mark::Bar).and("Not agreed"),
            ClauseState::NotKnown => Text::new().and_mark(Mark::DashedCircle).and("Not looked up"),
        };
        Row::new([
            Cell::from(clause.what.as_str()),
            Cell::from(state),
            Cell::from(clause.term.as_deref().unwrap_or("–")),
            Cell::from(if clause.asked { "Yes" } else { "No" }),
        ])
    };
    Table {
        columns: vec![
            TableColumn::rest("Clause"),
            TableColumn::new("State", 36.0),
            TableColumn::new("Term", 48.0),
            TableColumn::new("Asked by the policy", 30.0),
        ],
        rows: contract.clauses.iter().map(row).collect(),
        name,
        ..Table::default()
    }
}

/// Something to be done by a day.
struct Due {
    by: NaiveDate,
    what: Text,
    owner: String,
    before_use: bool,
}

/// What is to be done, by its day: conditions, CUECs that are not in place, open findings, notice.
fn to_do(input: &FrozenDecision) -> Vec<Due> {
    let conditions = input.decision.conditions.iter().enumerate().map(|(at, condition)| Due {
        by: condition.due,
        what: Text::bold(format!("C{}  ", at + 1)).and(condition.what.as_str()),
        owner: condition.owner.clone(),
        before_use: condition.before_go_live,
    });
    let controls = input.cuecs.iter().flat_map(|cuecs| cuecs.controls.iter().enumerate());
    let controls = controls.filter_map(|(at, control)| {
        let ours = matches!(control.applies, Some(Applies::Yes | Applies::Partly));
        let open = !matches!(control.progress, Some(CuecProgress::Implemented | CuecProgress::Verified));
        let by = control.due.filter(|_| ours && open)?;
        let what = Text::bold(format!("CUEC {}  ", at + 1)).and(shortened(&control.text, WORDS));
        Some(Due { by, what, owner: control.owner.clone().unwrap_or_default(), before_use: false })
    });
    let findings = input.findings.iter().filter_map(|finding| {
        let by = finding.until.filter(|_| !finding.is_settled())?;
        let name = finding.label.as_deref().or(finding.control.as_deref()).unwrap_or("Finding");
        let ends = finding.status == FindingStatus::Accepted.title();
        let said = if ends { "its acceptance ends: treat it or accept it again" } else { "treat it" };
        let what = Text::bold(format!("{name}  ")).and(said);
        Some(Due { by, what, owner: finding.owner.clone().unwrap_or_default(), before_use: false })
    });
    let notice = input.contracts.iter().filter_map(|contract| {
        let what = Text::from(format!("{}: last day to give notice", contract.title));
        Some(Due { by: contract.notice_by?, what, owner: String::new(), before_use: false })
    });
    let mut due: Vec<Due> = conditions.chain(controls).chain(findings).chain(notice).collect();
    // A stable sort: what is due on one day stands in the order above.
    due.sort_by_key(|due| due.by);
    due
}

fn table(due: &[Due], name: String) -> Table {
    let row = |due: &Due| {
        let owner = if due.owner.is_empty() { "–" } else { due.owner.as_str() };
        Row::new([
            Cell::from(due.what.clone()),
            Cell::from(owner),
            Cell::from(Text::bold(date(due.by))),
            Cell::from(if due.before_use { "Yes" } else { "No" }),
        ])
    };
    Table {
        columns: vec![
            TableColumn::rest("Duty"),
            TableColumn::new("Owner", 40.0),
            TableColumn::new("By", 24.0),
            TableColumn::new("Before use", 22.0),
        ],
        rows: due.iter().map(row).collect(),
        name,
        ..Table::default()
    }
}

/// The table of the first design.
fn conditions(input: &FrozenDecision, name: String) -> Table {
    let row = |(index, condition): (usize, &crate::input::FrozenCondition)| {
        Row::new([
            Cell::from(Text::bold(format!("C{}", index + 1))),
            Cell::from(duty(condition)),
            Cell::from(condition.owner.as_str()),
            Cell::from(Text::bold(date(condition.due))),
        ])
    };
    Table {
        columns: vec![
            TableColumn::new("", 10.5),
            TableColumn::rest("Condition"),
            TableColumn::new("Owner", 40.0),
            TableColumn::new("By", 24.0),
        ],
        rows: input.decision.conditions.iter().enumerate().map(row).collect(),
        name,
        ..Table::default()
    }
}
