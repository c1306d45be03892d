//! Reads a packet back from its bytes with lopdf, through the fonts' own tables of Unicode.

mod structure;

use lopdf::{
    Dictionary, Document, Object, ObjectId,
    content::{Content, Operation},
};
use std::collections::BTreeMap;

pub(crate) struct ReadBack {
    pub(crate) document: Document,
    pub(crate) pages: Vec<Page>,
}

pub(crate) struct Page {
    /// The text in the order of painting, a new line after each run.
    pub(crate) text: String,
    /// Header and footer.
    pub(crate) furniture: String,
    /// Whether all that is drawn is marked as a part of the document or as none.
    pub(crate) marked: bool,
    /// The text of each mark that is of a part, by its number.
    marks: BTreeMap<i64, String>,
}

/// Leaves out white space, which breaks and columns change.
pub(crate) fn without_spaces(text: &str) -> String {
    text.chars().filter(|c| !c.is_whitespace() && *c != '\u{200b}').collect()
}

impl ReadBack {
    pub(crate) fn new(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("a PDF");
        let pages = document.get_pages().into_values().map(|page| page_of(&document, page)).collect();
        Self { document, pages }
    }

    pub(crate) fn text(&self) -> String {
        self.pages.iter().map(|page| page.text.as_str()).collect()
    }

    pub(crate) fn dictionary_of_trailer(&self, key: &[u8]) -> &Dictionary {
        let id = self.document.trailer.get(key).and_then(Object::as_reference).expect("a reference");
        self.document.get_dictionary(id).expect("a dictionary")
    }

    pub(crate) fn page_box(&self) -> [f32; 4] {
        let page = self.document.get_pages()[&1];
        let page = self.document.get_dictionary(page).expect("a page");
        let area = page.get(b"MediaBox").and_then(Object::as_array).expect("a box");
        std::array::from_fn(|index| area[index].as_float().expect("a number"))
    }

    pub(crate) fn font_names(&self) -> Vec<String> {
        let fonts = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        let fonts = fonts.filter(|dictionary| dictionary.has_type(b"Font"));
        let names = fonts.filter_map(|font| font.get(b"BaseFont").and_then(Object::as_name).ok());
        names.map(|name| String::from_utf8_lossy(name).into_owned()).collect()
    }

    pub(crate) fn attachment(&self) -> Vec<u8> {
        let streams = self.document.objects.values().filter_map(|object| object.as_stream().ok());
        let stream = streams.into_iter().find(|stream| stream.dict.has_type(b"EmbeddedFile")).expect("an attachment");
        stream.get_plain_content().expect("it unpacks")
    }

    /// The titles of the outline, indented by their level.
    pub(crate) fn outline(&self) -> Vec<String> {
        let root = self.document.catalog().and_then(|catalog| catalog.get(b"Outlines")).expect("an outline");
        let mut titles = Vec::new();
        self.outline_of(root.as_reference().expect("a reference"), 0, &mut titles);
        titles
    }

    fn outline_of(&self, parent: ObjectId, level: usize, titles: &mut Vec<String>) {
        let reference = |of: &Dictionary, key: &[u8]| of.get(key).and_then(Object::as_reference).ok();
        let parent = self.document.get_dictionary(parent).expect("an entry");
        let mut next = reference(parent, b"First");
        while let Some(id) = next {
            let entry = self.document.get_dictionary(id).expect("an entry");
            let title = entry.get(b"Title").and_then(Object::as_str).expect("a title");
            titles.push(format!("{}{}", "  ".repeat(level), words(title)));
            self.outline_of(id, level + 1, titles);
            next = reference(entry, b"Next");
        }
    }

    /// The 0-based page that each link leads to.
    pub(crate) fn links(&self) -> Vec<usize> {
        let pages: Vec<ObjectId> = self.document.get_pages().into_values().collect();
        let mut targets = Vec::new();
        for page in &pages {
            let page = self.document.get_dictionary(*page).expect("a page");
            let Ok(links) = page.get(b"Annots").and_then(Object::as_array) else { continue };
            for link in links {
                let link = self.document.dereference(link).and_then(|(_, link)| link.as_dict()).expect("a link");
                let action = link.get(b"A").and_then(Object::as_dict).and_then(|action| action.get(b"D"));
                let target = action.or_else(|_| link.get(b"Dest")).and_then(Object::as_array).expect("a target");
                let target = target[0].as_reference().expect("a page");
                targets.push(pages.iter().position(|page| *page == target).expect("a page of this file"));
            }
        }
        targets
    }
}

/// Reads a text outside of pages: UTF-16 with its mark, else ASCII.
pub(crate) fn words(bytes: &[u8]) -> String {
    let Some(units) = bytes.strip_prefix(&[0xfe, 0xff]) else {
        assert!(bytes.is_ascii(), "one byte for each letter only where all are of ASCII");
        return String::from_utf8(bytes.to_vec()).expect("ASCII");
    };
    let units: Vec<u16> = units.chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
    String::from_utf16(&units).expect("UTF-16")
}

fn page_of(document: &Document, page: ObjectId) -> Page {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let of_two = |font: &Dictionary| font.get(b"Subtype").and_then(Object::as_name).is_ok_and(|sort| sort == b"Type0");
    let bytes = |font: &Dictionary| if of_two(font) { 2 } else { 1 };
    let maps: BTreeMap<Vec<u8>, (usize, BTreeMap<u16, String>)> =
        fonts.into_iter().map(|(name, font)| (name, (bytes(font), unicode_of(document, font)))).collect();
    let mut font = Vec::new();
    // Runs of text with the mark in which they stand: `None` in none, and no number where it is an artifact.
    let mut runs: Vec<(Option<Option<i64>>, String)> = vec![(None, String::new())];
    let mut marked = true;
    for Operation { operator, operands } in &shown(document, page) {
        let (mark, text) = runs.last_mut().expect("there is one");
        match operator.as_str() {
            "BMC" => runs.push((Some(None), String::new())),
            "BDC" => {
                let number = operands[1].as_dict().and_then(|given| given.get(b"MCID")).and_then(Object::as_i64);
                runs.push((Some(Some(number.expect("a number"))), String::new()));
            }
            "EMC" => runs.push((None, String::new())),
            "Tf" => font = operands[0].as_name().expect("a name").to_vec(),
            "TJ" | "Tj" => {
                marked &= mark.is_some();
                let shown = &operands[0];
                for item in shown.as_array().map_or_else(|_| std::slice::from_ref(shown), Vec::as_slice) {
                    let Ok(codes) = item.as_str() else { continue };
                    let (bytes, map) = &maps[&font];
                    for code in codes.chunks(*bytes) {
                        let code = code.iter().fold(0, |code, byte| code << 8 | u16::from(*byte));
                        text.push_str(map.get(&code).expect("every code has its Unicode"));
                    }
                }
            }
            "S" | "s" | "f" | "Do" => marked &= mark.is_some(),
            "ET" | "Td" => text.push('\n'),
            _ => {}
        }
    }
    // What is drawn last of what is no part is header and footer.
    let is_content = |(mark, text): &(Option<Option<i64>>, String)| match mark {
        Some(artifact) => artifact.is_some(),
        None => !text.trim().is_empty(),
    };
    let rest = runs.iter().rposition(is_content).map_or(0, |last| last + 1);
    let furniture = runs.split_off(rest).into_iter().map(|(_, text)| text).collect();
    let marks = runs.iter().filter_map(|(mark, text)| Some(((*mark)??, text.replace('\n', "")))).collect();
    Page { text: runs.into_iter().map(|(_, text)| text).collect(), furniture, marked, marks }
}

/// What a page shows, with what stands elsewhere in the file and is shown on it.
fn shown(document: &Document, page: ObjectId) -> Vec<Operation> {
    let resources = document.get_dictionary(page).and_then(|page| page.get(b"Resources"));
    let of = |holder: &Dictionary, key: &[u8]| -> Option<Dictionary> {
        let found = document.dereference(holder.get(key).ok()?).ok()?.1;
        found.as_dict().ok().cloned()
    };
    let resources = document.dereference(resources.expect("resources")).and_then(|(_, it)| it.as_dict()).expect("them");
    let others = of(resources, b"XObject");
    let form = |name: &Object| {
        let found = others.as_ref()?.get(name.as_name().ok()?).ok()?;
        let form = document.dereference(found).ok()?.1.as_stream().ok()?;
        let is_form = form.dict.get(b"Subtype").and_then(Object::as_name).is_ok_and(|sort| sort == b"Form");
        is_form.then(|| {
            let own = of(&form.dict, b"Resources").expect("resources of its own");
            assert_eq!(own.get(b"Font").ok(), resources.get(b"Font").ok(), "with the fonts of the page");
            Content::decode(&form.get_plain_content().expect("it unpacks")).expect("operators").operations
        })
    };
    let content = Content::decode(&document.get_page_content(page)).expect("operators");
    let expanded = |operation: Operation| {
        let name = operation.operands.first().filter(|_| operation.operator == "Do");
        name.and_then(&form).unwrap_or_else(|| vec![operation])
    };
    content.operations.into_iter().flat_map(expanded).collect()
}

/// Reads a font's table of Unicode.
fn unicode_of(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let id = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a table");
    let stream = document.get_object(id).and_then(Object::as_stream).expect("a stream");
    let table = String::from_utf8(stream.get_plain_content().expect("it unpacks")).expect("ASCII");
    let hex = |digits: &str| u16::from_str_radix(digits, 16).expect("hexadecimal");
    let mut texts = BTreeMap::new();
    // One code with its text, or the codes from one to another with the text of the first.
    for line in table.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')) {
        let parts: Vec<&str> = line.split(['<', '>', ' ']).filter(|part| !part.is_empty()).collect();
        let (first, last, text) = match parts.as_slice() {
            ["0000" | "00", "FFFF" | "FF"] => continue,
            [code, text] => (hex(code), hex(code), text),
            [first, last, text] => (hex(first), hex(last), text),
            _ => panic!("not an entry: {line}"),
        };
        let units: Vec<u16> = (0..text.len() / 4).map(|unit| hex(&text[unit * 4..unit * 4 + 4])).collect();
        for code in first..=last {
            let mut units = units.clone();
            *units.last_mut().expect("some text") += code - first;
            texts.insert(code, String::from_utf16(&units).expect("UTF-16"));
        }
    }
    texts
}
