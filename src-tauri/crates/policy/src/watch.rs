//! The days that are watched of what is held on a vendor (`practice.md` §3.9 no. 31, §4.2, §4.3, §6.8): when it runs out, when
//! to ask for the next paper, when a proof of continuity is too old. The same limits as the rules have, as days ahead.

use crate::{
    Policy, Snapshot, months,
    rules::{Basis, Case, last_grace_month, wanted_after_months},
    standard::{ContinuityDemand, MainEvidence},
    verdict::{EvidenceUntil, evidence_until},
};
use chrono::NaiveDate;
use countersign_domain::{
    DocumentId, Kind, Period, choices,
    register::{Escrow, EscrowStanding, LastDone, Substitutability},
};

/// The days of the main evidence. `None` = not known, or it does not apply.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct EvidenceDays {
    /// The document that counts.
    pub main: Option<DocumentId>,
    /// The last day that the report covers.
    pub report_end: Option<NaiveDate>,
    /// The last day that the report and the letters after it cover without a break.
    pub cover_end: Option<NaiveDate>,
    /// Until when what is held suffices.
    pub until: Option<EvidenceUntil>,
    /// The day after which a report is too old whatever else is held.
    pub hard_stop: Option<NaiveDate>,
    /// The last day before a bridge letter is wanted; no letter is needed while the report is younger.
    pub letter_wanted: Option<NaiveDate>,
    /// The last day of the letters that count, where there are any.
    pub letter_ends: Option<NaiveDate>,
    /// When the next report is expected.
    pub next_report: Option<NextReport>,
}

/// When the next report is expected.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NextReport {
    /// The day.
    pub on: NaiveDate,
    /// Whether the vendor or its auditor has named the day; else it follows from the report that is held, whose next one covers
    /// as long a time and takes as long to be issued.
    pub stated: bool,
}

impl NextReport {
    fn of(case: &Case<'_>) -> Option<Self> {
        if let Some(on) = case.next_audit().and_then(|next| next.expected_on) {
            return Some(Self { on, stated: true });
        }
        let report = case.soc2()?;
        let (start, end) = (report.period_start.as_ref()?.value, report.period_end.as_ref()?.value);
        let issued = report.report_date.as_ref()?.value;
        let months = months::observed(Period::new(start, end).ok()?);
        (issued >= end).then(|| Self { on: months::add(issued, months), stated: false })
    }
}

impl EvidenceDays {
    /// Works them out.
    pub fn of(case: &Case<'_>) -> Self {
        let main = case.main().map(|evidence| evidence.id);
        let until = evidence_until(case);
        let next_report = NextReport::of(case);
        let (Some((_, limits)), Some(coverage)) = (case.class, case.coverage) else {
            let report_end = case.coverage.map(|coverage| coverage.report_end);
            let cover_end = case.coverage.map(|coverage| coverage.cover_end);
            return Self { main, report_end, cover_end, until, next_report, ..Self::default() };
        };
        Self {
            main,
            until,
            report_end: Some(coverage.report_end),
            cover_end: Some(coverage.cover_end),
            hard_stop: Some(months::add(coverage.report_end, last_grace_month(limits))),
            letter_wanted: Some(months::add(coverage.cover_end, wanted_after_months(limits))),
            letter_ends: case.bridged().then_some(coverage.cover_end),
            next_report,
        }
    }

    /// Works them out for the vendor as a whole, with the case that they are of: where papers tell services apart, that of the
    /// service whose evidence runs out first. One that needs evidence and has none that counts comes before all others.
    pub fn of_whole<'a>(snapshot: &'a Snapshot, policy: &'a Policy, today: NaiveDate) -> (Case<'a>, Self) {
        let of = |facts| {
            let case = Case::new(facts, policy, today);
            let days = Self::of(&case);
            (case, days)
        };
        let idle = |case: &Case<'_>| {
            matches!(case.basis, Basis::None) && case.class.is_some_and(|(_, limits)| !limits.evidence_required)
        };
        let parts = snapshot.of_services.iter().map(|part| of(&part.facts)).filter(|(case, _)| !idle(case));
        parts.min_by_key(|(_, days)| days.until.map(|until| until.day)).unwrap_or_else(|| of(snapshot))
    }

    /// Whether what is held still suffices on `day`.
    pub fn suffices(&self, day: NaiveDate) -> bool {
        self.until.is_some_and(|until| day <= until.day)
    }
}

/// Whether evidence that the class accepts is held and has not run out (`practice.md` §9, assured share).
pub fn assured(case: &Case<'_>, days: &EvidenceDays) -> bool {
    matches!(case.basis, Basis::Accepted(..)) && days.suffices(case.today)
}

/// Whether that evidence is a SOC 2 Type 2 report.
pub fn assured_by_type2(case: &Case<'_>, days: &EvidenceDays) -> bool {
    matches!(case.basis, Basis::Accepted(MainEvidence::Soc2Type2, _)) && days.suffices(case.today)
}

choices! {
    /// Something that is done again after a time, so that we could go on without the vendor.
    ContinuityProof {
        /// The exit plan is looked at.
        ExitPlan = "exit_plan", "Exit plan";
        /// The exit plan is tried out.
        ExitTest = "exit_test", "Exit test";
        /// An export of our data is tested.
        ExportTest = "export_test", "Export test";
        /// What is deposited in escrow is verified.
        EscrowVerification = "escrow_verification", "Escrow verification";
        /// A deposit is made.
        EscrowDeposit = "escrow_deposit", "Escrow deposit";
    }
}

/// A proof of continuity, when it was given last and until when that counts; neither where it never was.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ContinuityDay {
    /// Which.
    pub proof: ContinuityProof,
    /// When it was given last.
    pub last: Option<NaiveDate>,
    /// The last day on which that counts.
    pub until: Option<NaiveDate>,
}

/// The proofs of continuity that the class asks for and of which something is known; what nobody has answered is a gap of the
/// register and none of these.
pub fn continuity(case: &Case<'_>) -> Vec<ContinuityDay> {
    let Some((_, limits)) = case.class else { return Vec::new() };
    let profile = &case.snapshot.profile;
    let mut days = Vec::new();
    let again = |proof, done: Option<LastDone>, months| {
        done.map(|done| {
            let last = done.day();
            ContinuityDay { proof, last, until: last.map(|last| months::add(last, months)) }
        })
    };
    let proofs = case.policy.settings().continuity;
    let whole = limits.continuity == ContinuityDemand::ExitExportEscrow;
    if whole || limits.continuity == ContinuityDemand::ExitPlan {
        let every = u32::from(limits.review_months);
        days.extend(again(ContinuityProof::ExitPlan, profile.continuity.exit_plan, every));
    }
    if !whole {
        return days;
    }
    if profile.data().is_none_or(|data| !data.is_empty()) {
        days.extend(again(
            ContinuityProof::ExportTest,
            profile.continuity.export_test,
            proofs.export_test_months.into(),
        ));
    }
    let alone = profile.engagements.iter().any(|service| service.substitutability == Some(Substitutability::Not));
    if !alone || !profile.continuity.alternatives.is_empty() {
        return days;
    }
    // A plan that was tried out secures what an escrow would, as long as that.
    let tried = profile.continuity.exit_test.filter(|test| test.day().is_some());
    days.extend(again(ContinuityProof::ExitTest, tried, proofs.escrow_proof_months.into()));
    if let Some(EscrowStanding::Agreed(escrow)) = &profile.continuity.escrow {
        days.extend(escrow_days(escrow, proofs.escrow_proof_months.into()));
    }
    days
}

fn escrow_days(escrow: &Escrow, proof_months: u32) -> [ContinuityDay; 2] {
    let verified = escrow.verification.map(|verification| verification.on.get());
    let deposited = escrow.last_deposit_on.map(countersign_domain::register::Day::get);
    [
        ContinuityDay {
            proof: ContinuityProof::EscrowVerification,
            last: verified,
            until: verified.map(|last| months::add(last, proof_months)),
        },
        ContinuityDay {
            proof: ContinuityProof::EscrowDeposit,
            last: deposited,
            until: deposited.zip(escrow.deposit_every_months).map(|(last, every)| months::add(last, every.into())),
        },
    ]
}

/// A paper besides the main evidence, and the last day on which it counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PaperDay {
    /// The document.
    pub document: DocumentId,
    /// Its kind.
    pub kind: Kind,
    /// The last day.
    pub until: NaiveDate,
}

/// Certificates and penetration tests that are held besides the main evidence; of each kind the one that counts longest.
pub fn papers(case: &Case<'_>) -> Vec<PaperDay> {
    let main = case.main().map(|evidence| evidence.id);
    let pentest = case.class.and_then(|(_, limits)| limits.pentest_max_age_months);
    let mut days: Vec<PaperDay> = Vec::new();
    for paper in case.snapshot.evidence.iter().filter(|paper| Some(paper.id) != main) {
        let expires = paper.certificate.as_ref().and_then(|facts| facts.expires.as_ref()).map(|cited| cited.value);
        let tested =
            paper.assessment.as_ref().and_then(|facts| facts.tested_to.as_ref()).or(paper.report_date.as_ref());
        let until = match paper.kind {
            Kind::PentestReport | Kind::SecurityAssessment => {
                tested.zip(pentest).map(|(tested, limit)| months::add(tested.value, limit.into()))
            }
            _ => expires,
        };
        let Some(until) = until else { continue };
        match days.iter_mut().find(|day| day.kind == paper.kind) {
            Some(day) if day.until >= until => {}
            Some(day) => *day = PaperDay { document: paper.id, kind: paper.kind, until },
            None => days.push(PaperDay { document: paper.id, kind: paper.kind, until }),
        }
    }
    days
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{
        fixture::{day, document},
        snapshot::Cited,
        verdict::LimitedBy,
    };
    use countersign_domain::{
        Tier,
        register::{Day, Engagement},
    };

    fn critical() -> Snapshot {
        let mut report = crate::snapshot::Evidence::new(document(1), Kind::Soc2Type2);
        report.period_start = Some(Cited::on(1, day("2025-01-01")));
        report.period_end = Some(Cited::on(1, day("2025-12-31")));
        report.report_date = Some(Cited::on(1, day("2026-02-28")));
        Snapshot { tier: Some(Tier::Critical), in_use: true, evidence: vec![report], ..Snapshot::default() }
    }

    #[test]
    fn the_days_of_the_worked_line() {
        let (snapshot, policy) = (critical(), Policy::standard());
        let case = Case::new(&snapshot, policy, day("2026-02-15"));
        let days = EvidenceDays::of(&case);
        assert_eq!(days.until, Some(EvidenceUntil { day: day("2026-06-30"), limited_by: LimitedBy::Gap }), "§4.2");
        assert_eq!(days.letter_wanted, Some(day("2026-03-31")), "three months after the end");
        assert_eq!(days.hard_stop, Some(day("2027-03-31")), "fifteen months after the end");
        assert_eq!(days.letter_ends, None, "there is none");
        let next = NextReport { on: day("2027-02-28"), stated: false };
        assert_eq!(days.next_report, Some(next), "it covers a year and was issued after two months");
        assert!(assured_by_type2(&case, &days));
        let late = Case::new(&snapshot, policy, day("2026-07-01"));
        assert!(!assured(&late, &EvidenceDays::of(&late)), "the day after");
    }

    #[test]
    fn a_proof_counts_for_its_time_and_never_is_no_day() {
        let mut snapshot = critical();
        let on = |text| Some(LastDone::On(Day::new(day(text)).expect("a day")));
        snapshot.profile.continuity.exit_plan = Some(LastDone::Never);
        snapshot.profile.continuity.export_test = on("2024-02-29");
        let case = Case::new(&snapshot, Policy::standard(), day("2026-02-15"));
        let found = continuity(&case);
        let exit = ContinuityDay { proof: ContinuityProof::ExitPlan, last: None, until: None };
        let test = ContinuityDay {
            proof: ContinuityProof::ExportTest,
            last: Some(day("2024-02-29")),
            until: Some(day("2025-02-28")),
        };
        assert_eq!(found, [exit, test], "and an escrow of which nothing is known is left out");
        snapshot.profile.continuity.exit_test = on("2025-11-03");
        let case = Case::new(&snapshot, Policy::standard(), day("2026-02-15"));
        assert_eq!(continuity(&case).len(), 2, "what can be replaced needs no such test");
        let engagement = crate::fixture::engagement();
        snapshot.profile.engagements = vec![Engagement { substitutability: Some(Substitutability::Not), ..engagement }];
        let case = Case::new(&snapshot, Policy::standard(), day("2026-02-15"));
        let tried = continuity(&case).into_iter().find(|day| day.proof == ContinuityProof::ExitTest);
        assert_eq!(tried.and_then(|tried| tried.until), Some(day("2026-11-03")), "twelve months after");
    }
}
