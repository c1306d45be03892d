//! What a page says of the packet to which it belongs, as text of the file or as an engine recognised it.

use countersign_domain::{PacketCode, ShortCode};

/// How much of a page is its header, in characters: the first line, in whatever order its words were recognised.
const HEADER: usize = 400;
/// Names are compared by so many letters: the header cuts long ones.
const NAME: usize = 16;

/// A page's text without what engines read in different ways: letters and digits only, all small.
pub(super) fn folded(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

/// Whether the page may be the decision sheet of a packet: what stands beside a short code on paper is there. Without it a
/// code is a mention of a packet, in a letter for example.
pub(super) fn may_be_sheet(page: &str) -> bool {
    let page = folded(page);
    page.contains("approvalpacket") || page.contains("contentsha256")
}

/// Whether the page says the short code.
pub(super) fn says(page: &str, code: &str) -> bool {
    ShortCode::parse(code).is_some_and(|code| code.is_in(page))
}

/// Number and version in the header of a packet's page, of whatever workspace.
pub(super) fn header(page: &str) -> Option<(String, u32)> {
    let head: String = page.chars().take(HEADER).collect();
    if !folded(&head).contains("vendorapprovalpacket") {
        return None;
    }
    let words: Vec<&str> =
        head.split(|c: char| c.is_whitespace() || c == '·').filter(|word| !word.is_empty()).collect();
    words.windows(3).find_map(|words| {
        let [number, version, digits] = words else { return None };
        let number = number.to_ascii_uppercase();
        let is_version = version.eq_ignore_ascii_case("version");
        // The form of a number is that of a code's.
        let code = PacketCode::parse(&format!("CS1:{number}:{digits}:0000-0000-0000")).filter(|_| is_version)?;
        Some((code.number, code.version))
    })
}

/// Whether the header of a page names them both, as far as an engine reads names right.
pub(super) fn names(page: &str, organisation: &str, vendor: &str) -> bool {
    let head: Vec<char> = folded(&page.chars().take(HEADER).collect::<String>()).chars().collect();
    let has = |name: &str| {
        let name: Vec<char> = folded(name).chars().take(NAME).collect();
        misread(&head, &name) <= name.len() / LETTERS_FOR_ONE
    };
    has(organisation) && has(vendor)
}

/// Of so many letters of a name one may be misread.
const LETTERS_FOR_ONE: usize = 8;

/// The fewest letters that are wrong, missing or too many where a name stands best in a text.
fn misread(text: &[char], name: &[char]) -> usize {
    // By letters of the name so far; it may begin anywhere.
    let mut row: Vec<usize> = (0..=name.len()).collect();
    let mut best = name.len();
    for letter in text {
        let mut before = row[0];
        for at in 1..=name.len() {
            let exchanged = before + usize::from(name[at - 1] != *letter);
            before = row[at];
            row[at] = exchanged.min(row[at] + 1).min(row[at - 1] + 1);
        }
        best = best.min(row[name.len()]);
    }
    best
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "Larkfield Instruments  ·  Vendor approval packet P-0003  ·  version 2  ·  Harbourlight Payroll, Inc.\n4 Documents";

    #[test]
    fn a_header_says_number_and_version() {
        assert_eq!(header(HEAD), Some(("P-0003".to_owned(), 2)));
        for page in
            ["P-0003 · version 2", "Vendor approval packet P-0003 · version x", "", "Vendor approval packet version 2"]
        {
            assert_eq!(header(page), None, "{page}");
        }
    }

    #[test]
    fn a_header_names_whose_packet_it_is_also_where_a_name_is_cut() {
        assert!(names(HEAD, "Larkfield Instruments", "Harbourlight Payroll, Inc."));
        assert!(names(
            "Larkfield Instruments Vendor approval packet Harbourlight Payroll…",
            "Larkfield Instruments",
            "Harbourlight Payroll, Incorporated"
        ));
        assert!(!names(HEAD, "Another Company", "Harbourlight Payroll, Inc."), "the packet of somebody else");
        assert!(!names(HEAD, "Larkfield Instruments", "Quillback Freight, Inc."), "of another vendor");
    }

    #[test]
    fn a_name_may_be_misread_by_a_letter_in_eight() {
        let head = "Larkfie1d lnstruments Vendor approval packet P-0003 version 2 Harbour1ight Payroll";
        assert!(names(head, "Larkfield Instruments", "Harbourlight Payroll, Inc."));
        assert!(
            !names(head, "Larkfield Instruments", "Harbourview Pay, Inc."),
            "another vendor whose name begins alike"
        );
        assert!(!names(head, "Larkfield Instruments", "Acme"), "a short name must be read right");
    }

    #[test]
    fn a_mention_of_a_code_is_no_sheet() {
        let letter = "Please sign the packet with the short code WM34-K0T5-H6MA.";
        assert!(says(letter, "WM34-K0T5-H6MA") && !may_be_sheet(letter));
        assert!(may_be_sheet("Short code WM34-K0T5-H6MA\nContent SHA-256 0123"));
    }
}
