//! Our own process (`practice.md` §4.3, §7.2).

pub(super) mod approvers;
pub(super) mod cadence;
pub(super) mod second_reader;
