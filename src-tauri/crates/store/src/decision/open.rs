//! What is open after the latest decisions, of all vendors at once.

use crate::{Snapshot, StoreError, column};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{ConditionId, DecisionId, FindingId, LongText, PacketId, PersonId, VendorId};
use rusqlite::Row;

/// A duty of a latest decision that is not done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenDutyRow {
    /// The vendor.
    pub vendor: VendorId,
    /// The decision.
    pub decision: DecisionId,
    /// Its number.
    pub number: u32,
    /// The duty.
    pub condition: ConditionId,
    /// What must be done.
    pub what: LongText,
    /// Who answers for it.
    pub owner: PersonId,
    /// By when.
    pub due: NaiveDate,
    /// Whether before the vendor is used.
    pub before_go_live: bool,
    /// The finding that it settles.
    pub finding: Option<FindingId>,
}

/// A duty of a latest decision that settles a finding.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SettlingDutyRow {
    /// The finding.
    pub finding: FindingId,
    /// The decision.
    pub decision: DecisionId,
    /// Its number.
    pub number: u32,
    /// What must be done.
    pub what: LongText,
    /// Who answers for it.
    pub owner: PersonId,
    /// By when.
    pub due: NaiveDate,
    /// When it was said to be done.
    pub done_at: Option<DateTime<Utc>>,
}

/// Somebody who is named in a latest decision and has not signed it, or has declined it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnsignedRow {
    /// The vendor.
    pub vendor: VendorId,
    /// The decision.
    pub decision: DecisionId,
    /// Its number.
    pub number: u32,
    /// Who.
    pub person: PersonId,
    /// The day of the decision.
    pub decided_on: NaiveDate,
}

/// A packet of a latest decision whose decision sheet came back, and of which nobody has said since who signed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnconfirmedRow {
    /// The vendor.
    pub vendor: VendorId,
    /// The decision.
    pub decision: DecisionId,
    /// Its number.
    pub number: u32,
    /// The packet.
    pub packet: PacketId,
    /// Its version.
    pub version: u32,
    /// When the first file that may show its decision sheet was said to be a copy.
    pub since: DateTime<Utc>,
    /// Who said so last.
    pub by: PersonId,
    /// Who is named and has not signed, in the program or on that paper, in the order of the decision.
    pub people: Vec<PersonId>,
}

/// A latest approval without a packet.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnpackedRow {
    /// The vendor.
    pub vendor: VendorId,
    /// The decision.
    pub decision: DecisionId,
    /// Its number.
    pub number: u32,
    /// The day of the decision.
    pub decided_on: NaiveDate,
    /// Who recorded it.
    pub recorded_by: PersonId,
}

impl Snapshot<'_> {
    /// Gives the duties of the latest decisions, or of that of one vendor, that are not done.
    pub fn open_duties(&self, vendor: Option<VendorId>) -> Result<Vec<OpenDutyRow>, StoreError> {
        Ok(self.all(include_str!("open_duties.sql"), [vendor.map(|id| id.to_string())], |row| {
            Ok(OpenDutyRow {
                vendor: column::get(row, 0, column::parsed)?,
                decision: column::get(row, 1, column::parsed)?,
                number: row.get(2)?,
                condition: column::get(row, 3, column::parsed)?,
                what: column::get(row, 4, column::long_text)?,
                owner: column::get(row, 5, column::parsed)?,
                due: column::get(row, 6, column::day)?,
                before_go_live: row.get(7)?,
                finding: column::opt(row, 8, column::parsed)?,
            })
        })?)
    }

    /// Gives the duties of the latest decisions, or of that of one vendor, that settle findings.
    pub fn settling_duties(&self, vendor: Option<VendorId>) -> Result<Vec<SettlingDutyRow>, StoreError> {
        Ok(self.all(include_str!("settling_duties.sql"), [vendor.map(|id| id.to_string())], |row| {
            Ok(SettlingDutyRow {
                finding: column::get(row, 0, column::parsed)?,
                decision: column::get(row, 1, column::parsed)?,
                number: row.get(2)?,
                what: column::get(row, 3, column::long_text)?,
                owner: column::get(row, 4, column::parsed)?,
                due: column::get(row, 5, column::day)?,
                done_at: column::opt(row, 6, column::time)?,
            })
        })?)
    }

    /// Gives who is named in the latest decisions, or in that of one vendor, and has not signed.
    pub fn unsigned(&self, vendor: Option<VendorId>) -> Result<Vec<UnsignedRow>, StoreError> {
        Ok(self.all(include_str!("unsigned.sql"), [vendor.map(|id| id.to_string())], unsigned)?)
    }

    /// Gives who is named in the latest decisions, or in that of one vendor, and has declined.
    pub fn declined(&self, vendor: Option<VendorId>) -> Result<Vec<UnsignedRow>, StoreError> {
        Ok(self.all(include_str!("declined.sql"), [vendor.map(|id| id.to_string())], unsigned)?)
    }

    /// Gives the packets of latest decisions whose decision sheet came back, and of which nobody has said since who signed.
    pub fn unconfirmed_copies(&self) -> Result<Vec<UnconfirmedRow>, StoreError> {
        let mut packets: Vec<UnconfirmedRow> = Vec::new();
        let rows = self.all(include_str!("unconfirmed.sql"), [], |row| {
            Ok(UnconfirmedRow {
                vendor: column::get(row, 0, column::parsed)?,
                decision: column::get(row, 1, column::parsed)?,
                number: row.get(2)?,
                packet: column::get(row, 3, column::parsed)?,
                version: row.get(4)?,
                since: column::get(row, 5, column::time)?,
                by: column::get(row, 6, column::parsed)?,
                people: vec![column::get(row, 7, column::parsed)?],
            })
        })?;
        for row in rows {
            match packets.last_mut().filter(|last| last.packet == row.packet) {
                Some(last) => last.people.extend(row.people),
                None => packets.push(row),
            }
        }
        Ok(packets)
    }

    /// Gives the latest approvals that have no packet.
    pub fn unpacked(&self) -> Result<Vec<UnpackedRow>, StoreError> {
        Ok(self.all(include_str!("unpacked.sql"), [], |row| {
            Ok(UnpackedRow {
                vendor: column::get(row, 0, column::parsed)?,
                decision: column::get(row, 1, column::parsed)?,
                number: row.get(2)?,
                decided_on: column::get(row, 3, column::day)?,
                recorded_by: column::get(row, 4, column::parsed)?,
            })
        })?)
    }

    /// Gives the latest decisions after which something was said of the vendor that can change what they rest on; whether it
    /// did is for the application to compare.
    pub fn touched_since_decision(&self) -> Result<Vec<(VendorId, DecisionId)>, StoreError> {
        Ok(self.all(include_str!("touched_since.sql"), [], |row| {
            Ok((column::get(row, 0, column::parsed)?, column::get(row, 1, column::parsed)?))
        })?)
    }
}

fn unsigned(row: &Row<'_>) -> rusqlite::Result<UnsignedRow> {
    Ok(UnsignedRow {
        vendor: column::get(row, 0, column::parsed)?,
        decision: column::get(row, 1, column::parsed)?,
        number: row.get(2)?,
        person: column::get(row, 3, column::parsed)?,
        decided_on: column::get(row, 4, column::day)?,
    })
}
