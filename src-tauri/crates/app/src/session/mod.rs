//! Which workspace is open: choose, create, open, protect, close.

mod copy;
mod logo;
mod memory;
mod places;
mod protect;

pub(crate) use logo::logo_of;
pub(crate) use memory::{KeptCalendar, Memory};
pub(crate) use places::Places;

use crate::{App, application::Opened, fail, people};
use countersign_contract::{Failure, wire as w};
use countersign_domain::{Action, Permit, Person, PersonId, Role, WorkspaceId};
use countersign_store::{Access, Holder, Passphrase, Protection, ReadOnlyReason, Workspace};
use memory::Remembered;
use std::{
    path::{Path, PathBuf},
    sync::{Arc, PoisonError},
};
use uuid::Uuid;

/// What a new workspace begins with.
#[derive(Debug)]
pub struct Founding {
    /// Our organisation's name.
    pub organisation: String,
    /// The first person, who gets every role.
    pub person: String,
    /// Their title.
    pub title: Option<String>,
    /// Protects the file from the start.
    pub passphrase: Option<Passphrase>,
}

impl App {
    /// What is open.
    pub(crate) fn session_view(&self) -> Result<w::Session, Failure> {
        let workspace = match self.opened() {
            Ok(opened) => Some(self.workspace_view(&opened)?),
            Err(_) => None,
        };
        let recent = Memory::load(self.config.memory.as_deref())
            .workspaces
            .into_iter()
            .map(|known| w::RecentWorkspace {
                place: self.place_of(&known.path),
                label: label(&known.path),
                folder: folder(&known.path),
                present: known.path.is_file(),
            })
            .collect();
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner).clone();
        let asked =
            asked.map(|path| w::Place { place: self.place_of(&path), label: label(&path), needs_passphrase: true });
        Ok(w::Session { version: env!("CARGO_PKG_VERSION").to_owned(), workspace, recent, asked })
    }

    fn workspace_view(&self, opened: &Opened) -> Result<w::WorkspaceView, Failure> {
        let actor = opened.actor()?;
        let (facts, waiting, vendors) = opened
            .store
            .read(|db| Ok((db.workspace()?, db.waiting_count()?, db.vendor_count()?)))
            .map_err(fail::store)?;
        Ok(w::WorkspaceView {
            id: opened.id.uuid(),
            label: label(&opened.path),
            organisation: facts.organisation.to_string(),
            protected: opened.store.protection() == Protection::Passphrase,
            access: access_view(opened.store.access()),
            may: people::abilities(&actor),
            actor: people::view(&actor),
            today: self.clock.today(),
            waiting,
            vendors,
        })
    }

    /// Asks the person for a place.
    pub(crate) fn choose_place(&self, input: &w::ChoosePlace) -> Result<Option<w::Place>, Failure> {
        let chosen = match input.purpose {
            w::PlacePurpose::Create => {
                let suggested = input.suggested_name.as_deref().unwrap_or("Vendors");
                self.host.choose_new_workspace(&file_stem(suggested)).map(with_extension)
            }
            w::PlacePurpose::Open => self.host.choose_workspace(),
        };
        let Some(path) = chosen else { return Ok(None) };
        let needs_passphrase = match input.purpose {
            w::PlacePurpose::Create => false,
            w::PlacePurpose::Open => Workspace::probe(&path).map_err(fail::store)? == Protection::Passphrase,
        };
        Ok(Some(w::Place { place: self.place_of(&path), label: label(&path), needs_passphrase }))
    }

    /// The path of a place that the user interface names.
    pub(crate) fn path_of(&self, place: Uuid) -> Result<PathBuf, Failure> {
        self.places.path_of(place).ok_or_else(|| fail::not_found("place"))
    }

    fn place_of(&self, path: &Path) -> Uuid {
        self.places.id_of(path, || self.id(self.clock.now()))
    }

    /// Makes a workspace at a path and opens it.
    pub fn create_at(&self, path: &Path, founding: Founding) -> Result<w::Session, Failure> {
        let organisation = people::name("organisation", &founding.organisation)?;
        let name = people::name("person", &founding.person)?;
        let title = people::optional_name("title", founding.title.as_deref())?;
        protect::check(founding.passphrase.as_ref())?;
        let now = self.clock.now();
        let id = WorkspaceId::from_uuid(self.id(now));
        let person =
            Person { id: PersonId::from_uuid(self.id(now)), name, title, roles: Role::ALL.to_vec(), active: true };
        let actor = person.id;
        let beginning = countersign_store::Founding { workspace: id, organisation, person, at: now };
        let store =
            Workspace::create(path, founding.passphrase.as_ref(), &beginning, &holder()).map_err(fail::store)?;
        self.enter(Opened::new(store, id, path.to_owned(), actor))
    }

    /// Opens the workspace at a path.
    pub fn open_path(&self, path: &Path, passphrase: Option<Passphrase>) -> Result<w::Session, Failure> {
        // The file that is open already stays open: a second time it would find its own lock.
        let canonical = path.canonicalize();
        if self.opened().is_ok_and(|opened| canonical.is_ok_and(|path| path == opened.store.path())) {
            return self.session_view();
        }
        let store = Workspace::open(path, passphrase.as_ref(), &holder(), self.clock.now()).map_err(fail::store)?;
        let (id, people) = store.read(|db| Ok((db.workspace()?.id, db.persons()?))).map_err(fail::store)?;
        let remembered = Memory::load(self.config.memory.as_deref()).actor_in(id);
        let actor = people
            .iter()
            .find(|person| person.active && Some(person.id) == remembered)
            // On a computer that remembers nobody: who keeps the workspace, else anybody who still acts.
            .or_else(|| people.iter().find(|person| Permit::request(person, Action::KeepWorkspace).is_ok()))
            .or_else(|| people.iter().find(|person| person.active))
            .ok_or_else(|| fail::not_found("person"))?
            .id;
        self.enter(Opened::new(store, id, path.to_owned(), actor))
    }

    /// Opens a workspace that the person asked the system to open. One that is protected waits for its passphrase, which
    /// the user interface then asks for; what was open is closed for it.
    pub fn open_asked(&self, path: &Path) -> Result<(), Failure> {
        match self.open_path(path, None) {
            Err(Failure::PassphraseNeeded) => {
                self.replace_opened(None);
                *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = Some(path.to_owned());
                Ok(())
            }
            other => other.map(|_| ()),
        }
    }

    /// Closes what is open.
    pub(crate) fn close(&self) -> Result<w::Session, Failure> {
        self.replace_opened(None);
        self.session_view()
    }

    fn enter(&self, opened: Opened) -> Result<w::Session, Failure> {
        *self.asked.lock().unwrap_or_else(PoisonError::into_inner) = None;
        self.replace_opened(Some(Arc::new(opened)));
        self.remember()?;
        self.session_view()
    }

    /// Remembers what is open and who acts.
    pub(crate) fn remember(&self) -> Result<(), Failure> {
        let opened = self.opened()?;
        let mut memory = Memory::load(self.config.memory.as_deref());
        memory.put(Remembered { path: opened.path.clone(), workspace: opened.id, actor: opened.actor()?.id });
        memory.save(self.config.memory.as_deref());
        Ok(())
    }
}

/// The file's name without folder and extension.
pub(crate) fn label(path: &Path) -> String {
    path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned())
}

fn folder(path: &Path) -> String {
    path.parent().and_then(Path::file_name).map_or_else(String::new, |name| name.to_string_lossy().into_owned())
}

/// A name that every system takes as a file name.
pub(crate) fn file_stem(name: &str) -> String {
    let plain: String =
        name.chars().map(|c| if c.is_control() || "/\\:*?\"<>|".contains(c) { ' ' } else { c }).collect();
    let squeezed = plain.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = squeezed.trim_matches('.').chars().take(80).collect();
    if short.trim().is_empty() { "Workspace".to_owned() } else { short.trim().to_owned() }
}

fn with_extension(path: PathBuf) -> PathBuf {
    let right = path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("countersign"));
    if right {
        path
    } else {
        let mut name = path.into_os_string();
        name.push(".countersign");
        name.into()
    }
}

/// Who holds a workspace, for whoever comes second.
fn holder() -> Holder {
    let read = |name| std::env::var(name).ok().filter(|value: &String| !value.is_empty());
    let host = gethostname::gethostname().to_string_lossy().into_owned();
    let user = read("USER").or_else(|| read("USERNAME"));
    let text = user.map_or_else(|| host.clone(), |user| format!("{user} on {host}"));
    Holder { program: format!("Countersign {}", env!("CARGO_PKG_VERSION")), host, text }
}

fn access_view(access: &Access) -> w::AccessView {
    match access {
        Access::ReadWrite => w::AccessView::ReadWrite,
        Access::ReadOnly { why: ReadOnlyReason::Held { holder } } => w::AccessView::Held {
            holder: holder.as_ref().map_or_else(|| "another program".to_owned(), |holder| holder.text.clone()),
        },
        Access::ReadOnly { why: ReadOnlyReason::Medium } => w::AccessView::Protected,
        Access::ReadOnly { why: ReadOnlyReason::Damaged { .. } } => w::AccessView::Damaged,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn file_names_are_fit_for_every_system() {
        assert_eq!(file_stem("Ada: \"A/S\"  & Co."), "Ada A S & Co");
        assert_eq!(file_stem("..."), "Workspace");
        assert_eq!(with_extension(PathBuf::from("a.b")), PathBuf::from("a.b.countersign"));
        assert_eq!(with_extension(PathBuf::from("a.Countersign")), PathBuf::from("a.Countersign"));
    }
}
