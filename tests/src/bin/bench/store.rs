//! The workspace file, without and with a passphrase, beside plain tables of the same SQLite.

use crate::{
    Outcome,
    material::{Material, holder},
    plain::Plain,
    table::{self, ms, ratio, say, time_ratio},
    timing::{Task, in_turn, timed},
};
use countersign_domain::{
    DocumentId, Filing, Name, Op, Person, PersonId, Role, Sha256, Stage, Tier, Vendor, VendorId, WorkspaceId,
};
use countersign_store::{Founding, Passphrase, Stamp, StoredDocument, Subject, Workspace};
use countersign_tests::journey::moment;
use std::{cell::Cell, fs, path::PathBuf, time::Duration};
use uuid::Uuid;

const RUNS: usize = 5;
const VENDORS: u128 = 10_000;
/// Vendors that are entered one by one, as people do.
const ONE_BY_ONE: usize = 100;
const PAGES: u32 = 100;
/// A word that stands on most pages of a report.
const WORD: &str = "access";
const HITS: u32 = 20;
const PASSPHRASE: &str = "seven grey herons at the weir";

const HEADS: [&str; 6] = ["what", "peer", "ours", "ours/peer", "ours, protected", "protected/peer"];

pub(crate) fn measure(material: &Material) -> Outcome<()> {
    say(&format!("\nWorkspace, medians of {RUNS} runs in turn, in ms; files in {}", material.folder.path().display()));
    say(
        "peer: the same rows in plain tables of the same SQLite: no key, no audit chain, no constraints, its own settings",
    );
    let files = Files { folder: material.folder.path().to_owned(), made: Cell::new(0) };
    let vendors = vendors()?;
    let mut rows = vec![
        row(format!("insert {VENDORS} vendors at once, each audited"), insert(&files, &vendors, vendors.len())?),
        row(format!("insert {ONE_BY_ONE} vendors one by one"), insert(&files, &vendors[..ONE_BY_ONE], 1)?),
    ];

    let (plain, protected, peer) = (files.next(), files.next(), files.next());
    enter(&create(&plain, false)?, &vendors, vendors.len())?;
    enter(&create(&protected, true)?, &vendors, vendors.len())?;
    Plain::create(&peer)?.insert_vendors(&vendors)?;
    rows.push(row(
        format!("open with {VENDORS} vendors"),
        in_turn(
            RUNS,
            [&mut || timed(|| Plain::open(&peer)), &mut || timed(|| open(&plain, false)), &mut || {
                timed(|| open(&protected, true))
            }],
        )?,
    ));

    let (ours, locked, mut theirs) = (open(&plain, false)?, open(&protected, true)?, Plain::open(&peer)?);
    let list = |workspace: &Workspace| timed(|| Ok(workspace.read(|db| db.vendors())?));
    rows.push(row(
        format!("list {VENDORS} vendors"),
        in_turn(RUNS, [&mut || timed(|| theirs.list_vendors()), &mut || list(&ours), &mut || list(&locked)])?,
    ));

    let pages: Vec<_> = (1..=PAGES)
        .zip(material.pages.iter().cycle())
        .map(|(number, page)| countersign_store::PageRow { number, ..page.clone() })
        .collect();
    let add = |workspace: &Workspace| {
        let (stored, bytes) = another(material, &files)?;
        let stamp = stamp(Op::ReceiveDocument, Subject::document(&stored.document, None))?;
        timed(|| {
            let (document, summary, reading) = (&stored.document, &stored.summary, &stored.reading);
            Ok(workspace
                .write(&stamp, |db| db.insert_document(document, summary, reading, &pages, bytes.as_slice()))?)
        })
    };
    let mut add_to_peer = || {
        let (stored, bytes) = another(material, &files)?;
        timed(|| theirs.insert_document(&stored, &pages, &bytes))
    };
    rows.push(row(
        format!("add a document of {PAGES} pages, {} kB", material.hundred_pages.len() / 1000),
        in_turn(RUNS, [&mut add_to_peer, &mut || add(&ours), &mut || add(&locked)])?,
    ));

    let search = |workspace: &Workspace| timed(|| Ok(workspace.read(|db| db.search(WORD, HITS))?));
    rows.push(row(
        format!("search a word on {} pages", PAGES as usize * (RUNS + 1)),
        in_turn(RUNS, [&mut || timed(|| theirs.search(WORD, HITS)), &mut || search(&ours), &mut || search(&locked)])?,
    ));
    drop((ours, locked, theirs));
    let size = |path: &PathBuf| Ok::<f64, std::io::Error>(fs::metadata(path)?.len() as f64);
    let [peer, ours, locked] = [size(&peer)?, size(&plain)?, size(&protected)?];
    let kb = |bytes: f64| format!("{:.0} kB", bytes / 1000.0);
    let what = "size of that file in the end".to_owned();
    rows.push(vec![what, kb(peer), kb(ours), ratio(ours, peer), kb(locked), ratio(locked, peer)]);
    table::print(&HEADS, &rows);
    Ok(())
}

fn row(what: String, [peer, ours, protected]: [Duration; 3]) -> Vec<String> {
    vec![what, ms(peer), ms(ours), time_ratio(ours, peer), ms(protected), time_ratio(protected, peer)]
}

/// Gives names to new files, and numbers to what must be new.
struct Files {
    folder: PathBuf,
    made: Cell<u128>,
}

impl Files {
    fn number(&self) -> u128 {
        self.made.set(self.made.get() + 1);
        self.made.get()
    }

    fn next(&self) -> PathBuf {
        self.folder.join(format!("measured-{}.countersign", self.number()))
    }
}

/// Measures entering vendors into new files, so many in one transaction.
fn insert(files: &Files, vendors: &[Vendor], at_once: usize) -> Outcome<[Duration; 3]> {
    let ours = |protected: bool| {
        let workspace = create(&files.next(), protected)?;
        timed(|| enter(&workspace, vendors, at_once))
    };
    let mut peer = || {
        let mut plain = Plain::create(&files.next())?;
        timed(|| vendors.chunks(at_once).try_for_each(|some| plain.insert_vendors(some)))
    };
    let (mut plain, mut protected) = (|| ours(false), || ours(true));
    let tasks: [Task<'_>; 3] = [&mut peer, &mut plain, &mut protected];
    in_turn(RUNS, tasks)
}

/// Enters vendors, so many in one transaction, each with an audit entry.
fn enter(workspace: &Workspace, vendors: &[Vendor], at_once: usize) -> Outcome<()> {
    for some in vendors.chunks(at_once) {
        let (last, others) = some.split_last().ok_or("chunks are never empty")?;
        workspace.write(&stamp(Op::CreateVendor, Subject::vendor(last))?, |db| {
            for vendor in others {
                db.insert_vendor(vendor)?;
                db.also(Op::CreateVendor, &Subject::vendor(vendor), serde_json::json!({}))?;
            }
            db.insert_vendor(last)
        })?;
    }
    Ok(())
}

fn create(path: &std::path::Path, protected: bool) -> Outcome<Workspace> {
    let founding = Founding {
        workspace: WorkspaceId::from_uuid(uuid(0)),
        organisation: Name::parse("Larkfield Instruments")?,
        person: person()?,
        at: moment(),
    };
    let passphrase = protected.then(|| Passphrase::new(PASSPHRASE));
    Ok(Workspace::create(path, passphrase.as_ref(), &founding, &holder())?)
}

fn open(path: &std::path::Path, protected: bool) -> Outcome<Workspace> {
    let passphrase = protected.then(|| Passphrase::new(PASSPHRASE));
    Ok(Workspace::open(path, passphrase.as_ref(), &holder(), moment())?)
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

fn person() -> Outcome<Person> {
    let (id, name) = (PersonId::from_uuid(uuid(1)), Name::parse("Mara Lind")?);
    Ok(Person { id, name, title: None, roles: Role::ALL.to_vec(), active: true })
}

fn stamp(op: Op, subject: Subject) -> Outcome<Stamp> {
    let person = person()?;
    Ok(Stamp { actor: person.id, actor_name: person.name, at: moment(), op, subject })
}

fn vendors() -> Outcome<Vec<Vendor>> {
    let vendor = |number| {
        Ok(Vendor {
            id: VendorId::from_uuid(uuid(1_000 + number)),
            name: Name::parse(&format!("Vendor {number:05}"))?,
            aliases: vec![Name::parse(&format!("Alias {number:05}"))?],
            service: Some(Name::parse("Hosting of the customer portal")?),
            tier: Some(Tier::High),
            tier_reason: None,
            owner: Some(person()?.id),
            stage: Stage::InReview,
            notes: None,
            created_at: moment(),
        })
    };
    (0..VENDORS).map(vendor).collect()
}

/// The document of a hundred pages once more, with bytes that no document had before.
fn another(material: &Material, files: &Files) -> Outcome<(StoredDocument, Vec<u8>)> {
    let number = files.number();
    let mut bytes = material.hundred_pages.clone();
    bytes.extend(number.to_be_bytes());
    let mut stored = material.stored.clone();
    stored.document.id = DocumentId::from_uuid(uuid(1_000_000 + number));
    stored.document.sha256 = Sha256::of(&bytes);
    stored.document.bytes = bytes.len() as u64;
    stored.document.pages = PAGES;
    stored.document.received_by = person()?.id;
    stored.document.filing = Filing::Waiting;
    Ok((stored, bytes))
}
