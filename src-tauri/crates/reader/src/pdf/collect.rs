//! Collects glyphs, ruling lines and pictures while hayro runs through a page.

use hayro_interpret::font::{Glyph, GlyphRun};
use hayro_interpret::hayro_cmap::{BfString, WritingMode};
use hayro_interpret::hayro_syntax::object::{Dict, Object};
use hayro_interpret::kurbo::{Affine, BezPath, Point, Rect, Shape, Vec2};
use hayro_interpret::{BlendMode, ClipPath, Device, DrawMode, DrawProps, Image, ImageDrawProps, SoftMask};

use compact_str::{CompactString, ToCompactString as _};

use super::bold::BoldFonts;
use super::pictures::Pictures;
use super::rules::Rules;
use super::{RawGlyph, RawPage, properties};
use crate::limits::Limits;

/// hayro's glyph space has a thousand units to the em.
const UNITS_PER_EM: f64 = 1000.0;
/// Stands for a glyph for which the file gives no character.
const UNMAPPED: char = char::REPLACEMENT_CHARACTER;
/// Most glyphs that a replacement text may stand for: a ligature and its accents.
const MAX_REPLACED: usize = 4;
/// Longest replacement text in characters.
const MAX_REPLACEMENT: usize = 8;
/// Advance of a glyph, in em, where the font does not tell.
const USUAL_ADVANCE: f64 = 0.5;

/// Collects the marks of one page. All coordinates that arrive are already those of the page as shown.
pub(super) struct Collector<'b, 'p> {
    shown: Rect,
    bold: &'b mut BoldFonts<'p>,
    max_glyphs: usize,
    glyphs: Vec<RawGlyph>,
    /// Glyphs from here on were painted invisibly after the last clip; a clip made of them makes them visible.
    hidden_from: usize,
    /// The open marked content: where it began, and the text that the file says it stands for.
    marked: Vec<(usize, Option<String>)>,
    clips: Vec<Rect>,
    rules: Rules,
    pictures: Pictures,
    too_much: bool,
}

impl<'b, 'p> Collector<'b, 'p> {
    pub(super) fn new(shown: Rect, limits: &Limits, bold: &'b mut BoldFonts<'p>) -> Self {
        Self {
            shown,
            bold,
            max_glyphs: limits.glyphs_per_page,
            glyphs: Vec::new(),
            hidden_from: 0,
            marked: Vec::new(),
            clips: Vec::new(),
            rules: Rules::new(shown, limits.rules_per_page),
            pictures: Pictures::new(shown),
            too_much: false,
        }
    }

    /// Ends the page. Invisible text is kept where it lies over a picture: that is the text layer of a scan. Elsewhere
    /// nobody can see it, so nobody could check what was read from it, and it is dropped.
    pub(super) fn finish(mut self) -> RawPage {
        let pictures = &self.pictures;
        self.glyphs.retain(|g| {
            let half = g.advance / 2.0;
            let up = g.size * 0.3;
            let middle = Point::new(
                f64::from(g.x + g.dir_x * half + g.dir_y * up),
                f64::from(g.y + g.dir_y * half - g.dir_x * up),
            );
            !g.hidden || pictures.covers(middle)
        });
        let unmapped_glyphs = self.glyphs.iter().filter(|g| is_unmapped(g)).count() as u32;
        RawPage {
            width: self.shown.width() as f32,
            height: self.shown.height() as f32,
            glyphs: self.glyphs,
            rules: self.rules.finish(),
            picture_share: self.pictures.share(),
            unmapped_glyphs,
            too_much: self.too_much,
        }
    }

    /// Whether the font of a run, which all its glyphs share, is bold.
    fn is_bold(&mut self, run: &GlyphRun<'_, '_>) -> bool {
        let outline = run.glyphs().iter().find_map(|glyph| match &**glyph {
            Glyph::Outline(outline) => Some(outline),
            Glyph::Type3(_) => None,
        });
        outline.is_some_and(|glyph| self.bold.is_bold(glyph))
    }

    fn visible(&self) -> Rect {
        self.clips.last().copied().unwrap_or(self.shown)
    }

    fn clip(&mut self, area: Rect) {
        let inner = self.visible().intersect(area);
        self.clips.push(inner);
    }

    fn glyph(&mut self, glyph: &Glyph<'_>, transform: Affine, run: Run) {
        let Run { vertical, size_factor, bold, hidden } = run;
        let advance = match glyph {
            Glyph::Outline(outline) => outline.advance_width(),
            Glyph::Type3(drawn) => drawn.advance_width(),
        };
        let linear = |v: Vec2| (transform * v.to_point()).to_vec2() - transform.translation();
        let along = if vertical { Vec2::new(0.0, -1.0) } else { Vec2::new(1.0, 0.0) };
        let unit = linear(along);
        let length = unit.hypot();
        let size = linear(Vec2::new(0.0, UNITS_PER_EM)).hypot() * size_factor;
        if !(length.is_finite() && size.is_finite()) || length <= 0.0 || size <= 0.0 {
            return;
        }
        let advance = if vertical { size } else { advance.map_or(USUAL_ADVANCE * size, |a| f64::from(a) * length) };
        let start = transform.translation();
        let direction = unit / length;
        let ends = [start, start + direction * advance].map(Vec2::to_point);
        let reach = Rect::from_points(ends[0], ends[1]).inflate(size, size);
        if reach.intersect(self.visible()).is_zero_area()
            || !self.shown.inflate(1.0, 1.0).contains(ends[0].midpoint(ends[1]))
        {
            return;
        }
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_compact_string(),
            Some(BfString::String(s)) => CompactString::from(s),
            None => UNMAPPED.to_compact_string(),
        };
        let senseless = text.chars().any(|c| matches!(c, '\0' | '\u{FFFF}'));
        let text = if senseless { UNMAPPED.to_compact_string() } else { text };
        self.glyphs.push(RawGlyph {
            text,
            x: start.x as f32,
            y: start.y as f32,
            dir_x: direction.x as f32,
            dir_y: direction.y as f32,
            advance: advance as f32,
            size: size as f32,
            bold,
            hidden,
        });
    }
}

/// What the glyphs of a run share.
#[derive(Debug, Clone, Copy)]
struct Run {
    vertical: bool,
    size_factor: f64,
    bold: bool,
    hidden: bool,
}

fn is_unmapped(glyph: &RawGlyph) -> bool {
    glyph.text.contains(UNMAPPED)
}

/// Type 3 fonts may be built with any size and scaled elsewhere; where the nominal size cannot be the size of letters
/// so wide, the letters tell it.
fn type3_size_factor(run: &GlyphRun<'_, '_>) -> f64 {
    let advances = run.glyphs().iter().filter_map(|g| match &**g {
        Glyph::Type3(drawn) => drawn.advance_width().map(f64::from),
        Glyph::Outline(_) => None,
    });
    let (sum, number) = advances.fold((0.0, 0_u32), |(sum, number), advance| (sum + advance, number + 1));
    let mean = sum / (f64::from(number.max(1)) * UNITS_PER_EM);
    if mean > 1.5 { mean / USUAL_ADVANCE } else { 1.0 }
}

impl<'a> Device<'a> for Collector<'_, '_> {
    fn draw_glyph_run(&mut self, run: &GlyphRun<'_, 'a>, props: DrawProps<'a>, mode: &DrawMode) {
        let hidden = matches!(mode, DrawMode::Invisible);
        if !hidden {
            self.hidden_from = self.glyphs.len() + run.glyphs().len();
        }
        let shared = Run {
            vertical: run.writing_mode() == WritingMode::Vertical,
            size_factor: type3_size_factor(run),
            bold: self.is_bold(run),
            hidden,
        };
        self.glyphs.reserve(run.glyphs().len());
        for glyph in run.glyphs() {
            if self.glyphs.len() >= self.max_glyphs {
                self.too_much = true;
                return;
            }
            self.glyph(glyph, props.transform * glyph.transform(), shared);
        }
    }

    fn draw_path(&mut self, path: &BezPath, props: DrawProps<'a>, mode: &DrawMode) {
        self.too_much |=
            !self.rules.path(path, props.transform, mode, self.clips.last().copied().unwrap_or(self.shown));
    }

    fn draw_rect(&mut self, rect: &Rect, props: DrawProps<'a>, mode: &DrawMode) {
        self.draw_path(&rect.to_path(0.1), props, mode);
    }

    fn draw_image(&mut self, image: Image<'a, '_>, props: ImageDrawProps<'a>) {
        let pixels = Rect::new(0.0, 0.0, f64::from(image.width()), f64::from(image.height()));
        self.pictures.add(props.transform.transform_rect_bbox(pixels).intersect(self.visible()));
    }

    fn push_clip_path(&mut self, clip: &ClipPath) {
        let area = clip.path.bounding_box();
        // Letters used as a clip are painted through, by a gradient or a picture: they are seen.
        let from = self.hidden_from.min(self.glyphs.len());
        for glyph in &mut self.glyphs[from..] {
            let inside = area.inflate(1.0, 1.0).contains(Point::new(f64::from(glyph.x), f64::from(glyph.y)));
            if clip.path.elements().len() > 6 && inside {
                glyph.hidden = false;
            }
        }
        self.hidden_from = self.glyphs.len();
        self.clip(area);
    }

    fn push_clip_rect(&mut self, rect: &Rect) {
        self.clip(*rect);
    }

    fn pop_clip(&mut self) {
        self.clips.pop();
    }

    fn begin_marked_content(&mut self, _: &[u8], properties: Option<&Dict<'_>>) {
        let text = properties
            .and_then(|p| p.get::<Object<'_>>(b"ActualText"))
            .and_then(Object::into_string)
            .and_then(|text| properties::text(text.as_bytes()));
        self.marked.push((self.glyphs.len(), text));
    }

    /// Takes a replacement text for glyphs that have none of their own, as browsers write it for ligatures. Where the
    /// glyphs do have characters these win: what is read must be what is seen.
    fn end_marked_content(&mut self) {
        let Some((from, Some(text))) = self.marked.pop() else { return };
        let replaced = self.glyphs.len().saturating_sub(from);
        let readable = text.chars().count() <= MAX_REPLACEMENT && (1..=MAX_REPLACED).contains(&replaced);
        if readable && self.glyphs[from..].iter().all(is_unmapped) {
            let end = self.glyphs.drain(from + 1..).next_back();
            let glyph = &mut self.glyphs[from];
            glyph.text = text.into();
            if let Some(end) = end {
                glyph.advance = (end.x - glyph.x).hypot(end.y - glyph.y) + end.advance;
            }
        }
    }

    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}

    fn pop_transparency_group(&mut self) {}
}
