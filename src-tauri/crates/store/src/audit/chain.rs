//! The chain of hashes over the audit log.
//!
//! An entry's hash covers its own fields and the hash before it, so nobody changes, removes or inserts one without all
//! later hashes failing. Length and head stand in the `workspace` row, so entries cut off at the end are missed too. Who can
//! write the file and recomputes everything, head included, is not found out by the file alone; the head kept elsewhere
//! (every backup has one) finds them out.

use crate::{Snapshot, StoreError, column, error::Fault};
use countersign_domain::{Sha256, WorkspaceId};
use rusqlite::Row;
use sha2::Digest as _;

/// What the chain is about and in which form; part of its first hash.
const FORM: &str = "countersign-audit/1";

/// Whether the audit log is whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ChainReport {
    /// How many entries there should be.
    pub entries: u64,
    /// The number of the first entry that is missing, surplus or not as it was written.
    pub broken_at: Option<u64>,
}

/// Everything of an entry that its hash covers.
#[derive(Debug)]
pub(crate) struct Link<'a> {
    pub(crate) seq: u64,
    pub(crate) at: &'a str,
    pub(crate) actor: &'a str,
    pub(crate) actor_name: &'a str,
    pub(crate) op: &'a str,
    pub(crate) subject_kind: &'a str,
    pub(crate) subject_id: &'a str,
    pub(crate) subject_name: &'a str,
    pub(crate) vendor: Option<&'a str>,
    pub(crate) detail: &'a str,
    pub(crate) prev_hash: Sha256,
}

impl Link<'_> {
    /// Hashes the previous hash, then each field in the order of the table as its length in 8 bytes, big-endian, and its
    /// UTF-8: no two different entries have the same encoding. A missing vendor is the empty text.
    pub(crate) fn hash(&self) -> Sha256 {
        let mut hasher = sha2::Sha256::new();
        hasher.update(self.prev_hash.as_bytes());
        for field in [
            self.seq.to_string().as_str(),
            self.at,
            self.actor,
            self.actor_name,
            self.op,
            self.subject_kind,
            self.subject_id,
            self.subject_name,
            self.vendor.unwrap_or_default(),
            self.detail,
        ] {
            hasher.update((field.len() as u64).to_be_bytes());
            hasher.update(field.as_bytes());
        }
        Sha256::from_bytes(hasher.finalize().into())
    }
}

/// The hash before the first entry: ties the chain to its workspace.
pub(crate) fn start(workspace: WorkspaceId) -> Sha256 {
    Sha256::of(format!("{FORM} {workspace}").as_bytes())
}

impl Snapshot<'_> {
    /// Recomputes the whole chain.
    pub fn verify_chain(&self) -> Result<ChainReport, StoreError> {
        let (id, entries, head) =
            self.statement("SELECT id, audit_count, audit_head FROM workspace")?.query_row([], |row| {
                let id = column::get(row, 0, column::parsed::<WorkspaceId>)?;
                Ok((id, row.get::<_, u64>(1)?, row.get::<_, String>(2)?))
            })?;
        let mut before = start(id);
        let mut seq = 0;
        let mut statement = self.statement(include_str!("chain.sql"))?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            seq += 1;
            match follow(row, seq, before)? {
                Some(hash) if seq <= entries => before = hash,
                _ => return Ok(ChainReport { entries, broken_at: Some(seq) }),
            }
        }
        let broken_at = if seq < entries {
            Some(seq + 1)
        } else if before.to_string() != head {
            Some(seq)
        } else {
            None
        };
        Ok(ChainReport { entries, broken_at })
    }
}

/// Gives the entry's hash where it follows on the one before.
fn follow(row: &Row<'_>, seq: u64, before: Sha256) -> Result<Option<Sha256>, Fault> {
    let text = |at: usize| -> Result<&str, Fault> { Ok(row.get_ref(at)?.as_str().map_err(rusqlite::Error::from)?) };
    let link = Link {
        seq: row.get(0)?,
        at: text(1)?,
        actor: text(2)?,
        actor_name: text(3)?,
        op: text(4)?,
        subject_kind: text(5)?,
        subject_id: text(6)?,
        subject_name: text(7)?,
        vendor: row.get_ref(8)?.as_str_or_null().map_err(rusqlite::Error::from)?,
        detail: text(9)?,
        prev_hash: before,
    };
    let hash = link.hash();
    let follows = link.seq == seq && text(10)? == before.to_string() && text(11)? == hash.to_string();
    Ok(follows.then_some(hash))
}
