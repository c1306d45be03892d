//! Checking packets for the window: of the workspace, chosen by the person, or dropped among documents.

use super::{Known, PacketChecks, PacketOutcome, PacketPart, PacketVerdict, packet_file_name};
use crate::{App, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::Sha256;
use std::{path::Path, sync::Arc};
use uuid::Uuid;

impl App {
    /// Checks a packet as it is stored.
    pub(crate) fn check_stored_packet(&self, id: Uuid) -> Result<w::PacketCheckView, Failure> {
        let (row, decision, vendor) = self.known_packet(id)?;
        let mut bytes = Vec::new();
        self.opened()?.store.read(|db| db.read_blob(row.sha256, &mut bytes)).map_err(fail::store)?;
        self.checked(&packet_file_name(&row, &decision, &vendor), &bytes.into())
    }

    /// Checks the files that the person chooses; one that cannot be read does not stop the others.
    pub(crate) fn check_chosen_packets(&self) -> Result<Vec<w::PacketCheckView>, Failure> {
        self.opened()?;
        self.host.choose_packets().iter().map(|path| self.check_file(path)).collect()
    }

    fn check_file(&self, path: &Path) -> Result<w::PacketCheckView, Failure> {
        let name = path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        match self.reader.load(path) {
            Ok(bytes) => self.checked(&name, &bytes),
            Err(_) => Ok(plain(name, w::PacketCheckVerdict::Unreadable)),
        }
    }

    fn checked(&self, name: &str, bytes: &Arc<[u8]>) -> Result<w::PacketCheckView, Failure> {
        if let Some(checks) = self.check_packet_bytes(bytes)? {
            return Ok(view(name.to_owned(), checks, self.packet_of(bytes)?));
        }
        Ok(match self.identify_bytes(bytes)? {
            Known::Document { .. } => plain(name.to_owned(), w::PacketCheckVerdict::Document),
            // Byte for byte ours, though nothing inside says so: the reader could not open it.
            Known::Packet { .. } | Known::Copy { .. } | Known::LooksLike { .. } | Known::Unknown => {
                plain(name.to_owned(), w::PacketCheckVerdict::NoPacket)
            }
        })
    }

    /// A file among documents that is a packet: nobody means it as evidence on a vendor. Only one with a file inside is looked into,
    /// so that others cost nothing.
    pub(crate) fn packet_among_documents(&self, name: &str, bytes: &Arc<[u8]>) -> Option<w::PacketCheckView> {
        if !carries(bytes, b"/EmbeddedFile") {
            return None;
        }
        let checks = self.check_packet_bytes(bytes).ok().flatten()?;
        Some(view(name.to_owned(), checks, self.packet_of(bytes).ok().flatten()))
    }

    /// The packet of the workspace with these bytes.
    fn packet_of(&self, bytes: &[u8]) -> Result<Option<Uuid>, Failure> {
        let sha256 = Sha256::of(bytes);
        let found = self.opened()?.store.read(|db| db.packet_of_file(sha256)).map_err(fail::store)?;
        Ok(found.map(|row| row.id.uuid()))
    }
}

/// Whether bytes hold others.
fn carries(bytes: &[u8], wanted: &[u8]) -> bool {
    bytes.windows(wanted.len()).any(|window| window == wanted)
}

fn plain(file_name: String, verdict: w::PacketCheckVerdict) -> w::PacketCheckView {
    w::PacketCheckView {
        file_name,
        verdict,
        number: None,
        version: None,
        vendor_name: None,
        content_hash: None,
        packet: None,
        checks: Vec::new(),
    }
}

fn view(file_name: String, checks: PacketChecks, packet: Option<Uuid>) -> w::PacketCheckView {
    let verdict = match checks.verdict() {
        PacketVerdict::Whole => w::PacketCheckVerdict::Whole,
        PacketVerdict::Unproved => w::PacketCheckVerdict::Unproved,
        PacketVerdict::Changed => w::PacketCheckVerdict::Changed,
    };
    let (number, version, vendor_name) = match checks.name {
        Some((number, version, vendor)) => (Some(number), Some(version), Some(vendor)),
        None => (None, None, None),
    };
    w::PacketCheckView {
        number,
        version,
        vendor_name,
        content_hash: checks.content_hash.map(|hash| hash.to_string()),
        packet,
        checks: checks
            .checks
            .into_iter()
            .map(|check| w::PacketCheckRow {
                part: part(check.part),
                outcome: outcome(check.outcome),
                found: check.found,
            })
            .collect(),
        ..plain(file_name, verdict)
    }
}

const fn part(part: PacketPart) -> w::PacketPartName {
    match part {
        PacketPart::Content => w::PacketPartName::Content,
        PacketPart::Pages => w::PacketPartName::Pages,
        PacketPart::Appendices => w::PacketPartName::Appendices,
        PacketPart::File => w::PacketPartName::File,
        PacketPart::Decision => w::PacketPartName::Decision,
        PacketPart::Audit => w::PacketPartName::Audit,
        PacketPart::Documents => w::PacketPartName::Documents,
    }
}

const fn outcome(outcome: PacketOutcome) -> w::PacketCheckOutcome {
    match outcome {
        PacketOutcome::Holds => w::PacketCheckOutcome::Holds,
        PacketOutcome::Differs => w::PacketCheckOutcome::Differs,
        PacketOutcome::NotChecked => w::PacketCheckOutcome::NotChecked,
    }
}
