use super::wire;
use uuid::Uuid;

wire! {
    /// A document of which pages are pictures of text that nobody has read yet, and how far the reading of these is.
    pub struct Recognition {
        /// The document.
        pub document: Uuid,
        /// Its file's name.
        pub file_name: String,
        /// Its pages that are pictures and are not part of what was read.
        pub unread: Vec<u32>,
        /// Those of them that are still to be recognised, in the order in which this is done.
        pub left: Vec<u32>,
        /// Those of them that could not be recognised.
        pub failed: Vec<u32>,
        /// How many of its pages are pictures.
        pub pictures: u32,
        /// How many of these were recognised, now or before.
        pub done: u32,
        /// Whether somebody stopped it. It goes on when somebody says so, or when the workspace is opened again.
        pub stopped: bool,
    }

    /// A page as a picture, for an engine that recognises text.
    pub struct RecognitionPicture {
        /// The picture as PNG, in Base64.
        pub png: String,
        /// Its width in pixels.
        pub width: u32,
        /// Its height in pixels.
        pub height: u32,
    }

    /// What was recognised on a page.
    pub struct RecognisedPage {
        /// The document.
        pub document: Uuid,
        /// The page, from 1.
        pub page: u32,
        /// Width of the picture in pixels.
        pub width: u32,
        /// Height of the picture in pixels.
        pub height: u32,
        /// The words; `null` where the page could not be recognised.
        pub words: Option<Vec<RecognisedWord>>,
    }

    /// A word that was recognised.
    pub struct RecognisedWord {
        /// Its characters.
        pub text: String,
        /// Left, top, right and bottom of its box, in pixels of the picture.
        #[serde(rename = "box")]
        pub place: [f32; 4],
        /// How sure the engine is, 0 to 100.
        pub confidence: f32,
        /// The line to which it belongs; only equal or not equal matters.
        pub line: u32,
    }
}
