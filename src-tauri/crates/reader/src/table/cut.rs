//! Rows where no rule divides them: told from numbers in a column of numbers, from gaps, and from the strips in which
//! several cells begin at once.

use super::strip::{Bit, Form, Strip, gather};
use super::{RawCell, RawRow, centred};

/// A step from strip to strip that is this many times the usual one is a gap between rows.
const GAP: f32 = 1.3;
/// Share of the filled strips of a column of numbers that begin with a number.
const NUMBERS: f32 = 0.5;
/// Columns in which numbers of rows may stand.
const NUMBER_COLUMNS: usize = 3;

/// A strip cut into columns.
pub(super) struct Laid {
    pub(super) top: f32,
    pub(super) bottom: f32,
    pub(super) size: f32,
    pub(super) columns: Vec<Vec<Bit>>,
}

impl Laid {
    fn new(strip: &Strip, edges: &[f32]) -> Self {
        let count = edges.len() - 1;
        let mut columns = vec![Vec::new(); count];
        for bit in &strip.bits {
            let column = edges.partition_point(|e| *e <= bit.middle()).clamp(1, count) - 1;
            columns[column].push(*bit);
        }
        Self { top: strip.top, bottom: strip.bottom, size: strip.size, columns }
    }

    fn filled(&self) -> usize {
        self.columns.iter().filter(|c| !c.is_empty()).count()
    }
}

/// What divides the rows of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Divided {
    /// Level rules.
    Rules,
    /// White space, and cells stand in the middle of their row.
    Centred,
    /// Nothing that one could tell beforehand.
    Otherwise,
}

impl Divided {
    /// Tells how the rows of strips without rules are divided.
    pub(super) fn by_space<'s>(strips: impl Iterator<Item = &'s Strip>, edges: &[f32]) -> Self {
        let laid: Vec<Laid> = strips.map(|strip| Laid::new(strip, edges)).collect();
        if centred::is(&laid) { Self::Centred } else { Self::Otherwise }
    }
}

/// Cuts strips into rows. Between rules a stretch is one row, unless numbers say that it is several.
pub(super) fn rows(strips: &[Strip], edges: &[f32], divided: Divided) -> Vec<RawRow> {
    let laid: Vec<Laid> = strips.iter().map(|s| Laid::new(s, edges)).collect();
    let starts = match divided {
        Divided::Centred => centred::starts(&laid),
        _ => starts(&laid, divided == Divided::Rules),
    };
    let mut rows: Vec<RawRow> = Vec::new();
    for (at, strip) in laid.into_iter().enumerate() {
        if at == 0 || starts.contains(&at) {
            let cells = vec![RawCell { span: 1, ..RawCell::default() }; strip.columns.len()];
            rows.push(RawRow { cells, band: false });
        }
        if let Some(row) = rows.last_mut() {
            for (cell, bits) in row.cells.iter_mut().zip(strip.columns) {
                cell.bits.extend(bits);
            }
        }
    }
    rows
}

/// Divides rows of a grid that hold several rows because only some of the table is ruled.
pub(super) fn divide_tall(rows: Vec<RawRow>, edges: &[f32]) -> Vec<RawRow> {
    let few = rows.len() <= 3;
    let mut out = Vec::new();
    for row in rows {
        let whole = row.band || row.cells.iter().any(|c| c.span != 1 || c.carried || c.open);
        if whole {
            out.push(row);
            continue;
        }
        let strips = gather(row.cells.iter().flat_map(|c| c.bits.iter().copied()).collect());
        let laid: Vec<Laid> = strips.iter().map(|s| Laid::new(s, edges)).collect();
        let numbers = number_column(&laid).map_or_else(Vec::new, |column| number_starts(&laid, column));
        // Several numbers in one cell are several rows only where the other cells begin anew beside each.
        let beside = numbers.iter().filter(|at| **at > 0 && fresh(&laid, **at) + 1 >= laid[**at].filled().min(3));
        if few && numbers.len() >= 2 && beside.count() + 1 >= numbers.len() && laid.len() >= 2 {
            out.extend(self::rows(&strips, edges, Divided::Otherwise));
        } else {
            out.push(row);
        }
    }
    out
}

fn starts(laid: &[Laid], between_rules: bool) -> Vec<usize> {
    if laid.len() < 2 {
        return Vec::new();
    }
    let gaps = gaps(laid);
    if let Some(column) = number_column(laid) {
        let numbers = number_starts(laid, column);
        if numbers.len() >= 2 || !between_rules {
            return by_numbers(laid, &gaps, numbers);
        }
    }
    if between_rules {
        return Vec::new();
    }
    (1..laid.len())
        .filter(|at| {
            let (filled, fresh) = (laid[*at].filled(), fresh(laid, *at));
            let all = filled == laid[*at].columns.len();
            (gaps.contains(at) && (filled >= 2 || !laid[*at].columns[0].is_empty()))
                || (filled >= 2 && fresh >= 1 && fresh + 1 >= filled && !begins_small(&laid[*at]))
                || (all && laid[*at - 1].filled() == filled && !begins_small(&laid[*at]))
        })
        .collect()
}

/// Rows that begin with a number each. Where gaps divide the strips so that every part has one number, the gaps say
/// where rows begin: the number may stand in the middle of its row.
fn by_numbers(laid: &[Laid], gaps: &[usize], numbers: Vec<usize>) -> Vec<usize> {
    let bounds: Vec<usize> = [0].into_iter().chain(gaps.iter().copied()).chain([laid.len()]).collect();
    let each_one = bounds.windows(2).all(|w| numbers.iter().filter(|n| (w[0]..w[1]).contains(*n)).count() == 1)
        && !gaps.is_empty();
    if each_one {
        return gaps.to_vec();
    }
    // Above the first number there may be a head and, after a page end, the rest of a row.
    let first = numbers.first().copied().unwrap_or_default();
    let above = gaps.iter().copied().filter(|at| *at < first);
    let rows = numbers.iter().map(|&at| {
        // The number may be set a little lower than the first line beside it.
        let beside = at > 0 && laid[at - 1].bottom > laid[at].top + 0.3 * laid[at].size;
        if beside { at - 1 } else { at }
    });
    above.chain(rows).collect()
}

/// Finds the column in which rows have their numbers.
fn number_column(laid: &[Laid]) -> Option<usize> {
    let count = laid.first()?.columns.len();
    let numbered = |column: usize| laid.iter().filter(|l| begins_with_number(&l.columns[column])).count();
    let best = (0..count.min(NUMBER_COLUMNS)).rev().max_by_key(|c| numbered(*c))?;
    let filled = laid.iter().filter(|l| !l.columns[best].is_empty()).count();
    let numbers = numbered(best);
    (numbers >= 1 && numbers as f32 >= NUMBERS * filled as f32).then_some(best)
}

fn begins_with_number(bits: &[Bit]) -> bool {
    match bits {
        // "1.2 or higher" goes on in a sentence.
        [first, second, ..] if first.form == Form::Number && second.form == Form::Small => false,
        [first, ..] if matches!(first.form, Form::Number | Form::Divided) => true,
        [first, second, ..] => first.form == Form::Capitals && second.form == Form::Number,
        _ => false,
    }
}

fn number_starts(laid: &[Laid], column: usize) -> Vec<usize> {
    (0..laid.len())
        .filter(|at| {
            let continues = at.checked_sub(1).is_some_and(|before| {
                laid[before].columns[column].last().is_some_and(|b| b.form == Form::Divided)
                    && laid[*at].top - laid[before].bottom < laid[*at].size
            });
            begins_with_number(&laid[*at].columns[column]) && !continues
        })
        .collect()
}

/// The strips before which there is a gap.
fn gaps(laid: &[Laid]) -> Vec<usize> {
    let steps: Vec<f32> = laid.windows(2).map(|w| w[1].top - w[0].top).collect();
    let mut ordered: Vec<f32> = steps.iter().copied().filter(|s| *s > 3.0).collect();
    ordered.sort_by(f32::total_cmp);
    let size = laid[0].size.max(5.0);
    let pitch = ordered.get(ordered.len() / 4).copied().unwrap_or(size).clamp(size, 1.7 * size);
    (1..laid.len()).filter(|at| steps[at - 1] > GAP * pitch).collect()
}

/// In how many columns a cell begins: nothing stands in the strip before.
fn fresh(laid: &[Laid], at: usize) -> usize {
    let Some(before) = at.checked_sub(1) else { return laid[at].filled() };
    laid[at].columns.iter().zip(&laid[before].columns).filter(|(now, then)| !now.is_empty() && then.is_empty()).count()
}

fn begins_small(laid: &Laid) -> bool {
    laid.columns.iter().filter_map(|c| c.first()).any(|b| b.form == Form::Small)
}
