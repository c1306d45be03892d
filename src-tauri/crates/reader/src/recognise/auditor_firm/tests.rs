//! Firms as they sign, and what is none.

use proptest::prelude::*;

use super::*;
use crate::recognise::testing::Report;

fn read_signed(signature: &str) -> (Option<String>, Option<String>) {
    let reading = Report { signature: signature.into(), ..Report::default() }.read();
    (reading.auditor_firm.map(|f| f.value), reading.auditor_location.map(|f| f.value))
}

#[test]
fn signature_blocks_in_many_orders_name_firm_and_place() {
    for (signature, firm, place) in [
        ("Birch & Cedar LLP\nTulsa, Oklahoma\nJune 20, 2032", "Birch & Cedar LLP", Some("Tulsa, Oklahoma")),
        ("Birch & Cedar LLP\nTulsa, Oklahoma - June 20, 2032", "Birch & Cedar LLP", Some("Tulsa, Oklahoma")),
        ("June 20, 2032\nBirch & Cedar LLP\nTulsa, OK", "Birch & Cedar LLP", Some("Tulsa, OK")),
        ("Birch Assurance PLLC\nCertified Public Accountants\nJune 20, 2032", "Birch Assurance PLLC", None),
        (
            "Birch, Cedar and Elm\nCertified Public Accountants\nTulsa, Oklahoma\nJune 20, 2032",
            "Birch, Cedar and Elm",
            Some("Tulsa, Oklahoma"),
        ),
        ("Birch and Cedar, CPAs\nJune 20, 2032", "Birch and Cedar, CPAs", None),
        (
            "For Birch & Associates, Chartered Accountants\nPune, India\nDate: 20th June 2032",
            "Birch & Associates, Chartered Accountants",
            Some("Pune, India"),
        ),
        ("Birch P.C.\nDated: June 20, 2032", "Birch P.C.", None),
        ("Birch & Cedar PLLP\nTulsa, Oklahoma\nJune 20, 2032", "Birch & Cedar PLLP", Some("Tulsa, Oklahoma")),
        (
            "Birch Cedar, A Professional Corporation\nTulsa, Oklahoma\nJune 20, 2032",
            "Birch Cedar, A Professional Corporation",
            Some("Tulsa, Oklahoma"),
        ),
        ("Betulla Revisione S.p.A.\nMilan, Italy\n20 June 2032", "Betulla Revisione S.p.A.", Some("Milan, Italy")),
        ("Birk Revision ApS\nAarhus, Denmark\n20 June 2032", "Birk Revision ApS", Some("Aarhus, Denmark")),
        ("Birch & Cedar LLP\nWashington, D.C.\nJune 20, 2032", "Birch & Cedar LLP", Some("Washington, D.C.")),
        ("Birch & Cedar LLP\nSingapore\n20 June 2032", "Birch & Cedar LLP", Some("Singapore")),
        (
            "Birch Cedar CPA Group\nA. Person, CPA, Partner\nTulsa, Oklahoma\nJune 20, 2032",
            "Birch Cedar CPA Group",
            Some("Tulsa, Oklahoma"),
        ),
        ("Birch Controls, LLC\nTulsa, Oklahoma\nJune 20, 2032", "Birch Controls, LLC", Some("Tulsa, Oklahoma")),
        ("Independent Birch Partners LLP\nJune 20, 2032", "Independent Birch Partners LLP", None),
        ("BIRCH & COMPANY, LLC\nTulsa, Oklahoma\nJune 20, 2032", "BIRCH & COMPANY, LLC", Some("Tulsa, Oklahoma")),
        ("B-IRCH ASSURANCE\nTulsa, Oklahoma\nJune 20, 2032", "B-IRCH ASSURANCE", Some("Tulsa, Oklahoma")),
        (
            "Ada D Birch, CPA, CISA\nPrincipal, Assurance Services\nBirch Assurance LLC\nJune 20, 2032",
            "Birch Assurance LLC",
            None,
        ),
        (
            "Bouleau, Cèdre & Associés S.E.N.C.R.L.\nMontréal (Québec)\nJune 20, 2032",
            "Bouleau, Cèdre & Associés S.E.N.C.R.L.",
            Some("Montréal (Québec)"),
        ),
        ("Birke & Zeder PartG mbB\n20 June 2032", "Birke & Zeder PartG mbB", None),
        (
            "Birch Cedar Elm\nStatutory Auditors and Chartered Accountants\nLeeds, United Kingdom\n20 June 2032",
            "Birch Cedar Elm",
            Some("Leeds, United Kingdom"),
        ),
        ("Birch Cedar Elm\nCPAs, Independent Auditors\nJune 20, 2032", "Birch Cedar Elm", None),
        ("Birch & Cedar LLP\nChartered Accountants\nGlasgow\n20 June 2032", "Birch & Cedar LLP", Some("Glasgow")),
        ("Tulsa, June 20, 2032\nBirch & Cedar LLP", "Birch & Cedar LLP", Some("Tulsa")),
        ("Birch & Cedar LLP\nPartner\nJune 20, 2032", "Birch & Cedar LLP", None),
        ("Sunday, June 20, 2032\nBirch & Cedar LLP", "Birch & Cedar LLP", None),
        ("Birch & Cedar LLP\nAda Birch\nGlasgow\nJune 20, 2032", "Birch & Cedar LLP", None),
        ("/s/ Birch & Co.\nLeeds, United Kingdom\n20 June 2032", "Birch & Co.", Some("Leeds, United Kingdom")),
    ] {
        let (found, at) = read_signed(signature);
        assert_eq!((found.as_deref(), at.as_deref()), (Some(firm), place), "signed: {signature}");
    }
}

#[test]
fn an_accountant_without_a_firm_signs_in_their_own_name() {
    let (firm, place) = read_signed("Ada Birch, CPA\nTulsa, Oklahoma\nJune 20, 2032");
    assert_eq!((firm.as_deref(), place.as_deref()), (Some("Ada Birch, CPA"), Some("Tulsa, Oklahoma")), "own name");
}

#[test]
fn where_the_signature_is_a_picture_other_places_name_the_firm() {
    let unsigned = || Report { signature: "Tulsa, Oklahoma\nJune 20, 2032".into(), ..Report::default() };
    assert_eq!(unsigned().read().auditor_firm, None, "nothing names it");
    for cover in [
        "Independent Service Auditor: Birch & Cedar LLP",
        "Examined by Birch & Cedar LLP",
        "Prepared by: Birch & Cedar LLP",
        "Birch & Cedar LLP",
        "Report issued 20 June 2032 by Birch & Cedar LLP, Independent Service Auditors.",
    ] {
        let mut report = unsigned();
        report.cover = format!("{}\n{cover}", report.cover);
        assert_eq!(report.read().auditor_firm.map(|f| f.value).as_deref(), Some("Birch & Cedar LLP"), "cover: {cover}");
    }
}

#[test]
fn a_name_without_a_form_is_a_firm_where_another_place_says_so() {
    let mut report = Report { signature: "Birchwater\nJune 20, 2032".into(), ..Report::default() };
    report.cover = format!("{}\nIndependent Service Auditor: Birchwater", report.cover);
    assert_eq!(report.read().auditor_firm.map(|f| f.value).as_deref(), Some("Birchwater"), "the cover says so");
}

#[test]
fn neither_the_vendor_nor_a_tool_nor_a_placeholder_is_the_firm() {
    for signature in [
        "For Juniper Ledger, Inc.\nJune 20, 2032",
        "[Audit Firm]\nJune 20, 2032",
        "Ada Birch\nManaging Partner\nJune 20, 2032",
        "The Service Auditor\nJune 20, 2032",
        "________\nJune 20, 2032",
    ] {
        assert_eq!(read_signed(signature).0, None, "no firm in: {signature}");
    }
    let prepared = Report {
        signature: "June 20, 2032".into(),
        cover: "# SOC 2 Type 2 Report\nPrepared by: Juniper Ledger, Inc.\nPowered by Compliance Robot, Inc.".into(),
        ..Report::default()
    };
    assert_eq!(prepared.read().auditor_firm, None, "vendors prepare and tools power");
}

proptest! {
    #[test]
    fn no_signature_makes_it_panic(lines in proptest::collection::vec("\\PC{0,40}", 0..6)) {
        let _ = read_signed(&lines.join("\n"));
    }

    #[test]
    fn no_line_makes_it_panic(line in "\\PC{0,80}(LLP|CPA)?\\PC{0,20}") {
        let _ = bare(&line);
    }
}
