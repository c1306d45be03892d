//! Any arrangement of the words that reports use: the recognisers must neither panic nor cite what is not there.
#![no_main]

use countersign_domain::{Rect, Sha256};
use countersign_reader::extraction::Properties;
use countersign_reader::page::{Page, Word};
use countersign_reader::reading::{SourceFile, read};
use libfuzzer_sys::fuzz_target;

/// Pieces of which reports are made, one for each value of a byte.
const PIECES: &str = include_str!("../pieces.txt");
/// Most pages that are made of one input.
const MOST_PAGES: usize = 12;

fuzz_target!(|bytes: &[u8]| {
    let pages = pages(bytes);
    let file = SourceFile { name: "fuzz.pdf", sha256: Sha256::of(bytes), bytes: bytes.len() as u64 };
    let reading = read(&file, &Properties::default(), &pages);
    for section in &reading.sections {
        assert!((1..=pages.len().max(1) as u32).contains(&section.page), "a section begins on a page of the file");
    }
    for citation in &reading.kind.citations {
        assert!((1..=pages.len() as u32).contains(&citation.page), "what is cited is a page of the file");
        assert!(!citation.quote.trim().is_empty(), "a quote says something");
    }
});

/// Makes pages: each byte below the number of pieces sets one, the others move on to a new line, column, rule or page.
fn pages(bytes: &[u8]) -> Vec<Page> {
    let pieces: Vec<&str> = PIECES.lines().filter(|line| !line.is_empty()).collect();
    let mut sheet = Sheet::new(1);
    let mut pages = Vec::new();
    for byte in bytes.iter().copied() {
        match byte {
            255 if pages.len() + 1 < MOST_PAGES => {
                let number = sheet.page.number + 1;
                pages.push(std::mem::replace(&mut sheet, Sheet::new(number)).page);
            }
            250..=255 => sheet.rule(byte % 2 == 0),
            240..=249 => sheet.line(f32::from(byte - 239) * 3.0),
            230..=239 => sheet.column(f32::from(byte - 230) * 60.0),
            220..=229 => sheet.letters(7.0 + f32::from(byte - 220), byte % 2 == 0),
            _ => sheet.set(pieces[usize::from(byte) % pieces.len()]),
        }
    }
    pages.push(sheet.page);
    pages
}

/// A page on which words are set one after the other.
struct Sheet {
    page: Page,
    x: f32,
    y: f32,
    size: f32,
    bold: bool,
    starts: bool,
}

impl Sheet {
    fn new(number: u32) -> Self {
        let page = Page {
            number,
            width: 612.0,
            height: 792.0,
            words: Vec::new(),
            rules: Vec::new(),
            picture_share: 0.0,
            unmapped_glyphs: 0,
            ocr: false,
            trouble: None,
        };
        Self { page, x: 60.0, y: 60.0, size: 10.0, bold: false, starts: true }
    }

    fn set(&mut self, piece: &str) {
        for text in piece.split_whitespace() {
            let width = text.chars().count() as f32 * self.size * 0.5;
            if self.x + width > 580.0 {
                self.line(2.0);
            }
            let rect = Rect { x0: self.x, y0: self.y, x1: (self.x + width).min(612.0), y1: self.y + self.size };
            let (size, bold, line_start) = (self.size, self.bold, self.starts);
            self.page.words.push(Word { text: text.into(), rect, size, bold, line_start, confidence: None });
            self.starts = false;
            self.x += width + self.size * 0.3;
        }
    }

    fn line(&mut self, gap: f32) {
        self.x = 60.0;
        self.y = (self.y + self.size + gap).min(780.0);
        self.starts = true;
    }

    fn column(&mut self, x: f32) {
        self.x = 40.0 + x;
    }

    fn letters(&mut self, size: f32, bold: bool) {
        (self.size, self.bold) = (size, bold);
    }

    fn rule(&mut self, level: bool) {
        let (x, y) = (self.x, self.y);
        let rule = if level {
            Rect { x0: 50.0, y0: y, x1: 580.0, y1: y + 0.5 }
        } else {
            Rect { x0: x - 4.0, y0: 60.0, x1: x - 3.5, y1: 740.0 }
        };
        self.page.rules.push(rule);
    }
}
