//! Exceptions that are told in paragraphs: "Exception noted. During …", "Deviation: …".
//!
//! **Where**: outside the tables, and outside the auditor's report, the assertion and the description.
//! **Accepts** a label at the start of a line with the story behind or below it, under a heading that names a criterion or
//! a control, and management's response that follows it.
//! **Refuses** "No exceptions noted", and labels without a story.

use std::ops::Range;
use std::sync::LazyLock;

use countersign_domain::Fact;
use countersign_domain::reading::{ReportedException, SectionRole, TestOutcome};

use super::Told;
use crate::pattern::{Pattern, pattern};
use crate::recognise::Parts;
use crate::recognise::answers;
use crate::recognise::controls::{Candidate, outcome};
use crate::recognise::criteria;
use crate::recognise::sample;
use crate::text::Flow;

/// Fewest words of a story.
const FEWEST_WORDS: usize = 6;

static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:[•▪●*-] ?)?(?:(?:(?:description|details?|nature) of (?:the )?)?(?:testing |control |test )?(?:exception|deviation)s?(?:\(s\))?(?: (?:no\.? ?|number |# ?)?(?P<n>\d{1,2}))?(?: (?:(?:was |were )?(?:noted|identified)|descriptions?|details?))?|(?:exception|deviation|finding) (?P<id>[a-z]{1,5}-?\d{1,2}(?:[.-]\d{1,3})*)|finding (?:no\.? ?|number |# ?)?(?P<f>\d{1,2})) ?(?:[:.-](?: |$)|(?P<alone>$))",
    )
});
static OTHER_LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:effects?|impact|root cause|cause|remediation|note|auditor'?s? (?:comment|conclusion)|conclusion)\b[^.:]{0,40}[.:-](?: |$)",
    )
});
static CONTROL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(r"^control(?: activity)? ?(?:#|no\.?|number|id)? ?:? ?(?P<id>[a-z]{0,6}[-.]?\d+(?:[-.]\d+)*[a-z]?)\b")
});

static TITLE: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:section )?[\divx.:) -]{0,12}(?:(?:summary|list|description|details?|results?) of )?(?:the )?(?:test(?:ing)? |tests of controls |control |noted |identified )?(?:exceptions|deviations)(?: (?:and|or) (?:exceptions|deviations|responses|findings))?(?: noted| identified)?(?: during (?:the )?(?:testing|examination))?$",
    )
});

/// What is being read.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Field {
    Story,
    Response,
}

/// An exception under construction: its lines, the first with the place where its label ends.
#[derive(Debug, Default)]
struct Open {
    control: Option<String>,
    criteria: Vec<String>,
    names: Vec<String>,
    /// Whether the label is a line of its own, as headings are: the story must say itself that something deviated.
    alone: bool,
    story: (usize, Vec<usize>),
    response: (usize, Vec<usize>),
}

/// Reads them in the order of the document.
pub(super) fn read(parts: &Parts<'_>, candidates: &[Candidate<'_, '_>]) -> Vec<Told> {
    let tables: Vec<Range<usize>> = candidates
        .iter()
        .filter(|c| c.columns.has_tests() || c.columns.sums_up())
        .map(|c| c.table.lines.clone())
        .collect();
    let lines = parts.text.lines();
    let mut found: Vec<Open> = Vec::new();
    let (mut field, mut heading, mut control) = (None, Vec::new(), None);
    // A list of exceptions may stand in any part, under a title of its own.
    let mut titled = false;
    for at in (0..lines.len()).filter(|at| !lines[*at].running) {
        if parts.layout.parts.iter().any(|p| p.lines.start == at) {
            titled = false;
        }
        titled |= TITLE.is_match(&lines[at].text);
        if tables.iter().any(|t| t.contains(&at)) || (!titled && in_other_part(parts, at)) {
            (field, control) = (None, None);
            continue;
        }
        let line = &lines[at];
        let text = line.text.as_str();
        if let Some(label) = LABEL.captures(text) {
            let end = label.get(0).map_or(0, |m| m.end());
            let number = label.name("n").or(label.name("f")).map(|n| format!("Exception {}", n.as_str()));
            let own = label.name("id").map(|id| id.as_str().to_uppercase());
            let of_own = own.as_deref().map(criteria::of_id).unwrap_or_default();
            let criteria = if of_own.is_empty() { heading.clone() } else { of_own };
            let names = number.into_iter().chain(own).collect();
            let (control, alone) = (control.clone(), label.name("alone").is_some());
            found.push(Open { control, criteria, names, alone, story: (end, vec![at]), ..Open::default() });
            field = Some(Field::Story);
        } else if let Some(end) = answers::label(text) {
            if let Some(open) = found.last_mut().filter(|o| field.is_some() && o.response.1.is_empty()) {
                open.response = (end, vec![at]);
                field = Some(Field::Response);
            } else if let Some(open) = found.last_mut().filter(|_| field == Some(Field::Response)) {
                open.response.1.push(usize::MAX);
            }
        } else if OTHER_LABEL.is_match(text) {
            // The story may go on under other labels; what stands there is not its own words.
            field = field.map(|_| Field::Story);
            if let Some(open) = found.last_mut().filter(|_| field.is_some()) {
                open.story.1.push(usize::MAX);
            }
        } else if !criteria::of_heading(text).is_empty() {
            (heading, field, control) = (criteria::of_heading(text), None, None);
        } else if let Some(named) = CONTROL.captures(text) {
            (control, field) = (Some(named["id"].to_owned()), None);
        } else if let (Some(open), Some(now)) = (found.last_mut(), field) {
            let lines = match now {
                Field::Story => &mut open.story,
                Field::Response => &mut open.response,
            };
            let bare = lines.1.len() == 1 && parts.text.lines()[lines.1[0]].text.len() <= lines.0;
            let closed = lines.1.last() == Some(&usize::MAX) || (line.opens_paragraph && !bare);
            if closed && lines.1.last() != Some(&usize::MAX) {
                lines.1.push(usize::MAX);
            } else if !closed {
                lines.1.push(at);
            }
        }
    }
    found.iter().filter_map(|open| open.told(parts)).collect()
}

/// Whether a line stands in a part that is not the auditor's tests nor management's words on them.
fn in_other_part(parts: &Parts<'_>, at: usize) -> bool {
    let role = parts.layout.parts.iter().rev().find(|p| p.lines.contains(&at)).map(|p| p.role);
    matches!(role, Some(SectionRole::AuditorReport | SectionRole::Assertion | SectionRole::Description))
        || parts.letter_lines.contains(&at) && parts.layout.part(SectionRole::AuditorReport).is_some()
        || parts.layout.contents.contains(&parts.text.lines()[at].page)
}

impl Open {
    fn told(&self, parts: &Parts<'_>) -> Option<Told> {
        let story = said(parts, &self.story)?;
        let label = parts.text.lines()[*self.story.1.first()?].text.as_str();
        let says = outcome::of_result(&format!("{label} {}", story.value));
        let negated = says.is_some_and(|o| o != TestOutcome::Exception);
        let tells = !self.alone
            || sample::find(&story.value).is_some()
            || outcome::of_result(&story.value) == Some(TestOutcome::Exception);
        if negated || !tells || story.value.split_whitespace().count() < FEWEST_WORDS {
            return None;
        }
        let exception = ReportedException {
            control_id: self.control.clone(),
            criteria: self.criteria.clone(),
            control: None,
            sample: sample::find(&story.value).map(|s| s.sample),
            result: story.value,
            management_response: said(parts, &self.response),
            basis: story.basis,
            citations: story.citations,
        };
        Some(Told { exception, names: self.names.clone() })
    }
}

fn said(parts: &Parts<'_>, (start, lines): &(usize, Vec<usize>)) -> Option<Fact<String>> {
    let flow = Flow::new(parts.text, lines.iter().copied().take_while(|at| *at != usize::MAX));
    let range = (*start).min(flow.text().len())..flow.text().len();
    let value = flow.original(range.clone());
    (!value.is_empty()).then(|| flow.fact(value, range)).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Text;
    use crate::text::sheet::document;

    fn told(source: &str) -> Vec<(String, Vec<String>, Option<String>)> {
        let pages = document(&format!("# Section IV: Tests of Controls\n## CC6.2 Leavers\n{source}"));
        let text = Text::new(&pages);
        let parts = Parts::new(&text);
        let of = |told: Told| {
            let said = told.exception.management_response.map(|r| r.value);
            (told.exception.result, told.exception.criteria, said)
        };
        read(&parts, &[]).into_iter().map(of).collect()
    }

    const STORY: &str = "For 2 of 25 leavers, the key was kept for ten days.";

    #[test]
    fn a_story_stands_under_many_labels() {
        for label in [
            "Exception:",
            "Exception Description:",
            "Exception Details:",
            "Description of Exception:",
            "Deviation 1:",
            "Finding 1:",
            "Exception CC6.2-01:",
        ] {
            let found = told(&format!("{label} {STORY}\nHeron's Response: Keys are collected on the last day."));
            let said = Some("Keys are collected on the last day.".to_owned());
            assert_eq!(found, [(STORY.to_owned(), vec!["CC6.2".to_owned()], said)], "under {label}");
        }
    }

    #[test]
    fn a_label_alone_needs_a_story_that_deviates() {
        for label in ["Exception", "Exceptions Noted", "Deviation 1"] {
            assert_eq!(told(&format!("{label}\n{STORY}")).len(), 1, "under {label}");
            let nothing = "The list of the keys is kept by the porter in the lodge.";
            assert!(told(&format!("{label}\n{nothing}")).is_empty(), "a heading: {label}");
        }
        assert!(told("Exceptions Noted\nNo exceptions were noted in the tests of this section.").is_empty());
    }
}
