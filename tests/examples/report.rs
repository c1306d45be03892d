//! Writes the short invented report of the tests to a file, to be looked at.

use countersign_tests::report::Report;

fn main() -> std::io::Result<()> {
    let path = std::env::args().nth(1).unwrap_or_else(|| "report.pdf".to_owned());
    std::fs::write(path, Report::default().pdf())
}
