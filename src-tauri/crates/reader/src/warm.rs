//! Gets what reading needs ready before the first document does.
//!
//! The patterns of the recognisers are compiled when they are first used, which takes about as long as searching a whole
//! report. Reading a page that stands here has them compiled on another processor while the lines of the first document
//! are still put together. What is read of it is thrown away.

use std::sync::Once;

use countersign_domain::{Rect, Sha256};

use crate::extraction::Properties;
use crate::page::{Page, Word};
use crate::reading::{self, SourceFile};

/// A report in which every part has something to say: what begins with a number is a line of that size, what is divided by
/// bars a row of a table. Every name is invented.
const REPORT: &str = include_str!("warm.txt");

static WARM: Once = Once::new();

/// Reads the page, once in the life of the program.
pub(crate) fn warm() {
    WARM.call_once(|| {
        let file = SourceFile { name: "warm", sha256: Sha256::of(b""), bytes: 0 };
        reading::read_pages(&file, &Properties::default(), &pages());
    });
}

fn pages() -> Vec<Page> {
    let mut pages = Vec::new();
    for (text, number) in REPORT.split("\n---\n").zip(1..) {
        let mut words = Vec::new();
        for (line, at) in text.lines().zip(0_u16..) {
            let y = 90.0 + f32::from(at) * 14.0;
            let (size, line) = line.strip_prefix("# ").map_or((10.0, line), |title| (16.0, title));
            for (cell, column) in line.split('|').zip(0_u16..) {
                let mut x = 60.0 + f32::from(column) * 130.0;
                for word in cell.split_whitespace() {
                    let width = word.len() as f32 * 4.0;
                    let rect = Rect { x0: x, y0: y, x1: x + width, y1: y + size };
                    let line_start = x <= 60.0;
                    words.push(Word {
                        text: word.to_owned(),
                        rect,
                        size,
                        bold: size > 10.0,
                        line_start,
                        confidence: None,
                    });
                    x += width + 3.0;
                }
            }
        }
        pages.push(Page {
            number,
            width: 612.0,
            height: 792.0,
            words,
            rules: Vec::new(),
            picture_share: 0.0,
            unmapped_glyphs: 0,
            ocr: false,
            trouble: None,
        });
    }
    pages
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_recogniser_of_a_report_has_something_to_do() {
        let file = SourceFile { name: "warm", sha256: Sha256::of(b""), bytes: 0 };
        let read = reading::read_pages(&file, &Properties::default(), &pages());
        let facts = [
            ("organization", read.service_organization.is_some()),
            ("system", read.system_name.is_some()),
            ("auditor", read.auditor_firm.is_some()),
            ("opinion", read.opinion.is_some()),
            ("period", read.period_start.is_some()),
            ("date", read.report_date.is_some()),
            ("categories", read.trust_services_categories.is_some()),
            ("sections", read.sections.len() >= 4),
            ("controls", !read.controls.is_empty()),
            ("exceptions", !read.exceptions.is_empty()),
            ("user entity controls", !read.cuecs.is_empty()),
            ("subservice controls", !read.csocs.is_empty()),
            ("subservice organizations", !read.subservice_organizations.is_empty()),
        ];
        let idle: Vec<&str> = facts.iter().filter(|(_, read)| !read).map(|(name, _)| *name).collect();
        assert!(idle.is_empty(), "nothing was read of {idle:?}");
    }
}
