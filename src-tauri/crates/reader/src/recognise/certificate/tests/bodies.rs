//! Certificates in the habits of many certification bodies, every name invented, to hold the recognisers against.

use countersign_domain::{Kind, Reading};

use crate::recognise::testing::{of_pages, reading};
use crate::text::sheet::Sheet;

/// What a test expects of a certificate.
#[derive(Default, Debug, PartialEq)]
pub(super) struct Expected {
    pub(super) holder: Option<&'static str>,
    pub(super) standard: Option<&'static str>,
    pub(super) number: Option<&'static str>,
    pub(super) issued: Option<&'static str>,
    pub(super) expires: Option<&'static str>,
    pub(super) first: Option<&'static str>,
    pub(super) body: Option<&'static str>,
    pub(super) accreditation: Option<&'static str>,
    pub(super) soa: Option<&'static str>,
}

pub(super) fn check(reading: &Reading, kind: Kind, expected: &Expected) {
    assert_eq!(reading.kind.value, kind, "kind");
    let found = reading.certificate.as_ref().expect("a certificate was read");
    let text = |f: &Option<countersign_domain::Fact<String>>| f.as_ref().map(|f| f.value.clone());
    let day = |f: &Option<countersign_domain::Fact<chrono::NaiveDate>>| f.as_ref().map(|f| f.value.to_string());
    let pairs = [
        ("holder", text(&reading.service_organization), expected.holder),
        ("standard", text(&found.standard), expected.standard),
        ("number", text(&found.number), expected.number),
        ("issued", day(&found.issued), expected.issued),
        ("expires", day(&found.expires), expected.expires),
        ("first issued", day(&found.first_issued), expected.first),
        ("body", text(&found.body), expected.body),
        ("accreditation", text(&found.accreditation), expected.accreditation),
        ("statement of applicability", text(&found.soa_version), expected.soa),
    ];
    for (what, found, expected) in pairs {
        assert_eq!(found.as_deref(), expected, "{what}");
    }
}

#[test]
fn a_british_body_with_original_effective_revision_and_expiry() {
    let page = Sheet::new(1)
        .title("Certificate of Registration")
        .line("INFORMATION SECURITY MANAGEMENT SYSTEM - ISO/IEC 27001:2022")
        .gap(20.0)
        .cells(&[(60.0, "This is to certify that:"), (240.0, "Heron Analytics Limited")])
        .cells(&[(240.0, "14 Mill Lane")])
        .cells(&[(240.0, "Leeds LS1 4AB")])
        .gap(20.0)
        .cells(&[(60.0, "Holds Certificate No:"), (240.0, "IS 712345")])
        .line("and operates an Information Security Management System which complies with the requirements of ISO/IEC 27001:2022")
        .line("for the following scope:")
        .gap(10.0)
        .line("The provision of hosted analytics to hospitals from the offices in Leeds. This is in accordance with the")
        .line("Statement of Applicability version 3.2 dated 1 March 2031.")
        .gap(30.0)
        .cells(&[(60.0, "For and on behalf of Curlew Standards:"), (300.0, "Ann Wren, Managing Director Assurance")])
        .gap(30.0)
        .cells(&[(60.0, "Original Registration Date: 2025-06-04"), (320.0, "Effective Date: 2031-06-04")])
        .cells(&[(60.0, "Latest Revision Date: 2032-01-20"), (320.0, "Expiry Date: 2034-06-03")])
        .build();
    let reading = of_pages(&[page]);
    check(
        &reading,
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Heron Analytics Limited"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("IS 712345"),
            issued: Some("2031-06-04"),
            expires: Some("2034-06-03"),
            first: Some("2025-06-04"),
            body: Some("Curlew Standards"),
            soa: Some("3.2"),
            ..Expected::default()
        },
    );
    let scope = reading.certificate.and_then(|c| c.scope).expect("a scope");
    assert!(scope.value.starts_with("The provision of hosted analytics"), "scope: {}", scope.value);
}

#[test]
fn a_nordic_body_with_place_and_date_and_a_span_of_validity() {
    let page = Sheet::new(1)
        .title("Management System Certificate")
        .cells(&[(60.0, "Certificate no.:"), (220.0, "Initial certification date:"), (400.0, "Valid:")])
        .cells(&[(60.0, "C554433"), (220.0, "12 May 2028"), (400.0, "12 May 2031 – 11 May 2034")])
        .gap(20.0)
        .line("This is to certify that the management system of")
        .title("Plover Health AS")
        .line("Havnegata 4, 0150 Oslo, Norway")
        .gap(10.0)
        .line("has been found to conform to the Information Security Management System standard:")
        .title("ISO/IEC 27001:2022")
        .line("This certificate is valid for the following scope:")
        .line("Development and operation of software for clinics.")
        .gap(30.0)
        .cells(&[(60.0, "Place and date:"), (300.0, "For the issuing office:")])
        .cells(&[(60.0, "Oslo, 12 May 2031"), (300.0, "Fjordvik Assurance AS")])
        .build();
    check(
        &of_pages(&[page]),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Plover Health AS"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("C554433"),
            issued: Some("2031-05-12"),
            expires: Some("2034-05-11"),
            first: Some("2028-05-12"),
            body: Some("Fjordvik Assurance AS"),
            ..Expected::default()
        },
    );
}

#[test]
fn a_german_body_that_certifies_from_until() {
    check(
        &reading(
            "# CERTIFICATE\nNo. 12 310 55443 TMS\nThe Certification Body of Amsel Prüfdienst GmbH\ncertifies that\n# Juniper Ledger GmbH\nHauptstraße 4\n80331 München\nGermany\nhas established and applies an Information Security Management System for\nDevelopment and operation of ledgers for banks.\nAn audit was performed, Report No. 70099887.\nProof has been furnished that the requirements according to ISO/IEC 27001:2022 are fulfilled.\nThe certificate is valid from 2031-03-04 until 2034-03-03.\nCertificate Registration No.: 12 310 55443 TMS\nVersion of the statement of applicability: 4.1\nMünchen, 2031-03-01",
        ),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Juniper Ledger GmbH"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("12 310 55443 TMS"),
            issued: Some("2031-03-04"),
            expires: Some("2034-03-03"),
            body: Some("Amsel Prüfdienst GmbH"),
            soa: Some("4.1"),
            ..Expected::default()
        },
    );
}

#[test]
fn an_american_firm_with_the_dates_in_a_row() {
    let page = Sheet::new(1)
        .title("Certificate of Registration")
        .line("Information Security Management System - ISO/IEC 27001:2022")
        .gap(20.0)
        .line("The Certification Body of Birch & Cedar Certification, LLC hereby certifies that the following organization")
        .line("operates an Information Security Management System that conforms to the requirements of ISO/IEC 27001:2022")
        .title("Heron Analytics, Inc.")
        .line("for the following scope of registration")
        .gap(10.0)
        .line("The scope of the ISO/IEC 27001:2022 certification is limited to the system supporting the Heron Platform, in accordance with")
        .line("the statement of applicability, version 2.1, dated May 1, 2031.")
        .gap(30.0)
        .line("Certificate Number: 1554433-2")
        .gap(20.0)
        .line("Authorized by:")
        .line("Dale Finch")
        .line("Managing Principal, Birch & Cedar Certification, LLC")
        .gap(20.0)
        .cells(&[(60.0, "Issue Date"), (180.0, "Original Registration Date"), (340.0, "Expiration Date"), (460.0, "Certificate Version")])
        .cells(&[(60.0, "May 20, 2031"), (180.0, "June 1, 2028"), (340.0, "May 31, 2034"), (460.0, "Version 2")])
        .build();
    check(
        &of_pages(&[page]),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Heron Analytics, Inc."),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("1554433-2"),
            issued: Some("2031-05-20"),
            expires: Some("2034-05-31"),
            first: Some("2028-06-01"),
            body: Some("Birch & Cedar Certification, LLC"),
            soa: Some("2.1"),
            ..Expected::default()
        },
    );
}

#[test]
fn a_body_that_prints_the_cycle_before() {
    check(
        &reading(
            "# Certification\nAwarded to\n# PLOVER HEALTH LTD\nUnit 4, Harbour Road, Bristol BS1 4DJ\nWren Veritas Certification certifies that the Management System of the above organisation has been audited and found to be in accordance with the requirements of the management system standard detailed below.\nISO/IEC 27001:2022\nScope of certification\nHosting of records for clinics in the United Kingdom.\nOriginal cycle start date: 4 May 2025\nExpiry date of previous cycle: 3 May 2031\nCertification / Recertification Audit date: 10 April 2031\nCertification / Recertification cycle start date: 4 May 2031\nSubject to the continued satisfactory operation of the organisation’s Management System, this certificate expires on: 3 May 2034\nCertificate No.: GB998877\nIssue date: 6 May 2031\nAccredited by UKAS, No. 0008",
        ),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("PLOVER HEALTH LTD"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("GB998877"),
            issued: Some("2031-05-06"),
            expires: Some("2034-05-03"),
            first: Some("2025-05-04"),
            body: Some("Wren Veritas Certification"),
            accreditation: Some("UKAS"),
            ..Expected::default()
        },
    );
}

#[test]
fn an_initial_registration_beside_an_end_is_the_issue_only_within_one_cycle() {
    for (first, issued) in [("June 15, 2031", Some("2031-06-15")), ("June 15, 2028", None)] {
        let found = reading(&format!(
            "# Certificate of Registration\nThis is to certify that the Information Security Management System of\n# HERON ANALYTICS, INC.\nhas been assessed and registered as meeting the requirements of\nISO/IEC 27001:2022\nCertificate Number: HA-2031-1\nInitial Registration: {first}\nValid Until: June 14, 2034"
        ));
        let certificate = found.certificate.as_ref().expect("a certificate");
        assert_eq!(certificate.issued.as_ref().map(|f| f.value.to_string()).as_deref(), issued, "first {first}");
        assert_eq!(certificate.body, None, "no body is named");
        assert_eq!(found.service_organization.map(|f| f.value).as_deref(), Some("HERON ANALYTICS, INC."), "holder");
    }
}

#[test]
fn numeric_dates_that_two_countries_read_differently_are_not_read() {
    let found = reading(
        "# Certificate\nThis is to certify that the Information Security Management System of Heron Analytics Limited complies with the requirements of ISO/IEC 27001:2022\nCertificate number: 55\nIssue date: 04/05/2031\nExpiry date: 31/12/2033",
    );
    let certificate = found.certificate.expect("a certificate");
    assert_eq!(certificate.issued, None, "May or April");
    assert_eq!(certificate.expires.map(|f| f.value.to_string()).as_deref(), Some("2033-12-31"), "cannot be misread");
}

#[test]
fn other_dates_are_not_taken() {
    for line in [
        "Re-issue date: May 4, 2032",
        "Last certification cycle expiration date: May 4, 2031",
        "The certification agreement dated May 4, 2030 applies.",
        "Next surveillance audit before: May 4, 2032",
        "Statement of Applicability dated May 4, 2031",
        "Recertification audit due by May 4, 2034",
        "Revision date: May 4, 2032",
        "Printed on May 4, 2032",
    ] {
        let found = reading(&format!(
            "# Certificate\nThis is to certify that the Information Security Management System of Heron Analytics Limited complies with the requirements of ISO/IEC 27001:2022\n{line}"
        ));
        let c = found.certificate.expect("a certificate");
        assert_eq!((c.issued, c.expires, c.first_issued), (None, None, None), "not one of ours: {line}");
    }
}

#[test]
fn a_star_certificate_is_not_the_certificate_that_it_rests_on() {
    check(
        &reading(
            "# Certificate\nCertificate number: ST-7\nCertified by Plover Certification since: May 4, 2028\nBased on a certification examination the cloud security management system as implemented by\n# Heron Analytics, Inc.\nis compliant with the requirements as stated in the standard:\n# CSA STAR CCM v4.0\nIssue date of certificate: May 4, 2031\nExpiration date of certificate: May 3, 2034\nIt holds with the corresponding ISO/IEC 27001:2022 certificate with certificate number IS-9.",
        ),
        Kind::CsaStarCertificate,
        &Expected {
            holder: Some("Heron Analytics, Inc."),
            standard: Some("CSA STAR CCM v4.0"),
            number: Some("ST-7"),
            issued: Some("2031-05-04"),
            expires: Some("2034-05-03"),
            first: Some("2028-05-04"),
            body: Some("Plover Certification"),
            ..Expected::default()
        },
    );
}

#[test]
fn cyber_essentials_with_labels_and_with_values_alone() {
    let labelled = Sheet::new(1)
        .title("CERTIFICATE OF ASSURANCE")
        .title("Heron Analytics Ltd")
        .line("14 Mill Lane, Leeds LS1 4AB")
        .line("COMPLIES WITH THE REQUIREMENTS OF THE CYBER ESSENTIALS PLUS SCHEME")
        .gap(20.0)
        .cells(&[(60.0, "NAME OF ASSESSOR:"), (200.0, "Ann Wren")])
        .cells(&[
            (60.0, "CERTIFICATE NUMBER:"),
            (200.0, "1b2c3d4e-1111-2222-3333-abcdefabcdef"),
            (420.0, "DATE OF CERTIFICATION: 2031-05-04"),
        ])
        .cells(&[(60.0, "PROFILE VERSION:"), (200.0, "4.1 (Heathland)"), (420.0, "RECERTIFICATION DUE: 2032-05-04")])
        .cells(&[(60.0, "SCOPE:"), (200.0, "Whole organisation and all of its networks")])
        .gap(20.0)
        .cells(&[(60.0, "CERTIFICATION BODY:"), (200.0, "Wren Cyber Ltd")])
        .build();
    let expected = |body, holder| Expected {
        holder: Some(holder),
        standard: Some("CYBER ESSENTIALS PLUS"),
        number: Some("1b2c3d4e-1111-2222-3333-abcdefabcdef"),
        issued: Some("2031-05-04"),
        expires: Some("2032-05-04"),
        body,
        ..Expected::default()
    };
    // The address stands under the name; the certificate names nobody else.
    check(
        &of_pages(&[labelled]),
        Kind::CyberEssentialsCertificate,
        &expected(Some("Wren Cyber Ltd"), "Heron Analytics Ltd"),
    );
    let bare = Sheet::new(1)
        .title("Heron Analytics Ltd")
        .line("14 Mill Lane, Leeds LS1 4AB")
        .line("Ann Wren")
        .cells(&[(200.0, "1b2c3d4e-1111-2222-3333-abcdefabcdef"), (460.0, "2031-05-04")])
        .cells(&[(200.0, "4.1 (Heathland)"), (460.0, "2032-05-04")])
        .line("The whole company network")
        .line("This certificate certifies that the organisation was assessed as meeting the CYBER ESSENTIALS PLUS profile.")
        .build();
    check(&of_pages(&[bare]), Kind::CyberEssentialsCertificate, &expected(None, "Heron Analytics Ltd"));
}

#[test]
fn an_attestation_of_compliance_names_company_assessor_and_version() {
    let page = Sheet::new(1)
        .title("Payment Card Industry (PCI) Data Security Standard")
        .title("Attestation of Compliance for Report on Compliance – Service Providers")
        .line("Version 4.0.1")
        .line("Date of Report: 4 May 2031")
        .gap(20.0)
        .bold("Part 1a. Assessed Entity")
        .cells(&[(60.0, "Company name:"), (240.0, "Heron Payments, Inc.")])
        .cells(&[(60.0, "DBA (doing business as):"), (240.0, "Heron")])
        .gap(20.0)
        .bold("Part 1b. Qualified Security Assessor Company Information")
        .cells(&[(60.0, "Company name:"), (240.0, "Plover Assurance LLC")])
        .build();
    check(
        &of_pages(&[page]),
        Kind::PciAoc,
        &Expected {
            holder: Some("Heron Payments, Inc."),
            standard: Some("PCI DSS v4.0.1"),
            issued: Some("2031-05-04"),
            body: Some("Plover Assurance LLC"),
            ..Expected::default()
        },
    );
}

#[test]
fn another_management_system_is_no_information_security() {
    check(
        &reading(
            "# CERTIFICATE\nThis is to certify that the Quality Management System of: Heron Analytics, Inc., 12 Main Street, Tulsa, Oklahoma\nhas been registered by Plover Registrars, Inc. as conforming to the requirements of ISO 9001:2015\nThe management system is applicable to:\nDesign of instruments for laboratories.\nCertificate Number: 0099887\nInitial Certification Date: 4 May 2025\nDate of Certification Decision: 2 May 2031\nIssuing Date: 4 May 2031\nValid Until: 3 May 2034",
        ),
        Kind::IsoCertificate,
        &Expected {
            holder: Some("Heron Analytics, Inc."),
            standard: Some("ISO 9001:2015"),
            number: Some("0099887"),
            issued: Some("2031-05-04"),
            expires: Some("2034-05-03"),
            first: Some("2025-05-04"),
            body: Some("Plover Registrars, Inc."),
            ..Expected::default()
        },
    );
}

#[test]
fn a_body_that_says_by_whom_it_is_accredited() {
    let found = reading(
        "# CERTIFICATE\nThe Information Security Management System of\nAlder Logistics A/S\nconforms to the requirements of\nISO/IEC 27001:2022\nCertificate number: NCB-IS-20417\nIssue date: 1 March 2031\nValid until: 2 March 2034\nNorth Certification ApS, accredited by DANAK no. 5012",
    );
    let body = found.certificate.and_then(|certificate| certificate.body).map(|body| body.value);
    assert_eq!(body.as_deref(), Some("North Certification ApS"));
}
