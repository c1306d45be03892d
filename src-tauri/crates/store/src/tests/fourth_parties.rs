//! What people said of subservice organizations.

use super::{Place, at, founder, stamp, vendor};
use countersign_domain::{
    Op,
    fourth_party::{Aliases, Dependence, Merged, Monitoring, PartyKey},
};

fn merged(name: &str, into: &str) -> Merged {
    Merged { name: PartyKey::of(name), into: PartyKey::of(into) }
}

#[test]
fn names_are_merged_into_the_top_only_and_split_off_again() {
    let place = Place::new();
    let workspace = place.create(None);
    let op = stamp(Op::NameFourthParty);
    let merge = |pair: Merged| workspace.write(&op, |db| db.merge_party(&pair, founder().id, at(5)));
    merge(merged("Northfell", "Northfell Cloud")).expect("merges");
    merge(merged("Kelder", "Northfell")).expect_err("not into a name that stands below another one");
    merge(merged("Northfell", "Kelder")).expect_err("not twice");
    merge(merged("Northfell Cloud", "Northfell Cloud")).expect_err("not into itself");
    merge(merged("Northfell Cloud", "Northfell")).expect_err("not in a circle");
    let aliases = || workspace.read(|db| db.party_aliases()).expect("reads");
    assert_eq!(aliases().party(&PartyKey::of("northfell")), &PartyKey::of("Northfell Cloud"));
    workspace.write(&op, |db| db.split_party(&PartyKey::of("Northfell"))).expect("splits");
    workspace.write(&op, |db| db.split_party(&PartyKey::of("Northfell"))).expect_err("there is nothing to split");
    let pair = Aliases::pair(PartyKey::of("b"), PartyKey::of("a"));
    workspace.write(&op, |db| db.keep_parties_apart(&pair, founder().id, at(6))).expect("writes");
    assert_eq!(aliases(), Aliases::new([], [pair]));
}

#[test]
fn a_dependence_of_which_nothing_is_said_is_not_kept() {
    let place = Place::new();
    let workspace = place.create(None);
    let op = stamp(Op::RecordFourthParty);
    let vendor = vendor(1, "Harbourlight Payroll, Inc.");
    workspace.write(&stamp(Op::CreateVendor), |db| db.insert_vendor(&vendor)).expect("writes");
    let said = Dependence {
        vendor: vendor.id,
        party: PartyKey::of("Northfell Cloud, Inc."),
        has_our_data: Some(false),
        monitoring: Some(Monitoring::Said),
        mapped: None,
        note: None,
        by: founder().id,
        at: at(5),
    };
    let all = || workspace.read(|db| db.party_dependences(Some(vendor.id))).expect("reads");
    workspace.write(&op, |db| db.save_party_dependence(&said)).expect("writes");
    assert_eq!(all(), std::slice::from_ref(&said));
    let other = Dependence { has_our_data: Some(true), monitoring: None, ..said.clone() };
    workspace.write(&op, |db| db.save_party_dependence(&other)).expect("writes");
    assert_eq!(all(), std::slice::from_ref(&other), "in the place of what was");
    let nothing = Dependence { has_our_data: None, ..other };
    workspace.write(&op, |db| db.save_party_dependence(&nothing)).expect("writes");
    assert_eq!(all(), []);
}
