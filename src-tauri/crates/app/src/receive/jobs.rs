//! Files on their way in: a list that the inbox shows, each with a switch to cancel it.

use super::seats::Seats;
use countersign_contract::wire::{FilingTarget, JobState, JobView};
use countersign_domain::DocumentId;
use std::{
    path::PathBuf,
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};
use uuid::Uuid;

/// What is to be read.
#[derive(Debug, Clone)]
pub(crate) enum Source {
    /// A file that comes in.
    File {
        /// Where it lies.
        path: PathBuf,
        /// The vendor with which it is to be filed at once.
        target: Option<FilingTarget>,
    },
    /// A document of the workspace that is read again.
    Stored {
        /// The document.
        document: DocumentId,
        /// Its file's name.
        file_name: String,
    },
}

/// One file that is read in the background.
#[derive(Debug, Clone)]
pub(crate) struct Job {
    pub(crate) id: Uuid,
    pub(crate) source: Source,
    cancelled: Arc<AtomicBool>,
}

impl Job {
    /// Whether somebody cancelled it.
    pub(crate) fn is_cancelled(&self) -> bool {
        self.cancelled.load(Ordering::Relaxed)
    }

    /// The file's name without folders.
    pub(crate) fn file_name(&self) -> String {
        match &self.source {
            Source::File { path, .. } => {
                path.file_name().map_or_else(|| "document".to_owned(), |name| name.to_string_lossy().into_owned())
            }
            Source::Stored { file_name, .. } => file_name.clone(),
        }
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
    pub(crate) fn add(&self, id: Uuid, source: Source) -> (Job, JobView) {
        let job = Job { id, source, cancelled: Arc::default() };
        let again = match job.source {
            Source::File { .. } => None,
            Source::Stored { document, .. } => Some(document.uuid()),
        };
        let view = JobView { job: id, file_name: job.file_name(), again, state: JobState::Queued };
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

    /// Asks every file under way that is read again to stop, and gives how many there were.
    pub(crate) fn cancel_rereads(&self) -> u32 {
        let list = lock(&self.list);
        let under_way = list.iter().filter(|(view, _)| view.again.is_some() && is_under_way(&view.state));
        under_way.map(|(_, cancelled)| cancelled.store(true, Ordering::Relaxed)).count() as u32
    }

    /// Whether that document waits to be read again, or is being read.
    pub(crate) fn rereads(&self, document: DocumentId) -> bool {
        let list = lock(&self.list);
        list.iter().any(|(view, _)| view.again == Some(document.uuid()) && is_under_way(&view.state))
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
    matches!(state, JobState::Queued | JobState::Reading { .. } | JobState::Recognising { .. })
}

#[cfg(test)]
mod tests {
    use super::*;
    use countersign_contract::wire::RefusalReason;

    #[test]
    fn a_file_under_way_is_cancelled_not_dismissed() {
        let jobs = Jobs::default();
        let (job, view) = jobs.add(Uuid::nil(), Source::File { path: PathBuf::from("a/report.pdf"), target: None });
        assert_eq!(view.file_name, "report.pdf");
        assert!(!jobs.dismiss(job.id), "a queued file stays on the list");
        assert!(jobs.cancel(job.id) && job.is_cancelled());
        jobs.set(job.id, JobState::Refused { reason: RefusalReason::NotAPdf });
        assert!(jobs.dismiss(job.id) && jobs.views().is_empty());
    }

    #[test]
    fn only_what_is_read_again_is_cancelled_together() {
        let jobs = Jobs::default();
        let document = DocumentId::from_uuid(Uuid::from_u128(7));
        let (file, _) = jobs.add(Uuid::from_u128(1), Source::File { path: PathBuf::from("new.pdf"), target: None });
        let (again, view) = jobs.add(Uuid::from_u128(2), Source::Stored { document, file_name: "held.pdf".to_owned() });
        assert_eq!((view.file_name.as_str(), view.again), ("held.pdf", Some(document.uuid())));
        assert!(jobs.rereads(document), "it waits");
        assert_eq!(jobs.cancel_rereads(), 1);
        assert!(again.is_cancelled() && !file.is_cancelled(), "a file on its way in goes on");
        jobs.set(again.id, JobState::Cancelled);
        assert!(!jobs.rereads(document));
    }
}
