//! The letter that asks for what is missing, handed to the system's mail program. Countersign itself sends nothing.

use crate::{App, fail};
use countersign_contract::{Failure, wire as w};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use uuid::Uuid;

/// What stands in a `mailto:` address as it is (RFC 6068 §2); everything else is written as `%HH`.
const ENCODED: &AsciiSet = &NON_ALPHANUMERIC.remove(b'-').remove(b'.').remove(b'_').remove(b'~').remove(b'@');
/// The longest address that every system hands on: Windows' shell takes 2,048 characters.
const LONGEST: usize = 2_000;

impl App {
    /// Opens the letter to a vendor in the system's mail program, to be looked at and sent there.
    pub(crate) fn open_letter(&self, vendor: Uuid) -> Result<w::OpenedLetter, Failure> {
        let letter = self.evaluation(vendor)?.letter.ok_or_else(|| fail::not_found("letter"))?;
        hand_over(self, letter.to.as_deref(), &letter.subject, &letter.body)
    }
}

/// Hands a letter to the system's mail program.
pub(crate) fn hand_over(app: &App, to: Option<&str>, subject: &str, body: &str) -> Result<w::OpenedLetter, Failure> {
    let (mailto, with_text) = mailto(to.unwrap_or_default(), subject, body);
    app.host.open_letter(&mailto).map_err(|error| {
        tracing::warn!(%error, "no mail program answered");
        Failure::NoMailProgram
    })?;
    Ok(w::OpenedLetter { with_text })
}

/// Writes a letter as an address that mail programs open, without its text where that would be too long for them.
/// Gives whether the text is part of it.
fn mailto(to: &str, subject: &str, body: &str) -> (String, bool) {
    let encoded = |text: &str| utf8_percent_encode(text, ENCODED).to_string();
    let short = format!("mailto:{}?subject={}", encoded(to), encoded(subject));
    let whole = format!("{short}&body={}", encoded(&body.replace('\n', "\r\n")));
    if whole.len() <= LONGEST { (whole, true) } else { (short, false) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_letter_changes_where_it_goes() {
        let (address, with_text) =
            mailto("a+b@cresset.test", "Report & letter?", "Dear Ada,\n100 % of it\u{2019}s due");
        assert_eq!(
            address,
            "mailto:a%2Bb@cresset.test?subject=Report%20%26%20letter%3F&body=Dear%20Ada%2C%0D%0A100%20%25%20of%20it%E2%80%99s%20due"
        );
        assert!(with_text, "a short text goes along");
    }

    #[test]
    fn a_long_text_is_left_to_be_pasted() {
        let (address, with_text) = mailto("", "Report", &"word ".repeat(500));
        assert_eq!((address.as_str(), with_text), ("mailto:?subject=Report", false));
    }
}
