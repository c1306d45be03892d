//! Whether the report covers what the data requires (`practice.md` §4.4).

pub(super) mod covered;
pub(super) mod papers;

use crate::{rules::Case, standard::DataUse};
use countersign_domain::register::{DataClass, Dependence, Engagement};
use std::collections::BTreeSet;

/// The uses of a vendor as far as categories depend on them, and whether some answers are still missing.
pub(crate) fn uses(case: &Case<'_>) -> (BTreeSet<DataUse>, bool) {
    let outage = u32::from(case.policy.settings().categories.availability_if_outage_hours_at_most);
    let engagements = &case.snapshot.profile.engagements;
    let mut uses = BTreeSet::from([DataUse::Any]);
    let mut open = engagements.is_empty();
    for engagement in engagements {
        open |= engagement.data.is_none();
        for class in engagement.data.iter().flatten() {
            uses.extend(of_class(*class));
        }
        if engagement.feeds_financial_statements == Some(true) {
            uses.insert(DataUse::FinancialStatements);
        }
        if engagement.privacy_commitments_relied_on == Some(true) {
            uses.insert(DataUse::PersonalAsController);
        }
        match needs_availability(engagement, outage) {
            Some(true) => {
                uses.insert(DataUse::Availability);
            }
            Some(false) => {}
            None => open = true,
        }
    }
    (uses, open)
}

const fn of_class(class: DataClass) -> Option<DataUse> {
    match class {
        DataClass::Public | DataClass::Internal => None,
        // Bank details and sector data are at least what an NDA covers.
        DataClass::BusinessConfidential
        | DataClass::SourceCode
        | DataClass::Credentials
        | DataClass::OtherRegulated
        | DataClass::PaymentAccount => Some(DataUse::Confidential),
        DataClass::PersonalAsProcessor => Some(DataUse::PersonalAsProcessor),
        DataClass::PersonalAsController => Some(DataUse::PersonalAsController),
        DataClass::SpecialPersonal => Some(DataUse::SpecialPersonal),
        DataClass::PaymentCard => Some(DataUse::PaymentCard),
        DataClass::MoneyMovement => Some(DataUse::MoneyMovement),
    }
}

/// Whether it is a service that we cannot run without, or whose promised availability we rely on; `None` while open.
fn needs_availability(engagement: &Engagement, outage: u32) -> Option<bool> {
    let stops = engagement.dependence.map(|dependence| dependence == Dependence::StopsWork);
    let short = engagement.tolerable_outage.map(|hours| hours.get() <= outage);
    let sla = engagement.sla_relied_on;
    if [stops, short, sla].contains(&Some(true)) {
        return Some(true);
    }
    // The tolerable outage refines the dependence: it need not be given where the dependence is.
    (stops.is_some() && sla.is_some()).then_some(false)
}
