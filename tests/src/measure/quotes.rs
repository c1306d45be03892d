//! Whether quotes stand on their pages, by the eyes of another program (`pdftotext`).

use super::{
    figures::{Figures, Verdict},
    words::squeezed,
};
use serde_json::Value;
use std::{path::Path, process::Command};

/// The text of every page in several ways of extracting it; `None` where the program is not there or fails.
pub fn pages(path: &Path) -> Option<Vec<Vec<String>>> {
    let mut ways = Vec::new();
    for way in [&[][..], &["-raw"], &["-layout"]] {
        let output =
            Command::new("pdftotext").args(way).arg(path).arg("-").output().ok().filter(|o| o.status.success())?;
        let text = String::from_utf8_lossy(&output.stdout).into_owned();
        ways.push(text.split('\u{c}').map(squeezed).collect::<Vec<_>>());
    }
    let count = ways[0].len();
    Some((0..count).map(|page| ways.iter().filter_map(|way| way.get(page).cloned()).collect()).collect())
}

/// Counts the quotes of a reading that stand on their page.
pub fn check(figures: &mut Figures, reading: &Value, pages: &[Vec<String>]) {
    walk(reading, &mut |citation| {
        let (Some(page), Some(quote)) = (citation["page"].as_u64(), citation["quote"].as_str()) else { return };
        let found = pages.get((page as usize).saturating_sub(1)).is_some_and(|ways| {
            ways.iter().any(|text| quote.split_whitespace().all(|word| text.contains(&squeezed(word))))
        });
        if found {
            figures.quotes.right += 1;
        } else {
            figures.quotes.wrong += 1;
            figures.note("quotes", Verdict::Wrong, quote, format!("page {page}"));
        }
    });
    figures.fields.remove("quotes");
}

fn walk(node: &Value, see: &mut impl FnMut(&Value)) {
    match node {
        Value::Object(fields) if fields.get("basis").is_some_and(|basis| basis == "ocr") => {}
        Value::Object(fields) => {
            for (key, value) in fields {
                if key == "citations" {
                    value.as_array().into_iter().flatten().for_each(&mut *see);
                } else {
                    walk(value, see);
                }
            }
        }
        Value::Array(entries) => entries.iter().for_each(|entry| walk(entry, see)),
        _ => {}
    }
}
