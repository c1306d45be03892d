use super::{TierName, VerdictName, wire};
use chrono::{DateTime, NaiveDate, Utc};
use serde_json::Value;
use uuid::Uuid;

wire! {
    /// Something that no setting changes, and why.
    pub struct FixedView {
        /// What holds.
        pub what: String,
        /// Why no setting changes it.
        pub why: String,
        /// Where it comes from.
        pub source: String,
    }

    /// The acceptance policy in force.
    pub struct PolicyView {
        /// Its version.
        pub version: u32,
        /// What it is called.
        pub name: String,
        /// Every setting.
        pub settings: Vec<SettingView>,
        /// What no setting changes.
        pub fixed: Vec<FixedView>,
        /// Every version, the latest first; none before the first was saved.
        pub versions: Vec<PolicyVersion>,
    }

    /// A setting of the policy.
    pub struct SettingView {
        /// Its path, e.g. `tiers.critical.max_age_months`.
        pub path: String,
        /// The path that it shares with those of its kind: `tiers.*.max_age_months`.
        pub kind: String,
        /// What people read.
        pub label: String,
        /// The substitute, use or category that it is of, where it is of one.
        pub of: Option<String>,
        /// In what it is counted.
        pub unit: UnitName,
        /// The least that is possible, where it is a number.
        pub least: Option<u32>,
        /// The most that is possible, where it is a number.
        pub most: Option<u32>,
        /// The words that are possible, where it is a choice.
        pub choices: Vec<SettingChoice>,
        /// Whether it may be left empty: no limit.
        pub may_be_empty: bool,
        /// What supports the default.
        pub source: String,
        /// Its value.
        #[ts(type = "unknown")]
        pub value: Value,
        /// Its value in the policy with which everybody begins.
        #[ts(type = "unknown")]
        pub default: Value,
    }

    /// A word that a setting can have.
    pub struct SettingChoice {
        /// The word in data.
        pub value: String,
        /// What people read.
        pub label: String,
    }

    /// In what a setting is counted.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names say it")]
    pub enum UnitName {
        Months,
        Days,
        Hours,
        Points,
        Count,
        Score,
        Switch,
        Choice,
        Choices,
    }

    /// A version of the policy.
    pub struct PolicyVersion {
        /// Its number.
        pub version: u32,
        /// Why it was saved.
        pub reason: String,
        /// Who saved it.
        pub saved_by: String,
        /// When.
        pub saved_at: DateTime<Utc>,
        /// The hash of what was saved.
        pub sha256: String,
        /// What differs from the version before; from the standard for the first.
        pub changes: Vec<ChangedSettingView>,
    }

    /// A setting with two values.
    pub struct ChangedSettingView {
        /// Its path.
        pub path: String,
        /// What people read, with the class where it is of one.
        pub label: String,
        /// In what it is counted.
        pub unit: UnitName,
        /// The value before, in words.
        pub before: String,
        /// The value after, in words.
        pub after: String,
    }

    /// A policy that is not saved yet: the one in force with some settings changed, or a whole one as it is written down.
    pub struct DraftPolicy {
        /// The settings that change.
        pub changes: Vec<SettingChange>,
        /// A whole policy as JSON; the changes come on top of it.
        pub whole: Option<String>,
    }

    /// Another value of a setting.
    pub struct SettingChange {
        /// The setting's path.
        pub path: String,
        /// Its value.
        #[ts(type = "unknown")]
        pub value: Value,
    }

    /// What a policy that is not saved yet would change.
    pub struct PolicyCheck {
        /// What is wrong with it; nothing else is worked out then.
        pub problems: Vec<SettingProblem>,
        /// The settings that differ from the policy in force.
        pub changes: Vec<ChangedSettingView>,
        /// The vendors whose verdict changes.
        pub flips: Vec<VerdictFlip>,
        /// The vendors whose verdict stays and whose evidence runs out on another day.
        pub moves: Vec<DateMove>,
        /// How many vendors stay as they are.
        pub unchanged: u32,
    }

    /// A setting that is wrong.
    pub struct SettingProblem {
        /// Its path; empty where the whole cannot be read.
        pub path: String,
        /// What people read.
        pub label: String,
        /// What is wrong.
        pub problem: String,
    }

    /// A vendor whose verdict would change.
    pub struct VerdictFlip {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The verdict in force.
        pub before: VerdictName,
        /// The verdict under the draft.
        pub after: VerdictName,
        /// The rules whose result changes: what is found, and what would be required.
        pub why: Vec<ChangedRule>,
    }

    /// A rule whose result would change.
    pub struct ChangedRule {
        /// Its code.
        pub code: String,
        /// Its title.
        pub title: String,
        /// What is required under the draft.
        pub required: String,
        /// What is found.
        pub found: String,
    }

    /// A vendor whose evidence would run out on another day.
    pub struct DateMove {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// The day in force.
        pub before: Option<NaiveDate>,
        /// The day under the draft.
        pub after: Option<NaiveDate>,
    }

    /// Saves a policy as the next version.
    pub struct SavePolicy {
        /// The policy.
        pub draft: DraftPolicy,
        /// The version that it was made from: another may have been saved since.
        pub based_on: u32,
        /// Why.
        pub reason: String,
    }
}
