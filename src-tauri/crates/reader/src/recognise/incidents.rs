//! Incidents that a report discloses.
//!
//! **Reads** each incident that the description discloses (DC section 200, criterion 4) as the paragraph or item that
//! tells it.
//! **Where**: below a heading on incidents; elsewhere in the description a sentence that one happened in the period.
//! **Accepts** "There was one system incident that …", "On 3 May 2031 the Company identified …", numbered incidents.
//! **Refuses** sentences that none happened, procedures for incidents, and what the tests say.

use std::sync::LazyLock;

use countersign_domain::reading::{DisclosedIncident, SectionRole};

use super::lists::piece::Piece;
use super::lists::{Section, Topic};
use super::parts::Parts;
use crate::pattern::{Pattern, pattern};
use crate::text::sentence::sentences;
use crate::text::{Flow, Text};
use std::ops::Range;

const EVENT: &str =
    r"(?:incidents?|outages?|breach(?:es)?|compromises?|disruptions?|ransomware|intrusions?|unauthori[sz]ed access)";

static NO: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\bno (?:\w+,? ){{0,6}}?{EVENT}\b|\b(?:not|never) (?:\w+ ){{0,6}}?(?:any |a )(?:\w+ ){{0,4}}?{EVENT}\b|\bfree (?:of|from) {EVENT}|\bnone (?:noted|identified|occurred|reported)|\b(?:did|have|has|were|was) not (?:occur|been|identif|experience)\w*|\bno (?:such|reportable|disclosable)\b|^(?:none|n/?a|not applicable)\b"
    ))
});
static HAPPENED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&format!(
        r"\b(?:there (?:was|were|has been|have been)|(?:experienced|identified|detected|suffered|discovered|disclosed|reported|became aware of|notified of|had|was subject to)) (?:a |an |the |one |two |three |four |five |\d+ |several |multiple )(?:\w+[ -]?){{0,5}}?{EVENT}\b|\b(?:a|an|one|two|three|four|five|\d+|several|multiple) (?:[\w-]+ ){{0,4}}?{EVENT} (?:\([^)]*\) )?(?:that |which )?(?:occurred|took place|happened|was|were|affected|affecting|impacted|resulted|began|has been|have been)\b"
    ))
});
const DAY: &str = r"\b(?:on|in|between|from|during|since|until) (?:or about |approximately |the morning of )?(?:(?:early |late |mid-?)?(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b|\d{1,2} (?:january|february|march|april|may|june|july|august|september|october|november|december)|20\d\d|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|q[1-4] )";
/// What a sentence with a day says of an incident.
const HARM: &str =
    r"unavailable|attack\w*|phish\w*|expos\w+|disclosed|leak\w*|stolen|misconfigur\w+|malware|unreachable|degraded";
static DATED: LazyLock<Pattern> =
    LazyLock::new(|| pattern(&format!(r"{DAY}[\s\S]*?\b(?:{EVENT}|{HARM})\b|\b(?:{EVENT}|{HARM})\b[\s\S]*?{DAY}")));
static PROCEDURE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:in the event|if (?:an?|any)|should an?|when(?:ever)? an?|procedures?|policy|policies|plan|process(?:es)? (?:is|are)|are (?:logged|tracked|reported|reviewed|escalated|investigated|classified)|is (?:logged|tracked|reported|escalated|classified|responsible)|requires?|must|would|criteria for|defined as|the following (?:information|criteria))\b",
    )
});
/// Longest label, in bytes.
const LONGEST_LABEL: usize = 60;
/// A label that runs into its paragraph.
static LABELLED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:(?:security|system|service|significant) )*incidents?(?: (?:disclosures?|disclosed|history|summary))? ?[:.-]",
    )
});
static IN_PERIOD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\b(?:during|throughout|within|in|over) the (?:\w+ )?(?:period|year|review|examination|audit|observation)|\b20\d\d\b",
    )
});
static CONTROLS: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"\bcontrols?\b|\bsignificant\b|\bimpair\w*|\bservice commitments?\b|\bsystem requirements?\b|\bcustomers?\b|\buser entit|\bdata\b|\bunavailab|\bavailab|\bservice\b",
    )
});

/// Reads them.
pub(crate) fn read(parts: &Parts<'_>, sections: &[Section<'_>]) -> Vec<DisclosedIncident> {
    let mut incidents: Vec<DisclosedIncident> = Vec::new();
    let mut headed = false;
    for section in sections.iter().filter(|s| s.topic == Topic::Incidents && !in_tests(parts, s)) {
        headed = true;
        read_section(parts.text, section, &mut incidents);
    }
    if !headed && let Some(part) = parts.layout.part(SectionRole::Description) {
        let flow = parts.text.flow(part.lines.clone());
        let mut labelled = false;
        for range in sentences(flow.text()) {
            let words = &flow.text()[range.clone()];
            // "Incident disclosure. On 3 May …": the label is a sentence of its own.
            let under_label = std::mem::replace(&mut labelled, false);
            labelled = words.len() <= LONGEST_LABEL && LABELLED.is_match(words);
            let told = (under_label || LABELLED.is_match(words)) && DATED.is_match(words)
                || HAPPENED.is_match(words) && IN_PERIOD.is_match(words) && CONTROLS.is_match(words);
            if told && !NO.is_match(words) && !PROCEDURE.is_match(words) {
                let label = LABELLED.find(words).map_or(0, |label| label.end());
                let from = range.end - words[label..].trim_start().len();
                incidents.extend(incident(parts.text, &flow, from..range.end));
            }
        }
    }
    incidents
}

fn in_tests(parts: &Parts<'_>, section: &Section<'_>) -> bool {
    let part = parts.layout.parts.iter().rev().find(|p| p.lines.start <= section.lines.start);
    part.is_some_and(|p| p.role == SectionRole::Tests)
}

fn read_section(text: &Text<'_>, section: &Section<'_>, incidents: &mut Vec<DisclosedIncident>) {
    let mut open = false;
    let before = incidents.len();
    for piece in &section.pieces {
        let Piece::Block(block) = piece else { continue };
        let words = block.text();
        let short = words.split_whitespace().count() < 6;
        let tells = !short && sentences(words).into_iter().any(|range| tells(&words[range]));
        if !tells && NO.is_match(words) {
            open = false;
            continue;
        }
        let range = block.body..block.flow.text().len();
        if tells && words.ends_with(':') && incidents.len() == before {
            // "The following incidents were identified:" leads to the items that tell them.
            open = true;
        } else if tells || (open && block.mark.is_some() && !short) {
            incidents.extend(incident(text, &block.flow, range));
            open = open && block.mark.is_some();
        } else if block.mark.is_none() && !short && incidents.len() > before && !PROCEDURE.is_match(words) {
            // What became of it belongs to it.
            if let Some(last) = incidents.last_mut() {
                last.text = format!("{} {}", last.text, block.flow.original(range.clone()));
                last.citations.extend(block.flow.cite(range));
            }
        }
    }
}

/// Whether a sentence tells that something happened.
fn tells(sentence: &str) -> bool {
    (HAPPENED.is_match(sentence) || DATED.is_match(sentence)) && !PROCEDURE.is_match(sentence) && !NO.is_match(sentence)
}

fn incident(text: &Text<'_>, flow: &Flow<'_>, range: Range<usize>) -> Option<DisclosedIncident> {
    let citations = flow.cite(range.clone());
    let basis = text.basis(citations.first()?);
    Some(DisclosedIncident { text: flow.original(range), basis, citations })
}

#[cfg(test)]
mod tests {
    use crate::recognise::lists::testing::report;

    fn incidents(description: &str) -> Vec<String> {
        report("", description).incidents.into_iter().map(|i| i.text).collect()
    }

    #[test]
    fn what_happened_is_told_whole() {
        assert_eq!(
            incidents(
                "## System Incidents\nThere was one system incident during the period. On August 3, 2031, a release made the service unavailable for six hours.\n## Data\nData is kept."
            ),
            [
                "There was one system incident during the period. On August 3, 2031, a release made the service unavailable for six hours."
            ]
        );
    }

    #[test]
    fn several_incidents_are_several_entries() {
        assert_eq!(
            incidents(
                "## Disclosure of Incidents\nThe following incidents were identified during the period:\n• On 3 May 2031 a lost laptop exposed the names of forty customers.\n• On 9 June 2031 an outage lasted for two hours."
            )
            .len(),
            2,
            "one each"
        );
    }

    #[test]
    fn the_day_may_stand_behind_what_happened() {
        for told in [
            "A misconfigured store exposed log files of Juniper to the internet from May 3, 2031 for three days. Affected customers were notified.",
            "On May 3, 2031, an employee fell for a phishing message. The cause has not been identified.",
            "On 3 May 2031 the service was unreachable for six hours. No data was lost.",
        ] {
            assert_eq!(incidents(&format!("## System Incidents\n{told}")), [told], "told");
        }
        let none = "During the period from May 1, 2031 to April 30, 2032 Juniper watched its systems. No security incidents were identified.";
        assert!(incidents(&format!("## System Incidents\n{none}")).is_empty(), "none");
    }

    #[test]
    fn none_means_none() {
        for sentence in [
            "No incidents occurred during the period that resulted in a significant failure.",
            "There were no security incidents identified during the period May 1, 2031 to April 30, 2032.",
            "Juniper did not experience any significant security incident in 2031.",
            "None noted.",
            "Management is not aware of any breach during the period.",
        ] {
            assert!(incidents(&format!("## System Incidents\n{sentence}")).is_empty(), "none: {sentence}");
        }
    }

    #[test]
    fn procedures_are_no_incidents() {
        assert!(
            incidents(
                "## Security Incidents\nIncidents are logged and tracked until they are closed. In the event of an incident on any day in 2031, customers are told. The plan requires a review."
            )
            .is_empty(),
            "nothing happened"
        );
    }

    #[test]
    fn the_description_may_tell_one_without_a_heading() {
        assert_eq!(
            incidents(
                "## Operations\nDuring the period the Company identified a security incident that affected the data of customers. Staff are trained."
            )
            .len(),
            1,
            "a sentence"
        );
    }

    #[test]
    fn a_label_may_run_into_what_happened() {
        for label in ["Incident disclosure.", "Security incidents:", "System incident history -"] {
            let told = format!("{label} On May 3, 2031, a misdirected message disclosed the names of forty customers.");
            let found = incidents(&format!("## Operations\n{told} All were told."));
            assert_eq!(found.len(), 1, "labelled: {label}");
            assert!(found[0].starts_with("On May 3"), "the label is no part of it: {found:?}");
        }
        for none in [
            "Incident disclosure. No incidents occurred in 2031.",
            "Security incidents: these are logged and reported under the plan of May 3, 2031.",
        ] {
            assert!(incidents(&format!("## Operations\n{none}")).is_empty(), "none: {none}");
        }
    }
}
