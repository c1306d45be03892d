//! A document becomes a copy of a packet, or is said to be none.

use super::Packet;
use crate::{App, application::stamp, documents, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, CopyFound, Document, DocumentId, Filing, Op, PacketId, PaperSignature, SignedCopy};
use countersign_store::{Change, Snapshot, StoreError, Subject};
use serde_json::{Value, json};

/// Says that a document is a copy of a packet, inside a write; a copy is no evidence about a vendor, so it is not filed.
pub(crate) fn insert(db: &mut Change<'_>, copy: &SignedCopy) -> Result<(), StoreError> {
    db.set_filing(copy.document, Filing::SetAside)?;
    db.insert_signed_copy(copy)
}

/// What the log keeps of a document that becomes a copy.
pub(crate) fn told(packet: &Packet, document: &Document, copy: &SignedCopy) -> Value {
    json!({
        "version": packet.row.version,
        "file": document.file_name.as_str(),
        "sha256": document.sha256.to_string(),
        "pages": document.pages,
        "found": copy.found.as_str(),
    })
}

/// The packet of which a document is a copy.
pub(crate) fn copy_of_document(db: &Snapshot<'_>, document: DocumentId) -> Result<Option<Packet>, StoreError> {
    match db.said_of_copy(document)?.and_then(|said| said.packet) {
        Some(packet) => Packet::of(db, packet),
        None => Ok(None),
    }
}

/// Refuses to file a copy of a packet as evidence.
pub(crate) fn refuse_copy(known: &documents::Known) -> Result<(), Failure> {
    if known.copy_of.is_some() { Err(fail::invalid("document", Problem::IsCopy)) } else { Ok(()) }
}

impl App {
    /// Says that a document is a copy of a packet, or a part of one, because a person says so.
    pub(crate) fn attach_copy(&self, input: &w::AttachCopy) -> Result<w::SignedCopyView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepDocuments)?;
        let packet = self.packet_to_copy(input.packet)?;
        let known = self.known_document(input.document)?;
        refuse_copy(&known)?;
        let document = &known.stored.document;
        if let Filing::Filed { .. } = document.filing {
            return Err(fail::invalid("document", Problem::FiledAsEvidence));
        }
        let now = self.clock.now();
        let copy = SignedCopy {
            document: document.id,
            packet: Some(packet.row.id),
            found: CopyFound::Person,
            sheet: None,
            why: None,
            by: person.id,
            at: now,
        };
        let subject = Subject::packet(packet.row.id, &packet.number(), packet.vendor.id);
        let stamp = stamp(&person, permit, now, Op::AttachCopy, subject);
        opened
            .store
            .write(&stamp, |db| {
                note_all(db, told(&packet, document, &copy));
                insert(db, &copy)
            })
            .map_err(fail::store)?;
        self.copy_view(input.packet)
    }

    /// Says that a document is no copy of a packet. With the last document of a copy goes what was said of its signatures.
    pub(crate) fn remove_copy(&self, input: &w::RemoveCopy) -> Result<w::DocumentView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepDocuments)?;
        let why = people::long_text("reason", &input.reason)?;
        let known = self.known_document(input.document)?;
        let document = &known.stored.document;
        let of = known.copy_of.as_ref().ok_or_else(|| fail::not_found("copy"))?;
        let packet = self.packet_to_copy(of.packet)?;
        let (others, signed) = opened
            .store
            .read(|db| {
                let others = db.signed_copies(Some(packet.row.id))?.iter().any(|copy| copy.document != document.id);
                let signed = db.paper_signatures(packet.row.id)?.into_iter().filter(|said| said.signed);
                Ok((others, signed.collect::<Vec<PaperSignature>>()))
            })
            .map_err(fail::store)?;
        let taken_back = if others { Vec::new() } else { signed };
        if !taken_back.is_empty() {
            // What somebody confirmed is taken back only by who may confirm it.
            opened.permit(Action::Decide)?;
        }
        let now = self.clock.now();
        let none = SignedCopy {
            document: document.id,
            packet: None,
            found: CopyFound::Person,
            sheet: None,
            why: Some(why.clone()),
            by: person.id,
            at: now,
        };
        let subject = Subject::packet(packet.row.id, &packet.number(), packet.vendor.id);
        let stamp = stamp(&person, permit, now, Op::RemoveCopy, subject);
        opened
            .store
            .write(&stamp, |db| {
                db.note("version", packet.row.version);
                db.note("file", document.file_name.as_str());
                db.note("reason", why.as_str());
                if !taken_back.is_empty() {
                    let names: Vec<&str> = taken_back.iter().map(|said| said.name.as_str()).collect();
                    db.note("signatures_taken_back", json!(names));
                }
                db.set_filing(document.id, Filing::Waiting)?;
                db.insert_signed_copy(&none)?;
                for said in &taken_back {
                    let by = person.id;
                    let gone = PaperSignature {
                        signed: false,
                        agrees: None,
                        comment: None,
                        on: None,
                        why: Some(why.clone()),
                        by,
                        at: now,
                        ..said.clone()
                    };
                    db.insert_paper_signature(&gone)?;
                }
                Ok::<_, StoreError>(())
            })
            .map_err(fail::store)?;
        self.document_view(input.document)
    }
}

/// Notes each field of what the log keeps.
fn note_all(db: &mut Change<'_>, detail: Value) {
    if let Value::Object(fields) = detail {
        for (field, value) in fields {
            db.note(&field, value);
        }
    }
}

/// A copy that was told by the file itself, when it is received or its pictures were recognised.
pub(crate) fn told_copy(
    document: DocumentId,
    packet: PacketId,
    found: CopyFound,
    sheet: Option<u32>,
    stamp: &countersign_store::Stamp,
) -> SignedCopy {
    SignedCopy { document, packet: Some(packet), found, sheet, why: None, by: stamp.actor, at: stamp.at }
}
