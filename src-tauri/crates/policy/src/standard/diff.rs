//! What changed from one policy to another.

use super::{Policy, Setting, setting};
use serde::Serialize;
use serde_json::Value;

/// A setting that changed.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct ChangedSetting {
    /// Its path, e.g. `tiers.critical.max_age_months`.
    pub path: String,
    /// What it is.
    pub setting: &'static Setting,
    /// Its value before.
    pub before: Value,
    /// Its value after.
    pub after: Value,
}

/// Lists the settings that differ, in the order in which the policy is written.
pub fn diff(before: &Policy, after: &Policy) -> Vec<ChangedSetting> {
    let (before, after) = (leaves(before), leaves(after));
    before
        .into_iter()
        .zip(after)
        .filter(|((_, before), (_, after))| before != after)
        .filter_map(|((path, before), (_, after))| {
            let setting = setting::of_path(&path)?;
            Some(ChangedSetting { path, setting, before, after })
        })
        .collect()
}

/// Every setting with its value. The keys of all policies are the same, so that two lists can be laid side by side.
pub fn leaves(policy: &Policy) -> Vec<(String, Value)> {
    fn walk(path: &str, value: Value, found: &mut Vec<(String, Value)>) {
        match value {
            Value::Object(fields) => {
                for (name, value) in fields {
                    let path = if path.is_empty() { name } else { format!("{path}.{name}") };
                    walk(&path, value, found);
                }
            }
            value => found.push((path.to_owned(), value)),
        }
    }
    let mut found = Vec::new();
    walk("", serde_json::to_value(policy.settings()).expect("settings are plain data"), &mut found);
    found
}
