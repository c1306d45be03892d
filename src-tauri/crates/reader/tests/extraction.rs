//! What is read from small files with known words.

mod support;

use countersign_reader::error::ReadError;
use countersign_reader::extraction::{Extraction, read_in_process};
use countersign_reader::limits::Limits;
use countersign_reader::page::{Page, PageTrouble};

use support::{Pdf, text};

fn read(bytes: Vec<u8>) -> Extraction {
    read_in_process(bytes, None, &Limits::default()).expect("the file is good")
}

fn page(content: &str) -> Page {
    read(Pdf::of_pages(&[content])).pages.remove(0)
}

/// The words of a page, lines apart by " / ".
fn said(page: &Page) -> String {
    let mut said = String::new();
    for word in &page.words {
        if !said.is_empty() {
            said.push_str(if word.line_start { " / " } else { " " });
        }
        said.push_str(&word.text);
    }
    said
}

/// Content that paints a thin level bar.
fn line(x: f32, y: f32, length: f32) -> String {
    format!("{x} {y} {length} 0.5 re f\n")
}

#[test]
fn words_stand_where_they_are_painted() {
    let page = page(&text(72.0, 720.0, 10.0, "Type 2 report"));
    assert_eq!(said(&page), "Type 2 report");
    let first = page.words[0].rect;
    assert!((first.x0 - 72.0).abs() < 0.1, "the left edge is where the text begins: {}", first.x0);
    assert!(
        first.y0 < 72.0 && first.y1 > 72.0,
        "the baseline, 72 points from the top, runs through the word: {first:?}"
    );
    assert!((page.words[0].size - 10.0).abs() < 0.01, "the size is that of the font");
}

#[test]
fn a_turned_page_reads_as_it_is_shown() {
    let mut pdf = Pdf::new();
    // Painted upwards, so that it is level once the page is turned by a quarter.
    let turned = pdf.page("BT /F1 12 Tf 0 1 -1 0 100 72 Tm (Turned by ninety degrees) Tj ET", "/Rotate 90");
    pdf.tree(&[turned]);
    let page = read(pdf.finish()).pages.remove(0);
    assert_eq!((page.width, page.height), (792.0, 612.0), "width and height change places");
    assert_eq!(said(&page), "Turned by ninety degrees");
    let first = page.words[0].rect;
    assert!((first.x0 - 72.0).abs() < 0.1 && first.width() > first.height(), "the words lie level: {first:?}");
}

#[test]
fn the_crop_box_moves_the_origin_and_hides_what_is_outside() {
    let mut pdf = Pdf::new();
    let content = text(150.0, 650.0, 10.0, "Inside") + &text(20.0, 20.0, 10.0, "Outside");
    let cropped = pdf.page(&content, "/CropBox [100 100 500 700]");
    pdf.tree(&[cropped]);
    let page = read(pdf.finish()).pages.remove(0);
    assert_eq!(said(&page), "Inside", "what nobody can see is not read");
    assert!((page.words[0].rect.x0 - 50.0).abs() < 0.1, "positions count from the corner that is shown");
}

#[test]
fn letters_set_apart_are_one_word() {
    let spaced = "BT /F1 12 Tf 3 Tc 72 700 Td (INDEPENDENT) Tj 0 -20 Td [(SERVICE) -600 (AUDITOR)] TJ ET";
    assert_eq!(said(&page(spaced)), "INDEPENDENT / SERVICE AUDITOR");
}

#[test]
fn small_capitals_are_one_word() {
    let caps = "BT 72 700 Td /F1 14 Tf (S) Tj /F1 11 Tf (ECTION) Tj /F1 14 Tf ( I) Tj /F1 11 Tf (NTRODUCTION) Tj ET";
    assert_eq!(said(&page(caps)), "SECTION INTRODUCTION");
}

#[test]
fn gaps_make_words_without_spaces() {
    let kerned = "BT /F1 10 Tf 72 700 Td [(C) 30 (ontr) -20 (ols) -278 (were) -500 (tested)] TJ ET";
    assert_eq!(said(&page(kerned)), "Controls were tested", "kerning joins, word gaps part");
    let justified = "BT /F1 10 Tf 4 Tw 72 700 Td (wide spaces here) Tj ET";
    assert_eq!(said(&page(justified)), "wide spaces here");
}

#[test]
fn single_digits_in_a_row_stay_apart() {
    let digits = "BT /F1 10 Tf 72 700 Td [(1) -400 (2) -400 (3) -400 (4) -400 (5)] TJ ET";
    assert_eq!(said(&page(digits)), "1 2 3 4 5", "numbers set apart are numbers, not one spaced number");
}

#[test]
fn the_order_of_painting_does_not_matter() {
    let shuffled = text(150.0, 680.0, 10.0, "line")
        + &text(100.0, 700.0, 10.0, "line")
        + &text(72.0, 680.0, 10.0, "second")
        + &text(72.0, 700.0, 10.0, "first");
    assert_eq!(said(&page(&shuffled)), "first line / second line");
}

#[test]
fn a_word_painted_twice_is_one_bold_word() {
    let twice = text(72.0, 700.0, 10.0, "Exception") + &text(72.3, 700.0, 10.0, "Exception");
    let page = page(&twice);
    assert_eq!(said(&page), "Exception");
    assert!(page.words[0].bold, "painting twice is how bold is faked");
}

#[test]
fn overlapping_cells_are_not_mixed() {
    let cells =
        text(72.0, 700.0, 10.0, "Inspected the configuration") + &text(150.0, 700.0, 10.0, "No exceptions noted");
    let page = page(&cells);
    let words: Vec<&str> = page.words.iter().map(|w| w.text.as_str()).collect();
    for word in ["Inspected", "the", "configuration", "No", "exceptions", "noted"] {
        assert!(words.contains(&word), "{word} is whole in {words:?}");
    }
}

#[test]
fn bold_is_told_from_the_font() {
    let page = page("BT 72 700 Td /F1 10 Tf (plain ) Tj /F2 10 Tf (bold) Tj ET");
    let bold: Vec<(&str, bool)> = page.words.iter().map(|w| (w.text.as_str(), w.bold)).collect();
    assert_eq!(bold, [("plain", false), ("bold", true)]);
}

#[test]
fn ordinals_join_their_raised_ending_and_footnote_marks_do_not() {
    let raised = "BT /F1 12 Tf 72 700 Td (March 31) Tj /F1 7 Tf 5 Ts (st) Tj /F1 12 Tf 0 Ts (, the report) Tj \
                  /F1 7 Tf 5 Ts (1) Tj ET";
    assert_eq!(said(&page(raised)), "March 31st , the report 1");
}

#[test]
fn small_lines_beside_a_large_one_stay_lines() {
    let beside = text(72.0, 690.0, 40.0, "98")
        + &text(130.0, 710.0, 9.0, "controls tested")
        + &text(130.0, 698.0, 9.0, "without exception");
    assert!(
        said(&page(&beside)).contains("controls tested / "),
        "two lines of text are not mixed: {}",
        said(&page(&beside))
    );
}

#[test]
fn columns_of_prose_are_read_one_after_the_other() {
    let mut content = String::new();
    for line in 0..12 {
        let y = 700.0 - 14.0 * line as f32;
        content += &text(72.0, y, 10.0, &format!("left column line {line} runs to the gutter here"));
        content += &text(320.0, y, 10.0, &format!("right column line {line} runs to the margin here"));
    }
    let said = said(&page(&content));
    let (left, right) = (said.find("left column line 11"), said.find("right column line 0"));
    assert!(left < right && left.is_some(), "the left column comes first: {said}");
}

#[test]
fn lists_in_columns_keep_their_items_whole() {
    let mut content = String::new();
    for item in 0..10 {
        let y = 700.0 - 14.0 * item as f32;
        content += &text(72.0, y, 10.0, &format!("\\225 Left {item}"));
        content += &text(320.0, y, 10.0, &format!("\\225 Right {item}"));
    }
    let said = said(&page(&content));
    assert!(said.contains("• Left 0 / • Left 1"), "item follows item: {said}");
}

#[test]
fn rows_of_a_table_are_kept_together() {
    let mut content = String::new();
    for row in 0..12 {
        let y = 700.0 - 30.0 * row as f32;
        content += &text(72.0, y, 10.0, &format!("control number {row} about access is described"));
        content += &text(320.0, y, 10.0, &format!("test number {row} of it found no exception"));
        content += &line(72.0, y - 12.0, 470.0);
    }
    let page = page(&content);
    let said = said(&page);
    assert!(said.starts_with("control number 0 about access is described test number 0"), "rows stay rows: {said}");
    assert_eq!(page.rules.len(), 12, "each row has its line");
}

#[test]
fn ruling_lines_come_in_every_manner() {
    let page = page(
        "0.5 w 72 600 m 500 600 l S \
         72 580 428 0.5 re f \
         72 500 100 50 re S \
         72 400 200 100 re f \
         72 380 100 0.5 re f 172 380 100 0.5 re f 272 380 100 0.5 re f",
    );
    let level = page.rules.iter().filter(|r| r.width() > r.height()).count();
    let upright = page.rules.iter().filter(|r| r.height() > r.width()).count();
    assert_eq!(
        (level, upright),
        (5, 2),
        "a stroke, a bar, a box's four sides, joined pieces, and no filled area: {:?}",
        page.rules
    );
}

#[test]
fn invisible_text_counts_only_over_a_picture() {
    let hidden = "BT 3 Tr /F1 10 Tf 72 700 Td (Unseen words) Tj ET";
    assert_eq!(said(&page(hidden)), "", "nobody could check what was read from it");
    let scan = format!("q 612 0 0 792 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \u{7f} EI Q {hidden}");
    let page = page(&scan);
    assert_eq!(said(&page), "Unseen words", "this is the text layer of a scan");
    assert!(page.ocr, "somebody's OCR has read it");
    assert!(page.picture_share > 0.99, "the picture covers the page: {}", page.picture_share);
}

#[test]
fn bidi_marks_are_dropped_and_right_to_left_text_is_turned_around() {
    let mut pdf = Pdf::new();
    // Letters a to f stand for: a mark, S, O, C, a mark, and Hebrew shin, lamed, vav, mem from left to right reversed.
    let map = pdf.stream(
        "",
        b"/CIDInit /ProcSet findresource begin 12 dict begin begincmap 1 begincodespacerange <00> <FF> \
          endcodespacerange 9 beginbfchar <61> <202D> <62> <0053> <63> <004F> <64> <0043> <65> <202C> \
          <66> <05E9> <67> <05DC> <68> <05D5> <69> <05DD> endbfchar endcmap end end",
    );
    let font = pdf.add(format!(
        "<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding /ToUnicode {map} 0 R >>"
    ));
    let content = pdf.stream("", b"BT /F1 12 Tf 72 700 Td (abcde) Tj 0 -30 Td (ihgf) Tj ET");
    let page = pdf.add(format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R \
         /Resources << /Font << /F1 {font} 0 R >> >> >>"
    ));
    pdf.tree(&[page]);
    assert_eq!(said(&read(pdf.finish()).pages[0]), "SOC / שלום");
}

#[test]
fn form_fields_are_read_and_remarks_are_not() {
    let mut pdf = Pdf::new();
    let field = pdf.stream(
        "/Type /XObject /Subtype /Form /BBox [0 0 200 20] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 \
         /BaseFont /Helvetica >> >> >>",
        b"BT /F1 10 Tf 2 5 Td (Filled in) Tj ET",
    );
    let look = format!("/Rect [72 600 272 620] /AP << /N {field} 0 R >>");
    let page = pdf.page(
        &text(72.0, 700.0, 10.0, "Question"),
        &format!(
            "/Annots [<< /Type /Annot /Subtype /Widget /FT /Tx {look} >> << /Type /Annot /Subtype /FreeText {look} >>]"
        ),
    );
    pdf.tree(&[page]);
    assert_eq!(said(&read(pdf.finish()).pages[0]), "Question / Filled in", "once, from the field");
}

#[test]
fn the_file_tells_about_itself() {
    let mut pdf = Pdf::new();
    let page = pdf.page("", "");
    pdf.tree(&[page, page]);
    pdf.set(
        1,
        "<< /Type /Catalog /Pages 2 0 R /PageLabels << /Nums [0 << /S /r >> 1 << /S /D /P (A-) /St 5 >>] >> \
         /AcroForm << /Fields [<< /FT /Sig /V << /Type /Sig /ByteRange [0 100 200 50] >> >>] >> >>",
    );
    let properties = read(pdf.finish()).properties;
    assert_eq!(properties.signatures, 1);
    assert_eq!(properties.revised_after_signing, Some(true), "the file goes on after the signed bytes");
    assert_eq!(properties.page_labels.first().map(String::as_str), Some("i"));
    assert!(!properties.encrypted);
}

#[test]
fn limits_are_kept() {
    let full = Pdf::of_pages(&[&text(72.0, 700.0, 10.0, "1234567890"), ""]);
    let few_glyphs = Limits { glyphs_per_page: 5, ..Limits::default() };
    let page = &read_in_process(full.clone(), None, &few_glyphs).expect("the file is good").pages[0];
    assert_eq!(
        (said(page).as_str(), page.trouble),
        ("12345", Some(PageTrouble::TooMuch)),
        "the rest is left out, and said so"
    );
    let few_pages = Limits { pages: 1, ..Limits::default() };
    assert_eq!(read_in_process(full, None, &few_pages), Err(ReadError::TooLarge("2 pages".into())));
}
