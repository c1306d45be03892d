//! What a vendor can reach or does with it: the first factor of the class (`practice.md` §4.1) and what decides which
//! Trust Services Categories its report must cover (§4.4).

use crate::choices;

choices! {
    /// One kind of data that a vendor can reach, or of results that we rely on.
    DataClass {
        /// Published anyway.
        Public = "public", "Public";
        /// Of no interest to others.
        Internal = "internal", "Internal";
        /// Business secrets, contracts, whatever an NDA covers.
        BusinessConfidential = "business_confidential", "Business confidential";
        /// Our source code.
        SourceCode = "source_code", "Source code";
        /// Passwords, keys and tokens for our systems.
        Credentials = "credentials", "Credentials and keys";
        /// Personal data that the vendor handles for us, on our instructions.
        PersonalAsProcessor = "personal_as_processor", "Personal data, vendor as processor";
        /// Personal data that the vendor collects from people itself, or for whose use it answers.
        PersonalAsController = "personal_as_controller", "Personal data, vendor as controller";
        /// Health, biometric, genetic data, data of children and the like.
        SpecialPersonal = "special_personal", "Health, biometric, children's data";
        /// Other data under rules of law or contract of their own, e.g. of a regulated sector.
        OtherRegulated = "other_regulated", "Other regulated data";
        /// Numbers and data of payment cards.
        PaymentCard = "payment_card", "Payment card data";
        /// Bank details and other accounts from which money can be moved.
        PaymentAccount = "payment_account", "Bank details";
        /// Money moved, payroll, invoices or calculations whose results we rely on.
        MoneyMovement = "money_movement", "Payroll, invoicing, calculation results";
    }
}

impl DataClass {
    /// The points of the factor "most sensitive data" (`practice.md` §4.1): 4 for regulated and special data, payment,
    /// credentials and source code; 3 for confidential and ordinary personal data; 1 internal; 0 public.
    pub const fn points(self) -> u8 {
        match self {
            Self::Public => 0,
            Self::Internal => 1,
            Self::BusinessConfidential
            | Self::PersonalAsProcessor
            | Self::PersonalAsController
            | Self::MoneyMovement => 3,
            Self::SourceCode
            | Self::Credentials
            | Self::SpecialPersonal
            | Self::OtherRegulated
            | Self::PaymentCard
            | Self::PaymentAccount => 4,
        }
    }

    /// Whether it is data of people.
    pub const fn is_personal(self) -> bool {
        matches!(self, Self::PersonalAsProcessor | Self::PersonalAsController | Self::SpecialPersonal)
    }

    /// Whether law or contract gives it rules of its own: the override "regulated data and production access" (§4.1).
    pub const fn is_regulated(self) -> bool {
        matches!(self, Self::SpecialPersonal | Self::OtherRegulated | Self::PaymentCard)
    }
}
