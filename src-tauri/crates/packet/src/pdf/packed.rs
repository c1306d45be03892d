//! The packed forms: printpdf embeds fonts and pictures and makes the pages, their content is written shorter, and the objects
//! are packed together.

use super::operators;
use super::ops::{self, Embedded, Fonts};
use super::{apart, by_printpdf, coded, common, file, finish, packer::Packer, structure::Marked, writer};
use crate::layout::{Item, LaidOut, LaidOutPage};
use crate::typeset::{Form, Meta, TypesetError};
use lopdf::{Document, Object, ObjectId, content::Content, dictionary};
use printpdf::{Codepoint, Op, PdfDocument, PdfFontHandle, Pt, TextItem};
use std::collections::BTreeMap;

/// Writes the file.
pub(super) fn write(meta: &Meta, laid_out: &LaidOut, form: Form) -> Result<Vec<u8>, TypesetError> {
    let mut document = PdfDocument::new("");
    let mut marked = Marked::default();
    let pages = apart::pages(laid_out, form, &mut document.resources, &mut marked)?;
    let glyphs = pages.fonts.glyphs();
    let mut first = specimen(&glyphs);
    document.pages = laid_out.pages.iter().map(|page| ops::of_size(&page.format, std::mem::take(&mut first))).collect();
    let mut made = by_printpdf(&document)?;
    let given = given(&made, &glyphs)?;
    let ids: Vec<ObjectId> = made.get_pages().into_values().collect();
    let links: Vec<Vec<Object>> = laid_out.pages.iter().map(|page| links(page, laid_out, form, &ids)).collect();
    let shared = share_resources(&mut made, &ids).map_err(|error| writer(&error))?;
    let codes = coded::lean(&mut made, shared, form, &glyphs, &given).map_err(|error| writer(&error))?;
    let mut places = Vec::new();
    for (((id, page), laid), links) in ids.iter().zip(&pages.list).zip(&laid_out.pages).zip(links) {
        let links: Vec<ObjectId> = links.into_iter().map(|link| made.add_object(link)).collect();
        places.extend(&links);
        let links = links.into_iter().map(Object::Reference).collect();
        let mut content = operators::content(page, form, &codes)?;
        if pages.common.is_some() && !laid.furniture.is_empty() {
            common::show(&mut content);
        }
        dress(&mut made, *id, content, links).map_err(|error| writer(&error))?;
    }
    if let Some(common) = &pages.common {
        let content = operators::content(common, form, &codes)?;
        common::put_in(&mut made, laid_out, content, shared).map_err(|error| writer(&error))?;
    }
    marked.write(&mut made, laid_out, form, &ids, &places).map_err(|error| writer(&error))?;
    finish::finish(&mut made, meta, laid_out).map_err(|error| writer(&error))?;
    Ok(file::write(made, Packer::of(form)))
}

/// The glyphs of each font as it is embedded, with their texts.
pub(super) type Glyphs<'f> = BTreeMap<Embedded, BTreeMap<u16, &'f str>>;

/// Every glyph of every font once, with the text that it stands for: from this printpdf knows what to embed.
fn specimen(glyphs: &Glyphs<'_>) -> Vec<Op> {
    let mut ops = vec![Op::StartTextSection];
    for (embedded, texts) in glyphs {
        ops.push(Op::SetFont { font: PdfFontHandle::External(Fonts::name(*embedded)), size: Pt(1.0) });
        let code = |(gid, text): (&u16, &&str)| Codepoint { gid: *gid, offset: 0.0, cid: Some((*text).to_owned()) };
        ops.push(Op::ShowText { items: vec![TextItem::GlyphIds(texts.iter().map(code).collect())] });
    }
    ops.push(Op::EndTextSection);
    ops
}

/// Reads from the page with the specimen which code printpdf gave each glyph: that hangs on the sort of font.
fn given(file: &Document, glyphs: &Glyphs<'_>) -> Result<BTreeMap<String, BTreeMap<u16, u16>>, TypesetError> {
    let failed = || TypesetError::Writer("the glyphs of a font have no codes".to_owned());
    let page = file.get_pages().into_values().next().ok_or_else(failed)?;
    let content = Content::decode(&file.get_page_content(page)).map_err(|error| writer(&error))?;
    let shown = content.operations.iter().filter(|operation| operation.operator == "TJ");
    let mut given = BTreeMap::new();
    for ((embedded, texts), shown) in glyphs.iter().zip(shown) {
        let shown = shown.operands.first().and_then(|array| array.as_array().ok()).ok_or_else(failed)?;
        let code = |code: &Object| Some(u16::from_be_bytes(code.as_str().ok()?.try_into().ok()?));
        let codes: Option<BTreeMap<u16, u16>> =
            texts.keys().zip(shown).map(|(glyph, shown)| Some((*glyph, code(shown)?))).collect();
        given.insert(Fonts::name(*embedded).0, codes.ok_or_else(failed)?);
    }
    Ok(given)
}

/// Gives the links of a page.
fn links(page: &LaidOutPage, laid_out: &LaidOut, form: Form, pages: &[ObjectId]) -> Vec<Object> {
    // Nobody clicks more exactly than a point.
    let parts = if form >= Form::Compact { 1.0 } else { 10.0 };
    let real = |points: f64| Object::Real(((points * parts).round() / parts) as f32);
    let link = |item: &Item| {
        let Item::Link { x, y, width, height, to } = item else { return None };
        let (target, top) = laid_out.target(to)?;
        // How high a page of another file is nobody here knows: the link leads to the page, not to a place on it.
        let place: Vec<Object> = if laid_out.pages[target].inserted {
            vec![pages[target].into(), "Fit".into()]
        } else {
            let top = real(laid_out.format.height - top + 6.0);
            vec![pages[target].into(), "XYZ".into(), real(laid_out.format.left), top, Object::Null]
        };
        let (bottom, top) = (page.format.height - y - height, page.format.height - y);
        Some(Object::Dictionary(dictionary! {
            "Subtype" => "Link",
            "Rect" => vec![real(*x), real(bottom), real(x + width), real(top)],
            "Border" => vec![0.into(), 0.into(), 0.into()],
            "Dest" => place,
        }))
    };
    page.content.iter().filter_map(link).collect()
}

/// Lets all pages use the resources of the first, without those that none uses; gives these.
fn share_resources(file: &mut Document, pages: &[ObjectId]) -> Result<ObjectId, lopdf::Error> {
    let mut shared = None;
    for page in pages {
        let page = file.get_dictionary_mut(*page)?;
        let own = page.get(b"Resources")?.as_reference()?;
        let shared = *shared.get_or_insert(own);
        page.set("Resources", shared);
        if own != shared {
            file.objects.remove(&own);
        }
    }
    let shared = shared.ok_or_else(|| lopdf::Error::DictKey("Resources".to_owned()))?;
    let has_pictures = {
        let pictures = file.get_dictionary(shared)?.get(b"XObject")?.as_reference()?;
        !file.get_dictionary(pictures)?.is_empty()
    };
    for kind in [b"ExtGState".as_slice(), b"Shading", b"XObject"] {
        if kind == b"XObject" && has_pictures {
            continue;
        }
        if let Some(unused) = file.get_dictionary_mut(shared)?.remove(kind) {
            file.objects.remove(&unused.as_reference()?);
        }
    }
    Ok(shared)
}

/// Gives a page its content and links.
fn dress(file: &mut Document, page: ObjectId, content: Vec<u8>, links: Vec<Object>) -> Result<(), lopdf::Error> {
    let page = file.get_dictionary_mut(page)?;
    // It says what the media box says.
    page.remove(b"CropBox");
    page.set("Annots", links);
    let contents = page.get(b"Contents")?.as_reference()?;
    file.get_object_mut(contents)?.as_stream_mut()?.set_content(content);
    Ok(())
}
