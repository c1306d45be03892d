//! Draws a page of a PDF to a PNG file, through the child process as the program does: `draw FILE PAGE SCALE OUT`.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use std::time::Instant;

use countersign_reader::isolate::{Allocator, Reader, allocator, run_if_child};

#[global_allocator]
static ALLOCATOR: Allocator = allocator();

fn main() -> Result<(), Box<dyn std::error::Error>> {
    run_if_child(&ALLOCATOR);
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [file, page, scale, out] = &arguments[..] else { return Err("usage: draw FILE PAGE SCALE OUT".into()) };
    let bytes = std::fs::read(file)?;
    let began = Instant::now();
    let picture = Reader::new().draw(bytes, None, page.parse()?, scale.parse()?)?;
    println!("{} x {} pixels in {:?}", picture.width, picture.height, began.elapsed());
    std::fs::write(out, picture.png)?;
    Ok(())
}
