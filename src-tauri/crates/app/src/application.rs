//! The application: what is open, who acts, what is under way.

use crate::{
    acceptance::Extracts,
    clock::{Clock, Day},
    config::Config,
    fail,
    host::Host,
    ids::Ids,
    import::ChosenTable,
    insights::PastFigures,
    kept::Looks,
    picture::Pictures,
    receive::{Jobs, Turns},
    recognition::Delivered,
    session::Places,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::{Event, Failure, Tag};
use countersign_domain::{Action, Name, Op, Permit, Person, PersonId, WorkspaceId};
use countersign_reader::isolate::Reader;
use countersign_store::{Stamp, Subject, Workspace};
use std::{
    path::PathBuf,
    sync::{Arc, Mutex, MutexGuard, PoisonError, RwLock, Weak},
};
use uuid::Uuid;

/// The application. One per process; all its methods may be called from any thread.
pub struct App {
    pub(crate) config: Config,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) ids: Ids,
    pub(crate) host: Arc<dyn Host>,
    pub(crate) reader: Reader,
    pub(crate) places: Places,
    pub(crate) jobs: Jobs,
    pub(crate) pictures: Pictures,
    pub(crate) chosen_table: ChosenTable,
    /// What was recognised on pages, until all of a document's are.
    pub(crate) delivered: Delivered,
    /// Who reads a stored document again.
    pub(crate) turns: Turns,
    /// What was taken of documents for the rules.
    pub(crate) extracts: Extracts,
    /// What was worked out of the whole workspace as it is.
    pub(crate) looks: Looks,
    /// Figures of days that have passed, which never change.
    pub(crate) past_figures: PastFigures,
    /// Packets that were opened to be printed; removed with the workspace.
    pub(crate) opened_packets: Mutex<Option<tempfile::TempDir>>,
    me: Weak<Self>,
    writing: Mutex<()>,
    /// A protected workspace that waits for its passphrase.
    pub(crate) asked: Mutex<Option<PathBuf>>,
    open: RwLock<Option<Arc<Opened>>>,
}

/// A workspace that is open, and who acts in it.
pub(crate) struct Opened {
    pub(crate) store: Workspace,
    pub(crate) id: WorkspaceId,
    pub(crate) path: PathBuf,
    actor: RwLock<PersonId>,
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App").finish_non_exhaustive()
    }
}

impl App {
    /// Makes the application without a workspace.
    pub fn new(config: Config, clock: Arc<dyn Clock>, ids: Ids, host: Arc<dyn Host>) -> Arc<Self> {
        let reader = match &config.reader {
            Some(program) => Reader::new().with_program(program.clone()),
            None => Reader::new(),
        };
        Arc::new_cyclic(|me| Self {
            me: Weak::clone(me),
            writing: Mutex::new(()),
            asked: Mutex::new(None),
            config,
            clock,
            ids,
            host,
            reader,
            places: Places::default(),
            jobs: Jobs::default(),
            pictures: Pictures::default(),
            chosen_table: ChosenTable::default(),
            delivered: Delivered::default(),
            turns: Turns::default(),
            extracts: Extracts::default(),
            looks: Looks::default(),
            past_figures: PastFigures::default(),
            opened_packets: Mutex::new(None),
            open: RwLock::new(None),
        })
    }

    /// The business day on which a moment lay, where the person sits: for whoever prints a day of what is stored in UTC.
    pub fn day_of(&self, at: chrono::DateTime<chrono::Utc>) -> chrono::NaiveDate {
        self.clock.day_of(at)
    }

    /// The application as work in the background holds it.
    pub(crate) fn shared(&self) -> Option<Arc<Self>> {
        self.me.upgrade()
    }

    /// The open workspace.
    pub(crate) fn opened(&self) -> Result<Arc<Opened>, Failure> {
        self.open.read().unwrap_or_else(PoisonError::into_inner).clone().ok_or(Failure::NoWorkspace)
    }

    /// Whether a workspace is open.
    pub fn has_workspace(&self) -> bool {
        self.opened().is_ok()
    }

    /// Puts another workspace, or none, in the place of the open one.
    pub(crate) fn replace_opened(&self, next: Option<Arc<Opened>>) {
        self.jobs.clear();
        // Cancelled jobs end within a moment; until then they hold the workspace, and with it the lock of the file.
        self.jobs.seats().wait_until_empty();
        self.pictures.clear();
        self.chosen_table.clear();
        self.delivered.clear();
        self.extracts.clear();
        self.looks.clear();
        self.past_figures.clear();
        self.opened_packets.lock().unwrap_or_else(PoisonError::into_inner).take();
        *self.open.write().unwrap_or_else(PoisonError::into_inner) = next;
    }

    /// Waits until no other write is under way.
    pub(crate) fn turn(&self) -> MutexGuard<'_, ()> {
        self.writing.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Today, as a day on which moments can be placed.
    pub(crate) fn day(&self) -> Day<'_> {
        self.on(self.clock.today())
    }

    /// Another day than today.
    pub(crate) fn on(&self, day: NaiveDate) -> Day<'_> {
        Day::new(&*self.clock, day)
    }

    /// Makes an id.
    pub(crate) fn id(&self, now: DateTime<Utc>) -> Uuid {
        self.ids.next(now)
    }

    /// Tells the user interface what is stale without being asked; for work that no command waits for.
    pub(crate) fn stale(&self, tags: &[Tag]) {
        self.host.emit(Event::Stale { tags: tags.to_vec() });
    }
}

impl Opened {
    /// Takes an open workspace.
    pub(crate) fn new(store: Workspace, id: WorkspaceId, path: PathBuf, actor: PersonId) -> Self {
        Self { store, id, path, actor: RwLock::new(actor) }
    }

    /// Who acts.
    pub(crate) fn actor(&self) -> Result<Person, Failure> {
        let id = *self.actor.read().unwrap_or_else(PoisonError::into_inner);
        self.store.read(|db| db.person(id)).map_err(fail::store)?.ok_or_else(|| fail::not_found("person"))
    }

    /// Says who acts from now on.
    pub(crate) fn set_actor(&self, person: PersonId) {
        *self.actor.write().unwrap_or_else(PoisonError::into_inner) = person;
    }

    /// Asks whether the acting person may, and gives both.
    pub(crate) fn permit(&self, action: Action) -> Result<(Person, Permit), Failure> {
        let person = self.actor()?;
        let permit = Permit::request(&person, action).map_err(fail::denied)?;
        Ok((person, permit))
    }

    /// The workspace as the subject of an audit entry.
    pub(crate) fn as_subject(&self, organisation: &Name) -> Subject {
        Subject::workspace(self.id, organisation)
    }
}

/// Stamps a write of a person who may.
pub(crate) fn stamp(person: &Person, permit: Permit, at: DateTime<Utc>, op: Op, subject: Subject) -> Stamp {
    debug_assert_eq!(person.id, permit.actor(), "a permit is used by whom it was given to");
    Stamp { actor: permit.actor(), actor_name: person.name.clone(), at, op, subject }
}
