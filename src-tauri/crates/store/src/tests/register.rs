//! What the register says of vendors, what was ticked, and the plan to leave.

use super::{Place, at, founder, name, stamp, uuid, vendor};
use countersign_domain::{
    EngagementId, LongText, Offboarding, Op, Tier, VendorId,
    checklist::{Checklist, ItemId, Tick, TickState},
    register::{Access, Day, Engagement, Profile, TierAnswers, TierAssignment},
};
use std::time::Instant;

fn profile() -> Profile {
    let mut service = Engagement::new(EngagementId::from_uuid(uuid(70)), name("Ledger"));
    service.access = Some(Access::ProductionOrSystem);
    service.data = Some([].into());
    Profile { engagements: vec![service], tags: [name("finance")].into(), ..Profile::default() }
}

#[test]
fn profiles_ticks_and_plans_come_back_as_they_were_written() {
    let place = Place::new();
    let workspace = place.create(None);
    let (known, list) = (vendor(10, "Example Ledger"), Checklist::Offboarding);
    let tick = Tick {
        checklist: list,
        item: ItemId::parse("notice").expect("a name"),
        state: TickState::NotNeeded,
        note: LongText::parse("The contract had ended.").ok(),
        proof: None,
        by: founder().id,
        at: at(5),
    };
    let plan = Offboarding {
        reason: LongText::parse("Replaced.").expect("a text"),
        owner: founder().id,
        ends_on: Day::new("2026-05-31".parse().expect("a date")).expect("a day"),
        data_plan: LongText::parse("Export, then delete.").expect("a text"),
        started_by: founder().id,
        started_at: at(6),
    };
    let assigned = TierAssignment {
        tier: Tier::High,
        computed: Some(Tier::Medium),
        reason: LongText::parse("Knows our margins.").expect("a text"),
        overridden: true,
        by: founder().id,
        at: at(7),
        answers: TierAnswers { engagements: profile().engagements, affiliates: Vec::new() },
    };
    workspace
        .write(&stamp(Op::ChangeProfile), |db| {
            db.insert_vendor(&known)?;
            db.save_profile(known.id, &Profile::default())?;
            db.save_profile(known.id, &profile())?;
            db.tick(known.id, &tick)?;
            db.save_offboarding(known.id, &plan)?;
            db.insert_tier_assignment(known.id, &assigned)
        })
        .expect("writes");
    workspace
        .read(|db| {
            assert_eq!(db.profile(known.id)?, profile(), "the last one holds");
            assert_eq!(db.profiles()?.len(), 1);
            assert_eq!(db.ticks(known.id)?, std::slice::from_ref(&tick));
            assert_eq!(db.all_ticks()?[&known.id], std::slice::from_ref(&tick));
            assert_eq!(db.offboarding(known.id)?.as_ref(), Some(&plan));
            assert_eq!(db.offboardings()?.len(), 1);
            assert_eq!(db.tier_assignment(known.id)?.as_ref(), Some(&assigned));
            assert_eq!(db.profile(VendorId::from_uuid(uuid(999)))?, Profile::default(), "nothing said is all open");
            Ok::<_, crate::StoreError>(())
        })
        .expect("reads");
    let gone = workspace.write(&stamp(Op::TickItem), |db| db.untick(known.id, list, Some(&tick.item))).expect("writes");
    assert_eq!(gone, 1, "a tick can be taken back");
}

#[test]
fn profiles_of_ten_thousand_vendors_are_read_at_once() {
    let place = Place::new();
    let workspace = place.create(None);
    workspace
        .write(&stamp(Op::ChangeProfile), |db| {
            for number in 0..10_000 {
                let known = vendor(1000 + number, &format!("Vendor {number}"));
                db.insert_vendor(&known)?;
                db.save_profile(known.id, &profile())?;
            }
            Ok::<_, crate::StoreError>(())
        })
        .expect("writes");
    let started = Instant::now();
    let all = workspace.read(|db| db.profiles()).expect("reads");
    assert_eq!(all.len(), 10_000);
    assert!(started.elapsed().as_secs() < 5, "one query, read once: {:?}", started.elapsed());
}
