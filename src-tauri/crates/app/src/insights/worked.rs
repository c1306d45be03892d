//! A figure as it was worked out: its headline, how it divides, and the rows of which it was counted.

use crate::today::Watched;
use chrono::NaiveDate;
use countersign_domain::{
    DocumentId, VendorId,
    metric::{Metric, Share, Spread},
};
use countersign_store::VendorRow;

/// What a figure says first.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) enum Headline {
    /// So many of so many.
    Share(Share),
    /// So many.
    Count(u32),
    /// Days, by their median.
    Days(Option<Spread>),
    /// Months, by their mean; of these so many over the limit.
    Months(Option<Spread>, u32),
    /// So many in so many reports.
    PerReport(Share),
    /// Points.
    Points(u32),
}

impl Headline {
    /// The number whose way over the months is shown; `None` where nothing was counted.
    pub(super) fn value(self) -> Option<f64> {
        match self {
            Self::Share(share) => (share.of > 0).then(|| f64::from(share.count) * 100.0 / f64::from(share.of)),
            Self::PerReport(share) => (share.of > 0).then(|| f64::from(share.count) / f64::from(share.of)),
            Self::Count(count) | Self::Points(count) => Some(f64::from(count)),
            Self::Days(spread) => spread.map(|spread| spread.median),
            Self::Months(spread, _) => spread.map(|spread| spread.mean),
        }
    }
}

/// How a figure divides.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Group {
    pub(super) label: String,
    pub(super) count: u32,
    pub(super) of: Option<u32>,
    /// How the group divides again.
    pub(super) parts: Vec<(&'static str, u32)>,
}

/// One of those of which a figure was counted.
#[derive(Debug, Clone, PartialEq, Default)]
pub(super) struct Row {
    pub(super) vendor: Option<(VendorId, String)>,
    pub(super) document: Option<DocumentId>,
    /// The key of a finding.
    pub(super) finding: Option<String>,
    pub(super) what: String,
    pub(super) group: Option<String>,
    /// Whether it was counted, where only some are.
    pub(super) counted: Option<bool>,
    pub(super) value: Option<i64>,
    pub(super) day: Option<NaiveDate>,
}

impl Row {
    /// A row of a vendor.
    pub(super) fn of(row: &VendorRow) -> Self {
        Self { vendor: Some((row.vendor.id, row.vendor.name.to_string())), ..Self::default() }
    }

    /// A row of a vendor that is looked at.
    pub(super) fn seen(vendor: &Watched<'_>) -> Self {
        Self::of(vendor.row)
    }

    pub(super) fn counted(self, counted: bool) -> Self {
        Self { counted: Some(counted), ..self }
    }

    pub(super) fn in_group(self, group: impl Into<String>) -> Self {
        Self { group: Some(group.into()), ..self }
    }

    pub(super) fn saying(self, what: impl Into<String>) -> Self {
        Self { what: what.into(), ..self }
    }

    pub(super) fn on(self, day: impl Into<Option<NaiveDate>>) -> Self {
        Self { day: day.into(), ..self }
    }

    pub(super) fn valued(self, value: impl Into<i64>) -> Self {
        Self { value: Some(value.into()), ..self }
    }

    pub(super) fn with_document(self, document: DocumentId) -> Self {
        Self { document: Some(document), ..self }
    }
}

/// A figure as it was worked out.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Worked {
    pub(super) metric: Metric,
    pub(super) headline: Headline,
    pub(super) groups: Vec<Group>,
    /// What else is said, each a sentence without its full stop.
    pub(super) notes: Vec<String>,
    pub(super) rows: Vec<Row>,
}

impl Worked {
    /// A share of the rows that count.
    pub(super) fn share(metric: Metric, rows: Vec<Row>) -> Self {
        let share = Share::of(rows.iter().map(|row| row.counted == Some(true)));
        Self { metric, headline: Headline::Share(share), groups: Vec::new(), notes: Vec::new(), rows }
    }

    /// The same, divided by the groups of the rows in the order given.
    pub(super) fn share_by(metric: Metric, rows: Vec<Row>, order: &[&str]) -> Self {
        let mut worked = Self::share(metric, rows);
        let share = |label: &&str| {
            let of_group = worked.rows.iter().filter(|row| row.group.as_deref() == Some(label));
            let share = Share::of(of_group.map(|row| row.counted == Some(true)));
            let group = Group { label: (*label).to_owned(), count: share.count, of: Some(share.of), parts: Vec::new() };
            (share.of > 0).then_some(group)
        };
        worked.groups = order.iter().filter_map(share).collect();
        worked
    }

    /// The rows by their groups in the order given.
    pub(super) fn groups(metric: Metric, headline: Headline, rows: Vec<Row>, order: &[&str]) -> Self {
        let groups = order.iter().map(|label| {
            let count = rows.iter().filter(|row| row.group.as_deref() == Some(label)).count() as u32;
            Group { label: (*label).to_owned(), count, of: None, parts: Vec::new() }
        });
        Self { metric, headline, groups: groups.collect(), notes: Vec::new(), rows }
    }

    pub(super) fn noting(mut self, note: impl Into<Option<String>>) -> Self {
        self.notes.extend(note.into());
        self
    }
}

/// The titles of classes, worst first.
pub(super) const TIERS: [&str; 4] = ["Critical", "High", "Medium", "Low"];

/// The title of a class.
pub(super) const fn tier_title(tier: countersign_domain::Tier) -> &'static str {
    use countersign_domain::Tier as T;
    match tier {
        T::Critical => TIERS[0],
        T::High => TIERS[1],
        T::Medium => TIERS[2],
        T::Low => TIERS[3],
    }
}
