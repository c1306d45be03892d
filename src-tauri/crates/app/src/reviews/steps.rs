//! What of a report a question is about, and the letters of the steps.

use countersign_domain::{FactKey, ListName};
use countersign_policy::questions::{Step, all};

/// The letter before the questions of a step.
pub(super) fn letter(step: Step) -> String {
    let first = all().iter().find(|question| question.step == step);
    first.map_or_else(String::new, |question| question.id.chars().take(1).collect())
}

/// The facts of the report that a question is about.
pub(super) fn facts(question: &str) -> &'static [FactKey] {
    use FactKey as F;
    match question {
        "A1" | "C1" => &[F::Kind, F::ReportType],
        "A5" => &[F::ServiceOrganization],
        "A6" | "A7" => &[F::AuditorFirm, F::AuditorLocation],
        "A8" => &[F::AuditorFirm, F::AuditorLocation, F::ReportDate],
        "B1" => &[F::SystemName],
        "B3" => &[F::TrustServicesCategories],
        "C2" | "C3" | "C5" | "C7" | "C8" | "D4" => &[F::PeriodStart, F::PeriodEnd, F::AsOfDate],
        "C4" => &[F::ReportDate, F::PeriodEnd],
        "D1" => &[F::Opinion, F::OpinionBasis],
        "D2" => &[F::OpinionBasis],
        "F1" => &[F::NoCuecs],
        "G1" => &[F::NoSubserviceOrganizations],
        "G3" => &[F::NoCsocs],
        _ => &[],
    }
}

/// The list of the report that a question is about.
pub(super) fn list(question: &str) -> Option<ListName> {
    match question {
        "E1" | "E2" | "E3" | "E4" | "E5" | "E6" | "E9" | "E10" => Some(ListName::Exceptions),
        "E7" => Some(ListName::Controls),
        "E8" => Some(ListName::Incidents),
        "F1" | "F2" | "F3" => Some(ListName::Cuecs),
        "F4" => Some(ListName::Responsibilities),
        "G1" | "G2" | "G4" | "G5" | "G6" => Some(ListName::Subservice),
        "G3" => Some(ListName::Csocs),
        _ => None,
    }
}
