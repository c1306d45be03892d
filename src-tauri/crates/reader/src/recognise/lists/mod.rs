//! What a report lists besides its tests: subservice organizations, complementary controls, responsibilities, incidents.
//!
//! [`topics`] finds the headings under which such lists stand and cuts what is below them into [`piece`]s; [`items`] reads
//! what others are to do out of paragraphs, lists and tables. The recognisers [`super::cuecs`], [`super::csocs`],
//! [`super::subservice`] and [`super::incidents`] ask them.

pub(crate) mod columns;
pub(crate) mod items;
pub(crate) mod known;
pub(crate) mod matrix;
pub(crate) mod none;
pub(crate) mod piece;
mod split;
mod stated;
#[cfg(test)]
pub(crate) mod testing;
pub(crate) mod topic;
pub(crate) mod topics;
pub(crate) mod wording;

pub(crate) use self::known::{Known, Vendor};
pub(crate) use self::topic::Topic;
pub(crate) use self::topics::Section;
