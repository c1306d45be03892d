//! The tests matrix; in a Type 1 the list of controls.

use super::Desk;
use crate::generator::{
    house::{Col, Criteria, Response, Several},
    pools::{CONTROL_HEADS, RESPONSE_LABELS, RESULT_HEADS, TEST_HEADS, Wordings},
    report::{Control, Group},
    script::{Block, Cell, Look, Row, Table, body, heading},
};

/// Writes the section.
pub(crate) fn section(desk: &mut Desk<'_>) -> Vec<Block> {
    let report = desk.report;
    let mut blocks = Vec::new();
    if desk.tested() {
        blocks.push(heading("Tests Performed by the Service Auditor"));
        blocks.push(body(format!(
            "Tests of the controls of {} were of four kinds: inquiry of the people who perform them, observation, inspection of documents, and \
             reperformance. The results of the tests stand beside them.",
            report.short
        )));
    } else {
        blocks.push(body("The criteria and the controls that meet them are listed below."));
    }
    if desk.house.criteria == Criteria::Heading {
        for group in &report.groups {
            blocks.push(Block::Para(Look::Minor, criterion_line(desk, group)));
            blocks.push(Block::Table(table(desk, std::slice::from_ref(group))));
        }
    } else {
        for (title, groups) in series(desk) {
            blocks.push(heading(title));
            blocks.push(Block::Table(table(desk, &groups)));
        }
    }
    blocks
}

/// The groups under the headings of a matrix.
fn series(desk: &Desk<'_>) -> Vec<(String, Vec<Group>)> {
    let mut series: Vec<(String, Vec<Group>)> = Vec::new();
    for group in &desk.report.groups {
        let title = match group.id.split('.').next().unwrap_or_default() {
            "CC1" => "Control Environment",
            "CC2" => "Communication and Information",
            "CC3" => "Risk Assessment",
            "CC4" => "Monitoring Activities",
            "CC5" => "Control Activities",
            "CC6" => "Logical and Physical Access Controls",
            "CC7" => "System Operations",
            "CC8" => "Change Management",
            "CC9" => "Risk Mitigation",
            "A1" => "Additional Criteria for Availability",
            "C1" => "Additional Criteria for Confidentiality",
            "PI1" => "Additional Criteria for Processing Integrity",
            id if id.starts_with("Control") => "Control Objectives",
            _ => "Additional Criteria for Privacy",
        };
        match series.last_mut() {
            Some((last, groups)) if last == title => groups.push(group.clone()),
            _ => series.push((title.to_owned(), vec![group.clone()])),
        }
    }
    series
}

fn criterion_line(desk: &Desk<'_>, group: &Group) -> String {
    match desk.house.words % 3 {
        0 => format!("{}: {}", group.id, group.title),
        1 => format!("{} \u{2013} {}", group.id, group.title),
        _ => format!("{} {}", group.id, group.title),
    }
}

fn columns(desk: &Desk<'_>) -> Vec<Col> {
    let tested = desk.tested();
    let own = desk.house.columns.iter().copied();
    own.filter(|col| tested || !matches!(col, Col::Test | Col::Result | Col::TestAndResult | Col::Response)).collect()
}

fn head(desk: &Desk<'_>, col: Col) -> String {
    let words = desk.house.words;
    let auditor = desk.report.firm.split([' ', ',']).next().unwrap_or_default();
    let named = |of: &Wordings| {
        let head = of.kept_by(desk.house).replace("{org}", &desk.report.short);
        head.replace("{organization}", &desk.report.organization).replace("{firm}", auditor)
    };
    match col {
        Col::Criterion => {
            ["Criteria", "TSC Reference", "Trust Services Criteria", "Control Criteria"][words % 4].to_owned()
        }
        Col::Id => ["Control #", "Control Number", "Ref.", "Control ID", "No."][words % 5].to_owned(),
        Col::Control => named(&CONTROL_HEADS),
        Col::Test => named(&TEST_HEADS),
        Col::Result => named(&RESULT_HEADS),
        Col::TestAndResult => ["Tests of Controls and Results", "Test Procedures and Results"][words % 2].to_owned(),
        Col::Response => "Management\u{2019}s Response".to_owned(),
    }
}

fn table(desk: &Desk<'_>, groups: &[Group]) -> Table {
    let columns = columns(desk);
    let width = |col: &Col| match *col {
        Col::Criterion if desk.house.criteria == Criteria::Words => 3,
        Col::Criterion | Col::Id => 2,
        Col::Control | Col::Test | Col::TestAndResult => 5,
        Col::Result | Col::Response => 4,
    };
    let mut rows = Vec::new();
    for group in groups {
        if desk.house.criteria == Criteria::Band {
            rows.push(Row::Band(criterion_line(desk, group), true));
        }
        let first = rows.len();
        for control in &group.controls {
            rows.extend(self::rows(desk, &columns, control));
            if desk.house.response == Response::Below
                && let Some(response) = control.exception.as_ref().and_then(|e| e.response.as_ref())
            {
                rows.push(Row::Band(format!("{}: {response}", answered(desk)), false));
            }
        }
        if desk.house.criteria == Criteria::Words
            && let Some(column) = columns.iter().position(|col| *col == Col::Criterion)
        {
            once(desk, group, column, &mut rows[first..]);
        }
    }
    Table {
        heads: columns.iter().map(|col| head(desk, *col)).collect(),
        widths: columns.iter().map(width).collect(),
        rows,
    }
}

/// Puts the criterion with its words beside the first of the rows of its controls.
fn once(desk: &Desk<'_>, group: &Group, column: usize, rows: &mut [Row]) {
    let merged = desk.house.several == Several::Merged;
    let count = rows.len();
    for (at, row) in rows.iter_mut().enumerate() {
        let Row::Cells(cells) = row else { continue };
        cells[column] = match at {
            0 => Some(Cell { paras: vec![criterion_line(desk, group)], rows: if merged { count } else { 1 } }),
            _ if merged => None,
            _ => Cell::text(""),
        };
    }
}

fn rows(desk: &Desk<'_>, columns: &[Col], control: &Control) -> Vec<Row> {
    let several = desk.house.several;
    let split = desk.tested() && control.results.len() > 1 && matches!(several, Several::Merged | Several::Blank);
    let count = if split { control.tests.len() } else { 1 };
    let mut rows = Vec::new();
    for at in 0..count {
        let cells = columns.iter().map(|col| match col {
            Col::Test if split => Cell::text(control.tests[at].clone()),
            Col::Test if several == Several::Numbered && control.tests.len() > 1 => {
                Cell::new(control.tests.iter().enumerate().map(|(n, test)| format!("{}. {test}", n + 1)).collect())
            }
            Col::Test => Cell::new(control.tests.clone()),
            Col::Result => Cell::new(result(desk, control, split.then_some(at))),
            Col::TestAndResult => Cell::new(control.tests.iter().cloned().chain(result(desk, control, None)).collect()),
            _ if at > 0 && several == Several::Merged => None,
            _ if at > 0 => Cell::text(""),
            other => {
                let mut cell = Cell { paras: fixed(desk, columns, *other, control), rows: 1 };
                if several == Several::Merged {
                    cell.rows = count;
                }
                Some(cell)
            }
        });
        rows.push(Row::Cells(cells.collect()));
    }
    rows
}

fn result(desk: &Desk<'_>, control: &Control, at: Option<usize>) -> Vec<String> {
    let mut paras = at.map_or_else(|| control.results.clone(), |at| vec![control.results[at].clone()]);
    if let Some(exception) = &control.exception
        && desk.house.response == Response::InResult
        && paras.contains(&exception.result)
        && let Some(response) = &exception.response
    {
        paras.push(format!("{}: {response}", answered(desk)));
    }
    paras
}

/// The label before a response.
pub(super) fn answered(desk: &Desk<'_>) -> String {
    RESPONSE_LABELS.kept_by(desk.house).replace("{org}", &desk.report.short)
}

fn fixed(desk: &Desk<'_>, columns: &[Col], col: Col, control: &Control) -> Vec<String> {
    match col {
        Col::Criterion => vec![control.criteria.join(", ")],
        Col::Id => vec![control.id.clone().unwrap_or_default()],
        Col::Response => {
            let response = control.exception.as_ref().and_then(|e| e.response.clone());
            let nothing = if desk.house.words.is_multiple_of(2) { "N/A" } else { "" };
            vec![response.unwrap_or_else(|| nothing.to_owned())]
        }
        _ => match &control.id {
            Some(id) if !columns.contains(&Col::Id) => vec![format!("{id} {}", control.text)],
            _ => vec![control.text.clone()],
        },
    }
}
