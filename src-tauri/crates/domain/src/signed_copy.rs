//! The signed copy of a packet: a scan or photographs of the paper that people signed.
//!
//! What of it is there is told by the numbers printed on its pages, "Page 3 of 12", as far as they can be read. What cannot
//! be read is not guessed: such pages are counted, no more.

use crate::{DocumentId, LongText, Name, PacketId, PersonId};
use chrono::{DateTime, NaiveDate, Utc};
use std::collections::BTreeSet;

crate::choices! {
    /// By what a document was told to be a copy of a packet.
    CopyFound {
        /// The QR code on the decision sheet.
        Qr = "qr", "QR code";
        /// The short code beside it, as text.
        ShortCode = "short_code", "short code";
        /// The header of a further page: number, version, vendor and organisation together.
        Header = "header", "header";
        /// A person says so.
        Person = "person", "said by a person";
    }
}

/// That a document is a copy of a packet, or is none: the last word holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct SignedCopy {
    /// The document.
    pub document: DocumentId,
    /// The packet; none where the document is said to be no copy.
    pub packet: Option<PacketId>,
    /// By what it was told.
    pub found: CopyFound,
    /// The page of the document on which the decision sheet was seen.
    pub sheet: Option<u32>,
    /// Why it is said to be none.
    pub why: Option<LongText>,
    /// Who says so, or who received the document that says so.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// That a person confirms who signed a packet on paper, or takes that back: the last word on each person holds.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PaperSignature {
    /// The packet that was signed.
    pub packet: PacketId,
    /// Who signed, or did not.
    pub person: PersonId,
    /// Their name as the packet prints it.
    pub name: Name,
    /// In which role, in words.
    pub role: Name,
    /// Whether their signature stands on the copy.
    pub signed: bool,
    /// Whether they ticked that they agree with what was decided, or that they decline; none where that was not recorded.
    pub agrees: Option<bool>,
    /// What is written beside the signature.
    pub comment: Option<LongText>,
    /// The day written beside it; none where there is none.
    pub on: Option<NaiveDate>,
    /// Why what was said before is taken back or put right.
    pub why: Option<LongText>,
    /// Who says so.
    pub by: PersonId,
    /// When.
    pub at: DateTime<Utc>,
}

/// Which pages of a packet are in a copy.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct CopyPages {
    /// How many pages the packet has.
    pub of: u32,
    /// How many came.
    pub came: u32,
    /// The numbers that could be read.
    pub told: BTreeSet<u32>,
    /// How many pages carry no number that could be read.
    pub untold: u32,
}

impl CopyPages {
    /// Begins with nothing of a packet of so many pages.
    pub fn of(pages: u32) -> Self {
        Self { of: pages, ..Self::default() }
    }

    /// Adds a page by its text; `sheet` says that it is the decision sheet, which is page 1.
    pub fn add(&mut self, text: &str, sheet: bool) {
        self.came += 1;
        let number = if sheet { Some(1) } else { printed_number(text, self.of) };
        match number {
            Some(number) => drop(self.told.insert(number)),
            None => self.untold += 1,
        }
    }

    /// The pages that no number told. Where [`CopyPages::untold`] is 0 they are missing, else they may be among the untold.
    pub fn missing(&self) -> Vec<u32> {
        (1..=self.of).filter(|page| !self.told.contains(page)).collect()
    }
}

/// The number that a page of a packet of so many pages prints at its foot, if its text tells it.
pub fn printed_number(text: &str, of: u32) -> Option<u32> {
    let words: Vec<&str> = text.split_whitespace().collect();
    // The foot comes last; a page may quote another's number before.
    words.windows(4).rev().find_map(|words| {
        let [page, number, between, all] = words else { return None };
        let is_foot = page.to_ascii_lowercase().ends_with("page") && between.eq_ignore_ascii_case("of");
        let number = digits(number).filter(|number| is_foot && (1..=of).contains(number))?;
        (digits(all) == Some(of)).then_some(number)
    })
}

/// A number as it was recognised: letters that engines take for digits are digits.
fn digits(word: &str) -> Option<u32> {
    let word = word.trim_matches(|c: char| !c.is_alphanumeric());
    let digits: String = word
        .chars()
        .map(|c| match c {
            'O' | 'o' => '0',
            'l' | 'I' | '|' => '1',
            c => c,
        })
        .collect();
    // A word without a single digit is a word.
    let is_number = digits.len() <= 5 && word.chars().any(|c| c.is_ascii_digit() || matches!(c, 'l' | 'I'));
    digits.parse().ok().filter(|_| is_number)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_at_the_foot_is_read() {
        for (text, number) in [
            ("Confidential. Page 3 of 12", Some(3)),
            ("see Page 4 of 12 there\nInternal. Page 11 of 12", Some(11)),
            ("Confidential. page l of l2", Some(1)),
            ("Page 3 of 14", None),
            ("Page 13 of 12", None),
            ("Page 0 of 12", None),
            ("Page of 12", None),
            ("Page I of twelve", None),
            ("", None),
        ] {
            assert_eq!(printed_number(text, 12), number, "{text}");
        }
    }

    #[test]
    fn pages_that_are_not_there_are_named_in_any_order() {
        let mut pages = CopyPages::of(5);
        for number in [4, 2, 5, 2] {
            pages.add(&format!("Page {number} of 5"), false);
        }
        pages.add("a decision sheet whose foot nobody could read", true);
        assert_eq!((pages.came, pages.untold, pages.missing()), (5, 0, vec![3]), "a page that came twice is one page");
    }

    #[test]
    fn what_cannot_be_read_is_counted_and_not_guessed() {
        let mut pages = CopyPages::of(3);
        pages.add("", true);
        pages.add("", false);
        pages.add("", false);
        assert_eq!((pages.came, pages.untold, pages.missing()), (3, 2, vec![2, 3]), "they may be those two");
    }
}
