//! What a bridge letter states.
//!
//! **Reads** who writes, when, about which days, after which report, what is said of material changes and who signed.
//! **Where**: the whole letter; it has a page or two.
//! **Accepts** letters and memos, prose and lists (`practice.md` §10, bridge letter).
//! **Refuses** to add: a letter that names no report has no period of a report.

mod changes;
mod contradictions;
mod examiner;
mod sender;
mod signer;
mod spans;

use chrono::NaiveDate;
use countersign_domain::reading::{Contradiction, Letter};
use countersign_domain::{Citation, Fact};

use super::{dates, report_date, signature};
use crate::text::{Flow, Text};

/// Lines at the end of a letter in which its date may stand if its head has none.
const LAST_LINES: usize = 14;

/// What a letter says.
pub(crate) struct Said {
    /// Its own facts.
    pub(crate) letter: Letter,
    /// Who writes.
    pub(crate) sender: Option<Fact<String>>,
    /// Its date.
    pub(crate) date: Option<Fact<NaiveDate>>,
    /// Who examined, by the letter's word.
    pub(crate) auditor: Option<Fact<String>>,
    /// Where it contradicts itself.
    pub(crate) contradictions: Vec<Contradiction>,
}

/// Reads a letter, given its pages in boxes and the place that says that it is a bridge letter.
pub(crate) fn read(text: &Text<'_>, kind: &[Citation]) -> Said {
    let flow = Flow::new(text, 0..text.lines().len());
    let date = report_date::of_letter(text).or_else(|| date_at_the_end(text));
    let sender = sender::read(text, &flow);
    let spans = spans::read(&flow, date.as_ref());
    let organization = sender.as_ref().map(|s| s.value.as_str());
    let letter = Letter {
        covers_from: spans.from,
        covers_to: spans.to,
        refers_to_period_start: spans.period_start,
        refers_to_period_end: spans.period_end,
        refers_to_report_date: spans.report_date,
        signed_by: signer::read(text, organization),
        material_changes: changes::read(&flow),
    };
    let contradictions = contradictions::collect(&flow, &letter, date.as_ref(), kind);
    let auditor = examiner::read(&flow, organization);
    Said { letter, sender, date, auditor, contradictions }
}

/// The date beside the signature.
fn date_at_the_end(text: &Text<'_>) -> Option<Fact<NaiveDate>> {
    let from = text.lines().len().saturating_sub(LAST_LINES);
    (from..text.lines().len()).rev().find_map(|at| {
        let words = &text.lines()[at].text;
        let (_, date) = signature::date_line(words)?;
        let flow = Flow::new(text, [at]);
        let day = date.filter(|_| dates::find(words).len() == 1)?;
        flow.fact(day, 0..flow.text().len())
    })
}

#[cfg(test)]
mod tests {
    use countersign_domain::{Kind, Reading};

    use crate::recognise::testing::reading;

    fn facts(reading: &Reading) -> Vec<(&'static str, Option<String>)> {
        let letter = reading.letter.as_ref().expect("a letter was read");
        let day = |f: &Option<countersign_domain::Fact<chrono::NaiveDate>>| f.as_ref().map(|f| f.value.to_string());
        vec![
            ("organization", reading.service_organization.as_ref().map(|f| f.value.clone())),
            ("date", day(&reading.report_date)),
            ("from", day(&letter.covers_from)),
            ("to", day(&letter.covers_to)),
            ("period start", day(&letter.refers_to_period_start)),
            ("period end", day(&letter.refers_to_period_end)),
            ("report date", day(&letter.refers_to_report_date)),
            ("signed by", letter.signed_by.as_ref().map(|f| f.value.clone())),
        ]
    }

    fn check(source: &str, expected: [Option<&str>; 8]) -> Reading {
        let reading = reading(source);
        assert_eq!(reading.kind.value, Kind::BridgeLetter, "kind of: {source}");
        for ((what, found), expected) in facts(&reading).into_iter().zip(expected) {
            assert_eq!(found.as_deref(), expected, "{what} of: {source}");
        }
        reading
    }

    #[test]
    fn a_letter_with_a_letterhead_and_a_signature() {
        let found = check(
            "# Heron Analytics, Inc.\n14 Mill Lane, Tulsa, Oklahoma 74103\nJanuary 9, 2032\nTo Whom It May Concern:\nHeron Analytics, Inc. (“Heron”) has obtained a SOC 2 Type 2 report, dated November 12, 2031, covering the period October 1, 2030 to September 30, 2031, examined by Birch & Cedar LLP.\nFor the period of October 1, 2031 through December 31, 2031, we are not aware of any material changes to the control environment described in that report.\nThis letter is a statement of management and does not provide auditor assurance.\nSincerely,\nAnn Wren\nChief Information Security Officer\nHeron Analytics, Inc.",
            [
                Some("Heron Analytics, Inc."),
                Some("2032-01-09"),
                Some("2031-10-01"),
                Some("2031-12-31"),
                Some("2030-10-01"),
                Some("2031-09-30"),
                Some("2031-11-12"),
                Some("Ann Wren"),
            ],
        );
        let changes = found.letter.and_then(|l| l.material_changes).expect("a sentence");
        assert!(changes.value.contains("not aware of any material changes"), "the sentence: {}", changes.value);
        assert_eq!(found.contradictions, [], "nothing contradicts");
    }

    #[test]
    fn a_memo_that_an_office_signs() {
        let found = check(
            "# SOC 2 Bridge Letter\nDate: February 1, 2032\nTo: Valued Customers\nFrom: Heron Analytics, Chief Information Security Officer\nThis bridge letter covers the period from January 1, 2032 through March 31, 2032, extending our most recent SOC 2 Type II report.\nDuring this time we confirm that:\n• No material changes have been made to the system\n• All controls continue to operate\n© 2032 Heron Analytics",
            [
                Some("Heron Analytics"),
                Some("2032-02-01"),
                Some("2032-01-01"),
                Some("2032-03-31"),
                None,
                None,
                None,
                None,
            ],
        );
        assert!(
            found.contradictions.iter().any(|c| c.about == "letter.covers_to" && c.citations.len() == 2),
            "it asserts days that had not come: {:?}",
            found.contradictions
        );
    }

    #[test]
    fn days_up_to_the_letter_itself() {
        check(
            "4 May 2032\nDear Customer,\nRe: SOC 2 gap letter\nThe most recent SOC 2 Type 2 report of Plover Health Limited is for the period ended 31 January 2032. Since 1 February 2032 and through the date of this letter, there have been no material changes to the system, to the best of our knowledge.\nYours faithfully,\nFor and on behalf of Plover Health Limited\nName: Peter O’Finch\nTitle: Director of Compliance",
            [
                Some("Plover Health Limited"),
                Some("2032-05-04"),
                Some("2032-02-01"),
                Some("2032-05-04"),
                None,
                Some("2032-01-31"),
                None,
                Some("Peter O’Finch"),
            ],
        );
    }

    #[test]
    fn a_table_of_periods() {
        check(
            "# SOC 2 Gap Letter\nJuniper Ledger LLC\nIssued: 3 April 2032\nReport period: 1 April 2031 – 31 December 2031\nGap period: 1 January 2032 – 31 March 2032\nThis letter confirms that there have been no material changes in the gap period to the controls of the SOC 2 report.\nRegards,\nDale Finch\nVice President, Trust\nJuniper Ledger LLC",
            [
                Some("Juniper Ledger LLC"),
                Some("2032-04-03"),
                Some("2032-01-01"),
                Some("2032-03-31"),
                Some("2031-04-01"),
                Some("2031-12-31"),
                None,
                Some("Dale Finch"),
            ],
        );
    }

    #[test]
    fn the_gap_between_a_report_and_its_end_is_not_the_report() {
        check(
            "December 15, 2031\nTo our customers:\nThe purpose of this letter is to bridge the gap between the SOC 2 Type 2 report of Heron Analytics, Inc. for the period November 1, 2030 through October 31, 2031 and today. No material changes have occurred to the controls described in our report from November 1, 2031 through December 15, 2031.\nSincerely,\nSecurity Team\nHeron Analytics, Inc.",
            [
                Some("Heron Analytics, Inc."),
                Some("2031-12-15"),
                Some("2031-11-01"),
                Some("2031-12-15"),
                Some("2030-11-01"),
                Some("2031-10-31"),
                None,
                None,
            ],
        );
    }

    #[test]
    fn a_report_to_come_is_neither() {
        check(
            "To Whom It May Concern,\nSubject: SOC 2 Bridge Letter – Coverage for the Period November 1, 2031 Through January 31, 2032\nWe write about the internal controls of our most recent SOC 2 Type II report. Heron Analytics, Inc. underwent an independent SOC 2 Type II examination conducted by Birch & Cedar LLP, covering the period November 1, 2030 to October 31, 2031. There have been no significant changes to our controls since then. Our next examination will cover the period November 1, 2031 through October 31, 2032.\nSincerely,\nAnn Wren, CPA\nChief Financial Officer\nFebruary 2, 2032",
            [
                Some("Heron Analytics, Inc."),
                Some("2032-02-02"),
                Some("2031-11-01"),
                Some("2032-01-31"),
                Some("2030-11-01"),
                Some("2031-10-31"),
                None,
                Some("Ann Wren"),
            ],
        );
    }

    #[test]
    fn a_sender_without_a_legal_form() {
        check(
            "Plover Health\n4 May 2032\n# SOC 2 Gap Letter\nTo our customers:\nThe most recent SOC 2 Type 2 report on the Plover Records System of Plover Health covers the period 1 February 2031 to 31 January 2032. The examination was performed by Birch & Cedar LLP.\nFor the period 1 February 2032 through 30 April 2032, there have been no material changes to the controls.\nSincerely,\nPeter Finch\nChief Executive Officer\nPlover Health",
            [
                Some("Plover Health"),
                Some("2032-05-04"),
                Some("2032-02-01"),
                Some("2032-04-30"),
                Some("2031-02-01"),
                Some("2032-01-31"),
                None,
                Some("Peter Finch"),
            ],
        );
    }

    #[test]
    fn a_letter_as_of_a_day() {
        check(
            "# SOC 2 Bridge Letter\n30 June 2031\nPlover Health Limited (“the Company”) previously engaged Birch & Cedar LLP to perform a SOC 2 Type II examination of our security criteria. The examination covered the period 1 April 2030 through 31 March 2031 (“the Covered Period”). The resulting report was issued on 12 May 2031.\nAs of 30 June 2031, the Company represents that the controls described in the report remain in place without material changes.\nSigned: Peter Finch\nTitle: CISO",
            [
                Some("Plover Health Limited"),
                Some("2031-06-30"),
                None,
                Some("2031-06-30"),
                Some("2030-04-01"),
                Some("2031-03-31"),
                Some("2031-05-12"),
                Some("Peter Finch"),
            ],
        );
    }

    #[test]
    fn days_since_the_end_of_a_period() {
        check(
            "January 14, 2032\nDear Client,\nThis letter is to confirm that there have been no material changes in the internal control environment of Juniper Ledger LLC since September 30, 2031, the end date of our most recent SOC 1 Type 2 report (October 1, 2030 – September 30, 2031), through December 31, 2031.\nRespectfully,\n/s/ Dale Finch\nDale Finch, Controller",
            [
                Some("Juniper Ledger LLC"),
                Some("2032-01-14"),
                Some("2031-09-30"),
                Some("2031-12-31"),
                Some("2030-10-01"),
                Some("2031-09-30"),
                None,
                Some("Dale Finch"),
            ],
        );
    }

    #[test]
    fn what_runs_to_the_letter_is_the_letters_also_behind_the_report() {
        check(
            "Plover Health Limited\n6 February 2032\nSOC 2 Type II Gap Letter\nPlover Health Limited completed its most recent SOC 2 Type II examination, performed by Birch & Cedar LLP, for the period 1 November 2030 through 31 October 2031.\nWe know of no material changes that would adversely affect the opinion reached in that report, from 1 November 2031 to the date of this letter.\nYours faithfully,\nPeter Finch\nChief Information Security Officer",
            [
                Some("Plover Health Limited"),
                Some("2032-02-06"),
                Some("2031-11-01"),
                Some("2032-02-06"),
                Some("2030-11-01"),
                Some("2031-10-31"),
                None,
                Some("Peter Finch"),
            ],
        );
    }

    #[test]
    fn claims_of_assurance_and_older_letters_are_contradictions() {
        let base = "March 4, 2032\nDear Customer,\nThis bridge letter of Heron Analytics, Inc. covers the period from January 1, 2032 through February 29, 2032 after our SOC 2 report. We are not aware of any material changes.";
        for (sentence, about) in [
            ("This letter provides assurance that our controls operated effectively.", "letter.assurance"),
            ("Our auditor has tested the controls during this bridge period without exception.", "letter.assurance"),
            ("This letter extends the opinion of our auditor to February 29, 2032.", "letter.assurance"),
            ("The SOC 2 report was dated April 2, 2032.", "letter.refers_to_report_date"),
        ] {
            let found = reading(&format!("{base} {sentence}"));
            let flagged: Vec<_> = found.contradictions.iter().map(|c| (c.about.as_str(), c.citations.len())).collect();
            assert_eq!(flagged, [(about, 2)], "flagged with both sides: {sentence}");
        }
        for sentence in [
            "This letter does not provide assurance of any auditor.",
            "Our auditor has examined the controls for the report; this letter is not covered by it.",
            "This letter is not a substitute for the report, which gives reasonable assurance.",
            "The controls of this period have not been tested by our auditor.",
        ] {
            let found = reading(&format!("{base} {sentence}"));
            assert_eq!(found.contradictions, [], "no claim: {sentence}");
        }
    }
}
