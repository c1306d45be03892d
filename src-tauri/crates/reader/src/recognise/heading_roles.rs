//! Which part of a report the words of a heading open.
//!
//! **Reads** headings that say in the standards' words what follows: the service auditor's report, management's assertion,
//! the description of the system, tests of controls, other information (AT-C 205 and 320, ISAE 3402, `practice.md` §10).
//! **Accepts** capitals spaced out: the letters alone are compared.
//! **Refuses** the paragraphs' own headings inside an auditor's report ("Description of Tests of Controls") where no number
//! makes them a section.

use std::sync::LazyLock;

use countersign_domain::reading::SectionRole;

use crate::pattern::{Pattern, of_letters};
use crate::text::normal::letters;

/// Most words of a heading.
pub(super) const MOST_WORDS: usize = 45;

static AUDITOR: LazyLock<Pattern> = LazyLock::new(|| {
    of_letters(
        r"^(?:thereportof)?(?:the)?(?:independent)?(?:registered|assurance|reporting)?(?:service|serviceorgani[sz]ation)?(?:auditors?|accountants?|practitioners?|cpas?|certifiedpublicaccountants?)(?:s)?(?:soc\d)?(?:assurance|attestation|examination|assertion)?(?:type\w{1,2})?report(?:ofindependent.*|on.*|provided.*)?$|^reportof(?:the)?independent(?:service|registered|public|certified)*(?:auditors?|accountants?|practitioners?|accountingfirm).*$|^independent.{0,30}assurancereport(?:on.*)?$|^(?:independent)?(?:service)?auditorsopinion$|^auditoropinion$|^opinionof(?:the)?independent.*$|^isae\d{4}(?:type\w{1,2})?assurancereport(?:of|by).*$|^assurancereportofthe(?:independent)?.*(?:auditors?|accountants?|practitioners?).*$",
    )
});
static ASSERTION: LazyLock<Pattern> = LazyLock::new(|| {
    of_letters(
        r"^(?:the)?(?:statementof)?managements?(?:written)?(?:statement|assertion|representation)s?(?:letter|regarding.*|on.*|about.*|of.*|by.*|provided.*)?$|^managementsreportof(?:its)?assertions?.*$|^managementsreport$|^managements?confirmation$|^confirmation(?:of|by)(?:the)?(?:management|directors)$|^statement(?:of|by)(?:the)?(?:boardof)?directors.*$|^directorsstatement$|^reportby(?:the)?(?:boardof)?directors$|^statement(?:of|by).{2,60}$|^(?:written)?(?:assertion|statement)(?:of|by|from)(?:the)?(?:management|(?:sub)?serviceorgani[sz]ation|.{2,60}management).*$|^assertion(?:of|by|providedby).{2,60}$|^.{2,60}(?:smanagement|management|s)(?:written)?assertion(?:regarding.*|on.*|about.*)?$|^.{2,60}managements?(?:statement|assertion)$|^.{2,40}assertionofmanagement$|^assertion$",
    )
});
static DESCRIPTION: LazyLock<Pattern> = LazyLock::new(|| {
    of_letters(
        r"^(?:.{0,60}managements?|.{0,60}s)?descriptionof(?:the|its|our|their|.{2,60}s)?.{0,90}(?:systems?|platforms?|services?|applications?|solutions?|boundaries.*|program(?:me)?|environment|operations|products?)(?:throughout.*|forthe.*|asof.*|and.*|providedby.*|relevantto.*)?$|^.{0,60}systems?(?:and.{0,30})?descriptions?(?:providedby.*|ofthe.*)?$|^systemdescription.*$|^(?:managements?)?systemdisclosures?$|^managementssystemdisclosures?$|^.{2,70}systemoverview$|^.{0,60}sdescriptionof(?:its|the).*$|^descriptionof.{2,60}(?:system|services?|platform|applications?)$|^informationprovidedby(?:the)?(?:serviceorgani[sz]ation|management).*$|^informationprovidedby.{3,70}$|^overviewof.{2,60}operationsanddescriptionof.*$|^overviewofthesystem.*$|^thesystem(?:description|boundaries)$",
    )
});
static TESTS: LazyLock<Pattern> = LazyLock::new(|| {
    of_letters(
        r"^.{0,40}trustservices?(?:category|categories|criteria|principles?)?.{0,60}(?:controls|tests?|results?).*$|^.{0,50}tests?of(?:the)?(?:controls|operatingeffectiveness|designandoperatingeffectiveness).*$|^.{0,60}controlobjectives?.{0,60}(?:controls|tests?).*$|^.{0,30}test(?:ing)?(?:control|controls)?(?:matrix|matrices)$|^.{0,60}testsofcontrols?(?:andresults.*)?$|^(?:testing|test)(?:ing)?matri(?:x|ces)$|^.{0,60}resultsof(?:tests?|testing).*$|^informationprovidedby(?:the)?(?:independent)?serviceauditor.*$|^informationprovidedby.{2,60}(?:llp|llc?p|pllc|pllp|cpas?|charteredaccountants|accountants|auditors?)$|^testproceduresandresults.*$|^tests?performedby(?:the)?(?:independent)?(?:service)?auditors?.*$|^(?:independent)?serviceauditors?test(?:s|ing)(?:ofcontrols?)?(?:and.*)?$|^testingof(?:the)?controls?(?:and.*)?$|^controls?test(?:s|ing)(?:andresults.*)?$|^controlactivitiesandtests?$|^principles?criteriacontrolsandtests?.*$|^.{0,40}controls(?:procedures)?tests?(?:procedures?|ofcontrols?|performed)?and(?:test)?results.*$|^(?:applicable)?.{0,40}criteria,?(?:and)?relatedcontrols.*$|^controls?(?:activities)?(?:and)?testsofcontrols?.*$|^testsperformedandresults.*$|^testresultssummary$|^summaryof(?:the)?(?:testing|tests?)(?:results|exceptions|deviations)$|^relatedcontrolsandtests.*$",
    )
});
static OTHER_INFORMATION: LazyLock<Pattern> = LazyLock::new(|| {
    of_letters(
        r"^(?:unaudited)?otherinformation.*$|^(?:additional|supplemental|supplementary|unaudited)information.*$|^.{0,40}managements?responses?(?:to.*|not(?:covered|audited|partof).*|unaudited)?$|^informationnotcoveredby.*$|^informationprovidedby.*(?:notcovered|notaudited|unaudited|notpartof).*$|^(?:unaudited)(?:supplemental|supplementary|additional)information.*$|^managementscommentson.*$|^commentsof(?:the)?management(?:on|to).*$|^.{0,50}sresponses?to(?:the)?(?:identified|noted|test|testing|auditors?|of)*(?:exceptions|deviations|findings).*$|^otherunauditedinformation.*$",
    )
});
/// Headings of paragraphs inside an auditor's report.
static INSIDE: LazyLock<Pattern> = LazyLock::new(|| {
    of_letters(
        r"^descriptionof(?:the)?testsof(?:the)?controls?(?:andresults(?:thereof|oftests?)?)?$|^(?:service)?(?:auditors?|accountants?|practitioners?|organi[sz]ations?)responsibilit.*$|^managementsresponsibilit.*$|^controlobjectivesandrelatedcontrols$",
    )
});

/// The title of a whole report: "SOC 2 Type 2 Report on … Description of …".
static WHOLE: LazyLock<Pattern> =
    LazyLock::new(|| of_letters(r"^(?:a|the)?.{0,40}reporton(?:.{0,80}(?:description|controls|assertion)|management)"));

/// Tells what a section with a number is.
pub(super) fn of_section(title: &str) -> SectionRole {
    role(title).or_else(|| of_tests(title)).unwrap_or_else(|| of_description(title))
}

/// What is a paragraph's own heading inside the auditor's report is the tests where it is a section.
fn of_tests(title: &str) -> Option<SectionRole> {
    let title = letters(title);
    let tests = INSIDE.is_match(&title) && !title.contains("responsibilit") && TESTS.is_match(&title);
    tests.then_some(SectionRole::Tests)
}

/// A numbered section called the description of something is the description, whatever the system is called.
pub(super) fn of_description(title: &str) -> SectionRole {
    let title = letters(title);
    let described = title.starts_with("descriptionof") && !title.contains("test") && !title.contains("criteria");
    if described { SectionRole::Description } else { SectionRole::Other }
}

/// Tells from its words what part of a report a heading opens.
pub(super) fn role(title: &str) -> Option<SectionRole> {
    let words = title.split_whitespace().count();
    let title = letters(title);
    let title = title.trim_end_matches("continued");
    if !(1..=MOST_WORDS).contains(&words) || title.len() < 6 || INSIDE.is_match(title) {
        return None;
    }
    let short = words <= 14;
    // The title of the whole report names its parts, and is none but the auditor's.
    let whole = WHOLE.is_match(title);
    [
        (&AUDITOR, SectionRole::AuditorReport, true),
        (&OTHER_INFORMATION, SectionRole::OtherInformation, true),
        (&ASSERTION, SectionRole::Assertion, short || title.starts_with("managements")),
        (&TESTS, SectionRole::Tests, words <= 22),
        (&DESCRIPTION, SectionRole::Description, true),
    ]
    .into_iter()
    .find(|(pattern, role, allowed)| {
        *allowed && (!whole || *role == SectionRole::AuditorReport) && pattern.is_match(title)
    })
    .map(|(_, role, _)| role)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn titles_in_many_words_have_their_role() {
        for (title, expected) in [
            ("Independent Service Auditor's Report", SectionRole::AuditorReport),
            ("INDEPENDENT SERVICE AUDITORS’ REPORT", SectionRole::AuditorReport),
            ("Report of Independent Service Auditors", SectionRole::AuditorReport),
            ("Independent Practitioner’s Assurance Report", SectionRole::AuditorReport),
            ("Report of Independent Certified Public Accountants", SectionRole::AuditorReport),
            ("I NDEPENDENT S ERVICE A UDITOR ’ S R EPORT", SectionRole::AuditorReport),
            (
                "Independent Service Auditor’s Assurance Report on the Description of Controls",
                SectionRole::AuditorReport,
            ),
            ("Management’s Assertion", SectionRole::Assertion),
            ("Assertion of Juniper Ledger, Inc. Management", SectionRole::Assertion),
            ("Juniper Ledger’s Management Assertion", SectionRole::Assertion),
            ("Management Statement", SectionRole::Assertion),
            ("Statement of Management of Juniper", SectionRole::Assertion),
            ("Description of the System", SectionRole::Description),
            (
                "Juniper’s Description of Its Ledger System Throughout the Period May 1, 2031 to April 30, 2032",
                SectionRole::Description,
            ),
            ("System Description Provided by Service Organization", SectionRole::Description),
            ("Trust Services Criteria, Related Controls, and Tests of Controls", SectionRole::Tests),
            ("Control Objectives, Related Controls and Tests of Operating Effectiveness", SectionRole::Tests),
            ("Tests of Controls and Results of Tests", SectionRole::Tests),
            ("Test Procedures and Results", SectionRole::Tests),
            ("Tests Performed by the Service Auditor", SectionRole::Tests),
            ("Service Auditor's Tests", SectionRole::Tests),
            ("Testing of Controls", SectionRole::Tests),
            ("Control Testing and Results", SectionRole::Tests),
            ("Control Activities and Tests", SectionRole::Tests),
            ("Principles, Criteria, Controls and Tests", SectionRole::Tests),
            ("Information Provided by Birch & Cedar LLP", SectionRole::Tests),
            ("Information Provided by Heron Analytics, Inc.", SectionRole::Description),
            ("Overview of Heron's Operations and Description of Controls", SectionRole::Description),
            ("Management's Report", SectionRole::Assertion),
            ("Statement by the Directors", SectionRole::Assertion),
            ("Report by the Directors", SectionRole::Assertion),
            ("Statement by Heron", SectionRole::Assertion),
            ("Controls, Tests and Results", SectionRole::Tests),
            ("Criteria, Controls, Test Procedures and Results", SectionRole::Tests),
            ("Management Confirmation", SectionRole::Assertion),
            ("Opinion of Independent Service Auditor", SectionRole::AuditorReport),
            ("Independent Assurance Practitioner's Report", SectionRole::AuditorReport),
            ("Reporting Accountant's Report", SectionRole::AuditorReport),
            ("ISAE 3402 Type 2 Assurance Report of Birch & Cedar LLP", SectionRole::AuditorReport),
            ("Heron's Responses to Identified Exceptions", SectionRole::OtherInformation),
            ("Management's Comments on Exceptions", SectionRole::OtherInformation),
            ("Management response (not covered by the auditor’s report)", SectionRole::OtherInformation),
            ("Comments of Management on Exceptions", SectionRole::OtherInformation),
            ("Unaudited Supplemental Information", SectionRole::OtherInformation),
            ("Information Provided by Heron That Is Not Covered by the Report", SectionRole::OtherInformation),
            ("Information Provided by the Service Auditor", SectionRole::Tests),
            ("Other Information Provided by Juniper That Is Not Covered by the Report", SectionRole::OtherInformation),
            ("Management’s Responses to Testing Exceptions", SectionRole::OtherInformation),
        ] {
            assert_eq!(role(title), Some(expected), "role of: {title}");
        }
    }

    #[test]
    fn other_headings_have_none() {
        for title in [
            "Scope",
            "Opinion",
            "Inherent Limitations",
            "Description of Tests of Controls",
            "Change Management",
            "Service Auditor’s Responsibilities",
            "Service Organization’s Responsibilities",
            "Restricted Use",
            "People",
        ] {
            assert_eq!(role(title), None, "no part of a report: {title}");
        }
    }

    proptest! {
        #[test]
        fn no_title_makes_it_panic(title in "\\PC{0,120}") {
            let _ = role(&title);
        }
    }
}
