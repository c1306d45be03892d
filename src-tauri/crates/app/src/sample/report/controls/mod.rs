//! The catalogue of controls from which sample reports choose, and how they were tested.

mod access;
mod additional;
mod entity;
mod operation;

use super::{criteria, plan::ReportPlan};

/// A control with its tests.
#[derive(Debug)]
pub(super) struct Control {
    /// Its id: the criterion and a number.
    pub(super) id: &'static str,
    /// What is done, by whom, when; `{short}` and `{system}` stand for the names.
    pub(super) does: &'static str,
    /// What the auditor did; `{n}` stands for the size of a sample.
    pub(super) tests: &'static [&'static str],
    /// What the auditor writes where nothing happened that the control would have met.
    pub(super) idle: Option<&'static str>,
}

const fn control(id: &'static str, does: &'static str, tests: &'static [&'static str]) -> Control {
    Control { id, does, tests, idle: None }
}

impl Control {
    /// The criterion that it meets.
    pub(super) fn criterion(&self) -> &'static str {
        self.id.split_once('-').map_or(self.id, |(criterion, _)| criterion)
    }

    fn number(&self) -> &'static str {
        self.id.split_once('-').map_or("1", |(_, number)| number)
    }
}

/// The controls of a report in the order of the criteria: the first of each criterion, and of the others those that the
/// plan's variation or one of its deviations asks for.
pub(super) fn of(plan: &ReportPlan) -> Vec<&'static Control> {
    let series: Vec<&str> = plan.categories.iter().map(|category| super::cover::series(*category)).collect();
    let in_scope = |control: &Control| {
        let own = criteria::series(control.criterion());
        own == "CC" || series.contains(&own)
    };
    let wanted = |control: &Control| {
        control.number() == "1"
            || plan.deviations.iter().any(|deviation| deviation.control == control.id)
            || plan.pick(control.id, 10) < 7
    };
    let all = [entity::CONTROLS, access::CONTROLS, operation::CONTROLS, additional::CONTROLS];
    all.into_iter().flatten().filter(|control| in_scope(control) && wanted(control)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_criterion_has_a_control_and_every_control_a_criterion() {
        let all: Vec<&Control> = [entity::CONTROLS, access::CONTROLS, operation::CONTROLS, additional::CONTROLS]
            .into_iter()
            .flatten()
            .collect();
        for (criterion, _) in criteria::CRITERIA {
            assert!(all.iter().any(|control| control.id == format!("{criterion}-1")), "no first control: {criterion}");
        }
        for control in &all {
            assert!(!criteria::title(control.criterion()).is_empty(), "no such criterion: {}", control.id);
            assert!(!control.tests.is_empty(), "not tested: {}", control.id);
        }
        let mut ids: Vec<&str> = all.iter().map(|control| control.id).collect();
        ids.sort_unstable();
        ids.dedup();
        assert_eq!(ids.len(), all.len(), "an id names one control");
    }
}
