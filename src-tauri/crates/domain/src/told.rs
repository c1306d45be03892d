//! What of a document only a person can tell: no reader reads it, a rule of the policy asks for it (`practice.md` §3.1 B1, §3.2 C6,
//! §8.2).

use crate::{EngagementId, Name, choices};
use serde::{Deserialize, Serialize};

choices! {
    /// For whom a bridge letter was signed.
    LetterSigner {
        /// The vendor's management.
        VendorManagement = "vendor_management", "Vendor management";
        /// The auditor, as if it were assurance.
        Auditor = "auditor", "Auditor";
        /// Nobody, or somebody else.
        Other = "other", "Nobody who may";
    }
    /// Yes or no.
    YesNo {
        /// It is so.
        Yes = "yes", "Yes";
        /// It is not so.
        No = "no", "No";
    }
}

impl YesNo {
    /// Whether it is so.
    pub const fn is_yes(self) -> bool {
        matches!(self, Self::Yes)
    }
}

/// A service that we buy and that a document covers (`decisions/0043`).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CoveredService {
    /// The engagement in the register: it says which service, whatever that is called by now.
    pub id: EngagementId,
    /// What it was called when this was told.
    pub name: Name,
}
