//! The labels under which a vendor answers the auditor.
//!
//! **Reads** `Management's Response:`, `Heron's Response:`, `Heron Management Response:`, `Company Response:`, `Response from
//! Management:`, `Management Action Plan:`, `Corrective Action Plan:`, `Remediation:`.
//! **Where**: at the start of a line or of a band of a table; within a cell behind a sentence or on a line of its own.
//! **Accepts** management's without a colon where the line ends; others' only with one, or alone on a line.
//! **Refuses** the auditor's own answer, and "Incident Response:".

use std::ops::Range;
use std::sync::LazyLock;

use crate::pattern::{Pattern, pattern};

const SAID: &str = r"(?:responses?|comments?|repl(?:y|ies))";
/// Management's, with what it answers.
const OURS: &str = r"management'?s?'? SAID(?: (?:to|on|regarding) [^.:\n]{0,80})?";
/// Those of the organization under another name, and its plans.
const OTHERS: &str = r"(?:(?:the )?(?:company|service organi[sz]ation|organi[sz]ation|entity|service provider)(?:'s)?(?: management(?:'s)?)? SAID|(?-i:[A-Z])[\w&-]*(?:,? (?-i:[A-Z&])[\w&.-]*){0,4}(?:'s|s')(?: management(?:'s)?)? SAID|(?-i:[A-Z])[\w&-]*(?:,? (?-i:[A-Z&])[\w&.-]*){0,4} management(?:'s)? SAID|SAID (?:from|by|of) (?:the )?(?:management|company|service organi[sz]ation|organi[sz]ation)|SAID to (?:the )?(?:exceptions?|deviations?))(?: (?:to|on|regarding|in|for|noted) [^.:\n]{0,80})?";
const PLANS: &str = r"(?:management(?:'s)? )?(?:(?:corrective )?action plans?|corrective actions?(?: taken)?|remediation(?: (?:plan|actions?|steps))?)";
const NUMBERED: &str = r"(?:[a-z]{1,3}[.)] |[ivx]+[.)] |\d{1,2}(?:\.\d{1,2}){0,2}[.)]? {1,3})?";

fn source(words: &str) -> String {
    words.replace("SAID", SAID)
}

static LABEL: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&source(&format!(
        r"^\W{{0,3}}{NUMBERED}(?:{OURS}(?: ?\([^()\n]{{2,80}}\))? ?(?:[:.-] ?|$)|(?:{OTHERS}|{PLANS})(?: ?: ?|$))"
    )))
});
static ANSWER: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(&source(&format!(
        r"(?:^|\n|[.;)] ?)(?P<label>{OURS}(?: ?[:-] ?|\s*\n)|(?:{OTHERS}|{PLANS})(?: ?: ?|\s*\n))|(?P<late>\bmanagement'?s?'? SAID ?[:-] ?)"
    )))
});
static PLAN: LazyLock<Pattern> = LazyLock::new(|| pattern(&format!(r"^\W{{0,3}}{PLANS}")));
static HINT: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:responses?|comments?|reply|replies|action|actions|remediation)\b"));
/// The auditor answers as well, and so do plans for incidents.
static NOT_OURS: LazyLock<Pattern> =
    LazyLock::new(|| pattern(r"\b(?:auditor|accountant|practitioner|incident|emergency|user entit|customer)"));

/// Finds where the label ends with which a line begins.
pub(crate) fn label(line: &str) -> Option<usize> {
    let found = HINT.is_match(line).then(|| LABEL.find(line)).flatten()?;
    // "(not covered by the auditor's report)" says nothing of who answers.
    let who = found.as_str().split('(').next().unwrap_or_default();
    (!NOT_OURS.is_match(who)).then_some(found.end())
}

/// The same for a label that says that somebody answers: "Remediation:" may stand over anything.
pub(crate) fn label_of_answer(line: &str) -> Option<usize> {
    label(line).filter(|_| !PLAN.is_match(line))
}

/// Finds the label of an answer within a cell.
pub(crate) fn within(cell: &str) -> Option<Range<usize>> {
    if !HINT.is_match(cell) {
        return None;
    }
    ANSWER
        .captures_iter(cell)
        .filter_map(|c| c.name("label").or_else(|| c.name("late")))
        .find(|m| !NOT_OURS.is_match(m.as_str()))
        .map(|m| m.range())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_answers_has_many_names() {
        for line in [
            "Management's Response: The drawer is emptied.",
            "Management Response to the Exception: The drawer is emptied.",
            "Management's Response",
            "Heron Hosting, Inc.'s Response: The drawer is emptied.",
            "Heron's Response: The drawer is emptied.",
            "Heron Management Response: The drawer is emptied.",
            "Company Response: The drawer is emptied.",
            "Service Organization's Response: The drawer is emptied.",
            "Response from Management: The drawer is emptied.",
            "F. Management response (not covered by the auditor's report): The drawer is emptied.",
            "5. Response to the exception in control AC-2: The drawer is emptied.",
            "Management Action Plan: The drawer is emptied.",
            "Corrective Action Plan: The drawer is emptied.",
            "Remediation: The drawer is emptied.",
        ] {
            let end = label(line).unwrap_or_default();
            assert!(["The drawer is emptied.", ""].contains(&&line[end..]) && end > 0, "a label: {line}");
        }
    }

    #[test]
    fn others_answer_too() {
        for line in [
            "Service Auditor's Response: We looked again.",
            "Incident Response: A plan is kept.",
            "The response of the porter was late.",
            "Heron's response to incidents is tested.",
            "Remediation of holes takes a month.",
        ] {
            assert_eq!(label(line), None, "no label: {line}");
        }
        assert_eq!(label_of_answer("Remediation: The drawer is emptied."), None, "it may be about anything");
    }

    #[test]
    fn an_answer_may_stand_in_the_cell() {
        for (cell, said) in [
            ("Two were late. Management's Response: It is emptied.", "It is emptied."),
            ("Two were late.\nManagement's Response\nIt is emptied.", "It is emptied."),
            ("Two were late. Heron's Response: It is emptied.", "It is emptied."),
            ("Two were late.\nCorrective Action: It is emptied.", "It is emptied."),
        ] {
            let found = within(cell).expect("an answer");
            assert_eq!(&cell[found.end..], said, "of: {cell}");
            assert_eq!(cell[..found.start].trim_end(), "Two were late.", "the auditor's words: {cell}");
        }
        assert_eq!(within("Inspected the response of the porter."), None);
    }
}
