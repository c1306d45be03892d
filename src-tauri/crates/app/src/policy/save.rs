//! Saving the next version of the policy.

use super::{draft, in_force, words};
use crate::{App, application::stamp, fail, people};
use chrono::{DateTime, Utc};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{Action, LongText, Op, PersonId};
use countersign_policy::{Policy, standard};
use countersign_store::{Change, PolicyRow, StoreError};
use serde_json::json;

/// Why the first version is on record.
const FIRST: &str = "The standard policy, with which every workspace begins.";

/// Puts the standard on record as version 1 where no policy is: whatever rests on it must be found again.
pub(crate) fn ensure_stored(db: &mut Change<'_>, by: PersonId, at: DateTime<Utc>) -> Result<PolicyRow, StoreError> {
    if let Some(row) = db.policy()? {
        return Ok(row);
    }
    let standard = Policy::standard();
    let row = PolicyRow {
        version: standard.version(),
        reason: LongText::parse(FIRST).expect("a plain sentence"),
        saved_by: by,
        saved_at: at,
        policy: standard.to_json(),
    };
    db.insert_policy(&row)?;
    Ok(row)
}

impl App {
    /// Saves a policy as the next version.
    pub(crate) fn save_policy(&self, input: &w::SavePolicy) -> Result<w::PolicyView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::KeepPolicy)?;
        let now = self.clock.now();
        let reason = people::long_text("reason", &input.reason)?;
        let (before, organisation) =
            opened.store.read(|db| Ok((in_force(db)?, db.workspace()?.organisation))).map_err(fail::store)?;
        if input.based_on != before.version() {
            return Err(fail::invalid("based_on", Problem::Outdated));
        }
        let next = draft::made(&input.draft, &before).map_err(|_| fail::invalid("draft", Problem::SettingsWrong))?;
        let changes: Vec<w::ChangedSettingView> = standard::diff(&before, &next).iter().map(words::changed).collect();
        if changes.is_empty() {
            return Err(fail::invalid("draft", Problem::NothingChanged));
        }
        let stamp = stamp(&person, permit, now, Op::SavePolicy, opened.as_subject(&organisation));
        opened
            .store
            .write(&stamp, |db| {
                ensure_stored(db, person.id, now)?;
                db.note("version", next.version());
                db.note("reason", reason.as_str());
                for change in &changes {
                    db.note(&change.path, json!({ "was": change.before, "became": change.after }));
                }
                db.insert_policy(&PolicyRow {
                    version: next.version(),
                    reason,
                    saved_by: person.id,
                    saved_at: now,
                    policy: next.to_json(),
                })
            })
            .map_err(fail::store)?;
        self.policy_view()
    }
}
