use super::*;
use serde_json::json;

fn fact(read: Option<&str>, judgement: Option<(Option<&str>, Verdict)>) -> EffectiveFact {
    let whole = |value: &str| json!({ "value": value, "basis": "stated", "citations": [] });
    EffectiveFact {
        key: FactKey::PeriodEnd,
        read: read.map(|value| serde_json::from_value(whole(value)).expect("a fact")),
        judgement: judgement.map(|(read, verdict)| Judgement {
            id: crate::JudgementId::from_uuid(uuid::Uuid::nil()),
            document: crate::DocumentId::from_uuid(uuid::Uuid::nil()),
            key: FactKey::PeriodEnd.into(),
            verdict,
            read: read.map(whole),
            citations: Vec::new(),
            reason: None,
            by: crate::PersonId::from_uuid(uuid::Uuid::nil()),
            at: "2026-03-01T09:00:00Z".parse().expect("a time"),
        }),
    }
}

#[test]
fn what_was_confirmed_holds_until_somebody_says_otherwise() {
    let (march, april) = ("2026-03-31", "2026-04-30");
    let same = fact(Some(march), Some((Some(march), Verdict::Confirmed)));
    assert_eq!((same.value(), same.differs()), (Some(&json!(march)), false));
    let other = fact(Some(april), Some((Some(march), Verdict::Confirmed)));
    assert_eq!((other.value(), other.differs()), (Some(&json!(march)), true), "the newer reader does not overrule");
    let now_read = fact(Some(april), Some((None, Verdict::Confirmed)));
    assert_eq!((now_read.value(), now_read.differs()), (None, true), "confirmed was that nothing is stated");
    let caught_up = fact(Some(april), Some((Some(march), Verdict::Corrected { value: json!(april) })));
    assert!(!caught_up.differs(), "the reader now reads what a person had corrected");
    let rejected = fact(None, Some((Some(march), Verdict::Rejected)));
    assert!(!rejected.differs(), "the reader no longer reads what a person had rejected");
}

#[test]
fn a_value_must_fit_its_fact() {
    assert_eq!(parse_value(FactKey::PeriodEnd, &json!("2025-12-31")), Ok(json!("2025-12-31")));
    assert!(parse_value(FactKey::PeriodEnd, &json!("31/12/2025")).is_err());
    assert!(parse_value(FactKey::PeriodEnd, &json!("+12000-01-01")).is_err(), "no report is of that year");
    assert!(parse_value(FactKey::Opinion, &json!("clean")).is_err());
    assert_eq!(parse_value(FactKey::FoundHigh, &json!(3)), Ok(json!(3)));
    assert!(parse_value(FactKey::FoundHigh, &json!(-3)).is_err(), "nobody counts less than nothing");
    assert!(parse_value(FactKey::TrustServicesCategories, &json!([])).is_err(), "no category is no value");
    assert_eq!(parse_value(FactKey::LetterSigner, &json!("auditor")), Ok(json!("auditor")));
    assert!(parse_value(FactKey::CertificateCoversUs, &json!(true)).is_err(), "yes and no are words");
    assert_eq!(parse_value(FactKey::ServiceOrganization, &json!(" Ada Ltd ")), Ok(json!("Ada Ltd")));
}
