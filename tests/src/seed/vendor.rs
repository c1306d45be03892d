//! An invented vendor with its profile and its decision.

use super::{id, name, person};
use chrono::{DateTime, Days, NaiveDate, Utc};
use countersign_domain::{
    Condition, ConditionId, ContractId, Decision, DecisionId, LongText, Op, Outcome, Sha256, Stage, Tier, Vendor,
    VendorId,
    register::{Contract, Profile, Renewal, Term},
};
use countersign_store::{Change, StoreError, Subject};
use serde_json::json;

/// Words of which names are made.
const FIRST: [&str; 12] =
    ["Amber", "Birch", "Copper", "Drift", "Ember", "Fallow", "Gull", "Hollow", "Iron", "Juniper", "Kestrel", "Lantern"];
const SECOND: [&str; 10] = ["bank", "brook", "field", "ford", "gate", "harbour", "mere", "point", "wick", "works"];
const THIRD: [&str; 6] = ["Analytics", "Cloud", "Hosting", "Identity", "Ledger", "Payroll"];

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date written here is one")
}

fn text(words: &str) -> LongText {
    LongText::parse(words).expect("a text written here is one")
}

/// The name of a vendor: no two are called the same.
pub(super) fn called(number: u32) -> String {
    let at = number as usize;
    let (first, second, third) = (FIRST[at % 12], SECOND[at / 12 % 10], THIRD[at / 120 % 6]);
    format!("{first}{second} {third} {}", number + 1)
}

/// Enters the vendor, what the register knows of it, and its decision.
pub(super) fn enter(db: &mut Change<'_>, number: u32, at: DateTime<Utc>) -> Result<Vendor, StoreError> {
    let tier = Tier::ALL[number as usize % Tier::ALL.len()];
    let vendor = Vendor {
        id: VendorId::from_uuid(id(1, number)),
        name: name(&called(number)),
        aliases: Vec::new(),
        service: Some(name(THIRD[number as usize / 120 % 6])),
        tier: Some(tier),
        tier_reason: Some(text("By its answers.")),
        owner: Some(person().id),
        stage: Stage::Active,
        notes: None,
        created_at: at,
    };
    db.insert_vendor(&vendor)?;
    db.also(Op::CreateVendor, &Subject::vendor(&vendor), json!({}))?;
    let mut contract = Contract::new(ContractId::from_uuid(id(2, number)), name("Master agreement"));
    let end = day("2026-03-01") + Days::new(u64::from(number % 900));
    let term = Term::new(Some(day("2024-01-01")), Some(end), Some(Renewal::Automatic), Some(12), Some(60));
    contract.term = term.expect("a term written here is one");
    let tags = [name(["cloud", "office", "product"][number as usize % 3])].into_iter().collect();
    db.save_profile(vendor.id, &Profile { contracts: vec![contract], tags, ..Profile::default() })?;
    let decision = decision(number, &vendor, at);
    db.insert_decision(&decision)?;
    db.also(Op::RecordDecision, &Subject::decision(&decision, &vendor), json!({}))?;
    Ok(vendor)
}

fn decision(number: u32, vendor: &Vendor, at: DateTime<Utc>) -> Decision {
    let frozen = "{}".to_owned();
    let condition = Condition {
        id: ConditionId::from_uuid(id(5, number)),
        what: text("Send the next report."),
        owner: person().id,
        due: day("2026-03-01") + Days::new(u64::from(number % 365)),
        before_go_live: false,
        rule: None,
        finding: None,
    };
    Decision {
        id: DecisionId::from_uuid(id(4, number)),
        number: number + 1,
        vendor: vendor.id,
        outcome: Outcome::ApprovedWithConditions,
        reason: text("It covers what we use."),
        conditions: vec![condition],
        signers: vec![person().id],
        residual: None,
        next_review: Some(at.date_naive() + Days::new(60 + u64::from(number % 500))),
        decided_on: at.date_naive(),
        recorded_by: person().id,
        recorded_at: at,
        frozen_sha256: Sha256::of(frozen.as_bytes()),
        frozen,
    }
}
