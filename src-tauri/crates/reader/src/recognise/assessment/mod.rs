//! What a penetration test or another independent assessment states.
//!
//! **Reads** whom it is about, who tested, when, what, and how many findings of each severity there were and are left.
//! **Where**: the first pages; summaries come before details.
//! **Accepts** reports, summaries and letters of testers; validations of applications.
//! **Refuses** the reading of single findings: their number is what a summary states.

mod dates;
mod findings;
mod parties;
mod scope;

use chrono::NaiveDate;
use countersign_domain::Fact;
use countersign_domain::reading::Assessment;

use crate::text::{Flow, Text};

/// Pages in which a summary stands.
const PAGES: usize = 8;

/// What an assessment says.
pub(crate) struct Said {
    /// Its own facts.
    pub(crate) assessment: Assessment,
    /// Whose system was tested.
    pub(crate) client: Option<Fact<String>>,
    /// The date of the report.
    pub(crate) date: Option<Fact<NaiveDate>>,
}

/// Reads an assessment, given its pages in boxes.
pub(crate) fn read(text: &Text<'_>) -> Said {
    let end = text.lines().partition_point(|l| l.page < PAGES);
    let flow = Flow::new(text, 0..end);
    let parties = parties::read(text, &flow);
    let tested = dates::tested(&flow);
    let (findings_total, findings) = findings::read(text, &flow, PAGES);
    let assessment = Assessment {
        tester: parties.tester,
        tested_from: tested.0,
        tested_to: tested.1,
        expires: dates::expires(text),
        scope: scope::read(&flow),
        findings_total,
        findings,
    };
    Said { assessment, client: parties.client, date: dates::of_report(text) }
}

#[cfg(test)]
mod tests {
    use countersign_domain::reading::Severity;
    use countersign_domain::{Kind, Reading};

    use crate::recognise::testing::{of_pages, reading};
    use crate::text::sheet::Sheet;

    fn counts(reading: &Reading) -> Vec<(Severity, Option<u32>, Option<u32>)> {
        let found = &reading.assessment.as_ref().expect("an assessment was read").findings;
        found
            .iter()
            .map(|c| (c.severity, c.found.as_ref().map(|f| f.value), c.remaining.as_ref().map(|f| f.value)))
            .collect()
    }

    fn check(reading: &Reading, client: Option<&str>, tester: Option<&str>, dates: [Option<&str>; 3]) {
        assert_eq!(reading.kind.value, Kind::PentestReport, "kind");
        let found = reading.assessment.as_ref().expect("an assessment was read");
        assert_eq!(reading.service_organization.as_ref().map(|f| f.value.as_str()), client, "client");
        assert_eq!(found.tester.as_ref().map(|f| f.value.as_str()), tester, "tester");
        let day = |f: &Option<countersign_domain::Fact<chrono::NaiveDate>>| f.as_ref().map(|f| f.value.to_string());
        let read = [day(&reading.report_date), day(&found.tested_from), day(&found.tested_to)];
        assert_eq!(read.each_ref().map(Option::as_deref), dates, "date of the report, first and last day of the test");
    }

    #[test]
    fn a_summary_with_labels_and_a_list() {
        let found = reading(
            "# Penetration Test Report\n# Heron Platform\nClient: Heron Analytics, Inc.\nTesting firm: Plover Offensive Security\nAssessment period: May 4, 2031 to May 15, 2031\nReport date: May 20, 2031\n## Summary of findings\n• Critical: 0\n• High: 1 (remediated)\n• Medium: 2\n• Low: 4\n• Informational: 7\n## Ratings\nCritical: 9.0 - 10.0\nHigh: 30 days",
        );
        check(
            &found,
            Some("Heron Analytics, Inc."),
            Some("Plover Offensive Security"),
            [Some("2031-05-20"), Some("2031-05-04"), Some("2031-05-15")],
        );
        assert_eq!(
            counts(&found),
            [
                (Severity::Critical, Some(0), None),
                (Severity::High, Some(1), Some(0)),
                (Severity::Medium, Some(2), None),
                (Severity::Low, Some(4), None),
                (Severity::Informational, Some(7), None),
            ],
            "of each severity"
        );
    }

    #[test]
    fn numbers_in_one_line_or_sentence() {
        for (said, expected) in [
            (
                "Critical (0), High (1), Medium (2)",
                vec![(Severity::Critical, 0), (Severity::High, 1), (Severity::Medium, 2)],
            ),
            ("Critical: 0, High: 1, Low: 3", vec![(Severity::Critical, 0), (Severity::High, 1), (Severity::Low, 3)]),
            (
                "0 critical / 0 high / 2 medium",
                vec![(Severity::Critical, 0), (Severity::High, 0), (Severity::Medium, 2)],
            ),
            ("3 Medium, 2 Low", vec![(Severity::Medium, 3), (Severity::Low, 2)]),
            (
                "No critical or high severity vulnerabilities were identified.",
                vec![(Severity::Critical, 0), (Severity::High, 0)],
            ),
        ] {
            let found =
                reading(&format!("# Penetration Test Report\n# Heron Platform\n## Summary of findings\n{said}"));
            let numbers: Vec<_> = expected.into_iter().map(|(level, count)| (level, Some(count), None)).collect();
            assert_eq!(counts(&found), numbers, "in: {said}");
        }
    }

    #[test]
    fn a_letter_in_sentences() {
        let found = reading(
            "# Penetration Test Summary Letter\nJune 2, 2031\nPlover Offensive Security, LLC was engaged by Heron Analytics, Inc. (“Heron”) to perform a penetration test of the Heron Platform. Testing was conducted between May 4, 2031 and May 15, 2031. The test resulted in six (6) findings, of which two were rated as High severity and four as Low severity. No critical findings were identified.\nSincerely,\nAnn Wren",
        );
        check(
            &found,
            Some("Heron Analytics, Inc."),
            Some("Plover Offensive Security, LLC"),
            [Some("2031-06-02"), Some("2031-05-04"), Some("2031-05-15")],
        );
        assert_eq!(
            counts(&found),
            [(Severity::Critical, Some(0), None), (Severity::High, Some(2), None), (Severity::Low, Some(4), None)],
            "of each severity"
        );
        let total = found.assessment.and_then(|a| a.findings_total).map(|f| f.value);
        assert_eq!(total, Some(6), "in all");
    }

    #[test]
    fn a_table_of_what_was_found_and_what_is_left() {
        let page = Sheet::new(1)
            .title("Web Application Penetration Test")
            .line("Prepared for: Juniper Ledger Ltd")
            .line("Prepared by: Finch Cyber Ltd")
            .line("4 June 2031")
            .gap(20.0)
            .cells(&[(60.0, "Severity"), (200.0, "Initial"), (300.0, "Retest")])
            .cells(&[(60.0, "Critical"), (200.0, "1"), (300.0, "0")])
            .cells(&[(60.0, "High"), (200.0, "2"), (300.0, "0")])
            .cells(&[(60.0, "Medium"), (200.0, "5"), (300.0, "1")])
            .cells(&[(60.0, "Low"), (200.0, "3"), (300.0, "3")])
            .build();
        let found = of_pages(&[page]);
        check(&found, Some("Juniper Ledger Ltd"), Some("Finch Cyber Ltd"), [Some("2031-06-04"), None, None]);
        assert_eq!(
            counts(&found),
            [
                (Severity::Critical, Some(1), Some(0)),
                (Severity::High, Some(2), Some(0)),
                (Severity::Medium, Some(5), Some(1)),
                (Severity::Low, Some(3), Some(3)),
            ],
            "found and left"
        );
    }

    #[test]
    fn what_is_remediated_is_not_what_is_left() {
        let page = Sheet::new(1)
            .title("Web Application Penetration Test")
            .line("Client: Juniper Ledger Ltd")
            .line("Prepared by: Finch Cyber Ltd")
            .line("4 June 2031")
            .gap(20.0)
            .cells(&[(60.0, "Severity"), (200.0, "Identified"), (300.0, "Remediated (retest)")])
            .cells(&[(60.0, "Critical"), (200.0, "0"), (300.0, "0")])
            .cells(&[(60.0, "High"), (200.0, "2"), (300.0, "2")])
            .cells(&[(60.0, "Medium"), (200.0, "5"), (300.0, "4")])
            .build();
        let found = of_pages(&[page]);
        check(&found, Some("Juniper Ledger Ltd"), Some("Finch Cyber Ltd"), [Some("2031-06-04"), None, None]);
        let left = [
            (Severity::Critical, Some(0), Some(0)),
            (Severity::High, Some(2), Some(0)),
            (Severity::Medium, Some(5), Some(1)),
        ];
        assert_eq!(counts(&found), left, "found, and what is not remediated");
    }

    #[test]
    fn a_table_with_the_severities_over_it() {
        let page = Sheet::new(1)
            .title("Penetration Test Executive Summary")
            .line("Finch Cyber Ltd performed a penetration test of Plover Health Limited’s web portal from 4 May 2031 to 8 May 2031.")
            .gap(20.0)
            .cells(&[(60.0, "Critical"), (160.0, "High"), (260.0, "Medium"), (360.0, "Low"), (460.0, "Total")])
            .cells(&[(60.0, "0"), (160.0, "1"), (260.0, "3"), (360.0, "2"), (460.0, "6")])
            .build();
        let found = of_pages(&[page]);
        check(
            &found,
            Some("Plover Health Limited"),
            Some("Finch Cyber Ltd"),
            [None, Some("2031-05-04"), Some("2031-05-08")],
        );
        assert_eq!(
            counts(&found),
            [
                (Severity::Critical, Some(0), None),
                (Severity::High, Some(1), None),
                (Severity::Medium, Some(3), None),
                (Severity::Low, Some(2), None),
            ],
            "each under its severity"
        );
    }

    #[test]
    fn a_run_of_severities_that_were_all_mended() {
        let found = reading(
            "# Penetration Testing Attestation Letter\nDate: 12 June 2031\nFinch Cyber conducted a grey-box penetration test of Heron Analytics’ production web application during the period May 4–15, 2031. A total of five findings were identified: 3 medium and 2 low severity findings. All findings have been remediated and verified.",
        );
        check(
            &found,
            Some("Heron Analytics"),
            Some("Finch Cyber"),
            [Some("2031-06-12"), Some("2031-05-04"), Some("2031-05-15")],
        );
        assert_eq!(
            counts(&found),
            [(Severity::Medium, Some(3), Some(0)), (Severity::Low, Some(2), Some(0))],
            "found and mended"
        );
    }

    #[test]
    fn a_table_with_deadlines_counts_what_was_found_and_what_is_open() {
        let page = Sheet::new(1)
            .title("Penetration Test Remediation Summary")
            .line("Client: Heron Analytics, Inc.")
            .gap(20.0)
            .cells(&[(60.0, "Severity"), (180.0, "Count"), (260.0, "SLA (days)"), (360.0, "Fixed"), (440.0, "Open")])
            .cells(&[(60.0, "Critical"), (180.0, "1"), (260.0, "7"), (360.0, "1"), (440.0, "0")])
            .cells(&[(60.0, "High"), (180.0, "4"), (260.0, "30"), (360.0, "3"), (440.0, "1")])
            .build();
        let found = of_pages(&[page]);
        assert_eq!(
            counts(&found),
            [(Severity::Critical, Some(1), Some(0)), (Severity::High, Some(4), Some(1))],
            "deadlines are no counts"
        );
    }

    #[test]
    fn two_numbers_for_one_severity_and_numbers_of_other_things_are_not_read() {
        let found = reading(
            "# Penetration Test Report\nHeron Platform\n## External test\nHigh: 1\nMedium: 2\n## Internal test\nHigh: 3\nMedium: 1\n## Deadlines\nCritical: 7 days\nLow: 90 days",
        );
        assert_eq!(counts(&found), [], "which of them is meant is not said");
    }
}
