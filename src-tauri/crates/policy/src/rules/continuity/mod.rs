//! How we would go on without the vendor (`practice.md` §6.8).

pub(super) mod escrow;
pub(super) mod exit;
pub(super) mod export;
pub(super) mod recovery;
