//! The acceptance policy as data (`practice.md` §4): every figure that a rule compares with stands here and can be changed.
//!
//! [`Settings`] is what an editor changes; a [`Policy`] is settings that were checked. Every setting has a path, a label, a
//! unit, a range and a source ([`setting`]). To add one: its field, its default in `data/default_policy.json`, its line in
//! `setting.rs`; a test finds what was forgotten.

mod categories;
mod check;
mod diff;
mod fixed;
mod limits;
mod origin;
pub mod reach;
pub mod setting;
mod tier;

pub use categories::{ByUse, Categories, CategoryNeed, DataUse, Substitutes};
pub use diff::{ChangedSetting, diff, leaves};
pub use fixed::{FIXED, Fixed};
pub use limits::{
    AcceptanceLimits, AlternativeLimits, BridgeLetters, BySeverity, ClassLimits, ContinuityLimits, DateLimits,
    FirmCheckLimits, Lifts, ReportLimits, Severity, Targets,
};
pub use origin::origin;
pub use reach::{Reach, Reaches};
pub use setting::{Setting, Unit};
pub use tier::{
    AcceptedOpinion, ByTier, ContinuityDemand, CuecDemand, FirmDemand, MainEvidence, Monitoring, NdaDemand, OpenLimits,
    SubserviceDemand, TierPolicy,
};

use countersign_domain::{Name, Tier};
use serde::{Deserialize, Serialize, de::Error as _};
use serde_json::Value;
use std::{fmt, sync::LazyLock};

/// The name and version of the format.
pub const FORMAT: &str = "countersign-policy/1";

/// Every setting of the policy.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// From how many points a class begins.
    pub tiering: ClassLimits,
    /// What a bridge letter can do.
    pub bridge_letter: BridgeLetters,
    /// Limits of dates for every class.
    pub dates: DateLimits,
    /// What is asked of each class.
    pub tiers: ByTier<TierPolicy>,
    /// Which categories are required.
    pub categories: Categories,
    /// How the firm is checked.
    pub firm: FirmCheckLimits,
    /// Limits on exceptions and reliability.
    pub report: ReportLimits,
    /// Who may accept what.
    pub acceptance: AcceptanceLimits,
    /// By when things are due.
    pub targets: Targets,
    /// The path without a SOC 2 report.
    pub alternative: AlternativeLimits,
    /// How current the proofs of continuity must be.
    #[serde(default)]
    pub continuity: ContinuityLimits,
}

/// A policy whose settings were checked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Policy {
    version: u32,
    name: Name,
    settings: Settings,
}

/// A policy as it is written down.
#[derive(Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
struct Written {
    format: String,
    version: u32,
    name: Name,
    settings: Settings,
}

/// Says which setting is wrong, and how.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{path}: {problem}")]
pub struct InvalidSetting {
    /// The setting's path, e.g. `tiers.critical.max_age_months`.
    pub path: String,
    /// What is wrong, with the value last.
    pub problem: String,
}

/// Says why something is no policy.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum InvalidPolicy {
    /// It cannot be read: no JSON, another format, a field unknown or missing, a value of another kind.
    Unreadable(String),
    /// It can be read, and these settings are wrong; never empty.
    Settings(Vec<InvalidSetting>),
}

impl fmt::Display for InvalidPolicy {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Unreadable(why) => write!(f, "not a policy: {why}"),
            Self::Settings(wrong) => {
                let lines: Vec<String> = wrong.iter().map(ToString::to_string).collect();
                f.write_str(&lines.join("; "))
            }
        }
    }
}

impl std::error::Error for InvalidPolicy {}

static STANDARD: LazyLock<Policy> = LazyLock::new(|| {
    Policy::from_json(include_str!("../../data/default_policy.json")).expect("the default policy is a policy")
});

impl Policy {
    /// The policy with which everybody begins.
    pub fn standard() -> &'static Self {
        &STANDARD
    }

    /// Takes settings that hold together. Versions count from 1.
    pub fn new(version: u32, name: Name, settings: Settings) -> Result<Self, InvalidPolicy> {
        let wrong = check::wrong(version, &settings);
        if wrong.is_empty() { Ok(Self { version, name, settings }) } else { Err(InvalidPolicy::Settings(wrong)) }
    }

    /// Reads what [`Policy::to_json`] wrote.
    pub fn from_json(text: &str) -> Result<Self, InvalidPolicy> {
        let unreadable = |error: serde_json::Error| InvalidPolicy::Unreadable(error.to_string());
        let written: Written = serde_json::from_str(text).map_err(unreadable)?;
        if written.format != FORMAT {
            return Err(InvalidPolicy::Unreadable(format!(
                "format {FORMAT} is read here, this is: {}",
                written.format
            )));
        }
        Self::new(written.version, written.name, written.settings)
    }

    /// Writes it down, for reading and for keeping.
    pub fn to_json(&self) -> String {
        serde_json::to_string_pretty(self).expect("a policy is plain data")
    }

    /// Its version: 1 and up.
    pub const fn version(&self) -> u32 {
        self.version
    }

    /// What it is called.
    pub const fn name(&self) -> &Name {
        &self.name
    }

    /// Its settings.
    pub const fn settings(&self) -> &Settings {
        &self.settings
    }

    /// What is asked of a class.
    pub const fn tier(&self, tier: Tier) -> &TierPolicy {
        self.settings.tiers.of(tier)
    }

    /// The value of the setting at `path`.
    pub fn value(&self, path: &str) -> Option<Value> {
        let settings = serde_json::to_value(&self.settings).expect("settings are plain data");
        settings.pointer(&pointer(path)).cloned()
    }

    /// The next version of the policy, with other values of some settings.
    pub fn with(&self, changes: &[(&str, Value)]) -> Result<Self, InvalidPolicy> {
        let mut settings = serde_json::to_value(&self.settings).expect("settings are plain data");
        for (path, value) in changes {
            let unknown =
                || InvalidSetting { path: (*path).to_owned(), problem: "there is no such setting".to_owned() };
            let known = setting::of_path(path).is_some();
            let place = settings.pointer_mut(&pointer(path)).filter(|_| known);
            *place.ok_or_else(|| InvalidPolicy::Settings(vec![unknown()]))? = value.clone();
            // Read after each change, so that the error names the setting that does not fit.
            if let Err(error) = Settings::deserialize(&settings) {
                let problem = error.to_string();
                return Err(InvalidPolicy::Settings(vec![InvalidSetting { path: (*path).to_owned(), problem }]));
            }
        }
        let settings = Settings::deserialize(settings).expect("read above, or unchanged");
        Self::new(self.version + 1, self.name.clone(), settings)
    }
}

fn pointer(path: &str) -> String {
    format!("/{}", path.replace('.', "/"))
}

impl Serialize for Policy {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let Self { version, name, settings } = self.clone();
        Written { format: FORMAT.to_owned(), version, name, settings }.serialize(serializer)
    }
}

impl<'de> Deserialize<'de> for Policy {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let written = Written::deserialize(deserializer)?;
        if written.format != FORMAT {
            return Err(D::Error::custom(format!("not of format {FORMAT}: {}", written.format)));
        }
        Self::new(written.version, written.name, written.settings).map_err(D::Error::custom)
    }
}

#[cfg(test)]
mod tests;
