//! Counts of what was read rightly, and the figures that follow.

use std::{collections::BTreeMap, fmt};

/// What became of the things of one kind.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Counts {
    /// Read as it is.
    pub right: u32,
    /// Read otherwise than it is.
    pub wrong: u32,
    /// There and not read.
    pub missed: u32,
    /// Read and not there.
    pub invented: u32,
}

impl Counts {
    /// How much of what was read holds.
    pub fn precision(self) -> Option<f64> {
        share(self.right, self.right + self.wrong + self.invented)
    }

    /// How much of what is there was read.
    pub fn recall(self) -> Option<f64> {
        share(self.right, self.right + self.wrong + self.missed)
    }

    /// The harmonic mean of both.
    pub fn f1(self) -> Option<f64> {
        share(2 * self.right, 2 * (self.right + self.wrong) + self.missed + self.invented)
    }

    fn add(&mut self, other: Self) {
        self.right += other.right;
        self.wrong += other.wrong;
        self.missed += other.missed;
        self.invented += other.invented;
    }
}

fn share(part: u32, whole: u32) -> Option<f64> {
    (whole > 0).then(|| f64::from(part) / f64::from(whole))
}

/// What became of one thing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[expect(missing_docs, reason = "see the counts")]
pub enum Verdict {
    Right,
    Wrong,
    Missed,
    Invented,
}

/// A thing that was misread.
#[derive(Debug, Clone)]
pub struct Misread {
    /// The field.
    pub field: &'static str,
    /// What became of it.
    pub verdict: Verdict,
    /// What was read.
    pub read: String,
    /// What is true.
    pub truth: String,
}

/// The counts of some documents by field. A name with a dot is a detail of matched items and no field of its own.
#[derive(Debug, Clone, Default)]
pub struct Figures {
    /// Number of documents.
    pub documents: u32,
    /// Of them, those that could not be read.
    pub unread: u32,
    /// Counts by field.
    pub fields: BTreeMap<&'static str, Counts>,
    /// Citations that stand on their page, and those that do not (`wrong`).
    pub quotes: Counts,
    /// What was misread.
    pub misread: Vec<Misread>,
}

/// Fields with one value each.
pub const SCALARS: [&str; 11] = [
    "kind",
    "service_organization",
    "system_name",
    "auditor_firm",
    "report_type",
    "as_of_date",
    "period_start",
    "period_end",
    "report_date",
    "opinion",
    "trust_services_categories",
];
/// Fields with entries.
pub const LISTS: [&str; 6] = ["subservice", "cuecs", "csocs", "controls", "exceptions", "sections"];

impl Figures {
    /// Counts one thing.
    pub fn count(&mut self, field: &'static str, verdict: Verdict) {
        let counts = self.fields.entry(field).or_default();
        match verdict {
            Verdict::Right => counts.right += 1,
            Verdict::Wrong => counts.wrong += 1,
            Verdict::Missed => counts.missed += 1,
            Verdict::Invented => counts.invented += 1,
        }
    }

    /// Counts one thing and keeps what was misread.
    pub fn note(&mut self, field: &'static str, verdict: Verdict, read: impl fmt::Display, truth: impl fmt::Display) {
        self.count(field, verdict);
        if verdict != Verdict::Right {
            self.misread.push(Misread { field, verdict, read: read.to_string(), truth: truth.to_string() });
        }
    }

    /// Adds the figures of other documents.
    pub fn add(&mut self, other: &Self) {
        self.documents += other.documents;
        self.unread += other.unread;
        self.quotes.add(other.quotes);
        for (field, counts) in &other.fields {
            self.fields.entry(field).or_default().add(*counts);
        }
        self.misread.extend(other.misread.iter().cloned());
    }

    /// The sum of some fields.
    pub fn sum(&self, fields: &[&str]) -> Counts {
        let mut sum = Counts::default();
        for counts in fields.iter().filter_map(|field| self.fields.get(field)) {
            sum.add(*counts);
        }
        sum
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn figures_follow_from_the_counts() {
        let mut figures = Figures::default();
        for verdict in
            [Verdict::Right, Verdict::Right, Verdict::Wrong, Verdict::Invented, Verdict::Missed, Verdict::Missed]
        {
            figures.note("opinion", verdict, "a", "b");
        }
        let counts = figures.sum(&["opinion"]);
        assert_eq!(counts.precision(), Some(0.5), "two of the four that were read hold");
        assert_eq!(counts.recall(), Some(0.4), "two of the five that are there were read");
        let (p, r) = (0.5, 0.4);
        assert!((counts.f1().unwrap() - 2.0 * p * r / (p + r)).abs() < 1e-9, "the harmonic mean");
        assert_eq!(figures.misread.len(), 4, "all but the right ones are kept");
        assert_eq!(Counts::default().f1(), None, "nothing was to be read");
    }
}
