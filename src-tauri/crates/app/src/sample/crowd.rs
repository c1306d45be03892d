//! Plain vendors with generated names, for trying large registers.

use super::past::Past;
use crate::{App, application::stamp, clock::Clock as _, fail, vendors};
use countersign_contract::Failure;
use countersign_domain::{Action, LongText, Name, Op, PersonId, Stage, Tier, Vendor, VendorId};
use countersign_store::Subject;
use serde_json::json;
use uuid::Uuid;

const FIRST: [&str; 32] = [
    "Alder", "Barley", "Cinder", "Dapple", "Ember", "Fennel", "Gannet", "Heather", "Ivory", "Juniper", "Kestrel",
    "Lichen", "Mallow", "Nettle", "Otter", "Plover", "Quill", "Rowan", "Sorrel", "Teasel", "Umber", "Vetch", "Willow",
    "Yarrow", "Bracken", "Clover", "Damson", "Fescue", "Linnet", "Merlin", "Sedge", "Tansy",
];
const SECOND: [&str; 24] = [
    "bank", "beck", "bury", "combe", "croft", "dale", "fell", "field", "ford", "gate", "holm", "hurst", "ley", "marsh",
    "mere", "moor", "ness", "ridge", "stead", "thorpe", "ton", "wick", "wood", "worth",
];
const TRADE: [(&str, &str); 14] = [
    ("Analytics", "Reports and forecasts"),
    ("Backup", "Copies of files and databases"),
    ("Catering", "Meals in the canteen"),
    ("Cleaning", "Cleaning of offices"),
    ("Courier", "Parcels and letters"),
    ("Facilities", "Maintenance of buildings"),
    ("Hosting", "Web sites"),
    ("Learning", "Courses for employees"),
    ("Logistics", "Freight"),
    ("Messaging", "Chat with customers"),
    ("Recruiting", "Search for candidates"),
    ("Research", "Studies of markets"),
    ("Telephony", "Telephone lines"),
    ("Travel", "Bookings"),
];

/// Enters so many vendors, in one transaction: one by one each would look through all others for its name.
pub(super) fn enter(app: &App, clock: &Past, owner: Uuid, count: u32) -> Result<(), Failure> {
    if count == 0 {
        return Ok(());
    }
    let opened = app.opened()?;
    let (person, permit) = opened.permit(Action::KeepVendors)?;
    let now = clock.now();
    let crowd = (0..count).map(|number| vendor(app, clock, owner, number)).collect::<Result<Vec<_>, _>>()?;
    let Some((last, others)) = crowd.split_last() else { return Ok(()) };
    let stamp = stamp(&person, permit, now, Op::CreateVendor, Subject::vendor(last));
    let written = opened.store.write(&stamp, |db| {
        for vendor in others {
            db.insert_vendor(vendor)?;
            db.also(Op::CreateVendor, &Subject::vendor(vendor), json!({ "name": vendor.name }))?;
        }
        db.note("name", last.name.as_str());
        db.insert_vendor(last)
    });
    written.map_err(fail::store)
}

fn vendor(app: &App, clock: &Past, owner: Uuid, number: u32) -> Result<Vendor, Failure> {
    let now = clock.now();
    let (name, service) = name(number);
    let tier = match number % 10 {
        0 => Some((Tier::High, "Handles data of customers.")),
        1..=3 => Some((Tier::Medium, "Could be replaced within weeks.")),
        4..=8 => Some((Tier::Low, "Handles no data of ours.")),
        _ => None,
    };
    let name = Name::parse(&name).map_err(fail::unexpected)?;
    let reason = tier.map(|(_, reason)| LongText::parse(reason)).transpose().map_err(fail::unexpected)?;
    Ok(Vendor {
        service: Some(Name::parse(service).map_err(fail::unexpected)?),
        tier: tier.map(|(tier, _)| tier),
        tier_reason: reason,
        owner: Some(PersonId::from_uuid(owner)),
        stage: if tier.is_some() { Stage::Tiered } else { Stage::Intake },
        ..vendors::fresh(VendorId::from_uuid(app.id(now)), name, now)
    })
}

/// A name that no other number has, and the service that goes with it.
fn name(number: u32) -> (String, &'static str) {
    let at = number as usize;
    // Steps through all three lists at once, so that neighbours do not look alike.
    let (trade, service) = TRADE[at % TRADE.len()];
    let round = at / TRADE.len();
    let first = FIRST[(round + at) % FIRST.len()];
    let second = SECOND[(round / FIRST.len() + at) % SECOND.len()];
    let branch = at / (TRADE.len() * FIRST.len() * SECOND.len());
    if branch == 0 {
        (format!("{first}{second} {trade}"), service)
    } else {
        (format!("{first}{second} {trade} {}", branch + 1), service)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::HashSet;

    #[test]
    fn ten_thousand_names_are_all_different() {
        let names: HashSet<String> = (0..12_000).map(|number| name(number).0).collect();
        assert_eq!(names.len(), 12_000, "the store refuses a name that is there already");
    }
}
