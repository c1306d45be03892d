//! Columns that stand close, and cells in the middle of their rows.

use countersign_domain::Rect;

use super::super::find;
use super::super::testing::{Press, Ruling};
use super::{EDGES, HEAD, ROWS, cells, check, expected};
use crate::page::Word;
use crate::text::Text;
use crate::text::sheet::Sheet;

#[test]
fn columns_that_stand_a_word_space_apart() {
    for middle in [false, true] {
        let press = Press::new(&EDGES, Ruling::Gaps).close().prose("The controls follow.");
        let press = if middle { press.middle() } else { press };
        let mut press = press.head(&HEAD);
        let mut wanted = expected(&[]);
        for row in &ROWS {
            let criterion =
                format!("CC6.{} The entity restricts who may enter the houses in which it grows plants.", wanted.len());
            press = press.band(&criterion).row(row);
            wanted.push(vec![criterion]);
            wanted.push(row.iter().map(|cell| (*cell).to_owned()).collect());
        }
        check(&press.build(), &wanted, &format!("left sides are the same in all rows: middle {middle}"));
    }
}

#[test]
fn words_that_chance_sets_below_each_other_are_no_columns() {
    let mut sheet = Sheet::new(1).cells(&[(72.0, "Control"), (300.0, "Result")]);
    for gate in ["A gate is shut.", "A door is shut.", "A lock is used.", "A book is kept."] {
        sheet = sheet.cells(&[(72.0, gate), (300.0, "No exceptions noted.")]).gap(8.0);
    }
    let pages = [sheet.build()];
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    assert_eq!(tables.len(), 1, "one table");
    assert_eq!(tables[0].columns(), 2, "a word space is no gutter, be it at one place in every row");
}

#[test]
fn a_list_of_which_no_line_holds_two_cells() {
    let head = ["Complementary gardener control", "Related criteria"];
    let rows = [
        ["Gardeners are told of every gate that is opened at night and of every key that is lent to others.", "CC6.1"],
        ["Gardeners count the keys on the board and write their number down in the book of the greenhouse.", "CC7.2"],
        [
            "Gardeners say when they leave, and give back all the keys that they got from the owner of the house.",
            "CC6.2",
        ],
    ];
    let mut press =
        Press::new(&[72.0, 372.0, 432.0], Ruling::Gaps).middle().close().prose("Gardeners have duties.").head(&head);
    for row in &rows {
        press = press.row(row);
    }
    let wanted: Vec<Vec<String>> =
        [head].iter().chain(&rows).map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    check(&press.build(), &wanted, "cells in the middle of their rows, two lines beside one");
}

#[test]
fn another_table_below_a_paragraph_has_its_own_columns() {
    let other: [f32; 4] = [60.0, 240.0, 430.0, 552.0];
    let heads = [
        "Controls specified by the house",
        "Testing performed by the auditor of all the greenhouses",
        "Results of testing",
    ];
    let first = [
        "1.1 Gates are locked at night.",
        "Walked around the gates after dark on ten days of the year.",
        "None noted.",
    ];
    let second = ["2.1 Keys are counted by the owner.", "Counted the keys on the board in one week.", "None noted."];
    let pages = Press::new(&[60.0, 190.0, 350.0, 552.0], Ruling::Gaps)
        .middle()
        .close()
        .head(&heads)
        .row(&first)
        .row(&first)
        .prose("Objective 2 - Keys: Controls provide reasonable assurance that no key is lent to people who are not known.")
        .columns(&other, Ruling::Gaps)
        .head(&heads)
        .row(&second)
        .row(&second)
        .build();
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    assert_eq!(tables.len(), 2, "one above and one below");
    let below: Vec<Vec<String>> = cells(&tables[1]);
    let wanted: Vec<Vec<String>> =
        [heads, second, second].iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    assert_eq!(below, wanted);
}

#[test]
fn a_number_in_two_lines_beside_a_cell_of_one() {
    let rows = [
        ["LA-01", "Gates need two keys.", "Saw the two keys of each gate and tried them.", "None noted."],
        ["LA-02", "Keys are counted.", "Counted the keys on the board of the house.", "None noted."],
    ];
    let mut press = Press::new(&[60.0, 82.0, 200.0, 320.0, 400.0], Ruling::Gaps)
        .middle()
        .close()
        .head(&["Ref", "Control", "Test", "Result"]);
    for row in &rows {
        press = press.row(row);
    }
    let pages = press.build();
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    let ids: Vec<String> = tables.iter().flat_map(cells).map(|row| row[0].clone()).collect();
    assert_eq!(ids, ["Ref", "LA-01", "LA-02"]);
}

#[test]
fn the_mark_of_a_note_stands_behind_its_word() {
    let row = ["AC-01", "Gates are locked and keys are counted by two keepers.", "Counted the keys.", "None noted"];
    let mut pages = Press::new(&EDGES, Ruling::Gaps).middle().head(&HEAD).row(&row).row(&ROWS[1]).build();
    let words = &mut pages[0].words;
    let at = words.iter().position(|w| w.text == "noted").expect("stands there");
    let rect = Rect {
        x0: words[at].rect.x1,
        x1: words[at].rect.x1 + 4.0,
        y0: words[at].rect.y0 - 2.0,
        y1: words[at].rect.y0 + 4.0,
    };
    words.insert(at + 1, Word { text: "1".into(), rect, size: 6.0, bold: false, line_start: false, confidence: None });
    let text = Text::new(&pages);
    let tables = find(&text, 0..text.lines().len());
    assert_eq!(tables.len(), 1, "one table");
    assert_eq!(tables[0].columns(), 4, "the mark is no column");
    assert_eq!(tables[0].rows[1].text(3).replace('\n', " "), "None noted 1");
}

#[test]
fn one_row_below_a_head_whose_number_is_in_its_middle() {
    let row = [
        "AC-02",
        "For 2 of 15 gates, the lock was changed after more days than the rules of the house allow the keeper.",
        "The keeper agrees and is told of each lock ten days before the last day on which it is to be changed.",
    ];
    let head = ["Control", "Exception", "Response of the keeper"];
    let pages = Press::new(&[60.0, 115.0, 330.0, 552.0], Ruling::Gaps).middle().head(&head).row(&row).build();
    let wanted: Vec<Vec<String>> =
        [head, row].iter().map(|row| row.iter().map(|cell| (*cell).to_owned()).collect()).collect();
    check(&pages, &wanted, "two cells are as high as the row");
}
