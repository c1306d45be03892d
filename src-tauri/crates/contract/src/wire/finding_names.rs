use super::wire;

wire! {
    /// How grave a finding is.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum SeverityName {
        /// Noted.
        Low,
        /// Isolated or compensated.
        Medium,
        /// An important control failed with a weak response.
        High,
        /// Our data is exposed, or a service we need may be lost.
        Critical,
    }

    /// Where a finding stands.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum FindingStatusName {
        /// Nothing is done yet.
        Open,
        /// The vendor was asked.
        WithVendor,
        /// The vendor sent proof.
        EvidenceReceived,
        /// Somebody has verified it.
        Verified,
        /// It is closed.
        Closed,
        /// It is accepted until a day.
        Accepted,
        /// It does not apply to us.
        NotApplicable,
        /// The next report tests clean.
        Superseded,
    }

    /// A step with a finding.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum FindingStepName {
        /// Ask the vendor.
        Ask,
        /// Attach what the vendor sent.
        Receive,
        /// Verify it.
        Verify,
        /// Close it.
        Close,
        /// Accept it for a time.
        Accept,
        /// Say that it does not apply.
        NotApplicable,
        /// Say that the next report tests it clean.
        Supersede,
        /// Open it again.
        Reopen,
    }

    /// What it would mean for us.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ImpactName {
        /// Negligible.
        Negligible,
        /// Limited, recoverable.
        Limited,
        /// Serious.
        Serious,
        /// Severe.
        Severe,
    }

    /// How far it reaches us.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ExposureName {
        /// Not at all.
        None,
        /// Indirectly.
        Indirect,
        /// Directly, with other barriers.
        Direct,
        /// It is the main barrier.
        MainBarrier,
    }

    /// How much deviated.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum ExtentName {
        /// At most 5 % of at least 20.
        Small,
        /// 5 to 20 %, fewer than 20 tested, or unknown.
        Partial,
        /// More than 20 %, or the control did not run.
        Large,
    }

    /// What kind of failure it is.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum NatureName {
        /// Design.
        Design,
        /// Operating.
        Operating,
        /// Evidence.
        Evidence,
        /// Timing.
        Timing,
        /// Scope.
        Scope,
    }

    /// Whether it failed before.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum RecurrenceName {
        /// Not in the previous report.
        New,
        /// Another of its family.
        SameFamily,
        /// The same control.
        Repeat,
    }

    /// Whether harm came of it.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum HarmName {
        /// None known.
        Unknown,
        /// Misuse or loss happened.
        Happened,
        /// With our own data.
        OnOurData,
    }

    /// Whether a control of our own compensates.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum OwnCompensationName {
        /// None does.
        None,
        /// In part.
        Partial,
        /// It does, evidenced in the last twelve months.
        Full,
    }

    /// A term of the sum.
    #[derive(Copy, Eq)]
    #[serde(rename_all = "snake_case")]
    pub enum TermNameView {
        /// How much deviated.
        Extent,
        /// What kind of failure it is.
        Nature,
        /// Whether it failed before.
        History,
        /// Whether harm came of it.
        Harm,
        /// Another control of the vendor.
        VendorCompensation,
        /// A control of our own.
        OwnCompensation,
        /// How credible the response is.
        Response,
        /// Whether the fix is proved.
        FixVerified,
    }
}
