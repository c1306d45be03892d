//! What the auditor concluded.

pub(super) mod kind;
