//! Until when what is held suffices by its dates (`practice.md` §4.2, last lines).

use crate::{
    alternative, months,
    rules::{Basis, Case},
    standard::MainEvidence,
};
use chrono::NaiveDate;
use countersign_domain::{Kind, choices};
use serde::Serialize;

choices! {
    /// What sets the day.
    LimitedBy {
        /// The age of the report.
        Age = "age", "Age of the report";
        /// The age of the report, extended by grace.
        Grace = "grace", "Age of the report, in grace";
        /// The end of unbroken coverage.
        Gap = "gap", "End of coverage";
        /// The last day of a certificate.
        Certificate = "certificate", "Last day of the certificate";
        /// The age of a questionnaire's answers, or of another paper.
        Answers = "answers", "Age of the answers";
        /// The approval to go without a report.
        Approval = "approval", "End of the approval without a report";
    }
}

/// Until when what is held suffices.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct EvidenceUntil {
    /// The last day.
    pub day: NaiveDate,
    /// What sets it.
    pub limited_by: LimitedBy,
}

/// Works out until when what is held suffices; `None` while class or dates are not known, or nothing is held.
///
/// `min(end + maximum age, end of coverage + maximum gap)`; with a valid letter and proof of the next examination the first
/// becomes the end of grace.
pub fn evidence_until(case: &Case<'_>) -> Option<EvidenceUntil> {
    let (tier, limits) = case.class?;
    let max_age = u32::from(limits.max_age_months);
    let first = |days: [(NaiveDate, LimitedBy); 2]| {
        let [a, b] = days;
        let (day, limited_by) = if a.0 <= b.0 { a } else { b };
        EvidenceUntil { day, limited_by }
    };
    if let Some(coverage) = case.coverage {
        let gap = months::add(coverage.cover_end, limits.max_uncovered_gap_months.into());
        let grace = crate::rules::last_grace_month(limits);
        let age = if case.in_grace() && grace > max_age {
            (months::add(coverage.report_end, grace), LimitedBy::Grace)
        } else {
            (months::add(coverage.report_end, max_age), LimitedBy::Age)
        };
        return Some(first([age, (gap, LimitedBy::Gap)]));
    }
    match case.basis {
        Basis::Accepted(MainEvidence::Soc2Type2 | MainEvidence::Soc2Type1WithPlan, _) => None,
        Basis::Accepted(_, evidence) if evidence.kind == Kind::Iso27001Certificate => {
            let expires = evidence.certificate.as_ref()?.expires.as_ref()?;
            Some(EvidenceUntil { day: expires.value, limited_by: LimitedBy::Certificate })
        }
        Basis::Accepted(_, evidence) => {
            let answered = evidence.questionnaire.as_ref().and_then(|facts| facts.answered_on.as_ref());
            let day = answered.or(evidence.covers_to()).or(evidence.report_date.as_ref())?;
            Some(EvidenceUntil { day: months::add(day.value, max_age), limited_by: LimitedBy::Answers })
        }
        Basis::Insufficient(_) | Basis::None => None,
        Basis::WithoutReport(_) => {
            let path = case.snapshot.alternative.as_ref()?;
            let assessed = alternative::assess(tier, path, case.policy, case.today);
            let until = assessed.until.filter(|_| assessed.enough == Some(true))?;
            Some(EvidenceUntil { day: until, limited_by: LimitedBy::Approval })
        }
    }
}
