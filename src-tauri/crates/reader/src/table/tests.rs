//! Tables as different programs set them.

use super::testing::{Press, Ruling, turned};
use super::*;
use countersign_domain::Rect;

use crate::page::{Page, Word};
use crate::text::sheet::Sheet;

const EDGES: [f32; 5] = [60.0, 115.0, 275.0, 425.0, 552.0];
const HEAD: [&str; 4] = ["Control #", "Control activity", "Test performed", "Result of test"];
const ROWS: [[&str; 4]; 4] = [
    [
        "AC-01",
        "A named owner approves each request for entry to the greenhouse before a badge is handed out.",
        "Inspected the approvals of a sample of badges.",
        "No exceptions noted.",
    ],
    [
        "AC-02",
        "Badges are blocked on the day on which a gardener leaves.",
        "Compared the list of leavers of the whole year with the list of badges that were blocked and with the days on which they were.",
        "No exceptions noted.",
    ],
    ["AC-03", "Doors are locked at night.", "Walked around the houses after dark.", "No exceptions noted."],
    [
        "AC-04",
        "Visitors sign a book at the gate and are walked to the door by the gardener who invited them.",
        "Read the book of the gate.",
        "One of 25 visitors had not signed.",
    ],
];

fn cells(table: &Table<'_>) -> Vec<Vec<String>> {
    table
        .rows
        .iter()
        .map(|r| r.cells.iter().filter(|c| c.span > 0).map(|c| c.flow.text().replace('\n', " ")).collect())
        .collect()
}

fn expected(rows: &[[&str; 4]]) -> Vec<Vec<String>> {
    [HEAD].iter().chain(rows).map(|r| r.iter().map(|c| (*c).to_owned()).collect()).collect()
}

/// Finds the tables and compares what they hold.
fn check(pages: &[Page], wanted: &[Vec<String>], about: &str) {
    let text = Text::new(pages);
    let tables = find(&text, 0..text.lines().len());
    let found: Vec<Vec<String>> = tables.iter().flat_map(cells).collect();
    assert_eq!(found, wanted, "{about}");
}

#[test]
fn cells_in_the_middle_of_rows_that_only_white_space_divides() {
    let mut press = Press::new(&EDGES, Ruling::Gaps).middle().prose("The controls follow.").head(&HEAD);
    for row in &ROWS {
        press = press.row(row);
    }
    check(&press.build(), &expected(&ROWS), "nothing begins at one height");
    let mut press = Press::new(&EDGES, Ruling::Gaps).middle().prose("The controls follow.").head(&HEAD);
    let mut wanted = expected(&[]);
    for row in &ROWS {
        let criterion =
            format!("CC6.{} The entity restricts who may enter the houses in which it grows plants.", wanted.len());
        press = press.band(&criterion).row(row);
        wanted.push(vec![criterion]);
        wanted.push(row.iter().map(|cell| (*cell).to_owned()).collect());
    }
    check(&press.build(), &wanted, "one row alone between criteria shows too little");
}

#[test]
fn heads_and_lists_in_the_middle_of_their_rows() {
    let head = ["Controls of the house", "Tests that the auditor of the greenhouse did", "Results"];
    let rows = [
        [
            "1.1 Gates are locked at night.",
            "Walked around the gates after dark on ten days of the year.",
            "None noted.",
        ],
        [
            "1.2 Keys are counted.",
            "Counted the keys on the board and compared the count with the list of keys.",
            "None noted.",
        ],
    ];
    let mut press =
        Press::new(&[72.0, 230.0, 380.0, 520.0], Ruling::Hairlines).middle().prose("Tests follow.").head(&head);
    for row in &rows {
        press = press.row(row);
    }
    let wanted: Vec<Vec<String>> =
        [head].iter().chain(&rows).map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    check(&press.build(), &wanted, "the longest head begins above the others");
    let rows = [
        ["Control", "Criteria"],
        [
            "Gardeners are told of every gate that is opened at night, and of every key that is lent to somebody else.",
            "CC6.1, CC6.2",
        ],
        [
            "Gardeners count the keys on the board and write their number down in the book of the greenhouse each week.",
            "CC7.2",
        ],
        [
            "Gardeners say when they leave, and give back all the keys that they got from the owner of the greenhouse.",
            "CC6.2",
        ],
    ];
    let mut press =
        Press::new(&[72.0, 400.0, 500.0], Ruling::Gaps).middle().prose("Gardeners have duties.").head(&rows[0]);
    for row in &rows[1..] {
        press = press.row(row);
    }
    let wanted: Vec<Vec<String>> = rows.iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    check(&press.build(), &wanted, "no line holds words of both columns");
}

#[test]
fn every_way_of_ruling_gives_the_same_cells() {
    for ruling in [
        Ruling::Full,
        Ruling::Sliced,
        Ruling::Double,
        Ruling::Hairlines,
        Ruling::Booktabs,
        Ruling::Gaps,
        Ruling::Nothing,
    ] {
        let press = Press::new(&EDGES, ruling)
            .prose("The controls of the greenhouse and what came of testing them are set out in the table that follows here.")
            .head(&HEAD);
        let pages = ROWS
            .iter()
            .fold(press, |p, row| p.row(row))
            .prose("What follows is prose that runs over the whole width of the page and is no part of it.")
            .build();
        check(&pages, &expected(&ROWS), &format!("{ruling:?}"));
    }
}

#[test]
fn a_table_over_many_pages_is_one_and_its_rows_are_whole() {
    for ruling in [Ruling::Full, Ruling::Sliced, Ruling::Hairlines, Ruling::Booktabs, Ruling::Gaps, Ruling::Nothing] {
        for repeats in [true, false] {
            if repeats && ruling == Ruling::Nothing {
                // Nothing at all divides a repeated head from the rest of a row below it.
                continue;
            }
            let mut press = Press::new(&EDGES, ruling).furniture("Moss & Fern Ltd", "Confidential #").head(&HEAD);
            if !repeats {
                press = press.head_once();
            }
            let mut wanted = expected(&[]);
            for nth in 0..40 {
                let mut row = ROWS[nth % 4].map(str::to_owned);
                row[0] = format!("AC-{:02}", nth + 1);
                press = press.row(&row.each_ref().map(String::as_str));
                wanted.push(row.to_vec());
            }
            let pages = press.build();
            assert!(pages.len() > 2, "several pages");
            check(&pages, &wanted, &format!("{ruling:?}, head repeated: {repeats}"));
        }
    }
}

#[test]
fn a_row_over_all_columns_is_a_band() {
    for ruling in [Ruling::Full, Ruling::Hairlines, Ruling::Gaps, Ruling::Nothing] {
        let band = "GH2.1 The greenhouse lets in only those whom its owner knows and keeps all others out of it by day and by night.";
        let pages = Press::new(&EDGES, ruling)
            .head(&HEAD)
            .row(&ROWS[0])
            .row(&ROWS[1])
            .band(band)
            .row(&ROWS[2])
            .row(&ROWS[3])
            .build();
        let text = Text::new(&pages);
        let tables = find(&text, 0..text.lines().len());
        assert_eq!(tables.len(), 1, "one table: {ruling:?}");
        let bands: Vec<_> = tables[0].rows.iter().filter(|r| r.band).map(|r| r.text(0).replace('\n', " ")).collect();
        assert_eq!(bands, [band], "the band is one row: {ruling:?}");
        assert_eq!(tables[0].rows.len(), 6, "rows before and after it: {ruling:?}");
    }
}

#[test]
fn a_cell_merged_over_rows_counts_for_each() {
    let pages = Press::new(&EDGES, Ruling::Full)
        .head(&HEAD)
        .row(&["AC-01", "One thing.", "First test of the one thing.", "No exceptions noted."])
        .row(&["AC-02", "Another thing.", "Test of the other thing.", "^"])
        .row(&["^", "^", "A second test of the other thing.", "Exception noted."])
        .build();
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    let rows = &tables[0].rows;
    assert_eq!((rows[2].text(3), rows[2].cells[3].carried), ("No exceptions noted.", true), "result of the row above");
    assert_eq!((rows[3].text(0), rows[3].cells[0].carried), ("AC-02", true), "number of the row above");
    assert!(!rows[3].cells[2].carried, "a test of its own");
}

#[test]
fn a_browser_sets_cells_in_the_middle() {
    for ruling in [Ruling::Full, Ruling::Hairlines] {
        let press = Press::new(&EDGES, ruling).middle().head(&HEAD);
        let pages = ROWS.iter().fold(press, |p, row| p.row(row)).build();
        check(&pages, &expected(&ROWS), &format!("{ruling:?}"));
    }
}

#[test]
fn a_turned_page_is_read_like_an_upright_one() {
    let press = Press::new(&EDGES, Ruling::Full).head(&HEAD);
    let pages = turned(ROWS.iter().fold(press, |p, row| p.row(row)).build());
    check(&pages, &expected(&ROWS), "turned");
}

#[test]
fn a_turned_number_of_a_page_is_in_no_cell() {
    let mut press = Press::new(&EDGES, Ruling::Hairlines).head(&HEAD);
    for row in &ROWS {
        press = press.row(row);
    }
    let mut pages = press.build();
    // "Page 5" runs up the left margin, one word above the other; the number alone is too short to tell.
    let size = 9.0;
    for (text, y, line_start) in [("Page", 300.0, true), ("5", 292.0, false)] {
        let rect = Rect { x0: 30.0, y0: y, x1: 30.0 + size, y1: y + text.len() as f32 * size * 0.5 };
        pages[0].words.push(Word { text: text.into(), rect, size, bold: false, line_start, confidence: None });
    }
    check(&pages, &expected(&ROWS), "without the number");
}

#[test]
fn a_number_that_its_column_divides_is_one() {
    let edges = [60.0, 98.0, 260.0, 425.0, 552.0];
    let pages = Press::new(&edges, Ruling::Full)
        .leave(74.0)
        .head(&["ID", "Control activity", "Test performed", "Results"])
        .row(&["CC6.1-03", "One thing.", "Inspected it.", "No exceptions noted."])
        .row(&[
            "CC6.1-04",
            "Another thing that takes up several lines so that it goes on overleaf.",
            "Inspected the other.",
            "No exceptions noted.",
        ])
        .build();
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    let ids: Vec<_> = tables.iter().flat_map(|t| &t.rows).map(|r| r.text(0)).collect();
    assert_eq!(ids, ["ID", "CC6.1-03", "CC6.1-04"], "also where a page divides it");
}

#[test]
fn tables_with_other_columns_are_other_tables() {
    let pages = Press::new(&EDGES, Ruling::Full)
        .head(&HEAD)
        .row(&ROWS[0])
        .columns(&[60.0, 200.0, 552.0], Ruling::Full)
        .head(&["Vendor", "What it does"])
        .row(&["Bark GmbH", "Sweeps the paths."])
        .build();
    let text = Text::new(&pages);
    let columns: Vec<_> = find(&text, 0..text.lines().len()).iter().map(Table::columns).collect();
    assert_eq!(columns, [4, 2], "two tables");
}

#[test]
fn prose_and_lists_are_no_tables() {
    let pages = Press::new(&EDGES, Ruling::Nothing)
        .heading("The greenhouse")
        .prose("Plants are kept at the temperature that they need, and a gardener writes down what the thermometer says in the morning and in the evening of each day of the year.")
        .prose("• Water is given in the morning.")
        .prose("• Light is given in the evening.")
        .prose("• Nothing is given at night, when the gardeners are at home and the house is locked and dark.")
        .build();
    let text = Text::new(&pages);
    assert!(find(&text, 0..text.lines().len()).is_empty(), "nothing stands in columns");
}

#[test]
fn what_is_found_in_a_cell_can_be_cited() {
    let pages = Press::new(&EDGES, Ruling::Full).head(&HEAD).row(&ROWS[1]).build();
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    let flow = &tables[0].rows[1].cells[2].flow;
    let cited = flow.cite(0..flow.text().len());
    assert_eq!(cited[0].quote, ROWS[1][2], "the cell alone, without its neighbours");
    assert!(cited[0].rects.len() > 1, "a rectangle for each of its lines");
    assert!(cited[0].rects.iter().all(|r| r.x0 >= 275.0 && r.x1 <= 425.0), "within the column");
}

#[test]
fn gaps_between_the_words_of_justified_lines_are_no_columns() {
    let page = Sheet::new(1)
        .cells(&[(60.0, "Ref"), (110.0, "Control"), (300.0, "Test"), (450.0, "Result")])
        .gap(8.0)
        .cells(&[
            (60.0, "GH-1"),
            (110.0, "Gates"),
            (143.0, "are"),
            (166.0, "shut"),
            (300.0, "Inspected"),
            (354.0, "the"),
            (450.0, "None"),
        ])
        .cells(&[(110.0, "every night by the keeper."), (300.0, "book of the gate."), (450.0, "noted.")])
        .gap(8.0)
        .cells(&[(60.0, "GH-2"), (110.0, "Walls are walked every day"), (300.0, "Observed the walk."), (450.0, "None")])
        .cells(&[(110.0, "by two keepers."), (450.0, "noted.")])
        .build();
    let pages = [page];
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    assert_eq!(tables.len(), 1, "one table");
    assert_eq!(tables[0].columns(), 4, "with the columns of its head");
    assert_eq!(tables[0].rows[1].text(1).replace('\n', " "), "Gates are shut every night by the keeper.");
}

#[test]
fn a_heading_whose_number_stands_apart_begins_no_table() {
    for ruling in [Ruling::Gaps, Ruling::Booktabs] {
        let mut press = Press::new(&EDGES, ruling).leave(500.0).head(&HEAD);
        for row in &ROWS {
            press = press.row(row);
        }
        let mut pages = press.build();
        let top = pages[0].words.iter().map(|w| w.rect.y0).fold(f32::INFINITY, f32::min);
        let words = [(60.0, "4", 7.0), (88.0, "Controls,", 56.0), (148.0, "tests", 30.0), (182.0, "and", 22.0)];
        for (at, (x, text, width)) in words.into_iter().enumerate() {
            let rect = Rect { x0: x, y0: top - 40.0, x1: x + width, y1: top - 26.0 };
            let word = Word { text: text.into(), rect, size: 14.0, bold: true, line_start: at == 0, confidence: None };
            pages[0].words.insert(at, word);
        }
        check(&pages, &expected(&ROWS), &format!("no part of the table: {ruling:?}"));
    }
}

#[test]
fn a_head_that_a_page_end_parts_from_its_rows_is_theirs() {
    let short = ["AC-05", "Gates are shut.", "Saw them.", "No exceptions noted."];
    for rows in [&[short][..], &ROWS[1..2], &ROWS[..3]] {
        for ruling in [Ruling::Full, Ruling::Hairlines, Ruling::Gaps, Ruling::Nothing] {
            let press = Press::new(&EDGES, ruling)
                .furniture("Moss & Fern Ltd", "Confidential #")
                .prose("The controls of the greenhouse and what came of testing them are set out in the table that follows here.")
                .leave(61.0)
                .head(&HEAD)
                .page();
            let press = rows.iter().fold(press, |press, row| press.row(row));
            let after = "What follows is prose that runs over the whole width of the page and is no part of it.";
            check(&press.prose(after).build(), &expected(rows), &format!("{} rows, {ruling:?}", rows.len()));
        }
    }
}

#[test]
fn words_side_by_side_at_the_end_of_a_page_are_no_head_of_prose() {
    let pages = Press::new(&EDGES, Ruling::Nothing)
        .leave(61.0)
        .head(&HEAD)
        .page()
        .prose(
            "Plants are kept at the temperature that they need, and a gardener writes down what the thermometer says.",
        )
        .build();
    let text = Text::new(&pages);
    assert!(find(&text, 0..text.lines().len()).is_empty(), "nothing stands in their columns");
}
