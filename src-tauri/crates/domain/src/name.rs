//! Texts that people type: trimmed, bounded, without control characters.

use serde::{Deserialize, Serialize};
use std::fmt;

/// Says why a text was not taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum InvalidText {
    /// Nothing but white space.
    #[error("empty")]
    Empty,
    /// More characters than `limit`.
    #[error("longer than {limit} characters")]
    TooLong {
        /// The most characters allowed.
        limit: usize,
    },
    /// A control character other than a line break or tab in a long text.
    #[error("holds a control character")]
    ControlCharacter,
}

macro_rules! texts {
    ($($(#[$doc:meta])* $name:ident, limit $limit:literal, lines $lines:literal;)*) => {$(
        $(#[$doc])*
        #[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
        #[serde(try_from = "String", into = "String")]
        pub struct $name(String);

        impl $name {
            /// The most characters it may have.
            pub const LIMIT: usize = $limit;

            /// Trims and checks `text`.
            pub fn parse(text: &str) -> Result<Self, InvalidText> {
                let text = text.trim();
                if text.is_empty() {
                    return Err(InvalidText::Empty);
                }
                if text.chars().count() > Self::LIMIT {
                    return Err(InvalidText::TooLong { limit: Self::LIMIT });
                }
                if text.chars().any(|c| c.is_control() && !($lines && matches!(c, '\n' | '\r' | '\t'))) {
                    return Err(InvalidText::ControlCharacter);
                }
                Ok(Self(text.to_owned()))
            }

            /// Gives the text.
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                f.write_str(&self.0)
            }
        }

        impl TryFrom<String> for $name {
            type Error = InvalidText;
            fn try_from(text: String) -> Result<Self, InvalidText> {
                Self::parse(&text)
            }
        }

        impl From<$name> for String {
            fn from(text: $name) -> String {
                text.0
            }
        }
    )*};
}

texts! {
    /// A name of an organisation, a person, a file: one line.
    Name, limit 200, lines false;
    /// A note, a reason, a condition: may have several lines.
    LongText, limit 20000, lines true;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_is_no_name() {
        assert_eq!(Name::parse("  "), Err(InvalidText::Empty));
        assert_eq!(Name::parse("a\nb"), Err(InvalidText::ControlCharacter));
        assert_eq!(Name::parse(&"x".repeat(201)), Err(InvalidText::TooLong { limit: 200 }));
        assert_eq!(Name::parse(" Ünïcode GmbH ").map(String::from), Ok("Ünïcode GmbH".to_owned()));
        assert!(LongText::parse("two\nlines").is_ok());
    }
}
