//! Invented reports with lists, for tests.

use countersign_domain::Reading;

use crate::recognise::testing::{of_pages, reading};
use crate::table::testing::{Press, Ruling};

const SCOPE: &str = "We have examined Juniper Ledger, Inc.’s (“Juniper”) accompanying description of its Ledger Cloud throughout the period May 1, 2031 to April 30, 2032 and the suitability of the design and operating effectiveness of controls stated in the description, to provide reasonable assurance that its service commitments were achieved based on the trust services criteria relevant to security.";
const OPINION: &str = "In our opinion, in all material respects, the description presents the Ledger Cloud that was designed and implemented throughout the period May 1, 2031 to April 30, 2032, and the controls were suitably designed and operated effectively throughout that period.";

/// Reads a report with one more paragraph in the scope of the auditor's report, and with a description.
pub(crate) fn report(scope: &str, description: &str) -> Reading {
    reading(&format!(
        "# Juniper Ledger, Inc.\n# SOC 2 Type 2 Report\n===\n# Section I: Independent Service Auditor’s Report\nTo the Management of Juniper Ledger, Inc.:\n## Scope\n{SCOPE}\n{scope}\n## Opinion\n{OPINION}\nBirch & Cedar LLP\nTulsa, Oklahoma\nJune 20, 2032\n===\n# Section II: Management’s Assertion\nWe have prepared the accompanying description of the Ledger Cloud.\n===\n# Section III: Description of the Ledger Cloud\n## Overview\nJuniper keeps the books of small companies.\n{description}\n===\n# Section IV: Tests of Controls\nUser entities must not be read out of the tests."
    ))
}

/// Reads a report whose description has one list, a table below a heading and a paragraph.
pub(crate) fn tabled(heading: &str, prose: &str, edges: &[f32], rows: &[&[&str]]) -> Reading {
    tabled_with("", heading, prose, edges, rows)
}

/// The same with one more paragraph in the scope of the auditor's report.
pub(crate) fn tabled_with(scope: &str, heading: &str, prose: &str, edges: &[f32], rows: &[&[&str]]) -> Reading {
    let mut press = Press::new(edges, Ruling::Full)
        .heading("Juniper Ledger, Inc.")
        .heading("SOC 2 Type 2 Report")
        .page()
        .heading("Section I: Independent Service Auditor’s Report")
        .prose("To the Management of Juniper Ledger, Inc.:")
        .prose(SCOPE);
    if !scope.is_empty() {
        press = press.prose(scope);
    }
    press = press
        .heading("Opinion")
        .prose(OPINION)
        .page()
        .heading("Section III: Description of the Ledger Cloud")
        .heading(heading)
        .prose(prose);
    if let Some((head, rows)) = rows.split_first() {
        press = press.head(head);
        for row in rows {
            press = match row {
                [band] => press.band(band),
                cells => press.row(cells),
            };
        }
    }
    of_pages(&press.page().heading("Section IV: Tests of Controls").prose("The tests follow.").build())
}
