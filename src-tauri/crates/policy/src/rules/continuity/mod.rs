//! How we would go on without the vendor (`practice.md` §6.8).

pub(super) mod escrow;
pub(super) mod exit;
pub(super) mod export;
pub(super) mod recovery;

pub(crate) use escrow::PROOF_MONTHS;
pub(crate) use export::EXPORT_TEST_MONTHS;
