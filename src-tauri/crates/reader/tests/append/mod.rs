//! Documents appended to a packet, in the child.

use countersign_reader::append::NotAppendable;
use countersign_reader::isolate::{AppendError, ToAppend};
use lopdf::{Document, Object, StringFormat};
use lopdf::{EncryptionState, EncryptionVersion, Permissions};

use super::support::{Pdf, text};
use super::{go_on, reader};

/// A packet: a page of its own, then for each page to be appended one as small as its stamp, and a last one.
fn packet(pages: usize) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let mut all = vec![pdf.page(&text(72.0, 700.0, 12.0, "Own first"), "")];
    for page in 1..=pages {
        let content = pdf.stream("", text(0.0, 2.0, 7.5, &format!("Stamp {page}")).as_bytes());
        all.push(pdf.add(format!(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 60 10] /Contents {content} 0 R \
             /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>"
        )));
    }
    all.push(pdf.page(&text(72.0, 700.0, 12.0, "Own last"), ""));
    pdf.tree(&all);
    pdf.finish()
}

fn append(pages: usize, document: &[u8]) -> Result<Vec<u8>, AppendError> {
    reader().append(&packet(pages), &[ToAppend { bytes: document.to_vec().into(), at: 2 }])
}

/// What each page says, in one line, with where the stamp stands: in parts of the page from the left and from the top.
fn read(bytes: &[u8]) -> Vec<(String, Option<(f32, f32)>)> {
    let read = reader().extract(bytes.to_vec(), None, go_on).expect("it reads");
    let page = |page: &countersign_reader::page::Page| {
        let said = page.words.iter().map(|word| word.text.as_str()).collect::<Vec<_>>().join(" ");
        let stamp = page.words.iter().find(|word| word.text == "Stamp");
        (said, stamp.map(|word| (word.rect.x0 / page.width, word.rect.y0 / page.height)))
    };
    read.pages.iter().map(page).collect()
}

fn refused(found: Result<impl std::fmt::Debug, AppendError>) -> NotAppendable {
    match found {
        Err(AppendError::NotAppendable(why)) => why,
        other => panic!("not refused: {other:?}"),
    }
}

#[test]
fn pages_stand_in_their_places_with_their_stamps_and_the_packet_stays_the_beginning() {
    let document = Pdf::of_pages(&[&text(72.0, 700.0, 12.0, "Theirs one"), &text(72.0, 700.0, 12.0, "Theirs two")]);
    let file = append(2, &document).expect("it is appended");
    assert!(file.starts_with(&packet(2)), "the packet's bytes are the beginning");
    let said: Vec<String> = read(&file).into_iter().map(|(said, _)| said).collect();
    assert_eq!(said, ["Own first", "Theirs one Stamp 1", "Theirs two Stamp 2", "Own last"]);
    let looks = |bytes: &[u8]| reader().looks(bytes.to_vec(), &[1, 4], 1.0).expect("they are drawn");
    assert_eq!(looks(&file), looks(&packet(2)), "the packet's own pages look as before");
    assert_ne!(looks(&file)[0], looks(&file)[1], "two pages that do not look the same");
    assert_eq!(reader().looks(file, &[5], 1.0).expect("asked"), [None], "there is no fifth page");
}

#[test]
fn the_stamp_is_at_the_lower_right_of_the_page_as_it_is_shown() {
    for turned in [0, 90, 180, 270, -90, 450] {
        let mut pdf = Pdf::new();
        // Leaves states open and moves everything: none of that may reach the stamp.
        let content = format!("q 3 0 0 3 50 50 cm q {} Q Q q 0 1 -1 0 9 9 cm q", text(20.0, 20.0, 12.0, "Turned"));
        let page = pdf.page(&content, &format!("/Rotate {turned} /CropBox [100 100 500 700]"));
        pdf.tree(&[page]);
        let file = append(1, &pdf.finish()).expect("it is appended");
        let pages = read(&file);
        assert!(pages[1].0.contains("Stamp 1"), "{turned}: {}", pages[1].0);
        let (x, y) = pages[1].1.expect("the stamp is there");
        assert!(x > 0.7 && y > 0.9, "{turned}: at the lower right, {x} from the left, {y} from the top");
    }
}

#[test]
fn what_is_inherited_and_listed_in_odd_ways_is_found() {
    let mut pdf = Pdf::new();
    let font = pdf.add("<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>");
    let first = pdf.stream("", b"BT /F1 12 Tf 30 300 Td (Half) Tj ET");
    let second = pdf.stream("", b"BT /F1 12 Tf 80 300 Td (half) Tj ET");
    let list = pdf.add(format!("[{first} 0 R {second} 0 R]"));
    let page = pdf.add(format!("<< /Type /Page /Parent 2 0 R /Contents {list} 0 R >>"));
    pdf.set(
        2,
        format!(
            "<< /Type /Pages /Count 1 /Kids [{page} 0 R] /MediaBox [0 0 400 400] /Rotate 0 \
             /Resources << /Font << /F1 {font} 0 R >> >> >>"
        ),
    );
    let file = append(1, &pdf.finish()).expect("it is appended");
    assert_eq!(read(&file)[1].0, "Half half Stamp 1");
}

#[test]
fn what_is_filled_in_shows_and_what_it_does_is_left_behind() {
    let mut pdf = Pdf::new();
    let look = pdf.stream(
        "/BBox [0 0 100 20] /Resources << /Font << /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>",
        b"BT /F1 12 Tf 2 5 Td (Filled) Tj ET",
    );
    let shown = format!("<< /Type /Annot /Subtype /Widget /Rect [72 600 272 640] /AP << /N {look} 0 R >> >>");
    let hidden = format!("<< /Type /Annot /Subtype /Widget /F 2 /Rect [72 500 272 540] /AP << /N {look} 0 R >> >>");
    let link = "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] /A << /S /JavaScript /JS (app.alert\\(1\\)) >> >>";
    let more = format!("/Annots [{shown} {hidden} {link}] /AA << /O << /S /JavaScript /JS (x) >> >> /Tabs /S");
    let page = pdf.page(&text(72.0, 700.0, 12.0, "A form"), &more);
    pdf.tree(&[page]);
    let file = append(1, &pdf.finish()).expect("it is appended");
    assert_eq!(read(&file)[1].0, "A form Filled Stamp 1", "once: what is hidden stays hidden");
    for left in ["JavaScript", "/Annot", "/AA"] {
        assert!(!file.windows(left.len()).any(|window| window == left.as_bytes()), "left behind: {left}");
    }
}

/// The document encrypted with a password to open it and with what it allows.
fn encrypted(user: &str, permissions: Permissions) -> Vec<u8> {
    let mut document = Document::load_mem(&Pdf::of_pages(&[&text(72.0, 700.0, 12.0, "Locked up")])).expect("it reads");
    let id = Object::String(vec![7; 16], StringFormat::Hexadecimal);
    document.trailer.set("ID", vec![id.clone(), id]);
    let version = EncryptionVersion::V2 {
        document: &document,
        owner_password: "owner",
        user_password: user,
        key_length: 128,
        permissions,
    };
    let state = EncryptionState::try_from(version).expect("a state");
    document.encrypt(&state).expect("it is encrypted");
    let mut bytes = Vec::new();
    document.save_to(&mut bytes).expect("it is written");
    bytes
}

#[test]
fn protection_is_respected() {
    assert_eq!(refused(reader().appendable(encrypted("secret", Permissions::all()))), NotAppendable::Password);
    assert_eq!(refused(append(1, &encrypted("secret", Permissions::all()))), NotAppendable::Password);
    assert_eq!(refused(reader().appendable(encrypted("", Permissions::PRINTABLE))), NotAppendable::Forbidden);
    assert_eq!(refused(append(1, &encrypted("", Permissions::COPYABLE))), NotAppendable::Forbidden);
    let open = encrypted("", Permissions::all());
    let found = reader().appendable(open.clone()).expect("it allows everything");
    assert!(found.protected && found.pages == 1, "{found:?}");
    assert_eq!(read(&append(1, &open).expect("it is appended"))[1].0, "Locked up Stamp 1");
}

#[test]
fn what_has_no_pages_is_told_apart_from_what_is_damaged() {
    assert_eq!(refused(reader().appendable(b"a picture, or a text".to_vec())), NotAppendable::NoPages);
    assert_eq!(refused(reader().appendable(b"%PDF-1.7 and nothing else".to_vec())), NotAppendable::Damaged);
    let good = Pdf::of_pages(&[&text(72.0, 700.0, 12.0, "A page")]);
    assert_eq!(refused(reader().appendable(good[..good.len() / 2].to_vec())), NotAppendable::Damaged);
    let found = reader().appendable(good).expect("a good one");
    assert_eq!((found.pages, found.signatures, found.protected, found.layers), (1, 0, false, false));
}

#[test]
fn a_tree_of_pages_that_goes_in_circles_is_refused_in_time() {
    let mut pdf = Pdf::new();
    let page = pdf.page(&text(72.0, 700.0, 12.0, "Round"), "");
    pdf.set(2, format!("<< /Type /Pages /Count 3 /Kids [{page} 0 R 2 0 R 2 0 R] >>"));
    let found = reader().appendable(pdf.finish());
    assert!(found.as_ref().map_or(true, |it| it.pages == 1), "no more pages than there are: {found:?}");
}
