//! Documents on their way in: from a path to a stored document, or to a reason why not.

mod again;
mod copy;
mod jobs;
mod read;
mod seats;
mod turns;
mod walk;

pub(crate) use again::is_older;
pub(crate) use jobs::Jobs;
pub(crate) use read::{Extracted, Readers, extract};
pub use read::{ReadFile, Step, read_file};
pub(crate) use turns::Turns;
pub use walk::{Walked, walk};

use crate::{
    App,
    application::{Opened, stamp},
    documents, fail,
    packets::signed_elsewhere::Elsewhere,
    people, recognition,
    signed_copies::{Told, copy_of_document},
};
use countersign_contract::{Event, Failure, Tag, wire as w};
use countersign_domain::{Action, Document, DocumentId, EffectiveFacts, Filing, Name, Op, Sha256, Vendor, VendorId};
use countersign_reader::{error::ReadError, isolate::Progress, ocr::PageWords};
use countersign_store::{DocumentRow, StoreError, Subject};
use jobs::{Job, Source};
use serde_json::json;
use std::{
    collections::VecDeque,
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{Arc, Mutex, PoisonError, Weak, atomic::Ordering},
    thread,
};
use uuid::Uuid;
use w::{JobState, JobView, KnownFiling, RefusalReason};

impl App {
    /// Takes paths that were dropped or chosen: each file becomes a job, several of them read at once in the background.
    /// Without an open workspace nothing happens. `vendor` files them at once. What is left out of large folders is told.
    pub fn receive_paths(&self, paths: Vec<PathBuf>, vendor: Option<Uuid>) -> u32 {
        let (Ok(opened), Some(app)) = (self.opened(), self.shared()) else { return 0 };
        let target = vendor.map(|vendor| w::FilingTarget::Existing { vendor });
        let walked = walk(&paths, Some(walk::MOST_AT_ONCE));
        if walked.left_out + walked.closed_folders + walked.not_followed > 0 {
            let (files, folders) = (walked.left_out as u32, walked.closed_folders as u32);
            let links = walked.not_followed as u32;
            self.host.emit(Event::LeftOut { taken: walked.files.len() as u32, files, folders, links });
        }
        let files = walked.files.into_iter();
        let jobs: Vec<Job> = files.map(|path| self.enlist(Source::File { path, target: target.clone() })).collect();
        let count = jobs.len() as u32;
        Self::work_off(app, &opened, jobs);
        count
    }

    /// Works through jobs in the background, as many at once as there are seats.
    fn work_off(app: Arc<Self>, opened: &Arc<Opened>, jobs: Vec<Job>) {
        // Held weakly: files that still wait must not keep a closed workspace and its lock.
        let opened = Arc::downgrade(opened);
        let count = jobs.len();
        let waiting = Arc::new(Mutex::new(VecDeque::from(jobs)));
        for _ in 0..app.jobs.seats().all().min(count) {
            let (app, opened, waiting) = (Arc::clone(&app), Weak::clone(&opened), Arc::clone(&waiting));
            thread::spawn(move || {
                while let Some(job) = next(&waiting) {
                    let _seat = app.jobs.seats().take();
                    if let Some(opened) = opened.upgrade() {
                        app.work(&opened, &job);
                    }
                }
            });
        }
    }

    /// Asks the person for files and receives them.
    pub(crate) fn choose_documents(&self, input: &w::ChooseDocuments) -> Result<w::Chosen, Failure> {
        self.opened()?.permit(Action::KeepDocuments)?;
        Ok(w::Chosen { files: self.receive_paths(self.host.choose_documents(), input.vendor) })
    }

    /// Stops a file on its way in.
    pub(crate) fn cancel_job(&self, input: &w::JobRef) -> Result<w::Nothing, Failure> {
        if self.jobs.cancel(input.job) { Ok(w::Nothing {}) } else { Err(fail::not_found("job")) }
    }

    /// Takes a finished file off the list.
    pub(crate) fn dismiss_job(&self, input: &w::JobRef) -> Result<w::Nothing, Failure> {
        if self.jobs.dismiss(input.job) { Ok(w::Nothing {}) } else { Err(fail::not_found("job")) }
    }

    /// Receives one file and waits for it, for the command line. A vendor that is new is entered with the file, in the same
    /// transaction: a file that is not stored leaves no vendor behind. A document that is here already and waits is filed
    /// with the vendor; where it is filed elsewhere it stays there, and the answer says so.
    pub fn receive_now(&self, path: PathBuf, target: Option<w::FilingTarget>) -> Result<JobView, Failure> {
        let opened = self.opened()?;
        if let Some(w::FilingTarget::New { name }) = &target {
            documents::file::new_vendor(self, &opened, name)?;
        }
        let job = self.enlist(Source::File { path, target });
        let state = self.work(&opened, &job);
        Ok(JobView { job: job.id, file_name: job.file_name(), again: None, state })
    }

    fn enlist(&self, source: Source) -> Job {
        let (job, view) = self.jobs.add(self.id(self.clock.now()), source);
        self.host.emit(Event::Job { job: view });
        job
    }

    /// Says how far a job is, to the list and to the user interface.
    fn tell(&self, job: Uuid, state: JobState) {
        if let Some(job) = self.jobs.set(job, state) {
            self.host.emit(Event::Job { job });
        }
    }

    fn work(&self, opened: &Opened, job: &Job) -> JobState {
        let done = match &job.source {
            Source::File { path, target } => self.receive(opened, job, path, target.as_ref()),
            Source::Stored { document, .. } => self.reread(opened, job, *document),
        };
        let state = done.unwrap_or_else(|stopped| stopped);
        self.tell(job.id, state.clone());
        let filed_now = matches!(&state, JobState::Duplicate { filing: KnownFiling::FiledNow { .. }, .. });
        let changed =
            matches!(state, JobState::Stored { .. } | JobState::ReadAgain { .. } | JobState::SignedCopy { .. });
        if filed_now || changed {
            self.stale(&[Tag::Documents, Tag::Vendors, Tag::Session, Tag::History, Tag::Jobs, Tag::Decisions]);
        }
        state
    }

    /// Reads and stores one file; the error side is how it ended without being stored.
    #[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
    fn receive(
        &self,
        opened: &Opened,
        job: &Job,
        path: &Path,
        target: Option<&w::FilingTarget>,
    ) -> Result<JobState, JobState> {
        if self.is_stopped(job) {
            return Err(JobState::Cancelled);
        }
        let (person, permit) = opened.permit(Action::KeepDocuments).map_err(|failure| refused(&failure))?;
        let bytes = self.reader.load(path).map_err(|error| unread(&error))?;
        let sha256 = Sha256::of(&bytes);
        if let Some(known) = opened.store.read(|db| db.document_by_sha(sha256)).map_err(not_stored)? {
            return Err(self.duplicate(opened, target, &known));
        }
        if let Some(packet) = copy::own_packet(opened, sha256)? {
            return Err(packet);
        }
        let read = self.read_bytes(job, &bytes, &[], true)?;
        let Extracted { reading, pages, .. } = &read;
        let told = copy::told(opened, &read)?;
        let is_copy = matches!(told, Told::Copy { .. });
        // A packet of this workspace that was signed in another program is a copy; one that was altered, or is of another
        // workspace, is no document.
        let mut added = None;
        if let Some(check) = self.packet_among_documents(&job.file_name(), &bytes) {
            if let Told::Copy { packet, .. } = told {
                added = copy::of_packet(opened, packet)?.and_then(|packet| self.elsewhere(&bytes, &packet));
            }
            if !is_copy || matches!(added, Some(Elsewhere::Altered)) {
                return Err(JobState::Packet { check });
            }
        }
        let reading = &copy::with_warnings(reading, reading, &told, added.as_ref());
        // A copy goes to its packet, wherever it was dropped.
        let (vendor, is_new) = self.destination(opened, target.filter(|_| !is_copy))?;
        let facts = EffectiveFacts::new(reading, &[]);
        let now = self.clock.now();
        let document = Document {
            id: DocumentId::from_uuid(self.id(now)),
            sha256,
            file_name: file_name(&job.file_name()),
            bytes: bytes.len() as u64,
            pages: pages.len() as u32,
            received_at: now,
            received_by: person.id,
            filing: vendor.as_ref().map_or(Filing::Waiting, |vendor| Filing::Filed { vendor: vendor.id }),
        };
        let summary = documents::summary(reading, &facts);
        let subject = Subject::document(&document, vendor.as_ref().map(|vendor| vendor.id));
        let receipt = json!({
            "sha256": sha256.to_string(),
            "pages": document.pages,
            "kind": crate::names::json_name(summary.kind),
        });
        // A document that is filed at once is received and then filed: two entries, in this order.
        let op = if vendor.is_some() { Op::FileDocument } else { Op::ReceiveDocument };
        let stamp = stamp(&person, permit, now, op, subject);
        if self.is_stopped(job) {
            return Err(JobState::Cancelled);
        }
        let kept = recognition::rows(&read.recognised, recognition::PROGRAM);
        let written = opened.store.write(&stamp, |db| {
            if let Some(vendor) = &vendor {
                if is_new {
                    documents::file::enter(db, vendor)?;
                }
                db.also(Op::ReceiveDocument, &stamp.subject, receipt)?;
                db.note("vendor", vendor.name.as_str());
            } else {
                db.note("received", receipt);
            }
            db.insert_document(&document, &summary, reading, pages, &*bytes)?;
            db.insert_recognised(document.id, &kept)?;
            copy::keep(db, &document, &told, &stamp)
        });
        match written {
            Ok(()) if is_copy => copy::became(opened, document.id),
            Ok(()) => Ok(JobState::Stored { document: document.id.uuid() }),
            // Somebody else stored the same bytes meanwhile.
            Err(StoreError::Conflict { .. }) => {
                match opened.store.read(|db| db.document_by_sha(sha256)).map_err(not_stored)? {
                    Some(known) => Err(self.duplicate(opened, target, &known)),
                    None => Err(JobState::Refused { reason: RefusalReason::Unexpected }),
                }
            }
            Err(error) => Err(not_stored(error)),
        }
    }

    /// Reads bytes in the reader's child and tells how far it is.
    #[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
    fn read_bytes(
        &self,
        job: &Job,
        bytes: &Arc<[u8]>,
        found: &[PageWords],
        codes: bool,
    ) -> Result<Extracted, JobState> {
        self.tell(job.id, JobState::Reading { done: 0, total: 0 });
        let mut told = 0;
        let readers = Readers { reader: &self.reader, engine: self.config.engine.as_ref(), found, codes };
        let read = extract(readers, &job.file_name(), bytes, None, |step| {
            match step {
                // Told often enough to be seen moving, not once a page of a thousand.
                Step::Reading(Progress { done, total }) if done >= told + 4 || done == total => {
                    told = done;
                    self.tell(job.id, JobState::Reading { done, total });
                }
                Step::Reading(_) | Step::Searching => {}
                Step::Recognising(Progress { done, total }) => {
                    self.tell(job.id, JobState::Recognising { done, total });
                }
            }
            if self.is_stopped(job) { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
        });
        // A terminal that interrupts this program interrupts its children, too: that is no fault of the file.
        read.map_err(|error| if self.is_stopped(job) { JobState::Cancelled } else { unread(&error) })
    }

    /// Whether somebody cancelled the file or stopped the program.
    fn is_stopped(&self, job: &Job) -> bool {
        job.is_cancelled() || self.config.stop.load(Ordering::Relaxed)
    }
}

/// The next file of a drop.
fn next(waiting: &Mutex<VecDeque<Job>>) -> Option<Job> {
    waiting.lock().unwrap_or_else(PoisonError::into_inner).pop_front()
}

impl App {
    /// The vendor with which a file is to be filed, and whether it is entered only with it.
    #[expect(clippy::result_large_err, reason = "it comes once a file; a box would only hide it")]
    fn destination(
        &self,
        opened: &Opened,
        target: Option<&w::FilingTarget>,
    ) -> Result<(Option<Vendor>, bool), JobState> {
        match target {
            None => Ok((None, false)),
            Some(w::FilingTarget::Existing { vendor }) => {
                let found = opened.store.read(|db| db.vendor(VendorId::from_uuid(*vendor))).map_err(not_stored)?;
                Ok((found, false))
            }
            Some(w::FilingTarget::New { name }) => {
                let vendor = documents::file::new_vendor(self, opened, name).map_err(|failure| refused(&failure))?;
                Ok((Some(vendor), true))
            }
        }
    }

    /// The answer for bytes that are here already. Where they wait and a vendor was given, they are filed with it; what
    /// somebody filed or set aside stays as it is.
    fn duplicate(&self, opened: &Opened, target: Option<&w::FilingTarget>, known: &DocumentRow) -> JobState {
        let document = known.document.id.uuid();
        let copy_of = opened.store.read(|db| copy_of_document(db, known.document.id)).unwrap_or_default();
        let filing = match (known.document.filing, target) {
            (Filing::SetAside, _) => copy_of.map_or(KnownFiling::SetAside, |packet| KnownFiling::SignedCopy {
                packet: packet.row.id.uuid(),
                number: packet.number(),
                version: packet.row.version,
            }),
            (Filing::Filed { vendor }, _) => {
                let found = opened.store.read(|db| db.vendor(vendor)).unwrap_or_default();
                let name = found.map_or_else(String::new, |vendor| vendor.name.to_string());
                KnownFiling::Filed { vendor: vendor.uuid(), name }
            }
            (Filing::Waiting, None) => KnownFiling::Waiting,
            (Filing::Waiting, Some(target)) => {
                let _turn = self.turn();
                match self.file_document(w::FileDocument { document, vendor: target.clone() }) {
                    Ok(view) => KnownFiling::FiledNow {
                        vendor: view.row.vendor.unwrap_or_default(),
                        name: view.vendor_name.unwrap_or_default(),
                    },
                    Err(failure) => return refused(&failure),
                }
            }
        };
        let people = opened.store.read(|db| db.persons()).unwrap_or_default();
        JobState::Duplicate {
            document,
            file_name: known.document.file_name.to_string(),
            received_at: known.document.received_at,
            received_by: people::name_in(&people, known.document.received_by),
            filing,
        }
    }
}

/// A file's name as a name: a hostile one is cut to what can be shown.
fn file_name(name: &str) -> Name {
    let shown: String = name.chars().filter(|c| !c.is_control()).take(Name::LIMIT).collect();
    Name::parse(&shown).unwrap_or_else(|_| Name::parse("document.pdf").expect("a fixed name is a name"))
}

fn unread(error: &ReadError) -> JobState {
    let reason = match error {
        ReadError::NotFound(_) => RefusalReason::NotFound,
        ReadError::NotAPdf => RefusalReason::NotAPdf,
        ReadError::Damaged => RefusalReason::Damaged,
        ReadError::Encrypted => RefusalReason::Encrypted,
        ReadError::TooLarge(_) => RefusalReason::TooLarge,
        ReadError::TimedOut => RefusalReason::TimedOut,
        ReadError::OutOfMemory => RefusalReason::OutOfMemory,
        ReadError::Crashed(what) => {
            tracing::warn!("the reading process died: {what}");
            RefusalReason::Crashed
        }
        ReadError::Cancelled => return JobState::Cancelled,
    };
    JobState::Refused { reason }
}

fn not_stored(error: StoreError) -> JobState {
    refused(&fail::store(error))
}

fn refused(failure: &Failure) -> JobState {
    let reason = match failure {
        Failure::DiskFull => RefusalReason::DiskFull,
        Failure::ReadOnly | Failure::Inaccessible => RefusalReason::ReadOnly,
        Failure::Denied { .. } => RefusalReason::NotAllowed,
        _ => RefusalReason::Unexpected,
    };
    JobState::Refused { reason }
}
