//! The finding that something noted of a vendor opens.

use super::{
    gather::unrecorded,
    record::{Becomes, Writer},
};
use crate::{App, application::Opened, people};
use countersign_contract::Failure;
use countersign_domain::{
    Action, Finding, FindingId, Op, Vendor,
    finding::{Said, Source},
    monitoring::MonitoringEntry,
};
use countersign_store::Subject;
use serde_json::{Map, Value};

impl App {
    /// Records a finding together with the entry that opens it: both, or neither.
    pub(crate) fn open_finding_of(
        &self,
        opened: &Opened,
        vendor: &Vendor,
        title: &str,
        entry: &MonitoringEntry,
        mut detail: Value,
    ) -> Result<(), Failure> {
        let (person, permit) = opened.permit(Action::FollowFindings)?;
        let now = self.clock.now();
        let said = Said { result: entry.what.to_string(), ..Said::default() };
        let finding = Finding {
            id: FindingId::from_uuid(self.id(now)),
            title: people::name("open_finding", title)?,
            recorded_by: person.id,
            recorded_at: now,
            ..unrecorded(vendor.id, said, Source::Hand)
        };
        if let Some(became) = detail.get_mut("became").and_then(Value::as_object_mut) {
            became.insert("finding".to_owned(), finding.id.to_string().into());
        }
        let becomes = Becomes { vendor: vendor.clone(), finding, recorded: false, detail: Map::new() };
        Writer { person, permit, now }.write(opened, Op::RecordFinding, vec![becomes], |db, finding| {
            let noted = MonitoringEntry { finding: Some(finding.id), ..entry.clone() };
            db.save_monitoring(&noted)?;
            db.also(Op::RecordMonitoring, &Subject::vendor(vendor), detail.clone())
        })?;
        Ok(())
    }
}
