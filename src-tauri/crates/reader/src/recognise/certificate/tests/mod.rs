//! Certificates of many bodies, read and compared. All wording is invented.

mod bodies;
mod letterheads;
