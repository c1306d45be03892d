//! The factors of inherent risk and their points (`practice.md` §4.1).

use countersign_domain::{
    choices,
    register::{Access, Dependence, Engagement, Integration, Substitutability},
};
use serde::Serialize;

choices! {
    /// One factor of inherent risk.
    Factor {
        /// The most sensitive data that the vendor can reach, 0 to 4.
        Data = "data", "Most sensitive data";
        /// How far it gets into our systems, 0 to 4.
        Access = "access", "Access";
        /// How we depend on it, 1 to 4.
        Dependence = "dependence", "Business dependence";
        /// How deep it is built in, 0 to 2.
        Integration = "integration", "Integration";
        /// Whether rules of law or contract or our own scope apply, 2.
        Regulated = "regulated", "Regulated scope";
        /// Whether it cannot be replaced readily, 1.
        Concentration = "concentration", "No ready substitute";
    }
}

/// What a factor counts, and why.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct FactorPoints {
    /// The factor.
    pub factor: Factor,
    /// Its points.
    pub points: u8,
    /// The answer that gives them.
    pub reason: &'static str,
}

impl Factor {
    /// The most points that it can give.
    pub const fn most(self) -> u8 {
        match self {
            Self::Data | Self::Access | Self::Dependence => 4,
            Self::Integration | Self::Regulated => 2,
            Self::Concentration => 1,
        }
    }

    /// The fewest points that an answer can give.
    pub const fn least(self) -> u8 {
        match self {
            Self::Dependence => 1,
            Self::Data | Self::Access | Self::Integration | Self::Regulated | Self::Concentration => 0,
        }
    }

    /// What the answers give; `None` where the answer is missing.
    pub fn points(self, engagement: &Engagement) -> Option<FactorPoints> {
        let (points, reason) = match self {
            Self::Data => {
                let worst = engagement.data.as_ref()?.iter().max_by_key(|class| class.points());
                worst.map_or((0, "The vendor reaches no data of ours"), |class| (class.points(), class.title()))
            }
            Self::Access => {
                let access = engagement.access?;
                let points = match access {
                    Access::None => 0,
                    Access::Physical => 2,
                    Access::NetworkOrUser => 3,
                    Access::ProductionOrSystem => 4,
                };
                (points, access.title())
            }
            Self::Dependence => {
                let dependence = engagement.dependence?;
                let points = match dependence {
                    Dependence::Little => 1,
                    Dependence::Degraded => 2,
                    Dependence::StopsWork => 4,
                };
                (points, dependence.title())
            }
            Self::Integration => {
                let integration = engagement.integration?;
                let points = match integration {
                    Integration::None => 0,
                    Integration::Moderate => 1,
                    Integration::Deep => 2,
                };
                (points, integration.title())
            }
            Self::Regulated => {
                if engagement.regulated? {
                    (2, "Law, contract or our own scope gives it rules")
                } else {
                    (0, "No rules of law, contract or our own scope")
                }
            }
            Self::Concentration => match engagement.substitutability? {
                Substitutability::Easily => (0, "Another can take over soon"),
                Substitutability::Complex => (1, "Only replaced with much effort"),
                Substitutability::Not => (1, "Nobody else offers it"),
            },
        };
        Some(FactorPoints { factor: self, points, reason })
    }
}
