//! The workspace as it was on a day.

use super::{Place, add_vendor, at, stamp, vendor};
use crate::{StoreError, schema::CURRENT};
use chrono::TimeDelta;
use countersign_domain::{Op, Stage};
use rusqlite::Connection;

/// Tables that the past puts back row by row.
fn followed() -> Vec<String> {
    let connection = Connection::open_in_memory().expect("opens");
    connection.execute_batch(CURRENT).expect("the schema is valid");
    connection
        .prepare("SELECT tbl_name FROM sqlite_schema WHERE type = 'trigger' AND name = tbl_name || '_came'")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("lists")
}

#[test]
fn what_a_row_was_holds_every_column_of_it() {
    let connection = Connection::open_in_memory().expect("opens");
    connection.execute_batch(CURRENT).expect("the schema is valid");
    let tables = followed();
    assert!(tables.len() >= 15, "the tables whose rows change are followed: {tables:?}");
    for table in tables {
        let columns: Vec<String> = connection
            .prepare(&format!("SELECT name FROM pragma_table_info('{table}')"))
            .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
            .expect("lists");
        for event in ["changed", "went"] {
            let sql: String = connection
                .query_row("SELECT sql FROM sqlite_schema WHERE name = ?", [format!("{table}_{event}")], |row| {
                    row.get(0)
                })
                .unwrap_or_else(|error| panic!("{table} has no trigger for rows that {event}: {error}"));
            for column in &columns {
                let kept = format!("'{column}', old.{column}");
                assert!(sql.contains(&kept), "{table}_{event} forgets {column}");
            }
        }
    }
}

#[test]
fn a_vendor_is_what_it_was_until_it_changed() {
    let place = Place::new();
    let workspace = place.create(None);
    let mut one = vendor(1, "One");
    one.stage = Stage::Intake;
    add_vendor(&workspace, &one).expect("enters");
    let mut later = stamp(Op::ChangeVendor);
    later.at = at(0) + TimeDelta::days(10);
    one.stage = Stage::Tiered;
    one.aliases = vec![countersign_domain::Name::parse("First").expect("a name")];
    workspace.write(&later, |db| db.update_vendor(&one)).expect("changes");
    let mut two = stamp(Op::CreateVendor);
    two.at = at(0) + TimeDelta::days(20);
    workspace.write(&two, |db| db.insert_vendor(&vendor(2, "Two"))).expect("enters");

    let on = |days: i64| {
        workspace
            .read_past(at(0) + TimeDelta::days(days), |db| {
                let rows = db.vendors()?;
                Ok::<_, StoreError>(
                    rows.into_iter()
                        .map(|row| (row.vendor.name.to_string(), row.vendor.stage, row.vendor.aliases.len()))
                        .collect::<Vec<_>>(),
                )
            })
            .expect("reads")
    };
    assert_eq!(on(5), [("One".to_owned(), Stage::Intake, 2)], "before it changed, with its two other names");
    assert_eq!(on(15), [("One".to_owned(), Stage::Tiered, 1)], "after, and before the other was entered");
    assert_eq!(on(25).len(), 2);
    assert_eq!(on(-5), [], "before the workspace was made there was nothing");

    let changes = workspace.read(|db| db.stage_changes()).expect("reads");
    let of_one: Vec<_> = changes.iter().filter(|(id, _)| *id == one.id).map(|(_, b)| (b.was, b.became)).collect();
    assert_eq!(of_one, [(None, Stage::Intake), (Some(Stage::Intake), Stage::Tiered)]);
    let then = workspace.read_past(at(0) + TimeDelta::days(5), |db| db.stage_changes()).expect("reads");
    assert_eq!(then.len(), 1, "what came later was not known then: {then:?}");
}

#[test]
fn the_past_cannot_be_written() {
    let place = Place::new();
    let workspace = place.create(None);
    add_vendor(&workspace, &vendor(1, "One")).expect("enters");
    let tried = workspace.read_past(at(0) + TimeDelta::days(1), |db| -> Result<(), StoreError> {
        db.connection().execute_batch("DELETE FROM main.draft")?;
        Ok(())
    });
    assert!(matches!(tried, Err(StoreError::ReadOnly { .. })), "got {tried:?}");
}
