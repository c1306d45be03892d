//! How the policy and its versions are shown.

use super::{in_force, parsed, words};
use crate::{App, fail, people};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Person, Sha256};
use countersign_policy::{
    Policy,
    standard::{self, setting},
};
use countersign_store::{PolicyRow, StoreError};
use serde_json::Value;
use std::collections::HashMap;

impl App {
    /// The policy in force as it is written down.
    pub fn policy_text(&self) -> Result<String, Failure> {
        Ok(self.opened()?.store.read(in_force).map_err(fail::store)?.to_json())
    }

    /// The policy in force, with its versions.
    pub(crate) fn policy_view(&self) -> Result<w::PolicyView, Failure> {
        let opened = self.opened()?;
        opened
            .store
            .read(|db| {
                let policy = in_force(db)?;
                Ok(w::PolicyView {
                    version: policy.version(),
                    name: policy.name().to_string(),
                    settings: settings(&policy),
                    fixed: standard::FIXED.iter().map(fixed).collect(),
                    versions: versions(&db.policies()?, &db.persons()?)?,
                })
            })
            .map_err(fail::store)
    }
}

fn fixed(fixed: &standard::Fixed) -> w::FixedView {
    w::FixedView { what: fixed.what.to_owned(), why: fixed.why.to_owned(), source: standard::origin(fixed.source) }
}

/// Every setting, in the order in which an editor shows them.
fn settings(policy: &Policy) -> Vec<w::SettingView> {
    let position = |path: &str| setting::ALL.iter().position(|known| setting::of_path(path) == Some(known));
    let mut leaves = standard::leaves(policy);
    leaves.sort_by_key(|(path, _)| (position(path), setting::of_path(path).and_then(|kind| words::place(path, kind))));
    let standard: HashMap<String, Value> = standard::leaves(Policy::standard()).into_iter().collect();
    // Of settings of one kind all or none can be empty.
    let mut may_be_empty: HashMap<&str, bool> = HashMap::new();
    leaves
        .into_iter()
        .filter_map(|(path, value)| {
            let setting = setting::of_path(&path)?;
            Some(w::SettingView {
                kind: setting.path.to_owned(),
                label: setting.label.to_owned(),
                unit: words::unit(setting.unit),
                least: setting.range.map(|range| range.0.into()),
                most: setting.range.map(|range| range.1.into()),
                of: words::of(&path, setting).map(str::to_owned),
                choices: words::choices(&path, setting),
                may_be_empty: *may_be_empty
                    .entry(setting.path)
                    .or_insert_with(|| policy.with(&[(&path, Value::Null)]).is_ok()),
                source: standard::origin(setting.source),
                default: standard.get(&path).cloned().unwrap_or_default(),
                value,
                path,
            })
        })
        .collect()
}

/// Every version with what differs from the one before.
fn versions(rows: &[PolicyRow], people: &[Person]) -> Result<Vec<w::PolicyVersion>, StoreError> {
    let policies = rows.iter().map(parsed).collect::<Result<Vec<_>, _>>()?;
    Ok(rows
        .iter()
        .zip(&policies)
        .enumerate()
        .map(|(at, (row, policy))| w::PolicyVersion {
            version: row.version,
            reason: row.reason.to_string(),
            saved_by: people::name_in(people, row.saved_by),
            saved_at: row.saved_at,
            sha256: Sha256::of(row.policy.as_bytes()).to_string(),
            changes: standard::diff(policies.get(at + 1).unwrap_or_else(|| Policy::standard()), policy)
                .iter()
                .map(words::changed)
                .collect(),
        })
        .collect())
}
