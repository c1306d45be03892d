//! Every reference of a packet to a page, so that none is printed that leads nowhere.

use crate::input::{FrozenDecision, FrozenPages};

/// Something that cites pages of a document.
pub(crate) struct Reference<'a> {
    /// What cites them.
    pub(crate) what: String,
    /// The label of the document.
    pub(crate) label: &'a str,
    /// The pages.
    pub(crate) pages: Vec<u32>,
}

impl<'a> Reference<'a> {
    fn new(what: impl Into<String>, label: &'a str, pages: &[u32]) -> Self {
        Self { what: what.into(), label, pages: pages.to_vec() }
    }

    fn of(what: &'a str, cited: &'a [FrozenPages]) -> impl Iterator<Item = Self> {
        cited.iter().map(move |cited| Self::new(what, &cited.label, &cited.pages))
    }
}

/// Gives them in the order of the sections. Those of facts are checked with their documents.
pub(crate) fn all(input: &FrozenDecision) -> Vec<Reference<'_>> {
    let mut all = Vec::new();
    for letter in input.coverage.iter().flat_map(|coverage| &coverage.letters) {
        all.push(Reference::new("what is covered", &letter.label, &letter.pages));
    }
    all.extend(Reference::of("tests", input.tests.as_slice()));
    for signal in &input.reliance {
        all.extend(Reference::of(&signal.what, &signal.cited));
    }
    for rule in input.verdict.iter().flat_map(|verdict| &verdict.rules) {
        all.extend(Reference::of(&rule.code, &rule.cited));
    }
    for finding in &input.findings {
        let Some(label) = &finding.document else { continue };
        let pages: Vec<u32> = finding.citations.iter().map(|citation| citation.page).collect();
        let name = finding.label.as_deref().unwrap_or("finding");
        all.push(Reference::new(name, label, &pages));
        all.push(Reference::new(format!("response to {name}"), label, &finding.response_pages));
    }
    if let Some((cuecs, label)) = input.cuecs.as_ref().and_then(|cuecs| Some((cuecs, cuecs.document.as_deref()?))) {
        for control in &cuecs.controls {
            all.push(Reference::new("CUEC", control.report.as_deref().unwrap_or(label), &control.pages));
        }
        all.push(Reference::new("user entity responsibilities", label, &cuecs.responsibilities));
    }
    if let Some((found, label)) = input.subservice.as_ref().and_then(|found| Some((found, found.document.as_deref()?)))
    {
        for party in &found.parties {
            let label = party.report.as_deref().unwrap_or(label);
            all.push(Reference::new(party.name.as_str(), label, &party.pages));
        }
        for control in &found.controls {
            all.push(Reference::new("CSOC", control.report.as_deref().unwrap_or(label), &control.pages));
        }
    }
    for gap in &input.gaps {
        all.extend(Reference::of(&gap.topic, &gap.cited));
    }
    for answer in input.review.iter().flat_map(|review| &review.answers) {
        all.extend(Reference::of(&answer.id, &answer.cited));
    }
    all
}
