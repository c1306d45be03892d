//! The schema: one readable file, the same as all migrations lead to.

use super::{Place, assert_sound, at, holder, stamp, vendor};
use crate::{
    Hit, StoreError, Workspace,
    audit::SubjectKind,
    connection::{self, Mode},
    error::Fault,
    migrate,
    schema::{APPLICATION_ID, CURRENT, VERSION},
    workspace::Opening,
};
use countersign_domain::{CopyFound, FactKey, ListName, Op, Opinion, Outcome, Role, Stage, Tier};
use rusqlite::Connection;
use std::collections::BTreeMap;

/// Every object of a schema with its text, white space and comments squeezed.
fn objects(connection: &Connection) -> BTreeMap<String, String> {
    let mut statement =
        connection.prepare("SELECT type || ' ' || name, coalesce(sql, '') FROM sqlite_schema").expect("prepares");
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get::<_, String>(1)?))).expect("queries");
    rows.map(|row| {
        let (name, sql) = row.expect("a row");
        let words: Vec<_> = sql
            .lines()
            .map(|line| line.split("--").next().unwrap_or_default())
            .flat_map(str::split_whitespace)
            .collect();
        (name, words.join(" "))
    })
    .collect()
}

fn current() -> Connection {
    let connection = Connection::open_in_memory().expect("opens");
    connection.execute_batch(CURRENT).expect("the schema is valid");
    connection
}

/// Makes a file of an older version, as the steps up to then made it.
fn old(version: u32) -> Connection {
    let mut connection = Connection::open_in_memory().expect("opens");
    migrate::run(&mut connection, 0, &migrate::STEPS[..version as usize]).expect("migrates");
    connection
}

#[test]
fn migrating_every_old_version_gives_the_current_schema() {
    let current = objects(&current());
    for version in 0..VERSION {
        let mut connection = old(version);
        migrate::run(&mut connection, version, migrate::STEPS).expect("migrates");
        assert_eq!(objects(&connection), current, "from version {version}");
        let reached: u32 =
            connection.pragma_query_value(None, "user_version", |row| row.get(0)).expect("has a version");
        assert_eq!(reached, VERSION);
    }
}

/// A document of version 1 with its reading, and two judgements of it.
const FIRST_DOCUMENT: &str = r#"
    INSERT INTO person (id, name, active) VALUES ('00000000-0000-7000-8000-000000000001', 'Ada', 1);
    INSERT INTO blob (sha256, length) VALUES (printf('%064d', 7), 0);
    INSERT INTO document (
        id, sha256, file_name, pages, received_at, received_by, state, kind, facts, open_facts, contradictions, warnings,
        has_text, reading)
    VALUES (
        '00000000-0000-7000-8000-000000000002', printf('%064d', 7), 'a.pdf', 1, '2026-01-01T00:00:00.000000000Z',
        '00000000-0000-7000-8000-000000000001', 'waiting', 'other', 0, 0, 0, 0, 1,
        '{"document": {"extractor": "reader 0.1.0"}, "opinion": {"value": "adverse"}, "period_end": null}');
    INSERT INTO judgement (id, document, fact, verdict, value, judged_by, judged_at) VALUES
        ('00000000-0000-7000-8000-000000000003', '00000000-0000-7000-8000-000000000002', 'opinion', 'confirmed', NULL,
        '00000000-0000-7000-8000-000000000001', '2026-01-02T00:00:00.000000000Z'),
        ('00000000-0000-7000-8000-000000000004', '00000000-0000-7000-8000-000000000002', 'period_end', 'corrected',
        '"2025-12-31"', '00000000-0000-7000-8000-000000000001', '2026-01-02T00:00:00.000000000Z');
"#;

#[test]
fn a_document_of_the_first_version_keeps_its_reading_and_its_judgements() {
    let mut connection = old(1);
    connection.execute_batch(FIRST_DOCUMENT).expect("fills");
    let before: String = connection.query_row("SELECT reading FROM document", [], |row| row.get(0)).expect("one");
    migrate::run(&mut connection, 1, migrate::STEPS).expect("migrates");
    let kept: (u32, String, String, String) = connection
        .query_row("SELECT number, extractor, read_at, reading FROM reading", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })
        .expect("one reading");
    assert_eq!((kept.0, kept.1.as_str()), (1, "reader 0.1.0"), "the reading says what made it");
    assert_eq!(kept.2, "2026-01-01T00:00:00.000000000Z", "it was made when the document came");
    assert_eq!(kept.3, before, "not a byte of it may change");
    let judged: Vec<(u32, String, Option<String>, Option<String>)> = connection
        .prepare("SELECT seq, fact, value, read FROM judgement ORDER BY seq")
        .and_then(|mut statement| {
            statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?)))?.collect()
        })
        .expect("the judgements");
    let adverse = r#"{"value":"adverse"}"#.to_owned();
    let expected = [
        (1, "opinion".to_owned(), None, Some(adverse)),
        (2, "period_end".to_owned(), Some(r#""2025-12-31""#.to_owned()), None),
    ];
    assert_eq!(judged, expected, "a confirmation knows what it confirmed");
}

#[test]
fn every_table_is_strict_and_every_reference_has_an_index() {
    let connection = current();
    let lax: Vec<String> = connection
        .prepare("SELECT name FROM pragma_table_list WHERE type = 'table' AND NOT strict AND name NOT LIKE 'sqlite_%'")
        .and_then(|mut statement| statement.query_map([], |row| row.get(0))?.collect())
        .expect("lists");
    assert!(lax.is_empty(), "not STRICT: {lax:?}");
    let without_index: Vec<(String, String)> = connection
        .prepare(
            "SELECT tables.name, keys.\"from\"
             FROM pragma_table_list AS tables, pragma_foreign_key_list(tables.name) AS keys
             WHERE tables.type = 'table' AND NOT EXISTS (
                SELECT * FROM pragma_index_list(tables.name) AS indexes, pragma_index_info(indexes.name) AS columns
                WHERE columns.seqno = 0 AND columns.name = keys.\"from\")",
        )
        .and_then(|mut statement| statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?.collect())
        .expect("lists");
    assert!(without_index.is_empty(), "references without an index: {without_index:?}");
}

/// Lists the names that a CHECK allows.
fn allowed(column: &str) -> Vec<String> {
    let (_, rest) = CURRENT.split_once(&format!("{column} IN (")).expect("the schema has the check");
    let (list, _) = rest.split_once(')').expect("the list ends");
    list.split(',').map(|name| name.trim().trim_matches('\'').to_owned()).collect()
}

#[test]
fn the_names_that_the_schema_allows_are_those_of_the_domain() {
    fn assert_same(column: &str, names: impl IntoIterator<Item = &'static str>) {
        let (mut ours, mut theirs) = (allowed(column), names.into_iter().map(str::to_owned).collect::<Vec<_>>());
        ours.sort();
        theirs.sort();
        assert_eq!(ours, theirs, "{column}: the schema and the domain must know the same names");
    }
    assert_same("role", Role::ALL.map(Role::as_str));
    assert_same("tier", Tier::ALL.map(Tier::as_str));
    assert_same("stage", Stage::ALL.map(Stage::as_str));
    assert_same("outcome", Outcome::ALL.map(Outcome::as_str));
    assert_same("fact", FactKey::ALL.map(FactKey::as_str));
    assert_same("list", ListName::ALL.iter().map(|list| list.as_str()));
    assert_same("found", CopyFound::ALL.iter().map(|found| found.as_str()));
    assert_same("subject_kind", SubjectKind::ALL.map(SubjectKind::as_str));
    let opinions = [Opinion::Unqualified, Opinion::Qualified, Opinion::Adverse, Opinion::Disclaimer];
    let opinions: Vec<_> = opinions.into_iter().map(crate::column::of_serde_name).collect();
    assert_eq!(allowed("opinion"), opinions, "the schema and the domain must know the same opinions");
}

/// A step that does what real ones do: rebuilds a table that others refer to.
const STEP_2: &str = "
    CREATE TABLE person_2 (
        id TEXT NOT NULL PRIMARY KEY CHECK (length(id) = 36),
        name TEXT NOT NULL,
        title TEXT,
        active INTEGER NOT NULL,
        phone TEXT
    ) STRICT;
    INSERT INTO person_2 (id, name, title, active) SELECT id, name, title, active FROM person;
    DROP TRIGGER person_keeps_rows;
    DROP TABLE person;
    ALTER TABLE person_2 RENAME TO person;
";

#[test]
fn a_file_is_copied_before_it_is_migrated() {
    let place = Place::new();
    let workspace = place.create(None);
    super::add_vendor(&workspace, &vendor(1, "Kept")).expect("enters");
    drop(workspace);
    let holder = holder("next");
    let steps = [migrate::STEPS, &[STEP_2]].concat();
    let workspace = Opening::with_steps(&place.path(), &holder, at(5), &steps).expect("migrates");
    let version: u32 = workspace
        .read(|db| Ok::<_, StoreError>(db.connection().pragma_query_value(None, "user_version", |row| row.get(0))?))
        .expect("reads");
    assert_eq!(version, VERSION + 1);
    assert_sound(&workspace);
    super::add_vendor(&workspace, &vendor(2, "Later")).expect("references work after the rebuilt table");
    drop(workspace);
    let others = place.others();
    assert_eq!(others.len(), 1, "exactly the copy lies beside: {others:?}");
    let copy = super::try_open(&place.folder.path().join(&others[0]), None).expect("the copy is a workspace");
    assert_eq!(copy.read(|db| db.vendor_count()).expect("reads"), 1, "the copy is from before");
    drop(copy);
    let refused = place.try_open(None);
    assert_eq!(
        refused.err(),
        Some(StoreError::Newer { found: VERSION + 1, known: VERSION }),
        "this program refuses what the next one wrote"
    );
}

#[test]
fn a_step_that_fails_changes_nothing() {
    let place = Place::new();
    drop(place.create(None));
    let before = std::fs::read(place.path()).expect("reads");
    let holder = holder("next");
    for broken in [
        "CREATE TABLE half (a TEXT) STRICT; this is no SQL;",
        "PRAGMA defer_foreign_keys = ON; DROP TRIGGER person_keeps_rows; DELETE FROM person;",
    ] {
        let steps = [migrate::STEPS, &[broken]].concat();
        let failed = Opening::with_steps(&place.path(), &holder, at(5), &steps);
        assert!(matches!(failed, Err(Fault::Sql(_) | Fault::Damaged(_))), "it must fail, got {failed:?}");
        for copy in place.others() {
            std::fs::remove_file(place.folder.path().join(copy)).expect("removes");
        }
    }
    assert_eq!(std::fs::read(place.path()).expect("reads"), before, "the file must be as it was");
}

#[test]
fn the_file_says_what_it_is() {
    let place = Place::new();
    drop(place.create(None));
    let bytes = std::fs::read(place.path()).expect("reads");
    assert_eq!(bytes[68..72], APPLICATION_ID.to_be_bytes(), "the application id stands where `file` looks for it");
    assert_eq!(bytes[18..20], [1, 1], "the file is not in WAL mode");
}

#[test]
fn what_was_recorded_cannot_be_changed() {
    let place = Place::new();
    let workspace = place.create(None);
    super::add(&workspace, &super::sample(1, 10, &["words"])).expect("stores");
    super::add_vendor(&workspace, &vendor(1, "One")).expect("enters");
    let recognised = crate::RecognisedRow { page: 1, engine: "test".to_owned(), words: Vec::new() };
    let document = super::sample(1, 10, &["words"]).document.id;
    let kept =
        workspace.write(&stamp(Op::ReadAgain), |db| db.insert_recognised(document, std::slice::from_ref(&recognised)));
    kept.expect("keeps");
    for sql in [
        "DELETE FROM recognised",
        "UPDATE recognised SET words = x'00'",
        "DELETE FROM audit",
        "UPDATE audit SET detail = '{}'",
        "DELETE FROM blob_piece",
        "UPDATE blob SET length = 1",
        "UPDATE document SET sha256 = sha256",
        "DELETE FROM document",
        "UPDATE page SET text = 'other'",
        "UPDATE page SET number = number + 1",
        "UPDATE reading SET reading = '{}'",
        "DELETE FROM reading",
        "DELETE FROM vendor",
        "DELETE FROM person",
    ] {
        let tried = workspace.write(&stamp(Op::ChangeSettings), |db| -> Result<(), StoreError> {
            db.connection().execute_batch(sql)?;
            Ok(())
        });
        assert!(matches!(tried, Err(StoreError::Unexpected { .. })), "{sql} must be refused, got {tried:?}");
    }
    assert_sound(&workspace);
}

#[test]
fn a_reader_cannot_write() {
    let place = Place::new();
    let workspace = place.create(None);
    let tried = workspace.read(|db| -> Result<(), StoreError> {
        db.connection().execute_batch("DELETE FROM draft")?;
        Ok(())
    });
    assert!(matches!(tried, Err(StoreError::ReadOnly { .. })), "got {tried:?}");
}

#[test]
fn search_indexes_survive_a_copy_of_the_file() {
    let place = Place::new();
    let workspace: Workspace = place.create(None);
    super::add(&workspace, &super::sample(1, 10, &["the quick fox"])).expect("stores");
    drop(workspace);
    // VACUUM renumbers rows that have no key of their own.
    let raw = connection::open(&place.path(), Mode::Copy, None).expect("opens");
    raw.execute_batch("VACUUM").expect("vacuums");
    drop(raw);
    let hits = place.open().read(|db| db.search("fox", 5)).expect("searches");
    assert!(matches!(hits.as_slice(), [Hit::Page { page: 1, .. }]), "the index still points at the page: {hits:?}");
}

#[test]
fn reviews_finished_before_say_what_they_looked_at_in_what_was_frozen() {
    // The step that adds it is found by its words: its number is given when it is merged.
    let step = migrate::STEPS.iter().position(|step| step.contains("CREATE TABLE review_looked")).expect("a step");
    let mut connection = old(u32::try_from(step).expect("few steps"));
    connection
        .execute_batch(
            r#"INSERT INTO person (id, name, active) VALUES ('00000000-0000-4000-8000-000000000001', 'Mara Lind', 1);
            INSERT INTO vendor (id, name, stage, created_at)
                VALUES ('00000000-0000-4000-8000-000000000002', 'One', 'active', '2026-03-01T09:00:00Z');
            INSERT INTO review (id, vendor, number, started_by, started_at, signed_by, signed_at, finished_at,
                frozen_sha256, frozen)
            VALUES ('00000000-0000-4000-8000-000000000003', '00000000-0000-4000-8000-000000000002', 1,
                '00000000-0000-4000-8000-000000000001', '2026-03-01T09:00:00Z', '00000000-0000-4000-8000-000000000001',
                '2026-03-01T09:00:00Z', '2026-03-01T10:00:00Z', printf('%064d', 0),
                '{"documents":[{"document":"00000000-0000-4000-8000-000000000009","main":true}],
                "rules":[{"code":"DATE-GAP","outcome":"warn"},{"code":"DATE-AGE","outcome":"pass"}]}');"#,
        )
        .expect("a review of then");
    migrate::run(&mut connection, u32::try_from(step).expect("few steps"), migrate::STEPS).expect("migrates");
    let looked: String =
        connection.query_row("SELECT looked FROM review_looked", [], |row| row.get(0)).expect("one row");
    let looked: countersign_domain::Looked = serde_json::from_str(&looked).expect("as the application reads it");
    let document = "00000000-0000-4000-8000-000000000009".parse().expect("an id");
    assert_eq!((looked.documents, looked.warned), ([document].into(), ["DATE-GAP".to_owned()].into()));
}
