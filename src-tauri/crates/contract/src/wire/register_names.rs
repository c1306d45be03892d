//! Answers of the register that are one of a few words.

/// Declares them; what each means stands with its namesake in `domain::register`.
macro_rules! names {
    ($($(#[$doc:meta])* $name:ident { $($variant:ident),* $(,)? })*) => {
        super::wire! {$(
            $(#[$doc])*
            #[derive(Copy, Eq, PartialOrd, Ord)]
            #[serde(rename_all = "snake_case")]
            #[expect(missing_docs, reason = "the names are those of the domain")]
            pub enum $name { $($variant),* }
        )*}
    };
}

names! {
    /// A kind of data.
    DataClassName {
        Public, Internal, BusinessConfidential, SourceCode, Credentials, PersonalAsProcessor, PersonalAsController,
        SpecialPersonal, OtherRegulated, PaymentCard, PaymentAccount, MoneyMovement,
    }
    /// How far the vendor gets into our systems.
    AccessName { None, Physical, NetworkOrUser, ProductionOrSystem }
    /// How deep a service is built in.
    IntegrationName { None, Moderate, Deep }
    /// What happens when it fails.
    DependenceName { Little, Degraded, StopsWork }
    /// How hard it would be to replace.
    SubstitutabilityName { Easily, Complex, Not }
    /// Whether artificial intelligence works on our data.
    AiUseName { Yes, No, Unknown }
    /// What happens at the end of a contract's term.
    RenewalName { Ends, Automatic }
    /// Which confidentiality was agreed.
    NdaStateName { Signed, ClickThrough, NotNeeded, Missing }
    /// What kind of report an examination leads to.
    ExaminationTypeName { Type1, Type2 }
    /// What is accepted instead of an escrow.
    AlternativeName { VerifiedExport, SecondSupplier, StepIn, HostingContinuation }
    /// What is deposited in general.
    EscrowKindName { SourceCode, SaasEnvironment, DataOnly }
    /// A part of a deposit.
    DepositName { Code, BuildScripts, Dependencies, Documents, Data, Credentials, Infrastructure }
    /// What releases a deposit.
    ReleaseName { Insolvency, EndOfBusiness, DiscontinuedSupport, MaintenanceBreach, UnpaidHosting, ChangeOfControl }
    /// Who gives out an identifier.
    SchemeName { Lei, CompanyRegister, Vat, Euid, Duns, Supplier, Other }
    /// How a company belongs to the vendor.
    RelationName { Parent, Subsidiary, Sister, FormerName }
    /// A list that people work through.
    ChecklistName { Intake, DueDiligence, Decision, Onboarding, Monitoring, Renewal, Offboarding }
    /// How an item was settled.
    TickStateName { Done, NotNeeded }
    /// A factor of inherent risk.
    FactorName { Data, Access, Dependence, Integration, Regulated, Concentration }
    /// What lifts a class.
    OverrideName { CriticalDependence, RegulatedDataInProduction, SoleProcessor, InOurSoc2 }
    /// What proposes to work out the class again.
    RetierEventName { NewData, NewIntegration, Merger, Incident, NewAi, NewSubprocessor, ChangedUse, Noted }
}
