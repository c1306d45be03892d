//! Workbooks through the child process: good ones, hostile ones, and files that only look like one.

use std::fmt::Write as _;
use std::io::{Cursor, Write as _};
use std::ops::ControlFlow;
use std::path::PathBuf;

use countersign_domain::{Kind, Sha256};
use countersign_reader::error::ReadError;
use countersign_reader::extraction::Extraction;
use countersign_reader::isolate::Reader;
use countersign_reader::limits::Limits;
use countersign_reader::reading::{SourceFile, printed_labels, read};
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

/// A sheet: its name, whether it is hidden, and its cells by name.
type Sheet<'a> = (&'a str, bool, &'a [(&'a str, &'a str)]);

fn packed(pieces: &[(String, Vec<u8>)]) -> Vec<u8> {
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    for (name, bytes) in pieces {
        writer.start_file(name.as_str(), SimpleFileOptions::default()).expect("starts");
        writer.write_all(bytes).expect("writes");
    }
    writer.finish().expect("ends").into_inner()
}

fn pieces(sheets: &[Sheet<'_>]) -> Vec<(String, Vec<u8>)> {
    let mut listed = String::new();
    let mut related = String::new();
    let mut found = Vec::new();
    for (nth, (name, hidden, cells)) in sheets.iter().enumerate() {
        let at = nth + 1;
        let state = if *hidden { r#" state="hidden""# } else { "" };
        write!(listed, r#"<sheet name="{name}" sheetId="{at}"{state} r:id="rId{at}"/>"#).expect("writes to memory");
        write!(related,
            r#"<Relationship Id="rId{at}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/sheet{at}.xml"/>"#
        ).expect("writes to memory");
        let mut rows = String::new();
        for (cell, words) in *cells {
            let row = cell.trim_start_matches(|c: char| c.is_ascii_uppercase());
            write!(rows, r#"<row r="{row}"><c r="{cell}" t="inlineStr"><is><t>{words}</t></is></c></row>"#)
                .expect("writes to memory");
        }
        let sheet = format!(
            r#"<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>{rows}</sheetData></worksheet>"#
        );
        found.push((format!("xl/worksheets/sheet{at}.xml"), sheet.into_bytes()));
    }
    let workbook = format!(
        r#"<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets>{listed}</sheets></workbook>"#
    );
    let relations = format!(
        r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{related}</Relationships>"#
    );
    let package = r#"<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="xl/workbook.xml"/></Relationships>"#;
    found.push(("_rels/.rels".to_owned(), package.as_bytes().to_vec()));
    found.push(("xl/workbook.xml".to_owned(), workbook.into_bytes()));
    found.push(("xl/_rels/workbook.xml.rels".to_owned(), relations.into_bytes()));
    found
}

fn reader() -> Reader {
    let limits = Limits { memory: 256 << 20, ..Limits::default() };
    Reader::new().with_program(PathBuf::from(env!("CARGO_BIN_EXE_countersign-reader-child"))).with_limits(limits)
}

fn extract(bytes: Vec<u8>) -> Result<Extraction, ReadError> {
    reader().extract(bytes, None, |_| ControlFlow::Continue(()))
}

const ANSWERS: &[(&str, &str)] = &[
    ("A1", "Vendor Security Questionnaire v3"),
    ("A3", "ID"),
    ("B3", "Question"),
    ("C3", "Answer"),
    ("D3", "Comments"),
    ("A4", "1.1"),
    ("B4", "Do you test the restoring of backups of all systems that hold data of customers?"),
    ("C4", "Yes"),
    ("D4", "Every quarter, by another team than the one that makes them."),
    ("A5", "1.2"),
    ("B5", "Is there a plan?"),
    ("C5", "No"),
];

#[test]
fn a_questionnaire_in_a_workbook_is_read_with_its_cells() {
    let bytes = packed(&pieces(&[
        (
            "Cover",
            false,
            &[("A1", "Vendor Security Questionnaire"), ("A2", "Company name:"), ("B2", "Heron Analytics, Inc.")],
        ),
        ("Lists", true, &[("A1", "Question"), ("B1", "Answer"), ("A2", "hidden"), ("B2", "Yes")]),
        ("Answers", false, ANSWERS),
    ]));
    let extraction = extract(bytes.clone()).expect("read");
    assert_eq!(extraction.pages.len(), 2, "hidden sheets are no pages");
    let labels = printed_labels(&extraction.properties, &extraction.pages);
    assert_eq!(labels, [Some("Cover".to_owned()), Some("Answers".to_owned())], "pages are called as their sheets");
    let file = SourceFile { name: "answers.xlsx", sha256: Sha256::of(&bytes), bytes: bytes.len() as u64 };
    let reading = read(&file, &extraction.properties, &extraction.pages);
    assert_eq!((reading.document.pages, reading.kind.value), (2, Kind::Questionnaire), "sheets and kind");
    let organization = reading.service_organization.expect("named");
    assert_eq!(organization.value, "Heron Analytics, Inc.", "who answers");
    assert_eq!(organization.citations[0].label.as_deref(), Some("Cover!B2"), "and where");
    let questionnaire = reading.questionnaire.expect("read");
    let rows: Vec<_> = questionnaire
        .answers
        .iter()
        .map(|a| (a.id.as_deref(), a.question.as_str(), a.answer.as_deref(), a.comment.as_deref()))
        .collect();
    assert_eq!(
        rows,
        [
            (
                Some("1.1"),
                "Do you test the restoring of backups of all systems that hold data of customers?",
                Some("Yes"),
                Some("Every quarter, by another team than the one that makes them.")
            ),
            (Some("1.2"), "Is there a plan?", Some("No"), None),
        ],
        "both rows"
    );
    let cited: Vec<_> = questionnaire.answers[0]
        .citations
        .iter()
        .map(|c| (c.page, c.label.as_deref().unwrap_or_default(), c.quote.as_str()))
        .collect();
    assert_eq!(
        cited,
        [
            (2, "Answers!B4", "Do you test the restoring of backups of all systems that hold data of customers?"),
            (2, "Answers!C4", "Yes"),
            (2, "Answers!D4", "Every quarter, by another team than the one that makes them."),
        ],
        "sheet and cell"
    );
}

#[test]
fn a_workbook_has_no_picture_and_says_so() {
    let bytes = packed(&pieces(&[("Answers", false, ANSWERS)]));
    let drawn = reader().draw(bytes, None, 1, 1.0);
    assert!(matches!(&drawn, Err(ReadError::NotFound(what)) if what.contains("spreadsheet")), "said: {drawn:?}");
}

#[test]
fn a_workbook_that_unpacks_to_too_much_is_refused() {
    let mut bomb = pieces(&[("Answers", false, ANSWERS)]);
    bomb.push(("xl/media/a.bin".to_owned(), vec![b' '; 200 << 20]));
    bomb.push(("xl/media/b.bin".to_owned(), vec![b' '; 100 << 20]));
    let bytes = packed(&bomb);
    assert!(bytes.len() < 1 << 20, "small when packed");
    assert!(matches!(extract(bytes), Err(ReadError::TooLarge(_))), "refused before anything is kept");
    assert!(extract(packed(&pieces(&[("Answers", false, ANSWERS)]))).is_ok(), "the next good one reads");
}

#[test]
fn a_cell_at_the_far_end_of_a_sheet_costs_nothing() {
    let far = pieces(&[("Answers", false, &[("A1", "Question"), ("XFD1048576", "far")])]);
    let extraction = extract(packed(&far)).expect("read");
    assert_eq!(extraction.pages[0].words.len(), 1, "what is near is there");
    assert!(extraction.pages[0].trouble.is_some(), "and it says that something is left out");
}

#[test]
fn what_only_looks_like_a_workbook_is_said_to_be_none_or_damaged() {
    let document = packed(&[("word/document.xml".to_owned(), b"<document/>".to_vec())]);
    assert_eq!(extract(document).map(|_| ()), Err(ReadError::NotAPdf), "another office file");
    let empty = packed(&[("xl/workbook.xml".to_owned(), b"<workbook/>".to_vec())]);
    assert_eq!(extract(empty).map(|_| ()), Err(ReadError::Damaged), "a workbook without sheets");
    let mut cut = packed(&pieces(&[("Answers", false, ANSWERS)]));
    cut.truncate(cut.len() / 2);
    assert!(extract(cut).is_err(), "half a workbook");
}
