//! What is noted of vendors between reviews.

use super::{Place, at, founder, stamp, vendor};
use crate::{StoreError, error::Fault};
use countersign_domain::{
    LongText, MonitoringId, Op,
    monitoring::{Closed, MonitoringEntry, MonitoringKind},
};
use uuid::Uuid;

#[test]
fn what_is_noted_changes_until_it_is_settled_and_never_goes() {
    let place = Place::new();
    let workspace = place.create(None);
    let vendor = vendor(1, "Harbourlight Payroll, Inc.");
    let text = |text: &str| LongText::parse(text).expect("a text");
    workspace.write(&stamp(Op::CreateVendor), |db| db.insert_vendor(&vendor)).expect("writes");
    let noted = MonitoringEntry {
        id: MonitoringId::from_uuid(Uuid::from_u128(7)),
        vendor: vendor.id,
        kind: MonitoringKind::Incident,
        on: "2026-03-01".parse().expect("a date"),
        source: Some(text("Its status page")),
        what: text("Payslips of others could be read for a day."),
        told_by_vendor: Some(false),
        retier: true,
        review_by: Some("2026-05-01".parse().expect("a date")),
        proposed_at: at(5),
        finding: None,
        evidence: None,
        by: founder().id,
        at: at(5),
        closed: None,
    };
    let all = || workspace.read(|db| db.monitoring(Some(vendor.id))).expect("reads");
    let save = |entry: &MonitoringEntry| {
        workspace.write(&stamp(Op::RecordMonitoring), |db| db.save_monitoring(entry)).expect("writes");
    };
    save(&noted);
    assert_eq!(all(), std::slice::from_ref(&noted));
    let note = text("Explained and fixed.");
    let settled =
        MonitoringEntry { proposed_at: at(8), closed: Some(Closed { by: founder().id, at: at(9), note }), ..noted };
    save(&settled);
    assert_eq!(all(), std::slice::from_ref(&settled), "in its own place");
    let refused: Result<(), StoreError> = workspace.write(&stamp(Op::RecordMonitoring), |db| {
        let deleted = db.connection().execute_batch("DELETE FROM monitoring_entry");
        Ok(deleted.map_err(Fault::from)?)
    });
    assert!(refused.is_err(), "what was noted stays in the record");
}
