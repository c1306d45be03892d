//! What the tests share: the bridge that lets a browser talk to the real application.
//!
//! Nothing here is part of the product. The bridge listens on the loopback address only.
#![deny(missing_docs)]

pub mod bridge;
pub mod evaluation;
pub mod generator;
pub mod journey;
pub mod measure;
pub mod paper;
pub mod report;
pub mod scan;
pub mod seed;
