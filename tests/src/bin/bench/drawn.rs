//! The peer of the packet: printpdf alone, drawing the same lines of text at the same places with the same fonts.
//!
//! No words are chosen, shaped or broken into lines, and nothing but text is drawn. What is left is what the library takes.

use crate::Outcome;
use countersign_reader::{extraction::read_in_process, limits::Limits, page::Page};
use printpdf::{Mm, Op, ParsedFont, PdfDocument, PdfFontHandle, PdfPage, PdfSaveOptions, Pt, TextItem, TextMatrix};

const REGULAR: &[u8] = include_bytes!("../../../../src-tauri/crates/packet/fonts/NotoSans-Regular.ttf");
const BOLD: &[u8] = include_bytes!("../../../../src-tauri/crates/packet/fonts/NotoSans-Bold.ttf");

/// A line of text where it stands.
#[derive(Debug, Clone)]
pub(crate) struct Line {
    x: f32,
    y: f32,
    size: f32,
    bold: bool,
    text: String,
}

/// The pages of a file as their size and lines.
#[derive(Debug, Clone)]
pub(crate) struct Drawn {
    pages: Vec<(f32, f32, Vec<Line>)>,
}

impl Drawn {
    /// Takes the lines from a finished file.
    pub(crate) fn of(pdf: &[u8]) -> Outcome<Self> {
        let extraction = read_in_process(pdf.to_vec(), None, &Limits::default())?;
        Ok(Self { pages: extraction.pages.iter().map(|page| (page.width, page.height, lines(page))).collect() })
    }

    /// Counts the lines.
    pub(crate) fn lines(&self) -> usize {
        self.pages.iter().map(|(_, _, lines)| lines.len()).sum()
    }

    /// Draws them and gives the bytes of the file.
    pub(crate) fn print(&self) -> Outcome<Vec<u8>> {
        let mut document = PdfDocument::new("lines");
        let mut fonts = Vec::new();
        for bytes in [REGULAR, BOLD] {
            let font = ParsedFont::from_bytes(bytes, 0, &mut Vec::new()).ok_or("printpdf reads the font")?;
            fonts.push(document.add_font(&font));
        }
        for (width, height, lines) in &self.pages {
            let mut ops = vec![Op::StartTextSection];
            for line in lines {
                let font = PdfFontHandle::External(fonts[usize::from(line.bold)].clone());
                ops.push(Op::SetFont { font, size: Pt(line.size) });
                ops.push(Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(line.x), Pt(height - line.y)) });
                ops.push(Op::ShowText { items: vec![TextItem::Text(line.text.clone())] });
            }
            ops.push(Op::EndTextSection);
            document.pages.push(PdfPage::new(Mm::from(Pt(*width)), Mm::from(Pt(*height)), ops));
        }
        Ok(document.save(&PdfSaveOptions::default(), &mut Vec::new()))
    }
}

fn lines(page: &Page) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    for word in &page.words {
        match lines.last_mut() {
            Some(line) if !word.line_start => {
                line.text.push(' ');
                line.text.push_str(&word.text);
            }
            _ => lines.push(Line {
                x: word.rect.x0,
                y: word.rect.y1,
                size: word.size,
                bold: word.bold,
                text: word.text.to_string(),
            }),
        }
    }
    lines
}
