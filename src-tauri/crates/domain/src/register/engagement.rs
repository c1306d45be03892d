//! A service that we buy from a vendor. A vendor may have several, and each is used for something else.

use super::{DataClass, Hours};
use crate::{EngagementId, LongText, Name, choices};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choices! {
    /// How far the vendor gets into our systems (`practice.md` §4.1).
    Access {
        /// Not at all.
        None = "none", "None";
        /// Into rooms.
        Physical = "physical", "Physical";
        /// Into the network, or as users of internal systems.
        NetworkOrUser = "network_or_user", "Network or user access";
        /// Into production, as administrators, or from system to system.
        ProductionOrSystem = "production_or_system", "Production, administration or system to system";
    }
    /// How deep the service is built into our systems (`practice.md` §4.1).
    Integration {
        /// It stands alone.
        None = "none", "None";
        /// Single sign-on, imports, exports.
        Moderate = "moderate", "Moderate";
        /// Embedded: its interfaces are part of our systems.
        Deep = "deep", "Deep";
    }
    /// What happens here when the service fails for a business day (`practice.md` §4.1).
    Dependence {
        /// Hardly anything.
        Little = "little", "Little changes";
        /// Work goes on, worse.
        Degraded = "degraded", "Work is degraded";
        /// Work stops within one business day.
        StopsWork = "stops_work", "Work stops within a day";
    }
    /// How hard it would be to replace the vendor (`practice.md` §6.8, the register of DORA).
    Substitutability {
        /// Another can take over soon.
        Easily = "easily", "Easily";
        /// Only with much effort or time.
        Complex = "complex", "With much effort";
        /// Nobody else offers it.
        Not = "not", "Not";
    }
    /// Whether artificial intelligence works on our data (`practice.md` §6.1).
    AiUse {
        /// It does.
        Yes = "yes", "Yes";
        /// It does not.
        No = "no", "No";
        /// We asked, and nobody knows.
        Unknown = "unknown", "Unknown";
    }
}

/// A service bought, as intake describes it (`practice.md` §6.1). `None` = not answered yet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Engagement {
    /// Its id.
    pub id: EngagementId,
    /// The product or service by the name that the vendor uses; a report must name it.
    pub name: Name,
    /// What we use it for.
    pub purpose: Option<LongText>,
    /// Who uses it here, and how many.
    pub users: Option<LongText>,
    /// What the vendor can reach; an empty set means that it reaches no data of ours.
    pub data: Option<BTreeSet<DataClass>>,
    /// Countries or regions in which the data is kept.
    pub data_locations: Option<Vec<Name>>,
    /// How far the vendor gets into our systems.
    pub access: Option<Access>,
    /// How deep it is built into our systems.
    pub integration: Option<Integration>,
    /// What happens when it fails for a day.
    pub dependence: Option<Dependence>,
    /// How long we can do without it.
    pub tolerable_outage: Option<Hours>,
    /// How hard it would be to replace.
    pub substitutability: Option<Substitutability>,
    /// Whether law, contract or the scope of our own attestation or certificate gives it rules.
    pub regulated: Option<bool>,
    /// Whether what it computes goes into our financial statements.
    pub feeds_financial_statements: Option<bool>,
    /// Whether it is the only one that handles our customers' data for our product.
    pub sole_processor_of_customer_data: Option<bool>,
    /// Whether it is a subservice organization of our own SOC 2 report.
    pub in_our_soc2: Option<bool>,
    /// Whether we rely on a promised availability.
    pub sla_relied_on: Option<bool>,
    /// Whether we rely on what the vendor promises people about their data.
    pub privacy_commitments_relied_on: Option<bool>,
    /// Whether artificial intelligence works on our data.
    pub ai_on_our_data: Option<AiUse>,
    /// Subprocessors that the vendor named for it.
    pub subprocessors: Option<Vec<Name>>,
}

impl Engagement {
    /// Enters a service of which nothing is answered yet.
    pub const fn new(id: EngagementId, name: Name) -> Self {
        Self {
            id,
            name,
            purpose: None,
            users: None,
            data: None,
            data_locations: None,
            access: None,
            integration: None,
            dependence: None,
            tolerable_outage: None,
            substitutability: None,
            regulated: None,
            feeds_financial_statements: None,
            sole_processor_of_customer_data: None,
            in_our_soc2: None,
            sla_relied_on: None,
            privacy_commitments_relied_on: None,
            ai_on_our_data: None,
            subprocessors: None,
        }
    }

    /// Whether the vendor handles data of that kind for this service; `None` while nobody has said what it handles.
    pub fn handles(&self, class: DataClass) -> Option<bool> {
        self.data.as_ref().map(|data| data.contains(&class))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_not_answered_survives_being_stored() {
        let id = EngagementId::from_uuid(uuid::Uuid::nil());
        let mut engagement = Engagement::new(id, Name::parse("Example Ledger").expect("a name"));
        engagement.data = Some(BTreeSet::new());
        let json = serde_json::to_value(&engagement).expect("plain data");
        assert!(json["access"].is_null(), "not asked is null, not a guess");
        assert_eq!(json["data"], serde_json::json!([]), "no data is an answer");
        assert_eq!(serde_json::from_value::<Engagement>(json).expect("reads back"), engagement);
    }

    #[test]
    fn an_answer_is_found_by_its_name() {
        for class in DataClass::ALL {
            assert_eq!(DataClass::from_name(class.as_str()), Some(*class), "{}", class.title());
        }
        assert_eq!(Access::from_name("admin"), None);
    }
}
