//! What is found about vendors: what comes back, and what the schema keeps whatever the program does.

use super::{Place, add, add_vendor, assert_sound, at, founder, name, sample, stamp, uuid, vendor};
use crate::{StoreError, Workspace};
use countersign_domain::{
    EntryId, Finding, FindingId, FindingStatus, LongText, Op, Person, PersonId, Role,
    finding::{
        Assessment, Exposure, Extent, Harm, Impact, OwnCompensation, Proof, Rate, Recurrence, Remarks, Said,
        SeverityInputs, Source,
    },
};

const ENTRY: &str = "r:0123456789abcdef:1";

fn inputs() -> SeverityInputs {
    SeverityInputs {
        impact: Impact::Severe,
        exposure: Exposure::Direct,
        extent: Extent::Partial,
        nature: None,
        late_found_nothing: false,
        history: Recurrence::New,
        harm: Harm::Unknown,
        vendor_compensation: false,
        own_compensation: OwnCompensation::None,
        response: None,
        fix_verified: false,
        opinion_modified: false,
    }
}

fn exception() -> Finding {
    Finding {
        id: FindingId::from_uuid(uuid(1)),
        number: 1,
        vendor: vendor(7, "Northwind").id,
        title: name("Leaver access removed late"),
        source: Source::Exception {
            document: sample(1, 10, &["words"]).document.id,
            entry: ENTRY.parse::<EntryId>().expect("a name"),
        },
        said: Said { result: "2 of 25".to_owned(), rate: Rate::new(2, 25).ok(), ..Said::default() },
        remarks: Remarks { root_cause: LongText::parse("A feed.").ok(), ..Remarks::default() },
        assessment: None,
        status: FindingStatus::Open,
        owner: Some(founder().id),
        due: None,
        answer_due: None,
        proofs: Vec::new(),
        verified_by: None,
        settled_by: None,
        repeat_of: None,
        recorded_by: founder().id,
        recorded_at: at(9),
    }
}

fn workspace(place: &Place) -> Workspace {
    let workspace = place.create(None);
    add(&workspace, &sample(1, 10, &["words"])).expect("stores");
    add_vendor(&workspace, &vendor(7, "Northwind")).expect("enters");
    workspace.write(&stamp(Op::RecordFinding), |db| db.insert_finding(&exception())).expect("records");
    workspace
}

fn change(workspace: &Workspace, finding: &Finding) -> Result<(), StoreError> {
    workspace.write(&stamp(Op::MoveFinding), |db| db.update_finding(finding))
}

#[test]
fn findings_come_back_as_they_were_recorded_and_an_exception_is_recorded_once() {
    let place = Place::new();
    let workspace = workspace(&place);
    let mut hand = Finding { id: FindingId::from_uuid(uuid(2)), number: 2, source: Source::Hand, ..exception() };
    hand.repeat_of = Some(exception().id);
    let rule = Finding {
        id: FindingId::from_uuid(uuid(3)),
        number: 3,
        source: Source::Rule("DATE-AGE".to_owned()),
        ..exception()
    };
    for more in [&hand, &rule] {
        workspace.write(&stamp(Op::RecordFinding), |db| db.insert_finding(more)).expect("records");
    }
    let again = Finding { id: FindingId::from_uuid(uuid(4)), number: 4, ..exception() };
    let twice = workspace.write(&stamp(Op::RecordFinding), |db| db.insert_finding(&again));
    assert!(matches!(twice, Err(StoreError::Conflict { .. })), "the same entry of a document is one finding");
    workspace
        .read(|db| {
            assert_eq!(db.findings()?, [exception(), hand, rule]);
            assert_eq!(db.findings_of(exception().vendor)?.len(), 3);
            assert_eq!(db.finding(exception().id)?, Some(exception()));
            let Source::Exception { document, entry } = exception().source else { panic!("it is one") };
            assert_eq!(db.finding_of_entry(document, entry)?, Some(exception()));
            assert_eq!(db.next_finding_number()?, 4);
            Ok::<_, StoreError>(())
        })
        .expect("reads");
    assert_sound(&workspace);
}

#[test]
fn the_file_itself_keeps_what_must_hold_of_a_finding() {
    let place = Place::new();
    let workspace = workspace(&place);
    let assessment = Assessment { inputs: inputs(), reason: None, by: founder().id, at: at(10) };
    let assessed = Finding { assessment: Some(assessment), ..exception() };
    change(&workspace, &assessed).expect("judges");
    let refused = |what: &str, finding: Finding| {
        let answer = change(&workspace, &finding);
        let checked = matches!(&answer, Err(StoreError::Unexpected { detail }) if detail.starts_with("CHECK"));
        assert!(checked, "{what}: {answer:?}");
    };
    let at = |status| Finding { status, ..assessed.clone() };
    refused("the vendor was asked without a day", at(FindingStatus::WithVendor));
    refused("proof without a document", at(FindingStatus::EvidenceReceived));
    let document = sample(1, 10, &["words"]).document.id;
    let proof = Proof { document, page: Some(3), by: Some(founder().id), at: Some(assessed.recorded_at) };
    let proofs = vec![proof];
    refused("verified by nobody", Finding { proofs: proofs.clone(), ..at(FindingStatus::Verified) });
    refused("put away by nobody", at(FindingStatus::NotApplicable));
    refused("accepted before it was judged", Finding { status: FindingStatus::Accepted, ..exception() });
    let verified = Finding { proofs, verified_by: Some(founder().id), ..at(FindingStatus::Verified) };
    change(&workspace, &verified).expect("verifies");
    let closed = |by| Finding { status: FindingStatus::Closed, settled_by: Some(by), ..verified.clone() };
    refused("a grave one closed by who verified it", closed(founder().id));
    let second = Person {
        id: PersonId::from_uuid(uuid(50)),
        name: name("Odo Brandt"),
        title: None,
        roles: vec![Role::SecondReader],
        active: true,
    };
    workspace.write(&stamp(Op::SavePerson), |db| db.save_person(&second)).expect("enters");
    change(&workspace, &closed(second.id)).expect("closes");
    let kept = workspace.read(|db| db.finding(verified.id)).expect("reads").expect("it is there");
    assert_eq!((&kept.proofs, kept.evidence()), (&verified.proofs, Some(document)), "with its page");
    let tried = workspace.write(&stamp(Op::MoveFinding), |db| -> Result<(), StoreError> {
        db.connection().execute_batch("UPDATE finding SET said = '{}'")?;
        Ok(())
    });
    assert!(matches!(tried, Err(StoreError::Unexpected { .. })), "what was found stays: {tried:?}");
    assert_sound(&workspace);
}
