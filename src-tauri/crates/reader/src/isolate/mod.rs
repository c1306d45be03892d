//! Reading in a process of its own.
//!
//! A PDF is a program written by a stranger. The parent never parses one: it starts its own executable again as a
//! child, hands over the bytes, and believes nothing of the answer but its shape and size. The child has no
//! environment, an empty working directory, a limit on memory and on files, and is killed when it is late.
//!
//! A binary that reads declares the allocator that makes the memory limit work on every system, and calls
//! [`run_if_child`] before anything else:
//!
//! ```no_run
//! #[global_allocator]
//! static ALLOCATOR: countersign_reader::isolate::Allocator = countersign_reader::isolate::allocator();
//!
//! fn main() {
//!     countersign_reader::isolate::run_if_child(&ALLOCATOR);
//!     // The program itself.
//! }
//! ```

mod child;
mod confine;
mod parent;
mod protocol;
mod reader;
mod search;
mod together;

use std::alloc::System;

pub use self::child::run_if_child;
pub use self::reader::{Picture, Progress, Reader};
pub use self::together::{AppendError, ToAppend};

/// The allocator of a binary that reads: counts what is allocated, so that the child can be given a limit.
pub type Allocator = cap::Cap<System>;

/// Makes the allocator, without a limit. Only the child sets one.
pub const fn allocator() -> Allocator {
    cap::Cap::new(System, usize::MAX)
}
