//! What a sample document says, as plain data: what a reader of it must find.

use super::plan::{CityStands, ReportPlan, Span};
use chrono::NaiveDate;
use countersign_domain::{Category, FactKey, Kind, Opinion, ReportType, reading::SectionRole};
use serde_json::{Value, json};

/// What a document says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Truth {
    /// Which kind of document it is.
    pub(crate) kind: Kind,
    /// Whom it is about.
    pub(crate) organization: &'static str,
    /// The system examined.
    pub(crate) system: Option<&'static str>,
    /// The auditor.
    pub(crate) auditor: Option<&'static str>,
    /// Their city, wherever in the report it stands.
    pub(crate) location: Option<&'static str>,
    /// Whether the city stands where auditors sign.
    pub(crate) location_at_signature: bool,
    /// The type.
    pub(crate) report_type: Option<ReportType>,
    /// The day of a Type 1.
    pub(crate) as_of: Option<NaiveDate>,
    /// The first day.
    pub(crate) start: Option<NaiveDate>,
    /// The last day.
    pub(crate) end: Option<NaiveDate>,
    /// The date of the opinion or of the letter.
    pub(crate) dated: Option<NaiveDate>,
    /// The opinion.
    pub(crate) opinion: Option<Opinion>,
    /// The categories.
    pub(crate) categories: Option<Vec<Category>>,
    /// The parts in order.
    pub(crate) sections: Vec<SectionRole>,
}

impl Truth {
    /// The truth about a document that is not a report: its kind, whom it is about, the time that it is about, its date.
    pub(crate) fn plain(
        kind: Kind,
        organization: &'static str,
        span: Option<(NaiveDate, NaiveDate)>,
        dated: Option<NaiveDate>,
    ) -> Self {
        Self {
            kind,
            organization,
            system: None,
            auditor: None,
            location: None,
            location_at_signature: false,
            report_type: None,
            as_of: None,
            start: span.map(|span| span.0),
            end: span.map(|span| span.1),
            dated,
            opinion: None,
            categories: None,
            sections: Vec::new(),
        }
    }

    /// The truth about a report.
    pub(crate) fn of(plan: &ReportPlan) -> Self {
        use SectionRole as S;
        let (kind, report_type) = match plan.span {
            Span::AsOf(_) => (Kind::Soc2Type1, Some(ReportType::One)),
            Span::Period(..) => (Kind::Soc2Type2, Some(ReportType::Two)),
            Span::General(..) => (Kind::Soc3, None),
        };
        let (as_of, start, end) = match plan.span {
            Span::AsOf(date) => (Some(date), None, None),
            Span::Period(start, end) | Span::General(start, end) => (None, Some(start), Some(end)),
        };
        let mut sections = vec![S::AuditorReport, S::Assertion, S::Description];
        if kind != Kind::Soc3 {
            sections.push(S::Tests);
        }
        if !plan.deviations.is_empty() {
            sections.push(S::OtherInformation);
        }
        Self {
            kind,
            organization: plan.company.name,
            system: Some(plan.company.system),
            auditor: Some(plan.firm.name),
            location: Some(plan.firm.city),
            location_at_signature: plan.city_stands == CityStands::AtSignature,
            report_type,
            as_of,
            start,
            end,
            dated: Some(plan.dated),
            opinion: Some(plan.opinion()),
            categories: Some(plan.categories.clone()),
            sections,
        }
    }

    /// What the document says of a fact, as the reading format writes it; `None` where it says nothing, and for the
    /// paragraph that explains a modified opinion, which is too long to be said twice.
    pub(crate) fn value(&self, key: FactKey) -> Option<Value> {
        match key {
            FactKey::Kind => Some(json!(self.kind)),
            FactKey::ServiceOrganization => Some(json!(self.organization)),
            FactKey::SystemName => self.system.map(|name| json!(name)),
            FactKey::AuditorFirm => self.auditor.map(|name| json!(name)),
            FactKey::AuditorLocation => self.location.map(|city| json!(city)),
            FactKey::ReportType => self.report_type.map(|report_type| json!(report_type)),
            FactKey::AsOfDate => self.as_of.map(|date| json!(date)),
            FactKey::PeriodStart => self.start.map(|date| json!(date)),
            FactKey::PeriodEnd => self.end.map(|date| json!(date)),
            FactKey::ReportDate => self.dated.map(|date| json!(date)),
            FactKey::Opinion => self.opinion.map(|opinion| json!(opinion)),
            FactKey::TrustServicesCategories => self.categories.as_ref().map(|categories| json!(categories)),
            // Of these a letter or a certificate has its own words, and a report its paragraph.
            _ => None,
        }
    }
}
