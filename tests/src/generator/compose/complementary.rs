//! Subservice organizations, their complementary controls, and what user entities are to do.

use super::Desk;
use crate::generator::{
    house::{Carved, Listing},
    pools::EXPECTED_HEADS,
    report::Complementary,
    script::{Block, Cell, Look, Marker, Row, Table, body, heading},
    wording::capital,
};
use countersign_domain::reading::SubserviceMethod;

/// Subservice organizations and their complementary controls.
pub(crate) fn subservices(desk: &Desk<'_>) -> Vec<Block> {
    let report = desk.report;
    let mut blocks = vec![heading("Subservice Organizations")];
    if report.subservices.is_empty() {
        blocks.push(body(format!(
            "{} does not use subservice organizations to achieve its service commitments.",
            report.short
        )));
        return blocks;
    }
    let inclusive = report.subservices[0].method == SubserviceMethod::Inclusive;
    let method = match (inclusive, desk.house.carved) {
        (true, _) => "The inclusive method is used for them: their controls are part of this description.",
        (false, Carved::WithoutTheWord) => "Their controls are not part of this description.",
        (false, _) => [
            "The carve-out method is used for them: their controls are not part of this description.",
            "They are presented with the carve-out method.",
            "The description applies the carve-out method and leaves out their control objectives and related controls.",
            "They have been carved out of the description.",
        ][desk.house.words % 4],
    };
    if desk.house.carved == Carved::Table {
        blocks.push(body(format!("{} uses the following subservice organizations. {method}", report.short)));
        let rows =
            report.subservices.iter().map(|s| Row::Cells(vec![Cell::text(s.name), Cell::text(capital(s.services))]));
        blocks.push(Block::Table(Table {
            heads: vec!["Subservice Organization".to_owned(), "Services Provided".to_owned()],
            widths: vec![1, 1],
            rows: rows.collect(),
        }));
    } else {
        let used: Vec<String> = report.subservices.iter().map(|s| format!("{} for {}", s.name, s.services)).collect();
        blocks.push(body(format!("{} uses {}. {method}", report.short, super::listed(&used))));
    }
    if report.csocs.is_empty() {
        return blocks;
    }
    let title =
        ["Complementary Subservice Organization Controls", "Complementary Subservice Organization Controls (CSOCs)"];
    blocks.push(heading(title[desk.house.words % 2]));
    blocks.push(body(format!(
        "Controls of {} were designed with the assumption that the following controls are in place at the subservice organizations.",
        report.short
    )));
    match desk.house.csocs {
        Listing::Table => {
            let row = |c: &Complementary| {
                Row::Cells(vec![
                    Cell::text(c.criterion),
                    Cell::text(c.subservice.unwrap_or_default()),
                    Cell::text(c.text.clone()),
                ])
            };
            blocks.push(Block::Table(Table {
                heads: ["Criteria", "Subservice Organization", EXPECTED_HEADS.kept_by(desk.house)]
                    .map(str::to_owned)
                    .to_vec(),
                widths: vec![2, 3, 7],
                rows: report.csocs.iter().map(row).collect(),
            }));
        }
        Listing::Marks | Listing::Columns => blocks.push(Block::Table(by_organization(desk))),
        _ => {
            for subservice in &report.subservices {
                let own: Vec<String> = report
                    .csocs
                    .iter()
                    .filter(|c| c.subservice == Some(subservice.name))
                    .map(|c| c.text.clone())
                    .collect();
                if own.is_empty() {
                    continue;
                }
                blocks.push(Block::Para(Look::Minor, subservice.name.to_owned()));
                blocks.push(Block::List(
                    if desk.house.csocs == Listing::Numbers { Marker::Number } else { Marker::Bullet },
                    own,
                ));
            }
        }
    }
    blocks
}

/// A table with a column for each organization: its controls, or a mark beside them.
fn by_organization(desk: &Desk<'_>) -> Table {
    let report = desk.report;
    let marks = desk.house.csocs == Listing::Marks;
    let mark = ["X", "\u{2713}", "x", "Yes"][desk.house.words % 4];
    let mut keys: Vec<&str> = Vec::new();
    let key = |c: &Complementary| if marks { c.text.clone() } else { c.criterion.to_owned() };
    let all: Vec<String> = report.csocs.iter().map(key).collect();
    keys.extend(all.iter().enumerate().filter(|(at, key)| !all[..*at].contains(key)).map(|(_, key)| key.as_str()));
    let rows = keys.into_iter().map(|wanted| {
        let own: Vec<&Complementary> = report.csocs.iter().filter(|c| key(c) == wanted).collect();
        let mut cells = vec![Cell::text(own[0].criterion)];
        if marks {
            cells.push(Cell::text(wanted));
        }
        for subservice in &report.subservices {
            let controls = own.iter().filter(|c| c.subservice == Some(subservice.name)).map(|c| c.text.clone());
            let mut paras: Vec<String> = controls.collect();
            if marks && !paras.is_empty() {
                paras = vec![mark.to_owned()];
            }
            cells.push(Cell::new(paras));
        }
        Row::Cells(cells)
    });
    let mut heads = vec!["Criteria".to_owned()];
    heads.extend(marks.then(|| "Complementary Control".to_owned()));
    let fixed = heads.len();
    heads.extend(report.subservices.iter().map(|s| s.name.to_owned()));
    let width = |at: usize| {
        if at == 0 {
            2
        } else if at >= fixed && marks {
            3
        } else {
            6
        }
    };
    Table { widths: (0..heads.len()).map(width).collect(), heads, rows: rows.collect() }
}

/// Complementary user entity controls and responsibilities.
pub(crate) fn user_entities(desk: &Desk<'_>) -> Vec<Block> {
    let report = desk.report;
    let titles = [
        "Complementary User Entity Controls",
        "Complementary User Entity Controls (CUECs)",
        "User Entity Controls",
        "Complementary User-Entity Controls",
        "Complementary Customer Controls",
        "User Control Considerations",
        "User Entity Controls and Responsibilities",
        "Complementary User Organization Controls",
    ];
    let mut blocks = vec![heading(titles[desk.house.words % titles.len()])];
    if report.no_cuecs {
        blocks.push(body(format!(
            "There are no complementary user entity controls that are necessary for {} to achieve its service commitments.",
            report.short
        )));
    } else if report.cuecs.is_empty() {
        blocks.clear();
    } else {
        blocks.push(body(format!(
            "Controls of {} were designed with the assumption that certain controls are put in place by user entities. They are necessary, \
             in combination with the controls described, to meet the criteria.",
            report.short
        )));
        blocks.extend(cuecs(desk));
    }
    if !report.responsibilities.is_empty() {
        blocks.push(heading("User Entity Responsibilities"));
        blocks.push(body("Besides, user entities have the following responsibilities, on which no criterion depends:"));
        blocks.push(Block::List(
            Marker::Bullet,
            report.responsibilities.iter().map(|text| format!("{}.", capital(text))).collect(),
        ));
    }
    blocks
}

fn cuecs(desk: &Desk<'_>) -> Vec<Block> {
    let cuecs = &desk.report.cuecs;
    let texts: Vec<String> = cuecs.iter().map(|c| c.text.clone()).collect();
    match desk.house.cuecs {
        Listing::Bullets => {
            let lead = [
                "User entities are responsible for:",
                "Customers are responsible for:",
                "Each user entity is responsible for the following:",
            ];
            vec![body(lead[desk.house.words % 3]), Block::List(Marker::Bullet, texts)]
        }
        Listing::Numbers => vec![Block::List(Marker::Number, texts)],
        Listing::Prose | Listing::Marks | Listing::Columns => texts.into_iter().map(body).collect(),
        Listing::Table => {
            let rows = cuecs.iter().enumerate().map(|(at, c)| {
                let mut cells = vec![Cell::text(c.text.clone()), Cell::text(c.criterion)];
                if desk.house.words.is_multiple_of(2) {
                    cells.reverse();
                }
                cells.insert(0, Cell::text(format!("CUEC-{:02}", at + 1)));
                Row::Cells(cells)
            });
            let rows = rows.collect();
            let mut heads = vec!["Complementary User Entity Control".to_owned(), "Related Criteria".to_owned()];
            let mut widths = vec![6, 2];
            if desk.house.words.is_multiple_of(2) {
                heads.reverse();
                widths.reverse();
            }
            heads.insert(0, "No.".to_owned());
            widths.insert(0, 2);
            vec![Block::Table(Table { heads, widths, rows })]
        }
    }
}
