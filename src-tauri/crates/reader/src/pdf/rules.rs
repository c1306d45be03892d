//! Ruling lines: what separates the cells of a table.
//!
//! Word processors draw them as thin filled rectangles, often one per cell side; browsers as thin trapezoids; others
//! stroke lines or whole boxes. All of it ends as thin upright rectangles, pieces of one line joined.

use countersign_domain::Rect as PageRect;
use hayro_interpret::DrawMode;
use hayro_interpret::kurbo::{Affine, BezPath, PathEl, Point, Rect};

/// A line is not thicker than this, in points; what is thicker is a bar or a shaded cell.
const MAX_THICKNESS: f64 = 3.0;
/// A line is not shorter than this once its pieces are joined; what is shorter is a bullet, a dash or part of a letter.
const MIN_LENGTH: f64 = 8.0;
/// Pieces of one line are not farther apart than this.
const JOIN_GAP: f64 = 1.0;
/// Pieces of one line do not differ more than this across it.
const JOIN_DRIFT: f64 = 0.6;
/// The points of one closed four-sided figure, and a few more for those who close it twice.
const MAX_CORNERS: usize = 6;

/// The ruling lines of one page.
pub(super) struct Rules {
    shown: Rect,
    max: usize,
    pieces: Vec<Rect>,
}

impl Rules {
    pub(super) fn new(shown: Rect, max: usize) -> Self {
        Self { shown, max, pieces: Vec::new() }
    }

    /// Takes what is line-like of a painted path; says whether there was room for it.
    pub(super) fn path(&mut self, path: &BezPath, transform: Affine, mode: &DrawMode, visible: Rect) -> bool {
        let stroke = match mode {
            DrawMode::Stroke(stroke) | DrawMode::FillAndStroke(_, stroke) => Some(f64::from(stroke.line_width)),
            DrawMode::Fill(_) => None,
            DrawMode::Invisible => return true,
        };
        let [a, b, c, d, ..] = transform.as_coeffs();
        let scale = (a * d - b * c).abs().sqrt();
        for figure in figures(path) {
            let Some(points) = figure else { continue };
            let points: Vec<Point> = points.into_iter().map(|p| transform * p).collect();
            if let Some(width) = stroke {
                let half = (width * scale / 2.0).clamp(0.05, MAX_THICKNESS);
                for pair in points.windows(2) {
                    let line = Rect::from_points(pair[0], pair[1]);
                    if line.width().min(line.height()) <= 0.5 {
                        self.piece(line.inflate(half, half), visible);
                    }
                }
            } else {
                let area = points.iter().fold(Rect::from_points(points[0], points[0]), |r, p| r.union_pt(*p));
                self.piece(area, visible);
            }
        }
        self.pieces.len() < self.max
    }

    fn piece(&mut self, piece: Rect, visible: Rect) {
        let piece = piece.intersect(visible).intersect(self.shown);
        let thickness = piece.width().min(piece.height());
        let thin = thickness > 0.0 && thickness <= MAX_THICKNESS;
        if thin && piece.is_finite() && self.pieces.len() < self.max {
            self.pieces.push(piece);
        }
    }

    /// Joins the pieces, upright lines and level lines apart, and drops what stays too short.
    pub(super) fn finish(self) -> Vec<PageRect> {
        let (level, upright): (Vec<Rect>, Vec<Rect>) = self.pieces.iter().partition(|r| r.width() >= r.height());
        // Corners are drawn as small squares: they belong to either direction.
        let squares = self.pieces.iter().copied().filter(|r| r.width().max(r.height()) <= MAX_THICKNESS);
        let upright = upright.into_iter().chain(squares.filter(|r| r.width() >= r.height()));
        let level = join(level);
        let upright = join(upright.map(transpose).collect()).into_iter().map(transpose);
        level
            .into_iter()
            .chain(upright)
            .filter(|r| r.width().max(r.height()) >= MIN_LENGTH)
            .map(|r| PageRect { x0: r.x0 as f32, y0: r.y0 as f32, x1: r.x1 as f32, y1: r.y1 as f32 })
            .collect()
    }
}

/// Splits a path into its figures; a figure that is curved or has more corners than a box is `None`.
fn figures(path: &BezPath) -> Vec<Option<Vec<Point>>> {
    let mut figures: Vec<Option<Vec<Point>>> = Vec::new();
    for element in path.elements() {
        match element {
            PathEl::MoveTo(p) => figures.push(Some(vec![*p])),
            PathEl::LineTo(p) => match figures.last_mut() {
                Some(Some(points)) if points.len() < MAX_CORNERS => points.push(*p),
                Some(figure) => *figure = None,
                None => {}
            },
            PathEl::ClosePath => {
                if let Some(Some(points)) = figures.last_mut() {
                    points.push(points[0]);
                }
            }
            PathEl::QuadTo(..) | PathEl::CurveTo(..) => {
                if let Some(figure) = figures.last_mut() {
                    *figure = None;
                }
            }
        }
    }
    figures
}

fn transpose(r: Rect) -> Rect {
    Rect::new(r.y0, r.x0, r.y1, r.x1)
}

/// Joins level pieces that touch along one line.
fn join(mut pieces: Vec<Rect>) -> Vec<Rect> {
    let middle = |r: &Rect| f64::midpoint(r.y0, r.y1);
    pieces.sort_by(|a, b| middle(a).total_cmp(&middle(b)));
    let mut joined = Vec::new();
    let mut from = 0;
    while from < pieces.len() {
        let mut to = from + 1;
        while to < pieces.len() && middle(&pieces[to]) - middle(&pieces[from]) <= JOIN_DRIFT {
            to += 1;
        }
        pieces[from..to].sort_by(|a, b| a.x0.total_cmp(&b.x0));
        let mut line = pieces[from];
        for piece in &pieces[from + 1..to] {
            if piece.x0 <= line.x1 + JOIN_GAP {
                line = line.union(*piece);
            } else {
                joined.push(line);
                line = *piece;
            }
        }
        joined.push(line);
        from = to;
    }
    joined
}
