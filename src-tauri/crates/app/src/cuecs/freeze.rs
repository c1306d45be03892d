//! Our side of complementary user entity controls as a decision freezes it (`practice.md` §7.1, page 8).

use super::book::{self, Book, Listed, OwnControls};
use super::counting::Counting;
use crate::people;
use countersign_domain::{DocumentId, Person, Vendor};
use countersign_packet::input::{FrozenCuec, FrozenCuecs};
use countersign_store::{DocumentFilter, Snapshot, StoreError};
use std::collections::HashMap;

/// Freezes the workbooks of a vendor as one; `counting` are the reports that count for its policy, `labels` says how the packet
/// names documents.
pub(crate) fn freeze(
    db: &Snapshot<'_>,
    vendor: &Vendor,
    counting: &[Counting],
    people: &[Person],
    labels: &HashMap<DocumentId, String>,
) -> Result<FrozenCuecs, StoreError> {
    let books = book::open_all(db, vendor, counting)?;
    // The list is called after the first; what comes from another says from which.
    let label = |book: &Book| book.report.as_ref().and_then(|row| labels.get(&row.document.id).cloned());
    let Some(book) = books.first() else { unreachable!("there is a workbook, if an empty one") };
    let held = db.documents(DocumentFilter::All)?;
    let ground = Ground {
        own: OwnControls::read(db)?,
        people,
        labels,
        files: held.into_iter().map(|row| (row.document.id, row.document.file_name.to_string())).collect(),
    };
    let mut responsibilities: Vec<u32> = book
        .responsibilities
        .iter()
        .filter_map(|(_, citations)| citations.first().map(|citation| citation.page))
        .collect();
    responsibilities.sort_unstable();
    responsibilities.dedup();
    Ok(FrozenCuecs {
        document: label(book),
        none_stated: books.iter().all(|book| book.none_stated),
        controls: books
            .iter()
            .enumerate()
            .flat_map(|(at, book)| {
                let report = label(book).filter(|_| at > 0);
                let rows = book.rows.iter();
                rows.map(move |row| (row, report.clone()))
            })
            .map(|(row, report)| FrozenCuec { report, ..ground.control(&row.listed) })
            .collect(),
        responsibilities,
    })
}

struct Ground<'a> {
    own: OwnControls,
    people: &'a [Person],
    labels: &'a HashMap<DocumentId, String>,
    files: HashMap<DocumentId, String>,
}

impl Ground<'_> {
    fn control(&self, listed: &Listed) -> FrozenCuec {
        let mut pages: Vec<u32> = listed.control.citations.iter().map(|citation| citation.page).collect();
        pages.sort_unstable();
        pages.dedup();
        let ours = listed.said.as_ref().map(|said| &said.ours);
        let own = |id| self.own.get(id);
        let name = |person| people::name_in(self.people, person);
        let controls: Vec<_> = ours.iter().flat_map(|ours| &ours.controls).filter_map(|id| own(*id)).collect();
        let lent = controls.iter().filter_map(|own| own.evidence.as_ref()).map(ToString::to_string);
        let said = ours.and_then(|ours| ours.evidence.as_ref()).map(ToString::to_string);
        let proof = ours.and_then(|ours| ours.proof).and_then(|proof| self.file(proof));
        FrozenCuec {
            report: None,
            text: listed.control.text.clone(),
            criteria: listed.control.criteria.clone(),
            pages,
            applies: ours.and_then(|ours| ours.applies),
            why: ours.and_then(|ours| ours.why.as_ref()).map(ToString::to_string),
            controls: controls.iter().map(|own| own.name.to_string()).collect(),
            owner: ours.and_then(|ours| ours.answerable(own)).map(name),
            progress: ours.and_then(|ours| ours.progress),
            evidence: said.into_iter().chain(proof).chain(lent).collect(),
            due: ours.and_then(countersign_domain::cuec::OurSide::due_on),
            verified_on: ours.and_then(|ours| ours.verified).map(|verified| verified.on),
            verified_by: ours.and_then(|ours| ours.verified).map(|verified| name(verified.by)),
        }
    }

    /// A document as the packet names it, else by its file.
    fn file(&self, document: DocumentId) -> Option<String> {
        self.labels.get(&document).or_else(|| self.files.get(&document)).cloned()
    }
}
