//! Which report takes the place of which: the next one on the same system.
//!
//! A Type 2 report follows a Type 1, as the year after does; a Type 1 never takes the place of a Type 2, as it tests nothing over time.
//! The name of a system may change a little from one year to the next ("Ledger Platform", "Northwind Ledger Platform"). Where another
//! system of nearly that name has reports of its own, that is no change of name; nor is it where people told that the two reports
//! cover different services that we buy.

use crate::{EngagementId, Kind, organization};
use chrono::NaiveDate;
use std::collections::BTreeSet;

/// What is looked at of a report.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// What it is.
    pub kind: Kind,
    /// The name of the system, where it says one.
    pub system: Option<&'a str>,
    /// The last day that it covers, where it says one.
    pub to: Option<NaiveDate>,
    /// The services that it covers, where somebody told them.
    pub services: Option<&'a BTreeSet<EngagementId>>,
}

/// How alike two names of systems are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Naming {
    /// The same, as far as both name one.
    Same,
    /// Every word of one stands in the other.
    Akin,
}

/// The kinds of which a later one takes the place of an earlier one stand for one.
pub const fn family(kind: Kind) -> Kind {
    match kind {
        Kind::Soc2Type1 => Kind::Soc2Type2,
        Kind::Soc1Type1 => Kind::Soc1Type2,
        kind => kind,
    }
}

/// Whether both names are of one system; `None` where they are of two.
pub fn naming(a: Option<&str>, b: Option<&str>) -> Option<Naming> {
    match a.zip(b) {
        None => Some(Naming::Same),
        Some((a, b)) if organization::same(a, b) => Some(Naming::Same),
        Some((a, b)) if organization::contains(a, b) || organization::contains(b, a) => Some(Naming::Akin),
        Some(_) => None,
    }
}

impl Subject<'_> {
    fn is_followed_by(&self, later: &Self) -> Option<Naming> {
        let weaker = later.kind != family(later.kind) && self.kind == family(self.kind);
        let apart = self.services.zip(later.services).is_some_and(|(own, others)| own.is_disjoint(others));
        let follows = self.to < later.to && family(self.kind) == family(later.kind) && !weaker && !apart;
        follows.then(|| naming(self.system, later.system)).flatten()
    }
}

/// Reports of one vendor in the order in which one takes the place of another.
#[derive(Debug, Clone, Default)]
pub struct Succession {
    next: Vec<Option<usize>>,
    before: Vec<Option<usize>>,
}

impl Succession {
    /// Works it out for all reports of a vendor; they are known by their places in the list.
    pub fn of(reports: &[Subject<'_>]) -> Self {
        let next: Vec<_> = (0..reports.len()).map(|at| next(reports, at)).collect();
        let before = (0..reports.len()).map(|at| before(reports, &next, at)).collect();
        Self { next, before }
    }

    /// The first report that takes the place of this one.
    pub fn next(&self, at: usize) -> Option<usize> {
        self.next.get(at).copied().flatten()
    }

    /// The last report of which this one takes the place, of its own kind where there is one.
    pub fn before(&self, at: usize) -> Option<usize> {
        self.before.get(at).copied().flatten()
    }
}

fn next(reports: &[Subject<'_>], at: usize) -> Option<usize> {
    let named = |naming: Naming| {
        (0..reports.len()).filter(move |other| reports[at].is_followed_by(&reports[*other]) == Some(naming))
    };
    // One that keeps the name, and not only leaves it out, says that the name did not change.
    let keeps = named(Naming::Same).any(|other| reports[other].system.is_some() && reports[at].system.is_some());
    let renamed = named(Naming::Akin).filter(|other| !keeps && is_first_of_its_name(reports, at, *other));
    named(Naming::Same).chain(renamed).min_by_key(|other| reports[*other].to)
}

/// Whether no other report bore the name before.
fn is_first_of_its_name(reports: &[Subject<'_>], at: usize, renamed: usize) -> bool {
    let (own, new) = (&reports[at], &reports[renamed]);
    !reports.iter().enumerate().any(|(other, report)| {
        other != at
            && report.to < new.to
            && report.system.is_some()
            && family(report.kind) == family(own.kind)
            && naming(report.system, new.system) == Some(Naming::Same)
    })
}

fn before(reports: &[Subject<'_>], next: &[Option<usize>], at: usize) -> Option<usize> {
    let latest = |all: &mut dyn Iterator<Item = usize>| {
        all.max_by_key(|other| (reports[*other].kind == reports[at].kind, reports[*other].to))
    };
    let mut same =
        (0..reports.len()).filter(|other| reports[*other].is_followed_by(&reports[at]) == Some(Naming::Same));
    let mut renamed = (0..reports.len()).filter(|other| next[*other] == Some(at));
    latest(&mut same).or_else(|| latest(&mut renamed))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(kind: Kind, system: &'static str, to: &str) -> Subject<'static> {
        let system = Some(system).filter(|system| !system.is_empty());
        Subject { kind, system, to: to.parse().ok(), services: None }
    }

    fn lines(reports: &[Subject<'_>]) -> Vec<(Option<usize>, Option<usize>)> {
        let succession = Succession::of(reports);
        (0..reports.len()).map(|at| (succession.before(at), succession.next(at))).collect()
    }

    #[test]
    fn the_next_report_follows_though_its_name_or_type_is_another() {
        use Kind::{Soc2Type1 as T1, Soc2Type2 as T2};
        let renamed = [
            report(T1, "Ledger Platform", "2023-12-31"),
            report(T2, "Ledger Platform", "2024-12-31"),
            report(T2, "Northwind Ledger Platform", "2025-12-31"),
            report(T2, "", "2026-12-31"),
        ];
        let expected = [(None, Some(1)), (Some(0), Some(2)), (Some(1), Some(3)), (Some(2), None)];
        assert_eq!(lines(&renamed), expected);
    }

    #[test]
    fn another_system_of_nearly_that_name_is_another_system() {
        use Kind::Soc2Type2 as T2;
        let two = [
            report(T2, "Ledger", "2024-12-31"),
            report(T2, "Ledger Hosting", "2025-03-31"),
            report(T2, "Ledger", "2025-12-31"),
            report(T2, "Ledger Hosting", "2026-03-31"),
        ];
        assert_eq!(lines(&two), [(None, Some(2)), (None, Some(3)), (Some(0), None), (Some(1), None)]);
        let unlike = [report(T2, "Ledger", "2024-12-31"), report(T2, "Payroll", "2025-12-31")];
        assert_eq!(lines(&unlike), [(None, None), (None, None)]);
    }

    #[test]
    fn reports_that_cover_different_services_follow_their_own() {
        use Kind::Soc2Type2 as T2;
        let service = |number| BTreeSet::from([EngagementId::from_uuid(uuid::Uuid::from_u128(number))]);
        let (ledger, payroll) = (service(1), service(2));
        let told = |to, services| Subject { services, ..report(T2, "Platform", to) };
        let two =
            [told("2024-12-31", Some(&ledger)), told("2025-03-31", Some(&payroll)), told("2025-12-31", Some(&ledger))];
        assert_eq!(lines(&two), [(None, Some(2)), (None, None), (Some(0), None)], "though the system has one name");
        let untold = [told("2024-12-31", Some(&ledger)), told("2025-03-31", None)];
        assert_eq!(lines(&untold), [(None, Some(1)), (Some(0), None)], "one of which nothing is told may be of any");
    }

    #[test]
    fn a_type_1_takes_the_place_of_no_type_2_and_no_other_paper_of_a_report() {
        let all = [
            report(Kind::Soc2Type2, "Ledger", "2024-12-31"),
            report(Kind::Soc2Type1, "Ledger", "2025-06-30"),
            report(Kind::Soc1Type2, "Ledger", "2025-12-31"),
            report(Kind::Soc2Type2, "Ledger", "2025-12-31"),
        ];
        assert_eq!(lines(&all), [(None, Some(3)), (None, Some(3)), (None, None), (Some(0), None)]);
    }
}
