//! Why a command did not do what was asked: a code that somebody reacts to, with what the sentence needs.
//!
//! Sentences for people are written in the user interface from the code.

use crate::wire::{Ability, AppendixRefusal, NoLogo, NoTable, RankName};
use chrono::NaiveDate;
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Why a command failed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "code", rename_all = "snake_case")]
pub enum Failure {
    /// A field holds what it may not hold.
    Invalid {
        /// The field's name on the wire.
        field: String,
        /// What is wrong.
        problem: Problem,
    },
    /// The person may not do this.
    Denied {
        /// What.
        ability: Ability,
        /// Who.
        person: String,
    },
    /// What was asked for is not there.
    NotFound {
        /// What: `vendor`, `document`, `page`, `decision`, `packet`, `person`, `job`, `place`, `rule`, `acceptance`, `finding`, `item`, `party`, `name`, `pair`, `copy`.
        what: String,
    },
    /// A vendor of that name is in the register.
    VendorExists {
        /// Its id.
        vendor: uuid::Uuid,
        /// Its name.
        name: String,
    },
    /// The vendor's stage does not allow this.
    NotNow {
        /// The stage.
        stage: String,
    },
    /// Something is missing for the step.
    NotReady {
        /// What.
        missing: Vec<crate::wire::GapView>,
    },
    /// The review is not at the point for this.
    ReviewNotNow {
        /// How far it is.
        state: crate::wire::ReviewState,
    },
    /// The step does not lead on from where the finding stands.
    FindingNotNow {
        /// Where it stands.
        status: crate::wire::FindingStatusName,
    },
    /// Questions of the review are not answered.
    Unanswered {
        /// Which, in reading order.
        questions: Vec<String>,
    },
    /// No workspace is open.
    NoWorkspace,
    /// The workspace is protected and no passphrase was given.
    PassphraseNeeded,
    /// The passphrase is wrong.
    PassphraseWrong,
    /// The file is no workspace.
    NotAWorkspace,
    /// The workspace was made by a newer version.
    NewerWorkspace {
        /// The file's version.
        found: u32,
        /// The newest that this program knows.
        known: u32,
    },
    /// The workspace is too damaged to be opened even for reading.
    DamagedWorkspace,
    /// A file of that name is there already.
    FileExists,
    /// The workspace cannot be written now.
    ReadOnly,
    /// There is no space left on the disk.
    DiskFull,
    /// The file or folder cannot be written or read.
    Inaccessible,
    /// The system has no mail program that answers.
    NoMailProgram,
    /// The file is no table that can be imported.
    NoTable {
        /// Why.
        reason: NoTable,
    },
    /// The picture cannot be the logo.
    NoLogo {
        /// Why.
        reason: NoLogo,
    },
    /// What would be imported is no longer what the preview showed.
    PreviewOutdated,
    /// The pages of a document cannot be appended to a packet.
    NotAppendable {
        /// How the packet names the document.
        label: String,
        /// Why.
        reason: AppendixRefusal,
    },
    /// The document's page could not be drawn.
    Undrawable,
    /// The person cancelled.
    Cancelled,
    /// The command or its input is not known: the user interface and the program do not fit.
    BadRequest {
        /// What did not fit.
        message: String,
    },
    /// Something that nobody expected; the log has the details under this id.
    Unexpected {
        /// The id.
        report: String,
    },
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(tag = "problem", rename_all = "snake_case")]
pub enum Problem {
    /// Nothing was given.
    Empty,
    /// Too many characters.
    TooLong {
        /// The most allowed.
        limit: u32,
    },
    /// Too few characters.
    TooShort {
        /// The fewest allowed.
        limit: u32,
    },
    /// Characters that cannot be printed.
    ControlCharacter,
    /// Not of the expected form.
    WrongForm,
    /// A day in the past.
    InThePast,
    /// An approval with conditions needs one.
    ConditionMissing,
    /// A plain approval has none.
    ConditionNotAllowed,
    /// Somebody must sign.
    SignerMissing,
    /// Who reviewed does not read it again.
    ReviewerReadsAgain,
    /// The class needs a second reader before the review is finished.
    SecondReaderMissing,
    /// Who asked for a vendor is never the only one to approve it.
    RequesterAlone,
    /// The class needs two different people to approve.
    TwoPeopleNeeded,
    /// Only who is named to sign may, and only once.
    NotToSign,
    /// It is done already.
    AlreadyDone,
    /// At least one active administrator must stay.
    LastAdministrator,
    /// A class needs a reason.
    ReasonMissing,
    /// A number outside what can be meant.
    OutOfRange {
        /// The least allowed.
        least: i32,
        /// The most allowed.
        most: i32,
    },
    /// The end lies before the beginning.
    EndsBeforeItStarts,
    /// Something that ends does not renew.
    EndsAndRenews,
    /// A day of something that was not agreed.
    NothingAgreed,
    /// A day of no plausible year.
    ImplausibleDay,
    /// Not an e-mail address.
    NoEmail,
    /// Not a telephone number.
    NoPhone,
    /// Not a currency of three letters.
    NoCurrency,
    /// A document must prove it.
    ProofMissing,
    /// A document or words must prove it.
    ProofOrWordsMissing,
    /// The report cannot come before the period that it is about is over.
    BeforeThePeriodEnds,
    /// Who grants it does not stand high enough.
    RankTooLow {
        /// The rank that is needed.
        needed: RankName,
    },
    /// Who asks for it cannot grant it.
    SamePerson,
    /// Later than the policy allows.
    TooLate {
        /// The last day that is possible.
        latest: NaiveDate,
    },
    /// Earlier than anything is known of.
    TooEarly {
        /// The first day that is possible.
        earliest: NaiveDate,
    },
    /// Nobody may accept this.
    NeverAcceptable,
    /// There is nothing to accept: the rule is met or does not apply.
    NothingToAccept,
    /// Somebody has saved another version meanwhile.
    Outdated,
    /// The settings do not hold together.
    SettingsWrong,
    /// Nothing differs from what is in force.
    NothingChanged,
    /// A day in the future.
    InTheFuture,
    /// Another one is called so.
    NameTaken,
    /// It still meets what vendors expect.
    StillUsed,
    /// Nobody has judged how grave it is.
    NotAssessed,
    /// Somebody else than who verified it closes a critical or high finding.
    SecondPersonCloses,
    /// It touches us directly, so it applies.
    TouchesUs,
    /// No later report tests the control without exception.
    NotTestedClean,
    /// Somebody is asked to approve it and has not answered.
    ApprovalWaits,
    /// They belong to several vendors.
    SeveralVendors,
    /// The document is a copy of a packet: it is taken off the packet first.
    IsCopy,
    /// The document is filed as evidence: it is put back into the inbox first.
    FiledAsEvidence,
}

impl Failure {
    /// The code as it stands on the wire.
    pub fn code(&self) -> String {
        serde_json::to_value(self)
            .ok()
            .and_then(|value| value.get("code").and_then(|code| code.as_str()).map(str::to_owned))
            .expect("every failure is an object with a code")
    }
}
