//! What vendors are measured with: what is kept of documents, versions of the policy, what was signed, checks of firms.

use super::{Place, add, add_vendor, assert_sound, at, founder, sample, stamp, uuid, vendor};
use crate::{
    AcceptanceAnswer, AcceptanceEnd, AcceptanceKind, AcceptanceRequest, AcceptanceRow, AlternativeRow, FirmCheckRow,
    KeptEvidence, PolicyRow, StoreError, Withdrawal, Workspace,
};
use chrono::NaiveDate;
use countersign_domain::{
    AcceptanceId, AlternativeId, FactKey, Filing, FirmCheckId, Judgement, JudgementId, LongText, Op, Verdict,
};
use serde_json::json;

fn day(text: &str) -> NaiveDate {
    text.parse().expect("a day")
}

fn text(text: &str) -> LongText {
    LongText::parse(text).expect("a text")
}

fn kept(workspace: &Workspace, form: &str) -> Vec<Option<String>> {
    let of_all = workspace.read(|db| {
        let rows = db.evidence(None)?;
        rows.into_iter().map(|row| db.kept_evidence(row.document, form)).collect::<Result<Vec<_>, _>>()
    });
    of_all.expect("reads")
}

#[test]
fn what_is_kept_of_a_document_goes_with_the_next_judgement() {
    let place = Place::new();
    let workspace = place.create(None);
    let (document, owner) = (sample(1, 10, &["words"]), vendor(7, "Northwind"));
    add(&workspace, &document).expect("stores");
    add_vendor(&workspace, &owner).expect("enters");
    let id = document.document.id;
    assert_eq!(kept(&workspace, "1"), [], "a document in the inbox is nobody's evidence");
    let filed = Filing::Filed { vendor: owner.id };
    workspace.write(&stamp(Op::FileDocument), |db| db.set_filing(id, filed)).expect("files");
    assert_eq!(kept(&workspace, "1"), [None], "nothing is kept yet");

    let of = |judgements| KeptEvidence { document: id, reading: 1, judgements, evidence: "{}".to_owned() };
    workspace.keep_evidence("1", &[of(0)]).expect("keeps");
    assert_eq!(kept(&workspace, "1"), [Some("{}".to_owned())]);
    assert_eq!(kept(&workspace, "2"), [None], "another form of the program reads nothing of an older one");

    let judgement = Judgement {
        id: JudgementId::from_uuid(uuid(5000)),
        document: id,
        key: FactKey::Opinion.into(),
        verdict: Verdict::Rejected,
        read: None,
        citations: Vec::new(),
        reason: None,
        by: founder().id,
        at: at(60),
    };
    workspace.write(&stamp(Op::JudgeFact), |db| db.insert_judgement(&judgement)).expect("records");
    assert_eq!(kept(&workspace, "1"), [None], "it was worked out without the judgement");
    workspace.keep_evidence("1", &[of(0)]).expect("is no failure");
    assert_eq!(kept(&workspace, "1"), [None], "what was worked out before the judgement is not kept after it");
    workspace.keep_evidence("1", &[of(1)]).expect("keeps");
    let rows = workspace.read(|db| db.evidence(Some(owner.id))).expect("reads");
    assert_eq!(rows.iter().map(|row| (row.reading, row.judgements)).collect::<Vec<_>>(), [(1, 1)]);
    assert_sound(&workspace);
}

#[test]
fn the_latest_version_of_the_policy_is_in_force_and_none_is_written_twice() {
    let place = Place::new();
    let workspace = place.create(None);
    let version = |version| PolicyRow {
        version,
        reason: text("because"),
        saved_by: founder().id,
        saved_at: at(5),
        policy: "{}".to_owned(),
    };
    assert_eq!(workspace.read(|db| db.policy()).expect("reads"), None);
    let save = |row: &PolicyRow| workspace.write(&stamp(Op::SavePolicy), |db| db.insert_policy(row));
    save(&version(1)).expect("saves");
    save(&version(2)).expect("saves");
    assert!(matches!(save(&version(2)), Err(StoreError::Conflict { .. })), "a version is written once");
    assert_eq!(workspace.read(|db| db.policy()).expect("reads"), Some(version(2)));
    assert_eq!(workspace.read(|db| db.policies()).expect("reads"), [version(2), version(1)]);
}

#[test]
fn what_was_signed_stays_and_is_ended_once() {
    let place = Place::new();
    let workspace = place.create(None);
    let owner = vendor(7, "Northwind");
    add_vendor(&workspace, &owner).expect("enters");
    let row = AcceptanceRow {
        id: AcceptanceId::from_uuid(uuid(1)),
        vendor: owner.id,
        kind: AcceptanceKind::Deviation,
        rule: "DATE-AGE".to_owned(),
        approved_by: founder().id,
        approved_on: day("2026-01-01"),
        expires: day("2026-03-01"),
        recorded_by: founder().id,
        recorded_at: at(9),
        ended: None,
        terms: json!({ "reason": "the next report comes soon" }),
    };
    workspace.write(&stamp(Op::GrantAcceptance), |db| db.insert_acceptance(&row)).expect("records");
    assert_eq!(workspace.read(|db| db.acceptances_of(owner.id)).expect("reads"), std::slice::from_ref(&row));
    let end = AcceptanceEnd { on: day("2026-02-01"), by: founder().id, why: text("it came") };
    let finish = || workspace.write(&stamp(Op::EndAcceptance), |db| db.end_acceptance(row.id, &end));
    finish().expect("ends");
    assert_eq!(finish(), Err(StoreError::Missing { what: "acceptance" }), "it is ended once");
    let ended = AcceptanceRow { ended: Some(end), ..row };
    assert_eq!(workspace.read(|db| db.acceptances()).expect("reads"), [ended]);
    assert_sound(&workspace);
}

#[test]
fn what_was_asked_for_is_answered_once() {
    let place = Place::new();
    let workspace = place.create(None);
    let owner = vendor(7, "Northwind");
    add_vendor(&workspace, &owner).expect("enters");
    let row = AcceptanceRequest {
        id: AcceptanceId::from_uuid(uuid(1)),
        vendor: owner.id,
        kind: AcceptanceKind::Risk,
        rule: "DATE-AGE".to_owned(),
        approver: founder().id,
        expires: day("2026-03-01"),
        recorded_by: founder().id,
        recorded_at: at(9),
        terms: json!({ "reason": "the next report comes soon" }),
        answer: None,
    };
    workspace.write(&stamp(Op::RequestAcceptance), |db| db.insert_acceptance_request(&row)).expect("records");
    assert_eq!(workspace.read(|db| db.acceptance_requests(Some(owner.id))).expect("reads"), std::slice::from_ref(&row));
    let answer = AcceptanceAnswer { by: founder().id, at: at(10), comment: Some(text("no")), acceptance: None };
    let refuse = || workspace.write(&stamp(Op::RefuseAcceptance), |db| db.answer_acceptance(row.id, &answer));
    refuse().expect("refuses");
    assert!(matches!(refuse(), Err(StoreError::Conflict { .. })), "it is answered once");
    let answered = AcceptanceRequest { answer: Some(answer.clone()), ..row.clone() };
    assert_eq!(workspace.read(|db| db.acceptance_requests(None)).expect("reads"), [answered]);
    assert_eq!(workspace.read(|db| db.acceptances()).expect("reads"), [], "what is refused is not accepted");
    assert_sound(&workspace);
}

#[test]
fn a_path_without_a_report_keeps_every_version() {
    let place = Place::new();
    let workspace = place.create(None);
    let owner = vendor(7, "Northwind");
    add_vendor(&workspace, &owner).expect("enters");
    let version = |version: u32| AlternativeRow {
        id: AlternativeId::from_uuid(uuid(version.into())),
        vendor: owner.id,
        version,
        assessed_by: founder().id,
        assessed_on: day("2026-01-01"),
        expires: day("2026-07-01"),
        recorded_at: at(9),
        record: json!({ "reason": "too_small" }),
        withdrawn: None,
    };
    let record = |row: &AlternativeRow| workspace.write(&stamp(Op::RecordAlternative), |db| db.insert_alternative(row));
    record(&version(1)).expect("records");
    record(&version(2)).expect("records");
    assert!(matches!(record(&version(2)), Err(StoreError::Conflict { .. })), "a version is written once");
    assert_eq!(workspace.read(|db| db.alternatives_of(owner.id)).expect("reads"), [version(2), version(1)]);
    assert_eq!(workspace.read(|db| db.alternatives()).expect("reads").len(), 2);
    let withdrawal = Withdrawal { on: day("2026-02-01"), by: founder().id, at: at(10), why: text("by mistake") };
    let withdraw =
        || workspace.write(&stamp(Op::WithdrawAlternative), |db| db.withdraw_alternative(version(2).id, &withdrawal));
    withdraw().expect("withdraws");
    assert!(matches!(withdraw(), Err(StoreError::Conflict { .. })), "it is withdrawn once");
    let withdrawn = AlternativeRow { withdrawn: Some(withdrawal.clone()), ..version(2) };
    assert_eq!(workspace.read(|db| db.alternatives_of(owner.id)).expect("reads"), [withdrawn, version(1)]);
    assert_sound(&workspace);
}

#[test]
fn checks_of_firms_come_back_the_latest_first() {
    let place = Place::new();
    let workspace = place.create(None);
    let check = |number, firm: &str| FirmCheckRow {
        id: FirmCheckId::from_uuid(uuid(number)),
        firm: firm.to_owned(),
        checked_on: day("2026-01-01"),
        recorded_by: founder().id,
        recorded_at: at(9),
        result: json!({ "licence": "active" }),
        licence_proof: None,
        peer_review_proof: None,
    };
    for row in [check(1, "merrow lisle"), check(2, "thornbury quill")] {
        workspace.write(&stamp(Op::CheckFirm), |db| db.insert_firm_check(&row)).expect("records");
    }
    let expected = [check(2, "thornbury quill"), check(1, "merrow lisle")];
    assert_eq!(workspace.read(|db| db.firm_checks()).expect("reads"), expected);
}
