//! The names of the register on the wire and in the domain, paired exhaustively.

use crate::names::pair;
use countersign_contract::wire as w;
use countersign_domain::{Step, checklist as c, register as r};
use countersign_policy::tiering as t;

pair!(data_name, data: w::DataClassName, r::DataClass {
    Public, Internal, BusinessConfidential, SourceCode, Credentials, PersonalAsProcessor, PersonalAsController,
    SpecialPersonal, OtherRegulated, PaymentCard, PaymentAccount, MoneyMovement,
});
pair!(access_name, access: w::AccessName, r::Access { None, Physical, NetworkOrUser, ProductionOrSystem });
pair!(integration_name, integration: w::IntegrationName, r::Integration { None, Moderate, Deep });
pair!(dependence_name, dependence: w::DependenceName, r::Dependence { Little, Degraded, StopsWork });
pair!(substitutability_name, substitutability: w::SubstitutabilityName, r::Substitutability { Easily, Complex, Not });
pair!(ai_name, ai: w::AiUseName, r::AiUse { Yes, No, Unknown });
pair!(renewal_name, renewal: w::RenewalName, r::Renewal { Ends, Automatic });
pair!(nda_name, nda: w::NdaStateName, r::NdaState { Signed, ClickThrough, NotNeeded, Missing });
pair!(examination_name, examination: w::ExaminationTypeName, r::ExaminationType { Type1, Type2 });
pair!(alternative_name, alternative: w::AlternativeName, r::ContinuityAlternative {
    VerifiedExport, SecondSupplier, StepIn, HostingContinuation,
});
pair!(escrow_name, escrow: w::EscrowKindName, r::EscrowKind { SourceCode, SaasEnvironment, DataOnly });
pair!(deposit_name, deposit: w::DepositName, r::DepositContent {
    Code, BuildScripts, Dependencies, Documents, Data, Credentials, Infrastructure,
});
pair!(release_name, release: w::ReleaseName, r::ReleaseCondition {
    Insolvency, EndOfBusiness, DiscontinuedSupport, MaintenanceBreach, UnpaidHosting, ChangeOfControl,
});
pair!(scheme_name, scheme: w::SchemeName, r::IdentifierScheme {
    Lei, CompanyRegister, Vat, Euid, Duns, Supplier, Other,
});
pair!(relation_name, relation: w::RelationName, r::Relation { Parent, Subsidiary, Sister, FormerName });
pair!(checklist_name, checklist: w::ChecklistName, c::Checklist {
    Intake, DueDiligence, Decision, Onboarding, Monitoring, Renewal, Offboarding,
});
pair!(tick_name, tick: w::TickStateName, c::TickState { Done, NotNeeded });

crate::names::outward!(factor_name: w::FactorName, t::Factor {
    Data, Access, Dependence, Integration, Regulated, Concentration,
});
crate::names::outward!(override_name: w::OverrideName, t::Override {
    CriticalDependence, RegulatedDataInProduction, SoleProcessor, InOurSoc2,
});
crate::names::outward!(event_name: w::RetierEventName, t::RetierEvent {
    NewData, NewIntegration, Merger, Incident, NewAi, NewSubprocessor, ChangedUse, Noted,
});

/// The name of a step for which something can be missing.
pub(crate) const fn step_name(step: Step) -> Option<w::StepName> {
    Some(match step {
        Step::StartIntake => w::StepName::StartIntake,
        Step::AssignTier => w::StepName::AssignTier,
        Step::RequestEvidence => w::StepName::RequestEvidence,
        Step::StartReview => w::StepName::StartReview,
        Step::AskForDecision => w::StepName::AskForDecision,
        Step::Onboard => w::StepName::Onboard,
        Step::Withdraw => w::StepName::Withdraw,
        Step::Activate => w::StepName::Activate,
        Step::StartOffboarding => w::StepName::StartOffboarding,
        Step::Close => w::StepName::Close,
        Step::Approve
        | Step::ApproveWithConditions
        | Step::AskForMoreEvidence
        | Step::Escalate
        | Step::Reject
        | Step::ReviewFallsDue
        | Step::PutAtRisk
        | Step::ClearRisk => return None,
    })
}
