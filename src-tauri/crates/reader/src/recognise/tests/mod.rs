//! Whole reports in the wording of many houses, read and compared. All wording is invented.

mod house_styles;
mod openings;
