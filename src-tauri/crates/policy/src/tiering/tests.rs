//! The worked check of `practice.md` §4.1 and every override.

use super::*;
use countersign_domain::{
    Name,
    register::{AiUse, DataClass, Integration, Substitutability},
};

fn service() -> Engagement {
    Engagement::new(EngagementId::from_uuid(uuid::Uuid::nil()), Name::parse("Example Payroll").expect("a name"))
}

/// Fully answered, and harmless.
fn harmless() -> Engagement {
    Engagement {
        data: Some([DataClass::Public].into()),
        access: Some(Access::None),
        dependence: Some(Dependence::Little),
        integration: Some(Integration::None),
        regulated: Some(false),
        substitutability: Some(Substitutability::Easily),
        sole_processor_of_customer_data: Some(false),
        in_our_soc2: Some(false),
        ..service()
    }
}

fn tiering(engagement: &Engagement) -> Tiering {
    Tiering::of(engagement, Policy::standard())
}

#[test]
fn the_published_payroll_service_has_seventeen_points_and_is_critical() {
    let payroll = Engagement {
        data: Some([DataClass::PaymentAccount, DataClass::MoneyMovement, DataClass::PersonalAsProcessor].into()),
        access: Some(Access::ProductionOrSystem),
        dependence: Some(Dependence::StopsWork),
        integration: Some(Integration::Deep),
        regulated: Some(true),
        substitutability: Some(Substitutability::Not),
        ..service()
    };
    let tiering = tiering(&payroll);
    let points: Vec<u8> = tiering.factors.iter().map(|factor| factor.points).collect();
    assert_eq!(points, [4, 4, 4, 2, 2, 1], "as §4.1 adds them up");
    assert_eq!((tiering.score, tiering.class, tiering.tier), (17, Tier::Critical, Tier::Critical));
    assert!(tiering.is_settled(), "nothing can lift it higher: {tiering:?}");
}

#[test]
fn the_bands_are_those_of_the_table() {
    let limits = Policy::standard().settings().tiering;
    let bands = [(17, Tier::Critical), (13, Tier::Critical), (12, Tier::High), (9, Tier::High), (8, Tier::Medium)];
    for (score, tier) in bands.into_iter().chain([(5, Tier::Medium), (4, Tier::Low), (0, Tier::Low)]) {
        assert_eq!(class(score, limits), tier, "{score} points");
    }
    assert_eq!(tiering(&harmless()).tier, Tier::Low);
}

#[test]
fn what_we_cannot_work_without_is_critical_whatever_its_score() {
    let tiering = tiering(&Engagement { dependence: Some(Dependence::StopsWork), ..harmless() });
    assert_eq!((tiering.class, tiering.tier), (Tier::Low, Tier::Critical), "score and dependence are two facts");
    assert_eq!(tiering.overrides, [Override::CriticalDependence]);
}

#[test]
fn regulated_data_with_production_access_is_at_least_high() {
    let regulated = Engagement { data: Some([DataClass::SpecialPersonal].into()), ..harmless() };
    assert!(tiering(&regulated).overrides.is_empty(), "without access nothing is lifted");
    let reaching = Engagement { access: Some(Access::ProductionOrSystem), ..regulated };
    assert_eq!(tiering(&reaching).overrides, [Override::RegulatedDataInProduction]);
    assert_eq!(tiering(&reaching).tier, Tier::High);
}

#[test]
fn the_sole_processor_of_customer_data_is_critical_and_our_subservice_organization_at_least_high() {
    let sole = Engagement { sole_processor_of_customer_data: Some(true), ..harmless() };
    assert_eq!((tiering(&sole).overrides, tiering(&sole).tier), (vec![Override::SoleProcessor], Tier::Critical));
    let ours = Engagement { in_our_soc2: Some(true), ..harmless() };
    assert_eq!((tiering(&ours).overrides, tiering(&ours).tier), (vec![Override::InOurSoc2], Tier::High));
}

#[test]
fn what_is_not_answered_is_listed_and_never_guessed() {
    let open = tiering(&service());
    assert_eq!(open.missing, Factor::ALL, "nothing was answered");
    assert_eq!((open.score, open.tier, open.at_most), (0, Tier::Low, Tier::Critical));
    assert!(!open.is_settled());
    let one_open = tiering(&Engagement { integration: None, ..harmless() });
    assert_eq!(one_open.missing, [Factor::Integration]);
    assert!(one_open.is_settled(), "two points more change nothing: {one_open:?}");
}

#[test]
fn the_highest_service_gives_the_class_of_the_vendor() {
    let profile = Profile {
        engagements: vec![harmless(), Engagement { in_our_soc2: Some(true), ..harmless() }],
        ..Profile::default()
    };
    assert_eq!(proposed(&of_profile(&profile, Policy::standard())), Some(Tier::High));
    assert_eq!(proposed(&[]), None, "without a service there is no class");
}

#[test]
fn changes_that_matter_propose_to_work_out_the_class_again() {
    let before = Engagement { ai_on_our_data: Some(AiUse::No), subprocessors: Some(vec![]), ..harmless() };
    assert!(changes(&before, &before).is_empty());
    assert!(changes(&service(), &before).is_empty(), "a first answer is intake");
    let after = Engagement {
        data: Some([DataClass::Public, DataClass::SourceCode].into()),
        access: Some(Access::NetworkOrUser),
        ai_on_our_data: Some(AiUse::Yes),
        subprocessors: Some(vec![Name::parse("Other Host").expect("a name")]),
        dependence: Some(Dependence::Degraded),
        ..before.clone()
    };
    let expected = [
        RetierEvent::NewData,
        RetierEvent::NewIntegration,
        RetierEvent::NewAi,
        RetierEvent::NewSubprocessor,
        RetierEvent::ChangedUse,
    ];
    assert_eq!(changes(&before, &after), expected);
    assert!(changes(&after, &before).is_empty(), "less than before proposes nothing");
}

#[test]
fn the_policy_says_what_lifts_a_class() {
    let ours = Engagement { in_our_soc2: Some(true), sole_processor_of_customer_data: Some(true), ..harmless() };
    let off = |path: &str| (format!("tiering.lifts.{path}"), serde_json::json!(false));
    let changes = [off("in_our_soc2"), off("sole_processor")];
    let changes: Vec<_> = changes.iter().map(|(path, value)| (path.as_str(), value.clone())).collect();
    let policy = Policy::standard().with(&changes).expect("a policy");
    assert_eq!(tiering(&ours).tier, Tier::Critical);
    assert_eq!(Tiering::of(&ours, &policy).tier, Tier::Low, "neither lifts it any more");
}
