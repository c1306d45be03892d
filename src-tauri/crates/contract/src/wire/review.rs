use super::{CitedPageView, RuleOutcomeName, TierName, VerdictName, wire};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// How far a review is.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ReviewState {
        /// Its questions are being answered.
        Open,
        /// Its reviewer has signed.
        Signed,
        /// It is frozen and never changes again.
        Finished,
    }

    /// A review in a list.
    pub struct ReviewRow {
        /// Its id.
        pub id: Uuid,
        /// Counted for each vendor from 1.
        pub number: u32,
        /// How far it is.
        pub state: ReviewState,
        /// The number of the review that it corrects.
        pub corrects: Option<u32>,
        /// Why it corrects that.
        pub reason: Option<String>,
        /// Who started it.
        pub started_by: String,
        /// When.
        pub started_at: DateTime<Utc>,
        /// Who signed, and when.
        pub signed: Option<SignedBy>,
        /// Who read it again, and when.
        pub second_read: Option<SignedBy>,
        /// When it was finished.
        pub finished_at: Option<DateTime<Utc>>,
        /// SHA-256 of what was frozen then.
        pub frozen_sha256: Option<String>,
        /// The verdict that followed when it was finished.
        pub verdict: Option<VerdictName>,
    }

    /// A person and a moment.
    pub struct SignedBy {
        /// The person's name.
        pub name: String,
        /// When.
        pub at: DateTime<Utc>,
    }

    /// Names a review.
    pub struct ReviewRef {
        /// Its id.
        pub review: Uuid,
    }

    /// Starts a review of a vendor, or gives the one that is under way.
    pub struct StartReview {
        /// The vendor.
        pub vendor: Uuid,
        /// Why the last finished review is corrected; the new one starts from its answers. `None` starts afresh.
        pub correction: Option<String>,
    }

    /// Keeps an answer as it is typed.
    pub struct SaveAnswer {
        /// The review.
        pub review: Uuid,
        /// The question.
        pub question: String,
        /// The answer; `None` throws it away.
        pub answer: Option<AnswerInput>,
    }

    /// An answer.
    pub struct AnswerInput {
        /// In words; of several choices each after a comma.
        pub value: String,
        /// How it is judged.
        pub result: Option<RuleOutcomeName>,
        /// What the reviewer notes.
        pub note: String,
        /// The pages that support it.
        pub citations: Vec<CitedPageView>,
    }

    /// Takes a signature back, so that answers can be changed.
    pub struct ReturnReview {
        /// The review.
        pub review: Uuid,
        /// Why.
        pub reason: String,
    }

    /// A form in which a question sheet is exported.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum SheetForm {
        /// Everything, as JSON.
        Json,
        /// One line for each question.
        Csv,
    }

    /// Saves a question sheet where the person says.
    pub struct ExportReview {
        /// The review.
        pub review: Uuid,
        /// The form.
        pub form: SheetForm,
    }

    /// A review with its questions.
    pub struct ReviewView {
        /// The review.
        pub row: ReviewRow,
        /// The vendor.
        pub vendor: Uuid,
        /// Its name.
        pub vendor_name: String,
        /// Its class.
        pub tier: Option<TierName>,
        /// The version of the policy.
        pub policy_version: u32,
        /// The day on which it was worked out.
        pub as_of: NaiveDate,
        /// Whether the class asks for a second reader.
        pub needs_second_reader: bool,
        /// Whether who acts may read it again: somebody else than the reviewer.
        pub may_read_again: bool,
        /// The documents that were looked at, the report that counts first.
        pub documents: Vec<ReviewedDocument>,
        /// The steps, in reading order.
        pub steps: Vec<ReviewStep>,
        /// Every question, in reading order.
        pub questions: Vec<QuestionView>,
        /// The four questions that every buyer asks.
        pub buyers: Vec<BuyerAnswer>,
        /// What the report does not prove.
        pub not_proved: Vec<NotProvedView>,
        /// The verdict that follows.
        pub verdict: VerdictName,
        /// What the rules give for each service, where papers tell services apart.
        pub services: Vec<ServiceVerdictView>,
        /// What decides it, and how that can be changed.
        pub because: Vec<VerdictReason>,
        /// Questions that must be answered before the review is signed.
        pub open: Vec<String>,
        /// Until when the verdict holds if nothing else happens.
        pub holds_until: Option<NaiveDate>,
    }

    /// What the rules give for some of the services of a vendor.
    pub struct ServiceVerdictView {
        /// What they are called.
        pub name: String,
        /// What the rules give together.
        pub verdict: VerdictName,
    }

    /// A document that a review looks at.
    pub struct ReviewedDocument {
        /// Its id.
        pub document: Uuid,
        /// Its kind.
        pub kind: String,
        /// The file's name.
        pub file_name: String,
        /// Its pages.
        pub pages: u32,
        /// Whether it is the report that counts.
        pub main: bool,
    }

    /// A step of a review.
    pub struct ReviewStep {
        /// Its name.
        pub step: String,
        /// What people read.
        pub title: String,
        /// The letter before its questions.
        pub letter: String,
        /// How many of its questions apply.
        pub questions: u32,
        /// How many of these are done.
        pub done: u32,
        /// The worst result among them.
        pub worst: Option<RuleOutcomeName>,
    }

    /// A question with what is known of it.
    pub struct QuestionView {
        /// Its id, e.g. `C5`.
        pub id: String,
        /// The step.
        pub step: String,
        /// The question.
        pub question: String,
        /// How it is answered.
        pub kind: String,
        /// The choices, where it is a choice.
        pub choices: Vec<String>,
        /// Where to look.
        pub look_at: Option<String>,
        /// What passes.
        pub pass: Option<String>,
        /// What warns.
        pub warn: Option<String>,
        /// What fails.
        pub fail: Option<String>,
        /// Whether it applies.
        pub applies: bool,
        /// Why it does not apply, or what the suggestion rests on.
        pub why: String,
        /// The answer that is suggested.
        pub suggested: Option<String>,
        /// How that would be judged.
        pub suggested_result: Option<RuleOutcomeName>,
        /// Where it stands.
        pub citations: Vec<CitedPageView>,
        /// The facts of the report that it is about.
        pub facts: Vec<String>,
        /// The list of the report that it is about.
        pub list: Option<String>,
        /// The rules behind it, with what came of them.
        pub rules: Vec<QuestionRule>,
        /// The answer.
        pub answer: Option<AnswerView>,
    }

    /// A rule behind a question.
    pub struct QuestionRule {
        /// Its code.
        pub code: String,
        /// What people read.
        pub title: String,
        /// What came of it.
        pub outcome: RuleOutcomeName,
        /// What the policy requires.
        pub required: String,
        /// What was found.
        pub found: String,
    }

    /// An answer as it stands.
    pub struct AnswerView {
        /// In words.
        pub value: String,
        /// How it is judged.
        pub result: Option<RuleOutcomeName>,
        /// What the reviewer noted.
        pub note: String,
        /// The pages that support it.
        pub citations: Vec<CitedPageView>,
        /// Who answered.
        pub by: String,
        /// When.
        pub at: DateTime<Utc>,
        /// Whether it is done.
        pub done: bool,
        /// Whether it is the suggestion as it was made.
        pub as_suggested: bool,
    }

    /// An answer to one of the questions that every buyer asks.
    pub struct BuyerAnswer {
        /// The question.
        pub question: String,
        /// The answer; `None` where the report does not say, or none is held.
        pub answer: Option<String>,
        /// Where it stands.
        pub citations: Vec<CitedPageView>,
    }

    /// A thing that the report does not prove.
    pub struct NotProvedView {
        /// What it is about.
        pub topic: String,
        /// What is not proved, for this vendor.
        pub statement: String,
        /// What else is held that speaks of it.
        pub filled_by: Option<String>,
        /// Where the report draws its line.
        pub citations: Vec<CitedPageView>,
    }

    /// Something that decides a verdict.
    pub struct VerdictReason {
        /// The code of the rule or the id of the question.
        pub code: String,
        /// What people read.
        pub title: String,
        /// What came of it.
        pub outcome: RuleOutcomeName,
        /// What was found or answered.
        pub found: String,
        /// How it can be changed.
        pub change: Vec<String>,
        /// The question to go to.
        pub question: Option<String>,
    }
}
