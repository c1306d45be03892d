//! The severity of a finding as a sum whose every term is shown (`practice.md` §5.2).

use super::severity::{Exposure, Extent, Harm, Nature, OwnCompensation, Rate, Recurrence, Severity, SeverityInputs};
use crate::choices;

choices! {
    /// A term of the sum.
    TermName {
        /// How much deviated.
        Extent = "extent", "Extent";
        /// What kind of failure it is.
        Nature = "nature", "Nature";
        /// Whether it failed before.
        History = "history", "History";
        /// Whether harm came of it.
        Harm = "harm", "Known harm";
        /// Another control of the vendor.
        VendorCompensation = "vendor_compensation", "Vendor's compensating control";
        /// A control of our own.
        OwnCompensation = "own_compensation", "Our own compensating control";
        /// How credible the response is.
        Response = "response", "Response";
        /// Whether the fix is proved.
        FixVerified = "fix_verified", "Fix proved";
    }
    /// What overrules the sum.
    Bound {
        /// The opinion is modified on the criterion: at least high.
        OpinionModified = "opinion_modified", "The opinion is modified on this criterion: at least high";
        /// Misuse of our data happened: critical.
        HarmToUs = "harm_to_us", "Misuse or loss of our own data: critical";
        /// It does not touch our use: low.
        NotOurUse = "not_our_use", "It does not touch our use: low, noted";
    }
}

/// A term of the sum with its points and the reason for them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Term {
    /// Which.
    pub name: TermName,
    /// Its points.
    pub points: i8,
    /// Why, in words.
    pub reason: String,
}

/// A severity with the sum from which it follows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rating {
    /// Impact × exposure, 1 to 16.
    pub base: i8,
    /// What is added and taken off, every term, also those of no points.
    pub terms: Vec<Term>,
    /// The sum.
    pub score: i8,
    /// What overruled the sum, in the order in which it was weighed.
    pub bounds: Vec<Bound>,
    /// What follows.
    pub severity: Severity,
}

/// Rates a finding. `rate` explains the extent where it is known.
pub fn rate(inputs: &SeverityInputs, rate: Option<Rate>) -> Rating {
    let (score, severity) = score(inputs);
    let terms = TermName::ALL
        .iter()
        .map(|name| Term { name: *name, points: points(inputs, *name), reason: reason(inputs, *name, rate) })
        .collect();
    Rating { base: base(inputs), terms, score, bounds: bounds(inputs, of_score(score)), severity }
}

/// The sum and what follows from it.
pub fn score(inputs: &SeverityInputs) -> (i8, Severity) {
    let score = TermName::ALL.iter().fold(base(inputs), |sum, name| sum + points(inputs, *name));
    let severity = bounds(inputs, of_score(score)).iter().fold(of_score(score), |severity, bound| match bound {
        Bound::OpinionModified => severity.max(Severity::High),
        Bound::HarmToUs => Severity::Critical,
        Bound::NotOurUse => Severity::Low,
    });
    (score, severity)
}

const fn base(inputs: &SeverityInputs) -> i8 {
    inputs.impact.points() * inputs.exposure.points()
}

const fn of_score(score: i8) -> Severity {
    match score {
        13.. => Severity::Critical,
        9..=12 => Severity::High,
        5..=8 => Severity::Medium,
        _ => Severity::Low,
    }
}

/// What overrules the sum. The ceiling comes after the floor of the opinion, because what does not touch our use is noted
/// only; misuse of our own data has touched us, whatever was said of the exposure.
fn bounds(inputs: &SeverityInputs, severity: Severity) -> Vec<Bound> {
    if inputs.harm == Harm::OnOurData {
        return if severity == Severity::Critical { Vec::new() } else { vec![Bound::HarmToUs] };
    }
    let floor = (inputs.opinion_modified && severity < Severity::High).then_some(Bound::OpinionModified);
    let ceiling = inputs.exposure == Exposure::None && (floor.is_some() || severity > Severity::Low);
    floor.into_iter().chain(ceiling.then_some(Bound::NotOurUse)).collect()
}

const fn points(inputs: &SeverityInputs, name: TermName) -> i8 {
    match name {
        TermName::Extent => match inputs.extent {
            Extent::Small => 0,
            Extent::Partial => 1,
            Extent::Large => 2,
        },
        TermName::Nature => match inputs.nature {
            Some(Nature::Design) => 3,
            Some(Nature::Evidence) => -1,
            Some(Nature::Timing) if inputs.late_found_nothing => -2,
            Some(Nature::Operating | Nature::Timing | Nature::Scope) | None => 0,
        },
        TermName::History => match inputs.history {
            Recurrence::New => 0,
            Recurrence::SameFamily => 1,
            Recurrence::Repeat => 2,
        },
        TermName::Harm => match inputs.harm {
            Harm::Unknown => 0,
            Harm::Happened | Harm::OnOurData => 6,
        },
        TermName::VendorCompensation => {
            if inputs.vendor_compensation {
                -2
            } else {
                0
            }
        }
        TermName::OwnCompensation => match inputs.own_compensation {
            OwnCompensation::None => 0,
            OwnCompensation::Partial => -1,
            OwnCompensation::Full => -2,
        },
        TermName::Response => match inputs.response {
            // What was not tested takes off two points at most.
            Some(response) => match response.points() {
                0 => 1,
                1 => 0,
                2 => -1,
                _ => -2,
            },
            None => 0,
        },
        TermName::FixVerified => {
            if inputs.fix_verified {
                -1
            } else {
                0
            }
        }
    }
}

fn reason(inputs: &SeverityInputs, name: TermName, rate: Option<Rate>) -> String {
    let either = |is: bool, yes: &str, no: &str| if is { yes.to_owned() } else { no.to_owned() };
    match name {
        TermName::Extent => extent(inputs.extent, rate),
        TermName::Nature => match inputs.nature {
            Some(Nature::Timing) if inputs.late_found_nothing => "Timing; the late control found nothing".to_owned(),
            Some(nature) => nature.title().to_owned(),
            None => "Not judged".to_owned(),
        },
        TermName::History => inputs.history.title().to_owned(),
        TermName::Harm => inputs.harm.title().to_owned(),
        TermName::VendorCompensation => {
            either(inputs.vendor_compensation, "Tested by the auditor without exception", "None tested")
        }
        TermName::OwnCompensation => inputs.own_compensation.title().to_owned(),
        TermName::Response => match inputs.response {
            None => "Not judged".to_owned(),
            Some(response) => {
                let given = [
                    (response.cause, "cause"),
                    (response.fix, "fix"),
                    (response.dated, "date"),
                    (response.proof, "proof, owner or retest"),
                ];
                let given: Vec<&str> = given.into_iter().filter(|(is, _)| *is).map(|(_, what)| what).collect();
                if given.is_empty() {
                    "Nothing given (0 of 4)".to_owned()
                } else {
                    format!("Given: {} ({} of 4)", given.join(", "), response.points())
                }
            }
        },
        TermName::FixVerified => {
            either(inputs.fix_verified, "Retested, or evidence is held", "Neither retested nor evidenced")
        }
    }
}

fn extent(extent: Extent, rate: Option<Rate>) -> String {
    // Where a person chose another extent than the numbers give, the numbers explain nothing.
    let Some(rate) = rate.filter(|rate| rate.extent() == extent) else { return extent.title().to_owned() };
    let (percent, tested) = (rate.percent(), rate.tested());
    let why = match extent {
        Extent::Large => "more than 20 %",
        Extent::Partial if percent <= 5.0 => "fewer than 20 were tested",
        Extent::Partial => "above 5 %, at most 20 %",
        Extent::Small => "at most 5 %",
    };
    format!("{} of {tested} is {percent:.1} %: {why}", rate.deviating())
}

#[cfg(test)]
mod tests;
