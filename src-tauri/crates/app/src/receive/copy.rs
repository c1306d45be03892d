//! A file that comes in as a copy of a packet, or as the packet itself.

use super::{Extracted, not_stored};
use crate::{
    application::Opened,
    documents::Known,
    fail,
    packets::signed_elsewhere::Elsewhere,
    signed_copies::{self, Packet, Told, WARNING},
};
use countersign_contract::{
    Failure,
    wire::{JobState, RefusalReason},
};
use countersign_domain::{Document, DocumentId, Filing, Op, PacketId, Reading, Sha256, reading::Warning};
use countersign_reader::ocr::ranges;
use countersign_store::{Change, PageRow, Stamp, StoreError, Subject};
use std::sync::Arc;

/// Whether the bytes are those of a packet of the workspace, which nobody can have signed on paper.
#[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
pub(super) fn own_packet(opened: &Opened, sha256: Sha256) -> Result<Option<JobState>, JobState> {
    let found = opened.store.read(|db| {
        let row = db.packet_of_file(sha256)?;
        row.map_or(Ok(None), |row| Packet::of(db, row.id))
    });
    let packet = found.map_err(not_stored)?;
    Ok(packet.map(|packet| JobState::OwnPacket {
        packet: packet.row.id.uuid(),
        number: packet.number(),
        version: packet.row.version,
    }))
}

/// Of which packet a file that comes in is a copy.
#[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
pub(super) fn told(opened: &Opened, read: &Extracted) -> Result<Told, JobState> {
    let pages = texts(&read.pages);
    opened.store.read(|db| signed_copies::tell(db, &read.codes, &pages)).map_err(not_stored)
}

/// The bytes of a packet, as it was made; `None` where they are not held.
#[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
pub(super) fn of_packet(opened: &Opened, packet: PacketId) -> Result<Option<Arc<[u8]>>, JobState> {
    let mut bytes = Vec::new();
    let found = opened.store.read(|db| {
        let Some(row) = db.packet(packet)? else { return Ok(false) };
        db.read_blob(row.sha256, &mut bytes).map(|_| true)
    });
    Ok(found.map_err(not_stored)?.then(|| bytes.into()))
}

/// Of which packet a document is a copy now that more of it was read. What a person filed, set aside or said of it stays.
pub(super) fn told_again(opened: &Opened, known: &Known, pages: &[PageRow]) -> Result<Told, Failure> {
    let document = &known.stored.document;
    let told = opened.store.read(|db| {
        if document.filing != Filing::Waiting || db.said_of_copy(document.id)?.is_some() {
            return Ok(Told::Nothing);
        }
        signed_copies::tell(db, &[], &texts(pages))
    });
    told.map_err(fail::store)
}

fn texts(pages: &[PageRow]) -> Vec<&str> {
    pages.iter().map(|page| page.text.as_str()).collect()
}

/// A reading with what was told of codes on its pages, now and when they were searched, and of what another program did to them.
pub(super) fn with_warnings(reading: &Reading, before: &Reading, told: &Told, added: Option<&Elsewhere>) -> Reading {
    let mut reading = reading.clone();
    let known = before.warnings.iter().filter(|warning| warning.code == WARNING).cloned();
    let new = match told {
        Told::Stranger(stranger) => Some(stranger.warning()),
        Told::Nothing | Told::Copy { .. } => None,
    };
    for warning in known.chain(new).chain(added.and_then(looks_otherwise)) {
        if !reading.warnings.contains(&warning) {
            reading.warnings.push(warning);
        }
    }
    reading
}

/// That pages look otherwise than they were printed.
fn looks_otherwise(added: &Elsewhere) -> Option<Warning> {
    let Elsewhere::Added { pages } = added else { return None };
    let first = *pages.first()?;
    let (which, they) = match pages.len() {
        1 => (format!("Page {first} looks"), "it"),
        _ => (format!("Pages {} look", ranges(pages)), "them"),
    };
    let message = format!(
        "{which} otherwise than printed: another program added something, though every printed word is in its place. Look at {they} \
         before you confirm who signed."
    );
    Some(Warning { code: WARNING.to_owned(), message, page: Some(first) })
}

/// Keeps a document as the copy that it was told to be, inside the write that stores or reads it.
pub(super) fn keep(db: &mut Change<'_>, document: &Document, told: &Told, stamp: &Stamp) -> Result<(), StoreError> {
    let Told::Copy { packet, found, sheet } = *told else { return Ok(()) };
    let Some(packet) = Packet::of(db, packet)? else { return Ok(()) };
    let copy = signed_copies::told_copy(document.id, packet.row.id, found, sheet, stamp);
    let subject = Subject::packet(packet.row.id, &packet.number(), packet.vendor.id);
    db.also(Op::AttachCopy, &subject, signed_copies::told(&packet, document, &copy))?;
    signed_copies::insert(db, &copy)
}

/// What became of a file that was kept as a copy.
#[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
pub(super) fn became(opened: &Opened, document: DocumentId) -> Result<JobState, JobState> {
    let news = opened.store.read(|db| {
        let Some(copy) = db.said_of_copy(document)? else { return Ok(None) };
        let Some(packet) = signed_copies::copy_of_document(db, document)? else { return Ok(None) };
        signed_copies::news(db, &packet, &copy).map(Some)
    });
    let copy = news.map_err(not_stored)?.ok_or(JobState::Refused { reason: RefusalReason::Unexpected })?;
    Ok(JobState::SignedCopy { document: document.uuid(), copy: Box::new(copy) })
}
