//! Drawings: from shapes in millimetres to items.

use super::block::figure;
use super::item::{Item, mm};
use super::paragraph::{items_at, set};
use super::piece::{Keep, Piece};
use super::shape::Context;
use crate::typeset::{Align, Drawing, Fill, Shape, Tone};

/// The distance between slanted lines, in points.
const HATCH: f64 = 2.6;

/// The weight of outlines and slanted lines, in points.
const OUTLINE: f64 = 0.5;

/// The side of a mark, in points.
const MARK: f64 = 7.5;

/// Makes the piece of a drawing.
pub(crate) fn drawing(drawing: &Drawing, context: &mut Context) -> Piece {
    let mut items = Vec::new();
    for shape in &drawing.shapes {
        match shape {
            Shape::Line { points, weight, tone, dotted } => {
                let points = points.iter().map(|(x, y)| (mm(*x), mm(*y))).collect();
                items.push(Item::Path { points, closed: false, weight: *weight, tone: *tone, dashed: *dotted });
            }
            Shape::Area { x, y, width, height, fill } => {
                area((mm(*x), mm(*y)), (mm(*width), mm(*height)), *fill, &mut items);
            }
            Shape::Mark { x, y, mark } => {
                items.push(Item::Mark { x: mm(*x) - MARK / 2.0, y: mm(*y) - MARK / 2.0, mark: *mark });
            }
            Shape::Label { x, y, width, align, style, text } => {
                for line in set(text, style.text_style(), mm(*width), Some(1), context) {
                    let shift = match align {
                        Align::Left => 0.0,
                        Align::Centre => line.width / 2.0,
                        Align::Right => line.width,
                    };
                    items.extend(items_at(line, mm(*x) - shift, mm(*y)));
                }
            }
        }
    }
    let items = figure(drawing.words.clone(), items, context);
    Piece { height: mm(drawing.height), items, keep: Keep::Hard, ..Piece::default() }
}

fn area((x, y): (f64, f64), (width, height): (f64, f64), fill: Fill, items: &mut Vec<Item>) {
    let outline = |dashed| Item::Path {
        points: vec![(x, y), (x + width, y), (x + width, y + height), (x, y + height)],
        closed: true,
        weight: OUTLINE,
        tone: Tone::Ink,
        dashed,
    };
    match fill {
        Fill::Tone(tone) => items.push(Item::Fill { x, y, width, height, tone }),
        Fill::Outlined(tone) => {
            items.push(Item::Fill { x, y, width, height, tone });
            items.push(outline(false));
        }
        Fill::Hatched => {
            // Lines that rise to the right, each cut where it leaves the rectangle.
            let mut from = HATCH;
            while from < width + height {
                let (low, high) = (from.min(width), (from - height).max(0.0));
                items.push(Item::Path {
                    points: vec![(x + high, y + (from - high).min(height)), (x + low, y + from - low)],
                    closed: false,
                    weight: OUTLINE,
                    tone: Tone::Ink,
                    dashed: false,
                });
                from += HATCH;
            }
            items.push(outline(false));
        }
        Fill::Dashed => items.push(outline(true)),
    }
}
