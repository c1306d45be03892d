//! From items to the operators of printpdf.

use super::apart::Open;
use super::marks::{self, Paint};
use crate::layout::{FontId, Glyph, Item, LaidOut, PageFormat, mm};
use crate::typeset::{Mark, Picture, Tone, TypesetError};
use compact_str::CompactString;
use printpdf::{
    Actions, BorderArray, Codepoint, Color, ColorArray, CurTransMat, Destination, DictItem, ExternalStream,
    ExternalXObject, HighlightingMode, Line, LineDashPattern, LinePoint, LinkAnnotation, Op, PaintMode, PdfFont,
    PdfFontHandle, PdfPage, PdfResources, Point, Polygon, PolygonRing, Pt, Rect, Rgb, TextItem, TextMatrix,
    WindingOrder, XObject, XObjectId, XObjectTransform,
};
use std::collections::{BTreeMap, BTreeSet, HashMap};

/// The text that each glyph stands for. A PDF font gives a glyph one text; where one glyph stands for two (a letter
/// that two scripts share), the font is embedded a second time for the second.
#[derive(Default)]
pub(super) struct Fonts {
    /// By glyph.
    texts: HashMap<(FontId, u16), Vec<CompactString>>,
    used: BTreeSet<Embedded>,
}

/// A font as it is embedded: for the first text of each of its glyphs, for the second of those that have two, and so on.
pub(super) type Embedded = (FontId, usize);

impl Fonts {
    fn of(&mut self, font: FontId, glyph: &Glyph) -> Embedded {
        let texts = self.texts.entry((font, glyph.id)).or_default();
        let slot = texts.iter().position(|text| *text == glyph.text).unwrap_or_else(|| {
            texts.push(glyph.text.clone());
            texts.len() - 1
        });
        (font, slot)
    }

    /// Six capitals: printpdf makes the mark of the subset from the first six letters of the name.
    pub(super) fn name((font, slot): Embedded) -> printpdf::FontId {
        let letter = char::from(b'A' + u8::try_from(slot % 26).expect("less than 26"));
        printpdf::FontId(if slot == 0 { font.tag().to_owned() } else { format!("{}{letter}", &font.tag()[..5]) })
    }

    /// Gives each font as it is embedded with its glyphs and their texts, by number.
    pub(super) fn glyphs(&self) -> BTreeMap<Embedded, BTreeMap<u16, &str>> {
        let mut glyphs: BTreeMap<Embedded, BTreeMap<u16, &str>> = BTreeMap::new();
        for ((font, glyph), texts) in &self.texts {
            for (slot, text) in texts.iter().enumerate() {
                glyphs.entry((*font, slot)).or_default().insert(*glyph, text);
            }
        }
        glyphs
    }
}

/// Makes the pages and embeds the fonts that they use.
pub(super) fn pages(laid_out: &LaidOut, resources: &mut PdfResources) -> Result<Vec<PdfPage>, TypesetError> {
    let mut fonts = Fonts::default();
    let mut pictures = Vec::new();
    let mut pages = Vec::with_capacity(laid_out.pages.len());
    for page in &laid_out.pages {
        let mut writer = Writer::new(&page.format, laid_out, &mut fonts, &mut pictures);
        for item in &page.content {
            writer.item(item);
        }
        if !page.furniture.is_empty() {
            writer.ops.push(Op::BeginMarkedContent { tag: "Artifact".to_owned() });
            for item in &page.furniture {
                writer.item(item);
            }
            writer.ops.push(Op::EndMarkedContent);
        }
        pages.push(of_size(&page.format, writer.ops));
    }
    embed(&fonts, pictures, resources)?;
    Ok(pages)
}

/// Makes a page of its operators.
pub(super) fn of_size(format: &PageFormat, ops: Vec<Op>) -> PdfPage {
    // In points: through millimetres the box would be 612.00006 points wide, and a page image one pixel wider.
    let area = || Rect::from_wh(pt(format.width), pt(format.height));
    PdfPage { media_box: area(), trim_box: area(), crop_box: area(), ops }
}

pub(super) fn embed(
    fonts: &Fonts,
    pictures: Vec<(XObjectId, Picture)>,
    resources: &mut PdfResources,
) -> Result<(), TypesetError> {
    for embedded in &fonts.used {
        let parsed = embedded.0.parsed().ok_or_else(|| TypesetError::Writer("a font was not understood".to_owned()))?;
        resources.fonts.map.insert(Fonts::name(*embedded), PdfFont::new(parsed.clone()));
    }
    for (id, picture) in pictures {
        resources.xobjects.map.insert(
            id,
            XObject::External(ExternalXObject { stream: image(&picture), width: None, height: None, dpi: None }),
        );
    }
    Ok(())
}

/// Writes a picture as the file format has it: printpdf's own way would decode and pack it anew.
fn image(picture: &Picture) -> ExternalStream {
    let name = |name: &str| DictItem::Name(name.as_bytes().to_vec());
    let dict = [
        ("Type", name("XObject")),
        ("Subtype", name("Image")),
        ("Width", DictItem::Int(i64::from(picture.columns))),
        ("Height", DictItem::Int(i64::from(picture.rows))),
        ("ColorSpace", name("DeviceRGB")),
        ("BitsPerComponent", DictItem::Int(8)),
    ];
    let dict = dict.into_iter().map(|(key, value)| (key.to_owned(), value)).collect();
    ExternalStream { dict, content: picture.pixels.to_vec(), compress: false }
}

/// Rounds to a hundredth of a point: no printer shows less, and the bytes do not hang on the last bit of a sum.
fn pt(points: f64) -> Pt {
    Pt(((points * 100.0).round() / 100.0) as f32)
}

fn color(tone: Tone) -> Color {
    let [r, g, b] = tone.rgb().map(|part| (f32::from(part) / 255.0 * 1000.0).round() / 1000.0);
    Color::Rgb(Rgb { r, g, b, icc_profile: None })
}

pub(super) struct Writer<'a> {
    pub(super) ops: Vec<Op>,
    /// Texts, where they stand apart. Their glyphs then say no text: whoever wants them apart has it from the fonts.
    pub(super) texts: Option<Vec<Op>>,
    /// What was begun last among the texts, and among the shapes.
    pub(super) open: [Open; 2],
    format: &'a PageFormat,
    /// From where places are counted.
    height: f64,
    pub(super) laid_out: &'a LaidOut,
    fonts: &'a mut Fonts,
    pictures: &'a mut Vec<(XObjectId, Picture)>,
}

impl<'a> Writer<'a> {
    pub(super) fn new(
        format: &'a PageFormat,
        laid_out: &'a LaidOut,
        fonts: &'a mut Fonts,
        pictures: &'a mut Vec<(XObjectId, Picture)>,
    ) -> Self {
        Self {
            ops: Vec::new(),
            texts: None,
            open: [Open::Nothing; 2],
            format,
            height: format.height,
            laid_out,
            fonts,
            pictures,
        }
    }
}

impl Writer<'_> {
    pub(super) fn text(&mut self, op: Op) {
        self.texts.as_mut().unwrap_or(&mut self.ops).push(op);
    }

    /// Turns a place counted from the top into one counted from the bottom.
    fn point(&self, x: f64, y: f64) -> Point {
        Point { x: pt(x), y: pt(self.height - y) }
    }

    pub(super) fn item(&mut self, item: &Item) {
        match item {
            Item::Glyphs { x, y, font, size, tone, glyphs } => self.glyphs(*x, *y, *font, *size, *tone, glyphs, None),
            Item::Rule { x, y, width, weight, tone } => {
                self.stroke(*weight, *tone);
                self.line(&[(*x, *y), (*x + *width, *y)], false);
            }
            Item::Fill { x, y, width, height, tone } => {
                self.ops.push(Op::SetFillColor { col: color(*tone) });
                self.rectangle(*x, *y, *width, *height, PaintMode::Fill);
            }
            Item::Path { points, closed, weight, tone, dashed } => {
                self.stroke(*weight, *tone);
                let dash = |pattern: &[f32]| Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, pattern) };
                if *dashed {
                    self.ops.push(dash(&[1.5, 1.5]));
                }
                self.line(points, *closed);
                if *dashed {
                    self.ops.push(dash(&[]));
                }
            }
            // The same operators each time, moved to where the mark stands.
            Item::Mark { x, y, mark } if self.texts.is_some() => {
                let Point { x, y } = self.point(*x, *y);
                let moved = CurTransMat::Translate(x, y);
                self.ops.extend([Op::SaveGraphicsState, Op::SetTransformationMatrix { matrix: moved }]);
                let height = std::mem::replace(&mut self.height, 0.0);
                self.mark(0.0, 0.0, *mark);
                self.height = height;
                self.ops.push(Op::RestoreGraphicsState);
            }
            Item::Mark { x, y, mark } => self.mark(*x, *y, *mark),
            Item::Space(..) | Item::Begin(_) | Item::End => {}
            Item::Link { .. } if self.texts.is_some() => {}
            Item::Link { x, y, width, height, to } => self.link(*x, *y, *width, *height, to),
            Item::Picture { x, y, picture } => self.picture(*x, *y, picture),
            Item::Modules { x, y, module, runs } => self.modules(*x, *y, *module, runs),
        }
    }

    /// Shows glyphs, and with them the space that follows.
    #[expect(clippy::too_many_arguments, reason = "an item's fields")]
    pub(super) fn glyphs(
        &mut self,
        x: f64,
        y: f64,
        font: FontId,
        size: f64,
        tone: Tone,
        glyphs: &[Glyph],
        space: Option<&Glyph>,
    ) {
        self.text(Op::SetFillColor { col: color(tone) });
        self.text(Op::StartTextSection);
        let mut pen = x;
        let mut open: Option<(Embedded, f64, Vec<Codepoint>)> = None;
        for (at, glyph) in glyphs.iter().chain(space).enumerate() {
            let id = self.fonts.of(font, glyph);
            let moved = glyph.shift != (0, 0);
            if moved || open.as_ref().is_some_and(|(open_font, ..)| *open_font != id) {
                self.show(open.take(), y, size);
            }
            // What the viewer adds to the pen by itself is the advance in the font's width list.
            let offset = (font.advance(glyph.id) - glyph.advance) as f32;
            let cid = self.texts.is_none().then(|| glyph.text.as_str().to_owned());
            let code = Codepoint { gid: glyph.id, offset, cid };
            if moved {
                let (right, up) = (f64::from(glyph.shift.0), f64::from(glyph.shift.1));
                let at = pen + right * size / 1000.0;
                self.show(Some((id, at, vec![code])), y - up * size / 1000.0, size);
            } else {
                open.get_or_insert_with(|| (id, pen, Vec::with_capacity(glyphs.len() + 1 - at))).2.push(code);
            }
            pen += f64::from(glyph.advance) * size / 1000.0;
        }
        self.show(open, y, size);
        self.text(Op::EndTextSection);
    }

    fn show(&mut self, run: Option<(Embedded, f64, Vec<Codepoint>)>, y: f64, size: f64) {
        let Some((embedded, x, codes)) = run else { return };
        self.fonts.used.insert(embedded);
        let font = Fonts::name(embedded);
        let Point { x, y } = self.point(x, y);
        self.text(Op::SetFont { font: PdfFontHandle::External(font), size: pt(size) });
        self.text(Op::SetTextMatrix { matrix: TextMatrix::Translate(x, y) });
        self.text(Op::ShowText { items: vec![TextItem::GlyphIds(codes)] });
    }

    fn stroke(&mut self, weight: f64, tone: Tone) {
        self.ops.push(Op::SetOutlineColor { col: color(tone) });
        self.ops.push(Op::SetOutlineThickness { pt: pt(weight) });
    }

    fn points(&self, points: &[(f64, f64)]) -> Vec<LinePoint> {
        points.iter().map(|(x, y)| LinePoint { p: self.point(*x, *y), bezier: false }).collect()
    }

    fn line(&mut self, points: &[(f64, f64)], is_closed: bool) {
        let line = Line { points: self.points(points), is_closed };
        self.ops.push(Op::DrawLine { line });
    }

    fn polygon(&mut self, rings: Vec<Vec<LinePoint>>) {
        let rings = rings.into_iter().map(|points| PolygonRing { points }).collect();
        let polygon = Polygon { rings, mode: PaintMode::Fill, winding_order: WindingOrder::NonZero };
        self.ops.push(Op::DrawPolygon { polygon });
    }

    fn rectangle(&mut self, x: f64, y: f64, width: f64, height: f64, mode: PaintMode) {
        let Point { x, y } = self.point(x, y + height);
        let rectangle = Rect { x, y, width: pt(width), height: pt(height), mode: Some(mode), winding_order: None };
        self.ops.push(Op::DrawRectangle { rectangle });
    }

    fn link(&mut self, x: f64, y: f64, width: f64, height: f64, to: &str) {
        let Some((page, top)) = self.laid_out.target(to) else { return };
        // How high a page of another file is nobody here knows: the link leads to the page, not to a place on it.
        let own = !self.laid_out.pages[page].inserted;
        let target = Destination::Xyz {
            page: page + 1,
            left: own.then(|| pt(self.format.left).0),
            top: own.then(|| pt(self.format.height - top + 6.0).0),
            zoom: None,
        };
        let Point { x, y } = self.point(x, y + height);
        let link = LinkAnnotation {
            rect: Rect::from_xywh(x, y, pt(width), pt(height)),
            actions: Actions::go_to(target),
            border: BorderArray::Solid([0.0, 0.0, 0.0]),
            color: ColorArray::Transparent,
            highlighting: HighlightingMode::Invert,
        };
        self.ops.push(Op::LinkAnnotation { link });
    }

    fn picture(&mut self, x: f64, y: f64, picture: &Picture) {
        let id = XObjectId(format!("Picture{}", self.pictures.len() + 1));
        let Point { x, y } = self.point(x, y + mm(picture.height));
        self.pictures.push((id.clone(), picture.clone()));
        let (scale_x, scale_y) = (Some(pt(mm(picture.width)).0), Some(pt(mm(picture.height)).0));
        let (translate_x, translate_y) = (Some(x), Some(y));
        let transform = XObjectTransform {
            translate_x,
            translate_y,
            scale_x,
            scale_y,
            no_auto_scale: true,
            ..XObjectTransform::default()
        };
        self.ops.push(Op::UseXobject { id, transform });
    }

    fn modules(&mut self, x: f64, y: f64, module: f64, runs: &[(u16, u16, u16)]) {
        self.ops.push(Op::SetFillColor { col: color(Tone::Black) });
        let ring = |(column, row, length): &(u16, u16, u16)| {
            let at = |count: u16| f64::from(count) * module;
            let (left, right) = (x + at(*column), x + at(column + length));
            let (top, bottom) = (y + at(*row), y + at(row + 1));
            self.points(&[(left, top), (right, top), (right, bottom), (left, bottom)])
        };
        let rings = runs.iter().map(ring).collect();
        self.polygon(rings);
    }

    /// Draws a mark: its shapes stand on a grid of ten, as in the reference pages.
    fn mark(&mut self, x: f64, y: f64, mark: Mark) {
        let unit = 7.5 / 10.0;
        let at = |points: &[(f64, f64)]| -> Vec<(f64, f64)> {
            points.iter().map(|(dx, dy)| (x + dx * unit, y + dy * unit)).collect()
        };
        match mark {
            Mark::Tick => {
                self.stroke(1.6 * unit, Tone::Ink);
                self.line(&at(&[(1.0, 5.4), (4.0, 8.4), (9.0, 1.8)]), false);
            }
            Mark::Triangle => {
                self.stroke(1.3 * unit, Tone::Ink);
                self.line(&at(&[(5.0, 1.2), (9.3, 8.8), (0.7, 8.8)]), true);
            }
            Mark::Diamond => {
                self.ops.push(Op::SetFillColor { col: color(Tone::Ink) });
                let ring = self.points(&at(&[(5.0, 0.6), (9.4, 5.0), (5.0, 9.4), (0.6, 5.0)]));
                self.polygon(vec![ring]);
            }
            Mark::CrossedSquare | Mark::NotMet => {
                let tone = if mark == Mark::NotMet { Tone::Signal } else { Tone::Ink };
                self.ops.push(Op::SetFillColor { col: color(tone) });
                self.rectangle(x + 0.4 * unit, y + 0.4 * unit, 9.2 * unit, 9.2 * unit, PaintMode::Fill);
                self.stroke_white(1.5 * unit);
                self.line(&at(&[(2.6, 2.6), (7.4, 7.4)]), false);
                self.line(&at(&[(7.4, 2.6), (2.6, 7.4)]), false);
            }
            Mark::DashedCircle => self.dashed_circle(x + 5.0 * unit, y + 5.0 * unit, 4.0 * unit, unit),
            Mark::Bar => {
                self.stroke(1.2 * unit, Tone::Ink);
                self.line(&at(&[(1.5, 5.0), (8.5, 5.0)]), false);
            }
            Mark::Box => {
                self.stroke(0.7, Tone::Ink);
                self.rectangle(x, y, 7.5, 7.5, PaintMode::Stroke);
            }
            other => {
                for part in marks::parts(other) {
                    let points = at(part.points);
                    match part.paint {
                        Paint::Outline => {
                            self.stroke(1.2 * unit, part.tone);
                            self.line(&points, true);
                        }
                        Paint::Line => {
                            self.stroke(1.2 * unit, part.tone);
                            self.line(&points, false);
                        }
                        Paint::Cut => {
                            self.stroke_white(1.3 * unit);
                            self.line(&points, false);
                        }
                        Paint::Fill => {
                            self.ops.push(Op::SetFillColor { col: color(part.tone) });
                            let ring = self.points(&points);
                            self.polygon(vec![ring]);
                        }
                    }
                }
            }
        }
    }

    fn stroke_white(&mut self, weight: f64) {
        self.ops.push(Op::SetOutlineColor { col: Color::Rgb(Rgb { r: 1.0, g: 1.0, b: 1.0, icc_profile: None }) });
        self.ops.push(Op::SetOutlineThickness { pt: pt(weight) });
    }

    fn dashed_circle(&mut self, cx: f64, cy: f64, radius: f64, unit: f64) {
        // The control points of a quarter circle stand this far along its tangents.
        const QUARTER: f64 = 0.552_285;
        let k = radius * QUARTER;
        let (r, mut points) = (radius, vec![(cx + radius, cy, false)]);
        for (a, b, end) in [
            ((r, k), (k, r), (0.0, r)),
            ((-k, r), (-r, k), (-r, 0.0)),
            ((-r, -k), (-k, -r), (0.0, -r)),
            ((k, -r), (r, -k), (r, 0.0)),
        ] {
            points.push((cx + a.0, cy + a.1, true));
            points.push((cx + b.0, cy + b.1, true));
            points.push((cx + end.0, cy + end.1, false));
        }
        let points = points.into_iter().map(|(x, y, bezier)| LinePoint { p: self.point(x, y), bezier }).collect();
        self.stroke(1.3 * unit, Tone::Ink);
        let dash = |pattern: &[f32]| Op::SetLineDashPattern { dash: LineDashPattern::new(0.0, pattern) };
        self.ops.push(dash(&[pt(1.6 * unit).0, pt(1.2 * unit).0]));
        self.ops.push(Op::DrawLine { line: Line { points, is_closed: true } });
        self.ops.push(dash(&[]));
    }
}
