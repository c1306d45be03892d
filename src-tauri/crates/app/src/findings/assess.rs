//! Judging how grave a finding is.

use super::{
    gather::differs,
    names::inputs,
    record::{Becomes, Writer},
    view::rated,
};
use crate::{App, fail, people};
use countersign_contract::{Failure, failure::Problem, wire as w};
use countersign_domain::{
    Action, FindingStatus, Op, Severity,
    finding::{Assessment, rating},
};

impl App {
    /// What the severity of a finding would be.
    pub(crate) fn rate_finding(&self, input: &w::RateFinding) -> Result<w::RatingView, Failure> {
        let opened = self.opened()?;
        let (gathered, named) = self.named(&opened, std::slice::from_ref(&input.key))?;
        let item = &gathered.found[named[0]].item;
        Ok(rated(&inputs(&input.inputs), item, &gathered.policy, self.clock.today()))
    }

    /// Judges a finding, and records it where it is not.
    pub(crate) fn assess_finding(&self, input: &w::AssessFinding) -> Result<w::FindingsView, Failure> {
        let opened = self.opened()?;
        let (person, permit) = opened.permit(Action::FollowFindings)?;
        let now = self.clock.now();
        let (gathered, named) = self.named(&opened, std::slice::from_ref(&input.key))?;
        let found = &gathered.found[named[0]];
        let status = found.item.standing().status;
        if matches!(status, FindingStatus::Closed | FindingStatus::NotApplicable | FindingStatus::Superseded) {
            return Err(fail::finding_not_now(status));
        }
        let inputs = inputs(&input.inputs);
        let reason = people::optional_text("reason", input.reason.as_deref())?;
        if reason.is_none() && differs(&inputs, found.item.proposed) {
            return Err(fail::invalid("reason", Problem::ReasonMissing));
        }
        let mut becomes = Becomes::of(self, found, &person, now);
        let (score, severity) = rating::score(&inputs);
        becomes.changed("severity", becomes.finding.severity().map(Severity::as_str), severity.as_str());
        becomes.note("score", score);
        becomes.note("reason", reason.as_ref().map(ToString::to_string));
        becomes.finding.assessment = Some(Assessment { inputs, reason, by: person.id, at: now });
        // An acceptance that does not reach a graver severity leaves it open: what was seen as open is stored as open.
        becomes.finding.status = status;
        let writer = Writer { person, permit, now };
        let keys = writer.write(&opened, Op::AssessFinding, vec![becomes], |_, _| Ok(()))?;
        self.views_of(&opened, &keys)
    }
}
