//! The description of the system.

use super::{Desk, complementary, prose};
use crate::generator::script::{Block, Cell, Marker, Row, Table, body, heading};

/// Writes it.
pub(crate) fn section(desk: &mut Desk<'_>) -> Vec<Block> {
    let span = desk.span();
    let report = desk.report;
    let (short, system) = (&report.short, &report.system);
    let mut blocks = vec![
        heading("Company Overview"),
        body(format!(
            "{short} was founded in 2012 and offers the {system} to companies of medium size. Its teams for engineering, support and \
             security work from three offices."
        )),
        heading("Services Provided"),
        body(format!(
            "Customers use the {system} through a browser or an interface for programs. Data of each customer is kept apart from that of others."
        )),
        heading("Principal Service Commitments and System Requirements"),
        body(
            "Commitments to customers are set out in agreements and in the descriptions of the service on the website. They include the following:",
        ),
        Block::List(
            Marker::Bullet,
            vec![
                "Use of encryption for data at rest and in transit".to_owned(),
                "Availability of the service of 99.9 percent in each month".to_owned(),
                "Notice of security incidents without undue delay".to_owned(),
            ],
        ),
        heading("Components of the System"),
        body("The system consists of the following components."),
    ];
    let components = [
        ("Infrastructure", "Virtual servers and managed databases in two regions"),
        ("Software", "Services written in-house, an identity provider, and a ticket system"),
        ("People", "About two hundred employees in engineering, operations, support, and administration"),
        ("Data", "Records that customers submit, logs of use, and backups"),
        ("Procedures", "Written procedures for access, change, operations, and incidents"),
    ];
    blocks.push(Block::Table(Table {
        heads: vec!["Component".to_owned(), "Description".to_owned()],
        widths: vec![1, 3],
        rows: components.iter().map(|(a, b)| Row::Cells(vec![Cell::text(*a), Cell::text(*b)])).collect(),
    }));
    blocks.push(heading("System Incidents"));
    if report.incidents.is_empty() {
        blocks.push(body(format!(
            "{} identified no incidents {span} that were the result of controls that were not suitably designed or otherwise resulted in a \
             significant failure to achieve its service commitments.",
            report.short
        )));
    } else {
        blocks.extend(report.incidents.iter().map(body));
    }
    blocks.extend(environment(desk));
    // Lists stand amid prose, so that they have to end where they end.
    let share = report.prose / 4;
    blocks.extend(prose::paragraphs(desk, 0, report.prose - 2 * share));
    blocks.extend(complementary::subservices(desk));
    blocks.extend(prose::paragraphs(desk, 40, share));
    blocks.extend(complementary::user_entities(desk));
    blocks.extend(prose::paragraphs(desk, 80, share));
    blocks
}

fn environment(desk: &Desk<'_>) -> Vec<Block> {
    let short = &desk.report.short;
    vec![
        heading("Control Environment"),
        body(format!(
            "Leaders of {short} meet each month to look at risks, open findings, and the plan for security. Responsibilities are written down in job descriptions."
        )),
        heading("Risk Assessment"),
        body(
            "Risks are rated by likelihood and effect. For each risk above the threshold, an owner decides on measures and a date.",
        ),
        heading("Monitoring"),
        body(
            "The security team follows key figures and reports deviations to the leaders. Findings are tracked until they are closed.",
        ),
    ]
}
