//! Exceptions of reports and other findings, as they were frozen.

use super::FrozenCitation;
use chrono::NaiveDate;
use countersign_domain::FindingStatus;
use serde::{Deserialize, Serialize};

/// An exception of a report or another finding, as it stood (`practice.md` §5.1).
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFinding {
    /// Its name here, such as `EX-007`; `None` where nobody has recorded it.
    pub label: Option<String>,
    /// The number of the control, as the report prints it.
    pub control: Option<String>,
    /// What came of the test, in the auditor's words, or what was entered.
    pub result: String,
    /// How the packet names the document that states it.
    pub document: Option<String>,
    /// Where it stands there.
    pub citations: Vec<FrozenCitation>,
    /// How many deviated of how many.
    pub rate: Option<[u32; 2]>,
    /// What management said of it.
    pub response: Option<String>,
    /// How credible that was judged to be, 0 to 4; `None` where nobody has.
    pub credibility: Option<u8>,
    /// How grave it was judged to be, in a word; `None` where nobody has.
    pub severity: Option<String>,
    /// The sum from which that follows.
    pub score: Option<i8>,
    /// Where it stands, in words.
    pub status: String,
    /// The name of who follows it up.
    pub owner: Option<String>,
    /// By when it is to be treated, or until when it is accepted.
    pub until: Option<NaiveDate>,
    /// Where what management said stands, in the same document. Inputs of the first and second design say nothing of this and the rest.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub response_pages: Vec<u32>,
    /// Who says it.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub origin: Option<FindingOrigin>,
    /// What kind of failure it was judged to be, in a word; `None` where nobody has.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub nature: Option<String>,
}

/// Who says that something is wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FindingOrigin {
    /// A document.
    Document,
    /// A rule of the policy.
    Rule,
    /// Somebody here, in their own words.
    Person,
}

impl FrozenFinding {
    /// Whether the words are those of a document, so that they are quoted.
    pub fn is_quoted(&self) -> bool {
        self.origin.map_or(self.document.is_some(), |origin| origin == FindingOrigin::Document)
    }

    /// Whether nothing was to be done about it any more. What was verified is printed as it always was, so that earlier decisions
    /// keep their bytes.
    pub fn is_settled(&self) -> bool {
        let settled = |status: FindingStatus| status.is_settled() || status == FindingStatus::Verified;
        FindingStatus::ALL.iter().any(|status| status.title() == self.status && settled(*status))
    }
}
