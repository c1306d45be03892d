//! The letter by which we ask a vendor for what is missing (`practice.md` §6.6, §8.4: teach, do not accuse).

use crate::{ask::Ask, words};
use chrono::NaiveDate;

/// Who writes to whom, and by when an answer is wanted.
#[derive(Debug, Clone, Copy)]
pub struct Correspondents<'a> {
    /// The vendor.
    pub vendor: &'a str,
    /// The person at the vendor, where one is known.
    pub contact: Option<&'a str>,
    /// Our company, where its name is set.
    pub company: Option<&'a str>,
    /// Who signs the letter.
    pub sender: Option<&'a str>,
    /// By when an answer is wanted.
    pub answer_by: NaiveDate,
}

/// A letter ready to send.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RequestLetter {
    /// The subject.
    pub subject: String,
    /// The text, plain, with line breaks.
    pub body: String,
}

/// Writes the letter; `None` where nothing is to be asked of the vendor.
pub fn letter(asks: &[Ask], who: Correspondents<'_>) -> Option<RequestLetter> {
    let lines: Vec<String> = asks.iter().filter(|ask| ask.is_for_vendor()).map(Ask::line).collect();
    if lines.is_empty() {
        return None;
    }
    let greeting = who.contact.map_or_else(|| "Hello,".to_owned(), |name| format!("Dear {name},"));
    let us = who.company.unwrap_or("our company");
    let numbered: Vec<String> =
        lines.iter().enumerate().map(|(index, line)| format!("{}. {line}", index + 1)).collect();
    let list = format!("{}.\n", numbered.join(";\n"));
    let closing = who.sender.map_or_else(|| "Kind regards".to_owned(), |sender| format!("Kind regards\n{sender}"));
    let asked = if lines.len() == 1 { "this" } else { "these" };
    let body = format!(
        "{greeting}\n\nwe are reviewing {vendor} as a supplier of {us}. To complete the review we would be glad to have:\n\n\
         {list}\nPlease send {asked} by {by}, or tell us when we can expect {asked}. What you send is kept in confidence and \
         read only by those who take part in the review. If something does not exist, a short note on why, and on what you \
         have instead, helps us just as well.\n\n{closing}\n",
        vendor = who.vendor,
        by = words::date(who.answer_by),
    );
    Some(RequestLetter { subject: format!("Security review of {}: documents requested", who.vendor), body })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_vendor_is_asked_for_its_part_and_not_for_ours() {
        let day = |text: &str| text.parse::<NaiveDate>().expect("a date");
        let who = Correspondents {
            vendor: "Northwind Ledger",
            contact: Some("Ada Example"),
            company: Some("Contoso"),
            sender: None,
            answer_by: day("2026-05-11"),
        };
        let bridge = Ask::BridgeLetter { from: day("2026-01-01"), to: day("2026-05-01") };
        let asks = [bridge, Ask::ours("Look up the licence"), Ask::Pentest];
        let letter = letter(&asks, who).expect("there is something to ask");
        assert_eq!(letter.subject, "Security review of Northwind Ledger: documents requested");
        let expected = "\n1. a bridge letter signed by your management for 1 January 2026 to 1 May 2026, with material changes \
                        and known control failures;\n2. the summary of a current penetration test";
        assert!(letter.body.contains(expected), "{}", letter.body);
        assert!(
            letter.body.starts_with("Dear Ada Example,\n\nwe are reviewing Northwind Ledger as a supplier of Contoso.")
        );
        assert!(!letter.body.contains("licence"), "our own tasks stay here");
        assert!(letter.body.contains("by 11 May 2026"));
        assert_eq!(super::letter(&[Ask::ours("Look up the licence")], who), None, "no letter about nothing");
    }
}
