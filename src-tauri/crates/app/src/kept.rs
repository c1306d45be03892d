//! What was worked out of the whole workspace and is kept in memory while the workspace stays as it is (`decisions/0035`).
//!
//! It is kept under the state it was worked out of: the head of the log, which moves with every write of whatever program, and
//! the business day, which moves with the clock and the zone. Nobody who adds a write has to think of it, and nothing is told to
//! forget: what is of another state is not found. Where something was said of few vendors since, what is kept of the others
//! may be taken over (`acceptance/again.rs`).

use crate::{
    App,
    acceptance::{Assembled, Short},
    clock::Day,
    today::Attention,
};
use chrono::{DateTime, NaiveDate, Utc};
use countersign_contract::wire as w;
use countersign_domain::VendorId;
use countersign_store::{Head, Snapshot, StoreError};
use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

/// The state that something was worked out of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct State {
    head: Head,
    day: NaiveDate,
    /// The moment at which the day ends: in another zone the same day is another one.
    ends: DateTime<Utc>,
}

impl State {
    /// The state of a snapshot on a day.
    pub(crate) fn of(db: &Snapshot<'_>, day: Day<'_>) -> Result<Self, StoreError> {
        Ok(Self { head: db.head()?, day: day.on, ends: day.ends() })
    }
}

/// The last of what was worked out of the whole workspace, with its state.
#[derive(Debug)]
pub(crate) struct Kept<T>(Mutex<Option<(State, Arc<T>)>>);

impl<T> Default for Kept<T> {
    fn default() -> Self {
        Self(Mutex::new(None))
    }
}

impl<T> Kept<T> {
    /// Gives what is kept of that state, or works it out and keeps it. Who asks for the same meanwhile waits for it, instead of
    /// working it out a second time.
    pub(crate) fn at<E>(&self, state: State, work_out: impl FnOnce() -> Result<T, E>) -> Result<Arc<T>, E> {
        self.at_after(state, |_| work_out())
    }

    /// The same, worked out with what is kept of an earlier state of the same day, where there is such.
    pub(crate) fn at_after<E>(
        &self,
        state: State,
        work_out: impl FnOnce(Option<(Head, &T)>) -> Result<T, E>,
    ) -> Result<Arc<T>, E> {
        let mut kept = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, found)) = kept.as_ref().filter(|(of, _)| *of == state) {
            return Ok(Arc::clone(found));
        }
        let earlier = kept.as_ref().filter(|(of, _)| (of.day, of.ends) == (state.day, state.ends));
        let made = Arc::new(work_out(earlier.map(|(of, found)| (of.head, &**found)))?);
        *kept = Some((state, Arc::clone(&made)));
        Ok(made)
    }

    /// Forgets it.
    pub(crate) fn clear(&self) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }
}

impl App {
    /// Forgets what is kept, so that it is worked out again: to compare both.
    pub fn look_again(&self) {
        self.looks.clear();
    }
}

/// Everything that is kept of the workspace that is open.
#[derive(Default)]
pub(crate) struct Looks {
    /// What the rules look at of all vendors.
    pub(crate) assembled: Kept<Assembled>,
    /// The verdicts on all vendors in short.
    pub(crate) verdicts: Kept<HashMap<VendorId, Short>>,
    /// What needs attention.
    pub(crate) attention: Kept<Attention>,
    /// The register as it is listed.
    pub(crate) register: Kept<Vec<w::VendorRow>>,
}

impl Looks {
    /// Forgets it all: another workspace is open.
    pub(crate) fn clear(&self) {
        self.assembled.clear();
        self.verdicts.clear();
        self.attention.clear();
        self.register.clear();
    }
}
