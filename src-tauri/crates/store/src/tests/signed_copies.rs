//! Copies of packets that came back signed.

use super::{Place, add, at, founder, name, sample, stamp, uuid, vendor};
use crate::{DocumentFilter, PacketRow, StoreError, Workspace};
use countersign_domain::{
    CopyFound, Decision, DecisionId, Filing, LongText, Op, Outcome, PacketId, PaperSignature, Sha256, SignedCopy,
};
use serde_json::json;

fn text(text: &str) -> LongText {
    LongText::parse(text).expect("a text")
}

/// A workspace with one document, and the packet of a decision.
fn with_packet(place: &Place) -> (Workspace, PacketId) {
    let workspace = place.create(None);
    add(&workspace, &sample(1, 10, &["Page 1 of 3"])).expect("stores");
    let vendor = vendor(1, "Harbourlight Payroll, Inc.");
    workspace.write(&stamp(Op::CreateVendor), |db| db.insert_vendor(&vendor)).expect("enters");
    let decision = Decision {
        id: DecisionId::from_uuid(uuid(3000)),
        number: 1,
        vendor: vendor.id,
        outcome: Outcome::Rejected,
        reason: text("It does not cover what we use."),
        conditions: Vec::new(),
        signers: vec![founder().id],
        residual: None,
        next_review: None,
        decided_on: "2026-03-01".parse().expect("a date"),
        recorded_by: founder().id,
        recorded_at: at(5),
        frozen: "{}".to_owned(),
        frozen_sha256: Sha256::of(b"{}"),
    };
    workspace.write(&stamp(Op::RecordDecision), |db| db.insert_decision(&decision)).expect("records");
    let packet = PacketRow {
        id: PacketId::from_uuid(uuid(4000)),
        decision: decision.id,
        version: 1,
        paper: "a4".to_owned(),
        sha256: Sha256::of(b"packet"),
        bytes: 6,
        pages: 3,
        made_by: founder().id,
        made_at: at(6),
        details: json!({}),
    };
    workspace.write(&stamp(Op::MakePacket), |db| db.insert_packet(&packet, b"packet".as_slice())).expect("stores");
    (workspace, packet.id)
}

#[test]
fn the_last_word_on_a_document_holds() {
    let place = Place::new();
    let (workspace, packet) = with_packet(&place);
    let document = sample(1, 10, &[]).document.id;
    let copy = SignedCopy {
        document,
        packet: Some(packet),
        found: CopyFound::Qr,
        sheet: Some(1),
        why: None,
        by: founder().id,
        at: at(7),
    };
    let none = SignedCopy {
        packet: None,
        found: CopyFound::Person,
        sheet: None,
        why: Some(text("Another one.")),
        ..copy.clone()
    };
    let say = |copy: &SignedCopy| {
        workspace.write(&stamp(Op::AttachCopy), |db| {
            db.set_filing(copy.document, if copy.packet.is_some() { Filing::SetAside } else { Filing::Waiting })?;
            db.insert_signed_copy(copy)
        })
    };
    let held = |of| workspace.read(|db| db.signed_copies(of)).expect("reads");
    assert_eq!(held(None), []);
    say(&copy).expect("says");
    assert_eq!(held(Some(packet)), std::slice::from_ref(&copy));
    let aside = workspace.read(|db| db.documents(DocumentFilter::SetAside)).expect("reads");
    assert!(aside.is_empty(), "a copy is no document that somebody judged to be no evidence");
    say(&none).expect("says");
    assert_eq!(held(None), [], "it is no copy any more");
    let said = workspace.read(|db| db.said_of_copy(document)).expect("reads");
    assert_eq!(said.as_ref(), Some(&none), "and that was said");
    say(&copy).expect("says");
    assert_eq!(held(None), std::slice::from_ref(&copy), "it is one again");
    assert!(say(&SignedCopy { why: None, ..none }).is_err(), "no packet and no reason is no word");
}

#[test]
fn the_last_word_on_a_signature_holds_and_none_goes() {
    let place = Place::new();
    let (workspace, packet) = with_packet(&place);
    let signed = PaperSignature {
        packet,
        person: founder().id,
        name: name("Ada Example"),
        role: name("Executive"),
        signed: true,
        agrees: Some(true),
        comment: None,
        on: Some("2026-03-02".parse().expect("a date")),
        why: None,
        by: founder().id,
        at: at(8),
    };
    let undated = PaperSignature { on: None, why: Some(text("The day stands beside another name.")), ..signed.clone() };
    let declined =
        PaperSignature { agrees: Some(false), comment: Some(text("Not before the next report.")), ..undated.clone() };
    // As it was confirmed before it was asked which box is ticked.
    let unsaid = PaperSignature { agrees: None, ..undated.clone() };
    let taken_back = PaperSignature { signed: false, agrees: None, ..undated.clone() };
    // Who has neither signed nor declined, and who has declined, with the last word.
    for (word, unsigned, declines) in
        [(&signed, 0, 0), (&undated, 0, 0), (&declined, 0, 1), (&unsaid, 0, 0), (&declined, 0, 1), (&taken_back, 1, 0)]
    {
        workspace.write(&stamp(Op::ConfirmSigned), |db| db.insert_paper_signature(word)).expect("says");
        let held = workspace.read(|db| db.paper_signatures(packet)).expect("reads");
        assert_eq!(held, std::slice::from_ref(word));
        let open = workspace
            .read(|db| Ok::<_, StoreError>((db.unsigned(None)?.len(), db.declined(None)?.len())))
            .expect("reads");
        assert_eq!(open, (unsigned, declines), "{word:?}");
    }
    let neither = PaperSignature { agrees: Some(false), ..taken_back.clone() };
    let refused = workspace.write(&stamp(Op::ConfirmSigned), |db| db.insert_paper_signature(&neither));
    assert!(refused.is_err(), "who did not sign ticked nothing");
    let without = PaperSignature { why: None, ..taken_back };
    let refused = workspace.write(&stamp(Op::ConfirmSigned), |db| db.insert_paper_signature(&without));
    assert!(refused.is_err(), "what is taken back has its reason");
    for sql in ["DELETE FROM paper_signature", "UPDATE paper_signature SET signed = 1"] {
        let tried = workspace.write(&stamp(Op::ChangeSettings), |db| -> Result<(), StoreError> {
            db.connection().execute_batch(sql)?;
            Ok(())
        });
        assert!(tried.is_err(), "{sql} must be refused");
    }
}
