//! Examples of the rules on what is ours to do and to agree: CUECs, subservice, law, continuity, tests, process.

use super::{Example, example, on};
use crate::{
    fixture::{cuec, day, done_on, host, person},
    rules::RuleOutcome::{Fail, Missing, NotApplicable, Pass, Warn},
    snapshot::{Applies, CuecState, CuecStatus, ReviewBy, Snapshot, SubserviceAssurance, SubserviceState},
};
use countersign_domain::{
    Kind, Role, Tier,
    reading::SubserviceMethod,
    register::{
        AiUse, ContinuityAlternative, DataClass, Day, Engagement, Escrow, EscrowKind, EscrowStanding,
        EscrowVerification, Hours, LastDone, Nda, NdaState, Substitutability, VerificationLevel,
    },
};

fn control(s: &mut Snapshot) -> &mut CuecState {
    &mut s.cuecs.as_mut().expect("listed").controls[0]
}

fn planned(s: &mut Snapshot, tier: Tier, by: &str) {
    s.tier = Some(tier);
    control(s).status = Some(CuecStatus::Planned { by: Some(day(by)) });
}

fn party(s: &mut Snapshot) -> &mut SubserviceState {
    &mut s.subservice.as_mut().expect("listed")[0]
}

fn service(s: &mut Snapshot) -> &mut Engagement {
    &mut s.profile.engagements[0]
}

fn nda(s: &mut Snapshot, signed: Option<&str>, until: Option<&str>) {
    s.profile.nda = Nda::new(NdaState::Signed, signed.map(day), until.map(day)).ok();
}

/// A critical service that nobody else offers, with an escrow of that kind, verified to that level on that day.
fn escrow(s: &mut Snapshot, kind: EscrowKind, level: u8, on: &str) {
    service(s).substitutability = Some(Substitutability::Not);
    let on = Day::new(day(on)).expect("a plausible day");
    let mut escrow = Escrow::new(kind);
    escrow.last_deposit_on = Some(Day::new(day("2026-01-10")).expect("a plausible day"));
    escrow.deposit_every_months = Some(3);
    escrow.verification = Some(EscrowVerification { level: VerificationLevel::new(level).expect("a level"), on });
    s.profile.continuity.escrow = Some(EscrowStanding::Agreed(Box::new(escrow)));
}

fn no_class(s: &mut Snapshot) {
    s.tier = None;
}

fn pentest(s: &mut Snapshot) -> &mut crate::snapshot::Assessment {
    s.evidence[1].assessment.as_mut().expect("facts")
}

pub(super) const EXAMPLES: &[Example] = &[
    example("CUEC-IMPLEMENTED", Pass, "in place with evidence", |_| {}),
    example("CUEC-IMPLEMENTED", Pass, "one that does not apply", |s| {
        let mut other = cuec("Encrypt uploads");
        (other.applies, other.status) = (Some(Applies::No), None);
        s.cuecs.as_mut().expect("listed").controls.push(other);
    }),
    example("CUEC-IMPLEMENTED", Warn, "in place without evidence, critical", |s| {
        control(s).status = Some(CuecStatus::Implemented { evidence: false });
    }),
    example("CUEC-IMPLEMENTED", Pass, "in place without evidence, high", |s| {
        s.tier = Some(Tier::High);
        control(s).status = Some(CuecStatus::Implemented { evidence: false });
    }),
    example("CUEC-IMPLEMENTED", Warn, "undecided", |s| control(s).applies = None),
    example("CUEC-IMPLEMENTED", Warn, "planned within 60 days, high", |s| planned(s, Tier::High, "2026-04-16")),
    example("CUEC-IMPLEMENTED", Fail, "planned for later, high", |s| planned(s, Tier::High, "2026-04-17")),
    example("CUEC-IMPLEMENTED", Fail, "planned, critical and in use", |s| planned(s, Tier::Critical, "2026-03-01")),
    example("CUEC-IMPLEMENTED", Warn, "planned, critical and before go-live", |s| {
        planned(s, Tier::Critical, "2026-03-01");
        s.in_use = false;
    }),
    example("CUEC-IMPLEMENTED", Fail, "its day has passed", |s| planned(s, Tier::High, "2026-02-14")),
    example("CUEC-IMPLEMENTED", Fail, "no owner", |s| control(s).owner = None),
    example("CUEC-IMPLEMENTED", Fail, "not in place", |s| control(s).status = Some(CuecStatus::NotImplemented)),
    example("CUEC-IMPLEMENTED", Pass, "not about access, medium", |s| {
        s.tier = Some(Tier::Medium);
        control(s).status = Some(CuecStatus::NotImplemented);
        control(s).about_access = Some(false);
    }),
    example("CUEC-IMPLEMENTED", Warn, "mentioned and not listed", |s| {
        let cuecs = s.cuecs.as_mut().expect("listed");
        cuecs.controls.clear();
        cuecs.stated = false;
    }),
    example("CUEC-IMPLEMENTED", Missing, "not read", |s| s.cuecs = None),
    example("CUEC-IMPLEMENTED", Missing, "nothing recorded", |s| control(s).status = None),
    example("SUBSERVICE-COVERED", Pass, "its report is held", |_| {}),
    example("SUBSERVICE-COVERED", Pass, "none named", |s| s.subservice = Some(Vec::new())),
    example("SUBSERVICE-COVERED", Warn, "the vendor says that it monitors", |s| {
        party(s).assurance = Some(SubserviceAssurance::MonitoringSaid);
    }),
    example("SUBSERVICE-COVERED", Warn, "no method", |s| party(s).method = None),
    example("SUBSERVICE-COVERED", Fail, "nothing", |s| party(s).assurance = Some(SubserviceAssurance::None)),
    example("SUBSERVICE-COVERED", Pass, "inclusive, so that it was examined", |s| {
        party(s).method = Some(SubserviceMethod::Inclusive);
        party(s).assurance = Some(SubserviceAssurance::None);
    }),
    example("SUBSERVICE-COVERED", Pass, "no assurance, medium", |s| {
        s.tier = Some(Tier::Medium);
        party(s).assurance = None;
    }),
    example("SUBSERVICE-COVERED", Missing, "has it our data?", |s| party(s).has_our_data = None),
    example("SUBSERVICE-COVERED", Missing, "not read", |s| s.subservice = None),
    example("SUBSERVICE-CONTROLS", Pass, "mapped", |_| {}),
    example("SUBSERVICE-CONTROLS", Warn, "not mapped", |s| party(s).controls_mapped = Some(false)),
    example("SUBSERVICE-CONTROLS", Fail, "not listed", |s| party(s).controls_listed = Some(false)),
    example("SUBSERVICE-CONTROLS", Missing, "not read", |s| party(s).controls_listed = None),
    example("SUBSERVICE-CONTROLS", NotApplicable, "another party without our data", |s| {
        s.subservice = Some(vec![SubserviceState { has_our_data: Some(false), ..host() }]);
    }),
    example("LEGAL-NDA", Pass, "before receipt", |_| {}),
    example("LEGAL-NDA", Warn, "after receipt", |s| nda(s, Some("2026-02-11"), None)),
    example("LEGAL-NDA", Warn, "since when is unclear (§4.5)", |s| nda(s, None, None)),
    example("LEGAL-NDA", Fail, "ended", |s| nda(s, Some("2025-01-01"), Some("2026-02-14"))),
    example("LEGAL-NDA", Fail, "asked for and missing", |s| {
        s.profile.nda = Nda::new(NdaState::Missing, None, None).ok();
    }),
    example("LEGAL-NDA", Missing, "nothing recorded", |s| s.profile.nda = None),
    example("LEGAL-NDA", NotApplicable, "nothing recorded, low", |s| {
        s.tier = Some(Tier::Low);
        s.profile.nda = None;
    }),
    example("LEGAL-CONTRACT", Pass, "all agreed", |_| {}),
    example("LEGAL-CONTRACT", Warn, "no right to reports", |s| s.profile.contracts[0].right_to_reports = Some(false)),
    example("LEGAL-CONTRACT", Fail, "personal data without an agreement", |s| {
        service(s).data = Some([DataClass::PersonalAsProcessor].into());
        s.profile.contracts[0].data_processing_agreement = Some(false);
    }),
    example("LEGAL-CONTRACT", Warn, "AI without terms", |s| {
        service(s).ai_on_our_data = Some(AiUse::Yes);
        s.profile.contracts[0].ai_terms = Some(false);
    }),
    example("LEGAL-CONTRACT", Missing, "not looked up", |s| s.profile.contracts[0].breach_notice = None),
    example("LEGAL-CONTRACT", Missing, "in use without a contract", |s| s.profile.contracts.clear()),
    example("CONTINUITY-EXIT", Pass, "a plan of last autumn", |_| {}),
    example("CONTINUITY-EXIT", Pass, "a plan that was tried out", |s| {
        s.profile.continuity.exit_test = Some(done_on("2025-11-03"));
    }),
    example("CONTINUITY-EXIT", Warn, "an old plan", |s| s.profile.continuity.exit_plan = Some(done_on("2025-02-14"))),
    example("CONTINUITY-EXIT", Fail, "none", |s| s.profile.continuity.exit_plan = Some(LastDone::Never)),
    example("CONTINUITY-EXIT", Missing, "not asked", |s| s.profile.continuity.exit_plan = None),
    example("CONTINUITY-EXIT", Fail, "medium, export not known", |s| {
        s.tier = Some(Tier::Medium);
        s.profile.continuity.export_known = Some(false);
    }),
    example("CONTINUITY-EXPORT", Pass, "tested", |_| {}),
    example("CONTINUITY-EXPORT", Warn, "not in use yet", |s| {
        s.in_use = false;
        s.profile.continuity.export_test = Some(LastDone::Never);
    }),
    example("CONTINUITY-EXPORT", Fail, "never", |s| s.profile.continuity.export_test = Some(LastDone::Never)),
    on("2026-09-11", example("CONTINUITY-EXPORT", Fail, "a year and a day ago", |_| {})),
    example("CONTINUITY-EXPORT", Missing, "not asked", |s| s.profile.continuity.export_test = None),
    example("CONTINUITY-ESCROW", NotApplicable, "it can be replaced", |_| {}),
    example("CONTINUITY-ESCROW", Pass, "built and run", |s| escrow(s, EscrowKind::SaasEnvironment, 3, "2025-12-01")),
    example("CONTINUITY-ESCROW", Pass, "a second supplier", |s| {
        service(s).substitutability = Some(Substitutability::Not);
        s.profile.continuity.alternatives = [ContinuityAlternative::SecondSupplier].into();
    }),
    example("CONTINUITY-ESCROW", Pass, "the plan to leave was tried out", |s| {
        service(s).substitutability = Some(Substitutability::Not);
        s.profile.continuity.exit_test = Some(done_on("2025-11-03"));
    }),
    on(
        "2026-11-04",
        example("CONTINUITY-ESCROW", Fail, "tried out a year and a day ago", |s| {
            service(s).substitutability = Some(Substitutability::Not);
            s.profile.continuity.exit_test = Some(done_on("2025-11-03"));
        }),
    ),
    example("CONTINUITY-ESCROW", Fail, "tried out without a plan", |s| {
        service(s).substitutability = Some(Substitutability::Not);
        s.profile.continuity.exit_plan = Some(LastDone::Never);
        s.profile.continuity.exit_test = Some(done_on("2025-11-03"));
    }),
    example("CONTINUITY-ESCROW", Warn, "source code only", |s| escrow(s, EscrowKind::SourceCode, 3, "2025-12-01")),
    example("CONTINUITY-ESCROW", Warn, "spot checks only", |s| {
        escrow(s, EscrowKind::SaasEnvironment, 2, "2025-12-01");
    }),
    example("CONTINUITY-ESCROW", Warn, "verified long ago", |s| {
        escrow(s, EscrowKind::SaasEnvironment, 4, "2025-02-14");
    }),
    on(
        "2026-04-11",
        example("CONTINUITY-ESCROW", Warn, "deposit overdue", |s| {
            escrow(s, EscrowKind::SaasEnvironment, 3, "2025-12-01");
        }),
    ),
    example("CONTINUITY-ESCROW", Fail, "none", |s| service(s).substitutability = Some(Substitutability::Not)),
    example("CONTINUITY-ESCROW", Missing, "can it be replaced?", |s| service(s).substitutability = None),
    example("CONTINUITY-RECOVERY", Pass, "sooner than needed", |_| {}),
    example("CONTINUITY-RECOVERY", Warn, "a little later", |s| {
        s.profile.continuity.rto_offered = Hours::new(36).ok();
    }),
    example("CONTINUITY-RECOVERY", Fail, "much later", |s| s.profile.continuity.rto_offered = Hours::new(72).ok()),
    example("CONTINUITY-RECOVERY", Missing, "the recovery point that we need is not offered", |s| {
        s.profile.continuity.rpo_needed = Hours::new(4).ok();
        s.profile.continuity.rpo_offered = None;
    }),
    example("CONTINUITY-RECOVERY", Pass, "no recovery point is needed", |s| {
        s.profile.continuity.rpo_needed = None;
        s.profile.continuity.rpo_offered = None;
    }),
    example("CONTINUITY-RECOVERY", Fail, "much later, whatever the recovery point", |s| {
        s.profile.continuity.rto_offered = Hours::new(72).ok();
        s.profile.continuity.rpo_needed = Hours::new(4).ok();
        s.profile.continuity.rpo_offered = None;
    }),
    example("CONTINUITY-RECOVERY", Missing, "not known", |s| s.profile.continuity.rto_offered = None),
    example("SUPPLEMENT-PENTEST", Pass, "last autumn", |_| {}),
    example("SUPPLEMENT-PENTEST", Warn, "a grave finding left", |s| {
        pentest(s).open_high.as_mut().expect("known").value = 1;
    }),
    example("SUPPLEMENT-PENTEST", Warn, "by the vendor itself", |s| pentest(s).independent = Some(false)),
    example("SUPPLEMENT-PENTEST", Warn, "fixes not known", |s| pentest(s).open_high = None),
    on("2026-10-11", example("SUPPLEMENT-PENTEST", Fail, "a year and a day ago", |_| {})),
    on(
        "2026-10-11",
        example("SUPPLEMENT-PENTEST", Pass, "two years are allowed, medium", |s| {
            s.tier = Some(Tier::Medium);
        }),
    ),
    example("SUPPLEMENT-PENTEST", Missing, "none", |s| s.evidence.retain(|e| e.kind != Kind::PentestReport)),
    example("SUPPLEMENT-PENTEST", Pass, "another assessment that says what was tested", |s| {
        s.evidence[1].kind = Kind::SecurityAssessment;
    }),
    example("SUPPLEMENT-PENTEST", Missing, "an auditor's report on data protection tests nothing", |s| {
        let paper = &mut s.evidence[1];
        paper.kind = Kind::SecurityAssessment;
        paper.assessment = Some(crate::snapshot::Assessment::default());
    }),
    on("2027-01-11", example("PROCESS-CADENCE", Pass, "eleven months", |_| {})),
    on("2027-01-13", example("PROCESS-CADENCE", Warn, "in the last month", |_| {})),
    on("2027-02-13", example("PROCESS-CADENCE", Fail, "a year and a day", |_| {})),
    example("PROCESS-CADENCE", Warn, "brought forward by an incident", |s| {
        s.review_by = Some(ReviewBy { day: day("2026-03-31"), reason: "Incident on 10 February 2026".to_owned() });
    }),
    on(
        "2026-04-01",
        example("PROCESS-CADENCE", Fail, "the day after", |s| {
            s.review_by = Some(ReviewBy { day: day("2026-03-31"), reason: "Incident on 10 February 2026".to_owned() });
        }),
    ),
    example("PROCESS-CADENCE", Pass, "brought to a day after its own", |s| {
        s.review_by = Some(ReviewBy { day: day("2027-12-31"), reason: "Incident on 10 February 2026".to_owned() });
    }),
    example("PROCESS-CADENCE", Missing, "none on record", |s| s.reviews.clear()),
    example("PROCESS-CADENCE", NotApplicable, "not in use yet", |s| s.in_use = false),
    example("PROCESS-SECOND-READER", Pass, "two people", |_| {}),
    example("PROCESS-SECOND-READER", Pass, "one is enough, low", |s| {
        s.tier = Some(Tier::Low);
        s.reviews[0].second_reader = None;
    }),
    example("PROCESS-SECOND-READER", Warn, "the requester read", |s| s.reviews[0].second_reader = Some(person(5))),
    example("PROCESS-SECOND-READER", Fail, "the requester reviewed", |s| s.reviews[0].reviewer = person(5)),
    example("PROCESS-SECOND-READER", Fail, "the reviewer read", |s| s.reviews[0].second_reader = Some(person(2))),
    example("PROCESS-SECOND-READER", Missing, "not yet", |s| s.reviews[0].second_reader = None),
    example("PROCESS-APPROVERS", Pass, "all signed", |_| {}),
    example("PROCESS-APPROVERS", Missing, "nobody yet", |s| s.approvals.clear()),
    example("PROCESS-APPROVERS", Missing, "people's data asks for privacy too", |s| {
        service(s).data = Some([DataClass::PersonalAsProcessor].into());
    }),
    example("PROCESS-APPROVERS", Fail, "one person with all hats", |s| {
        s.approvals.iter_mut().for_each(|approval| approval.person = person(1));
    }),
    example("PROCESS-APPROVERS", Fail, "the requester alone", |s| {
        s.tier = Some(Tier::Low);
        s.approvals.retain(|approval| approval.role == Role::BusinessOwner);
        s.approvals[0].person = person(5);
    }),
    example("PROCESS-APPROVERS", Missing, "no class", no_class),
];
