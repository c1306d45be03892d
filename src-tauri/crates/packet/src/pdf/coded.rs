//! Fonts as they are embedded in the packed form: without what paper does not need, and where a font has at most 255 glyphs, with
//! codes of one byte instead of two (ISO 32000-1, 9.6.6.4: a symbolic TrueType font). Most of a page is such codes.

use super::{number, ops::Fonts, packed::Glyphs, program};
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};
use std::collections::BTreeMap;

/// The code by which the content of a page asks for a glyph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Code {
    One(u8),
    Two(u16),
}

/// The codes of the glyphs of each font, by its name as it is embedded.
pub(super) type Codes = BTreeMap<String, Vec<Option<Code>>>;

/// Makes the fonts smaller that printpdf embedded; `given` are the codes that it gave each glyph. Gives those that are asked for now.
pub(super) fn lean(
    file: &mut Document,
    resources: ObjectId,
    glyphs: &Glyphs<'_>,
    given: &BTreeMap<String, BTreeMap<u16, u16>>,
) -> Result<Codes, lopdf::Error> {
    let mut codes = Codes::new();
    let fonts = file.get_dictionary(resources)?.get(b"Font")?.as_reference()?;
    for (embedded, texts) in glyphs {
        let name = Fonts::name(*embedded).0;
        let Some(given) = given.get(&name) else { continue };
        let font = file.get_dictionary(fonts)?.get(name.as_bytes())?.as_reference()?;
        let small = one_byte(file, font, given)?;
        if small {
            let texts = texts.iter().filter_map(|(glyph, text)| Some((u8::try_from(*given.get(glyph)?).ok()?, *text)));
            let said = to_unicode(&texts.collect());
            let table = file.get_dictionary(font)?.get(b"ToUnicode")?.as_reference()?;
            file.set_object(table, Stream::new(Dictionary::new(), said));
        }
        let code = |code: &u16| u8::try_from(*code).ok().filter(|_| small).map_or(Code::Two(*code), Code::One);
        let most = given.keys().max().copied().unwrap_or_default();
        let of_font = (0..=most).map(|glyph| given.get(&glyph).map(code)).collect();
        codes.insert(name, of_font);
    }
    Ok(codes)
}

/// Makes a font one of codes of one byte, where it is of TrueType and has few glyphs; says whether it is.
fn one_byte(file: &mut Document, font: ObjectId, given: &BTreeMap<u16, u16>) -> Result<bool, lopdf::Error> {
    let whole = file.get_dictionary(font)?;
    let inner = whole.get(b"DescendantFonts")?.as_array()?.first().ok_or(lopdf::Error::DictKey("font".into()))?;
    let inner = inner.as_dict()?;
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
        "Widths" => widths(inner.get(b"W")?.as_array()?, last),
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

/// Gives the widths of all codes from lists that each begin at a code.
fn widths(lists: &[Object], last: u16) -> Vec<Object> {
    let mut widths = vec![Object::Integer(0); usize::from(last) + 1];
    for pair in lists.chunks(2) {
        let [Object::Integer(first), Object::Array(list)] = pair else { continue };
        for (width, place) in list.iter().zip(widths.iter_mut().skip(usize::try_from(*first).unwrap_or(usize::MAX))) {
            *place = width.clone();
        }
    }
    widths
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
