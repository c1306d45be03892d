//! That a vendor rests on a party, what people said of it, and whether anything assures us of the party (`practice.md` §3.6 G2,
//! §9 "Carve-out coverage").

use super::PartyKey;
use crate::{LongText, PersonId, Tier, VendorId, choices, reading::SubserviceMethod};
use chrono::{DateTime, Utc};

choices! {
    /// What is known of the vendor's monitoring of a party.
    Monitoring {
        /// Its monitoring control was tested without exception.
        Tested = "tested", "Tested clean in the report";
        /// It says that it monitors.
        Said = "said", "The vendor says so";
        /// It does not.
        None = "none", "None";
    }
}

/// What people said of a vendor's dependence on a party, by the name that its report uses.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Dependence {
    /// The vendor.
    pub vendor: VendorId,
    /// The party as the vendor's report names it.
    pub party: PartyKey,
    /// Whether it hosts or processes our data.
    pub has_our_data: Option<bool>,
    /// The vendor's monitoring of it.
    pub monitoring: Option<Monitoring>,
    /// Whether the controls expected of it were mapped to its own report.
    pub mapped: Option<bool>,
    /// Anything else.
    pub note: Option<LongText>,
    /// Who said it.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

impl Dependence {
    /// Whether anything is said.
    pub const fn says_anything(&self) -> bool {
        self.has_our_data.is_some() || self.monitoring.is_some() || self.mapped.is_some() || self.note.is_some()
    }
}

/// What we hold of the party's own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Held {
    /// Nothing that counts today.
    Nothing,
    /// Current evidence that nobody has reviewed yet.
    Unread,
    /// Current evidence, reviewed.
    Read,
}

/// What assures us of a carved-out party.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cover {
    /// Its own current report is held and reviewed.
    Report,
    /// The vendor's monitoring of it was tested without exception.
    Monitoring,
}

/// Where a dependence stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How the report treats the party.
    pub method: Option<SubserviceMethod>,
    /// Whether it has our data.
    pub has_our_data: Option<bool>,
    /// The class of the vendor.
    pub tier: Option<Tier>,
    /// What we hold of the party's own.
    pub held: Held,
    /// What is known of the vendor's monitoring.
    pub monitoring: Option<Monitoring>,
}

impl Standing {
    /// Whether we need assurance on the party: it is not examined together with the vendor, and has our data. While nobody has
    /// said whether it has, it counts for a critical or high vendor.
    pub fn matters(&self) -> bool {
        self.method != Some(SubserviceMethod::Inclusive)
            && self.has_our_data.unwrap_or(matches!(self.tier, Some(Tier::Critical | Tier::High)))
    }

    /// What assures us of it. That a vendor says that it monitors is no assurance (`practice.md` §3.6 G2: warns).
    pub fn cover(&self) -> Option<Cover> {
        match (self.held, self.monitoring) {
            (Held::Read, _) => Some(Cover::Report),
            (_, Some(Monitoring::Tested)) => Some(Cover::Monitoring),
            _ => None,
        }
    }

    /// Whether the party is to be chased: it matters and nothing assures us of it.
    pub fn is_open(&self) -> bool {
        self.matters() && self.cover().is_none()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const CARVED: Standing = Standing {
        method: Some(SubserviceMethod::CarveOut),
        has_our_data: None,
        tier: Some(Tier::Critical),
        held: Held::Nothing,
        monitoring: None,
    };

    #[test]
    fn what_is_carved_out_of_a_grave_vendor_is_chased_until_something_assures_us() {
        assert!(CARVED.is_open());
        assert!(!Standing { held: Held::Read, ..CARVED }.is_open());
        assert!(Standing { held: Held::Unread, ..CARVED }.is_open(), "a report that nobody read assures nobody");
        assert!(!Standing { monitoring: Some(Monitoring::Tested), ..CARVED }.is_open());
        assert!(Standing { monitoring: Some(Monitoring::Said), ..CARVED }.is_open(), "saying so is no test");
    }

    #[test]
    fn our_data_decides_where_it_is_known() {
        assert!(!Standing { has_our_data: Some(false), ..CARVED }.matters());
        let low = Standing { tier: Some(Tier::Low), ..CARVED };
        assert!(!low.matters());
        assert!(Standing { has_our_data: Some(true), ..low }.matters());
        assert!(!Standing { tier: None, ..CARVED }.matters(), "without a class nothing is asked yet");
    }

    #[test]
    fn what_is_examined_too_needs_no_report_of_its_own_and_a_missing_method_is_none() {
        assert!(!Standing { method: Some(SubserviceMethod::Inclusive), ..CARVED }.matters());
        assert!(Standing { method: None, ..CARVED }.matters());
    }
}
