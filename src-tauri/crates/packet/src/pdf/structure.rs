//! The structure of a file for who has it read aloud: which part of the document each mark in the content of a page belongs to
//! (ISO 32000-1, 14.7 and 14.8).

use crate::layout::{LaidOut, Role};
use crate::typeset::Form;
use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use std::collections::BTreeMap;

/// Whose some content is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Owner {
    /// A part of the document.
    Part(usize),
    /// A link inside one.
    Link(usize),
}

/// What belongs to a part or a link.
#[derive(Debug, Clone, Copy)]
enum Kid {
    /// A mark in the content of a page.
    Mark {
        page: usize,
        number: usize,
    },
    Link(usize),
}

/// A link inside a part, on a page.
#[derive(Debug)]
struct Link {
    of: usize,
    page: usize,
    marks: Vec<Kid>,
}

/// What is marked on the pages, gathered page by page.
#[derive(Debug, Default)]
pub(super) struct Marked {
    of_parts: BTreeMap<usize, Vec<Kid>>,
    links: Vec<Link>,
    /// Whose each mark of a page is.
    pages: Vec<Vec<Owner>>,
    /// Of each place to click, in the order of the pages, its link; none where it is in no part of the document.
    places: Vec<Option<usize>>,
}

impl Marked {
    /// Begins a page.
    pub(super) fn page(&mut self) {
        self.pages.push(Vec::new());
    }

    /// Adds a place to click.
    pub(super) fn annotated(&mut self, link: Option<usize>) {
        self.places.push(link);
    }

    /// Adds a link to a part, on the page that was begun last.
    pub(super) fn link(&mut self, of: usize) -> usize {
        let link = self.links.len();
        self.links.push(Link { of, page: self.pages.len() - 1, marks: Vec::new() });
        self.of_parts.entry(of).or_default().push(Kid::Link(link));
        link
    }

    /// Marks content of the page that was begun last; gives the number of the mark.
    pub(super) fn mark(&mut self, owner: Owner) -> usize {
        let page = self.pages.len() - 1;
        let number = self.pages[page].len();
        self.pages[page].push(owner);
        let kids = match owner {
            Owner::Part(part) => self.of_parts.entry(part).or_default(),
            Owner::Link(link) => &mut self.links[link].marks,
        };
        kids.push(Kid::Mark { page, number });
        number
    }

    /// Writes the tree. `places` are the annotations of all places to click, in the order of the pages.
    pub(super) fn write(
        &self,
        file: &mut Document,
        laid_out: &LaidOut,
        form: Form,
        pages: &[ObjectId],
        places: &[ObjectId],
    ) -> Result<(), lopdf::Error> {
        let is_link = |(_, link): &(&ObjectId, &Option<usize>)| link.is_some();
        let annotations: Vec<ObjectId> =
            places.iter().zip(&self.places).filter(is_link).map(|(place, _)| *place).collect();
        let root = file.new_object_id();
        let (parts, lists) = self.number(file, laid_out.parts.len(), form);
        let links: Vec<ObjectId> = self.links.iter().map(|_| file.new_object_id()).collect();
        let tree = Tree { pages, links: &links };
        let mut inside: Vec<Vec<Object>> = vec![Vec::new(); parts.len()];
        for (at, part) in laid_out.parts.iter().enumerate().skip(1) {
            inside[part.of].push(parts[at].into());
        }
        for (at, part) in laid_out.parts.iter().enumerate() {
            let parent = if at == 0 { root } else { parts[part.of] };
            let mut element = dictionary! { "S" => name(&part.role), "P" => parent };
            about(&part.role, &mut element);
            let kids = self.of_parts.get(&at).map_or(&[][..], Vec::as_slice);
            tree.kids(std::mem::take(&mut inside[at]), kids, &mut element);
            file.set_object(parts[at], element);
        }
        for ((link, id), annotation) in self.links.iter().zip(&links).zip(&annotations) {
            let mut element = dictionary! { "S" => "Link", "P" => parts[link.of] };
            tree.kids(Vec::new(), &link.marks, &mut element);
            let mut annotation = dictionary! { "Type" => "OBJR", "Obj" => *annotation };
            // Where none is said it is on the page of the element.
            if form < Form::Compact {
                annotation.set("Pg", pages[link.page]);
            }
            let mut kids: Vec<Object> = element.remove(b"K").into_iter().collect();
            kids.push(annotation.into());
            element.set("K", kids);
            file.set_object(*id, element);
        }
        let owner = |owner: &Owner| match owner {
            Owner::Part(part) => Object::Reference(parts[*part]),
            Owner::Link(link) => Object::Reference(links[*link]),
        };
        let mut numbers: Vec<Object> = Vec::new();
        for (at, (marks, page)) in self.pages.iter().zip(pages).enumerate() {
            if !marks.is_empty() {
                let mut owners = Object::Array(marks.iter().map(owner).collect());
                if let Some(list) = lists.get(&at) {
                    file.set_object(*list, owners);
                    owners = Object::Reference(*list);
                }
                numbers.extend([integer(at), owners]);
                file.get_dictionary_mut(*page)?.set("StructParents", integer(at));
            }
            file.get_dictionary_mut(*page)?.set("Tabs", "S");
        }
        for (at, (link, annotation)) in links.iter().zip(&annotations).enumerate() {
            let number = integer(pages.len() + at);
            file.get_dictionary_mut(*annotation)?.set("StructParent", number.clone());
            numbers.extend([number, Object::Reference(*link)]);
        }
        file.set_object(
            root,
            dictionary! {
                "Type" => "StructTreeRoot",
                "K" => parts[0],
                "ParentTree" => dictionary! { "Nums" => numbers },
                "ParentTreeNextKey" => integer(pages.len() + links.len()),
            },
        );
        let catalog = file.catalog_mut()?;
        catalog.set("StructTreeRoot", root);
        catalog.set("MarkInfo", dictionary! { "Marked" => true });
        Ok(())
    }
}

impl Marked {
    /// Numbers so many parts, and in the compact form for each page the list of whose its marks are, before the first part on it: a
    /// row and this list name the same cells, and what stands close is packed in less room.
    fn number(&self, file: &mut Document, parts: usize, form: Form) -> (Vec<ObjectId>, BTreeMap<usize, ObjectId>) {
        let mut lists = BTreeMap::new();
        let mut numbered = Vec::with_capacity(parts);
        for part in 0..parts {
            let kids = self.of_parts.get(&part).map_or(&[][..], Vec::as_slice);
            for kid in kids.iter().filter(|_| form >= Form::Compact) {
                let page = match kid {
                    Kid::Mark { page, .. } => *page,
                    Kid::Link(link) => self.links[*link].page,
                };
                lists.entry(page).or_insert_with(|| file.new_object_id());
            }
            numbered.push(file.new_object_id());
        }
        (numbered, lists)
    }
}

struct Tree<'t> {
    pages: &'t [ObjectId],
    links: &'t [ObjectId],
}

impl Tree<'_> {
    /// Gives an element what belongs to it: other elements, then marks, which name their page where it is not that of the element.
    fn kids(&self, mut elements: Vec<Object>, kids: &[Kid], element: &mut Dictionary) {
        let first = kids.iter().find_map(|kid| match kid {
            Kid::Mark { page, .. } => Some(*page),
            Kid::Link(_) => None,
        });
        if let Some(first) = first {
            element.set("Pg", self.pages[first]);
        }
        elements.extend(kids.iter().map(|kid| match kid {
            Kid::Mark { page, number } if Some(*page) == first => integer(*number),
            Kid::Mark { page, number } => {
                dictionary! { "Type" => "MCR", "Pg" => self.pages[*page], "MCID" => integer(*number) }.into()
            }
            Kid::Link(link) => self.links[*link].into(),
        }));
        match elements.len() {
            0 => {}
            1 => element.set("K", elements.remove(0)),
            _ => element.set("K", elements),
        }
    }
}

fn integer(number: usize) -> Object {
    Object::Integer(super::number::count(number))
}

/// The standard name of what a part is.
pub(super) fn name(role: &Role) -> &'static str {
    match role {
        Role::Document => "Document",
        Role::Section => "Sect",
        Role::Heading(1) => "H1",
        Role::Heading(_) => "H2",
        Role::Paragraph => "P",
        Role::List => "L",
        Role::Point => "LI",
        Role::PointBody => "LBody",
        Role::Table => "Table",
        Role::Row => "TR",
        Role::ColumnHead { .. } | Role::RowHead => "TH",
        Role::Cell { .. } => "TD",
        Role::Figure { .. } => "Figure",
    }
}

/// Says more of a part than what it is: of a head what it heads, of a cell how wide it is, of a figure what it shows.
fn about(role: &Role, element: &mut Dictionary) {
    let (scope, columns) = match role {
        Role::ColumnHead { columns } => (Some("Column"), *columns),
        Role::RowHead => (Some("Row"), 1),
        Role::Cell { columns } => (None, *columns),
        Role::Figure { shows } => {
            element.set("Alt", super::finish::text(shows));
            return;
        }
        _ => return,
    };
    let mut table = dictionary! { "O" => "Table" };
    if let Some(scope) = scope {
        table.set("Scope", scope);
    }
    if columns > 1 {
        table.set("ColSpan", integer(columns));
    }
    if table.len() > 1 {
        element.set("A", table);
    }
}
