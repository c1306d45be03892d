//! More invented openings, each in the habits of another kind of house: large networks, boutiques, automated platforms.

use super::openings::{assert_quotes_stand, says};
use crate::recognise::testing::reading;

fn check(source: &str, expected: [&str; 10]) {
    let r = reading(source);
    assert_eq!(says(&r), expected, "sections: {:?}", r.sections);
    assert!(r.contradictions.is_empty(), "nothing contradicts: {:?}", r.contradictions);
    assert_quotes_stand(source, &r);
}

#[test]
fn a_large_network_with_letterhead_and_an_opinion_on_effectiveness() {
    check(
        "
        # Osprey Cloud Platform
        # System and Organization Controls 3 (SOC 3) Report
        Report on the Osprey Cloud Platform System Based on the Trust Services Criteria for Security, Availability, and Confidentiality
        For the Period May 1, 2031 to April 30, 2032
        ===
        Walnut & Yew LLP
        Suite 1600, 500 Harbor Street
        San Francisco, CA 94105
        Tel: +1 415 555 8000
        # Report of Independent Accountants
        To the Management of Osprey LLC:
        ## Scope
        We have examined management’s assertion, contained within the accompanying “Management’s Report of Its Assertions on the Effectiveness of Its Controls Over the Osprey Cloud Platform System Based on the Trust Services Criteria for Security, Availability, and Confidentiality” (Assertion), that Osprey’s controls over the Osprey Cloud Platform System (System) were effective throughout the period May 1, 2031 to April 30, 2032, to provide reasonable assurance that its principal service commitments and system requirements were achieved based on the criteria relevant to security, availability and confidentiality (applicable trust services criteria) set forth in the AICPA’s TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.
        ## Management’s responsibilities
        Osprey’s management is responsible for its assertion, selecting the trust services categories and associated criteria on which the assertion is based, and having a reasonable basis for its assertion.
        ## Opinion
        In our opinion, Osprey’s controls over the system were effective throughout the period May 1, 2031 to April 30, 2032, to provide reasonable assurance that the principal service commitments and system requirements were achieved based on the applicable trust services criteria, in all material respects.
        June 14, 2032
        ===
        # Management’s Report of Its Assertions on the Effectiveness of Its Controls Over the Osprey Cloud Platform System Based on the Trust Services Criteria for Security, Availability, and Confidentiality
        June 14, 2032
        We, as management of, Osprey LLC are responsible for identifying the system.",
        ["Soc3", "Osprey LLC", "Osprey Cloud Platform System", "Walnut & Yew LLP", "San Francisco, CA", "2031-05-01", "2032-04-30", "2032-06-14", "Unqualified", "Security, Availability, Confidentiality"],
    );
}

#[test]
fn a_boutique_with_numbered_divider_pages_and_a_short_address() {
    check(
        "
        # FINCH MOBILE, INC.
        # SOC 2 REPORT
        FOR THE FINCH MESSAGING SERVICES
        A TYPE 2 INDEPENDENT SERVICE AUDITOR’S REPORT ON CONTROLS RELEVANT TO SECURITY
        JULY 1, 2031, TO DECEMBER 31, 2031
        Attestation and Compliance Services
        ===
        # TABLE OF CONTENTS
        SECTION 1 INDEPENDENT SERVICE AUDITOR’S REPORT 1
        SECTION 2 MANAGEMENT’S ASSERTION 5
        SECTION 3 DESCRIPTION OF THE SYSTEM 8
        SECTION 4 TESTING MATRICES 20
        ===
        # SECTION 1
        # INDEPENDENT SERVICE AUDITOR’S REPORT
        ===
        # INDEPENDENT SERVICE AUDITOR’S REPORT
        To Finch Mobile, Inc.:
        ## Scope
        We have examined Finch Mobile, Inc.’s (“Finch” or the “service organization”) accompanying description of its Finch Messaging Services system, in Section 3, throughout the period July 1, 2031, to December 31, 2031, (the “description”) based on the criteria for a description of a service organization’s system in DC section 200, 2018 Description Criteria for a Description of a Service Organization’s System in a SOC 2® Report (AICPA, Description Criteria), and the suitability of the design and operating effectiveness of controls stated in the description throughout the period July 1, 2031, to December 31, 2031, to provide reasonable assurance that Finch’s service commitments and system requirements were achieved based on the trust services criteria relevant to security (“applicable trust services criteria”) set forth in TSP section 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy (AICPA, Trust Services Criteria).
        ===
        ## Description of Test of Controls
        The specific controls we tested are presented in Section 4.
        ## Opinion
        In our opinion, in all material respects:
        a. the description presents the Finch Messaging Services system that was designed and implemented throughout the period July 1, 2031, to December 31, 2031, in accordance with the description criteria;
        b. the controls stated in the description were suitably designed throughout the period July 1, 2031, to December 31, 2031; and
        c. the controls stated in the description operated effectively throughout the period July 1, 2031, to December 31, 2031.
        ## Restricted Use
        This report is intended solely for the information and use of Finch and user entities of the system during some or all of the period July 1, 2031, to December 31, 2031.
        BUTTERNUT & COMPANY, LLC
        Tampa, Florida
        February 9, 2032
        ===
        # SECTION 2
        # MANAGEMENT’S ASSERTION
        ===
        We have prepared the accompanying description of Finch’s Messaging Services system.
        ===
        # SECTION 3
        # DESCRIPTION OF THE SYSTEM
        ===
        # SECTION 4
        # TESTING MATRICES",
        ["Soc2Type2", "Finch Mobile, Inc.", "Finch Messaging Services system", "BUTTERNUT & COMPANY, LLC", "Tampa, Florida", "2031-07-01", "2031-12-31", "2032-02-09", "Unqualified", "Security"],
    );
}

#[test]
fn an_automated_platform_with_the_assertion_first_and_a_partner_above_the_firm() {
    check(
        "
        # Wren Software, Inc.
        System and Organization Controls (SOC 2)
        Report Type 1
        Description of the Wren Planner System relevant to Security, Availability, and Confidentiality as of March 15, 2031
        AICPA SOC
        ===
        # 1. Management’s Assertion
        March 28, 2031
        We have prepared the accompanying description of Wren Software, Inc.’s Wren Planner System as of March 15, 2031.
        Robin Wren
        Chief Executive Officer
        ===
        # 2. Independent Service Auditor’s Report
        To: Wren Software, Inc.
        ## Scope
        We have examined Wren Software, Inc.’s (“Wren”) accompanying description of its Wren Planner System found in Section 3, titled Wren Software, Inc. System Description as of March 15, 2031 (“description”) based on the criteria for a description of a service organization’s system set forth in DC 200, and the suitability of the design of controls stated in the description as of March 15, 2031, to provide reasonable assurance that commitments were achieved based on the trust services criteria relevant to Security, Availability, and Confidentiality (“applicable trust services criteria”) set forth in TSP 100, 2017 Trust Services Criteria for Security, Availability, Processing Integrity, Confidentiality, and Privacy.
        Wren uses a subservice organization to provide hosting. Our examination did not include its services.
        ## Other Matter
        We did not perform any procedures regarding the operating effectiveness of controls and, accordingly, do not express an opinion thereon.
        ## Opinion
        In our opinion, in all material respects,
        A. The description presents Wren’s Wren Planner System that was designed and implemented as of March 15, 2031, in accordance with the description criteria.
        B. The controls stated in the description were suitably designed as of March 15, 2031, to provide reasonable assurance that commitments would be achieved, if its controls operated effectively as of that date and if the subservice organization and user entities applied the complementary controls.
        ## Restricted Use
        This report is intended solely for the information and use of Wren Software, Inc., user entities of the system as of March 15, 2031, and others.
        Jordan Maple, CPA
        Principal, Assurance Services
        Maple Attest LLC
        Nashville, Tennessee
        March 31, 2031
        ===
        # 3. System Description
        Wren makes a planner.",
        ["Soc2Type1", "Wren Software, Inc.", "Wren Planner System", "Maple Attest LLC", "Nashville, Tennessee", "-", "2031-03-15", "2031-03-31", "Unqualified", "Security, Availability, Confidentiality"],
    );
}

#[test]
fn an_isae_3402_report_in_its_own_words() {
    check(
        "
        # Plover Fund Services S.A.
        ISAE 3402 Type II Report
        Description of controls, their design and operating effectiveness
        for the period from 1 October 2030 to 30 September 2031
        ===
        # Independent Service Auditor’s Assurance Report on the Description of Controls, their Design and Operating Effectiveness
        To: The Board of Directors of Plover Fund Services S.A.
        ## Scope
        We have been engaged to report on Plover Fund Services S.A.’s description at pages 9-40 of its fund administration system for processing customers’ transactions throughout the period 1 October 2030 to 30 September 2031 (the description), and on the design and operation of controls related to the control objectives stated in the description.
        ## Service Auditor’s Responsibilities
        We conducted our engagement in accordance with International Standard on Assurance Engagements 3402.
        ## Opinion
        Our opinion has been formed on the basis of the matters outlined in this report. In our opinion, in all material respects:
        (a) The description fairly presents the fund administration system as designed and implemented throughout the period from 1 October 2030 to 30 September 2031;
        (b) The controls related to the control objectives stated in the description were suitably designed; and
        (c) The controls tested operated effectively throughout the period from 1 October 2030 to 30 September 2031.
        Luxembourg, 12 December 2031
        Hazel Audit S.à r.l.
        ===
        # Management Statement
        The accompanying description has been prepared for customers.",
        ["Soc1Type2", "Plover Fund Services S.A.", "fund administration system", "Hazel Audit S.à r.l.", "Luxembourg", "2030-10-01", "2031-09-30", "2031-12-12", "Unqualified", "-"],
    );
}

#[test]
fn an_indian_house_with_ordinal_dates_and_membership_numbers() {
    check(
        "
        # SOC 2 Type II Report
        Bulbul Technologies Private Limited
        Report on the description of the Bulbul HRMS Application relevant to Security & Confidentiality
        For the period 1st April, 2031 to 31st March, 2032
        ===
        # SECTION I - INDEPENDENT SERVICE AUDITOR’S REPORT
        To,
        The Management
        Bulbul Technologies Private Limited
        Bengaluru, India
        ## Scope
        We have examined Bulbul Technologies Private Limited’s (‘Bulbul’) accompanying description of its Bulbul HRMS Application for the period 1st April, 2031 to 31st March, 2032 and the suitability of the design and operating effectiveness of controls stated therein based on the trust services criteria relevant to Security and Confidentiality (applicable trust services criteria).
        ## Opinion
        In our opinion, in all material respects, the description presents the Bulbul HRMS Application that was designed and implemented throughout the period 1st April, 2031 to 31st March, 2032 and the controls were suitably designed and operated effectively throughout the period.
        For Neem & Associates
        Chartered Accountants
        CA Asha Neem
        Partner
        Membership No. 000000
        Place: Pune, India
        Date: 10th May, 2032
        ===
        # SECTION II - ASSERTION BY THE MANAGEMENT
        We have prepared the description.",
        ["Soc2Type2", "Bulbul Technologies Private Limited", "Bulbul HRMS Application", "Neem & Associates", "Pune, India", "2031-04-01", "2032-03-31", "2032-05-10", "Unqualified", "Security, Confidentiality"],
    );
}

#[test]
fn a_firm_whose_city_stands_in_its_letterhead_alone() {
    check(
        "
        # Heron Analytics, Inc.
        # Description of the Heron Cloud Relevant to Security
        For the period October 1, 2030 to September 30, 2031
        ===
        # Section I - Independent Service Auditors’ Report
        Birch & Cedar LLP
        500 Fifth Street
        Columbus, OH 43215
        To the Management of Heron Analytics, Inc.:
        ## Scope
        We have examined Heron Analytics, Inc.’s (“Heron”) description of its Heron Cloud throughout the period October 1, 2030 to September 30, 2031 and the suitability of the design and operating effectiveness of controls stated in the description based on the trust services criteria relevant to security (applicable trust services criteria).
        ## Opinion
        In our opinion, in all material respects, the description presents the Heron Cloud that was designed and implemented throughout the period and the controls were suitably designed and operated effectively throughout the period October 1, 2030 to September 30, 2031.
        Birch & Cedar LLP
        Chartered Professional Accountants, Licensed Public Accountants
        November 21, 2031
        ===
        # Section II - Assertion of Heron Analytics, Inc. Management
        We have prepared the description.",
        ["Soc2Type2", "Heron Analytics, Inc.", "Heron Cloud", "Birch & Cedar LLP", "Columbus, OH", "2030-10-01", "2031-09-30", "2031-11-21", "Unqualified", "Security"],
    );
}
