//! What can be typed.

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;

/// Reads the assurance documents that vendors send, and keeps what was decided about them. Nothing leaves this computer.
#[derive(Debug, Parser)]
#[command(name = "countersign", version, about, propagate_version = true)]
pub(crate) struct Arguments {
    #[command(subcommand)]
    pub(crate) command: Command,
    #[command(flatten)]
    pub(crate) common: Common,
}

/// What every command understands.
#[derive(Debug, Args)]
pub(crate) struct Common {
    /// The workspace file
    #[arg(short, long, global = true, value_name = "FILE", env = "COUNTERSIGN_WORKSPACE")]
    pub(crate) workspace: Option<PathBuf>,
    /// Print JSON: one object, or one object a line
    #[arg(long, global = true)]
    pub(crate) json: bool,
    /// Count as if today were this day, e.g. 2026-03-31
    #[arg(long, global = true, value_name = "DATE", value_parser = day)]
    pub(crate) as_of: Option<NaiveDate>,
    /// Who acts; needed for writes where the workspace has several people
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) actor: Option<String>,
}

/// Parses a day of a plausible year.
fn day(text: &str) -> Result<NaiveDate, String> {
    let date: NaiveDate = text.parse().map_err(|_| "write a day such as 2026-03-31".to_owned())?;
    if countersign_domain::period::is_plausible(date) { Ok(date) } else { Err("the year is not plausible".to_owned()) }
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Say what documents say, each fact with its page; folders are walked
    Read {
        /// PDF files, workbooks (.xlsx) and folders
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Print the JSON over several lines
        #[arg(long)]
        pretty: bool,
        /// Opens encrypted files
        #[arg(long, value_name = "P")]
        password: Option<String>,
        /// Leave pages that are pictures of text unread
        #[arg(long)]
        no_ocr: bool,
    },
    /// Say what changed between two reports of one vendor; which is the older one is found by their dates
    Diff {
        /// One report
        #[arg(value_name = "A.pdf")]
        first: PathBuf,
        /// The other
        #[arg(value_name = "B.pdf")]
        second: PathBuf,
        /// Print what is the same, too
        #[arg(long)]
        all: bool,
        /// Opens encrypted files
        #[arg(long, value_name = "P")]
        password: Option<String>,
        /// Leave pages that are pictures of text unread
        #[arg(long)]
        no_ocr: bool,
    },
    /// Make an empty workspace
    New {
        /// Our organisation's name
        #[arg(long, value_name = "NAME")]
        organisation: String,
        /// The first person, who gets every role
        #[arg(long, value_name = "NAME")]
        person: String,
        /// That person's title
        #[arg(long, value_name = "TITLE")]
        title: Option<String>,
        /// Protect the file with the passphrase of COUNTERSIGN_PASSPHRASE, or ask for one
        #[arg(long)]
        protect: bool,
    },
    /// Make the sample workspace: invented vendors with reports typeset here
    Sample {
        /// Another seed gives other ids
        #[arg(long, default_value_t = 1, value_name = "N")]
        seed: u64,
        /// Adds vendors without documents up to this number, for trying out large registers
        #[arg(long, value_name = "N")]
        vendors: Option<u32>,
    },
    /// Receive documents into the workspace
    Add {
        /// PDF files, workbooks (.xlsx) and folders
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Put them with this vendor; it is entered where the register has none of that name
        #[arg(long, value_name = "V")]
        vendor: Option<String>,
        /// Leave pages that are pictures of text unread
        #[arg(long)]
        no_ocr: bool,
    },
    /// Enter and change vendors from a table
    Import {
        /// CSV, XLSX, XLSM or ODS
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Say what would change, and change nothing
        #[arg(long)]
        dry_run: bool,
        /// What a column holds, e.g. 'Criticality=tier'; 'Column=' leaves one out; may be repeated
        #[arg(long, value_name = "COLUMN=FIELD")]
        map: Vec<String>,
        /// The sheet of a workbook; without it the one that looks most like a register
        #[arg(long, value_name = "NAME")]
        sheet: Option<String>,
        /// The order of dates such as 03/04/2026, which are never guessed
        #[arg(long, value_enum)]
        date_order: Option<DateOrderArgument>,
    },
    /// Write the register as a table that can be imported again
    Export {
        /// The folder
        #[arg(long, value_name = "DIR")]
        to: PathBuf,
        /// The form
        #[arg(long, value_enum, default_value = "csv")]
        format: FormatArgument,
    },
    /// List the register
    Vendors,
    /// Show how the tier of a vendor comes about, factor by factor; assign it
    Tier {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: String,
        /// Assign the tier that the answers give
        #[arg(long, conflicts_with = "by_hand")]
        set: bool,
        /// Assign another one by hand
        #[arg(long = "override", value_enum, value_name = "TIER", requires = "reason")]
        by_hand: Option<TierArgument>,
        /// Why, where it is assigned by hand
        #[arg(long, value_name = "TEXT", requires = "by_hand")]
        reason: Option<String>,
    },
    /// Show the next examination of a vendor as it was told; with options record what is told, the rest stays as it was
    Examination(ExaminationArguments),
    /// Show the path without a current SOC 2 report of a vendor: whether it suffices, and what is lacking
    Alternative {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: String,
    },
    /// Show a vendor with all that is held about it
    Show {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: String,
    },
    /// Show our side of the complementary user entity controls that the report of a vendor lists; without a vendor the days
    /// on which something of it is due
    Cuecs {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: Option<String>,
        /// Also write them as a workbook for owners to fill in; without a vendor those of all
        #[arg(long, value_name = "FILE.xlsx")]
        export: Option<PathBuf>,
        /// Also write the memo that an auditor asks for; without a vendor that on all
        #[arg(long, value_name = "FILE.pdf")]
        memo: Option<PathBuf>,
    },
    /// Show on whom our vendors rest: the subservice organizations of their current reports, and what is held of each; with a
    /// vendor its own
    FourthParties {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: Option<String>,
        /// Also write the register of all as a table
        #[arg(long, value_name = "FILE.csv")]
        export: Option<PathBuf>,
        /// Print the letter that asks the vendor for assurance on its parties
        #[arg(long, requires = "vendor")]
        letter: bool,
    },
    /// Show what is noted of vendors between reviews: incidents, news, changes, with what follows from them
    Monitoring {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: Option<String>,
        /// Also what is settled
        #[arg(long)]
        all: bool,
    },
    /// Say what the acceptance policy gives for a vendor or for all: every rule, the verdict, what to ask for next
    Evaluate {
        /// Name or id; without it every vendor
        #[arg(value_name = "V", conflicts_with = "all", required_unless_present = "all")]
        vendor: Option<String>,
        /// Every vendor of the register
        #[arg(long)]
        all: bool,
    },
    /// List the exceptions of reports and what became of them, the gravest first; exit status 1 where one is late
    Findings {
        /// Of one vendor, by name or id
        #[arg(long, value_name = "V")]
        vendor: Option<String>,
        /// Also what is verified, closed or put away
        #[arg(long)]
        all: bool,
    },
    /// Show or change the acceptance policy
    Policy {
        #[command(subcommand)]
        command: PolicyCommand,
    },
    /// Record a decision
    Decide {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: String,
        /// What is decided
        #[arg(long, value_enum)]
        outcome: OutcomeArgument,
        /// Why, in plain words
        #[arg(long, value_name = "TEXT")]
        reason: String,
        /// A duty as "DATE: what must be done", "DATE!: …" where it comes before use, "DATE EX-007: …" where it settles a finding; the actor answers for it; may be repeated
        #[arg(long = "condition", value_name = "DATE [FINDING]: TEXT")]
        conditions: Vec<String>,
        /// Who signs, in order; may be repeated; without it those whom the application proposes
        #[arg(long = "signer", value_name = "NAME")]
        signers: Vec<String>,
        /// The risk that stays as "LEVEL: what can still happen"; without it what the open exceptions say, where they say it
        #[arg(long, value_name = "LEVEL: TEXT")]
        residual: Option<String>,
        /// When to look again; without it the day that the application proposes, unless the vendor is turned down
        #[arg(long, value_name = "DATE", value_parser = day)]
        next_review: Option<NaiveDate>,
    },
    /// List the deviations and acceptances of findings that wait for whoever is named; exit status 1 where one does
    Approvals {
        /// Only what who acts is asked to approve
        #[arg(long)]
        mine: bool,
    },
    /// Approve a deviation or the acceptance of a finding, as who is named
    Approve {
        /// The id of the request; or the code of the rule or the number of the finding, where one request fits
        #[arg(value_name = "REQUEST")]
        wanted: String,
        /// Of this vendor, by name or id
        #[arg(long, value_name = "V")]
        vendor: Option<String>,
        /// What is said with it
        #[arg(long, value_name = "TEXT")]
        comment: Option<String>,
    },
    /// Refuse a deviation or the acceptance of a finding, as who is named; who asked for it takes it back
    Refuse {
        /// The id of the request; or the code of the rule or the number of the finding, where one request fits
        #[arg(value_name = "REQUEST")]
        wanted: String,
        /// Of this vendor, by name or id
        #[arg(long, value_name = "V")]
        vendor: Option<String>,
        /// Why
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
    /// Show how far the reviews of a vendor are, or export the question sheet of the last one
    Review {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: String,
        /// Where to write the question sheet: .json for everything, .csv for one line each question
        #[arg(long, value_name = "FILE")]
        export: Option<PathBuf>,
        /// Which review; without it the last one
        #[arg(long, value_name = "N")]
        number: Option<u32>,
    },
    /// Print the packet of a vendor's last decision
    Packet {
        /// Name or id
        #[arg(value_name = "V")]
        vendor: String,
        /// Where to write it
        #[arg(short, long, value_name = "OUT.pdf")]
        output: PathBuf,
        /// The paper
        #[arg(long, value_enum, default_value = "a4")]
        paper: PaperArgument,
        /// Append the pages of these documents behind the decision, such as D1,D2; "all" leaves out what came under no NDA and
        /// what cannot be appended, and says so
        #[arg(long, value_delimiter = ',', value_name = "D1,D2|all")]
        append: Vec<String>,
        /// Say who has signed in the program so far
        #[arg(long)]
        sign_offs: bool,
    },
    /// List what needs attention: what is overdue, what waits, what falls due soon
    Due {
        /// How many days ahead to look; what is overdue or waits without a date is always listed
        #[arg(long, visible_alias = "days", default_value_t = 30, value_name = "DAYS", value_parser = clap::value_parser!(u16).range(0..=3660))]
        within: u16,
        /// Only what who acts has to see to: what is theirs, and what is nobody's
        #[arg(long)]
        mine: bool,
        /// Write every date, near or far, as a calendar; the same path each time makes it one to subscribe to
        #[arg(long, value_name = "FILE")]
        ics: Option<PathBuf>,
    },
    /// Write what the auditor of our own controls asks for of vendor management (CC9.2): inventory, populations of a period,
    /// change log, packets; exit status 1 where counts do not agree
    Evidence {
        /// The first day of the period
        #[arg(long, value_name = "DATE", value_parser = day)]
        from: NaiveDate,
        /// The last day, of which the inventory is
        #[arg(long, value_name = "DATE", value_parser = day)]
        to: NaiveDate,
        /// A folder that is not there yet or is empty; a name that ends in .zip makes one file
        #[arg(short, long, value_name = "DIR")]
        output: PathBuf,
        /// Which packets go with it
        #[arg(long, value_enum, default_value = "critical")]
        packets: PacketsArgument,
        /// Only the packets of these decisions, by number, such as 3 or P-0003; may be given several times
        #[arg(long = "decision", value_name = "NUMBER", value_parser = decision_number, conflicts_with = "packets")]
        decisions: Vec<u32>,
        /// The paper of the index
        #[arg(long, value_enum, default_value = "a4")]
        paper: PaperArgument,
    },
    /// Copy the workspace, whole and with the same passphrase
    Backup {
        /// The copy; one that is there is replaced once the new one is whole
        #[arg(value_name = "FILE")]
        output: PathBuf,
    },
    /// Print the summary of all vendors for the board; with --as-of of a past day as it was known then
    Board {
        /// The PDF
        #[arg(short, long, alias = "out", value_name = "FILE")]
        output: PathBuf,
        /// The paper
        #[arg(long, value_enum, default_value = "a4")]
        paper: PaperArgument,
    },
    /// Write the register of information of a financial entity (DORA) as far as it is known, and what is missing
    Dora {
        /// A folder that is not there yet or is empty; a name that ends in .zip makes one file
        #[arg(short, long, alias = "out", value_name = "DIR")]
        output: PathBuf,
    },
    /// Show figures of all vendors: what share is assured, how long things take, what is open; with --as-of of a past day what
    /// was known on it
    Insights {
        /// Only vendors of this class
        #[arg(long, value_enum)]
        tier: Option<TierArgument>,
        /// Show everything of which this figure was counted, e.g. assured_share
        #[arg(long, value_name = "FIGURE")]
        rows: Option<String>,
    },
    /// Show the audit log
    History {
        /// Check the chain
        #[arg(long)]
        verify: bool,
        /// The most entries
        #[arg(long, default_value_t = 100, value_name = "N")]
        limit: u32,
    },
    /// Check packets by what they carry inside; with a workspace also against its decisions, documents and audit log
    Verify {
        /// Packets and documents
        #[arg(value_name = "FILE")]
        files: Vec<PathBuf>,
    },
}

/// What is told of a vendor's next examination.
#[derive(Debug, Args)]
pub(crate) struct ExaminationArguments {
    /// Name or id
    #[arg(value_name = "V")]
    pub(crate) vendor: String,
    /// Who examines
    #[arg(long, value_name = "NAME")]
    pub(crate) firm: Option<String>,
    /// What kind of report comes of it
    #[arg(long = "type", value_enum, value_name = "TYPE")]
    pub(crate) kind: Option<ReportTypeArgument>,
    /// First day of the period examined; of a Type 1, its day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) from: Option<NaiveDate>,
    /// Its last day
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) to: Option<NaiveDate>,
    /// When the report is expected
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub(crate) expected: Option<NaiveDate>,
    /// The document that proves it, one of the vendor's, by file name or id
    #[arg(long, value_name = "FILE")]
    pub(crate) proof: Option<String>,
    /// What the vendor said, where and when
    #[arg(long, value_name = "TEXT")]
    pub(crate) said: Option<String>,
    /// Nothing is known any more
    #[arg(long, conflicts_with_all = ["firm", "kind", "from", "to", "expected", "proof", "said"])]
    pub(crate) forget: bool,
}

impl ExaminationArguments {
    /// Whether anything is told, rather than asked.
    pub(crate) fn tells(&self) -> bool {
        let days = self.from.or(self.to).or(self.expected);
        let words = self.firm.as_ref().or(self.proof.as_ref()).or(self.said.as_ref());
        self.forget || self.kind.is_some() || days.is_some() || words.is_some()
    }
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum ReportTypeArgument {
    Type1,
    Type2,
}

#[derive(Debug, Subcommand)]
pub(crate) enum PolicyCommand {
    /// Show the policy in force; with --json as a file that `set` takes
    Show,
    /// Say what a policy would change: settings, verdicts, dates; without a file what each version changed
    Diff {
        /// A policy as `show --json` writes it
        #[arg(value_name = "FILE")]
        file: Option<PathBuf>,
    },
    /// Put a policy in force as the next version
    Set {
        /// A policy as `show --json` writes it
        #[arg(value_name = "FILE")]
        file: PathBuf,
        /// Why, kept in the history
        #[arg(long, value_name = "TEXT")]
        reason: String,
    },
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum OutcomeArgument {
    Approved,
    ApprovedWithConditions,
    MoreEvidence,
    Escalated,
    Rejected,
    Withdrawn,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PaperArgument {
    A4,
    Letter,
}

impl From<PaperArgument> for countersign_contract::wire::Paper {
    fn from(paper: PaperArgument) -> Self {
        match paper {
            PaperArgument::A4 => Self::A4,
            PaperArgument::Letter => Self::Letter,
        }
    }
}

/// Takes the number of a decision as people write it or as its packet prints it.
fn decision_number(text: &str) -> Result<u32, String> {
    let digits = text.trim_start_matches("P-").trim_start_matches("p-");
    digits.parse().map_err(|_| "not the number of a decision".to_owned())
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum PacketsArgument {
    /// None
    None,
    /// The latest of each critical vendor
    Critical,
    /// The latest of each decision of the period
    Period,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum DateOrderArgument {
    Dmy,
    Mdy,
    Ymd,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum FormatArgument {
    Csv,
    Xlsx,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
pub(crate) enum TierArgument {
    Critical,
    High,
    Medium,
    Low,
}
