//! Bridge letters and certificates.

use super::Desk;
use crate::generator::script::{Block, Cell, Look, Row, Script, Table, body};

/// A bridge letter.
pub(crate) fn letter(desk: &mut Desk<'_>) -> Script {
    let report = desk.report;
    let form = desk.house.dates;
    let (start, end) = report.period.expect("a letter refers to a period");
    let (from, until) = (form.print(end + chrono::Days::new(1)), form.print(report.until));
    let (start, end) = (form.print(start), form.print(end));
    let what = ["SOC 2 Type 2", "SOC 2 Type II"][desk.house.words % 2];
    let second = match desk.dice.below(2) {
        0 => format!(
            "This letter covers the time from {from} to {until}. We are not aware of any material changes in our control environment \
             during that time that would adversely affect the conclusions of the report."
        ),
        _ => format!(
            "For the period {from} through {until}, to the best of our knowledge, there have been no material changes to the controls of \
             the {} that would affect the service auditor's opinion.",
            report.system
        ),
    };
    let blocks = vec![
        body(report.organization.clone()),
        Block::Space(1),
        body(form.print(report.dated)),
        Block::Space(1),
        Block::Para(
            Look::Heading,
            ["Bridge Letter", "SOC 2 Gap Letter", "Re: SOC 2 Bridge Letter"][desk.house.words % 3].to_owned(),
        ),
        body("To our customers:"),
        body(format!(
            "The most recent {what} report on the {} of {} covers the period {start} to {end}. The examination was performed by {}.",
            report.system, report.organization, report.firm
        )),
        body(second),
        body(
            "This letter is a statement of management alone. It is no substitute for the report and was not examined by a service auditor.",
        ),
        body("Sincerely,"),
        Block::Space(2),
        body(report.signatory.0),
        body(report.signatory.1),
        body(report.organization.clone()),
    ];
    Script { title: "Letter".to_owned(), blocks, ..Script::default() }
}

/// A certificate of an information security management system.
pub(crate) fn certificate(desk: &mut Desk<'_>) -> Script {
    let report = desk.report;
    let form = desk.house.dates;
    let line = |text: String| Block::Para(Look::Cover, text);
    let mut facts = vec![("Certificate number", report.number.clone())];
    if let Some(first) = report.first_issued {
        facts.push((["Initial certification date", "Originally registered"][desk.house.words % 2], form.print(first)));
    }
    facts.push((["Issue date", "Date of issue"][desk.house.words % 2], form.print(report.dated)));
    facts.push((["Expiry date", "Valid until"][desk.house.words % 2], form.print(report.until)));
    let mut blocks = vec![
        Block::Space(3),
        line(report.firm.clone()),
        Block::Para(Look::Title, "Certificate of Registration".to_owned()),
        line("This is to certify that the information security management system of".to_owned()),
        Block::Para(Look::Title, report.organization.clone()),
        line("conforms to the requirements of".to_owned()),
        line("ISO/IEC 27001:2022".to_owned()),
        line(format!("for the following scope: development and operation of the {}", report.system)),
        Block::Space(2),
    ];
    if desk.house.words.is_multiple_of(2) {
        blocks.extend(facts.into_iter().map(|(label, value)| line(format!("{label}: {value}"))));
    } else {
        let row = |(label, value): (&str, String)| Row::Cells(vec![Cell::text(label), Cell::text(value)]);
        blocks.push(Block::Table(Table {
            heads: vec![],
            widths: vec![1, 1],
            rows: facts.into_iter().map(row).collect(),
        }));
    }
    blocks.push(line(format!("Issued by {}", report.firm)));
    Script { title: "Certificate".to_owned(), blocks, ..Script::default() }
}
