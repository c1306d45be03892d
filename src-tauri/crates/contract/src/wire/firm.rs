use super::wire;
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// Names a firm as a report names it.
    pub struct FirmRef {
        /// Its name.
        pub firm: String,
    }

    /// A firm that examines vendors, and what is known of it.
    pub struct FirmView {
        /// Its name as a report has it.
        pub name: String,
        /// City and state or country, where a report names them.
        pub location: Option<String>,
        /// Where to look; the application opens nothing by itself.
        pub places: Vec<PlaceToLook>,
        /// The checks recorded, the latest first; that one counts, for every vendor.
        pub checks: Vec<FirmCheckView>,
        /// From which day the latest check is too old; `None` without one.
        pub recheck_from: Option<NaiveDate>,
        /// The vendors whose reports name it.
        pub vendors: Vec<String>,
    }

    /// Where something can be looked up.
    pub struct PlaceToLook {
        /// What is looked for there.
        pub what: String,
        /// The address.
        pub address: String,
        /// How to look.
        pub how: String,
    }

    /// A check of a firm as it was recorded.
    pub struct FirmCheckView {
        /// Its id.
        pub id: Uuid,
        /// The day on which it was checked.
        pub checked_on: NaiveDate,
        /// Who checked.
        pub checked_by: String,
        /// What was found.
        pub result: FirmResult,
        /// What shows it.
        pub proofs: Vec<FirmProofView>,
    }

    /// A document that shows what was looked up of a firm.
    pub struct FirmProofView {
        /// What was looked up.
        pub of: FirmLookUpName,
        /// The document.
        pub document: Uuid,
        /// The file's name.
        pub file_name: String,
    }

    /// What is looked up of a firm.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum FirmLookUpName {
        /// Its licence.
        Licence,
        /// Its peer review.
        PeerReview,
    }

    /// The documents that show what was looked up of a firm: a print or a picture of the page.
    #[derive(Eq, Default)]
    pub struct FirmProofs {
        /// Of the licence.
        pub licence: Option<Uuid>,
        /// Of the peer review.
        pub peer_review: Option<Uuid>,
    }

    /// What a check of a firm gave.
    #[derive(Eq)]
    pub struct FirmResult {
        /// What the licence look-up gave.
        pub licence: Option<LicenceName>,
        /// The state of the licence, or the body that licenses elsewhere.
        pub licensed_by: Option<String>,
        /// What the public file of peer reviews says.
        pub peer_review: Option<PeerReviewName>,
        /// When the peer review was accepted.
        pub peer_review_accepted_on: Option<NaiveDate>,
        /// When the firm gave its first report of this kind; asked of a new firm.
        pub first_report_on: Option<NaiveDate>,
        /// What was noticed. Signals warn people; they fail no rule.
        pub signals: Vec<FirmSignalName>,
        /// Anything else.
        pub note: Option<String>,
    }

    /// What the look-up of a firm's licence gave.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum LicenceName {
        Active,
        NotFound,
        Lapsed,
        OtherJurisdiction,
    }

    /// What the public file of peer reviews says.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the policy")]
    pub enum PeerReviewName {
        Pass,
        PassWithDeficiencies,
        Fail,
        NotEnrolled,
        TooNew,
    }

    /// What can be noticed of a firm.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum FirmSignalName {
        /// Far more reports than its accountants can have made.
        TooManyReports,
        /// Nothing shows that who signs knows the trade.
        SignerWithoutExperience,
        /// It is advertised with a tool, "SOC 2 in days".
        AdvertisedSpeed,
    }

    /// Records a check of a firm.
    pub struct RecordFirmCheck {
        /// The firm as a report names it.
        pub firm: String,
        /// The day on which it was checked.
        pub checked_on: NaiveDate,
        /// What was found.
        pub result: FirmResult,
        /// What shows it; each is filed with a vendor.
        pub proofs: FirmProofs,
    }
}
