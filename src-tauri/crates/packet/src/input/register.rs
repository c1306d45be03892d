//! What the register said of the vendor, as far as the packet prints it: the services, confidentiality, the way on without it.

use countersign_domain::register::{Continuity, Engagement, Nda};
use serde::{Deserialize, Serialize};

/// What the register said. The forms are those in which the register itself is stored, and as long-lived.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct FrozenRegister {
    /// What we buy.
    pub services: Vec<Engagement>,
    /// The confidentiality agreed; `None` where nothing is recorded.
    pub nda: Option<Nda>,
    /// How we would go on without the vendor.
    pub continuity: Continuity,
    /// Who asked for the vendor, where that is recorded.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub requester: Option<String>,
}
