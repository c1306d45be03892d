use super::{BasisName, CitationView, Standing, wire};
use uuid::Uuid;

wire! {
    /// How long a list is, and how much of it waits for a person.
    pub struct ListCount {
        /// The list's name in the reading format, e.g. `controls`.
        pub list: String,
        /// Entries that hold.
        pub entries: u32,
        /// Entries that nobody has judged.
        pub open: u32,
        /// Entries that are read otherwise than when they were judged.
        pub differing: u32,
    }

    /// Everything that a document lists.
    pub struct DocumentLists {
        /// The lists in the order in which a reviewer reads them; every one, also those without entries.
        pub lists: Vec<ListView>,
    }

    /// One list.
    pub struct ListView {
        /// Its name in the reading format.
        pub list: String,
        /// What an entry of it can say besides its text.
        pub fields: Vec<EntryFieldName>,
        /// The entries in the order of the document; what people added stands at the end.
        pub entries: Vec<EntryView>,
        /// What it means that nothing holds; `None` where something does.
        pub absence: Option<Absence>,
    }

    /// What it means that a list has no entries.
    #[serde(tag = "absence", rename_all = "snake_case")]
    pub enum Absence {
        /// Documents of this kind have no such list.
        NotExpected,
        /// The document says that there are none.
        Stated {
            /// Where.
            citations: Vec<CitationView>,
        },
        /// Tests were read, and none of them states an exception.
        NoneAmong {
            /// How many controls were read.
            controls: u32,
        },
        /// Nothing was found: a person should look.
        NotFound {
            /// Where the parts begin in which it would stand; empty where no such part was found.
            pages: Vec<u32>,
        },
    }

    /// What an entry can say besides its text.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum EntryFieldName {
        /// The number of the control.
        Id,
        /// Criteria.
        Criteria,
        /// The control of an exception.
        Control,
        /// Tests.
        Tests,
        /// Results of tests.
        Results,
        /// The results in one word.
        Outcome,
        /// How many were tested and how many deviated.
        Sample,
        /// What management said.
        Response,
        /// The subservice organization.
        Subservice,
        /// What a subservice organization does.
        Services,
        /// How a subservice organization is treated.
        Method,
        /// What was answered to a question.
        Answer,
        /// What was written besides the answer.
        Comment,
    }

    /// What an entry says. Which of it an entry can have, its list says.
    pub struct EntryFields {
        /// The control, the auditor's words of an exception, the name of an organization.
        pub text: String,
        /// The number of the control.
        pub id: Option<String>,
        /// Criteria or control objectives.
        pub criteria: Vec<String>,
        /// The control of an exception.
        pub control: Option<String>,
        /// What the auditor did.
        pub tests: Vec<String>,
        /// What came of it.
        pub results: Vec<String>,
        /// The results in one word.
        pub outcome: Option<TestOutcomeName>,
        /// How many were tested and how many deviated.
        pub sample: Option<SampleView>,
        /// What management said.
        pub response: Option<String>,
        /// The subservice organization.
        pub subservice: Option<String>,
        /// What a subservice organization does.
        pub services: Option<String>,
        /// How it is treated.
        pub method: Option<MethodName>,
        /// What was answered to a question; `None` for an empty field.
        pub answer: Option<String>,
        /// What was written besides the answer.
        pub comment: Option<String>,
    }

    /// What came of the tests of a control.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum TestOutcomeName {
        /// Tested, no deviation.
        NoException,
        /// A deviation.
        Exception,
        /// Not tested.
        NotTested,
        /// Nothing happened that it could have acted on.
        DidNotOccur,
        /// No result is stated.
        NotStated,
    }

    /// What an answer comes to.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum AnswerKindName {
        /// No.
        No,
        /// Partially.
        Partly,
        /// Nothing was answered.
        Blank,
        /// Something else was written.
        Written,
        /// Not applicable.
        NotApplicable,
        /// Yes.
        Yes,
    }

    /// How a report treats the controls of a subservice organization.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum MethodName {
        /// Not examined.
        CarveOut,
        /// Examined too.
        Inclusive,
    }

    /// A sample of which some deviated.
    #[derive(Copy, Eq)]
    pub struct SampleView {
        /// How many were tested.
        pub tested: u32,
        /// How many of them deviated.
        pub deviating: u32,
    }

    /// One entry of a list as a person works on it.
    pub struct EntryView {
        /// Its name, the same after the document is read again where it says the same.
        pub entry: String,
        /// What holds; where it was rejected, what was read.
        pub fields: EntryFields,
        /// What the answer to a question comes to; `None` for what is no question.
        pub answered: Option<AnswerKindName>,
        /// What is read now, where that is not what holds; `None` also where it is read no longer.
        pub read: Option<EntryFields>,
        /// How the reader came to it; `None` for what a person entered and what is read no longer.
        pub basis: Option<BasisName>,
        /// Where it is read.
        pub citations: Vec<CitationView>,
        /// Where management's response is read.
        pub response_citations: Vec<CitationView>,
        /// Where a person saw what holds.
        pub cited: Vec<CitationView>,
        /// What people said of it.
        pub standing: Standing,
        /// Whether it is read otherwise than when it was judged, and than what holds.
        pub differs: bool,
    }

    /// Judges one entry of a list.
    pub struct JudgeEntry {
        /// The document.
        pub document: Uuid,
        /// The list.
        pub list: String,
        /// The entry; `None` to add one.
        pub entry: Option<String>,
        /// What is said.
        pub verdict: EntryVerdict,
        /// Where it was seen.
        pub cite: Vec<CiteFrom>,
        /// Why.
        pub reason: Option<String>,
    }

    /// What is said of an entry.
    #[serde(tag = "verdict", rename_all = "snake_case")]
    pub enum EntryVerdict {
        /// What is read is right.
        Confirm,
        /// This is right instead.
        Correct {
            /// What it says.
            fields: EntryFields,
        },
        /// The document does not say this.
        Reject,
        /// The document says this too.
        Add {
            /// What it says.
            fields: EntryFields,
        },
        /// What holds stays, though something else is read now.
        Keep,
        /// Takes the last judgement back.
        Withdraw,
    }

    /// Several entries of one list.
    pub struct NamedEntries {
        /// The document.
        pub document: Uuid,
        /// The list.
        pub list: String,
        /// The entries.
        pub entries: Vec<String>,
    }

    /// What was judged.
    pub struct EntriesJudged {
        /// The entries, in the order in which they were named.
        pub entries: Vec<String>,
    }

    /// A place on a page that a person marked.
    #[serde(tag = "from", rename_all = "snake_case")]
    pub enum CiteFrom {
        /// Words that were selected.
        Words {
            /// 1-based page.
            page: u32,
            /// The first word, counted from 0 in the page's reading order.
            first: u32,
            /// The last word.
            last: u32,
        },
        /// A rectangle that was drawn.
        Area {
            /// 1-based page.
            page: u32,
            /// `[x0, y0, x1, y1]` in points from the top left of the page.
            rect: [f32; 4],
        },
    }

    /// Asks what stands at a place.
    pub struct CiteWords {
        /// The document.
        pub document: Uuid,
        /// The place.
        pub from: CiteFrom,
    }
}
