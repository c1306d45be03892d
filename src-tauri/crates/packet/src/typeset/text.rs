//! Text: words with how they look and where they lead.

use super::style::{Face, Mark, Tone};

/// A run of words that look alike.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Span {
    /// Words.
    Words {
        /// The words.
        text: String,
        /// Another face than that of the paragraph.
        face: Option<Face>,
        /// Another colour than that of the paragraph.
        tone: Option<Tone>,
        /// A reference: 0.9 of the size of its paragraph.
        small: bool,
        /// Never broken over two lines where it fits on one.
        whole: bool,
        /// The anchor that it leads to.
        link: Option<String>,
    },
    /// A mark of 7.5 points.
    Mark(Mark),
    /// The number of the page on which an anchor stands, linked to it.
    PageOf(String),
    /// The number of pages.
    PageCount,
    /// A new line.
    Break,
}

/// Spans in reading order.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Default)]
pub struct Text(pub Vec<Span>);

impl Text {
    /// Starts an empty text.
    pub const fn new() -> Self {
        Self(Vec::new())
    }

    /// Says whether nothing would be printed.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|span| matches!(span, Span::Words { text, .. } if text.is_empty()))
    }

    /// Makes a text in bold.
    pub fn bold(text: impl Into<String>) -> Self {
        Self::new().and_bold(text)
    }

    fn words(mut self, text: String, face: Option<Face>, tone: Option<Tone>) -> Self {
        self.0.push(Span::Words { text, face, tone, small: false, whole: false, link: None });
        self
    }

    /// Adds words.
    #[must_use]
    pub fn and(self, text: impl Into<String>) -> Self {
        self.words(text.into(), None, None)
    }

    /// Adds words in bold.
    #[must_use]
    pub fn and_bold(self, text: impl Into<String>) -> Self {
        self.words(text.into(), Some(Face::Bold), None)
    }

    /// Adds words in regular weight where the paragraph is bold.
    #[must_use]
    pub fn and_regular(self, text: impl Into<String>) -> Self {
        self.words(text.into(), Some(Face::Regular), None)
    }

    /// Adds words quoted from a document.
    #[must_use]
    pub fn and_quoted(self, text: impl Into<String>) -> Self {
        self.words(text.into(), Some(Face::Italic), None)
    }

    /// Adds words in the second colour.
    #[must_use]
    pub fn and_second(self, text: impl Into<String>) -> Self {
        self.words(text.into(), None, Some(Tone::Second))
    }

    /// Adds words in the signal colour; the shape before them and the words say the same without it.
    #[must_use]
    pub fn and_signal(self, text: impl Into<String>) -> Self {
        self.words(text.into(), None, Some(Tone::Signal))
    }

    /// Adds words in regular weight and the second colour, such as a remark behind a heading.
    #[must_use]
    pub fn and_aside(self, text: impl Into<String>) -> Self {
        self.words(text.into(), Some(Face::Regular), Some(Tone::Second))
    }

    /// Adds words that stay on one line, such as a date.
    #[must_use]
    pub fn and_whole(mut self, text: impl Into<String>) -> Self {
        self.0.push(Span::Words { text: text.into(), face: None, tone: None, small: false, whole: true, link: None });
        self
    }

    /// Adds a reference such as `[D1 p. 6]`, with a space before it, linked to an anchor.
    #[must_use]
    pub fn and_reference(mut self, text: impl Into<String>, anchor: impl Into<String>) -> Self {
        if !self.is_empty() {
            self = self.and(" ");
        }
        self.0.push(Span::Words {
            text: text.into(),
            face: Some(Face::Regular),
            tone: Some(Tone::Second),
            small: true,
            whole: true,
            link: Some(anchor.into()),
        });
        self
    }

    /// Adds words linked to an anchor.
    #[must_use]
    pub fn and_link(mut self, text: impl Into<String>, anchor: impl Into<String>) -> Self {
        let link = Some(anchor.into());
        self.0.push(Span::Words { text: text.into(), face: None, tone: None, small: false, whole: false, link });
        self
    }

    /// Adds a mark and the space after it.
    #[must_use]
    pub fn and_mark(mut self, mark: Mark) -> Self {
        self.0.push(Span::Mark(mark));
        self
    }

    /// Adds the page number of an anchor.
    #[must_use]
    pub fn and_page_of(mut self, anchor: impl Into<String>) -> Self {
        self.0.push(Span::PageOf(anchor.into()));
        self
    }

    /// Adds the number of pages.
    #[must_use]
    pub fn and_page_count(mut self) -> Self {
        self.0.push(Span::PageCount);
        self
    }

    /// Starts a new line.
    #[must_use]
    pub fn and_break(mut self) -> Self {
        self.0.push(Span::Break);
        self
    }

    /// Adds another text.
    #[must_use]
    pub fn and_text(mut self, other: Self) -> Self {
        self.0.extend(other.0);
        self
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new().and(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new().and(text)
    }
}
