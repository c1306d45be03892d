//! Opens connections. Every pragma has its reason beside it.

use crate::{error::Fault, protection::key::Key};
use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};
use std::{fmt::Write as _, path::Path, time::Duration};
use zeroize::Zeroizing;

/// What a connection is for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// The one that writes.
    Write,
    /// One of those that read.
    Read,
    /// Reads the whole file once to copy it; no settings that keep a copy from being made.
    Copy,
}

/// How long a reader waits for a commit, and the writer for readers. A commit of a large report takes about a second.
const PATIENCE: Duration = Duration::from_secs(10);

const PRAGMAS_OF_ALL: &str = "
    -- Of the four of SQLite's own that are on in most builds: make them sure.
    PRAGMA foreign_keys = ON;
    -- A schema that was edited from outside must not run functions that can do harm.
    PRAGMA trusted_schema = OFF;
    -- Finds damaged pages when they are read, not when they have spread; costs nothing measurable.
    PRAGMA cell_size_check = ON;
    -- Sorting and large transactions would put plain text of a protected workspace into files in /tmp.
    PRAGMA temp_store = MEMORY;
    -- Off: SQLCipher cannot use it, and an I/O error on a network drive would be a crash instead of an error.
    PRAGMA mmap_size = 0;
";

const PRAGMAS_OF_WRITER: &str = "
    -- Not WAL: at rest the workspace must be exactly one file, also on network drives and read-only media, where
    -- WAL does not work (decisions/0003).
    PRAGMA journal_mode = DELETE;
    -- What a person was told is recorded must survive a power failure: also the removal of the journal is synced.
    PRAGMA synchronous = EXTRA;
    -- In a file without passphrase, thrown-away drafts must not linger in free pages.
    PRAGMA secure_delete = ON;
    -- 64 MiB: a usual report fits, so that readers are shut out only while the commit is written.
    PRAGMA cache_size = -65536;
";

const PRAGMAS_OF_READER: &str = "
    -- Readers share the machine with the writer; pages are small and local.
    PRAGMA cache_size = -8192;
    -- A second lock on the door: a reader that writes is a mistake of ours.
    PRAGMA query_only = ON;
";

/// Opens an existing file, proves that the key fits, and makes it ready for its use.
pub(crate) fn open(path: &Path, mode: Mode, key: Option<&Key>) -> Result<Connection, Fault> {
    let connection = open_untouched(path, mode, key)?;
    settle(&connection, mode)?;
    Ok(connection)
}

/// Opens an existing file and proves that the key fits; nothing of the file changes.
pub(crate) fn open_untouched(path: &Path, mode: Mode, key: Option<&Key>) -> Result<Connection, Fault> {
    let connection = open_unproved(path, mode, key)?;
    // SQLite opens lazily: a wrong key shows at the first read.
    match connection.query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get::<_, i64>(0)) {
        Ok(_) => {}
        Err(rusqlite::Error::SqliteFailure(code, _)) if key.is_some() && code.code == ErrorCode::NotADatabase => {
            return Err(Fault::PassphraseWrong);
        }
        Err(error) => return Err(error.into()),
    }
    Ok(connection)
}

/// Makes a connection ready for its use. Setting the journal's mode may write, so the file's version is checked before.
pub(crate) fn settle(connection: &Connection, mode: Mode) -> Result<(), Fault> {
    match mode {
        Mode::Write => connection.execute_batch(PRAGMAS_OF_WRITER)?,
        Mode::Read => connection.execute_batch(PRAGMAS_OF_READER)?,
        Mode::Copy => {}
    }
    Ok(())
}

/// Opens a file that may still be empty.
pub(crate) fn open_unproved(path: &Path, mode: Mode, key: Option<&Key>) -> Result<Connection, Fault> {
    let access = match mode {
        Mode::Write | Mode::Copy => OpenFlags::SQLITE_OPEN_READ_WRITE,
        Mode::Read => OpenFlags::SQLITE_OPEN_READ_ONLY,
    };
    // No SQLITE_OPEN_URI: a file may be called `file:x?mode=memory`. No mutex: a connection is never shared.
    let connection = Connection::open_with_flags(path, access | OpenFlags::SQLITE_OPEN_NO_MUTEX)?;
    connection.busy_timeout(PATIENCE)?;
    // A wrong passphrase is an answer, not a line on stderr.
    connection.execute_batch("PRAGMA cipher_log_level = NONE")?;
    if let Some(key) = key {
        let mut statement = Zeroizing::new(String::with_capacity(200));
        // The format is pinned: a later SQLCipher with other defaults must still read it.
        write!(statement, "PRAGMA key = \"{}\"; PRAGMA cipher_compatibility = 4;", key.spelled().as_str())
            .expect("writing to a string cannot fail");
        connection.execute_batch(&statement)?;
    }
    if mode != Mode::Copy {
        // The schema and the shadow tables of full-text search change only through their own statements.
        connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    }
    // "x" in double quotes is a column or an error, never a string.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    connection.execute_batch(PRAGMAS_OF_ALL)?;
    // More statements than the default 16 are in turn used by one screen.
    connection.set_prepared_statement_cache_capacity(64);
    Ok(connection)
}
