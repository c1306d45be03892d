//! Trust services criteria and control objectives by which rows are ordered.
//!
//! **Reads** `CC6.1`, `CC6.1, CC6.2 and A1.2`, `CC6.1 – CC6.3` (expanded), `Control Objective 4`, `CO-4`.
//! **Where**: in a cell, in a row over all columns, in a heading, or at the start of a control's number.
//! **Refuses** numbers that the 2017 Trust Services Criteria do not have (`CC6.0`, `CC10.1`), and in headings whatever
//! does not begin with a criterion.

use std::sync::LazyLock;

use regex::Regex;

use crate::recognise::pattern::{exact, pattern};
use crate::recognise::tsc::exists;

static CRITERION: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"\b(?P<p>CC|PI|A|C|P) ?(?P<a>[1-9])\.(?P<b>\d{1,2})\b(?: ?(?:-|to|through|thru) ?(?P<p2>(?:CC|PI|A|C|P)?) ?(?P<a2>[1-9])\.(?P<b2>\d{1,2})\b)?",
    )
});
static LEAD: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?:\d{1,2}(?:\.\d{1,2})*[.)]? )?(?:(?:trust services?|common|applicable|additional|tsc|tsp|aicpa|the)? ?(?:criteri(?:on|a)|tsc|tsp|category|principle)?(?: ?(?:number|no\.?|ref(?:erence)?|#))?)? ?[:-]? ?$",
    )
});
static BETWEEN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^(?: ?[,;/&+] ?| and | or | ?, and ?)$"));
static OBJECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"^(?P<o>(?:control )?objective(?: (?:no\.?|number))?(?: ?# ?| )(?:\d{1,2}(?:\.\d{1,2})?|(?-i:[A-Z]))|(?-i:CO) ?-? ?\d{1,2})\b",
    )
});

/// Finds all criteria of a text, ranges expanded, each once.
pub(crate) fn all(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    for c in CRITERION.captures_iter(text) {
        push(&c, &mut found);
    }
    found
}

/// Finds the criteria with which a heading begins: `CC6.1 The entity implements …`.
pub(crate) fn leading(text: &str) -> Vec<String> {
    let mut found = Vec::new();
    let mut end: Option<usize> = None;
    for c in CRITERION.captures_iter(text) {
        let Some(whole) = c.get(0) else { break };
        let follows = match end {
            None => LEAD.is_match(&text[..whole.start()]),
            Some(end) => BETWEEN.is_match(&text[end..whole.start()]),
        };
        if !follows {
            break;
        }
        end = Some(whole.end());
        push(&c, &mut found);
    }
    found
}

/// Finds the control objective with which a heading begins, as printed: `Control Objective 4`.
pub(crate) fn objective(text: &str) -> Option<String> {
    let found = OBJECTIVE.captures(text)?;
    Some(found["o"].split_whitespace().collect::<Vec<_>>().join(" "))
}

/// Gives the criteria or the control objective with which a heading begins.
pub(crate) fn of_heading(text: &str) -> Vec<String> {
    let found = leading(text);
    if found.is_empty() { objective(text).into_iter().collect() } else { found }
}

/// Whether a text is one criterion and nothing else.
pub(crate) fn is_bare(text: &str) -> bool {
    CRITERION.find(text.trim()).is_some_and(|m| m.range() == (0..text.trim().len())) && !all(text).is_empty()
}

/// Gives the criterion that a control's number contains: `CC6.1.3`, `CC6.1-03`, `CC6.1a`.
pub(crate) fn of_id(id: &str) -> Vec<String> {
    static ID: LazyLock<Regex> =
        LazyLock::new(|| exact(r"^(?P<p>CC|PI|A|C|P) ?-?(?P<a>[1-9])\.(?P<b>\d{1,2})(?:$|[^0-9])"));
    let mut found = Vec::new();
    if let Some(c) = ID.captures(id.trim()) {
        let (a, b) = (number(&c["a"]), number(&c["b"]));
        if exists(&c["p"], a, b) {
            found.push(format!("{}{a}.{b}", &c["p"]));
        }
    }
    found
}

fn push(c: &regex::Captures<'_>, found: &mut Vec<String>) {
    let part = |name| c.name(name).map_or("", |m| m.as_str());
    let (prefix, a, first) = (part("p"), number(part("a")), number(part("b")));
    let to_the_same =
        c.name("b2").is_some() && (part("p2").is_empty() || part("p2") == prefix) && number(part("a2")) == a;
    let last = if to_the_same { number(part("b2")) } else { first };
    let mut add = |prefix: &str, a: u32, b: u32| {
        let id = format!("{prefix}{a}.{b}");
        if exists(prefix, a, b) && !found.contains(&id) {
            found.push(id);
        }
    };
    for b in first..=last.max(first) {
        add(prefix, a, b);
    }
    if c.name("b2").is_some() && !to_the_same {
        // "CC6.8 - CC7.2" runs over the end of a series.
        let (prefix2, a2) = (if part("p2").is_empty() { prefix } else { part("p2") }, number(part("a2")));
        if prefix2 == prefix && a2 > a {
            (first..=8).for_each(|b| add(prefix, a, b));
            (a + 1..a2).for_each(|between| (1..=8).for_each(|b| add(prefix, between, b)));
            (1..=number(part("b2"))).for_each(|b| add(prefix, a2, b));
        } else {
            add(prefix2, a2, number(part("b2")));
        }
    }
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
            ("Control Objective 4 - Logical access", vec!["Control Objective 4"]),
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
}
