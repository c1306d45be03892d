//! Temporary tables and views under the names of those of the file: SQLite looks for a name among the temporary ones first.

use crate::error::Fault;
use rusqlite::Connection;

/// Tables whose rows are never changed, with what says when a row came.
const BY_TIME: [(&str, &str); 15] = [
    ("reading", "read_at"),
    ("judgement", "judged_at"),
    ("decision", "recorded_at"),
    ("condition_done", "done_at"),
    ("decision_signature", "signed_at"),
    ("packet", "made_at"),
    ("tier_assignment", "assigned_at"),
    ("alternative", "recorded_at"),
    ("alternative_withdrawal", "withdrawn_at"),
    ("acceptance_request", "recorded_at"),
    ("acceptance_answer", "answered_at"),
    ("firm_check", "recorded_at"),
    ("review_looked", "finished_at"),
    ("signed_copy", "said_at"),
    ("paper_signature", "said_at"),
];

/// Columns by which tables are searched; each table has those that it has.
const SEARCHED: [&str; 4] = ["id", "vendor", "document", "person"];

/// Puts tables back of which a row came, changed or went after the entry.
pub(super) fn rows_that_changed(connection: &Connection, entry: i64) -> Result<(), Fault> {
    connection.execute_batch(
        "CREATE TEMP TABLE before_row (of_table TEXT, key TEXT, was TEXT, PRIMARY KEY (of_table, key)) WITHOUT ROWID",
    )?;
    // The first change after the entry says what the row was at it.
    connection.execute(
        "INSERT INTO temp.before_row SELECT of_table, key, was FROM (
            SELECT of_table, key, was, min(row) FROM main.past_row WHERE entry > ? GROUP BY of_table, key)",
        [entry],
    )?;
    let tables: Vec<String> = all(connection, "SELECT DISTINCT of_table FROM temp.before_row")?;
    for table in tables {
        put_back(connection, &table)?;
    }
    Ok(())
}

/// Puts one table back: the rows of now that did not change since, and those that did as they were.
fn put_back(connection: &Connection, table: &str) -> Result<(), Fault> {
    let columns: Vec<String> = all(connection, &format!("SELECT name FROM pragma_table_info('{table}', 'main')"))?;
    let key: String = key_of(connection, table)?;
    let before: Vec<String> = columns.iter().map(|column| format!("json_extract(was, '$.{column}')")).collect();
    let (columns_of_now, before) = (columns.join(", "), before.join(", "));
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE {table} AS
            SELECT {columns_of_now} FROM main.{table}
            WHERE {key} NOT IN (SELECT key FROM temp.before_row WHERE of_table = '{table}')
            UNION ALL
            SELECT {before} FROM temp.before_row WHERE of_table = '{table}' AND was IS NOT NULL;",
    ))?;
    for column in SEARCHED.iter().filter(|column| columns.iter().any(|known| known == *column)) {
        connection.execute_batch(&format!("CREATE INDEX temp.past_{table}_{column} ON {table} ({column})"))?;
    }
    Ok(())
}

/// How the key of a row follows from its columns: as the trigger of the table writes it.
fn key_of(connection: &Connection, table: &str) -> Result<String, Fault> {
    let sql = "SELECT sql FROM main.sqlite_schema WHERE type = 'trigger' AND name = ?";
    let trigger: String = connection.query_row(sql, [format!("{table}_came")], |row| row.get(0))?;
    let (_, rest) = trigger
        .split_once(&format!("'{table}', "))
        .ok_or_else(|| Fault::Damaged(format!("the trigger of {table} is another")))?;
    let (key, _) =
        rest.split_once(", NULL").ok_or_else(|| Fault::Damaged(format!("the trigger of {table} is another")))?;
    Ok(key.replace("new.", ""))
}

/// Hides what came after the entry in tables whose rows stay as they are.
pub(super) fn rows_that_stay(connection: &Connection, entry: i64, until: &str) -> Result<(), Fault> {
    for (table, time) in BY_TIME {
        view(connection, table, &format!("SELECT * FROM main.{table} WHERE {time} < '{until}'"))?;
    }
    // A version that began in force with the workspace has no write of its own.
    view(connection, "policy", &format!("SELECT * FROM main.policy WHERE saved_at < '{until}'"))?;
    for table in ["decision_condition", "decision_signer"] {
        let of_known = format!("SELECT id FROM main.decision WHERE recorded_at < '{until}'");
        view(connection, table, &format!("SELECT * FROM main.{table} WHERE decision IN ({of_known})"))?;
    }
    view(connection, "audit", &format!("SELECT * FROM main.audit WHERE seq <= {entry}"))?;
    view(connection, "past_row", &format!("SELECT * FROM main.past_row WHERE entry <= {entry}"))?;
    // What was worked out of a document that was read or judged again since is worked out anew.
    connection.execute_batch(&format!(
        "CREATE TEMP TABLE looked_at_later (document TEXT PRIMARY KEY) WITHOUT ROWID;
        INSERT INTO temp.looked_at_later
            SELECT document FROM main.reading WHERE read_at >= '{until}'
            UNION SELECT document FROM main.judgement WHERE judged_at >= '{until}'",
    ))?;
    let of_then = "SELECT * FROM main.document_evidence AS kept
        WHERE NOT EXISTS (SELECT 1 FROM temp.looked_at_later AS later WHERE later.document = kept.document)";
    view(connection, "document_evidence", of_then)
}

fn view(connection: &Connection, table: &str, select: &str) -> Result<(), Fault> {
    Ok(connection.execute_batch(&format!("CREATE TEMP VIEW {table} AS {select}"))?)
}

fn all(connection: &Connection, sql: &str) -> Result<Vec<String>, Fault> {
    Ok(connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?)
}
