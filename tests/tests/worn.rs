//! The code of a packet is found on worn pages, and on nothing else. Prints its counts; the whole is
//! `cargo test --workspace --test worn -- --ignored --nocapture`.

use countersign_domain::PacketCode;
use countersign_picture::qr;
use countersign_tests::{
    generator::{self, LAYOUTS, dice::Dice, house::Producer, print::own, report::Extent},
    paper::{Case, Grey, Wear, codes, drawn, pdf_of},
};
use std::{
    ops::ControlFlow,
    sync::Arc,
    time::{Duration, Instant},
};

/// A program that can be started as the reader's child.
const READER: &str = env!("CARGO_BIN_EXE_bridge");

const REASON: &str = "The examination covers what we use.";

/// Prints a count: this test measures, too.
#[expect(clippy::print_stderr, reason = "a measure that nobody sees is none")]
fn say(line: &str) {
    eprintln!("{line}");
}

/// What is found on a page as the reader draws it for the search: at 200 dots per inch, whatever it was scanned at.
fn found(page: &Grey, dpi: u32) -> Vec<String> {
    let side = |pixels: usize| (pixels as f32 * 200.0 / dpi as f32).round() as u32;
    qr::find(&page.raster().scaled(side(page.width), side(page.height)), true, PacketCode::is_claimed)
}

/// Wears the decision sheet `count` times; gives what was not found, and how long a search took.
fn missed(case: &Case, dpi: u32, count: u64) -> Vec<String> {
    let sheet = drawn(&case.reader, &case.pdf, 1, dpi);
    let code = format!("CS1:P-0001:1:{}", case.packet["short_code"].as_str().expect("a code"));
    let mut missed = Vec::new();
    let mut took = 0.0;
    for seed in 0..count {
        let mut dice = Dice::new(seed, &format!("worn {dpi}"));
        let wear = Wear::drawn(&mut dice);
        let page = sheet.worn(&wear, &mut dice);
        let began = Instant::now();
        let texts = found(&page, dpi);
        took += began.elapsed().as_secs_f64();
        if texts.iter().all(|text| *text != code) {
            missed.push(format!("{dpi} dpi, seed {seed}: {wear:?}"));
        }
        assert!(texts.iter().all(|text| *text == code), "what is read is read right: {texts:?}");
    }
    let each = took * 1_000.0 / count as f64;
    say(&format!("{dpi} dpi: {} of {count} found, {each:.0} ms a search", count - missed.len() as u64));
    missed
}

#[test]
fn worn_sheets_are_found() {
    let case = Case::begin(READER, REASON);
    let missed: Vec<String> =
        [(200, 6), (150, 2), (300, 1)].iter().flat_map(|(dpi, count)| missed(&case, *dpi, *count)).collect();
    assert_eq!(missed, Vec::<String>::new(), "of these few every one");
    // The page of the specification (design, section 9): a grey print at 150 dots per inch, skewed by five degrees.
    let skewed = Wear { turned: 5.0, range: (60, 215), blur: 1, noise: 10, quality: 60, ..Wear::NONE };
    let page = case.scanned(1, 150, &skewed);
    assert_eq!(found(&page, 150).len(), 1, "it is read");
    // Through the reader's child, in a PDF of three pages of which the last shows the sheet.
    let blank = Grey { data: vec![250; page.data.len()], ..page.clone() };
    let pdf: Arc<[u8]> = pdf_of(&[blank.clone(), blank, page], 150).into();
    let read = case.reader.extract(Arc::clone(&pdf), None, |_| ControlFlow::Continue(())).expect("it is read");
    let codes = case.reader.codes(pdf, &read.pages, || true).expect("it is searched");
    assert_eq!(codes.iter().map(|code| code.page).collect::<Vec<_>>(), [3], "on its page: {codes:?}");
}

#[test]
fn a_few_foreign_pages_have_no_code() {
    let case = Case::begin(READER, REASON);
    assert_eq!(false_matches(&case, 24), Vec::<String>::new());
}

/// After so many pages it is told how far it got.
const TOLD: usize = 50;

/// Searches pages that no packet has: of invented reports, with codes of others, and noise. Gives what was taken for a code.
fn false_matches(case: &Case, count: usize) -> Vec<String> {
    let mut dice = Dice::new(7, "foreign");
    let mut wrong = Vec::new();
    let mut searched = 0;
    let (began, mut longest) = (Instant::now(), Duration::ZERO);
    let mut look = |name: String, page: &Grey| {
        searched += 1;
        let since = Instant::now();
        wrong.extend(found(page, 150).into_iter().map(|text| format!("{name}: {text}")));
        longest = longest.max(since.elapsed());
        if searched % TOLD == 0 {
            say(&format!("{searched} of {count} foreign pages after {} s", began.elapsed().as_secs()));
        }
        searched
    };
    for number in 0..count / 6 {
        let noise = (0..620 * 877).map(|_| dice.below(256) as u8).collect();
        look(format!("noise {number}"), &Grey { width: 620, height: 877, data: noise });
        let address = format!("https://example.com/{}/CS1:P-0001:{number}", dice.below(1_000_000));
        let page = codes::page_with(&address, dice.between(3, 8));
        let wear = Wear::drawn(&mut dice);
        look(address, &page.worn(&wear, &mut dice));
    }
    let houses: Vec<_> = LAYOUTS.iter().filter(|house| house.producer == Producer::Own).collect();
    let short = Extent { controls: 16, complementary: 6, exceptions: 3, prose: 8 };
    'all: for seed in 1.. {
        for house in &houses {
            let document = generator::invent(house, seed, short);
            let pdf: Arc<[u8]> = own::print(&document.script, house.a4).expect("it is typeset").into();
            let pages =
                case.reader.extract(Arc::clone(&pdf), None, |_| ControlFlow::Continue(())).expect("it is read").pages;
            for page in pages {
                let drawn = drawn(&case.reader, &pdf, page.number, 150);
                if look(format!("{} page {}", document.file, page.number), &drawn) >= count {
                    break 'all;
                }
            }
        }
    }
    let (took, longest) = (began.elapsed().as_secs(), longest.as_millis());
    say(&format!(
        "{searched} foreign pages in {took} s, {} taken for a packet's, longest search {longest} ms",
        wrong.len()
    ));
    wrong
}

#[test]
#[ignore = "takes many minutes without optimisation"]
fn four_hundred_worn_sheets_and_more() {
    let case = Case::begin(READER, REASON);
    let at = |dpi, count| {
        let missed = missed(&case, dpi, count);
        for missed in &missed {
            say(&format!("  missed {missed}"));
        }
        missed.len()
    };
    let (at_200, _, _) = (at(200, 400), at(150, 200), at(300, 100));
    assert!(at_200 <= 4, "at least 99 of 100 at 200 dots per inch; missed: {at_200} of 400");
}

#[test]
#[ignore = "takes many minutes without optimisation"]
fn a_thousand_foreign_pages_have_no_code() {
    let case = Case::begin(READER, REASON);
    assert_eq!(false_matches(&case, 1_000), Vec::<String>::new());
}
