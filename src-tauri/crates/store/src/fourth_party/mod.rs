//! What people said of subservice organizations: which names are of one party, and what is known of who rests on whom.

use crate::{Change, Snapshot, StoreError, column};
use chrono::{DateTime, Utc};
use countersign_domain::{
    LongText, PersonId, VendorId,
    fourth_party::{Aliases, Dependence, Merged, Monitoring, PartyKey},
};
use rusqlite::{Row, named_params, params};

impl Snapshot<'_> {
    /// Gives what people said of names.
    pub fn party_aliases(&self) -> Result<Aliases, StoreError> {
        let merged = self.all("SELECT name, into_name FROM fourth_party_name", [], |row| {
            Ok(Merged { name: key(row, 0)?, into: key(row, 1)? })
        })?;
        let apart =
            self.all("SELECT name, other FROM fourth_party_apart", [], |row| Ok((key(row, 0)?, key(row, 1)?)))?;
        Ok(Aliases::new(merged, apart))
    }

    /// Lists what is known of the dependences of a vendor, or of all.
    pub fn party_dependences(&self, vendor: Option<VendorId>) -> Result<Vec<Dependence>, StoreError> {
        let vendor = vendor.map(|vendor| vendor.to_string());
        Ok(self.all(include_str!("dependences.sql"), [vendor], dependence)?)
    }
}

impl Change<'_> {
    /// Puts a name below another one.
    pub fn merge_party(&mut self, merged: &Merged, by: PersonId, at: DateTime<Utc>) -> Result<(), StoreError> {
        let sql = "INSERT INTO fourth_party_name (name, into_name, merged_by, merged_at) VALUES (?, ?, ?, ?)";
        let Merged { name, into } = merged;
        self.execute(sql, params![name.as_str(), into.as_str(), by.to_string(), column::of_time(at)])?;
        Ok(())
    }

    /// Takes a name out from below the one into which it was merged, with all that stands below it.
    pub fn split_party(&mut self, name: &PartyKey) -> Result<(), StoreError> {
        Ok(self.update("name", "DELETE FROM fourth_party_name WHERE name = ?", [name.as_str()])?)
    }

    /// Keeps that two names are of two parties.
    pub fn keep_parties_apart(
        &mut self,
        pair: &(PartyKey, PartyKey),
        by: PersonId,
        at: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let sql = "INSERT OR REPLACE INTO fourth_party_apart (name, other, said_by, said_at) VALUES (?, ?, ?, ?)";
        self.execute(sql, params![pair.0.as_str(), pair.1.as_str(), by.to_string(), column::of_time(at)])?;
        Ok(())
    }

    /// Forgets that two names were said to be of two parties.
    pub fn forget_parties_apart(&mut self, pair: &(PartyKey, PartyKey)) -> Result<(), StoreError> {
        let sql = "DELETE FROM fourth_party_apart WHERE name = ? AND other = ?";
        Ok(self.update("pair", sql, [pair.0.as_str(), pair.1.as_str()])?)
    }

    /// Writes what is known of a dependence, in the place of what was; of one of which nothing is said nothing is kept.
    pub fn save_party_dependence(&mut self, dependence: &Dependence) -> Result<(), StoreError> {
        let Dependence { vendor, party, has_our_data, monitoring, mapped, note, by, at } = dependence;
        if !dependence.says_anything() {
            let sql = "DELETE FROM fourth_party_dependence WHERE vendor = ? AND party = ?";
            self.execute(sql, params![vendor.to_string(), party.as_str()])?;
            return Ok(());
        }
        self.execute(
            include_str!("save_dependence.sql"),
            named_params! {
                ":vendor": vendor.to_string(),
                ":party": party.as_str(),
                ":has_our_data": has_our_data,
                ":monitoring": monitoring.map(Monitoring::as_str),
                ":mapped": mapped,
                ":note": note.as_ref().map(LongText::as_str),
                ":said_by": by.to_string(),
                ":said_at": column::of_time(*at),
            },
        )?;
        Ok(())
    }
}

fn key(row: &Row<'_>, at: usize) -> rusqlite::Result<PartyKey> {
    column::get(row, at, |text| Ok(PartyKey::of(text)))
}

fn dependence(row: &Row<'_>) -> rusqlite::Result<Dependence> {
    Ok(Dependence {
        vendor: column::get(row, 0, column::parsed)?,
        party: key(row, 1)?,
        has_our_data: row.get(2)?,
        monitoring: column::opt(row, 3, column::one_of(Monitoring::from_name))?,
        mapped: row.get(4)?,
        note: column::opt(row, 5, column::long_text)?,
        by: column::get(row, 6, column::parsed)?,
        at: column::get(row, 7, column::time)?,
    })
}
