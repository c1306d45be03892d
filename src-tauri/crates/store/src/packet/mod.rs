//! Packets made from decisions. Append-only: another paper or a later form is a new version.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::{DecisionId, PacketId, PersonId, Sha256, VendorId};
use rusqlite::{Row, params};
use serde_json::Value;
use std::io::Read;

/// A packet as it was made.
#[derive(Debug, Clone, PartialEq)]
pub struct PacketRow {
    /// Its id.
    pub id: PacketId,
    /// The decision.
    pub decision: DecisionId,
    /// Its version among the packets of the decision, from 1 without gaps.
    pub version: u32,
    /// The paper, in a name that the application chooses.
    pub paper: String,
    /// The name of its bytes: see [`Snapshot::read_blob`].
    pub sha256: Sha256,
    /// Length in bytes.
    pub bytes: u64,
    /// Pages.
    pub pages: u32,
    /// Who made it.
    pub made_by: PersonId,
    /// When.
    pub made_at: DateTime<Utc>,
    /// What the application keeps with it, e.g. the hash of its content.
    pub details: Value,
}

impl Snapshot<'_> {
    /// Gives the packets of a decision, the latest version first.
    pub fn packets(&self, decision: DecisionId) -> Result<Vec<PacketRow>, StoreError> {
        Ok(self.all(include_str!("of_decision.sql"), [decision.to_string()], packet)?)
    }

    /// Gives the packets of every decision on a vendor, the latest made first.
    pub fn packets_of(&self, vendor: VendorId) -> Result<Vec<PacketRow>, StoreError> {
        Ok(self.all(include_str!("of_vendor.sql"), [vendor.to_string()], packet)?)
    }

    /// Gives all packets, the latest made first.
    pub fn all_packets(&self) -> Result<Vec<PacketRow>, StoreError> {
        Ok(self.all(include_str!("all.sql"), [], packet)?)
    }

    /// Gives a packet.
    pub fn packet(&self, id: PacketId) -> Result<Option<PacketRow>, StoreError> {
        Ok(self.one(include_str!("by_id.sql"), [id.to_string()], packet)?)
    }

    /// Gives the packet whose file has this hash.
    pub fn packet_of_file(&self, sha256: Sha256) -> Result<Option<PacketRow>, StoreError> {
        Ok(self.one(include_str!("by_file.sql"), [sha256.to_string()], packet)?)
    }
}

impl Change<'_> {
    /// Stores a packet with its bytes. A version that the decision has already is a conflict: `packet.decision, packet.version`.
    pub fn insert_packet(&mut self, packet: &PacketRow, mut bytes: impl Read) -> Result<(), StoreError> {
        self.insert_blob(packet.sha256, packet.bytes, &mut bytes)?;
        self.execute(
            include_str!("insert.sql"),
            params![
                packet.id.to_string(),
                packet.decision.to_string(),
                packet.version,
                packet.paper,
                packet.sha256.to_string(),
                packet.pages,
                packet.made_by.to_string(),
                column::of_time(packet.made_at),
                packet.details.to_string(),
            ],
        )?;
        Ok(())
    }
}

fn packet(row: &Row<'_>) -> rusqlite::Result<PacketRow> {
    Ok(PacketRow {
        id: column::get(row, 0, column::parsed)?,
        decision: column::get(row, 1, column::parsed)?,
        version: row.get(2)?,
        paper: row.get(3)?,
        sha256: column::get(row, 4, column::parsed)?,
        bytes: row.get(5)?,
        pages: row.get(6)?,
        made_by: column::get(row, 7, column::parsed)?,
        made_at: column::get(row, 8, column::time)?,
        details: column::get(row, 9, column::json)?,
    })
}
