//! Section V: management's answers to exceptions, which the service auditor did not examine.

use super::{plan::ReportPlan, set::para};
use countersign_packet::typeset::{Block, Cell, Row, Table, TableColumn, Text};

/// The title of the section.
pub(super) fn title(plan: &ReportPlan) -> String {
    format!(
        "Section V: Other Information Provided by {} That Is Not Covered by the Service Auditor’s Report",
        plan.company.short
    )
}

/// Sets the section.
pub(super) fn section(plan: &ReportPlan) -> Vec<Block> {
    let row = |deviation: &super::plan::Deviation| {
        Row::new([
            Cell::from(Text::bold(deviation.control)),
            Cell::from(deviation.found.replace("{n}", plan.sample_size(deviation.control))),
            Cell::from(deviation.answer),
        ])
    };
    let table = Table {
        columns: vec![
            TableColumn::new("Control", 17.0),
            TableColumn::new("Exception", 66.0),
            TableColumn::rest("Management’s Response"),
        ],
        rows: plan.deviations.iter().map(row).collect(),
        name: "Management’s responses".to_owned(),
        ..Table::default()
    };
    vec![
        Block::section("", &title(plan), "other"),
        para(format!(
            "What stands in this section comes from the management of {} alone. It is not part of the description of the system, and the procedures of the service auditor did not extend to it.",
            plan.company.short
        )),
        Block::Table(table),
    ]
}
