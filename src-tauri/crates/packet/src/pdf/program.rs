//! Font programs without what paper does not need (ISO 32000-1, 9.9; OpenType 1.9, `glyf`, `loca`, `head`).
//!
//! The library that cuts out the glyphs leaves the instructions that fit their outlines to coarse screens, and tables that a
//! program inside a PDF is not asked for. Outlines and widths stay as they are.

use std::collections::BTreeMap;

/// What a TrueType program inside a PDF must have.
const KEPT: [&[u8; 4]; 6] = [b"glyf", b"head", b"hhea", b"hmtx", b"loca", b"maxp"];

/// Takes out of a TrueType program what is not needed; `None` where it is none, or not as it should be. Where codes of one byte
/// ask for its glyphs, `last` is the last of these: each asks for the glyph of its number.
pub(super) fn lean(program: &[u8], last: Option<u16>) -> Option<Vec<u8>> {
    let tables = tables(program)?;
    let table = |name: &[u8; 4]| tables.get(name.as_slice()).copied();
    let (glyf, loca) = (table(b"glyf")?, table(b"loca")?);
    let mut head = table(b"head")?.to_vec();
    let long = u16_at(&head, 50)? == 1;
    let count = usize::from(u16_at(table(b"maxp")?, 4)?);
    let offset = |at: usize| {
        let short = || u16_at(loca, at * 2).map(|half| usize::from(half) * 2);
        if long { u32_at(loca, at * 4).map(|offset| offset as usize) } else { short() }
    };
    let (mut outlines, mut places) = (Vec::with_capacity(glyf.len()), Vec::with_capacity(count + 1));
    for at in 0..count {
        places.push(outlines.len());
        outlines.extend(outline(glyf.get(offset(at)?..offset(at + 1)?)?)?);
        outlines.resize(outlines.len().next_multiple_of(2), 0);
    }
    places.push(outlines.len());
    // Halves of offsets in sixteen bits, while they fit.
    let short = u16::try_from(outlines.len() / 2).is_ok();
    let place = |place: &usize| {
        let bytes = u32::try_from(if short { *place / 2 } else { *place }).unwrap_or(u32::MAX).to_be_bytes();
        bytes[if short { 2 } else { 0 }..].to_vec()
    };
    head[50..52].copy_from_slice(&u16::from(!short).to_be_bytes());
    let loca: Vec<u8> = places.iter().flat_map(place).collect();
    let kept: Option<Vec<(&[u8; 4], Vec<u8>)>> = KEPT
        .into_iter()
        .map(|name| {
            Some((
                name,
                match name {
                    b"glyf" => outlines.clone(),
                    b"head" => head.clone(),
                    b"loca" => loca.clone(),
                    _ => table(name)?.to_vec(),
                },
            ))
        })
        .collect();
    let mut kept = kept?;
    if let Some(last) = last {
        kept.insert(0, (b"cmap", of_one_byte(last)));
    }
    Some(together(kept))
}

/// The table of a symbolic font: from U+F000 on, each code asks for the glyph of its number (`cmap`, platform 3, encoding 0,
/// format 4 with one segment beside the one that ends it).
fn of_one_byte(last: u16) -> Vec<u8> {
    const FIRST: u16 = 0xf000;
    let words: [u16; 22] = [
        0,
        1, // version, tables
        3,
        0,
        0,
        12, // platform, encoding, offset
        4,
        32,
        0,
        4,
        4,
        1,
        0, // format, length, language, segments twice, and what helps to search them
        FIRST + last,
        0xffff,
        0, // last codes
        FIRST,
        0xffff, // first codes
        FIRST.wrapping_neg(),
        1, // what is added to a code
        0,
        0, // no list of glyphs
    ];
    words.iter().flat_map(|word| word.to_be_bytes()).collect()
}

fn u16_at(bytes: &[u8], at: usize) -> Option<u16> {
    Some(u16::from_be_bytes(bytes.get(at..at + 2)?.try_into().ok()?))
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    Some(u32::from_be_bytes(bytes.get(at..at + 4)?.try_into().ok()?))
}

fn tables(program: &[u8]) -> Option<BTreeMap<&[u8], &[u8]>> {
    let is_true_type = program.starts_with(&[0, 1, 0, 0]) || program.starts_with(b"true");
    let count = usize::from(u16_at(program, 4).filter(|_| is_true_type)?);
    let table = |at: usize| {
        let record = program.get(12 + at * 16..28 + at * 16)?;
        let (from, length) = (u32_at(record, 8)? as usize, u32_at(record, 12)? as usize);
        Some((&record[..4], program.get(from..from.checked_add(length)?)?))
    };
    (0..count).map(table).collect()
}

/// Bits of a part of a composed glyph: numbers of two bytes, more parts follow, a scale, two, four, instructions follow.
const WORDS: u16 = 1;
const SCALE: u16 = 1 << 3;
const MORE: u16 = 1 << 5;
const TWO_SCALES: u16 = 1 << 6;
const FOUR_SCALES: u16 = 1 << 7;
const INSTRUCTIONS: u16 = 1 << 8;

/// A glyph without its instructions.
fn outline(glyph: &[u8]) -> Option<Vec<u8>> {
    if glyph.is_empty() {
        return Some(Vec::new());
    }
    let contours = i16::from_be_bytes(glyph.get(..2)?.try_into().ok()?);
    if let Ok(contours) = usize::try_from(contours) {
        let at = 10 + contours * 2;
        let instructions = usize::from(u16_at(glyph, at)?);
        let mut out = glyph.get(..at)?.to_vec();
        out.extend([0, 0]);
        out.extend(glyph.get(at + 2 + instructions..)?);
        return Some(out);
    }
    let mut out = glyph.to_vec();
    let mut at = 10;
    loop {
        let flags = u16_at(glyph, at)?;
        out[at..at + 2].copy_from_slice(&(flags & !INSTRUCTIONS).to_be_bytes());
        let scales = match () {
            () if flags & FOUR_SCALES != 0 => 8,
            () if flags & TWO_SCALES != 0 => 4,
            () if flags & SCALE != 0 => 2,
            () => 0,
        };
        at += 4 + if flags & WORDS != 0 { 4 } else { 2 } + scales;
        if flags & MORE == 0 {
            out.truncate(at);
            return (out.len() == at).then_some(out);
        }
    }
}

fn sum(table: &[u8]) -> u32 {
    let word = |bytes: &[u8]| {
        let mut word = [0; 4];
        word[..bytes.len()].copy_from_slice(bytes);
        u32::from_be_bytes(word)
    };
    table.chunks(4).map(word).fold(0, u32::wrapping_add)
}

/// Puts tables together, in the order of their names.
fn together(mut tables: Vec<(&[u8; 4], Vec<u8>)>) -> Vec<u8> {
    let count = u16::try_from(tables.len()).expect("few tables");
    let power = count.ilog2();
    let half = |value: u32| u16::try_from(value).expect("few tables").to_be_bytes();
    let mut out = vec![0, 1, 0, 0];
    out.extend(count.to_be_bytes());
    out.extend(half(16 << power));
    out.extend(half(power));
    out.extend(half(u32::from(count) * 16 - (16 << power)));
    let mut from = out.len() + tables.len() * 16;
    let mut body = Vec::new();
    for (name, table) in &mut tables {
        if *name == b"head" {
            // The sum over the whole file; nobody asks for it inside a PDF.
            table[8..12].fill(0);
        }
        out.extend(**name);
        for word in [sum(table), from as u32, table.len() as u32] {
            out.extend(word.to_be_bytes());
        }
        body.extend(table.iter());
        body.resize(body.len().next_multiple_of(4), 0);
        from = 12 + usize::from(count) * 16 + body.len();
    }
    out.extend(body);
    out
}

#[cfg(test)]
mod tests {
    use super::*;
    use harfrust::Font;

    #[test]
    fn outlines_and_widths_stay_and_the_program_is_smaller() {
        let program = include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf").as_slice();
        let made = lean(program, None).expect("a TrueType program");
        assert!(made.len() < program.len(), "{} of {}", made.len(), program.len());
        let (before, after) = (tables(program).expect("tables"), tables(&made).expect("tables"));
        assert_eq!(after.keys().copied().collect::<Vec<_>>(), KEPT.map(|name| name.as_slice()));
        assert_eq!(before[b"hmtx".as_slice()], after[b"hmtx".as_slice()], "widths");
        let again = lean(&made, None).expect("its own kind");
        assert_eq!(again, made, "nothing more to take out");
        assert!(Font::new(made, 0).is_some(), "another library reads it");
        let coded = Font::new(lean(program, Some(20)).expect("the same"), 0).expect("and this");
        let asks: Vec<(u32, u32)> = coded.charmap().unicodes().map(|(code, glyph)| (code, glyph.to_u32())).collect();
        assert!(
            asks.contains(&(0xf001, 1)) && asks.contains(&(0xf014, 20)),
            "each for the glyph of its number: {asks:?}"
        );
        assert!(asks.iter().all(|(code, _)| (0xf000..=0xf014).contains(code)), "and no other: {asks:?}");
    }

    #[test]
    fn what_is_cut_off_or_no_true_type_is_left_to_others() {
        let program = include_bytes!("../../fonts/NotoSansHebrew-Regular.ttf").as_slice();
        assert_eq!(lean(b"OTTO", None), None);
        for end in (0..program.len()).step_by(997) {
            assert_eq!(lean(&program[..end], None), None, "cut at {end}");
        }
    }
}
