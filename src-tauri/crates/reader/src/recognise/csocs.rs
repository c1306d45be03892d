//! Complementary subservice organization controls.
//!
//! **Reads** what subservice organizations are expected to do, with the organization and the criteria to which the
//! document assigns it; and the sentence that says that none are assumed.
//! **Where**: below headings on such controls and on subservice organizations; SOC 3 reports may call them
//! "complementary controls". The sentence that there are none in the auditor's report and the description too.
//! **Accepts** tables with the organization in a column or above, or with a column for each; bullets below a heading or a
//! sentence that leads to them; sentences ("Heron Hosting is responsible for …").
//! **Refuses** lists of how the vendor watches its providers and lists of services.

use std::sync::LazyLock;

use countersign_domain::Fact;
use countersign_domain::reading::{SectionRole, SubserviceControl};

use super::lists::items::{self, Whose};
use super::lists::none::{opens_with_none, says_none};
use super::lists::piece::Piece;
use super::lists::{Known, Section, Topic, Vendor, wording};
use super::parts::Parts;
use crate::pattern::{Pattern, pattern};

const CSOC: &str = r"(?:complementary sub-?service (?:organi[sz]ation |provider )?controls?(?: \(csocs?\))?|csocs?)";
static NONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\bno (?:(?:specific|such|relevant|particular) )?(?:(?:complementary user[- ]entity controls?(?: \(cuecs?\))?|cuecs?),? (?:or|and|nor) )?{CSOC}|\b(?:not|nor) (?:(?:require|required|assume|assumed|identify|identified|include|have|rely|rel(?:y|ies) on|depend|on|any|an?|specific|the need for) ){{1,5}}{CSOC}|\b{CSOC} (?:are|were|is) not (?:required|necessary|needed|applicable|assumed|considered necessary)|\b{CSOC}:? (?:none|n/?a|not applicable)\b|\bwithout the need for (?:any )?{CSOC}"
    ))
});
/// "Did not include such controls", "there were no deviations in" say nothing of whether there are any.
static NOT_NONE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:examination|audit|procedures|evaluat\w+|extend|test(?:ed|ing)?|assess\w*|opinion|exceptions?|deviations?|changes?)\b[^.]{0,80}\b(?:complementary|csocs?)\b|\bif\b|\bwhether\b|\bother than\b|\bexcept\b",
    )
});
static EMPTY: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"^(?:none|n/?a|not applicable|none noted|none identified|there are none)\b.{0,60}$"));

/// Finds the sentence that there are none.
pub(crate) fn none(parts: &Parts<'_>, sections: &[Section<'_>]) -> Option<Fact<String>> {
    let of_others = || sections.iter().filter(|s| matches!(s.topic, Topic::SubserviceControls | Topic::Subservice));
    let below = |section: &Section<'_>| parts.text.flow(section.lines.clone());
    let description = parts.layout.part(SectionRole::Description).map(|part| parts.text.flow(part.lines.clone()));
    of_others()
        .filter(|section| section.topic == Topic::SubserviceControls)
        .find_map(|section| opens_with_none(&below(section), &EMPTY))
        .or_else(|| of_others().find_map(|section| says_none(&below(section), &NONE, &NOT_NONE)))
        .or_else(|| {
            let flows = parts.letter.iter().chain(description.iter());
            flows.into_iter().find_map(|flow| says_none(flow, &NONE, &NOT_NONE))
        })
}

/// Reads them; `known` are the subservice organizations of the document.
pub(crate) fn read(
    parts: &Parts<'_>,
    sections: &[Section<'_>],
    vendor: &Vendor,
    known: &[Known],
) -> Vec<SubserviceControl> {
    let mut controls: Vec<SubserviceControl> = Vec::new();
    for section in sections {
        let by_default = match section.topic {
            Topic::SubserviceControls => true,
            Topic::Subservice => false,
            Topic::Complementary => is_of_others(section),
            _ => continue,
        };
        for item in items::read(parts.text, section, Whose::Subservice(known), vendor, by_default) {
            if wording::is_user_duty(&item.text) {
                continue;
            }
            let same = |c: &&mut SubserviceControl| {
                c.text.eq_ignore_ascii_case(&item.text) && c.subservice == item.organization
            };
            if let Some(first) = controls.iter_mut().find(same) {
                let more: Vec<String> = item.criteria.into_iter().filter(|c| !first.criteria.contains(c)).collect();
                first.criteria.extend(more);
                first.citations.extend(item.citations);
            } else {
                controls.push(SubserviceControl {
                    text: item.text,
                    criteria: item.criteria,
                    subservice: item.organization,
                    basis: item.basis,
                    citations: item.citations,
                });
            }
        }
    }
    controls
}

/// Whether a section on complementary controls says nothing of what users are to do.
fn is_of_others(section: &Section<'_>) -> bool {
    !section.pieces.iter().any(|p| matches!(p, Piece::Block(block) if wording::is_user_duty(block.text())))
}

#[cfg(test)]
mod tests {
    use countersign_domain::Reading;

    use crate::recognise::lists::testing::{report, tabled_with};
    use crate::recognise::testing::of_pages;
    use crate::table::testing::{Press, Ruling};

    const SCOPE: &str = "Juniper uses Heron Hosting, Inc. (“HHI”) and Larch Mail, subservice organizations, for hosting and mail. The carve-out method is used.";

    fn controls(reading: &Reading) -> Vec<(&str, Option<&str>, Vec<&str>)> {
        reading
            .csocs
            .iter()
            .map(|c| (c.text.as_str(), c.subservice.as_deref(), c.criteria.iter().map(String::as_str).collect()))
            .collect()
    }

    #[test]
    fn a_column_of_known_names_needs_no_head() {
        let rows: &[&[&str]] = &[
            &["Heron Hosting, Inc.", "Halls are open to named persons only.", "CC6.4"],
            &["HHI", "Power has a second supply that is tried out.", "A1.2"],
            &["Larch Mail", "Mail is encrypted on its way.", "CC6.7"],
        ];
        let edges = [60.0, 190.0, 450.0, 552.0];
        let found =
            tabled_with(SCOPE, "Complementary Subservice Organization Controls", "They are expected.", &edges, rows);
        let whose: Vec<Option<&str>> = found.csocs.iter().map(|c| c.subservice.as_deref()).collect();
        assert_eq!(whose, [Some("Heron Hosting, Inc."), Some("Heron Hosting, Inc."), Some("Larch Mail")], "by name");
    }

    #[test]
    fn the_organization_that_a_row_names_counts_before_those_that_the_head_names() {
        let rows: &[&[&str]] = &[
            &["Control Activity Expected of Heron Hosting, Inc. and Larch Mail", "Criteria"],
            &["Heron Hosting, Inc. is responsible for halls that are open to named persons only.", "CC6.4"],
            &["Larch Mail is responsible for encrypting messages on their way.", "CC6.7"],
        ];
        let edges = [60.0, 450.0, 552.0];
        let found =
            tabled_with(SCOPE, "Complementary Subservice Organization Controls", "They are expected.", &edges, rows);
        let whose: Vec<Option<&str>> = found.csocs.iter().map(|c| c.subservice.as_deref()).collect();
        assert_eq!(whose, [Some("Heron Hosting, Inc."), Some("Larch Mail")], "each its own");
    }

    #[test]
    fn a_table_with_the_organization_in_a_column() {
        let rows: &[&[&str]] = &[
            &["Subservice Organization", "Expected Control", "Criteria"],
            &["Heron Hosting, Inc.", "Halls are open to named persons only.", "CC6.4"],
            &["^", "Power has a second supply.", "A1.2"],
            &["Larch Mail", "Mail is encrypted on its way.", "CC6.7"],
        ];
        let edges = [60.0, 190.0, 450.0, 552.0];
        let found =
            tabled_with(SCOPE, "Complementary Subservice Organization Controls", "They are expected.", &edges, rows);
        assert_eq!(
            controls(&found),
            [
                ("Halls are open to named persons only.", Some("Heron Hosting, Inc."), vec!["CC6.4"]),
                ("Power has a second supply.", Some("Heron Hosting, Inc."), vec!["A1.2"]),
                ("Mail is encrypted on its way.", Some("Larch Mail"), vec!["CC6.7"])
            ]
        );
    }

    #[test]
    fn tables_under_a_heading_for_each_organization() {
        for heading in ["Subservice Organizations", "Complementary Subservice Organization Controls"] {
            let head = ["Criteria", "Control assumed at the subservice organization"];
            let pages = Press::new(&[60.0, 130.0, 552.0], Ruling::Full)
                .heading("Juniper Ledger, Inc.")
                .heading("SOC 2 Type 2 Report")
                .page()
                .heading("Section I: Independent Service Auditor’s Report")
                .prose("To the Management of Juniper Ledger, Inc.:")
                .prose(SCOPE)
                .page()
                .heading("Section III: Description of the Ledger Cloud")
                .heading(heading)
                .prose("Juniper uses the following subservice organizations. The carve-out method is applied to all of them.")
                .heading("Heron Hosting, Inc.: hosting in two halls")
                .head(&head)
                .row(&["CC6.4", "Halls are open to named persons only."])
                .row(&["A1.2", "Power has a second supply."])
                .heading("Larch Mail: messages to customers")
                .head(&head)
                .row(&["CC6.7", "Mail is encrypted on its way."])
                .heading("Changes")
                .prose("There were none.")
                .page()
                .heading("Section IV: Tests of Controls")
                .build();
            let found = of_pages(&pages);
            assert_eq!(
                controls(&found),
                [
                    ("Halls are open to named persons only.", Some("Heron Hosting, Inc."), vec!["CC6.4"]),
                    ("Power has a second supply.", Some("Heron Hosting, Inc."), vec!["A1.2"]),
                    ("Mail is encrypted on its way.", Some("Larch Mail"), vec!["CC6.7"])
                ],
                "below {heading}"
            );
        }
    }

    #[test]
    fn a_heading_with_the_name_assigns_what_follows() {
        let found = report(
            SCOPE,
            "## Complementary Subservice Organization Controls\nThe controls below are assumed.\n## Heron Hosting, Inc.\n• Disks are destroyed (CC6.5).\n## Larch Mail\n• Mail is kept for ten days.\n## Changes\nNone.",
        );
        assert_eq!(
            controls(&found),
            [
                ("Disks are destroyed.", Some("Heron Hosting, Inc."), vec!["CC6.5"]),
                ("Mail is kept for ten days.", Some("Larch Mail"), vec![])
            ]
        );
    }

    #[test]
    fn sentences_with_a_duty_are_read_and_monitoring_is_not() {
        let found = report(
            SCOPE,
            "## Subservice Organizations\nHHI is responsible for guarding its halls. Larch Mail provides services of mail. Juniper reviews the report of HHI each year.\nManagement monitors the subservice organizations by the following activities:\n• Reviewing reports\n• Holding meetings\nLarch Mail is responsible for:\n• Encrypting mail",
        );
        assert_eq!(
            controls(&found),
            [
                ("HHI is responsible for guarding its halls.", Some("Heron Hosting, Inc."), vec![]),
                ("Encrypting mail", Some("Larch Mail"), vec![])
            ]
        );
    }

    #[test]
    fn complementary_controls_of_providers_are_none_of_the_users() {
        let found = report(
            "Juniper is hosted by Heron Hosting, Inc. The description does not include the controls of Heron Hosting, Inc.",
            "## Complementary Controls\nThe following controls are expected to be in place at the provider:\n• Servers are patched.\n• Halls are watched.",
        );
        assert_eq!(found.csocs.len(), 2, "both");
        assert!(found.cuecs.is_empty(), "and none is the customer's");
    }

    #[test]
    fn a_sentence_that_lists_behind_its_colon_is_several() {
        let heron = Some("Heron Hosting, Inc.");
        for told in [
            "HHI is expected to operate the following controls: halls are open to named persons only (CC6.4); power has a second supply (A1.2).",
            "HHI is expected to ensure that: (i) halls are open to named persons only (CC6.4); and (ii) power has a second supply (A1.2).",
        ] {
            let found = report(
                SCOPE,
                &format!("## Subservice Organizations\n{told}\nJuniper reads reports: one a year; two in leap years."),
            );
            assert_eq!(
                controls(&found),
                [
                    ("halls are open to named persons only", heron, vec!["CC6.4"]),
                    ("power has a second supply.", heron, vec!["A1.2"])
                ],
                "{told}"
            );
        }
    }

    #[test]
    fn that_there_are_none_is_said_with_its_sentence() {
        for sentence in [
            "No complementary subservice organization controls are assumed.",
            "There are no complementary subservice organization controls (CSOCs).",
            "There are no CUECs or CSOCs.",
            "Juniper’s controls do not require any complementary subservice organization controls.",
            "Juniper did not identify any CSOCs.",
            "Complementary subservice organization controls are not necessary.",
            "The commitments are achieved without the need for complementary subservice organization controls.",
            "CSOCs: None",
            "Not applicable.",
        ] {
            let found = report(
                SCOPE,
                &format!("## Complementary Subservice Organization Controls\n{sentence}\n## Data\nData is kept."),
            );
            assert_eq!(found.no_csocs.as_ref().map(|f| f.value.as_str()), Some(sentence), "it is stated");
            assert!(found.csocs.is_empty(), "and nothing is listed");
        }
    }

    #[test]
    fn what_was_not_examined_and_what_did_not_fail_denies_nothing() {
        for sentence in [
            "Our examination did not include such complementary subservice organization controls.",
            "There were no deviations in complementary subservice organization controls.",
            "We have not evaluated complementary subservice organization controls.",
            "Complementary subservice organization controls are assumed in the design of Juniper’s controls.",
        ] {
            assert_eq!(report(sentence, "").no_csocs, None, "nothing is denied: {sentence}");
        }
    }

    #[test]
    fn where_some_are_listed_none_is_denied() {
        let found = report(
            SCOPE,
            "## Complementary Subservice Organization Controls\nFor mail there are no complementary subservice organization controls.\n## Heron Hosting, Inc.\n• Disks are destroyed (CC6.5).",
        );
        assert_eq!((found.csocs.len(), found.no_csocs), (1, None), "the list is the answer");
    }
}
