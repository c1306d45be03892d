use super::wire;
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// By what a document was told to be a copy of a packet.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum CopyFoundName {
        /// The QR code on the decision sheet.
        Qr,
        /// The short code beside it, as text.
        ShortCode,
        /// The header of a further page.
        Header,
        /// A person says so.
        Person,
    }

    /// Which pages of a packet are in a copy.
    #[derive(Eq)]
    pub struct CopyPagesView {
        /// How many pages the packet has.
        pub of: u32,
        /// How many came.
        pub came: u32,
        /// The numbers that could be read, in order.
        pub told: Vec<u32>,
        /// Those that could not: missing where `untold` is 0, else perhaps among the untold.
        pub missing: Vec<u32>,
        /// How many pages carry no number that could be read.
        pub untold: u32,
        /// Those that name another packet or another version: they are none of its pages.
        pub foreign: Vec<ForeignPageView>,
    }

    /// A page in a copy that belongs to another packet.
    #[derive(Eq)]
    pub struct ForeignPageView {
        /// The file in which it came.
        pub file_name: String,
        /// Its page of the file.
        pub page: u32,
        /// The number that it names.
        pub number: String,
        /// The version that it names.
        pub version: u32,
    }

    /// The copy of a packet that came back signed: the files that came, and who signed.
    pub struct SignedCopyView {
        /// The packet.
        pub packet: Uuid,
        /// Its printed number.
        pub number: String,
        /// Its version.
        pub version: u32,
        /// The decision.
        pub decision: Uuid,
        /// The vendor.
        pub vendor: Uuid,
        /// The vendor's name.
        pub vendor_name: String,
        /// The day before which nobody can have signed.
        pub decided_on: NaiveDate,
        /// The files that came, in their order; none where they were all taken off again.
        pub documents: Vec<CopyDocument>,
        /// Which of the packet's pages are there.
        pub pages: CopyPagesView,
        /// What who signs ticks to agree with what was decided, as printed, such as `Approve`.
        pub agree: String,
        /// What who signs ticks to disagree, such as `Decline`.
        pub disagree: String,
        /// The places for signatures, in the order of the packet.
        pub signers: Vec<PaperSigner>,
        /// The number of the later decision that took the place of this one.
        pub superseded_by: Option<u32>,
        /// The latest version of the packet, where this is an older one.
        pub later_version: Option<u32>,
    }

    /// A file that is a copy of a packet, or a part of one.
    pub struct CopyDocument {
        /// The document.
        pub document: Uuid,
        /// The file's name.
        pub file_name: String,
        /// Its pages.
        pub pages: u32,
        /// The page that shows the decision sheet, where it was told by it.
        pub sheet: Option<u32>,
        /// By what it was told.
        pub found: CopyFoundName,
        /// What is to be known of its pages before somebody confirms who signed.
        pub notes: Vec<String>,
        /// When it came.
        pub received_at: DateTime<Utc>,
        /// Who received it.
        pub received_by: String,
        /// When it was said to be a copy.
        pub said_at: DateTime<Utc>,
    }

    /// A place for a signature on a packet.
    pub struct PaperSigner {
        /// Who signs.
        pub person: Uuid,
        /// Their name as printed.
        pub name: String,
        /// Their role as printed.
        pub role: String,
        /// What was last said of their signature on paper; `None` where nobody said anything.
        pub said: Option<PaperSignatureView>,
    }

    /// What a person said of a signature on paper.
    pub struct PaperSignatureView {
        /// Whether the signature stands on the copy.
        pub signed: bool,
        /// Whether it agrees or declines; `None` where that was not recorded, or there is no signature.
        pub agrees: Option<bool>,
        /// What is written beside it.
        pub comment: Option<String>,
        /// The day written beside it.
        pub on: Option<NaiveDate>,
        /// Why an earlier word was put right or taken back.
        pub why: Option<String>,
        /// Who says so.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// Says that a document is a copy of a packet, or a part of one.
    pub struct AttachCopy {
        /// The document; it waits in the inbox or is set aside.
        pub document: Uuid,
        /// The packet.
        pub packet: Uuid,
    }

    /// Says that a document is no copy of a packet; it waits in the inbox again.
    pub struct RemoveCopy {
        /// The document.
        pub document: Uuid,
        /// Why.
        pub reason: String,
    }

    /// Says who signed a packet on paper: exactly these.
    pub struct SavePaperSignatures {
        /// The packet.
        pub packet: Uuid,
        /// Who signed.
        pub signed: Vec<PaperSignedInput>,
        /// Why what was said before is put right or taken back.
        pub reason: Option<String>,
    }

    /// A signature on paper.
    pub struct PaperSignedInput {
        /// Who signed.
        pub person: Uuid,
        /// Whether they ticked that they agree, or that they decline; `None` leaves what was recorded before that was asked.
        pub agrees: Option<bool>,
        /// What is written beside it.
        #[serde(default)]
        pub comment: Option<String>,
        /// The day written beside it; `None` where there is none.
        pub on: Option<NaiveDate>,
    }
}
