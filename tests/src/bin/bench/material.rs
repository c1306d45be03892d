//! What is measured with: the sample workspace's documents and decisions, and longer documents made of its longest one.

use crate::Outcome;
use countersign_app::{App, Config, FixedClock, Headless, Ids};
use countersign_packet::FrozenDecision;
use countersign_store::{DocumentFilter, Holder, PageRow, StoredDocument, Workspace};
use countersign_tests::{journey::moment, report::Report};
use lopdf::{Document, Object, ObjectId};
use std::{
    fs,
    path::{Path, PathBuf},
    sync::Arc,
};
use tempfile::TempDir;

/// What is measured with.
#[derive(Debug)]
pub(crate) struct Material {
    /// For files; goes with the material.
    pub(crate) folder: TempDir,
    /// Invented documents, the shortest first: what each is, and where.
    pub(crate) documents: Vec<(&'static str, PathBuf)>,
    /// The sample's longest report as stored, with its pages.
    pub(crate) stored: StoredDocument,
    pub(crate) pages: Vec<PageRow>,
    /// The bytes of a document of a hundred pages.
    pub(crate) hundred_pages: Vec<u8>,
    /// A decision of the sample as it was frozen.
    pub(crate) decision: FrozenDecision,
}

/// Says who holds a workspace that is measured.
pub(crate) fn holder() -> Holder {
    Holder { program: "bench".to_owned(), host: "here".to_owned(), text: "the measures".to_owned() }
}

impl Material {
    /// Makes the sample and takes from it what is needed.
    pub(crate) fn make() -> Outcome<Self> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("Sample.countersign");
        make_sample(folder.path(), &path)?;
        let workspace = Workspace::open(&path, None, &holder(), moment())?;
        let (stored, pages, report, decision) = workspace.read(|db| {
            let mut rows = db.documents(DocumentFilter::All)?;
            rows.sort_by_key(|row| row.document.pages);
            let longest = rows.pop().ok_or("the sample has documents")?.document;
            let stored = db.document(longest.id)?.ok_or("a listed document is there")?;
            let pages = (1..=longest.pages).filter_map(|page| db.page(longest.id, page).transpose());
            let pages = pages.collect::<Result<Vec<_>, _>>()?;
            let mut bytes = Vec::new();
            db.read_blob(longest.sha256, &mut bytes)?;
            let decided = db.vendors()?.into_iter().filter_map(|row| row.decision).max_by_key(|latest| latest.number);
            let decision = db.decision(decided.ok_or("the sample has decisions")?.id)?.ok_or("a decision is there")?;
            Outcome::Ok((stored, pages, bytes, serde_json::from_str(&decision.frozen)?))
        })?;
        let hundred_pages = of_pages(&report, 100)?;
        let mut documents = Vec::new();
        for (name, bytes) in [
            ("invented, short", &Report::default().pdf()),
            ("the sample's longest", &report),
            ("the same, 100 pages", &hundred_pages),
            ("the same, 160 pages", &of_pages(&report, 160)?),
            ("the same, 300 pages", &of_pages(&report, 300)?),
            ("the same, 2,000 pages", &of_pages(&report, 2_000)?),
        ] {
            let path = folder.path().join(format!("{name}.pdf"));
            fs::write(&path, bytes)?;
            documents.push((name, path));
        }
        Ok(Self { folder, documents, stored, pages, hundred_pages, decision })
    }
}

fn make_sample(folder: &Path, path: &Path) -> Outcome<()> {
    let config = Config::new(folder.join("config"), folder.join("data"))?;
    let app = App::new(config, Arc::new(FixedClock(moment())), Ids::seeded(7), Arc::new(Headless));
    app.sample_at(path, 0).map_err(|failure| format!("{failure:?}"))?;
    Ok(())
}

/// Lengthens a report to so many pages: the pages of its last third, where the tests of controls stand, come again and
/// again, each as a page of its own with content of its own. Fonts are shared, as they are in reports.
fn of_pages(report: &[u8], count: usize) -> Outcome<Vec<u8>> {
    let mut file = Document::load_mem(report)?;
    let pages: Vec<ObjectId> = file.get_pages().into_values().collect();
    let repeated = &pages[pages.len() * 2 / 3..];
    let mut kids: Vec<Object> = pages.iter().map(|page| Object::Reference(*page)).collect();
    for page in repeated.iter().cycle().take(count.saturating_sub(pages.len())) {
        let mut copy = file.get_dictionary(*page)?.clone();
        let contents = file.get_page_contents(*page).into_iter();
        let contents: Vec<Object> = contents.filter_map(|id| file.get_object(id).ok().cloned()).collect();
        let contents: Vec<Object> = contents.into_iter().map(|object| file.add_object(object).into()).collect();
        copy.set("Contents", contents);
        kids.push(file.add_object(copy).into());
    }
    kids.truncate(count);
    let tree = file.catalog()?.get(b"Pages")?.as_reference()?;
    for kid in &kids {
        file.get_dictionary_mut(kid.as_reference()?)?.set("Parent", tree);
    }
    let tree = file.get_dictionary_mut(tree)?;
    tree.set("Count", i64::try_from(kids.len())?);
    tree.set("Kids", kids);
    let mut bytes = Vec::new();
    file.save_to(&mut bytes)?;
    Ok(bytes)
}
