//! Every guard of the table.

use super::*;
use crate::Tier;
use crate::{
    LongText, Name, PersonId, VendorId,
    register::{Access, Contract, Day, Dependence, Engagement, Nda},
};
use chrono::{DateTime, Utc};
use uuid::Uuid;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn vendor(stage: Stage, tier: Option<Tier>) -> Vendor {
    Vendor {
        id: VendorId::from_uuid(Uuid::nil()),
        name: Name::parse("Example Ledger").expect("a name"),
        aliases: Vec::new(),
        service: None,
        tier,
        tier_reason: None,
        owner: Some(PersonId::from_uuid(Uuid::nil())),
        stage,
        notes: None,
        created_at: DateTime::UNIX_EPOCH,
    }
}

fn answered() -> Profile {
    let id = EngagementId::from_uuid(Uuid::nil());
    let mut service = Engagement::new(id, Name::parse("Ledger").expect("a name"));
    service.purpose = LongText::parse("Books").ok();
    service.data = Some([].into());
    service.access = Some(Access::None);
    service.dependence = Some(Dependence::Little);
    Profile { engagements: vec![service], ..Profile::default() }
}

fn exit_list() -> Template {
    let item = |id: &str, mandatory, proof| Item {
        id: ItemId::parse(id).expect("a name"),
        text: Name::parse(id).expect("a text"),
        from_tier: None,
        mandatory,
        proof,
        source: None,
    };
    let items = vec![item("notice", true, false), item("certificate", true, true), item("lessons", false, false)];
    Template { checklist: Checklist::Offboarding, items }
}

fn standing<'a>(vendor: &'a Vendor, profile: &'a Profile, list: &'a Template, ticks: &'a [Tick]) -> Standing<'a> {
    let today = day("2026-03-17");
    static NOTHING: AfterDecision = AfterDecision { unsigned: Vec::new(), declined: Vec::new(), go_live: Vec::new() };
    // As the standard policy asks it.
    let at_least = |tier| vendor.tier >= Some(tier);
    let asked = Asked {
        nda: at_least(Tier::High),
        evidence: vendor.tier != Some(Tier::Low),
        exit_plan: at_least(Tier::High),
        export_test: at_least(Tier::Critical),
    };
    Standing {
        asked,
        vendor,
        profile,
        held: &[],
        next_review: None,
        after_decision: &NOTHING,
        offboarding: None,
        ticks,
        exit_checked: ticks.iter().filter(|tick| tick.is_exit_check()).map(|tick| tick.at.date_naive()).max(),
        exit_list: list,
        today,
    }
}

#[test]
fn nobody_goes_live_on_a_decision_that_is_not_signed_or_with_a_condition_open() {
    let (vendor, profile, list) = (vendor(Stage::Onboarding, Some(Tier::Low)), answered(), exit_list());
    let person = |number| PersonId::from_uuid(Uuid::from_u128(number));
    let condition = ConditionId::from_uuid(Uuid::from_u128(3));
    let name = || Name::parse("Elif Demir").expect("a name");
    let open = AfterDecision {
        unsigned: vec![(person(1), name())],
        declined: vec![(person(2), name())],
        go_live: vec![(condition, "Turn single sign-on on".to_owned())],
    };
    let asked = Standing { after_decision: &open, ..standing(&vendor, &profile, &list, &[]) };
    let signatures = [Gap::Signature(person(1)), Gap::Declined(person(2))];
    assert_eq!(asked.missing(Step::Onboard), signatures, "the contract waits for the signatures");
    let missing = asked.missing(Step::Activate);
    assert_eq!(missing[..2], signatures);
    assert_eq!(missing[2], Gap::GoLive(condition));
}

#[test]
fn intake_asks_for_owner_purpose_data_access_and_dependence() {
    let (mut vendor, list) = (vendor(Stage::Intake, None), exit_list());
    vendor.owner = None;
    let empty = Profile::default();
    assert_eq!(standing(&vendor, &empty, &list, &[]).missing(Step::AssignTier), [Gap::Owner, Gap::Service]);
    vendor.owner = Some(PersonId::from_uuid(Uuid::nil()));
    let mut profile = answered();
    assert_eq!(standing(&vendor, &profile, &list, &[]).missing(Step::AssignTier), [], "all is answered");
    profile.engagements[0].dependence = None;
    let id = profile.engagements[0].id;
    assert_eq!(standing(&vendor, &profile, &list, &[]).missing(Step::AssignTier), [Gap::Dependence(id)]);
}

#[test]
fn evidence_comes_before_a_review_unless_another_way_was_chosen() {
    let (high, profile, list) = (vendor(Stage::Tiered, Some(Tier::High)), answered(), exit_list());
    let mut asked = standing(&high, &profile, &list, &[]);
    assert_eq!(asked.missing(Step::RequestEvidence), [Gap::Nda], "a high class agrees on confidentiality first");
    assert_eq!(asked.missing(Step::StartReview), [Gap::Evidence]);
    asked.held = &[Kind::Soc2Type2];
    assert_eq!(asked.missing(Step::StartReview), []);
    let other_way = [tick(Checklist::DueDiligence, ItemId::ALTERNATIVE_PATH, day("2026-03-01"))];
    assert_eq!(standing(&high, &profile, &list, &other_way).missing(Step::StartReview), []);
    let low = vendor(Stage::Tiered, Some(Tier::Low));
    assert_eq!(standing(&low, &profile, &list, &[]).missing(Step::StartReview), [], "a low class needs no report");
}

#[test]
fn a_vendor_goes_into_use_with_a_contract_a_date_and_a_way_out() {
    let (critical, list, mut profile) = (vendor(Stage::Approved, Some(Tier::Critical)), exit_list(), answered());
    let missing = standing(&critical, &profile, &list, &[]).missing(Step::Activate);
    assert_eq!(missing, [Gap::Contract, Gap::NextReview, Gap::ExitPlan, Gap::ExportTest]);
    let id = ContractId::from_uuid(Uuid::nil());
    profile.contracts.push(Contract::new(id, Name::parse("Master agreement").expect("a name")));
    profile.continuity.exit_plan = Some(LastDone::Never);
    profile.continuity.export_test = Some(LastDone::Never);
    let mut asked = standing(&critical, &profile, &list, &[]);
    asked.next_review = Some(day("2027-03-17"));
    assert_eq!(asked.missing(Step::Activate), [Gap::ContractTerm(id)], "never is an answer; a term is not guessed");
    let open = asked.open();
    assert_eq!(open.len(), 3, "what was passed without an answer stays on the list: {open:?}");
}

fn tick(checklist: Checklist, item: &str, on: NaiveDate) -> Tick {
    Tick {
        checklist,
        item: ItemId::parse(item).expect("a name"),
        state: TickState::Done,
        note: None,
        proof: None,
        by: PersonId::from_uuid(Uuid::nil()),
        at: DateTime::<Utc>::from_naive_utc_and_offset(on.and_hms_opt(9, 0, 0).expect("a time"), Utc),
    }
}

#[test]
fn an_exit_is_closed_when_it_is_proved_and_looked_up_after_thirty_days() {
    let (leaving, profile, list) = (vendor(Stage::Offboarding, Some(Tier::High)), Profile::default(), exit_list());
    let plan = Offboarding {
        reason: LongText::parse("Replaced.").expect("a text"),
        owner: PersonId::from_uuid(Uuid::nil()),
        ends_on: Day::new(day("2026-01-31")).expect("a day"),
        data_plan: LongText::parse("Export, then delete.").expect("a text"),
        started_by: PersonId::from_uuid(Uuid::nil()),
        started_at: DateTime::UNIX_EPOCH,
    };
    let exit = |ticks: &[Tick]| {
        let mut asked = standing(&leaving, &profile, &list, ticks);
        asked.offboarding = Some(&plan);
        asked.missing(Step::Close)
    };
    let item = |id: &str| Gap::ExitItem(ItemId::parse(id).expect("a name"));
    let check = Gap::PostExitCheck(Some(day("2026-03-02")));
    assert_eq!(exit(&[]), [item("notice"), item("certificate"), check.clone()]);
    let exit_tick = |id: &str, on: &str| tick(Checklist::Offboarding, id, day(on));
    let mut ticks = vec![
        exit_tick("notice", "2026-01-02"),
        exit_tick("certificate", "2026-02-02"),
        exit_tick(ItemId::POST_EXIT_CHECK, "2026-03-01"),
    ];
    assert_eq!(exit(&ticks), [item("certificate"), check], "not proved, and looked up a day too early");
    ticks[1].proof = Some(crate::DocumentId::from_uuid(Uuid::nil()));
    ticks[2].at += chrono::TimeDelta::days(1);
    assert_eq!(exit(&ticks), []);
    assert_eq!(standing(&leaving, &profile, &list, &[]).missing(Step::StartOffboarding), [Gap::Offboarding]);
}

#[test]
fn a_report_without_an_agreement_is_told() {
    let today = day("2026-03-17");
    let mut profile = Profile::default();
    assert!(held_without_nda(&profile, &[Kind::Soc2Type2], today), "nobody said that there is one");
    assert!(!held_without_nda(&profile, &[Kind::Soc3], today), "that one is for everybody");
    profile.nda = Nda::new(NdaState::NotNeeded, None, None).ok();
    assert!(!held_without_nda(&profile, &[Kind::Soc2Type2], today));
}
