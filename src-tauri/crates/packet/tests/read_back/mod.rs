//! Reads a packet back from its bytes with lopdf, through the fonts' own tables of Unicode.

use lopdf::{Dictionary, Document, Object, ObjectId, content::Content};
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
            let units: Vec<u16> = title[2..].chunks(2).map(|pair| u16::from_be_bytes([pair[0], pair[1]])).collect();
            titles.push(format!("{}{}", "  ".repeat(level), String::from_utf16(&units).expect("UTF-16")));
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
                let action =
                    link.as_dict().and_then(|link| link.get(b"A")).and_then(Object::as_dict).expect("an action");
                let target = action.get(b"D").and_then(Object::as_array).expect("a target");
                let target = target[0].as_reference().expect("a page");
                targets.push(pages.iter().position(|page| *page == target).expect("a page of this file"));
            }
        }
        targets
    }
}

fn page_of(document: &Document, page: ObjectId) -> Page {
    let fonts = document.get_page_fonts(page).expect("fonts");
    let maps: BTreeMap<Vec<u8>, BTreeMap<u16, String>> =
        fonts.into_iter().map(|(name, font)| (name, unicode_of(document, font))).collect();
    let content = Content::decode(&document.get_page_content(page)).expect("operators");
    let (mut text, mut furniture, mut inside) = (String::new(), String::new(), false);
    let mut font = Vec::new();
    for operation in &content.operations {
        let text = if inside { &mut furniture } else { &mut text };
        match operation.operator.as_str() {
            "BMC" | "EMC" => inside = operation.operator == "BMC",
            "Tf" => font = operation.operands[0].as_name().expect("a name").to_vec(),
            "TJ" => {
                for item in operation.operands[0].as_array().expect("an array") {
                    let Ok(codes) = item.as_str() else { continue };
                    for code in codes.chunks(2) {
                        let code = u16::from_be_bytes([code[0], code[1]]);
                        text.push_str(maps[&font].get(&code).expect("every code has its Unicode"));
                    }
                }
            }
            "ET" => text.push('\n'),
            _ => {}
        }
    }
    Page { text, furniture }
}

/// Reads a font's table of Unicode.
fn unicode_of(document: &Document, font: &Dictionary) -> BTreeMap<u16, String> {
    let id = font.get(b"ToUnicode").and_then(Object::as_reference).expect("a table");
    let stream = document.get_object(id).and_then(Object::as_stream).expect("a stream");
    let table = String::from_utf8(stream.get_plain_content().expect("it unpacks")).expect("ASCII");
    let hex = |digits: &str| u16::from_str_radix(digits, 16).expect("hexadecimal");
    let entries = table.lines().filter_map(|line| line.strip_prefix('<')?.strip_suffix('>')?.split_once("> <"));
    entries
        .filter(|(code, _)| *code != "0000")
        .map(|(code, text)| {
            let units: Vec<u16> = (0..text.len() / 4).map(|unit| hex(&text[unit * 4..unit * 4 + 4])).collect();
            (hex(code), String::from_utf16(&units).expect("UTF-16"))
        })
        .collect()
}
