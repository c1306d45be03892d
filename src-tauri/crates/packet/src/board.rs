//! The summary of all vendors for those who govern (`practice.md` §7.1): figures as of a day, the vendors that matter most, what
//! was accepted and ends soon, and what is asked of the reader. One or two pages; the same content gives the same bytes.

use crate::content::words::{capitalised, count, date, severity, tier, time};
use crate::input::{Design, Paper};
use crate::system_font::SystemFont;
use crate::typeset::{
    self, Block, Cell, Document, FittedLine, Furniture, Look, Mark, Meta, Paragraph, Printed, Row, Style, Table,
    TableColumn, Text, TypesetError,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{Sha256, Tier};
use serde::Serialize;

/// How many vendors are printed; the rest is a number, so that it stays at two pages.
pub const VENDORS: usize = 6;

/// How many acceptances are printed.
const ROWS: usize = 6;

/// How many actions are printed.
const ACTIONS: usize = 8;

/// What the summary says.
#[derive(Debug, Clone, Serialize)]
pub struct BoardSummary {
    /// Whose vendors they are.
    pub organisation: String,
    /// The day of which it is.
    pub as_of: NaiveDate,
    /// Who made it.
    pub made_by: String,
    /// When; the only time in the file.
    pub made_at: DateTime<Utc>,
    /// The paper.
    pub paper: Paper,
    /// How many vendors are in use, in all and by class.
    pub in_use: u32,
    /// How many of each class there are, the highest first; the last without one.
    pub tiers: Vec<(Option<Tier>, u32)>,
    /// The figures, in order.
    pub figures: Vec<BoardFigure>,
    /// What is asked of the reader, the most pressing first.
    pub actions: Vec<BoardAction>,
    /// The vendors that matter most, in order.
    pub vendors: Vec<BoardVendor>,
    /// How many vendors of the two highest classes there are beyond those.
    pub more_vendors: u32,
    /// What was accepted and ends within 90 days, or has ended, by its end.
    pub accepted: Vec<BoardAcceptance>,
}

/// A figure: small numbers, never a share alone.
#[derive(Debug, Clone, Serialize)]
pub struct BoardFigure {
    /// What is counted.
    pub what: String,
    /// The number, such as `3 of 7`.
    pub now: String,
    /// The number a quarter before, where it is known.
    pub before: Option<String>,
    /// What stands behind it.
    pub note: String,
}

/// Something that is asked.
#[derive(Debug, Clone, Serialize)]
pub struct BoardAction {
    /// What is asked: to decide, to have something treated.
    pub ask: String,
    /// Why.
    pub why: String,
}

/// A vendor that matters.
#[derive(Debug, Clone, Serialize)]
pub struct BoardVendor {
    /// Its name.
    pub name: String,
    /// What is bought.
    pub service: Option<String>,
    /// Its class.
    pub tier: Option<Tier>,
    /// What was decided last, and when.
    pub decision: Option<(String, NaiveDate)>,
    /// Until when the evidence suffices.
    pub evidence_until: Option<NaiveDate>,
    /// Whether it suffices on the day.
    pub assured: bool,
    /// How many findings are open, and the highest severity among them.
    pub open: u32,
    /// The highest severity of what is open, in a word.
    pub worst: Option<String>,
}

/// Something accepted that ends.
#[derive(Debug, Clone, Serialize)]
pub struct BoardAcceptance {
    /// The vendor.
    pub vendor: String,
    /// What is accepted.
    pub what: String,
    /// Who approved it, with the rank.
    pub approver: String,
    /// Its last day.
    pub until: NaiveDate,
}

/// Prints the summary, with these fonts of the system for what ours do not draw.
pub fn print(board: &BoardSummary, fonts: &[SystemFont]) -> Result<Printed, TypesetError> {
    typeset::print(&Document { fonts: fonts.to_vec(), ..document(board) })
}

fn document(board: &BoardSummary) -> Document {
    let digest = Sha256::of(&serde_json::to_vec(board).unwrap_or_default());
    let mut identity = [0; 16];
    identity.copy_from_slice(&digest.as_bytes()[..16]);
    let title = "Vendor risk: summary for the board";
    let line = |text: &str| FittedLine { cut: text.to_owned(), ..FittedLine::default() };
    let mut blocks = vec![
        Block::Paragraph(Paragraph::new(Style::Eyebrow, format!("As of {}", date(board.as_of))).kept()),
        Block::Paragraph(Paragraph::new(Style::Title, "Vendor risk").kept()),
        Block::Paragraph(Paragraph::new(Style::Lead, lead(board)).spaced(4.0, 8.0)),
        Block::heading("Asked of you"),
        actions(board),
        Block::heading("Where we stand"),
        figures(board),
        Block::heading("Vendors that matter most"),
        vendors(board),
    ];
    if board.more_vendors > 0 {
        let more = board.more_vendors as usize;
        blocks.push(Block::note(format!(
            "{} of high or critical tier beyond these.",
            capitalised(&count(more, "more vendor", "more vendors"))
        )));
    }
    blocks.push(Block::heading("Accepted, and ending within 90 days"));
    blocks.extend(accepted(board));
    blocks.push(Block::note(
        "A report is an independent auditor’s opinion on a past period, not a promise of safety. What is accepted ends by itself: \
         after its last day it is open again. Each number can be taken apart in the program, under Insights.",
    ));
    Document {
        meta: Meta {
            title: format!("{title}, {}", board.organisation),
            author: board.organisation.clone(),
            subject: format!("{title}, as of {}", date(board.as_of)),
            created: board.made_at,
            identity,
            ..Meta::default()
        },
        paper: board.paper,
        furniture: Furniture {
            head_left: line(&board.organisation),
            head_right: line("Vendor risk: summary for the board"),
            foot_left: line(&format!("Internal. Made {} by {}", time(board.made_at), board.made_by)),
            ..Furniture::default()
        },
        blocks,
        ..Document::default()
    }
}

fn lead(board: &BoardSummary) -> String {
    let tiers: Vec<String> = board
        .tiers
        .iter()
        .filter(|(_, count)| *count > 0)
        .map(|(class, count)| match class {
            Some(class) => format!("{count} {}", tier(*class).to_lowercase()),
            None => format!("{count} without a tier"),
        })
        .collect();
    let vendors = if board.in_use == 1 { "vendor is" } else { "vendors are" };
    match tiers.as_slice() {
        [] => "No vendor is in use.".to_owned(),
        tiers => format!("{} {vendors} in use: {}.", board.in_use, tiers.join(", ")),
    }
}

fn actions(board: &BoardSummary) -> Block {
    if board.actions.is_empty() {
        return Block::body("Nothing is asked of you.");
    }
    let row = |(at, action): (usize, &BoardAction)| {
        Row::new([
            Cell::from(Text::bold((at + 1).to_string())),
            Cell::from(Text::bold(action.ask.as_str())).at_most(Some(2)),
            Cell::from(action.why.as_str()).at_most(Some(2)),
        ])
    };
    let mut rows: Vec<Row> = board.actions.iter().take(ACTIONS).enumerate().map(row).collect();
    if let Some(more) = board.actions.len().checked_sub(ACTIONS).filter(|more| *more > 0) {
        rows.push(Row::new([
            Cell::from(""),
            Cell::from(format!("and {more} more, in the program under Today")).over(2),
        ]));
    }
    table(
        vec![TableColumn::new("", 8.0), TableColumn::new("Asked", 66.0), TableColumn::rest("Why")],
        rows,
        "Asked of you",
    )
}

fn figures(board: &BoardSummary) -> Block {
    let row = |figure: &BoardFigure| {
        Row::new([
            Cell::from(figure.what.as_str()),
            Cell::from(Text::bold(figure.now.as_str())),
            Cell::from(figure.before.as_deref().unwrap_or("not known")),
            Cell::from(Text::new().and_second(capitalised(&figure.note))).at_most(Some(2)),
        ])
    };
    let columns = vec![
        TableColumn::new("Figure", 50.0),
        TableColumn::new("Now", 26.0),
        TableColumn::new("90 days before", 28.0),
        TableColumn::rest("Behind it"),
    ];
    table(columns, board.figures.iter().map(row).collect(), "Where we stand")
}

fn vendors(board: &BoardSummary) -> Block {
    if board.vendors.is_empty() {
        return Block::body("No vendor of high or critical tier is in use.");
    }
    let row = |vendor: &BoardVendor| {
        let mut name = Text::bold(vendor.name.as_str());
        if let Some(service) = &vendor.service {
            name = name.and_break().and_second(service.as_str());
        }
        let decision = match &vendor.decision {
            Some((said, on)) => Text::from(said.as_str()).and_break().and_second(date(*on)),
            None => Text::new().and_mark(Mark::DashedCircle).and("none"),
        };
        let until = match (vendor.assured, vendor.evidence_until) {
            (true, Some(until)) => Text::new().and_mark(Mark::Tick).and(date(until)),
            (true, None) => Text::new().and_mark(Mark::Tick).and("sufficient"),
            (false, Some(until)) => {
                Text::new().and_mark(Mark::Triangle).and(date(until)).and_break().and_second("not sufficient")
            }
            (false, None) => Text::new().and_mark(Mark::NotMet).and_signal("Missing"),
        };
        let open = match (&vendor.worst, vendor.open) {
            (_, 0) => Text::from("none"),
            (Some(worst), open) => Text::from(format!("{open}, worst  ")).and_text(severity(Design::Second, worst)),
            (None, open) => Text::from(format!("{open}, not judged")),
        };
        Row::new([
            Cell::from(name).at_most(Some(3)),
            Cell::from(vendor.tier.map_or("not assigned", tier)),
            Cell::from(decision),
            Cell::from(until),
            Cell::from(open),
        ])
    };
    let columns = vec![
        TableColumn::rest("Vendor"),
        TableColumn::new("Tier", 20.0),
        TableColumn::new("Decision", 36.0),
        TableColumn::new("Evidence until", 34.0),
        TableColumn::new("Open findings", 34.0),
    ];
    table(columns, board.vendors.iter().take(VENDORS).map(row).collect(), "Vendors that matter most")
}

fn accepted(board: &BoardSummary) -> Vec<Block> {
    if board.accepted.is_empty() {
        return vec![Block::body("Nothing that was accepted ends within 90 days.")];
    }
    let row = |accepted: &BoardAcceptance| {
        let over = accepted.until < board.as_of;
        let until = Text::bold(date(accepted.until));
        Row::new([
            Cell::from(accepted.vendor.as_str()).at_most(Some(2)),
            Cell::from(accepted.what.as_str()).at_most(Some(2)),
            Cell::from(accepted.approver.as_str()),
            Cell::from(if over { until.and_break().and_second("has ended") } else { until }),
        ])
    };
    let columns = vec![
        TableColumn::new("Vendor", 46.0),
        TableColumn::rest("What is accepted"),
        TableColumn::new("Approved by", 40.0),
        TableColumn::new("Until", 24.0),
    ];
    let rows = board.accepted.iter().take(ROWS).map(row).collect();
    let mut blocks = vec![table(columns, rows, "Accepted, and ending within 90 days")];
    if let Some(more) = board.accepted.len().checked_sub(ROWS).filter(|more| *more > 0) {
        blocks.push(Block::note(format!("and {more} more.")));
    }
    blocks
}

fn table(columns: Vec<TableColumn>, rows: Vec<Row>, name: &str) -> Block {
    Block::Table(Table { columns, rows, look: Look::Normal, name: name.to_owned(), ..Table::default() })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::layout;

    fn summary(many: usize) -> BoardSummary {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a day");
        let vendor = |at: usize| BoardVendor {
            name: format!("Harbourlight Payroll and Pensions Administration {at}"),
            service: Some("Payroll Cloud (EU): monthly pay for 186 staff".to_owned()),
            tier: Some(Tier::Critical),
            decision: Some(("Approved with conditions".to_owned(), day("2026-03-05"))),
            evidence_until: Some(day("2026-12-31")),
            assured: at.is_multiple_of(2),
            open: 3,
            worst: Some("High".to_owned()),
        };
        BoardSummary {
            organisation: "Larkhollow Instruments Ltd".to_owned(),
            as_of: day("2026-11-12"),
            made_by: "Ines Kavanagh".to_owned(),
            made_at: "2026-11-12T15:20:00Z".parse().expect("a time"),
            paper: Paper::Letter,
            in_use: 24,
            tiers: vec![(Some(Tier::Critical), 4), (Some(Tier::High), 20), (None, 0)],
            figures: (0..6)
                .map(|at| BoardFigure {
                    what: format!("Vendors with current evidence {at}"),
                    now: "3 of 7".to_owned(),
                    before: (at > 0).then(|| "2 of 6".to_owned()),
                    note: "Of vendors in use that need evidence".to_owned(),
                })
                .collect(),
            actions: (0..many)
                .map(|at| BoardAction {
                    ask: format!("Decide on Harbourlight Payroll {at}"),
                    why: "It was escalated on 5 Mar 2026 and nothing was decided since.".to_owned(),
                })
                .collect(),
            vendors: (0..many).map(vendor).collect(),
            more_vendors: 3,
            accepted: (0..many)
                .map(|at| BoardAcceptance {
                    vendor: format!("Harbourlight {at}"),
                    what: "Open exceptions: 1 of high severity".to_owned(),
                    approver: "Ruairí Dolan, Executive".to_owned(),
                    until: day("2026-11-01"),
                })
                .collect(),
        }
    }

    /// The text of every cell and paragraph.
    fn words(board: &BoardSummary) -> String {
        format!("{:?}", document(board).blocks)
    }

    #[test]
    fn it_is_at_most_two_pages_however_much_there_is() {
        for many in [0, 1, 8, 40] {
            let mut document = document(&summary(many));
            document.blocks.push(Block::Anchor("end".to_owned()));
            let pages = layout::page_of(&document, &mut layout::Cache::default()).expect("it is laid out");
            assert!(pages["end"] <= 2, "{many} of each: the end stands on page {}", pages["end"]);
        }
        let much = words(&summary(40));
        assert!(much.contains("and 32 more, in the program under Today"), "what is left out is counted");
        assert!(much.contains("and 34 more."), "so are acceptances");
    }

    #[test]
    fn what_is_not_there_is_said() {
        let none = words(&summary(0));
        for expected in [
            "Nothing is asked of you.",
            "No vendor of high or critical tier is in use.",
            "Nothing that was accepted ends",
        ] {
            assert!(none.contains(expected), "{expected}: {none}");
        }
        let one = words(&summary(1));
        assert!(
            one.contains("has ended") && one.contains("not known"),
            "an end that has passed, a number that is not known"
        );
        assert!(one.contains("24 vendors are in use: 4 critical, 20 high."), "{one}");
    }

    #[test]
    fn the_same_summary_gives_the_same_bytes() {
        let board = summary(3);
        assert!(print(&board, &[]).expect("it prints").bytes == print(&board, &[]).expect("it prints").bytes);
    }
}
