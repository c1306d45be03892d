//! Invented openings of reports in other houses' styles, read as a whole: what one recogniser's tests cannot show.

use countersign_domain::{Category, Kind, Opinion, Reading, ReportType};

use crate::recognise::testing::reading;

/// What a reading says, short enough to compare at a glance.
pub(super) fn says(r: &Reading) -> Vec<String> {
    let text = |v: Option<String>| v.unwrap_or_else(|| "-".into());
    vec![
        format!("{:?}", r.kind.value),
        text(r.service_organization.as_ref().map(|f| f.value.clone())),
        text(r.system_name.as_ref().map(|f| f.value.clone())),
        text(r.auditor_firm.as_ref().map(|f| f.value.clone())),
        text(r.auditor_location.as_ref().map(|f| f.value.clone())),
        text(r.period_start.as_ref().map(|f| f.value.to_string())),
        text(r.period_end.as_ref().or(r.as_of_date.as_ref()).map(|f| f.value.to_string())),
        text(r.report_date.as_ref().map(|f| f.value.to_string())),
        text(r.opinion.as_ref().map(|f| format!("{:?}", f.value))),
        text(
            r.trust_services_categories
                .as_ref()
                .map(|f| f.value.iter().map(|c| c.title()).collect::<Vec<_>>().join(", ")),
        ),
    ]
}

pub(super) fn assert_quotes_stand(source: &str, r: &Reading) {
    let squeeze = |t: &str| t.chars().filter(|c| c.is_alphanumeric()).collect::<String>();
    let pages: Vec<String> = source.split("===").map(|page| squeeze(&page.replace("# ", " "))).collect();
    let json = serde_json::to_value(r).expect("a reading is JSON");
    let mut open = vec![&json];
    let mut seen = 0;
    while let Some(value) = open.pop() {
        if let (Some(page), Some(quote)) = (value.get("page").and_then(serde_json::Value::as_u64), value.get("quote")) {
            let quote = quote.as_str().unwrap_or_default();
            assert!(pages[page as usize - 1].contains(&squeeze(quote)), "on page {page}: {quote}");
            seen += 1;
        }
        match value {
            serde_json::Value::Object(map) => open.extend(map.values()),
            serde_json::Value::Array(items) => open.extend(items),
            _ => {}
        }
    }
    assert!(seen > 5, "facts are cited");
}

#[test]
fn a_british_isae_3000_report_with_the_statement_of_management_first() {
    let source = "
        # KESTREL HOSTING LIMITED
        # SERVICE ORGANISATION CONTROLS (SOC 2) TYPE II REPORT
        Independent practitioner’s assurance report on the description of the Kestrel Managed Cloud and on the suitability of the design and operating effectiveness of controls relevant to security and confidentiality
        1 April 2031 to 31 March 2032
        Private and confidential
        ===
        # Contents
        1. Statement by the management of Kestrel Hosting Limited ........ 3
        2. Independent practitioner’s assurance report ........ 4
        3. Description of the system ........ 6
        ===
        # 1. Statement by the management of Kestrel Hosting Limited
        We have prepared the accompanying description of the Kestrel Managed Cloud for the period from 1 April 2031 to 31 March 2032.
        Signed on behalf of the management of Kestrel Hosting Limited
        28 May 2032
        ===
        # 2. Independent practitioner’s assurance report
        To: The Directors of Kestrel Hosting Limited
        ## Scope
        We have been engaged to report on Kestrel Hosting Limited’s description of its Kestrel Managed Cloud throughout the period 1 April 2031 to 31 March 2032, and on the suitability of the design and operating effectiveness of controls, based on the trust services criteria relevant to security and confidentiality (the “applicable trust services criteria”).
        We conducted our engagement in accordance with International Standard on Assurance Engagements 3000 (Revised).
        ===
        ## Opinion
        Our opinion has been formed on the basis of the matters outlined in this report. In our opinion, in all material respects:
        (a) the description fairly presents the Kestrel Managed Cloud as designed and implemented throughout the period from 1 April 2031 to 31 March 2032;
        (b) the controls were suitably designed throughout the period; and
        (c) the controls tested operated effectively throughout the period from 1 April 2031 to 31 March 2032.
        ## Intended users and purpose
        This report is intended for customers who have used the system.
        Rowan Thorne LLP
        Chartered Accountants
        Leeds, United Kingdom
        2 June 2032
        ===
        # 3. Description of the system
        Kestrel was founded in a barn.";
    let r = reading(source);
    assert_eq!(
        says(&r),
        [
            "Soc2Type2",
            "Kestrel Hosting Limited",
            "Kestrel Managed Cloud",
            "Rowan Thorne LLP",
            "Leeds, United Kingdom",
            "2031-04-01",
            "2032-03-31",
            "2032-06-02",
            "Unqualified",
            "Security, Confidentiality"
        ]
    );
    assert_eq!(r.sections.iter().map(|s| s.page).collect::<Vec<_>>(), [3, 4, 6], "contents left out: {:?}", r.sections);
    assert!(r.contradictions.is_empty(), "{:?}", r.contradictions);
    assert_quotes_stand(source, &r);
}

#[test]
fn a_cover_in_capitals_with_a_table_and_the_opinion_first() {
    let source = "
        # SOC 2 + HIPAA
        # TYPE 2 REPORT
        ORGANIZATION
        MAGNOLIA HEALTH DATA, INC.
        SYSTEM
        MAGNOLIA CARE EXCHANGE
        EXAMINATION PERIOD
        OCTOBER 1, 2030 - SEPTEMBER 30, 2031
        CATEGORIES: SECURITY, AVAILABILITY, PRIVACY
        ===
        # INDEPENDENT SERVICE AUDITORS’ REPORT
        Board of Directors and Management
        Magnolia Health Data, Inc.
        Austin, Texas
        ## Opinion
        In our opinion, in all material respects:
        • The description presents Magnolia’s Magnolia Care Exchange that was designed and implemented throughout the period October 1, 2030 to September 30, 2031.
        • The controls stated in the description were suitably designed and operated effectively throughout the period October 1, 2030 to September 30, 2031.
        ## Scope
        We have examined Magnolia Health Data, Inc.’s (“Magnolia”) description of its Magnolia Care Exchange throughout the period October 1, 2030 to September 30, 2031, and the suitability of the design and operating effectiveness of its controls, based on the trust services criteria relevant to security, availability, and privacy (“applicable trust services criteria”) set forth in TSP Section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.
        ## Restricted Use
        This report is intended solely for the specified parties.
        Linden & Ash, P.C.
        Denver, Colorado
        NOVEMBER 14, 2031
        ===
        # MANAGEMENT’S ASSERTION
        We have prepared the description of the Magnolia Care Exchange throughout the period October 1, 2030 to September 30, 2031.
        ===
        # DESCRIPTION OF MAGNOLIA’S CARE EXCHANGE SYSTEM
        Magnolia exchanges data.";
    let r = reading(source);
    assert_eq!(
        says(&r),
        [
            "Soc2Type2",
            "Magnolia Health Data, Inc.",
            "Magnolia Care Exchange",
            "Linden & Ash, P.C.",
            "Denver, Colorado",
            "2030-10-01",
            "2031-09-30",
            "2031-11-14",
            "Unqualified",
            "Security, Availability, Privacy"
        ]
    );
    assert_quotes_stand(source, &r);
}

#[test]
fn a_qualified_soc_1_in_formal_wording() {
    let source = "
        # Tidewater Benefits Administration, LLC
        # Report on Controls at a Service Organization Relevant to User Entities’ Internal Control over Financial Reporting
        SOC 1® Type 2
        For the period January 1, 2031 through December 31, 2031
        ===
        # Section One: Report of Independent Service Auditors
        To the Members of Tidewater Benefits Administration, LLC
        ## Scope
        We have examined Tidewater Benefits Administration, LLC’s description of its claims administration system entitled “Tidewater’s Description” for processing user entities’ transactions throughout the period January 1, 2031 to December 31, 2031 (description) and the suitability of the design and operating effectiveness of the controls included in the description to achieve the related control objectives.
        ## Basis for Qualified Opinion
        Tidewater states in its description that it has automated controls to reconcile claims. The control did not operate from March to May 2031. As a result, the control objective “claims are paid accurately” was not achieved.
        ## Opinion
        In our opinion, except for the matter described in the preceding paragraph, in all material respects, based on the criteria described in Tidewater’s assertion, the description fairly presents the claims administration system that was designed and implemented throughout the period January 1, 2031 to December 31, 2031, and the controls operated effectively.
        Hawthorn Advisory Group, PLLC
        Richmond, Virginia
        February 27, 2032
        ===
        # Section Two: Tidewater’s Management Assertion
        We confirm, to the best of our knowledge and belief, that the description fairly presents the system.
        ===
        # Section Three: Description of the Claims Administration System
        Tidewater administers claims.
        ===
        # Section Four: Control Objectives, Related Controls, and Tests of Controls
        A table follows.";
    let r = reading(source);
    assert_eq!(
        says(&r),
        [
            "Soc1Type2",
            "Tidewater Benefits Administration, LLC",
            "claims administration system",
            "Hawthorn Advisory Group, PLLC",
            "Richmond, Virginia",
            "2031-01-01",
            "2031-12-31",
            "2032-02-27",
            "Qualified",
            "-"
        ]
    );
    assert!(
        r.opinion_basis.as_ref().is_some_and(|b| b.value.contains("automated controls to reconcile")),
        "{:?}",
        r.opinion_basis
    );
    assert_eq!(r.sections.len(), 4, "numbers in words: {:?}", r.sections);
    assert_quotes_stand(source, &r);
}

#[test]
fn an_adverse_opinion_and_a_disclaimer_in_formal_wording() {
    let opening = "
        # Bluebell Storage Ltd
        # System and Organization Controls (SOC) 2 Report
        As of 30 June 2031
        ===
        # Independent Service Auditor’s Report
        To the Management of Bluebell Storage Ltd
        ## Scope
        We have examined Bluebell Storage Ltd’s description of its Bluebell Vault as of 30 June 2031 and the suitability of the design of controls stated in the description as of 30 June 2031, based on the trust services criteria relevant to security (applicable trust services criteria).
        ## Other matter
        We did not perform any procedures regarding the operating effectiveness of controls and, accordingly, do not express an opinion thereon.";
    let closing = "
        Alder Assurance Ltd.
        Dublin, Ireland
        4 August 2031
        ===
        # Management’s Assertion
        The description presents the Bluebell Vault as of 30 June 2031.";
    let adverse = format!(
        "{opening}\n## Basis for Adverse Opinion\nAccess was not restricted at all and nobody reviewed it.\n## Adverse Opinion\nIn our opinion, because of the significance of the matter discussed in the Basis for Adverse Opinion section of our report, the controls stated in the description were not suitably designed as of 30 June 2031 to provide reasonable assurance.{closing}"
    );
    let r = reading(&adverse);
    assert_eq!(
        says(&r),
        [
            "Soc2Type1",
            "Bluebell Storage Ltd",
            "Bluebell Vault",
            "Alder Assurance Ltd.",
            "Dublin, Ireland",
            "-",
            "2031-06-30",
            "2031-08-04",
            "Adverse",
            "Security"
        ]
    );
    assert_eq!(r.report_type.as_ref().map(|f| f.value), Some(ReportType::One), "as of");
    assert_quotes_stand(&adverse, &r);

    let disclaimer = format!(
        "{opening}\n## Basis for Disclaimer of Opinion\nManagement did not give us access to the records of the system.\n## Disclaimer of Opinion\nBecause of the significance of the matter described in the Basis for Disclaimer of Opinion section, we have not been able to obtain sufficient appropriate evidence to provide a basis for an opinion. Accordingly, we do not express an opinion on the description.{closing}"
    );
    let r = reading(&disclaimer);
    assert_eq!(r.opinion.as_ref().map(|f| f.value), Some(Opinion::Disclaimer), "declined");
    assert_eq!(r.auditor_firm.map(|f| f.value).as_deref(), Some("Alder Assurance Ltd."), "signed all the same");
    assert!(r.opinion_basis.is_some_and(|b| b.value.starts_with("Management did not give")), "explained");
}

#[test]
fn a_soc_3_with_a_signature_that_is_a_picture_and_a_tool_in_the_foot() {
    let source = "
        # SOC 3 Report
        Willow Route Platform
        Report on the Willow Route Platform Relevant to Security and Availability
        For the Period 1 July 2030 – 30 June 2031
        ===
        # Report of Independent Accountants
        Sequoia & Partners CPAs
        To the Board of Directors of Willow Route Technologies, Inc.:
        ## Scope
        We have examined Willow Route Technologies, Inc.’s accompanying assertion titled “Assertion of Willow Route Technologies, Inc. Management” (assertion) that the controls within the Willow Route Platform (system) were effective throughout the period July 1, 2030 to June 30, 2031, based on the trust services criteria relevant to security and availability (applicable trust services criteria) set forth in TSP Section 100.
        ## Opinion
        In our opinion, management’s assertion that the controls within the Willow Route Platform were effective throughout the period July 1, 2030 to June 30, 2031, is fairly stated, in all material respects.
        Seattle, Washington
        September 9, 2031
        Powered by Ninja Compliance, Inc.
        ===
        # Assertion of Willow Route Technologies, Inc. Management
        We are responsible for the controls.
        September 8, 2031";
    let r = reading(source);
    assert_eq!(
        says(&r),
        [
            "Soc3",
            "Willow Route Technologies, Inc.",
            "Willow Route Platform",
            "Sequoia & Partners CPAs",
            "Seattle, Washington",
            "2030-07-01",
            "2031-06-30",
            "2031-09-09",
            "Unqualified",
            "Security, Availability"
        ]
    );
    assert_quotes_stand(source, &r);
}

#[test]
fn an_opening_without_title_or_sections() {
    let source = "
        INDEPENDENT SERVICE AUDITOR’S REPORT ON A DESCRIPTION OF A SERVICE ORGANIZATION’S SYSTEM AND THE SUITABILITY OF THE DESIGN AND OPERATING EFFECTIVENESS OF CONTROLS
        To: Fern Payments Corporation
        We have examined the attached description titled “Description of Fern Payments Corporation’s FernPay Gateway Throughout the Period March 1, 2031 to August 31, 2031” and the suitability of the design and operating effectiveness of controls to meet the criteria for the security, availability, and processing integrity categories set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (applicable trust services criteria), throughout the period March 1, 2031 to August 31, 2031.
        Fern uses a data center operated by others. Our examination did not extend to their controls.
        In our opinion, in all material respects, based on the description criteria and the applicable trust services criteria, the description fairly presents the system that was designed and implemented throughout the period March 1, 2031 to August 31, 2031, and the controls operated effectively throughout the period March 1, 2031 to August 31, 2031.
        Mulberry Audit Services, LLC
        Oct. 3, 2031
        Portland, ME";
    let r = reading(source);
    assert_eq!(
        says(&r),
        [
            "Soc2Type2",
            "Fern Payments Corporation",
            "FernPay Gateway",
            "Mulberry Audit Services, LLC",
            "Portland, ME",
            "2031-03-01",
            "2031-08-31",
            "2031-10-03",
            "Unqualified",
            "Security, Availability, Processing Integrity"
        ]
    );
    assert_quotes_stand(source, &r);
}

#[test]
fn what_looks_like_a_report_and_says_it_is_none_is_not_one() {
    let source = "
        # Report on Heron’s Description of Its Heron Cloud Relevant to Security
        This is not an official SOC 2 report and not a report of a CPA firm.
        For the period May 1, 2031 to April 30, 2032
        ===
        # Section I: Independent Service Auditor’s Report
        To the Management of Heron Analytics, Inc.
        We have examined Heron Analytics, Inc.’s description of its Heron Cloud throughout the period May 1, 2031 to April 30, 2032, based on the trust services criteria relevant to security (applicable trust services criteria).
        In our opinion, in all material respects, the controls operated effectively throughout the period.
        Robot Model LLP
        May 20, 2032";
    let r = reading(source);
    assert_eq!(r.kind.value, Kind::Other, "by its own words");
    assert!(r.warnings.iter().any(|w| w.code == "not_a_soc_report"), "warned: {:?}", r.warnings);
    assert_eq!((r.opinion, r.auditor_firm, r.report_type), (None, None, None), "nothing that only an auditor can say");
    assert_eq!(
        r.trust_services_categories.map(|f| f.value),
        Some(vec![Category::Security]),
        "what it says of itself stays"
    );
}
