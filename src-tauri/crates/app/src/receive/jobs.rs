//! Files on their way in: a list that the inbox shows, each with a switch to cancel it.

use super::seats::Seats;
use countersign_contract::wire::{FilingTarget, JobState, JobView};
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use uuid::Uuid;

/// One file on its way in.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) id: Uuid,
    pub(crate) path: PathBuf,
    /// The vendor with which it is to be filed at once.
    pub(crate) target: Option<FilingTarget>,
    cancelled: Arc<AtomicBool>,
}

impl Job {
    /// Whether somebody cancelled it.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The file's name without folders.
    pub(crate) fn file_name(&self) -> String {
        self.path.file_name().map_or_else(|| "document".to_owned(), |name| name.to_string_lossy().into_owned())
    }
}

/// The list of files on their way in and of what became of them since the workspace was opened.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    list: Mutex<Vec<(JobView, Arc<AtomicBool>)>>,
    seats: Seats,
}

/// Takes a lock that a panic elsewhere may have poisoned: the list stays a list.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

impl Jobs {
    /// Puts a file on the list.
    pub(crate) fn add(&self, id: Uuid, path: PathBuf, target: Option<FilingTarget>) -> (Job, JobView) {
        let job = Job { id, path, target, cancelled: Arc::default() };
        let view = JobView { job: id, file_name: job.file_name(), state: JobState::Queued };
        lock(&self.list).push((view.clone(), Arc::clone(&job.cancelled)));
        (job, view)
    }

    /// Says how far a file is, and gives what to show.
    pub(crate) fn set(&self, id: Uuid, state: JobState) -> Option<JobView> {
        let mut list = lock(&self.list);
        let (view, _) = list.iter_mut().find(|(view, _)| view.job == id)?;
        view.state = state;
        Some(view.clone())
    }

    /// Asks a file to stop; whether it was on the list.
    pub(crate) fn cancel(&self, id: Uuid) -> bool {
        lock(&self.list)
            .iter()
            .find(|(view, _)| view.job == id)
            .map(|(_, cancelled)| cancelled.store(true, Ordering::Relaxed))
            .is_some()
    }

    /// Takes a finished file off the list; whether there was one.
    pub(crate) fn dismiss(&self, id: Uuid) -> bool {
        let mut list = lock(&self.list);
        let before = list.len();
        list.retain(|(view, _)| view.job != id || is_under_way(&view.state));
        list.len() != before
    }

    /// Cancels everything and empties the list, when the workspace is closed.
    pub(crate) fn clear(&self) {
        lock(&self.list).drain(..).for_each(|(_, cancelled)| cancelled.store(true, Ordering::Relaxed));
    }

    /// What to show, oldest first.
    pub(crate) fn views(&self) -> Vec<JobView> {
        lock(&self.list).iter().map(|(view, _)| view.clone()).collect()
    }

    /// The seats that files take while they are read.
    pub(crate) const fn seats(&self) -> &Seats {
        &self.seats
    }
}

/// Whether a file is still on its way.
fn is_under_way(state: &JobState) -> bool {
    matches!(state, JobState::Queued | JobState::Reading { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_contract::wire::RefusalReason;

    #[test]
    fn a_file_under_way_is_cancelled_not_dismissed() {
        let jobs = Jobs::default();
        let (job, view) = jobs.add(Uuid::nil(), PathBuf::from("a/report.pdf"), None);
        assert_eq!(view.file_name, "report.pdf");
        assert!(!jobs.dismiss(job.id), "a queued file stays on the list");
        assert!(jobs.cancel(job.id) && job.is_cancelled());
        jobs.set(job.id, JobState::Refused { reason: RefusalReason::NotAPdf });
        assert!(jobs.dismiss(job.id) && jobs.views().is_empty());
    }
}
