use std::io::{Cursor, Write as _};

use proptest::prelude::*;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::*;

fn read(text: &str) -> RowFile {
    read_in_process(text.as_bytes().to_vec()).unwrap_or_else(|error| panic!("{text:?}: {error}"))
}

fn cells(file: &RowFile) -> Vec<Vec<&str>> {
    file.sheets[0].rows.iter().map(|row| row.cells.iter().map(String::as_str).collect()).collect()
}

fn delimiter(text: &str) -> Option<Delimiter> {
    match read(text).form {
        Form::Delimited { delimiter, .. } => delimiter,
        Form::Workbook => panic!("no workbook"),
    }
}

#[test]
fn the_sign_between_values_is_found() {
    let table = |sign: &str| {
        format!("Vendor{sign}Service{sign}Owner\nAcme, Inc.{sign}Mail; and more{sign}Ada\nBolt{sign}Pay{sign}\n")
            .replace("Acme, Inc.", if sign == "," { "\"Acme, Inc.\"" } else { "Acme, Inc." })
            .replace("Mail; and more", if sign == ";" { "\"Mail; and more\"" } else { "Mail; and more" })
    };
    for (sign, expected) in
        [(",", Delimiter::Comma), (";", Delimiter::Semicolon), ("\t", Delimiter::Tab), ("|", Delimiter::Pipe)]
    {
        assert_eq!(delimiter(&table(sign)), Some(expected), "{sign}");
        assert_eq!(cells(&read(&table(sign)))[1], ["Acme, Inc.", "Mail; and more", "Ada"], "{sign}");
    }
    assert_eq!(delimiter("Vendor\nAcme\nBolt\n"), None, "one column has no sign");
    let commas = "Vendor;Notes\nAcme;first, second, third\nBolt;one, two\nCord;a, b, c, d\n";
    assert_eq!(delimiter(commas), Some(Delimiter::Semicolon), "commas inside texts do not outvote the sign");
    let said = read("sep=|\nVendor|A;B\nAcme|1;2\n");
    assert_eq!(cells(&said), [["Vendor", "A;B"], ["Acme", "1;2"]], "what the file says holds");
    assert_eq!(said.sheets[0].rows[0].number, 2, "the line that says so is a row of the file");
}

#[test]
fn rows_keep_the_number_that_a_spreadsheet_shows() {
    let file = read("Vendor,Notes\n\n\"Acme\",\"two\nlines\"\r\n,,\nBolt,x");
    let numbers: Vec<u32> = file.sheets[0].rows.iter().map(|row| row.number).collect();
    assert_eq!(numbers, [1, 3, 5], "an empty line and a row of empty cells count, a break inside a value does not");
    assert_eq!(cells(&file)[1], ["Acme", "two\nlines"]);
}

#[test]
fn ragged_and_wide_rows_are_taken_as_they_are() {
    let wide: Vec<String> = (0..140).map(|at| format!("c{at}")).collect();
    let text = format!("{}\nshort\n{},more\n", wide.join(","), wide.join(","));
    let file = read(&text);
    let lengths: Vec<usize> = file.sheets[0].rows.iter().map(|row| row.cells.len()).collect();
    assert_eq!(lengths, [140, 1, 141]);
}

#[test]
fn what_is_no_table_says_why() {
    for empty in ["", "\n\n", " , ,\n", "\u{feff}"] {
        assert_eq!(read_in_process(empty.into()), Err(RowsError::Empty), "{empty:?}");
    }
    assert_eq!(read_in_process(b"%PDF-1.7 ...".to_vec()), Err(RowsError::NotATable));
    assert_eq!(read_in_process(b"PK\x03\x04 and nothing".to_vec()), Err(RowsError::Damaged));
    assert_eq!(read_in_process(vec![0xD0, 0xCF, 0x11, 0xE0, 1]), Err(RowsError::OldOrProtected));
    let open = "Vendor,Notes\nAcme,\"never closed\nBolt,x\nCord,y\n";
    assert_eq!(read_in_process(open.into()), Err(RowsError::QuoteOpen { row: 2 }), "rows would be lost in a cell");
    assert!(read_in_process(b"Size,Of\n5\" pipe,x\n".to_vec()).is_ok(), "an inch is no open quotation");
    let many = "x\n".repeat(MOST_ROWS + 1);
    assert!(matches!(read_in_process(many.into_bytes()), Err(RowsError::TooLarge(_))), "never cut silently");
}

/// An OpenDocument spreadsheet with one hidden sheet.
fn open_document(table: &str) -> Vec<u8> {
    // Programs write no white space between cells.
    let table: String = table.lines().map(str::trim).collect();
    let content = format!(
        r#"<?xml version="1.0"?><office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
        xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0">
        <office:automatic-styles/><office:body><office:spreadsheet>{table}</office:spreadsheet></office:body></office:document-content>"#
    );
    let mut writer = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(zip::CompressionMethod::Stored);
    for (name, text) in [
        ("mimetype", "application/vnd.oasis.opendocument.spreadsheet"),
        (
            "META-INF/manifest.xml",
            r#"<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"/>"#,
        ),
        ("content.xml", &content),
    ] {
        writer.start_file(name, stored).expect("starts");
        writer.write_all(text.as_bytes()).expect("writes");
    }
    writer.finish().expect("ends").into_inner()
}

#[test]
fn an_open_document_gives_its_rows() {
    let bytes = open_document(
        r#"<table:table table:name="Register">
        <table:table-row><table:table-cell office:value-type="string"><text:p>Vendor</text:p></table:table-cell>
        <table:table-cell office:value-type="string"><text:p>End</text:p></table:table-cell></table:table-row>
        <table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>
        <table:table-row><table:table-cell office:value-type="string"><text:p>Acme</text:p></table:table-cell>
        <table:table-cell office:value-type="date" office:date-value="2026-03-31"><text:p>31.03.26</text:p></table:table-cell></table:table-row>
        </table:table>"#,
    );
    let file = read_in_process(bytes).expect("a spreadsheet");
    assert_eq!(file.form, Form::Workbook);
    assert_eq!(file.sheets[0].name.as_deref(), Some("Register"));
    assert_eq!(cells(&file), [["Vendor", "End"], ["Acme", "2026-03-31"]], "a date is a date, whatever it looks like");
    assert_eq!(file.sheets[0].rows[1].number, 4, "empty rows count");
}

proptest! {
    #[test]
    fn random_bytes_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..2_000)) {
        let _told = read_in_process(bytes);
    }

    #[test]
    fn random_bytes_in_a_workbook_never_panic(bytes in proptest::collection::vec(any::<u8>(), 0..400)) {
        let _told = read_in_process([b"PK\x03\x04".to_vec(), bytes].concat());
    }

    #[test]
    fn signs_and_quotes_in_any_order_never_panic(text in "[a\",;|\t\r\n'=é-]{0,300}") {
        let _told = read_in_process(text.into_bytes());
    }

    #[test]
    fn what_is_written_is_read_again(
        table in proptest::collection::vec(proptest::collection::vec("[ -~é€\n]{0,12}", 3), 2..20),
    ) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["first", "second", "third"]).expect("in memory");
        for row in &table {
            writer.write_record(row).expect("in memory");
        }
        let file = read_in_process(writer.into_inner().expect("in memory")).expect("a table");
        let mut expected: Vec<Vec<&str>> = vec![vec!["first", "second", "third"]];
        for row in &table {
            let mut cells: Vec<&str> = row.iter().map(String::as_str).collect();
            while cells.last().is_some_and(|cell| cell.trim().is_empty()) {
                cells.pop();
            }
            if !cells.is_empty() {
                expected.push(cells);
            }
        }
        prop_assert_eq!(cells(&file), expected);
    }
}
