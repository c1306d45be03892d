//! From printpdf's operators to the bytes of a page, with fewer of them than printpdf writes: what is set is not set again,
//! glyphs of a run are one string, and a place is counted from the one before.
//!
//! Only operators that `ops.rs` makes are known here; any other is an error, never left out.

use super::apart::Apart;
use super::coded::{Code, Coded, Codes};
use super::number;
use crate::typeset::{Form, TypesetError};
use printpdf::{
    Codepoint, Color, CurTransMat, DictItem, Line, LinePoint, Op, PaintMode, PdfFontHandle, Polygon, PolygonRing, Pt,
    Rect, TextItem, TextMatrix, XObjectId, XObjectTransform,
};
use std::mem::{replace, take};

/// Writes the content of a page: its shapes, then its texts, which nothing covers.
pub(super) fn content(page: &Apart, form: Form, codes: &Codes) -> Result<Vec<u8>, TypesetError> {
    let mut content = Content::new(form, codes);
    for op in &page.shapes {
        content.shape(op)?;
    }
    content.stroke();
    if !page.texts.is_empty() {
        content.out.extend(b"BT\n");
        for op in &page.texts {
            content.text(op)?;
        }
        content.out.extend(b"ET\n");
    }
    Ok(content.out)
}

/// What is set.
struct Content<'c> {
    out: Vec<u8>,
    form: Form,
    codes: &'c Codes,
    /// The font that is set.
    font: Option<&'c Coded>,
    /// Its name and its size in hundredths of a point.
    set: (String, i64),
    fill: Vec<i64>,
    outline: Vec<i64>,
    thickness: i64,
    /// Whether lines are told that are not drawn yet: those of one look are drawn together.
    told: bool,
    /// What was set before what is set for a while.
    before: Option<(Vec<i64>, Vec<i64>, i64)>,
    /// Where the last run began that was given its place, in tenths of a point, and where the next begins.
    at: (i64, i64),
    to: (i64, i64),
    /// Where the next begins more exactly, and where the pen stands after the run before: from the left, in parts of a point.
    exact: i64,
    pen: Option<i64>,
}

/// So many parts of a point: hundredths of a thousandth of a size in hundredths of a point.
const PARTS: i64 = 10_000_000;

/// A run that begins no farther from the pen goes on there: as far as its place would have been rounded, and a little for the sum.
const BESIDE: i64 = PARTS * 6 / 100;

fn unknown(op: &Op) -> TypesetError {
    TypesetError::Writer(format!("an operator that is not known: {op:?}"))
}

fn hundredths(points: Pt) -> i64 {
    (f64::from(points.0) * 100.0).round() as i64
}

/// Where a run begins, to a tenth of a point: that is a sixtieth of a millimetre off at most, and the place of a letter inside
/// its run is as exact as it was.
fn place(x: Pt, y: Pt) -> (i64, i64) {
    let tenths = |points: Pt| (f64::from(points.0) * 10.0).round() as i64;
    (tenths(x), tenths(y))
}

impl<'c> Content<'c> {
    fn new(form: Form, codes: &'c Codes) -> Self {
        Self {
            out: Vec::with_capacity(16 << 10),
            form,
            codes,
            font: None,
            set: (String::new(), 0),
            // As every page begins: black, and lines of one point.
            fill: vec![0],
            outline: vec![0],
            thickness: 100,
            told: false,
            before: None,
            at: (0, 0),
            to: (0, 0),
            exact: 0,
            pen: None,
        }
    }

    fn shape(&mut self, op: &Op) -> Result<(), TypesetError> {
        match op {
            Op::SetFillColor { col } => self.fill(col),
            Op::SetOutlineColor { col } => {
                let color = color(col);
                if self.outline != color {
                    self.numbers(&color, 1000, if color.len() == 1 { "G" } else { "RG" });
                    self.outline = color;
                }
            }
            Op::SetOutlineThickness { pt } => {
                let thickness = hundredths(*pt);
                if self.thickness != thickness {
                    self.numbers(&[thickness], 100, "w");
                    self.thickness = thickness;
                }
            }
            Op::SetLineDashPattern { dash } => {
                self.stroke();
                self.out.push(b'[');
                for (at, length) in dash.pattern.iter().enumerate() {
                    if at > 0 {
                        self.out.push(b' ');
                    }
                    number::write(&mut self.out, hundredths(Pt(*length)), 100);
                }
                self.out.push(b']');
                self.numbers(&[hundredths(Pt(dash.offset))], 100, "d");
            }
            Op::DrawLine { line } => self.line(line),
            Op::DrawPolygon { polygon } => self.polygon(polygon).ok_or_else(|| unknown(op))?,
            Op::DrawRectangle { rectangle } => self.rectangle(rectangle).ok_or_else(|| unknown(op))?,
            Op::UseXobject { id, transform } => self.picture(id, transform),
            Op::SaveGraphicsState => {
                // Set again inside whatever it was, so that the same mark is the same bytes.
                self.before = Some((take(&mut self.fill), take(&mut self.outline), replace(&mut self.thickness, -1)));
                self.numbers(&[], 1, "q");
            }
            Op::RestoreGraphicsState => {
                (self.fill, self.outline, self.thickness) = self.before.take().ok_or_else(|| unknown(op))?;
                self.numbers(&[], 1, "Q");
            }
            Op::SetTransformationMatrix { matrix: CurTransMat::Translate(x, y) } => {
                self.numbers(&[100, 0, 0, 100, self.placed(*x), self.placed(*y)], 100, "cm");
            }
            Op::BeginMarkedContent { .. }
            | Op::BeginMarkedContentWithProperties { .. }
            | Op::EndMarkedContent
            | Op::EndMarkedContentWithProperties => return self.marked(op),
            _ => return Err(unknown(op)),
        }
        Ok(())
    }

    fn text(&mut self, op: &Op) -> Result<(), TypesetError> {
        match op {
            Op::SetFillColor { col } => self.fill(col),
            // All texts of a page are one section.
            Op::StartTextSection | Op::EndTextSection => {}
            Op::SetFont { font: PdfFontHandle::External(font), size } => {
                let size = hundredths(*size);
                if self.set.0 != font.0 || self.set.1 != size {
                    let coded = self.codes.get(&font.0).ok_or_else(|| unknown(op))?;
                    self.font = Some(coded);
                    self.out.push(b'/');
                    self.out.extend(coded.name.as_bytes());
                    self.out.push(b' ');
                    self.numbers(&[size], 100, "Tf");
                    self.set = (font.0.clone(), size);
                }
            }
            Op::SetTextMatrix { matrix: TextMatrix::Translate(x, y) } => {
                (self.to, self.exact) = (place(*x, *y), hundredths(*x) * (PARTS / 100));
            }
            Op::ShowText { items } => match items.as_slice() {
                [TextItem::GlyphIds(glyphs)] => self.glyphs(glyphs).ok_or_else(|| unknown(op))?,
                _ => return Err(unknown(op)),
            },
            Op::BeginMarkedContent { .. }
            | Op::BeginMarkedContentWithProperties { .. }
            | Op::EndMarkedContent
            | Op::EndMarkedContentWithProperties => return self.marked(op),
            _ => return Err(unknown(op)),
        }
        Ok(())
    }

    fn fill(&mut self, to: &Color) {
        let color = color(to);
        if self.fill != color {
            self.numbers(&color, 1000, if color.len() == 1 { "g" } else { "rg" });
            self.fill = color;
        }
    }

    fn glyphs(&mut self, glyphs: &[Codepoint]) -> Option<()> {
        let moved = [self.to.0 - self.at.0, self.to.1 - self.at.1];
        let beside = self.pen.filter(|pen| moved[1] == 0 && (pen - self.exact).abs() <= BESIDE);
        let begun = match beside {
            Some(pen) if self.form >= Form::Compact => pen,
            _ => {
                if moved != [0, 0] {
                    self.numbers(&moved, 10, "Td");
                    self.at = self.to;
                }
                self.to.0 * (PARTS / 10)
            }
        };
        let mut pen = Some(0);
        let kerned = glyphs.iter().rev().skip(1).any(|glyph| glyph.offset != 0.0);
        self.out.extend(if kerned { b"[(".as_slice() } else { b"(" });
        for (at, glyph) in glyphs.iter().enumerate() {
            let (code, width) = self.font?.glyphs.get(usize::from(glyph.gid)).copied().flatten()?;
            match code {
                Code::One(byte) => self.byte(byte),
                Code::Two(code) => code.to_be_bytes().into_iter().for_each(|byte| self.byte(byte)),
            }
            pen = pen.zip(width).map(|(pen, width)| pen + width);
            // Nothing follows the last glyph that its offset could move.
            if glyph.offset != 0.0 && at + 1 < glyphs.len() {
                let offset = (f64::from(glyph.offset) * 100.0).round() as i64;
                self.out.push(b')');
                number::write(&mut self.out, offset, 100);
                self.out.push(b'(');
                pen = pen.map(|pen| pen - offset);
            }
        }
        self.pen = pen.map(|moved| begun + moved * self.set.1);
        self.out.extend(if kerned { b")]TJ\n".as_slice() } else { b")Tj\n" });
        Some(())
    }

    /// Writes a byte of a string. A bare carriage return would be read as a line feed.
    fn byte(&mut self, byte: u8) {
        match byte {
            b'(' | b')' | b'\\' => self.out.extend([b'\\', byte]),
            b'\r' => self.out.extend(b"\\r"),
            _ => self.out.push(byte),
        }
    }

    /// Draws the lines that are told.
    fn stroke(&mut self) {
        if take(&mut self.told) {
            self.out.extend(b"S\n");
        }
    }

    /// Writes an operator with its numbers. One that goes on with a path leaves the lines that are told as they are.
    fn numbers(&mut self, numbers: &[i64], unit: i64, operator: &str) {
        if !matches!(operator, "m" | "l" | "c") {
            self.stroke();
        }
        for (at, value) in numbers.iter().enumerate() {
            if at > 0 {
                self.out.push(b' ');
            }
            number::write(&mut self.out, *value, unit);
        }
        if !numbers.is_empty() {
            self.out.push(b' ');
        }
        self.out.extend(operator.as_bytes());
        self.out.push(b'\n');
    }

    /// Where a line or a mark stands, in hundredths of a point: in the compact form to a tenth, as texts.
    fn placed(&self, points: Pt) -> i64 {
        if self.form >= Form::Compact { (f64::from(points.0) * 10.0).round() as i64 * 10 } else { hundredths(points) }
    }

    /// Writes points as operators of a path: lines, and curves where control points stand between.
    fn path(&mut self, points: &[LinePoint]) {
        let mut open: Vec<i64> = Vec::new();
        for (at, point) in points.iter().enumerate() {
            // What is set for a while is a mark, which is small.
            let exact = self.before.is_some();
            let place = |points| if exact { hundredths(points) } else { self.placed(points) };
            open.extend([place(point.p.x), place(point.p.y)]);
            if !point.bezier {
                let operator = match (at, open.len()) {
                    (0, _) => "m",
                    (_, 2) => "l",
                    _ => "c",
                };
                self.numbers(&open, 100, operator);
                open.clear();
            }
        }
    }

    fn line(&mut self, line: &Line) {
        if line.is_closed {
            self.stroke();
        }
        self.path(&line.points);
        if line.is_closed {
            self.numbers(&[], 1, "s");
        } else {
            self.told = true;
        }
    }

    fn polygon(&mut self, polygon: &Polygon) -> Option<()> {
        if polygon.mode != PaintMode::Fill {
            return None;
        }
        self.stroke();
        for ring in &polygon.rings {
            match upright(ring) {
                Some(rectangle) => self.numbers(&rectangle, 100, "re"),
                None => self.path(&ring.points),
            }
        }
        self.numbers(&[], 1, "f");
        Some(())
    }

    fn rectangle(&mut self, rectangle: &Rect) -> Option<()> {
        let operator = match rectangle.mode {
            Some(PaintMode::Fill) => "f",
            Some(PaintMode::Stroke) => "S",
            _ => return None,
        };
        let sides = [rectangle.x, rectangle.y, rectangle.width, rectangle.height];
        self.numbers(&sides.map(hundredths), 100, "re");
        self.numbers(&[], 1, operator);
        Some(())
    }

    fn picture(&mut self, id: &XObjectId, transform: &XObjectTransform) {
        let of = |value: Option<f32>| hundredths(Pt(value.unwrap_or_default()));
        let moved = |value: Option<Pt>| hundredths(value.unwrap_or(Pt(0.0)));
        let matrix = [
            of(transform.scale_x),
            0,
            0,
            of(transform.scale_y),
            moved(transform.translate_x),
            moved(transform.translate_y),
        ];
        self.numbers(&[], 1, "q");
        self.numbers(&matrix, 100, "cm");
        self.out.extend(format!("/{} Do\nQ\n", id.0).as_bytes());
    }

    fn marked(&mut self, op: &Op) -> Result<(), TypesetError> {
        self.stroke();
        match op {
            Op::BeginMarkedContent { tag } => self.out.extend(format!("/{tag} BMC\n").as_bytes()),
            Op::BeginMarkedContentWithProperties { tag, properties: DictItem::Dict { map } } => match map.get("MCID") {
                Some(DictItem::Int(number)) => self.out.extend(format!("/{tag}<</MCID {number}>>BDC\n").as_bytes()),
                _ => return Err(unknown(op)),
            },
            Op::EndMarkedContent | Op::EndMarkedContentWithProperties => self.out.extend(b"EMC\n"),
            _ => return Err(unknown(op)),
        }
        Ok(())
    }
}

/// The parts of a colour in thousandths; one where it is a grey.
fn color(color: &Color) -> Vec<i64> {
    let parts: Vec<i64> = color.into_vec().into_iter().map(|part| (f64::from(part) * 1000.0).round() as i64).collect();
    if parts.iter().all(|part| *part == parts[0]) { parts[..1].to_vec() } else { parts }
}

/// Left, bottom, width and height of a ring that is an upright rectangle.
fn upright(ring: &PolygonRing) -> Option<[i64; 4]> {
    let [a, b, c, d] = ring.points.as_slice() else { return None };
    let [a, b, c, d] = [a, b, c, d].map(|point| (hundredths(point.p.x), hundredths(point.p.y)));
    let is = a.1 == b.1 && b.0 == c.0 && c.1 == d.1 && d.0 == a.0;
    is.then(|| [a.0.min(c.0), a.1.min(c.1), (a.0 - c.0).abs(), (a.1 - c.1).abs()])
}

#[cfg(test)]
mod tests {
    use super::*;
    use printpdf::{FontId, Rgb};

    fn glyphs(offset: f32) -> Op {
        let glyph = |gid, offset| Codepoint { gid, offset, cid: None };
        Op::ShowText { items: vec![TextItem::GlyphIds(vec![glyph(3, offset), glyph(4, 0.0)])] }
    }

    fn at(x: f32, y: f32) -> Op {
        Op::SetTextMatrix { matrix: TextMatrix::Translate(Pt(x), Pt(y)) }
    }

    fn written(form: Form, texts: Vec<Op>) -> Result<String, TypesetError> {
        // The codes are those of an opening bracket and of a carriage return: they must not stand as they are.
        let glyphs =
            vec![None, None, None, Some((Code::Two(0x28), Some(50_000))), Some((Code::One(0x0d), Some(60_000)))];
        let codes = Codes::from([("F".to_owned(), Coded { name: "F".to_owned(), glyphs })]);
        content(&Apart { shapes: Vec::new(), texts }, form, &codes)
            .map(|bytes| String::from_utf8(bytes).expect("plain bytes"))
    }

    fn grey(part: f32) -> Op {
        Op::SetFillColor { col: Color::Rgb(Rgb { r: part, g: part, b: part, icc_profile: None }) }
    }

    fn run(x: f32, y: f32, offset: f32) -> Vec<Op> {
        let font = Op::SetFont { font: PdfFontHandle::External(FontId("F".to_owned())), size: Pt(8.5) };
        vec![grey(0.302), font, at(x, y), glyphs(offset)]
    }

    #[test]
    fn what_is_set_is_not_set_again_and_places_count_from_the_one_before() {
        let ops = [run(10.0, 20.5, 0.0), run(10.0, 9.25, -12.0)].concat();
        for form in [Form::Packed, Form::Compact] {
            assert_eq!(
                written(form, ops.clone()).expect("it is written"),
                "BT\n.302 g\n/F 8.5 Tf\n10 20.5 Td\n(\0\\(\\r)Tj\n0 -11.2 Td\n[(\0\\()-12(\\r)]TJ\nET\n"
            );
        }
    }

    #[test]
    fn a_run_that_begins_where_the_one_before_ended_is_given_no_place_in_the_compact_form() {
        // The first is 0.5 + 0.6 times 8.5 points wide, the second a tenth of that more for the space that its offset makes.
        let ops = |second, third| [run(10.0, 20.5, 0.0), run(second, 20.5, -110.0), run(third, 20.5, 0.0)].concat();
        let compact = |second, third| written(Form::Compact, ops(second, third)).expect("it is written");
        let begin = "BT\n.302 g\n/F 8.5 Tf\n10 20.5 Td\n(\0\\(\\r)Tj\n";
        let kerned = "[(\0\\()-110(\\r)]TJ\n";
        assert_eq!(compact(19.35, 29.64), format!("{begin}{kerned}(\0\\(\\r)Tj\nET\n"), "both go on");
        assert_eq!(
            compact(19.45, 40.0),
            format!("{begin}9.5 0 Td\n{kerned}20.5 0 Td\n(\0\\(\\r)Tj\nET\n"),
            "neither does"
        );
        assert_eq!(
            compact(19.35, 40.0),
            format!("{begin}{kerned}30 0 Td\n(\0\\(\\r)Tj\nET\n"),
            "a place counts from the last that was given"
        );
        let packed = written(Form::Packed, ops(19.35, 29.64)).expect("it is written");
        assert_eq!(packed.matches("Td").count(), 3, "each has its place: {packed}");
    }

    #[test]
    fn a_glyph_without_a_code_and_an_unknown_operator_are_errors() {
        assert!(written(Form::Packed, vec![at(0.0, 0.0), glyphs(0.0)]).is_err(), "no font is set");
        assert!(written(Form::Packed, vec![Op::AddLineBreak]).is_err(), "it would be left out");
    }
}
