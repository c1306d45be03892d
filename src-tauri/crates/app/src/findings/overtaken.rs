//! What an acceptance was not granted for: with it the acceptance falls, whatever its day.

use chrono::{DateTime, NaiveDate, Utc};
use countersign_domain::monitoring::{MonitoringEntry, MonitoringKind};
use countersign_policy::words;
use countersign_store::AcceptanceRow;

/// An incident that was noted of a vendor.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Incident {
    /// When it happened, or became known.
    pub(crate) on: NaiveDate,
    /// When it was noted.
    pub(crate) noted_at: DateTime<Utc>,
}

impl Incident {
    /// The incidents among what was noted of a vendor.
    pub(crate) fn among(noted: &[MonitoringEntry]) -> Vec<Self> {
        let incidents = noted.iter().filter(|entry| entry.kind == MonitoringKind::Incident);
        incidents.map(|entry| Self { on: entry.on, noted_at: entry.at }).collect()
    }

    /// Whether it happened or was noted after an acceptance was granted: it was granted without knowing of it.
    pub(super) fn is_after(&self, row: &AcceptanceRow) -> bool {
        self.noted_at > row.recorded_at || self.on > row.approved_on
    }
}

/// With what an acceptance falls before its day (`practice.md` §5.3). It stays fallen when an incident is settled: who still takes
/// the risk grants it anew.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Overtaken {
    /// An incident of that day.
    Incident(NaiveDate),
    /// A later report notes it again.
    Repeat,
}

impl Overtaken {
    /// What it is called: "the incident of 16 March 2026".
    pub(crate) fn what(self) -> String {
        match self {
            Self::Incident(on) => format!("the incident of {}", words::date(on)),
            Self::Repeat => "the next report, which notes it again".to_owned(),
        }
    }
}
