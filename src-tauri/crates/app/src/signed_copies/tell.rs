//! Of which packet a file is a copy, if it is one.
//!
//! A code counts only where number, version and short code are those of one packet of this workspace: the short code is the
//! beginning of a hash, so that nobody hits it by chance. Everything else is a document as any other, with a note.

use super::said;
use crate::decisions;
use countersign_domain::{CopyFound, DecisionId, PacketCode, PacketId, reading::Warning};
use countersign_packet::FrozenDecision;
use countersign_reader::codes::FoundCode;
use countersign_store::{DecisionDays, PacketRow, Snapshot, StoreError};
use std::collections::HashMap;

/// The code of the warning that says what looks like a packet and is none of this workspace.
pub(crate) const WARNING: &str = "packet_code";

/// What was told of a file.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Told {
    /// It has nothing to do with packets.
    Nothing,
    /// It is a copy of a packet, or a part of one.
    Copy {
        /// The packet.
        packet: PacketId,
        /// By what it was told.
        found: CopyFound,
        /// The page that shows the decision sheet.
        sheet: Option<u32>,
    },
    /// It looks like a packet and is not told to be one of this workspace.
    Stranger(Stranger),
}

/// Why what looks like a packet is a document as any other.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Stranger {
    /// The workspace has no packet of that number and version.
    Unknown { page: u32, number: String, version: u32 },
    /// It has one, with another short code.
    OtherCode { page: u32, number: String, version: u32 },
    /// A further page that names a packet of the workspace, but whose names could not be read as those of that packet.
    NamesOnly { page: u32, number: String, version: u32 },
    /// A code that begins as ours do and goes on otherwise.
    Malformed { page: u32 },
    /// Codes of several packets of this workspace.
    Several { names: Vec<String> },
}

impl Stranger {
    /// What people are told.
    pub(crate) fn warning(&self) -> Warning {
        let (page, message) = match self {
            Self::Unknown { page, number, version } => (
                Some(*page),
                format!(
                    "The page carries the code of packet {number}, version {version}, which this workspace does not have: it \
                     looks like a packet of another workspace."
                ),
            ),
            Self::OtherCode { page, number, version } => (
                Some(*page),
                format!(
                    "The page names packet {number}, version {version}, but not with the short code of that packet here: it is \
                     of another workspace, or the page was changed."
                ),
            ),
            Self::NamesOnly { page, number, version } => (
                Some(*page),
                format!(
                    "The page names packet {number}, version {version}, but our company and the vendor of that packet could not \
                     be read on it. If it belongs to that packet, attach it by hand."
                ),
            ),
            Self::Malformed { page } => {
                (Some(*page), "The page carries a QR code that begins as a packet's and goes on otherwise.".to_owned())
            }
            Self::Several { names } => {
                (None, format!("The file holds pages of several packets. Scan each by itself: {}", names.join(", ")))
            }
        };
        Warning { code: WARNING.to_owned(), message, page }
    }
}

/// The packets of a workspace, as they are looked for.
struct Packets {
    rows: Vec<PacketRow>,
    decisions: HashMap<DecisionId, DecisionDays>,
}

impl Packets {
    fn number(&self, row: &PacketRow) -> String {
        self.decisions.get(&row.decision).map_or_else(String::new, |decision| decisions::number_of(decision.number))
    }

    fn short_code(row: &PacketRow) -> &str {
        row.details["short_code"].as_str().unwrap_or_default()
    }

    fn named(&self, number: &str, version: u32) -> Option<&PacketRow> {
        self.rows.iter().find(|row| row.version == version && self.number(row) == number)
    }

    fn name(&self, id: PacketId) -> String {
        let row = self.rows.iter().find(|row| row.id == id);
        row.map_or_else(String::new, |row| format!("{}, version {}", self.number(row), row.version))
    }
}

/// Says of which packet a file is a copy: by the codes found on its pages, else by the text of its pages in their order.
pub(crate) fn tell(db: &Snapshot<'_>, codes: &[FoundCode], pages: &[&str]) -> Result<Told, StoreError> {
    let headed = || pages.iter().any(|page| said::may_be_sheet(page));
    if codes.is_empty() && !headed() {
        return Ok(Told::Nothing);
    }
    let decisions = db.decision_days()?.into_iter().map(|decision| (decision.id, decision)).collect();
    let packets = Packets { rows: db.all_packets()?, decisions };
    let mut copies: Vec<(PacketId, CopyFound, Option<u32>)> = Vec::new();
    let mut strangers = Vec::new();
    for code in codes {
        match of_code(&packets, code) {
            Ok(packet) => copies.push((packet, CopyFound::Qr, Some(code.page))),
            Err(stranger) => strangers.push(stranger),
        }
    }
    for (page, number) in pages.iter().zip(1..).filter(|(page, _)| said::may_be_sheet(page)) {
        let sheet = packets.rows.iter().find(|row| said::says(page, Packets::short_code(row)));
        copies.extend(sheet.map(|row| (row.id, CopyFound::ShortCode, Some(number))));
    }
    // Headers are looked at only where no page says a code: they are the weaker word.
    if copies.is_empty() && strangers.is_empty() {
        for (page, number) in pages.iter().zip(1..) {
            let Some((called, version)) = said::header(page) else { continue };
            match packets.named(&called, version) {
                Some(row) if is_ours(db, row, page)? => copies.push((row.id, CopyFound::Header, None)),
                Some(_) => strangers.push(Stranger::NamesOnly { page: number, number: called, version }),
                None => strangers.push(Stranger::Unknown { page: number, number: called, version }),
            }
        }
    }
    let mut ids: Vec<PacketId> = copies.iter().map(|(packet, ..)| *packet).collect();
    ids.sort_unstable();
    ids.dedup();
    Ok(match (copies.first(), strangers.into_iter().next()) {
        (Some(_), _) if ids.len() > 1 => {
            Told::Stranger(Stranger::Several { names: ids.into_iter().map(|id| packets.name(id)).collect() })
        }
        (Some((packet, found, sheet)), _) => Told::Copy { packet: *packet, found: *found, sheet: *sheet },
        (None, Some(stranger)) => Told::Stranger(stranger),
        (None, None) => Told::Nothing,
    })
}

fn of_code(packets: &Packets, found: &FoundCode) -> Result<PacketId, Stranger> {
    let page = found.page;
    let code = PacketCode::parse(&found.text).ok_or(Stranger::Malformed { page })?;
    let PacketCode { number, version, short_code } = code;
    match packets.named(&number, version) {
        Some(row) if Packets::short_code(row) == short_code.to_string() => Ok(row.id),
        Some(_) => Err(Stranger::OtherCode { page, number, version }),
        None => Err(Stranger::Unknown { page, number, version }),
    }
}

/// Whether the text of a page calls itself one of a packet.
pub(crate) fn names_packet(page: &str) -> bool {
    said::header(page).is_some()
}

/// Whether a header names the organisation and the vendor as they were frozen with the packet.
fn is_ours(db: &Snapshot<'_>, row: &PacketRow, page: &str) -> Result<bool, StoreError> {
    let Some(decision) = db.decision(row.decision)? else { return Ok(false) };
    let frozen = serde_json::from_str::<FrozenDecision>(&decision.frozen);
    Ok(frozen.is_ok_and(|frozen| said::names(page, &frozen.organisation, &frozen.vendor.name)))
}
