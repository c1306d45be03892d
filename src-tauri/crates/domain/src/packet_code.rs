//! What names a packet on paper: the text of its QR code, and the short code beside it.
//!
//! Both are read from pictures that strangers may have made: whatever is not exactly of the form is no code.

use std::fmt;

/// The letters of a short code: Crockford's base 32, which leaves out what is easily mistaken.
const LETTERS: &[u8; 32] = b"0123456789ABCDEFGHJKMNPQRSTVWXYZ";
/// Letters of a short code: the first 60 bits of the content hash.
const LENGTH: usize = 12;
/// With what the text of the code begins; another form of it would begin otherwise.
const MARK: &str = "CS1";
/// The longest text that can be a code.
const LONGEST: usize = 64;

/// The short code of a packet.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct ShortCode([u8; LENGTH]);

impl ShortCode {
    /// Reads a short code as a person writes it: with or without hyphens, `O` for `0`, `I` and `L` for `1`.
    pub fn parse(text: &str) -> Option<Self> {
        let mut letters = text.bytes().filter(|byte| !matches!(byte, b'-' | b' '));
        let mut code = [0; LENGTH];
        for place in &mut code {
            let letter = match letters.next()?.to_ascii_uppercase() {
                b'O' => b'0',
                b'I' | b'L' => b'1',
                letter => letter,
            };
            *place = LETTERS.contains(&letter).then_some(letter)?;
        }
        letters.next().is_none().then_some(Self(code))
    }

    /// Whether a text says the code, in the text of a file or as an engine recognised it: spaces and hyphens do not count,
    /// letters that engines take for one another are the same, and one letter may be wrong. Of 60 bits so many are left that
    /// no text says a code by chance.
    pub fn is_in(self, text: &str) -> bool {
        let letters: Vec<u8> = text.bytes().filter(u8::is_ascii_alphanumeric).map(alike).collect();
        let code = self.0.map(alike);
        letters
            .windows(LENGTH)
            .any(|window| window.iter().zip(code).filter(|(found, meant)| **found != *meant).count() <= 1)
    }
}

/// The letter that stands for all that look like it.
fn alike(letter: u8) -> u8 {
    match letter.to_ascii_uppercase() {
        b'O' | b'Q' | b'D' => b'0',
        b'I' | b'L' => b'1',
        b'Z' => b'2',
        b'S' => b'5',
        b'G' => b'6',
        b'B' => b'8',
        letter => letter,
    }
}

impl fmt::Display for ShortCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (at, letter) in self.0.iter().enumerate() {
            if at > 0 && at % 4 == 0 {
                f.write_str("-")?;
            }
            write!(f, "{}", char::from(*letter))?;
        }
        Ok(())
    }
}

/// The text of the QR code: `CS1:<packet>:<version>:<short code>`.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct PacketCode {
    /// The packet's printed number, e.g. `P-0047`.
    pub number: String,
    /// Its version, from 1.
    pub version: u32,
    /// The first letters of its content hash.
    pub short_code: ShortCode,
}

impl PacketCode {
    /// Whether a text claims to be a packet's code, well formed or not.
    pub fn is_claimed(text: &str) -> bool {
        text.strip_prefix(MARK).is_some_and(|rest| rest.starts_with(':'))
    }

    /// Reads the text of a code. What is longer or of another form is none.
    pub fn parse(text: &str) -> Option<Self> {
        if text.len() > LONGEST {
            return None;
        }
        let mut parts = text.split(':');
        let (mark, number, version, short) = (parts.next()?, parts.next()?, parts.next()?, parts.next()?);
        let digits = number.strip_prefix("P-")?;
        let is_number = |text: &str| (1..=9).contains(&text.len()) && text.bytes().all(|byte| byte.is_ascii_digit());
        if mark != MARK || parts.next().is_some() || !is_number(digits) || !is_number(version) {
            return None;
        }
        let version = version.parse().ok().filter(|version| *version >= 1)?;
        Some(Self { number: number.to_owned(), version, short_code: ShortCode::parse(short)? })
    }
}

impl fmt::Display for PacketCode {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{MARK}:{}:{}:{}", self.number, self.version, self.short_code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_is_read_as_it_is_printed() {
        let text = "CS1:P-0047:2:WM34-K0T5-H6MA";
        let code = PacketCode::parse(text).expect("a code");
        assert_eq!((code.number.as_str(), code.version), ("P-0047", 2));
        assert_eq!(code.to_string(), text, "and is printed as it is read");
        assert_eq!(ShortCode::parse("wm34 kot5h6ma"), Some(code.short_code), "as a person writes it");
    }

    #[test]
    fn what_is_not_exactly_of_the_form_is_no_code() {
        let long = format!("CS1:P-{}:1:WM34-K0T5-H6MA", "0".repeat(2_000));
        for text in [
            "",
            "https://example.com/CS1:P-0047:1:WM34-K0T5-H6MA",
            "CS2:P-0047:1:WM34-K0T5-H6MA",
            "CS1:P-0047:0:WM34-K0T5-H6MA",
            "CS1:P-0047:-1:WM34-K0T5-H6MA",
            "CS1:P-:1:WM34-K0T5-H6MA",
            "CS1:0047:1:WM34-K0T5-H6MA",
            "CS1:P-0047:1:WM34-K0T5-H6M",
            "CS1:P-0047:1:WM34-K0T5-H6MAA",
            "CS1:P-0047:1:WM34-K0T5-H6MU",
            "CS1:P-0047:1:WM34-K0T5-H6MA:more",
            "CS1:P-0047:1",
            long.as_str(),
        ] {
            assert_eq!(PacketCode::parse(text), None, "no code: {text:.80}");
        }
        assert!(PacketCode::is_claimed("CS1:forged"), "what claims to be one is seen");
        assert!(!PacketCode::is_claimed("CS10:P-0047"), "what does not, is not");
    }

    #[test]
    fn a_short_code_is_found_in_recognised_text() {
        let code = ShortCode::parse("WM34-K0T5-H6MA").expect("a code");
        for text in [
            "Short code WM34-K0T5-H6MA Content SHA-256",
            "Short code WM34 - KOTS - H6MA",
            "shortcodewm34-k0t5-h6ma",
            "Short code WN34-K0T5-H6MA",
        ] {
            assert!(code.is_in(text), "said: {text}");
        }
        for text in ["Short code WN34-K0T5-H6MB", "WM34-K0T5", "", "Short code 7Q2F-9XKD-1RTB"] {
            assert!(!code.is_in(text), "not said: {text}");
        }
    }
}
