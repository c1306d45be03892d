//! The contents: which sections this packet holds, which it leaves out, and why.

use super::words::joined;
use super::{Cuts, accepted, answers, cuecs, duties, exceptions, facts, policy, subservice, summary, tiering};
use crate::input::{Design, FrozenDecision};
use crate::typeset::{Block, Cell, Look, Row, Style, Table, TableColumn, Text};

/// Titles of the sections with their anchors.
pub(super) const SHEET: (&str, &str, &str) = ("1", "Decision sheet", "section-1");
pub(super) const SUMMARY: (&str, &str, &str) = ("2", "Summary for a reader outside security", "section-2");
pub(super) const TIER: (&str, &str, &str) = ("3", "Tier", "section-3");
pub(super) const REGISTER: (&str, &str, &str) = ("4", "Evidence register", "section-4");
pub(super) const FACTS: (&str, &str, &str) = ("5", "Report facts", "section-5");
pub(super) const POLICY: (&str, &str, &str) = ("6", "Policy check", "section-6");
pub(super) const EXCEPTIONS: (&str, &str, &str) = ("7", "Exceptions", "section-7");
pub(super) const CUECS: (&str, &str, &str) = ("8", "Customer controls (CUECs)", "section-8");
pub(super) const SUBSERVICE: (&str, &str, &str) = ("9", "Subservice organizations", "section-9");
pub(super) const LIMITS: (&str, &str, &str) = ("10", "What is not proved", "section-10");
pub(super) const ACCEPTED: (&str, &str, &str) = ("11", "Deviations and acceptances", "section-11");
pub(super) const DUTIES: (&str, &str, &str) = ("12", "Conditions", "section-12");
pub(super) const ANSWERS: (&str, &str, &str) = ("13", "Question sheet", "section-13");
pub(super) const HISTORY: (&str, &str, &str) = ("14", "History", "section-14");

/// Why a section is left out of a decision of years ago.
pub(super) const BEFORE: &str = "this decision was recorded before what it says was kept with it";

/// A section, and why it is left out where it is.
struct Entry {
    title: (&'static str, &'static str, &'static str),
    left_out: Option<&'static str>,
}

fn entries(input: &FrozenDecision, cuts: Cuts) -> Vec<Entry> {
    let unless = |printed: bool, why: &'static str| (!printed).then_some(why);
    [
        (SHEET, None),
        (SUMMARY, summary::left_out(input)),
        (TIER, tiering::left_out(input)),
        (REGISTER, None),
        (FACTS, unless(facts::has_report(input), "no report is held")),
        (POLICY, unless(policy::is_printed(input), "this decision was recorded without the rules in words")),
        (EXCEPTIONS, unless(exceptions::are_printed(input), "no exception is read or recorded")),
        (CUECS, cuecs::left_out(input)),
        (SUBSERVICE, subservice::left_out(input)),
        (LIMITS, None),
        (ACCEPTED, accepted::left_out(input)),
        (duties::title(input), unless(duties::are_printed(input, cuts), duties::left_out(input))),
        (ANSWERS, answers::left_out(input)),
        (HISTORY, None),
    ]
    .into_iter()
    .map(|(title, left_out)| Entry { title, left_out })
    .collect()
}

/// Makes the contents: a line for each section in two columns, then what is left out.
pub(super) fn blocks(input: &FrozenDecision, cuts: Cuts) -> Vec<Block> {
    let entries = entries(input, cuts);
    let printed: Vec<&Entry> = entries.iter().filter(|entry| entry.left_out.is_none()).collect();
    let half = printed.len().div_ceil(2);
    let cells = |entry: Option<&&Entry>| match entry {
        Some(entry) => {
            let (number, title, anchor) = entry.title;
            [
                Cell::from(Text::new().and_second(number)),
                Cell::from(Text::new().and_link(title, anchor)),
                Cell::from(Text::new().and_page_of(anchor)),
            ]
        }
        None => [Cell::from(""), Cell::from(""), Cell::from("")],
    };
    // In the first designs the pages of the left half stand close to the numbers of the right one.
    let apart = input.design >= Design::Fifth;
    let between = apart.then(|| Cell::from(""));
    let row = |row| cells(printed.get(row)).into_iter().chain(between.clone()).chain(cells(printed.get(half + row)));
    let rows = (0..half).map(|at| Row::new(row(at)));
    let [number, page] = if apart { [9.0, 11.5] } else { [10.5, 14.5] };
    let left = [TableColumn::new("", number), TableColumn::new("", 62.0), TableColumn::new("", page).right()];
    let between = apart.then(|| TableColumn::new("", 4.5));
    let right = [TableColumn::new("", number), TableColumn::new("", 62.0), TableColumn::rest("").right()];
    let table = Table {
        columns: left.into_iter().chain(between).chain(right).collect(),
        rows: rows.collect(),
        look: Look::Bare,
        style: Some(Style::Table),
        ..Table::default()
    };
    vec![Block::heading("In this packet"), Block::Table(table), Block::note(left_out(&entries))]
}

/// Says what is left out: sections of one reason together, in their order.
fn left_out(entries: &[Entry]) -> String {
    let mut reasons: Vec<(&str, Vec<&str>)> = Vec::new();
    for (number, why) in entries.iter().filter_map(|entry| Some((entry.title.0, entry.left_out?))) {
        match reasons.iter_mut().find(|(reason, _)| *reason == why) {
            Some((_, numbers)) => numbers.push(number),
            None => reasons.push((why, vec![number])),
        }
    }
    if reasons.is_empty() {
        return "All fourteen sections are present.".to_owned();
    }
    let said = reasons.iter().map(|(why, numbers)| {
        let word = if numbers.len() == 1 { "section" } else { "sections" };
        format!("{word} {}: {why}", joined(numbers))
    });
    format!("Left out: {}.", said.collect::<Vec<_>>().join("; "))
}
