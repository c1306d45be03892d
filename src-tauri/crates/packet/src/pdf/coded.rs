//! Fonts as they are embedded in the packed form: without what paper does not need, and where a font has at most 255 glyphs, with
//! codes of one byte instead of two (ISO 32000-1, 9.6.6.4: a symbolic TrueType font). Most of a page is such codes.

use super::{number, ops::Fonts, packed::Glyphs, program};
use crate::typeset::Form;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::collections::BTreeMap;

/// The code by which the content of a page asks for a glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    One(u8),
    Two(u16),
}

/// A font as the content of a page asks for it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Coded {
    /// How the resources of a page name it.
    pub(super) name: String,
    /// The code of each glyph, and how far it moves the pen where that is said, in hundredths of a thousandth of the size.
    pub(super) glyphs: Vec<Option<(Code, Option<i64>)>>,
}

/// Fonts by their names as they are embedded.
pub(super) type Codes = BTreeMap<String, Coded>;

/// Makes the fonts smaller that printpdf embedded; `given` are the codes that it gave each glyph. Gives those that are asked for now.
/// In the compact form fonts are `A`, `B` and so on for the pages.
pub(super) fn lean(
    file: &mut Document,
    resources: ObjectId,
    form: Form,
    glyphs: &Glyphs<'_>,
    given: &BTreeMap<String, BTreeMap<u16, u16>>,
) -> Result<Codes, lopdf::Error> {
    let mut codes = Codes::new();
    let fonts = file.get_dictionary(resources)?.get(b"Font")?.as_reference()?;
    for (embedded, texts) in glyphs {
        let name = Fonts::name(*embedded).0;
        let Some(given) = given.get(&name) else { continue };
        let font = file.get_dictionary(fonts)?.get(name.as_bytes())?.as_reference()?;
        let moves = moves(file, font)?;
        let small = one_byte(file, font, &moves, given)?;
        if small {
            let texts = texts.iter().filter_map(|(glyph, text)| Some((u8::try_from(*given.get(glyph)?).ok()?, *text)));
            let said = to_unicode(&texts.collect());
            let table = file.get_dictionary(font)?.get(b"ToUnicode")?.as_reference()?;
            file.set_object(table, Stream::new(Dictionary::new(), said));
        }
        let code = |code: &u16| {
            let moved = moves.get(code).and_then(|width| width.as_float().ok());
            let code = u8::try_from(*code).ok().filter(|_| small).map_or(Code::Two(*code), Code::One);
            (code, moved.map(|moved| (f64::from(moved) * 100.0).round() as i64))
        };
        let most = given.keys().max().copied().unwrap_or_default();
        let glyphs = (0..=most).map(|glyph| given.get(&glyph).map(code)).collect();
        let mut called = name.clone();
        if form >= Form::Compact {
            called = short(codes.len());
            let fonts = file.get_dictionary_mut(fonts)?;
            fonts.remove(name.as_bytes());
            fonts.set(called.as_str(), font);
        }
        codes.insert(name, Coded { name: called, glyphs });
    }
    Ok(codes)
}

/// The short name of the so-manieth font.
fn short(at: usize) -> String {
    let letter = char::from(b'A' + u8::try_from(at % 26).expect("less than 26"));
    if at < 26 { letter.to_string() } else { format!("{letter}{}", at / 26) }
}

/// Makes a font one of codes of one byte, where it is of TrueType and has few glyphs; says whether it is.
fn one_byte(
    file: &mut Document,
    font: ObjectId,
    moves: &BTreeMap<u16, Object>,
    given: &BTreeMap<u16, u16>,
) -> Result<bool, lopdf::Error> {
    let whole = file.get_dictionary(font)?;
    let inner = inside(whole)?;
    let descriptor = inner.get(b"FontDescriptor")?.as_reference()?;
    let program_id = file.get_dictionary(descriptor)?.get(b"FontFile2").and_then(Object::as_reference);
    let Ok(program_id) = program_id else { return Ok(false) };
    let last = given.values().max().copied().unwrap_or_default();
    let few = last <= 255;
    let stream = file.get_object(program_id)?.as_stream()?;
    let Some(program) = program::lean(&stream.content, few.then_some(last)) else { return Ok(false) };
    let dict = dictionary! { "Length1" => number::count(program.len()) };
    let mut simple = dictionary! {
        "Type" => "Font",
        "Subtype" => "TrueType",
        "BaseFont" => whole.get(b"BaseFont")?.clone(),
        "FirstChar" => 0,
        "LastChar" => i64::from(last),
        "Widths" => (0..=last).map(|code| moves.get(&code).cloned().unwrap_or(Object::Integer(0))).collect::<Vec<_>>(),
        "FontDescriptor" => descriptor,
    };
    simple.set("ToUnicode", whole.get(b"ToUnicode")?.clone());
    file.set_object(program_id, Stream::new(dict, program));
    if few {
        // Symbolic: its codes are those of the program and of no alphabet.
        file.get_dictionary_mut(descriptor)?.set("Flags", 4);
        file.set_object(font, simple);
    }
    Ok(few)
}

/// Reads how far each code moves the pen, in thousandths of the size, from lists that each begin at a code.
fn moves(file: &Document, font: ObjectId) -> Result<BTreeMap<u16, Object>, lopdf::Error> {
    let inner = inside(file.get_dictionary(font)?)?;
    let mut moves = BTreeMap::new();
    for pair in inner.get(b"W")?.as_array()?.chunks(2) {
        let [Object::Integer(first), Object::Array(list)] = pair else { continue };
        let codes = u16::try_from(*first).into_iter().flat_map(|first| first..=u16::MAX);
        moves.extend(codes.zip(list.iter().cloned()));
    }
    Ok(moves)
}

/// The font inside a composed one.
fn inside(whole: &Dictionary) -> Result<&Dictionary, lopdf::Error> {
    let inner = whole.get(b"DescendantFonts")?.as_array()?.first();
    inner.ok_or_else(|| lopdf::Error::DictKey("font".into()))?.as_dict()
}

/// Most entries of one list in a table of Unicode.
const TOGETHER: usize = 100;

/// Says the text of each code, those beside each other together where their letters are.
fn to_unicode(texts: &BTreeMap<u8, &str>) -> Vec<u8> {
    let units: Vec<(u8, Vec<u16>)> = texts.iter().map(|(code, text)| (*code, text.encode_utf16().collect())).collect();
    let mut ranges: Vec<(u8, u8, &[u16])> = Vec::new();
    for (code, text) in &units {
        if let Some((first, last, begin)) = ranges.last_mut()
            && let ([begin], [unit]) = (&**begin, text.as_slice())
            && u16::from(last.wrapping_add(1)) == u16::from(*code)
            && begin + u16::from(code - *first) == *unit
            && begin >> 8 == unit >> 8
        {
            *last = *code;
            continue;
        }
        ranges.push((*code, *code, text));
    }
    let mut out = b"/CIDInit/ProcSet findresource begin 12 dict begin begincmap/CMapName/T def/CMapType 2 def\n\
        1 begincodespacerange<00><FF>endcodespacerange\n"
        .to_vec();
    for together in ranges.chunks(TOGETHER) {
        number::integer(&mut out, number::count(together.len()));
        out.extend(b" beginbfrange\n");
        for (first, last, text) in together {
            out.extend(format!("<{first:02X}><{last:02X}><").into_bytes());
            text.iter().for_each(|unit| out.extend(format!("{unit:04X}").into_bytes()));
            out.extend(b">\n");
        }
        out.extend(b"endbfrange\n");
    }
    out.extend(b"endcmap CMapName currentdict/CMap defineresource pop end end");
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn letters_beside_each_other_are_told_together() {
        let texts = BTreeMap::from([(1, " "), (2, "A"), (3, "B"), (5, "C"), (6, "fi"), (7, "\u{10348}")]);
        let said = String::from_utf8(to_unicode(&texts)).expect("ASCII");
        let list = said.split("beginbfrange\n").nth(1).and_then(|rest| rest.split("endbfrange").next());
        let expected = "<01><01><0020>\n<02><03><0041>\n<05><05><0043>\n<06><06><00660069>\n<07><07><D800DF48>\n";
        assert_eq!(list, Some(expected));
    }
}
