//! From the bytes of a PDF to pages of positioned words, and from those to a reading.
//!
//! The lower half turns a file into [`page::Page`]s and pictures: [`pdf`] is the one place that knows a PDF library,
//! [`words`] joins glyphs into words in reading order, [`isolate`] runs both in a child process with limits. The upper
//! half knows nothing of PDF: it works on pages alone.
//!
//! The crate must not know a database, a clock or a window. A program reads through [`isolate::Reader`]; to swap the PDF
//! library, implement [`pdf::Engine`], and nothing above it changes.
#![deny(missing_docs)]

pub mod append;
mod beside;
pub mod codes;
pub mod error;
pub mod extraction;
pub mod isolate;
pub mod limits;
pub mod ocr;
pub mod page;
mod pattern;
pub mod pdf;
pub mod picture;
pub mod reading;
mod recognise;
pub mod rows;
mod table;
mod text;
pub mod words;
pub mod workbook;
