//! Sets tables and prose on pages, for tests: the ways in which word processors, browsers, TeX and report generators
//! rule, break and repeat.

use countersign_domain::Rect;

use crate::page::{Page, Word};

const WIDTH: f32 = 612.0;
const HEIGHT: f32 = 792.0;
const TOP: f32 = 110.0;
const BOTTOM: f32 = 680.0;

/// Which rules are drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Ruling {
    /// Every side of every cell, also where a page breaks.
    Full,
    /// Every side of every cell, but nothing where a page breaks a row.
    Sliced,
    /// Every side twice, two points apart.
    Double,
    /// A hairline below every row.
    Hairlines,
    /// Above the table, below its head, and below its last row.
    Booktabs,
    /// Nothing; a gap between rows.
    Gaps,
    /// Nothing, and no gap either.
    Nothing,
}

/// A document under construction.
pub(crate) struct Press {
    pages: Vec<Page>,
    words: Vec<(f32, f32, String, bool)>,
    rules: Vec<Rect>,
    y: f32,
    edges: Vec<f32>,
    ruling: Ruling,
    size: f32,
    head: Option<Vec<String>>,
    repeats_head: bool,
    middle: bool,
    in_table: bool,
    furniture: Option<(String, String)>,
    height: f32,
}

impl Press {
    /// Starts a document whose tables have columns between `edges`.
    pub(crate) fn new(edges: &[f32], ruling: Ruling) -> Self {
        Self {
            pages: Vec::new(),
            words: Vec::new(),
            rules: Vec::new(),
            y: TOP,
            edges: edges.to_vec(),
            ruling,
            size: 9.0,
            head: None,
            repeats_head: true,
            middle: false,
            in_table: false,
            furniture: None,
            height: HEIGHT,
        }
    }

    /// Sets cells in the middle of their rows, as browsers do.
    pub(crate) fn middle(mut self) -> Self {
        self.middle = true;
        self
    }

    /// Does not repeat the head on the next page.
    pub(crate) fn head_once(mut self) -> Self {
        self.repeats_head = false;
        self
    }

    /// Sets a line at the head and the foot of every page; `#` becomes the number.
    pub(crate) fn furniture(mut self, head: &str, foot: &str) -> Self {
        self.furniture = Some((head.to_owned(), foot.to_owned()));
        self
    }

    /// Changes the columns and rules from here on.
    pub(crate) fn columns(mut self, edges: &[f32], ruling: Ruling) -> Self {
        self.end_table();
        self.edges = edges.to_vec();
        self.ruling = ruling;
        self.head = None;
        self
    }

    /// Goes down to leave so many points on the page.
    pub(crate) fn leave(mut self, points: f32) -> Self {
        self.y = BOTTOM - points;
        self
    }

    /// Sets a paragraph over the full width.
    pub(crate) fn prose(mut self, text: &str) -> Self {
        self.end_table();
        self.y += 8.0;
        for line in wrap(text, 612.0 - 144.0, self.size) {
            self.need(self.pitch());
            self.place(72.0, self.y, &line, false);
            self.y += self.pitch();
        }
        self.y += 6.0;
        self
    }

    /// Sets a bold heading.
    pub(crate) fn heading(mut self, text: &str) -> Self {
        self.end_table();
        self.need(40.0);
        self.y += 12.0;
        self.place(72.0, self.y, text, true);
        self.y += self.pitch() + 6.0;
        self
    }

    /// Sets the head of a table.
    pub(crate) fn head(mut self, cells: &[&str]) -> Self {
        self.end_table();
        self.begin_table();
        let cells: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
        self.set_row(&cells, true);
        self.head = Some(cells);
        self
    }

    /// Sets a row; a cell `^` is one with the cell above. Paragraphs in a cell are divided by a line feed.
    pub(crate) fn row(mut self, cells: &[&str]) -> Self {
        self.begin_table();
        let cells: Vec<String> = cells.iter().map(|c| (*c).to_owned()).collect();
        self.set_row(&cells, false);
        self
    }

    /// Sets a row that runs over all columns.
    pub(crate) fn band(mut self, text: &str) -> Self {
        self.begin_table();
        let (left, right) = (self.edges[0], self.edges[self.edges.len() - 1]);
        let lines = wrap(text, right - left - 8.0, self.size);
        let height = lines.len() as f32 * self.pitch() + 6.0;
        self.need(height);
        let top = self.y;
        for (at, line) in lines.iter().enumerate() {
            self.place(left + 4.0, top + 3.0 + at as f32 * self.pitch(), line, true);
        }
        self.y = top + height;
        self.sides(top, self.y, &[left, right]);
        if !matches!(self.ruling, Ruling::Booktabs | Ruling::Gaps | Ruling::Nothing) {
            self.level(left, right, self.y);
        }
        self
    }

    /// Starts a new page.
    pub(crate) fn page(mut self) -> Self {
        self.end_table();
        self.eject();
        self
    }

    /// Gives the pages.
    pub(crate) fn build(mut self) -> Vec<Page> {
        self.end_table();
        self.eject();
        self.pages
    }

    fn pitch(&self) -> f32 {
        self.size * 1.2
    }

    fn gap(&self) -> f32 {
        match self.ruling {
            Ruling::Gaps => 9.0,
            Ruling::Nothing => 0.0,
            Ruling::Booktabs => 4.0,
            _ => 6.0,
        }
    }

    fn begin_table(&mut self) {
        if !self.in_table {
            self.need(60.0);
            self.in_table = true;
            if !matches!(self.ruling, Ruling::Gaps | Ruling::Nothing) {
                self.level(self.edges[0], self.edges[self.edges.len() - 1], self.y);
            }
        }
    }

    fn end_table(&mut self) {
        if self.in_table {
            if self.ruling == Ruling::Booktabs {
                self.level(self.edges[0], self.edges[self.edges.len() - 1], self.y);
            }
            self.in_table = false;
            self.head = None;
            self.y += 6.0;
        }
    }

    fn set_row(&mut self, cells: &[String], bold: bool) {
        let wrapped: Vec<Vec<String>> = cells
            .iter()
            .zip(self.edges.windows(2))
            .map(|(cell, side)| {
                let cell = if cell == "^" { "" } else { cell };
                cell.split('\n').flat_map(|p| wrap(p, side[1] - side[0] - 8.0, self.size)).collect()
            })
            .collect();
        let most = wrapped.iter().map(Vec::len).max().unwrap_or_default();
        let mut at = 0;
        let mut top = self.y;
        let merged: Vec<bool> = cells.iter().map(|c| c == "^").collect();
        if merged.contains(&true) {
            self.undo_rule(&merged);
        }
        self.y += self.gap() / 2.0;
        while at < most {
            if self.y + self.pitch() > BOTTOM {
                let sliced = self.ruling == Ruling::Sliced;
                self.close_row(top, !sliced);
                self.eject();
                if let Some(head) = self.head.clone().filter(|_| self.repeats_head && !bold) {
                    self.level(self.edges[0], self.edges[self.edges.len() - 1], self.y);
                    self.set_row(&head, true);
                } else if !sliced && !matches!(self.ruling, Ruling::Gaps | Ruling::Nothing) {
                    self.level(self.edges[0], self.edges[self.edges.len() - 1], self.y);
                }
                top = self.y;
                self.y += self.gap() / 2.0;
            }
            for (column, own) in wrapped.iter().enumerate() {
                let skip = if self.middle { (most - own.len()) / 2 } else { 0 };
                if let Some(line) = at.checked_sub(skip).and_then(|at| own.get(at)).cloned() {
                    let lower = if self.middle && (most - own.len()) % 2 == 1 { self.pitch() / 2.0 } else { 0.0 };
                    self.place(self.edges[column] + 4.0, self.y + lower, &line, bold);
                }
            }
            self.y += self.pitch();
            at += 1;
        }
        self.y += self.gap() / 2.0;
        self.close_row(top, true);
        if bold && self.ruling == Ruling::Booktabs {
            self.level(self.edges[0], self.edges[self.edges.len() - 1], self.y);
        }
    }

    fn close_row(&mut self, top: f32, rule: bool) {
        let edges = self.edges.clone();
        self.sides(top, self.y, &edges);
        if rule && !matches!(self.ruling, Ruling::Booktabs | Ruling::Gaps | Ruling::Nothing) {
            for side in edges.windows(2) {
                self.level(side[0], side[1], self.y);
            }
        }
    }

    /// Takes away the rule above columns that are one with the row above.
    fn undo_rule(&mut self, merged: &[bool]) {
        let y = self.y;
        for (column, _) in merged.iter().enumerate().filter(|(_, m)| **m) {
            let (from, to) = (self.edges[column], self.edges[column + 1]);
            self.rules.retain(|r| {
                let here = (r.y0 - y).abs() < 3.0 && r.width() > r.height();
                !(here && r.x0 >= from - 1.0 && r.x1 <= to + 1.0)
            });
        }
    }

    fn sides(&mut self, top: f32, bottom: f32, edges: &[f32]) {
        if matches!(self.ruling, Ruling::Full | Ruling::Sliced | Ruling::Double) {
            for x in edges {
                self.rules.push(Rect { x0: x - 0.3, y0: top, x1: x + 0.3, y1: bottom });
                if self.ruling == Ruling::Double {
                    self.rules.push(Rect { x0: x + 1.7, y0: top, x1: x + 2.3, y1: bottom });
                }
            }
        }
    }

    fn level(&mut self, from: f32, to: f32, y: f32) {
        self.rules.push(Rect { x0: from, y0: y - 0.3, x1: to, y1: y + 0.3 });
        if self.ruling == Ruling::Double {
            self.rules.push(Rect { x0: from, y0: y + 1.7, x1: to, y1: y + 2.3 });
        }
    }

    fn place(&mut self, x: f32, y: f32, line: &str, bold: bool) {
        let mut x = x;
        for word in line.split_whitespace() {
            self.words.push((y, x, word.to_owned(), bold));
            x += (word.chars().count() as f32 * 0.5 + 0.3) * self.size;
        }
    }

    fn need(&mut self, height: f32) {
        if self.y + height > BOTTOM {
            self.eject();
        }
    }

    fn eject(&mut self) {
        let number = self.pages.len() as u32 + 1;
        if let Some((head, foot)) = self.furniture.clone() {
            self.place(72.0, 40.0, &head.replace('#', &number.to_string()), false);
            self.place(72.0, self.height - 40.0, &foot.replace('#', &number.to_string()), false);
        }
        let mut placed = std::mem::take(&mut self.words);
        placed.sort_by(|a, b| a.0.total_cmp(&b.0).then(a.1.total_cmp(&b.1)));
        let mut last = f32::NEG_INFINITY;
        let size = self.size;
        let words = placed
            .into_iter()
            .map(|(y, x, text, bold)| {
                let line_start = y - last > 1.0;
                last = if line_start { y } else { last };
                let rect = Rect { x0: x, y0: y, x1: x + text.chars().count() as f32 * size * 0.5, y1: y + size };
                Word { text: text.into(), rect, size, bold, line_start, confidence: None }
            })
            .collect();
        self.pages.push(Page {
            number,
            width: WIDTH,
            height: self.height,
            words,
            rules: std::mem::take(&mut self.rules),
            picture_share: 0.0,
            unmapped_glyphs: 0,
            ocr: false,
            trouble: None,
        });
        self.y = TOP;
    }
}

/// Turns upright pages so that their text runs upwards, as on a landscape page bound upright.
pub(crate) fn turned(pages: Vec<Page>) -> Vec<Page> {
    let turn = |r: Rect, height: f32| Rect { x0: r.y0, y0: height - r.x1, x1: r.y1, y1: height - r.x0 };
    pages
        .into_iter()
        .map(|mut page| {
            let height = page.width;
            for word in &mut page.words {
                word.rect = turn(word.rect, height);
            }
            for rule in &mut page.rules {
                *rule = turn(*rule, height);
            }
            (page.width, page.height) = (page.height, page.width);
            page
        })
        .collect()
}

/// Breaks text into lines. A word too long for its column is broken after a hyphen, as all typesetters do.
fn wrap(text: &str, width: f32, size: f32) -> Vec<String> {
    let room = (width / size / 0.5) as usize;
    let mut lines = Vec::new();
    let mut line = String::new();
    for word in text.split_whitespace() {
        let mut word = word;
        while word.len() > room {
            let at = word[..room].rfind('-').map_or(room, |at| at + 1);
            if !line.is_empty() {
                lines.push(std::mem::take(&mut line));
            }
            lines.push(word[..at].to_owned());
            word = &word[at..];
        }
        let taken: f32 = line.split(' ').map(|w| w.chars().count() as f32 * 0.5 + 0.3).sum();
        if !line.is_empty() && (taken + word.chars().count() as f32 * 0.5) * size > width {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    if !line.is_empty() {
        lines.push(line);
    }
    lines
}
