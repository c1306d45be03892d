//! Invented reports of our own typesetter are read as what they were made from.

use countersign_domain::Sha256;
use countersign_reader::{
    isolate::Reader,
    reading::{SourceFile, read},
};
use countersign_tests::{
    generator::{self, LAYOUTS, house::Producer, print::own, report::Extent},
    measure::{LISTS, SCALARS, figures::Misread, score},
};
use serde_json::Value;
use std::{collections::BTreeSet, ops::ControlFlow, path::PathBuf, sync::Arc};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

/// Short ones: what is asserted does not get truer with length.
const SHORT: Extent = Extent { controls: 16, complementary: 6, exceptions: 3, prose: 8 };

/// What is compared of entries that were found.
const DETAILS: [&str; 10] = [
    "subservice.method",
    "controls.id",
    "controls.criteria",
    "controls.text",
    "controls.tests",
    "controls.results",
    "controls.outcome",
    "exceptions.sample",
    "exceptions.management_response",
    "sections.role",
];

fn reading(name: &str, pdf: Vec<u8>) -> Value {
    let reader = Reader::new().with_program(PathBuf::from(READER));
    let file = SourceFile { name, sha256: Sha256::of(&pdf), bytes: pdf.len() as u64 };
    let extraction =
        reader.extract(Arc::<[u8]>::from(pdf), None, |_| ControlFlow::Continue(())).expect("our own PDF can be read");
    serde_json::to_value(read(&file, &extraction.properties, &extraction.pages)).expect("a reading is plain data")
}

#[test]
fn reports_are_read_as_they_were_made() {
    let mut wrong = Vec::new();
    let mut compared = BTreeSet::new();
    for house in LAYOUTS.iter().filter(|house| house.producer == Producer::Own && !house.held_out) {
        for seed in 1..=6 {
            let document = generator::invent(house, seed, SHORT);
            let pdf = own::print(&document.script, house.a4).expect("our own typesetter prints what we wrote");
            let figures = score(&document.truth, Some(&reading(&document.file, pdf)));
            // What a paper of one page states is read by recognisers of its own.
            let scalars: &[&str] = if house.is_report() { &SCALARS } else { &["kind", "report_date"] };
            let fields = scalars.iter().chain(&LISTS).chain(&DETAILS);
            for field in fields.filter(|field| figures.fields.contains_key(*field)) {
                let of = |misread: &&Misread| misread.field == *field;
                wrong.extend(figures.misread.iter().filter(of).map(|misread| {
                    format!("{} seed {seed}: {field} is {} and was read as {}", house.name, misread.truth, misread.read)
                }));
            }
            assert!(figures.fields.contains_key("kind"), "something was compared in {} seed {seed}", house.name);
            compared.extend(figures.fields.keys().copied());
        }
    }
    for field in LISTS.iter().chain(&DETAILS) {
        assert!(compared.contains(field), "{field} was compared in some document");
    }
    assert!(wrong.is_empty(), "{} values were misread:\n{}", wrong.len(), wrong.join("\n"));
}
