//! What a packet is printed from: a decision as it was frozen, as plain data.
//!
//! This is a stored format: a decision of years ago must print again. A change that breaks a stored input makes a
//! version 2. Everything is said here; printing asks nobody for anything.

mod accepted;
mod answers;
mod appendix;
mod contract;
mod coverage;
mod design;
mod finding;
mod history;
mod lists;
mod look;
mod register;
mod reliance;
mod tiering;

pub use accepted::{AcceptedKind, FrozenAcceptance};
pub use answers::{AnswerOrigin, FrozenAnswer, FrozenGap};
pub use appendix::FrozenAppendix;
pub use contract::{ClauseState, FrozenClause, FrozenContract};
pub use coverage::{FrozenCoverage, FrozenLetter};
pub use design::Design;
pub use finding::{FindingOrigin, FrozenFinding};
pub use history::{FrozenChange, FrozenEarlier, FrozenPrevious, FrozenSignOff};
pub use lists::{FrozenCsoc, FrozenCuec, FrozenCuecs, FrozenParty, FrozenSubservice};
pub use look::{FrozenFont, FrozenLogo};
pub use register::FrozenRegister;
pub use reliance::FrozenSignal;
pub use tiering::{
    FrozenAsk, FrozenAssignment, FrozenFactor, FrozenOverride, FrozenScale, FrozenService, FrozenTiering,
};

use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::{Basis, Category, FactKey, Kind, Opinion, Outcome, RiskLevel, Sha256, Tier};
use serde::{Deserialize, Serialize};

/// The name and version of this format.
pub const FORMAT: &str = "countersign-packet-input/1";

/// A decision with everything that its packet says.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenDecision {
    /// Always [`FORMAT`].
    pub format: String,
    /// The company that decides, as it stands in the header of every page.
    pub organisation: String,
    /// The id of the workspace.
    pub workspace: String,
    /// Number and version of the packet.
    pub packet: PacketName,
    /// The paper it is laid out for.
    pub paper: Paper,
    /// The language of its own words.
    pub locale: Locale,
    /// The design in which it is printed.
    #[serde(default, skip_serializing_if = "Design::is_first")]
    pub design: Design,
    /// The vendor as it was on the day of the decision.
    pub vendor: FrozenVendor,
    /// What was decided.
    pub decision: FrozenOutcome,
    /// The policy under which it was made. Inputs frozen before there was one say nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub policy: Option<FrozenPolicy>,
    /// What the register said of the vendor. Inputs frozen before it was printed say nothing of this and of what follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub register: Option<FrozenRegister>,
    /// How its class came about.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tiering: Option<FrozenTiering>,
    /// What its report expects of us.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub cuecs: Option<FrozenCuecs>,
    /// What its report leaves to others.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub subservice: Option<FrozenSubservice>,
    /// What its report does not prove.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub gaps: Vec<FrozenGap>,
    /// What the report and the letters after it cover, as the rules count it. Inputs of the first design say nothing of this and of
    /// what follows it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub coverage: Option<FrozenCoverage>,
    /// How far the report itself can be relied on, sign by sign.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub reliance: Vec<FrozenSignal>,
    /// The pages on which the report that counts has its tests and their results; `None` where it has none or they are not found.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub tests: Option<FrozenPages>,
    /// What is agreed with the vendor.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub contracts: Vec<FrozenContract>,
    /// What somebody signed for and holds on the day of the decision: deviations, then acceptances, by their end.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub accepted: Vec<FrozenAcceptance>,
    /// Who signs, in order.
    pub signers: Vec<Signer>,
    /// The review on which it rests, where one was finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub review: Option<FrozenReview>,
    /// What the rules gave. Inputs frozen before there were rules say nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub verdict: Option<FrozenVerdict>,
    /// Exceptions of the reports and other findings. Inputs frozen before they were followed hold none.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<FrozenFinding>,
    /// The documents behind the decision, in the order of the register.
    pub documents: Vec<FrozenDocument>,
    /// What happened, in order of time.
    pub events: Vec<Event>,
    /// How many earlier events are not among them. Inputs of the first and second design say nothing of this and of the next two.
    #[serde(default, skip_serializing_if = "is_zero")]
    pub events_left_out: u32,
    /// The decisions on the vendor before this one, in their order.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub earlier: Vec<FrozenEarlier>,
    /// What is otherwise than in the last of them.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub changes: Vec<FrozenChange>,
    /// The packet before this version. Told when a packet is made, not frozen with the decision.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub previous: Option<FrozenPrevious>,
    /// What was signed in the program, in order of time. Chosen when a packet is made, not frozen with the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub sign_offs: Vec<FrozenSignOff>,
    /// The documents whose pages are appended to this version of the packet, in the order of the register. Chosen when a
    /// packet is made, not frozen with the decision.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub appendices: Vec<FrozenAppendix>,
    /// The fonts of the system with which this version is printed, in the order in which they are asked.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub fonts: Vec<FrozenFont>,
    /// The company's logo. Inputs frozen before there was one, or without one, say nothing of it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub logo: Option<FrozenLogo>,
}

#[expect(clippy::trivially_copy_pass_by_ref, reason = "it is what serde asks with")]
const fn is_zero(number: &u32) -> bool {
    *number == 0
}

/// The version of the acceptance policy under which a decision was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPolicy {
    /// Its number.
    pub version: u32,
    /// The hash of its text.
    pub sha256: Sha256,
}

/// Number and version of a packet.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PacketName {
    /// The number, such as `P-0001`; at most 32 characters.
    pub number: String,
    /// The version, from 1.
    pub version: u32,
}

/// The paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Paper {
    /// 210 × 297 mm.
    #[default]
    A4,
    /// 215.9 × 279.4 mm.
    Letter,
}

/// The language of the packet's own words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Locale {
    /// English, with dates such as `30 Jun 2026`.
    #[default]
    En,
}

/// The review on which a decision rests.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenReview {
    /// Its id in the workspace.
    pub id: String,
    /// Its number among the vendor's.
    pub number: u32,
    /// The hash of what was frozen when it was finished.
    pub sha256: Sha256,
    /// The name of who reviewed. Inputs frozen before the sheet was printed say nothing of this and the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reviewer: Option<String>,
    /// The name of who read it again.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub second_reader: Option<String>,
    /// Whether the main report was there when it was finished.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub of_report: Option<bool>,
    /// The questions with their answers, in the order of the review.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub answers: Vec<FrozenAnswer>,
}

/// What the rules and the answers of the review gave together.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenVerdict {
    /// The verdict's name.
    pub verdict: String,
    /// Every rule with what came of it.
    pub rules: Vec<FrozenRule>,
    /// What they gave for each service, where papers tell services apart; the rest is then all of them together.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub services: Vec<FrozenServiceVerdict>,
}

/// What the rules gave for some of the services.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenServiceVerdict {
    /// What they are called.
    pub name: String,
    /// The verdict's name.
    pub verdict: String,
    /// The rules that decide it, by title.
    pub deciding: Vec<String>,
    /// Until when what is held suffices.
    pub evidence_good_until: Option<NaiveDate>,
    /// How the packet names the report that counts; `None` where none does.
    pub report: Option<String>,
}

/// A rule and what came of it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenRule {
    /// Its code.
    pub code: String,
    /// What came of it.
    pub outcome: String,
    /// What was found, in words.
    pub found: String,
    /// What it is called. Inputs frozen before rules were printed say nothing of this and the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub title: Option<String>,
    /// What the policy requires, in words.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub required: Option<String>,
    /// Where what was found stands.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub cited: Vec<FrozenPages>,
    /// Until when somebody has signed for it, where it is not met.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub accepted_until: Option<NaiveDate>,
    /// What answered it where it was not met: `accepted`, `condition` or `note`; `open` where nothing did.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub answered: Option<String>,
}

/// Pages of a document behind the decision.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenPages {
    /// How the packet names the document.
    pub label: String,
    /// Its pages, 1-based, in order.
    pub pages: Vec<u32>,
}

/// The risk that stays.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenResidual {
    /// How much.
    pub level: RiskLevel,
    /// What can still happen, in plain words.
    pub words: String,
}

/// The vendor as it was.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenVendor {
    /// Its name.
    pub name: String,
    /// What is bought from it.
    pub service: Option<String>,
    /// How much depends on it.
    pub tier: Option<Tier>,
    /// Why it has that tier.
    pub tier_reason: Option<String>,
    /// Who answers for it: name, and title where there is one.
    pub owner: Option<String>,
    /// Whether it is in use already, so that a rejection leads to offboarding. Inputs frozen before this was asked say
    /// nothing of it.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub in_use: bool,
}

/// What was decided.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenOutcome {
    /// Its number in the workspace.
    pub number: u32,
    /// What was decided.
    pub outcome: Outcome,
    /// Why, in plain words.
    pub reason: String,
    /// Duties that it depends on, in order.
    pub conditions: Vec<FrozenCondition>,
    /// The risk that stays; nothing in inputs frozen before it was asked.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub residual: Option<FrozenResidual>,
    /// When the vendor is looked at again.
    pub next_review: Option<NaiveDate>,
    /// Until when the evidence holds, where that is known.
    pub evidence_good_until: Option<NaiveDate>,
    /// The business day of the decision.
    pub decided_on: NaiveDate,
    /// The name of the person who recorded it.
    pub recorded_by: String,
    /// When it was recorded and its inputs frozen. The only time in the file.
    pub recorded_at: DateTime<Utc>,
}

/// A duty.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCondition {
    /// What must be done.
    pub what: String,
    /// The name of the person who answers for it.
    pub owner: String,
    /// By when.
    pub due: NaiveDate,
    /// Whether it must be done before the vendor is used.
    #[serde(default, skip_serializing_if = "std::ops::Not::not")]
    pub before_go_live: bool,
    /// The code of the rule that it answers.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub rule: Option<String>,
    /// What the finding that it settles is called: "EX-007".
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub finding: Option<String>,
}

/// Somebody who signs.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// The title in the company.
    pub title: Option<String>,
    /// In which role, as it is to be printed, such as `Business owner`.
    pub role: String,
}

/// A document behind the decision.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenDocument {
    /// How the packet names it: `D1`, `D2` and so on.
    pub label: String,
    /// What it is.
    pub kind: Kind,
    /// Whether this is the report that the decision rests on.
    pub main: bool,
    /// The name of the file as received.
    pub file_name: String,
    /// How many pages it has.
    pub pages: u32,
    /// How many bytes it has.
    pub bytes: u64,
    /// Its SHA-256.
    pub sha256: Sha256,
    /// When it was received.
    pub received_at: DateTime<Utc>,
    /// The name of the person who received it.
    pub received_by: String,
    /// First and last day that it speaks of; the same day twice for a date.
    pub span: Option<Span>,
    /// The trust services categories in its scope, where it states them.
    pub categories: Option<Vec<Category>>,
    /// The opinion, where it states one.
    pub opinion: Option<Opinion>,
    /// What was read from it, in the order of the reading; empty when nothing was asked of it.
    pub facts: Vec<FrozenFact>,
    /// The business day on which it was received. Inputs of the first and second design say nothing of this and the rest.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub received_on: Option<NaiveDate>,
    /// The date of the opinion.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub reported_on: Option<NaiveDate>,
    /// How it came to us, in words; `None` where nobody has said.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub source: Option<String>,
}

impl FrozenDocument {
    /// The business day on which it was received; of older inputs the day of UTC.
    pub fn day_received(&self) -> NaiveDate {
        self.received_on.unwrap_or_else(|| self.received_at.date_naive())
    }
}

/// First and last day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Span {
    /// The first day.
    pub start: NaiveDate,
    /// The last day.
    pub end: NaiveDate,
}

/// A fact with where it stands and who answers for it.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct FrozenFact {
    /// Which fact.
    pub key: FactKey,
    /// How it is called on paper.
    pub label: String,
    /// What holds, as it is to be printed; `None` when the document does not state it.
    pub value: Option<String>,
    /// How it came about, when it was read.
    pub basis: Option<Basis>,
    /// Where it stands in the document.
    pub citations: Vec<FrozenCitation>,
    /// What a person said of it.
    pub standing: Standing,
}

/// Where something stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenCitation {
    /// 1-based page of the file.
    pub page: u32,
    /// The number printed on that page, where there is one.
    pub label: Option<String>,
    /// The words on that page.
    pub quote: String,
}

/// What a person said of a fact.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "state", rename_all = "snake_case")]
pub enum Standing {
    /// Nobody looked at it yet.
    Open,
    /// Somebody says that it is right.
    Confirmed {
        /// Who.
        by: String,
    },
    /// Somebody put another value in its place.
    Corrected {
        /// Who.
        by: String,
        /// What was read, as it is to be printed; `None` when nothing was read.
        was: Option<String>,
    },
    /// Somebody says that the document does not say this.
    Rejected {
        /// Who.
        by: String,
        /// What was read, as it is to be printed.
        was: Option<String>,
    },
}

/// Something that happened.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Event {
    /// When.
    pub at: DateTime<Utc>,
    /// Who, by name.
    pub who: String,
    /// What, as it is to be printed, such as `D1 received`.
    pub what: String,
}
