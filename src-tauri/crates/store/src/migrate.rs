//! From older schemas to the current one. One step is one file: `migrate/NNNN_what_it_does.sql` leads from version
//! NNNN-1 to NNNN. A step that was released never changes.
//!
//! To change the schema: write the next step, change `schema/current.sql` to what it leads to, add the step below. A test
//! holds both against each other.

use crate::{error::Fault, schema};
use rusqlite::Connection;

/// All steps; the first one makes version 1 of an empty file.
pub(crate) const STEPS: &[&str] = &[
    include_str!("migrate/0001_first_schema.sql"),
    include_str!("migrate/0002_readings_with_history.sql"),
    include_str!("migrate/0003_judgements_of_entries.sql"),
    include_str!("migrate/0004_recognised_pages.sql"),
    include_str!("migrate/0005_acceptance_of_vendors.sql"),
    include_str!("migrate/0006_judgements_of_other_papers.sql"),
    include_str!("migrate/0007_imports_that_can_be_undone.sql"),
    include_str!("migrate/0008_evidence_in_short.sql"),
    include_str!("migrate/0009_decisions_in_full.sql"),
    include_str!("migrate/0010_classes_as_assigned.sql"),
    include_str!("migrate/0011_path_without_a_report.sql"),
    include_str!("migrate/0012_our_side_of_cuecs.sql"),
    include_str!("migrate/0013_findings_followed.sql"),
    include_str!("migrate/0014_items_put_off.sql"),
    include_str!("migrate/0015_fourth_parties.sql"),
    include_str!("migrate/0016_monitoring.sql"),
    include_str!("migrate/0017_what_rows_were_before.sql"),
    include_str!("migrate/0018_a_path_that_is_withdrawn.sql"),
    include_str!("migrate/0019_imports_of_cuec_answers.sql"),
    include_str!("migrate/0020_what_only_people_tell.sql"),
    include_str!("migrate/0021_signed_copies.sql"),
    include_str!("migrate/0022_what_is_ticked_on_paper.sql"),
    include_str!("migrate/0023_deviations_that_are_asked_for.sql"),
    include_str!("migrate/0024_acceptances_of_findings_that_are_asked_for.sql"),
    include_str!("migrate/0025_proofs_of_checks_of_firms.sql"),
    include_str!("migrate/0026_that_there_are_none.sql"),
    include_str!("migrate/0027_conditions_settle_findings.sql"),
    include_str!("migrate/0028_reports_of_several_services.sql"),
];

/// Leads a file from version `from` to the end of `steps` in one transaction: either all the way or not at all.
pub(crate) fn run(connection: &mut Connection, from: u32, steps: &[&str]) -> Result<(), Fault> {
    // Rebuilding a table drops it for a moment; what refers to it is checked at the end instead. Must be set outside.
    connection.pragma_update(None, "foreign_keys", false)?;
    let migrated = run_steps(connection, from, steps);
    connection.pragma_update(None, "foreign_keys", true)?;
    migrated
}

fn run_steps(connection: &mut Connection, from: u32, steps: &[&str]) -> Result<(), Fault> {
    let transaction = connection.transaction_with_behavior(rusqlite::TransactionBehavior::Immediate)?;
    for (step, to) in steps.iter().zip(1..).filter(|(_, to)| *to > from) {
        transaction.execute_batch(step)?;
        schema::set_version(&transaction, to)?;
    }
    let dangling: i64 = transaction.query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
    if dangling > 0 {
        return Err(Fault::Damaged(format!("{dangling} references lead nowhere after migrating")));
    }
    Ok(transaction.commit()?)
}
