//! The contents: which sections this packet holds, which it leaves out, and why.

use super::words::joined;
use crate::input::FrozenDecision;
use crate::typeset::{Block, Cell, Look, Row, Style, Table, TableColumn, Text};

/// Titles of the sections that a packet can hold here, with their anchors.
pub(super) const SHEET: (&str, &str, &str) = ("1", "Decision sheet", "section-1");
pub(super) const REGISTER: (&str, &str, &str) = ("4", "Evidence register", "section-4");
pub(super) const FACTS: (&str, &str, &str) = ("5", "Report facts", "section-5");
pub(super) const POLICY: (&str, &str, &str) = ("6", "Policy check", "section-6");
pub(super) const EXCEPTIONS: (&str, &str, &str) = ("7", "Exceptions", "section-7");
pub(super) const LIMITS: (&str, &str, &str) = ("10", "What is not proved", "section-10");
pub(super) const DUTIES: (&str, &str, &str) = ("12", "Conditions", "section-12");
pub(super) const HISTORY: (&str, &str, &str) = ("14", "History", "section-14");

/// Sections that this version of the program does not write.
const NOT_WRITTEN: [&str; 6] = ["2", "3", "8", "9", "11", "13"];

/// Makes the contents: a line for each section, then what is left out.
pub(super) fn blocks(input: &FrozenDecision, duties: bool) -> Vec<Block> {
    let facts = super::facts::has_report(input);
    let (policy, exceptions) = (super::policy::is_printed(input), super::exceptions::are_printed(input));
    let held = [
        (SHEET, true),
        (REGISTER, true),
        (FACTS, facts),
        (POLICY, policy),
        (EXCEPTIONS, exceptions),
        (LIMITS, true),
        (DUTIES, duties),
        (HISTORY, true),
    ];
    let rows = held.iter().filter(|(_, held)| *held).map(|((number, title, anchor), _)| {
        Row::new([
            Cell::from(Text::new().and_second(*number)),
            Cell::from(Text::new().and_link(*title, *anchor)),
            Cell::from(Text::new().and_page_of(*anchor)),
        ])
    });
    let table = Table {
        columns: vec![
            TableColumn::new("", 10.5),
            TableColumn::new("", 59.0),
            TableColumn::new("", 10.0).right(),
            TableColumn::rest(""),
        ],
        rows: rows.collect(),
        look: Look::Bare,
        style: Some(Style::Table),
        ..Table::default()
    };
    let mut left_out =
        format!("Left out: sections {}: this version of the program does not prepare them.", joined(&NOT_WRITTEN));
    if !facts {
        left_out.push_str(" Section 5: no report is held.");
    }
    if !policy {
        left_out.push_str(" Section 6: this decision was recorded without the rules in words.");
    }
    if !exceptions {
        left_out.push_str(" Section 7: no exception is read or recorded.");
    }
    if !duties {
        left_out.push_str(" Section 12: section 1 says all there is to do.");
    }
    vec![Block::heading("Contents"), Block::Table(table), Block::note(left_out)]
}
