//! Ways in which reports name those who work for the vendor.

use countersign_domain::Reading;
use countersign_domain::reading::SubserviceMethod;

use crate::recognise::lists::testing::{report, tabled};

fn found(reading: &Reading) -> Vec<(&str, Option<&str>, Option<SubserviceMethod>)> {
    for one in &reading.subservice_organizations {
        assert!(!one.citations.is_empty(), "nothing without its place: {}", one.name);
    }
    reading.subservice_organizations.iter().map(|s| (s.name.as_str(), s.services.as_deref(), s.method)).collect()
}

fn names(scope: &str, description: &str) -> Vec<String> {
    report(scope, description).subservice_organizations.into_iter().map(|s| s.name).collect()
}

const CARVED: Option<SubserviceMethod> = Some(SubserviceMethod::CarveOut);
const INCLUDED: Option<SubserviceMethod> = Some(SubserviceMethod::Inclusive);

#[test]
fn the_scope_names_them_with_what_they_do() {
    let reading = report(
        "Juniper uses Heron Hosting, Inc. (“HHI”), a subservice organization, to provide cloud hosting, and Larch Mail LLC, a subservice organization, to deliver mail. The description excludes the controls of the subservice organizations.",
        "",
    );
    assert_eq!(
        found(&reading),
        [("Heron Hosting, Inc.", Some("cloud hosting"), CARVED), ("Larch Mail LLC", Some("mail"), CARVED)]
    );
}

#[test]
fn carving_out_has_many_words() {
    for sentence in [
        "The carve-out method is used.",
        "The description excludes the controls of Heron Hosting.",
        "Our examination did not extend to the controls of the subservice organization.",
        "The scope of our engagement did not include those controls.",
        "Our examination does not extend to such services.",
        "The description does not include the controls of Heron Hosting.",
        "The controls of the subservice organization are not included in the scope of this report.",
        "The description does not disclose the actual controls at the subservice organization.",
        "The description presents the types of complementary subservice organization controls assumed in the design; it excludes the actual ones.",
    ] {
        let reading =
            report(&format!("Juniper uses Heron Hosting, a subservice organization, for hosting. {sentence}"), "");
        assert_eq!(found(&reading), [("Heron Hosting", Some("hosting"), CARVED)], "carved out: {sentence}");
    }
}

#[test]
fn what_is_said_of_all_may_stand_before_their_names() {
    let reading = report(
        "Juniper utilizes the following subservice organizations, which are carved out of the description: Heron Hosting (cloud hosting) and Larch Mail (delivery of mail).",
        "",
    );
    assert_eq!(
        found(&reading),
        [("Heron Hosting", Some("cloud hosting"), CARVED), ("Larch Mail", Some("delivery of mail"), CARVED)]
    );
}

#[test]
fn a_method_may_be_chosen_for_each() {
    let reading = report(
        "Juniper has chosen to use the inclusive method for Heron Hosting Ltd, which operates its data halls, and the carve-out method for Larch Mail, which delivers mail.",
        "",
    );
    let named: Vec<_> = found(&reading).iter().map(|f| (f.0, f.2)).collect();
    assert_eq!(named, [("Heron Hosting Ltd", INCLUDED), ("Larch Mail", CARVED)]);
    let of_all = report("Juniper uses the carve-out method for its subservice organizations in Section III.", "");
    assert!(found(&of_all).is_empty(), "nobody is named");
}

#[test]
fn whose_controls_the_description_excludes_is_one() {
    for sentence in [
        "Juniper uses Heron Hosting for hosting; the description excludes its controls.",
        "Juniper uses Heron Hosting for hosting. The description excludes the control objectives and related controls of Heron Hosting.",
    ] {
        assert_eq!(found(&report(sentence, "")), [("Heron Hosting", Some("hosting"), CARVED)], "in: {sentence}");
    }
    let not_tied = "Juniper uses Heron Hosting for hosting. The description excludes marketing pages.";
    assert!(found(&report(not_tied, "")).is_empty(), "nothing says that its controls matter");
}

#[test]
fn each_has_its_own_method() {
    let reading = report(
        "Juniper uses Heron Hosting to host its servers (carve-out method) and Larch Print, Inc. to print statements (inclusive method); both are subservice organizations.",
        "",
    );
    assert_eq!(
        found(&reading),
        [
            ("Heron Hosting", Some("host its servers"), CARVED),
            ("Larch Print, Inc.", Some("print statements"), INCLUDED)
        ]
    );
}

#[test]
fn a_method_that_nothing_states_is_none() {
    let reading = report("Juniper uses Heron Hosting, a subservice organization, for hosting.", "");
    assert_eq!(found(&reading), [("Heron Hosting", Some("hosting"), None)], "no word of a method");
}

#[test]
fn the_word_subservice_may_be_absent() {
    let reading = report(
        "Certain controls of the Cloud Providers are necessary in combination with the controls of Juniper. The examination did not extend to the policies, procedures, and controls of the Cloud Providers.",
        "The Ledger Cloud is hosted by Heron Web Services (HWS), and its store of keys is managed by Larch Keys. Juniper counts on HWS and Larch Keys (collectively, the Cloud Providers).",
    );
    let names: Vec<&str> = found(&reading).iter().map(|f| f.0).collect();
    assert_eq!(names, ["Heron Web Services", "Larch Keys"], "behind their collective name");
    assert!(found(&reading).iter().all(|f| f.2 == CARVED), "neither was examined");
}

#[test]
fn work_that_is_outsourced_to_several() {
    let reading = report(
        "Juniper outsources hosting of its servers to Heron Hosting Inc. and delivery of mail to Larch Mail. These subservice organizations are presented using the carve-out method.",
        "",
    );
    let expected = [
        ("Heron Hosting Inc.", Some("hosting of its servers"), CARVED),
        ("Larch Mail", Some("delivery of mail"), CARVED),
    ];
    assert_eq!(found(&reading), expected, "each with its work");
}

#[test]
fn those_whose_services_are_left_out_of_the_examination() {
    let reading = report(
        "Juniper uses various subservice organizations for hosting and for tickets. The cloud hosting services provided by Heron Cloud and the ticketing services provided by Larch Desk, Inc. were not included within the scope of this examination.",
        "",
    );
    let expected = [
        ("Heron Cloud", Some("cloud hosting services"), CARVED),
        ("Larch Desk, Inc.", Some("ticketing services"), CARVED),
    ];
    assert_eq!(found(&reading), expected, "with what each does");
    let reading = report("The services provided by Juniper were included in the scope of the examination.", "");
    assert_eq!(found(&reading), [], "nobody is left out");
}

#[test]
fn lists_tables_and_headings_name_them() {
    assert_eq!(
        names(
            "Juniper uses the following subservice organizations:\n• Heron Hosting - servers\n• Larch Mail, Inc. for mail\n• Elm Watch: alarms\nThe carve-out method is used.",
            ""
        ),
        ["Heron Hosting", "Larch Mail, Inc.", "Elm Watch"],
        "items"
    );
    assert_eq!(
        names(
            "",
            "## Subservice Organizations\n## Heron Hosting Corp.\nHeron Hosting provides servers.\n## Larch Mail\nLarch Mail sends mail."
        ),
        ["Heron Hosting Corp.", "Larch Mail"],
        "headings"
    );
    let rows: &[&[&str]] = &[
        &["Subservice Organization", "Services Provided"],
        &["Heron Hosting", "Servers in two regions"],
        &["Larch Data S.A.", "Backups"],
    ];
    let table = tabled("Subservice Organizations", "They are shown below.", &[60.0, 220.0, 552.0], rows);
    assert_eq!(
        found(&table),
        [("Heron Hosting", Some("Servers in two regions"), None), ("Larch Data S.A.", Some("Backups"), None)]
    );
}

#[test]
fn brackets_may_hold_the_names_or_the_services() {
    assert_eq!(
        found(&report(
            "Juniper uses subservice organizations for hosting (Heron Compute, LLC) and for support (Larch Desk).",
            ""
        )),
        [("Heron Compute, LLC", Some("hosting"), None), ("Larch Desk", Some("support"), None)]
    );
    assert_eq!(
        found(&report(
            "Juniper uses certain subservice organizations: Heron Bank, N.A. (custody), Larch Pricing Ltd (prices), and Elm Cloud (hosting).",
            ""
        )),
        [
            ("Heron Bank, N.A.", Some("custody"), None),
            ("Larch Pricing Ltd", Some("prices"), None),
            ("Elm Cloud", Some("hosting"), None)
        ]
    );
}

#[test]
fn a_longer_and_a_shorter_name_are_one() {
    assert_eq!(
        names(
            "Juniper uses Heron Web Services (“HWS”), a subservice organization, for hosting.",
            "## Subservice Organizations\nHeron Web Services, Inc. provides hosting. HWS is a subservice organization."
        ),
        ["Heron Web Services, Inc."],
        "the full name, once"
    );
}

#[test]
fn nobody_is_invented() {
    for (scope, description) in [
        ("Juniper does not use any subservice organizations.", ""),
        ("", "The platform is hosted in data centers of Heron Hosting. Mail goes through Larch Mail."),
        ("", "## Subprocessors\nHeron Hosting and Larch Mail process personal data."),
        (
            "",
            "## Subservice Organizations\nNone. Heron Hosting is a vendor whose controls are not necessary for the criteria.",
        ),
        ("", "## Subservice Organizations\nJuniper Ledger, Inc. reviews its vendors. The Company provides services."),
        ("Our examination did not include controls of subservice organizations in Canada or Ireland.", ""),
        ("Juniper uses a subservice organization to provide hosting in Ireland and Canada.", ""),
    ] {
        assert!(
            names(scope, description).is_empty(),
            "nobody in: {scope}{description}: {:?}",
            names(scope, description)
        );
    }
}

#[test]
fn a_word_that_a_maker_puts_before_all_its_products_stands_for_none_of_them() {
    let scope = "Juniper uses Heron Web Services, a subservice organization, to provide cloud hosting. The controls of";
    let method = |named: &str, elsewhere: &str| {
        let reading = report(&format!("{scope} {named} are excluded from this description."), elsewhere);
        found(&reading).first().and_then(|one| one.2)
    };
    assert_eq!(method("Heron", "Nothing else is said of the hosting company."), CARVED, "the first word is its alone");
    let products = "Members of staff write letters with Heron Docs and send them with Heron Mail every day.";
    assert_eq!(method("Heron Web Services", products), CARVED, "the name is");
    assert_eq!(method("Heron", products), None, "the word may be of another product");
}
