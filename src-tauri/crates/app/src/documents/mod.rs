//! Documents: what waits, what they say, what people say of that, where they belong.

mod candidates;
mod cite;
mod draft;
mod entries;
pub(crate) mod file;
mod judge;
mod lists;
mod ready;
mod related;
mod services;
mod take_back;
pub(crate) mod values;
pub(crate) mod view;

use self::candidates::Candidates;
use crate::{App, application::Opened, fail, people, receive::is_older, signed_copies};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    DocumentId, EffectiveFacts, EffectiveLists, FactKey, Filing, Judgement, Person, Reading, Rect, VendorId,
    reading::TextLayer,
};
use countersign_reader::workbook;
use countersign_store::{DocumentFilter, DocumentRow, Snapshot, StoreError, StoredDocument, Summary};
use std::io;
use uuid::Uuid;

/// In which row and column of its sheet each word stands.
fn cells(words: &[w::PageWord]) -> Vec<[u32; 2]> {
    let places: Vec<Rect> = words.iter().map(|word| word.rect.into()).collect();
    workbook::cells(&places).into_iter().map(|(row, column)| [row, column]).collect()
}

/// A document with everything that is known of it.
pub(crate) struct Known {
    pub(crate) stored: StoredDocument,
    pub(crate) judgements: Vec<Judgement>,
    pub(crate) people: Vec<Person>,
    /// The packet of which it is a copy.
    pub(crate) copy_of: Option<w::CopyOf>,
}

/// Works out what lists show of a document.
pub(crate) fn summary(reading: &Reading, facts: &EffectiveFacts) -> Summary {
    let span = facts.span();
    let relevant = || facts.relevant();
    Summary {
        kind: facts.kind(),
        organization: facts.text(FactKey::ServiceOrganization),
        from: span.map(|span| span.0),
        to: span.map(|span| span.1),
        opinion: facts.opinion(),
        facts: relevant().count() as u32,
        open_facts: relevant().filter(|fact| fact.is_open()).count() as u32,
        contradictions: reading.contradictions.len() as u32,
        warnings: reading.warnings.len() as u32,
        has_text: reading.document.text != TextLayer::None || !reading.document.ocr_pages.is_empty(),
    }
}

/// Rows of documents for lists.
pub(crate) fn rows(documents: &[DocumentRow], people: &[Person]) -> Vec<w::DocumentRow> {
    documents.iter().map(|row| view::row(&row.document, &row.summary, |id| people::name_in(people, id))).collect()
}

/// Reads all that is known of a document.
pub(crate) fn known(db: &Snapshot<'_>, id: DocumentId) -> Result<Option<Known>, StoreError> {
    let Some(stored) = db.document(id)? else { return Ok(None) };
    let copy_of = signed_copies::copy_of_document(db, id)?.map(|packet| w::CopyOf {
        packet: packet.row.id.uuid(),
        number: packet.number(),
        version: packet.row.version,
        vendor: packet.vendor.id.uuid(),
        vendor_name: packet.vendor.name.to_string(),
    });
    Ok(Some(Known { judgements: db.judgements(id)?, people: db.persons()?, copy_of, stored }))
}

/// The vendor with which a document is filed.
pub(crate) fn vendor_of(known: &Known) -> Option<VendorId> {
    match known.stored.document.filing {
        Filing::Filed { vendor } => Some(vendor),
        Filing::Waiting | Filing::SetAside => None,
    }
}

impl Known {
    /// The facts that hold.
    pub(crate) fn facts(&self) -> EffectiveFacts {
        EffectiveFacts::new(&self.stored.reading, &self.judgements)
    }

    /// The lists that hold.
    pub(crate) fn lists(&self) -> EffectiveLists {
        EffectiveLists::new(&self.stored.reading, &self.judgements)
    }
}

impl App {
    /// What came in.
    pub(crate) fn inbox_view(&self) -> Result<w::Inbox, Failure> {
        let opened = self.opened()?;
        let (waiting, set_aside, people, readers) = opened
            .store
            .read(|db| {
                let waiting = db.documents(DocumentFilter::Waiting)?;
                Ok((waiting, db.documents(DocumentFilter::SetAside)?, db.persons()?, db.extractors()?))
            })
            .map_err(fail::store)?;
        Ok(w::Inbox {
            jobs: self.jobs.views(),
            waiting: rows(&waiting, &people),
            set_aside: rows(&set_aside, &people),
            read_by_older: readers.iter().filter(|(_, extractor)| is_older(extractor)).count() as u32,
        })
    }

    /// Reads all that is known of a document, or says that there is none.
    pub(crate) fn known_document(&self, id: Uuid) -> Result<Known, Failure> {
        let id = DocumentId::from_uuid(id);
        let known = self.opened()?.store.read(|db| known(db, id)).map_err(fail::store)?;
        known.ok_or_else(|| fail::not_found("document"))
    }

    /// A document can prove something about a vendor only where it is filed with it.
    pub(crate) fn proof_of(&self, vendor: VendorId, document: Uuid) -> Result<DocumentId, Failure> {
        let known = self.known_document(document)?;
        let filed = vendor_of(&known) == Some(vendor);
        if filed { Ok(known.stored.document.id) } else { Err(fail::invalid("proof", Problem::WrongForm)) }
    }

    /// A document with its facts.
    pub(crate) fn document_view(&self, id: Uuid) -> Result<w::DocumentView, Failure> {
        let known = self.known_document(id)?;
        let (facts, lists) = (known.facts(), known.lists());
        let document = &known.stored.document;
        let read = |db: &Snapshot<'_>| {
            let candidates = Candidates::of(db)?;
            let numbered = candidates.numbered(db, document.id)?;
            let suggestions = candidates.suggested((&facts, document.file_name.as_str()), &numbered);
            let near = vendor_of(&known).or_else(|| suggestions.first().map(|one| VendorId::from_uuid(one.vendor)));
            let related = match near {
                Some(vendor) => related::of(db, document.id, &facts, vendor)?,
                None => Vec::new(),
            };
            Ok((candidates, suggestions, related, services::bought(db, vendor_of(&known))?))
        };
        let (candidates, suggestions, related, bought) = self.opened()?.store.read(read).map_err(fail::store)?;
        let shown = view::Shown {
            stored: &known.stored,
            facts: &facts,
            lists: &lists,
            vendor_name: vendor_of(&known).and_then(|id| candidates.get(id)).map(|vendor| vendor.name.to_string()),
            mismatches: candidates.mismatches(document.filing, &facts),
            suggestions,
            related,
            bought: &bought,
        };
        let view = view::document(shown, |id| people::name_in(&known.people, id));
        Ok(w::DocumentView { copy_of: known.copy_of.clone(), ..view })
    }

    /// A page's size and words.
    pub(crate) fn page_view(&self, input: &w::PageRef) -> Result<w::PageView, Failure> {
        let id = DocumentId::from_uuid(input.document);
        let (row, head) = self
            .opened()?
            .store
            .read(|db| Ok((db.page(id, input.page)?, db.file_head(id, workbook::MARK.len() as u32)?)))
            .map_err(fail::store)?;
        let row = row.ok_or_else(|| fail::not_found("page"))?;
        let words: Vec<w::PageWord> = serde_json::from_slice(&row.words).map_err(fail::unexpected)?;
        let cells = (head == workbook::MARK).then(|| cells(&words));
        Ok(w::PageView {
            page: row.number,
            label: row.label,
            width: row.width as f32,
            height: row.height as f32,
            words,
            cells,
        })
    }

    /// Saves the original file where the person says.
    pub(crate) fn save_original(&self, id: Uuid) -> Result<w::SavedFile, Failure> {
        let known = self.known_document(id)?;
        let document = &known.stored.document;
        let Some(path) = self.host.choose_save(document.file_name.as_str()) else {
            return Ok(w::SavedFile { name: None });
        };
        self.write_blob(document.sha256, &path)?;
        Ok(w::SavedFile { name: path.file_name().map(|name| name.to_string_lossy().into_owned()) })
    }

    /// Writes stored bytes to a path, whole or not at all.
    pub(crate) fn write_blob(&self, sha256: countersign_domain::Sha256, path: &std::path::Path) -> Result<(), Failure> {
        let opened = self.opened()?;
        write_whole(&opened, path, |file| {
            opened.store.read(|db| db.read_blob(sha256, file)).map(|_| ()).map_err(fail::store)
        })
    }
}

/// Writes a file, whole or not at all.
pub(crate) fn write_whole(
    opened: &Opened,
    path: &std::path::Path,
    write: impl FnOnce(&mut tempfile::NamedTempFile) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let inaccessible = |error: io::Error| match error.kind() {
        io::ErrorKind::StorageFull => Failure::DiskFull,
        _ => Failure::Inaccessible,
    };
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder = folder.unwrap_or_else(|| std::path::Path::new("."));
    refuse_workspace(opened.store.path(), path)?;
    let mut draft = readable(&mut tempfile::Builder::new()).tempfile_in(folder).map_err(inaccessible)?;
    write(&mut draft)?;
    draft.as_file().sync_all().map_err(inaccessible)?;
    draft.persist(path).map_err(|error| inaccessible(error.error))?;
    Ok(())
}

/// Refuses to save over the open workspace or a file beside it that belongs to it.
pub(crate) fn refuse_workspace(workspace: &std::path::Path, target: &std::path::Path) -> Result<(), Failure> {
    let folder = target.parent().filter(|folder| !folder.as_os_str().is_empty());
    let folder =
        folder.unwrap_or_else(|| std::path::Path::new(".")).canonicalize().map_err(|_| Failure::Inaccessible)?;
    let belongs = match (workspace.file_name(), target.file_name()) {
        (Some(own), Some(name)) => name.to_string_lossy().starts_with(&*own.to_string_lossy()),
        _ => false,
    };
    let same = target.canonicalize().is_ok_and(|target| target == workspace);
    if same || (belongs && workspace.parent() == Some(&folder)) { Err(Failure::FileExists) } else { Ok(()) }
}

/// A saved file gets the rights that every other program would give it.
#[cfg(unix)]
fn readable<'b, 'x, 'y>(builder: &'b mut tempfile::Builder<'x, 'y>) -> &'b mut tempfile::Builder<'x, 'y> {
    use std::os::unix::fs::PermissionsExt as _;
    builder.permissions(std::fs::Permissions::from_mode(0o666))
}

#[cfg(not(unix))]
fn readable<'b, 'x, 'y>(builder: &'b mut tempfile::Builder<'x, 'y>) -> &'b mut tempfile::Builder<'x, 'y> {
    builder
}
