use super::{CiteFrom, wire};
use chrono::{DateTime, NaiveDate, Utc};
use uuid::Uuid;

wire! {
    /// One fact of a document as a person works on it.
    pub struct FactView {
        /// Its name in the reading format, e.g. `period_end`.
        pub key: String,
        /// What holds now: the corrected value, else what was read; `None` where nothing is stated or the fact was rejected.
        pub value: Option<FactValue>,
        /// What the reader read.
        pub read: Option<FactValue>,
        /// How the reader came to it.
        pub basis: Option<BasisName>,
        /// Where it was read.
        pub citations: Vec<CitationView>,
        /// Where what holds was seen, where that is not where it is read now: by a person, or by the reader before.
        pub cited: Vec<CitationView>,
        /// What people said of it.
        pub standing: Standing,
        /// Whether it is read otherwise than when it was judged, and than what holds.
        pub differs: bool,
        /// Which form its value takes.
        pub form: FactForm,
        /// What is proposed of what only a person can tell, while nobody has.
        pub proposed: Option<FactProposal>,
    }

    /// A value that is proposed: it counts once a person says so.
    pub struct FactProposal {
        /// The value.
        pub value: FactValue,
        /// What it rests on, as a sentence without its full stop.
        pub why: String,
    }

    /// A value.
    #[serde(tag = "form", rename_all = "snake_case")]
    pub enum FactValue {
        /// A text.
        Text {
            /// The text.
            text: String,
        },
        /// A day.
        Date {
            /// The day.
            date: NaiveDate,
        },
        /// A count.
        Number {
            /// The count.
            number: u32,
        },
        /// One of the choices of its form.
        Choice {
            /// The name of the choice.
            choice: String,
        },
        /// Some of the choices of its form.
        Choices {
            /// The names of the choices.
            choices: Vec<String>,
        },
    }

    /// Which form a fact's value takes.
    #[serde(tag = "form", rename_all = "snake_case")]
    pub enum FactForm {
        /// A line of text.
        Text,
        /// A paragraph.
        LongText,
        /// A day.
        Date,
        /// A count; what is typed of it stands in a draft's text.
        Number,
        /// One of these.
        Choice {
            /// The names.
            choices: Vec<String>,
        },
        /// Some of these.
        Choices {
            /// The names.
            choices: Vec<String>,
        },
    }

    /// How a fact came about.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum BasisName {
        /// The document says it.
        Stated,
        /// Worked out from what the document says.
        Derived,
        /// Read from a picture of text.
        Ocr,
    }

    /// Where something was read.
    pub struct CitationView {
        /// 1-based page of the file.
        pub page: u32,
        /// The number printed on the page.
        pub label: Option<String>,
        /// The words as they stand there.
        pub quote: String,
        /// `[x0, y0, x1, y1]` in points from the top left of the page.
        pub rects: Vec<[f32; 4]>,
    }

    /// What people said of a fact or an entry.
    #[serde(tag = "standing", rename_all = "snake_case")]
    pub enum Standing {
        /// Nobody said anything yet.
        Open,
        /// Somebody confirmed it.
        Confirmed {
            /// Who.
            by: String,
            /// When.
            at: DateTime<Utc>,
        },
        /// Somebody entered it.
        Added {
            /// Who.
            by: String,
            /// When.
            at: DateTime<Utc>,
            /// Why.
            reason: Option<String>,
        },
        /// Somebody corrected it.
        Corrected {
            /// Who.
            by: String,
            /// When.
            at: DateTime<Utc>,
            /// Why.
            reason: Option<String>,
        },
        /// Somebody said that the document does not say this.
        Rejected {
            /// Who.
            by: String,
            /// When.
            at: DateTime<Utc>,
            /// Why.
            reason: Option<String>,
        },
    }

    /// Judges one fact.
    pub struct JudgeFact {
        /// The document.
        pub document: Uuid,
        /// The fact's name.
        pub key: String,
        /// What is said.
        pub verdict: VerdictInput,
        /// Where it was seen.
        pub cite: Vec<CiteFrom>,
        /// Why.
        pub reason: Option<String>,
    }

    /// Names a fact of a document.
    pub struct FactRef {
        /// The document.
        pub document: Uuid,
        /// The fact's name.
        pub key: String,
    }

    /// A correction as far as it is typed; of the values the one that the fact's form asks for.
    pub struct FactDraft {
        /// A text.
        pub text: String,
        /// A day.
        pub date: Option<NaiveDate>,
        /// One of the choices.
        pub choice: Option<String>,
        /// Some of the choices.
        pub choices: Vec<String>,
        /// Why.
        pub reason: String,
    }

    /// Keeps what is typed of a correction.
    pub struct SaveFactDraft {
        /// The document.
        pub document: Uuid,
        /// The fact's name.
        pub key: String,
        /// What is typed; `None` throws it away.
        pub draft: Option<FactDraft>,
    }

    /// What is said of a fact.
    #[serde(tag = "verdict", rename_all = "snake_case")]
    pub enum VerdictInput {
        /// What was read is right.
        Confirm,
        /// This is right instead.
        Correct {
            /// The right value.
            value: FactValue,
        },
        /// The document does not say this.
        Reject,
        /// What holds stays, though something else is read now.
        Keep,
        /// Takes the last judgement back.
        Withdraw,
    }
}
