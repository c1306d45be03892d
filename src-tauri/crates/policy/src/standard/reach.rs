//! How far each substitute for a report goes, by class, and what is looked at of it before it counts (`practice.md` §8.2).

use super::{ByTier, InvalidSetting};
use crate::alternative::{AcceptAs, SubstituteCheck, SubstituteKind};
use countersign_domain::Tier;
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// How far one kind of substitute goes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    /// What it is accepted as for each class.
    pub accept_as: ByTier<AcceptAs>,
    /// What somebody must have looked at before it counts.
    pub checks: BTreeSet<SubstituteCheck>,
}

/// How far each kind goes: the table of §8.2.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
#[expect(missing_docs, reason = "the names are those of SubstituteKind")]
pub struct Reaches {
    pub iso27001: Reach,
    pub soc2_type1: Reach,
    pub older_soc2: Reach,
    pub plan_letter: Reach,
    pub soc3: Reach,
    pub soc1: Reach,
    pub other_scheme: Reach,
    pub pci_aoc: Reach,
    pub pentest: Reach,
    pub questionnaire: Reach,
    pub live_evidence: Reach,
    pub own_assessment: Reach,
}

impl Reaches {
    /// How far a kind goes.
    pub const fn of(&self, kind: SubstituteKind) -> &Reach {
        match kind {
            SubstituteKind::Iso27001 => &self.iso27001,
            SubstituteKind::Soc2Type1 => &self.soc2_type1,
            SubstituteKind::OlderSoc2 => &self.older_soc2,
            SubstituteKind::PlanLetter => &self.plan_letter,
            SubstituteKind::Soc3 => &self.soc3,
            SubstituteKind::Soc1 => &self.soc1,
            SubstituteKind::OtherScheme => &self.other_scheme,
            SubstituteKind::PciAoc => &self.pci_aoc,
            SubstituteKind::Pentest => &self.pentest,
            SubstituteKind::Questionnaire => &self.questionnaire,
            SubstituteKind::LiveEvidence => &self.live_evidence,
            SubstituteKind::OwnAssessment => &self.own_assessment,
        }
    }
}

/// What held before the table could be set, for policies that were saved then.
impl Default for Reaches {
    fn default() -> Self {
        use AcceptAs::{
            AskForReport, CardData, FinancialReporting, Main, MainSupplemented, PlanOnly, Supplement, WithinGrace,
        };
        use SubstituteCheck as C;
        let reach = |[critical, high, medium, low]: [AcceptAs; 4], checks: &[SubstituteCheck]| Reach {
            accept_as: ByTier { critical, high, medium, low },
            checks: checks.iter().copied().collect(),
        };
        Self {
            iso27001: reach([MainSupplemented, Main, Main, Main], &[C::ScopeCoversUs, C::StatementSeen, C::Accredited]),
            soc2_type1: reach([Supplement, Supplement, Main, Main], &[C::ScopeCoversUs, C::Type2Promised]),
            older_soc2: reach([WithinGrace; 4], &[]),
            plan_letter: reach([PlanOnly; 4], &[]),
            soc3: reach([AskForReport, AskForReport, AskForReport, Main], &[C::ScopeCoversUs]),
            soc1: reach([FinancialReporting; 4], &[]),
            other_scheme: reach([Supplement, Supplement, Main, Main], &[C::ScopeCoversUs]),
            pci_aoc: reach([CardData; 4], &[C::ResponsibilityMatrix]),
            pentest: reach([Supplement; 4], &[C::ScopeCoversUs, C::Independent, C::FixesShown]),
            questionnaire: reach([Supplement, Supplement, Main, Main], &[C::Sampled]),
            live_evidence: reach([Supplement; 4], &[]),
            own_assessment: reach([Supplement; 4], &[]),
        }
    }
}

/// The kind and the class of a setting of the table, e.g. of `alternative.substitutes.soc3.accept_as.low`; the class is `None`
/// where it is what is looked at.
pub fn of_path(path: &str) -> Option<(SubstituteKind, Option<Tier>)> {
    let mut parts = path.strip_prefix("alternative.substitutes.")?.split('.');
    let kind = SubstituteKind::from_name(parts.next()?)?;
    match (parts.next()?, parts.next()) {
        ("checks", None) => Some((kind, None)),
        ("accept_as", Some(tier)) => Some((kind, Some(Tier::from_name(tier)?))),
        _ => None,
    }
}

/// What is wrong with the table: a kind that goes further than it can show, or something looked at that is not on it.
pub(super) fn wrong(reaches: &Reaches) -> Vec<InvalidSetting> {
    let mut wrong = Vec::new();
    for kind in SubstituteKind::ALL {
        let reach = reaches.of(*kind);
        let mut say = |field: String, problem: String| {
            wrong.push(InvalidSetting { path: format!("alternative.substitutes.{}.{field}", kind.as_str()), problem });
        };
        for tier in Tier::ALL {
            let chosen = *reach.accept_as.of(tier);
            if !kind.can_be(tier).contains(&chosen) {
                let problem = format!("this cannot be made of it: {}", chosen.title());
                say(format!("accept_as.{}", tier.as_str()), problem);
            }
        }
        for check in reach.checks.iter().filter(|check| !kind.can_be_checked().contains(check)) {
            say("checks".to_owned(), format!("cannot be told of it: {}", check.title()));
        }
    }
    wrong
}
