//! What a packet looks like beyond its words: the company's logo, and fonts that are not the program's own.

use countersign_domain::Sha256;
use serde::{Deserialize, Serialize};

/// The company's logo as it was on the day of the decision: pixels, so that nothing has to be understood to print it again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenLogo {
    /// Pixels from left to right.
    pub width: u32,
    /// Pixels from top to bottom.
    pub height: u32,
    /// Red, green and blue of each pixel, row by row from the top, compressed by zlib, in Base64.
    pub rgb: String,
}

/// A font of the system that draws characters that the program's own fonts lack.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FrozenFont {
    /// The name of its file, for people who have to find it again.
    pub name: String,
    /// The hash of its file: another file of that name may draw other shapes.
    pub sha256: Sha256,
    /// Which of the fonts in the file.
    pub index: u32,
}
