//! Tables: columns, rows, rules, repeated heads, and what stays together over a page end.

use super::block::{of_part, stack};
use super::item::{Item, mm};
use super::page::PageFormat;
use super::paragraph::{Line, items_at, set};
use super::piece::{Keep, Piece, Pieces};
use super::shape::Context;
use super::tag::Role;
use crate::typeset::{Align, Cell, Look, Row, RowKind, Style, Table, Text, Tone};

/// Tables of up to so many rows are not broken.
const SHORT: usize = 8;

/// Rows of tables with more rows than this stand closer.
const MANY: usize = 10;

/// Space right of a column, in millimetres; a number needs more, so that it does not touch the text after it.
const GAP_MM: f64 = 4.0;
const GAP_AFTER_NUMBERS_MM: f64 = 5.0;

/// Where a column stands, and how wide its text may be.
struct Place {
    x: f64,
    width: f64,
    align: Align,
}

struct Setter<'a> {
    table: &'a Table,
    places: Vec<Place>,
    width: f64,
    format: &'a PageFormat,
    /// Space above and below the text of a row.
    padding: f64,
    /// Whether the first cell of a row says what the others are of.
    labels: bool,
}

/// A row with its lines, before it is known whether it may be broken.
struct SetRow {
    cells: Vec<SetCell>,
    top: f64,
    bottom: f64,
    /// The rule below: weight and colour.
    rule: Option<(f64, Tone)>,
    least: f64,
    kind: RowKind,
    anchor: Option<String>,
}

struct SetCell {
    x: f64,
    width: f64,
    align: Align,
    leading: f64,
    lines: Vec<Line>,
    sign_here: bool,
    part: usize,
}

/// Makes the pieces of a table.
pub(crate) fn table(table: &Table, width: f64, format: &PageFormat, context: &mut Context, out: &mut Pieces) {
    with_labels(table, false, width, format, context, out);
}

/// Makes the pieces of a table whose first column says what the others are of.
pub(crate) fn labelled(table: &Table, width: f64, format: &PageFormat, context: &mut Context, out: &mut Pieces) {
    with_labels(table, true, width, format, context, out);
}

fn with_labels(table: &Table, labels: bool, width: f64, format: &PageFormat, context: &mut Context, out: &mut Pieces) {
    if table.rows.is_empty() {
        return;
    }
    let padding = match table.look {
        Look::Normal if table.rows.len() > MANY => 2.8,
        Look::Normal => 3.5,
        Look::Sheet | Look::Signatures => 2.6,
        Look::Bare => 1.2,
    };
    let setter = Setter { table, places: places(table, width), width, format, padding, labels };
    let (_, before) = context.parts.open(Role::Table);
    let head = setter.head(context);
    let index = head.as_ref().map(|head| {
        out.heads.push(setter.repeated(head, context));
        out.heads.len() - 1
    });
    out.list.extend(head);
    let first = out.list.len();
    let rows: Vec<SetRow> = (0..table.rows.len()).map(|row| setter.row(row, context)).collect();
    context.parts.close(before);
    let keeps = keeps(&table.rows, table.note.is_some());
    for (row, keep) in rows.into_iter().zip(keeps) {
        setter.push(row, keep, &mut out.list);
    }
    for piece in &mut out.list[first..] {
        piece.head = index;
    }
    if let Some(note) = &table.note {
        let style = Style::Note.text_style();
        let mut items = Vec::new();
        let lines = set(note, style, mm(155.5).min(width), None, context);
        let height = stack(lines, 0.0, 0.0, style.leading, &mut items);
        let items = of_part(context.parts.add(Role::Paragraph), items);
        out.list.push(Piece { before: 5.0, height, items, ..Piece::default() });
    }
}

fn places(table: &Table, width: f64) -> Vec<Place> {
    let fixed: f64 = table.columns.iter().filter_map(|column| column.width).map(mm).sum();
    let open = table.columns.iter().filter(|column| column.width.is_none()).count().max(1);
    let share = ((width - fixed) / open as f64).max(mm(10.0));
    let mut x = 0.0;
    let last = table.columns.len().saturating_sub(1);
    let place = |(index, column): (usize, &crate::typeset::TableColumn)| {
        let own = column.width.map_or(share, mm);
        let gap = match column.align {
            _ if index == last => 0.0,
            Align::Left | Align::Centre => mm(GAP_MM),
            Align::Right => mm(GAP_AFTER_NUMBERS_MM),
        };
        let place = Place { x, width: own - gap, align: column.align };
        x += own;
        place
    };
    table.columns.iter().enumerate().map(place).collect()
}

/// Decides which rows stay with the next.
fn keeps(rows: &[Row], note: bool) -> Vec<Keep> {
    let count = rows.len();
    let short = rows.iter().filter(|row| row.kind == RowKind::Normal).count() <= SHORT;
    // Two rows of their own at least on each side of a page end.
    let normal: Vec<usize> = (0..count).filter(|row| rows[*row].kind == RowKind::Normal).collect();
    let second = normal.get(1).copied().unwrap_or_default();
    let last_but_one = normal.len().checked_sub(2).map_or(0, |index| normal[index]);
    (0..count)
        .map(|row| {
            let detail_follows = rows.get(row + 1).is_some_and(|next| next.kind == RowKind::Detail);
            let hard = rows[row].kind == RowKind::Group
                || detail_follows
                || row < second
                || (row >= last_but_one && row + 1 < count)
                || (row + 1 == count && note);
            match () {
                () if hard => Keep::Hard,
                () if short && row + 1 < count => Keep::Soft,
                () => Keep::Free,
            }
        })
        .collect()
}

impl Setter<'_> {
    /// Sets the heads, or the rule that stands above a table without them.
    fn head(&self, context: &mut Context) -> Option<Piece> {
        let columns = &self.table.columns;
        let mut items = Vec::new();
        let (weight, tone) = match self.table.look {
            Look::Bare => return None,
            Look::Signatures => (0.35, Tone::Rule),
            Look::Normal | Look::Sheet => (0.8, Tone::Ink),
        };
        let mut set_heads = Vec::new();
        let has_heads = columns.iter().any(|column| !column.head.is_empty());
        let before = has_heads.then(|| context.parts.open(Role::Row).1);
        let (mut parts, mut headed) = (Vec::new(), 0);
        for (index, column) in columns.iter().enumerate().filter(|(_, column)| !column.head.is_empty()) {
            let style = match self.table.look {
                Look::Normal => Style::Head,
                Look::Sheet if index == 0 => Style::Heading,
                _ => Style::Note,
            };
            // A head may stand over the columns after it that have none.
            let spanned = columns[index + 1..].iter().take_while(|next| next.head.is_empty()).count();
            // What stands under no head is no cell that heads anything.
            for _ in headed..index {
                context.parts.add(Role::Cell { columns: 1 });
            }
            parts.push(context.parts.add(Role::ColumnHead { columns: spanned + 1 }));
            headed = index + spanned + 1;
            let end = &self.places[index + spanned];
            let width = end.x + end.width - self.places[index].x;
            let leading = style.text_style().leading;
            set_heads.push((index, width, leading, set(&column.head, style.text_style(), width, None, context)));
        }
        let text = set_heads.iter().map(|(_, _, leading, lines)| leading * lines.len() as f64).fold(0.0, f64::max);
        if let Some(before) = before {
            context.parts.close(before);
        }
        for ((index, width, leading, lines), part) in set_heads.into_iter().zip(parts) {
            items.push(Item::Begin(part));
            let place = &self.places[index];
            let mut y = text - leading * lines.len() as f64;
            for line in lines {
                let shift = if place.align == Align::Right { width - line.width } else { 0.0 };
                items.extend(items_at(line, place.x + shift, y));
                y += leading;
            }
            items.push(Item::End);
        }
        let below = if text > 0.0 { 3.0 } else { 0.0 };
        let height = text + below + weight;
        items.push(Item::Rule { x: 0.0, y: height - weight / 2.0, width: self.width, weight, tone });
        Some(Piece { height, items, keep: Keep::Hard, ..Piece::default() })
    }

    /// Puts "…, continued" above a head. What is repeated is read aloud once.
    fn repeated(&self, head: &Piece, context: &mut Context) -> Piece {
        let drawn = head.items.iter().filter(|item| !matches!(item, Item::Begin(_) | Item::End)).cloned();
        if self.table.name.is_empty() {
            return Piece { items: drawn.collect(), ..head.clone() };
        }
        let style = Style::Note.text_style();
        let text = Text::from(format!("{}, continued", self.table.name));
        let mut items = Vec::new();
        let height = stack(set(&text, style, self.width, Some(1), context), 0.0, 0.0, style.leading, &mut items) + 4.0;
        items.extend(drawn.map(|item| item.moved(0.0, height)));
        Piece { height: height + head.height, items, ..head.clone() }
    }

    fn row(&self, index: usize, context: &mut Context) -> SetRow {
        let row = &self.table.rows[index];
        let next = self.table.rows.get(index + 1).map(|row| row.kind);
        let look = self.table.look;
        let group = row.kind == RowKind::Group;
        let top = match row.kind {
            RowKind::Detail => 0.0,
            RowKind::Group => 3.0,
            RowKind::Normal => self.padding,
        };
        let bottom = if next == Some(RowKind::Detail) {
            1.0
        } else if group {
            3.0
        } else {
            self.padding
        };
        let rule = match (look, next) {
            (Look::Bare, _) | (_, Some(RowKind::Detail)) | (Look::Sheet, None) => None,
            (Look::Normal, None) => Some((0.8, Tone::Ink)),
            (Look::Normal | Look::Sheet | Look::Signatures, _) => Some((0.35, Tone::Rule)),
        };
        let least = if look == Look::Signatures { self.format.signature_row } else { 0.0 };
        let mut column = 0;
        let mut cells = Vec::new();
        let (_, before) = context.parts.open(Role::Row);
        for cell in &row.cells {
            let columns = if group { self.places.len() } else { cell.columns.max(1) };
            let Some(first) = self.places.get(column) else { break };
            let last = &self.places[(column + columns - 1).min(self.places.len() - 1)];
            let width = last.x + last.width - first.x;
            let part = context.parts.add(match () {
                () if group => Role::ColumnHead { columns },
                () if self.labels && column == 0 => Role::RowHead,
                () => Role::Cell { columns },
            });
            cells.push(self.cell(cell, part, group, first, width, context));
            column += columns;
        }
        context.parts.close(before);
        SetRow { cells, top, bottom, rule, least, kind: row.kind, anchor: row.anchor.clone() }
    }

    fn cell(&self, cell: &Cell, part: usize, group: bool, place: &Place, width: f64, context: &mut Context) -> SetCell {
        let own = if group { Some(Style::Head) } else { cell.style.or(self.table.style) };
        let style = own.unwrap_or(Style::Table).text_style();
        let lines = set(&cell.text, style, width, cell.max_lines, context);
        let x = if group { mm(2.0) } else { place.x };
        let (align, leading, sign_here) = (place.align, style.leading, cell.sign_here);
        SetCell { x, width, align, leading, lines, sign_here, part }
    }

    /// Adds a row: as one piece, or line by line when it is higher than a third of a page.
    fn push(&self, row: SetRow, keep: Keep, out: &mut Vec<Piece>) {
        let text = row.cells.iter().map(|cell| cell.leading * cell.lines.len() as f64).fold(0.0, f64::max);
        let weight = row.rule.map_or(0.0, |(weight, _)| weight);
        let height = (row.top + text + row.bottom + weight).max(row.least);
        if height <= self.format.body_height() / 3.0 || self.table.look == Look::Signatures {
            out.push(self.whole(row, height, keep));
        } else {
            self.broken(row, keep, out);
        }
    }

    fn whole(&self, row: SetRow, height: f64, keep: Keep) -> Piece {
        let mut items = Vec::new();
        if row.kind == RowKind::Group {
            items.push(Item::Fill { x: 0.0, y: 0.0, width: self.width, height, tone: Tone::Tint });
        }
        for cell in &row.cells {
            for (index, line) in cell.lines.iter().enumerate() {
                items.extend(cell.place(line, row.top + cell.leading * index as f64));
            }
        }
        self.rule_off(&row, height, &mut items);
        Piece { height, items, keep, anchors: row.anchor.into_iter().collect(), ..Piece::default() }
    }

    /// Draws the rule below a row; where somebody signs, a line to write on takes its place.
    fn rule_off(&self, row: &SetRow, height: f64, items: &mut Vec<Item>) {
        let Some((weight, tone)) = row.rule else { return };
        let y = height - weight / 2.0;
        if !row.cells.iter().any(|cell| cell.sign_here) {
            items.push(Item::Rule { x: 0.0, y, width: self.width, weight, tone });
            return;
        }
        let text: f64 =
            row.cells.iter().filter(|cell| !cell.sign_here).map(|cell| cell.x + cell.width).fold(0.0, f64::max);
        items.push(Item::Rule { x: 0.0, y, width: text, weight, tone });
        for cell in row.cells.iter().filter(|cell| cell.sign_here) {
            items.push(Item::Rule { x: cell.x, y, width: cell.width, weight: 0.6, tone: Tone::Ink });
        }
    }

    fn broken(&self, row: SetRow, keep: Keep, out: &mut Vec<Piece>) {
        let leading = row.cells.iter().map(|cell| cell.leading).fold(0.0, f64::max);
        let count = row.cells.iter().map(|cell| cell.lines.len()).max().unwrap_or_default();
        for index in 0..count {
            let last = index + 1 == count;
            let top = if index == 0 { row.top } else { 0.0 };
            let weight = row.rule.map_or(0.0, |(weight, _)| weight);
            let height = top + leading + if last { row.bottom + weight } else { 0.0 };
            let lines = row.cells.iter().filter_map(|cell| cell.lines.get(index).map(|line| (cell, line)));
            let mut items: Vec<Item> = lines.flat_map(|(cell, line)| cell.place(line, top)).collect();
            if last {
                self.rule_off(&row, height, &mut items);
            }
            let keep = match () {
                () if last => keep,
                () if index == 0 || index + 2 == count => Keep::Hard,
                () => Keep::Free,
            };
            let anchors = if index == 0 { row.anchor.iter().cloned().collect() } else { Vec::new() };
            let below_head = if index == 0 { 0.0 } else { row.top };
            out.push(Piece { height, items, keep, anchors, below_head, ..Piece::default() });
        }
    }
}

impl SetCell {
    fn place(&self, line: &Line, y: f64) -> Vec<Item> {
        let shift = if self.align == Align::Right { self.width - line.width } else { 0.0 };
        of_part(self.part, items_at(line.clone(), self.x + shift, y))
    }
}
