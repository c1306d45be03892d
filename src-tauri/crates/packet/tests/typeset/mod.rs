//! The typesetter on its own, with a document that is no packet.

use crate::read_back::{ReadBack, without_spaces};
use countersign_packet::typeset::{
    Block, Cell, Document, FittedLine, Furniture, Meta, Paragraph, Row, Style, Table, TableColumn, Text, TypesetError,
    print,
};

fn controls(count: usize) -> Table {
    let row = |index: usize| {
        Row::new([
            Cell::from(format!("CC{}.{}", index / 10 + 1, index % 10 + 1)),
            Cell::from(
                "Access to the system is granted by the owner and reviewed each quarter, and the review is kept.",
            ),
            Cell::from(index.to_string()),
        ])
    };
    Table {
        columns: vec![
            TableColumn::new("Control", 25.0),
            TableColumn::rest("Activity"),
            TableColumn::new("Samples", 20.0).right(),
        ],
        rows: (0..count).map(row).collect(),
        name: "Controls".to_owned(),
        ..Table::default()
    }
}

fn report() -> Document {
    let title = Paragraph { centred: true, ..Paragraph::new(Style::Title, "Report of an invented service auditor") };
    let contents = |name: &str, anchor: &str| Text::new().and_link(name, anchor).and(", page ").and_page_of(anchor);
    let long = "The controls stated in the description were suitably designed throughout the period. ".repeat(60);
    Document {
        meta: Meta { title: "A report".to_owned(), author: "Nobody LLP".to_owned(), ..Meta::default() },
        furniture: Furniture {
            head_left: FittedLine { cut: "Nobody LLP".to_owned(), ..FittedLine::default() },
            ..Furniture::default()
        },
        blocks: vec![
            Block::Skip(200.0),
            Block::Paragraph(title),
            Block::PageBreak,
            Block::heading("Contents"),
            Block::Bullets(vec![contents("Opinion", "opinion"), contents("Tests", "tests")]),
            Block::section("I", "Opinion", "opinion"),
            Block::lead("To the management of Nothing, Inc."),
            Block::body(long),
            Block::running_section("II", "Tests of controls", "tests"),
            Block::Table(controls(60)),
        ],
        ..Document::default()
    }
}

#[test]
fn a_report_with_cover_contents_and_a_long_table() {
    let printed = print(&report()).expect("it prints");
    let file = ReadBack::new(&printed.bytes);
    assert_eq!(printed.page_of["opinion"], 3, "after cover and contents");
    let tests = printed.page_of["tests"];
    assert!(without_spaces(&file.pages[1].text).contains(&format!("Tests,page{tests}")), "the contents name the page");
    let after = &file.pages[tests as usize].text;
    assert!(after.contains("Controls, continued") && after.contains("Samples"), "the head is repeated");
    for index in 0..60 {
        let id = format!("CC{}.{}\n", index / 10 + 1, index % 10 + 1);
        let found = file.pages.iter().filter(|page| page.text.contains(&id)).count();
        assert_eq!(found, 1, "every row is printed once: {id}");
    }
    assert_eq!(print(&report()).expect("again").bytes, printed.bytes, "the same bytes");
}

#[test]
fn a_link_without_its_place_is_refused() {
    let document =
        Document { blocks: vec![Block::body(Text::new().and_link("there", "nowhere"))], ..Document::default() };
    assert!(matches!(print(&document), Err(TypesetError::AnchorMissing(name)) if name == "nowhere"));
    let twice = vec![Block::section("1", "One", "same"), Block::section("2", "Two", "same")];
    let document = Document { blocks: twice, ..Document::default() };
    assert!(matches!(print(&document), Err(TypesetError::AnchorTwice(name)) if name == "same"));
}

#[test]
fn an_empty_document_is_one_page() {
    let printed = print(&Document::default()).expect("it prints");
    assert_eq!(ReadBack::new(&printed.bytes).pages[0].furniture.trim(), "Page 1 of 1");
}
