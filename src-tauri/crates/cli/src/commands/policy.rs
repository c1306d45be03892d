//! `countersign policy`

use crate::{
    Done,
    args::{Common, PolicyCommand},
    open,
    out::Out,
    say::Trouble,
};
use countersign_contract::{
    Commands as _, Failure,
    wire::{ChangedSettingView, DraftPolicy, Nothing, PolicyCheck, SavePolicy},
};
use std::path::Path;

/// Shows the policy, says what another would change, or puts another in force.
pub(crate) fn run(common: &Common, command: &PolicyCommand, out: &mut Out) -> Result<Done, Trouble> {
    match command {
        PolicyCommand::Show => show(common, out),
        PolicyCommand::Diff { file: Some(file) } => diff(common, file, out),
        PolicyCommand::Diff { file: None } => versions(common, out),
        PolicyCommand::Set { file, reason } => set(common, file, reason, out),
    }
}

/// With `--json` as it is written down, so that it can be changed and set again.
fn show(common: &Common, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    if out.is_json() {
        out.line(&app.policy_text()?)?;
        return Ok(Done::Clean);
    }
    let view = app.policy(Nothing {})?;
    out.line(&format!("version {}: {}", view.version, view.name))?;
    let rows: Vec<Vec<String>> = view
        .settings
        .iter()
        .map(|setting| {
            vec![setting.path.clone(), setting.value.to_string(), setting.default.to_string(), setting.source.clone()]
        })
        .collect();
    out.table(&["setting", "value", "default", "comes from"], &rows)?;
    Ok(Done::Clean)
}

fn draft(file: &Path) -> Result<DraftPolicy, Trouble> {
    let whole = std::fs::read_to_string(file).map_err(|_| Trouble::Failed(Failure::Inaccessible))?;
    Ok(DraftPolicy { changes: Vec::new(), whole: Some(whole) })
}

/// What is wrong with a policy, as one sentence.
fn refuse(check: &PolicyCheck) -> Result<(), Trouble> {
    if check.problems.is_empty() {
        return Ok(());
    }
    let lines: Vec<String> = check
        .problems
        .iter()
        .map(|problem| {
            format!("{}: {}", if problem.path.is_empty() { &problem.label } else { &problem.path }, problem.problem)
        })
        .collect();
    Err(Trouble::Usage(lines.join("; ")))
}

fn diff(common: &Common, file: &Path, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let check = app.policy_check(draft(file)?)?;
    refuse(&check)?;
    let done = if check.flips.is_empty() && check.moves.is_empty() { Done::Clean } else { Done::Notable };
    if out.is_json() {
        out.objects([&check])?;
        return Ok(done);
    }
    settings(&check.changes, out)?;
    for flip in &check.flips {
        let why: Vec<String> = flip.why.iter().map(|rule| format!("{}: {}", rule.title, rule.found)).collect();
        let (before, after) = (super::name(flip.before), super::name(flip.after));
        out.line(&format!("{}: {before} becomes {after}; {}", flip.name, why.join("; ")))?;
    }
    for moved in &check.moves {
        let day = |day: Option<chrono::NaiveDate>| super::or_dash(day);
        out.line(&format!("{}: evidence until {} becomes {}", moved.name, day(moved.before), day(moved.after)))?;
    }
    out.line(&format!("stay as they are: {}", check.unchanged))?;
    Ok(done)
}

fn versions(common: &Common, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace(common)?;
    let view = app.policy(Nothing {})?;
    if out.is_json() {
        out.objects(view.versions)?;
        return Ok(Done::Clean);
    }
    if view.versions.is_empty() {
        out.note("the standard policy is in force; no version was saved");
    }
    for version in &view.versions {
        out.line(&format!(
            "version {}, {}, {}: {}",
            version.version,
            app.day_of(version.saved_at),
            version.saved_by,
            version.reason
        ))?;
        settings(&version.changes, out)?;
    }
    Ok(Done::Clean)
}

fn settings(changes: &[ChangedSettingView], out: &mut Out) -> Result<(), Trouble> {
    if changes.is_empty() {
        return Ok(());
    }
    let rows: Vec<Vec<String>> = changes
        .iter()
        .map(|change| vec![change.path.clone(), change.label.clone(), change.before.clone(), change.after.clone()])
        .collect();
    out.table(&["setting", "what it is", "before", "after"], &rows)
}

fn set(common: &Common, file: &Path, reason: &str, out: &mut Out) -> Result<Done, Trouble> {
    let app = open::workspace_to_write(common)?;
    let draft = draft(file)?;
    refuse(&app.policy_check(draft.clone())?)?;
    let based_on = app.policy(Nothing {})?.version;
    let view = app.policy_save(SavePolicy { draft, based_on, reason: reason.to_owned() })?;
    if out.is_json() {
        out.objects(view.versions.into_iter().take(1))?;
    } else {
        out.note(&format!("in force: version {}", view.version));
    }
    Ok(Done::Clean)
}
