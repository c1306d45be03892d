//! Reads the structure of a packet: what each part is, and what it says.

use super::{ReadBack, words};
use lopdf::{Dictionary, Object, ObjectId};

/// A part of the document.
#[derive(Debug, Default)]
pub(crate) struct Part {
    pub(crate) role: String,
    /// What it says, with the parts inside it.
    pub(crate) text: String,
    /// What it shows, where that is said.
    pub(crate) alternative: String,
    /// What the parts inside it are.
    pub(crate) inside: Vec<String>,
    /// Of a row, how many columns its cells take; of a table, that of each row.
    pub(crate) columns: Vec<usize>,
}

impl ReadBack {
    /// Gives all parts, each before those inside it.
    pub(crate) fn structure(&self) -> Vec<Part> {
        let root = self.document.catalog().and_then(|catalog| catalog.get(b"StructTreeRoot")).expect("a structure");
        let root = self.document.dereference(root).and_then(|(_, root)| root.as_dict()).expect("its root");
        let pages: Vec<ObjectId> = self.document.get_pages().into_values().collect();
        let mut parts = Vec::new();
        self.part(root.get(b"K").expect("the document"), &pages, &mut parts);
        parts
    }

    /// Reads a part and what is inside it; gives what it says.
    fn part(&self, given: &Object, pages: &[ObjectId], parts: &mut Vec<Part>) -> usize {
        let at = parts.len();
        parts.push(Part::default());
        let element = self.document.dereference(given).and_then(|(_, element)| element.as_dict()).expect("a part");
        let role = element.get(b"S").and_then(Object::as_name).expect("what it is");
        parts[at].role = String::from_utf8_lossy(role).into_owned();
        parts[at].alternative = element.get(b"Alt").and_then(Object::as_str).map(words).unwrap_or_default();
        let attribute = |key: &[u8]| element.get(b"A").and_then(Object::as_dict).and_then(|given| given.get(key));
        let spans = attribute(b"ColSpan").and_then(Object::as_i64).unwrap_or(1);
        let page = |of: &Dictionary| {
            let page = of.get(b"Pg").and_then(Object::as_reference).expect("the page of a mark");
            pages.iter().position(|known| *known == page).expect("a page of this file")
        };
        let mark = |page: usize, number: i64| self.pages[page].marks.get(&number).expect("a mark on its page").clone();
        let kids = element.get(b"K").map(|kids| kids.as_array().map_or(vec![kids.clone()], Clone::clone));
        for kid in kids.unwrap_or_default() {
            let said = match &kid {
                Object::Integer(number) => mark(page(element), *number),
                Object::Dictionary(kid) if kid.has_type(b"MCR") => {
                    mark(page(kid), kid.get(b"MCID").and_then(Object::as_i64).expect("its number"))
                }
                Object::Dictionary(kid) => {
                    assert!(kid.has_type(b"OBJR"), "a place to click: {kid:?}");
                    String::new()
                }
                other => {
                    let inside = self.part(other, pages, parts);
                    let role = parts[inside].role.clone();
                    let columns = parts[inside].columns.iter().sum();
                    parts[at].inside.push(role);
                    parts[at].columns.push(columns);
                    parts[inside].text.clone()
                }
            };
            parts[at].text.push_str(&said);
        }
        if matches!(parts[at].role.as_str(), "TH" | "TD") {
            parts[at].columns = vec![usize::try_from(spans).expect("some columns")];
        }
        at
    }
}
