//! Numbers of criteria and control objectives in running words.
//!
//! **Reads** `CC6.1`, `CC 6.1`, ranges (`CC6.1 - CC6.3`, `CC6.1-6.3`), whole series (`CC6 Series`, `CC7.x`), and
//! `Control Objective 3`.
//! **Refuses** numbers that the trust services criteria do not have: a section number is no criterion.

use std::sync::LazyLock;

use regex::Regex;

use crate::recognise::pattern::exact;
use crate::recognise::tsc::{SERIES, all};

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"\b(?P<series>(?:CC|PI|A|C|P) ?[1-9]) ?(?:\. ?(?P<n>[1-9])\b(?: ?(?:-|to|through|thru) ?(?:(?P<end>(?:CC|PI|A|C|P) ?[1-9])|[1-9])? ?\. ?(?P<m>[1-9])\b)?|\.(?:x|X|0)\b| [Ss]eries\b)",
    )
});
static LETTER_SERIES: LazyLock<Regex> = LazyLock::new(|| exact(r"\b(?P<letters>CC|PI|A|C|P) ?[Ss]eries\b"));
static OBJECTIVE: LazyLock<Regex> = LazyLock::new(|| {
    exact(
        r"\b(?P<name>(?i:control objectives?)|CO) ?[-#:]? ?(?P<first>\d{1,2}(?:\.\d{1,2})?)(?P<more>(?:(?:, and|,| and| &) \d{1,2}(?:\.\d{1,2})?)*)\b",
    )
});
static DIGITS: LazyLock<Regex> = LazyLock::new(|| exact(r"\d{1,2}(?:\.\d{1,2})?"));

/// Gives the criteria and control objectives that words name, each once, in their order.
pub(crate) fn ids(words: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    let mut add = |id: String| {
        if !found.contains(&id) {
            found.push(id);
        }
    };
    for number in NUMBER.captures_iter(words) {
        let series = number["series"].replace(' ', "");
        let Some(first) = number.name("n").and_then(|n| n.as_str().parse::<u32>().ok()) else {
            of_series(&series).for_each(&mut add);
            continue;
        };
        let last = number.name("m").and_then(|m| m.as_str().parse::<u32>().ok());
        let end = number.name("end").map_or_else(|| series.clone(), |e| e.as_str().replace(' ', ""));
        match last {
            Some(last) => range((&series, first), (&end, last)).for_each(&mut add),
            None => range((&series, first), (&series, first)).for_each(&mut add),
        }
    }
    for series in LETTER_SERIES.captures_iter(words) {
        let letters = &series["letters"];
        let all = SERIES.iter().filter(|(s, _)| s.trim_end_matches(|c: char| c.is_ascii_digit()) == letters);
        all.flat_map(|(s, _)| of_series(s)).for_each(&mut add);
    }
    for objective in OBJECTIVE.captures_iter(words) {
        let name = if objective["name"].starts_with("CO") && objective["name"].len() == 2 {
            "CO"
        } else {
            "Control Objective"
        };
        add(format!("{name} {}", &objective["first"]));
        for more in DIGITS.find_iter(&objective["more"]) {
            add(format!("{name} {}", more.as_str()));
        }
    }
    found
}

fn of_series(series: &str) -> impl Iterator<Item = String> {
    all().filter(move |(s, _)| *s == series).map(|(s, n)| format!("{s}.{n}"))
}

fn range<'a>(first: (&'a str, u32), last: (&'a str, u32)) -> impl Iterator<Item = String> + use<'a> {
    let from = all().position(|id| id == first);
    let to = all().position(|id| id == last);
    let (from, count) = match (from, to) {
        (Some(from), Some(to)) if from <= to => (from, to - from + 1),
        (Some(from), _) => (from, 1),
        _ => (0, 0),
    };
    all().skip(from).take(count).map(|(s, n)| format!("{s}.{n}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_ranges_and_series_are_expanded() {
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
            assert_eq!(ids(words), expected, "criteria of: {words}");
        }
    }

    #[test]
    fn what_the_criteria_do_not_have_is_none() {
        for words in ["CC6.9", "Section 6.1", "A5.1 of the standard", "version C2.3", "the series of rooms", "PCI 3.2"]
        {
            assert!(ids(words).is_empty(), "no criterion: {words}");
        }
    }
}
