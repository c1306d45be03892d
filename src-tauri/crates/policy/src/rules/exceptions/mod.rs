//! What failed, and what became of it (`practice.md` §3.4, §5).

pub(super) mod family;
pub(super) mod listed;
pub(super) mod open;
