//! From blocks to pieces.

use super::item::{Item, mm};
use super::page::{PageFormat, text_width};
use super::paragraph::{Line, items_at, set};
use super::piece::{Begin, Bookmark, Keep, Piece, Pieces};
use super::shape::Context;
use super::tag::Role;
use super::{drawing, qr, table};
use crate::typeset::{
    Block, Column, KeyValues, Paragraph, Row, Section, Span, Start, Style, Table, TableColumn, Text, TextStyle, Tone,
    TypesetError,
};

/// A section begins on a new page when less than this is left.
const ROOM_FOR_A_SECTION_MM: f64 = 90.0;

/// Makes the pieces of a document.
pub(crate) fn pieces(blocks: &[Block], format: &PageFormat, context: &mut Context) -> Result<Pieces, TypesetError> {
    pieces_within(blocks, text_width(), format, context)
}

fn pieces_within(
    blocks: &[Block],
    width: f64,
    format: &PageFormat,
    context: &mut Context,
) -> Result<Pieces, TypesetError> {
    let mut out = Pieces::default();
    let mut next = Next::default();
    for block in blocks {
        let first = out.list.len();
        match block {
            Block::Section(given) => section(given, width, context, &mut out),
            Block::Paragraph(given) => paragraph(given, width, context, &mut out),
            Block::Bullets(points) => bullets(points, width, context, &mut out),
            Block::Table(given) => table::table(given, width, format, context, &mut out),
            Block::KeyValues(rows) => table::labelled(&as_table(rows), width, format, context, &mut out),
            Block::Columns(columns) => out.list.push(side_by_side(columns, format, context)?),
            Block::Rule(weight, tone) => {
                let rule = Item::Rule { x: 0.0, y: weight / 2.0, width, weight: *weight, tone: *tone };
                out.list.push(Piece { height: *weight, items: vec![rule], keep: Keep::Hard, ..Piece::default() });
            }
            Block::Space(points) => next.space = next.space.max(*points),
            Block::Skip(points) => out.list.push(Piece { height: *points, ..Piece::default() }),
            Block::Drawing(given) => out.list.push(drawing::drawing(given, context)),
            Block::Picture(picture) => {
                let (x, height) = (width - mm(picture.width), mm(picture.height));
                let drawn = Item::Picture { x, y: 0.0, picture: picture.clone() };
                let items = figure("Logo".to_owned(), vec![drawn], context);
                out.list.push(Piece { height, items, ..Piece::default() });
            }
            Block::Qr(text) => {
                let height = mm(qr::WIDTH_MM);
                let items = figure(format!("QR code of {text}"), vec![qr::code(text)?], context);
                out.list.push(Piece { height, items, ..Piece::default() });
            }
            Block::Anchor(name) => next.anchors.push(name.clone()),
            Block::PageBreak => next.begin = Begin::NewPage,
        }
        if let Some(piece) = out.list.get_mut(first) {
            let Next { space, anchors, begin } = std::mem::take(&mut next);
            piece.before = piece.before.max(space);
            piece.anchors.splice(0..0, anchors);
            if begin != Begin::Anywhere {
                piece.begin = begin;
            }
        }
    }
    if !next.anchors.is_empty() || next.space > 0.0 {
        out.list.push(Piece { before: next.space, anchors: next.anchors, begin: next.begin, ..Piece::default() });
    }
    Ok(out)
}

/// What the next piece is given.
#[derive(Default)]
struct Next {
    space: f64,
    anchors: Vec<String>,
    begin: Begin,
}

fn section(section: &Section, width: f64, context: &mut Context, out: &mut Pieces) {
    context.parts.section();
    let heading = context.parts.add(Role::Heading(1));
    let style = Style::Section.text_style();
    let text_x = if section.number.is_empty() { 0.0 } else { mm(14.5) };
    let mut items = vec![Item::Rule { x: 0.0, y: 0.6, width, weight: 1.2, tone: Tone::Ink }, Item::Begin(heading)];
    let top = 6.2;
    // A space follows, so that number and title are two words.
    let number = if section.number.is_empty() { String::new() } else { format!("{} ", section.number) };
    let number = Text::new().and_regular(number);
    let number_style = TextStyle { tone: Tone::Second, ..style };
    for line in set(&number, number_style, mm(14.5), None, context) {
        items.extend(items_at(line, 0.0, top));
    }
    let lines = set(&Text::from(section.title.as_str()), style, width - text_x, None, context);
    let height = top + stack(lines, text_x, top, style.leading, &mut items);
    items.push(Item::End);
    let begin = match section.start {
        Start::NewPage => Begin::NewPage,
        Start::RunOn => Begin::Room(mm(ROOM_FOR_A_SECTION_MM)),
    };
    let title = format!("{} {}", section.number, section.title).trim().to_owned();
    out.list.push(Piece {
        before: 24.0,
        height,
        after: 10.0,
        items,
        keep: Keep::Hard,
        begin,
        anchors: vec![section.anchor.clone()],
        bookmark: Some(Bookmark { level: 0, title }),
        ..Piece::default()
    });
}

/// Puts lines below each other from `y`; gives their height.
pub(crate) fn stack(lines: Vec<Line>, x: f64, y: f64, leading: f64, items: &mut Vec<Item>) -> f64 {
    let mut height = 0.0;
    for line in lines {
        items.extend(items_at(line, x, y + height));
        height += leading;
    }
    height
}

/// Puts what is drawn between the marks of a part.
pub(crate) fn of_part(part: usize, items: impl IntoIterator<Item = Item>) -> Vec<Item> {
    std::iter::once(Item::Begin(part)).chain(items).chain(std::iter::once(Item::End)).collect()
}

/// Makes a figure of what is drawn.
pub(crate) fn figure(shows: String, items: Vec<Item>, context: &mut Context) -> Vec<Item> {
    of_part(context.parts.add(Role::Figure { shows }), items)
}

fn paragraph(paragraph: &Paragraph, width: f64, context: &mut Context, out: &mut Pieces) {
    let role = match paragraph.style {
        Style::Title | Style::Section => Role::Heading(1),
        Style::Heading => Role::Heading(2),
        _ => Role::Paragraph,
    };
    let part = context.parts.add(role);
    let style = paragraph.style.text_style();
    let x = mm(paragraph.indent);
    let room = paragraph.width.map_or(width - x, mm).min(width - x);
    let lines = set(&paragraph.text, style, room, paragraph.max_lines, context);
    let first = out.list.len();
    let places = lines.into_iter().map(|line| {
        let shift = if paragraph.centred { (room - line.width) / 2.0 } else { 0.0 };
        (line, x + shift)
    });
    let space = (paragraph.before, paragraph.after);
    lines_as_pieces(places.collect(), part, style, space, paragraph.keep_with_next, out);
    if paragraph.style == Style::Heading
        && let Some(piece) = out.list.get_mut(first)
    {
        piece.bookmark = Some(Bookmark { level: 1, title: plain(&paragraph.text) });
    }
}

/// Gives each line a piece of its own, so that a paragraph can break; never one line alone (widows, orphans).
fn lines_as_pieces(
    lines: Vec<(Line, f64)>,
    part: usize,
    style: TextStyle,
    (before, after): (f64, f64),
    keep_with_next: bool,
    out: &mut Pieces,
) {
    let count = lines.len();
    for (index, (line, x)) in lines.into_iter().enumerate() {
        let last = index + 1 == count;
        let keep = if last {
            if keep_with_next { Keep::Hard } else { Keep::Free }
        } else if index == 0 || index + 2 == count || keep_with_next {
            Keep::Hard
        } else {
            Keep::Free
        };
        out.list.push(Piece {
            before: if index == 0 { before } else { 0.0 },
            height: style.leading,
            after: if last { after } else { 0.0 },
            items: of_part(part, items_at(line, x, 0.0)),
            keep,
            ..Piece::default()
        });
    }
}

fn bullets(points: &[Text], width: f64, context: &mut Context, out: &mut Pieces) {
    let style = Style::Body.text_style();
    let x = mm(4.0);
    let (_, before) = context.parts.open(Role::List);
    for point in points {
        let (_, list) = context.parts.open(Role::Point);
        let body = context.parts.add(Role::PointBody);
        context.parts.close(list);
        let first = out.list.len();
        let lines = set(point, style, width - x, None, context).into_iter().map(|line| (line, x)).collect();
        lines_as_pieces(lines, body, style, (0.0, 2.0), false, out);
        for line in set(&Text::from("•"), style, x, None, context) {
            out.list[first].items.splice(0..0, items_at(line, 0.0, 0.0));
        }
    }
    context.parts.close(before);
    if let Some(piece) = out.list.last_mut() {
        piece.after = 4.0;
    }
}

/// Labels and values are a table without heads.
fn as_table(rows: &KeyValues) -> Table {
    let columns = vec![TableColumn::new("", rows.label_width), TableColumn::rest("")];
    let label = |text: &Text| Text(text.0.iter().map(second).collect());
    let row = |(key, value): &(Text, Text)| Row::new([label(key).into(), value.clone().into()]);
    Table { columns, rows: rows.rows.iter().map(row).collect(), name: rows.name.clone(), ..Table::default() }
}

fn second(span: &Span) -> Span {
    match span.clone() {
        Span::Words { text, face, tone, small, whole, link } => {
            Span::Words { text, face, tone: tone.or(Some(Tone::Second)), small, whole, link }
        }
        other => other,
    }
}

/// Puts columns beside each other as one piece.
fn side_by_side(columns: &[Column], format: &PageFormat, context: &mut Context) -> Result<Piece, TypesetError> {
    let mut whole = Piece::default();
    for column in columns {
        let pieces = pieces_within(&column.blocks, mm(column.width), format, context)?;
        whole.height = whole.height.max(pieces.height());
        let mut y = 0.0;
        let mut after = 0.0_f64;
        for (index, piece) in pieces.list.into_iter().enumerate() {
            y += if index == 0 { 0.0 } else { after.max(piece.before) };
            whole.items.extend(piece.items.into_iter().map(|item| item.moved(mm(column.x), y)));
            whole.anchors.extend(piece.anchors);
            y += piece.height;
            after = piece.after;
        }
    }
    Ok(whole)
}

/// Gives the words of a text without how they look.
pub(crate) fn plain(text: &Text) -> String {
    let words = text.0.iter().map(|span| match span {
        Span::Words { text, .. } => text.as_str(),
        Span::Break => " ",
        Span::Mark(_) | Span::PageOf(_) | Span::PageCount => "",
    });
    words.collect::<String>().trim().to_owned()
}
