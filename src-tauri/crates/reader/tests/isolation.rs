//! Hostile files against the reader in its child process. Each must end with its error in time, and the next good file
//! must read.

mod append;
mod support;

use std::fmt::Write as _;
use std::io::Write as _;
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::sync::LazyLock;
use std::time::{Duration, Instant};

use countersign_reader::error::ReadError;
use countersign_reader::extraction::Extraction;
use countersign_reader::isolate::{Progress, Reader};
use countersign_reader::limits::Limits;
use countersign_reader::page::PageTrouble;
use flate2::write::ZlibEncoder;
use flate2::{Compress, Compression, FlushCompress};

use support::{Pdf, text};

/// Limits that make the tests short; what they prove does not depend on their size. Time is generous, for machines that
/// are busy with other tests.
fn limits() -> Limits {
    Limits { memory: 64 << 20, page: Duration::from_secs(20), picture_side: 1_000, ..Limits::default() }
}

/// The same with so many seconds for a page.
fn within(seconds: u64) -> Limits {
    Limits { page: Duration::from_secs(seconds), ..limits() }
}

fn reader() -> Reader {
    Reader::new().with_program(PathBuf::from(env!("CARGO_BIN_EXE_countersign-reader-child"))).with_limits(limits())
}

/// A good page, to see that reading still works.
fn good() -> Vec<u8> {
    Pdf::of_pages(&[&text(72.0, 700.0, 12.0, "A good page")])
}

fn go_on(_: Progress) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

/// Reads a file and then a good one.
fn read(bytes: Vec<u8>) -> Result<Extraction, ReadError> {
    read_within(limits(), bytes)
}

fn read_within(limits: Limits, bytes: Vec<u8>) -> Result<Extraction, ReadError> {
    let began = Instant::now();
    let read = reader().with_limits(limits).extract(bytes, None, go_on);
    assert!(began.elapsed() < Duration::from_mins(1), "the answer comes within the limits");
    let next = reader().extract(good(), None, go_on).expect("the next good file reads");
    assert_eq!(next.pages[0].words.len(), 3, "the next good file reads in full");
    read
}

/// A gibibyte of spaces, a few kilobytes small. Compressing that much takes half a minute here, so one block is
/// compressed and repeated, which is what a compressor would write.
static BOMB: LazyLock<Vec<u8>> = LazyLock::new(|| {
    const BLOCK: usize = 1 << 20;
    const BLOCKS: usize = 1 << 10;
    let mut block = vec![0; BLOCK];
    let mut compressor = Compress::new(Compression::fast(), false);
    compressor.compress(&[b' '; BLOCK], &mut block, FlushCompress::Full).expect("memory can be compressed");
    block.truncate(usize::try_from(compressor.total_out()).expect("a block is small"));
    let mut once = vec![0x78, 0x01];
    once.extend(block.repeat(BLOCKS));
    once.extend([0x01, 0x00, 0x00, 0xFF, 0xFF]);
    // The checksum of Adler for that many spaces.
    let (length, prime) = ((BLOCK * BLOCKS) as u128, 65_521);
    let (low, high) = ((1 + 32 * length) % prime, (length + 16 * length * (length + 1)) % prime);
    once.extend(u32::try_from(high << 16 | low).expect("both halves fit").to_be_bytes());
    let mut twice = ZlibEncoder::new(Vec::new(), Compression::fast());
    twice.write_all(&once).expect("writing to memory works");
    twice.finish().expect("writing to memory works")
});

/// A page whose content is the bomb.
fn add_bomb(pdf: &mut Pdf) -> usize {
    let content = pdf.stream("/Filter [/FlateDecode /FlateDecode]", &BOMB);
    pdf.page_of(content, "")
}

/// A page that draws a form that draws another ten times, and so on.
fn add_endless(pdf: &mut Pdf) -> usize {
    let mut inner = pdf.stream("/Type /XObject /Subtype /Form /BBox [0 0 9 9]", b"0 0 1 1 re f");
    for _ in 0..20 {
        let entries =
            format!("/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X {inner} 0 R >> >>");
        inner = pdf.stream(&entries, "/X Do ".repeat(10).as_bytes());
    }
    let content = pdf.stream("", b"/X Do");
    pdf.add(format!(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R \
         /Resources << /XObject << /X {inner} 0 R >> >> >>"
    ))
}

fn single(add: fn(&mut Pdf) -> usize) -> Vec<u8> {
    let mut pdf = Pdf::new();
    let page = add(&mut pdf);
    pdf.tree(&[page]);
    pdf.finish()
}

#[test]
fn a_good_file_reads() {
    let mut seen = Vec::new();
    let extraction = reader()
        .extract(good(), None, |progress| {
            seen.push(progress);
            ControlFlow::Continue(())
        })
        .expect("the file is good");
    assert_eq!(extraction.pages.len(), 1);
    let words: Vec<&str> = extraction.pages[0].words.iter().map(|w| w.text.as_str()).collect();
    assert_eq!(words, ["A", "good", "page"]);
    assert_eq!(seen.last(), Some(&Progress { done: 1, total: 1 }), "the caller sees the end coming");
}

#[test]
fn what_is_not_a_pdf_is_said_to_be_none() {
    assert_eq!(read(b"PK\x03\x04 something else".to_vec()), Err(ReadError::NotAPdf));
    assert_eq!(read(Vec::new()), Err(ReadError::NotAPdf));
}

#[test]
fn damaged_files_are_refused() {
    assert_eq!(read(b"%PDF-1.7\nand nothing more".to_vec()), Err(ReadError::Damaged));
    let mut cut = good();
    cut.truncate(60);
    assert_eq!(read(cut), Err(ReadError::Damaged));
}

#[test]
fn files_that_are_not_there_or_too_large_are_refused_unread() {
    let directory = tempfile::tempdir().expect("a temporary directory can be made");
    let path = directory.path().join("report.pdf");
    let read = |reader: &Reader| reader.extract_file(&path, None, go_on).map(|_| ()).map_err(|e| e.code());
    assert_eq!(read(&reader()), Err(Some("not_found")));
    std::fs::write(&path, good()).expect("the temporary directory can be written to");
    assert_eq!(read(&reader()), Ok(()));
    let small = reader().with_limits(Limits { bytes: 100, ..limits() });
    assert_eq!(read(&small), Err(Some("too_large")));
}

#[test]
fn encrypted_files_need_their_password() {
    let encrypt = |password: &str| {
        let mut document = lopdf::Document::load_mem(&good()).expect("the file is good");
        document.trailer.set("ID", vec![lopdf::Object::string_literal("0123456789abcdef"); 2]);
        let version = lopdf::EncryptionVersion::V2 {
            document: &document,
            owner_password: "the owner",
            user_password: password,
            key_length: 128,
            permissions: lopdf::Permissions::all(),
        };
        let state = lopdf::EncryptionState::try_from(version).expect("the parameters are valid");
        document.encrypt(&state).expect("the document is not encrypted yet");
        let mut bytes = Vec::new();
        document.save_to(&mut bytes).expect("writing to memory works");
        bytes
    };
    let locked = encrypt("secret");
    assert_eq!(read(locked.clone()), Err(ReadError::Encrypted), "without a password");
    assert_eq!(reader().extract(locked.clone(), Some("guess"), go_on), Err(ReadError::Encrypted), "with a wrong one");
    let open = reader().extract(locked, Some("secret"), go_on).expect("the password is right");
    assert!(open.properties.encrypted && open.pages[0].words.len() == 3, "with the right one it reads, and says so");
    let silent = read(encrypt("")).expect("an empty password opens silently");
    assert!(silent.properties.encrypted, "it is encrypted all the same");
}

#[test]
fn a_bomb_ends_out_of_memory() {
    assert_eq!(read(single(add_bomb)), Err(ReadError::OutOfMemory));
}

#[test]
fn endless_forms_end_in_time() {
    assert_eq!(read_within(within(1), single(add_endless)), Err(ReadError::TimedOut));
}

#[test]
fn bad_pages_do_not_take_the_good_ones_along() {
    let mut pdf = Pdf::new();
    let pages = [
        pdf.page(&text(72.0, 700.0, 12.0, "First"), ""),
        add_endless(&mut pdf),
        pdf.page(&text(72.0, 700.0, 12.0, "Third"), ""),
        add_bomb(&mut pdf),
        pdf.page(&text(72.0, 700.0, 12.0, "Fifth"), ""),
    ];
    pdf.tree(&pages);
    let pages = read_within(within(8), pdf.finish()).expect("good pages are worth having").pages;
    let seen: Vec<(u32, Option<PageTrouble>, Option<&str>)> =
        pages.iter().map(|p| (p.number, p.trouble, p.words.first().map(|w| w.text.as_str()))).collect();
    assert_eq!(
        seen,
        [
            (1, None, Some("First")),
            (2, Some(PageTrouble::TimedOut), None),
            (3, None, Some("Third")),
            (4, Some(PageTrouble::Failed), None),
            (5, None, Some("Fifth")),
        ],
        "each bad page is there with its trouble, and reading goes on behind it"
    );
}

#[test]
fn restarts_are_bounded() {
    let mut pdf = Pdf::new();
    let pages: Vec<usize> = (0..4).map(|_| add_endless(&mut pdf)).collect();
    pdf.tree(&pages);
    let few = Limits { restarts: 2, page: Duration::from_millis(300), ..limits() };
    assert_eq!(reader().with_limits(few).extract(pdf.finish(), None, go_on), Err(ReadError::TimedOut));
}

#[test]
fn page_trees_that_loop_or_never_end_are_survived() {
    let mut looping = Pdf::new();
    let page = looping.page(&text(72.0, 700.0, 12.0, "Round"), "");
    let branch = looping.add("");
    looping.set(branch, format!("<< /Type /Pages /Parent 2 0 R /Count 9 /Kids [2 0 R {branch} 0 R {page} 0 R] >>"));
    looping.tree(&[branch]);
    assert_eq!(read(looping.finish()).expect("the page is found").pages.len(), 1, "every branch is walked once");

    let mut deep = Pdf::new();
    let mut inner = deep.page(&text(72.0, 700.0, 12.0, "Deep"), "");
    for _ in 0..50_000 {
        inner = deep.add(format!("<< /Type /Pages /Count 1 /Kids [{inner} 0 R] >>"));
    }
    deep.tree(&[inner]);
    assert_eq!(read(deep.finish()).expect("the page is found").pages.len(), 1, "depth alone is no harm");

    let mut many = Pdf::new();
    let pages: Vec<usize> = (0..3_001).map(|_| many.page_of(1, "")).collect();
    many.tree(&pages);
    assert_eq!(read(many.finish()), Err(ReadError::TooLarge("3001 pages".into())));
}

#[test]
fn nested_arrays_are_survived() {
    let mut nested = Pdf::new();
    let page = nested.page(&text(72.0, 700.0, 12.0, "Nested"), "/Annots 5 0 R /Rubbish 5 0 R");
    nested.tree(&[page]);
    let mut array = "[".repeat(1_000_000);
    write!(array, "{}", "]".repeat(1_000_000)).expect("writing to a string works");
    nested.add(array);
    let read = read(nested.finish());
    assert!(
        matches!(read, Ok(_) | Err(ReadError::Damaged | ReadError::Crashed(_))),
        "an answer, whatever it is: {read:?}"
    );
}

#[test]
fn a_caller_who_stops_is_obeyed_at_once() {
    let patient = reader().with_limits(within(50));
    let began = Instant::now();
    let stopped = patient.extract(single(add_endless), None, |_| {
        if began.elapsed() > Duration::from_millis(500) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    assert_eq!(stopped, Err(ReadError::Cancelled));
    assert!(began.elapsed() < Duration::from_secs(5), "not at the end of the page: {:?}", began.elapsed());
}

#[test]
fn a_child_that_is_no_reader_is_an_error() {
    let missing = reader().with_program(PathBuf::from("no/such/program"));
    assert_eq!(missing.extract(good(), None, go_on).map_err(|e| e.code()), Err(Some("crashed")));
    if cfg!(unix) {
        let chatty = reader().with_program(PathBuf::from("/bin/echo"));
        assert_eq!(chatty.extract(good(), None, go_on).map_err(|e| e.code()), Err(Some("crashed")));
    }
}

#[test]
fn pages_are_drawn_on_white_within_bounds() {
    let page = Pdf::of_pages(&["1 0 0 rg 306 396 306 396 re f"]);
    let picture = reader().draw(page.clone(), None, 1, 0.5).expect("the page can be drawn");
    assert_eq!((picture.width, picture.height), (306, 396));
    let mut decoder = png::Decoder::new(std::io::Cursor::new(&picture.png)).read_info().expect("it is a PNG");
    let mut pixels = vec![0; decoder.output_buffer_size().expect("the size is small")];
    let info = decoder.next_frame(&mut pixels).expect("it is a whole PNG");
    assert_eq!(info.color_type, png::ColorType::Rgb, "it is opaque");
    let pixel = |x: usize, y: usize| &pixels[(y * 306 + x) * 3..][..3];
    assert_eq!(pixel(10, 10), [255, 255, 255], "paper is white");
    assert_eq!(pixel(300, 10), [255, 0, 0], "the upper right quarter is red");
    let huge = reader().draw(page.clone(), None, 1, 1000.0).expect("a wish too large is cut down");
    assert_eq!(huge.height, 1_000, "the longer side is as long as allowed");
    assert_eq!(
        reader().draw(page, None, 2, 1.0).map_err(|e| e.code()),
        Err(Some("not_found")),
        "there is no such page"
    );
    assert_eq!(reader().draw(single(add_bomb), None, 1, 1.0), Err(ReadError::OutOfMemory), "drawing has limits, too");
}
