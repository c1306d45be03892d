//! Tables without upright rules: white space that runs down between words of many strips.

use countersign_domain::Rect;

use super::cut::{self, Divided};
use super::strip::{Form, Strip};
use super::{Piece, RawCell, RawRow};

/// Narrowest gutter, as a share of the font size; narrow ones count where many strips leave them free.
const GUTTER: f32 = 0.5;
/// Widest gap between the words of a justified line, as a share of the font size.
const WORD_GAP: f32 = 1.1;
/// Strips after which a gap that was always free is a gutter.
const YOUNG: usize = 12;
/// Most strips in a row that may run over all columns: a criterion between the rows.
const MOST_BAND_STRIPS: usize = 8;
/// Most strips over all columns between a head of one strip and the first row: the first criterion.
const MOST_UNDER_HEAD: usize = 2;
/// Strips among which the fullest shows the columns of a table that begins with the rest of a row.
const FULLER_WITHIN: usize = 10;
/// Level rules that reach over this share of a table divide its rows.
const RULED_SHARE: f32 = 0.5;
/// Level rules nearer than this are parts of one, in points.
const SAME_LEVEL: f32 = 1.5;
/// What follows a table at more than this share of the font size below its last row is no part of it.
const APART: f32 = 1.6;

/// Lines of one cell follow each other at less than this share of the font size.
const CLOSE_ROWS: f32 = 0.5;
/// Lines of one head follow each other at less than this share of the font size.
const CLOSE: f32 = 0.6;
/// A line that reaches into the height of the next by more than this share of the font size stands beside it.
const BESIDE: f32 = 0.3;
/// Most lines by which a head may be longer than the others.
const MOST_HEAD_LINES: usize = 3;
/// A heading is larger than what stands around it by this factor.
const LARGER: f32 = 1.05;

/// Finds tables among strips, and gives back the strips that stand in none.
pub(super) fn find(strips: Vec<Strip>, rules: &[Rect]) -> (Vec<Piece>, Vec<Strip>) {
    let strips = without_running(strips);
    let level: Vec<Rect> = rules.iter().copied().filter(|r| r.width() > r.height()).collect();
    let mut pieces = Vec::new();
    let mut loose = Vec::new();
    let mut at = 0;
    while at < strips.len() {
        let begins = strips[at].segments().len() >= 2 && !is_numbered_heading(&strips[at..]);
        let mut found = begins.then(|| Block::grow(&strips, at)).flatten();
        let above = found.as_mut().map_or(0, |block| block.take_heads(&strips, loose.len().min(at)));
        match found.and_then(|block| block.piece(&strips, &level)) {
            Some((piece, to)) => {
                loose.truncate(loose.len() - above);
                pieces.push(piece);
                at = to;
            }
            None => {
                loose.push(strips[at].clone());
                at += 1;
            }
        }
    }
    (pieces, loose)
}

/// Leaves out running heads and feet, but not the head of a table that stands at the same height on every page: right
/// above its rows, or with the page's own text above and below it.
fn without_running(strips: Vec<Strip>) -> Vec<Strip> {
    let own = |strip: &Strip| !strip.is_running();
    let (first, last) = (strips.iter().position(own), strips.iter().rposition(own));
    let mut kept: Vec<Strip> = Vec::new();
    for (at, strip) in strips.into_iter().enumerate().rev() {
        let above_rows = kept.last().is_some_and(|below| below.top - strip.bottom < 1.2 * strip.size);
        let amid = first.is_some_and(|first| first < at) && last.is_some_and(|last| at < last);
        let in_columns = strip.segments().len() >= 2;
        let heads = above_rows && (in_columns || kept.last().is_some_and(Strip::is_running)) || amid && in_columns;
        if !strip.is_running() || heads {
            kept.push(strip);
        }
    }
    kept.reverse();
    kept
}

/// Strips that leave the same gutters free, with strips in between that run over all columns.
struct Block {
    from: usize,
    to: usize,
    /// For each strip whether it runs over all columns.
    across: Vec<bool>,
    cover: Cover,
}

impl Block {
    fn grow(strips: &[Strip], from: usize) -> Option<Self> {
        let mut cover = Cover::default();
        cover.add(&strips[from]);
        if let Some(fuller) = cover.fuller(&strips[from], &strips[from + 1..]) {
            cover = fuller;
        }
        let mut block = Self { from, to: from + 1, across: vec![false], cover };
        // Strips that are no rows so far, and those of them that run over gutters.
        let (mut pending, mut wide) = (0, 0);
        for (at, strip) in strips.iter().enumerate().skip(from + 1) {
            let mut wider = block.cover.clone();
            wider.add(strip);
            let fits =
                wider.keeps(&block.cover, strip.size) || block.is_young() && wider.keeps_wide(&block.cover, strip.size);
            let heading = strips.get(at + 1).is_some_and(|next| is_heading(&strips[at - 1], strip, next));
            if fits && !heading && (pending == 0 || strip.segments().len() >= 2) {
                let own = block.first_lines(&strips[at - pending..=at]);
                block.across.extend(std::iter::repeat_n(true, pending - own));
                block.across.extend(std::iter::repeat_n(false, own + 1));
                for line in &strips[at - own..at] {
                    block.cover.add(line);
                }
                block.cover.add(strip);
                block.to = at + 1;
                (pending, wide) = (0, 0);
            } else {
                pending += 1;
                wide += usize::from(!fits || heading);
                let most = if block.to - block.from < 2 { MOST_UNDER_HEAD } else { MOST_BAND_STRIPS };
                if wide > most || pending > MOST_BAND_STRIPS {
                    break;
                }
            }
        }
        (block.to - block.from >= 2).then_some(block)
    }

    /// How many strips before the last are the first lines of its row: a cell that is higher than the others begins above
    /// them, and white space divides it from what runs over all columns.
    fn first_lines(&self, strips: &[Strip]) -> usize {
        let close = |pair: &[Strip]| pair[1].top - pair[0].bottom <= CLOSE_ROWS * pair[1].size;
        let fits = |strip: &Strip| {
            let mut wider = self.cover.clone();
            wider.add(strip);
            wider.keeps(&self.cover, strip.size)
        };
        let own = strips.windows(2).rev().take_while(|pair| close(pair) && fits(&pair[0])).count();
        if own + 1 < strips.len() { own } else { 0 }
    }

    /// Takes the first lines of heads that are longer than the others and end on the same height; says how many.
    fn take_heads(&mut self, strips: &[Strip], most: usize) -> usize {
        let mut taken = 0;
        while taken < most.min(MOST_HEAD_LINES) {
            let (strip, below) = (&strips[self.from - 1], &strips[self.from]);
            let gap = below.top - strip.bottom;
            let close = (0.0..CLOSE * below.size).contains(&gap);
            // Heads in the middle of their row have lines between those of others.
            let beside = (-below.size..-BESIDE * below.size).contains(&gap);
            let second = self.cover.gutters(below.size).next().map_or(f32::INFINITY, |(left, _)| left);
            let mut wider = self.cover.clone();
            wider.add(strip);
            let fits =
                (beside || strip.bits.iter().all(|b| b.rect.x0 > second)) && wider.keeps(&self.cover, below.size);
            if !((close || beside) && fits) {
                break;
            }
            self.from -= 1;
            self.across.insert(0, false);
            self.cover = wider;
            taken += 1;
        }
        taken
    }

    /// Whether so few strips stand in it that gaps between the words of justified lines may pass for gutters.
    fn is_young(&self) -> bool {
        self.to - self.from <= YOUNG
    }

    /// Makes a table of the block, and says where it ends; `None` where it is none.
    fn piece(mut self, strips: &[Strip], level: &[Rect]) -> Option<(Piece, usize)> {
        let size = strips[self.from].size;
        let mut edges = self.cover.edges(size)?;
        let fitting = |block: &Self| -> Vec<usize> {
            (block.from..block.to).filter(|at| !block.across[at - block.from]).collect()
        };
        merge_bullets(&mut edges, fitting(&self).iter().map(|at| &strips[*at]));
        let filled = |at: usize, edges: &[f32]| columns_of(&strips[at], edges).len();
        // What stands below in one column alone, apart from the rows, is text that follows.
        while self.to - self.from > 2 {
            let last = self.to - 1;
            let apart = strips[last].top - strips[last - 1].bottom > APART * size;
            let rest = (last..self.to).all(|at| filled(at, &edges) < 2);
            if !(apart && rest) {
                break;
            }
            self.to = last;
            self.across.truncate(self.to - self.from);
        }
        let inside = fitting(&self);
        let tabular: Vec<usize> = inside.iter().copied().filter(|at| filled(*at, &edges) >= 2).collect();
        let columns = edges.len() - 1;
        let together = tabular.iter().filter(|at| is_one_line(&strips[**at])).count();
        let enough = match columns {
            0 | 1 => false,
            2 => {
                tabular.len() >= 3 && tabular.len() * 5 >= inside.len() && together * 2 >= tabular.len()
                    || Divided::by_space(inside.iter().map(|at| &strips[*at]), &edges) == Divided::Centred
            }
            _ => tabular.len() >= 2,
        };
        enough.then(|| (self.rows(strips, &edges, level), self.to))
    }

    fn rows(&self, strips: &[Strip], edges: &[f32], level: &[Rect]) -> Piece {
        let (left, right) = (edges[0], edges[edges.len() - 1]);
        let (top, bottom) = (strips[self.from].top, strips[self.to - 1].bottom);
        let rules = dividing(level, left, right);
        let part = |at: usize| {
            let height = f32::midpoint(strips[at].top, strips[at].bottom);
            (rules.iter().filter(|y| **y < height).count(), self.across[at - self.from])
        };
        let mut groups: Vec<std::ops::Range<usize>> = Vec::new();
        for at in self.from..self.to {
            match groups.last_mut() {
                Some(group) if part(group.start) == part(at) => group.end = at + 1,
                _ => groups.push(at..at + 1),
            }
        }
        let ruled = rules.iter().filter(|y| **y > top && **y < bottom).count() >= 2;
        let inside = (self.from..self.to).filter(|at| !self.across[at - self.from]).map(|at| &strips[at]);
        let divided = if ruled { Divided::Rules } else { Divided::by_space(inside, edges) };
        let mut rows = Vec::new();
        for group in groups {
            let across = self.across[group.start - self.from];
            if across {
                rows.push(band(&strips[group], edges.len() - 1));
            } else {
                rows.extend(cut::rows(&strips[group], edges, divided));
            }
        }
        Piece { edges: edges.to_vec(), ruled: false, rows, top, bottom }
    }
}

/// Whether a strip between two others is a heading: one stretch of larger type, apart from what stands above.
fn is_heading(above: &Strip, strip: &Strip, below: &Strip) -> bool {
    let larger = |other: &Strip| strip.size > LARGER * other.size;
    strip.top - above.bottom > APART * above.size && larger(above) && larger(below) && strip.segments().len() == 1
}

/// Whether the first strip is a heading in larger type whose number stands apart from its words: "4    Tests of controls".
fn is_numbered_heading(strips: &[Strip]) -> bool {
    let [strip, below, ..] = strips else { return false };
    let larger = strip.size > LARGER * below.size;
    let apart = below.top - strip.bottom > CLOSE * below.size;
    let number = strip.bits.first().is_some_and(|b| b.form == Form::Number);
    let alone = strip.segments().first().zip(strip.bits.first()).is_some_and(|(s, b)| s.1 <= b.rect.x1);
    larger && apart && number && alone && strip.segments().len() == 2
}

/// The heights at which level rules reach over most of a table; they may be drawn column by column.
fn dividing(level: &[Rect], left: f32, right: f32) -> Vec<f32> {
    let mut parts: Vec<(f32, f32)> = level
        .iter()
        .map(|r| (f32::midpoint(r.y0, r.y1), r.x1.min(right) - r.x0.max(left)))
        .filter(|(_, reach)| *reach > 0.0)
        .collect();
    parts.sort_by(|a, b| a.0.total_cmp(&b.0));
    let mut rules: Vec<(f32, f32)> = Vec::new();
    for (at, reach) in parts {
        match rules.last_mut() {
            Some((y, sum)) if at - *y <= SAME_LEVEL => *sum += reach,
            _ => rules.push((at, reach)),
        }
    }
    rules.into_iter().filter(|(_, sum)| *sum >= RULED_SHARE * (right - left)).map(|(y, _)| y).collect()
}

/// A row of strips over all columns.
pub(super) fn band(strips: &[Strip], columns: usize) -> RawRow {
    let mut cells = vec![RawCell::default(); columns];
    cells[0].span = columns;
    cells[0].bits = strips.iter().flat_map(|s| s.bits.iter().copied()).collect();
    RawRow { cells, band: true }
}

fn columns_of(strip: &Strip, edges: &[f32]) -> Vec<usize> {
    let mut columns: Vec<usize> =
        strip.bits.iter().map(|b| edges.partition_point(|e| *e <= b.middle()).clamp(1, edges.len() - 1) - 1).collect();
    columns.sort_unstable();
    columns.dedup();
    columns
}

/// Whether the words were read as one line: columns of prose were told apart before.
fn is_one_line(strip: &Strip) -> bool {
    let lines = strip.bits.iter().map(|b| b.line);
    let (first, last) = (lines.clone().min().unwrap_or_default(), lines.max().unwrap_or_default());
    last - first <= 2
}

/// A column that holds nothing but bullets belongs to the text beside it.
fn merge_bullets<'s>(edges: &mut Vec<f32>, strips: impl Iterator<Item = &'s Strip>) {
    let mut only_bullets = vec![true; edges.len() - 1];
    for bit in strips.flat_map(|s| &s.bits) {
        let column = edges.partition_point(|e| *e <= bit.middle()).clamp(1, only_bullets.len()) - 1;
        only_bullets[column] &= bit.form == Form::Bullet;
    }
    for column in (0..only_bullets.len()).rev() {
        if only_bullets[column] && column + 2 < edges.len() {
            edges.remove(column + 1);
        }
    }
}

/// The stretches across a page on which words stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    stretches: Vec<(f32, f32)>,
}

impl Cover {
    /// Adds the words of a strip.
    pub(super) fn add(&mut self, strip: &Strip) {
        self.stretches.extend(strip.bits.iter().map(|b| (b.rect.x0, b.rect.x1)));
        self.stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f32, f32)> = Vec::new();
        for (from, to) in std::mem::take(&mut self.stretches) {
            match joined.last_mut() {
                Some((_, end)) if from - *end < GUTTER * strip.size * 0.99 => *end = end.max(to),
                _ => joined.push((from, to)),
            }
        }
        self.stretches = joined;
    }

    /// The cover with the strip nearby that stands in the most columns, where the first one is the rest of a row and
    /// stands in some of them only.
    fn fuller(&self, first: &Strip, below: &[Strip]) -> Option<Self> {
        let columns = first.segments().len();
        let fullest = below.iter().take(FULLER_WITHIN).max_by_key(|strip| strip.segments().len())?;
        let mut fuller = self.clone();
        fuller.add(fullest);
        (fullest.segments().len() > columns.max(2) && fuller.keeps(self, first.size)).then_some(fuller)
    }

    fn gutters(&self, size: f32) -> impl Iterator<Item = (f32, f32)> {
        self.stretches.windows(2).map(|w| (w[0].1, w[1].0)).filter(move |(a, b)| b - a >= GUTTER * size)
    }

    /// Whether every gutter of `before` is still free somewhere.
    pub(super) fn keeps(&self, before: &Self, size: f32) -> bool {
        before.gutters(size).all(|(from, to)| self.gutters(size).any(|(a, b)| b.min(to) - a.max(from) >= GUTTER * size))
    }

    /// Whether the gutters of `before` that are no gap between words are still free, and make at least three columns.
    fn keeps_wide(&self, before: &Self, size: f32) -> bool {
        let wide: Vec<(f32, f32)> = before.gutters(size).filter(|(from, to)| to - from > WORD_GAP * size).collect();
        let free =
            |(from, to): &(f32, f32)| self.gutters(size).any(|(a, b)| b.min(*to) - a.max(*from) >= GUTTER * size);
        wide.len() >= 2 && wide.iter().all(free)
    }

    /// The ends and the middles of the gutters; `None` where there is no gutter.
    pub(super) fn edges(&self, size: f32) -> Option<Vec<f32>> {
        let (first, last) = (self.stretches.first()?, self.stretches.last()?);
        let middles = self.gutters(size).map(|(a, b)| f32::midpoint(a, b));
        let edges: Vec<f32> = [first.0].into_iter().chain(middles).chain([last.1]).collect();
        (edges.len() >= 3).then_some(edges)
    }
}
