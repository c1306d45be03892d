//! What was read from pictures: it says so, and what was hard to read there is not believed.
//!
//! **Marks** every fact and every entry of a list that is cited on a recognised page with basis `ocr`, whichever
//! recogniser made it.
//! **Refuses** on such pages a date or number of which a word with its digits or its month is doubtful, a name or
//! standard of which a word is doubtful, and everything else (an opinion, a kind of report, a list of categories) when
//! a tenth of the words that it rests on are doubtful. The fact is `None` then, and a warning says so: a person who
//! looks at the page loses seconds, a person who trusts a wrong date loses more. A contradiction falls with a doubtful
//! digit or month in its citations, and otherwise says which of its pages were pictures.
//! **Warns** of pages that are hard to read as a whole, and of pictures on which no text was found.

use std::any::Any;
use std::collections::BTreeSet;

use chrono::NaiveDate;
use countersign_domain::reading::{Certificate, Contradiction, Letter, Warning};
use countersign_domain::{Basis, Citation, Fact, Reading};

use crate::ocr::SURE;
use crate::page::{Page, Word};

/// Share of doubtful words above which a sentence is not believed.
const DOUBTFUL_SHARE: f32 = 0.1;
/// Mean confidence below which a page is hard to read.
const CLEAR_PAGE: f32 = 75.0;
/// Share of doubtful words above which a page is hard to read.
const DOUBTFUL_PAGE: f32 = 0.2;

/// Marks, refuses, and warns. Does nothing where no page was recognised with a confidence.
pub(crate) fn settle(reading: &mut Reading, pages: &[Page]) {
    let pages: Vec<&Page> = pages.iter().filter(|page| page.ocr).collect();
    if pages.is_empty() {
        return;
    }
    let mut desk = Desk { pages: &pages, refused: Vec::new() };
    desk.mark_lists(reading);
    let kind = &mut reading.kind;
    desk.mark(&mut kind.basis, &kind.citations);
    desk.facts(reading);
    desk.contradictions(&mut reading.contradictions);
    if let Some(certificate) = &mut reading.certificate {
        desk.certificate(certificate);
    }
    if let Some(letter) = &mut reading.letter {
        desk.letter(letter);
    }
    let refused = desk.refused;
    reading.warnings.extend(refused.into_iter().map(|(name, page)| Warning {
        code: "ocr_doubtful".to_owned(),
        message: format!("Hard to read on its picture and therefore left open: {name}"),
        page: Some(page),
    }));
    reading.warnings.extend(pages.iter().filter_map(|page| page_warning(page)));
}

fn page_warning(page: &Page) -> Option<Warning> {
    if page.words.is_empty() {
        let message = format!("No text was found in the picture on this page: {}", page.number);
        return Some(Warning { code: "ocr_no_text".to_owned(), message, page: Some(page.number) });
    }
    let sure: Vec<f32> = page.words.iter().filter_map(|w| w.confidence).collect();
    let mean = sure.iter().sum::<f32>() / sure.len().max(1) as f32;
    let doubtful = sure.iter().filter(|c| **c < SURE).count() as f32;
    let hard = !sure.is_empty() && (mean < CLEAR_PAGE || doubtful > DOUBTFUL_PAGE * sure.len() as f32);
    hard.then(|| Warning {
        code: "ocr_uncertain".to_owned(),
        message: format!("The picture of this page is hard to read; compare what was read with it: {}", page.number),
        page: Some(page.number),
    })
}

/// The recognised pages, and what was refused on them.
struct Desk<'p> {
    pages: &'p [&'p Page],
    refused: Vec<(&'static str, u32)>,
}

impl Desk<'_> {
    /// The recognised words that a citation rests on.
    fn words<'a>(&'a self, citation: &'a Citation) -> impl Iterator<Item = &'a Word> {
        let page = self.pages.iter().find(|page| page.number == citation.page);
        let inside = |word: &&Word| {
            let (x, y) = (f32::midpoint(word.rect.x0, word.rect.x1), f32::midpoint(word.rect.y0, word.rect.y1));
            citation.rects.iter().any(|r| (r.x0..=r.x1).contains(&x) && (r.y0..=r.y1).contains(&y))
        };
        page.into_iter().flat_map(|page| page.words.iter()).filter(inside)
    }

    fn is_picture(&self, citation: &Citation) -> bool {
        self.pages.iter().any(|page| page.number == citation.page)
    }

    fn mark(&self, basis: &mut Basis, citations: &[Citation]) {
        if citations.iter().any(|c| self.is_picture(c)) {
            *basis = Basis::Ocr;
        }
    }

    fn mark_lists(&self, reading: &mut Reading) {
        let Reading {
            subservice_organizations,
            no_subservice_organizations,
            cuecs,
            no_cuecs,
            user_entity_responsibilities,
            csocs,
            no_csocs,
            controls,
            exceptions,
            incidents,
            ..
        } = reading;
        for e in subservice_organizations {
            self.mark(&mut e.basis, &e.citations);
        }
        for e in cuecs.iter_mut().chain(user_entity_responsibilities) {
            self.mark(&mut e.basis, &e.citations);
        }
        for e in [no_subservice_organizations, no_cuecs, no_csocs].into_iter().flatten() {
            self.mark(&mut e.basis, &e.citations);
        }
        for e in csocs {
            self.mark(&mut e.basis, &e.citations);
        }
        for e in controls {
            self.mark(&mut e.basis, &e.citations);
        }
        for e in incidents {
            self.mark(&mut e.basis, &e.citations);
        }
        for exception in exceptions {
            self.mark(&mut exception.basis, &exception.citations);
            if let Some(response) = &mut exception.management_response {
                self.mark(&mut response.basis, &response.citations);
            }
            // A misread digit makes one deviation of twenty-five out of one of two.
            if exception.citations.iter().any(|c| self.words(c).any(|w| has_digit(w) && is_doubtful(w))) {
                exception.sample = None;
            }
        }
    }

    /// Takes away what may only be misread, and says of the rest which side is a picture.
    fn contradictions(&self, found: &mut Vec<Contradiction>) {
        found.retain(|it| !it.citations.iter().any(|c| self.words(c).any(|w| is_of_a_date(w) && is_doubtful(w))));
        for it in found {
            let pages: BTreeSet<u32> = it.citations.iter().filter(|c| self.is_picture(c)).map(|c| c.page).collect();
            if pages.is_empty() {
                continue;
            }
            let listed = pages.iter().map(u32::to_string).collect::<Vec<_>>().join(", ");
            let which = if pages.len() == 1 { "a picture, compare with page" } else { "pictures, compare with pages" };
            it.message = format!("{}; read from {which} {listed}", it.message);
        }
    }

    fn facts(&mut self, reading: &mut Reading) {
        self.fact("service organization", &mut reading.service_organization);
        self.fact("system name", &mut reading.system_name);
        self.fact("auditor", &mut reading.auditor_firm);
        self.fact("auditor's location", &mut reading.auditor_location);
        self.fact("report type", &mut reading.report_type);
        self.fact("date of the report's statements", &mut reading.as_of_date);
        self.fact("first day of the period", &mut reading.period_start);
        self.fact("last day of the period", &mut reading.period_end);
        self.fact("date of the auditor's report", &mut reading.report_date);
        self.fact("opinion", &mut reading.opinion);
        self.fact("Trust Services Categories", &mut reading.trust_services_categories);
        if let Some(basis) = &mut reading.opinion_basis {
            self.mark(&mut basis.basis, &basis.citations);
        }
    }

    fn certificate(&mut self, certificate: &mut Certificate) {
        self.fact("standard", &mut certificate.standard);
        self.fact("certificate number", &mut certificate.number);
        self.fact("date of issue", &mut certificate.issued);
        self.fact("date of expiry", &mut certificate.expires);
        self.fact("date of first issue", &mut certificate.first_issued);
        self.fact("certification body", &mut certificate.body);
        self.fact("accreditation", &mut certificate.accreditation);
        self.fact("scope", &mut certificate.scope);
        self.fact("version of the statement of applicability", &mut certificate.soa_version);
    }

    fn letter(&mut self, letter: &mut Letter) {
        self.fact("first day covered", &mut letter.covers_from);
        self.fact("last day covered", &mut letter.covers_to);
        self.fact("first day of the report's period", &mut letter.refers_to_period_start);
        self.fact("last day of the report's period", &mut letter.refers_to_period_end);
        self.fact("date of the report", &mut letter.refers_to_report_date);
        self.fact("signer", &mut letter.signed_by);
        self.fact("statement on changes", &mut letter.material_changes);
    }

    /// Marks a fact, or takes it away where it was hard to read.
    fn fact<T: 'static>(&mut self, name: &'static str, slot: &mut Option<Fact<T>>) {
        let Some(fact) = slot else { return };
        self.mark(&mut fact.basis, &fact.citations);
        if fact.basis != Basis::Ocr {
            return;
        }
        let words: Vec<&Word> = fact.citations.iter().flat_map(|c| self.words(c)).collect();
        let value: &dyn Any = &fact.value;
        let believed = if value.is::<NaiveDate>() {
            !words.iter().any(|w| is_of_a_date(w) && is_doubtful(w))
        } else if let Some(text) = value.downcast_ref::<String>().filter(|text| text.len() <= LONGEST_NAME) {
            !words.iter().any(|w| is_doubtful(w) && text.contains(name_of(w)))
        } else {
            let doubtful = words.iter().filter(|w| is_doubtful(w)).count() as f32;
            doubtful <= DOUBTFUL_SHARE * words.len() as f32
        };
        if !believed {
            let page = fact.citations.iter().find(|c| self.words(c).any(is_doubtful)).map_or(0, |c| c.page);
            self.refused.push((name, page));
            *slot = None;
        }
    }
}

/// A text longer than this, in bytes, is a sentence and no name.
const LONGEST_NAME: usize = 120;

fn is_doubtful(word: &Word) -> bool {
    word.confidence.is_some_and(|confidence| confidence < SURE)
}

fn is_of_a_date(word: &Word) -> bool {
    has_digit(word) || is_month(word)
}

fn has_digit(word: &Word) -> bool {
    word.text.chars().any(|c| c.is_ascii_digit())
}

fn is_month(word: &Word) -> bool {
    let head: String = word.text.chars().filter(|c| c.is_alphabetic()).collect();
    crate::recognise::dates::parse(&format!("{head} 1, 2000")).is_some()
}

/// The letters of a word without the marks around it.
fn name_of(word: &Word) -> &str {
    word.text.trim_matches(|c: char| !c.is_alphanumeric())
}

#[cfg(test)]
mod tests {
    use countersign_domain::{Opinion, reading::Kind};

    use super::*;
    use crate::recognise::testing::{Report, of_pages};
    use crate::text::sheet::{Sheet, document};

    /// The pages of the invented report as an engine read them, some words of them with another confidence.
    fn recognised(confidence: impl Fn(&str) -> f32) -> Reading {
        read_from_pictures(&Report::default(), confidence)
    }

    fn read_from_pictures(report: &Report, confidence: impl Fn(&str) -> f32) -> Reading {
        let mut pages = document(&report.source());
        for page in &mut pages {
            page.ocr = true;
            for word in &mut page.words {
                word.confidence = Some(confidence(&word.text));
            }
        }
        of_pages(&pages)
    }

    fn codes(reading: &Reading) -> Vec<(&str, Option<u32>)> {
        reading.warnings.iter().map(|w| (w.code.as_str(), w.page)).collect()
    }

    #[test]
    fn what_is_read_clearly_is_taken_and_marked() {
        let reading = recognised(|_| 95.0);
        assert_eq!(reading.report_date.as_ref().map(|f| f.basis), Some(Basis::Ocr), "read from a picture");
        assert_eq!(reading.kind.basis, Basis::Ocr, "the kind too");
        assert_eq!(reading.opinion.as_ref().map(|f| f.value), Some(Opinion::Unqualified));
        assert!(reading.warnings.is_empty(), "nothing to warn of: {:?}", reading.warnings);
    }

    #[test]
    fn a_date_with_a_doubtful_digit_or_month_is_left_open_and_said() {
        for doubtful in ["20,", "June"] {
            let reading = recognised(|word| if word == doubtful { 48.0 } else { 95.0 });
            assert_eq!(reading.report_date, None, "{doubtful} may be another");
            assert!(reading.period_end.is_some(), "other dates stand");
            assert_eq!(codes(&reading), [("ocr_doubtful", Some(2))], "and it is said where");
            assert!(reading.warnings[0].message.contains("date of the auditor's report"), "{:?}", reading.warnings);
        }
    }

    #[test]
    fn a_name_with_a_doubtful_word_is_left_open() {
        let reading = recognised(|word| if word == "Cedar" { 30.0 } else { 95.0 });
        assert_eq!(reading.auditor_firm, None, "Cedar may be Ceder");
        assert!(reading.report_date.is_some(), "the rest stands");
    }

    #[test]
    fn an_opinion_of_doubtful_words_is_left_open() {
        let few = recognised(|word| if word == "respects," { 40.0 } else { 95.0 });
        assert!(few.opinion.is_some(), "one doubtful word in a sentence is usual");
        let many = recognised(|word| if word.len() % 3 == 0 { 40.0 } else { 95.0 });
        assert_eq!(many.opinion, None, "who knows what it excepts");
        assert!(codes(&many).contains(&("ocr_uncertain", Some(2))), "the page is hard to read: {:?}", many.warnings);
    }

    #[test]
    fn a_contradiction_says_that_a_side_is_a_picture_and_falls_with_a_doubtful_digit() {
        let mut report = Report::default();
        report.cover = report.cover.replace("April 30, 2032", "March 31, 2032");
        let clear = read_from_pictures(&report, |_| 95.0);
        let told = clear.contradictions.iter().find(|c| c.about == "period_end").expect("told");
        assert!(told.message.ends_with("; read from pictures, compare with pages 1, 2"), "{}", told.message);
        let doubtful = read_from_pictures(&report, |word| if word == "31," { 40.0 } else { 95.0 });
        assert!(doubtful.contradictions.is_empty(), "31 may be 30: {:?}", doubtful.contradictions);
    }

    #[test]
    fn a_category_that_was_not_read_on_a_picture_contradicts_nothing() {
        let with_cover = |categories: &str| {
            let mut report = Report::default();
            report.cover = report.cover.replace("Security and Availability", categories);
            report
        };
        let fewer = with_cover("Security");
        assert_eq!(fewer.read().contradictions.len(), 1, "in the file's own text it does");
        assert!(read_from_pictures(&fewer, |_| 95.0).contradictions.is_empty(), "words of a picture are missed");
        let other = read_from_pictures(&with_cover("Security and Privacy"), |_| 95.0);
        assert_eq!(other.contradictions.len(), 1, "what was read is another: {:?}", other.contradictions);
    }

    #[test]
    fn text_of_the_file_is_not_doubted() {
        let mut pages = document(&Report::default().source());
        pages.push(Sheet::new(6).picture().build());
        pages.last_mut().expect("just pushed").ocr = true;
        let reading = of_pages(&pages);
        assert_eq!(reading.kind.value, Kind::Soc2Type2);
        assert_eq!(reading.report_date.as_ref().map(|f| f.basis), Some(Basis::Stated), "another page is a picture");
        assert_eq!(codes(&reading), [("ocr_no_text", Some(6))], "a picture without text is told");
    }
}
