//! What the auditor of our own controls asks for of vendor management (CC9.2, `practice.md` §7.3): the inventory as of a day,
//! the populations of a period with counts that show that nothing is left out, the change log, and packets as samples.
//!
//! [`gathered`] reads everything in one transaction, [`lists`] holds one file for each list, [`checks`] says how the counts
//! agree, [`bundle`] puts the files together, and nothing is written before all of them are made.

mod bundle;
mod checks;
mod gathered;
mod list;
mod lists;

use crate::{App, documents::write_whole, fail, import::put, packets::fonts};
pub(crate) use bundle::{File, zip};
use chrono::NaiveDate;
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_store::Snapshot;
use gathered::{Gathered, Period, State};
use list::List;
use std::{fs, io, path::Path};

impl App {
    /// Saves what the auditor asks for as one file where the person says.
    pub(crate) fn save_evidence(&self, input: &w::EvidenceRequest) -> Result<w::EvidenceFile, Failure> {
        let suggested = format!("{}.zip", evidence_name(input.from, input.to));
        period(input, self.clock.today())?;
        let Some(path) = self.host.choose_save(&suggested) else {
            return Ok(w::EvidenceFile { name: None, lists: Vec::new(), checks: Vec::new(), uncovered: Vec::new() });
        };
        self.evidence_to(&path, input)
    }

    /// Writes what the auditor asks for: a path that ends in `.zip` becomes one file, another one a folder, which must not
    /// exist or be empty. Whole or not at all.
    pub fn evidence_to(&self, path: &Path, input: &w::EvidenceRequest) -> Result<w::EvidenceFile, Failure> {
        let period = period(input, self.clock.today())?;
        let opened = self.opened()?;
        let made = bundle::Made { by: opened.actor()?.name.to_string(), at: self.clock.now() };
        let (chain, begins) =
            opened.store.read(|db| Ok((db.verify_chain()?, db.past_begins()?))).map_err(fail::store)?;
        let until = self.clock.end_of(period.to);
        let ended = period.to < self.clock.today();
        // Of the time before rows were followed only what stands now is known.
        let state = match begins {
            Some(begins) if ended && begins <= until => State::OfItsEnd,
            _ if ended => State::OfToday,
            _ => State::OfItsEnd,
        };
        let read = |db: &Snapshot<'_>| {
            let gathered = Gathered::read(db, period, state, chain, &self.clock)?;
            let packets = bundle::packets(db, &gathered, input)?;
            Ok((gathered, packets))
        };
        let past = ended && state == State::OfItsEnd;
        let read = if past { opened.store.read_past(until, read) } else { opened.store.read(read) };
        let (gathered, packets) = read.map_err(fail::store)?;
        if !input.decisions.iter().all(|number| gathered.has_decision(*number)) {
            return Err(fail::not_found("decision"));
        }
        let lists = lists::all(&gathered, self.fourth_party_rows()?);
        let mut checks = checks::all(&gathered, &lists);
        checks.extend(checks::packets(&packets));
        let mut files = packets.files;
        let memo = self.cuec_memo(None, input.paper)?;
        files.push(File { name: "CUEC memo.pdf".to_owned(), bytes: memo.bytes });
        let (files, mut uncovered) = bundle::files(&gathered, &lists, &checks, files, &made, input.paper)?;
        uncovered.extend(memo.uncovered);
        if path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("zip")) {
            let bytes = zip(&files, made.at).map_err(fail::unexpected)?;
            write_whole(&opened, path, |file| put(file, &bytes))?;
        } else {
            write_folder(path, &files)?;
        }
        Ok(w::EvidenceFile {
            name: path.file_name().map(|name| name.to_string_lossy().into_owned()),
            lists: lists.iter().map(List::view).collect(),
            checks: checks.into_iter().map(|check| w::EvidenceCheck { what: check.what, holds: check.holds }).collect(),
            uncovered: fonts::told(&uncovered),
        })
    }
}

/// The name of the file or folder.
fn evidence_name(from: NaiveDate, to: NaiveDate) -> String {
    format!("Vendor management evidence {from} to {to}")
}

fn period(input: &w::EvidenceRequest, today: NaiveDate) -> Result<Period, Failure> {
    if !countersign_domain::period::is_plausible(input.from) {
        return Err(fail::invalid("from", Problem::ImplausibleDay));
    }
    if input.to < input.from {
        return Err(fail::invalid("to", Problem::EndsBeforeItStarts));
    }
    if input.to > today {
        return Err(fail::invalid("to", Problem::InTheFuture));
    }
    Ok(Period { from: input.from, to: input.to })
}

/// Writes a folder beside its place and moves it there.
pub(crate) fn write_folder(path: &Path, files: &[File]) -> Result<(), Failure> {
    let inaccessible = |error: io::Error| match error.kind() {
        io::ErrorKind::StorageFull => Failure::DiskFull,
        _ => Failure::Inaccessible,
    };
    match fs::read_dir(path).map(|mut inside| inside.next().is_none()) {
        // An empty folder gives way to the whole one.
        Ok(true) => fs::remove_dir(path).map_err(inaccessible)?,
        Ok(false) => return Err(Failure::FileExists),
        Err(error) if error.kind() == io::ErrorKind::NotADirectory => return Err(Failure::FileExists),
        Err(error) if error.kind() == io::ErrorKind::NotFound => {}
        Err(error) => return Err(inaccessible(error)),
    }
    let parent = path.parent().filter(|parent| !parent.as_os_str().is_empty()).unwrap_or_else(|| Path::new("."));
    let draft = tempfile::Builder::new().prefix(".countersign-").tempdir_in(parent).map_err(inaccessible)?;
    for file in files {
        let target = draft.path().join(&file.name);
        if let Some(folder) = target.parent() {
            fs::create_dir_all(folder).map_err(inaccessible)?;
        }
        fs::write(&target, &file.bytes).map_err(inaccessible)?;
    }
    fs::rename(draft.path(), path).map_err(inaccessible)
}
