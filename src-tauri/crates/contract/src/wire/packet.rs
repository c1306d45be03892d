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
    }

    /// Names a packet.
    pub struct PacketRef {
        /// Its id.
        pub packet: Uuid,
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
        /// When it was made.
        pub made_at: DateTime<Utc>,
    }
}
