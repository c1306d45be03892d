//! What printing, signing and scanning do to a page: pictures in grey, worn by a seed, and stored as scanners store them.
//!
//! It touches each of the millions of pixels of a page some twenty times, and is compiled with optimisation in every profile:
//! without, the tests would mostly wait for it. It knows nothing of documents and of the application.
#![deny(missing_docs)]

pub mod dice;
pub mod jpeg;
mod wear;

pub use wear::{Grey, Wear};
