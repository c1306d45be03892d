//! The vendor's vendors (`practice.md` §3.6).

pub(super) mod controls;
pub(super) mod covered;
