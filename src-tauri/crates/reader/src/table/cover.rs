//! What strips cover of the width of a page, and the gutters that they leave free between columns.
//!
//! A gutter shows by its width. Word processors set columns so close that the longest line of one ends where a word space
//! would: there the next column shows by its left side, at which line after line begins and over which none runs.

use super::strip::{Strip, WIDE_GAP};

/// Narrowest gutter, as a share of the font size; narrow ones count where many strips leave them free.
const GUTTER: f32 = 0.5;
/// Widest gap between the words of a justified line, as a share of the font size.
const WORD_GAP: f32 = 1.1;
/// Strips among which the fullest shows the columns of a table that begins with the rest of a row.
const FULLER_WITHIN: usize = 10;
/// Narrowest gap before the left side of a column, as a share of the font size.
const NARROWEST: f32 = 0.12;
/// How far words that begin at one left side may miss each other, in points.
const SAME_SIDE: f32 = 0.5;
/// Fewest strips that begin at a left side: with white space before it, and at all.
const FEWEST_CLEAR: usize = 2;
const FEWEST_AT: usize = 3;
/// By how many the strips over a left side may be more than those that begin at it: a criterion between the rows.
const MOST_OVER: usize = 2;
/// Words larger than those of a table by this factor are a heading below it.
pub(super) const HEADING: f32 = 1.15;
/// How far rows below a heading may be indented against those above it, as a share of the font size.
const INDENT: f32 = 0.5;

/// The places on a page at which words of several strips begin after white space that no word space is.
#[derive(Debug, Default)]
pub(super) struct Sides {
    places: Vec<f32>,
}

impl Sides {
    /// Finds them among the strips of a page.
    pub(super) fn of(strips: &[Strip]) -> Self {
        let clear = |strip: &Strip| {
            let gap = GUTTER * strip.size;
            let after = strip.bits.windows(2).filter(move |w| w[1].rect.x0 - w[0].rect.x1 >= gap);
            strip.bits.first().map(|b| b.rect.x0).into_iter().chain(after.map(|w| w[1].rect.x0)).collect::<Vec<f32>>()
        };
        let mut begun: Vec<f32> = strips.iter().flat_map(clear).collect();
        begun.sort_by(f32::total_cmp);
        let mut places = Vec::new();
        let mut rest = &begun[..];
        while let Some(first) = rest.first() {
            let same = rest.partition_point(|x| *x <= first + SAME_SIDE);
            if same >= FEWEST_CLEAR {
                places.push(*first);
            }
            rest = &rest[same..];
        }
        Self { places }
    }

    /// Those at which several of these strips begin before others run over them: left sides of columns, perhaps.
    pub(super) fn below(&self, strips: &[Strip]) -> Vec<f32> {
        let size = strips.first().map_or(0.0, |strip| strip.size);
        let headed =
            strips.iter().skip(1).position(|strip| strip.size > HEADING * size).map_or(strips.len(), |at| at + 1);
        let is_side = |place: &f32| {
            let (mut clear, mut at, mut over) = (0, 0, 0);
            for strip in &strips[..headed] {
                match gap_before(strip, *place) {
                    Some(gap) => {
                        at += 1;
                        clear += usize::from(gap >= GUTTER * strip.size);
                    }
                    None => over += usize::from(!leaves_free(strip, *place)),
                }
                if at >= FEWEST_AT && clear >= FEWEST_CLEAR || over > at + MOST_OVER {
                    break;
                }
            }
            at >= FEWEST_AT && clear >= FEWEST_CLEAR && over <= at + MOST_OVER
        };
        self.places.iter().copied().filter(is_side).collect()
    }
}

/// The white space before a word that begins at a left side, if the strip leaves it free; infinite where the strip begins
/// with the word.
fn gap_before(strip: &Strip, side: f32) -> Option<f32> {
    let at = strip.bits.iter().position(|b| (b.rect.x0 - side).abs() <= SAME_SIDE)?;
    let before = at.checked_sub(1).map_or(f32::NEG_INFINITY, |before| strip.bits[before].rect.x1);
    let gap = strip.bits[at].rect.x0 - before;
    (gap >= NARROWEST * strip.size).then_some(gap)
}

/// Whether no word of the strip runs over a left side or up to it.
fn leaves_free(strip: &Strip, side: f32) -> bool {
    strip.bits.iter().all(|b| b.rect.x0 >= side - SAME_SIDE || b.rect.x1 <= side - NARROWEST * strip.size)
}

/// The stretches across a page on which words stand.
#[derive(Debug, Clone, Default)]
pub(super) struct Cover {
    stretches: Vec<(f32, f32)>,
    /// Left sides of columns, at which a narrow gap is a gutter.
    sides: Vec<f32>,
}

impl Cover {
    /// A cover of nothing, in which columns may stand close before these left sides.
    pub(super) fn within(sides: Vec<f32>) -> Self {
        Self { stretches: Vec::new(), sides }
    }

    /// Adds the words of a strip.
    pub(super) fn add(&mut self, strip: &Strip) {
        self.stretches.extend(strip.bits.iter().map(|b| (b.rect.x0, b.rect.x1)));
        self.stretches.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut joined: Vec<(f32, f32)> = Vec::new();
        for (from, to) in std::mem::take(&mut self.stretches) {
            match joined.last_mut() {
                Some((_, end)) if !self.is_apart(*end, from, strip.size) => *end = end.max(to),
                _ => joined.push((from, to)),
            }
        }
        self.stretches = joined;
    }

    /// Whether what ends and what begins there stands in two columns.
    fn is_apart(&self, end: f32, from: f32, size: f32) -> bool {
        from - end >= GUTTER * size * 0.99 || self.side_between(end, from, size).is_some()
    }

    /// The left side of a column between the end of words and the next ones.
    fn side_between(&self, end: f32, from: f32, size: f32) -> Option<f32> {
        self.sides.iter().copied().find(|side| *side >= end + NARROWEST * size && *side <= from + SAME_SIDE)
    }

    /// In how many parts a strip stands: wide gaps divide them, and left sides of columns.
    pub(super) fn segments(&self, strip: &Strip) -> usize {
        let gap = WIDE_GAP * strip.size;
        let divided = |end: f32, from: f32| from - end >= gap || self.side_between(end, from, strip.size).is_some();
        1 + strip.bits.windows(2).filter(|w| divided(w[0].rect.x1, w[1].rect.x0)).count()
    }

    /// Whether what wide gaps divide in the strip begins where columns begin: below a heading, other columns are another
    /// table.
    pub(super) fn begins_alike(&self, strip: &Strip) -> bool {
        let near = |x: f32, place: f32| (x - place).abs() <= INDENT * strip.size;
        strip.segments().iter().all(|(from, _)| self.stretches.iter().any(|(place, _)| near(*from, *place)))
    }

    /// The cover with the strip nearby that stands in the most columns, where the first one is the rest of a row and
    /// stands in some of them only.
    pub(super) fn fuller(&self, first: &Strip, below: &[Strip]) -> Option<Self> {
        let columns = first.segments().len();
        let fullest = below.iter().take(FULLER_WITHIN).max_by_key(|strip| strip.segments().len())?;
        let mut fuller = self.clone();
        fuller.add(fullest);
        (fullest.segments().len() > columns.max(2) && fuller.keeps(self, first.size)).then_some(fuller)
    }

    /// The gutters between the columns, as left and right end.
    pub(super) fn gutters(&self, size: f32) -> impl Iterator<Item = (f32, f32)> {
        let gaps = self.stretches.windows(2).map(|w| (w[0].1, w[1].0));
        gaps.filter(move |(a, b)| b - a >= GUTTER * size || self.side_between(*a, *b, size).is_some())
    }

    /// Whether every gutter of `before` is still free somewhere.
    pub(super) fn keeps(&self, before: &Self, size: f32) -> bool {
        before.gutters(size).all(|gutter| self.leaves(gutter, size))
    }

    /// Whether a gutter is still free somewhere.
    fn leaves(&self, (from, to): (f32, f32), size: f32) -> bool {
        self.gutters(size).any(|(a, b)| {
            let (a, b) = (a.max(from), b.min(to));
            b - a >= GUTTER * size || self.side_between(a, b, size).is_some()
        })
    }

    /// Whether the gutters of `before` that are no gap between words are still free, and make at least three columns.
    pub(super) fn keeps_wide(&self, before: &Self, size: f32) -> bool {
        let wide: Vec<(f32, f32)> = before.gutters(size).filter(|(from, to)| to - from > WORD_GAP * size).collect();
        wide.len() >= 2 && wide.iter().all(|gutter| self.leaves(*gutter, size))
    }

    /// The ends and the middles of the gutters; `None` where there is no gutter.
    pub(super) fn edges(&self, size: f32) -> Option<Vec<f32>> {
        let (first, last) = (self.stretches.first()?, self.stretches.last()?);
        let middles = self.gutters(size).map(|(a, b)| f32::midpoint(a, b));
        let edges: Vec<f32> = [first.0].into_iter().chain(middles).chain([last.1]).collect();
        (edges.len() >= 3).then_some(edges)
    }
}
