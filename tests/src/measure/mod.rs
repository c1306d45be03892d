//! How well documents are read: readings are compared with what is known of the documents.

pub mod figures;
mod lists;
pub mod quotes;
pub mod score;
mod words;

pub use figures::{Counts, Figures, LISTS, SCALARS};
pub use score::score;
