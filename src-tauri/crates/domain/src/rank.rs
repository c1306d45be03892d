//! Who may live with what: the rank of an approver (`practice.md` §5.5, §7.2).

use crate::{Role, choices};

choices! {
    /// How high an approver stands, lowest first.
    Rank {
        /// Who works in vendor risk: may accept what is low.
        TeamMember = "team_member", "Member of the risk team";
        /// Who needs the service and answers for its use.
        BusinessOwner = "business_owner", "Business owner";
        /// Who answers for security risk.
        RiskOwner = "risk_owner", "Risk owner";
        /// Who signs for critical vendors, deviations and high acceptances.
        Executive = "executive", "Executive";
    }
}

impl Rank {
    /// The rank that a role gives; `None` where it gives none in matters of risk.
    pub const fn of_role(role: Role) -> Option<Self> {
        match role {
            Role::Executive => Some(Self::Executive),
            Role::SecurityOwner => Some(Self::RiskOwner),
            Role::BusinessOwner => Some(Self::BusinessOwner),
            Role::Reviewer | Role::SecondReader => Some(Self::TeamMember),
            Role::PrivacyLegal | Role::Procurement | Role::Administrator => None,
        }
    }

    /// The highest rank that the roles of a person give.
    pub fn of(roles: &[Role]) -> Option<Self> {
        roles.iter().filter_map(|role| Self::of_role(*role)).max()
    }

    /// The rank above; the highest has none above it and stays (`practice.md` §8.3 step 7).
    #[must_use]
    pub const fn above(self) -> Self {
        match self {
            Self::TeamMember => Self::BusinessOwner,
            Self::BusinessOwner => Self::RiskOwner,
            Self::RiskOwner | Self::Executive => Self::Executive,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_highest_role_counts() {
        assert_eq!(Rank::of(&[Role::Reviewer, Role::SecurityOwner]), Some(Rank::RiskOwner));
        assert_eq!(Rank::of(&[Role::Administrator]), None, "who keeps the workspace accepts no risk");
        assert!(Rank::Executive > Rank::RiskOwner && Rank::Executive.above() == Rank::Executive);
    }
}
