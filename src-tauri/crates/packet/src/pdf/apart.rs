//! Pages whose shapes and texts stand apart: each then sets a colour or a font once, and all texts of a page are one section.
//! What is drawn is marked by the part of the document that it is of.

use super::ops::{Fonts, Writer, embed};
use super::structure::{self, Marked, Owner};
use super::{common, number};
use crate::layout::{Item, LaidOut, LaidOutPage, PageFormat, Role};
use crate::typeset::{Form, Picture, TypesetError};
use printpdf::{DictItem, Op, PdfResources, XObjectId};
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

/// All pages, what they have alike, and the fonts of both.
pub(super) struct Pages {
    pub(super) list: Vec<Apart>,
    pub(super) common: Option<Apart>,
    pub(super) fonts: Fonts,
}

/// Makes the pages with shapes and texts apart, and embeds the fonts that they use.
pub(super) fn pages(
    laid_out: &LaidOut,
    form: Form,
    resources: &mut PdfResources,
    marked: &mut Marked,
) -> Result<Pages, TypesetError> {
    let mut fonts = Fonts::default();
    let mut pictures = Vec::new();
    let alike = if form >= Form::Compact { common::items(laid_out) } else { Vec::new() };
    let mut list = Vec::with_capacity(laid_out.pages.len());
    for page in &laid_out.pages {
        let mut writer = Writer::apart(&page.format, laid_out, &mut fonts, &mut pictures);
        marked.page();
        writer.marked(page, &alike, marked);
        list.push(writer.into());
    }
    let common = (!alike.is_empty()).then(|| {
        let mut writer = Writer::apart(&laid_out.format, laid_out, &mut fonts, &mut pictures);
        for item in &alike {
            writer.item(item);
        }
        writer.into()
    });
    embed(&fonts, pictures, resources)?;
    Ok(Pages { list, common, fonts })
}

impl From<Writer<'_>> for Apart {
    fn from(writer: Writer<'_>) -> Self {
        Self { shapes: writer.ops, texts: writer.texts.unwrap_or_default() }
    }
}

impl<'a> Writer<'a> {
    /// Makes a writer of texts that stand apart.
    fn apart(
        format: &'a PageFormat,
        laid_out: &'a LaidOut,
        fonts: &'a mut Fonts,
        pictures: &'a mut Vec<(XObjectId, Picture)>,
    ) -> Self {
        let mut writer = Self::new(format, laid_out, fonts, pictures);
        writer.texts = Some(Vec::new());
        writer
    }

    /// Draws a page whose texts stand apart, and marks whose all of it is. What is no part of the document is an artifact; of this
    /// it leaves out what pages have alike.
    fn marked(&mut self, page: &LaidOutPage, alike: &[Item], marked: &mut Marked) {
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
        for item in page.furniture.iter().filter(|item| !alike.contains(item)) {
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
