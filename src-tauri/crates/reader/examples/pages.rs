//! Prints the pages of a PDF as JSON lines, or their text with `--text`: what the reader sees, before any recognition.
//!
//! Reads in this very process, so that a debugger and a profiler see everything. Only for files you trust.
#![expect(clippy::print_stdout, reason = "printing is what it is for")]

use countersign_reader::extraction::read_in_process;
use countersign_reader::limits::Limits;

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments: Vec<String> = std::env::args().skip(1).collect();
    let as_text = arguments.iter().position(|a| a == "--text").map(|at| arguments.remove(at)).is_some();
    let path = arguments.first().ok_or("usage: pages [--text] FILE [PASSWORD]")?;
    let bytes = std::fs::read(path)?;
    let extraction = read_in_process(bytes, arguments.get(1).map(String::as_str), &Limits::default())?;
    if !as_text {
        println!("{}", serde_json::to_string(&extraction.properties)?);
    }
    for page in extraction.pages {
        if as_text {
            for word in &page.words {
                print!("{}{}", if word.line_start { '\n' } else { ' ' }, word.text);
            }
            println!("\u{c}");
        } else {
            println!("{}", serde_json::to_string(&page)?);
        }
    }
    Ok(())
}
