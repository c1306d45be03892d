//! What can go wrong. [`StoreError`] is small and stable: each variant exists because somebody above reacts to it.
//! [`Fault`] is what really happened; one exhaustive match turns it into the other.

use crate::access::ReadOnlyReason;
use rusqlite::ErrorCode;
use std::io;

/// Why the store did not do what was asked.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum StoreError {
    /// There is no file at the path.
    #[error("there is no such file")]
    NoSuchFile,
    /// The file is surely something else; `found` says what, e.g. "a PDF document".
    #[error("the file is no workspace but {found}")]
    NotAWorkspace {
        /// What the file is, as a phrase.
        found: &'static str,
    },
    /// A passphrase protects the file and none was given.
    #[error("the workspace is protected by a passphrase")]
    PassphraseNeeded,
    /// The passphrase does not open the file. Encryption looks like noise, so the file may also be no workspace at all, or
    /// one whose first 16 bytes are spoilt; any other damage of the beginning is [`StoreError::Damaged`].
    #[error("the passphrase is wrong, or the file is no workspace")]
    PassphraseWrong,
    /// The file was written by a newer program; it was not touched.
    #[error("the workspace has version {found}, this program knows up to {known}")]
    Newer {
        /// The file's schema version.
        found: u32,
        /// The newest version this program knows.
        known: u32,
    },
    /// The file is damaged so badly that it cannot be read.
    #[error("the workspace is damaged: {detail}")]
    Damaged {
        /// What was found, for the log.
        detail: String,
    },
    /// A new file would overwrite an existing one.
    #[error("there is a file of that name already")]
    FileExists,
    /// Something was to be written, but the workspace is open for reading only.
    #[error("the workspace can only be read")]
    ReadOnly {
        /// Why.
        why: ReadOnlyReason,
    },
    /// There is no space left on the medium; nothing was changed.
    #[error("the disk is full")]
    DiskFull,
    /// The operating system does not let us at the file.
    #[error("the file cannot be accessed: {detail}")]
    Inaccessible {
        /// What the system said, for the log.
        detail: String,
    },
    /// Others kept the file busy for longer than we wait; trying again may help.
    #[error("the workspace is busy")]
    Busy,
    /// The workspace holds something that excludes this: the same document, a vendor of that name.
    #[error("the workspace has this already: {what}")]
    Conflict {
        /// What must be unique, e.g. `vendor.name`, `document.sha256`.
        what: String,
    },
    /// Something that was named is not in the workspace.
    #[error("not in the workspace: {what}")]
    Missing {
        /// What, e.g. `vendor`.
        what: &'static str,
    },
    /// Nobody expected this.
    #[error("unexpected: {detail}")]
    Unexpected {
        /// What happened, for the log.
        detail: String,
    },
}

/// What really happened.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Fault {
    #[error("no such file")]
    NoSuchFile,
    #[error("not a workspace but {0}")]
    NotAWorkspace(&'static str),
    #[error("passphrase needed")]
    PassphraseNeeded,
    #[error("passphrase wrong")]
    PassphraseWrong,
    #[error("version {found} is newer than {known}")]
    Newer { found: u32, known: u32 },
    #[error("read-only")]
    ReadOnly(ReadOnlyReason),
    #[error("{0}")]
    Damaged(String),
    #[error("busy")]
    Busy,
    #[error("disk full")]
    DiskFull,
    #[error("the bytes given are not those announced")]
    OtherBytes,
    #[error("{0} conflicts")]
    Conflict(&'static str),
    #[error("{0} is missing")]
    Missing(&'static str),
    #[error("a copy of the file does not hold what the file holds: {0}")]
    UnsoundCopy(String),
    #[error("key derivation: {0}")]
    KeyDerivation(argon2::Error),
    #[error("no randomness: {0}")]
    Randomness(getrandom::Error),
    #[error(transparent)]
    Json(#[from] serde_json::Error),
    #[error(transparent)]
    Io(#[from] io::Error),
    #[error(transparent)]
    Sql(#[from] rusqlite::Error),
}

impl From<Fault> for StoreError {
    fn from(fault: Fault) -> Self {
        match fault {
            Fault::NoSuchFile => Self::NoSuchFile,
            Fault::NotAWorkspace(found) => Self::NotAWorkspace { found },
            Fault::PassphraseNeeded => Self::PassphraseNeeded,
            Fault::PassphraseWrong => Self::PassphraseWrong,
            Fault::Newer { found, known } => Self::Newer { found, known },
            Fault::ReadOnly(why) => Self::ReadOnly { why },
            Fault::Damaged(detail) => Self::Damaged { detail },
            Fault::Busy => Self::Busy,
            Fault::DiskFull => Self::DiskFull,
            Fault::Conflict(what) => Self::Conflict { what: what.to_owned() },
            Fault::Missing(what) => Self::Missing { what },
            Fault::OtherBytes
            | Fault::UnsoundCopy(_)
            | Fault::KeyDerivation(_)
            | Fault::Randomness(_)
            | Fault::Json(_) => Self::Unexpected { detail: fault.to_string() },
            Fault::Io(error) => from_io(&error),
            Fault::Sql(error) => from_sql(&error),
        }
    }
}

impl From<rusqlite::Error> for StoreError {
    fn from(error: rusqlite::Error) -> Self {
        Fault::Sql(error).into()
    }
}

fn from_io(error: &io::Error) -> StoreError {
    match error.kind() {
        io::ErrorKind::NotFound => StoreError::NoSuchFile,
        io::ErrorKind::AlreadyExists => StoreError::FileExists,
        io::ErrorKind::StorageFull | io::ErrorKind::QuotaExceeded | io::ErrorKind::FileTooLarge => StoreError::DiskFull,
        io::ErrorKind::ReadOnlyFilesystem => StoreError::ReadOnly { why: ReadOnlyReason::Medium },
        _ => StoreError::Inaccessible { detail: error.to_string() },
    }
}

fn from_sql(error: &rusqlite::Error) -> StoreError {
    match error {
        rusqlite::Error::SqliteFailure(code, message) => {
            let detail = || message.clone().unwrap_or_else(|| code.to_string());
            match code.code {
                ErrorCode::DiskFull => StoreError::DiskFull,
                ErrorCode::ReadOnly => StoreError::ReadOnly { why: ReadOnlyReason::Medium },
                ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked | ErrorCode::FileLockingProtocolFailed => {
                    StoreError::Busy
                }
                ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase => StoreError::Damaged { detail: detail() },
                ErrorCode::CannotOpen | ErrorCode::PermissionDenied | ErrorCode::SystemIoFailure => {
                    StoreError::Inaccessible { detail: detail() }
                }
                ErrorCode::ConstraintViolation => from_constraint(code.extended_code, &detail()),
                _ => StoreError::Unexpected { detail: detail() },
            }
        }
        // A value that its own type refuses was not written by this program.
        rusqlite::Error::FromSqlConversionFailure(..)
        | rusqlite::Error::IntegralValueOutOfRange(..)
        | rusqlite::Error::InvalidColumnType(..)
        | rusqlite::Error::Utf8Error(..) => StoreError::Damaged { detail: error.to_string() },
        _ => StoreError::Unexpected { detail: error.to_string() },
    }
}

fn from_constraint(extended: i32, message: &str) -> StoreError {
    match extended {
        rusqlite::ffi::SQLITE_CONSTRAINT_UNIQUE | rusqlite::ffi::SQLITE_CONSTRAINT_PRIMARYKEY => {
            let what = message.rsplit(": ").next().unwrap_or(message).to_owned();
            StoreError::Conflict { what }
        }
        rusqlite::ffi::SQLITE_CONSTRAINT_FOREIGNKEY => StoreError::Missing { what: "something referred to" },
        _ => StoreError::Unexpected { detail: message.to_owned() },
    }
}
