//! Trust services criteria and control objectives as documents name them.
//!
//! **Reads** `CC6.1`, `CC 6.1`, `CC6.1, CC6.2 and A1.2`, ranges (`CC6.1 – CC6.3`, `CC6.1-6.3`, expanded), whole series
//! (`CC6 Series`, `C1.x`), `Control Objective 4`, `CO-4`, and where these are wanting ISO 27001's Annex A ([`annex`]).
//! **Where**: in a cell, in a row over all columns, in a heading, at the start of a control's number, in running words.
//! **Refuses** numbers that the 2017 Trust Services Criteria do not have (`CC6.9`, `CC10.1`), and in headings whatever
//! does not begin with a criterion.

use std::sync::LazyLock;

use super::annex;
use super::tsc;
use crate::pattern::{Captures, Pattern, exact, pattern};

static NUMBER: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"\b(?P<p>CC-?|PI-?|A|C|P) ?(?P<a>[1-9]) ?\. ?(?P<b>[1-9])\b(?: ?(?:-|to|through|thru) ?(?:(?P<p2>CC|PI|A|C|P)? ?(?P<a2>[1-9]))? ?\. ?(?P<b2>[1-9])\b)?",
    )
});
static SERIES: LazyLock<Pattern> =
    LazyLock::new(|| exact(r"\b(?P<series>(?:CC|PI|A|C|P) ?[1-9])(?: ?\.(?:x|X|0)\b| [Ss]eries\b)"));
static LETTER_SERIES: LazyLock<Pattern> = LazyLock::new(|| exact(r"\b(?P<letters>CC|PI|A|C|P) ?[Ss]eries\b"));
static LEAD: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?(?:(?:trust services?|common|applicable|additional|tsc|tsp|aicpa|the)? ?(?:criteri(?:on|a)|tsc|tsp|category|principle)?(?: ?(?:number|no\.?|ref(?:erence)?\.?|#))?)? ?[:-]? ?\(?$",
    )
});
/// A title before the number, as series are called: "Logical and Physical Access Controls - ", "Availability ".
static TITLED: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"^(?:(?:[A-Z][A-Za-z]*|and|of|the|for|to|&)(?:,? |/)){0,8}(?:[A-Z][A-Za-z]*)(?: ?[-:|]| ?\() ?$|^(?:(?i:(?:additional|applicable|common|trust services?)? ?(?:criteri(?:on|a)|category|categories)? ?(?:for|of)? ?(?:the )?(?:security|availability|processing integrity|confidentiality|privacy)(?: (?:criteri(?:on|a)|category|tsc|series))?)) ?[-:|(]? ?$",
    )
});
static BETWEEN: LazyLock<Pattern> = LazyLock::new(|| pattern(r"^(?: ?[,;/&+] ?| and | or | ?, and ?)$"));
/// A control objective at the start of a heading, as printed.
static HEADED: LazyLock<Pattern> = LazyLock::new(|| {
    pattern(
        r"^(?P<o>(?:(?-i:IT|ITGC|ICT) )?(?:control )?objective(?: (?:no\.?|number))?(?: ?# ?| )(?:\d{1,2}(?:\.\d{1,2})?[a-z]?|(?-i:[A-Z]{1,4})[-.]\d{1,2}(?:\.\d{1,2})?[a-z]?|(?-i:[A-Z]))|(?-i:CO) ?-? ?\d{1,2})\b|^(?P<t>control objective(?: ?: ?| - )(?-i:[A-Z])[\w&/]*(?: [\w&/]+){0,5}?)(?: ?[:.]| ?-|$)",
    )
});

static OBJECTIVE: LazyLock<Pattern> = LazyLock::new(|| {
    exact(
        r"\b(?P<name>(?i:control objectives?)|CO) ?[-#:]? ?(?P<first>\d{1,2}(?:\.\d{1,2})?)(?P<more>(?:(?:, and|,| and| &) \d{1,2}(?:\.\d{1,2})?)*)\b",
    )
});
static DIGITS: LazyLock<Pattern> = LazyLock::new(|| exact(r"\d{1,2}(?:\.\d{1,2})?"));

/// Gives the criteria, whole series expanded, and control objectives that running words name, each once.
pub(crate) fn named(words: &str) -> Vec<String> {
    let mut found = all(words);
    for series in SERIES.captures_iter(words) {
        let series = series["series"].replace(' ', "");
        add(&mut found, tsc::all().filter(|(s, _)| *s == series).map(id));
    }
    for letters in LETTER_SERIES.captures_iter(words) {
        add(&mut found, tsc::all().filter(|(s, _)| letters_of(s) == &letters["letters"]).map(id));
    }
    for objective in OBJECTIVE.captures_iter(words) {
        let name = if &objective["name"] == "CO" { "CO" } else { "Control Objective" };
        let more = DIGITS.find_iter(&objective["more"]).map(|m| m.as_str());
        let numbers = std::iter::once(&objective["first"]).chain(more);
        add(&mut found, numbers.map(|number| format!("{name} {number}")));
    }
    found
}

/// Gives the criteria whose numbers stand in a text, ranges expanded, each once.
pub(crate) fn all(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for number in NUMBER.captures_iter(text) {
        add(&mut found, expanded(&number));
    }
    found
}

/// Finds the criteria with which a heading begins: `CC6.1 The entity implements …`.
pub(crate) fn leading(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut end: Option<usize> = None;
    for c in NUMBER.captures_iter(text) {
        let Some(whole) = c.get(0) else { break };
        let follows = match end {
            None => {
                let lead = &text[..whole.start()];
                LEAD.is_match(lead) || TITLED.is_match(lead)
            }
            Some(end) => BETWEEN.is_match(&text[end..whole.start()]),
        };
        if !follows {
            break;
        }
        end = Some(whole.end());
        add(&mut found, expanded(&c));
    }
    found
}

/// Finds the control objective with which a heading begins, as printed: `Control Objective 4`.
pub(crate) fn objective(text: &str) -> Option<String> {
    let found = HEADED.captures(text)?;
    let named = found.name("o").or(found.name("t"))?;
    Some(named.as_str().split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Gives the criteria or the control objective with which a heading begins, or the numbers of ISO 27001's Annex A.
pub(crate) fn of_heading(text: &str) -> Vec<String> {
    let found = leading(text);
    if !found.is_empty() {
        return found;
    }
    let objective = objective(text);
    if objective.is_some() { objective.into_iter().collect() } else { annex::leading(text) }
}

/// Whether a text is one criterion and nothing else.
pub(crate) fn is_bare(text: &str) -> bool {
    NUMBER.find(text.trim()).is_some_and(|m| m.range() == (0..text.trim().len())) && !all(text).is_empty()
}

/// Gives the criterion that a control's number contains: `CC6.1.3`, `CC6.1-03`, `CC6.1a`.
pub(crate) fn of_id(id: &str) -> Vec<String> {
    static ID: LazyLock<Pattern> =
        LazyLock::new(|| exact(r"^(?P<p>CC|PI|A|C|P) ?-?(?P<a>[1-9])\.(?P<b>\d{1,2})(?:$|[^0-9])"));
    let mut found = Vec::new();
    if let Some(c) = ID.captures(id.trim()) {
        let (a, b) = (number(&c["a"]), number(&c["b"]));
        if tsc::exists(&c["p"], a, b) {
            found.push(format!("{}{a}.{b}", &c["p"]));
        }
    }
    found
}

/// The criteria of a number, or of a range within one category; of other ranges the two ends.
fn expanded(found: &Captures<'_>) -> Vec<String> {
    let part = |name| found.name(name).map_or("", |m| m.as_str());
    let or = |name, otherwise| found.name(name).map_or(part(otherwise), |m| m.as_str());
    let at = |prefix: &str, series: &str, digits: &str| {
        let (series, wanted) = (format!("{prefix}{series}"), number(digits));
        tsc::all().position(|(s, n)| s == series && n == wanted)
    };
    let category = part("p").trim_end_matches('-');
    let other = found.name("p2").map_or(category, |m| m.as_str());
    let first = at(category, part("a"), part("b"));
    let last = if part("b2").is_empty() { first } else { at(other, or("a2", "a"), part("b2")) };
    match (first, last) {
        (Some(first), Some(last)) if first <= last && other == category => {
            tsc::all().skip(first).take(last - first + 1).map(id).collect()
        }
        (first, last) => [first, last].into_iter().flatten().filter_map(|at| tsc::all().nth(at)).map(id).collect(),
    }
}

fn add(found: &mut Vec<String>, more: impl IntoIterator<Item = String>) {
    for id in more {
        if !found.contains(&id) {
            found.push(id);
        }
    }
}

fn id((series, number): (&str, u32)) -> String {
    format!("{series}.{number}")
}

fn letters_of(series: &str) -> &str {
    series.trim_end_matches(|c: char| c.is_ascii_digit())
}

fn number(digits: &str) -> u32 {
    digits.parse().unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lists_and_ranges_are_expanded() {
        for (text, expected) in [
            ("CC6.1", vec!["CC6.1"]),
            ("CC6.1, CC6.2 and A1.2", vec!["CC6.1", "CC6.2", "A1.2"]),
            ("CC6.1 - CC6.3", vec!["CC6.1", "CC6.2", "CC6.3"]),
            ("CC6.1-6.3", vec!["CC6.1", "CC6.2", "CC6.3"]),
            ("CC6.1 through CC6.2", vec!["CC6.1", "CC6.2"]),
            ("CC6.7 - CC7.1", vec!["CC6.7", "CC6.8", "CC7.1"]),
            ("CC 6.1 / PI1.4", vec!["CC6.1", "PI1.4"]),
            ("CC6.0 CC10.1 CC6.9 AC6.1", vec![]),
        ] {
            assert_eq!(all(text), expected, "criteria of: {text}");
        }
    }

    #[test]
    fn a_heading_begins_with_its_criterion() {
        for (text, expected) in [
            ("CC6.1 The entity implements logical access, as CC6.2 says", vec!["CC6.1"]),
            ("CC6.1: Logical access", vec!["CC6.1"]),
            ("Criteria CC6.1", vec!["CC6.1"]),
            ("4.6 CC6.2 Registration", vec!["CC6.2"]),
            ("TSC CC6.1, CC6.2 Access", vec!["CC6.1", "CC6.2"]),
            ("Logical and Physical Access Controls - CC6.1", vec!["CC6.1"]),
            ("Security: CC6.1", vec!["CC6.1"]),
            ("Availability A1.1", vec!["A1.1"]),
            ("Additional Criteria for Availability - A1.1", vec!["A1.1"]),
            ("Privacy Criteria P4.2", vec!["P4.2"]),
            ("TSP Ref. CC6.1", vec!["CC6.1"]),
            ("(CC6.1)", vec!["CC6.1"]),
            ("CC-6.1 Logical access", vec!["CC6.1"]),
            ("Control Objective 4 - Logical access", vec!["Control Objective 4"]),
            ("Control Objective - Logical Access", vec!["Control Objective - Logical Access"]),
            ("Control Objective: Change Management", vec!["Control Objective: Change Management"]),
            ("Control Objective CO-1", vec!["Control Objective CO-1"]),
            ("Control Objective 1a: Payments", vec!["Control Objective 1a"]),
            ("IT Control Objective 1 - Access", vec!["IT Control Objective 1"]),
            ("ITGC Control Objective IT-2", vec!["ITGC Control Objective IT-2"]),
            ("Keys are kept as said under CC6.1", vec![]),
            ("Each gardener, as CC6.2 says", vec![]),
            ("Control Objective 12: Backups", vec!["Control Objective 12"]),
            ("The control meets CC6.1", vec![]),
            ("objectives.", vec![]),
            ("Objective a person has", vec![]),
            ("Control Objective #3: Payments", vec!["Control Objective #3"]),
            ("Controls provide reasonable assurance", vec![]),
        ] {
            assert_eq!(of_heading(text), expected, "heading: {text}");
        }
    }

    #[test]
    fn a_number_tells_its_criterion() {
        for (id, expected) in [
            ("CC6.1.3", vec!["CC6.1"]),
            ("CC6.1-03", vec!["CC6.1"]),
            ("A1.2a", vec!["A1.2"]),
            ("CC6.12", vec![]),
            ("AC-6.1", vec![]),
            ("4.2", vec![]),
        ] {
            assert_eq!(of_id(id), expected, "number: {id}");
        }
    }

    #[test]
    fn running_words_name_series_and_objectives() {
        for (words, expected) in [
            ("CC6.1", vec!["CC6.1"]),
            ("CC 6.1, CC6.2 and A1.2", vec!["CC6.1", "CC6.2", "A1.2"]),
            ("CC6.1 - CC6.3", vec!["CC6.1", "CC6.2", "CC6.3"]),
            ("CC6.7-6.8; PI1.1", vec!["CC6.7", "CC6.8", "PI1.1"]),
            ("CC7.4 through CC8.1", vec!["CC7.4", "CC7.5", "CC8.1"]),
            ("Change Management CC8 Series", vec!["CC8.1"]),
            ("C1.x", vec!["C1.1", "C1.2"]),
            ("A Series", vec!["A1.1", "A1.2", "A1.3"]),
            ("Control Objective 3", vec!["Control Objective 3"]),
            (
                "Control Objectives 1, 2 and 4",
                vec!["Control Objective 1", "Control Objective 2", "Control Objective 4"],
            ),
            ("CO 5.1", vec!["CO 5.1"]),
        ] {
            assert_eq!(named(words), expected, "criteria of: {words}");
        }
    }

    #[test]
    fn what_the_criteria_do_not_have_is_none() {
        for words in ["CC6.9", "Section 6.1", "A5.1 of the standard", "version C2.3", "the series of rooms", "PCI 3.2"]
        {
            assert!(named(words).is_empty(), "no criterion: {words}");
        }
    }
}
