//! A child for the tests of this crate, whose own executable is the test harness.

use countersign_reader::isolate::{Allocator, allocator, run_if_child};

#[global_allocator]
static ALLOCATOR: Allocator = allocator();

fn main() {
    run_if_child(&ALLOCATOR);
}
