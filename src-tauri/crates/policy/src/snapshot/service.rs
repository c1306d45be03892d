//! One snapshot for each service where the papers of a vendor tell them apart (`decisions/0043`).

use super::{Evidence, Snapshot};
use crate::words;
use countersign_domain::{EngagementId, register::Engagement};
use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;

/// Services that we buy and that the same papers cover, with what the rules look at for them.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub struct OfServices {
    /// The engagements, in the order of the register.
    pub services: Vec<EngagementId>,
    /// What they are called, e.g. "Example Ledger and Example Payroll".
    pub name: String,
    /// What is known as far as it is theirs.
    pub facts: Snapshot,
}

impl OfServices {
    /// Whether something that is said of some services, or of all, is said of one of these.
    pub fn concerns(&self, said_of: Option<&BTreeSet<EngagementId>>) -> bool {
        said_of.is_none_or(|said_of| self.services.iter().any(|service| said_of.contains(service)))
    }
}

impl Snapshot {
    /// What the rules look at, service by service: each part with the services' name, or the whole without one where no paper
    /// tells services apart.
    pub fn by_service(&self) -> impl Iterator<Item = (Option<&str>, &Self)> {
        let whole = self.of_services.is_empty().then_some((None, self));
        whole.into_iter().chain(self.of_services.iter().map(|part| (Some(part.name.as_str()), &part.facts)))
    }

    /// Takes the vendor to be in use or not, for every service.
    pub fn set_in_use(&mut self, in_use: bool) {
        self.in_use = in_use;
        for part in &mut self.of_services {
            part.facts.in_use = in_use;
        }
    }

    /// Leaves those deviations that are for all services: where nothing tells services apart, one that was asked for some of
    /// them does not answer for the others.
    pub fn keep_deviations_for_all(&mut self) {
        let all: Vec<EngagementId> = self.profile.engagements.iter().map(|engagement| engagement.id).collect();
        self.deviations.retain(|deviation| deviation.is_for(&all));
    }

    /// Parts what is known by services that different papers cover; none where they all have the same, and every paper is of
    /// some of them. A service that no paper covers is a part of its own, with what no paper says. So is all that is bought where
    /// a paper covers none of it, as when what it covers is bought no more: it is no evidence of what is left.
    pub fn split(&self) -> Vec<OfServices> {
        let engagements = &self.profile.engagements;
        let told: Vec<&Evidence> = self.evidence.iter().filter(|paper| paper.covers.is_some()).collect();
        if told.is_empty() {
            return Vec::new();
        }
        let mut parts: Vec<(Vec<bool>, Vec<&Engagement>)> = Vec::new();
        for engagement in engagements {
            let covered: Vec<bool> = told.iter().map(|paper| paper.covers(engagement.id)).collect();
            match parts.iter_mut().find(|(of, _)| *of == covered) {
                Some((_, together)) => together.push(engagement),
                None => parts.push((covered, vec![engagement])),
            }
        }
        let all_of_these = told.iter().all(|paper| engagements.iter().any(|engagement| paper.covers(engagement.id)));
        if parts.len() < 2 && all_of_these {
            return Vec::new();
        }
        parts.into_iter().map(|(_, together)| self.part(&together)).collect()
    }

    fn part(&self, together: &[&Engagement]) -> OfServices {
        let services: Vec<EngagementId> = together.iter().map(|engagement| engagement.id).collect();
        let names: Vec<&str> = together.iter().map(|engagement| engagement.name.as_str()).collect();
        let mut part = OfServices { name: words::list(&names), facts: Self::default(), services };
        let mut facts = self.clone();
        facts.profile.engagements.retain(|engagement| part.services.contains(&engagement.id));
        facts.evidence.retain(|paper| part.concerns(paper.covers.as_ref()));
        facts.deviations.retain(|deviation| deviation.is_for(&part.services));
        part.facts = facts;
        part
    }
}
