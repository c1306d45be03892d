//! From a frozen decision to the printed packet: the same decision gives the same bytes.
//!
//! Three stages. `content` turns the decision into a tree of blocks; all words of the packet are there. `layout` puts
//! the blocks on pages: shaping, line breaking, tables, page ends. `pdf` writes the pages with printpdf and makes the
//! file what it should be. [`typeset`] is the public face of the last two, for other documents of ours.
//!
//! This crate must not know the store, the clock, files or the reader: everything printed is in
//! [`input::FrozenDecision`], and the only time in the file is the one in there.
//!
//! To add a section: a file in `content/`. To add a kind of block: `typeset/block.rs` and `layout/block.rs`.
//! Measures and colours stand in `typeset/style.rs`, the papers in `layout/page.rs`.
#![deny(missing_docs)]

// Tests inside and outside of the crate share their invented decisions.
#[cfg(test)]
extern crate self as countersign_packet;

pub mod auditor_index;
pub mod board;
mod canonical;
mod cited;
mod content;
pub mod cuec_memo;
pub mod input;
mod layout;
pub mod logo;
pub mod manifest;
mod pdf;
mod print;
pub mod system_font;
pub mod typeset;

pub use canonical::canonical;
pub use content::{choices, without_nda};
pub use input::FrozenDecision;
pub use print::{Appended, Packet, PacketError, print, print_with};
