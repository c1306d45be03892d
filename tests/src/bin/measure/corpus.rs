//! Measures on real documents: a folder with `pdf` and `truth`.

use super::{
    options::Options,
    read,
    table::{self, say},
};
use countersign_tests::measure::Figures;
use serde_json::Value;
use std::{collections::BTreeMap, error::Error, fs, path::Path};

/// Reads every document with a truth and prints the figures.
pub(crate) fn measure(folder: &Path, options: &Options) -> Result<(), Box<dyn Error>> {
    let (pdf, truth) = (folder.join("pdf"), folder.join("truth"));
    if !pdf.is_dir() || !truth.is_dir() {
        say(&format!("No documents here, so nothing was measured: {} (wanted: pdf and truth)", folder.display()));
        return Ok(());
    }
    let mut truths: BTreeMap<String, Value> = BTreeMap::new();
    for entry in fs::read_dir(truth)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "json") {
            let value: Value = serde_json::from_slice(&fs::read(&path)?)?;
            let all = if let Value::Array(all) = value { all } else { vec![value] };
            for one in all {
                let Some(name) = one["file"].as_str().and_then(|file| Path::new(file).file_name()) else { continue };
                truths.insert(name.to_string_lossy().into_owned(), one);
            }
        }
    }
    let mut total = Figures::default();
    let mut rows = Vec::new();
    for (name, truth) in &truths {
        let path = pdf.join(name);
        if !path.is_file() {
            say(&format!("{name} is not there"));
            continue;
        }
        let (figures, _) = read::measure(&path, truth);
        if options.verbose {
            table::misread(name, &figures.misread, 6);
        }
        total.add(&figures);
        rows.push((name.chars().take(20).collect::<String>(), figures));
    }
    table::overview(&rows.iter().map(|(name, figures)| (name.clone(), figures)).collect::<Vec<_>>());
    table::fields("All of them", &total);
    Ok(())
}
