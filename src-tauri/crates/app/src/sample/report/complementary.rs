//! What the company assumes of the companies that it rests on, and of its customers.

use super::{
    plan::ReportPlan,
    set::{head, para},
};
use countersign_packet::typeset::{Block, Cell, Row, Table, TableColumn, Text};

/// Sets the subservice organizations with their complementary controls.
pub(super) fn of_subservice(plan: &ReportPlan) -> Vec<Block> {
    let short = plan.company.short;
    let mut blocks = vec![para(format!(
        "{short} uses the following subservice organizations. The carve-out method is applied to all of them: this description leaves out their controls and names the types of controls that {short} assumed to be in place there when it designed its own. {short} reads their own reports every year, follows up what these say, and watches their status pages."
    ))];
    for other in plan.company.rests_on {
        blocks.push(head(&format!("{}: {}", other.name, other.provides)));
        blocks.push(table(
            "Complementary subservice organization controls",
            "Control assumed at the subservice organization",
            other.assumed,
        ));
        blocks.push(Block::Space(8.0));
    }
    blocks
}

/// Sets the complementary user entity controls.
pub(super) fn of_user_entities(plan: &ReportPlan) -> Vec<Block> {
    let short = plan.company.short;
    vec![
        para(format!(
            "{short} designed its controls on the assumption that certain controls would be in place at its customers. They are necessary, together with the controls of {short}, to meet the criteria named beside them. Customers should judge for themselves whether these controls are in place with them and operate; the list is not complete for a customer’s own purposes."
        )),
        table("Complementary user entity controls", "Control assumed at the user entity", plan.company.expects),
        Block::Space(8.0),
    ]
}

fn table(name: &str, head: &str, rows: &[(&str, &str)]) -> Block {
    let row =
        |(criterion, control): &(&str, &str)| Row::new([Cell::from(Text::bold(*criterion)), Cell::from(*control)]);
    Block::Table(Table {
        columns: vec![TableColumn::new("Criteria", 30.0), TableColumn::rest(head)],
        rows: rows.iter().map(row).collect(),
        name: name.to_owned(),
        ..Table::default()
    })
}
