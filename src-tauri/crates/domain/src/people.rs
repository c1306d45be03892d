//! People of our organisation and the roles in which they act and sign (`practice.md` §7.2).

use crate::{Name, PersonId};
use serde::{Deserialize, Serialize};

/// In which role a person acts. One person may have several.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// Prepares reviews: receives documents, confirms facts.
    Reviewer,
    /// Reads again what a reviewer prepared, for critical and high vendors.
    SecondReader,
    /// Needs the service and accepts its use and our duties.
    BusinessOwner,
    /// Answers for security risk and recommends.
    SecurityOwner,
    /// Answers for privacy and contracts.
    PrivacyLegal,
    /// Answers for the process.
    Procurement,
    /// Signs for critical vendors, deviations and high acceptances.
    Executive,
    /// Keeps the workspace: people, protection, policy.
    Administrator,
}

impl Role {
    /// All roles in the order in which they sign.
    pub const ALL: [Self; 8] = [
        Self::Reviewer,
        Self::SecondReader,
        Self::BusinessOwner,
        Self::SecurityOwner,
        Self::PrivacyLegal,
        Self::Procurement,
        Self::Executive,
        Self::Administrator,
    ];

    /// The name used in the database and on the wire.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Reviewer => "reviewer",
            Self::SecondReader => "second_reader",
            Self::BusinessOwner => "business_owner",
            Self::SecurityOwner => "security_owner",
            Self::PrivacyLegal => "privacy_legal",
            Self::Procurement => "procurement",
            Self::Executive => "executive",
            Self::Administrator => "administrator",
        }
    }

    /// Finds the role of that name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.as_str() == name)
    }

    /// What the role is called on paper.
    pub const fn title(self) -> &'static str {
        match self {
            Self::Reviewer => "Reviewer",
            Self::SecondReader => "Second reader",
            Self::BusinessOwner => "Business owner",
            Self::SecurityOwner => "Security owner",
            Self::PrivacyLegal => "Privacy and legal",
            Self::Procurement => "Procurement",
            Self::Executive => "Executive",
            Self::Administrator => "Administrator",
        }
    }
}

/// A person of our organisation.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Person {
    /// Their id.
    pub id: PersonId,
    /// Their name as it is printed.
    pub name: Name,
    /// Their title in the organisation, as printed under a signature.
    pub title: Option<Name>,
    /// Their roles, sorted, without repetition.
    pub roles: Vec<Role>,
    /// Whether they still act; those who left stay in the record.
    pub active: bool,
}

impl Person {
    /// Whether the person has the role.
    pub fn has(&self, role: Role) -> bool {
        self.roles.contains(&role)
    }
}
