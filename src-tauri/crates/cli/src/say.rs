//! What went wrong, as a sentence for the person at the terminal.

use countersign_contract::{
    Failure,
    failure::Problem,
    wire::{AppendixRefusal, NoLogo, NoTable, RankName},
};

/// Why a command could not be done.
#[derive(Debug, thiserror::Error)]
pub(crate) enum Trouble {
    /// The application said no.
    #[error("{}", sentence(.0))]
    Failed(Failure),
    /// The command line does not fit.
    #[error("{0}")]
    Usage(String),
    /// Nobody expected this.
    #[error("something unexpected happened: {0}")]
    Unexpected(String),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Self::Failed(failure)
    }
}

impl Trouble {
    /// The exit status.
    pub(crate) const fn status(&self) -> u8 {
        match self {
            Self::Usage(_) => 2,
            Self::Failed(_) | Self::Unexpected(_) => 3,
        }
    }

    /// The code in `--json`.
    pub(crate) fn code(&self) -> String {
        match self {
            Self::Failed(failure) => failure.code(),
            Self::Usage(_) => "usage".to_owned(),
            Self::Unexpected(_) => "unexpected".to_owned(),
        }
    }
}

fn sentence(failure: &Failure) -> String {
    match failure {
        Failure::Invalid { field, problem } => format!("{field} {}", wrong(*problem)),
        Failure::Denied { person, .. } => format!("this needs another role; the person acting is: {person}"),
        Failure::NotFound { what } if what == "place" => "there is no such file or folder".to_owned(),
        Failure::NotFound { what } => format!("there is no such {what}"),
        Failure::VendorExists { name, .. } => format!("a vendor of that name is in the register: {name}"),
        Failure::NotNow { stage } => format!("this is not possible while the vendor is in stage: {stage}"),
        Failure::NotReady { missing } => {
            let gaps: Vec<String> = missing
                .iter()
                .map(|gap| {
                    let what = crate::commands::name(gap.gap).replace('_', " ");
                    gap.name.as_ref().map_or_else(|| what.clone(), |name| format!("{what} ({name})"))
                })
                .collect();
            format!("something is missing for this step: {}", gaps.join(", "))
        }
        Failure::ReviewNotNow { state } => format!("the review does not allow this, it is: {}", crate::commands::name(state)),
        Failure::FindingNotNow { status } => {
            format!("the finding does not allow this, it is: {}", crate::commands::name(status).replace('_', " "))
        }
        Failure::Unanswered { questions } => {
            format!("these questions of the review are not answered: {}", questions.join(", "))
        }
        Failure::NoWorkspace => "say which workspace with -w FILE or COUNTERSIGN_WORKSPACE".to_owned(),
        Failure::PassphraseNeeded => {
            "a passphrase is needed; set COUNTERSIGN_PASSPHRASE or run at a terminal".to_owned()
        }
        Failure::PassphraseWrong => {
            "the passphrase is wrong, or the file is no workspace; if you are sure of the passphrase, the beginning of the \
             file may be damaged: restore a backup"
                .to_owned()
        },
        Failure::NotAWorkspace => "the file is no workspace".to_owned(),
        Failure::NewerWorkspace { found, known } => {
            format!("the workspace has version {found}, this program knows up to {known}; install the newer program")
        }
        Failure::DamagedWorkspace => "the workspace is damaged beyond reading; restore a backup".to_owned(),
        Failure::FileExists => "a file of that name is there already".to_owned(),
        Failure::ReadOnly => "the workspace can only be read now".to_owned(),
        Failure::DiskFull => "the disk is full; nothing was changed".to_owned(),
        Failure::NoMailProgram => "no mail program answers".to_owned(),
        Failure::Inaccessible => "the file or its folder cannot be read or written".to_owned(),
        Failure::NoTable { reason } => no_table(*reason),
        Failure::NoLogo { reason } => match reason {
            NoLogo::NotPng => "the picture is no PNG".to_owned(),
            NoLogo::Damaged => "the picture is damaged".to_owned(),
            NoLogo::TooLarge => "the picture is too large: up to 4 MB and 6,000 pixels of a side are taken".to_owned(),
            NoLogo::Blank => "nothing of the picture would be seen on white paper".to_owned(),
        },
        Failure::PreviewOutdated => "the register has changed meanwhile, or there is nothing to import".to_owned(),
        Failure::NotAppendable { label, reason } => {
            format!("{label} cannot be appended: {}", not_appendable(*reason))
        }
        Failure::Undrawable => "the page cannot be drawn".to_owned(),
        Failure::Cancelled => "cancelled".to_owned(),
        Failure::BadRequest { message } => format!("the request does not fit: {message}"),
        Failure::Unexpected { report } => format!("something unexpected happened; report: {report}"),
    }
}

/// Why the pages of a document are not appended to a packet.
pub(crate) const fn not_appendable(reason: AppendixRefusal) -> &'static str {
    match reason {
        AppendixRefusal::Password => "it needs a password; ask for a copy without one",
        AppendixRefusal::Forbidden => "its protection forbids printing or copying; hand it over as a file of its own",
        AppendixRefusal::NoPages => "it is no PDF; hand it over as a file of its own",
        AppendixRefusal::Damaged => "its pages cannot be taken out without doubt; hand it over as a file of its own",
        AppendixRefusal::TooLong => "the packet would be too long or too large; hand it over as a file of its own",
        AppendixRefusal::Missing => "the workspace does not hold its bytes as they came",
    }
}

fn no_table(reason: NoTable) -> String {
    match reason {
        NoTable::Empty => "the file holds no rows".to_owned(),
        NoTable::NotATable => "the file is no table; CSV, XLSX, XLSM and ODS are read".to_owned(),
        NoTable::OldOrProtected => {
            "the workbook is of the old form (.xls) or protected by a password; save it as .xlsx without one".to_owned()
        }
        NoTable::Damaged => "the workbook is damaged".to_owned(),
        NoTable::TooLarge => "the file is too large: up to 50 MB, 100,000 rows and 1,000 columns are read".to_owned(),
        NoTable::NoKeys => "it has no column of keys: take a table that was exported here".to_owned(),
        NoTable::QuoteOpen { row } => format!("a quotation mark is opened and never closed, in row {row}"),
        NoTable::GivenUp => "reading the file took too long or too much memory, and was stopped".to_owned(),
    }
}

const fn rank(rank: RankName) -> &'static str {
    match rank {
        RankName::TeamMember => "a member of the risk team",
        RankName::BusinessOwner => "a business owner",
        RankName::RiskOwner => "the risk owner",
        RankName::Executive => "an executive",
    }
}

fn wrong(problem: Problem) -> String {
    match problem {
        Problem::Empty => "is empty".to_owned(),
        Problem::TooLong { limit } => format!("is longer than {limit} characters"),
        Problem::TooShort { limit } => format!("is shorter than {limit} characters"),
        Problem::ControlCharacter => "holds a character that cannot be printed".to_owned(),
        Problem::WrongForm => "is not of the expected form".to_owned(),
        Problem::InThePast => "is in the past".to_owned(),
        Problem::ConditionMissing => "need at least one for an approval with conditions".to_owned(),
        Problem::ConditionNotAllowed => "do not go with a plain approval".to_owned(),
        Problem::SignerMissing => "need at least one person".to_owned(),
        Problem::ReviewerReadsAgain => "must be another person than the reviewer".to_owned(),
        Problem::SecondReaderMissing => "is missing: critical and high vendors are read by a second person".to_owned(),
        Problem::RequesterAlone => {
            "are only the person who asked for the vendor: somebody else must approve too".to_owned()
        }
        Problem::TwoPeopleNeeded => "must be at least two different people for a vendor of this tier".to_owned(),
        Problem::ApprovalWaits => "waits for whoever is asked to approve it".to_owned(),
        Problem::NotToSign => "is not named to sign, or has signed".to_owned(),
        Problem::AlreadyDone => "is done already".to_owned(),
        Problem::LastAdministrator => "cannot be changed: one active administrator must stay".to_owned(),
        Problem::RankTooLow { needed } => {
            format!("does not stand high enough for this; needed at least: {}", rank(needed))
        }
        Problem::SamePerson => "asks for it and cannot grant it too".to_owned(),
        Problem::TooEarly { earliest } => format!("is earlier than the workspace knows, the first day is: {earliest}"),
        Problem::TooLate { latest } => format!("is later than the policy allows, the last day is: {latest}"),
        Problem::NeverAcceptable => "is not for anybody to accept".to_owned(),
        Problem::NothingToAccept => "is met or does not apply: there is nothing to accept".to_owned(),
        Problem::Outdated => "is not the version in force any more: look at the policy again".to_owned(),
        Problem::SettingsWrong => "has settings that do not hold together".to_owned(),
        Problem::NothingChanged => "says what is in force already".to_owned(),
        Problem::NameTaken => "is the name of another one".to_owned(),
        Problem::StillUsed => "still meets what vendors expect".to_owned(),
        Problem::InTheFuture => "is in the future".to_owned(),
        Problem::ReasonMissing => "is needed".to_owned(),
        Problem::NotAssessed => "is not assessed yet".to_owned(),
        Problem::SecondPersonCloses => "is closed by somebody else than who verified it".to_owned(),
        Problem::TouchesUs => "touches us directly, so it applies".to_owned(),
        Problem::NotTestedClean => "is not tested clean in a later report".to_owned(),
        Problem::SeveralVendors => "belong to several vendors".to_owned(),
        Problem::IsCopy => "is a copy of a signed packet; take it off the packet first".to_owned(),
        Problem::FiledAsEvidence => "is filed as evidence; put it back into the inbox first".to_owned(),
        Problem::OutOfRange { least, most } => format!("lies outside {least} to {most}"),
        Problem::EndsBeforeItStarts => "lies before the beginning".to_owned(),
        Problem::EndsAndRenews => "is of a contract that ends and does not renew".to_owned(),
        Problem::NothingAgreed => "is a day of something that was not agreed".to_owned(),
        Problem::ImplausibleDay => "is not a plausible day".to_owned(),
        Problem::NoEmail => "is not an e-mail address".to_owned(),
        Problem::NoPhone => "is not a telephone number".to_owned(),
        Problem::NoCurrency => "is not a currency of three letters".to_owned(),
        Problem::ProofMissing => "needs a document that proves it".to_owned(),
        Problem::ProofOrWordsMissing => "needs a document that proves it, or the words that do".to_owned(),
        Problem::BeforeThePeriodEnds => "is before the end of the period examined".to_owned(),
    }
}
