//! Ids: UUIDs of version 7, so that they sort by the time they were made. Each thing has a type of its own.

use serde::{Deserialize, Serialize};
use std::{fmt, str::FromStr};
use uuid::Uuid;

/// Says that a text is not the id of such a thing.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("not an id of a {what}: {text}")]
pub struct InvalidId {
    /// Which thing the id should name, in words.
    pub what: &'static str,
    /// The text as given.
    pub text: String,
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident = $what:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(Uuid);

        impl $name {
            /// Takes a UUID that the caller made or has stored.
            pub const fn from_uuid(uuid: Uuid) -> Self {
                Self(uuid)
            }

            /// Gives the UUID.
            pub const fn uuid(self) -> Uuid {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }

        impl FromStr for $name {
            type Err = InvalidId;
            fn from_str(text: &str) -> Result<Self, InvalidId> {
                Uuid::parse_str(text).map(Self).map_err(|_| InvalidId { what: $what, text: text.to_owned() })
            }
        }
    )*};
}

ids! {
    /// Names a workspace: one file.
    WorkspaceId = "workspace";
    /// Names a vendor.
    VendorId = "vendor";
    /// Names a received document. The bytes are named by their [`crate::Sha256`].
    DocumentId = "document";
    /// Names something noted of a vendor between reviews.
    MonitoringId = "monitoring entry";
    /// Names a person of our organisation.
    PersonId = "person";
    /// Names one judgement of one fact.
    JudgementId = "judgement";
    /// Names a decision about a vendor.
    DecisionId = "decision";
    /// Names a condition of a decision.
    ConditionId = "condition";
    /// Names a packet.
    PacketId = "packet";
    /// Names a review of a vendor.
    ReviewId = "review";
    /// Names a service that we buy from a vendor.
    EngagementId = "engagement";
    /// Names a check of a firm.
    FirmCheckId = "firm check";
    /// Names a deviation or an acceptance of a finding.
    AcceptanceId = "acceptance";
    /// Names a version of a vendor's path without a report.
    AlternativeId = "path without a report";
    /// Names something found about a vendor.
    FindingId = "finding";
    /// Names a contract with a vendor.
    ContractId = "contract";
    /// Names a control of our own.
    OwnControlId = "own control";
}
