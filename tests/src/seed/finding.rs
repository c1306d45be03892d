//! What is found about an invented vendor: every exception of its reports, recorded; some judged, some settled.

use super::{id, name, person, report::ends};
use chrono::{DateTime, Utc};
use countersign_domain::{
    DocumentId, EffectiveLists, Entry, Finding, FindingId, FindingStatus, ListName, Op, Reading, Vendor,
    finding::{
        Assessment, Exposure, Extent, Harm, Impact, OwnCompensation, Recurrence, Remarks, Said, SeverityInputs, Source,
    },
};
use countersign_store::{Change, StoreError, Subject};
use serde_json::json;

/// Records the findings of a vendor.
pub(super) fn enter(
    db: &mut Change<'_>,
    vendor: &Vendor,
    number: u32,
    reports: &[(DocumentId, Reading)],
    at: DateTime<Utc>,
) -> Result<(), StoreError> {
    let mut which = number * super::FINDINGS;
    for (document, reading) in reports {
        let lists = EffectiveLists::new(reading, &[]);
        for entry in lists.list(ListName::Exceptions) {
            let Some(Entry::Exceptions(exception)) = entry.held() else { continue };
            let source = Source::Exception { document: *document, entry: entry.key.id };
            let finding = finding(vendor, which, Said::of(exception, Vec::new()), source, reading, at);
            db.insert_finding(&finding)?;
            db.also(Op::RecordFinding, &Subject::vendor(vendor), json!({ "finding": finding.label() }))?;
            which += 1;
        }
    }
    Ok(())
}

fn finding(vendor: &Vendor, which: u32, said: Said, source: Source, reading: &Reading, at: DateTime<Utc>) -> Finding {
    // What an older report says was settled by the next one; of the rest every third waits to be judged.
    let older = ends(reading) < 2025;
    let judged = older || !which.is_multiple_of(3);
    let status = if older { FindingStatus::Superseded } else { FindingStatus::Open };
    Finding {
        id: FindingId::from_uuid(id(6, which)),
        number: which + 1,
        vendor: vendor.id,
        title: name(&said.result),
        source,
        said,
        remarks: Remarks::default(),
        assessment: judged.then(|| assessment(which, at)),
        status,
        owner: Some(person().id),
        due: None,
        answer_due: None,
        proofs: Vec::new(),
        verified_by: None,
        settled_by: older.then(|| person().id),
        repeat_of: None,
        recorded_by: person().id,
        recorded_at: at,
    }
}

fn assessment(which: u32, at: DateTime<Utc>) -> Assessment {
    let impact = [Impact::Limited, Impact::Serious, Impact::Severe][which as usize % 3];
    let exposure = [Exposure::Indirect, Exposure::Direct, Exposure::MainBarrier][which as usize / 3 % 3];
    let inputs = SeverityInputs {
        impact,
        exposure,
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
    };
    Assessment { inputs, reason: None, by: person().id, at }
}
