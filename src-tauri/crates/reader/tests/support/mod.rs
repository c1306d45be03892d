//! Small PDFs written by hand, good ones and hostile ones.

use std::fmt::Write as _;
use std::io::Write as _;

/// A PDF in the making: objects by number, the first one being the catalog.
pub(crate) struct Pdf {
    objects: Vec<Vec<u8>>,
}

/// The number of the page tree's root.
const PAGES: usize = 2;
/// Fonts that every page knows: F1 is regular, F2 is bold.
const FONTS: &str = "<< /F1 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >> \
                     /F2 << /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >> >>";

impl Pdf {
    /// Starts a file without pages.
    pub(crate) fn new() -> Self {
        let mut pdf = Self { objects: Vec::new() };
        pdf.add("<< /Type /Catalog /Pages 2 0 R >>");
        pdf.add("");
        pdf
    }

    /// Makes a file of pages in portrait letter format with these contents.
    pub(crate) fn of_pages(contents: &[&str]) -> Vec<u8> {
        let mut pdf = Self::new();
        let pages: Vec<usize> = contents.iter().map(|content| pdf.page(content, "")).collect();
        pdf.tree(&pages);
        pdf.finish()
    }

    /// Adds an object and gives its number.
    pub(crate) fn add(&mut self, object: impl Into<Vec<u8>>) -> usize {
        self.objects.push(object.into());
        self.objects.len()
    }

    /// Replaces an object.
    pub(crate) fn set(&mut self, number: usize, object: impl Into<Vec<u8>>) {
        self.objects[number - 1] = object.into();
    }

    /// Adds a stream; `entries` go into its dictionary.
    pub(crate) fn stream(&mut self, entries: &str, data: &[u8]) -> usize {
        let mut object = format!("<< /Length {} {entries} >>\nstream\n", data.len()).into_bytes();
        object.extend_from_slice(data);
        object.extend_from_slice(b"\nendstream");
        self.add(object)
    }

    /// Adds a page; `entries` go into its dictionary.
    pub(crate) fn page(&mut self, content: &str, entries: &str) -> usize {
        let content = self.stream("", content.as_bytes());
        self.page_of(content, entries)
    }

    /// Adds a page whose content is an object.
    pub(crate) fn page_of(&mut self, content: usize, entries: &str) -> usize {
        self.add(format!(
            "<< /Type /Page /Parent {PAGES} 0 R /MediaBox [0 0 612 792] /Contents {content} 0 R \
             /Resources << /Font {FONTS} >> {entries} >>"
        ))
    }

    /// Makes these the pages of the file.
    pub(crate) fn tree(&mut self, pages: &[usize]) {
        let kids: String = pages.iter().fold(String::new(), |mut kids, page| {
            write!(kids, "{page} 0 R ").expect("writing to a string works");
            kids
        });
        self.set(PAGES, format!("<< /Type /Pages /Count {} /Kids [{kids}] >>", pages.len()));
    }

    /// Writes the file.
    pub(crate) fn finish(self) -> Vec<u8> {
        let mut file = b"%PDF-1.7\n%\xE2\xE3\xCF\xD3\n".to_vec();
        let mut offsets = Vec::new();
        for (index, object) in self.objects.iter().enumerate() {
            offsets.push(file.len());
            writeln!(file, "{} 0 obj", index + 1).expect("writing to memory works");
            file.extend_from_slice(object);
            file.extend_from_slice(b"\nendobj\n");
        }
        let table = file.len();
        write!(file, "xref\n0 {}\n0000000000 65535 f \n", offsets.len() + 1).expect("writing to memory works");
        for offset in &offsets {
            writeln!(file, "{offset:010} 00000 n ").expect("writing to memory works");
        }
        write!(file, "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n", offsets.len() + 1)
            .expect("writing to memory works");
        file
    }
}

/// Content that shows a text at a place, in the regular font.
pub(crate) fn text(x: f32, y: f32, size: f32, text: &str) -> String {
    format!("BT /F1 {size} Tf {x} {y} Td ({text}) Tj ET\n")
}
