//! Whether the report is about the right company and the right product.

pub(super) mod company;
pub(super) mod product;
