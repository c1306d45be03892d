//! Pages whose shapes and texts stand apart: each then sets a colour or a font once, and all texts of a page are one section.
//! What is drawn is marked by the part of the document that it is of.

use super::number;
use super::ops::{Fonts, Writer, embed};
use super::structure::{self, Marked, Owner};
use crate::layout::{Item, LaidOut, LaidOutPage, Role};
use crate::typeset::TypesetError;
use printpdf::{DictItem, Op, PdfResources};
use std::collections::BTreeMap;

/// Whose the content is that was begun last.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Open {
    Nothing,
    Artifact,
    Of(Owner),
}

/// The two that stand apart.
#[derive(Debug, Clone, Copy)]
enum Stream {
    Texts,
    Shapes,
}

/// A page whose shapes and texts stand apart, without its links.
#[derive(Default)]
pub(super) struct Apart {
    pub(super) shapes: Vec<Op>,
    pub(super) texts: Vec<Op>,
}

/// Makes the pages with shapes and texts apart, embeds the fonts that they use, and gives these too.
pub(super) fn pages(
    laid_out: &LaidOut,
    resources: &mut PdfResources,
    marked: &mut Marked,
) -> Result<(Vec<Apart>, Fonts), TypesetError> {
    let mut fonts = Fonts::default();
    let mut pictures = Vec::new();
    let mut pages = Vec::with_capacity(laid_out.pages.len());
    for page in &laid_out.pages {
        let mut writer = Writer::new(&page.format, laid_out, &mut fonts, &mut pictures);
        writer.texts = Some(Vec::new());
        marked.page();
        writer.marked(page, marked);
        pages.push(Apart { shapes: writer.ops, texts: writer.texts.unwrap_or_default() });
    }
    embed(&fonts, pictures, resources)?;
    Ok((pages, fonts))
}

impl Writer<'_> {
    /// Draws a page whose texts stand apart, and marks whose all of it is. What is no part of the document is an artifact.
    fn marked(&mut self, page: &LaidOutPage, marked: &mut Marked) {
        let (mut part, mut link) = (None, None);
        // Grounds lie below everything, and no rule covers another: together they set each colour and weight once.
        let (mut grounds, mut rules) = (Vec::new(), Vec::new());
        for (at, item) in page.content.iter().enumerate() {
            match item {
                Item::Begin(begun) => part = Some(*begun),
                Item::End => part = None,
                Item::Link { .. } => marked.annotated(link.take()),
                Item::Glyphs { x, y, font, size, tone, glyphs } => {
                    let linked = matches!(page.content.get(at + 1), Some(Item::Link { .. }));
                    link = part.filter(|_| linked).map(|part| marked.link(part));
                    let owner = link.map(Owner::Link).or(part.map(Owner::Part));
                    self.switch(Stream::Texts, owner.map_or(Open::Artifact, Open::Of), marked);
                    let space = match page.content.get(at + 1 + usize::from(linked)) {
                        Some(Item::Space(of, space)) => Some((of, space)),
                        _ => None,
                    };
                    let beside = space.filter(|(of, _)| *of == font).map(|(_, space)| space);
                    self.glyphs(*x, *y, *font, *size, *tone, glyphs, beside);
                    if let (Some((of, space)), None) = (space, beside) {
                        let advance: i32 = glyphs.iter().map(|glyph| glyph.advance).sum();
                        let end = x + f64::from(advance) * size / 1000.0;
                        self.glyphs(end, *y, *of, *size, *tone, std::slice::from_ref(space), None);
                    }
                }
                Item::Space(..) => {}
                _ => {
                    let is_figure = |part: &usize| matches!(self.laid_out.parts[*part].role, Role::Figure { .. });
                    match (item, part.filter(is_figure)) {
                        (Item::Fill { .. }, None) => grounds.push(item),
                        (Item::Rule { .. }, None) => rules.push(item),
                        (_, figure) => {
                            let open = figure.map_or(Open::Artifact, |part| Open::Of(Owner::Part(part)));
                            self.switch(Stream::Shapes, open, marked);
                            self.item(item);
                        }
                    }
                }
            }
        }
        for item in &page.furniture {
            let stream = match item {
                Item::Glyphs { .. } => Stream::Texts,
                Item::Space(..) | Item::Begin(_) | Item::End | Item::Link { .. } => continue,
                _ => Stream::Shapes,
            };
            self.switch(stream, Open::Artifact, marked);
            self.item(item);
        }
        self.switch(Stream::Texts, Open::Nothing, marked);
        self.switch(Stream::Shapes, Open::Nothing, marked);
        let over = std::mem::take(&mut self.ops);
        rules.sort_by_key(|rule| match rule {
            // In thousandths of a point, as weights have no order of their own.
            Item::Rule { weight, tone, .. } => Some((*tone, (*weight * 1000.0).round() as i64)),
            _ => None,
        });
        if !(grounds.is_empty() && rules.is_empty()) {
            self.switch(Stream::Shapes, Open::Artifact, marked);
            grounds.into_iter().chain(rules).for_each(|item| self.item(item));
            self.switch(Stream::Shapes, Open::Nothing, marked);
        }
        self.ops.extend(over);
    }

    /// Ends what was begun in the texts or the shapes, and begins what follows, unless it goes on.
    fn switch(&mut self, stream: Stream, to: Open, marked: &mut Marked) {
        let before = std::mem::replace(&mut self.open[stream as usize], to);
        if before == to {
            return;
        }
        let begun = match to {
            Open::Nothing => None,
            Open::Artifact => Some(Op::BeginMarkedContent { tag: "Artifact".to_owned() }),
            Open::Of(owner) => {
                let tag = match owner {
                    Owner::Part(part) => structure::name(&self.laid_out.parts[part].role),
                    Owner::Link(_) => "Link",
                };
                let number = DictItem::Int(number::count(marked.mark(owner)));
                let properties = DictItem::Dict { map: BTreeMap::from([("MCID".to_owned(), number)]) };
                Some(Op::BeginMarkedContentWithProperties { tag: tag.to_owned(), properties })
            }
        };
        let end = (before != Open::Nothing).then_some(Op::EndMarkedContent);
        for op in end.into_iter().chain(begun) {
            match stream {
                Stream::Texts => self.text(op),
                Stream::Shapes => self.ops.push(op),
            }
        }
    }
}
