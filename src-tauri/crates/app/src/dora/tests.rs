//! What is filled, and that nothing is guessed.

use super::{Gathered, tables};
use chrono::{DateTime, NaiveDate};
use countersign_domain::{
    ContractId, EngagementId, Name, Stage, Vendor, VendorId,
    register::{
        Contract, Currency, DataClass, Engagement, Identifier, IdentifierScheme, Money, Profile, Substitutability, Term,
    },
};
use std::collections::HashMap;
use uuid::Uuid;

fn name(text: &str) -> Name {
    Name::parse(text).expect("a name")
}

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn vendor(id: u128, called: &str) -> Vendor {
    Vendor {
        id: VendorId::from_uuid(Uuid::from_u128(id)),
        name: name(called),
        aliases: Vec::new(),
        service: None,
        stage: Stage::Approved,
        tier: None,
        tier_reason: None,
        owner: None,
        notes: None,
        created_at: DateTime::UNIX_EPOCH,
    }
}

fn contract(id: u128, euros: i64) -> Contract {
    Contract {
        term: Term::new(Some(day("2026-01-01")), Some(day("2026-12-31")), None, None, Some(90)).expect("a term"),
        amount_per_year: Money::new(euros * 100, Currency::parse("EUR").expect("a currency")).ok(),
        governing_law: Some(name("Ireland")),
        ..Contract::new(ContractId::from_uuid(Uuid::from_u128(id)), name("Services"))
    }
}

fn service(id: u128, called: &str) -> Engagement {
    Engagement {
        data: Some([DataClass::PaymentAccount].into()),
        data_locations: Some(vec![name("Ireland"), name("Netherlands"), name("EU region")]),
        substitutability: Some(Substitutability::Complex),
        ..Engagement::new(EngagementId::from_uuid(Uuid::from_u128(id)), name(called))
    }
}

fn made(vendors: Vec<(Vendor, Profile)>) -> tables::Made {
    let profiles: HashMap<VendorId, Profile> =
        vendors.iter().map(|(vendor, profile)| (vendor.id, profile.clone())).collect();
    let vendors = vendors.into_iter().map(|(vendor, _)| vendor).collect();
    tables::make(&Gathered { organisation: "Larkhollow Bank".to_owned(), vendors, profiles }, day("2026-06-30"))
}

fn rows<'a>(made: &'a tables::Made, code: &str) -> &'a [Vec<String>] {
    &made.tables.iter().find(|table| table.code == code).expect("the table is there").rows
}

fn lacks(made: &tables::Made, table: &str, column: &str) -> bool {
    made.missing.iter().any(|one| one.table == table && one.column == column)
}

#[test]
fn what_is_known_stands_in_its_column() {
    let profile = Profile {
        legal_name: Some(name("Harbourlight Payroll Ltd")),
        identifiers: vec![
            Identifier { scheme: IdentifierScheme::Vat, value: name("IE1234567A") },
            Identifier { scheme: IdentifierScheme::Lei, value: name("549300EXAMPLE0000017") },
        ],
        contracts: vec![contract(7, 1_200)],
        engagements: vec![service(8, "Payroll Cloud")],
        ..Profile::default()
    };
    let made = made(vec![(vendor(1, "Harbourlight"), profile)]);
    let reference = Uuid::from_u128(7).to_string();
    assert_eq!(rows(&made, "B_02.01"), [[reference.as_str(), "", "", "eba_CU:EUR", "1200"]]);
    assert_eq!(rows(&made, "B_03.02"), [[reference.as_str(), "549300EXAMPLE0000017", "eba_qCO:qx2000"]]);
    let provider = &rows(&made, "B_05.01")[0];
    assert_eq!(provider[4], "Harbourlight Payroll Ltd", "the legal name is the fifth column, c0050");
    assert_eq!((provider[8].as_str(), provider[9].as_str()), ("eba_CU:EUR", "1200"));
    let specific = rows(&made, "B_02.02");
    assert_eq!(specific.len(), 2, "a row for each country; a region is none");
    assert_eq!(
        [6, 7, 9, 11, 13, 14].map(|at| specific[0][at].as_str()),
        ["2026-01-01", "2026-12-31", "90", "eba_GA:IE", "eba_BT:x28", "eba_GA:IE"]
    );
    assert!(made.missing.iter().any(|one| one.what == "A country in place of: EU region"), "and it is said");
    assert_eq!(rows(&made, "B_07.01")[0][4], "eba_ZZ:x960");
    let columns: Vec<usize> = made.tables.iter().map(|table| table.columns.len()).collect();
    assert_eq!(columns, [6, 5, 18, 3, 12, 12], "as in the annexes");
    assert!(made.tables.iter().all(|table| table.rows.iter().all(|row| row.len() == table.columns.len())));
}

#[test]
fn what_is_not_known_is_empty_and_named() {
    let made = made(vec![(vendor(1, "Harbourlight"), Profile::default())]);
    assert_eq!(rows(&made, "B_01.01"), [["", "Larkhollow Bank", "", "", "", "2026-06-30"]]);
    for (table, column) in [("B_01.01", "c0010"), ("B_05.01", "c0010"), ("B_05.01", "c0080"), ("B_02.01", "c0010")] {
        assert!(lacks(&made, table, column), "{table} {column} is named as missing");
    }
    assert!(rows(&made, "B_02.01").is_empty() && rows(&made, "B_02.02").is_empty(), "no contract, no row");
}

#[test]
fn what_cannot_be_told_is_not_guessed() {
    let profile = Profile {
        identifiers: vec![Identifier { scheme: IdentifierScheme::Duns, value: name("12-345-6789") }],
        contracts: vec![contract(7, 100), Contract { amount_per_year: None, ..contract(9, 0) }],
        engagements: vec![service(8, "Payroll Cloud")],
        ..Profile::default()
    };
    let made = made(vec![(vendor(1, "Harbourlight"), profile)]);
    assert_eq!(rows(&made, "B_03.02")[0][1], "", "a number of another kind is not passed off as a LEI");
    assert_eq!(rows(&made, "B_05.01")[0][9], "", "no total while one contract has no amount");
    assert!(lacks(&made, "B_05.01", "c0100"));
    assert!(rows(&made, "B_02.02").is_empty(), "which service is under which contract is not known");
    assert!(lacks(&made, "B_02.02", ""));
}

#[test]
fn every_file_has_a_head_of_codes_and_no_mark_before_it() {
    let made = made(Vec::new());
    for table in &made.tables {
        let bytes = crate::table::plain_csv(table.lines()).expect("text");
        let text = String::from_utf8(bytes).expect("UTF-8");
        assert!(text.starts_with("c0010,c0020,"), "{}: {text}", table.file_name());
    }
    assert_eq!(made.tables[1].file_name(), "b_02.01.csv");
}
