//! Which Trust Services Categories and papers are required by what the vendor handles (`practice.md` §4.4).

use countersign_domain::{Category, Kind, choices};
use serde::{Deserialize, Serialize};

choices! {
    /// What the vendor handles or how we use it, as far as categories depend on it.
    DataUse {
        /// Any use.
        Any = "any", "Any use";
        /// Business-confidential data, source code, contracts, what an NDA covers.
        Confidential = "confidential", "Confidential data, source code, credentials";
        /// Personal data as a processor.
        PersonalAsProcessor = "personal_as_processor", "Personal data as processor";
        /// Personal data collected from people, as a controller, or privacy commitments relied on.
        PersonalAsController = "personal_as_controller", "Personal data as controller, or privacy commitments relied on";
        /// Health, biometric, children's data.
        SpecialPersonal = "special_personal", "Health, biometric, children's data";
        /// Payment card data.
        PaymentCard = "payment_card", "Payment card data";
        /// Money movement, payroll, invoicing, calculation results.
        MoneyMovement = "money_movement", "Money movement, payroll, invoicing, calculation results";
        /// Results that go into our financial statements.
        FinancialStatements = "financial_statements", "Feeds our financial statements";
        /// A service that we cannot run without, or whose promised availability we rely on.
        Availability = "availability", "Service we cannot run without, or SLA relied on";
    }
}

/// What one use requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct CategoryNeed {
    /// Categories that the opinion must cover.
    pub categories: Vec<Category>,
    /// Papers needed besides, which the report does not replace: each is met by any of the kinds in it.
    pub papers: Vec<Kind>,
}

/// The table of §4.4 and what is accepted in place of a category.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Categories {
    /// What each use requires.
    pub by_use: ByUse,
    /// What else is accepted where a category is missing.
    pub substitutes: Substitutes,
    /// Accept confidentiality together with a data processing agreement in place of privacy from a vendor that is a
    /// processor (S52 and S53 differ, hence a switch).
    pub accept_confidentiality_and_dpa_for_privacy: bool,
    /// An outage that we tolerate for no longer than this makes it a service that we cannot run without.
    pub availability_if_outage_hours_at_most: u16,
}

/// What each use requires.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of DataUse")]
pub struct ByUse {
    pub any: CategoryNeed,
    pub confidential: CategoryNeed,
    pub personal_as_processor: CategoryNeed,
    pub personal_as_controller: CategoryNeed,
    pub special_personal: CategoryNeed,
    pub payment_card: CategoryNeed,
    pub money_movement: CategoryNeed,
    pub financial_statements: CategoryNeed,
    pub availability: CategoryNeed,
}

impl ByUse {
    /// What a use requires.
    pub const fn of(&self, data_use: DataUse) -> &CategoryNeed {
        match data_use {
            DataUse::Any => &self.any,
            DataUse::Confidential => &self.confidential,
            DataUse::PersonalAsProcessor => &self.personal_as_processor,
            DataUse::PersonalAsController => &self.personal_as_controller,
            DataUse::SpecialPersonal => &self.special_personal,
            DataUse::PaymentCard => &self.payment_card,
            DataUse::MoneyMovement => &self.money_movement,
            DataUse::FinancialStatements => &self.financial_statements,
            DataUse::Availability => &self.availability,
        }
    }
}

/// Kinds of documents accepted in place of a category that a report does not cover. Security has none.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of the categories")]
pub struct Substitutes {
    pub availability: Vec<Kind>,
    pub processing_integrity: Vec<Kind>,
    pub confidentiality: Vec<Kind>,
    pub privacy: Vec<Kind>,
}

impl Substitutes {
    /// What is accepted in place of a category.
    pub fn of(&self, category: Category) -> &[Kind] {
        match category {
            Category::Security => &[],
            Category::Availability => &self.availability,
            Category::ProcessingIntegrity => &self.processing_integrity,
            Category::Confidentiality => &self.confidentiality,
            Category::Privacy => &self.privacy,
        }
    }
}
