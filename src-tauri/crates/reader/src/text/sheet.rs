//! Lays out lines of text into a page, for tests.

use countersign_domain::Rect;

use crate::page::{Page, Word};

const WIDTH: f32 = 612.0;
const HEIGHT: f32 = 792.0;
const LEFT: f32 = 72.0;

/// A page under construction.
pub(crate) struct Sheet {
    page: Page,
    y: f32,
    size: f32,
}

impl Sheet {
    /// Starts an empty page.
    pub(crate) fn new(number: u32) -> Self {
        let page = Page {
            number,
            width: WIDTH,
            height: HEIGHT,
            words: Vec::new(),
            rules: Vec::new(),
            picture_share: 0.0,
            unmapped_glyphs: 0,
            ocr: false,
            trouble: None,
        };
        Self { page, y: 130.0, size: 10.0 }
    }

    fn put(mut self, text: &str, y: f32, size: f32, bold: bool) -> Self {
        let mut x = LEFT;
        for (at, word) in text.split_whitespace().enumerate() {
            let width = word.chars().count() as f32 * size * 0.5;
            let rect = Rect { x0: x, y0: y, x1: x + width, y1: y + size };
            let line_start = at == 0;
            self.page.words.push(Word { text: word.into(), rect, size, bold, line_start, confidence: None });
            x += width + size * 0.3;
        }
        self
    }

    /// Sets a line of body text.
    pub(crate) fn line(self, text: &str) -> Self {
        let (y, size) = (self.y, self.size);
        let mut sheet = self.put(text, y, size, false);
        sheet.y += 13.0;
        sheet
    }

    /// Sets words side by side: each with the place at which it begins.
    pub(crate) fn cells(mut self, cells: &[(f32, &str)]) -> Self {
        let first = self.page.words.len();
        for (x, text) in cells {
            let from = self.page.words.len();
            let (y, size) = (self.y, self.size);
            self = self.put(text, y, size, false);
            for word in &mut self.page.words[from..] {
                word.rect.x0 += x - LEFT;
                word.rect.x1 += x - LEFT;
                word.line_start = false;
            }
        }
        if let Some(word) = self.page.words.get_mut(first) {
            word.line_start = true;
        }
        self.y += 13.0;
        self
    }

    /// Sets a bold line of body size.
    pub(crate) fn bold(self, text: &str) -> Self {
        let (y, size) = (self.y + 8.0, self.size);
        let mut sheet = self.put(text, y, size, true);
        sheet.y = y + 13.0;
        sheet
    }

    /// Sets a line of large type with a gap around it.
    pub(crate) fn title(self, text: &str) -> Self {
        let y = self.y + 10.0;
        let mut sheet = self.put(text, y, 18.0, true);
        sheet.y = y + 24.0;
        sheet
    }

    /// Leaves a gap.
    pub(crate) fn gap(mut self, points: f32) -> Self {
        self.y += points;
        self
    }

    /// Sets paragraphs: one per line of `text`, broken at about 90 characters, with a gap between them.
    pub(crate) fn text(mut self, text: &str) -> Self {
        for paragraph in text.lines().map(str::trim).filter(|p| !p.is_empty()) {
            let mut line = String::new();
            for word in paragraph.split_whitespace() {
                if line.len() + word.len() > 90 {
                    self = self.line(&std::mem::take(&mut line));
                }
                if !line.is_empty() {
                    line.push(' ');
                }
                line.push_str(word);
            }
            self = self.line(&line).gap(8.0);
        }
        self
    }

    /// Sets a line at the head of the page.
    pub(crate) fn head(self, text: &str) -> Self {
        self.put(text, 30.0, 8.0, false)
    }

    /// Sets a line at the foot of the page.
    pub(crate) fn foot(self, text: &str) -> Self {
        self.put(text, HEIGHT - 40.0, 8.0, false)
    }

    /// Covers the page with a picture.
    pub(crate) fn picture(mut self) -> Self {
        self.page.picture_share = 0.9;
        self
    }

    /// Gives the page.
    pub(crate) fn build(self) -> Page {
        self.page
    }
}

/// Sets a whole document. Pages are divided by a line `===`; a line that starts with `# ` is a title, with `## ` bold,
/// everything else is a paragraph.
pub(crate) fn document(source: &str) -> Vec<Page> {
    let mut pages = Vec::new();
    let mut sheet = Sheet::new(1);
    for line in source.lines().map(str::trim).filter(|l| !l.is_empty()) {
        sheet = if line == "===" {
            pages.push(sheet.build());
            Sheet::new(pages.len() as u32 + 1)
        } else if let Some(title) = line.strip_prefix("# ") {
            sheet.title(title)
        } else if let Some(bold) = line.strip_prefix("## ") {
            sheet.bold(bold)
        } else {
            sheet.text(line)
        };
    }
    pages.push(sheet.build());
    pages
}
