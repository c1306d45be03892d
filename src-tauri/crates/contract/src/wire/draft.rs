use super::{FirmProofs, FirmResult, TierName, wire};
use chrono::NaiveDate;
use uuid::Uuid;

wire! {
    /// Names a dialog in which something is typed.
    #[serde(tag = "dialog", rename_all = "snake_case")]
    pub enum DialogRef {
        /// A vendor as it is entered.
        Vendor {
            /// The vendor; `None` for a new one.
            vendor: Option<Uuid>,
        },
        /// The tier by hand.
        Tier {
            /// The vendor.
            vendor: Uuid,
        },
        /// The check of a firm.
        FirmCheck {
            /// The firm as a report names it.
            firm: String,
        },
        /// A deviation from a rule.
        Deviation {
            /// The vendor.
            vendor: Uuid,
            /// The rule's code.
            rule: String,
        },
        /// The plan to leave a vendor.
        Offboarding {
            /// The vendor.
            vendor: Uuid,
        },
    }

    /// What is typed in a dialog and not recorded: it states nothing, and may be wrong.
    #[serde(tag = "dialog", rename_all = "snake_case")]
    pub enum DialogDraft {
        /// A vendor as it is entered.
        Vendor(VendorDraft),
        /// The tier by hand.
        Tier(TierDraft),
        /// The check of a firm.
        FirmCheck(FirmCheckDraft),
        /// A deviation from a rule.
        Deviation(DeviationDraft),
        /// The plan to leave a vendor.
        Offboarding(OffboardingDraft),
    }

    /// What is typed of a vendor.
    pub struct VendorDraft {
        /// Its legal name.
        pub name: String,
        /// Other names, one on a line.
        pub aliases: String,
        /// What we buy.
        pub service: String,
        /// Its tier.
        pub tier: Option<TierName>,
        /// Why that tier.
        pub tier_reason: String,
        /// Who answers for it here.
        pub owner: Option<Uuid>,
        /// Notes.
        pub notes: String,
    }

    /// What is typed of a tier by hand.
    pub struct TierDraft {
        /// The tier.
        pub tier: Option<TierName>,
        /// Why.
        pub reason: String,
    }

    /// What is typed of the check of a firm.
    pub struct FirmCheckDraft {
        /// When it was checked.
        pub checked_on: Option<NaiveDate>,
        /// What was found.
        pub result: FirmResult,
        /// What shows it.
        pub proofs: FirmProofs,
    }

    /// What is typed of a deviation.
    pub struct DeviationDraft {
        /// Why it is allowed.
        pub reason: String,
        /// The worst that can come of it.
        pub worst_case: String,
        /// What compensates.
        pub compensations: String,
        /// Who asks for it.
        pub requester: Option<Uuid>,
        /// Who is to grant it.
        pub approver: Option<Uuid>,
        /// The last day on which it holds.
        pub expires: Option<NaiveDate>,
        /// The service for which it is asked; `None` = for all.
        pub service: Option<Uuid>,
    }

    /// What is typed of the plan to leave a vendor.
    pub struct OffboardingDraft {
        /// Why we leave.
        pub reason: String,
        /// Who answers for the exit.
        pub owner: Option<Uuid>,
        /// The last day of use.
        pub ends_on: Option<NaiveDate>,
        /// What becomes of the data.
        pub data_plan: String,
    }

    /// Keeps what is typed in a dialog.
    pub struct KeepDialog {
        /// Which dialog.
        pub at: DialogRef,
        /// What is typed; `None` throws it away.
        pub draft: Option<DialogDraft>,
    }
}
