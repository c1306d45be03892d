//! More habits of certification bodies: wordings in prose, labels over and under, the body as a letterhead.

use countersign_domain::Kind;

use super::bodies::{Expected, check};
use crate::recognise::testing::{of_pages, reading};
use crate::text::sheet::Sheet;

#[test]
fn a_body_that_approves_to_standards_with_an_identity_number() {
    check(
        &reading(
            "# Certificate of Approval\nThis is to certify that the Management System of:\n# Heron Analytics Limited\n14 Mill Lane, Leeds LS1 4AB, United Kingdom\nhas been approved by Finch Assurance Limited to the following standards:\nISO/IEC 27001:2022\nApproval number(s): ISO/IEC 27001 – 0054321\nThe scope of this approval is applicable to:\nHosting and support of the analytics service in accordance with the Statement of Applicability V3.1.\nCurrent issue date: 4 May 2031\nExpiry date: 3 May 2034\nCertificate identity number: 10554433\nOriginal approval(s): ISO/IEC 27001 – 4 May 2028",
        ),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Heron Analytics Limited"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("10554433"),
            issued: Some("2031-05-04"),
            expires: Some("2034-05-03"),
            first: Some("2028-05-04"),
            body: Some("Finch Assurance Limited"),
            soa: Some("3.1"),
            ..Expected::default()
        },
    );
}

#[test]
fn a_body_that_certifies_since_and_from_until() {
    check(
        &reading(
            "# Certificate GB31/98765\nThe management system of\n# Plover Health Ltd\nUnit 4, Harbour Road, Bristol BS1 4DJ\nhas been assessed and certified as meeting the requirements of\n# ISO/IEC 27001:2022\nFor the following activities\nDevelopment of records for clinics.\nThis certificate is valid from 4 May 2031 until 3 May 2034 and remains valid subject to satisfactory surveillance audits.\nRecertification audit due a minimum of 60 days before the expiration date.\nIssue 3. Certified since 4 May 2025",
        ),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Plover Health Ltd"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("GB31/98765"),
            issued: Some("2031-05-04"),
            expires: Some("2034-05-03"),
            first: Some("2025-05-04"),
            ..Expected::default()
        },
    );
}

#[test]
fn an_american_body_as_a_letterhead_with_the_labels_under_the_values() {
    let page = Sheet::new(1)
        .bold("Birch Certification, Inc.")
        .line("Certification body · Tulsa, Oklahoma")
        .title("Certificate of Registration")
        .line("This is to certify that the information security management system of")
        .title("Juniper Ledger, Inc.")
        .line("has been assessed and conforms to the requirements of")
        .title("ISO/IEC 27001:2022")
        .gap(20.0)
        .cells(&[(60.0, "Certificate number"), (260.0, "JL-2031-14")])
        .cells(&[(60.0, "Scope"), (260.0, "Development and operation of the Ledger Cloud")])
        .cells(&[(60.0, "Statement of applicability"), (260.0, "Version 4")])
        .cells(&[(60.0, "First certified"), (260.0, "May 4, 2031")])
        .cells(&[(60.0, "Valid until"), (260.0, "May 3, 2034, subject to yearly surveillance audits")])
        .build();
    check(
        &of_pages(&[page]),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Juniper Ledger, Inc."),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("JL-2031-14"),
            issued: Some("2031-05-04"),
            expires: Some("2034-05-03"),
            first: Some("2031-05-04"),
            body: Some("Birch Certification, Inc."),
            soa: Some("4"),
            ..Expected::default()
        },
    );
}

#[test]
fn a_body_in_prose_with_privacy_beside_security() {
    check(
        &reading(
            "# CERTIFICATE OF REGISTRATION\nWren Assurance Services, Inc. hereby certifies that\n# Heron Analytics, Inc.\n100 Main Street, Suite 400, Tulsa, OK 74103\noperates an Information Security Management System that has been assessed and found to conform with the requirements of ISO/IEC 27001:2022, extended by ISO/IEC 27701:2019.\nScope: The ISMS that supports the Heron Platform, as per the Statement of Applicability (SoA) v2.3 dated March 1, 2031.\nCertificate Number: HA-7788-31\nDate of Initial Certification: March 20, 2028\nDate of Certification: March 20, 2031\nCertificate Expiration: March 19, 2034\nWren Assurance Services, Inc. is accredited by the ANSI National Accreditation Board (ANAB).",
        ),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Heron Analytics, Inc."),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("HA-7788-31"),
            issued: Some("2031-03-20"),
            expires: Some("2034-03-19"),
            first: Some("2028-03-20"),
            body: Some("Wren Assurance Services, Inc."),
            accreditation: Some("ANSI National Accreditation Board"),
            soa: Some("2.3"),
        },
    );
}

#[test]
fn a_german_body_with_a_holder_label_and_first_certification_by_year_alone() {
    let page = Sheet::new(1)
        .title("Zertifikat / Certificate")
        .cells(&[(60.0, "Standard"), (240.0, "ISO/IEC 27001:2022")])
        .cells(&[(60.0, "Certificate Registr. No."), (240.0, "01 153 554433")])
        .gap(16.0)
        .cells(&[(60.0, "Certificate Holder:"), (240.0, "Amsel Daten GmbH")])
        .cells(&[(240.0, "Hauptstraße 4, 80331 München, Germany")])
        .gap(16.0)
        .cells(&[(60.0, "Scope:"), (240.0, "Operation of data centres for banks")])
        .line("Proof has been furnished by means of an audit that the requirements of ISO/IEC 27001:2022 are met.")
        .cells(&[(60.0, "Validity:"), (240.0, "The certificate is valid from 2031-05-04 until 2034-05-03.")])
        .cells(&[(240.0, "First certification 2025")])
        .gap(30.0)
        .line("2031-05-01")
        .build();
    check(
        &of_pages(&[page]),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Amsel Daten GmbH"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("01 153 554433"),
            issued: Some("2031-05-04"),
            expires: Some("2034-05-03"),
            ..Expected::default()
        },
    );
}

#[test]
fn a_german_body_that_certifies_an_organisation_for_a_scope() {
    let found = reading(
        "# ZERTIFIKAT ◆ CERTIFICATE\nThe certification body of Kiebitz Cert GmbH\nhereby certifies that the organisation\n# Reiher & Söhne AG\nGroße Bleichen 12 · 20354 Hamburg · Germany\nfor the scope\nOperation of archives for clinics\nhas established a system according to\n# ISO/IEC 27001:2022\nCertificate registration no.: KC-27001-4\nValid until: 16.05.2034",
    );
    check(
        &found,
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Reiher & Söhne AG"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("KC-27001-4"),
            expires: Some("2034-05-16"),
            body: Some("Kiebitz Cert GmbH"),
            ..Expected::default()
        },
    );
    let scope = found.certificate.and_then(|c| c.scope).map(|f| f.value);
    assert_eq!(scope.as_deref(), Some("Operation of archives for clinics"), "scope");
}

#[test]
fn a_number_and_days_below_their_labels_and_a_body_beside_who_accredits_it() {
    let page = Sheet::new(1)
        .title("Certificate of Registration")
        .line("This is to certify that")
        .gap(10.0)
        .line("Heron Hosting Pty Ltd")
        .gap(10.0)
        .line("operates an information security management system which conforms to the requirements of ISO/IEC 27001:2022")
        .gap(20.0)
        .cells(&[(60.0, "Certificate number"), (240.0, "Effective date"), (400.0, "Expiry date")])
        .cells(&[(60.0, "IS 720114"), (240.0, "2 July 2031"), (400.0, "1 July 2034")])
        .gap(40.0)
        .line("For and on behalf of Curlew Registrars Pty Ltd Accredited by JAS-ANZ")
        .build();
    check(
        &of_pages(&[page]),
        Kind::Iso27001Certificate,
        &Expected {
            holder: Some("Heron Hosting Pty Ltd"),
            standard: Some("ISO/IEC 27001:2022"),
            number: Some("IS 720114"),
            issued: Some("2031-07-02"),
            expires: Some("2034-07-01"),
            body: Some("Curlew Registrars Pty Ltd"),
            accreditation: Some("JAS-ANZ"),
            ..Expected::default()
        },
    );
}
