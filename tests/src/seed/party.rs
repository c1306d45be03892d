//! The parties on which invented vendors rest: a few on which most do, and a long rest of which each is named once or twice; what
//! reports expect of them and of us.

use super::{id, person, report::cited};
use chrono::{DateTime, Utc};
use countersign_domain::{
    Basis, Op, Vendor,
    fourth_party::{Dependence, Monitoring, PartyKey},
    reading::{Reading, SubserviceControl, SubserviceMethod, SubserviceOrganization, UserEntityControl},
};
use countersign_store::{Change, StoreError, Subject};
use serde_json::json;

/// Controls that each report expects of us.
const CUECS: u32 = 6;
/// Parties on which most vendors rest; a report writes a name in one of two ways.
const KNOWN: [[&str; 2]; 8] = [
    ["Northfell Cloud, Inc.", "Northfell Cloud Services"],
    ["Kelder Backup B.V.", "Kelder Backup"],
    ["Marlowe Azimuth Corporation", "Marlowe Azimut"],
    ["Silverpine Data Centers LLC", "Silverpine"],
    ["Tarn Identity, Inc.", "Tarn Identity"],
    ["Quarrystone Mail Ltd", "Quarrystone Mail"],
    ["Holm Payments AB", "Holm Payments"],
    ["Overwater Content Network", "OCN"],
];
/// Words of which the others are named.
const WORDS: [&str; 14] = [
    "Alder", "Brink", "Cairn", "Dale", "Elder", "Frost", "Grove", "Heath", "Isle", "Knoll", "Larch", "Moss", "Ridge",
    "Vale",
];

/// The names of the parties of a vendor's report.
fn parties(number: u32) -> Vec<String> {
    let known = |at: u32| KNOWN[at as usize % KNOWN.len()][(number / 7) as usize % 2].to_owned();
    // Each number is another word pair with another number: half of them are named by two vendors.
    let rest = number / 2;
    let (a, b) = (WORDS[rest as usize % 14], WORDS[rest as usize / 14 % 14]);
    let mut parties = vec![known(number % 3), format!("{a}{} {} Hosting", b.to_lowercase(), rest)];
    if number.is_multiple_of(3) {
        parties.push(known(3 + number % 5));
    }
    parties
}

/// Puts into a report whom it carves out, what it expects of them, and what it expects of us.
pub(super) fn name_in(reading: &mut Reading, number: u32) {
    let names = parties(number);
    reading.subservice_organizations = names
        .iter()
        .map(|name| SubserviceOrganization {
            name: name.clone(),
            services: Some("Hosting of the production environment".to_owned()),
            method: Some(SubserviceMethod::CarveOut),
            basis: Basis::Stated,
            citations: vec![cited(12)],
        })
        .collect();
    reading.csocs = names
        .iter()
        .map(|name| SubserviceControl {
            text: "Access to the data centers is restricted to people who are authorized.".to_owned(),
            criteria: vec!["CC6.4".to_owned()],
            subservice: Some(name.clone()),
            basis: Basis::Stated,
            citations: vec![cited(13)],
        })
        .collect();
    reading.cuecs = (0..CUECS).map(|which| expected(number, which)).collect();
}

fn expected(number: u32, which: u32) -> UserEntityControl {
    let what = [
        "Access rights to the service are reviewed at least quarterly",
        "Accounts of people who leave are removed within one business day",
        "Multi-factor authentication is turned on for administrators",
        "Exported data is protected as its owner asks",
        "Contacts for incidents are kept up to date",
        "Files are checked for completeness before they are uploaded",
    ];
    UserEntityControl {
        text: format!("{} (environment {}).", what[which as usize % what.len()], number % 50),
        criteria: vec![format!("CC6.{}", 1 + which % 3)],
        basis: Basis::Stated,
        citations: vec![cited(14)],
    }
}

/// Records what is known of some of the dependences.
pub(super) fn enter(db: &mut Change<'_>, vendor: &Vendor, number: u32, at: DateTime<Utc>) -> Result<(), StoreError> {
    if number.is_multiple_of(4) {
        return Ok(());
    }
    for name in parties(number).iter().take(1 + (number % 2) as usize) {
        let dependence = Dependence {
            vendor: vendor.id,
            party: PartyKey::of(name),
            has_our_data: Some(!number.is_multiple_of(5)),
            monitoring: Some(if number.is_multiple_of(3) { Monitoring::Tested } else { Monitoring::Said }),
            mapped: None,
            note: None,
            by: person().id,
            at,
        };
        db.save_party_dependence(&dependence)?;
        db.also(Op::RecordFourthParty, &Subject::vendor(vendor), json!({ "party": name }))?;
    }
    Ok(())
}

/// The id of what a person said of a document.
pub(super) fn judgement_id(which: u32, fact: u32) -> countersign_domain::JudgementId {
    countersign_domain::JudgementId::from_uuid(id(7, which * 10 + fact))
}
