//! Vendors of the register.

mod profile;

pub use profile::FurtherNames;

use crate::{Change, Snapshot, StoreError, column, error::Fault};
use chrono::NaiveDate;
use countersign_domain::{DecisionId, LongText, Name, Outcome, Stage, Tier, Vendor, VendorId};
use rusqlite::{Row, named_params, params};

/// A vendor as the register lists it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VendorRow {
    /// The vendor.
    pub vendor: Vendor,
    /// The name of who answers for it.
    pub owner_name: Option<String>,
    /// How many documents are filed with it.
    pub documents: u32,
    /// Its latest decision.
    pub decision: Option<LatestDecision>,
}

/// The latest decision of a vendor, in short.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LatestDecision {
    /// Its id.
    pub id: DecisionId,
    /// Its number.
    pub number: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// The day.
    pub decided_on: NaiveDate,
    /// When to look again.
    pub next_review: Option<NaiveDate>,
}

/// A name by which a vendor is known.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct VendorName {
    /// The vendor.
    pub vendor: VendorId,
    /// Where it stands.
    pub stage: Stage,
    /// The name.
    pub name: Name,
}

impl Snapshot<'_> {
    /// Lists the names of all vendors, by name, without anything else of them.
    pub fn vendor_names(&self) -> Result<Vec<VendorName>, StoreError> {
        Ok(self.all(include_str!("names.sql"), [], |row| {
            Ok(VendorName {
                vendor: column::get(row, 0, column::parsed)?,
                stage: column::get(row, 1, column::one_of(Stage::from_name))?,
                name: column::get(row, 2, column::name)?,
            })
        })?)
    }

    /// Lists all vendors by name, each with its latest decision and how many documents it has.
    pub fn vendors(&self) -> Result<Vec<VendorRow>, StoreError> {
        Ok(self.all(&list("?1 IS NULL"), [None::<String>], vendor_row)?)
    }

    /// Gives one vendor as the register lists it.
    pub fn vendor_row(&self, id: VendorId) -> Result<Option<VendorRow>, StoreError> {
        Ok(self.one(&list("vendor.id = ?1"), [id.to_string()], vendor_row)?)
    }

    /// Counts the vendors.
    pub fn vendor_count(&self) -> Result<u32, StoreError> {
        Ok(self.count("SELECT count(*) FROM vendor")?)
    }

    /// Gives a vendor.
    pub fn vendor(&self, id: VendorId) -> Result<Option<Vendor>, StoreError> {
        Ok(self.one(include_str!("by_id.sql"), [id.to_string()], vendor)?)
    }

    /// Finds the vendor of that name or, where there is none, one with that alias; ASCII letters match in either case.
    pub fn vendor_by_name(&self, name: &str) -> Result<Option<Vendor>, StoreError> {
        let id = self.one(include_str!("by_name.sql"), named_params! {":name": name.trim()}, |row| {
            column::get(row, 0, column::parsed)
        })?;
        id.map_or(Ok(None), |id| self.vendor(id))
    }
}

impl Change<'_> {
    /// Enters a vendor. A vendor of the same name is a conflict: `vendor.name`.
    pub fn insert_vendor(&mut self, vendor: &Vendor) -> Result<(), StoreError> {
        self.execute(
            include_str!("insert.sql"),
            named_params! {
                ":id": vendor.id.to_string(),
                ":name": vendor.name.as_str(),
                ":service": vendor.service.as_ref().map(Name::as_str),
                ":tier": vendor.tier.map(Tier::as_str),
                ":tier_reason": vendor.tier_reason.as_ref().map(LongText::as_str),
                ":owner": vendor.owner.map(|owner| owner.to_string()),
                ":stage": vendor.stage.as_str(),
                ":notes": vendor.notes.as_ref().map(LongText::as_str),
                ":created_at": column::of_time(vendor.created_at),
            },
        )?;
        Ok(self.insert_aliases(vendor)?)
    }

    /// Writes a vendor's present values over the earlier ones; `created_at` stays.
    pub fn update_vendor(&mut self, vendor: &Vendor) -> Result<(), StoreError> {
        self.update(
            "vendor",
            include_str!("update.sql"),
            named_params! {
                ":id": vendor.id.to_string(),
                ":name": vendor.name.as_str(),
                ":service": vendor.service.as_ref().map(Name::as_str),
                ":tier": vendor.tier.map(Tier::as_str),
                ":tier_reason": vendor.tier_reason.as_ref().map(LongText::as_str),
                ":owner": vendor.owner.map(|owner| owner.to_string()),
                ":stage": vendor.stage.as_str(),
                ":notes": vendor.notes.as_ref().map(LongText::as_str),
            },
        )?;
        self.execute("DELETE FROM vendor_alias WHERE vendor = ?", [vendor.id.to_string()])?;
        Ok(self.insert_aliases(vendor)?)
    }

    fn insert_aliases(&mut self, vendor: &Vendor) -> Result<(), Fault> {
        for (position, alias) in vendor.aliases.iter().enumerate() {
            self.execute(
                "INSERT INTO vendor_alias (vendor, position, name) VALUES (?, ?, ?)",
                params![vendor.id.to_string(), position, alias.as_str()],
            )?;
        }
        Ok(())
    }
}

fn list(condition: &str) -> String {
    include_str!("list.sql").replace("{condition}", condition)
}

fn vendor(row: &Row<'_>) -> rusqlite::Result<Vendor> {
    Ok(Vendor {
        id: column::get(row, 0, column::parsed)?,
        name: column::get(row, 1, column::name)?,
        service: column::opt(row, 2, column::name)?,
        tier: column::opt(row, 3, column::one_of(Tier::from_name))?,
        tier_reason: column::opt(row, 4, column::long_text)?,
        owner: column::opt(row, 5, column::parsed)?,
        stage: column::get(row, 6, column::one_of(Stage::from_name))?,
        notes: column::opt(row, 7, column::long_text)?,
        created_at: column::get(row, 8, column::time)?,
        aliases: column::opt(row, 9, column::names)?.unwrap_or_default(),
    })
}

fn vendor_row(row: &Row<'_>) -> rusqlite::Result<VendorRow> {
    let decision = match column::opt(row, 12, column::parsed)? {
        None => None,
        Some(id) => Some(LatestDecision {
            id,
            number: row.get(13)?,
            outcome: column::get(row, 14, column::one_of(Outcome::from_name))?,
            decided_on: column::get(row, 15, column::day)?,
            next_review: column::opt(row, 16, column::day)?,
        }),
    };
    Ok(VendorRow { vendor: vendor(row)?, owner_name: row.get(10)?, documents: row.get(11)?, decision })
}
