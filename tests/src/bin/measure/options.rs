//! What is asked for.

use std::{error::Error, path::PathBuf};

/// The options of the command line.
#[derive(Debug, Clone)]
pub(crate) struct Options {
    /// A folder with `pdf` and `truth`, instead of invented documents.
    pub(crate) corpus: Option<PathBuf>,
    /// The first seed.
    pub(crate) seed: u64,
    /// How many documents, over all houses.
    pub(crate) count: usize,
    /// Beginnings of names of houses; all where there are none.
    pub(crate) layouts: Vec<String>,
    /// The Python with ReportLab and WeasyPrint.
    pub(crate) python: PathBuf,
    /// Where documents and truths are kept, in `developed` and `held_out`; nowhere if not asked for.
    pub(crate) out: Option<PathBuf>,
    /// Where the documents are made.
    pub(crate) folder: PathBuf,
    /// Whether what was misread is listed.
    pub(crate) verbose: bool,
    /// Whether that is done for held-out houses too.
    pub(crate) show_held_out: bool,
}

impl Options {
    /// Reads the command line.
    pub(crate) fn of(mut arguments: impl Iterator<Item = String>) -> Result<Self, Box<dyn Error>> {
        let target = std::env::var_os("CARGO_TARGET_DIR").map_or_else(|| PathBuf::from("target"), PathBuf::from);
        let mut options = Self {
            corpus: None,
            seed: 1,
            count: 250,
            layouts: Vec::new(),
            python: PathBuf::from("python3"),
            out: None,
            folder: std::path::absolute(target)?.join("measure"),
            verbose: false,
            show_held_out: false,
        };
        while let Some(name) = arguments.next() {
            let mut value = || arguments.next().ok_or_else(|| format!("{name} needs a value"));
            match name.as_str() {
                "--corpus" => options.corpus = Some(value()?.into()),
                "--seed" => options.seed = value()?.parse()?,
                "--count" => options.count = value()?.parse()?,
                "--layouts" => options.layouts = value()?.split(',').map(str::to_owned).collect(),
                "--python" => options.python = value()?.into(),
                "--out" => options.out = Some(std::path::absolute(value()?)?),
                "--folder" => options.folder = std::path::absolute(value()?)?,
                "--verbose" => options.verbose = true,
                "--show-held-out" => options.show_held_out = true,
                other => return Err(format!("no such option: {other}").into()),
            }
        }
        Ok(options)
    }
}
