//! `cargo xtask measure`: how well documents are read, on invented ones with known truth and on a folder of real ones.

use crate::{child::Child, root, say::heading, stop::Stop};

pub(crate) fn run(arguments: &[String]) -> Result<(), Stop> {
    heading("Measures of reading");
    // The build of the tests, which is there already: what is read is measured, not how fast.
    Child::cargo().args(["build", "--package", "countersign-tests", "--bin", "measure"]).run()?;
    let program = root::built("measure");
    let (corpus, own) = corpus(arguments);
    Child::new(&program).args(&own).run()?;
    match corpus {
        Some(folder) => Child::new(&program).args(["--corpus", folder]).run(),
        None => Ok(()),
    }
}

/// Takes the folder of real documents out of the arguments: they are measured besides the invented ones.
fn corpus(arguments: &[String]) -> (Option<&str>, Vec<&str>) {
    let mut own: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match own.iter().position(|argument| *argument == "--corpus") {
        Some(at) if at + 1 < own.len() => {
            let folder = own.remove(at + 1);
            own.remove(at);
            (Some(folder), own)
        }
        _ => (None, own),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_corpus_is_measured_besides() {
        let arguments: Vec<String> = ["--seed", "7", "--corpus", "there", "--verbose"].map(str::to_owned).to_vec();
        assert_eq!(
            corpus(&arguments),
            (Some("there"), vec!["--seed", "7", "--verbose"]),
            "the rest is for the invented ones"
        );
    }
}
