//! What answers a rule that is not met: a deviation, an acceptance, a condition, a note. What has run out answers nothing.

use crate::{
    rules::{Case, RuleOutcome, RuleResult},
    snapshot::Note,
};
use chrono::{Days, NaiveDate};
use countersign_domain::DocumentId;
use serde::Serialize;

/// What answers a rule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(tag = "by", rename_all = "snake_case")]
pub enum Standing {
    /// It is met or does not apply.
    Met,
    /// Nothing answers it.
    Open,
    /// A signed deviation, or a signed acceptance of what is found.
    Accepted {
        /// The last day on which it holds.
        until: NaiveDate,
    },
    /// A duty with owner and date.
    Condition {
        /// By when it is due.
        due: NaiveDate,
    },
    /// A note.
    Note,
}

impl Standing {
    /// Whether the vendor is accepted only with it.
    pub const fn is_duty(self) -> bool {
        matches!(self, Self::Accepted { .. } | Self::Condition { .. })
    }

    /// The last day on which it answers.
    pub const fn until(self) -> Option<NaiveDate> {
        match self {
            Self::Accepted { until } => Some(until),
            Self::Condition { due } => Some(due),
            Self::Met | Self::Open | Self::Note => None,
        }
    }
}

/// Finds what answers a result.
pub(super) fn standing(case: &Case<'_>, result: &RuleResult) -> Standing {
    if matches!(result.outcome, RuleOutcome::Pass | RuleOutcome::NotApplicable) {
        return Standing::Met;
    }
    if let Some(until) = result.accepted_until.or_else(|| deviation_until(case, result)) {
        return Standing::Accepted { until };
    }
    if result.outcome != RuleOutcome::Warn {
        return Standing::Open;
    }
    // A condition whose day has passed without being done answers nothing.
    let conditions = case.snapshot.conditions.iter().filter(|condition| condition.rule == result.code);
    let due = conditions
        .filter(|condition| condition.owner.is_some() && !condition.done)
        .filter_map(|condition| condition.due_on.filter(|due| case.today <= *due))
        .min();
    if let Some(due) = due {
        return Standing::Condition { due };
    }
    // A note is about what its author saw: the main evidence, and every document that the warning is about.
    let cited = result.citations.iter().map(|page| page.document).chain(result.satisfied_by.iter().copied());
    let about: Vec<DocumentId> = cited.chain(case.main().map(|main| main.id)).collect();
    let answers = |note: &Note| note.rule == result.code && !note.text.trim().is_empty();
    let noted =
        case.snapshot.notes.iter().any(|note| answers(note) && about.iter().all(|document| note.is_of(*document)));
    if noted { Standing::Note } else { Standing::Open }
}

/// Until when a deviation from the rule holds, if one does today: by the right rank, by another than who asked, to its own end
/// or the policy's, whichever comes first.
fn deviation_until(case: &Case<'_>, result: &RuleResult) -> Option<NaiveDate> {
    let needed = result.acceptable_by?;
    let (tier, _) = case.class?;
    let days = Days::new(u64::from(*case.policy.settings().acceptance.deviation_max_days.of(tier)));
    let deviations = case.snapshot.deviations.iter().filter(|deviation| deviation.rule == result.code);
    deviations
        .filter(|deviation| deviation.rank.is_some_and(|rank| rank >= needed))
        .filter(|deviation| deviation.requester != Some(deviation.approver))
        .filter_map(|deviation| {
            let until = deviation.expires_on.min(deviation.granted_on.checked_add_days(days)?);
            (deviation.granted_on..=until).contains(&case.today).then_some(until)
        })
        .max()
}
