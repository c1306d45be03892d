//! The line of confidentiality at the foot of every page: what was agreed about the documents that the packet speaks of.

use super::words::date;
use crate::input::FrozenDecision;
use crate::typeset::FittedLine;
use countersign_domain::register::{Nda, NdaState};

/// Says under which confidentiality the packet stands. Long names are cut, the state never.
pub(super) fn line(input: &FrozenDecision) -> FittedLine {
    let whole = |text: String| FittedLine { before: String::new(), cut: text, after: String::new() };
    if input.documents.is_empty() {
        return whole("Internal. Holds no document received from outside.".to_owned());
    }
    let nda = input.register.as_ref().and_then(|register| register.nda);
    match nda.map(|nda| (nda, nda.state())) {
        Some((_, NdaState::NotNeeded)) => whole("Internal. Holds no information received under an NDA.".to_owned()),
        Some((nda, NdaState::Signed | NdaState::ClickThrough)) => match before(input, nda).as_slice() {
            [] => FittedLine {
                before: format!("Confidential. Holds information received under {}: for ", named(nda)),
                cut: input.organisation.clone(),
                after: " staff and its auditors only.".to_owned(),
            },
            labels => whole(format!("Confidential. No NDA is recorded for {}.", listed(labels))),
        },
        None | Some((_, NdaState::Missing)) => {
            let labels: Vec<&str> = input.documents.iter().map(|document| document.label.as_str()).collect();
            whole(format!("Confidential. No NDA is recorded for {}.", listed(&labels)))
        }
    }
}

/// Names the documents for which no agreement of confidentiality is recorded, by their labels.
pub fn without_nda(input: &FrozenDecision) -> Vec<String> {
    let nda = input.register.as_ref().and_then(|register| register.nda);
    let without: Vec<&str> = match nda.map(|nda| (nda, nda.state())) {
        Some((_, NdaState::NotNeeded)) => Vec::new(),
        Some((nda, NdaState::Signed | NdaState::ClickThrough)) => before(input, nda),
        None | Some((_, NdaState::Missing)) => input.documents.iter().map(|document| document.label.as_str()).collect(),
    };
    without.into_iter().map(str::to_owned).collect()
}

fn named(nda: Nda) -> String {
    match (nda.state(), nda.signed_on()) {
        (NdaState::ClickThrough, Some(on)) => format!("terms of confidentiality accepted on {}", date(on)),
        (NdaState::ClickThrough, None) => "accepted terms of confidentiality".to_owned(),
        (_, Some(on)) => format!("the NDA of {}", date(on)),
        (_, None) => "an NDA".to_owned(),
    }
}

/// The documents that came while the agreement was not in force.
fn before(input: &FrozenDecision, nda: Nda) -> Vec<&str> {
    let came = input.documents.iter().filter(|document| !nda.in_force(document.day_received()));
    came.map(|document| document.label.as_str()).collect()
}

fn listed(labels: &[&str]) -> String {
    match labels {
        [] => String::new(),
        [one] => (*one).to_owned(),
        [first, last] => format!("{first} and {last}"),
        [first, .., last] if follow(labels) => format!("{first} to {last}"),
        _ => super::words::joined(labels),
    }
}

/// Whether the labels are numbered without a gap.
fn follow(labels: &[&str]) -> bool {
    let numbers: Option<Vec<u32>> = labels.iter().map(|label| label.strip_prefix('D')?.parse().ok()).collect();
    numbers.is_some_and(|numbers| numbers.windows(2).all(|pair| pair[0] + 1 == pair[1]))
}
