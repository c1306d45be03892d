//! What stands in the place of a SOC 2 report, and how far each of it goes (`practice.md` §8.2).

use crate::{Ask, Policy, months, words};
use chrono::{Days, NaiveDate};
use countersign_domain::{DocumentId, Kind, Tier, choices};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

choices! {
    /// What stands in the place of a report.
    SubstituteKind {
        /// A certificate of the management system.
        Iso27001 = "iso27001", "ISO/IEC 27001 certificate";
        /// Design on one day.
        Soc2Type1 = "soc2_type1", "SOC 2 Type 1 report";
        /// One that is older than the class allows.
        OlderSoc2 = "older_soc2", "SOC 2 report past its age limit";
        /// A letter that the vendor makes itself ready, or has engaged an auditor.
        PlanLetter = "plan_letter", "Readiness or engagement letter";
        /// The short public report.
        Soc3 = "soc3", "SOC 3 report";
        /// Controls over financial reporting.
        Soc1 = "soc1", "SOC 1 Type 2 report";
        /// HITRUST, `FedRAMP`, C5, CSA STAR level 2, TISAX, Cyber Essentials Plus.
        OtherScheme = "other_scheme", "HITRUST, FedRAMP, C5, CSA STAR, TISAX or similar";
        /// The attestation of card data.
        PciAoc = "pci_aoc", "PCI DSS attestation of compliance";
        /// The summary of a penetration test.
        Pentest = "pentest", "Penetration test summary";
        /// SIG, CAIQ, HECVAT or our own.
        Questionnaire = "questionnaire", "Security questionnaire (SIG, CAIQ, own)";
        /// What was seen of controls at work.
        LiveEvidence = "live_evidence", "Live control evidence";
        /// Our own assessment, a call, a right to audit that was used.
        OwnAssessment = "own_assessment", "Our own assessment or call";
    }
    /// How far it goes.
    AcceptAs {
        /// It carries alone.
        Main = "main", "Main evidence";
        /// It carries together with a supplement.
        MainSupplemented = "main_supplemented", "Main evidence, with a supplement";
        /// It supports main evidence.
        Supplement = "supplement", "Supplement";
        /// It says something of card data only.
        CardData = "card_data", "Card data only";
        /// It says something of financial reporting only.
        FinancialReporting = "financial_reporting", "Financial reporting only, not security";
        /// It proves a plan only.
        PlanOnly = "plan_only", "Proof of a plan only";
        /// It shows that a report exists.
        AskForReport = "ask_for_report", "Sign that a SOC 2 report exists: ask for it";
        /// Only within the grace of the age limit, which the rules on dates know.
        WithinGrace = "within_grace", "Within grace only";
        /// It counts for nothing.
        NotAccepted = "not_accepted", "Not accepted";
    }
    /// What somebody looked at before it counts.
    SubstituteCheck {
        /// The scope covers the service that we buy.
        ScopeCoversUs = "scope_covers_us", "Scope covers our service";
        /// The Statement of Applicability is there.
        StatementSeen = "statement_seen", "Statement of Applicability seen";
        /// An accredited body issued it.
        Accredited = "accredited", "Issued by an accredited body";
        /// A Type 2 is promised in the contract or a letter with firm, period and date.
        Type2Promised = "type2_promised", "Type 2 promised with firm, period and date";
        /// Who does what is written down.
        ResponsibilityMatrix = "responsibility_matrix", "Responsibility matrix held";
        /// Somebody independent tested.
        Independent = "independent", "Independent tester";
        /// What was found is mended.
        FixesShown = "fixes_shown", "Fixes shown";
        /// A sample of the answers was verified.
        Sampled = "sampled", "Answers sampled";
    }
}

/// By what it runs out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Dating {
    /// Its own last day.
    Until,
    /// So many months after its day.
    Months(u32),
    /// So many days after its day.
    Days(u64),
    /// It has none.
    Undated,
}

impl SubstituteKind {
    /// How far it goes for a class.
    pub const fn accepted_as(self, tier: Tier, policy: &Policy) -> AcceptAs {
        *policy.settings().alternative.substitutes.of(self).accept_as.of(tier)
    }

    /// What must have been looked at before it counts.
    pub const fn checks(self, policy: &Policy) -> &BTreeSet<SubstituteCheck> {
        &policy.settings().alternative.substitutes.of(self).checks
    }

    /// How far a policy may let it go for a class; the rest is fixed, with the reason, in [`crate::standard::FIXED`].
    pub const fn can_be(self, tier: Tier) -> &'static [AcceptAs] {
        use AcceptAs as A;
        let grave = matches!(tier, Tier::Critical | Tier::High);
        match self {
            Self::Soc2Type1 if grave => &[A::MainSupplemented, A::Supplement, A::NotAccepted],
            Self::Iso27001 | Self::Soc2Type1 | Self::OtherScheme | Self::Questionnaire | Self::OwnAssessment => {
                &[A::Main, A::MainSupplemented, A::Supplement, A::NotAccepted]
            }
            Self::Soc3 => &[A::Main, A::MainSupplemented, A::Supplement, A::AskForReport, A::NotAccepted],
            Self::OlderSoc2 => &[A::WithinGrace, A::Supplement, A::NotAccepted],
            Self::PlanLetter => &[A::PlanOnly, A::NotAccepted],
            Self::Soc1 => &[A::FinancialReporting, A::Supplement, A::NotAccepted],
            Self::PciAoc => &[A::CardData, A::Supplement, A::NotAccepted],
            Self::Pentest | Self::LiveEvidence => &[A::Supplement, A::NotAccepted],
        }
    }

    /// What a person can look at of it.
    pub const fn can_be_checked(self) -> &'static [SubstituteCheck] {
        use SubstituteCheck as C;
        match self {
            Self::Iso27001 => &[C::ScopeCoversUs, C::StatementSeen, C::Accredited],
            Self::Soc2Type1 => &[C::ScopeCoversUs, C::Type2Promised],
            Self::OtherScheme => &[C::ScopeCoversUs, C::Accredited],
            Self::PciAoc => &[C::ScopeCoversUs, C::ResponsibilityMatrix],
            Self::Pentest => &[C::ScopeCoversUs, C::Independent, C::FixesShown],
            Self::Questionnaire => &[C::ScopeCoversUs, C::Sampled],
            Self::PlanLetter => &[C::Type2Promised],
            Self::Soc3 | Self::Soc1 | Self::OlderSoc2 | Self::LiveEvidence | Self::OwnAssessment => &[C::ScopeCoversUs],
        }
    }

    /// What to ask for to have it.
    pub fn ask(self) -> Ask {
        match self {
            Self::Iso27001 => Ask::Paper { kind: Kind::Iso27001Certificate },
            Self::Soc2Type1 => Ask::Paper { kind: Kind::Soc2Type1 },
            Self::OlderSoc2 => Ask::Paper { kind: Kind::Soc2Type2 },
            Self::PlanLetter => Ask::NextAudit,
            Self::Soc3 => Ask::Paper { kind: Kind::Soc3 },
            Self::Soc1 => Ask::Paper { kind: Kind::Soc1Type2 },
            Self::PciAoc => Ask::Paper { kind: Kind::PciAoc },
            Self::Pentest => Ask::Pentest,
            Self::Questionnaire => Ask::Paper { kind: Kind::Questionnaire },
            Self::OtherScheme => Ask::ours("Ask the vendor under which other scheme it was examined"),
            Self::LiveEvidence => Ask::ours("Ask the vendor to show the core controls at work"),
            Self::OwnAssessment => Ask::ours("Assess the vendor ourselves"),
        }
    }

    /// By what it runs out for a class.
    pub fn dating(self, tier: Tier, policy: &Policy) -> Dating {
        let limits = &policy.settings().alternative;
        match self {
            Self::Iso27001 | Self::OtherScheme => Dating::Until,
            Self::Pentest => {
                let set = policy.tier(tier).pentest_max_age_months;
                Dating::Months(set.unwrap_or(limits.pentest_max_age_months).into())
            }
            Self::LiveEvidence => Dating::Days(limits.live_evidence_max_age_days.into()),
            Self::OwnAssessment => Dating::Months(limits.own_assessment_max_age_months.into()),
            Self::Soc2Type1 | Self::Soc3 | Self::Soc1 | Self::PciAoc | Self::Questionnaire => {
                Dating::Months(policy.tier(tier).max_age_months.into())
            }
            Self::OlderSoc2 | Self::PlanLetter => Dating::Undated,
        }
    }

    /// The one that a document can be; `None` where it stands for none.
    pub const fn of_document(kind: Kind) -> Option<Self> {
        match kind {
            Kind::Iso27001Certificate => Some(Self::Iso27001),
            Kind::Soc2Type1 => Some(Self::Soc2Type1),
            Kind::Soc2Type2 => Some(Self::OlderSoc2),
            Kind::Soc3 => Some(Self::Soc3),
            Kind::Soc1Type2 => Some(Self::Soc1),
            Kind::PentestReport | Kind::SecurityAssessment => Some(Self::Pentest),
            Kind::Caiq | Kind::Questionnaire => Some(Self::Questionnaire),
            _ => None,
        }
    }
}

/// Something that we rely on in the place of a report: a document that is held, or a description of what was seen.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Substitute {
    /// What it is.
    pub kind: SubstituteKind,
    /// The document, where it is held.
    pub document: Option<DocumentId>,
    /// What it is in words, where no document is held.
    pub described: Option<String>,
    /// Its day: of the test, of the answers, of what was seen.
    pub dated: Option<NaiveDate>,
    /// Its last day, where it has one.
    pub valid_until: Option<NaiveDate>,
    /// What somebody looked at.
    pub checks: BTreeSet<SubstituteCheck>,
}

/// How far a substitute goes on a day.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Counted {
    /// What it is accepted as for the class.
    pub accept_as: AcceptAs,
    /// Why it does not count today, each reason; empty where it counts.
    pub against: Vec<String>,
    /// The last day on which it counts, where it has one and its dates are known.
    pub until: Option<NaiveDate>,
}

impl AcceptAs {
    /// Whether it carries, alone or together with a supplement.
    pub const fn carries(self) -> bool {
        matches!(self, Self::Main | Self::MainSupplemented)
    }
}

impl Counted {
    /// Whether it carries alone, or together with a supplement.
    pub fn is_main(&self) -> bool {
        self.against.is_empty() && self.accept_as.carries()
    }

    /// Whether it supports main evidence.
    pub fn is_supplement(&self) -> bool {
        self.against.is_empty() && self.accept_as == AcceptAs::Supplement
    }
}

impl Substitute {
    /// Says how far it goes for a class on a day.
    pub fn counted(&self, tier: Tier, policy: &Policy, today: NaiveDate) -> Counted {
        let accept_as = self.kind.accepted_as(tier, policy);
        let unseen = self.kind.checks(policy).iter().filter(|check| !self.checks.contains(check));
        let mut against: Vec<String> = unseen.map(|check| format!("not confirmed: {}", check.title())).collect();
        let until = match self.kind.dating(tier, policy) {
            Dating::Undated => None,
            Dating::Until => known(self.valid_until, "its last day is not known", &mut against),
            Dating::Months(count) => {
                let day = known(self.dated, "its date is not known", &mut against);
                not_ahead(day, today, &mut against).map(|day| months::add(day, count))
            }
            Dating::Days(count) => {
                let day = known(self.dated, "its date is not known", &mut against);
                let day = not_ahead(day, today, &mut against);
                day.map(|day| day.checked_add_days(Days::new(count)).unwrap_or(NaiveDate::MAX))
            }
        };
        if let Some(until) = until.filter(|until| today > *until) {
            against.push(format!("ran out on {}", words::date(until)));
        }
        Counted { accept_as, against, until }
    }
}

fn known(day: Option<NaiveDate>, unknown: &str, against: &mut Vec<String>) -> Option<NaiveDate> {
    if day.is_none() {
        against.push(unknown.to_owned());
    }
    day
}

/// Nothing was tested or answered tomorrow.
fn not_ahead(day: Option<NaiveDate>, today: NaiveDate, against: &mut Vec<String>) -> Option<NaiveDate> {
    if day.is_some_and(|day| day > today) {
        against.push("its date lies ahead".to_owned());
    }
    day
}
