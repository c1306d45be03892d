use super::*;
use crate::{Rank, snapshot::AlternativeGrant};
use countersign_domain::PersonId;
use std::collections::{BTreeMap, BTreeSet};

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a date")
}

fn path(scores: impl IntoIterator<Item = CoreScore>) -> AlternativePath {
    let scores = CoreControl::ALL.iter().copied().zip(scores).collect();
    let substitutes = vec![
        substitute(SubstituteKind::Iso27001, Some("2028-01-31")),
        substitute(SubstituteKind::Pentest, Some("2026-01-15")),
    ];
    AlternativePath { substitutes, scores, ..empty() }
}

fn empty() -> AlternativePath {
    AlternativePath {
        reason: None,
        letter_only: false,
        substitutes: Vec::new(),
        scores: BTreeMap::new(),
        expires_on: None,
        granted: None,
    }
}

/// A substitute of which everything was looked at: a certificate until that day, anything else of that day.
fn substitute(kind: SubstituteKind, on: Option<&str>) -> Substitute {
    let on = on.map(day);
    let until = matches!(kind, SubstituteKind::Iso27001 | SubstituteKind::OtherScheme);
    Substitute {
        kind,
        document: None,
        described: Some("Seen on a call".to_owned()),
        dated: on.filter(|_| !until),
        valid_until: on.filter(|_| until),
        checks: kind.checks(Policy::standard()).clone(),
    }
}

fn enough(tier: Tier, scores: impl IntoIterator<Item = CoreScore>) -> Option<bool> {
    assess(tier, &path(scores), Policy::standard(), day("2026-03-01")).enough
}

#[test]
fn each_class_has_its_own_measure() {
    use CoreScore::{None as No, Said, Shown, Tested};
    let nine_shown = [Shown, Tested, Shown, Shown, Shown, Shown, Shown, Shown, Shown, No, No, No];
    assert_eq!(enough(Tier::Critical, nine_shown), Some(true), "the first nine decide");
    let ninth_said = [Shown, Shown, Shown, Shown, Shown, Shown, Shown, Shown, Said, Tested, Tested, Tested];
    assert_eq!(enough(Tier::Critical, ninth_said), Some(false), "a word is not enough");
    assert_eq!(enough(Tier::High, [Said; 12]), Some(true), "none is at none");
    assert_eq!(enough(Tier::High, nine_shown), Some(false), "three are at none");
    let half = [Said, Shown, Said, Shown, Said, Shown, Said, Shown, Said, Shown, Said, Shown];
    assert_eq!(enough(Tier::Medium, half), Some(true), "1.5 on average");
    assert_eq!(enough(Tier::Medium, [Said; 12]), Some(false), "1.0 on average");
    assert_eq!(enough(Tier::Low, []), Some(true), "the controls do not matter, the certificate carries");
}

#[test]
fn what_was_not_asked_decides_nothing_unless_something_is_too_weak_already() {
    assert_eq!(enough(Tier::Critical, [CoreScore::Shown; 8]), None, "the ninth is open");
    assert_eq!(enough(Tier::Critical, [CoreScore::Said]), Some(false), "the first is too weak whatever follows");
}

#[test]
fn it_is_granted_one_rank_higher_and_not_for_longer_than_the_policy_lets_it() {
    let granted = |rank, expires: &str, today: &str| {
        let mut path = path([CoreScore::Shown; 12]);
        let approver = PersonId::from_uuid(uuid::Uuid::nil());
        let (granted_on, expires_on) = (day("2026-01-01"), day(expires));
        path.granted = Some(AlternativeGrant { approver, rank: Some(rank), granted_on, expires_on });
        assess(Tier::Medium, &path, Policy::standard(), day(today))
    };
    assert!(granted(Rank::Executive, "2026-06-30", "2026-06-30").granted);
    assert!(!granted(Rank::Executive, "2026-06-30", "2026-07-01").granted, "expired");
    assert!(!granted(Rank::RiskOwner, "2026-06-30", "2026-03-01").granted, "one rank too low for medium");
    let long = granted(Rank::Executive, "2030-01-01", "2026-03-01");
    assert_eq!(long.until, Some(day("2027-01-01")), "twelve months at most");
}

/// What speaks against a substitute for a class on a day; empty where it counts.
fn against(kind: SubstituteKind, on: Option<&str>, tier: Tier, today: &str) -> Vec<String> {
    substitute(kind, on).counted(tier, Policy::standard(), day(today)).against
}

#[test]
fn what_has_run_out_does_not_count() {
    use SubstituteKind as K;
    assert!(against(K::Iso27001, Some("2026-03-01"), Tier::High, "2026-03-01").is_empty(), "its last day counts");
    assert_eq!(against(K::Iso27001, Some("2026-03-01"), Tier::High, "2026-03-02"), ["ran out on 1 March 2026"]);
    assert!(against(K::Pentest, Some("2025-03-01"), Tier::High, "2026-03-01").is_empty(), "twelve months");
    assert_eq!(against(K::Pentest, Some("2025-03-01"), Tier::High, "2026-03-02"), ["ran out on 1 March 2026"]);
    assert!(
        against(K::Pentest, Some("2024-03-01"), Tier::Medium, "2026-03-01").is_empty(),
        "the age that the class sets"
    );
    assert_eq!(against(K::Pentest, Some("2024-03-01"), Tier::Medium, "2026-03-02"), ["ran out on 1 March 2026"]);
    assert!(against(K::LiveEvidence, Some("2026-01-30"), Tier::High, "2026-03-01").is_empty(), "30 days");
    assert_eq!(against(K::LiveEvidence, Some("2026-01-30"), Tier::High, "2026-03-02"), ["ran out on 1 March 2026"]);
    assert_eq!(against(K::Pentest, None, Tier::High, "2026-03-01"), ["its date is not known"]);
    assert_eq!(against(K::Pentest, Some("2026-04-01"), Tier::High, "2026-03-01"), ["its date lies ahead"]);
    assert_eq!(against(K::Iso27001, None, Tier::High, "2026-03-01"), ["its last day is not known"]);
}

#[test]
fn what_nobody_looked_at_does_not_count() {
    let mut certificate = substitute(SubstituteKind::Iso27001, Some("2028-01-31"));
    certificate.checks.remove(&SubstituteCheck::StatementSeen);
    let counted = certificate.counted(Tier::High, Policy::standard(), day("2026-03-01"));
    assert_eq!(counted.against, ["not confirmed: Statement of Applicability seen"]);
    assert!(!counted.is_main());
}

/// What is lacking of the substitutes on 1 March 2026, all controls being tested.
fn lacks(tier: Tier, kinds: &[(SubstituteKind, &str)]) -> Vec<String> {
    let substitutes = kinds.iter().map(|(kind, on)| substitute(*kind, Some(on))).collect();
    let path = AlternativePath { substitutes, ..path([CoreScore::Tested; 12]) };
    let assessed = assess(tier, &path, Policy::standard(), day("2026-03-01"));
    assert_eq!(assessed.enough == Some(true), assessed.shortfalls.is_empty(), "it suffices where nothing is lacking");
    assessed.shortfalls.into_iter().map(|lack| lack.what).collect()
}

#[test]
fn each_class_has_its_own_substitutes() {
    use SubstituteKind as K;
    let iso = (K::Iso27001, "2028-01-31");
    let answers = (K::Questionnaire, "2026-02-01");
    let tested = (K::Pentest, "2026-01-15");
    assert_eq!(lacks(Tier::Critical, &[iso]), ["No supplement beside the main evidence"]);
    assert!(lacks(Tier::Critical, &[iso, answers]).is_empty());
    assert!(lacks(Tier::High, &[iso]).is_empty(), "a certificate carries alone");
    assert_eq!(lacks(Tier::High, &[answers, tested]), ["No main evidence"], "supplements carry nothing by themselves");
    assert!(lacks(Tier::Medium, &[answers]).is_empty());
    assert_eq!(lacks(Tier::Medium, &[tested]), ["No main evidence"]);
    assert!(lacks(Tier::Medium, &[(K::Soc2Type1, "2025-12-31")]).is_empty(), "with a dated Type 2");
    assert_eq!(lacks(Tier::High, &[(K::Soc2Type1, "2025-12-31")]), ["No main evidence"], "never alone");
    assert!(lacks(Tier::Low, &[(K::Soc3, "2025-12-31")]).is_empty());
    assert_eq!(lacks(Tier::Medium, &[(K::Soc3, "2025-12-31")]), ["No main evidence"], "ask for the SOC 2");
    assert!(lacks(Tier::Low, &[answers]).is_empty());
    for no_security in [K::Soc1, K::PciAoc, K::PlanLetter, K::OlderSoc2] {
        assert_eq!(lacks(Tier::Low, &[(no_security, "2026-02-01")]), ["No main evidence"], "{no_security:?}");
    }
    assert_eq!(
        lacks(Tier::High, &[(K::Iso27001, "2026-02-28")]),
        ["ISO/IEC 27001 certificate does not count: ran out on 28 February 2026"],
        "what nearly carries is named"
    );
}

#[test]
fn lacking_substitutes_are_a_question_of_evidence_and_weak_controls_are_not() {
    let none = |score| AlternativePath { substitutes: Vec::new(), ..path([score; 12]) };
    let today = day("2026-03-01");
    assert_eq!(assess(Tier::High, &none(CoreScore::Shown), Policy::standard(), today).enough, None);
    assert_eq!(assess(Tier::High, &none(CoreScore::None), Policy::standard(), today).enough, Some(false));
}

#[test]
fn the_approval_ends_with_what_carries_it() {
    let latest = |path: &AlternativePath, today: &str| {
        latest_approval(Tier::High, path, Policy::standard(), day(today)).to_string()
    };
    let mut path = path([CoreScore::Shown; 12]);
    assert_eq!(latest(&path, "2026-02-28"), "2027-02-28", "twelve months");
    path.expires_on = Some(day("2026-11-30"));
    assert_eq!(latest(&path, "2026-03-01"), "2026-11-30", "the record's last day");
    path.substitutes = vec![substitute(SubstituteKind::Iso27001, Some("2026-06-30"))];
    assert_eq!(latest(&path, "2026-03-01"), "2026-06-30", "the certificate's");
    path.substitutes.push(substitute(SubstituteKind::Iso27001, Some("2026-09-30")));
    assert_eq!(latest(&path, "2026-03-01"), "2026-09-30", "the other certificate carries on");
}

#[test]
fn a_letter_in_the_place_of_the_report_is_a_red_flag_and_decides_nothing() {
    let path = AlternativePath { letter_only: true, ..path([CoreScore::Shown; 12]) };
    let assessed = assess(Tier::High, &path, Policy::standard(), day("2026-03-01"));
    assert_eq!(assessed.red_flags, ["The vendor refuses the whole report and offers a letter of attestation only"]);
    assert_eq!(assessed.enough, Some(true));
}

/// What is lacking under the standard policy with other values of some settings, all controls being tested.
fn lacks_under(changes: &[(&str, serde_json::Value)], tier: Tier, kinds: &[(SubstituteKind, &str)]) -> Vec<Shortfall> {
    let policy = Policy::standard().with(changes).expect("a policy");
    let substitutes = kinds.iter().map(|(kind, on)| substitute(*kind, Some(on))).collect();
    let path = AlternativePath { substitutes, ..path([CoreScore::Tested; 12]) };
    assess(tier, &path, &policy, day("2026-03-01")).shortfalls
}

#[test]
fn a_policy_says_how_far_a_substitute_goes() {
    use SubstituteKind as K;
    let answers = (K::Questionnaire, "2026-02-01");
    let main = ("alternative.substitutes.questionnaire.accept_as.high", serde_json::json!("main"));
    assert!(lacks_under(&[main], Tier::High, &[answers]).is_empty(), "answers carry where the policy says so");
    let with = ("alternative.substitutes.questionnaire.accept_as.high", serde_json::json!("main_supplemented"));
    let lacking = lacks_under(std::slice::from_ref(&with), Tier::High, &[answers]);
    assert_eq!(lacking.len(), 1, "with a supplement: {lacking:?}");
    assert_eq!(lacking[0].what, "No supplement beside the main evidence");
    assert!(lacks_under(&[with], Tier::High, &[answers, (K::Pentest, "2026-01-15")]).is_empty());
    let not = ("alternative.substitutes.iso27001.accept_as.high", serde_json::json!("not_accepted"));
    let lacking = lacks_under(&[not], Tier::High, &[(K::Iso27001, "2028-01-31")]);
    assert_eq!(
        lacking[0].remedy, "Ask for the report: the policy accepts nothing in its place for this class",
        "nothing is left that carries"
    );
    let seen = ("alternative.substitutes.own_assessment.checks", serde_json::json!(["scope_covers_us"]));
    let own = Substitute { checks: BTreeSet::new(), ..substitute(K::OwnAssessment, Some("2026-02-01")) };
    let policy = Policy::standard().with(&[seen]).expect("a policy");
    assert_eq!(
        own.counted(Tier::High, &policy, day("2026-03-01")).against,
        ["not confirmed: Scope covers our service"]
    );
    let fresh = ("alternative.live_evidence_max_age_days", serde_json::json!(7));
    let policy = Policy::standard().with(&[fresh]).expect("a policy");
    let seen = substitute(K::LiveEvidence, Some("2026-02-20")).counted(Tier::High, &policy, day("2026-03-01"));
    assert_eq!(seen.against, ["ran out on 27 February 2026"]);
}

#[test]
fn what_is_lacking_names_what_the_policy_takes() {
    let remedy = |tier| lacks_under(&[], tier, &[]).into_iter().map(|lack| lack.remedy).collect::<Vec<_>>();
    assert_eq!(
        remedy(Tier::Critical),
        [
            "Add: ISO/IEC 27001 certificate",
            "Add one of: Penetration test summary; Security questionnaire (SIG, CAIQ, own); Live control evidence; \
             HITRUST, FedRAMP, C5, CSA STAR, TISAX or similar; SOC 2 Type 1 report; Our own assessment or call"
        ]
    );
    assert_eq!(
        remedy(Tier::Low),
        ["Add one of: Security questionnaire (SIG, CAIQ, own); ISO/IEC 27001 certificate; SOC 3 report; SOC 2 Type 1 \
          report; HITRUST, FedRAMP, C5, CSA STAR, TISAX or similar"]
    );
}

#[test]
fn a_policy_says_how_well_core_controls_must_be_known() {
    let policy = Policy::standard()
        .with(&[
            ("alternative.critical_lowest_score", serde_json::json!("tested")),
            ("alternative.high_lowest_score", serde_json::json!("shown")),
        ])
        .expect("a policy");
    let enough = |tier, score| assess(tier, &path([score; 12]), &policy, day("2026-03-01")).enough;
    assert_eq!(enough(Tier::Critical, CoreScore::Shown), Some(false));
    assert_eq!(enough(Tier::Critical, CoreScore::Tested), Some(true));
    assert_eq!(enough(Tier::High, CoreScore::Said), Some(false));
    assert_eq!(enough(Tier::High, CoreScore::Shown), Some(true));
}
