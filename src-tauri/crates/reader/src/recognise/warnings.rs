//! What a person should know before relying on the reading.
//!
//! **Says** which pages are only pictures, whether the auditor's report is among them, whether the document says that it
//! is no report or a sample, whether text could not be read, whether no auditor is named, whether the file was changed
//! after it was signed.
//! Codes are stable; a message is a sentence with the value last.

use countersign_domain::Kind;
use countersign_domain::reading::{SectionRole, Warning};

use super::not_a_report::Says;
use super::parts::Parts;
use crate::extraction::Properties;
use crate::page::{Page, PageTrouble};

/// A page with fewer words is empty but for its number.
const FEW_WORDS: usize = 4;
/// Share of a page that a picture covers when the page is a scan.
const PICTURE: f32 = 0.3;
/// Unmapped glyphs on a page, for each word read, above which its text is not to be trusted.
const UNMAPPED_PER_WORD: f32 = 0.3;

/// Tells whether a page is only a picture, whether its words were read from it or not.
pub(crate) fn is_only_a_picture(page: &Page) -> bool {
    page.ocr || (page.words.len() < FEW_WORDS && page.picture_share >= PICTURE)
}

/// Collects the warnings.
pub(crate) fn collect(
    parts: &Parts<'_>,
    kind: Kind,
    says: Option<&Says>,
    auditor_named: bool,
    properties: &Properties,
) -> Vec<Warning> {
    let pages = parts.text.pages();
    let mut found = Vec::new();
    let mut warn = |code: &str, message: String, page: Option<u32>| {
        found.push(Warning { code: code.to_owned(), message, page });
    };
    let unread: Vec<u32> = pages.iter().filter(|p| is_only_a_picture(p) && !p.ocr).map(|p| p.number).collect();
    if let Some(first) = unread.first() {
        let list = ranges(&unread);
        warn("image_only_pages", format!("These pages are pictures without text: {list}"), Some(*first));
    }
    if kind.is_attestation() && letter_is_a_picture(parts, &unread) {
        let first = unread.first().copied();
        let message = "The auditor's report is a picture; its opinion, date and firm were not read".to_owned();
        warn("image_only_auditor_report", message, first);
    }
    match says {
        Some(Says::NoReport(c) | Says::NoReportElsewhere(c)) => {
            warn(
                "not_a_soc_report",
                format!("The document says that it is no auditor's report: {}", c.quote),
                Some(c.page),
            );
        }
        Some(Says::Sample(c)) if kind.is_attestation() => {
            warn("sample_document", format!("The document says that it is a sample: {}", c.quote), Some(c.page));
        }
        _ => {}
    }
    if kind.is_attestation() && !auditor_named && !letter_is_a_picture(parts, &unread) {
        warn("no_auditor_named", "The text names no firm that examined".to_owned(), None);
    }
    for page in pages {
        if page.unmapped_glyphs as f32 > page.words.len() as f32 * UNMAPPED_PER_WORD && page.unmapped_glyphs > 5 {
            let message = format!("Characters that the file does not name: {}", page.unmapped_glyphs);
            warn("unmapped_text", message, Some(page.number));
        }
        if let Some(trouble) = page.trouble {
            let (code, message) = match trouble {
                PageTrouble::Failed => ("page_failed", "The page could not be read"),
                PageTrouble::TimedOut => ("page_timed_out", "The page took too long to read"),
                PageTrouble::TooMuch => ("page_too_much", "The page holds more than may be read; the rest is left out"),
            };
            warn(code, message.to_owned(), Some(page.number));
        }
    }
    if properties.revised_after_signing == Some(true) {
        warn("revised_after_signing", "The file was changed after it was signed".to_owned(), None);
    }
    found
}

/// No opinion in the text, and pictures before or where the auditor's report should be.
fn letter_is_a_picture(parts: &Parts<'_>, unread: &[u32]) -> bool {
    let has_opinion = parts.letter.as_ref().is_some_and(|l| super::opinion::passage(l).is_some());
    if has_opinion || unread.is_empty() {
        return false;
    }
    let place =
        parts.layout.part(SectionRole::AuditorReport).map(|p| parts.text.lines()[p.lines.start].page as u32 + 1);
    let front = place.unwrap_or(1).max(parts.text.pages().len() as u32 / 4).saturating_add(3);
    unread.iter().any(|page| *page <= front)
}

/// Writes page numbers with runs joined: `2-4, 9`.
pub fn ranges(pages: &[u32]) -> String {
    let mut out: Vec<(u32, u32)> = Vec::new();
    for page in pages {
        match out.last_mut() {
            Some((_, last)) if *last + 1 == *page => *last = *page,
            _ => out.push((*page, *page)),
        }
    }
    let texts: Vec<String> =
        out.into_iter().map(|(a, b)| if a == b { a.to_string() } else { format!("{a}-{b}") }).collect();
    texts.join(", ")
}

#[cfg(test)]
mod tests {
    use countersign_domain::reading::TextLayer;

    use super::*;
    use crate::recognise::testing::{Report, of_pages, reading};
    use crate::text::sheet::{Sheet, document};

    fn codes(pages: &[Page]) -> Vec<String> {
        of_pages(pages).warnings.into_iter().map(|w| w.code).collect()
    }

    #[test]
    fn an_auditors_report_that_is_a_picture_is_told() {
        let mut pages = document(
            "# SOC 3 Report\nFor the Period May 1, 2031 to April 30, 2032\n===\n===\n# Management’s Assertion\nWe, as management of Heron Analytics, LLC, are responsible for the controls.",
        );
        pages[1] = Sheet::new(2).picture().build();
        let reading = of_pages(&pages);
        let codes: Vec<_> = reading.warnings.iter().map(|w| (w.code.as_str(), w.page)).collect();
        assert_eq!(codes, [("image_only_pages", Some(2)), ("image_only_auditor_report", Some(2))], "both are told");
        assert_eq!(reading.document.text, TextLayer::Partial, "some pages have text");
        assert_eq!(reading.document.image_only_pages, [2], "which page");
    }

    #[test]
    fn a_picture_at_the_end_does_not_make_the_auditors_report_one() {
        let source = "# SOC 2 Type 2 Report\n===\n# Independent Service Auditor’s Report\nWe have examined Heron’s description based on the trust services criteria. In our opinion, the controls operated effectively.\nBirch LLP\nMay 4, 2031\n===\n";
        let mut pages = document(source);
        pages.push(Sheet::new(3).picture().build());
        assert_eq!(codes(&pages), ["image_only_pages"], "a back cover");
    }

    #[test]
    fn a_clean_report_has_no_warnings() {
        assert_eq!(Report::default().read().warnings, [], "nothing to tell");
    }

    #[test]
    fn a_document_without_text_is_read_without_facts() {
        let reading = of_pages(&[Sheet::new(1).picture().build()]);
        assert_eq!(reading.document.text, TextLayer::None, "no text");
        assert_eq!((reading.kind.value, reading.service_organization), (Kind::Other, None), "no facts");
    }

    #[test]
    fn words_read_from_a_picture_say_so() {
        let mut pages = document(
            "# SOC 3 Report\nFor the Period May 1, 2031 to April 30, 2032\n===\n# Management’s Assertion\nWe, as management of Heron Analytics, LLC, are responsible for the controls.",
        );
        pages[1].ocr = true;
        let reading = of_pages(&pages);
        let named = reading.service_organization.expect("named");
        assert_eq!(named.basis, countersign_domain::Basis::Ocr, "read from a picture");
        assert_eq!(reading.document.ocr_pages, [2], "which page");
        assert!(reading.warnings.iter().all(|w| w.code != "image_only_pages"), "it was read");
    }

    #[test]
    fn trouble_and_unnamed_characters_are_told_with_their_page() {
        let mut pages = document("Some text on a page of a paper");
        pages[0].unmapped_glyphs = 40;
        pages[0].trouble = Some(PageTrouble::TimedOut);
        assert_eq!(codes(&pages), ["unmapped_text", "page_timed_out"], "both");
    }

    #[test]
    fn a_sample_is_told() {
        let found = reading(
            "# SOC 2 Type II Sample Report (For Testing Only)\n## Auditor’s Opinion\nBased on the procedures performed, controls were suitably designed and operated effectively throughout the period.",
        );
        assert!(found.warnings.iter().any(|w| w.code == "sample_document"), "{:?}", found.warnings);
    }
}
