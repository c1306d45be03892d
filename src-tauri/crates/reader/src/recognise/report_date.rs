//! The date of the auditor's report.
//!
//! **Reads** the date at the auditor's signature; where the report has none, a date that is labelled as the report's.
//! For a letter: the date at its head.
//! **Where**: the signature block; else cover, auditor's report and last page for the label; for letters the first page.
//! **Accepts** `Report date:`, `Date of report:`, `Report issued 4 May 2031 by …` (`reading.md`, conventions).
//! **Refuses** dates of issue of other things, stamps of electronic signatures, "next report" dates, the assertion's
//! date.

use std::sync::LazyLock;

use chrono::NaiveDate;
use countersign_domain::Fact;

use super::dates;
use super::parts::Parts;
use super::signature::{self, Signature};
use crate::pattern::{Pattern, pattern};
use crate::text::{Flow, Text};

/// Lines at the head of a letter in which its date may stand.
const HEAD_LINES: usize = 16;

static LABELLED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:(?:date of (?:the |this |issue of (?:the )?)?report|report(?:'s)? date)\s*[:-]?\s*|report (?:was )?(?:issued|dated)(?: on)?\s*:?\s*)$",
    )
});
static NEXT: LazyLock<Pattern> = LazyLock::new(|| pattern(r"\b(?:next|previous|prior|last)\b[^\n]{0,30}$"));

/// Reads the date of a report.
pub(crate) fn read(parts: &Parts<'_>, signature: Option<&Signature>) -> Option<Fact<NaiveDate>> {
    if let Some((line, range, date)) = signature.and_then(|s| s.date.clone()) {
        let flow = parts.text.flow(line..line + 1);
        // A placeholder at the signature is an answer: there is no date.
        let _ = range;
        let whole = 0..flow.text().len();
        return flow.fact(date?, whole);
    }
    let last_page = parts.text.flow(parts.text.lines_on(parts.text.pages().len().saturating_sub(1)));
    [Some(&parts.cover), parts.letter.as_ref(), Some(&last_page)].into_iter().flatten().find_map(labelled)
}

fn labelled(flow: &Flow<'_>) -> Option<Fact<NaiveDate>> {
    let text = flow.text();
    dates::find(text).into_iter().find_map(|found| {
        let from = text[..found.range.start].char_indices().rev().nth(59).map_or(0, |(at, _)| at);
        let head = &text[from..found.range.start];
        let label = LABELLED.find(head)?;
        (!NEXT.is_match(&head[..label.start()])).then_some(())?;
        flow.fact(found.date?, from + label.start()..found.range.end)
    })
}

/// Reads the date at the head of a letter.
pub(crate) fn of_letter(text: &Text<'_>) -> Option<Fact<NaiveDate>> {
    let mut lines = text.lines_on(0).filter(|at| !text.lines()[*at].running || text.pages().len() < 3).take(HEAD_LINES);
    let (at, date) =
        lines.find_map(|at| signature::date_line(&text.lines()[at].text).and_then(|(_, date)| Some((at, date?))))?;
    let flow = Flow::new(text, [at]);
    flow.fact(date, 0..flow.text().len())
}

#[cfg(test)]
mod tests {
    use crate::recognise::testing::{Report, reading};

    fn date(change: impl FnOnce(&mut Report)) -> Option<String> {
        let mut report = Report::default();
        change(&mut report);
        report.read().report_date.map(|f| f.value.to_string())
    }

    #[test]
    fn the_date_at_the_signature_in_many_forms() {
        for signature in [
            "Birch & Cedar LLP\nTulsa, Oklahoma\nJune 20, 2032",
            "Birch & Cedar LLP\nDate: 20th June 2032",
            "20 June 2032\nBirch & Cedar LLP",
            "Birch & Cedar LLP, June 20, 2032",
            "Tulsa, Oklahoma – June 20, 2032",
            "Dated: 2032-06-20",
            "JUNE 20, 2032\nTULSA, OKLAHOMA",
            "Birch & Cedar LLP\nDigitally signed by A. Birch 2032.06.21 10:22:33\nJune 20, 2032",
        ] {
            assert_eq!(date(|r| r.signature = signature.into()).as_deref(), Some("2032-06-20"), "signed: {signature}");
        }
    }

    #[test]
    fn without_a_date_at_the_signature_only_a_label_counts() {
        assert_eq!(date(|r| r.signature = "Birch & Cedar LLP".into()), None, "no date");
        for (cover, expected) in [
            ("Report date: June 20, 2032", Some("2032-06-20")),
            ("Date of Report: 20 June 2032", Some("2032-06-20")),
            ("Report issued 20 June 2032 by Birch & Cedar LLP.", Some("2032-06-20")),
            ("Next report date: June 20, 2033", None),
            ("Issued: June 20, 2032", None),
            ("Next Report Issue Date: 20 June 2033", None),
        ] {
            let found = date(|r| {
                r.signature = "Birch & Cedar LLP".into();
                r.cover = format!("{}\n{cover}", r.cover);
            });
            assert_eq!(found.as_deref(), expected, "cover: {cover}");
        }
    }

    #[test]
    fn a_placeholder_and_the_assertions_date_are_not_it() {
        assert_eq!(date(|r| r.signature = "Birch & Cedar LLP\nJune 20, 20X2".into()), None, "placeholder");
        let found = date(|r| {
            r.signature = "Birch & Cedar LLP".into();
            r.assertion.push_str("\nJuniper Ledger, Inc.\nJune 19, 2032");
        });
        assert_eq!(found, None, "management's date");
    }

    #[test]
    fn a_date_before_the_end_of_the_period_contradicts() {
        let report = Report { signature: "Birch & Cedar LLP\nMarch 20, 2032".into(), ..Report::default() }.read();
        assert!(report.contradictions.iter().any(|c| c.about == "report_date"), "dated too early");
    }

    #[test]
    fn a_letter_has_the_date_at_its_head() {
        let letter = reading(
            "# SOC 2 Bridge Letter\nMay 4, 2032\nTo our valued customers:\nThis bridge letter covers the period from May 1, 2032 through July 31, 2032. We are not aware of any material changes since our SOC 2 Type 2 report.",
        );
        assert_eq!(letter.report_date.map(|f| f.value.to_string()).as_deref(), Some("2032-05-04"), "its own date");
    }
}
