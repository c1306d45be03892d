//! Packets: made from a frozen decision, kept, saved, opened to be printed, recognised again.

mod append;
mod check;
mod chosen;
mod commands;
pub(crate) mod fonts;
mod outward;
pub(crate) mod signed_elsewhere;
mod verify;

pub(crate) use chosen::are_printed as say_sign_offs;
pub(crate) use commands::commands;
pub use verify::{PacketCheck, PacketChecks, PacketOutcome, PacketPart, PacketVerdict};

use crate::{
    App,
    application::stamp,
    decisions, fail, names,
    receive::{Readers, extract},
    session::file_stem,
    signed_copies::{self, Told},
};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Decision, DecisionId, Op, PacketId, Sha256, Vendor};
use countersign_packet::{
    Packet,
    input::{FrozenDecision, PacketName},
};
use countersign_store::{PacketRow, Snapshot, StoreError, Subject};
use serde_json::json;
use std::{ops::ControlFlow, path::Path, sync::Arc};
use uuid::Uuid;

/// What a file is to the open workspace.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// A packet, byte for byte.
    Packet {
        /// Its printed number.
        number: String,
        /// Its version.
        version: u32,
    },
    /// A received document, byte for byte.
    Document {
        /// Under which file name it came.
        file_name: String,
    },
    /// A scan or photograph of a packet, told by its code or header. A picture proves no bytes.
    Copy {
        /// The packet's printed number.
        number: String,
        /// Its version.
        version: u32,
        /// The decision.
        decision: u32,
        /// The vendor's name.
        vendor: String,
    },
    /// Something that looks like a packet, and why it is not told to be one of the workspace.
    LooksLike {
        /// In words.
        why: String,
    },
    /// None of these, or changed since.
    Unknown,
}

const fn paper_name(paper: w::Paper) -> &'static str {
    match paper {
        w::Paper::A4 => "a4",
        w::Paper::Letter => "letter",
    }
}

/// How a packet is shown, with what came after it.
fn current(db: &Snapshot<'_>, packet: &signed_copies::Packet) -> Result<w::PacketView, StoreError> {
    let (superseded_by, later_version) = signed_copies::later(db, packet)?;
    Ok(w::PacketView { superseded_by, later_version, ..view(&packet.row, &packet.decision, &packet.vendor) })
}

/// How a packet is shown among others of its decision.
pub(crate) fn view(row: &PacketRow, decision: &Decision, vendor: &Vendor) -> w::PacketView {
    let text = |name: &str| row.details[name].as_str().unwrap_or_default().to_owned();
    w::PacketView {
        id: row.id.uuid(),
        decision: decision.id.uuid(),
        vendor: vendor.id.uuid(),
        vendor_name: vendor.name.to_string(),
        number: decisions::number_of(decision.number),
        version: row.version,
        paper: if row.paper == "letter" { w::Paper::Letter } else { w::Paper::A4 },
        pages: row.pages,
        sha256: row.sha256.to_string(),
        content_hash: text("content_hash"),
        short_code: text("short_code"),
        uncovered: serde_json::from_value(row.details["uncovered"].clone()).unwrap_or_default(),
        appended: append::kept(&row.details),
        sign_offs: chosen::kept(&row.details),
        made_at: row.made_at,
        superseded_by: None,
        later_version: None,
    }
}

/// Prints with the program's own fonts; only where those lack a character, with fonts of this computer too.
fn printed(input: FrozenDecision) -> Result<Packet, Failure> {
    let plain = countersign_packet::print(&input).map_err(fail::unexpected)?;
    let found = fonts::that_draw(&plain.uncovered);
    if found.is_empty() {
        return Ok(plain);
    }
    let named = found.iter().map(|font| font.frozen.clone()).collect();
    let with_fonts = countersign_packet::print_with(&FrozenDecision { fonts: named, ..input }, &found);
    // A font that turns out not to be usable after all costs its characters, not the packet.
    Ok(with_fonts.unwrap_or_else(|error| {
        tracing::warn!(%error, "a font of the system could not be used");
        plain
    }))
}

impl App {
    /// Makes the packet of a decision, or gives the one that is there for this paper with these documents and signatures.
    pub(crate) fn make_packet(&self, input: &w::MakePacket) -> Result<w::PacketView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::Decide)?;
        let id = DecisionId::from_uuid(input.decision);
        let found = opened.store.read(|db| {
            let Some(decision) = db.decision(id)? else { return Ok(None) };
            let vendor = db.vendor(decision.vendor)?;
            let before = chosen::previous(db, &decision)?;
            Ok(Some((vendor, db.packets(id)?, db.signatures(id)?, before, decision)))
        });
        let (vendor, packets, signed, before, decision) =
            found.map_err(fail::store)?.ok_or_else(|| fail::not_found("decision"))?;
        let vendor = vendor.ok_or_else(|| fail::not_found("vendor"))?;
        let paper = paper_name(input.paper);
        let frozen: FrozenDecision = serde_json::from_str(&decision.frozen).map_err(fail::unexpected)?;
        let chosen = self.chosen(&frozen, &input.append)?;
        let own = chosen::are_printed(&frozen);
        let signed = if own && input.sign_offs { signed } else { Vec::new() };
        let sign_offs = chosen::sign_offs(&decision, &signed, &*self.clock);
        let same = |row: &PacketRow| {
            let appended = append::kept(&row.details);
            let labels = appended.iter().map(|appended| appended.label.as_str());
            let same_signed = chosen::kept(&row.details) as usize == sign_offs.len();
            row.paper == paper && same_signed && labels.eq(chosen.iter().map(|chosen| chosen.appendix.label.as_str()))
        };
        // A font that was installed since draws what the packet prints as codes: that is another version.
        let drawn_since = |row: &PacketRow| {
            let uncovered: Vec<String> = serde_json::from_value(row.details["uncovered"].clone()).unwrap_or_default();
            let lacking = uncovered.iter().filter_map(|text| text.chars().next()).collect();
            !fonts::that_draw(&lacking).is_empty()
        };
        let last = packets.iter().filter(|row| same(row)).max_by_key(|row| row.version);
        if let Some(row) = last.filter(|row| !drawn_since(row)) {
            return self.packet_view(row.id.uuid());
        }
        let version = packets.iter().map(|row| row.version).max().unwrap_or(0) + 1;
        let number = decisions::number_of(decision.number);
        let printed = printed(FrozenDecision {
            packet: PacketName { number: number.clone(), version },
            paper: names::paper(input.paper),
            appendices: chosen.iter().map(|chosen| chosen.appendix.clone()).collect(),
            previous: before.filter(|_| own),
            sign_offs: sign_offs.clone(),
            ..frozen
        })?;
        let appended = append::to_keep(&printed);
        let bytes = if chosen.is_empty() { printed.bytes } else { self.put_together(&printed, &chosen)? };
        let now = self.clock.now();
        let uncovered = fonts::told(&printed.uncovered);
        let row = PacketRow {
            id: PacketId::from_uuid(self.id(now)),
            decision: id,
            version,
            paper: paper.to_owned(),
            sha256: Sha256::of(&bytes),
            bytes: bytes.len() as u64,
            pages: printed.pages,
            made_by: person.id,
            made_at: now,
            details: json!({
                "content_hash": printed.content_hash.to_string(),
                "short_code": printed.short_code,
                "uncovered": uncovered,
                "appended": appended,
                "sign_offs": sign_offs.len(),
            }),
        };
        let stamp = stamp(&person, permit, now, Op::MakePacket, Subject::packet(row.id, &number, vendor.id));
        opened
            .store
            .write(&stamp, |db| {
                db.note("sha256", row.sha256.to_string());
                db.note("version", version);
                db.note("paper", paper);
                if !sign_offs.is_empty() {
                    db.note("sign_offs", sign_offs.len());
                }
                if !chosen.is_empty() {
                    let labels: Vec<&str> = chosen.iter().map(|chosen| chosen.appendix.label.as_str()).collect();
                    db.note("appended", labels);
                }
                db.insert_packet(&row, &*bytes)
            })
            .map_err(fail::store)?;
        self.packet_view(row.id.uuid())
    }

    pub(crate) fn known_packet(&self, id: Uuid) -> Result<(PacketRow, Decision, Vendor), Failure> {
        let id = PacketId::from_uuid(id);
        let found = self.opened()?.store.read(|db| signed_copies::Packet::of(db, id)).map_err(fail::store)?;
        let found = found.ok_or_else(|| fail::not_found("packet"))?;
        Ok((found.row, found.decision, found.vendor))
    }

    /// A packet.
    pub(crate) fn packet_view(&self, id: Uuid) -> Result<w::PacketView, Failure> {
        let id = PacketId::from_uuid(id);
        let found = self.opened()?.store.read(|db| match signed_copies::Packet::of(db, id)? {
            Some(packet) => current(db, &packet).map(Some),
            None => Ok(None),
        });
        found.map_err(fail::store)?.ok_or_else(|| fail::not_found("packet"))
    }

    /// All packets, newest first.
    pub(crate) fn packet_views(&self) -> Result<Vec<w::PacketView>, Failure> {
        let found = self.opened()?.store.read(|db| {
            let mut views = Vec::new();
            for row in db.all_packets()? {
                let Some(decision) = db.decision(row.decision)? else { continue };
                if let Some(vendor) = db.vendor(decision.vendor)? {
                    views.push(current(db, &signed_copies::Packet { row, decision, vendor })?);
                }
            }
            Ok(views)
        });
        found.map_err(fail::store)
    }

    /// Writes a packet to a path, whole or not at all.
    pub fn packet_write(&self, id: Uuid, path: &Path) -> Result<(), Failure> {
        let (row, ..) = self.known_packet(id)?;
        self.write_blob(row.sha256, path)
    }

    /// Saves a packet where the person says.
    pub(crate) fn save_packet(&self, id: Uuid) -> Result<w::SavedFile, Failure> {
        let (row, decision, vendor) = self.known_packet(id)?;
        let Some(path) = self.host.choose_save(&packet_file_name(&row, &decision, &vendor)) else {
            return Ok(w::SavedFile { name: None });
        };
        self.write_blob(row.sha256, &path)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// Says what a file is to the open workspace: by its bytes, else by the code of a packet on its pages.
    pub fn identify(&self, path: &Path) -> Result<Known, Failure> {
        let bytes = self.reader.load(path).map_err(|_| Failure::Inaccessible)?;
        match self.identify_bytes(&bytes)? {
            Known::Unknown => self.identify_pages(&bytes),
            known => Ok(known),
        }
    }

    fn identify_pages(&self, bytes: &Arc<[u8]>) -> Result<Known, Failure> {
        let readers = Readers { reader: &self.reader, engine: self.config.engine.as_ref(), found: &[], codes: true };
        // What cannot be read shows no code.
        let Ok(read) = extract(readers, "", bytes, None, |_| ControlFlow::Continue(())) else {
            return Ok(Known::Unknown);
        };
        let pages: Vec<&str> = read.pages.iter().map(|page| page.text.as_str()).collect();
        let known = self.opened()?.store.read(|db| match signed_copies::tell(db, &read.codes, &pages)? {
            Told::Nothing => Ok(Known::Unknown),
            Told::Stranger(stranger) => Ok(Known::LooksLike { why: stranger.warning().message }),
            Told::Copy { packet, .. } => {
                let packet = signed_copies::Packet::of(db, packet)?;
                Ok(packet.map_or(Known::Unknown, |packet| Known::Copy {
                    number: packet.number(),
                    version: packet.row.version,
                    decision: packet.decision.number,
                    vendor: packet.vendor.name.to_string(),
                }))
            }
        });
        known.map_err(fail::store)
    }

    fn identify_bytes(&self, bytes: &[u8]) -> Result<Known, Failure> {
        let sha256 = Sha256::of(bytes);
        let document = self.opened()?.store.read(|db| db.document_by_sha(sha256)).map_err(fail::store)?;
        if let Some(row) = document {
            return Ok(Known::Document { file_name: row.document.file_name.to_string() });
        }
        let packets = self.packet_views()?;
        let same = packets.into_iter().find(|packet| packet.sha256 == sha256.to_string());
        Ok(same.map_or(Known::Unknown, |packet| Known::Packet { number: packet.number, version: packet.version }))
    }
}

/// The name of its file: two versions of a packet, on two papers, are two files.
fn packet_file_name(row: &PacketRow, decision: &Decision, vendor: &Vendor) -> String {
    let paper = if row.paper == "letter" { ", Letter" } else { "" };
    let number = decisions::number_of(decision.number);
    format!("{number} v{} {}{paper}.pdf", row.version, file_stem(vendor.name.as_str()))
}
