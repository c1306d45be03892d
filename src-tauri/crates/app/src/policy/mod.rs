//! The acceptance policy: which version is in force, what a draft would change, saving the next version.

mod draft;
mod save;
mod view;
mod words;

pub(crate) use save::ensure_stored;

use countersign_policy::Policy;
use countersign_store::{PolicyRow, Snapshot, StoreError};

/// The policy in force: the standard until another was saved.
pub(crate) fn in_force(db: &Snapshot<'_>) -> Result<Policy, StoreError> {
    db.policy()?.map_or_else(|| Ok(Policy::standard().clone()), |row| parsed(&row))
}

/// A version as it was saved.
fn parsed(row: &PolicyRow) -> Result<Policy, StoreError> {
    Policy::from_json(&row.policy)
        .map_err(|error| StoreError::Unexpected { detail: format!("policy version {}: {error}", row.version) })
}
