use super::{CitationView, CopyFoundName, CopyPagesView, FactView, ListCount, PacketCheckView, wire};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// Names a document.
    pub struct DocumentRef {
        /// Its id.
        pub document: Uuid,
    }

    /// Asks the person for files with the system's dialog and receives them.
    pub struct ChooseDocuments {
        /// Files them with this vendor at once.
        pub vendor: Option<Uuid>,
    }

    /// How many files were chosen; each becomes a job.
    pub struct Chosen {
        /// The number.
        pub files: u32,
    }

    /// Names a job.
    pub struct JobRef {
        /// Its id.
        pub job: Uuid,
    }

    /// One file on its way in.
    pub struct JobView {
        /// Its id.
        pub job: Uuid,
        /// The file's name without folders.
        pub file_name: String,
        /// The document, where one of the workspace is read again.
        pub again: Option<Uuid>,
        /// How far it is.
        pub state: JobState,
    }

    /// How far a file is.
    #[serde(tag = "state", rename_all = "snake_case")]
    pub enum JobState {
        /// Waits for its turn.
        Queued,
        /// Is being read.
        Reading {
            /// Pages read so far.
            done: u32,
            /// Pages in all, 0 while unknown.
            total: u32,
        },
        /// Its pages that are pictures of text are being read.
        Recognising {
            /// Such pages read so far.
            done: u32,
            /// Such pages in all.
            total: u32,
        },
        /// Is in the workspace.
        Stored {
            /// The document.
            document: Uuid,
        },
        /// Is in the workspace as a copy of a packet that came back signed.
        SignedCopy {
            /// The document.
            document: Uuid,
            /// Of which packet.
            copy: Box<CopyNews>,
        },
        /// Is a packet as the program made it, byte for byte: nobody signed it.
        OwnPacket {
            /// The packet.
            packet: Uuid,
            /// Its printed number.
            number: String,
            /// Its version.
            version: u32,
        },
        /// Was read again, and what is read now has taken the place of what was read before.
        ReadAgain {
            /// The document.
            document: Uuid,
            /// How many facts and entries of lists are read otherwise than when people judged them.
            differing: u32,
        },
        /// The same bytes are in the workspace already.
        Duplicate {
            /// The document that is there.
            document: Uuid,
            /// Under which file name it came.
            file_name: String,
            /// When it came.
            received_at: DateTime<Utc>,
            /// Who received it.
            received_by: String,
            /// Where it belongs.
            filing: KnownFiling,
        },
        /// Is a packet, which is no evidence on a vendor: it was checked and not stored.
        Packet {
            /// What was found.
            check: PacketCheckView,
        },
        /// Could not be taken.
        Refused {
            /// Why.
            reason: RefusalReason,
        },
        /// Somebody cancelled it.
        Cancelled,
    }

    /// Where a document belongs whose bytes came again.
    #[serde(tag = "filing", rename_all = "snake_case")]
    pub enum KnownFiling {
        /// It waits in the inbox.
        Waiting,
        /// Somebody judged it to be no evidence; it was left so.
        SetAside,
        /// It was filed before, perhaps with another vendor than the one now given; it was left there.
        Filed {
            /// The vendor.
            vendor: Uuid,
            /// Its name.
            name: String,
        },
        /// It waited, and is filed now with the vendor that was given.
        FiledNow {
            /// The vendor.
            vendor: Uuid,
            /// Its name.
            name: String,
        },
        /// It is a copy of a packet.
        SignedCopy {
            /// The packet.
            packet: Uuid,
            /// Its printed number.
            number: String,
            /// Its version.
            version: u32,
        },
    }

    /// What a file that came in was told to be a copy of.
    pub struct CopyNews {
        /// The packet.
        pub packet: Uuid,
        /// Its printed number.
        pub number: String,
        /// Its version.
        pub version: u32,
        /// The vendor.
        pub vendor: Uuid,
        /// The vendor's name.
        pub vendor_name: String,
        /// By what it was told.
        pub found: CopyFoundName,
        /// Which of the packet's pages are there now, from all files that came.
        pub pages: CopyPagesView,
        /// The number of the later decision that took the place of the one that was signed.
        pub superseded_by: Option<u32>,
        /// The latest version of the packet, where this is an older one.
        pub later_version: Option<u32>,
    }

    /// Why a file could not be taken.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum RefusalReason {
        /// The file is gone or cannot be opened.
        NotFound,
        /// It is a folder.
        Folder,
        /// It is neither a PDF nor a spreadsheet nor a picture, whatever its name says.
        NotAPdf,
        /// It is too damaged to be read, or its end is missing.
        Damaged,
        /// It needs a password.
        Encrypted,
        /// It is larger than the limits allow.
        TooLarge,
        /// Reading took longer than the limits allow.
        TimedOut,
        /// Reading needed more memory than the limits allow.
        OutOfMemory,
        /// The reading process died on it.
        Crashed,
        /// There is no space left for the workspace file.
        DiskFull,
        /// The workspace cannot be written.
        ReadOnly,
        /// The person who acts may not receive documents.
        NotAllowed,
        /// Something went wrong that nobody expected; the log knows more.
        Unexpected,
    }

    /// Which documents are to be read again.
    #[serde(tag = "which", rename_all = "snake_case")]
    pub enum ReadAgain {
        /// One document.
        One {
            /// The document.
            document: Uuid,
        },
        /// All that an older reader has read.
        Older,
    }

    /// What came in.
    pub struct Inbox {
        /// Files on their way, and what became of those of this session.
        pub jobs: Vec<JobView>,
        /// Documents that wait for a person, newest first.
        pub waiting: Vec<DocumentRow>,
        /// Documents judged to be no evidence.
        pub set_aside: Vec<DocumentRow>,
        /// How many documents of the workspace an older reader has read, wherever they are filed.
        pub read_by_older: u32,
    }

    /// A waiting document about which nothing is in doubt.
    pub struct ReadyDocument {
        /// The document.
        pub document: Uuid,
        /// The vendor with which it is filed.
        pub vendor: Uuid,
        /// The vendor's name.
        pub vendor_name: String,
    }

    /// Confirms and files documents about which nothing is in doubt.
    pub struct ConfirmReady {
        /// The documents.
        pub documents: Vec<Uuid>,
    }

    /// What became of them.
    pub struct ConfirmedReady {
        /// Those that were filed; the others were no longer ready and are as they were.
        pub filed: Vec<ConfirmedDocument>,
    }

    /// A document that was confirmed and filed in one go.
    pub struct ConfirmedDocument {
        /// The document.
        pub document: Uuid,
        /// The facts that were confirmed with it, by their names.
        pub facts: Vec<String>,
    }

    /// Documents that were confirmed and filed in one go, to be open and in the inbox again.
    pub struct TakeBack {
        /// The documents, with what was confirmed of them.
        pub documents: Vec<ConfirmedDocument>,
    }

    /// A document in a list.
    pub struct DocumentRow {
        /// Its id.
        pub id: Uuid,
        /// The file's name.
        pub file_name: String,
        /// Its kind as in the reading format, with corrections.
        pub kind: String,
        /// The organisation it is about, with corrections.
        pub organization: Option<String>,
        /// Its period, or its date twice.
        pub from: Option<NaiveDate>,
        /// The end of its period, or its date.
        pub to: Option<NaiveDate>,
        /// The opinion, with corrections.
        pub opinion: Option<String>,
        /// Pages.
        pub pages: u32,
        /// When it was received.
        pub received_at: DateTime<Utc>,
        /// Who received it.
        pub received_by: String,
        /// The vendor with which it is filed.
        pub vendor: Option<Uuid>,
        /// How many facts have a value.
        pub facts: u32,
        /// How many of these nobody has judged yet.
        pub open_facts: u32,
        /// How many statements contradict each other.
        pub contradictions: u32,
        /// How many warnings there are.
        pub warnings: u32,
        /// Whether the file has a text layer at all.
        pub has_text: bool,
    }

    /// A document as a person works on it.
    pub struct DocumentView {
        /// The row it has in lists.
        pub row: DocumentRow,
        /// The name of the vendor with which it is filed.
        pub vendor_name: Option<String>,
        /// Whether it was set aside.
        pub set_aside: bool,
        /// The packet of which it is a copy.
        pub copy_of: Option<CopyOf>,
        /// SHA-256 of the file.
        pub sha256: String,
        /// Length in bytes.
        pub bytes: u64,
        /// The program that made the PDF.
        pub producer: Option<String>,
        /// Whether the file is encrypted.
        pub encrypted: bool,
        /// Name and version of what read it.
        pub extractor: String,
        /// Whether that is older than the reader of this program.
        pub read_by_older: bool,
        /// How often it was read; the first time when it was received.
        pub readings: u32,
        /// When it was read last.
        pub read_at: DateTime<Utc>,
        /// Pages that are pictures and that nobody has read.
        pub unread_pages: Vec<u32>,
        /// Pages whose text was read from a picture.
        pub recognised_pages: Vec<u32>,
        /// The facts in reading order; every fact of its kind, also those not stated.
        pub facts: Vec<FactView>,
        /// How many facts are read otherwise than when they were judged.
        pub differing_facts: u32,
        /// How long its lists are; every list, in the order in which a reviewer reads them.
        pub lists: Vec<ListCount>,
        /// The parts of the document.
        pub sections: Vec<SectionView>,
        /// What contradicts what.
        pub contradictions: Vec<ContradictionView>,
        /// What to know before relying on it.
        pub warnings: Vec<WarningView>,
        /// Vendors it may belong to, likeliest first.
        pub suggestions: Vec<VendorSuggestion>,
        /// What speaks against the vendor with which it is filed; empty while it is filed with none.
        pub mismatches: Vec<Mismatch>,
        /// What else of the same kind its vendor, or the likeliest one, has: the same report, the one before, the one after.
        pub related: Vec<RelatedDocument>,
    }

    /// What speaks against a document being that of the vendor with which it is filed.
    #[serde(tag = "mismatch", rename_all = "snake_case")]
    pub enum Mismatch {
        /// It names a company that is not among the names of the vendor and of its documented group.
        Company {
            /// The company.
            named: String,
            /// Whether the names begin alike, so that they may belong together.
            akin: bool,
            /// The other vendor of the register that has the name.
            other: Option<NamedVendor>,
        },
        /// The system examined names nothing that we buy; the platform may contain it all the same.
        Product {
            /// The system.
            named: String,
            /// What we buy.
            services: Vec<String>,
        },
    }

    /// A vendor with its name.
    pub struct NamedVendor {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
    }

    /// How another document belongs to one.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum DocumentRelation {
        /// Another file of the report of the same period.
        SameReport,
        /// The other is the one before.
        Follows,
        /// The other is the one after.
        Precedes,
    }

    /// Another document of the same kind.
    pub struct RelatedDocument {
        /// The document.
        pub document: Uuid,
        /// The file's name.
        pub file_name: String,
        /// The first day that it covers.
        pub from: Option<NaiveDate>,
        /// The last day that it covers.
        pub to: Option<NaiveDate>,
        /// How it belongs.
        pub relation: DocumentRelation,
    }

    /// The packet of which a document is a copy.
    pub struct CopyOf {
        /// The packet.
        pub packet: Uuid,
        /// Its printed number.
        pub number: String,
        /// Its version.
        pub version: u32,
        /// The vendor.
        pub vendor: Uuid,
        /// The vendor's name.
        pub vendor_name: String,
    }

    /// A part of a document.
    pub struct SectionView {
        /// The heading as printed.
        pub title: String,
        /// The page on which it begins.
        pub page: u32,
        /// What the part is, as in the reading format.
        pub role: String,
    }

    /// Statements that cannot all hold.
    pub struct ContradictionView {
        /// The fact it is about.
        pub about: String,
        /// In words.
        pub message: String,
        /// Where they stand.
        pub citations: Vec<CitationView>,
    }

    /// Something to know before relying on a reading.
    pub struct WarningView {
        /// A stable code.
        pub code: String,
        /// In words.
        pub message: String,
        /// The page it is about.
        pub page: Option<u32>,
    }

    /// A vendor to which a document may belong.
    pub struct VendorSuggestion {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// What agrees.
        pub why: SuggestionReason,
    }

    /// Why a vendor is suggested.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum SuggestionReason {
        /// The organisation read is its name.
        Name,
        /// The organisation read is the company that signs the contract.
        LegalName,
        /// The organisation read is one of its other names.
        Alias,
        /// The organisation read is a documented company of its group.
        Affiliate,
        /// The system read is its name or a service of it.
        System,
        /// One of its numbers stands on the first pages.
        Identifier,
        /// The file's name holds its name.
        FileName,
    }

    /// Asks for a page.
    pub struct PageRef {
        /// The document.
        pub document: Uuid,
        /// 1-based page.
        pub page: u32,
    }

    /// A page's size and words; its picture comes from the document scheme.
    pub struct PageView {
        /// 1-based page.
        pub page: u32,
        /// The number printed on it; the name of a sheet.
        pub label: Option<String>,
        /// Width in points.
        pub width: f32,
        /// Height in points.
        pub height: f32,
        /// Its words in reading order.
        pub words: Vec<PageWord>,
        /// Of the sheet of a workbook, which has no picture: row and column of every word, counted from 0. `None` for a page.
        pub cells: Option<Vec<[u32; 2]>>,
    }

    /// A word with its place.
    pub struct PageWord {
        /// The word.
        pub text: String,
        /// `[x0, y0, x1, y1]` in points.
        pub rect: [f32; 4],
        /// Whether it begins a line.
        pub line_start: bool,
    }

    /// Puts a document with a vendor.
    pub struct FileDocument {
        /// The document.
        pub document: Uuid,
        /// The vendor.
        pub vendor: FilingTarget,
    }

    /// With which vendor.
    #[serde(tag = "target", rename_all = "snake_case")]
    pub enum FilingTarget {
        /// One of the register.
        Existing {
            /// Its id.
            vendor: Uuid,
        },
        /// A new one.
        New {
            /// Its legal name.
            name: String,
        },
    }

    /// Judges a document to be no evidence.
    pub struct SetAside {
        /// The document.
        pub document: Uuid,
        /// Why.
        pub reason: Option<String>,
    }

    /// What became of saving a file by dialog.
    pub struct SavedFile {
        /// The name under which it was saved; `None` where the person cancelled.
        pub name: Option<String>,
    }

    /// What became of saving a paper of our own by dialog.
    pub struct SavedPaper {
        /// The name under which it was saved; `None` where the person cancelled.
        pub name: Option<String>,
        /// Characters that no font draws: each is printed as its code.
        pub uncovered: Vec<String>,
    }
}
