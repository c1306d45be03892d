use super::wire;
use chrono::{DateTime, Utc};
use uuid::Uuid;

wire! {
    /// The paper's size.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum Paper {
        /// 210 × 297 mm.
        A4,
        /// 8.5 × 11 in.
        Letter,
    }

    /// Makes a packet from a decision; the same decision and paper give the packet that is there already.
    pub struct MakePacket {
        /// The decision.
        pub decision: Uuid,
        /// The paper.
        pub paper: Paper,
        /// The documents whose pages are appended, by their labels.
        #[serde(default)]
        pub append: Vec<String>,
        /// Whether it says who has signed in the program so far. Decisions recorded before packets did print without.
        #[serde(default)]
        pub sign_offs: bool,
    }

    /// Why the pages of a document cannot be appended to a packet.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum AppendixRefusal {
        /// It needs a password.
        Password,
        /// Its protection forbids printing or copying.
        Forbidden,
        /// It is a spreadsheet or another file without pages.
        NoPages,
        /// Its pages cannot be taken out of it without doubt.
        Damaged,
        /// The packet would be too long or too large.
        TooLong,
        /// Its bytes are not stored here as they came.
        Missing,
    }

    /// A document behind a decision, that may be appended to its packet.
    pub struct AppendixView {
        /// How the packet names it, e.g. `D1`.
        pub label: String,
        /// What it is.
        pub kind: String,
        /// The name of its file.
        pub file_name: String,
        /// Its pages.
        pub pages: u32,
        /// Its size.
        pub bytes: u64,
        /// Whether the decision rests on it.
        pub main: bool,
        /// Whether it came under an agreement of confidentiality, or none is needed: else a copy should not go with the packet.
        pub nda: bool,
        /// Its electronic signatures, which a copy of its pages does not carry.
        pub signatures: u32,
        /// Why it cannot be appended; `None` where it can.
        pub refused: Option<AppendixRefusal>,
    }

    /// A document that is appended to a packet.
    pub struct AppendedView {
        /// How the packet names it.
        pub label: String,
        /// The page of the packet that is its first.
        pub first: u32,
        /// Its pages.
        pub pages: u32,
    }

    /// Names a packet.
    pub struct PacketRef {
        /// Its id.
        pub packet: Uuid,
    }

    /// What became of a packet that was to be printed.
    pub struct PrintedPacket {
        /// Who has it.
        pub by: PrintedBy,
    }

    /// Who has a packet that was to be printed.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum PrintedBy {
        /// The system's dialog took it.
        Dialog,
        /// The PDF program has it open: there is no dialog to be had.
        Program,
        /// The person closed the dialog.
        Nobody,
    }

    /// A packet.
    pub struct PacketView {
        /// Its id.
        pub id: Uuid,
        /// The decision.
        pub decision: Uuid,
        /// The vendor.
        pub vendor: Uuid,
        /// The vendor's name.
        pub vendor_name: String,
        /// Its number as printed, e.g. `P-0003`.
        pub number: String,
        /// Its version.
        pub version: u32,
        /// The paper.
        pub paper: Paper,
        /// Pages.
        pub pages: u32,
        /// SHA-256 of the file.
        pub sha256: String,
        /// SHA-256 of the frozen content, printed on page 1.
        pub content_hash: String,
        /// The short code printed beside it.
        pub short_code: String,
        /// Characters that no font of the packet has; each is printed as its code.
        pub uncovered: Vec<String>,
        /// The documents whose pages are appended, in their order.
        pub appended: Vec<AppendedView>,
        /// How many signatures typed in the program it says.
        pub sign_offs: u32,
        /// When it was made.
        pub made_at: DateTime<Utc>,
        /// The number of the later decision on the vendor that took the place of its decision.
        pub superseded_by: Option<u32>,
        /// The latest version of the packet where it is another.
        pub later_version: Option<u32>,
    }

    /// What of a packet is checked.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum PacketPartName {
        /// The manifest inside the file and the hash on page 1.
        Content,
        /// The pages beside those that the manifest prints.
        Pages,
        /// The pages of documents that are appended.
        Appendices,
        /// The file beside the packets of the workspace.
        File,
        /// The manifest beside the decision of the workspace.
        Decision,
        /// The audit log of the workspace.
        Audit,
        /// The documents behind the decision beside those that are stored.
        Documents,
    }

    /// What came of a check.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum PacketCheckOutcome {
        /// It is as it should be.
        Holds,
        /// Something was changed.
        Differs,
        /// It could not be checked.
        NotChecked,
    }

    /// What the checks of a file give together.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum PacketCheckVerdict {
        /// It is what this workspace printed, unchanged.
        Whole,
        /// Nothing differs, but something that would have to hold could not be checked.
        Unproved,
        /// Something was changed.
        Changed,
        /// It is a document of this workspace, byte for byte, and no packet.
        Document,
        /// It carries no decision: it is no packet, or was changed beyond recognition.
        NoPacket,
        /// It cannot be read.
        Unreadable,
    }

    /// A check of a packet.
    #[derive(Eq)]
    pub struct PacketCheckRow {
        /// What was checked.
        pub part: PacketPartName,
        /// What came of it.
        pub outcome: PacketCheckOutcome,
        /// What was found, in words.
        pub found: String,
    }

    /// A file that was checked as a packet.
    #[derive(Eq)]
    pub struct PacketCheckView {
        /// The name of the file.
        pub file_name: String,
        /// What the checks give together.
        pub verdict: PacketCheckVerdict,
        /// The number of the packet as it says itself.
        pub number: Option<String>,
        /// Its version.
        pub version: Option<u32>,
        /// The vendor that it speaks of.
        pub vendor_name: Option<String>,
        /// The hash of the decision inside.
        pub content_hash: Option<String>,
        /// The packet of this workspace with the same bytes.
        pub packet: Option<Uuid>,
        /// The checks in their order.
        pub checks: Vec<PacketCheckRow>,
    }
}
