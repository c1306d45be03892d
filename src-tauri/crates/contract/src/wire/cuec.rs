use super::{CitationView, Paper, TierName, wire};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// Whether a complementary control applies to our use.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the domain")]
    pub enum AppliesName { Yes, Partly, No }

    /// Where our side of a control stands.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    #[expect(missing_docs, reason = "the names are those of the domain")]
    pub enum CuecProgressName { NotStarted, Planned, Implemented, Verified }

    /// Our side of the complementary user entity controls (CUECs) that the report of a vendor lists.
    pub struct CuecBook {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// What the policy asks of the class, in words; `None` without a class.
        pub demand: Option<String>,
        /// The report that counts; `None` where none is filed that could list any.
        pub report: Option<CuecReport>,
        /// All reports that count, where different ones count for different services; else empty.
        pub reports: Vec<CuecReport>,
        /// The earlier report with which it is compared.
        pub before: Option<CuecReport>,
        /// Whether the report says that there are none.
        pub none_stated: bool,
        /// The controls in the order of the report.
        pub rows: Vec<CuecRow>,
        /// Controls of the earlier report that this one does not list.
        pub dropped: Vec<DroppedCuec>,
        /// Responsibilities of the user entity that are no such controls.
        pub responsibilities: Vec<UserEntityResponsibility>,
        /// How much of it is in place.
        pub completion: CuecCompletion,
        /// Whether who acts may answer.
        pub may_answer: bool,
    }

    /// Names the workbook of a vendor.
    pub struct CuecBookRef {
        /// The vendor.
        pub vendor: Uuid,
        /// The report, where several count; `None` = the one that covers the latest day.
        pub report: Option<Uuid>,
    }

    /// A report that lists them.
    pub struct CuecReport {
        /// The document.
        pub document: Uuid,
        /// Its file name.
        pub file_name: String,
        /// First day that it covers.
        pub from: Option<NaiveDate>,
        /// Last day that it covers.
        pub to: Option<NaiveDate>,
    }

    /// A control that the report lists, with our side of it.
    pub struct CuecRow {
        /// The name of the entry in the report.
        pub entry: String,
        /// Its number in the list, from 1.
        pub number: u32,
        /// What is to be done.
        pub text: String,
        /// The criteria that it complements.
        pub criteria: Vec<String>,
        /// Where it stands.
        pub citations: Vec<CitationView>,
        /// What was said of it; `None` = nothing yet.
        pub side: Option<CuecSide>,
        /// What was said of it in the earlier report, to be confirmed; only while nothing is said.
        pub carried: Option<CuecSide>,
        /// What became of it since the earlier report.
        pub change: CuecChange,
    }

    /// What became of a control since the earlier report.
    #[serde(tag = "change", rename_all = "snake_case")]
    pub enum CuecChange {
        /// There is no earlier report.
        First,
        /// The same words.
        Same,
        /// Other words.
        Reworded {
            /// The words of both, in order.
            words: Vec<WordsPiece>,
        },
        /// A part of one control of the earlier report.
        Part {
            /// That control.
            of: String,
        },
        /// The earlier report does not list it.
        New,
    }

    /// Words in a row that stand in both texts or in one.
    pub struct WordsPiece {
        /// The words.
        pub text: String,
        /// Where they stand.
        pub standing: WordsStanding,
    }

    /// Where words stand.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum WordsStanding {
        /// In both texts.
        Same,
        /// Only in the earlier one.
        Gone,
        /// Only in the later one.
        New,
    }

    /// What is said of a control.
    pub struct CuecSide {
        /// Whether it applies; `None` = undecided.
        pub applies: Option<AppliesName>,
        /// Why it does not, or only in part.
        pub why: Option<String>,
        /// Our own controls that meet it, the main one first.
        pub controls: Vec<NamedOwnControl>,
        /// Who is named to answer for it.
        pub owner: Option<Uuid>,
        /// Who answers for it: who is named, else who answers for our own control.
        pub answerable: Option<String>,
        /// Where it stands.
        pub progress: Option<CuecProgressName>,
        /// The evidence in words.
        pub evidence: Option<String>,
        /// The document that is the evidence.
        pub proof: Option<CuecProof>,
        /// Whether there is evidence, here or with our own control.
        pub has_evidence: bool,
        /// By when it is to be in place.
        pub due: Option<NaiveDate>,
        /// When it was verified.
        pub verified_on: Option<NaiveDate>,
        /// Who verified it.
        pub verified_by: Option<String>,
        /// When it is to be checked again.
        pub recheck_on: Option<NaiveDate>,
        /// Whether the day by which it is to be in place, or to be checked again, has passed.
        pub overdue: bool,
        /// Anything else.
        pub note: Option<String>,
        /// Who said so last.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// A document that is evidence.
    pub struct CuecProof {
        /// The document.
        pub document: Uuid,
        /// Its file name.
        pub file_name: String,
    }

    /// A control of our own by its name.
    pub struct NamedOwnControl {
        /// Its id.
        pub id: Uuid,
        /// Its name.
        pub name: String,
    }

    /// A control that the newer report does not list any more.
    pub struct DroppedCuec {
        /// Its words.
        pub text: String,
        /// Where it stood.
        pub citations: Vec<CitationView>,
        /// What was said of it.
        pub side: Option<CuecSide>,
    }

    /// A responsibility of the user entity on which no criterion depends.
    pub struct UserEntityResponsibility {
        /// What is to be done.
        pub text: String,
        /// Where it stands.
        pub citations: Vec<CitationView>,
    }

    /// How much of our side is in place (`practice.md` §9: in place ÷ applying).
    #[derive(Eq)]
    pub struct CuecCompletion {
        /// Controls that the report lists.
        pub listed: u32,
        /// Those that apply, wholly or in part.
        pub applying: u32,
        /// Those of them that are in place.
        pub in_place: u32,
        /// Those of the ones in place that somebody verified.
        pub verified: u32,
        /// Those that apply and are planned.
        pub planned: u32,
        /// Those that apply and are not started, or of which nothing is recorded.
        pub open: u32,
        /// Those that do not apply.
        pub not_applying: u32,
        /// Those not decided yet.
        pub undecided: u32,
        /// Those of the undecided for which an earlier answer waits to be confirmed.
        pub carried: u32,
        /// Those whose day has passed.
        pub overdue: u32,
    }

    /// Says our side of a control, or takes it back.
    pub struct SaveCuec {
        /// The vendor.
        pub vendor: Uuid,
        /// The report that lists it, where several count; `None` = the one that covers the latest day.
        pub report: Option<Uuid>,
        /// The name of the entry in the report that counts.
        pub entry: String,
        /// Our side; `None` takes back what was said.
        pub side: Option<CuecSideInput>,
    }

    /// Our side of a control as a person enters it.
    pub struct CuecSideInput {
        /// Whether it applies; `None` = undecided.
        pub applies: Option<AppliesName>,
        /// Why it does not, or only in part.
        pub why: Option<String>,
        /// Our own controls that meet it, the main one first.
        pub controls: Vec<Uuid>,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// Where it stands.
        pub progress: Option<CuecProgressName>,
        /// The evidence in words.
        pub evidence: Option<String>,
        /// The document that is the evidence; one that is filed with the vendor.
        pub proof: Option<Uuid>,
        /// By when it is to be in place.
        pub due: Option<NaiveDate>,
        /// When it was verified; who acts is who verified, unless it was said before.
        pub verified_on: Option<NaiveDate>,
        /// Anything else.
        pub note: Option<String>,
    }

    /// Confirms answers that were carried over.
    pub struct ConfirmCuecs {
        /// The vendor.
        pub vendor: Uuid,
        /// The report that lists them, where several count; `None` = the one that covers the latest day.
        pub report: Option<Uuid>,
        /// The names of the entries; empty = all whose words are the same as before.
        pub entries: Vec<String>,
    }

    /// A control of our own.
    pub struct OwnControlView {
        /// Its id.
        pub id: Uuid,
        /// What it is called.
        pub name: String,
        /// What it does.
        pub purpose: Option<String>,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// The name of who answers for it.
        pub owner_name: Option<String>,
        /// Where the evidence is.
        pub evidence: Option<String>,
        /// When it was last checked.
        pub checked_on: Option<NaiveDate>,
        /// The vendors whose controls it meets.
        pub meets: Vec<MetVendor>,
    }

    /// A vendor of whose controls one of ours meets some.
    pub struct MetVendor {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub name: String,
        /// How many of its controls, in the report that was answered last.
        pub controls: u32,
    }

    /// Enters or changes a control of our own.
    pub struct SaveOwnControl {
        /// Its id; `None` for a new one.
        pub id: Option<Uuid>,
        /// What it is called.
        pub name: String,
        /// What it does.
        pub purpose: Option<String>,
        /// Who answers for it.
        pub owner: Option<Uuid>,
        /// Where the evidence is.
        pub evidence: Option<String>,
        /// When it was last checked.
        pub checked_on: Option<NaiveDate>,
    }

    /// Names a control of our own.
    pub struct OwnControlRef {
        /// Its id.
        pub control: Uuid,
    }

    /// Names a vendor, or all.
    pub struct CuecScope {
        /// The vendor; `None` = all.
        pub vendor: Option<Uuid>,
    }

    /// A day on which our side of a control is due.
    pub struct CuecDue {
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// The report that lists the control.
        pub document: Uuid,
        /// The name of its entry there.
        pub entry: String,
        /// The control in the words of the report.
        pub text: String,
        /// Who answers for it.
        pub owner: Option<String>,
        /// The day.
        pub on: NaiveDate,
        /// Why.
        pub why: CuecDueWhy,
        /// Whether it has passed.
        pub overdue: bool,
        /// Whether it was said of the report before, and nobody has confirmed it for the one that counts.
        pub carried: bool,
    }

    /// Why a day counts.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum CuecDueWhy {
        /// What was planned is to be in place.
        InPlace,
        /// What was verified is to be checked again.
        Recheck,
    }

    /// Asks for the memo that an auditor asks for.
    pub struct CuecMemoRequest {
        /// The vendor; `None` = all.
        pub vendor: Option<Uuid>,
        /// The paper.
        pub paper: Paper,
    }

    /// What importing a table of answers would do.
    pub struct CuecImport {
        /// Names the table.
        pub file: Uuid,
        /// Its file name.
        pub file_name: String,
        /// Rows that would change something.
        pub changes: Vec<CuecImportRow>,
        /// Rows that are refused, with the reason.
        pub refused: Vec<CuecRefusedRow>,
        /// Rows that say what is known already.
        pub unchanged: u32,
        /// What was shown; only that is applied.
        pub digest: String,
    }

    /// A row that would change something.
    pub struct CuecImportRow {
        /// Its number in the file.
        pub row: u32,
        /// The vendor.
        pub vendor_name: String,
        /// The control in the words of the report.
        pub text: String,
        /// What would change.
        pub fields: Vec<CuecImportField>,
    }

    /// A value that would change.
    pub struct CuecImportField {
        /// The column.
        pub column: String,
        /// What it is.
        pub was: String,
        /// What it would be.
        pub becomes: String,
    }

    /// A row that is refused.
    pub struct CuecRefusedRow {
        /// Its number in the file.
        pub row: u32,
        /// Why.
        pub why: CuecRefusal,
    }

    /// Why a row is refused.
    #[derive(Eq)]
    #[serde(tag = "reason", rename_all = "snake_case")]
    pub enum CuecRefusal {
        /// The row has no key.
        NoKey,
        /// No control of a report that counts has the key.
        UnknownKey {
            /// The key.
            key: String,
        },
        /// The same key stands in an earlier row.
        Twice,
        /// A value is not understood.
        Value {
            /// The column.
            column: String,
            /// The value.
            value: String,
        },
        /// Nobody of ours is called so.
        UnknownPerson {
            /// The name.
            name: String,
        },
        /// No control of ours is called so.
        UnknownControl {
            /// The name.
            name: String,
        },
        /// What the row says does not hold together.
        Contradicts {
            /// The field as in [`CuecSideInput`].
            field: String,
        },
    }

    /// Applies a table that was previewed.
    pub struct ApplyCuecImport {
        /// The table.
        pub file: Uuid,
        /// What the preview showed.
        pub digest: String,
    }

    /// What an import of answers did.
    pub struct CuecsImported {
        /// Names it, so that it can be undone.
        pub import: Uuid,
        /// Answers that changed.
        pub changed: u32,
        /// Rows that were refused.
        pub refused: u32,
    }
}
