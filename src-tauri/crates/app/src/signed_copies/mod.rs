//! Copies of packets that came back signed on paper: told from their code or their text, kept as documents, shown with who
//! signed (`decisions/0026`).

mod keep;
mod said;
mod signed;
mod tell;
mod view;

pub(crate) use keep::{copy_of_document, insert, refuse_copy, told, told_copy};
pub(crate) use tell::{Told, WARNING, names_packet, tell};
pub(crate) use view::{later, news, views};

use crate::{App, decisions, fail};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{CopyFound, Decision, PacketId, Vendor};
use countersign_store::{PacketRow, Snapshot, StoreError};
use uuid::Uuid;

/// A packet with the decision from which it was made.
#[derive(Debug, Clone)]
pub(crate) struct Packet {
    pub(crate) row: PacketRow,
    pub(crate) decision: Decision,
    pub(crate) vendor: Vendor,
}

impl Packet {
    /// Reads a packet; `None` where there is none.
    pub(crate) fn of(db: &Snapshot<'_>, id: PacketId) -> Result<Option<Self>, StoreError> {
        let Some(row) = db.packet(id)? else { return Ok(None) };
        let Some(decision) = db.decision(row.decision)? else { return Ok(None) };
        let vendor = db.vendor(decision.vendor)?;
        Ok(vendor.map(|vendor| Self { row, decision, vendor }))
    }

    /// Its printed number.
    pub(crate) fn number(&self) -> String {
        decisions::number_of(self.decision.number)
    }
}

impl App {
    /// A packet, or that there is none.
    fn packet_to_copy(&self, id: Uuid) -> Result<Packet, Failure> {
        let found = self.opened()?.store.read(|db| Packet::of(db, PacketId::from_uuid(id))).map_err(fail::store)?;
        found.ok_or_else(|| fail::not_found("packet"))
    }

    /// The copy of a packet that came back signed.
    pub(crate) fn copy_view(&self, packet: Uuid) -> Result<w::SignedCopyView, Failure> {
        let packet = self.packet_to_copy(packet)?;
        let view = self.opened()?.store.read(|db| view::view(db, &packet, &db.persons()?)).map_err(fail::store)?;
        view.ok_or_else(|| fail::not_found("copy"))
    }
}

/// By what a copy was told, as the contract names it.
pub(crate) const fn found_name(found: CopyFound) -> w::CopyFoundName {
    match found {
        CopyFound::Qr => w::CopyFoundName::Qr,
        CopyFound::ShortCode => w::CopyFoundName::ShortCode,
        CopyFound::Header => w::CopyFoundName::Header,
        CopyFound::Person => w::CopyFoundName::Person,
    }
}
