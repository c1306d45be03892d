//! What of a document goes into the packet: the objects that its pages need to look as they do, and nothing else.

use std::collections::BTreeSet;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// Entries that lead out of what a page shows: files, data of other programs, the structure of the whole document.
const LEFT_OUT: [&[u8]; 9] =
    [b"AF", b"Metadata", b"OC", b"OPI", b"PieceInfo", b"Ref", b"StructParent", b"StructParents", b"Parent"];

/// Entries of a stream whose bytes stand in another file.
const OUTSIDE: [&[u8]; 3] = [b"F", b"FFilter", b"FDecodeParms"];

/// The objects that are wanted so far.
pub(super) struct Copied<'a> {
    document: &'a Document,
    wanted: BTreeSet<ObjectId>,
}

impl<'a> Copied<'a> {
    pub(super) fn of(document: &'a Document) -> Self {
        Self { document, wanted: BTreeSet::new() }
    }

    /// Wants everything that an object refers to, and what that refers to. Objects that are not of this document, such as
    /// those of the packet, are not followed.
    pub(super) fn want(&mut self, object: &Object) {
        let mut open = Vec::new();
        references(object, &mut open);
        while let Some(id) = open.pop() {
            let Some(object) = self.document.objects.get(&id) else { continue };
            // A page or its tree would bring along the whole document.
            let dictionary = object.as_dict().ok();
            if dictionary.is_some_and(|it| it.has_type(b"Page") || it.has_type(b"Pages") || it.has_type(b"Catalog")) {
                continue;
            }
            if self.wanted.insert(id) {
                references(object, &mut open);
            }
        }
    }

    /// Copies what is wanted.
    pub(super) fn into(self, target: &mut Document) {
        for id in self.wanted {
            if let Some(object) = self.document.objects.get(&id) {
                let mut object = object.clone();
                clean(&mut object);
                target.objects.insert(id, object);
            }
        }
    }
}

/// Collects what an object refers to, without the entries that are left out.
fn references(object: &Object, found: &mut Vec<ObjectId>) {
    fn kept(dictionary: &Dictionary) -> impl Iterator<Item = &Object> {
        dictionary.iter().filter(|(key, _)| !LEFT_OUT.contains(&key.as_slice())).map(|(_, value)| value)
    }
    let mut open = vec![object];
    while let Some(object) = open.pop() {
        match object {
            Object::Reference(id) => found.push(*id),
            Object::Array(items) => open.extend(items),
            Object::Dictionary(dictionary) => open.extend(kept(dictionary)),
            Object::Stream(stream) => open.extend(kept(&stream.dict)),
            _ => {}
        }
    }
}

/// Takes the entries away that are left out, at every depth.
fn clean(object: &mut Object) {
    match object {
        Object::Array(items) => items.iter_mut().for_each(clean),
        Object::Dictionary(dictionary) => clean_entries(dictionary),
        Object::Stream(stream) => {
            for key in OUTSIDE {
                stream.dict.remove(key);
            }
            clean_entries(&mut stream.dict);
        }
        _ => {}
    }
}

fn clean_entries(dictionary: &mut Dictionary) {
    for key in LEFT_OUT {
        dictionary.remove(key);
    }
    dictionary.iter_mut().for_each(|(_, value)| clean(value));
}

/// Cleans a dictionary that is written into the packet itself.
pub(super) fn cleaned(mut dictionary: Dictionary) -> Dictionary {
    clean_entries(&mut dictionary);
    dictionary
}
