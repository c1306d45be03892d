//! The store against real files. Where a test needs a second process, it starts this test program again with the name of one
//! `#[ignore]`d test that plays the other part.

mod acceptance;
mod attention;
mod audit;
mod crash;
mod cuecs;
mod findings;
mod fourth_parties;
mod imports;
mod monitoring;
mod past;
mod protection;
mod reading;
mod register;
mod round_trip;
mod schema;
mod search;
mod signed_copies;
mod speed;
mod trouble;
mod two_programs;

use crate::{Founding, Holder, PageRow, Passphrase, Stamp, StoreError, Subject, Summary, Workspace};
use chrono::{DateTime, TimeDelta, Utc};
use countersign_domain::{
    Basis, Category, Citation, Document, DocumentId, Fact, Filing, Kind, Name, Op, Opinion, Person, PersonId, Reading,
    ReportType, Role, Sha256, Stage, Tier, Vendor, VendorId, WorkspaceId,
    citation::Rect,
    reading::{FileFacts, TextLayer},
};
use std::{
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
};
use uuid::Uuid;

/// A folder that goes with the test, and a workspace file in it.
struct Place {
    folder: tempfile::TempDir,
}

impl Place {
    fn new() -> Self {
        Self { folder: tempfile::tempdir().expect("a temporary folder") }
    }

    fn path(&self) -> PathBuf {
        self.folder.path().join("register.countersign")
    }

    fn create(&self, passphrase: Option<&str>) -> Workspace {
        let passphrase = passphrase.map(Passphrase::new);
        Workspace::create(&self.path(), passphrase.as_ref(), &founding(), &holder("first")).expect("creates")
    }

    fn open(&self) -> Workspace {
        self.try_open(None).expect("opens")
    }

    fn try_open(&self, passphrase: Option<&str>) -> Result<Workspace, StoreError> {
        try_open(&self.path(), passphrase)
    }

    /// What else lies in the folder.
    fn others(&self) -> Vec<String> {
        let mut names: Vec<_> = std::fs::read_dir(self.folder.path())
            .expect("lists")
            .map(|entry| entry.expect("an entry").file_name().to_string_lossy().into_owned())
            .filter(|name| name != "register.countersign")
            .collect();
        names.sort();
        names
    }
}

fn try_open(path: &Path, passphrase: Option<&str>) -> Result<Workspace, StoreError> {
    let passphrase = passphrase.map(Passphrase::new);
    Workspace::open(path, passphrase.as_ref(), &holder("second"), at(1000))
}

fn uuid(number: u128) -> Uuid {
    Uuid::from_u128(0x0190_0000_0000_7000_8000_0000_0000_0000 + number)
}

fn at(seconds: i64) -> DateTime<Utc> {
    "2026-03-01T09:00:00.123456789Z".parse::<DateTime<Utc>>().expect("a time") + TimeDelta::seconds(seconds)
}

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn holder(who: &str) -> Holder {
    Holder { program: "test".to_owned(), host: "here".to_owned(), text: format!("the {who} program") }
}

fn founder() -> Person {
    Person {
        id: PersonId::from_uuid(uuid(1)),
        name: name("Ada Example"),
        title: Some(name("Security lead")),
        roles: Role::ALL.to_vec(),
        active: true,
    }
}

fn founding() -> Founding {
    Founding {
        workspace: WorkspaceId::from_uuid(uuid(0)),
        organisation: name("Example & Söhne"),
        person: founder(),
        at: at(0),
    }
}

fn stamp(op: Op) -> Stamp {
    let subject = Subject::workspace(founding().workspace, &founding().organisation);
    Stamp { actor: founder().id, actor_name: founder().name, at: at(10), op, subject }
}

fn vendor(number: u128, called: &str) -> Vendor {
    Vendor {
        id: VendorId::from_uuid(uuid(1000 + number)),
        name: name(called),
        aliases: vec![name(&format!("{called} Holding")), name(&format!("Alias {number}"))],
        service: Some(name("Hosting")),
        tier: Some(Tier::High),
        tier_reason: None,
        owner: Some(founder().id),
        stage: Stage::InReview,
        notes: None,
        created_at: at(20),
    }
}

fn fact<T>(value: T) -> Fact<T> {
    Fact {
        value,
        basis: Basis::Stated,
        citations: vec![Citation {
            page: 1,
            label: Some("i".to_owned()),
            quote: "as it stands".to_owned(),
            rects: vec![Rect { x0: 1.0, y0: 2.5, x1: 30.0, y1: 4.0 }],
        }],
    }
}

/// A document with its reading, pages and bytes, all of them made from its number.
struct Sample {
    document: Document,
    summary: Summary,
    reading: Reading,
    pages: Vec<PageRow>,
    bytes: Vec<u8>,
}

fn sample(number: u128, length: usize, page_texts: &[&str]) -> Sample {
    let bytes: Vec<u8> =
        (0..length).map(|at| ((at as u128 * 31 + number * 7919 + (at as u128 >> 9)) % 251) as u8).collect();
    let file_name = format!("report-{number}.pdf");
    let pages: Vec<_> = page_texts
        .iter()
        .zip(1..)
        .map(|(text, page)| PageRow {
            number: page,
            label: (page > 1).then(|| page.to_string()),
            width: 595.0,
            height: 842.5,
            text: (*text).to_owned(),
            words: vec![1, 2, 3, page as u8],
        })
        .collect();
    let document = Document {
        id: DocumentId::from_uuid(uuid(1_000_000 + number)),
        sha256: Sha256::of(&bytes),
        file_name: name(&file_name),
        bytes: bytes.len() as u64,
        pages: pages.len() as u32,
        received_at: at(30 + number as i64),
        received_by: founder().id,
        filing: Filing::Waiting,
    };
    let summary = Summary {
        kind: Kind::Soc2Type2,
        organization: Some(format!("Brückenbau {number} GmbH")),
        from: "2025-01-01".parse().ok(),
        to: "2025-12-31".parse().ok(),
        opinion: Some(Opinion::Qualified),
        facts: 4,
        open_facts: 3,
        contradictions: 1,
        warnings: 2,
        has_text: true,
    };
    let reading = reading(&document);
    Sample { document, summary, reading, pages, bytes }
}

fn reading(document: &Document) -> Reading {
    let facts = FileFacts {
        sha256: document.sha256,
        bytes: document.bytes,
        pages: document.pages,
        producer: None,
        title: None,
        created: None,
        text: TextLayer::Full,
        image_only_pages: Vec::new(),
        ocr_pages: Vec::new(),
        encrypted: false,
        signatures: 0,
        revised_after_signing: None,
        extractor: "test".to_owned(),
    };
    let mut reading = Reading::new(document.file_name.to_string(), facts, fact(Kind::Soc2Type2));
    reading.service_organization = Some(fact("Brückenbau GmbH".to_owned()));
    reading.report_type = Some(fact(ReportType::Two));
    reading.period_start = Some(fact("2025-01-01".parse().expect("a day")));
    reading.period_end = Some(fact("2025-12-31".parse().expect("a day")));
    reading.opinion = Some(fact(Opinion::Qualified));
    reading.trust_services_categories = Some(fact(vec![Category::Security, Category::ProcessingIntegrity]));
    reading
}

fn add(workspace: &Workspace, sample: &Sample) -> Result<(), StoreError> {
    let mut stamp = stamp(Op::ReceiveDocument);
    stamp.subject = Subject::document(&sample.document, None);
    workspace.write(&stamp, |db| {
        db.insert_document(&sample.document, &sample.summary, &sample.reading, &sample.pages, sample.bytes.as_slice())
    })
}

fn add_vendor(workspace: &Workspace, vendor: &Vendor) -> Result<(), StoreError> {
    let mut stamp = stamp(Op::CreateVendor);
    stamp.subject = Subject::vendor(vendor);
    workspace.write(&stamp, |db| db.insert_vendor(vendor))
}

/// What must be true of every workspace whatever happened to it.
fn assert_sound(workspace: &Workspace) {
    workspace
        .read(|db| {
            let damage = crate::schema::damage(db.connection());
            assert_eq!(damage, None, "the file must be whole");
            let dangling: u32 =
                db.connection().query_row("SELECT count(*) FROM pragma_foreign_key_check", [], |row| row.get(0))?;
            assert_eq!(dangling, 0, "no reference may lead nowhere");
            let chain = db.verify_chain()?;
            assert_eq!(chain.broken_at, None, "the audit chain must be whole");
            for sha256 in db.blobs()? {
                db.read_blob(sha256, &mut std::io::sink())?;
            }
            Ok::<_, StoreError>(())
        })
        .expect("reads");
}

/// Where the other process finds its workspace.
const PATH_VARIABLE: &str = "COUNTERSIGN_STORE_TEST_PATH";

/// Prepares this test program to play `part` in another process.
fn other_process(part: &str, path: &Path) -> Command {
    let mut command = Command::new(std::env::current_exe().expect("the test program's own path"));
    command
        .args([part, "--exact", "--ignored", "--nocapture", "--test-threads=1"])
        .env(PATH_VARIABLE, path)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped());
    command
}

/// The workspace that another process was told of; `None` where nobody started this as a part.
fn path_for_part() -> Option<PathBuf> {
    std::env::var_os(PATH_VARIABLE).map(PathBuf::from)
}

/// Ends a process when the test ends, however it ends.
struct Other(Child);

impl Drop for Other {
    fn drop(&mut self) {
        let killed = self.0.kill().and_then(|()| self.0.wait());
        assert!(killed.is_ok() || std::thread::panicking(), "the other process must be gone");
    }
}
