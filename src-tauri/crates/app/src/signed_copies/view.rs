//! How a copy is shown: which pages are there, who signed, whether the packet still holds.

use super::{Packet, WARNING, found_name, said};
use crate::people;
use countersign_contract::wire as w;
use countersign_domain::{CopyPages, Decision, PaperSignature, Person, Reading, SignedCopy, Vendor};
use countersign_packet::FrozenDecision;
use countersign_store::{Snapshot, StoreError};

/// What is known of the copy of a packet; `None` where none came and nothing was said of one.
pub(super) fn view(
    db: &Snapshot<'_>,
    packet: &Packet,
    people: &[Person],
) -> Result<Option<w::SignedCopyView>, StoreError> {
    let copies = db.signed_copies(Some(packet.row.id))?;
    let said = db.paper_signatures(packet.row.id)?;
    if copies.is_empty() && said.is_empty() {
        return Ok(None);
    }
    let (superseded_by, later_version) = later(db, packet)?;
    let [agree, disagree] = countersign_packet::choices(packet.decision.outcome).map(str::to_owned);
    Ok(Some(w::SignedCopyView {
        packet: packet.row.id.uuid(),
        number: packet.number(),
        version: packet.row.version,
        decision: packet.decision.id.uuid(),
        vendor: packet.vendor.id.uuid(),
        vendor_name: packet.vendor.name.to_string(),
        decided_on: packet.decision.decided_on,
        documents: copies.iter().filter_map(|copy| document(db, copy, people).transpose()).collect::<Result<_, _>>()?,
        pages: pages(db, packet, &copies)?,
        agree,
        disagree,
        signers: signers(packet, &said, people),
        superseded_by,
        later_version,
    }))
}

/// The copies of a decision's packets, the latest version first.
pub(crate) fn views(
    db: &Snapshot<'_>,
    decision: &Decision,
    vendor: &Vendor,
    people: &[Person],
) -> Result<Vec<w::SignedCopyView>, StoreError> {
    let rows = db.packets(decision.id)?.into_iter();
    let packet = |row| Packet { row, decision: decision.clone(), vendor: vendor.clone() };
    rows.map(packet).filter_map(|packet| view(db, &packet, people).transpose()).collect()
}

/// What is said of a file that was told to be a copy.
pub(crate) fn news(db: &Snapshot<'_>, packet: &Packet, copy: &SignedCopy) -> Result<w::CopyNews, StoreError> {
    let (superseded_by, later_version) = later(db, packet)?;
    Ok(w::CopyNews {
        packet: packet.row.id.uuid(),
        number: packet.number(),
        version: packet.row.version,
        vendor: packet.vendor.id.uuid(),
        vendor_name: packet.vendor.name.to_string(),
        found: found_name(copy.found),
        pages: pages(db, packet, &db.signed_copies(Some(packet.row.id))?)?,
        superseded_by,
        later_version,
    })
}

/// The later decision that took the place of the packet's, and the latest version of the packet where it is another.
pub(crate) fn later(db: &Snapshot<'_>, packet: &Packet) -> Result<(Option<u32>, Option<u32>), StoreError> {
    let latest = db.latest_decision(packet.vendor.id)?.map(|latest| latest.number);
    let version = db.packets(packet.decision.id)?.iter().map(|row| row.version).max();
    Ok((
        latest.filter(|latest| *latest > packet.decision.number),
        version.filter(|version| *version > packet.row.version),
    ))
}

/// Which pages are there, over all files of the copy. A page whose header names another packet or version is none of them: its
/// number would hide that the right one is missing.
fn pages(db: &Snapshot<'_>, packet: &Packet, copies: &[SignedCopy]) -> Result<w::CopyPagesView, StoreError> {
    let mut pages = CopyPages::of(packet.row.pages);
    let mut foreign = Vec::new();
    let own = (packet.number(), packet.row.version);
    for copy in copies {
        for (text, number) in db.page_texts(copy.document)?.iter().zip(1..) {
            let is_sheet = copy.sheet == Some(number);
            match said::header(text).filter(|named| !is_sheet && *named != own) {
                Some((named, version)) => foreign.push((copy.document, number, named, version)),
                None => pages.add(text, is_sheet),
            }
        }
    }
    let file_name = |document| -> Result<String, StoreError> {
        Ok(db.document(document)?.map_or_else(String::new, |stored| stored.document.file_name.to_string()))
    };
    let foreign = foreign
        .into_iter()
        .map(|(document, page, number, version)| {
            Ok(w::ForeignPageView { file_name: file_name(document)?, page, number, version })
        })
        .collect::<Result<_, StoreError>>()?;
    Ok(w::CopyPagesView {
        of: pages.of,
        came: pages.came,
        missing: pages.missing(),
        untold: pages.untold,
        told: pages.told.into_iter().collect(),
        foreign,
    })
}

fn document(db: &Snapshot<'_>, copy: &SignedCopy, people: &[Person]) -> Result<Option<w::CopyDocument>, StoreError> {
    let found = db.document(copy.document)?;
    Ok(found.map(|stored| w::CopyDocument {
        document: copy.document.uuid(),
        file_name: stored.document.file_name.to_string(),
        pages: stored.document.pages,
        sheet: copy.sheet,
        found: found_name(copy.found),
        notes: notes(&stored.reading),
        received_at: stored.document.received_at,
        received_by: people::name_in(people, stored.document.received_by),
        said_at: copy.at,
    }))
}

/// What was noted of its pages as pages of a packet.
fn notes(reading: &Reading) -> Vec<String> {
    let of_packets = reading.warnings.iter().filter(|warning| warning.code == WARNING);
    of_packets.map(|warning| warning.message.clone()).collect()
}

/// The places for signatures as the packet prints them, with what was said of each.
fn signers(packet: &Packet, said: &[PaperSignature], people: &[Person]) -> Vec<w::PaperSigner> {
    let printed = printed(&packet.decision);
    let named = packet.decision.signers.iter().enumerate();
    let signer = |(at, person): (usize, &countersign_domain::PersonId)| {
        let (name, role) =
            printed.get(at).cloned().unwrap_or_else(|| (people::name_in(people, *person), String::new()));
        let said = said.iter().find(|said| said.person == *person).map(|said| w::PaperSignatureView {
            signed: said.signed,
            agrees: said.agrees,
            comment: said.comment.as_ref().map(ToString::to_string),
            on: said.on,
            why: said.why.as_ref().map(ToString::to_string),
            by: people::name_in(people, said.by),
            at: said.at,
        });
        w::PaperSigner { person: person.uuid(), name, role, said }
    };
    named.map(signer).collect()
}

/// Names and roles of the signers as they were frozen with the decision, in its order.
pub(super) fn printed(decision: &Decision) -> Vec<(String, String)> {
    let frozen = serde_json::from_str::<FrozenDecision>(&decision.frozen);
    frozen.map_or_else(|_| Vec::new(), |frozen| frozen.signers.into_iter().map(|one| (one.name, one.role)).collect())
}
