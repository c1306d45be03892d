//! Opens the workspace that a command works on, as the person who acts.

use crate::{args::Common, say::Trouble};
use countersign_app::{App, AsOf, Clock, Config, Headless, Host, Ids, Passphrase, SystemClock};
use countersign_contract::{
    Commands as _, Failure,
    wire::{Nothing, SetActor},
};
use std::{io::IsTerminal as _, path::PathBuf, sync::Arc};

/// Makes the application without a workspace.
pub(crate) fn application(common: &Common, ids: Ids) -> Result<Arc<App>, Trouble> {
    let config = Config::without_memory().map_err(|error| Trouble::Unexpected(error.to_string()))?;
    Ok(application_of(common, config, ids, Arc::new(Headless)))
}

fn application_of(common: &Common, config: Config, ids: Ids, host: Arc<dyn Host>) -> Arc<App> {
    let clock: Arc<dyn Clock> = match common.as_of {
        Some(day) => Arc::new(AsOf(day)),
        None => Arc::new(SystemClock),
    };
    App::new(config, clock, ids, host)
}

/// The path of the workspace.
pub(crate) fn path(common: &Common) -> Result<PathBuf, Trouble> {
    common.workspace.clone().ok_or(Trouble::Failed(Failure::NoWorkspace))
}

/// The passphrase: from the environment, else by prompt where somebody sits at the terminal.
pub(crate) fn passphrase(prompt: &str) -> Result<Option<Passphrase>, Trouble> {
    if let Ok(text) = std::env::var("COUNTERSIGN_PASSPHRASE") {
        return Ok(Some(Passphrase::new(text)));
    }
    if !std::io::stdin().is_terminal() {
        return Ok(None);
    }
    let typed = rpassword::prompt_password(prompt).map_err(|error| Trouble::Unexpected(error.to_string()))?;
    Ok(Some(Passphrase::new(typed)))
}

/// Opens the workspace for a write: where several people act, it must be said who does.
pub(crate) fn workspace_to_write(common: &Common) -> Result<Arc<App>, Trouble> {
    let app = application(common, Ids::random())?;
    opened_to_write(app, common)
}

/// Opens the workspace for a write that takes its time: `config` and `host` say how to recognise pages, how to show how
/// far it is and how to stop it.
pub(crate) fn workspace_to_receive(
    common: &Common,
    configured: impl FnOnce(Config) -> Config,
    host: Arc<dyn Host>,
) -> Result<Arc<App>, Trouble> {
    let config = Config::without_memory().map_err(|error| Trouble::Unexpected(error.to_string()))?;
    opened_to_write(application_of(common, configured(config), Ids::random(), host), common)
}

fn opened_to_write(app: Arc<App>, common: &Common) -> Result<Arc<App>, Trouble> {
    let app = opened(app, common)?;
    let acting = app.people(Nothing {})?.iter().filter(|person| person.active).count();
    if common.actor.is_none() && acting > 1 {
        return Err(Trouble::Usage("several people act in this workspace: say who with --actor NAME".to_owned()));
    }
    Ok(app)
}

/// Opens the workspace and says who acts.
pub(crate) fn workspace(common: &Common) -> Result<Arc<App>, Trouble> {
    opened(application(common, Ids::random())?, common)
}

fn opened(app: Arc<App>, common: &Common) -> Result<Arc<App>, Trouble> {
    let path = path(common)?;
    match app.open_path(&path, None) {
        Err(Failure::PassphraseNeeded) => {
            let passphrase = passphrase("Passphrase: ")?.ok_or(Trouble::Failed(Failure::PassphraseNeeded))?;
            app.open_path(&path, Some(passphrase))?;
        }
        other => {
            other?;
        }
    }
    if let Some(name) = &common.actor {
        let people = app.people(Nothing {})?;
        let person = people
            .iter()
            .find(|person| person.active && (person.name.eq_ignore_ascii_case(name) || person.id.to_string() == *name))
            .ok_or_else(|| Trouble::Usage(format!("nobody of that name is in the workspace: {name}")))?;
        app.actor_set(SetActor { person: person.id })?;
    }
    Ok(app)
}
