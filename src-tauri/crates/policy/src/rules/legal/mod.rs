//! Confidentiality and contract (`practice.md` §3.0 A3, §3.7 H4).

pub(super) mod contract;
pub(super) mod nda;
