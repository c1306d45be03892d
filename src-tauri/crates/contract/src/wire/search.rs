use super::wire;
use uuid::Uuid;

wire! {
    /// Looks for words in everything.
    pub struct Search {
        /// What the person typed.
        pub text: String,
    }

    /// Something found.
    #[serde(tag = "hit", rename_all = "snake_case")]
    pub enum SearchHit {
        /// A vendor.
        Vendor {
            /// Its id.
            vendor: Uuid,
            /// Its name.
            name: String,
            /// What we buy.
            service: Option<String>,
        },
        /// A document by name or organisation.
        Document {
            /// Its id.
            document: Uuid,
            /// The file's name.
            file_name: String,
            /// Its kind.
            kind: String,
            /// The organisation it is about.
            organization: Option<String>,
        },
        /// Words on a page.
        Page {
            /// The document.
            document: Uuid,
            /// The file's name.
            file_name: String,
            /// 1-based page.
            page: u32,
            /// The text around; the pieces that match are marked.
            snippet: Vec<SnippetPiece>,
        },
    }

    /// A piece of a snippet.
    pub struct SnippetPiece {
        /// The text.
        pub text: String,
        /// Whether it matches.
        pub matches: bool,
    }
}
