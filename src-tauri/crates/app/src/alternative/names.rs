//! The names of the path without a report on the wire and those of the policy, paired exhaustively.

use crate::names::pair;
use countersign_contract::wire as w;
use countersign_policy::{alternative as a, snapshot as s};

pair!(reason_name, reason: w::AlternativeReasonName, s::AlternativeReason {
    NeverHadOne, FirstInProgress, NextInProgress, DifferentScope, Refused, OtherPapers, TooSmall, NotApplicable,
});
pair!(substitute_name, substitute: w::SubstituteName, a::SubstituteKind {
    Iso27001, Soc2Type1, OlderSoc2, PlanLetter, Soc3, Soc1, OtherScheme, PciAoc, Pentest, Questionnaire, LiveEvidence,
    OwnAssessment,
});
pair!(check_name, check: w::SubstituteCheckName, a::SubstituteCheck {
    ScopeCoversUs, StatementSeen, Accredited, Type2Promised, ResponsibilityMatrix, Independent, FixesShown, Sampled,
});
pair!(control_name, control: w::CoreControlName, s::CoreControl {
    Identity, Leavers, LeastPrivilege, Encryption, Logging, Patching, Change, Backup, Incident, VendorManagement,
    Training, Continuity,
});
pair!(score_name, score: w::CoreScoreName, s::CoreScore { None, Said, Shown, Tested });
pair!(limit_name, limit: w::UseLimitName, a::UseLimit {
    NoProductionData, AnonymisedData, Pilot, RestrictedUsers, SsoOnly,
});
pair!(duty_name, duty: w::AlternativeDutyName, a::DutyKind { ObtainType2, ContractClause, Notice, AuditRight, Exit });
