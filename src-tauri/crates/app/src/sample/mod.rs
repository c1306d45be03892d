//! The sample workspace: invented vendors with reports that we typeset ourselves.
//!
//! Its documents come from `report/`, its companies from `companies/`, its dates from `plans`; `scenario` tells what
//! happened over the past year, each action a command of the program that `story` gives. So it shows the program full,
//! and proves on the way that the commands work together. On the same day, with ids made from the same seed, it is the
//! same to the byte.
//!
//! To add a vendor: a card in `cast`, a plan in `plans` where it has documents, a few lines in `scenario`.

mod cast;
mod companies;
mod crowd;
mod past;
mod plans;
mod profiles;
mod report;
mod scenario;
mod story;
#[cfg(test)]
mod tests;

use crate::{App, Config, clock::Clock, fail, host::Headless, ids::Ids};
use countersign_contract::{Commands as _, Failure, wire as w};
use past::Past;
use std::{
    fs, io,
    path::{Path, PathBuf},
    sync::Arc,
};
use story::Story;
use uuid::Uuid;

/// The name of the sample workspace among the program's own data.
const FILE: &str = "Sample.countersign";

/// The vendors that the sample has without any that are generated.
const VENDORS: u32 = 9;

impl App {
    /// Makes the sample workspace anew beside the program's own data and opens it. The one that was there goes only when
    /// the new one is whole.
    pub(crate) fn open_sample(&self) -> Result<w::Session, Failure> {
        let path = self.config.data.join(FILE);
        let draft = self.config.data.join(format!("New {FILE}"));
        remove(&draft)?;
        let actor = self.make_sample(&draft, 0)?;
        self.give_up(&path)?;
        fs::rename(&draft, &path).map_err(|error| inaccessible(&error))?;
        self.open_as(&path, actor)
    }

    /// Makes the sample workspace at a path and opens it, with generated vendors up to `vendors`.
    pub fn sample_at(&self, path: &Path, vendors: u32) -> Result<w::Session, Failure> {
        let actor = self.make_sample(path, vendors)?;
        self.open_as(path, actor)
    }

    /// Opens the sample as the person who may do everything in it.
    fn open_as(&self, path: &Path, person: Uuid) -> Result<w::Session, Failure> {
        self.open_path(path, None)?;
        self.actor_set(w::SetActor { person })
    }

    /// Makes the file and says who made it; an unfinished one is not left behind.
    fn make_sample(&self, path: &Path, vendors: u32) -> Result<Uuid, Failure> {
        let today = self.clock.today();
        // Of a seeded maker the same, of a random one another each time.
        let seed = (self.id(self.clock.now()).as_u128() & u128::from(u64::MAX)) as u64;
        let config = Config { memory: None, data: PathBuf::new(), ..self.config.clone() };
        let clock = Arc::new(Past::before(today));
        let teller: Arc<dyn Clock> = clock.clone();
        let app = Self::new(config, teller, Ids::seeded(seed), Arc::new(Headless));
        let story = Story::begin(app, Arc::clone(&clock), path, scenario::BEGINS)?;
        let told = scenario::tell(&story, today).and_then(|()| {
            crowd::enter(story.app(), &clock, story.people.procurement, vendors.saturating_sub(VENDORS))
        });
        story.app().workspace_close(w::Nothing {})?;
        if told.is_err() {
            remove(path)?;
        }
        told.map(|()| story.people.procurement)
    }

    /// Takes the sample that is there away, unless another program has it open.
    fn give_up(&self, path: &Path) -> Result<(), Failure> {
        if !path.exists() {
            return Ok(());
        }
        let held = match self.open_path(path, None) {
            Ok(session) => matches!(session.workspace.map(|open| open.access), Some(w::AccessView::Held { .. })),
            // What cannot be opened is held by nobody and of no use to anybody.
            Err(_) => false,
        };
        self.workspace_close(w::Nothing {})?;
        if held {
            return Err(Failure::ReadOnly);
        }
        remove(path)
    }
}

fn remove(path: &Path) -> Result<(), Failure> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(inaccessible(&error)),
        _ => Ok(()),
    }
}

fn inaccessible(error: &io::Error) -> Failure {
    tracing::warn!("the sample workspace: {error}");
    match error.kind() {
        io::ErrorKind::StorageFull => Failure::DiskFull,
        io::ErrorKind::NotFound | io::ErrorKind::PermissionDenied => Failure::Inaccessible,
        _ => fail::unexpected(error),
    }
}
